//! Findings that an author has accepted: a signed text stays as it is, and so does what a vendor did.

use super::{all_rules, rule};
use crate::diagnostic::{FileId, Finding, Place, Severity, UNUSED_ALLOW, nearest};
use crate::model::locate::Locator;
use crate::model::{Agreement, Allow, Corpus, walk};

/// Leaves out the accepted findings, and tells of acceptances that accept nothing. Errors cannot be accepted:
/// what they tell of would make the site wrong.
pub fn apply(corpus: &Corpus, mut findings: Vec<Finding>) -> Vec<Finding> {
    for agreement in corpus.parties().flat_map(|vendor| &vendor.agreements).filter(|agreement| !agreement.allow.is_empty()) {
        let locator = Locator::new([&**agreement]);
        let is_at = |allow: &Allow, finding: &Finding| locator.of(finding).is_some_and(|(_, id)| id == Some(allow.at.as_str()));
        accept(&agreement.allow, &mut findings, is_at, || ids_of(agreement));
    }
    // What is found in a register or a company's file says itself which entry it is about.
    let is_in = |file: FileId| {
        move |allow: &Allow, finding: &Finding| {
            let is_here = matches!(finding.place, Place::Span(span) if span.file == file);
            is_here && finding.arg("id").unwrap_or_default() == allow.at
        }
    };
    for register in corpus.vendors.iter().filter_map(|vendor| vendor.sub_processors.as_ref()) {
        let ids = register.engagements.iter().map(|engagement| engagement.id.as_str());
        let ids = ids.chain(register.changes.iter().map(|change| change.id.as_str()));
        accept(&register.allow, &mut findings, is_in(register.file), || ids.chain([""]).collect());
    }
    for company in &*corpus.companies {
        accept(&company.allow, &mut findings, is_in(company.file), || vec![""]);
    }
    findings
}

/// Leaves out what the acceptances of one file accept.
fn accept<'a>(
    allowed: &[Allow],
    findings: &mut Vec<Finding>,
    is_at: impl Fn(&Allow, &Finding) -> bool,
    ids: impl FnOnce() -> Vec<&'a str>,
) {
    if allowed.is_empty() {
        return;
    }
    let ids = ids();
    for allow in allowed {
        let before = findings.len();
        findings.retain(|finding| !(is_of(allow, finding) && is_at(allow, finding)));
        if findings.len() == before {
            findings.push(unused(allow, &ids));
        }
    }
}

fn is_of(allow: &Allow, finding: &Finding) -> bool {
    finding.rule.name == allow.rule && finding.rule.severity < Severity::Error
}

fn ids_of(agreement: &Agreement) -> Vec<&str> {
    let mut ids: Vec<&str> = Vec::new();
    agreement.texts.values().for_each(|text| walk::metas(&text.parts, &mut |meta| ids.push(meta.id.as_str())));
    ids
}

/// Why an acceptance accepts nothing: the author should not have to guess.
fn unused(allow: &Allow, ids: &[&str]) -> Finding {
    let known = rule(&allow.rule);
    let (what, place, suggestion) = match known {
        None => ("rule", allow.span, nearest(&allow.rule, all_rules().map(|rule| rule.name)).unwrap_or_default()),
        Some(known) if known.severity == Severity::Error => ("error", allow.span, ""),
        Some(_) if !ids.contains(&allow.at.as_str()) => {
            ("place", allow.at_span, nearest(&allow.at, ids.iter().copied()).unwrap_or_default())
        }
        Some(_) => ("nothing", allow.span, ""),
    };
    let finding = Finding::new(UNUSED_ALLOW, place).with("rule", allow.rule.as_str()).with("at", allow.at.as_str());
    finding.with("what", what).with("suggestion", suggestion)
}
