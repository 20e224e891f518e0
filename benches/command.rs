//! What a person at the terminal waits for: the command itself, from nothing to a site, its time and its peak memory.
//!
//! `cargo bench --bench command`. Each size is built five times into a new folder; the best time counts.

mod support;

use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};

#[expect(clippy::disallowed_macros, reason = "the table is what the benchmark is for")]
fn main() {
    if std::env::args().any(|argument| argument == "--test") {
        return;
    }
    println!("| vendors | pages | files | time | pages per second | peak memory |");
    println!("| ---: | ---: | ---: | ---: | ---: | ---: |");
    // Peak memory is that of the largest child so far, so sizes go up.
    for vendors in [10, 100, 1000] {
        let folder = tempfile::tempdir().expect("a folder for the site");
        support::write(&support::site(vendors), folder.path());
        let mut best = f64::INFINITY;
        for run in 0..5 {
            let target = folder.path().join(format!("public-{run}"));
            let began = Instant::now();
            let status = Command::new(env!("CARGO_BIN_EXE_clausewerk"))
                .args(["build", "--today", "2026-01-01", "--root"])
                .arg(folder.path())
                .arg("--output-dir")
                .arg(&target)
                .stderr(Stdio::null())
                .status()
                .expect("the command can be run");
            assert!(status.success(), "the generated site has no faults");
            best = best.min(began.elapsed().as_secs_f64());
        }
        let (pages, files) = count(&folder.path().join("public-0"));
        let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts memory").max_rss() / 1024;
        println!("| {vendors} | {pages} | {files} | {best:.2} s | {:.0} | {peak} MiB |", f64::from(pages) / best);
    }
}

/// Pages for people, and all files.
fn count(folder: &std::path::Path) -> (u32, u32) {
    let (mut pages, mut files) = (0, 0);
    for entry in std::fs::read_dir(folder).expect("the site can be listed") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            let (inner_pages, inner_files) = count(&path);
            pages += inner_pages;
            files += inner_files;
        } else {
            files += 1;
            pages += u32::from(path.ends_with("index.html"));
        }
    }
    (pages, files)
}
