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
use std::sync::Arc;

use rayon::prelude::*;

use crate::i18n::{Language, Lexicon, Messages};
use crate::model::vocabulary::Vocabulary;
use crate::model::{Agreement, AgreementText, Corpus, NodeId, TextId, Vendor};
use crate::parse::Audience;
use crate::source::{Remembered, Same};
pub use definition::{Definition, Extent};
use definition::{Named as ConceptNames, forms_of};
pub use law::Citation;
use links::Owners;
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
    tables: HashMap<(String, String, Language), Arc<Table>>,
}

impl Resolved {
    /// The table of an agreement in a language.
    pub fn of(&self, vendor: &str, agreement: &str, language: Language) -> Option<&Table> {
        self.tables.get(&(vendor.to_owned(), agreement.to_owned(), language)).map(Arc::as_ref)
    }

    /// The terms that the agreements of these parties define, as far as readers may see them.
    pub fn definitions<'a>(&'a self, parties: &'a [Arc<Vendor>]) -> impl Iterator<Item = &'a Definition> {
        let agreements = parties.iter().flat_map(|party| &party.agreements);
        let texts = agreements.flat_map(|agreement| agreement.texts.keys().map(move |language| (agreement, *language)));
        let tables = texts.filter_map(|(agreement, language)| self.of(&agreement.vendor, &agreement.slug, language));
        tables.flat_map(Table::definitions)
    }

    /// The tables of a party, to see whether any of them changed.
    pub fn of_party(&self, party: &Vendor) -> Vec<Same<Table>> {
        let texts = party.agreements.iter().flat_map(|agreement| agreement.texts.keys().map(move |language| (agreement, *language)));
        let tables = texts.filter_map(|(agreement, language)| self.tables.get(&(party.slug.clone(), agreement.slug.clone(), language)));
        tables.map(|table| Same(Arc::clone(table))).collect()
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
    Memory::default().resolve(shown, whole, messages, readers)
}

/// What names mean in the language of each text, besides what the text itself says: the vocabulary and the words of the program.
type Ground = (Messages, Same<Vocabulary>);

/// An agreement, the order of those of its party, and what names mean.
type OutlineInputs = (Same<Agreement>, Vec<String>, Ground);

/// Tables and outlines, with what they were made of.
#[derive(Default)]
pub struct Memory {
    /// By party and agreement.
    outlines: Remembered<(String, String), OutlineInputs, Outlined>,
    /// By party, agreement, language and readers.
    tables: Remembered<(String, String, Language, Audience), TableInputs, Table>,
}

/// Everything that a table depends on.
#[derive(PartialEq)]
struct TableInputs {
    /// The agreement as readers may see it, and as it is.
    own: [Same<Agreement>; 2],
    /// What the party's agreements are to each other.
    outlines: Vec<Same<Outline>>,
    ground: Ground,
}

/// An outline, and the first of those that others need not tell from it: an edit of a body leaves that as it was.
struct Outlined {
    own: Arc<Outline>,
    for_others: Arc<Outline>,
}

impl Memory {
    /// As [`resolve`], but an agreement that stayed the same, among agreements whose outlines stayed the same, keeps its tables.
    pub fn resolve(&self, shown: &Corpus, whole: &Corpus, messages: &Messages, readers: Audience) -> Resolved {
        let vocabulary = &whole.vocabulary;
        let ground = (messages.clone(), Same(Arc::clone(vocabulary)));
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
        let known: HashMap<&str, &Arc<Vendor>> =
            whole.vendors.iter().chain(&whole.models).map(|party| (party.slug.as_str(), party)).collect();
        let tables = shown.vendors.par_iter().chain(&shown.models).flat_map_iter(|party| {
            let known = known.get(party.slug.as_str()).copied().unwrap_or(party);
            // Who sees all of a party sees what is seen by those who see everything.
            let readers = if Arc::ptr_eq(party, known) { Audience::Internal } else { readers };
            let resolving = Resolving { shown: party, whole: known, vocabulary, words: &words, ground: &ground, readers };
            resolving.tables(self)
        });
        Resolved { tables: tables.collect() }
    }

    /// Forgets what is gone.
    pub fn forget(&self) {
        self.outlines.forget();
        self.tables.forget();
    }
}

type Row = ((String, String, Language), Arc<Table>);

/// A party whose tables are made.
struct Resolving<'a> {
    /// As readers may see it.
    shown: &'a Vendor,
    /// As it is.
    whole: &'a Vendor,
    vocabulary: &'a Vocabulary,
    words: &'a HashMap<Language, Words<'a>>,
    ground: &'a Ground,
    readers: Audience,
}

impl Resolving<'_> {
    fn tables(&self, memory: &Memory) -> Vec<Row> {
        let outlined: Vec<Arc<Outlined>> = self.whole.agreements.iter().map(|agreement| self.outline(agreement, memory)).collect();
        let outlines: Vec<&Outline> = outlined.iter().map(|outlined| &*outlined.own).collect();
        let mut lookups: HashMap<Language, Lookup> = HashMap::new();
        let mut tables = Vec::new();
        for agreement in self.shown.agreements.iter().filter(|agreement| !agreement.withheld) {
            let Some(own) = outlines.iter().position(|outline| outline.agreement == agreement.slug) else { continue };
            for (language, text) in &agreement.texts {
                let Some(words) = self.words.get(language) else { continue };
                let inputs = TableInputs {
                    own: [agreement, &self.whole.agreements[own]].map(|own| Same(Arc::clone(own))),
                    outlines: outlined.iter().map(|outlined| Same(Arc::clone(&outlined.for_others))).collect(),
                    ground: self.ground.clone(),
                };
                let key = (self.shown.slug.clone(), agreement.slug.clone(), *language, self.readers);
                let table = memory.tables.get(key, inputs, || {
                    let lookup = lookups.entry(*language).or_insert_with(|| Lookup::of(&outlines, *language, words, self.readers));
                    self.table(agreement, text, own, &outlines, words, lookup)
                });
                tables.push(((self.shown.slug.clone(), agreement.slug.clone(), *language), table));
            }
        }
        tables
    }

    fn outline(&self, agreement: &Arc<Agreement>, memory: &Memory) -> Arc<Outlined> {
        let key = (self.whole.slug.clone(), agreement.slug.clone());
        // What it belongs to is told by its place.
        let order = self.whole.agreements.iter().map(|agreement| agreement.slug.clone()).collect();
        memory.outlines.renew(key, (Same(Arc::clone(agreement)), order, self.ground.clone()), |before| {
            let own = Arc::new(Outline::of(agreement, &self.whole.agreements, self.words));
            let alike = before.map(|before| &before.for_others).filter(|before| before.is_alike(&own));
            Outlined { for_others: Arc::clone(alike.unwrap_or(&own)), own }
        })
    }

    fn table(
        &self,
        agreement: &Agreement,
        text: &AgreementText,
        own: usize,
        outlines: &[&Outline],
        words: &Words<'_>,
        lookup: &Lookup,
    ) -> Table {
        let ground = links::Ground {
            own_words: own_words(agreement, text),
            own,
            outlines,
            language: text.language,
            words,
            readers: self.readers,
            lookup,
            laws: &self.vocabulary.laws,
        };
        let links = ground.links(text);
        let definitions = outlines[own].definitions.get(&text.language).map(Vec::as_slice).unwrap_or_default();
        let visible = definitions.iter().filter(|definition| outlines[own].shows(definition, self.readers)).cloned().collect();
        Table::new(links, visible)
    }
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
    fn of(outlines: &[&Outline], language: Language, words: &Words<'_>, readers: Audience) -> Lookup {
        let mut phrases = Phrases::default();
        let mut owners = Owners::default();
        for (name, law) in &words.laws {
            phrases.add(name, Owners::LAWS, 0, *law);
        }
        for (place, outline) in (0..).zip(outlines) {
            for name in &outline.names {
                phrases.add(name, Owners::DOCUMENTS, 0, place);
            }
            let external = owners.external(place);
            for (index, name) in (0..).zip(outline.external.iter().flatten()) {
                phrases.add(words.lexicon.without_determiner(name), external, 0, index);
            }
            let Some(definitions) = outline.definitions.get(&language) else { continue };
            for (index, definition) in (0..).zip(definitions) {
                let owner = owners.scope(place, &definition.scope);
                for (form, nearness) in forms_of(definition, &outline.terms, words.lexicon) {
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
