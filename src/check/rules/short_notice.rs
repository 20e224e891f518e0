//! A change that takes effect sooner after its announcement than the agreement allows.

use crate::analysis::notice::short_notice;
use crate::analysis::register::is_withdrawn;
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
        for change in &register.changes {
            let Some(short) = short_notice(vendor, change).filter(|_| !is_withdrawn(register, change, whole.today)) else { continue };
            let finding = Finding::new(CHECK.rule, change.effective_span.unwrap_or(change.span)).with("id", change.id.as_str());
            let finding = finding.with("effective", short.day.to_string()).with("earliest", short.promised.to_string());
            let finding = with_period(finding.with("from", short.from.to_string()), short.period);
            let mut finding = finding.with("agreement", short.citation.agreement.as_str()).with("clause", short.citation.clause.as_str());
            finding.related.extend(span_of(vendor, short.citation));
            findings.push(finding);
        }
    }
}
