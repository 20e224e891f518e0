//! What comparisons of many vendors cost: the command, from nothing to a site with matrices of facts, requirements and measures,
//! clauses by topic and pairs; and what the heaviest page of each kind weighs.
//!
//! `cargo bench --bench comparison`: 200 vendors; another number can be given: `cargo bench --bench comparison -- 1000`. A page
//! over 300 kB, compressed (gzip, level 6, as a host does), fails.

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

/// No page may be heavier, in bytes, compressed.
const MOST: usize = 300_000;

#[expect(clippy::disallowed_macros, reason = "the table is what the benchmark is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let vendors = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(200);
    let folder = tempfile::tempdir().expect("a folder for the site");
    support::write(&support::recorded(vendors), folder.path());
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_clausewerk"))
        .args(["build", "--today", "2026-01-01", "--root"])
        .arg(folder.path())
        .stderr(Stdio::null())
        .status()
        .expect("the command can be run");
    assert!(status.success(), "the generated site has no faults");
    let time = began.elapsed().as_secs_f64();
    let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts memory").max_rss() / 1024;
    println!("{vendors} vendors: {time:.2} s, {:.2} s of the processors, {peak} MiB\n", support::spent());
    println!("| kind of page | pages | heaviest | plain | compressed |");
    println!("| --- | ---: | --- | ---: | ---: |");
    let mut kinds = BTreeMap::new();
    weigh(&folder.path().join("public"), "", &mut kinds);
    let kb = |bytes: usize| bytes.div_ceil(1000);
    for (kind, Kind { count, path, plain, packed }) in &kinds {
        println!("| {kind} | {count} | `{path}` | {} kB | {} kB |", kb(*plain), kb(*packed));
    }
    let heavy: Vec<&String> = kinds.iter().filter(|(_, kind)| kind.is_page() && kind.packed > MOST).map(|(_, kind)| &kind.path).collect();
    assert!(heavy.is_empty(), "over {MOST} bytes: {heavy:?}");
}

/// The files of a kind, and the heaviest of them.
#[derive(Default)]
struct Kind {
    count: usize,
    path: String,
    plain: usize,
    packed: usize,
}

impl Kind {
    fn is_page(&self) -> bool {
        self.path.ends_with('/')
    }
}

/// Weighs what stands below a folder: pages by their kind, other files of comparisons by their own names.
fn weigh(folder: &Path, inner: &str, kinds: &mut BTreeMap<String, Kind>) {
    for entry in std::fs::read_dir(folder).expect("the site can be listed") {
        let path = entry.expect("an entry").path();
        let own = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let inner = format!("{inner}/{own}");
        if path.is_dir() {
            weigh(&path, &inner, kinds);
            continue;
        }
        let is_sheet = inner.contains("/compare/") && !own.ends_with(".html");
        let is_data = inner.starts_with("/data/v1/") && inner.matches('/').count() == 3;
        if own != "index.html" && !is_sheet && !is_data {
            continue;
        }
        let bytes = std::fs::read(&path).expect("the file can be read");
        let address = inner.trim_end_matches("index.html").to_owned();
        let kind = kind_of(&bytes).map_or_else(|| format!("`{own}`"), str::to_owned);
        let packed = compressed(&bytes);
        let found = kinds.entry(kind).or_default();
        found.count += 1;
        if packed > found.packed || found.path > address && packed == found.packed {
            (found.path, found.plain, found.packed) = (address, bytes.len(), packed);
        }
    }
}

/// What a page calls its kind.
fn kind_of(page: &[u8]) -> Option<&str> {
    let text = std::str::from_utf8(page).ok()?;
    let (_, rest) = text.split_once("<body")?.1.split_once("data-kind=\"")?;
    Some(rest.split_once('"')?.0)
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("memory can be written").len()
}
