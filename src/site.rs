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
pub mod head;
pub mod headers;
pub mod laws;
pub mod linked_data;
pub mod links;
pub mod look;
pub mod matrix;
pub mod menu;
pub mod pages;
pub mod places;
pub mod running;
pub mod used_terms;
pub mod values;
pub mod vendor_entry;
mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

pub use address::{Address, Base};
use look::Look;
use pages::compare_sheet::{Form, Sheet};

use crate::analysis::facts::Beside;
use crate::analysis::{Glossary, pairs};
use crate::diagnostic::{ADDRESS_TAKEN, Finding, Place};
use crate::i18n::{Language, Messages};
use crate::model::{Agreement, Corpus, Vendor};
use crate::parse::configuration::Configuration;
use crate::parse::{Audience, table};
use crate::resolve::Resolved;
use crate::source::Sources;
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
    /// Its defined terms.
    pub glossary: Glossary,
    /// The vendors' places in the order of the alphabet, by language.
    pub alphabet: BTreeMap<Language, Vec<usize>>,
    /// Which vendors are held against each other, by their places, the lower first.
    pub pairs: Vec<(usize, usize)>,
    /// What their facts are beside each other.
    pub facts: Beside,
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
    pub templates: Templates,
    /// The fonts with which its pictures are drawn.
    pub fonts: Fonts,
}

impl World {
    /// Puts a site together. What is wrong with its theme, and pages that want an address that is taken, are findings.
    pub fn new(parts: Parts) -> (World, Vec<Finding>) {
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
        let glossary = Glossary::of(&corpus, &resolved);
        let alphabet = corpus.languages.iter().map(|language| (*language, in_alphabet(&corpus, &messages, *language))).collect();
        let pairs = pairs::compared(&corpus);
        let facts = Beside::of(&corpus.vocabulary, &corpus.vendors.iter().collect::<Vec<_>>());
        let shared = menu::Shared::new(&corpus, &glossary, &messages, &assets, &look, &base, audience);
        let fonts = theme.fonts(&sources);
        let (templates, found) = theme.compile(&sources, |tera| words::register(tera, &shared, &messages, &assets, &fonts, &base));
        findings.extend(found);
        let world = World {
            corpus,
            resolved,
            glossary,
            alphabet,
            pairs,
            facts,
            messages,
            sources,
            audience,
            base,
            today,
            theme,
            assets,
            templates,
            fonts,
        };
        findings.extend(taken_addresses(&world));
        findings.extend(card::findings(&world));
        (world, findings)
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
        self.corpus.vendors.get(vendor)
    }

    /// An agreement by its vendor's place in the corpus and its own with the vendor.
    pub fn agreement(&self, vendor: usize, agreement: usize) -> Option<(&Vendor, &Agreement)> {
        let vendor = self.vendor(vendor)?;
        Some((vendor, vendor.agreements.get(agreement)?))
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

/// A page, or another file that the site serves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Page {
    /// `/`.
    LanguageChoice,
    /// What there is.
    Home(Language),
    /// All vendors.
    Vendors(Language),
    /// A vendor, by its place in the corpus.
    Vendor(Language, usize),
    /// The text of an agreement, by its vendor's place and its own.
    Agreement(Language, usize, usize),
    /// Two languages of an agreement beside each other.
    Bilingual(Language, usize, usize),
    /// All defined terms.
    Definitions(Language),
    /// A concept, by its place in the vocabulary.
    Definition(Language, usize),
    /// The choice of comparisons.
    Compare(Language),
    /// What the vendors' agreements state, by the number of the page.
    CompareFacts(Language, usize),
    /// What the law asks and where it is found, by the number of the page.
    CompareCoverage(Language, usize),
    /// A comparison of all vendors as a sheet.
    CompareSheet(Language, Sheet, Form),
    /// The topics that clauses have.
    CompareTopics(Language),
    /// The clauses of all vendors on a topic, by its place in the vocabulary and the number of the page.
    CompareTopic(Language, usize, usize),
    /// Which vendors are held against each other.
    ComparePairs(Language),
    /// Two vendors, provision against provision, by their places in the corpus.
    ComparePair(Language, usize, usize),
    /// The owner's models, and who is held against each.
    CompareModels(Language),
    /// A model and a vendor, provision against provision, by their places in the corpus.
    CompareModel(Language, usize, usize),
    /// The site owner's positions, and where each vendor stands. Internal.
    Playbook(Language),
    /// What to negotiate with a vendor, by its place in the corpus. Internal.
    Negotiation(Language, usize),
    /// Security measures by theme and vendor, by the number of the page.
    Security(Language, usize),
    /// A page of the site owner's own words, by its folder below `content/pages/`.
    Text(Language, String),
    /// Full-text search.
    Search(Language),
    /// What stands in the margins of printed pages: of an agreement, by its vendor's place and its own, or of all others.
    PrintStyle(Language, Option<(usize, usize)>),
    /// The picture that stands for the site where it is shared, by the language of its words.
    Card(Language),
    /// What is shown where there is nothing.
    NotFound,
    /// The pages that may be indexed.
    Sitemap,
    /// What robots may do.
    Robots,
    /// The headers of the site's files, for hosts that read them.
    HostHeaders,
    /// How nginx serves the site.
    Nginx,
    /// What keeps GitHub Pages from taking the site for sources of one.
    NoJekyll,
    /// Whom to tell of a vulnerability.
    SecurityTxt,
    /// An agreement, for programs.
    AgreementData(usize, usize),
    /// The text of an agreement in one of its languages, by its vendor's place and its own.
    PlainText(Language, usize, usize),
    /// All agreements, for programs.
    AgreementIndex,
    /// Concepts and defined terms, for programs.
    DefinitionsData,
    /// What vendors' agreements state, for programs.
    ComparisonData,
    /// Security measures by theme and vendor, for programs.
    MeasuresData,
    /// All vendors, for programs.
    VendorsData,
    /// What the law asks and where it is found, for programs.
    CoverageData,
    /// The shape of a data file, by its name.
    Schema(&'static str),
    /// A file of the theme, by its path within it.
    Asset(String),
}

impl Page {
    /// The language that the page speaks; `None` for those that speak all or none.
    pub fn language(&self) -> Option<Language> {
        match self {
            Page::Home(language)
            | Page::Vendors(language)
            | Page::Vendor(language, _)
            | Page::Agreement(language, ..)
            | Page::Bilingual(language, ..)
            | Page::Definitions(language)
            | Page::Definition(language, _)
            | Page::Compare(language)
            | Page::CompareFacts(language, _)
            | Page::CompareCoverage(language, _)
            | Page::CompareTopics(language)
            | Page::CompareTopic(language, ..)
            | Page::ComparePairs(language)
            | Page::ComparePair(language, ..)
            | Page::CompareModels(language)
            | Page::CompareModel(language, ..)
            | Page::Playbook(language)
            | Page::Negotiation(language, _)
            | Page::Security(language, _)
            | Page::Text(language, _)
            | Page::Search(language) => Some(*language),
            _ => None,
        }
    }

    /// The same page in another language.
    pub fn twin(&self, language: Language) -> Page {
        match self {
            Page::Home(_) => Page::Home(language),
            Page::Vendors(_) => Page::Vendors(language),
            Page::Vendor(_, vendor) => Page::Vendor(language, *vendor),
            Page::Agreement(_, vendor, agreement) => Page::Agreement(language, *vendor, *agreement),
            Page::Bilingual(_, vendor, agreement) => Page::Bilingual(language, *vendor, *agreement),
            Page::Definitions(_) => Page::Definitions(language),
            Page::Definition(_, concept) => Page::Definition(language, *concept),
            Page::Compare(_) => Page::Compare(language),
            Page::CompareFacts(_, page) => Page::CompareFacts(language, *page),
            Page::CompareCoverage(_, page) => Page::CompareCoverage(language, *page),
            Page::CompareTopics(_) => Page::CompareTopics(language),
            Page::CompareTopic(_, topic, page) => Page::CompareTopic(language, *topic, *page),
            Page::ComparePairs(_) => Page::ComparePairs(language),
            Page::Security(_, page) => Page::Security(language, *page),
            Page::ComparePair(_, left, right) => Page::ComparePair(language, *left, *right),
            Page::CompareModels(_) => Page::CompareModels(language),
            Page::CompareModel(_, model, vendor) => Page::CompareModel(language, *model, *vendor),
            Page::Playbook(_) => Page::Playbook(language),
            Page::Negotiation(_, vendor) => Page::Negotiation(language, *vendor),
            Page::Text(_, path) => Page::Text(language, path.clone()),
            Page::Search(_) => Page::Search(language),
            other => other.clone(),
        }
    }

    /// Where the page is; `None` if the corpus has no such vendor or agreement.
    pub fn address(&self, world: &World) -> Option<Address> {
        Some(match self {
            Page::LanguageChoice => Address::language_choice(),
            Page::Home(language) => Address::home(*language),
            Page::Vendors(language) => Address::vendors(*language),
            Page::Vendor(language, vendor) => Address::vendor(*language, &world.vendor(*vendor)?.slug),
            Page::Agreement(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::agreement(*language, &vendor.slug, &agreement.slug)
            }
            Page::Bilingual(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::bilingual(*language, &vendor.slug, &agreement.slug)
            }
            Page::Definitions(language) => Address::definitions(*language),
            Page::Definition(language, concept) => Address::definition(*language, &world.corpus.vocabulary.concepts.get(*concept)?.id),
            Page::Compare(language) => Address::compare(*language),
            Page::CompareFacts(language, page) => Address::compare_facts(*language, *page),
            Page::CompareCoverage(language, page) => Address::compare_coverage(*language, *page),
            Page::CompareSheet(language, sheet, form) => Address::compare_sheet(*language, sheet.name(), form.ending()),
            Page::CompareTopics(language) => Address::compare_topics(*language),
            Page::CompareTopic(language, topic, page) => {
                Address::compare_topic(*language, &world.corpus.vocabulary.topics.get(*topic)?.id, *page)
            }
            Page::ComparePairs(language) => Address::compare_pairs(*language),
            Page::Security(language, page) => Address::security(*language, *page),
            Page::ComparePair(language, left, right) => {
                Address::compare_pair(*language, &world.vendor(*left)?.slug, &world.vendor(*right)?.slug)
            }
            Page::CompareModels(language) => Address::compare_models(*language),
            Page::CompareModel(language, model, vendor) => {
                let model = world.corpus.models.get(*model)?.agreements.first()?;
                Address::compare_model(*language, &model.slug, &world.vendor(*vendor)?.slug)
            }
            Page::Playbook(language) => Address::playbook(*language),
            Page::Negotiation(language, vendor) => Address::negotiation(*language, &world.vendor(*vendor)?.slug),
            Page::Text(language, path) => Address::text(*language, path),
            Page::Search(language) => Address::search(*language),
            Page::PrintStyle(language, None) => Address::print_style(&Address::home(*language)),
            Page::PrintStyle(language, Some((vendor, agreement))) => {
                Address::print_style(&Page::Agreement(*language, *vendor, *agreement).address(world)?)
            }
            Page::Card(language) => Address::card(*language),
            Page::NotFound => Address::not_found(),
            Page::Sitemap => Address::sitemap(),
            Page::Robots => Address::robots(),
            Page::HostHeaders => Address::host_headers(),
            Page::Nginx => Address::nginx(),
            Page::NoJekyll => Address::no_jekyll(),
            Page::SecurityTxt => Address::security_txt(),
            Page::AgreementData(vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::agreement_data(&vendor.slug, &agreement.slug)
            }
            Page::PlainText(language, vendor, agreement) => {
                let (vendor, agreement) = world.agreement(*vendor, *agreement)?;
                Address::plain_text(*language, &vendor.slug, &agreement.slug)
            }
            Page::AgreementIndex => Address::agreement_index(),
            Page::DefinitionsData => Address::definitions_data(),
            Page::ComparisonData => Address::comparison_data(),
            Page::MeasuresData => Address::measures_data(),
            Page::VendorsData => Address::vendors_data(),
            Page::CoverageData => Address::coverage_data(),
            Page::Schema(name) => Address::schema(name),
            Page::Asset(path) => Address::asset(world.assets.hash(), path),
        })
    }

    /// Whether search engines may list it: a page for people, of a public site, without text in our own words.
    pub fn may_be_indexed(&self, world: &World) -> bool {
        world.audience == Audience::Public
            && match self {
                Page::LanguageChoice
                | Page::Home(_)
                | Page::Vendors(_)
                | Page::Vendor(..)
                | Page::Definitions(_)
                | Page::Compare(_)
                | Page::CompareFacts(..)
                | Page::CompareCoverage(..)
                | Page::CompareTopics(_)
                | Page::ComparePairs(_)
                | Page::CompareModels(_)
                | Page::Security(..)
                | Page::Text(..) => true,
                // They show clauses of any vendor.
                Page::CompareTopic(..) | Page::ComparePair(..) | Page::CompareModel(..) => {
                    let mut shown = self::pages::all_shown(world);
                    shown.all(pages::agreement::is_verbatim)
                }
                Page::Definition(_, concept) => {
                    let concept = world.corpus.vocabulary.concepts.get(*concept);
                    concept.is_some_and(|concept| pages::definition::is_verbatim(world, &concept.id))
                }
                Page::Agreement(_, vendor, agreement) | Page::Bilingual(_, vendor, agreement) => {
                    world.agreement(*vendor, *agreement).is_some_and(|(_, found)| pages::agreement::is_verbatim(found))
                }
                _ => false,
            }
    }
}

/// Every page of the site, in the order of their addresses.
pub fn pages(world: &World) -> BTreeMap<Address, Page> {
    let mut addressed = BTreeMap::new();
    for page in pages::all(world) {
        if let Some(address) = page.address(world) {
            // The site's own pages come first: an owner's page cannot hide one.
            addressed.entry(address).or_insert(page);
        }
    }
    addressed
}

/// Pages of the owner's own words that cannot be shown, since something else is at their address.
fn taken_addresses(world: &World) -> Vec<Finding> {
    let addressed = pages(world);
    let mut findings = Vec::new();
    for path in pages::text::paths(&world.corpus, world.audience) {
        let wanted = Page::Text(world.default_language(), path.to_owned());
        let address = Address::text(world.default_language(), path);
        if addressed.get(&address).is_some_and(|page| *page != wanted) {
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
