//! What stands in a Markdown file: headings, paragraphs, lists and tables, with printed labels and attributes.

use super::attributes::Attributes;
use super::text::Text;
use crate::diagnostic::{FileId, Span};

/// A Markdown file, understood as far as one file allows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// Blocks, in order; headings are blocks.
    pub elements: Vec<Element>,
    /// Footnotes, by name.
    pub notes: Vec<(String, Vec<Element>, Span)>,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Element {
    /// A heading.
    Heading {
        /// From 1.
        level: u8,
        /// Its text, label included.
        text: Text,
        /// What the author says of what it heads.
        attributes: Attributes,
    },
    /// A paragraph, or a line of one that begins with a clause number.
    Paragraph {
        /// The clause number it begins with.
        label: Option<Label>,
        /// The text without it.
        text: Text,
        /// What the author says of it.
        attributes: Attributes,
    },
    /// A list.
    List {
        /// Entries, in order.
        entries: Vec<Entry>,
        /// Where it stands.
        span: Span,
    },
    /// A table.
    Table {
        /// Column headings.
        head: Vec<Text>,
        /// Cells of each row, with what the last cell says of the row.
        rows: Vec<(Vec<Text>, Attributes)>,
        /// What the author says of the whole table, in a paragraph after it.
        attributes: Attributes,
        /// Where it stands.
        span: Span,
    },
    /// Quoted text.
    Quote {
        /// What is quoted.
        elements: Vec<Element>,
        /// What the author says of it, in a paragraph after it.
        attributes: Attributes,
        /// Where it stands.
        span: Span,
    },
    /// A paragraph of only attributes: it speaks of the block before it.
    Attributes(Attributes),
}

impl Element {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Element::Heading { text, .. } | Element::Paragraph { text, .. } => text.span,
            Element::List { span, .. } | Element::Table { span, .. } | Element::Quote { span, .. } => *span,
            Element::Attributes(attributes) => attributes.span.unwrap_or(Span::new(FileId(0), 0..0)),
        }
    }
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The label it begins with.
    pub label: Option<Label>,
    /// What stands in it.
    pub elements: Vec<Element>,
    /// What the author says of it, at the end of its first paragraph.
    pub attributes: Attributes,
    /// Where it stands.
    pub span: Span,
}

/// A printed label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// To the letter: `7.1`, `1.C.`, `(i)`.
    pub printed: String,
    /// What sort of label it is.
    pub kind: LabelKind,
    /// Where it stands.
    pub span: Span,
}

/// What sort of label begins a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelKind {
    /// A clause number: `7.1`, `(3)` at the beginning of a paragraph.
    Clause,
    /// The marker of an ordered list: `1.`, a *lid* when it stands directly under an article.
    Ordered,
    /// An item's own label: `a.`, `(i)`.
    Item,
}
