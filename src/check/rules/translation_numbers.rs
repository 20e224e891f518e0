//! A figure in a provision that its translation does not have, or the other way round.
//!
//! Figures are compared by what they mean: `1.000,50` is `1,000.50`, `twaalf (12) maanden` is `twelve (12) months`,
//! `25 mei 2018` is `25-05-2018`, `17.00 uur` is `5 pm`. A number in words is asked for where it counts a period; elsewhere
//! it only answers to a figure. An article whose shape differs is told of for that, and is not compared.

mod figures;

use std::collections::{HashMap, HashSet};

use crate::check::{Check, MOST_OF_ONE_KIND, Passage, Prose, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity, Span};
use crate::model::{AgreementText, Meta, NodeId, walk};
use figures::{Figure, Reader};

/// The rule. Arguments: `id`, `state` (`extra`, `missing` or `other`), `extra`, `missing`.
pub const CHECK: Check = Check {
    rule: Rule { name: "translation-numbers", severity: Severity::Warning, area: Area::Translation },
    run: Run::Agreement(run),
    documents: documents!("translation_numbers"),
};

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(original) = subject.original() else { return };
    if subject.translations().next().is_none() {
        return;
    }
    let locale = |prose: &Prose| subject.ground.messages.locale(prose.language);
    let (wanted, order) = by_node(original);
    let original_reader = Reader::new(original.lexicon, locale(original));
    for translation in subject.translations() {
        let translation_reader = Reader::new(translation.lexicon, locale(translation));
        let skewed = skewed(original.text, translation.text);
        let (found, _) = by_node(translation);
        for id in order.iter().filter(|id| !skewed.contains(*id)) {
            let (Some(wanted), Some(found)) = (wanted.get(id), found.get(id)) else { continue };
            let compared = Compared { wanted: read(wanted, &original_reader), found: read(found, &translation_reader) };
            findings.extend(compared.finding(id, found));
        }
    }
}

/// The passages of each node, and the nodes in order.
fn by_node<'a, 's>(prose: &'s Prose<'a>) -> (HashMap<&'a NodeId, Vec<&'s Passage<'a>>>, Vec<&'a NodeId>) {
    let (mut nodes, mut order): (HashMap<&NodeId, Vec<&Passage>>, Vec<&NodeId>) = Default::default();
    for passage in &prose.passages {
        let Some(Meta { id, .. }) = passage.place.node else { continue };
        let own = nodes.entry(id).or_default();
        if own.is_empty() {
            order.push(id);
        }
        own.push(passage);
    }
    (nodes, order)
}

/// The nodes of the articles that have other nodes in the translation than in the original.
fn skewed<'a>(original: &'a AgreementText, translation: &'a AgreementText) -> HashSet<&'a NodeId> {
    let articles = |text: &'a AgreementText| -> Vec<Vec<&'a NodeId>> {
        let articles = text.parts.iter().flat_map(|part| &part.articles);
        articles
            .map(|article| {
                let mut ids = Vec::new();
                walk::metas_of_article(article, &mut |meta| ids.push(&meta.id));
                ids
            })
            .collect()
    };
    let found: HashMap<&NodeId, Vec<&NodeId>> = articles(translation).into_iter().map(|ids| (ids[0], ids)).collect();
    articles(original).into_iter().filter(|ids| found.get(ids[0]) != Some(ids)).flatten().collect()
}

/// The figures of a provision, each with the passage that it stands in.
fn read<'s, 'a>(passages: &[&'s Passage<'a>], reader: &Reader<'_>) -> Vec<(Figure, &'s Passage<'a>)> {
    let of = |passage: &&'s Passage<'a>| {
        let passage = *passage;
        let figures = reader.figures(&passage.plain).into_iter();
        figures.filter(|figure| !passage.is_opaque(&figure.range)).map(move |figure| (figure, passage))
    };
    passages.iter().flat_map(of).collect()
}

/// Where a figure stands.
fn span((figure, passage): &Found<'_, '_>) -> Span {
    passage.span(figure.range.clone())
}

/// A figure and the passage that it stands in.
type Found<'s, 'a> = (Figure, &'s Passage<'a>);

/// The figures of a provision in two languages.
struct Compared<'s, 'a> {
    wanted: Vec<Found<'s, 'a>>,
    found: Vec<Found<'s, 'a>>,
}

impl Compared<'_, '_> {
    fn finding(&self, id: &NodeId, passages: &[&Passage<'_>]) -> Option<Finding> {
        let same = |((a, _), (b, _)): (&Found, &Found)| a.readings == b.readings && a.unit == b.unit;
        // Mostly they are the same in the same order.
        if self.wanted.len() == self.found.len() && self.wanted.iter().zip(&self.found).all(same) {
            return None;
        }
        let missing = unmatched(&self.wanted, &self.found);
        let extra = unmatched(&self.found, &self.wanted);
        let state = match (missing.is_empty(), extra.is_empty()) {
            (true, true) => return None,
            (true, false) => "extra",
            (false, true) => "missing",
            (false, false) => "other",
        };
        // What is missing stands nowhere; the provision's beginning is where one would look for it.
        let place = extra.first().map(|extra| span(extra)).or_else(|| passages.first()?.place.node.map(|meta| meta.span))?;
        let finding = Finding::new(CHECK.rule, place).with("id", id.as_str()).with("state", state);
        let finding = finding.with("extra", shown(&extra)).with("missing", shown(&missing));
        Some(missing.iter().take(MOST_OF_ONE_KIND).fold(finding, |finding, missing| finding.related(span(missing))))
    }
}

/// The figures that must have an answer among others and have none, each once.
fn unmatched<'f, 's, 'a>(figures: &'f [Found<'s, 'a>], others: &[Found<'s, 'a>]) -> Vec<&'f Found<'s, 'a>> {
    let mut values: HashMap<&str, Vec<&Figure>> = HashMap::new();
    for (figure, _) in others {
        figure.readings.iter().for_each(|reading| values.entry(reading).or_default().push(figure));
    }
    let mut told: HashSet<(&[String], Option<figures::Unit>)> = HashSet::new();
    let is_unmatched = |figure: &Figure| {
        // Thirty days are not thirty months; where one language leaves the unit out, the number decides.
        let same_unit = |answer: &&Figure| answer.unit.is_none() || figure.unit.is_none() || answer.unit == figure.unit;
        !figure.readings.iter().filter_map(|reading| values.get(reading.as_str())).flatten().any(same_unit)
    };
    let mut unmatched: Vec<&Found<'s, 'a>> = figures
        .iter()
        .filter(|(figure, _)| figure.is_required && told.insert((&figure.readings, figure.unit)) && is_unmatched(figure))
        .collect();
    // "eleven (11) months" is one period, written twice.
    unmatched.dedup_by(|(next, at), (before, within)| {
        std::ptr::eq(*at, *within) && before.range.start <= next.range.start && next.range.end <= before.range.end
    });
    unmatched
}

fn shown(figures: &[&Found<'_, '_>]) -> String {
    figures.iter().take(MOST_OF_ONE_KIND).map(|(figure, _)| figure.printed.as_str()).collect::<Vec<_>>().join(", ")
}
