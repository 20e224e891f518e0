//! A change that takes effect sooner after its announcement than the agreement allows.

use crate::analysis::period;
use crate::analysis::register::{NOTICE, agreed, is_withdrawn};
use crate::check::engaged::{registers, span_of, with_period};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};

/// The rule. Arguments: `id`, `effective`, `earliest`, `from`, `number`, `unit`, `agreement`, `clause`.
pub const CHECK: Check = Check {
    rule: Rule { name: "short-notice", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("short_notice"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    for (vendor, register) in registers(whole.corpus) {
        let Some(notice) = agreed(vendor, NOTICE) else { continue };
        let (Some(period), Some(citation)) = (notice.period, notice.fact.citations.first()) else { continue };
        // Of whoever leaves, nobody needs to be told beforehand.
        for change in register.changes.iter().filter(|change| change.kind.may_be_objected_to()) {
            let (Some(announced), Some(effective)) = (change.days.announced, change.days.effective) else { continue };
            let from = change.days.notified.map_or(announced, |notified| notified.max(announced));
            let Some(earliest) = period::last_day(from, period).filter(|earliest| effective < *earliest) else { continue };
            if is_withdrawn(register, change, whole.today) {
                continue;
            }
            let finding = Finding::new(CHECK.rule, change.effective_span.unwrap_or(change.span)).with("id", change.id.as_str());
            let finding = finding.with("effective", effective.to_string()).with("earliest", earliest.to_string());
            let finding = with_period(finding.with("from", from.to_string()), period);
            let mut finding = finding.with("agreement", citation.agreement.as_str()).with("clause", citation.clause.as_str());
            finding.related.extend(span_of(vendor, citation));
            findings.push(finding);
        }
    }
}
