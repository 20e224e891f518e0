//! Blocks of clauses and items.

use super::Lowering;
use crate::model::ids::{Path, Source};
use crate::model::tree::{Block, Item, Row, Table};
use crate::parse::document::{Element, Entry};
use crate::parse::text::Inline;
use crate::parse::{Attributes, Audience};

/// What a node takes over from what it stands in.
#[derive(Debug, Clone)]
pub struct Inherited {
    pub audience: Audience,
    pub topics: Vec<String>,
}

impl Inherited {
    pub fn default_for(audience: Audience) -> Inherited {
        Inherited { audience, topics: Vec::new() }
    }

    /// The same, with what the author says: an audience only grows narrower, own topics replace inherited ones.
    pub fn with(&self, attributes: &Attributes) -> Inherited {
        let own: Vec<String> = attributes.topics.iter().map(|topic| topic.name.clone()).collect();
        Inherited {
            audience: attributes.audience.map_or(self.audience, |audience| audience.max(self.audience)),
            topics: if own.is_empty() { self.topics.clone() } else { own },
        }
    }
}

impl Lowering<'_> {
    /// Blocks below a clause, an item or a note.
    pub(super) fn blocks(&mut self, elements: Vec<Element>, path: &Path, inherited: &Inherited) -> Vec<Block> {
        let mut rank = 0;
        let mut blocks = Vec::with_capacity(elements.len());
        for element in elements {
            let block = match element {
                Element::Paragraph { label, text, attributes } => {
                    let attributes = self.said(attributes);
                    // A clause number inside an entry or a note begins nothing of its own, but is still printed.
                    let text = match label {
                        Some(label) => prefixed(text, &label.printed),
                        None => text,
                    };
                    limited(Block::Paragraph(text), attributes.audience, inherited.audience)
                }
                Element::List { entries, .. } => {
                    let described = !entries.is_empty() && entries.iter().all(is_described);
                    let items = entries.into_iter().map(|entry| self.item(entry, path, inherited, &mut rank)).collect();
                    Block::Items { items, described }
                }
                Element::Table { head, rows, attributes, .. } => {
                    let attributes = self.said(attributes);
                    let rows = rows.into_iter().map(|(cells, said)| {
                        let audience = self.said(said).audience.map_or(inherited.audience, |audience| audience.max(inherited.audience));
                        Row { cells, audience, withheld: false }
                    });
                    let table = Block::Table(Table { head, rows: rows.collect() });
                    limited(table, attributes.audience, inherited.audience)
                }
                Element::Quote(inner, _) => Block::Quote(self.blocks(inner, path, inherited)),
                // A heading inside an entry or a quote: its words are kept as a paragraph.
                Element::Heading { text, .. } => Block::Paragraph(text),
                Element::Attributes(_) => continue,
            };
            blocks.push(block);
        }
        blocks
    }

    fn item(&mut self, entry: Entry, path: &Path, inherited: &Inherited, rank: &mut u32) -> Item {
        let attributes = self.said(entry.attributes);
        let inherited = inherited.with(&attributes);
        *rank += 1;
        let printed = entry.label.as_ref().map(|label| label.printed.as_str());
        let source = Source { explicit: attributes.id.as_deref(), label: printed, rank: format!("i{rank}"), tell_duplicates: false };
        let span = entry.label.as_ref().map_or(entry.span, |label| label.span);
        let own = self.ids.give(path, None, &source, span);
        let meta = self.meta(&own, &inherited, &attributes, span);
        let body = self.blocks(entry.elements, &own, &inherited);
        Item { meta, label: entry.label.map(|label| label.printed), body }
    }
}

/// A block that fewer may read than what it stands in.
fn limited(block: Block, own: Option<Audience>, inherited: Audience) -> Block {
    match own.filter(|own| *own > inherited) {
        Some(audience) => Block::Limited(audience, Box::new(block)),
        None => block,
    }
}

/// `**Label:** description`.
fn is_described(entry: &Entry) -> bool {
    let Some(Element::Paragraph { text, .. }) = entry.elements.first() else { return false };
    if entry.label.is_some() {
        return false;
    }
    match text.content.as_slice() {
        [Inline::Strong(inner), rest @ ..] => {
            let label = crate::parse::text::Text { id: text.id, content: inner.clone(), span: text.span }.plain();
            label.trim_end().ends_with(':') || matches!(rest.first(), Some(Inline::Words { text, .. }) if text.starts_with(':'))
        }
        _ => false,
    }
}

fn prefixed(mut text: crate::parse::text::Text, label: &str) -> crate::parse::text::Text {
    text.content.insert(0, Inline::Words { text: format!("{label} "), span: text.span });
    text
}
