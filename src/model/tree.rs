//! The tree of an agreement's text: parts, articles and sections, clauses, items.

use std::fmt;
use std::sync::Arc;

use crate::diagnostic::Span;
use crate::parse::Audience;
use crate::parse::text::Text;

/// A node's id within its agreement: segments joined by `/`, such as `7.2/b` or `bijlage-1/1.C`.
/// The main part's is empty. The same in every language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(Arc<str>);

impl NodeId {
    /// The id as written in data files and anchors.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for NodeId {
    fn from(id: &str) -> Self {
        NodeId(id.into())
    }
}

impl fmt::Display for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for NodeId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

impl serde::Serialize for NodeId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// What every node has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Unique within the agreement.
    pub id: NodeId,
    /// The id that the printed number would give, where another was chosen: a second anchor.
    pub alias: Option<NodeId>,
    /// Who may read it: the narrowest of its own and of all that it stands in.
    pub audience: Audience,
    /// Set by `audience`: the node is a stub without text, since this build's readers may not see it.
    pub withheld: bool,
    /// What it is about, by vocabulary id; its own, else its article's, else its part's.
    pub topics: Vec<String>,
    /// The security measures it states, by vocabulary id.
    pub measures: Vec<String>,
    /// Where it begins in the source.
    pub span: Span,
}

impl Meta {
    /// The same node for readers who may not see it.
    pub fn stub(&self) -> Meta {
        Meta { withheld: true, topics: Vec::new(), measures: Vec::new(), ..self.clone() }
    }
}

/// The main text, or an annex within the agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Id, audience, place.
    pub meta: Meta,
    /// The printed label, such as `Bijlage 1` or `Annex 1`; none for the main part.
    pub label: Option<String>,
    /// The heading without its label. In the main part the agreement's title.
    pub title: Text,
    /// What it holds. Text before the first heading is an article without number and heading.
    pub articles: Vec<Article>,
}

/// An article, or a section within one: a heading and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// Id, audience, place.
    pub meta: Meta,
    /// How its number is printed, with the word and points around it: `Artikel 7.`, `(3)`, `1.C.`.
    pub label: Option<String>,
    /// The number to the letter, without word and final point: `7`, `(3)`, `1.C`.
    pub number: Option<String>,
    /// The heading without the label; `None` where the article has none.
    pub heading: Option<Text>,
    /// Its clauses, in order, before any section.
    pub clauses: Vec<Clause>,
    /// Sections, of the same shape.
    pub sections: Vec<Article>,
}

impl Article {
    /// Whether this is text directly under a part: neither number nor heading.
    pub fn is_bare(&self) -> bool {
        self.label.is_none() && self.number.is_none() && self.heading.is_none()
    }
}

/// A provision: a numbered paragraph with what belongs to it, or a paragraph that stands alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// Id, audience, place, topics.
    pub meta: Meta,
    /// The number as printed, final point included: `7.1`, `1.C.`, `(3)`, `2.`.
    pub label: Option<String>,
    /// The number to the letter without its final point.
    pub number: Option<String>,
    /// Paragraphs, lists and tables, in order. Empty in a stub.
    pub body: Vec<Block>,
}

/// A block of a clause or item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Text),
    /// Items with labels or bullets. `described` when each begins with a bold label and a colon.
    Items {
        /// The entries.
        items: Vec<Item>,
        /// Whether this is a list of labels and descriptions.
        described: bool,
    },
    /// A table.
    Table(Table),
    /// Quoted text.
    Quote(Vec<Block>),
    /// A paragraph, table or quote that this build's readers may not see.
    Withheld(Audience),
    /// A block with a narrower audience than its clause. `audience` shows its content or turns it into [`Block::Withheld`].
    Limited(Audience, Box<Block>),
}

/// An entry of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Id, audience, place.
    pub meta: Meta,
    /// The label as printed: `a.`, `(i)`, `1)`; `None` for a bullet.
    pub label: Option<String>,
    /// What stands in it; nested items are blocks too. Empty in a stub.
    pub body: Vec<Block>,
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Column headings; all empty where the first column labels its row.
    pub head: Vec<Text>,
    /// Rows, in order.
    pub rows: Vec<Row>,
}

impl Table {
    /// Whether the first column is a label and the rest describes it: no column has a heading.
    pub fn is_described(&self) -> bool {
        self.head.iter().all(Text::is_empty)
    }
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Cells, as many as columns. Empty when withheld.
    pub cells: Vec<Text>,
    /// Who may read it.
    pub audience: Audience,
    /// Set by `audience`: this build's readers may not see it.
    pub withheld: bool,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its name in the source.
    pub name: String,
    /// Its number, by the order of the first marks, from 1.
    pub number: u32,
    /// Who may read it: the narrowest of the places that cite it.
    pub audience: Audience,
    /// Its text.
    pub body: Vec<Block>,
    /// Where it stands.
    pub span: Span,
}
