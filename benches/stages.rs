//! How long each stage takes, over sites of 10, 100 and 1,000 vendors.

mod support;

use std::hint::black_box;
use std::path::PathBuf;
use std::time::Duration;

use clausewerk::i18n::Messages;
use clausewerk::model::Corpus;
use clausewerk::parse::{Audience, markdown};
use clausewerk::source::Sources;
use clausewerk::{Request, assemble, render, resolve};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

const SIZES: [usize; 3] = [10, 100, 1000];

fn request() -> Request {
    Request { root: PathBuf::new(), audience: Audience::Public, base_url: None, today: jiff::civil::date(2026, 1, 1) }
}

fn stages(criterion: &mut Criterion) {
    for vendors in SIZES {
        let files = support::site(vendors);
        let sources = || Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let read = sources();
        let (messages, _) = Messages::load(&read);
        let (corpus, _) = Corpus::load(&read, &messages);
        let assembled = assemble(sources(), Vec::new(), &request());
        let texts: Vec<_> = read.site_files("content/vendors/").filter(|file| read.file(*file).path.ends_with(".md")).collect();

        let mut group = criterion.benchmark_group("stages");
        group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
        group.throughput(Throughput::Elements(assembled.pages.len() as u64));
        group.bench_function(BenchmarkId::new("parse", vendors), |bencher| {
            bencher.iter(|| texts.par_iter().map(|file| markdown::read(read.file(*file).text(), *file).0.elements.len()).sum::<usize>());
        });
        group.bench_function(BenchmarkId::new("model", vendors), |bencher| bencher.iter(|| black_box(Corpus::load(&read, &messages))));
        group.bench_function(BenchmarkId::new("resolve", vendors), |bencher| {
            bencher.iter(|| black_box(resolve::resolve(&corpus, &corpus, &messages, Audience::Internal)));
        });
        group.bench_function(BenchmarkId::new("render", vendors), |bencher| {
            bencher.iter(|| {
                let pages: Vec<_> = assembled.pages.values().collect();
                pages.into_par_iter().map(|page| render::render(&assembled.world, page).map_or(0, |bytes| bytes.len())).sum::<usize>()
            });
        });
        group.finish();
    }
}

/// From files to a swapped-in site, over one that is already there: what an author's build in CI does.
fn whole(criterion: &mut Criterion) {
    for vendors in SIZES {
        let folder = tempfile::tempdir().expect("a folder for the site");
        support::write(&support::site(vendors), folder.path());
        let request = Request { root: folder.path().to_owned(), ..request() };
        let target = folder.path().join("public");
        let mut group = criterion.benchmark_group("whole");
        group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(5));
        group.bench_function(BenchmarkId::new("build", vendors), |bencher| {
            bencher.iter(|| {
                let built = clausewerk::build(&request, &target, &mut |_| {}, &mut |_| {}).expect("the site can be written");
                assert!(built.published.is_some(), "the generated site has no faults");
                built.pages
            });
        });
        group.finish();
    }
}

/// Linking grows with the text, however many terms there are and however long a clause is.
fn linking(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("linking");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    let sites = [2_500, 20_000].map(|terms| (format!("{terms} definitions"), support::many_definitions(terms)));
    let clauses = [1, 5].map(|megabytes| (format!("a clause of {megabytes} MB"), support::long_clause(megabytes)));
    for (name, text) in sites.into_iter().chain(clauses) {
        let files = support::of_one_text(&text);
        let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let (messages, _) = Messages::load(&sources);
        let (corpus, _) = Corpus::load(&sources, &messages);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("resolve", name), |bencher| {
            bencher.iter(|| black_box(resolve::resolve(&corpus, &corpus, &messages, Audience::Internal)));
        });
    }
    group.finish();
}

criterion_group!(benches, stages, whole, linking);
criterion_main!(benches);
