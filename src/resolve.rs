//! What the words of an agreement mean and point at: side tables beside the corpus, keyed by text.
//!
//! Three things are found in a text: defined terms, which lead to their definitions; references to provisions and documents;
//! citations of law. An agreement's table depends on its own text and on the outlines (ids, numbers, headings, terms) of
//! what it may cite, on nothing else.

pub mod definition;
pub mod forms;
mod law;
mod links;
mod mention;
mod outline;
pub mod phrases;
mod sentence;
mod target;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use rayon::prelude::*;

use crate::i18n::{Language, Lexicon, Messages};
use crate::model::{Agreement, AgreementText, Corpus, NodeId, TextId, Vendor};
use crate::parse::Audience;
pub use definition::{Definition, Extent};
use definition::{Named as ConceptNames, forms_of};
pub use law::Citation;
use links::{Ground, Owners};
use mention::Scanner;
use outline::Outline;
use phrases::Phrases;

/// What a stretch of text points at.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// A node of this agreement or of another one of the same vendor.
    Node {
        /// The agreement's slug.
        agreement: String,
        /// The node; empty for the agreement as a whole.
        id: NodeId,
    },
    /// A node that this build's readers may not see: named, but not shown. The id is that of the stub.
    Withheld {
        /// The agreement's slug.
        agreement: String,
        /// The node's stub, which may be that of what it stands in.
        id: NodeId,
    },
    /// A document that is known not to be on this site.
    External,
    /// Nothing.
    Broken,
    /// The definition of a term.
    Term {
        /// The slug of the agreement that defines it: this one, or one that this one belongs to.
        agreement: String,
        /// Its place among the definitions of that agreement in the language of the text.
        definition: usize,
    },
    /// A law, or a provision of one.
    Law(Citation),
}

/// A stretch of a text that points somewhere. A term, document or law that is named again within a clause is not one: the
/// first place is where a reader needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Bytes of [`crate::model::Text::plain`].
    pub range: Range<usize>,
    /// What it points at.
    pub target: Target,
    /// The law that it names besides, where it is a defined term such as “AVG”.
    pub law: Option<Citation>,
}

impl Link {
    /// What it cites of the law.
    pub fn citation(&self) -> Option<&Citation> {
        match &self.target {
            Target::Law(citation) => Some(citation),
            _ => self.law.as_ref(),
        }
    }
}

/// What is known of one agreement in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    links: HashMap<TextId, Vec<Link>>,
    definitions: Vec<Definition>,
    /// Which of them stand in a text.
    by_text: HashMap<TextId, Range<usize>>,
}

impl Table {
    /// The links in a text, in order, none overlapping.
    pub fn links(&self, text: TextId) -> &[Link] {
        self.links.get(&text).map_or(&[], Vec::as_slice)
    }

    fn new(links: HashMap<TextId, Vec<Link>>, definitions: Vec<Definition>) -> Table {
        let mut by_text: HashMap<TextId, Range<usize>> = HashMap::new();
        for (place, definition) in definitions.iter().enumerate() {
            by_text.entry(definition.text).or_insert(place..place).end = place + 1;
        }
        Table { links, definitions, by_text }
    }

    /// The terms that a text defines.
    pub fn defined_in(&self, text: TextId) -> &[Definition] {
        self.by_text.get(&text).and_then(|places| self.definitions.get(places.clone())).unwrap_or_default()
    }

    /// The terms that the agreement defines, as far as readers may see them, in the order of the text.
    pub fn definitions(&self) -> &[Definition] {
        &self.definitions
    }
}

/// What is known of every agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    tables: HashMap<(String, String, Language), Table>,
}

impl Resolved {
    /// The table of an agreement in a language.
    pub fn of(&self, vendor: &str, agreement: &str, language: Language) -> Option<&Table> {
        self.tables.get(&(vendor.to_owned(), agreement.to_owned(), language))
    }
}

/// The words of one language, and what they name.
pub struct Words<'a> {
    lexicon: &'a Lexicon,
    named: ConceptNames<'a>,
    scanner: Scanner,
    /// The names of laws; one that two laws bear is none.
    laws: Vec<(&'a str, u32)>,
    /// The same, to look for.
    law_names: Phrases,
}

/// Resolves what `shown` says against the outlines of `whole`, for readers of an audience: what they may not see
/// is known to exist, so that a reference to it is not broken, and a term that is defined in it is not taken for another.
pub fn resolve(shown: &Corpus, whole: &Corpus, messages: &Messages, readers: Audience) -> Resolved {
    let vocabulary = &whole.vocabulary;
    let words: HashMap<Language, Words<'_>> = messages
        .languages()
        .map(|language| {
            let lexicon = messages.lexicon(language);
            let named = ConceptNames::of(&vocabulary.concepts, language);
            let laws = law::names(&vocabulary.laws, language);
            let mut law_names = Phrases::default();
            laws.iter().for_each(|(name, law)| law_names.add(name, Owners::LAWS, 0, *law));
            (language, Words { lexicon, named, scanner: Scanner::new(lexicon), laws, law_names })
        })
        .collect();
    let tables = shown.vendors.par_iter().chain(&shown.models).flat_map_iter(|vendor| {
        let known = whole.parties().find(|known| known.slug == vendor.slug).unwrap_or(vendor);
        of_vendor(vendor, known, whole, &words, readers)
    });
    Resolved { tables: tables.collect() }
}

type Row = ((String, String, Language), Table);

fn of_vendor(shown: &Vendor, whole: &Vendor, corpus: &Corpus, words: &HashMap<Language, Words<'_>>, readers: Audience) -> Vec<Row> {
    let outlines: Vec<Outline> = whole.agreements.iter().map(|agreement| Outline::of(agreement, &whole.agreements, words)).collect();
    let languages: HashSet<Language> = shown.agreements.iter().flat_map(|agreement| agreement.texts.keys().copied()).collect();
    let mut tables = Vec::new();
    for language in languages {
        let Some(words) = words.get(&language) else { continue };
        let vocabulary = Lookup::of(whole, &outlines, language, words, readers);
        for agreement in shown.agreements.iter().filter(|agreement| !agreement.withheld) {
            let own = outlines.iter().position(|outline| outline.agreement == agreement.slug);
            let (Some(own), Some(text)) = (own, agreement.texts.get(&language)) else { continue };
            let own_words = own_words(agreement, text);
            let ground = Ground {
                own_words,
                own,
                outlines: &outlines,
                language,
                words,
                readers,
                lookup: &vocabulary,
                laws: &corpus.vocabulary.laws,
            };
            let links = ground.links(text);
            let definitions = outlines[own].definitions.get(&language).map(Vec::as_slice).unwrap_or_default();
            let visible = definitions.iter().filter(|definition| outlines[own].shows(definition, readers)).cloned().collect();
            tables.push(((shown.slug.clone(), agreement.slug.clone(), language), Table::new(links, visible)));
        }
    }
    tables
}

/// The words by which an agreement calls itself in its title, and its parties; short ones say nothing.
fn own_words(agreement: &Agreement, text: &AgreementText) -> HashSet<String> {
    let names = agreement.parties.iter().flat_map(|party| &party.names);
    let words = names.chain([&text.title]).flat_map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '-'));
    words.filter(|word| word.chars().count() > 3).map(str::to_lowercase).collect()
}

/// Everything that a vendor's agreements may name in one language.
pub struct Lookup {
    phrases: Phrases,
    owners: Owners,
    /// By agreement and definition: its place among those that readers may see.
    visible: Vec<Vec<Option<usize>>>,
}

impl Lookup {
    fn of(vendor: &Vendor, outlines: &[Outline], language: Language, words: &Words<'_>, readers: Audience) -> Lookup {
        let mut phrases = Phrases::default();
        let mut owners = Owners::default();
        for (name, law) in &words.laws {
            phrases.add(name, Owners::LAWS, 0, *law);
        }
        for (place, agreement) in (0..).zip(&vendor.agreements) {
            for name in &agreement.known_as {
                phrases.add(name, Owners::DOCUMENTS, 0, place);
            }
            let external = owners.external(place);
            for (index, name) in (0..).zip(agreement.external.iter().flatten()) {
                phrases.add(words.lexicon.without_determiner(name), external, 0, index);
            }
            let Some(definitions) = outlines.get(place as usize).and_then(|outline| outline.definitions.get(&language)) else { continue };
            for (index, definition) in (0..).zip(definitions) {
                let owner = owners.scope(place, &definition.scope);
                for (form, nearness) in forms_of(definition, agreement, words.lexicon) {
                    phrases.add(&form, owner, nearness as u8, index);
                }
            }
        }
        let visible = outlines.iter().map(|outline| {
            let mut next = 0..;
            let definitions = outline.definitions.get(&language).map(Vec::as_slice).unwrap_or_default();
            definitions.iter().map(|definition| outline.shows(definition, readers).then(|| next.next()).flatten()).collect()
        });
        Lookup { phrases, owners, visible: visible.collect() }
    }
}
