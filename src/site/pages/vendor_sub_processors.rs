//! A vendor's register: whom it engages, field by field, what will change, and what did.

use serde::Serialize;

use super::sub_processors::{self, FeedLink, HistoryLine, Table, feeds, history, last_change};
use crate::analysis::register::{self, NOTICE, OBJECTION, Standing};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::site::about::{About, say, trail};
use crate::site::comparison;
use crate::site::dated::Dated;
use crate::site::followed::Followed;
use crate::site::head::Head;
use crate::site::linked_data;
use crate::site::register::{Agreed, FieldLine, Teller, company_anchor, engagement_anchor};
use crate::site::upcoming::{Upcoming, Way, upcoming, ways};
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "vendor-sub-processors";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    vendor: &'a str,
    /// The vendor's own page.
    href: String,
    /// The texts that were read.
    examined: Vec<String>,
    reviewed: Option<Dated>,
    standing: Table,
    past: Option<Table>,
    upcoming: Vec<Upcoming>,
    /// Every engagement, field by field: those that run first.
    details: Vec<Detail>,
    notice: Option<Agreed>,
    objection: Option<Agreed>,
    /// Whom to reach with an objection.
    ways: Vec<Way>,
    history: Vec<HistoryLine>,
    last_change: Option<Dated>,
    as_at: Dated,
    verified: Option<Dated>,
    feeds: Vec<FeedLink>,
    /// The whole register.
    all: String,
}

/// An engagement, field by field.
#[derive(Serialize)]
pub struct Detail {
    id: String,
    /// The company, or the vendor on a company's page.
    name: String,
    href: Option<String>,
    state: Option<&'static str>,
    fields: Vec<FieldLine>,
    /// What is shown to more people than its source may be, and why.
    released: Vec<String>,
}

/// A page for each vendor whose register was recorded.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let recorded = world.corpus.vendors.iter().enumerate().filter(|(_, vendor)| vendor.sub_processors.is_some());
    recorded.map(move |(place, _)| Page::VendorSubProcessors(language, place))
}

/// What the template is given; `None` if there is no such register.
pub fn context(world: &World, language: Language, place: usize) -> Option<Context<'_>> {
    let vendor = world.vendor(place)?;
    let own = vendor.sub_processors.as_ref()?;
    let mut teller = Teller::new(world, language);
    let (current, past): (Vec<Standing>, Vec<Standing>) =
        register::standing(&world.corpus, vendor, world.today).into_iter().partition(|standing| standing.status.is_current());
    let mut details = Vec::new();
    for standing in current.iter().chain(&past) {
        let named = teller.company(standing);
        details.push(Detail {
            id: engagement_anchor(&standing.engagement.id),
            name: named.name,
            href: named.href,
            state: named.state,
            fields: teller.fields(standing),
            released: released(world, language, standing),
        });
    }
    let dated = |day| sub_processors::day(world, language, day);
    Some(Context {
        page: Head::new(world, &Page::VendorSubProcessors(language, place), KIND, about(world, language, place, vendor)),
        lang: language,
        vendor: &vendor.name,
        href: world.base.link(&Address::vendor(language, &vendor.slug)),
        examined: comparison::examined(vendor, language, &own.examined),
        reviewed: own.reviewed.map(dated),
        standing: sub_processors::table(world, language, &mut teller, "page:register", "register-engagements", &current, false),
        past: (!past.is_empty())
            .then(|| sub_processors::table(world, language, &mut teller, "page:past", "register-engagements-past", &past, false)),
        upcoming: upcoming(&mut teller, vendor, own, &|_| true).into_iter().map(|(_, upcoming)| upcoming).collect(),
        details,
        notice: teller.agreed(vendor, NOTICE),
        objection: teller.agreed(vendor, OBJECTION),
        ways: ways(world, vendor),
        history: history(world, language, Followed::Vendor(place)),
        last_change: last_change(world, language, Followed::Vendor(place)),
        as_at: dated(world.today),
        verified: sub_processors::verified(world, language),
        feeds: feeds(world, language, Followed::Vendor(place)),
        all: world.base.link(&Address::sub_processors(language)),
    })
}

/// What of an engagement is shown to more people than its source may be; said to whom the source itself is shown.
pub fn released(world: &World, language: Language, standing: &Standing) -> Vec<String> {
    let engagement = standing.engagement;
    if !world.audience.may_see(engagement.audience) {
        return Vec::new();
    }
    let locale = world.messages.locale(language);
    let words = engagement.releases.iter().map(|release| {
        let filled = [
            ("by", Value::from(release.by.as_str())),
            ("day", Value::from(locale.date(&release.date))),
            ("basis", Value::from(release.basis.as_str())),
        ];
        say(world, language, "register-released", &filled)
    });
    words.collect()
}

impl Detail {
    /// An engagement as a company's page shows it: under the vendor's name.
    pub fn of_vendor<'a>(world: &World, language: Language, teller: &mut Teller<'a>, standing: &Standing<'a>) -> Detail {
        let anchor = engagement_anchor(&standing.engagement.id);
        let address = world.base.link(&Address::vendor_sub_processors(language, &standing.vendor.slug));
        Detail {
            id: company_anchor(standing.vendor, standing.engagement),
            name: standing.vendor.name.clone(),
            href: Some(format!("{address}{}", crate::site::address::fragment(&anchor))),
            state: None,
            fields: teller.fields(standing),
            released: released(world, language, standing),
        }
    }
}

fn about(world: &World, language: Language, place: usize, vendor: &Vendor) -> About {
    let named = [("vendor", Value::from(vendor.name.as_str()))];
    let title = say(world, language, "vendor-sub-processors", &named);
    let vendors = (Page::Vendors(language), say(world, language, "vendors", &[]), None);
    let own = (Page::Vendor(language, place), vendor.name.clone(), None);
    let here = (Page::VendorSubProcessors(language, place), say(world, language, "sub-processors", &[]), None);
    About {
        thing: linked_data::register(world, language, vendor),
        reviewed: vendor.sub_processors.as_ref().and_then(|own| own.reviewed),
        ..About::new(
            title,
            say(world, language, "vendor-sub-processors-description", &named),
            trail(world, language, vec![vendors, own, here]),
        )
    }
}
