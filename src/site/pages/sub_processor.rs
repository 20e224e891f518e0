//! A company: who it is, and which vendors engage it for what.

use jiff::civil::Date;
use serde::Serialize;

use super::sub_processors::{self, FeedLink, HistoryLine, feeds};
use super::vendor_sub_processors::Detail;
use crate::analysis::changes::{self, Entry, Event};
use crate::analysis::register::Standing;
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::company::{Company, Told};
use crate::model::engagement::Change;
use crate::model::vendor::Contact;
use crate::site::about::{About, say, trail};
use crate::site::comparison::{Cell, Said};
use crate::site::dated::Dated;
use crate::site::followed::{self, Followed};
use crate::site::head::Head;
use crate::site::linked_data;
use crate::site::pages::vendor::opener;
use crate::site::register::{Teller, country};
use crate::site::upcoming::{self, Upcoming, Way, ways};
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "sub-processor";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    name: &'a str,
    legal_name: Cell,
    country: Cell,
    address: Cell,
    parent: Cell,
    website: Cell,
    contacts: Vec<ContactLine<'a>>,
    reviewed: Option<Dated>,
    /// The vendors that engage it, each once.
    engaged_by: Vec<Link>,
    /// What will change of them, that whose next day is nearest first.
    upcoming: Vec<Upcoming>,
    /// Its engagements, field by field: those that run first.
    details: Vec<Detail>,
    /// Companies that engage it in turn, with the vendor for whom.
    also: Vec<Also>,
    history: Vec<HistoryLine>,
    /// How to object, by vendor.
    objecting: Vec<Objecting>,
    as_at: Dated,
    verified: Option<Dated>,
    feeds: Vec<FeedLink>,
}

#[derive(Serialize)]
struct Link {
    name: String,
    href: String,
}

/// Someone who engages it further down.
#[derive(Serialize)]
struct Also {
    company: String,
    vendor: String,
    href: String,
}

#[derive(Serialize)]
struct Objecting {
    vendor: String,
    href: String,
    ways: Vec<Way>,
}

#[derive(Serialize)]
struct ContactLine<'a> {
    role: &'static str,
    value: &'a str,
    href: Option<String>,
}

/// A page for each company that was entered by the day of the site.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let places: Vec<usize> = world
        .corpus
        .companies
        .iter()
        .enumerate()
        .filter(|(_, company)| world.standing.has(&company.slug))
        .map(|(place, _)| place)
        .collect();
    places.into_iter().map(move |place| Page::SubProcessor(language, place))
}

/// What will change of a company's engagements.
fn upcoming<'a>(teller: &mut Teller<'a>, own: &[Standing<'a>], company: &Company) -> Vec<Upcoming> {
    let mut vendors: Vec<&'a Vendor> = Vec::new();
    for standing in own {
        if vendors.iter().all(|known| known.slug != standing.vendor.slug) {
            vendors.push(standing.vendor);
        }
    }
    let mut found = Vec::new();
    for vendor in vendors {
        let Some(register) = &vendor.sub_processors else { continue };
        let is_of_company = |id: &str| register.engagement(id).is_some_and(|own| own.company.stated() == Some(&company.slug));
        let concerns = |change: &Change| is_of_company(&change.engagement) || change.former.as_deref().is_some_and(is_of_company);
        found.extend(upcoming::upcoming(teller, vendor, register, &concerns));
    }
    found.sort_by_key(|(day, _)| day.unwrap_or(Date::MAX));
    found.into_iter().map(|(_, upcoming)| upcoming).collect()
}

/// What the template is given; `None` if there is no such company.
pub fn context(world: &World, language: Language, place: usize) -> Option<Context<'_>> {
    let company = world.corpus.companies.get(place)?;
    let mut teller = Teller::new(world, language);
    let mut own = world.standing.engaging(&world.corpus, &company.slug);
    own.sort_by_key(|standing| !standing.status.is_current());
    let mut engaged_by: Vec<Link> = Vec::new();
    let mut objecting: Vec<Objecting> = Vec::new();
    for standing in &own {
        let href = world.base.link(&Address::vendor_sub_processors(language, &standing.vendor.slug));
        if engaged_by.iter().all(|link| link.href != href) {
            engaged_by.push(Link { name: standing.vendor.name.clone(), href: href.clone() });
            objecting.push(Objecting { vendor: standing.vendor.name.clone(), href, ways: ways(world, standing.vendor) });
        }
    }
    let upcoming = upcoming(&mut teller, &own, company);
    let also = world.standing.further(&world.corpus, &company.slug);
    let also = also.iter().map(|standing| Also {
        company: teller.company(standing).name,
        vendor: standing.vendor.name.clone(),
        href: format!(
            "{}{}",
            world.base.link(&Address::vendor_sub_processors(language, &standing.vendor.slug)),
            crate::site::address::fragment(&crate::site::register::engagement_anchor(&standing.engagement.id))
        ),
    });
    let also = also.collect();
    let details = own.iter().map(|standing| Detail::of_vendor(world, language, &mut teller, standing)).collect();
    let shown = company.contacts.iter().filter(|contact| world.audience.may_see(contact.audience));
    let contact = |contact: &'_ Contact| (contact.role.name(), opener(&contact.value));
    let words = |told: &Told<String>| said(told, |words| Said { text: Some(words.clone()), ..Said::default() });
    let parent = said(&company.parent, |parent| {
        let known = world.corpus.company(parent);
        let href = known.map(|known| world.base.link(&Address::sub_processor(language, &known.slug)));
        Said { text: Some(known.map_or_else(|| parent.clone(), |known| known.name.clone())), href, ..Said::default() }
    });
    Some(Context {
        page: Head::new(world, &Page::SubProcessor(language, place), KIND, about(world, language, place, company)),
        lang: language,
        name: &company.name,
        legal_name: words(&company.legal_name),
        country: said(&company.country, |code| Said { text: Some(country(world, language, code)), ..Said::default() }),
        address: words(&company.address),
        parent,
        website: said(&company.website, |address| Said { text: Some(address.clone()), href: opener(address), ..Said::default() }),
        contacts: shown
            .map(|one| {
                let (role, href) = contact(one);
                ContactLine { role, value: &one.value, href }
            })
            .collect(),
        reviewed: company.reviewed.map(|day| sub_processors::day(world, language, day)),
        engaged_by,
        upcoming,
        details,
        also,
        history: history(world, language, &mut teller, company, &own),
        objecting,
        as_at: sub_processors::day(world, language, world.today),
        verified: sub_processors::verified(world, language),
        feeds: feeds(world, language, Followed::Registers),
    })
}

/// What changed with a company, the newest first: in the registers of those who engage it.
fn history<'a>(world: &'a World, language: Language, teller: &mut Teller<'a>, company: &Company, own: &[Standing<'a>]) -> Vec<HistoryLine> {
    let is_own = |event: &Event| {
        let Event::Register { company: own, former, .. } = event else { return false };
        [own, former].into_iter().flatten().any(|one| one.slug == company.slug)
    };
    let mut vendors: Vec<&'a Vendor> = Vec::new();
    for standing in own {
        if vendors.iter().all(|vendor| vendor.slug != standing.vendor.slug) {
            vendors.push(standing.vendor);
        }
    }
    let mut entries: Vec<Entry> = vendors.into_iter().flat_map(|vendor| changes::of_register(&world.corpus, vendor, world.today)).collect();
    entries.retain(|entry| is_own(&entry.event));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.date));
    let lines = entries.iter().map(|entry| followed::line(teller, world, language, entry));
    lines.map(|line| HistoryLine::of(world, language, line)).collect()
}

fn said(told: &Told<String>, value: impl FnOnce(&String) -> Said) -> Cell {
    Cell { state: told.state(), values: told.stated().map(value).into_iter().collect(), ..Cell::default() }
}

fn about(world: &World, language: Language, place: usize, company: &Company) -> About {
    let register = (Page::SubProcessors(language), say(world, language, "sub-processors", &[]), None);
    let here = (Page::SubProcessor(language, place), company.name.clone(), None);
    let description = say(world, language, "sub-processor-description", &[("company", Value::from(company.name.as_str()))]);
    About {
        thing: Some(linked_data::sub_processor(world, language, company)),
        reviewed: company.reviewed,
        ..About::new(company.name.clone(), description, trail(world, language, vec![register, here]))
    }
}
