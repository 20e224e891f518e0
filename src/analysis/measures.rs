//! Security measures that agreements state, by theme and vendor (GDPR Article 32).

use crate::i18n::Language;
use crate::model::vocabulary::{Measure, Vocabulary};
use crate::model::{Agreement, Article, Block, Clause, Meta, NodeId, Vendor, walk};

/// A topic with its measures.
#[derive(Debug)]
pub struct Theme<'a> {
    /// The topic's id.
    pub topic: &'a str,
    /// The measures that any vendor states, in the order of the vocabulary.
    pub rows: Vec<Row<'a>>,
}

/// A measure and where each vendor states it.
#[derive(Debug)]
pub struct Row<'a> {
    /// The measure.
    pub measure: &'a Measure,
    /// A cell for each vendor, in their order.
    pub cells: Vec<Cell<'a>>,
}

/// Where a vendor states a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell<'a> {
    /// In these places.
    Stated(Vec<Place<'a>>),
    /// In text for others, of which the author has disclosed that it is there.
    OnRequest,
    /// Not in what may be read, and not all may be.
    NotShown,
    /// Nowhere, though other measures are.
    NotStated,
    /// Nobody has named any measure in this vendor's agreements.
    NotRecorded,
}

/// A clause or item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// Its agreement, by slug.
    pub agreement: &'a str,
    /// Its id.
    pub id: &'a NodeId,
}

/// The measures that any of these vendors states, or is known to state elsewhere, by topic. `vendors` are the columns.
pub fn table<'a>(vocabulary: &'a Vocabulary, vendors: &[&'a Vendor], language: Language) -> Vec<Theme<'a>> {
    let stated: Vec<Own<'_>> = vendors.iter().map(|vendor| Own::of(vendor, language)).collect();
    let mut themes: Vec<Theme<'a>> = Vec::new();
    for measure in &vocabulary.measures {
        let cells: Vec<Cell<'_>> = stated.iter().map(|own| own.cell(&measure.id)).collect();
        if !cells.iter().any(|cell| matches!(cell, Cell::Stated(_) | Cell::OnRequest)) {
            continue;
        }
        let row = Row { measure, cells };
        match themes.iter_mut().find(|theme| theme.topic == measure.topic) {
            Some(theme) => theme.rows.push(row),
            None => themes.push(Theme { topic: &measure.topic, rows: vec![row] }),
        }
    }
    let rank = |topic: &str| vocabulary.topics.iter().position(|own| own.id == topic);
    themes.sort_by_key(|theme| rank(theme.topic));
    themes
}

/// Whether any agreement of a vendor that may be read states a measure, or mentions a certificate.
pub fn has_any(vendor: &Vendor, language: Language) -> bool {
    !vendor.certificates.is_empty() || !Own::of(vendor, language).is_empty()
}

/// What is known of one vendor's measures.
struct Own<'a> {
    /// Those in what may be read, by their ids.
    stated: Vec<(&'a str, Place<'a>)>,
    /// Those that an author has disclosed.
    disclosed: Vec<&'a str>,
    /// Whether there is more than may be read.
    has_more: bool,
}

impl<'a> Own<'a> {
    fn of(vendor: &'a Vendor, language: Language) -> Own<'a> {
        let disclosed = vendor.agreements.iter().flat_map(|agreement| &agreement.discloses).map(String::as_str);
        Own { stated: of_vendor(vendor, language), disclosed: disclosed.collect(), has_more: has_withheld(vendor, language) }
    }

    fn is_empty(&self) -> bool {
        self.stated.is_empty() && self.disclosed.is_empty()
    }

    fn cell(&self, measure: &str) -> Cell<'a> {
        let places: Vec<Place<'a>> = self.stated.iter().filter(|(id, _)| *id == measure).map(|(_, place)| *place).collect();
        match () {
            () if !places.is_empty() => Cell::Stated(places),
            () if self.disclosed.contains(&measure) => Cell::OnRequest,
            () if self.is_empty() => Cell::NotRecorded,
            () if self.has_more => Cell::NotShown,
            () => Cell::NotStated,
        }
    }
}

/// Whether an agreement, or anything in one, is for others.
fn has_withheld(vendor: &Vendor, language: Language) -> bool {
    vendor.agreements.iter().any(|agreement| {
        let mut is_withheld = agreement.withheld;
        if let Some(text) = agreement.text(language) {
            walk::metas(&text.parts, &mut |meta| is_withheld |= meta.withheld);
        }
        is_withheld
    })
}

/// Each measure with the innermost node that has it.
fn of_vendor(vendor: &Vendor, language: Language) -> Vec<(&str, Place<'_>)> {
    let mut found = Vec::new();
    for agreement in vendor.agreements.iter().filter(|agreement| !agreement.withheld) {
        let Some(text) = agreement.text(language) else { continue };
        for article in text.parts.iter().flat_map(|part| &part.articles) {
            of_article(agreement, article, &mut found);
        }
    }
    found
}

fn of_article<'a>(agreement: &'a Agreement, article: &'a Article, found: &mut Vec<(&'a str, Place<'a>)>) {
    for clause in article.clauses.iter().filter(|clause| !clause.meta.withheld) {
        of_clause(agreement, clause, found);
    }
    article.sections.iter().for_each(|section| of_article(agreement, section, found));
}

fn of_clause<'a>(agreement: &'a Agreement, clause: &'a Clause, found: &mut Vec<(&'a str, Place<'a>)>) {
    let before = found.len();
    of_blocks(agreement, &clause.body, found);
    let inner: Vec<&str> = found[before..].iter().map(|(id, _)| *id).collect();
    push(agreement, &clause.meta, &inner, found);
}

fn of_blocks<'a>(agreement: &'a Agreement, blocks: &'a [Block], found: &mut Vec<(&'a str, Place<'a>)>) {
    for block in blocks {
        let Block::Items { items, .. } = block else { continue };
        for item in items.iter().filter(|item| !item.meta.withheld) {
            push(agreement, &item.meta, &[], found);
            of_blocks(agreement, &item.body, found);
        }
    }
}

fn push<'a>(agreement: &'a Agreement, meta: &'a Meta, but: &[&str], found: &mut Vec<(&'a str, Place<'a>)>) {
    let own = meta.measures.iter().filter(|measure| !but.contains(&measure.as_str()));
    found.extend(own.map(|measure| (measure.as_str(), Place { agreement: &agreement.slug, id: &meta.id })));
}
