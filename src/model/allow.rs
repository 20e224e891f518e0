//! Findings that the author of an agreement has accepted: a signed text stays as it is.

use super::agreement::{Agreement, Allow};
use super::tree::NodeId;
use super::{Corpus, walk};
use crate::diagnostic::{Finding, Place, Severity, Span, UNUSED_ALLOW};

/// Leaves out the accepted findings, and tells of acceptances that accept nothing. Errors cannot be accepted:
/// what they tell of would make the site wrong.
pub fn apply(corpus: &Corpus, findings: Vec<Finding>) -> Vec<Finding> {
    let mut findings = findings;
    for agreement in corpus.vendors.iter().flat_map(|vendor| &vendor.agreements) {
        let nodes = if agreement.allow.is_empty() { Vec::new() } else { nodes(agreement) };
        for allow in &agreement.allow {
            let before = findings.len();
            findings.retain(|finding| !accepts(allow, finding, agreement, &nodes));
            if findings.len() == before {
                findings.push(Finding::new(UNUSED_ALLOW, allow.span).with("rule", allow.rule.as_str()).with("at", allow.at.as_str()));
            }
        }
    }
    findings
}

fn accepts(allow: &Allow, finding: &Finding, agreement: &Agreement, nodes: &[(Span, NodeId)]) -> bool {
    let Place::Span(span) = &finding.place else { return false };
    if finding.rule.name != allow.rule || finding.rule.severity >= Severity::Error {
        return false;
    }
    if !agreement.texts.values().any(|text| text.file == span.file) {
        return false;
    }
    // Most findings say at which node they are; of the others the place in the file does.
    match finding.arg("id") {
        Some(id) => id == allow.at,
        None => node_at(nodes, *span).is_some_and(|id| id.as_str() == allow.at),
    }
}

/// Where every node of an agreement's texts begins, in the order of places.
fn nodes(agreement: &Agreement) -> Vec<(Span, NodeId)> {
    let mut nodes = Vec::new();
    for text in agreement.texts.values() {
        walk::metas(&text.parts, &mut |meta| nodes.push((meta.span, meta.id.clone())));
    }
    nodes.sort();
    nodes
}

/// The innermost node that a place is in: the last one that begins there or before it.
fn node_at(nodes: &[(Span, NodeId)], place: Span) -> Option<&NodeId> {
    let before = nodes.partition_point(|(span, _)| (span.file, span.start) <= (place.file, place.start));
    nodes[..before].last().filter(|(span, _)| span.file == place.file).map(|(_, id)| id)
}
