//! What changed, as pages, feeds and calendars tell it: titles, sentences, addresses and days.

use jiff::civil::Date;

use super::World;
use super::about::say;
use super::address::{Address, fragment};
use super::comparison::local;
use super::register::{Teller, called, change_anchor};
use crate::analysis::changes::{self, Entry, Event};
use crate::analysis::register;
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::engagement::{Change, ChangeKind, Engagement, Register};

/// What one may follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Followed {
    /// Everything that changed.
    Changes,
    /// All registers.
    Registers,
    /// A vendor's register, by its place in the corpus.
    Vendor(usize),
}

/// As what it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedForm {
    /// Atom (RFC 4287).
    Atom,
    /// JSON Feed (jsonfeed.org, version 1.1).
    Json,
    /// A calendar (RFC 5545).
    Calendar,
}

impl FeedForm {
    /// Every form, in the order in which readers are offered them.
    pub const ALL: [FeedForm; 3] = [FeedForm::Atom, FeedForm::Json, FeedForm::Calendar];

    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            FeedForm::Atom => "atom",
            FeedForm::Json => "json",
            FeedForm::Calendar => "calendar",
        }
    }

    /// The name of its file.
    pub fn file(self) -> &'static str {
        match self {
            FeedForm::Atom => "feed.xml",
            FeedForm::Json => "feed.json",
            FeedForm::Calendar => "calendar.ics",
        }
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            FeedForm::Atom => "application/atom+xml",
            FeedForm::Json => "application/feed+json",
            FeedForm::Calendar => "text/calendar",
        }
    }
}

/// An entry in words.
pub struct Line {
    /// What it is known by, whatever becomes of its words.
    pub id: String,
    /// The day on which it was entered.
    pub date: Date,
    /// `register`, `agreement` or `vendor`.
    pub kind: &'static str,
    /// What happened.
    pub title: String,
    /// More about it, sentence by sentence.
    pub more: Vec<String>,
    /// The page that explains it, with its anchor.
    pub page: (Address, String),
    /// Its days, for calendars: `announced`, `object`, `effective`.
    pub days: Vec<(&'static str, Date)>,
    /// Whether it was called off: what was to come of its days will not.
    pub is_withdrawn: bool,
}

/// The entries of what is followed, the newest first.
pub fn entries(world: &World, followed: Followed) -> Vec<Entry<'_>> {
    let (corpus, today) = (&world.corpus, world.today);
    match followed {
        Followed::Changes => changes::all(corpus, today),
        Followed::Registers => changes::of_registers(corpus, today),
        Followed::Vendor(place) => world.vendor(place).map(|vendor| changes::of_register(corpus, vendor, today)).unwrap_or_default(),
    }
}

/// Whether anything that is followed has a day that a calendar could hold.
pub fn has_days(world: &World, followed: Followed) -> bool {
    let has_days = |vendor: &Vendor| {
        let register = vendor.sub_processors.as_ref();
        let mut entered = register.into_iter().flat_map(|register| register::entered(register, world.today));
        entered.any(|change| change.kind.is_announced() && change.withheld.is_none())
    };
    match followed {
        Followed::Changes | Followed::Registers => world.corpus.vendors.iter().any(|vendor| has_days(vendor)),
        Followed::Vendor(place) => world.vendor(place).is_some_and(has_days),
    }
}

/// The newest of them in words.
pub fn lines(world: &World, language: Language, followed: Followed, most: usize) -> Vec<Line> {
    let mut teller = Teller::new(world, language);
    entries(world, followed).iter().take(most).map(|entry| line(&mut teller, world, language, entry)).collect()
}

/// An entry in words.
pub fn line<'a>(teller: &mut Teller<'a>, world: &'a World, language: Language, entry: &Entry<'a>) -> Line {
    let vendor = entry.vendor;
    let named = |key: &str, kind: &str, agreement: &str| {
        let filled = [("kind", Value::from(kind)), ("vendor", Value::from(vendor.name.as_str())), ("agreement", Value::from(agreement))];
        say(world, language, key, &filled)
    };
    let (id, date) = (entry.id(), entry.date);
    match entry.event {
        Event::Register { register, change, engagement, .. } => {
            let withdrawn = register::withdrawal(register, change, world.today);
            let (more, days) = more(teller, world, language, vendor, change, withdrawn);
            Line {
                is_withdrawn: withdrawn.is_some(),
                id,
                date,
                kind: "register",
                title: full_title(world, language, vendor, register, change, engagement),
                more,
                page: (Address::vendor_sub_processors(language, &vendor.slug), change_anchor(&change.id)),
                days,
            }
        }
        Event::Agreement { agreement, revision, is_first } => {
            let kind = if revision.is_correction {
                "correction"
            } else if is_first {
                "first"
            } else {
                "version"
            };
            let title = agreement.text(language).map_or(agreement.slug.as_str(), |text| text.title.as_str());
            let version = revision
                .version
                .as_ref()
                .map(|version| say(world, language, "changed-version", &[("version", Value::from(version.as_str()))]));
            let what = (!revision.what.is_empty()).then(|| local(&revision.what, language).to_owned());
            Line {
                id,
                date,
                kind: "agreement",
                title: named("changed-agreement", kind, title),
                more: version.into_iter().chain(what).collect(),
                page: (Address::agreement(language, &vendor.slug, &agreement.slug), String::new()),
                days: Vec::new(),
                is_withdrawn: false,
            }
        }
        Event::Vendor => Line {
            id,
            date,
            kind: "vendor",
            title: named("changed-vendor", "", ""),
            more: vendor.services.get(&language).cloned().into_iter().collect(),
            page: (Address::vendor(language, &vendor.slug), String::new()),
            days: Vec::new(),
            is_withdrawn: false,
        },
    }
}

/// What a change is called, with what the company is engaged for, which tells two entries of one day apart: “Wolkenkast ingeschreven
/// voor Alderbit (opslag)”.
pub fn full_title(
    world: &World,
    language: Language,
    vendor: &Vendor,
    register: &Register,
    change: &Change,
    engagement: &Engagement,
) -> String {
    let title = title(world, language, vendor, register, change, engagement);
    // Where the company may not be named, what it is engaged for stands in its place.
    let is_named = engagement.company.stated().is_some_and(|slug| world.corpus.company(slug).is_some());
    match engagement.purpose.stated().filter(|_| is_named && change.kind != ChangeKind::Replaced) {
        Some(purpose) => format!("{title} ({})", local(purpose, language)),
        None => title,
    }
}

/// What a change is called: “Wolkenkast ingeschreven voor Alderbit”.
pub fn title(world: &World, language: Language, vendor: &Vendor, register: &Register, change: &Change, engagement: &Engagement) -> String {
    let former = change.former.as_deref().and_then(|id| register.engagement(id)).map(|former| called(world, language, former));
    let filled = [
        ("kind", Value::from(change.kind.name())),
        ("company", Value::from(called(world, language, engagement))),
        ("vendor", Value::from(vendor.name.as_str())),
        ("former", Value::from(former.unwrap_or_else(|| "none".to_owned()))),
    ];
    say(world, language, "register-event", &filled)
}

/// What more is told of a change, and its days. `withdrawn` is what called it off.
fn more<'a>(
    teller: &mut Teller<'a>,
    world: &World,
    language: Language,
    vendor: &'a Vendor,
    change: &Change,
    withdrawn: Option<&Change>,
) -> (Vec<String>, Vec<(&'static str, Date)>) {
    let say = |key: &str, filled: &[(&str, Value)]| say(world, language, key, filled);
    if let Some(audience) = change.withheld {
        return (vec![say("change-withheld", &[("audience", Value::from(audience.name()))])], Vec::new());
    }
    let (mut more, mut days) = (Vec::new(), Vec::new());
    more.extend((!change.what.is_empty()).then(|| local(&change.what, language).to_owned()));
    if !change.why.is_empty() {
        more.push(say("change-why", &[("why", Value::from(local(&change.why, language)))]));
    }
    if let Some(day) = change.days.announced {
        more.push(say("change-announced-on", &[("day", Value::from(teller.day(day)))]));
        days.push(("announced", day));
    }
    if change.kind.is_announced() {
        match change.days.effective {
            Some(day) => {
                let key = match withdrawn {
                    Some(_) => "change-would-take-effect",
                    None if day <= world.today => "change-took-effect",
                    None => "change-takes-effect",
                };
                more.push(say(key, &[("day", Value::from(teller.day(day)))]));
                days.push(("effective", day));
            }
            None if withdrawn.is_none() => more.push(say("change-effect-unstated", &[])),
            None => {}
        }
    }
    if let Some(withdrawn) = withdrawn {
        more.push(say("change-withdrawn-on", &[("day", Value::from(teller.day(withdrawn.date)))]));
    }
    if change.kind.may_be_objected_to() {
        let objection = teller.last_day(vendor, change);
        if let Some(day) = objection.day {
            days.push(("object", day));
            if withdrawn.is_none() {
                more.push(say("change-object-until", &[("day", Value::from(teller.day(day)))]));
            }
        }
        // To what will not happen nobody need object.
        more.extend(withdrawn.is_none().then_some(objection.basis));
    }
    days.sort_by_key(|(_, day)| *day);
    (more, days)
}

/// Where an entry is explained: a link within the site.
pub fn link(world: &World, line: &Line) -> String {
    let (address, anchor) = &line.page;
    format!("{}{}", world.base.link(address), fragment(anchor))
}

/// The whole address of the page that explains an entry; `None` where the site's own is not known.
pub fn absolute(world: &World, line: &Line) -> Option<String> {
    let (address, anchor) = &line.page;
    Some(format!("{}{}", world.base.absolute(address)?, fragment(anchor)))
}
