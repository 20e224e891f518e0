//! Which pages there are, and what stands on each: an ordered map from address to [`Page`].
//!
//! A [`World`] is everything a build knows, immutable. [`pages`] lists its pages. Each kind of page has a file in
//! `site/pages/` that says which pages of the kind there are and what its template is given, and a template of the
//! same name in the theme. `render` makes bytes of them.

pub mod about;
pub mod address;
pub mod blocks;
pub mod card;
pub mod colophon;
pub mod comparison;
pub mod dated;
pub mod definition;
pub mod digest;
pub mod followed;
pub mod head;
pub mod headers;
pub mod laws;
pub mod linked_data;
pub mod links;
pub mod listed;
pub mod look;
pub mod matrix;
pub mod menu;
pub mod notice;
pub mod page;
pub mod pages;
pub mod places;
pub mod register;
pub mod running;
pub mod upcoming;
pub mod used_terms;
pub mod values;
pub mod vendor_entry;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use jiff::civil::Date;

pub use address::{Address, Base};
use digest::Digest;
pub use listed::Pages;
use look::Look;
use menu::Lists;
pub use page::Page;

use crate::analysis::facts::Beside;
use crate::analysis::register::Standings;
use crate::analysis::{Glossary, coverage, facts, pairs, topics};
use crate::diagnostic::{ADDRESS_TAKEN, Finding, Place};
use crate::i18n::{Language, Messages};
use crate::model::{Agreement, Corpus, Vendor};
use crate::parse::configuration::Configuration;
use crate::parse::{Audience, table};
use crate::resolve::Resolved;
use crate::source::{Files, Remembered, Sources};
use crate::theme::{Assets, DEFAULT, Fonts, Templates, Theme};

/// What a site is made from.
pub struct Parts {
    /// What the site says, as this build's audience may see it.
    pub corpus: Corpus,
    /// What its words point at.
    pub resolved: Resolved,
    /// The words of the program.
    pub messages: Arc<Messages>,
    /// The files: of the theme, some are published as they are.
    pub sources: Arc<Sources>,
    /// For whom the site is built.
    pub audience: Audience,
    /// Where it will be served, when that is known: `https://trust.example.org/`.
    pub base_url: Option<String>,
    /// The day as of which the site speaks.
    pub today: Date,
}

/// Everything a build knows. It may be shared between threads.
pub struct World {
    /// What the site says, as this build's audience may see it.
    pub corpus: Corpus,
    /// What its words point at.
    pub resolved: Resolved,
    /// Its defined terms, gathered when a page asks for them.
    glossary: OnceLock<Glossary>,
    /// The concepts that any defined term stands for.
    pub concepts: BTreeSet<String>,
    /// The topics that are compared, by their places in the vocabulary.
    pub topics: Vec<usize>,
    /// Whether any agreement states a measure, or mentions a certificate.
    pub has_measures: bool,
    /// What else is asked of each vendor's texts, in the order of the vendors.
    digests: Vec<Arc<Digest>>,
    /// The vendors' places in the order of the alphabet, by language.
    pub alphabet: BTreeMap<Language, Vec<usize>>,
    pairs: OnceLock<Vec<(usize, usize)>>,
    facts: OnceLock<Beside>,
    /// Whom they engage on the day of the site.
    pub standing: Standings,
    /// The words of the program.
    pub messages: Arc<Messages>,
    /// The files.
    pub sources: Arc<Sources>,
    /// For whom the site is built.
    pub audience: Audience,
    /// Where it is served.
    pub base: Base,
    /// The day as of which the site speaks.
    pub today: Date,
    /// Which file of the theme counts.
    pub theme: Theme,
    /// The files that are published beside the pages.
    pub assets: Assets,
    /// The theme's templates.
    pub templates: Arc<Templates>,
    /// The fonts with which its pictures are drawn.
    pub fonts: Fonts,
}

impl World {
    /// Puts a site together. What is wrong with its theme, and pages that want an address that is taken, are findings.
    pub fn new(parts: Parts) -> (World, Vec<Finding>) {
        Memory::default().world(parts)
    }

    /// Its defined terms.
    pub fn glossary(&self) -> &Glossary {
        self.glossary.get_or_init(|| Glossary::of(&self.corpus, &self.resolved))
    }

    /// Whether any agreement that may be read defines a term.
    pub fn has_terms(&self) -> bool {
        self.resolved.definitions(&self.corpus.vendors).next().is_some()
    }

    /// Which vendors are held against each other, by their places, the lower first.
    pub fn pairs(&self) -> &[(usize, usize)] {
        self.pairs.get_or_init(|| pairs::compared(&self.corpus))
    }

    /// What their facts are beside each other.
    pub fn facts(&self) -> &Beside {
        self.facts.get_or_init(|| Beside::of(&self.corpus.vocabulary, &self.corpus.vendors.iter().map(Arc::as_ref).collect::<Vec<_>>()))
    }

    /// The site's languages, the default one first.
    pub fn languages(&self) -> &[Language] {
        &self.corpus.languages
    }

    /// The language for readers of whom nothing is known.
    pub fn default_language(&self) -> Language {
        self.corpus.languages.first().copied().unwrap_or(Language::NL)
    }

    /// A vendor by its place in the corpus.
    pub fn vendor(&self, vendor: usize) -> Option<&Vendor> {
        self.corpus.vendors.get(vendor).map(Arc::as_ref)
    }

    /// An agreement by its vendor's place in the corpus and its own with the vendor.
    pub fn agreement(&self, vendor: usize, agreement: usize) -> Option<(&Vendor, &Agreement)> {
        let vendor = self.vendor(vendor)?;
        Some((vendor, vendor.agreements.get(agreement)?))
    }
}

/// What was found of vendors and made of the theme, with what it was made of.
#[derive(Default)]
pub struct Memory {
    digests: digest::Memory,
    templates: Remembered<Audience, TemplateInputs, (Arc<Templates>, Vec<Finding>)>,
}

/// Everything that compiled templates hold.
#[derive(PartialEq)]
struct TemplateInputs {
    files: Files,
    theme: String,
    messages: Messages,
    /// What is the same on every page, as JSON.
    shared: String,
    assets: String,
    base: String,
}

impl Memory {
    /// As [`World::new`], but what stayed the same is taken from memory.
    pub fn world(&self, parts: Parts) -> (World, Vec<Finding>) {
        let Parts { corpus, resolved, messages, sources, audience, base_url, today } = parts;
        let mut findings = Vec::new();
        let theme = Theme::find(&sources, &corpus.site.theme, theme_place(&sources)).unwrap_or_else(|finding| {
            findings.push(finding);
            Theme::find(&sources, DEFAULT, Place::Nowhere).unwrap_or_else(|_| Theme::built_in(&sources))
        });
        let (look, told) = Look::new(&corpus.site.look, &theme, &sources);
        findings.extend(told);
        // What the program makes to be published beside the theme's own files, by path.
        let made = look.sheet.iter().map(|sheet| (look::SHEET.to_owned(), sheet.clone().into_bytes()));
        let assets = Assets::new(&theme, &sources, made);
        let base = Base::new(base_url.as_deref());
        let concepts: BTreeSet<&str> =
            resolved.definitions(&corpus.vendors).filter_map(|definition| definition.concept.as_deref()).collect();
        let concepts = concepts.into_iter().map(str::to_owned).collect();
        let digests = self.digests.digests(&corpus);
        let topics = topics::occurring(&corpus, digests.iter().map(|digest| &digest.topics));
        let has_measures = digests.iter().any(|digest| digest.has_measures);
        let lists = Lists {
            has_terms: resolved.definitions(&corpus.vendors).next().is_some(),
            has_comparisons: facts::exists(&corpus)
                || coverage::exists(&corpus)
                || has_measures
                || !topics.is_empty()
                || pairs::exists(&corpus),
        };
        let alphabet = corpus.languages.iter().map(|language| (*language, in_alphabet(&corpus, &messages, *language))).collect();
        let standing = Standings::of(&corpus, today);
        let shared = menu::Shared::new(&corpus, lists, &messages, &assets, &look, &base, audience);
        let fonts = theme.fonts(&sources);
        let known = TemplateInputs {
            files: sources.all("themes/"),
            theme: corpus.site.theme.clone(),
            messages: Messages::clone(&messages),
            shared: serde_json::to_string(&shared).unwrap_or_default(),
            assets: assets.hash().to_owned(),
            base: base.path().to_owned(),
        };
        let compiled = self.templates.get(audience, known, || {
            let (templates, told) = theme.compile(&sources, |tera| words::register(tera, &shared, &messages, &assets, &fonts, &base));
            (Arc::new(templates), told)
        });
        findings.extend_from_slice(&compiled.1);
        let world = World {
            corpus,
            resolved,
            glossary: OnceLock::new(),
            concepts,
            topics,
            has_measures,
            digests,
            alphabet,
            pairs: OnceLock::new(),
            facts: OnceLock::new(),
            standing,
            messages,
            sources,
            audience,
            base,
            today,
            theme,
            assets,
            templates: Arc::clone(&compiled.0),
            fonts,
        };
        findings.extend(card::findings(&world));
        (world, findings)
    }

    /// Forgets what is gone.
    pub fn forget(&self) {
        self.digests.forget();
        self.templates.forget();
    }
}

/// The places of the vendors in the order of a language's alphabet.
fn in_alphabet(corpus: &Corpus, messages: &Messages, language: Language) -> Vec<usize> {
    let locale = messages.locale(language);
    let mut places: Vec<usize> = (0..corpus.vendors.len()).collect();
    let vendor = |place: &usize| &corpus.vendors[*place];
    places.sort_by(|a, b| locale.compare(&vendor(a).name, &vendor(b).name).then_with(|| vendor(a).slug.cmp(&vendor(b).slug)));
    places
}

/// Every page of the site, in the order of their addresses.
pub fn pages(world: &World) -> BTreeMap<Address, Page> {
    addressed(world, pages::all(world))
}

fn addressed(world: &World, pages: Vec<Page>) -> BTreeMap<Address, Page> {
    let mut addressed = BTreeMap::new();
    for page in pages {
        if let Some(address) = page.address(world) {
            // The site's own pages come first: an owner's page cannot hide one.
            addressed.entry(address).or_insert(page);
        }
    }
    addressed
}

/// Pages of the owner's own words that cannot be shown, since something else is at their address.
pub fn taken_addresses(world: &World, pages: &Pages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for path in pages::text::paths(&world.corpus, world.audience) {
        let wanted = Page::Text(world.default_language(), path.to_owned());
        let address = Address::text(world.default_language(), path);
        if pages.find(address.as_str()).is_some_and(|(_, page)| *page != wanted) {
            let place = Place::Path(format!("{}{path}", crate::parse::page::FOLDER));
            findings.push(Finding::new(ADDRESS_TAKEN, place).with("address", address.as_str()));
        }
    }
    findings
}

/// Where the site names its theme.
fn theme_place(sources: &Sources) -> Place {
    let file = sources.find("clausewerk.toml");
    let configuration = file.and_then(|file| Some((file, table::read::<Configuration>(sources, file).0?)));
    let named = configuration.and_then(|(file, read)| Some(crate::diagnostic::Span::new(file, read.site.theme?.span())));
    named.map_or_else(|| Place::Path("clausewerk.toml".to_owned()), Place::from)
}

#[cfg(test)]
pub(crate) mod tests;
