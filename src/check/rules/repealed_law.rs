//! A citation of a law that is no longer in force on the day of the check.

use std::collections::HashSet;

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::i18n::Lexicon;
use crate::model::NodeId;
use crate::resolve::Target;

/// So many bytes before and after a law's name are read for words that say that it was repealed.
const NEAR: usize = 100;

/// The rule. Arguments: `id`, `text`, `since` and `until` (days, the latter may be empty), `state` (`relied`, `reliable` or
/// `gone`), `successor` (or `none`).
pub const CHECK: Check = Check {
    rule: Rule { name: "repealed-law", severity: Severity::Warning, area: Area::Law },
    run: Run::Agreement(run),
    documents: documents!("repealed_law"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let laws = &subject.ground.vocabulary.laws;
    let mut told: HashSet<(&NodeId, &str)> = HashSet::new();
    for prose in &subject.proses {
        for passage in &prose.passages {
            for link in prose.links(passage) {
                // A defined term such as “Wbp” is told of where it is defined: there stands what it is a name of.
                let Target::Law(citation) = &link.target else { continue };
                let Some(law) = laws.iter().find(|law| law.id == citation.law) else { continue };
                let Some(since) = law.repealed_on().filter(|day| *day <= subject.ground.today) else { continue };
                if says_so(&passage.plain, &link.range, prose.lexicon) {
                    continue;
                }
                // One in a provision is enough, and what the original cites, its translation cites as well.
                if passage.place.node.is_some_and(|node| !told.insert((&node.id, &law.id))) {
                    continue;
                }
                let until = law.relied_on_until();
                let state = match until {
                    None => "gone",
                    Some(until) if until < subject.ground.today => "relied",
                    Some(_) => "reliable",
                };
                let successor = law.replaced_by.as_deref().and_then(|id| laws.iter().find(|law| law.id == id));
                let short = successor.and_then(|law| law.short.get(&prose.language).or_else(|| law.short.values().next()));
                let text = passage.plain.get(link.range.clone()).unwrap_or_default();
                let finding = passage.finding(CHECK.rule, link.range.clone()).with("text", text).with("state", state);
                let finding = finding.with("since", since.to_string());
                let finding = finding.with("until", until.map(|day| day.to_string()).unwrap_or_default());
                findings.push(finding.with("successor", short.cloned().unwrap_or_else(|| "none".to_owned())));
            }
        }
    }
}

/// Whether the text itself says that the law was repealed or replaced.
fn says_so(plain: &str, law: &std::ops::Range<usize>, lexicon: &Lexicon) -> bool {
    let mut from = law.start.saturating_sub(NEAR);
    let mut to = (law.end + NEAR).min(plain.len());
    while !plain.is_char_boundary(from) {
        from -= 1;
    }
    while !plain.is_char_boundary(to) {
        to += 1;
    }
    let near = plain[from..to].to_lowercase();
    let mut words = near.split(|c: char| !c.is_alphanumeric());
    words.any(|word| lexicon.repealed.iter().any(|repealed| repealed == word))
}
