//! Headings and what stands under them.

use crate::diagnostic::Span;
use crate::model::ids::Ids;
use crate::model::tree::{Article, Block, Item, Meta, Part};
use crate::parse::Attributes;
use crate::parse::document::Element;
use crate::parse::text::{Text, TextId};

/// A part before it has ids.
pub struct RawPart {
    pub text: Text,
    pub attributes: Attributes,
    pub elements: Vec<Element>,
    pub articles: Vec<RawArticle>,
}

/// An article or section before it has an id.
pub struct RawArticle {
    level: u8,
    pub text: Text,
    pub attributes: Attributes,
    pub elements: Vec<Element>,
    pub sections: Vec<RawArticle>,
}

/// Sorts blocks under their headings. `skipped` is told of headings that skip a level.
pub fn of(elements: Vec<Element>, mut skipped: impl FnMut(Span, u8, u8)) -> Vec<RawPart> {
    let mut parts: Vec<RawPart> = Vec::new();
    let mut depth = 0;
    let mut titled = false;
    for element in elements {
        match element {
            Element::Heading { level, text, attributes } => {
                if level > depth + 1 {
                    skipped(text.span, level, depth + 1);
                }
                depth = level;
                let parts_so_far = parts.len();
                match parts.last_mut() {
                    Some(part) if level > 1 => {
                        push(&mut part.articles, RawArticle { level, text, attributes, elements: Vec::new(), sections: Vec::new() })
                    }
                    None if level > 1 => {
                        let mut part = untitled(text.span);
                        push(&mut part.articles, RawArticle { level, text, attributes, elements: Vec::new(), sections: Vec::new() });
                        parts.push(part);
                    }
                    // Text before the title is a mistake, and told; it stands where it would have been meant.
                    Some(part) if parts_so_far == 1 && !titled => {
                        (part.text, part.attributes) = (text, attributes);
                        titled = true;
                    }
                    _ => {
                        titled = true;
                        parts.push(RawPart { text, attributes, elements: Vec::new(), articles: Vec::new() });
                    }
                }
            }
            other => {
                if parts.is_empty() {
                    parts.push(untitled(other.span()));
                }
                if let Some(part) = parts.last_mut() {
                    innermost(part).push(other);
                }
            }
        }
    }
    parts
}

fn untitled(span: Span) -> RawPart {
    let at = Span { end: span.start, ..span };
    RawPart {
        text: Text { id: TextId(0), content: Vec::new(), span: at },
        attributes: Attributes::default(),
        elements: Vec::new(),
        articles: Vec::new(),
    }
}

/// Puts a heading under the last one that is above it.
fn push(siblings: &mut Vec<RawArticle>, article: RawArticle) {
    match siblings.last_mut() {
        Some(last) if last.level < article.level => push(&mut last.sections, article),
        _ => siblings.push(article),
    }
}

fn innermost(part: &mut RawPart) -> &mut Vec<Element> {
    match part.articles.last_mut() {
        None => &mut part.elements,
        Some(article) => innermost_of(article),
    }
}

fn innermost_of(article: &mut RawArticle) -> &mut Vec<Element> {
    if article.sections.is_empty() {
        return &mut article.elements;
    }
    match article.sections.last_mut() {
        Some(section) => innermost_of(section),
        // Just seen not to be empty.
        None => &mut article.elements,
    }
}

/// A second anchor must lead to one place: an alias that is another node's id, or another's alias, is dropped.
pub fn drop_taken_aliases(part: &mut Part, ids: &Ids) {
    keep_free(&mut part.meta, ids);
    part.articles.iter_mut().for_each(|article| in_article(article, ids));
}

fn in_article(article: &mut Article, ids: &Ids) {
    keep_free(&mut article.meta, ids);
    for clause in &mut article.clauses {
        keep_free(&mut clause.meta, ids);
        in_blocks(&mut clause.body, ids);
    }
    article.sections.iter_mut().for_each(|section| in_article(section, ids));
}

fn in_blocks(blocks: &mut [Block], ids: &Ids) {
    for block in blocks {
        match block {
            Block::Items { items, .. } => items.iter_mut().for_each(|item: &mut Item| {
                keep_free(&mut item.meta, ids);
                in_blocks(&mut item.body, ids);
            }),
            Block::Quote(inner) => in_blocks(inner, ids),
            Block::Limited(_, inner) => in_blocks(std::slice::from_mut(inner), ids),
            Block::Paragraph(_) | Block::Table(_) | Block::Withheld(_) => {}
        }
    }
}

fn keep_free(meta: &mut Meta, ids: &Ids) {
    if meta.alias.as_ref().is_some_and(|alias| ids.is_used(alias.as_str())) {
        meta.alias = None;
    }
}
