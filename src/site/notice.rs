//! The notice to customers of a change in a register (GDPR Article 28(2)): what changes, why, where, on what ground, from when, and to
//! whom and until when one may object. Plain text, ready to be sent by the vendor; a page or a feed is no such notice.

use jiff::civil::Date;

use super::address::{Address, fragment};
use super::comparison::{Cell, Named, local};
use super::register::{Teller, change_anchor, country};
use super::upcoming::ways;
use super::{World, about, values};
use crate::analysis::register::{self, LastDay};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::company::{Company, Told};
use crate::model::engagement::{Change, ChangeKind, Engagement, Register};
use crate::model::recorded::{Citation, Measured};

/// A notice in one language.
pub struct Notice {
    /// What a letter is about.
    pub subject: String,
    /// All of it, with blank lines between paragraphs.
    pub body: String,
    /// What customers would want to know and the letter does not say.
    pub lacking: Vec<Lacking>,
}

/// A line of a letter that says nothing.
pub struct Lacking {
    /// Its name.
    pub line: String,
    /// Why: `not-stated`, `not-recorded`, or `withheld` from customers.
    pub state: &'static str,
}

/// The notice of a change in a language; `None` if the register has no such engagement.
pub fn notice<'a>(world: &'a World, language: Language, vendor: &'a Vendor, own: &'a Register, change: &Change) -> Option<Notice> {
    let engagement = own.engagement(&change.engagement)?;
    let is_over = register::is_over(change, world.today);
    let teller = Teller::new(world, language);
    let mut writer = Writer { world, language, teller, lines: Vec::new(), lacking: Vec::new() };
    let company = company_of(world, engagement);
    let name = |company: Option<&Company>| company.map_or_else(|| writer.say("notice-unnamed", &[]), |company| company.name.clone());
    let former = change.former.as_deref().and_then(|id| own.engagement(id));
    let since = match change.days.effective {
        _ if !is_over => "to-come".to_owned(),
        Some(day) => writer.teller.day(day),
        None => "none".to_owned(),
    };
    let filled = [
        ("kind", Value::from(change.kind.name())),
        ("company", Value::from(name(company))),
        ("former", Value::from(name(former.and_then(|former| company_of(world, former))))),
        ("since", Value::from(since)),
    ];
    let signed = [("vendor", Value::from(vendor.name.as_str()))];
    let opening = writer.say("notice-opening", &filled);
    let changes = writer.say("notice-what", &filled);
    let what = (!change.what.is_empty()).then(|| local(&change.what, language));
    // What is altered is told by its own words; that it is altered stands above them.
    writer.line(
        "what",
        Ok(match what {
            Some(what) if change.kind == ChangeKind::Altered => what.to_owned(),
            Some(what) => format!("{changes}. {what}"),
            None => changes,
        }),
    );
    writer.line("why", (!change.why.is_empty()).then(|| local(&change.why, language).to_owned()).ok_or("not-stated"));
    writer.line("company", company.map(|company| writer.company(company)).ok_or("withheld"));
    // The fields of what will be altered, or ends, are those until then: beside the news they would contradict it.
    let held = match change.kind {
        ChangeKind::Altered | ChangeKind::Removed if !is_over => Some("holds"),
        ChangeKind::Removed => Some("held"),
        _ => None,
    };
    if held.is_none() {
        writer.engagement(vendor, engagement);
    }
    writer.dates(vendor, change, is_over);
    if let Some(page) = world.base.absolute(&Address::vendor_sub_processors(language, &vendor.slug)) {
        writer.line("page", Ok(format!("{page}{}", fragment(&change_anchor(&change.id)))));
    }
    let mut parts = vec![writer.say("notice-greeting", &[]), opening, std::mem::take(&mut writer.lines).join("\n")];
    if let Some(held) = held {
        writer.lines.push(writer.say("notice-until-then", &[("state", Value::from(held))]));
        writer.engagement(vendor, engagement);
        parts.push(std::mem::take(&mut writer.lines).join("\n"));
    }
    parts.push(writer.say("notice-closing", &signed));
    Some(Notice { subject: writer.say("notice-subject", &signed), body: parts.join("\n\n"), lacking: writer.lacking })
}

/// Clauses with the titles of their agreements: a letter is read without the page.
pub fn cited(world: &World, language: Language, vendor: &Vendor, citations: &[Citation]) -> String {
    let mut cited: Vec<String> = Vec::new();
    for citation in citations {
        let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == citation.agreement);
        let Some(text) = agreement.and_then(|agreement| agreement.text(language)) else { continue };
        let place = Named::of(world, language, text).label(&citation.clause);
        let words = format!("{}, {place}", text.title);
        if !cited.contains(&words) {
            cited.push(words);
        }
    }
    cited.join("; ")
}

/// The company of an engagement, where customers may know it.
fn company_of<'a>(world: &'a World, engagement: &Engagement) -> Option<&'a Company> {
    engagement.company.stated().and_then(|slug| world.corpus.company(slug))
}

struct Writer<'a> {
    world: &'a World,
    language: Language,
    teller: Teller<'a>,
    lines: Vec<String>,
    lacking: Vec<Lacking>,
}

/// What a line says, or the state in which it says nothing.
type Words = Result<String, &'static str>;

impl<'a> Writer<'a> {
    fn say(&self, key: &str, filled: &[(&str, Value)]) -> String {
        about::say(self.world, self.language, key, filled)
    }

    fn name(&self, line: &str) -> String {
        self.say("notice-line", &[("line", Value::from(line))])
    }

    /// A line; where there is nothing to say, that is said, and kept for who sends it.
    fn line(&mut self, line: &str, words: Words) {
        let name = self.name(line);
        let words = words.unwrap_or_else(|state| {
            self.lacking.push(Lacking { line: name.clone(), state });
            self.say("notice-silent", &[("state", Value::from(state))])
        });
        self.lines.push(format!("{name}: {words}"));
    }

    /// Who it is: its name, legal entity and seat, as far as they are stated.
    fn company(&self, company: &Company) -> String {
        let country = company.country.stated().map(|code| country(self.world, self.language, code));
        let known = [company.legal_name.stated().cloned(), company.address.stated().cloned(), country];
        let mut parts = vec![company.name.clone()];
        parts.extend(known.into_iter().flatten().filter(|part| *part != company.name));
        parts.join(", ")
    }

    fn engagement(&mut self, vendor: &'a Vendor, engagement: &Engagement) {
        let condition = (!engagement.condition.is_empty()).then(|| local(&engagement.condition, self.language).to_owned());
        let words = |told: &Told<_>| said(told, |words| local(words, self.language).to_owned());
        let (purpose, service) = (words(&engagement.purpose), words(&engagement.service));
        let cells = [
            ("data", self.teller.data(engagement)),
            ("data-subjects", self.teller.data_subjects(engagement)),
            ("place", self.teller.places(engagement)),
            ("transfer", self.teller.transfer(engagement)),
            ("further", self.teller.further(engagement)),
        ];
        self.line("purpose", purpose);
        self.line("service", service);
        if let Some(condition) = condition {
            self.line("condition", Ok(condition));
        }
        for (line, cell) in cells {
            self.line(line, in_words(&cell));
        }
        let permitted = said(&engagement.permission, |citations| cited(self.world, self.language, vendor, citations));
        self.line("permission", permitted.and_then(|clauses| Some(clauses).filter(|clauses| !clauses.is_empty()).ok_or("withheld")));
    }

    fn dates(&mut self, vendor: &'a Vendor, change: &Change, is_over: bool) {
        let day = |writer: &Self, day: Option<Date>| day.map(|day| writer.teller.day(day)).ok_or("not-stated");
        let (announced, effective) = (day(self, change.days.announced), day(self, change.days.effective));
        self.line("announced", announced);
        self.line(if is_over { "in-effect" } else { "effective" }, effective);
        if !change.kind.may_be_objected_to() {
            return;
        }
        self.objecting(vendor, change);
        let ways: Vec<String> = ways(self.world, vendor).into_iter().map(|way| way.value).collect();
        self.line("object-to", Some(ways.join(", ")).filter(|ways| !ways.is_empty()).ok_or("not-stated"));
    }

    /// Until when customers may object, as their own vendor says it.
    fn objecting(&mut self, vendor: &'a Vendor, change: &Change) {
        let period = |period: &Measured, trigger: Option<&str>| {
            let words = trigger.and_then(|trigger| self.world.corpus.vocabulary.triggers.get(trigger));
            let words = words.map(|words| local(words, self.language).to_owned());
            std::iter::once(values::measured(self.world, self.language, period)).chain(words).collect::<Vec<_>>().join(" ")
        };
        let object = |how: &str| self.say("notice-object", &[("how", Value::from(how))]);
        let (line, words, silent) = match register::last_day(vendor, change) {
            LastDay::Stated(day) => ("object-until", self.teller.day(day), None),
            LastDay::Counted { day, from, period: agreed, trigger, .. } => {
                let filled = [
                    ("day", Value::from(self.teller.day(day))),
                    ("period", Value::from(period(agreed, Some(trigger)))),
                    ("from", Value::from(self.teller.day(from))),
                ];
                ("object-until", self.say("notice-counted", &filled), None)
            }
            LastDay::NotCounted { period: agreed, trigger, .. } => ("object-within", period(agreed, trigger), None),
            LastDay::NoPeriod(_) => ("object", object("no-period"), None),
            LastDay::NotStated => ("object", object("not-stated"), Some("not-stated")),
            LastDay::NotRecorded => ("object", object("as-agreed"), Some("not-recorded")),
            LastDay::Withheld => ("object", object("as-agreed"), Some("withheld")),
        };
        self.line(line, Ok(words));
        self.lacking.extend(silent.map(|state| Lacking { line: self.name(line), state }));
    }
}

/// What is stated in words, or that nothing is.
fn said<T>(told: &Told<T>, words: impl FnOnce(&T) -> String) -> Words {
    told.stated().map(words).ok_or(told.state())
}

/// A cell in one line.
fn in_words(cell: &Cell) -> Words {
    let value = |said: &super::comparison::Said| {
        let text = said.text.clone().unwrap_or_default();
        said.condition.as_ref().map_or_else(|| text.clone(), |condition| format!("{text}, {condition}"))
    };
    let mut parts: Vec<String> = cell.values.iter().map(value).collect();
    parts.extend(cell.cites.iter().map(|cite| cite.label().to_owned()));
    parts.extend(cell.note.clone());
    if cell.state == "stated" { Ok(parts.join("; ")) } else { Err(cell.state) }
}
