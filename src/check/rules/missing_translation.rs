//! A language of the site in which an agreement has no text. Of what is declared and not there, `model` tells.

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};

/// The rule. Arguments: `language`, `file`.
pub const CHECK: Check = Check {
    rule: Rule { name: "missing-translation", severity: Severity::Note, area: Area::Translation },
    run: Run::Agreement(run),
    documents: documents!("missing_translation"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Subject { ground, agreement, .. } = subject;
    let Some(title) = subject.original().and_then(|original| original.text.parts.first()) else { return };
    let is_there = |language| agreement.texts.contains_key(language) || agreement.translations.contains_key(language);
    for language in ground.languages.iter().filter(|language| !is_there(language)) {
        let finding = Finding::new(CHECK.rule, title.meta.span).with("id", title.meta.id.as_str());
        findings.push(finding.with("language", language.code()).with("file", format!("{language}.md")));
    }
}
