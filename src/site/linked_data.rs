//! What a page says to programs: JSON-LD in the words of schema.org, and of the Data Privacy Vocabulary (DPV,
//! w3id.org/dpv) where that has one. What is not stated is left out; addresses are, where the site's own is not known.

mod process;

use serde::Serialize;

use process::{PREFIXES, Prefixes};
pub use process::{Processor, register, sub_processor};

use super::about::About;
use super::{Address, Page, World};
use crate::i18n::Language;

/// Where the words are defined.
const CONTEXT: &str = "https://schema.org";

/// What sort of page it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum PageType {
    /// Any page.
    WebPage,
    /// About the site or its owner.
    AboutPage,
    /// How to reach the owner.
    ContactPage,
    /// A list of things.
    CollectionPage,
    /// What was found.
    SearchResultsPage,
}

/// A thing that a page shows or speaks of.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub enum Thing {
    /// A summary in our own words.
    CreativeWork(Box<Work>),
    /// A document itself.
    DigitalDocument(Box<Work>),
    /// A company.
    Organization(Box<Organization>),
    /// A concept.
    DefinedTerm(Box<Term>),
    /// All concepts.
    DefinedTermSet(Terms),
    /// Several pages.
    ItemList(List),
    /// A processor or sub-processor, and what it is engaged for.
    #[serde(untagged)]
    Processor(Box<Processor>),
}

/// A document, or a summary of one.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// Its title.
    pub name: String,
    /// What it is, as DPV has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_type: Option<String>,
    /// What it must not be taken for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disambiguating_description: Option<String>,
    /// The language of the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_language: Option<Language>,
    /// The version it states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Offered, signed and so on, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creative_work_status: Option<String>,
    /// What sort of document it is, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub genre: Option<String>,
    /// What it deals with.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Named>,
    /// Whose services it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Party>,
    /// Who publishes it here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Party>,
    /// Of a summary: the document.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_based_on: Option<Box<Thing>>,
    /// Of a translation: the original.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub translation_of_work: Option<Box<Thing>>,
    /// The same for programs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<Media>,
}

/// A company, as its own page describes it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// What it is commonly called.
    pub name: String,
    /// Its role, as DPV has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_type: Option<String>,
    /// Its legal name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_name: Option<String>,
    /// What it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its website.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its postal address, as stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its number in a register.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<Identifier>,
    /// How to reach it, by role.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contact_point: Vec<ContactPoint>,
}

/// A number in a register.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "PropertyValue")]
pub struct Identifier {
    /// The register.
    #[serde(rename = "propertyID")]
    pub register: String,
    /// The number.
    #[serde(rename = "value")]
    pub number: String,
}

/// A way to reach someone.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub struct ContactPoint {
    /// What for, in words.
    pub contact_type: String,
    /// An e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A telephone number, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub telephone: Option<String>,
    /// A web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A company that is only named.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Organization", rename_all = "camelCase")]
pub struct Party {
    /// What it is called.
    pub name: String,
    /// Its role, as DPV has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub additional_type: Option<String>,
    /// Its website, or the page that shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Something that is only named.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "Thing")]
pub struct Named {
    /// What it is called.
    pub name: String,
}

/// A file with the same content.
#[derive(Debug, Serialize)]
#[serde(tag = "@type", rename = "MediaObject", rename_all = "camelCase")]
pub struct Media {
    /// Where it is.
    pub content_url: String,
    /// Its media type.
    pub encoding_format: &'static str,
}

/// A concept.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Term {
    /// What it is called.
    pub name: String,
    /// Other words for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub alternate_name: Vec<String>,
    /// What it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Its id in the vocabulary.
    pub term_code: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The same in DPV.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<String>,
    /// Where the GDPR defines or governs it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subject_of: Vec<Legislation>,
    /// What it is part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub in_defined_term_set: Option<Box<Thing>>,
}

/// A provision of law.
#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
pub struct Legislation {
    /// How it is cited.
    pub name: String,
    /// Where the official text is.
    pub url: String,
}

/// All concepts.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Terms {
    /// What it is called.
    pub name: String,
    /// Its page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The concepts in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub has_defined_term: Vec<Thing>,
}

/// Several pages, in order.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct List {
    item_list_element: Vec<ListItem>,
}

impl List {
    /// Of pages: what each is called, and where it is.
    pub fn new(pages: impl IntoIterator<Item = (String, Option<String>)>) -> List {
        let item = |(place, (name, item))| ListItem { position: place + 1, name, item };
        List { item_list_element: pages.into_iter().enumerate().map(item).collect() }
    }
}

#[derive(Debug, Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    position: usize,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
}

/// Where the words of a page are defined.
#[derive(Serialize)]
#[serde(untagged)]
enum Context {
    /// All of them by schema.org.
    Schema(&'static str),
    /// Some by vocabularies that are named by prefixes.
    Several(&'static str, Prefixes),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Root<'a> {
    #[serde(rename = "@context")]
    context: Context,
    #[serde(rename = "@type")]
    page_type: PageType,
    name: &'a str,
    description: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    in_language: Vec<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    last_reviewed: Option<String>,
    is_part_of: WebSite<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    breadcrumb: Option<Breadcrumbs>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_entity: Option<&'a Thing>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename = "BreadcrumbList", rename_all = "camelCase")]
struct Breadcrumbs {
    item_list_element: Vec<ListItem>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct WebSite<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    publisher: Party,
    #[serde(skip_serializing_if = "Option::is_none")]
    potential_action: Option<SearchAction>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct SearchAction {
    target: EntryPoint,
    #[serde(rename = "query-input")]
    query_input: &'static str,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct EntryPoint {
    url_template: String,
}

/// What a page says to programs, as JSON that can stand in a `<script>`; `None` for one that is no place of its own.
pub fn json(world: &World, page: &Page, about: &About) -> Option<String> {
    if *page == Page::NotFound {
        return None;
    }
    let languages = page.language().map_or_else(|| world.languages().to_vec(), |language| vec![language]);
    let root = Root {
        context: match about.thing {
            Some(Thing::Processor(_)) => Context::Several(CONTEXT, PREFIXES),
            _ => Context::Schema(CONTEXT),
        },
        page_type: about.page_type,
        name: &about.title,
        description: &about.description,
        url: absolute(world, page),
        in_language: languages,
        last_reviewed: about.reviewed.map(|day| day.to_string()),
        is_part_of: website(world, page),
        breadcrumb: breadcrumbs(about),
        main_entity: about.thing.as_ref(),
    };
    Some(harmless(&serde_json::to_string(&root).ok()?))
}

/// The whole address of a page, where it is known.
pub fn absolute(world: &World, page: &Page) -> Option<String> {
    world.base.absolute(&page.address(world)?)
}

/// Who publishes the site: its owner, where that has a name; else the site speaks for itself.
pub fn publisher(world: &World) -> Party {
    let (site, owner) = (&world.corpus.site, &world.corpus.site.owner);
    let name = owner.name.as_ref().unwrap_or(&site.name).clone();
    Party { name, additional_type: None, url: owner.website.clone().filter(|_| owner.name.is_some()) }
}

/// What a concept is in DPV.
pub fn dpv(world: &World, concept: &str) -> Option<String> {
    let concept = world.corpus.vocabulary.concepts.iter().find(|known| known.id == concept)?;
    concept.dpv.as_ref().map(ToString::to_string)
}

/// The site in the page's language; on its home page also what it is and how to search it.
fn website<'a>(world: &'a World, page: &Page) -> WebSite<'a> {
    let language = page.language();
    let is_home = matches!(page, Page::Home(_));
    let home = language.map_or_else(Address::language_choice, Address::home);
    WebSite {
        name: &world.corpus.site.name,
        url: world.base.absolute(&home),
        description: language.and_then(|language| world.corpus.site.tagline.get(&language)).map(String::as_str).filter(|_| is_home),
        publisher: publisher(world),
        potential_action: language.filter(|_| is_home && world.corpus.site.has_search).and_then(|language| search(world, language)),
    }
}

fn search(world: &World, language: Language) -> Option<SearchAction> {
    let page = world.base.absolute(&Address::search(language))?;
    // Behind a `#`, so that no host is told what is searched.
    Some(SearchAction { target: EntryPoint { url_template: format!("{page}#q={{q}}") }, query_input: "required name=q" })
}

fn breadcrumbs(about: &About) -> Option<Breadcrumbs> {
    let items = List::new(about.trail.iter().map(|step| (step.name.clone(), step.address.clone()))).item_list_element;
    (!items.is_empty()).then_some(Breadcrumbs { item_list_element: items })
}

/// JSON in which nothing can end a script or begin a tag (WHATWG HTML, 4.12.1.3).
fn harmless(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => safe.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => safe.push(c),
        }
    }
    safe
}
