//! Every running text of an agreement, with the place it stands in.

use super::agreement::AgreementText;
use super::tree::{Article, Block, Clause, Meta, Part, Row};
use crate::parse::Audience;
use crate::parse::text::Text;

/// A running text and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// The text.
    pub text: &'a Text,
    /// Who may read it.
    pub audience: Audience,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// The part it stands in; `None` in a footnote.
    pub part: Option<&'a Part>,
    /// The article or section it stands in, the innermost.
    pub article: Option<&'a Article>,
    /// The clause it stands in.
    pub clause: Option<&'a Clause>,
    /// The innermost node it belongs to; `None` in a footnote.
    pub node: Option<&'a Meta>,
    /// The row of a table that it is a cell of.
    pub row: Option<&'a Row>,
}

impl AgreementText {
    /// Calls `visit` for every text: headings, paragraphs, items, cells, footnotes.
    pub fn texts<'a>(&'a self, visit: &mut impl FnMut(Place<'a>)) {
        texts_of_parts(&self.parts, visit);
        for note in &self.notes {
            texts_of_blocks(&note.body, note.audience, &mut |text, audience| {
                visit(Place { text, audience, is_heading: false, part: None, article: None, clause: None, node: None, row: None });
            });
        }
    }
}

/// The texts of parts, without footnotes.
pub fn texts_of_parts<'a>(parts: &'a [Part], visit: &mut impl FnMut(Place<'a>)) {
    for part in parts {
        let place = Place {
            text: &part.title,
            audience: part.meta.audience,
            is_heading: true,
            part: Some(part),
            article: None,
            clause: None,
            node: Some(&part.meta),
            row: None,
        };
        visit(place);
        part.articles.iter().for_each(|article| of_article(article, place, visit));
    }
}

fn of_article<'a>(article: &'a Article, outer: Place<'a>, visit: &mut impl FnMut(Place<'a>)) {
    let place = Place { article: Some(article), node: Some(&article.meta), audience: article.meta.audience, ..outer };
    if let Some(text) = &article.heading {
        visit(Place { text, is_heading: true, ..place });
    }
    for clause in &article.clauses {
        let place = Place { clause: Some(clause), node: Some(&clause.meta), audience: clause.meta.audience, is_heading: false, ..place };
        of_blocks(&clause.body, place, visit);
    }
    article.sections.iter().for_each(|section| of_article(section, place, visit));
}

fn of_blocks<'a>(blocks: &'a [Block], outer: Place<'a>, visit: &mut impl FnMut(Place<'a>)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => visit(Place { text, ..outer }),
            Block::Items { items, .. } => {
                for item in items {
                    of_blocks(&item.body, Place { node: Some(&item.meta), audience: item.meta.audience, ..outer }, visit);
                }
            }
            Block::Table(table) => {
                table.head.iter().for_each(|text| visit(Place { text, ..outer }));
                for row in &table.rows {
                    let place = Place { audience: row.audience.max(outer.audience), row: Some(row), ..outer };
                    row.cells.iter().for_each(|text| visit(Place { text, ..place }));
                }
            }
            Block::Quote(inner) => of_blocks(inner, outer, visit),
            Block::Limited(audience, inner) => {
                of_blocks(std::slice::from_ref(inner), Place { audience: outer.audience.max(*audience), ..outer }, visit)
            }
            Block::Withheld(_) => {}
        }
    }
}

/// The texts of blocks that stand in no part, with who may read each.
pub fn texts_of_blocks<'a>(blocks: &'a [Block], audience: Audience, visit: &mut impl FnMut(&'a Text, Audience)) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => visit(text, audience),
            Block::Items { items, .. } => {
                items.iter().for_each(|item| texts_of_blocks(&item.body, item.meta.audience.max(audience), visit))
            }
            Block::Table(table) => {
                table.head.iter().for_each(|text| visit(text, audience));
                table.rows.iter().for_each(|row| row.cells.iter().for_each(|text| visit(text, row.audience.max(audience))));
            }
            Block::Quote(inner) => texts_of_blocks(inner, audience, visit),
            Block::Limited(own, inner) => texts_of_blocks(std::slice::from_ref(inner), audience.max(*own), visit),
            Block::Withheld(_) => {}
        }
    }
}

/// Every clause, in order.
pub fn clauses<'a>(parts: &'a [Part], visit: &mut impl FnMut(&'a Clause)) {
    fn of<'a>(article: &'a Article, visit: &mut impl FnMut(&'a Clause)) {
        article.clauses.iter().for_each(&mut *visit);
        article.sections.iter().for_each(|section| of(section, visit));
    }
    parts.iter().flat_map(|part| &part.articles).for_each(|article| of(article, visit));
}

/// Every node, in order: parts, articles and sections, clauses, items.
pub fn metas<'a>(parts: &'a [Part], visit: &mut impl FnMut(&'a Meta)) {
    for part in parts {
        visit(&part.meta);
        part.articles.iter().for_each(|article| metas_of_article(article, visit));
    }
}

/// An article and every node in it, in order.
pub fn metas_of_article<'a>(article: &'a Article, visit: &mut impl FnMut(&'a Meta)) {
    visit(&article.meta);
    for clause in &article.clauses {
        visit(&clause.meta);
        metas_of_blocks(&clause.body, visit);
    }
    article.sections.iter().for_each(|section| metas_of_article(section, visit));
}

fn metas_of_blocks<'a>(blocks: &'a [Block], visit: &mut impl FnMut(&'a Meta)) {
    for block in blocks {
        match block {
            Block::Items { items, .. } => items.iter().for_each(|item| {
                visit(&item.meta);
                metas_of_blocks(&item.body, visit);
            }),
            Block::Quote(inner) => metas_of_blocks(inner, visit),
            Block::Limited(_, inner) => metas_of_blocks(std::slice::from_ref(inner), visit),
            Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => {}
        }
    }
}
