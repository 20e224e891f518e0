//! A place of processing in a third country, without a ground on which data may go there.

use crate::analysis::register::{Ground, ground};
use crate::check::engaged::{registers, understood};
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::engagement::{Engagement, Mechanism};

/// The rule. Arguments: `id`, `country`, `state` (`stated`, `not-stated`, `not-recorded` or `none-needed`).
pub const CHECK: Check = Check {
    rule: Rule { name: "transfer-without-ground", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("transfer_without_ground"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    for (vendor, _) in registers(whole.corpus) {
        for engagement in understood(whole, vendor) {
            let mut told: Vec<&str> = Vec::new();
            for place in engagement.places.stated().into_iter().flatten() {
                let is_new = !told.contains(&place.country.as_str());
                if is_new && ground(&whole.corpus.vocabulary, engagement, &place.country, whole.today) == Ground::None {
                    told.push(&place.country);
                    let finding = Finding::new(CHECK.rule, place.span).with("id", engagement.id.as_str());
                    findings.push(finding.with("country", place.country.as_str()).with("state", state(engagement)));
                }
            }
        }
    }
}

/// What the entry says of grounds.
fn state(engagement: &Engagement) -> &'static str {
    let is_none_needed = engagement.transfers.stated().into_iter().flatten().any(|own| own.mechanism == Mechanism::NoneNeeded);
    if is_none_needed { Mechanism::NoneNeeded.name() } else { engagement.transfers.state() }
}
