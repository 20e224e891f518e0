//! All defined terms, from A to Z in the order of the language: concepts, the vendors' words for them, and terms that
//! stand for no concept.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::i18n::{Language, Value};
use crate::site::about::{About, say, trail};
use crate::site::address::{Address, fragment};
use crate::site::definition::Lately;
use crate::site::head::Head;
use crate::site::laws::local;
use crate::site::linked_data::{PageType, Term, Terms, Thing, absolute};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "definitions";

/// So many vendors' places are named behind a term.
const MOST_PLACES: usize = 8;

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    letters: Vec<Letter<'a>>,
    /// How many concepts there are.
    concepts: usize,
    /// How many vendors there are.
    vendors: usize,
    data: String,
}

/// The terms that begin with a letter.
#[derive(Serialize)]
struct Letter<'a> {
    letter: String,
    /// Its anchor.
    id: String,
    href: String,
    entries: Vec<Entry<'a>>,
}

/// A line of the list.
#[derive(Serialize)]
struct Entry<'a> {
    /// The term or the name of the concept.
    name: &'a str,
    /// Of a concept, its page; of another word for one, the concept's.
    href: Option<String>,
    /// What a concept is called in the other languages.
    others: Vec<(Language, &'a str)>,
    about: Option<&'a str>,
    /// How many vendors define a concept.
    count: Option<usize>,
    /// The concept that a vendor's word stands for.
    see: Option<&'a str>,
    /// Where a term without concept is defined.
    places: Vec<PlaceLine<'a>>,
    /// How many more places there are.
    more: usize,
}

/// Where a term is defined.
#[derive(Serialize)]
struct PlaceLine<'a> {
    vendor: &'a str,
    label: String,
    href: String,
}

/// The page, where anything is defined.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    world.has_terms().then_some(Page::Definitions(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut words: BTreeMap<String, ()> = BTreeMap::new();
    let concepts = world.corpus.vocabulary.concepts.iter().filter(|concept| super::definition::exists(world, &concept.id));
    for concept in concepts {
        let mut vendors: Vec<usize> = world.glossary().of_concept(&concept.id).map(|term| term.vendor).collect();
        vendors.dedup();
        let others = world.languages().iter().filter(|other| **other != language);
        words.insert(folded(local(&concept.name, language)), ());
        entries.push(Entry {
            name: local(&concept.name, language),
            href: Some(world.base.link(&Address::definition(language, &concept.id))),
            others: others.filter_map(|lang| Some((*lang, concept.name.get(lang)?.as_str()))).collect(),
            about: concept.about.get(&language).map(String::as_str),
            count: Some(vendors.len()),
            see: None,
            places: Vec::new(),
            more: 0,
        });
    }
    let concept_count = entries.len();
    let mut lately = Lately::default();
    let mut alone: BTreeMap<String, Entry<'_>> = BTreeMap::new();
    for term in world.glossary().terms() {
        let Some(defined) = term.defined(&world.corpus, &world.resolved) else { continue };
        let is_read = defined.agreement.text(language).is_some_and(|text| text.language == term.language);
        if !is_read || defined.definition.is_pronoun {
            continue;
        }
        let name = defined.definition.term.as_str();
        let concept = defined.definition.concept.as_ref();
        let concept = concept.and_then(|id| world.corpus.vocabulary.concepts.iter().find(|concept| concept.id == *id));
        if let Some(concept) = concept {
            // Another word for a concept is listed once, however many use it.
            if words.insert(folded(name), ()).is_none() {
                entries.push(Entry {
                    name,
                    href: Some(world.base.link(&Address::definition(language, &concept.id))),
                    others: Vec::new(),
                    about: None,
                    count: None,
                    see: Some(local(&concept.name, language)),
                    places: Vec::new(),
                    more: 0,
                });
            }
            continue;
        }
        let entry = alone.entry(folded(name)).or_insert_with(|| Entry {
            name,
            href: None,
            others: Vec::new(),
            about: None,
            count: None,
            see: None,
            places: Vec::new(),
            more: 0,
        });
        if entry.places.len() < MOST_PLACES {
            let (label, href) = lately.place_of(world, language, &defined);
            entry.places.push(PlaceLine { vendor: &defined.vendor.name, label, href });
        } else {
            entry.more += 1;
        }
    }
    entries.extend(alone.into_values());
    let locale = world.messages.locale(language);
    entries.sort_by(|a, b| a.name.cmp(b.name));
    entries.sort_by(|a, b| locale.compare(&sorted_as(a.name), &sorted_as(b.name)));
    let mut letters: Vec<Letter<'_>> = Vec::new();
    for entry in entries {
        let letter = initial(entry.name);
        match letters.iter_mut().find(|known| known.letter == letter) {
            Some(known) => known.entries.push(entry),
            None => {
                let id = format!("letter:{letter}");
                letters.push(Letter { href: fragment(&id), id, letter, entries: vec![entry] });
            }
        }
    }
    Context {
        page: Head::new(world, &Page::Definitions(language), KIND, about(world, language, concept_count)),
        lang: language,
        letters,
        concepts: concept_count,
        vendors: world.corpus.vendors.len(),
        data: world.base.link(&Address::definitions_data()),
    }
}

fn about(world: &World, language: Language, concepts: usize) -> About {
    let here = Page::Definitions(language);
    let title = say(world, language, "definitions", &[]);
    let counted = [("concepts", Value::from(concepts)), ("vendors", Value::from(world.corpus.vendors.len()))];
    let known = world.corpus.vocabulary.concepts.iter().enumerate();
    let term = |(place, concept): (usize, &crate::model::vocabulary::Concept)| {
        Thing::DefinedTerm(Box::new(Term {
            name: local(&concept.name, language).to_owned(),
            term_code: concept.id.clone(),
            url: absolute(world, &Page::Definition(language, place)),
            ..Term::default()
        }))
    };
    let has_defined_term = known.filter(|(_, concept)| super::definition::exists(world, &concept.id)).map(term).collect();
    let set = Terms { name: set_name(world, language), url: absolute(world, &here), has_defined_term };
    About {
        page_type: PageType::CollectionPage,
        thing: Some(Thing::DefinedTermSet(set)),
        ..About::new(
            title.clone(),
            say(world, language, "definitions-description", &counted),
            trail(world, language, vec![(here, title, None)]),
        )
    }
}

/// What all concepts together are called.
pub fn set_name(world: &World, language: Language) -> String {
    format!("{} · {}", say(world, language, "definitions", &[]), world.corpus.site.name)
}

/// A word as its place in the list counts it: “(Data) Breach” is among the D.
fn sorted_as(word: &str) -> String {
    word.chars().filter(|c| !matches!(c, '(' | ')' | '“' | '”' | '"' | '\'' | '‘' | '’')).collect()
}

/// The letter under which a word is listed: its first, without marks; `#` for what begins with no letter.
fn initial(word: &str) -> String {
    let first = word.nfd().find(|c| c.is_alphanumeric()).filter(|c| c.is_alphabetic());
    first.map_or_else(|| "#".to_owned(), |c| c.to_uppercase().collect())
}

fn folded(word: &str) -> String {
    word.to_lowercase()
}
