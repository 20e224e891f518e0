//! A defined term on a page: the words that define it, where they stand, where it is used.

use serde::Serialize;

use super::World;
use super::address::of_agreement;
use super::blocks::{self, Anchors, Block};
use super::places;
use super::running::{Running, Scene};
use crate::analysis::glossary::{Defined, Term};
use crate::i18n::Language;
use crate::model::walk::Place;
use crate::model::{AgreementText, Block as Source, Clause, Item, NodeId, Row, Text};
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

/// A link to a place of an agreement, and what it is called.
pub fn place_of(world: &World, language: Language, defined: &Defined<'_>) -> (String, String) {
    let address = of_agreement(language, defined.vendor, defined.agreement);
    let id = defined.definition.id.clone().unwrap_or_else(|| NodeId::from(""));
    (places::label(world, language, defined.text, &id).unwrap_or_default(), world.base.link_to(&address, &id))
}

impl<'a> TermEntry<'a> {
    /// A term for readers of a language.
    pub fn new(world: &'a World, language: Language, term: &Term) -> Option<TermEntry<'a>> {
        let defined = term.defined(&world.corpus, &world.resolved)?;
        let Defined { vendor, agreement, text, definition } = defined;
        let scene = Scene::of_agreement(world, language, vendor, agreement, text).away();
        let (place, href) = place_of(world, language, &defined);
        let mut uses = Vec::new();
        for used in term.uses.iter().take(MOST_USES) {
            let Some(other) = vendor.agreements.get(used.agreement) else { continue };
            let Some(other_text) = other.texts.get(&term.language) else { continue };
            let Some(label) = places::label(world, language, other_text, &used.id) else { continue };
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
            blocks: shown(scene, text, definition),
            against_gdpr: definition.against_gdpr.map(|against| against.name()),
            because: definition.because.get(&language).map(String::as_str),
            more: term.uses.len().saturating_sub(MOST_USES),
            uses,
        })
    }
}

/// What defines a term: its clause, item or row, or the sentence.
fn shown<'a>(scene: Scene<'a>, text: &'a AgreementText, definition: &Definition) -> Vec<Block<'a>> {
    match find(text, definition) {
        Some(Found::Clause(clause)) => blocks::of(scene, &clause.body, Anchors::None),
        Some(Found::Item(item)) => blocks::of(scene, &item.body, Anchors::None),
        Some(Found::Row(row)) => vec![Block::table(Vec::new(), vec![row.cells.iter().map(|cell| scene.running(cell)).collect()])],
        Some(Found::Sentence(text, range)) => vec![Block::paragraph(Running::part(scene, text, range))],
        None => Vec::new(),
    }
}

/// The words that define a term, plain.
pub fn plain(text: &AgreementText, definition: &Definition) -> String {
    match find(text, definition) {
        Some(Found::Clause(clause)) => lines(&clause.body),
        Some(Found::Item(item)) => lines(&item.body),
        Some(Found::Row(row)) => row.cells.iter().map(Text::plain).collect::<Vec<_>>().join(": "),
        Some(Found::Sentence(text, range)) => text.plain().get(range).unwrap_or_default().to_owned(),
        None => String::new(),
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

/// Where a definition stands in its text.
fn find<'a>(text: &'a AgreementText, definition: &Definition) -> Option<Found<'a>> {
    let mut at: Option<Place<'a>> = None;
    text.texts(&mut |place| {
        if place.text.id == definition.text {
            at = Some(place);
        }
    });
    let place = at?;
    match (&definition.extent, place.row) {
        (Extent::Sentence(range), _) => Some(Found::Sentence(place.text, range.clone())),
        (Extent::Row, Some(row)) => Some(Found::Row(row)),
        _ => {
            let clause = place.clause.or_else(|| place.article.and_then(|article| article.clauses.first()))?;
            let id = definition.id.as_ref()?;
            Some(item(&clause.body, id).map_or(Found::Clause(clause), Found::Item))
        }
    }
}

fn item<'a>(blocks: &'a [Source], id: &NodeId) -> Option<&'a Item> {
    blocks.iter().find_map(|block| match block {
        Source::Items { items, .. } => items.iter().find_map(|own| if own.meta.id == *id { Some(own) } else { item(&own.body, id) }),
        Source::Quote(inner) => item(inner, id),
        Source::Limited(_, inner) => item(std::slice::from_ref(inner), id),
        Source::Paragraph(_) | Source::Table(_) | Source::Withheld(_) => None,
    })
}
