//! Findings that the author of an agreement has accepted: a signed text stays as it is.

use super::{all_rules, rule};
use crate::diagnostic::{Finding, Severity, UNUSED_ALLOW, nearest};
use crate::model::locate::Locator;
use crate::model::{Agreement, Allow, Corpus, walk};

/// Leaves out the accepted findings, and tells of acceptances that accept nothing. Errors cannot be accepted:
/// what they tell of would make the site wrong.
pub fn apply(corpus: &Corpus, mut findings: Vec<Finding>) -> Vec<Finding> {
    for agreement in corpus.parties().flat_map(|vendor| &vendor.agreements).filter(|agreement| !agreement.allow.is_empty()) {
        let locator = Locator::new([&**agreement]);
        for allow in &agreement.allow {
            let before = findings.len();
            findings.retain(|finding| !accepts(allow, finding, &locator));
            if findings.len() == before {
                findings.push(unused(allow, agreement));
            }
        }
    }
    findings
}

fn accepts(allow: &Allow, finding: &Finding, locator: &Locator<'_>) -> bool {
    finding.rule.name == allow.rule
        && finding.rule.severity < Severity::Error
        && locator.of(finding).is_some_and(|(_, id)| id == Some(allow.at.as_str()))
}

/// Why an acceptance accepts nothing: the author should not have to guess.
fn unused(allow: &Allow, agreement: &Agreement) -> Finding {
    let known = rule(&allow.rule);
    let mut ids: Vec<&str> = Vec::new();
    agreement.texts.values().for_each(|text| walk::metas(&text.parts, &mut |meta| ids.push(meta.id.as_str())));
    let (what, place, suggestion) = match known {
        None => ("rule", allow.span, nearest(&allow.rule, all_rules().map(|rule| rule.name)).unwrap_or_default()),
        Some(known) if known.severity == Severity::Error => ("error", allow.span, ""),
        Some(_) if !ids.contains(&allow.at.as_str()) => ("place", allow.at_span, nearest(&allow.at, ids).unwrap_or_default()),
        Some(_) => ("nothing", allow.span, ""),
    };
    let finding = Finding::new(UNUSED_ALLOW, place).with("rule", allow.rule.as_str()).with("at", allow.at.as_str());
    finding.with("what", what).with("suggestion", suggestion)
}
