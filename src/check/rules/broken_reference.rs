//! A reference that leads nowhere.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::resolve::Target;

/// The rule. Arguments: `id`, `text`.
pub const CHECK: Check = Check {
    rule: Rule { name: "broken-reference", severity: Severity::Warning, area: Area::References },
    run: Run::Agreement(run),
    documents: documents!("broken_reference"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    for prose in &subject.proses {
        for passage in &prose.passages {
            for link in prose.links(passage).iter().filter(|link| link.target == Target::Broken) {
                let text = passage.plain.get(link.range.clone()).unwrap_or_default();
                findings.push(passage.finding(CHECK.rule, link.range.clone()).with("text", text));
            }
        }
    }
}
