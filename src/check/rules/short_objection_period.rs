//! A last day to object that is earlier than the agreement allows.

use crate::analysis::register::{LastDay, is_withdrawn, promised_day};
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
            let Some(until) = change.days.objection_until else { continue };
            let LastDay::Counted { day, from, period, trigger, citations } = promised_day(vendor, change) else { continue };
            // What will not be made after all needs no objection.
            if until >= day || is_withdrawn(register, change, whole.today) {
                continue;
            }
            let Some(citation) = citations.first() else { continue };
            let finding = Finding::new(CHECK.rule, change.objection_span.unwrap_or(change.span)).with("id", change.id.as_str());
            let finding = finding.with("until", until.to_string()).with("promised", day.to_string()).with("from", from.to_string());
            let finding = with_period(finding, period).with("trigger", trigger);
            let mut finding = finding.with("agreement", citation.agreement.as_str()).with("clause", citation.clause.as_str());
            finding.related.extend(span_of(vendor, citation));
            findings.push(finding);
        }
    }
}
