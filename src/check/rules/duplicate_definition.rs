//! A term that is defined twice in one scope. An annex, or an agreement that belongs to another, may define a term anew.

use std::collections::{HashMap, HashSet};

use crate::check::{Check, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::model::NodeId;
use crate::resolve::forms::variants;

/// The rule. Arguments: `id`, `term`.
pub const CHECK: Check = Check {
    rule: Rule { name: "duplicate-definition", severity: Severity::Warning, area: Area::Definitions },
    run: Some(run),
    documents: documents!("duplicate_definition"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut told: HashSet<&NodeId> = HashSet::new();
    for prose in &subject.proses {
        let is_original = prose.language == subject.agreement.original;
        // “(Data) Breach” defines both “Data Breach” and “Breach”.
        let mut defined: HashMap<(&NodeId, String), Span> = HashMap::new();
        for definition in prose.definitions() {
            let mut first: Option<Span> = None;
            for form in variants(&definition.term) {
                let before = *defined.entry((&definition.scope, form)).or_insert(definition.span);
                first = first.or(Some(before).filter(|before| *before != definition.span));
            }
            let Some(first) = first else { continue };
            let finding = Finding::new(CHECK.rule, definition.span).with("term", definition.term.as_str()).related(first);
            let Some(id) = &definition.id else {
                findings.push(finding);
                continue;
            };
            // What the original defines twice, its translation does as well.
            if is_original {
                told.insert(id);
            } else if told.contains(id) {
                continue;
            }
            findings.push(finding.with("id", id.as_str()));
        }
    }
}
