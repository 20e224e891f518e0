//! A vendor's records: read, held against the vocabulary, and every quote against its clause.

mod citations;

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::Spanned;

use super::told;
use crate::diagnostic::{CONTRADICTORY_RECORD, DUPLICATE_ENTRY, FileId, Finding, MISSING_CITATION, Span, UNKNOWN_AGREEMENT, nearest};
use crate::i18n::Language;
use crate::model::agreement::Agreement;
use crate::model::recorded::{Certificate, Citation, Fact, FactState, Grade, Graded, Holder, Measured, Money, Records, Shown, Value};
use crate::model::vocabulary::Vocabulary;
use crate::parse::recorded::{CitationEntry, CoverageFile, FactEntry, StatedFactsFile, ValueEntry, stated_day};
use crate::parse::table;
use crate::parse::vocabulary::{self, Local};
use crate::source::Sources;
use citations::Cited;

/// What records are held against.
pub struct Reader<'a> {
    pub sources: &'a Sources,
    pub vocabulary: &'a Vocabulary,
    /// The languages that the site is in.
    pub languages: &'a [Language],
    /// The vendor's agreements.
    pub agreements: &'a [Arc<Agreement>],
    cited: Cited<'a>,
    pub(super) findings: Vec<Finding>,
}

/// What a vendor's `facts.toml` says.
pub type Stated = (Records<Fact>, Vec<Certificate>);

impl<'a> Reader<'a> {
    pub fn new(
        sources: &'a Sources,
        vocabulary: &'a Vocabulary,
        languages: &'a [Language],
        agreements: &'a [Arc<Agreement>],
    ) -> Reader<'a> {
        Reader { sources, vocabulary, languages, agreements, cited: Cited::new(agreements), findings: Vec::new() }
    }

    /// What was wrong.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// Reads `facts.toml`.
    pub fn facts(&mut self, file: FileId) -> Option<Stated> {
        let (read, told) = table::read::<StatedFactsFile>(self.sources, file);
        self.findings.extend(told);
        let read = read?;
        let examined = self.examined(file, &read.examined);
        let mut first = BTreeMap::new();
        let mut entries = Vec::with_capacity(read.fact.len());
        for entry in &read.fact {
            let known = self.vocabulary.fact(entry.id.get_ref());
            let ids = self.vocabulary.facts.iter().map(|fact| fact.id.as_str());
            if !self.is_new_and_known(file, "fact", &entry.id, known.is_some(), ids, &mut first) {
                continue;
            }
            let Some(known) = known else { continue };
            entries.push(self.fact(file, entry, known, &examined));
        }
        let certificates = read.certificate.iter().map(|entry| {
            if entry.citation.is_empty() {
                self.tell(MISSING_CITATION, file, &entry.scheme, &[("id", entry.scheme.get_ref()), ("what", "record")]);
            }
            Certificate {
                scheme: entry.scheme.get_ref().clone(),
                holder: if entry.holder == "vendor" { Holder::Vendor } else { Holder::Other(entry.holder.clone()) },
                scope: entry.scope.clone(),
                valid_until: stated_day(entry.valid_until.as_ref()),
                citations: self.citations(file, &entry.citation),
            }
        });
        let certificates = certificates.collect();
        Some((Records { file, examined, verified: stated_day(read.verified.as_ref()), entries }, certificates))
    }

    /// Reads `coverage.toml`.
    pub fn coverage(&mut self, file: FileId) -> Option<Records<Graded>> {
        let (read, told) = table::read::<CoverageFile>(self.sources, file);
        self.findings.extend(told);
        let read = read?;
        let examined = self.examined(file, &read.examined);
        let mut first = BTreeMap::new();
        let mut entries = Vec::with_capacity(read.requirement.len());
        for entry in &read.requirement {
            let known = self.vocabulary.requirement(entry.id.get_ref());
            let ids = self.vocabulary.requirements.iter().map(|known| known.id.as_str());
            if !self.is_new_and_known(file, "requirement", &entry.id, known.is_some(), ids, &mut first) {
                continue;
            }
            self.all_languages(file, &entry.id, "reason", &entry.reason);
            let is_found = matches!(entry.state.get_ref(), Grade::Covered | Grade::Partly | Grade::Elsewhere);
            // What a field, the register or a reader's judgement shows needs no words to show it.
            let needs_words = known.is_some_and(|known| matches!(known.check.as_str(), "clause-citation" | "clause-and-annex" | "annex"));
            self.cited_or_not(file, &entry.id, is_found, !entry.citation.is_empty() || !needs_words);
            entries.push(Graded {
                id: entry.id.get_ref().clone(),
                state: Shown::As(*entry.state.get_ref()),
                reason: entry.reason.clone(),
                citations: self.citations(file, &entry.citation),
                span: Span::new(file, entry.id.span()),
            });
        }
        Some(Records { file, examined, verified: stated_day(read.verified.as_ref()), entries })
    }

    fn fact(&mut self, file: FileId, entry: &FactEntry, known: &vocabulary::Fact, examined: &[String]) -> Fact {
        let state = *entry.state.get_ref();
        let is_stated = state != FactState::NotStated;
        self.cited_or_not(file, &entry.id, is_stated, !entry.citation.is_empty());
        if is_stated {
            self.all_languages(file, &entry.id, "summary", &entry.summary);
        } else if !entry.value.is_empty() || !entry.citation.is_empty() {
            self.tell(CONTRADICTORY_RECORD, file, &entry.id, &[("id", entry.id.get_ref())]);
        }
        if let Some(other) = &entry.defers_to {
            self.document(file, other);
        }
        let values = entry.value.iter().map(|value| self.value(file, &entry.id, value, known)).collect();
        Fact {
            id: entry.id.get_ref().clone(),
            state: Shown::As(state),
            summary: entry.summary.clone(),
            values,
            defers_to: entry.defers_to.as_ref().map(|other| other.get_ref().clone()),
            examined: entry.examined.as_ref().map_or_else(|| examined.to_vec(), |own| self.examined(file, own)),
            citations: self.citations(file, &entry.citation),
            span: Span::new(file, entry.id.span()),
        }
    }

    fn value(&mut self, file: FileId, id: &Spanned<String>, entry: &ValueEntry, known: &vocabulary::Fact) -> Value {
        let kind = known.kind.clone().unwrap_or_default();
        let units: Vec<&str> = kind.unit.iter().map(String::as_str).collect();
        let pers: Vec<&str> = kind.per.iter().map(String::as_str).collect();
        let triggers: Vec<&str> = kind.trigger.iter().map(String::as_str).collect();
        let places: Vec<&str> = if kind.places { self.vocabulary.places.keys().map(String::as_str).collect() } else { Vec::new() };
        let one = |reader: &mut Self, key: &str, written: &Option<Spanned<String>>, allowed: &[&str]| {
            written.as_ref().and_then(|written| reader.one_of(file, key, written, allowed))
        };
        let choice: Vec<&str> = kind.choice.iter().map(String::as_str).collect();
        let several: Vec<&str> = kind.choices.iter().map(String::as_str).collect();
        let mut choices: Vec<String> = one(self, "choice", &entry.choice, &choice).into_iter().collect();
        for written in &entry.choices {
            choices.extend(self.one_of(file, "choices", written, &several));
        }
        let unit = one(self, "unit", &entry.unit, &units);
        let number = entry.number.as_ref().and_then(|number| match (kind.number, unit) {
            (true, Some(unit)) => Some(Measured { number: *number.get_ref(), unit }),
            // Its unit was wrong and has been told of, or is missing.
            (true, None) if entry.unit.is_some() => None,
            (true, None) => {
                self.wrong(file, number.span(), "unit", &units.join(", "), "");
                None
            }
            (false, _) => {
                self.wrong(file, number.span(), "number", &kinds(&kind), "");
                None
            }
        });
        let money = match (&entry.amount, &entry.months_of_fees) {
            (Some(amount), _) if kind.money => {
                let currency = entry.currency.as_ref().map(|currency| currency.get_ref().clone());
                if currency.as_ref().is_none_or(|code| code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase())) {
                    self.wrong(file, entry.currency.as_ref().map_or(amount.span(), Spanned::span), "currency", "EUR", "EUR");
                }
                currency.map(|currency| Money::Amount(*amount.get_ref(), currency))
            }
            (_, Some(months)) if kind.money => Some(Money::MonthsOfFees(*months.get_ref())),
            (Some(number), _) | (_, Some(number)) => {
                self.wrong(file, number.span(), "amount", &kinds(&kind), "");
                None
            }
            (None, None) => None,
        };
        let mut kept_places = Vec::new();
        for place in &entry.places {
            kept_places.extend(self.one_of(file, "places", place, &places));
        }
        if !entry.text.is_empty() {
            if !kind.text {
                self.wrong(file, id.span(), "text", &kinds(&kind), "");
            }
            self.all_languages(file, id, "text", &entry.text);
        }
        if !entry.condition.is_empty() {
            self.all_languages(file, id, "condition", &entry.condition);
        }
        let trigger = one(self, "trigger", &entry.trigger, &triggers);
        let per = one(self, "per", &entry.per, &pers);
        let (text, condition) = (entry.text.clone(), entry.condition.clone());
        Value { number, trigger, choices, money, per, places: kept_places, text, condition }
    }

    /// A value of a closed list; tells where it is none of them.
    fn one_of(&mut self, file: FileId, key: &str, written: &Spanned<String>, allowed: &[&str]) -> Option<String> {
        let value = written.get_ref();
        if allowed.contains(&value.as_str()) {
            return Some(value.clone());
        }
        let suggestion = nearest(value, allowed.iter().copied()).unwrap_or_default();
        self.wrong(file, written.span(), key, &allowed.join(", "), suggestion);
        None
    }

    fn wrong(&mut self, file: FileId, span: std::ops::Range<usize>, key: &str, expected: &str, suggestion: &str) {
        self.findings.push(told::bad_value(file, span, key, expected, suggestion));
    }

    fn tell(&mut self, rule: crate::diagnostic::Rule, file: FileId, at: &Spanned<String>, args: &[(&'static str, &str)]) {
        let finding = Finding::new(rule, Span::new(file, at.span()));
        self.findings.push(args.iter().fold(finding, |finding, (name, value)| finding.with(name, *value)));
    }

    fn is_new_and_known<'b>(
        &mut self,
        file: FileId,
        kind: &str,
        id: &Spanned<String>,
        is_known: bool,
        ids: impl Iterator<Item = &'b str>,
        first: &mut BTreeMap<String, Span>,
    ) -> bool {
        if !is_known {
            self.findings.push(told::unknown(file, kind, id, ids));
            return false;
        }
        let span = Span::new(file, id.span());
        if let Some(before) = first.get(id.get_ref()) {
            self.findings.push(Finding::new(DUPLICATE_ENTRY, span).with("id", id.get_ref().as_str()).related(*before));
            return false;
        }
        first.insert(id.get_ref().clone(), span);
        true
    }

    fn cited_or_not(&mut self, file: FileId, id: &Spanned<String>, is_found: bool, is_cited: bool) {
        if is_found && !is_cited {
            self.tell(MISSING_CITATION, file, id, &[("id", id.get_ref()), ("what", "record")]);
        }
    }

    fn all_languages(&mut self, file: FileId, id: &Spanned<String>, key: &str, words: &Local) {
        self.findings.extend(told::missing_words(Span::new(file, id.span()), self.languages, id.get_ref(), key, words));
    }

    /// The agreements that a list names, each once.
    pub(super) fn examined(&mut self, file: FileId, list: &Spanned<Vec<Spanned<String>>>) -> Vec<String> {
        let mut examined: Vec<String> = Vec::new();
        for slug in list.get_ref() {
            if self.agreement(file, slug).is_some() && !examined.contains(slug.get_ref()) {
                examined.push(slug.get_ref().clone());
            }
        }
        examined
    }

    fn agreement(&mut self, file: FileId, slug: &Spanned<String>) -> Option<&'a Agreement> {
        let agreements: &'a [Arc<Agreement>] = self.agreements;
        let found = agreements.iter().map(Arc::as_ref).find(|agreement| agreement.slug == *slug.get_ref());
        if found.is_none() {
            let suggestion = nearest(slug.get_ref(), agreements.iter().map(|agreement| agreement.slug.as_str())).unwrap_or_default();
            self.tell(UNKNOWN_AGREEMENT, file, slug, &[("agreement", slug.get_ref()), ("suggestion", suggestion)]);
        }
        found
    }

    /// A document that a text points to: an agreement of the vendor, or one of an agreement's `[[external]]` names.
    fn document(&mut self, file: FileId, name: &Spanned<String>) {
        let names: Vec<&str> =
            self.agreements.iter().flat_map(|agreement| agreement.external.iter().flatten()).map(String::as_str).collect();
        let slugs = self.agreements.iter().map(|agreement| agreement.slug.as_str());
        if names.contains(&name.get_ref().as_str()) || slugs.clone().any(|slug| slug == name.get_ref()) {
            return;
        }
        let suggestion = nearest(name.get_ref(), names.iter().copied().chain(slugs)).unwrap_or_default().to_owned();
        self.tell(UNKNOWN_AGREEMENT, file, name, &[("agreement", name.get_ref()), ("suggestion", &suggestion)]);
    }

    pub(super) fn citations(&mut self, file: FileId, entries: &[CitationEntry]) -> Vec<Citation> {
        let mut citations = Vec::with_capacity(entries.len());
        for entry in entries {
            let Some(agreement) = self.agreement(file, &entry.agreement) else { continue };
            match self.cited.find(file, agreement, entry) {
                Ok(citation) => citations.push(citation),
                Err(finding) => self.findings.push(finding),
            }
        }
        citations
    }
}

/// What a fact takes, for who wrote something else.
fn kinds(kind: &vocabulary::FactKind) -> String {
    let takes = [
        (kind.number, "number"),
        (!kind.choice.is_empty(), "choice"),
        (!kind.choices.is_empty(), "choices"),
        (kind.money, "amount, months-of-fees"),
        (kind.places, "places"),
        (kind.text, "text"),
    ];
    takes.into_iter().filter(|(is_taken, _)| *is_taken).map(|(_, name)| name).collect::<Vec<_>>().join(", ")
}
