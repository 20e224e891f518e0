//! What a person at the terminal waits for: the command itself, from nothing to a site, its time and its peak memory.
//!
//! `cargo bench --bench command`. Each size is built five times into a new folder, or as often as it takes ten seconds; the best time
//! counts. First with agreements alone, then with records, so with comparisons. Sizes can be given: `cargo bench --bench command -- 100`.

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
    println!("| vendors | records | pages | files | time | of the processors | pages per second | peak memory |");
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |");
    // Peak memory is that of the largest child so far, so sizes go up.
    for vendors in [10, 100, 1000].into_iter().filter(|size| asked.is_empty() || asked.contains(size)) {
        for (records, files) in [("no", support::site(vendors)), ("yes", support::recorded(vendors))] {
            let folder = tempfile::tempdir().expect("a folder for the site");
            support::write(&files, folder.path());
            let (mut best, mut least, mut all) = (f64::INFINITY, f64::INFINITY, 0.0);
            for run in 0..5 {
                let before = support::spent();
                let time = build(folder.path(), &folder.path().join(format!("public-{run}")));
                (best, least, all) = (best.min(time), least.min(support::spent() - before), all + time);
                if all > 10.0 {
                    break;
                }
            }
            let (pages, files) = count(&folder.path().join("public-0"));
            let peak = getrusage(UsageWho::RUSAGE_CHILDREN).expect("the system counts memory").max_rss() / 1024;
            println!(
                "| {vendors} | {records} | {pages} | {files} | {best:.2} s | {least:.2} s | {:.0} | {peak} MiB |",
                f64::from(pages) / best
            );
        }
    }
}

/// Builds a site into a new folder: how long it takes, in seconds.
fn build(root: &Path, target: &Path) -> f64 {
    let began = Instant::now();
    let status = Command::new(env!("CARGO_BIN_EXE_clausewerk"))
        .args(["build", "--today", "2026-01-01", "--root"])
        .arg(root)
        .arg("--output-dir")
        .arg(target)
        .stderr(Stdio::null())
        .status()
        .expect("the command can be run");
    assert!(status.success(), "the generated site has no faults");
    began.elapsed().as_secs_f64()
}

/// Pages for people, and all files.
fn count(folder: &Path) -> (u32, u32) {
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
