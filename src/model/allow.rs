//! Findings that the author of an agreement has accepted: a signed text stays as it is.

use super::Corpus;
use crate::diagnostic::{Finding, Place, Severity, UNUSED_ALLOW};

/// Leaves out the accepted findings, and tells of acceptances that accept nothing. Errors cannot be accepted:
/// what they tell of would make the site wrong.
pub fn apply(corpus: &Corpus, findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = findings;
    for agreement in corpus.vendors.iter().flat_map(|vendor| &vendor.agreements) {
        for allow in &agreement.allow {
            let accepted = |finding: &Finding| {
                let is_here = match &finding.place {
                    Place::Span(span) => agreement.texts.values().any(|text| text.file == span.file),
                    _ => false,
                };
                is_here
                    && finding.rule.severity < Severity::Error
                    && finding.rule.name == allow.rule
                    && finding.arg("id") == Some(allow.at.as_str())
            };
            let before = findings.len();
            findings.retain(|finding| !accepted(finding));
            if findings.len() == before {
                findings.push(Finding::new(UNUSED_ALLOW, allow.span).with("rule", allow.rule.as_str()).with("at", allow.at.as_str()));
            }
        }
    }
    findings
}
