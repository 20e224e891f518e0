//! The shape of an article: what it is made of, without its words.
//!
//! Shapes are shown to authors: `¶` is a paragraph, `•` an item, `[2×3]` a table of two rows and three columns, `>` a
//! quotation, `§` what stands in a section.

use crate::diagnostic::Span;
use crate::model::tree::{Article, Block, Item};
use crate::parse::label;

/// Where two articles first differ.
pub struct Difference {
    pub original: String,
    pub translation: String,
    /// Where in the translation.
    pub place: Span,
}

/// A clause, or the head of an article or section.
struct Line {
    shape: String,
    place: Span,
}

/// The first difference between an article and its translation; `None` where they have the same shape.
pub fn difference(original: &Article, translation: &Article) -> Option<Difference> {
    let (a, b) = (lines(original, Some(translation), ""), lines(translation, Some(original), ""));
    let at = (0..a.len().max(b.len())).find(|at| a.get(*at).map(|line| &line.shape) != b.get(*at).map(|line| &line.shape))?;
    let shown = |lines: &[Line]| lines.get(at).map_or_else(|| "–".to_owned(), |line| line.shape.clone());
    let place = b.get(at).map_or(translation.meta.span, |line| line.place);
    Some(Difference { original: shown(&a), translation: shown(&b), place })
}

/// Whether two rows of blocks have the same shape.
pub fn is_same(original: &[Block], translation: &[Block]) -> bool {
    of_blocks(original, Some(translation)) == of_blocks(translation, Some(original))
}

/// A block without the limit on who may read it.
pub fn unlimited(block: &Block) -> &Block {
    match block {
        Block::Limited(_, inner) => unlimited(inner),
        block => block,
    }
}

/// The twin is what it is compared with: labels of items are only shown where they count differently.
fn lines(article: &Article, twin: Option<&Article>, within: &str) -> Vec<Line> {
    let number = article.number.as_deref().map_or("–", label::segment);
    let heading = if article.heading.is_some() { " …" } else { "" };
    let mut lines = vec![Line { shape: format!("{within}{number}{heading}"), place: article.meta.span }];
    for (index, clause) in article.clauses.iter().enumerate() {
        let twin = twin.and_then(|twin| twin.clauses.get(index)).map(|twin| twin.body.as_slice());
        let label = clause.label.as_deref().map_or(String::new(), |label| format!("{} ", label::segment(label)));
        lines.push(Line { shape: format!("{within}{label}{}", of_blocks(&clause.body, twin)), place: clause.meta.span });
    }
    for (index, section) in article.sections.iter().enumerate() {
        lines.extend(self::lines(section, twin.and_then(|twin| twin.sections.get(index)), &format!("{within}§ ")));
    }
    lines
}

fn of_blocks(blocks: &[Block], twins: Option<&[Block]>) -> String {
    let twin = |index: usize| twins.and_then(|twins| twins.get(index)).map(unlimited);
    let shapes = blocks.iter().enumerate().map(|(index, block)| match (unlimited(block), twin(index)) {
        (Block::Paragraph(_) | Block::Withheld(_) | Block::Limited(..), _) => "¶".to_owned(),
        (Block::Items { items, .. }, twin) => {
            let twins = if let Some(Block::Items { items, .. }) = twin { items.as_slice() } else { &[] };
            let items: Vec<String> = items.iter().enumerate().map(|(index, item)| of_item(item, twins.get(index))).collect();
            format!("({})", items.join(" "))
        }
        (Block::Table(table), _) => format!("[{}×{}]", table.rows.len(), table.head.len()),
        (Block::Quote(inner), twin) => {
            let twins = if let Some(Block::Quote(twins)) = twin { Some(twins.as_slice()) } else { None };
            format!("> {}", of_blocks(inner, twins))
        }
    });
    shapes.collect::<Vec<_>>().join(" ")
}

/// `a.`, `(a)` and a bullet are the same first entry. One paragraph is not worth a sign.
fn of_item(item: &Item, twin: Option<&Item>) -> String {
    let labels = (item.label.as_deref(), twin.and_then(|twin| twin.label.as_deref()));
    let sign = match labels {
        (Some(own), Some(other)) if !label::counts_alike(own, other) => label::segment(own),
        _ => "•",
    };
    match item.body.as_slice() {
        [Block::Paragraph(_)] => sign.to_owned(),
        body => format!("{sign} {}", of_blocks(body, twin.map(|twin| twin.body.as_slice()))).trim_end().to_owned(),
    }
}
