//! What the words of an agreement point at: side tables beside the corpus, keyed by text.
//!
//! An agreement's table depends on its own text and on the outlines of what it may cite, on nothing else.

mod mention;
mod outline;
mod target;

use std::collections::HashMap;
use std::ops::Range;

use rayon::prelude::*;

use crate::diagnostic::{BROKEN_REFERENCE, Finding};
use crate::i18n::{Language, Messages};
use crate::model::{Agreement, Corpus, NodeId, TextId, Vendor};
use crate::parse::Audience;
use mention::Scanner;
use outline::Outline;

/// What a stretch of text points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A node of this agreement or of another one of the same vendor.
    Node {
        /// The agreement's slug.
        agreement: String,
        /// The node; empty for the agreement as a whole.
        id: NodeId,
    },
    /// A node that this build's readers may not see: named, but not shown. The id is that of the stub.
    Withheld {
        /// The agreement's slug.
        agreement: String,
        /// The node's stub, which may be that of what it stands in.
        id: NodeId,
    },
    /// A document that is known not to be on this site.
    External,
    /// Nothing.
    Broken,
}

/// A stretch of a text that points somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of [`crate::model::Text::plain`].
    pub range: Range<usize>,
    /// What it points at.
    pub target: Target,
}

/// The references of one agreement in one language, by text, in the order they stand in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    texts: HashMap<TextId, Vec<Reference>>,
}

impl References {
    /// The references in a text, in order, none overlapping.
    pub fn of(&self, text: TextId) -> &[Reference] {
        self.texts.get(&text).map_or(&[], Vec::as_slice)
    }
}

/// The references of every agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    tables: HashMap<(String, String, Language), References>,
}

impl Resolved {
    /// The table of an agreement in a language.
    pub fn of(&self, vendor: &str, agreement: &str, language: Language) -> Option<&References> {
        self.tables.get(&(vendor.to_owned(), agreement.to_owned(), language))
    }
}

/// Resolves what `shown` says against the outlines of `whole`, for readers of an audience: what they may not see
/// is known to exist, so that a reference to it is not broken.
pub fn resolve(shown: &Corpus, whole: &Corpus, messages: &Messages, readers: Audience) -> (Resolved, Vec<Finding>) {
    let scanners: HashMap<Language, Scanner> =
        messages.languages().map(|language| (language, Scanner::new(messages.lexicon(language), &whole.vocabulary.laws))).collect();
    let tables: Vec<_> = shown
        .vendors
        .par_iter()
        .flat_map_iter(|vendor| {
            let outlines: Vec<Outline> = whole
                .vendor(&vendor.slug)
                .into_iter()
                .flat_map(|vendor| &vendor.agreements)
                .map(|agreement| Outline::of(agreement))
                .collect();
            let scanners = &scanners;
            vendor
                .agreements
                .iter()
                .flat_map(move |agreement| of_agreement(vendor, agreement, &outlines, scanners, readers))
                .collect::<Vec<_>>()
        })
        .collect();
    let mut resolved = Resolved::default();
    let mut findings = Vec::new();
    for (key, table, told) in tables {
        resolved.tables.insert(key, table);
        findings.extend(told);
    }
    (resolved, findings)
}

type Table = ((String, String, Language), References, Vec<Finding>);

fn of_agreement(
    vendor: &Vendor,
    agreement: &Agreement,
    outlines: &[Outline],
    scanners: &HashMap<Language, Scanner>,
    readers: Audience,
) -> Vec<Table> {
    let mut tables = Vec::new();
    for (language, text) in &agreement.texts {
        let Some(scanner) = scanners.get(language) else { continue };
        let mut references = References::default();
        let mut findings = Vec::new();
        text.texts(&mut |place| {
            // Nothing is linked within a heading: it is itself what others link to.
            if place.is_heading {
                return;
            }
            let plain = place.text.plain();
            let mentions = scanner.mentions(&plain, &agreement.external);
            if mentions.is_empty() {
                return;
            }
            let occupied = place.text.occupied();
            let free = |range: &Range<usize>| !occupied.iter().any(|taken| taken.start < range.end && range.start < taken.end);
            let mut found = Vec::new();
            for mention in mentions.into_iter().filter(|mention| free(&mention.range)) {
                let target = target::of(&mention, &place, &agreement.slug, *language, outlines, readers);
                if target == Target::Broken {
                    let finding = Finding::new(BROKEN_REFERENCE, place.text.span_of(mention.range.clone()))
                        .with("text", &plain[mention.range.clone()]);
                    findings.push(finding.with("id", place.node.map(|meta| meta.id.to_string()).unwrap_or_default()));
                }
                found.push(Reference { range: mention.range, target });
            }
            if !found.is_empty() {
                references.texts.insert(place.text.id, found);
            }
        });
        tables.push(((vendor.slug.clone(), agreement.slug.clone(), *language), references, findings));
    }
    tables
}
