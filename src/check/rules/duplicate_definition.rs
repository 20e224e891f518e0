//! A term that is defined twice in one scope. An annex, or an agreement that belongs to another, may define a term anew.

use std::collections::{HashMap, HashSet};

use crate::check::{Check, Prose, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::{NodeId, TextId};
use crate::resolve::forms::variants;
use crate::resolve::{Definition, Target};

/// The rule. Arguments: `id`, `term`.
pub const CHECK: Check = Check {
    rule: Rule { name: "duplicate-definition", severity: Severity::Warning, area: Area::Definitions },
    run: Run::Agreement(run),
    documents: documents!("duplicate_definition"),
};

/// A text that only says where a term is defined is no longer than this, in bytes.
const LONGEST_POINTER: usize = 160;

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut told: HashSet<&NodeId> = HashSet::new();
    for prose in &subject.proses {
        let is_original = prose.language == subject.agreement.original;
        let pointing = pointing(prose);
        let points_at = |from: &Definition, to: &Definition| {
            let targets = pointing.get(&from.text).into_iter().flatten();
            to.id.as_ref().is_some_and(|id| targets.into_iter().any(|target| is_in(id, target)))
        };
        // “(Data) Breach” defines both “Data Breach” and “Breach”.
        let mut defined: HashMap<(&NodeId, String), &Definition> = HashMap::new();
        for definition in prose.definitions() {
            let mut first: Option<&Definition> = None;
            for form in variants(&definition.term) {
                let before = *defined.entry((&definition.scope, form)).or_insert(definition);
                first = first.or(Some(before).filter(|before| before.span != definition.span));
            }
            // “Audit” has the meaning given in clause 9.3: one of the two only says where the other is.
            let Some(first) = first.filter(|first| !points_at(first, definition) && !points_at(definition, first)) else { continue };
            let finding = Finding::new(CHECK.rule, definition.span).with("term", definition.term.as_str()).related(first.span);
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

/// The provisions that short texts point at: a text that defines by pointing says little else.
fn pointing<'a>(prose: &Prose<'a>) -> HashMap<TextId, Vec<&'a NodeId>> {
    let short = prose.passages.iter().filter(|passage| passage.plain.len() <= LONGEST_POINTER);
    let targets = short.map(|passage| {
        let nodes = prose.links(passage).iter().filter_map(|link| match &link.target {
            Target::Node { id, .. } => Some(id),
            _ => None,
        });
        (passage.place.text.id, nodes.collect::<Vec<_>>())
    });
    targets.filter(|(_, nodes)| !nodes.is_empty()).collect()
}

/// Whether a node is another one, or within it: `9.3/a` in `9.3`, `9.3` in `9`.
fn is_in(id: &NodeId, outer: &NodeId) -> bool {
    id.as_str().strip_prefix(outer.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '.']))
}
