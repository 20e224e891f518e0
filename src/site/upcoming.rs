//! What will change in a register, with its days on a line, until when one may object, and how.

use jiff::civil::Date;
use serde::Serialize;

use super::World;
use super::address::{Address, fragment};
use super::comparison::{Cite, local};
use super::dated::Dated;
use super::register::{Teller, called, change_anchor};
use crate::analysis::register;
use crate::i18n::Language;
use crate::model::engagement::{Change, Register};
use crate::model::vendor::ContactRole;
use crate::model::vocabulary::Local;
use crate::model::{PartialDate, Vendor};

/// A date of a change to come.
#[derive(Serialize)]
pub struct Point {
    kind: &'static str,
    /// Where on the line, from 0 to 100.
    at: f64,
    iso: String,
    words: String,
}

/// A change to come, as the component `upcoming` shows it.
#[derive(Serialize)]
pub struct Upcoming {
    id: String,
    kind: &'static str,
    company: String,
    vendor: String,
    former: Option<String>,
    points: Vec<Point>,
    what: Option<String>,
    why: Option<String>,
    /// Whether the last day to do so was over on the day of the site.
    is_closed: bool,
    /// The day on which an objection was entered.
    objected: Option<String>,
    basis: Option<String>,
    cites: Vec<Cite>,
    /// Where it stands in the vendor's register.
    href: String,
    /// How to reach the vendor with an objection.
    ways: Vec<Way>,
    /// Who is to be reached, while one may object.
    to: Option<String>,
}

/// A way to reach a vendor.
#[derive(Serialize)]
pub struct Way {
    /// What the vendor gives it for: `objection`, or what stands in for that.
    pub role: &'static str,
    /// As it is written.
    pub value: String,
    /// What opens it.
    pub href: Option<String>,
}

/// How to reach a vendor with an objection: what it gives for that, else its privacy contact, else any.
pub fn ways(world: &World, vendor: &Vendor) -> Vec<Way> {
    let shown = || vendor.contacts.iter().filter(|contact| world.audience.may_see(contact.audience));
    let of_role = |role: ContactRole| shown().filter(move |contact| contact.role == role).peekable();
    for role in [ContactRole::Objection, ContactRole::Privacy, ContactRole::General] {
        let mut contacts = of_role(role);
        if contacts.peek().is_some() {
            return contacts
                .map(|contact| Way {
                    role: contact.role.name(),
                    value: contact.value.clone(),
                    href: super::pages::vendor::opener(&contact.value),
                })
                .collect();
        }
    }
    Vec::new()
}

/// The changes of a vendor that are to come, as far as they `concern` the page, each with its next day that matters: the last one to object while that is not over, else
/// that of its effect.
pub fn upcoming<'a>(
    teller: &mut Teller<'a>,
    vendor: &'a Vendor,
    own: &'a Register,
    concerns: &dyn Fn(&Change) -> bool,
) -> Vec<(Option<Date>, Upcoming)> {
    let (world, language) = (teller.world, teller.language);
    let address = world.base.link(&Address::vendor_sub_processors(language, &vendor.slug));
    let mut found = Vec::new();
    for change in register::to_come(own, world.today).into_iter().filter(|change| concerns(change)) {
        let Some(engagement) = own.engagement(&change.engagement) else { continue };
        let is_objectable = change.kind.may_be_objected_to();
        let objection = is_objectable.then(|| teller.last_day(vendor, change));
        let last = objection.as_ref().and_then(|objection| objection.day);
        let is_closed = last.is_some_and(|last| last < world.today);
        let objected = register::objection(own, change, world.today);
        let days = [("announced", change.days.announced), ("object", last), ("effective", change.days.effective)];
        let (basis, cites) = objection.map_or((None, Vec::new()), |objection| (Some(objection.basis), objection.cites));
        let words = |words: &Local| (!words.is_empty()).then(|| local(words, language).to_owned());
        let upcoming = Upcoming {
            id: format!("next:{}:{}", vendor.slug, change.id),
            kind: change.kind.name(),
            company: called(world, language, engagement),
            vendor: vendor.name.clone(),
            former: change.former.as_deref().and_then(|id| own.engagement(id)).map(|former| called(world, language, former)),
            points: points(world, language, &days),
            what: words(&change.what),
            why: words(&change.why),
            is_closed,
            objected: objected.map(|objected| teller.day(objected.date)),
            basis,
            cites,
            href: format!("{address}{}", fragment(&change_anchor(&change.id))),
            ways: if is_objectable && !is_closed { ways(world, vendor) } else { Vec::new() },
            to: (is_objectable && !is_closed).then(|| vendor.name.clone()),
        };
        found.push((last.filter(|_| !is_closed).or(change.days.effective), upcoming));
    }
    // Stable: what has the same day stays in the order of its effect.
    found.sort_by_key(|(day, _)| day.unwrap_or(Date::MAX));
    found
}

/// Days on a line. Today is not among them: the page is static, and would say so tomorrow as well.
fn points(world: &World, language: Language, days: &[(&'static str, Option<Date>)]) -> Vec<Point> {
    let mut known: Vec<(&'static str, Date)> = days.iter().filter_map(|(kind, day)| Some((*kind, (*day)?))).collect();
    known.sort_by_key(|(_, day)| *day);
    let ends = known.first().zip(known.last()).map(|(first, last)| (first.1, last.1));
    let length = |from: Date, to: Date| f64::from(from.until(to).map_or(0, |span| span.get_days()));
    let at = |day: Date| match ends {
        Some((first, last)) if first < last => (100.0 * length(first, day) / length(first, last)).round(),
        _ => 0.0,
    };
    let point = |(kind, day): (&'static str, Date)| {
        let dated = Dated::new(world, language, PartialDate::Day(day));
        Point { kind, at: at(day), iso: day.to_string(), words: dated.words().to_owned() }
    };
    known.into_iter().map(point).collect()
}
