//! The playbook: read, held against the vocabulary, and against itself.

use std::collections::BTreeMap;
use std::ops::Range as Bytes;

use toml::Spanned;

use super::told;
use crate::diagnostic::{CONTRADICTORY_POSITION, DUPLICATE_ENTRY, FileId, Finding, IMPOSSIBLE_POSITION, Span, nearest};
use crate::i18n::Language;
use crate::model::playbook::{Case, Condition, Level, MONTHS_OF_FEES, Position, Range, Subject};
use crate::model::recorded::{FactState, Grade};
use crate::model::vocabulary::{Fact, FactKind, Local, Vocabulary};
use crate::parse::playbook::{CaseEntry, LevelEntry, PlaybookFile, PositionEntry};
use crate::parse::table;
use crate::source::Sources;

/// Reads `content/playbook.toml`, if there is one.
pub fn load(sources: &Sources, vocabulary: &Vocabulary, languages: &[Language]) -> (Vec<Position>, Vec<Finding>) {
    let Some(file) = sources.find("content/playbook.toml") else { return (Vec::new(), Vec::new()) };
    let (read, findings) = table::read::<PlaybookFile>(sources, file);
    let mut reader = Reader { file, vocabulary, languages, findings };
    let mut first: BTreeMap<Subject, Span> = BTreeMap::new();
    let mut positions = Vec::new();
    for entry in read.iter().flat_map(|read| &read.position) {
        let Some(position) = reader.position(entry) else { continue };
        if let Some(before) = first.get(&position.subject) {
            reader.findings.push(Finding::new(DUPLICATE_ENTRY, position.span).with("id", position.subject.id()).related(*before));
            continue;
        }
        first.insert(position.subject.clone(), position.span);
        positions.push(position);
    }
    (positions, reader.findings)
}

struct Reader<'a> {
    file: FileId,
    vocabulary: &'a Vocabulary,
    languages: &'a [Language],
    findings: Vec<Finding>,
}

impl<'a> Reader<'a> {
    fn position(&mut self, entry: &Spanned<PositionEntry>) -> Option<Position> {
        let PositionEntry { fact, requirement, priority, reason, ask, preferred, acceptable, unacceptable } = entry.get_ref();
        let (subject, id, kind) = match (fact, requirement) {
            (Some(id), None) => (Subject::Fact(id.get_ref().clone()), id, Some(self.fact(id)?.kind.clone().unwrap_or_default())),
            (None, Some(id)) => (Subject::Requirement(id.get_ref().clone()), self.requirement(id)?, None),
            (_, other) => {
                let at = other.as_ref().map_or_else(|| entry.span(), Spanned::span);
                self.wrong(at, if other.is_some() { "requirement" } else { "position" }, "fact | requirement", "");
                return None;
            }
        };
        for (key, words) in [
            ("reason", reason),
            ("ask", ask),
            ("preferred.says", &preferred.says),
            ("acceptable.says", &acceptable.says),
            ("unacceptable.says", &unacceptable.says),
        ] {
            self.all_languages(id, key, words);
        }
        let mut level = |level: &LevelEntry| {
            let cases = level.when.iter().filter_map(|case| self.case(id, kind.as_ref(), case)).collect();
            Level { says: level.says.clone(), cases }
        };
        let position = Position {
            preferred: level(preferred),
            acceptable: level(acceptable),
            unacceptable: level(unacceptable),
            subject,
            priority: *priority,
            reason: reason.clone(),
            ask: ask.clone(),
            span: Span::new(self.file, id.span()),
        };
        self.tell_contradictions(&position, &kind.unwrap_or_default());
        Some(position)
    }

    /// Levels that the same record can reach: which of them holds would be chance.
    fn tell_contradictions(&mut self, position: &Position, kind: &FactKind) {
        let levels = [("preferred", &position.preferred), ("acceptable", &position.acceptable)];
        for bad in &position.unacceptable.cases {
            let mut good = levels.iter().flat_map(|(name, level)| level.cases.iter().map(move |case| (name, case)));
            if let Some((name, good)) = good.find(|(_, good)| self.is_contradiction(good, bad, kind)) {
                let finding = Finding::new(CONTRADICTORY_POSITION, bad.span).with("id", position.subject.id()).with("level", *name);
                self.findings.push(finding.related(good.span));
            }
        }
    }

    /// Whether a record can be in both cases. What is unacceptable because of another fact besides, of which the other case does
    /// not speak, is an exception to it and no contradiction.
    fn is_contradiction(&self, good: &Case, bad: &Case, kind: &FactKind) -> bool {
        let grades = good.grades.is_empty() || bad.grades.is_empty() || good.grades.iter().any(|grade| bad.grades.contains(grade));
        let other_kind = |id: &str| self.vocabulary.fact(id).and_then(|fact| fact.kind.clone()).unwrap_or_default();
        let is_met = |id: &str, asked: &Condition| {
            let mut same = good.with.iter().filter(|(other, _)| other == id);
            same.next().is_some_and(|(_, own)| own.overlaps(asked, &other_kind(id)))
        };
        grades && good.own.overlaps(&bad.own, kind) && bad.with.iter().all(|(id, asked)| is_met(id, asked))
    }

    /// A case of a fact, whose kind is given, or of a requirement; nothing if anything is wrong with it: it would hold for more
    /// than was meant.
    fn case(&mut self, id: &Spanned<String>, kind: Option<&FactKind>, entry: &Spanned<CaseEntry>) -> Option<Case> {
        let told_before = self.findings.len();
        let span = Span::new(self.file, entry.span());
        let asked = entry.get_ref();
        if let Some(other) = &asked.fact {
            self.wrong(other.span(), "fact", "with = [{ fact = … }]", "");
        }
        let mut case = Case { grades: Vec::new(), own: Condition::default(), with: Vec::new(), span };
        match kind {
            Some(kind) => case.own = self.condition(id, kind, entry),
            None => {
                case.grades = self.states(&asked.state, &GRADES);
                self.tell_of_values(asked);
            }
        }
        for other in &asked.with {
            let Some(named) = &other.get_ref().fact else {
                self.wrong(other.span(), "with", "fact", "");
                continue;
            };
            let Some(known) = self.fact(named) else { continue };
            let kind = known.kind.clone().unwrap_or_default();
            if let Some(deeper) = other.get_ref().with.first() {
                self.wrong(deeper.span(), "with", "state, any-of, unit …", "");
            }
            let condition = self.condition(id, &kind, other);
            case.with.push((named.get_ref().clone(), condition));
        }
        // What asks nothing would hold for everything.
        if self.findings.len() == told_before && case.grades.is_empty() && case.own == Condition::default() && case.with.is_empty() {
            self.wrong(entry.span(), "when", "state, any-of, unit, with …", "");
        }
        (self.findings.len() == told_before).then_some(case)
    }

    fn condition(&mut self, id: &Spanned<String>, kind: &FactKind, entry: &Spanned<CaseEntry>) -> Condition {
        let asked = entry.get_ref();
        let choices: Vec<&str> = kind.choice.iter().chain(&kind.choices).map(String::as_str).collect();
        let places: Vec<&str> = if kind.places { self.vocabulary.places.keys().map(String::as_str).collect() } else { Vec::new() };
        let condition = Condition {
            states: self.states(&asked.state, &STATES),
            of: asked.of,
            any_of: self.each_of("any-of", &asked.any_of, &choices),
            all_of: self.each_of("all-of", &asked.all_of, &choices),
            none_of: self.each_of("none-of", &asked.none_of, &choices),
            has_number: asked.number,
            range: self.range(kind, asked),
            triggers: self.each_of("trigger", &asked.trigger, &names(&kind.trigger)),
            pers: self.each_of("per", &asked.per, &names(&kind.per)),
            within: self.each_of("within", &asked.within, &places),
        };
        if condition.is_impossible(kind) {
            self.findings.push(Finding::new(IMPOSSIBLE_POSITION, Span::new(self.file, entry.span())).with("id", id.get_ref().as_str()));
        }
        condition
    }

    fn range(&mut self, kind: &FactKind, asked: &CaseEntry) -> Option<Range> {
        let bounds = [&asked.at_least, &asked.above, &asked.at_most, &asked.below];
        let Some(unit) = &asked.unit else {
            if let Some(bound) = bounds.into_iter().flatten().next() {
                self.wrong(bound.span(), "unit", &units(kind), "");
            }
            return None;
        };
        let written = unit.get_ref();
        let is_currency = written.len() == 3 && written.bytes().all(|byte| byte.is_ascii_uppercase());
        if !kind.unit.contains(written) && !(kind.money && (is_currency || written == MONTHS_OF_FEES)) {
            let known = kind.unit.iter().map(String::as_str).chain(kind.money.then_some(MONTHS_OF_FEES));
            let suggestion = nearest(written, known).unwrap_or_default().to_owned();
            self.wrong(unit.span(), "unit", &units(kind), &suggestion);
            return None;
        }
        let bound = |closed: &Option<Spanned<f64>>, open: &Option<Spanned<f64>>| {
            let of = |bound: &Option<Spanned<f64>>, is_in| bound.as_ref().map(|number| (*number.get_ref(), is_in));
            of(closed, true).or_else(|| of(open, false))
        };
        for (closed, open, keys) in [(&asked.at_least, &asked.above, "at-least | above"), (&asked.at_most, &asked.below, "at-most | below")]
        {
            if let (Some(_), Some(second)) = (closed, open) {
                self.wrong(second.span(), "when", keys, "");
            }
        }
        Some(Range { unit: written.clone(), low: bound(&asked.at_least, &asked.above), high: bound(&asked.at_most, &asked.below) })
    }

    fn states<T: Copy>(&mut self, written: &[Spanned<String>], known: &[(&str, T)]) -> Vec<T> {
        let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
        let kept = self.each_of("state", written, &names);
        kept.iter().filter_map(|name| known.iter().find(|(known, _)| known == name).map(|(_, state)| *state)).collect()
    }

    /// Those of a list that are known; tells of the rest.
    fn each_of(&mut self, key: &str, written: &[Spanned<String>], known: &[&str]) -> Vec<String> {
        let mut kept = Vec::with_capacity(written.len());
        for one in written {
            if known.contains(&one.get_ref().as_str()) {
                kept.push(one.get_ref().clone());
            } else {
                let suggestion = nearest(one.get_ref(), known.iter().copied()).unwrap_or_default();
                self.wrong(one.span(), key, &known.join(", "), suggestion);
            }
        }
        kept
    }

    /// A requirement has no values that could be asked about.
    fn tell_of_values(&mut self, asked: &CaseEntry) {
        let lists = [&asked.any_of, &asked.all_of, &asked.none_of, &asked.trigger, &asked.per, &asked.within];
        let at = lists.into_iter().flatten().map(Spanned::span).chain(asked.unit.as_ref().map(Spanned::span)).next();
        if let Some(at) = at {
            self.wrong(at, "when", "state, with", "");
        }
    }

    fn fact(&mut self, id: &Spanned<String>) -> Option<&'a Fact> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.fact(id.get_ref());
        if found.is_none() {
            self.unknown("fact", id, vocabulary.facts.iter().map(|fact| fact.id.as_str()));
        }
        found
    }

    fn requirement<'b>(&mut self, id: &'b Spanned<String>) -> Option<&'b Spanned<String>> {
        let vocabulary = self.vocabulary;
        let found = vocabulary.requirement(id.get_ref()).is_some();
        if !found {
            self.unknown("requirement", id, vocabulary.requirements.iter().map(|known| known.id.as_str()));
        }
        found.then_some(id)
    }

    fn unknown<'b>(&mut self, kind: &str, id: &Spanned<String>, known: impl Iterator<Item = &'b str>) {
        self.findings.push(told::unknown(self.file, kind, id, known));
    }

    fn wrong(&mut self, at: Bytes<usize>, key: &str, expected: &str, suggestion: &str) {
        self.findings.push(told::bad_value(self.file, at, key, expected, suggestion));
    }

    fn all_languages(&mut self, id: &Spanned<String>, key: &str, words: &Local) {
        self.findings.extend(told::missing_words(Span::new(self.file, id.span()), self.languages, id.get_ref(), key, words));
    }
}

const STATES: [(&str, FactState); 3] = [("stated", FactState::Stated), ("partly", FactState::Partly), ("not-stated", FactState::NotStated)];
const GRADES: [(&str, Grade); 5] = [
    ("covered", Grade::Covered),
    ("partly", Grade::Partly),
    ("elsewhere", Grade::Elsewhere),
    ("absent", Grade::Absent),
    ("not-applicable", Grade::NotApplicable),
];

fn names(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn units(kind: &FactKind) -> String {
    let money = kind.money.then_some([MONTHS_OF_FEES, "EUR"]);
    kind.unit.iter().map(String::as_str).chain(money.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}
