//! A vendor's register: read, held against the vocabularies and the companies, and its citations against their clauses.

use std::collections::BTreeMap;
use std::ops::Range;

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use super::companies::{self, said};
use super::recorded::Reader;
use super::stated::Stated;
use super::{told, written};
use crate::diagnostic::{
    BAD_VALUE, DATES_OUT_OF_ORDER, DUPLICATE_ENTRY, FileId, Finding, MISSING_CITATION, MISSING_KEY, Place as FindingPlace, Span,
    UNCLEAR_HISTORY, UNKNOWN_VOCABULARY, nearest,
};
use crate::i18n::Language;
use crate::model::company::{Company, Told};
use crate::model::engagement::{
    Change, ChangeKind, Days, Engagement, EngagementField, Further, Mechanism, Place, Register, Release, Transfer,
};
use crate::model::recorded::narrowest;
use crate::model::vocabulary::Local;
use crate::parse::engagement::{ChangeEntry, EngagementEntry, FurtherEntry, PlaceEntry, ReleaseEntry, SubProcessorsFile, TransferEntry};
use crate::parse::recorded::CitationEntry;
use crate::parse::{Audience, table};

impl Reader<'_> {
    /// Reads `sub-processors.toml`.
    pub fn register(&mut self, file: FileId, companies: &[Company]) -> Option<Register> {
        let (read, told) = table::read::<SubProcessorsFile>(self.sources, file);
        self.findings.extend(told);
        self.findings.extend(written::told(self.sources, file));
        let read = read?;
        let examined = self.examined(file, &read.examined);
        let reviewed = self.day(file, "reviewed", read.reviewed.as_ref());
        Stated { sources: self.sources, file, findings: &mut self.findings }.required("reviewed", read.reviewed.clone());
        let mut first = BTreeMap::new();
        let mut engagements = Vec::with_capacity(read.engagement.len());
        let ids = read.engagement.iter().map(|entry| &entry.id).chain(read.change.iter().map(|entry| &entry.id));
        let starts: Vec<usize> = ids.map(|id| id.span().start).collect();
        // From the id of an entry to that of the next one, whatever that is.
        let extent = |id: &Spanned<String>| {
            let start = id.span().start;
            start..starts.iter().copied().filter(|next| *next > start).min().unwrap_or(usize::MAX)
        };
        for entry in read.engagement {
            if self.is_new(file, "engagement.id", &entry.id, &mut first) {
                let (before, within) = (self.findings.len(), extent(&entry.id));
                let mut engagement = self.engagement(file, entry, reviewed, companies);
                self.forget_told(file, before, within.clone(), "engagement.");
                engagement.is_understood = !self.findings.iter().any(|finding| is_unreadable(finding, file, &within));
                engagements.push(engagement);
            }
        }
        let mut first = BTreeMap::new();
        let mut changes = Vec::with_capacity(read.change.len());
        let ids: Vec<String> = read.change.iter().map(|change| change.id.get_ref().clone()).collect();
        for entry in read.change {
            if self.is_new(file, "change.id", &entry.id, &mut first) {
                let (before, within) = (self.findings.len(), extent(&entry.id));
                changes.extend(self.change(file, entry, &engagements, &ids));
                self.forget_told(file, before, within, "change.");
            }
        }
        // Stable: those of one day keep the order of the file.
        changes.sort_by_key(|change| change.date);
        let allow = told::allowed(file, read.allow, &mut self.findings);
        let span = Span::new(file, read.reviewed.as_ref().map_or(0..0, Spanned::span));
        let register = Register { file, examined, reviewed, engagements, changes, allow, span };
        self.history(&register);
        Some(register)
    }

    fn engagement(&mut self, file: FileId, entry: EngagementEntry, reviewed: Option<Date>, companies: &[Company]) -> Engagement {
        let id = Span::new(file, entry.id.span());
        let company = self.company(file, &entry.company, companies);
        let purpose = self.local(file, &entry.id, "purpose", entry.purpose);
        let service = self.local(file, &entry.id, "service", entry.service);
        let condition = self.words(file, &entry.id, "condition", entry.condition);
        let source = self.words(file, &entry.id, "source", entry.source);
        let vocabulary = self.vocabulary;
        let known: Vec<&str> = vocabulary.data.iter().map(|own| own.id.as_str()).collect();
        let data = self.listed(file, id, "data", entry.data, &known);
        let known: Vec<&str> = vocabulary.subjects.iter().map(|own| own.id.as_str()).collect();
        let data_subjects = self.listed(file, id, "data-subjects", entry.data_subjects, &known);
        let places = said("place", entry.place, id, self.sources, &mut self.findings);
        let places = places.map(|list| list.into_inner().into_iter().filter_map(|place| self.place(file, &entry.id, place)).collect());
        let transfers = said("transfer", entry.transfer, id, self.sources, &mut self.findings);
        let transfers =
            transfers.map(|list| list.into_inner().into_iter().map(|transfer| self.transfer(file, &entry.id, transfer)).collect());
        // An empty list says something here: that there are none.
        let further = match entry.further {
            Some(written) if matches!(written.get_ref(), crate::parse::field::Field::Said(list) if list.is_empty()) => {
                Told::Stated(Vec::new())
            }
            written => {
                let further = said("further", written, id, self.sources, &mut self.findings);
                further.map(|list| list.into_inner().into_iter().map(|one| self.further(file, &entry.id, one, companies)).collect())
            }
        };
        let permission = said("permission", entry.permission, id, self.sources, &mut self.findings);
        let is_permitted = permission.stated().is_some();
        let permission = permission.map(|list: Spanned<Vec<CitationEntry>>| self.citations(file, list.get_ref()));
        let citations = self.citations(file, &entry.citation);
        // The clause that permits an engagement speaks of it as well.
        if entry.citation.is_empty() && source.is_empty() && !is_permitted {
            self.findings.push(Finding::new(MISSING_CITATION, id).with("id", entry.id.get_ref().as_str()).with("what", "engagement"));
        }
        let names = EngagementField::ALL.map(EngagementField::name);
        let audiences = companies::audiences(file, entry.audiences, &names, &mut self.findings);
        let permitted = permission.stated().map_or(Audience::Public, |list| narrowest(list));
        let audience = entry.audience.unwrap_or(Audience::Public).max(narrowest(&citations)).max(permitted);
        let mut audiences: BTreeMap<EngagementField, Audience> =
            audiences.into_iter().map(|(place, audience)| (EngagementField::ALL[place], audience)).collect();
        // Who may not know of a company may not know of it here.
        if let Some(known) = company.stated().and_then(|slug| companies.iter().find(|company| company.slug == *slug)) {
            let own = audiences.entry(EngagementField::Company).or_insert(Audience::Public);
            *own = (*own).max(known.audience);
        }
        Engagement {
            id: entry.id.get_ref().clone(),
            company,
            purpose,
            service,
            condition,
            data,
            data_subjects,
            places,
            transfers,
            further,
            permission,
            citations,
            source,
            reviewed: self.day(file, "reviewed", entry.reviewed.as_ref()).or(reviewed),
            audience,
            audiences,
            releases: entry.release.into_iter().filter_map(|release| self.release(file, release)).collect(),
            is_understood: true,
            span: id,
        }
    }

    fn company(&mut self, file: FileId, slug: &Spanned<String>, companies: &[Company]) -> Told<String> {
        if companies.iter().any(|company| company.slug == *slug.get_ref()) {
            return Told::Stated(slug.get_ref().clone());
        }
        self.findings.push(told::unknown(file, "company", slug, companies.iter().map(|company| company.slug.as_str())));
        Told::NotRecorded
    }

    fn place(&mut self, file: FileId, id: &Spanned<String>, entry: PlaceEntry) -> Option<Place> {
        let country = self.country(file, &entry.country)?;
        let role = self.words(file, id, "place.role", entry.role);
        Some(Place { country, locality: entry.locality, role, span: Span::new(file, entry.country.span()) })
    }

    fn transfer(&mut self, file: FileId, id: &Spanned<String>, entry: TransferEntry) -> Transfer {
        let mechanism = *entry.mechanism.get_ref();
        let at = entry.mechanism.span();
        let wants_decision = mechanism == Mechanism::AdequacyDecision;
        let decision = entry.decision.as_ref().filter(|_| wants_decision).and_then(|written| {
            let known = self.vocabulary.adequacy(written.get_ref()).map(|decision| decision.id.clone());
            if known.is_none() {
                let ids = self.vocabulary.adequacy.iter().map(|decision| decision.id.as_str());
                self.findings.push(told::unknown(file, "decision", written, ids));
            }
            known
        });
        // What a ground needs, and what it cannot have.
        if wants_decision && entry.decision.is_none() {
            self.missing(file, &at, "transfer.decision");
        }
        let mut only_with = |own: Mechanism, key: &str, written: Option<Range<usize>>| {
            if let Some(written) = written.filter(|_| mechanism != own) {
                self.findings.push(told::misplaced(file, written, key, ("mechanism", own.name())));
            }
        };
        only_with(Mechanism::AdequacyDecision, "transfer.decision", entry.decision.as_ref().map(Spanned::span));
        only_with(Mechanism::Scc, "transfer.module", entry.module.as_ref().map(Spanned::span));
        only_with(Mechanism::Derogation, "transfer.provision", entry.provision.as_ref().map(|_| at.clone()));
        let module = entry.module.filter(|_| mechanism == Mechanism::Scc).and_then(|written| {
            let module = u8::try_from(*written.get_ref()).ok().filter(|module| (1..=4).contains(module));
            if module.is_none() {
                self.findings.push(told::bad_value(file, written.span(), "transfer.module", "1, 2, 3, 4", ""));
            }
            module
        });
        let link = entry.link.and_then(|written| {
            if !companies::is_web(written.get_ref()) {
                self.findings.push(told::bad_value(file, written.span(), "transfer.link", "https://…", ""));
                return None;
            }
            Some(written.into_inner())
        });
        let mut to = Vec::new();
        for country in &entry.to {
            to.extend(self.country(file, country));
        }
        let document = self.words(file, id, "transfer.document", entry.document);
        Transfer { mechanism, to, decision, module, provision: entry.provision, document, link, span: Span::new(file, at) }
    }

    fn further(&mut self, file: FileId, id: &Spanned<String>, entry: FurtherEntry, companies: &[Company]) -> Further {
        let mut countries = Vec::new();
        for country in &entry.countries {
            countries.extend(self.country(file, country));
        }
        let span = Span::new(file, entry.company.span());
        let company = self.company(file, &entry.company, companies);
        Further { company, purpose: self.words(file, id, "further.purpose", entry.purpose), countries, span }
    }

    fn release(&mut self, file: FileId, entry: ReleaseEntry) -> Option<Release> {
        let names = EngagementField::ALL.map(EngagementField::name);
        let mut what = Vec::new();
        for written in &entry.what {
            match names.iter().position(|name| name == written.get_ref()) {
                Some(place) => what.push(EngagementField::ALL[place]),
                None => {
                    let near = nearest(written.get_ref(), names).unwrap_or_default();
                    self.findings.push(told::bad_value(file, written.span(), "release.what", &names.join(", "), near));
                }
            }
        }
        let date = self.day(file, "release.date", Some(&entry.date))?;
        for (key, words) in [("release.by", &entry.by), ("release.basis", &entry.basis)] {
            if words.get_ref().trim().is_empty() {
                self.findings.push(told::bad_value(file, words.span(), key, "\"…\"", ""));
            }
        }
        Some(Release { what, to: entry.to, by: entry.by.into_inner(), date, basis: entry.basis.into_inner() })
    }

    fn change(&mut self, file: FileId, entry: ChangeEntry, engagements: &[Engagement], changes: &[String]) -> Option<Change> {
        let kind = *entry.kind.get_ref();
        let known = || engagements.iter().map(|engagement| engagement.id.as_str());
        let mut engaged = |written: &Spanned<String>| {
            let found = engagements.iter().find(|engagement| engagement.id == *written.get_ref());
            if found.is_none() {
                self.findings.push(told::unknown(file, "engagement", written, known()));
            }
            found
        };
        let engagement = engaged(&entry.engagement);
        let former = entry.former.as_ref().and_then(&mut engaged).map(|former| former.id.clone());
        let at = entry.id.span();
        if kind == ChangeKind::Replaced && entry.former.is_none() {
            self.missing(file, &at, "change.former");
        }
        if let Some(written) = entry.former.as_ref().filter(|_| kind != ChangeKind::Replaced) {
            self.findings.push(told::misplaced(file, written.span(), "change.former", ("kind", "replaced")));
        }
        if let Some(written) = entry.former.as_ref().filter(|former| former.get_ref() == entry.engagement.get_ref()) {
            let finding = Finding::new(UNCLEAR_HISTORY, Span::new(file, written.span())).with("id", entry.engagement.get_ref().as_str());
            self.findings.push(finding.with("what", "itself"));
        }
        // A day that its kind cannot have would be shown to nobody.
        let announced_only = [("change.announced", &entry.announced), ("change.notified", &entry.notified)];
        for (key, written) in announced_only.into_iter().filter(|_| !kind.is_announced()) {
            if let Some(written) = written {
                self.findings.push(told::misplaced(file, written.span(), key, ("kind", "added, replaced, altered, removed")));
            }
        }
        if let Some(written) = entry.effective.as_ref().filter(|_| !kind.is_announced() && !kind.begins()) {
            let kinds = "entered, added, replaced, altered, removed";
            self.findings.push(told::misplaced(file, written.span(), "change.effective", ("kind", kinds)));
        }
        if let Some(written) = entry.objection_until.as_ref().filter(|_| !kind.may_be_objected_to()) {
            self.findings.push(told::misplaced(file, written.span(), "change.objection-until", ("kind", "added, replaced, altered")));
        }
        let is_about = matches!(kind, ChangeKind::Objected | ChangeKind::Withdrawn);
        if is_about && entry.about.is_none() {
            self.missing(file, &at, "change.about");
        }
        if let Some(written) = entry.about.as_ref().filter(|_| !is_about) {
            self.findings.push(told::misplaced(file, written.span(), "change.about", ("kind", "objected, withdrawn")));
        }
        if let Some(written) = entry.about.as_ref().filter(|written| !changes.contains(written.get_ref())) {
            self.findings.push(told::unknown(file, "change", written, changes.iter().map(String::as_str)));
        }
        if matches!(kind, ChangeKind::Altered | ChangeKind::Corrected) && entry.what.is_none() {
            self.missing(file, &at, "change.what");
        }
        let date = self.day(file, "change.date", Some(&entry.date));
        let days = Days {
            announced: self.day(file, "change.announced", entry.announced.as_ref()).or(date).filter(|_| kind.is_announced()),
            notified: self.day(file, "change.notified", entry.notified.as_ref()),
            effective: self.day(file, "change.effective", entry.effective.as_ref()),
            objection_until: self.day(file, "change.objection-until", entry.objection_until.as_ref()),
        };
        let span = Span::new(file, at.clone());
        let written = [
            ("announced", days.announced, entry.announced.as_ref()),
            ("objection-until", days.objection_until, entry.objection_until.as_ref()),
            ("date", date, Some(&entry.date)),
        ];
        self.in_order(file, written[0], written[1]);
        self.in_order(file, written[0], written[2]);
        let what = self.words(file, &entry.id, "change.what", entry.what);
        let why = self.words(file, &entry.id, "change.why", entry.why);
        let engagement = engagement?;
        Some(Change {
            id: entry.id.into_inner(),
            kind,
            engagement: engagement.id.clone(),
            former,
            about: entry.about.map(Spanned::into_inner),
            date: date?,
            days,
            what,
            why,
            audience: entry.audience.unwrap_or(Audience::Public).max(engagement.widest()),
            withheld: None,
            span,
            effective_span: entry.effective.map(|day| Span::new(file, day.span())),
            objection_span: entry.objection_until.map(|day| Span::new(file, day.span())),
        })
    }

    /// Tells of two days of which the first comes after the second.
    fn in_order(
        &mut self,
        file: FileId,
        (earlier, first, _): (&str, Option<Date>, Option<&Spanned<Datetime>>),
        (later, second, written): (&str, Option<Date>, Option<&Spanned<Datetime>>),
    ) {
        if let (Some(first), Some(second), Some(written)) = (first, second, written)
            && second < first
        {
            let finding = Finding::new(DATES_OUT_OF_ORDER, Span::new(file, written.span()));
            let finding = finding.with("earlier", earlier).with("first", first.to_string());
            self.findings.push(finding.with("later", later).with("second", second.to_string()));
        }
    }

    /// Whether every engagement begins once, ends at most once, and not before it began.
    fn history(&mut self, register: &Register) {
        for engagement in &register.engagements {
            let withdrawn = |change: &&Change| {
                register.changes.iter().any(|other| other.kind == ChangeKind::Withdrawn && other.about.as_ref() == Some(&change.id))
            };
            let own = |change: &&Change| change.engagement == engagement.id;
            let begins: Vec<&Change> = register.changes.iter().filter(own).filter(|change| change.kind.begins()).collect();
            let is_end = |change: &&Change| match change.kind {
                ChangeKind::Removed => change.engagement == engagement.id,
                // What replaces itself was told of.
                _ => change.engagement != engagement.id && change.former.as_ref() == Some(&engagement.id),
            };
            let ends: Vec<&Change> = register.changes.iter().filter(is_end).filter(|change| !withdrawn(change)).collect();
            for answer in register.changes.iter().filter(|change| change.engagement == engagement.id) {
                let asked = answer.about.as_ref().and_then(|about| register.changes.iter().find(|change| change.id == *about));
                let Some(asked) = asked else { continue };
                // An answer to something that was not announced, of another engagement, or later, answers nothing.
                if !asked.kind.is_announced() || asked.engagement != engagement.id || asked.date > answer.date {
                    let finding = Finding::new(UNCLEAR_HISTORY, answer.span).with("id", answer.id.as_str()).with("what", "no-answer");
                    self.findings.push(finding.related(asked.span));
                }
            }
            let mut unclear = |what: &str, span: Span| {
                self.findings.push(Finding::new(UNCLEAR_HISTORY, span).with("id", engagement.id.as_str()).with("what", what));
            };
            match begins.as_slice() {
                [] => unclear("no-beginning", engagement.span),
                [_] => {}
                [.., last] => unclear("two-beginnings", last.span),
            }
            if let [_, .., last] = ends.as_slice() {
                unclear("two-ends", last.span);
            }
            if let (Some(begin), Some(end)) = (begins.first(), ends.first()) {
                self.findings.extend(ended_before(begin, end));
            }
        }
    }

    fn country(&mut self, file: FileId, code: &Spanned<String>) -> Option<String> {
        let codes = &self.vocabulary.countries;
        if codes.contains(code.get_ref()) {
            return Some(code.get_ref().clone());
        }
        self.findings.push(told::unknown_country(file, code, codes));
        None
    }

    /// Words of a field, in every language of the site.
    fn local(
        &mut self,
        file: FileId,
        id: &Spanned<String>,
        key: &str,
        written: Option<Spanned<crate::parse::field::Field<Local>>>,
    ) -> Told<Local> {
        let told = said(key, written, Span::new(file, id.span()), self.sources, &mut self.findings);
        if let Told::Stated(words) = &told {
            self.in_every_language(file, id, key, words);
        }
        told.map(Spanned::into_inner)
    }

    /// Words that may be left out; if they are there, then in every language of the site.
    fn words(&mut self, file: FileId, id: &Spanned<String>, key: &str, written: Option<Spanned<Local>>) -> Local {
        let Some(written) = written else { return Local::new() };
        self.in_every_language(file, id, key, &written);
        written.into_inner()
    }

    /// Tells of the languages for which a field has no key; that one is left empty is told where it stands.
    fn in_every_language(&mut self, file: FileId, id: &Spanned<String>, key: &str, words: &Spanned<Local>) {
        let without: Vec<Language> = self.languages.iter().copied().filter(|language| !words.get_ref().contains_key(language)).collect();
        self.findings.extend(told::missing_words(Span::new(file, words.span()), &without, id.get_ref(), key, words.get_ref()));
    }

    /// A list of ids that a vocabulary has, each once.
    fn listed(
        &mut self,
        file: FileId,
        whole: Span,
        key: &'static str,
        written: Option<Spanned<crate::parse::field::Field<Vec<Spanned<String>>>>>,
        known: &[&str],
    ) -> Told<Vec<String>> {
        said(key, written, whole, self.sources, &mut self.findings).map(|list| {
            let mut found: Vec<String> = Vec::new();
            for id in list.get_ref() {
                if !known.contains(&id.get_ref().as_str()) {
                    self.findings.push(told::unknown(file, key, id, known.iter().copied()));
                } else if !found.contains(id.get_ref()) {
                    found.push(id.get_ref().clone());
                }
            }
            found
        })
    }

    /// Forgets that a key of an entry is missing where its value could not be used: that was told, and the key is there.
    fn forget_told(&mut self, file: FileId, before: usize, entry: Range<usize>, table: &str) {
        let is_here = |finding: &&Finding| finding.rule == BAD_VALUE && is_unreadable(finding, file, &entry);
        let told = self.findings.iter().filter(is_here);
        let told: Vec<String> = told.filter_map(|finding| Some(finding.arg("key")?.strip_prefix(table)?.to_owned())).collect();
        let own = self.findings.split_off(before);
        let is_told = |finding: &Finding| {
            let key = finding.arg("key").filter(|_| finding.rule == MISSING_KEY).map(|key| key.strip_prefix(table).unwrap_or(key));
            key.is_some_and(|key| told.iter().any(|told| told == key))
        };
        self.findings.extend(own.into_iter().filter(|finding| !is_told(finding)));
    }

    fn missing(&mut self, file: FileId, at: &Range<usize>, key: &str) {
        let finding = Finding::new(MISSING_KEY, Span::new(file, at.clone())).with("key", key);
        self.findings.push(finding.with("file", self.sources.file(file).shown_path()));
    }

    fn day(&mut self, file: FileId, key: &str, written: Option<&Spanned<Datetime>>) -> Option<Date> {
        companies::day(file, key, written?, &mut self.findings)
    }

    /// Whether an id can stand in an address and is the first of its name.
    fn is_new(&mut self, file: FileId, key: &str, id: &Spanned<String>, first: &mut BTreeMap<String, Span>) -> bool {
        let span = Span::new(file, id.span());
        let suggestion = crate::model::ids::slug(id.get_ref());
        if suggestion != *id.get_ref() {
            let finding = Finding::new(BAD_VALUE, span).with("key", key).with("expected", "a-z 0-9 -");
            self.findings.push(finding.with("suggestion", suggestion));
        }
        if let Some(before) = first.insert(id.get_ref().clone(), span) {
            first.insert(id.get_ref().clone(), before);
            self.findings.push(Finding::new(DUPLICATE_ENTRY, span).with("id", id.get_ref().as_str()).related(before));
            return false;
        }
        true
    }
}

/// An engagement that ended before it began. What was engaged already when it was entered was so on that day, unless its end was
/// entered with it: then the entry tells of what was.
fn ended_before(begin: &Change, end: &Change) -> Option<Finding> {
    let entered = || (begin.kind == ChangeKind::Entered && begin.date != end.date).then_some(("date", begin.date));
    let left = || (end.kind == ChangeKind::Removed).then_some(("date", end.date));
    let (earlier, began) = begin.days.effective.map(|day| ("effective", day)).or_else(entered)?;
    let (later, ended) = end.days.effective.map(|day| ("effective", day)).or_else(left)?;
    let finding = Finding::new(DATES_OUT_OF_ORDER, end.effective_span.unwrap_or(end.span)).with("earlier", earlier);
    let finding = finding.with("first", began.to_string()).with("later", later).with("second", ended.to_string());
    (ended < began).then(|| finding.related(begin.effective_span.unwrap_or(begin.span)))
}

/// Whether a finding tells, of a stretch of a file, that something is not there or cannot be used.
fn is_unreadable(finding: &Finding, file: FileId, range: &Range<usize>) -> bool {
    let is_here = matches!(finding.place, FindingPlace::Span(span) if span.file == file && range.contains(&span.range().start));
    is_here && [BAD_VALUE, MISSING_KEY, UNKNOWN_VOCABULARY].contains(&finding.rule)
}
