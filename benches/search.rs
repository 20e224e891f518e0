//! What search costs: a build with it and one without, in time and peak memory, and what a reader loads for a query.
//!
//! `cargo bench --bench search`. Each size is built three times into a new folder; the best time counts. Sizes can be
//! given: `cargo bench --bench search -- 100`.

mod support;

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

#[expect(clippy::disallowed_macros, reason = "the table is what the benchmark is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    let asked: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    println!("| vendors | search | time | peak memory | index | program, list of texts, filters | largest part of the index | a text |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    // Peak memory is that of the largest child so far, so sizes go up.
    for vendors in [10, 100, 1000].into_iter().filter(|size| asked.is_empty() || asked.contains(size)) {
        for search in [false, true] {
            let folder = tempfile::tempdir().expect("a folder for the site");
            let mut files = support::site(vendors);
            if !search {
                files[0].1.push_str("search = false\n");
            }
            support::write(&files, folder.path());
            let best = (0..3).map(|run| build(folder.path(), run)).fold(f64::INFINITY, f64::min);
            let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts memory").max_rss() / 1024;
            let sizes = Sizes::of(&folder.path().join("public-0/search-index/nl"));
            let told = if search { sizes.told() } else { "| – | – | – | –".to_owned() };
            println!("| {vendors} | {} | {best:.2} s | {peak} MiB {told} |", if search { "with" } else { "without" });
        }
    }
}

fn build(root: &Path, run: usize) -> f64 {
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_clausewerk"))
        .args(["build", "--today", "2026-01-01", "--root"])
        .arg(root)
        .arg("--output-dir")
        .arg(root.join(format!("public-{run}")))
        .stderr(Stdio::null())
        .status()
        .expect("the command can be run");
    assert!(status.success(), "the generated site has no faults");
    began.elapsed().as_secs_f64()
}

/// Bytes of the index of a language.
#[derive(Default)]
struct Sizes {
    all: u64,
    /// Loaded once: the program, which texts there are, what they can be narrowed to, names.
    once: u64,
    /// The largest part of the word index; a query loads one for each word.
    part: u64,
    texts: u64,
    text_count: u64,
}

impl Sizes {
    fn of(folder: &Path) -> Sizes {
        let mut sizes = Sizes::default();
        sizes.add(folder);
        sizes
    }

    fn add(&mut self, folder: &Path) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for entry in entries {
            let entry = entry.expect("an entry");
            if entry.path().is_dir() {
                self.add(&entry.path());
                continue;
            }
            let size = entry.metadata().expect("its size").len();
            self.all += size;
            match entry.path().extension().and_then(|kind| kind.to_str()) {
                Some("pf_fragment") => (self.texts, self.text_count) = (self.texts + size, self.text_count + 1),
                Some("pf_index") => self.part = self.part.max(size),
                _ => self.once += size,
            }
        }
    }

    fn told(&self) -> String {
        let kilobytes = |bytes: u64| format!("{:.1} kB", bytes as f64 / 1000.0);
        let text = self.texts / self.text_count.max(1);
        format!("| {} | {} | {} | {}", kilobytes(self.all), kilobytes(self.once), kilobytes(self.part), kilobytes(text))
    }
}
