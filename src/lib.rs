//! Clausewerk turns processor agreements and security protocols, kept as structured Markdown, into a bilingual
//! static site.
//!
//! # The pipeline
//!
//! 1. **source** reads every file of a site, and the theme, messages and vocabularies that came with the program.
//! 2. **parse** finds blocks, printed labels and attributes in Markdown, and typed tables in TOML.
//! 3. **model** says what they mean: one immutable [`model::Corpus`] of parts, articles, clauses and items with ids,
//!    each translation paired with its original.
//! 4. **audience** projects the corpus on what this build's readers may see.
//! 5. **resolve** makes tables of what the words point at.
//! 6. **check** reads everything as a careful lawyer would, whoever the site is for.
//! 7. **site** says which pages there are, **search** makes the index of what readers see, **render** makes their bytes.
//! 8. **guard** looks for what was withheld in every byte made.
//! 9. **output** stages the site beside the target and swaps it in.
//!
//! Every stage takes values and makes new ones. What is wrong with the content becomes a
//! [`diagnostic::Finding`]; what is wrong with the environment is an error. [`build`] is all the orchestration
//! there is; [`assemble`] is its first half, and all that the preview needs.

pub mod analysis;
pub mod audience;
pub mod check;
pub mod cli;
pub mod diagnostic;
pub mod guard;
pub mod i18n;
pub mod model;
pub mod output;
pub mod parse;
pub mod render;
pub mod report;
pub mod resolve;
pub mod search;
pub mod server;
pub mod site;
pub mod source;
pub mod theme;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use diagnostic::Finding;
use guard::Guard;
use i18n::Messages;
use output::{Content as _, Observe, Packed, Published};
use parse::Audience;
use site::{Address, Page, Pages, Parts, World};
use source::{Files, Remembered, Sources};

/// For whom a site is made, where it will stand, and as of which day.
#[derive(Debug, Clone)]
pub struct Request {
    /// The folder of the site.
    pub root: PathBuf,
    /// Who will read it.
    pub audience: Audience,
    /// Where it will be served; else what `clausewerk.toml` says.
    pub base_url: Option<String>,
    /// The day as of which it speaks.
    pub today: Date,
}

/// A site put together, before any page is rendered.
pub struct Assembled {
    /// The files it is made from.
    pub sources: Arc<Sources>,
    /// The words of the program.
    pub messages: Arc<Messages>,
    /// Everything that pages are made from.
    pub world: Arc<World>,
    /// Which pages there are.
    pub pages: Pages,
    /// What looks for withheld words in what is made.
    pub guard: Guard,
    /// How many provisions are withheld from this audience.
    pub withheld: usize,
    /// What is wrong, in the order of the files.
    pub findings: Vec<Finding>,
}

/// What a build did.
pub struct Built {
    /// The site as it was put together, with every finding.
    pub site: Assembled,
    /// How many pages for people were made.
    pub pages: usize,
    /// What was written; `None` when errors kept the old site in place.
    pub published: Option<Published>,
}

/// What a build is doing, for a person who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Reading files.
    Read,
    /// Understanding agreements.
    Model,
    /// Making pages.
    Render,
    /// Making the search index.
    Search,
    /// Looking for withheld words.
    Guard,
    /// Writing.
    Write,
}

/// Builds a site into `target`. With errors nothing is swapped in.
///
/// # Errors
/// If the site's folder cannot be read, or the target not be written.
pub fn build(request: &Request, target: &Path, phase: &mut dyn FnMut(Phase), observe: &mut Observe) -> anyhow::Result<Built> {
    phase(Phase::Read);
    let (sources, findings) = Sources::read(&request.root)?;
    phase(Phase::Model);
    let mut site = assemble(sources, findings, request);
    // Before the pages are there, since both take much memory: the few pages that are searched as rendered are
    // rendered for it.
    phase(Phase::Search);
    let rendered = |address: &Address| render::render(&site.world, site.pages.get(address)?).ok();
    let searched = match diagnostic::has_errors(&site.findings) {
        true => BTreeMap::new(),
        false => search::index(&site.world, &site.pages, &rendered)?,
    };
    phase(Phase::Render);
    let (mut files, told) = render_all(&site);
    // With errors a page may be missing what it is made of; that is told already.
    if !diagnostic::has_errors(&site.findings) {
        site.findings.extend(told);
    }
    files.extend(searched.into_iter().map(|(path, bytes)| (path, Packed::new(bytes))));
    phase(Phase::Guard);
    site.findings.extend(inspect(&site.guard, &files));
    site.sources.sort(&mut site.findings);
    let pages = site.pages.keys().filter(|address| address.as_str().ends_with('/')).count();
    if diagnostic::has_errors(&site.findings) {
        return Ok(Built { site, pages, published: None });
    }
    phase(Phase::Write);
    let content: Vec<PathBuf> = source::FOLDERS.iter().map(|folder| request.root.join(folder)).collect();
    let protected: Vec<&Path> = std::iter::once(request.root.as_path()).chain(content.iter().map(PathBuf::as_path)).collect();
    let published = output::publish(request.audience.name(), &files, target, &protected, observe)?;
    Ok(Built { site, pages, published: Some(published) })
}

/// Puts a site together from its files: everything but rendering and writing.
pub fn assemble(sources: Sources, findings: Vec<Finding>, request: &Request) -> Assembled {
    Memory::default().assemble(sources, findings, request)
}

/// What was made of the files of a site, with what it was made of. A preview has one as long as it lives, and makes again only what a
/// change reaches; a build begins with an empty one.
#[derive(Default)]
pub struct Memory {
    messages: Remembered<(), Files, (Messages, Vec<Finding>)>,
    model: model::load::Memory,
    resolved: resolve::Memory,
    checked: check::Memory,
    shown: audience::Memory,
    site: site::Memory,
    guard: guard::Memory,
}

impl Memory {
    /// As [`assemble`]: whatever is remembered, the same site comes of it.
    pub fn assemble(&self, sources: Sources, mut findings: Vec<Finding>, request: &Request) -> Assembled {
        let sources = Arc::new(sources);
        let read = self.messages.get((), sources.all("i18n/"), || Messages::load(&sources));
        let (messages, told) = &*read;
        findings.extend_from_slice(told);
        let (corpus, told) = self.model.load(&sources, messages);
        findings.extend(told);
        findings.extend(audience::pages::check(&corpus.pages));
        // Findings are about the whole corpus, whoever the site is for.
        let everything = self.resolved.resolve(&corpus, &corpus, messages, Audience::Internal);
        findings.extend(self.checked.check(&check::Whole { corpus: &corpus, resolved: &everything, messages, today: request.today }));
        let audience::Projection { shown, withheld } = self.shown.project(&corpus, request.audience);
        let nothing_withheld = withheld == audience::Withheld::default();
        let resolved = if nothing_withheld { everything } else { self.resolved.resolve(&shown, &corpus, messages, request.audience) };
        let guard = self.guard.of_site(&withheld, &shown, &sources, request.audience);
        let mut findings = check::allow::apply(&corpus, findings);
        drop(corpus);
        let base_url = request.base_url.clone().or_else(|| shown.site.base_url.clone());
        let parts = Parts {
            corpus: shown,
            resolved,
            messages: Arc::new(messages.clone()),
            sources: Arc::clone(&sources),
            audience: request.audience,
            base_url,
            today: request.today,
        };
        let (world, told) = self.site.world(parts);
        findings.extend(told);
        let world = Arc::new(world);
        let pages = Pages::of(&world);
        findings.extend(site::taken_addresses(&world, &pages));
        findings.extend(site::links::check(&world, &pages));
        findings.extend(site::pages::security_txt::check(&world));
        sources.sort(&mut findings);
        Assembled { messages: Arc::clone(&world.messages), sources, world, pages, guard, withheld: withheld.nodes, findings }
    }

    /// Forgets what nobody asked for since this was last called.
    pub fn forget(&self, sources: &Sources) {
        self.model.forget(sources);
        self.resolved.forget();
        self.checked.forget();
        self.shown.forget();
        self.site.forget();
        self.guard.forget();
    }
}

/// Renders every page, in parallel. The result does not depend on the number of threads.
fn render_all(site: &Assembled) -> (BTreeMap<String, Packed>, Vec<Finding>) {
    let pages: Vec<(&Address, &Page)> = site.pages.iter().collect();
    let rendered: Vec<_> =
        pages.into_par_iter().map(|(address, page)| (address.file_path(), render::render(&site.world, page).map(Packed::new))).collect();
    let (mut files, mut findings) = (BTreeMap::new(), Vec::new());
    for (path, result) in rendered {
        match result {
            Ok(packed) => {
                files.insert(path, packed);
            }
            Err(finding) => findings.push(finding),
        }
    }
    (files, findings)
}

fn inspect(guard: &Guard, files: &BTreeMap<String, Packed>) -> Vec<Finding> {
    if guard.is_idle() {
        return Vec::new();
    }
    // A company may be called what a word of the searching program is.
    let made = files.par_iter().filter(|(path, _)| !search::is_of_the_program(path));
    made.flat_map_iter(|(path, packed)| guard.inspect(path, &packed.bytes())).collect()
}
