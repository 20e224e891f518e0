//! An adequacy decision that does not hold on the day of the check, and that is all on which data go to a country.

use crate::analysis::register::{Ground, ground, standing};
use crate::check::engaged::registers;
use crate::check::{Check, Run, Whole};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::model::engagement::Mechanism;
use crate::model::vocabulary::Adequacy;

/// The rule. Arguments: `id`, `country`, `decision`, `state` (`ended`, `not-yet`, `elsewhere`), `since` (a day, or empty if elsewhere).
pub const CHECK: Check = Check {
    rule: Rule { name: "lapsed-adequacy", severity: Severity::Warning, area: Area::SubProcessors },
    run: Run::Site(run),
    documents: documents!("lapsed_adequacy"),
};

fn run(whole: &Whole<'_>, findings: &mut Vec<Finding>) {
    let vocabulary = &whole.corpus.vocabulary;
    for (vendor, _) in registers(whole.corpus) {
        for standing in standing(whole.corpus, vendor, whole.today).iter().filter(|standing| standing.status.is_current()) {
            let engagement = standing.engagement;
            for country in engagement.countries() {
                if ground(vocabulary, engagement, country, whole.today) != Ground::Lapsed {
                    continue;
                }
                let transfers = engagement.transfers.stated().into_iter().flatten();
                for transfer in transfers.filter(|transfer| transfer.mechanism == Mechanism::AdequacyDecision) {
                    let Some(decision) = transfer.decision.as_deref().and_then(|id| vocabulary.adequacy(id)) else { continue };
                    let is_for = match transfer.to.as_slice() {
                        [] => decision.country == country,
                        to => to.iter().any(|to| to == country),
                    };
                    if !is_for {
                        continue;
                    }
                    let (state, since) = state(decision, country, whole);
                    let finding = Finding::new(CHECK.rule, transfer.span).with("id", engagement.id.as_str()).with("country", country);
                    findings.push(finding.with("decision", decision.decision.as_str()).with("state", state).with("since", since));
                }
            }
        }
    }
}

/// Why a decision carries nothing to a country, and since or until when.
fn state(decision: &Adequacy, country: &str, whole: &Whole<'_>) -> (&'static str, String) {
    if decision.country != country {
        return ("elsewhere", String::new());
    }
    match decision.until().filter(|until| *until < whole.today).and_then(|until| until.tomorrow().ok()) {
        Some(since) => ("ended", since.to_string()),
        None => ("not-yet", decision.from().map(|from| from.to_string()).unwrap_or_default()),
    }
}
