//! A clause or section whose number begins with the number of another article than the one it stands in.

use std::collections::HashMap;

use crate::check::{Check, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::model::{Article, NodeId, Part};
use crate::parse::label::segment;

/// The rule. Arguments: `id`, `number`, `article`, `other`.
pub const CHECK: Check = Check {
    rule: Rule { name: "number-outside-article", severity: Severity::Warning, area: Area::Structure },
    run: Run::Agreement(run),
    documents: documents!("number_outside_article"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    // A translation has the numbers of its original, or is told of for that.
    let Some(original) = subject.original() else { return };
    for part in &original.text.parts {
        let numbered = numbered(part);
        part.articles.iter().for_each(|article| in_article(article, &mut Vec::new(), &numbered, findings));
    }
}

/// The numbers of the articles and sections of a part, without brackets and final point, and where they stand.
fn numbered(part: &Part) -> HashMap<&str, Span> {
    fn of<'a>(article: &'a Article, numbered: &mut HashMap<&'a str, Span>) {
        if let Some(number) = &article.number {
            numbered.entry(segment(number)).or_insert(article.meta.span);
        }
        article.sections.iter().for_each(|section| of(section, numbered));
    }
    let mut numbered = HashMap::new();
    part.articles.iter().for_each(|article| of(article, &mut numbered));
    numbered
}

fn in_article<'a>(article: &'a Article, above: &mut Vec<&'a str>, numbered: &HashMap<&str, Span>, findings: &mut Vec<Finding>) {
    if let Some(number) = &article.number {
        tell(number, &article.meta.id, article.meta.span, above, numbered, findings);
    }
    above.extend(article.number.as_deref());
    for clause in &article.clauses {
        if let Some(number) = &clause.number {
            tell(number, &clause.meta.id, clause.meta.span, above, numbered, findings);
        }
    }
    article.sections.iter().for_each(|section| in_article(section, above, numbered, findings));
    if article.number.is_some() {
        above.pop();
    }
}

fn tell(number: &str, id: &NodeId, span: Span, above: &[&str], numbered: &HashMap<&str, Span>, findings: &mut Vec<Finding>) {
    let is_at_home = |article: &&str| segment(number).strip_prefix(segment(article)).is_some_and(|rest| rest.starts_with('.'));
    let Some(article) = above.last().filter(|_| !above.iter().any(is_at_home)) else { return };
    // The nearest that it could belong to: of 1.2 and 1, number 1.2.3 belongs to 1.2.
    let mut beginning = segment(number);
    while let Some((before, _)) = beginning.rsplit_once('.') {
        beginning = before;
        if let Some(other) = numbered.get(beginning) {
            let finding = Finding::new(CHECK.rule, span).with("id", id.as_str()).with("number", number);
            findings.push(finding.with("article", segment(article)).with("other", beginning).related(*other));
            return;
        }
    }
}
