//! Blocks of clauses and items.

use super::Lowering;
use crate::diagnostic::{Finding, STRAY_ATTRIBUTES, Span};
use crate::model::ids::{Path, Source};
use crate::model::tree::{Block, Item, Meta, Row, Table};
use crate::parse::document::{Element, Entry, Label};
use crate::parse::text::{Inline, Text};
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

/// What blocks without an id of their own say of the node they stand in.
#[derive(Debug)]
pub struct Gathered {
    /// Who may read the node; `None` where there is no node, in a footnote.
    audience: Option<Audience>,
    topics: Vec<String>,
    measures: Vec<String>,
}

impl Gathered {
    /// Nothing yet, for a node of this audience.
    pub fn of(audience: Audience) -> Gathered {
        Gathered { audience: Some(audience), topics: Vec::new(), measures: Vec::new() }
    }

    /// For blocks that stand in no node.
    pub fn nowhere() -> Gathered {
        Gathered { audience: None, topics: Vec::new(), measures: Vec::new() }
    }

    /// Adds it to what the node says itself.
    pub fn add_to(self, meta: &mut Meta) {
        for (known, more) in [(&mut meta.topics, self.topics), (&mut meta.measures, self.measures)] {
            for name in more {
                if !known.contains(&name) {
                    known.push(name);
                }
            }
        }
    }
}

impl Lowering<'_> {
    /// Blocks below a clause, an item or a note.
    pub(super) fn blocks(
        &mut self,
        elements: Vec<Element>,
        path: &Path,
        inherited: &Inherited,
        rank: &mut u32,
        gathered: &mut Gathered,
    ) -> Vec<Block> {
        let mut blocks = Vec::with_capacity(elements.len());
        for element in elements {
            let block = match element {
                Element::Paragraph { label, text, attributes } => {
                    let audience = self.said_of_block(attributes, inherited, gathered);
                    // A clause number inside an entry or a note begins nothing of its own, but is still printed.
                    let text = match label {
                        Some(label) => prefixed(text, label),
                        None => text,
                    };
                    limited(Block::Paragraph(text), audience, inherited)
                }
                Element::List { entries, .. } => {
                    let described = !entries.is_empty() && entries.iter().all(is_described);
                    let items = entries.into_iter().map(|entry| self.item(entry, path, inherited, rank)).collect();
                    Block::Items { items, described }
                }
                Element::Table { head, rows, attributes, .. } => {
                    let audience = self.said_of_block(attributes, inherited, gathered);
                    let within = Inherited { audience, ..inherited.clone() };
                    let rows = rows.into_iter().map(|(cells, said)| {
                        let audience = self.said_of_block(said, &within, gathered);
                        Row { cells, audience, withheld: false }
                    });
                    let table = Block::Table(Table { head, rows: rows.collect() });
                    limited(table, audience, inherited)
                }
                Element::Quote { elements, attributes, .. } => {
                    let audience = self.said_of_block(attributes, inherited, gathered);
                    let within = Inherited { audience, ..inherited.clone() };
                    let quote = Block::Quote(self.blocks(elements, path, &within, rank, gathered));
                    limited(quote, audience, inherited)
                }
                // A heading inside an entry or a quote: its words are kept as a paragraph.
                Element::Heading { text, attributes, .. } => {
                    let audience = self.said_of_block(attributes, inherited, gathered);
                    limited(Block::Paragraph(text), audience, inherited)
                }
                Element::Attributes(_) => continue,
            };
            blocks.push(block);
        }
        blocks
    }

    /// Takes in what is said of a block that has no id, and returns who may read it.
    fn said_of_block(&mut self, attributes: Attributes, inherited: &Inherited, gathered: &mut Gathered) -> Audience {
        let attributes = self.said(attributes);
        let audience = inherited.with(&attributes).audience;
        let is_named = !(attributes.topics.is_empty() && attributes.measures.is_empty());
        // A node has no id for what stands in it; and what only some may read must not be named to the others.
        if attributes.id.is_some() || (is_named && gathered.audience.is_none_or(|own| audience > own)) {
            self.findings.extend(attributes.span.map(|span| Finding::new(STRAY_ATTRIBUTES, span)));
        } else {
            gathered.topics.extend(attributes.topics.into_iter().map(|topic| topic.name));
            gathered.measures.extend(attributes.measures.into_iter().map(|measure| measure.name));
        }
        audience
    }

    fn item(&mut self, entry: Entry, path: &Path, inherited: &Inherited, rank: &mut u32) -> Item {
        let attributes = self.said(entry.attributes);
        let inherited = inherited.with(&attributes);
        *rank += 1;
        let printed = entry.label.as_ref().map(|label| label.printed.as_str());
        let source = Source { explicit: attributes.id.as_deref(), label: printed, rank: format!("i{rank}"), told_as: None };
        let span = entry.label.as_ref().map_or(entry.span, |label| label.span);
        let own = self.ids.give(path, None, &source, span);
        let mut meta = self.meta(&own, &inherited, &attributes, span);
        let mut gathered = Gathered::of(inherited.audience);
        let body = self.blocks(entry.elements, &own, &inherited, &mut 0, &mut gathered);
        gathered.add_to(&mut meta);
        Item { meta, label: entry.label.map(|label| label.printed), body }
    }
}

/// A block that fewer may read than what it stands in.
fn limited(block: Block, audience: Audience, inherited: &Inherited) -> Block {
    if audience > inherited.audience { Block::Limited(audience, Box::new(block)) } else { block }
}

/// `**Label:** description`.
fn is_described(entry: &Entry) -> bool {
    let Some(Element::Paragraph { text, .. }) = entry.elements.first() else { return false };
    if entry.label.is_some() {
        return false;
    }
    match text.content.as_slice() {
        [Inline::Strong(inner), rest @ ..] => {
            let label = Text { id: text.id, content: inner.clone(), span: text.span }.plain();
            label.trim_end().ends_with(':') || matches!(rest.first(), Some(Inline::Words { text, .. }) if text.starts_with(':'))
        }
        _ => false,
    }
}

/// A text with the label that is printed before it.
fn prefixed(mut text: Text, label: Label) -> Text {
    let space = Span { start: label.span.end, ..label.span };
    text.content.insert(0, Inline::Words { text: label.printed, span: label.span });
    text.content.insert(1, Inline::Words { text: " ".to_owned(), span: space });
    text
}
