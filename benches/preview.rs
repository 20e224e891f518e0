//! What an author waits for who saves a text while the preview runs: from the file's write to the new bytes served, the watcher's
//! settling time included.
//!
//! `cargo bench --bench preview`. One clause of one agreement is written again and again, to another text; a listener hears of it on the
//! event stream as an open page does, and asks for the page. The median of forty and the slowest count. First answer is from the start of the
//! command to the first page served. Then the search index is asked for, and while it is made the text is written again, ten times:
//! each of those gives up the index that was begun for an older text. Sizes can be given: `cargo bench --bench preview -- 100`; with `--into FOLDER` the site of that size is
//! only written, for `npm run measure-preview`, which waits for the text in a browser.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// How often the text is written.
const EDITS: usize = 40;
/// What is edited, and where it is read.
const TEXT: &str = "content/vendors/vendor-0042/processing-agreement/nl.md";
const PAGE: &str = "/nl/vendors/vendor-0042/processing-agreement/";
/// A file of the search index.
const INDEX: &str = "/search-index/nl/pagefind-entry.json";

#[expect(clippy::disallowed_macros, reason = "the table is what the benchmark is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let into = std::env::args().skip_while(|argument| argument != "--into").nth(1);
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if let Some(folder) = into {
        return support::write(&support::site(asked.first().copied().unwrap_or(100)), Path::new(&folder));
    }
    println!(
        "| vendors | records | first answer | write to bytes, median | slowest | while an index is made | memory at rest | peak memory \
         | search index | peak memory with it |"
    );
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    for vendors in [100, 1000].into_iter().filter(|size| asked.is_empty() || asked.contains(size)) {
        for (records, files) in [("no", support::site(vendors)), ("yes", support::recorded(vendors))] {
            let folder = tempfile::tempdir().expect("a folder for the site");
            support::write(&files, folder.path());
            let Measured { first, mut edits, mut beside, memory, peak, index, peak_with_index } = measure(folder.path());
            edits.sort();
            beside.sort();
            let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
            println!(
                "| {vendors} | {records} | {:.1} s | {:.0} ms | {:.0} ms | {:.0} ms | {memory} MiB | {peak} MiB | {:.1} s | {peak_with_index} MiB |",
                first.as_secs_f64(),
                milliseconds(edits[edits.len() / 2]),
                milliseconds(edits[edits.len() - 1]),
                milliseconds(beside[beside.len() / 2]),
                index.as_secs_f64(),
            );
        }
    }
}

struct Measured {
    first: Duration,
    edits: Vec<Duration>,
    /// The same while a search index is being made.
    beside: Vec<Duration>,
    /// In MiB.
    memory: u64,
    peak: u64,
    /// Until the first file of the index is there.
    index: Duration,
    /// In MiB.
    peak_with_index: u64,
}

/// The command, ended with the value.
struct Preview(Child);

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn measure(root: &Path) -> Measured {
    let began = Instant::now();
    let command = Command::new(env!("CARGO_BIN_EXE_clausewerk"))
        .args(["serve", "--port", "0", "--root"])
        .arg(root)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command can be run");
    let mut preview = Preview(command);
    let mut said = BufReader::new(preview.0.stderr.take().expect("what it says"));
    let address = loop {
        let mut line = String::new();
        assert!(said.read_line(&mut line).expect("a line") > 0, "it ended");
        if let Some((_, rest)) = line.split_once("http://") {
            break rest.split('/').next().unwrap_or_default().to_owned();
        }
    };
    // What it says later is read by somebody, or it would wait for that.
    std::thread::spawn(move || said.bytes().for_each(drop));
    get(&address, PAGE);
    let first = began.elapsed();
    let mut events = BufReader::new(ask(&address, "/_preview/events"));
    let mut news = move || loop {
        let mut line = String::new();
        assert!(events.read_line(&mut line).expect("news") > 0, "the stream ended");
        if line.starts_with("data:") {
            break;
        }
    };
    // Of the newest reading a listener hears at once.
    news();
    let file = root.join(TEXT);
    let text = fs::read_to_string(&file).expect("the text");
    let mut edit = |edit: usize| {
        let word = format!("bewerking{edit}");
        let changed = text.replacen("\n3.2 ", &format!("\n3.2 Een {word} verder. "), 1);
        assert_ne!(changed, text, "there is such a clause");
        let began = Instant::now();
        fs::write(&file, changed).expect("it can be written");
        loop {
            news();
            if get(&address, PAGE).contains(&word) {
                break began.elapsed();
            }
        }
    };
    let edits = (0..EDITS).map(&mut edit).collect();
    let id = preview.0.id();
    let of = |name: &str| {
        let status = fs::read_to_string(format!("/proc/{id}/status")).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<u64>().ok()).unwrap_or_default() / 1024
    };
    let (memory, peak) = (of("VmRSS:"), of("VmHWM:"));
    let asked = std::thread::spawn({
        let address = address.clone();
        move || get(&address, INDEX)
    });
    let beside: Vec<Duration> = (EDITS..EDITS + 10).map(&mut edit).collect();
    assert!(asked.join().expect("it is answered").contains("200 OK"), "there is an index");
    // Of one more text it is made from the beginning, and by itself.
    edit(EDITS + 10);
    let began = Instant::now();
    assert!(get(&address, INDEX).contains("200 OK"), "there is an index");
    let index = began.elapsed();
    Measured { first, edits, beside, memory, peak, index, peak_with_index: of("VmHWM:") }
}

fn ask(address: &str, path: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("it listens");
    stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a time");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n").expect("it can be asked");
    stream
}

fn get(address: &str, path: &str) -> String {
    let mut answer = Vec::new();
    ask(address, path).read_to_end(&mut answer).expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}
