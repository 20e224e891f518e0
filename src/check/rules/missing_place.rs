//! An engagement of which nobody looked where data are processed, or with a ground for a country that is no place of it.

use crate::check::engaged::{registers, understood};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::company::Told;
use crate::model::engagement::Engagement;

/// The rule. Arguments: `id`, `country` (of the transfer; empty if no place is recorded), `state` (`not-recorded` or `transfer`).
pub const CHECK: Check = Check {
    rule: Rule { name: "missing-place", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("missing_place"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    for (vendor, _) in registers(whole.corpus) {
        for engagement in understood(whole, vendor) {
            of(engagement, findings);
        }
    }
}

fn of(engagement: &Engagement, findings: &mut Vec<Finding>) {
    let finding = |span| Finding::new(CHECK.rule, span).with("id", engagement.id.as_str());
    if engagement.places == Told::NotRecorded {
        findings.push(finding(engagement.span).with("country", "").with("state", "not-recorded"));
        return;
    }
    // Data may go where a company of the chain has its place.
    let mut places = engagement.countries();
    places.extend(engagement.further.stated().into_iter().flatten().flat_map(|further| &further.countries).map(String::as_str));
    for transfer in engagement.transfers.stated().into_iter().flatten() {
        for country in &transfer.to {
            if !places.contains(&country.as_str()) {
                places.push(country);
                findings.push(finding(transfer.span).with("country", country.as_str()).with("state", "transfer"));
            }
        }
    }
}
