//! References that lead nowhere.

use super::{Resolved, Target};
use crate::diagnostic::{BROKEN_REFERENCE, Finding};
use crate::model::Corpus;

/// Tells of each.
pub fn findings(corpus: &Corpus, resolved: &Resolved) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (vendor, agreement) in corpus.vendors.iter().flat_map(|vendor| vendor.agreements.iter().map(move |agreement| (vendor, agreement))) {
        for (language, text) in &agreement.texts {
            let Some(table) = resolved.of(&vendor.slug, &agreement.slug, *language) else { continue };
            text.texts(&mut |place| {
                for link in table.links(place.text.id).iter().filter(|link| link.target == Target::Broken) {
                    let words = place.text.plain().get(link.range.clone()).unwrap_or_default().to_owned();
                    let finding = Finding::new(BROKEN_REFERENCE, place.text.span_of(link.range.clone())).with("text", words);
                    findings.push(finding.with("id", place.node.map(|meta| meta.id.to_string()).unwrap_or_default()));
                }
            });
        }
    }
    findings
}
