//! A company with a file of its own that nobody engages.

use crate::check::engaged::{named, registers};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};

/// The rule. Arguments: `company`.
pub const CHECK: Check = Check {
    rule: Rule { name: "unengaged-company", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("unengaged_company"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    let named = named(&whole.corpus.companies, registers(whole.corpus).flat_map(|(_, register)| &register.engagements));
    for company in whole.corpus.companies.iter().filter(|company| !named.contains(company.slug.as_str())) {
        findings.push(Finding::new(CHECK.rule, company.span).with("company", company.name.as_str()));
    }
}
