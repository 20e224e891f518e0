//! Registers on a page: engagements, their fields and their dates in the words of a reader.

use jiff::civil::Date;
use serde::Serialize;

use super::about::say;
use super::address::Address;
use super::comparison::{Cell, Cite, Citer, Said, local};
use super::{World, laws, values};
use crate::analysis::register::{self, Ground, LastDay, Standing, Status, Uncounted};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::company::Told;
use crate::model::engagement::{Change, Engagement, Further, Mechanism, Place, Transfer};
use crate::model::recorded::Citation;
use crate::model::vocabulary::Local;
use crate::resolve;

/// The anchor of an engagement on its vendor's page.
pub fn engagement_anchor(id: &str) -> String {
    format!("engagement:{id}")
}

/// The anchor of an engagement on the page of the company that is engaged.
pub fn company_anchor(vendor: &Vendor, engagement: &Engagement) -> String {
    format!("{}:{}", vendor.slug, engagement.id)
}

/// The anchor of a change on its vendor's page.
pub fn change_anchor(id: &str) -> String {
    format!("change:{id}")
}

/// What a company is called where it may be named; else that its name is on request.
#[derive(Serialize)]
pub struct Named {
    /// Its name, or that it is on request.
    pub name: String,
    /// Its page.
    pub href: Option<String>,
    /// `withheld`, where it may not be named.
    pub state: Option<&'static str>,
}

/// A field of an engagement: its name and what it says.
#[derive(Serialize)]
pub struct FieldLine {
    name: String,
    cell: Cell,
}

/// Puts engagements in a reader's words; the places of each text that is cited are found once.
pub struct Teller<'a> {
    pub(super) world: &'a World,
    pub(super) language: Language,
    citer: Citer<'a>,
}

impl<'a> Teller<'a> {
    /// For readers of a language.
    pub fn new(world: &'a World, language: Language) -> Teller<'a> {
        Teller { world, language, citer: Citer::new(world, language) }
    }

    fn say(&self, key: &str, filled: &[(&str, Value)]) -> String {
        say(self.world, self.language, key, filled)
    }

    /// The company of an engagement.
    pub fn company(&self, standing: &Standing) -> Named {
        named(self.world, self.language, standing)
    }

    /// What it does and under which condition, with the service that it belongs to and the data that it concerns, by which readers
    /// look for it.
    pub fn purpose(&self, engagement: &Engagement) -> Cell {
        let condition = (!engagement.condition.is_empty()).then(|| local(&engagement.condition, self.language).to_owned());
        let named = |field: &str, words: Option<String>| words.map(|words| format!("{}: {words}.", self.field(field)));
        let service = named("service", engagement.service.stated().map(|words| local(words, self.language).to_owned()));
        let data = named("data-short", self.data(engagement).values.into_iter().next().and_then(|said| said.text));
        let note = [service, data].into_iter().flatten().collect::<Vec<_>>().join(" ");
        Cell { note: (!note.is_empty()).then_some(note), ..self.words(&engagement.purpose, condition) }
    }

    fn words(&self, told: &Told<Local>, condition: Option<String>) -> Cell {
        cell(told, |words| vec![Said { text: Some(local(words, self.language).to_owned()), condition, ..Said::default() }])
    }

    /// Where the data are.
    pub fn places(&self, engagement: &Engagement) -> Cell {
        cell(&engagement.places, |places| places.iter().map(|place| self.place(place)).collect())
    }

    fn place(&self, place: &Place) -> Said {
        let locality = place.locality.clone().unwrap_or_else(|| "none".to_owned());
        let text = self.say("place-in", &[("country", Value::from(self.country(&place.country))), ("locality", Value::from(locality))]);
        let condition = (!place.role.is_empty()).then(|| local(&place.role, self.language).to_owned());
        Said { text: Some(text), condition, ..Said::default() }
    }

    /// What a country is called.
    pub fn country(&self, code: &str) -> String {
        country(self.world, self.language, code)
    }

    fn countries<'b>(&self, codes: impl Iterator<Item = &'b str>) -> String {
        codes.map(|code| self.country(code)).collect::<Vec<_>>().join(", ")
    }

    /// On what ground data leave the European Economic Area.
    pub fn transfer(&self, engagement: &Engagement) -> Cell {
        let third = third_countries(self.world, engagement);
        let mut shown = cell(&engagement.transfers, |transfers| transfers.iter().map(|own| self.ground(own, &third)).collect());
        let documents = engagement.transfers.stated().into_iter().flatten();
        shown.cites = documents.filter_map(|transfer| self.document(transfer)).collect();
        let (today, vocabulary) = (self.world.today, &self.world.corpus.vocabulary);
        let mut notes = Vec::new();
        let without: Vec<&str> = third
            .iter()
            .copied()
            .filter(|code| register::ground(vocabulary, engagement, code, today) == Ground::None)
            .filter(|_| engagement.transfers.stated().is_some())
            .collect();
        if !without.is_empty() {
            notes.push(self.say("transfer-none-for", &[("countries", Value::from(self.countries(without.into_iter())))]));
        }
        for code in third.iter().filter(|code| register::ground(vocabulary, engagement, code, today) == Ground::Lapsed) {
            let decisions =
                engagement.transfers.stated().into_iter().flatten().filter_map(|own| vocabulary.adequacy(own.decision.as_deref()?));
            let decision = decisions.map(|decision| decision.decision.as_str()).collect::<Vec<_>>().join(", ");
            let day = self.world.messages.locale(self.language).date(&today);
            let filled = [("decision", Value::from(decision)), ("country", Value::from(self.country(code))), ("day", Value::from(day))];
            notes.push(self.say("transfer-lapsed-for", &filled));
        }
        shown.note = (!notes.is_empty()).then(|| notes.join(" "));
        shown
    }

    fn ground(&self, transfer: &Transfer, third: &[&str]) -> Said {
        let vocabulary = &self.world.corpus.vocabulary;
        let decision = transfer.decision.as_deref().and_then(|id| vocabulary.adequacy(id));
        let countries = match (&decision, transfer.to.is_empty()) {
            (Some(decision), true) => self.country(&decision.country),
            (_, false) => self.countries(transfer.to.iter().map(String::as_str)),
            (None, true) if third.is_empty() => "none".to_owned(),
            (None, true) => self.countries(third.iter().copied()),
        };
        let none = || "none".to_owned();
        let law = laws::find(self.world, "gdpr");
        let provision = transfer.provision.as_ref().map(|provision| {
            law.and_then(|law| laws::cited(self.world, self.language, law, &resolve::Citation::read(law, provision)).ok())
                .unwrap_or_else(|| provision.clone())
        });
        let text = self.say(
            "transfer-ground",
            &[
                ("mechanism", Value::from(transfer.mechanism.name())),
                ("decision", Value::from(decision.map_or_else(none, |decision| decision.decision.clone()))),
                ("module", Value::from(transfer.module.map_or_else(none, |module| module.to_string()))),
                ("provision", Value::from(provision.unwrap_or_else(none))),
                ("countries", Value::from(countries)),
            ],
        );
        let scope = decision.filter(|decision| !decision.scope.is_empty());
        let scope = scope.map(|decision| self.say("transfer-scope", &[("scope", Value::from(local(&decision.scope, self.language)))]));
        // The official text says more than a number.
        let href = decision.map(|decision| decision.source.clone());
        Said { text: Some(text), condition: scope, href, ..Said::default() }
    }

    fn document(&self, transfer: &Transfer) -> Option<Cite> {
        let label = if transfer.document.is_empty() {
            transfer.link.as_ref().map(|_| self.say("transfer-document", &[]))?
        } else {
            local(&transfer.document, self.language).to_owned()
        };
        Some(Cite::new(label, transfer.link.clone()))
    }

    /// Which clauses permit it.
    pub fn permission(&mut self, vendor: &'a Vendor, engagement: &Engagement) -> Cell {
        // The clauses say it all; without any a word must.
        let mut shown = cell(&engagement.permission, |_| vec![Said::default()]);
        let permitted: &[Citation] = engagement.permission.stated().map_or(&[], Vec::as_slice);
        shown.cites = self.citer.cites(vendor, permitted);
        shown
    }

    /// Where the agreements and other sources speak of it; `None` where they do so in what permits it only.
    fn named_in(&mut self, vendor: &'a Vendor, engagement: &Engagement) -> Option<Cell> {
        let source = (!engagement.source.is_empty()).then(|| local(&engagement.source, self.language).to_owned());
        let cites = self.citer.cites(vendor, &engagement.citations);
        let is_told = source.is_some() || !cites.is_empty();
        is_told.then(|| Cell { state: "stated", values: vec![Said { text: source, ..Said::default() }], cites, ..Cell::default() })
    }

    /// Which categories of personal data.
    pub fn data(&self, engagement: &Engagement) -> Cell {
        let vocabulary = &self.world.corpus.vocabulary;
        let name = |id: &String| {
            let category = vocabulary.data.iter().find(|own| own.id == *id)?;
            let name = local(&category.name, self.language).to_owned();
            Some(if category.special { self.say("special-category", &[("name", Value::from(name))]) } else { name })
        };
        cell(&engagement.data, |ids| vec![listed(ids.iter().filter_map(name))])
    }

    /// Whose data.
    pub fn data_subjects(&self, engagement: &Engagement) -> Cell {
        let vocabulary = &self.world.corpus.vocabulary;
        let name = |id: &String| Some(local(&vocabulary.subjects.iter().find(|own| own.id == *id)?.name, self.language).to_owned());
        cell(&engagement.data_subjects, |ids| vec![listed(ids.iter().filter_map(name))])
    }

    /// Whom the company engages in turn.
    pub fn further(&self, engagement: &Engagement) -> Cell {
        cell(&engagement.further, |list| {
            if list.is_empty() {
                return vec![Said { text: Some(self.say("further-none", &[])), ..Said::default() }];
            }
            list.iter().map(|one| self.one_further(one)).collect()
        })
    }

    fn one_further(&self, further: &Further) -> Said {
        let company = further.company.stated().and_then(|slug| self.world.corpus.company(slug));
        let none = [("audience", Value::from("none"))];
        let name = company.map_or_else(|| self.say("register-name-withheld", &none), |company| company.name.clone());
        let href = company.map(|company| self.world.base.link(&Address::sub_processor(self.language, &company.slug)));
        let purpose = (!further.purpose.is_empty()).then(|| local(&further.purpose, self.language).to_owned());
        let countries = (!further.countries.is_empty()).then(|| self.countries(further.countries.iter().map(String::as_str)));
        let condition = [purpose, countries].into_iter().flatten().collect::<Vec<_>>().join("; ");
        Said { text: Some(name), href, condition: (!condition.is_empty()).then_some(condition), ..Said::default() }
    }

    /// Since when, until when, or that it is not yet.
    pub fn status(&self, standing: &Standing) -> String {
        let ends = standing.ends.filter(|_| standing.status == Status::Active);
        let (status, day) = match (standing.status, ends) {
            // Of what readers may not know the days, nothing is told as if nobody stated it.
            (Status::Active, None) if standing.begins.withheld.is_some() => ("active-withheld", None),
            (_, Some(end)) => ("ending", end.days.effective),
            (Status::Ended | Status::Replaced, _) => (standing.status.name(), standing.ends.and_then(|end| end.days.effective)),
            (status, None) => (status.name(), standing.begins.days.effective),
        };
        let day = day.map_or_else(|| "none".to_owned(), |day| self.day(day));
        self.say("engagement-status", &[("status", Value::from(status)), ("date", Value::from(day))])
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        self.world.messages.locale(self.language).date(&day)
    }

    /// Every field of an engagement with its name.
    pub fn fields(&mut self, standing: &Standing<'a>) -> Vec<FieldLine> {
        let engagement = standing.engagement;
        let mut lines = vec![("purpose", self.words(&engagement.purpose, None)), ("service", self.words(&engagement.service, None))];
        if !engagement.condition.is_empty() {
            lines.push(("condition", stated(local(&engagement.condition, self.language))));
        }
        lines.extend([
            ("data", self.data(engagement)),
            ("data-subjects", self.data_subjects(engagement)),
            ("place", self.places(engagement)),
            ("transfer", self.transfer(engagement)),
            ("further", self.further(engagement)),
            ("permission", self.permission(standing.vendor, engagement)),
        ]);
        lines.extend(self.named_in(standing.vendor, engagement).map(|cell| ("named-in", cell)));
        lines.push(("since", stated(&self.status(standing))));
        if let Some(day) = engagement.reviewed {
            lines.push(("reviewed", stated(&self.day(day))));
        }
        lines.into_iter().map(|(field, cell)| FieldLine { name: self.field(field), cell }).collect()
    }

    /// What a field is called.
    pub fn field(&self, field: &str) -> String {
        self.say("register-field", &[("field", Value::from(field))])
    }

    /// What was agreed on a fact of a vendor, such as objecting, with the agreement's own words where it has them here: what is in
    /// our own words is not quoted.
    pub fn agreed(&mut self, vendor: &'a Vendor, fact: &str) -> Option<Agreed> {
        let recorded = vendor.facts.as_ref()?.entries.iter().find(|own| own.id == fact)?;
        let known = self.world.corpus.vocabulary.fact(fact)?;
        let cell = super::pages::compare_facts::cell(self.world, self.language, vendor, known, recorded, &mut self.citer);
        let quote = |citation: &Citation| {
            let agreement = vendor.agreements.iter().find(|own| own.slug == citation.agreement)?;
            let lang = (agreement.original != self.language).then_some(agreement.original);
            super::pages::agreement::is_verbatim(agreement).then(|| Quote { text: citation.quote.clone(), lang })
        };
        // In a word besides the value it would be said twice.
        let note = cell.note.filter(|_| cell.values.is_empty());
        Some(Agreed { cell: Cell { note, ..cell }, quotes: recorded.citations.iter().filter_map(quote).collect() })
    }

    /// The last day to object, and how it was counted.
    pub fn last_day(&mut self, vendor: &'a Vendor, change: &Change) -> Objection {
        let found = register::last_day(vendor, change);
        let unit = |period| values::measured(self.world, self.language, period);
        let from_when = |trigger: &str| {
            let words = self.world.corpus.vocabulary.triggers.get(trigger);
            words.map_or_else(|| trigger.to_owned(), |words| local(words, self.language).to_owned())
        };
        let say = |how: &str, period: String, trigger: String, from: String| {
            let filled = [
                ("how", Value::from(how)),
                ("period", Value::from(period)),
                ("trigger", Value::from(trigger)),
                ("from", Value::from(from)),
            ];
            self.say("last-day", &filled)
        };
        let none = String::new;
        let (day, basis, citations): (Option<Date>, String, &[Citation]) = match found {
            LastDay::Stated(day) => (Some(day), say("stated", none(), none(), none()), &[]),
            LastDay::Counted { day, from, period, trigger, citations } => {
                (Some(day), say("counted", unit(period), from_when(trigger), self.day(from)), citations)
            }
            LastDay::NotCounted { why, period, trigger: Some(trigger), citations } => {
                let how = if why == Uncounted::Unit { "not-counted-unit" } else { "not-counted" };
                (None, say(how, unit(period), from_when(trigger), none()), citations)
            }
            LastDay::NotCounted { period, trigger: None, citations, .. } => {
                (None, say("not-counted-bare", unit(period), none(), none()), citations)
            }
            LastDay::NoPeriod(citations) => (None, say("no-period", none(), none(), none()), citations),
            LastDay::NotStated => (None, say("not-stated", none(), none(), none()), &[]),
            LastDay::NotRecorded => (None, say("not-recorded", none(), none(), none()), &[]),
            LastDay::Withheld => (None, say("withheld", none(), none(), none()), &[]),
        };
        let cites = self.citer.cites(vendor, citations);
        Objection { day, basis, cites }
    }
}

/// What was agreed on a right, and in which words.
#[derive(Serialize)]
pub struct Agreed {
    cell: Cell,
    quotes: Vec<Quote>,
}

/// Words of an agreement.
#[derive(Serialize)]
struct Quote {
    text: String,
    /// Their language, where it is not the page's.
    lang: Option<Language>,
}

/// Until when one may object to a change, and how that is known.
pub struct Objection {
    /// The last day.
    pub day: Option<Date>,
    /// How it was counted, or why it was not.
    pub basis: String,
    /// Where it stands.
    pub cites: Vec<Cite>,
}

/// The company of an engagement, with its page, or that its name is on request.
pub fn named(world: &World, language: Language, standing: &Standing) -> Named {
    match standing.company {
        Some(company) => {
            Named { name: company.name.clone(), href: Some(world.base.link(&Address::sub_processor(language, &company.slug))), state: None }
        }
        None => Named { name: unnamed(world, language, standing.engagement), href: None, state: Some("withheld") },
    }
}

/// That a company's name is on request, and for whom.
fn unnamed(world: &World, language: Language, engagement: &Engagement) -> String {
    let readers = match engagement.company {
        Told::Withheld(audience) => audience.name(),
        _ => "none",
    };
    say(world, language, "register-name-withheld", &[("audience", Value::from(readers))])
}

/// Names in a sentence: “A, B en C”.
pub fn listed_names(world: &World, language: Language, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} {} {last}", first.join(", "), say(world, language, "list-and", &[])),
    }
}

/// What a country is called in a language.
pub fn country(world: &World, language: Language, code: &str) -> String {
    world.messages.locale(language).country(code)
}

/// The countries of an engagement that are not in the European Economic Area on the day of the site.
pub fn third_countries<'a>(world: &World, engagement: &'a Engagement) -> Vec<&'a str> {
    engagement.countries().into_iter().filter(|code| !world.corpus.vocabulary.is_in_eea(code, world.today)).collect()
}

/// The grounds by which an engagement is found: `eea`, mechanisms, `none`, and states of silence.
pub fn grounds(world: &World, engagement: &Engagement) -> Vec<&'static str> {
    let Told::Stated(transfers) = &engagement.transfers else { return vec![engagement.transfers.state()] };
    let third = third_countries(world, engagement);
    let mut found: Vec<&'static str> = transfers.iter().map(|transfer| transfer.mechanism.name()).collect();
    let vocabulary = &world.corpus.vocabulary;
    let is_bare = |code: &&str| matches!(register::ground(vocabulary, engagement, code, world.today), Ground::None | Ground::Lapsed);
    if third.iter().any(is_bare) {
        found.push("none");
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Every ground by which engagements are found, in the order in which readers choose.
pub const GROUNDS: [&str; 9] = [
    Mechanism::NoneNeeded.name(),
    Mechanism::AdequacyDecision.name(),
    Mechanism::Scc.name(),
    Mechanism::Bcr.name(),
    Mechanism::Derogation.name(),
    "none",
    "not-stated",
    "not-recorded",
    "withheld",
];

/// What a company is called in a sentence: its name, or, where that is on request, what it is engaged for.
pub fn called(world: &World, language: Language, engagement: &Engagement) -> String {
    let company = engagement.company.stated().and_then(|slug| world.corpus.company(slug));
    if let Some(company) = company {
        return company.name.clone();
    }
    let purpose = engagement.purpose.stated().map(|words| capitalised(local(words, language)));
    purpose.unwrap_or_else(|| unnamed(world, language, engagement))
}

fn capitalised(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map(|first| first.to_uppercase().chain(rest).collect()).unwrap_or_default()
}

/// A cell that says something or that it says nothing.
fn cell<T>(told: &Told<T>, values: impl FnOnce(&T) -> Vec<Said>) -> Cell {
    Cell { state: told.state(), values: told.stated().map(values).unwrap_or_default(), ..Cell::default() }
}

fn stated(words: &str) -> Cell {
    Cell { state: "stated", values: vec![Said { text: Some(words.to_owned()), ..Said::default() }], ..Cell::default() }
}

fn listed(names: impl Iterator<Item = String>) -> Said {
    Said { text: Some(names.collect::<Vec<_>>().join(", ")), ..Said::default() }
}
