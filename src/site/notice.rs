//! The notice to customers of a change in a register (GDPR Article 28(2)): what changes, why, where, on what ground, from when, and to
//! whom and until when one may object. Plain text, ready to be sent by the vendor; a page or a feed is no such notice.

use jiff::civil::Date;

use super::address::{Address, fragment};
use super::comparison::{Cell, Named, local};
use super::register::{Teller, called, change_anchor, country};
use super::upcoming::ways;
use super::{World, about, followed};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::company::{Company, Told};
use crate::model::engagement::{Change, ChangeKind, Engagement, Register};
use crate::model::recorded::Citation;

/// A notice in one language.
pub struct Notice {
    /// What a letter is about.
    pub subject: String,
    /// All of it, with blank lines between paragraphs.
    pub body: String,
    /// What customers would want to know and the register does not say, as names of lines.
    pub lacking: Vec<String>,
}

/// The notice of a change in a language; `None` if the register has no such engagement.
pub fn notice<'a>(world: &'a World, language: Language, vendor: &'a Vendor, own: &'a Register, change: &Change) -> Option<Notice> {
    let engagement = own.engagement(&change.engagement)?;
    let company = engagement.company.stated().and_then(|slug| world.corpus.company(slug));
    let mut writer = Writer { world, language, teller: Teller::new(world, language), lines: Vec::new(), lacking: Vec::new() };
    let title = followed::title(world, language, vendor, own, change, engagement);
    let former = change.former.as_deref().and_then(|id| own.engagement(id)).map(|former| called(world, language, former));
    let filled = [
        ("kind", Value::from(change.kind.name())),
        ("vendor", Value::from(vendor.name.as_str())),
        ("company", Value::from(called(world, language, engagement))),
        ("former", Value::from(former.unwrap_or_default())),
    ];
    let subject = writer.say("notice-subject", &filled[1..2]);
    let opening = writer.say("notice-opening", &filled);
    let what = (!change.what.is_empty()).then(|| local(&change.what, language));
    // What is altered is told by its own words; that it is altered stands above them.
    writer.line(
        "what",
        Some(match what {
            Some(what) if change.kind == ChangeKind::Altered => what.to_owned(),
            Some(what) => format!("{title}. {what}"),
            None => title,
        }),
    );
    writer.line("why", (!change.why.is_empty()).then(|| local(&change.why, language).to_owned()));
    writer.line("company", Some(writer.company(company, engagement)));
    writer.engagement(vendor, engagement);
    writer.dates(vendor, change);
    let page = world.base.absolute(&Address::vendor_sub_processors(language, &vendor.slug));
    if let Some(page) = page {
        writer.line("page", Some(format!("{page}{}", fragment(&change_anchor(&change.id)))));
    }
    let lines = writer.lines.join("\n");
    let body = [writer.say("notice-greeting", &[]), opening, lines, writer.say("notice-closing", &filled[1..2])].join("\n\n");
    Some(Notice { subject, body, lacking: writer.lacking })
}

struct Writer<'a> {
    world: &'a World,
    language: Language,
    teller: Teller<'a>,
    lines: Vec<String>,
    lacking: Vec<String>,
}

impl<'a> Writer<'a> {
    fn say(&self, key: &str, filled: &[(&str, Value)]) -> String {
        about::say(self.world, self.language, key, filled)
    }

    /// A line; where there is nothing to say, that is said, and kept for who sends it.
    fn line(&mut self, what: &str, words: Option<String>) {
        let name = self.say("notice-line", &[("line", Value::from(what))]);
        if words.is_none() {
            self.lacking.push(name.clone());
        }
        let words = words.unwrap_or_else(|| self.say("notice-unstated", &[]));
        self.lines.push(format!("{name}: {words}"));
    }

    /// Who it is: its name, legal entity and seat, as far as they are stated.
    fn company(&self, company: Option<&Company>, engagement: &Engagement) -> String {
        let Some(company) = company else { return called(self.world, self.language, engagement) };
        let country = company.country.stated().map(|code| country(self.world, self.language, code));
        let known = [company.legal_name.stated().cloned(), company.address.stated().cloned(), country];
        let mut parts = vec![company.name.clone()];
        parts.extend(known.into_iter().flatten().filter(|part| *part != company.name));
        parts.join(", ")
    }

    fn engagement(&mut self, vendor: &'a Vendor, engagement: &Engagement) {
        let condition = (!engagement.condition.is_empty()).then(|| local(&engagement.condition, self.language).to_owned());
        let words = |told: &Told<_>| told.stated().map(|words| local(words, self.language).to_owned());
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
        if condition.is_some() {
            self.line("condition", condition);
        }
        for (what, cell) in cells {
            self.line(what, in_words(&cell));
        }
        let permitted = engagement.permission.stated().map(|citations| self.cited(vendor, citations));
        self.line("permission", permitted);
    }

    fn dates(&mut self, vendor: &'a Vendor, change: &Change) {
        let day = |writer: &Self, day: Option<Date>| day.map(|day| writer.teller.day(day));
        let announced = day(self, change.days.announced);
        self.line("announced", announced);
        let effective = day(self, change.days.effective);
        self.line("effective", effective);
        if !change.kind.may_be_objected_to() {
            return;
        }
        let objection = self.teller.last_day(vendor, change);
        let until = objection.day.map(|day| format!("{}. {}", self.teller.day(day), objection.basis));
        let basis = objection.basis;
        match (until, objection.within) {
            (Some(until), _) => self.line("object-until", Some(until)),
            (None, Some(within)) => self.line("object-within", Some(within)),
            (None, None) => {
                self.line("object", Some(basis));
                self.lacking.push(self.say("notice-line", &[("line", Value::from("object-until"))]));
            }
        }
        let ways: Vec<String> = ways(self.world, vendor).into_iter().map(|way| way.value).collect();
        self.line("object-to", (!ways.is_empty()).then(|| ways.join(", ")));
    }

    /// Clauses with the titles of their agreements: a letter is read without the page.
    fn cited(&self, vendor: &Vendor, citations: &[Citation]) -> String {
        let mut cited: Vec<String> = Vec::new();
        for citation in citations {
            let agreement = vendor.agreements.iter().find(|agreement| agreement.slug == citation.agreement);
            let Some(text) = agreement.and_then(|agreement| agreement.text(self.language)) else { continue };
            let place = Named::of(self.world, self.language, text).label(&citation.clause);
            let words = format!("{}, {place}", text.title);
            if !cited.contains(&words) {
                cited.push(words);
            }
        }
        cited.join("; ")
    }
}

/// A cell in one line; `None` where nothing is stated.
fn in_words(cell: &Cell) -> Option<String> {
    let value = |said: &super::comparison::Said| {
        let text = said.text.clone().unwrap_or_default();
        said.condition.as_ref().map_or_else(|| text.clone(), |condition| format!("{text}, {condition}"))
    };
    let mut parts: Vec<String> = cell.values.iter().map(value).collect();
    parts.extend(cell.cites.iter().map(|cite| cite.label().to_owned()));
    parts.extend(cell.note.clone());
    (cell.state == "stated").then(|| parts.join("; "))
}
