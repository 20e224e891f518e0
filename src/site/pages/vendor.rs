//! A vendor: who it is, its agreements, whom to reach.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::playbook::{self, Verdict};
use crate::analysis::{coverage, register};
use crate::i18n::{Language, Value};
use crate::model::recorded::{self, FactState, Grade, Shown};
use crate::model::{Contact, PartialDate, Vendor};
use crate::parse::Audience;
use crate::site::about::{About, say, sentences, trail};
use crate::site::comparison;
use crate::site::dated::Dated;
use crate::site::followed::Followed;
use crate::site::head::Head;
use crate::site::linked_data::{self, ContactPoint, Identifier, Organization, Thing};
use crate::site::pages::sub_processors::{FeedLink, feeds};
use crate::site::register::Teller;
use crate::site::vendor_entry::{AgreementEntry, agreements, services};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "vendor";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    name: &'a str,
    legal_name: Option<&'a str>,
    /// The trade register and the number in it.
    register: Option<String>,
    services: Option<&'a str>,
    seat: Option<&'a str>,
    address: Option<&'a str>,
    website: Option<Reach<'a>>,
    /// When the agreement that was held against its source longest ago was.
    verified: Option<Dated>,
    agreements: Vec<AgreementEntry<'a>>,
    /// Whom it engages, where that was recorded.
    sub_processors: Option<Engaged>,
    /// Where one may follow that.
    feeds: Vec<FeedLink>,
    /// Whom to reach, by role, in the order of the roles.
    contacts: Vec<ContactLine<'a>>,
    /// Whether an agreement or part of one is on request.
    has_withheld: bool,
    /// Where its facts and its coverage stand beside others', showing it alone.
    compared: Vec<Compared>,
}

/// What is recorded of a vendor.
#[derive(Serialize)]
struct Compared {
    /// `facts`, `coverage` or `playbook`.
    kind: &'static str,
    href: String,
    /// How many facts are stated, or how many elements of the contract are found.
    count: usize,
    /// Of how many.
    of: usize,
}

/// Whom to reach for something.
#[derive(Serialize)]
struct ContactLine<'a> {
    role: &'static str,
    ways: Vec<Reach<'a>>,
}

/// A way to reach someone.
#[derive(Serialize)]
struct Reach<'a> {
    value: &'a str,
    /// What opens it, if anything safe does.
    href: Option<String>,
    /// Who may see it.
    audience: Audience,
}

/// One page for each vendor.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    (0..world.corpus.vendors.len()).map(move |vendor| Page::Vendor(language, vendor))
}

/// What the template is given; `None` if there is no such vendor.
pub fn context(world: &World, language: Language, place: usize) -> Option<Context<'_>> {
    let here = Page::Vendor(language, place);
    let vendor = world.vendor(place)?;
    let page = Head::new(world, &here, KIND, about(world, language, here.clone(), vendor));
    let shown = vendor.agreements.iter().filter(|agreement| !agreement.withheld);
    let verified = shown.filter_map(|agreement| agreement.verified).min();
    let entries = agreements(world, language, vendor);
    Some(Context {
        page,
        lang: language,
        name: &vendor.name,
        legal_name: vendor.legal_name.as_deref(),
        register: vendor.register.as_ref().map(|register| format!("{} {}", register.name, register.number)),
        services: services(vendor, language),
        seat: vendor.seat.as_deref(),
        address: vendor.address.as_deref(),
        website: vendor.website.as_deref().map(website),
        verified: verified.map(|day| Dated::new(world, language, PartialDate::Day(day))),
        has_withheld: entries.iter().any(AgreementEntry::has_withheld),
        agreements: entries,
        sub_processors: engaged(world, language, place, vendor),
        feeds: if vendor.sub_processors.is_some() { feeds(world, language, Followed::Vendor(place)) } else { Vec::new() },
        contacts: contacts(world, vendor),
        compared: compared(world, language, vendor),
    })
}

/// Whom a vendor engages, in short.
#[derive(Serialize)]
struct Engaged {
    href: String,
    /// What it engages, or will.
    lines: Vec<EngagedLine>,
}

#[derive(Serialize)]
struct EngagedLine {
    name: String,
    href: Option<String>,
    state: Option<&'static str>,
    purpose: Option<String>,
    note: String,
}

fn engaged(world: &World, language: Language, place: usize, vendor: &Vendor) -> Option<Engaged> {
    vendor.sub_processors.as_ref()?;
    let teller = Teller::new(world, language);
    let standing = register::standing(&world.corpus, vendor, world.today);
    let lines = standing.iter().filter(|standing| standing.status.is_current()).map(|standing| {
        let named = teller.company(standing);
        let purpose = standing.engagement.purpose.stated().map(|words| comparison::local(words, language).to_owned());
        EngagedLine { name: named.name, href: named.href, state: named.state, purpose, note: teller.status(standing) }
    });
    let address = Page::VendorSubProcessors(language, place).address(world)?;
    Some(Engaged { href: world.base.link(&address), lines: lines.collect() })
}

/// What is recorded of a vendor, on the pages of the matrices that show it.
fn compared(world: &World, language: Language, vendor: &Vendor) -> Vec<Compared> {
    let number = comparison::page_with(world, language, vendor);
    let href = |page: fn(Language, usize) -> Page| {
        let address = page(language, number?).address(world)?;
        Some(format!("{}?v={}", world.base.link(&address), vendor.slug))
    };
    let stated = vendor.facts.as_ref().map(|records| {
        let is_stated = |fact: &&recorded::Fact| matches!(fact.state, Shown::As(FactState::Stated | FactState::Partly));
        (records.entries.iter().filter(is_stated).count(), records.entries.iter().filter(|fact| matches!(fact.state, Shown::As(_))).count())
    });
    let found = vendor.coverage.as_ref().and_then(|_| {
        let tiers = coverage::table(&world.corpus.vocabulary, &[vendor]);
        let count = tiers.iter().find(|tier| tier.id == coverage::CONTRACT)?.count(0);
        Some((count.grades.get(&Grade::Covered).copied().unwrap_or(0), count.of))
    });
    let line = |kind, counted: Option<(usize, usize)>, page| {
        let (count, of) = counted.filter(|(_, of)| *of > 0)?;
        Some(Compared { kind, href: href(page)?, count, of })
    };
    let judged = tally_of(world, vendor);
    let demands = world.corpus.vendors.iter().position(|own| own.slug == vendor.slug).filter(|_| judged.1 > 0);
    let demands = demands.and_then(|place| Page::Negotiation(language, place).address(world));
    let demands = demands.map(|address| Compared { kind: "playbook", href: world.base.link(&address), count: judged.0, of: judged.1 });
    [line("facts", stated, Page::CompareFacts as fn(_, _) -> _), line("coverage", found, Page::CompareCoverage)]
        .into_iter()
        .chain([demands])
        .flatten()
        .collect()
}

/// How many of the site owner's positions will not do with a vendor, and how many were judged.
fn tally_of(world: &World, vendor: &Vendor) -> (usize, usize) {
    let judged = || world.corpus.playbook.iter().filter_map(|position| playbook::judge(vendor, position));
    (judged().filter(|judged| judged.verdict == Verdict::Unacceptable).count(), judged().count())
}

fn about(world: &World, language: Language, here: Page, vendor: &Vendor) -> About {
    let shown = vendor.agreements.iter().filter(|agreement| !agreement.withheld).count();
    let said = [("vendor", Value::from(vendor.name.as_str())), ("agreements", Value::from(shown))];
    let services = services(vendor, language).map(|words| format!("{}.", words.trim_end_matches('.'))).unwrap_or_default();
    let vendors = (Page::Vendors(language), say(world, language, "vendors", &[]), None);
    About {
        thing: Some(Thing::Organization(Box::new(organization(world, language, vendor)))),
        ..About::new(
            vendor.name.clone(),
            sentences(&[&say(world, language, "vendor-description", &said), &services]),
            trail(world, language, vec![vendors, (here, vendor.name.clone(), None)]),
        )
    }
}

fn organization(world: &World, language: Language, vendor: &Vendor) -> Organization {
    let shown = vendor.contacts.iter().filter(|contact| world.audience.may_see(contact.audience));
    let point = |contact: &Contact| {
        let href = opener(&contact.value)?;
        let value = |scheme: &str| href.starts_with(scheme).then(|| contact.value.trim().to_owned());
        Some(ContactPoint {
            contact_type: say(world, language, "contact-role", &[("role", Value::from(contact.role.name()))]),
            email: value("mailto:"),
            telephone: value("tel:"),
            url: value("http"),
        })
    };
    Organization {
        name: vendor.name.clone(),
        additional_type: linked_data::dpv(world, "processor"),
        legal_name: vendor.legal_name.clone(),
        description: vendor.services.get(&language).cloned(),
        url: vendor.website.as_deref().and_then(web),
        address: vendor.address.clone(),
        identifier: vendor.register.as_ref().map(|own| Identifier { register: own.name.clone(), number: own.number.clone() }),
        contact_point: shown.filter_map(point).collect(),
    }
}

fn contacts<'a>(world: &World, vendor: &'a Vendor) -> Vec<ContactLine<'a>> {
    let mut by_role: BTreeMap<_, Vec<Reach<'a>>> = BTreeMap::new();
    for contact in vendor.contacts.iter().filter(|contact| world.audience.may_see(contact.audience)) {
        by_role.entry(contact.role).or_default().push(reach(contact));
    }
    by_role.into_iter().map(|(role, ways)| ContactLine { role: role.name(), ways }).collect()
}

fn reach(contact: &Contact) -> Reach<'_> {
    Reach { value: &contact.value, href: opener(&contact.value), audience: contact.audience }
}

/// What opens a contact: a web address, an e-mail address or a telephone number, told apart by how they look.
pub fn opener(value: &str) -> Option<String> {
    let value = value.trim();
    let is_telephone = |c: char| c.is_ascii_digit() || " +-().".contains(c);
    let (local, domain) = value.split_once('@').unwrap_or_default();
    let is_mail = |c: char| c.is_ascii_alphanumeric() || ".!#$&'*+/=^_`{|}~-".contains(c);
    if !local.is_empty() && !domain.is_empty() && value.replacen('@', "", 1).chars().all(is_mail) {
        return Some(format!("mailto:{value}"));
    }
    if value.chars().all(is_telephone) && value.chars().filter(char::is_ascii_digit).count() >= 3 {
        // The zero in brackets is not dialled from abroad.
        let value = if value.starts_with('+') { value.replace("(0)", "") } else { value.to_owned() };
        return Some(format!("tel:{}", value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()));
    }
    web(value)
}

/// A website as people say it: without the scheme.
fn website(address: &str) -> Reach<'_> {
    let host = address.split_once("://").map_or(address, |(_, host)| host);
    let href = web(address);
    Reach { value: if href.is_some() { host.trim_end_matches('/') } else { address }, href, audience: Audience::Public }
}

fn web(value: &str) -> Option<String> {
    let scheme = value.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_plain = !value.contains(|c: char| c.is_whitespace() || c.is_control());
    (is_plain && scheme.is_some_and(|scheme| ["http", "https"].contains(&scheme.as_str()))).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contact_opens_as_what_it_looks_like() {
        for (value, href) in [
            ("privacy@voxio.example", Some("mailto:privacy@voxio.example")),
            ("+31 (0)20 123 45 67", Some("tel:+31201234567")),
            ("(0)20 123 45 67", Some("tel:0201234567")),
            ("https://voxio.example/privacy", Some("https://voxio.example/privacy")),
            ("javascript:alert(1)", None),
            ("javascript://a.example/%0aalert(1)", None),
            ("a@b.example?bcc=c@d.example", None),
            ("via the portal", None),
            ("", None),
        ] {
            assert_eq!(opener(value).as_deref(), href, "{value}");
        }
    }
}
