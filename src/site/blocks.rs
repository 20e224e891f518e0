//! Paragraphs, lists and tables as templates are given them.

use std::ops::Range;

use serde::Serialize;

use super::running::{Running, Scene, plain_length};
use crate::model::{Block as Source, Inline, Item as SourceItem, Row as SourceRow, Table, Text};
use crate::parse::Audience;

/// The most characters of an entry that stands in columns.
const BRIEF: usize = 60;

/// A block.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Block<'a> {
    /// A paragraph.
    Paragraph {
        /// Its text.
        html: Running<'a>,
    },
    /// A list.
    Items {
        /// How it is set.
        style: Style,
        /// Its entries.
        items: Vec<Item<'a>>,
    },
    /// A table.
    Table {
        /// The headings of the columns; none where the first column heads its row.
        head: Vec<Running<'a>>,
        /// The rows.
        rows: Vec<Row<'a>>,
        /// How many columns there are.
        columns: usize,
    },
    /// Quoted text.
    Quote {
        /// What is quoted.
        blocks: Vec<Block<'a>>,
    },
    /// What these readers may not see.
    Withheld {
        /// Who may.
        audience: Audience,
    },
    /// A heading within a page of the owner's own words.
    Heading {
        /// From 2.
        level: u8,
        /// Its anchor.
        id: String,
        /// Its text.
        html: Running<'a>,
    },
}

/// How a list is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// With printed labels.
    Labelled,
    /// With bullets.
    Bulleted,
    /// With bullets, all so short that they can stand in columns.
    Brief,
    /// Names and what is said of them.
    Described,
}

/// An entry of a list.
#[derive(Serialize)]
pub struct Item<'a> {
    /// Its anchor; `None` where the page has that anchor elsewhere.
    id: Option<&'a str>,
    /// A second anchor.
    alias: Option<&'a str>,
    /// The label as printed.
    label: Option<&'a str>,
    /// The name, in a list of names.
    term: Option<Running<'a>>,
    /// The text it begins with.
    html: Option<Running<'a>>,
    /// What comes after.
    blocks: Vec<Block<'a>>,
    /// Who may see it, when these readers may not.
    withheld: Option<Audience>,
}

/// A row of a table.
#[derive(Serialize)]
pub struct Row<'a> {
    cells: Vec<Running<'a>>,
    /// Who may see it, when these readers may not.
    withheld: Option<Audience>,
}

impl<'a> Block<'a> {
    /// A table of a page without ids.
    pub fn table(head: Vec<Running<'a>>, rows: Vec<Vec<Running<'a>>>) -> Block<'a> {
        let columns = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
        Block::Table { head, rows: rows.into_iter().map(|cells| Row { cells, withheld: None }).collect(), columns }
    }

    /// A paragraph.
    pub fn paragraph(html: Running<'a>) -> Block<'a> {
        Block::Paragraph { html }
    }

    /// A list of a page without ids: labels, texts and what comes after each.
    pub fn list(entries: Vec<(Option<&'a str>, Option<Running<'a>>, Vec<Block<'a>>)>, is_labelled: bool) -> Block<'a> {
        let item = |(label, html, blocks)| Item { id: None, alias: None, label, term: None, html, blocks, withheld: None };
        let style = if is_labelled { Style::Labelled } else { Style::Bulleted };
        Block::Items { style, items: entries.into_iter().map(item).collect() }
    }
}

/// Whether entries of lists have anchors here.
#[derive(Clone, Copy)]
pub enum Anchors<'a> {
    /// All have.
    All,
    /// None has.
    None,
    /// Those have that the other language, which stands beside, lacks.
    Beside(&'a [Source]),
}

/// The blocks of a clause, note or entry.
pub fn of<'a>(scene: Scene<'a>, blocks: &'a [Source], anchors: Anchors<'_>) -> Vec<Block<'a>> {
    blocks.iter().flat_map(|block| one(scene, block, anchors, false)).collect()
}

/// One block, as one or more: a quote within a quote is shown as one, since templates nest no deeper than lists need.
fn one<'a>(scene: Scene<'a>, block: &'a Source, anchors: Anchors<'_>, quoted: bool) -> Vec<Block<'a>> {
    let inner = |blocks: &'a [Source]| -> Vec<Block<'a>> { blocks.iter().flat_map(|block| one(scene, block, anchors, true)).collect() };
    match block {
        Source::Paragraph(text) => vec![Block::Paragraph { html: scene.running(text) }],
        Source::Items { items, described } => {
            let items_shown = items.iter().map(|item| entry(scene, item, *described, anchors, quoted)).collect();
            vec![Block::Items { style: style(items, *described), items: items_shown }]
        }
        Source::Table(source) => vec![table(scene, source)],
        Source::Quote(blocks) if quoted => inner(blocks),
        Source::Quote(blocks) => vec![Block::Quote { blocks: inner(blocks) }],
        Source::Withheld(audience) => vec![Block::Withheld { audience: *audience }],
        Source::Limited(audience, block) if scene.world.audience.may_see(*audience) => one(scene, block, anchors, quoted),
        Source::Limited(audience, _) => vec![Block::Withheld { audience: *audience }],
    }
}

fn entry<'a>(scene: Scene<'a>, item: &'a SourceItem, described: bool, anchors: Anchors<'_>, quoted: bool) -> Item<'a> {
    let has_anchor = match anchors {
        Anchors::All => true,
        Anchors::None => false,
        Anchors::Beside(other) => !has_item(other, item.meta.id.as_str()),
    };
    let mut shown = Item {
        id: has_anchor.then_some(item.meta.id.as_str()),
        alias: item.meta.alias.as_ref().filter(|_| has_anchor).map(|alias| alias.as_str()),
        label: item.label.as_deref(),
        term: None,
        html: None,
        blocks: Vec::new(),
        withheld: scene.withheld(&item.meta),
    };
    if shown.withheld.is_some() {
        return shown;
    }
    let mut rest = item.body.as_slice();
    if let [Source::Paragraph(text), after @ ..] = rest {
        rest = after;
        match described.then(|| parts_of_description(text)).flatten() {
            Some((term, description)) => {
                shown.term = Some(Running::part(scene, text, term));
                shown.html = Some(Running::part(scene, text, description));
            }
            None => shown.html = Some(scene.running(text)),
        }
    }
    shown.blocks = rest.iter().flat_map(|block| one(scene, block, anchors, quoted)).collect();
    shown
}

fn style(items: &[SourceItem], described: bool) -> Style {
    let is_brief = |item: &SourceItem| match item.body.as_slice() {
        [Source::Paragraph(text)] => text.plain().chars().count() <= BRIEF,
        _ => false,
    };
    if described {
        Style::Described
    } else if items.iter().any(|item| item.label.is_some()) {
        Style::Labelled
    } else if items.iter().all(is_brief) {
        Style::Brief
    } else {
        Style::Bulleted
    }
}

/// The name and the description in `**Naam**: omschrijving`, as bytes of the plain text.
fn parts_of_description(text: &Text) -> Option<(Range<usize>, Range<usize>)> {
    let first = text.content.first()?;
    if !matches!(first, Inline::Strong(_) | Inline::Definition { .. }) {
        return None;
    }
    let plain = text.plain();
    let (name, rest) = plain.split_at_checked(plain_length(first))?;
    let term = match name.strip_suffix(':') {
        Some(term) => term,
        None if rest.trim_start().starts_with(':') => name,
        None => return None,
    };
    let description = rest.trim_start().trim_start_matches(':').trim_start();
    Some((0..term.len(), plain.len() - description.len()..plain.len()))
}

fn table<'a>(scene: Scene<'a>, source: &'a Table) -> Block<'a> {
    let columns = source.rows.iter().map(|row| row.cells.len()).chain([source.head.len()]).max().unwrap_or(0);
    let head = if source.is_described() { Vec::new() } else { source.head.iter().map(|text| scene.running(text)).collect() };
    Block::Table { head, rows: source.rows.iter().map(|source| row(scene, source)).collect(), columns }
}

fn row<'a>(scene: Scene<'a>, source: &'a SourceRow) -> Row<'a> {
    let withheld = (source.withheld || !scene.world.audience.may_see(source.audience)).then_some(source.audience);
    let cells = if withheld.is_some() { Vec::new() } else { source.cells.iter().map(|text| scene.running(text)).collect() };
    Row { cells, withheld }
}

/// Whether a list among these blocks has an entry with this id.
fn has_item(blocks: &[Source], id: &str) -> bool {
    blocks.iter().any(|block| match block {
        Source::Items { items, .. } => items.iter().any(|item| item.meta.id.as_str() == id || has_item(&item.body, id)),
        Source::Quote(inner) => has_item(inner, id),
        Source::Limited(_, inner) => has_item(std::slice::from_ref(inner), id),
        Source::Paragraph(_) | Source::Table(_) | Source::Withheld(_) => false,
    })
}
