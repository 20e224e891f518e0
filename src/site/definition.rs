//! A defined term on a page: the words that define it, where they stand, where it is used.

use std::collections::HashMap;

use serde::Serialize;

use super::World;
use super::address::of_agreement;
use super::blocks::{self, Anchors, Block};
use super::places::Places;
use super::running::{Running, Scene};
use crate::analysis::glossary::{Defined, Term};
use crate::i18n::Language;
use crate::model::walk::Place;
use crate::model::{AgreementText, Block as Source, Clause, Item, NodeId, Row, Text, TextId};
use crate::resolve::{Definition, Extent};

/// So many places are named where a term is used; of more it is said how many there are.
const MOST_USES: usize = 12;

/// A term as a page shows it.
#[derive(Serialize)]
pub struct TermEntry<'a> {
    term: &'a str,
    /// The language of the text, where it is not the page's.
    foreign: Option<Language>,
    /// Whether the text is a translation.
    is_translation: bool,
    /// Whether the text is the document's own.
    is_verbatim: bool,
    agreement: &'a str,
    /// Where it is defined: `art. 1.3`.
    place: String,
    href: String,
    /// What defines it.
    blocks: Vec<Block<'a>>,
    /// Whether it reaches less far or further than what the GDPR means, where the author has said.
    against_gdpr: Option<&'static str>,
    because: Option<&'a str>,
    uses: Vec<UseLine>,
    /// How many more places use it.
    more: usize,
}

/// A place that uses it.
#[derive(Serialize)]
struct UseLine {
    label: String,
    href: String,
}

/// Where the definitions of one text stand, found once for all of them.
pub struct Whereabouts<'a> {
    places: Places<'a>,
    texts: HashMap<TextId, Place<'a>>,
}

impl<'a> Whereabouts<'a> {
    /// Of a text, to be named in a language.
    pub fn of(world: &'a World, language: Language, text: &'a AgreementText) -> Whereabouts<'a> {
        let mut texts = HashMap::new();
        text.texts(&mut |place| {
            if !place.text.defined().is_empty() {
                texts.insert(place.text.id, place);
            }
        });
        Whereabouts { places: Places::of(world, language, text), texts }
    }

    /// What a place is called.
    pub fn label(&self, id: &NodeId) -> Option<String> {
        self.places.label(id)
    }

    /// The words that define a term, plain.
    pub fn plain(&self, definition: &Definition) -> String {
        match self.find(definition) {
            Some(Found::Clause(clause)) => lines(&clause.body),
            Some(Found::Item(item)) => lines(&item.body),
            Some(Found::Row(row)) => row.cells.iter().map(Text::plain).collect::<Vec<_>>().join(": "),
            Some(Found::Sentence(text, range)) => text.plain().get(range).unwrap_or_default().to_owned(),
            None => String::new(),
        }
    }

    /// The same as a page shows it: the clause, item or row, or the sentence.
    pub fn shown(&self, scene: Scene<'a>, definition: &Definition) -> Vec<Block<'a>> {
        match self.find(definition) {
            Some(Found::Clause(clause)) => blocks::of(scene, &clause.body, Anchors::None),
            Some(Found::Item(item)) => blocks::of(scene, &item.body, Anchors::None),
            Some(Found::Row(row)) => vec![Block::table(Vec::new(), vec![row.cells.iter().map(|cell| scene.running(cell)).collect()])],
            Some(Found::Sentence(text, range)) => vec![Block::paragraph(Running::part(scene, text, range))],
            None => Vec::new(),
        }
    }

    fn find(&self, definition: &Definition) -> Option<Found<'a>> {
        let place = self.texts.get(&definition.text)?;
        match (&definition.extent, place.row) {
            (Extent::Sentence(range), _) => Some(Found::Sentence(place.text, range.clone())),
            (Extent::Row, Some(row)) => Some(Found::Row(row)),
            _ => {
                let clause = place.clause.or_else(|| place.article.and_then(|article| article.clauses.first()))?;
                let id = definition.id.as_ref()?;
                Some(self.places.item(id).map_or(Found::Clause(clause), Found::Item))
            }
        }
    }
}

/// The whereabouts of the text that was last asked for: terms come text by text.
#[derive(Default)]
pub struct Lately<'a>(Option<(&'a AgreementText, Whereabouts<'a>)>);

impl<'a> Lately<'a> {
    /// Those of a text.
    pub fn of(&mut self, world: &'a World, language: Language, text: &'a AgreementText) -> &Whereabouts<'a> {
        if self.0.as_ref().is_none_or(|(known, _)| !std::ptr::eq(*known, text)) {
            self.0 = None;
        }
        &self.0.get_or_insert_with(|| (text, Whereabouts::of(world, language, text))).1
    }

    /// A link to where a term is defined, and what the place is called.
    pub fn place_of(&mut self, world: &'a World, language: Language, defined: &Defined<'a>) -> (String, String) {
        let address = of_agreement(language, defined.vendor, defined.agreement);
        let id = defined.definition.id.clone().unwrap_or_else(|| NodeId::from(""));
        (self.of(world, language, defined.text).label(&id).unwrap_or_default(), world.base.link_to(&address, &id))
    }
}

impl<'a> TermEntry<'a> {
    /// A term for readers of a language.
    pub fn new(world: &'a World, language: Language, term: &Term) -> Option<TermEntry<'a>> {
        let defined = term.defined(&world.corpus, &world.resolved)?;
        let Defined { vendor, agreement, text, definition } = defined;
        let scene = Scene::of_agreement(world, language, vendor, agreement, text).away();
        let mut own = Lately::default();
        let (place, href) = own.place_of(world, language, &defined);
        let blocks = own.of(world, language, text).shown(scene, definition);
        let mut uses = Vec::new();
        for used in term.uses.iter().take(MOST_USES) {
            let Some(other) = vendor.agreements.get(used.agreement) else { continue };
            let Some(other_text) = other.texts.get(&term.language) else { continue };
            let Some(label) = own.of(world, language, other_text).label(&used.id) else { continue };
            let label = if used.agreement == term.agreement { label } else { format!("{}, {label}", other_text.title) };
            uses.push(UseLine { label, href: world.base.link_to(&of_agreement(language, vendor, other), &used.id) });
        }
        Some(TermEntry {
            term: &definition.term,
            foreign: scene.foreign(),
            is_translation: text.language != agreement.original,
            is_verbatim: super::pages::agreement::is_verbatim(agreement),
            agreement: &text.title,
            place,
            href,
            blocks,
            against_gdpr: definition.against_gdpr.map(|against| against.name()),
            because: definition.because.get(&language).map(String::as_str),
            more: term.uses.len().saturating_sub(MOST_USES),
            uses,
        })
    }
}

fn lines(blocks: &[Source]) -> String {
    let mut lines = Vec::new();
    crate::model::walk::texts_of_blocks(blocks, crate::parse::Audience::Public, &mut |text, _| lines.push(text.plain()));
    lines.join("\n")
}

enum Found<'a> {
    Clause(&'a Clause),
    Item(&'a Item),
    Row(&'a Row),
    Sentence(&'a Text, std::ops::Range<usize>),
}
