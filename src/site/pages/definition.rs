//! A concept: how each vendor defines it, side by side.

use serde::Serialize;

use crate::i18n::{Language, Value};
use crate::model::vocabulary::Concept;
use crate::resolve::Citation;
use crate::resolve::forms::capitalised;
use crate::site::about::{About, say, sentences, trail};
use crate::site::address::Address;
use crate::site::definition::TermEntry;
use crate::site::head::Head;
use crate::site::laws::{self, local};
use crate::site::linked_data::{Legislation, Term, Terms, Thing, absolute};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "definition";

/// The law in which concepts have their counterpart.
const GDPR: &str = "gdpr";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    name: &'a str,
    /// The same as a heading begins.
    heading: String,
    /// Other words for it.
    also: &'a [String],
    /// What it is called in the other languages.
    others: Vec<OtherName<'a>>,
    about: Option<&'a str>,
    /// Where the GDPR defines or governs it.
    gdpr: Vec<Provision>,
    vendors: Vec<VendorColumn<'a>>,
    /// The vendors whose agreements here do not define it.
    absent: Vec<VendorLink<'a>>,
    definitions: String,
    data: String,
}

/// Its name in another language.
#[derive(Serialize)]
struct OtherName<'a> {
    lang: Language,
    name: &'a str,
}

/// A provision of law.
#[derive(Serialize)]
struct Provision {
    cited: String,
    href: String,
    title: String,
}

/// How one vendor defines it.
#[derive(Serialize)]
struct VendorColumn<'a> {
    slug: &'a str,
    name: &'a str,
    href: String,
    terms: Vec<TermEntry<'a>>,
}

/// A vendor.
#[derive(Serialize)]
struct VendorLink<'a> {
    name: &'a str,
    href: String,
}

/// One page for each concept that a term stands for, by its place in the vocabulary.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let known = world.corpus.vocabulary.concepts.iter().enumerate();
    known.filter(|(_, concept)| exists(world, &concept.id)).map(move |(place, _)| Page::Definition(language, place))
}

/// Whether a concept has a page.
pub fn exists(world: &World, concept: &str) -> bool {
    world.concepts.contains(concept)
}

/// Whether all that the page shows is the documents' own text.
pub fn is_verbatim(world: &World, concept: &str) -> bool {
    let defined = world.glossary().of_concept(concept).filter_map(|term| term.defined(&world.corpus, &world.resolved));
    defined.into_iter().all(|defined| super::agreement::is_verbatim(defined.agreement))
}

/// What the template is given; `None` if there is no such concept.
pub fn context(world: &World, language: Language, place: usize) -> Option<Context<'_>> {
    let concept = world.corpus.vocabulary.concepts.get(place).filter(|concept| exists(world, &concept.id))?;
    let mut vendors: Vec<VendorColumn<'_>> = Vec::new();
    for term in world.glossary().of_concept(&concept.id) {
        let vendor = world.vendor(term.vendor)?;
        let agreement = vendor.agreements.get(term.agreement)?;
        // Readers get one text of an agreement: in their language, else the original.
        if agreement.text(language).is_none_or(|text| text.language != term.language) {
            continue;
        }
        let Some(entry) = TermEntry::new(world, language, term) else { continue };
        match vendors.last_mut().filter(|last| last.slug == vendor.slug) {
            Some(column) => column.terms.push(entry),
            None => {
                let href = world.base.link(&Address::vendor(language, &vendor.slug));
                vendors.push(VendorColumn { slug: &vendor.slug, name: &vendor.name, href, terms: vec![entry] });
            }
        }
    }
    let is_absent = |slug: &str| vendors.iter().all(|column| column.slug != slug);
    let absent = world.corpus.vendors.iter().filter(|vendor| is_absent(&vendor.slug));
    let absent = absent.map(|vendor| VendorLink { name: &vendor.name, href: world.base.link(&Address::vendor(language, &vendor.slug)) });
    let others = world.languages().iter().filter(|other| **other != language);
    let gdpr = provisions(world, language, concept);
    let page = Head::new(world, &Page::Definition(language, place), KIND, about(world, language, place, concept, vendors.len(), &gdpr));
    Some(Context {
        absent: absent.collect(),
        page: if is_verbatim(world, &concept.id) { page } else { page.with_text("summary") },
        lang: language,
        name: local(&concept.name, language),
        heading: capitalised(local(&concept.name, language)),
        also: concept.also.get(&language).map(Vec::as_slice).unwrap_or_default(),
        others: others.filter_map(|lang| Some(OtherName { lang: *lang, name: concept.name.get(lang)? })).collect(),
        about: concept.about.get(&language).map(String::as_str),
        gdpr,
        vendors,
        definitions: world.base.link(&Address::definitions(language)),
        data: world.base.link(&Address::definitions_data()),
    })
}

fn about(world: &World, language: Language, place: usize, concept: &Concept, vendors: usize, gdpr: &[Provision]) -> About {
    let here = Page::Definition(language, place);
    let name = local(&concept.name, language);
    let said = [("name", Value::from(name)), ("vendors", Value::from(vendors))];
    let set = Terms {
        name: super::definitions::set_name(world, language),
        url: absolute(world, &Page::Definitions(language)),
        has_defined_term: Vec::new(),
    };
    let term = Term {
        name: name.to_owned(),
        alternate_name: concept.also.get(&language).cloned().unwrap_or_default(),
        description: concept.about.get(&language).cloned(),
        term_code: concept.id.clone(),
        url: absolute(world, &here),
        same_as: concept.dpv.as_ref().map(ToString::to_string),
        subject_of: gdpr.iter().map(|found| Legislation { name: found.cited.clone(), url: found.href.clone() }).collect(),
        in_defined_term_set: Some(Box::new(Thing::DefinedTermSet(set))),
    };
    let definitions = (Page::Definitions(language), say(world, language, "definitions", &[]), None);
    let description = say(world, language, "definition-description", &said);
    About {
        is_article: true,
        thing: Some(Thing::DefinedTerm(Box::new(term))),
        ..About::new(
            say(world, language, "definition-title", &said),
            sentences(&[&description, concept.about.get(&language).map_or("", String::as_str)]),
            trail(world, language, vec![definitions, (here, name.to_owned(), None)]),
        )
    }
}

/// Where the GDPR has it: `4(12)` is point 12 of article 4.
fn provisions(world: &World, language: Language, concept: &Concept) -> Vec<Provision> {
    let Some(law) = laws::find(world, GDPR) else { return Vec::new() };
    let provision = |written: &String| {
        let citation = Citation::read(law, written);
        Some(Provision {
            cited: laws::cited(world, language, law, &citation).ok()?,
            title: laws::title(world, language, law, &citation).ok()?,
            href: laws::url(law, &citation, language),
        })
    };
    concept.gdpr.iter().filter_map(provision).collect()
}
