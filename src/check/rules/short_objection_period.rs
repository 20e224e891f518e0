//! A last day to object that is earlier than the agreement allows.

use crate::analysis::notice::short_objection;
use crate::analysis::register::is_withdrawn;
use crate::check::engaged::{registers, span_of, with_period};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};

/// The rule. Arguments: `id`, `until`, `promised`, `from`, `number`, `unit`, `trigger`, `agreement`, `clause`.
pub const CHECK: Check = Check {
    rule: Rule { name: "short-objection-period", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("short_objection_period"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    for (vendor, register) in registers(whole.corpus) {
        for change in &register.changes {
            // What will not be made after all needs no objection.
            let found = short_objection(vendor, change).filter(|_| !is_withdrawn(register, change, whole.today));
            let Some((short, trigger)) = found else { continue };
            let finding = Finding::new(CHECK.rule, change.objection_span.unwrap_or(change.span)).with("id", change.id.as_str());
            let finding = finding.with("until", short.day.to_string()).with("promised", short.promised.to_string());
            let finding = with_period(finding.with("from", short.from.to_string()), short.period).with("trigger", trigger);
            let mut finding = finding.with("agreement", short.citation.agreement.as_str()).with("clause", short.citation.clause.as_str());
            finding.related.extend(span_of(vendor, short.citation));
            findings.push(finding);
        }
    }
}
