//! A running `clausewerk serve`, and clients that send bytes as they are: no HTTP library makes a request better than it was meant.
//!
//! Every wait ends: when what is waited for is there, or with a panic after [`PATIENCE`].

#![allow(dead_code, reason = "each test file uses its own part of it")]

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// After so long a wait something is wrong, on any machine.
pub const PATIENCE: Duration = Duration::from_secs(120);

pub const COMMAND: &str = env!("CARGO_BIN_EXE_clausewerk");

/// A folder of its own for a test, gone afterwards.
pub struct Place(PathBuf);

impl Place {
    pub fn new() -> Place {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("clausewerk-served-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let place = Place(std::env::temp_dir().join(name));
        fs::create_dir_all(&place.0).expect("a folder");
        place
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.0.join(path)
    }

    /// Writes a file, with the folders that lead to it.
    pub fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let file = self.at(path);
        fs::create_dir_all(file.parent().expect("a folder above")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A server, which ends with this value.
pub struct Served {
    child: Child,
    said: Arc<(Mutex<String>, Condvar)>,
    pub address: SocketAddr,
    /// Its address as it told it: `http://127.0.0.1:41234/`.
    pub url: String,
}

impl Served {
    /// Makes the site that `clausewerk init` makes, in the folder `site` of a place.
    pub fn init(place: &Place) {
        let made = Command::new(COMMAND).arg("init").arg(place.at("site")).output().expect("the command runs");
        assert!(made.status.success(), "{made:?}");
    }

    /// The preview of the folder `site` of a place.
    pub fn preview(place: &Place, more: &[&str]) -> Served {
        Served::start(Command::new(COMMAND).arg("serve").arg("--root").arg(place.at("site")).args(more))
    }

    /// The folder `public` of a place, as it is.
    pub fn folder(place: &Place) -> Served {
        Served::start(Command::new(COMMAND).arg("serve").arg("--static").arg(place.at("public")))
    }

    fn start(command: &mut Command) -> Served {
        let command = command.args(["--port", "0", "--language", "en", "--color", "never"]);
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("the command runs");
        let said = Arc::new((Mutex::new(String::new()), Condvar::new()));
        let (stderr, heard) = (child.stderr.take().expect("it is piped"), Arc::clone(&said));
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                *heard.0.lock().expect("nobody panics here") += &(line + "\n");
                heard.1.notify_all();
            }
        });
        let mut served = Served { child, said, address: SocketAddr::from(([127, 0, 0, 1], 0)), url: String::new() };
        let told = served.has_said("where it answers", |said| said.contains("(Ctrl-C"));
        let at = told.find("http://").expect("an address");
        served.url = told[at..].split_whitespace().next().expect("an address").to_owned();
        let authority = served.url["http://".len()..].split('/').next().expect("a host");
        served.address = authority.parse().expect("an address with a port");
        served
    }

    /// Waits until it has said something; then all that it has said.
    pub fn has_said(&self, what: &str, is_it: impl Fn(&str) -> bool) -> String {
        let said = self.said.0.lock().expect("nobody panics here");
        let (said, waited) = self.said.1.wait_timeout_while(said, PATIENCE, |said| !is_it(said)).expect("nobody panics here");
        assert!(!waited.timed_out(), "it never said {what}:\n{said}");
        said.clone()
    }

    /// How often it has read the site, well or not.
    pub fn readings(&self) -> usize {
        count_readings(&self.said.0.lock().expect("nobody panics here"))
    }

    /// Waits until it has read the site once more than `known` times.
    pub fn reads_again(&self, known: usize) {
        self.has_said("that it read the site again", |said| count_readings(said) > known);
    }

    pub fn is_alive(&mut self) -> bool {
        self.child.try_wait().expect("a child").is_none()
    }

    /// Waits until it ends; its exit status.
    pub fn status(&mut self) -> Option<i32> {
        self.child.wait().expect("a child").code()
    }

    /// Sends it a signal, by its name: `STOP`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").arg(format!("-{name}")).arg(self.child.id().to_string()).status().expect("kill runs");
        assert!(sent.success());
    }

    pub fn connect(&self) -> Client {
        let stream = TcpStream::connect(self.address).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        stream.set_write_timeout(Some(PATIENCE)).expect("a time");
        Client { stream, unread: Vec::new() }
    }

    /// The first answer to these bytes; `None` where the connection is closed without one.
    pub fn ask(&self, request: &[u8]) -> Option<Answer> {
        let mut client = self.connect();
        client.send(request);
        client.answer()
    }

    /// The answer to a request that is as it should be, but for its path.
    pub fn get(&self, path: &str) -> Option<Answer> {
        self.ask(&get(path))
    }

    /// The answer to a request for a path, from this host, with these further lines.
    pub fn get_with(&self, path: &str, host: &str, lines: &str) -> Option<Answer> {
        self.ask(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{lines}\r\n").as_bytes())
    }

    /// Whether a well-behaved client is answered.
    pub fn answers(&self) {
        let answer = self.get("/nl/").expect("an answer for a well-behaved client");
        assert_eq!(answer.status, 200, "{}", answer.text());
        assert!(answer.text().ends_with("</html>\n") || answer.text().ends_with("</html>"), "the page is whole");
    }

    /// Waits until a page shows some words, by the news of each reading.
    pub fn shows(&self, path: &str, words: &str) {
        let mut news = self.news();
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(path).expect("an answer");
            if answer.text().contains(words) {
                return;
            }
            assert!(Instant::now() < end, "{path} never shows “{words}”: {} {}", answer.status, answer.text());
            news.until(b"\n\n");
        }
    }

    /// A client that is told news.
    pub fn news(&self) -> Client {
        let mut client = self.connect();
        client.send(b"GET /_preview/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
        let head = client.head().expect("news are told");
        assert_eq!(head.status, 200);
        client
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn count_readings(said: &str) -> usize {
    said.lines().filter(|line| line.starts_with("Site read:") || line.starts_with("The site could not be read")).count()
}

/// A request that is as it should be, but for its path.
pub fn get(path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").into_bytes()
}

/// One connection.
pub struct Client {
    pub stream: TcpStream,
    unread: Vec<u8>,
}

impl Client {
    /// Sends what the server takes of it: that it hung up in between shows in its answer.
    pub fn send(&mut self, bytes: &[u8]) -> bool {
        self.stream.write_all(bytes).is_ok()
    }

    /// More of what the server sends; `false` at the end.
    fn more(&mut self) -> bool {
        let mut bytes = [0; 16 * 1024];
        match self.stream.read(&mut bytes) {
            Ok(count) => {
                self.unread.extend_from_slice(&bytes[..count]);
                count > 0
            }
            Err(error) => {
                let is_silent = matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut);
                assert!(!is_silent, "neither an answer nor an end: {}", String::from_utf8_lossy(&self.unread));
                false
            }
        }
    }

    /// What comes until a mark; `None` when it ends before.
    pub fn until(&mut self, mark: &[u8]) -> Option<Vec<u8>> {
        loop {
            if let Some(at) = self.unread.windows(mark.len()).position(|window| window == mark) {
                return Some(self.unread.drain(..at + mark.len()).collect());
            }
            if !self.more() {
                return None;
            }
        }
    }

    /// The head of the next answer.
    pub fn head(&mut self) -> Option<Answer> {
        let head = String::from_utf8(self.until(b"\r\n\r\n")?).expect("a head is text");
        let mut lines = head.trim_end().split("\r\n");
        let status = lines.next().expect("a status line").split(' ').nth(1).expect("a status").parse().expect("a number");
        let headers = lines.map(|line| line.split_once(": ").expect("a header")).map(|(name, value)| (name.to_owned(), value.to_owned()));
        Some(Answer { status, headers: headers.collect(), body: Vec::new() })
    }

    /// The next answer; `None` when the connection is closed without one.
    pub fn answer(&mut self) -> Option<Answer> {
        let mut answer = self.head()?;
        let length = answer.header("content-length").map_or(0, |length| length.parse().expect("a length"));
        while self.unread.len() < length {
            assert!(self.more(), "an answer is whole: {} of {length} bytes", self.unread.len());
        }
        answer.body = self.unread.drain(..length).collect();
        Some(answer)
    }

    /// Reads until the server hangs up; what it still sent.
    pub fn end(&mut self) -> Vec<u8> {
        while self.more() {}
        std::mem::take(&mut self.unread)
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Whether some bytes are anywhere in it.
    pub fn holds(&self, words: &str) -> bool {
        let is_in_body = self.body.windows(words.len()).any(|window| window == words.as_bytes());
        is_in_body || self.headers.iter().any(|(name, value)| name.contains(words) || value.contains(words))
    }
}

/// A link.
pub fn link(to: impl AsRef<Path>, at: &Path) {
    std::os::unix::fs::symlink(to, at).expect("a link");
}
