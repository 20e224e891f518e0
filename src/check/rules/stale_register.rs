//! A register, an engagement or a company that nobody held against its sources for a year.

use jiff::ToSpan;

use crate::analysis::register::Standings;
use crate::check::engaged::{named, registers};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};

/// The rule. Arguments: `id` (of the engagement, else empty), `what` (`register`, `engagement` or `company`), `reviewed` (a day).
pub const CHECK: Check = Check {
    rule: Rule { name: "stale-register", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("stale_register"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    let Ok(year_ago) = whole.today.checked_sub(1.year()) else { return };
    let mut tell = |what: &str, id: &str, span: Span, reviewed: Option<jiff::civil::Date>| {
        if let Some(reviewed) = reviewed.filter(|day| *day < year_ago) {
            let finding = Finding::new(CHECK.rule, span).with("id", id).with("what", what);
            findings.push(finding.with("reviewed", reviewed.to_string()));
        }
    };
    for (_, register) in registers(whole.corpus) {
        tell("register", "", register.span, register.reviewed);
    }
    let standing = Standings::of(whole.corpus, whole.today).all(whole.corpus);
    let current = || standing.iter().filter(|standing| standing.status.is_current());
    // An entry without a day of its own has that of its register, which has been told of.
    for standing in current().filter(|standing| standing.engagement.reviewed != standing.register.reviewed) {
        tell("engagement", &standing.engagement.id, standing.engagement.span, standing.engagement.reviewed);
    }
    let named = named(&whole.corpus.companies, current().map(|standing| standing.engagement));
    for company in whole.corpus.companies.iter().filter(|company| named.contains(company.slug.as_str())) {
        tell("company", "", company.span, company.reviewed);
    }
}
