//! A requirement that nobody recorded, though a provision has its topic: somewhere to look, and no more than that.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::{Meta, walk};

/// The rule. Arguments: `requirement`, `topic`.
pub const CHECK: Check = Check {
    rule: Rule { name: "requirement-candidate", severity: Severity::Note, area: Area::Tables },
    run: Run::Agreement(run),
    documents: documents!("requirement_candidate"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Subject { ground, vendor, .. } = subject;
    // Who has not begun to record is not asked to.
    let Some(coverage) = &vendor.coverage else { return };
    let Some(original) = subject.original() else { return };
    let mut places: Vec<(&str, &Meta)> = Vec::new();
    walk::metas(&original.text.parts, &mut |meta| places.extend(meta.topics.iter().map(|topic| (topic.as_str(), meta))));
    for requirement in &ground.vocabulary.requirements {
        if coverage.entries.iter().any(|graded| graded.id == requirement.id) {
            continue;
        }
        let Some((topic, meta)) = places.iter().find(|(topic, _)| requirement.topics.iter().any(|own| own == topic)) else { continue };
        let finding = Finding::new(CHECK.rule, meta.span).with("id", meta.id.as_str());
        findings.push(finding.with("requirement", requirement.id.as_str()).with("topic", *topic));
    }
}
