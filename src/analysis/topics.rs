//! What agreements say on a topic.

use std::collections::{BTreeSet, HashSet};

use crate::i18n::Language;
use crate::model::{Agreement, AgreementText, Article, Block, Clause, Corpus, Item, Meta, Vendor, walk};

/// A clause on a topic, or an item of a clause that is not on it as a whole.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    /// The agreement.
    pub agreement: &'a Agreement,
    /// Its text in the reader's language, else its original.
    pub text: &'a AgreementText,
    /// What it is.
    pub meta: &'a Meta,
    /// What it says.
    pub body: &'a [Block],
}

/// What a vendor's agreements say on a topic, in order.
pub fn on<'a>(vendor: &'a Vendor, language: Language, topic: &str) -> Vec<Found<'a>> {
    let mut found = Vec::new();
    for agreement in vendor.agreements.iter().filter(|agreement| !agreement.withheld) {
        let Some(text) = agreement.text(language) else { continue };
        for article in text.parts.iter().flat_map(|part| &part.articles) {
            of_article(agreement, text, article, topic, &mut found);
        }
    }
    found
}

fn of_article<'a>(agreement: &'a Agreement, text: &'a AgreementText, article: &'a Article, topic: &str, found: &mut Vec<Found<'a>>) {
    for clause in article.clauses.iter().filter(|clause| !clause.meta.withheld) {
        of_clause(agreement, text, clause, topic, found);
    }
    article.sections.iter().for_each(|section| of_article(agreement, text, section, topic, found));
}

/// Where items have topics of their own, the clause has them too: then only those items are on the topic.
fn of_clause<'a>(agreement: &'a Agreement, text: &'a AgreementText, clause: &'a Clause, topic: &str, found: &mut Vec<Found<'a>>) {
    let items: Vec<&Item> = items(&clause.body).into_iter().filter(|item| !item.meta.withheld).collect();
    let on: Vec<&&Item> = items.iter().filter(|item| has(&item.meta, topic)).collect();
    if has(&clause.meta, topic) && (on.len() == items.len() || on.is_empty()) {
        found.push(Found { agreement, text, meta: &clause.meta, body: &clause.body });
    } else {
        found.extend(on.into_iter().map(|item| Found { agreement, text, meta: &item.meta, body: &item.body }));
    }
}

fn items(blocks: &[Block]) -> Vec<&Item> {
    blocks.iter().flat_map(|block| if let Block::Items { items, .. } = block { items.as_slice() } else { &[] }).collect()
}

fn has(meta: &Meta, topic: &str) -> bool {
    meta.topics.iter().any(|own| own == topic)
}

/// The topics that occur, by their places in the vocabulary, of those [`of`] each vendor; none where there is but one vendor, and
/// nothing to compare.
pub fn occurring<'a>(corpus: &Corpus, found: impl IntoIterator<Item = &'a BTreeSet<String>>) -> Vec<usize> {
    if corpus.vendors.len() < 2 {
        return Vec::new();
    }
    let ids: HashSet<&str> = found.into_iter().flatten().map(String::as_str).collect();
    let topics = corpus.vocabulary.topics.iter().enumerate();
    topics.filter(|(_, topic)| ids.contains(topic.id.as_str())).map(|(place, _)| place).collect()
}

/// The topics that any clause of a vendor has, in what readers may see.
pub fn of(vendor: &Vendor) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for agreement in vendor.agreements.iter().filter(|agreement| !agreement.withheld) {
        if let Some(text) = agreement.texts.get(&agreement.original) {
            walk::clauses(&text.parts, &mut |clause| {
                for topic in &clause.meta.topics {
                    if !ids.contains(topic) {
                        ids.insert(topic.clone());
                    }
                }
            });
        }
    }
    ids
}
