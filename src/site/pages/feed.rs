//! Feeds and calendars: what changed, for programs that tell people. None of them is a notice under anyone's agreement, and each says so.

use jiff::civil::Date;

use crate::i18n::{Language, Value};
use crate::site::about::say;
use crate::site::followed::{self, FeedForm, Followed, Line};
use crate::site::{Page, World};

/// What a feed or a calendar says.
pub struct Feed {
    /// What it is known by, whatever becomes of its words (RFC 4151).
    pub id: String,
    /// What it is called.
    pub title: String,
    /// What it must not be taken for.
    pub standing: String,
    /// The language of its words.
    pub language: Language,
    /// The whole address of the page that it belongs to.
    pub page: String,
    /// Its own whole address.
    pub own: String,
    /// Who publishes it.
    pub author: String,
    /// The day of the newest entry; without any, that on which somebody last looked, or one that is before all others.
    pub updated: Date,
    /// The newest first.
    pub entries: Vec<FeedEntry>,
}

/// An entry of a feed.
pub struct FeedEntry {
    /// What it is known by, whatever becomes of its words (RFC 4151).
    pub id: String,
    /// The day on which it was entered.
    pub date: Date,
    /// What happened.
    pub title: String,
    /// More about it.
    pub text: String,
    /// The whole address of the page that explains it.
    pub page: String,
    /// Its days, for calendars: `announced`, `object`, `effective`, each with what a calendar calls it.
    pub days: Vec<(&'static str, Date, String)>,
    /// Whether it was called off: of its days only that of the announcement stands.
    pub is_withdrawn: bool,
}

/// The feeds, where whole addresses can be made: a feed without is read nowhere.
pub fn list(world: &World, language: Language) -> Vec<Page> {
    if !world.base.is_known() {
        return Vec::new();
    }
    let mut followed = Vec::new();
    followed.extend(super::changes::exists(world).then_some(Followed::Changes));
    if super::sub_processors::list(world, language).next().is_some() {
        followed.push(Followed::Registers);
        let vendors = world.corpus.vendors.iter().enumerate().filter(|(_, vendor)| vendor.sub_processors.is_some());
        followed.extend(vendors.map(|(place, _)| Followed::Vendor(place)));
    }
    let forms = |one: Followed| forms(world, one).into_iter().map(move |form| Page::Feed(language, one, form));
    followed.into_iter().flat_map(forms).collect()
}

/// The forms in which something may be followed: a calendar must have a day in it (RFC 5545, section 3.6).
pub fn forms(world: &World, followed: Followed) -> Vec<FeedForm> {
    let has_days = || followed::has_days(world, followed);
    FeedForm::ALL.into_iter().filter(|form| *form != FeedForm::Calendar || has_days()).collect()
}

/// What one is called that follows something.
pub fn title(world: &World, language: Language, followed: Followed) -> String {
    let (what, vendor) = match followed {
        Followed::Changes => ("changes", ""),
        Followed::Registers => ("register", ""),
        Followed::Vendor(place) => ("vendor", world.vendor(place).map_or("", |vendor| vendor.name.as_str())),
    };
    let filled = [("what", Value::from(what)), ("site", Value::from(world.corpus.site.name.as_str())), ("vendor", Value::from(vendor))];
    say(world, language, "feed-title", &filled)
}

/// What a feed says; `None` where whole addresses cannot be made.
pub fn feed(world: &World, language: Language, followed: Followed, form: FeedForm) -> Option<Feed> {
    let page = match followed {
        Followed::Changes => Page::Changes(language),
        Followed::Registers => Page::SubProcessors(language),
        Followed::Vendor(place) => Page::VendorSubProcessors(language, place),
    };
    let absolute = |page: &Page| world.base.absolute(&page.address(world)?);
    let host = world.base.host()?;
    let lines = followed::lines(world, language, followed, usize::MAX);
    let name = match followed {
        Followed::Changes => "changes".to_owned(),
        Followed::Registers => "sub-processors".to_owned(),
        Followed::Vendor(place) => format!("{}/sub-processors", world.vendor(place)?.slug),
    };
    let entry = |line: Line| {
        let called = |point: &str| {
            say(world, language, "calendar-event", &[("point", Value::from(point)), ("what", Value::from(line.title.as_str()))])
        };
        Some(FeedEntry {
            // The year in which the name was given: that of the entry, which never changes.
            id: format!("tag:{host},{}:{language}/{}", line.date.year(), line.id),
            date: line.date,
            page: followed::absolute(world, &line)?,
            days: line.days.iter().map(|(point, day)| (*point, *day, called(point))).collect(),
            is_withdrawn: line.is_withdrawn,
            text: line.more.join(" "),
            title: line.title,
        })
    };
    let reviewed = match followed {
        Followed::Vendor(place) => world.vendor(place)?.sub_processors.as_ref().and_then(|register| register.reviewed),
        Followed::Changes | Followed::Registers => None,
    };
    let standing = say(world, language, "register-notice", &[]);
    let owner = &world.corpus.site.owner;
    Some(Feed {
        id: format!("tag:{host},2026:{language}/feeds/{name}"),
        title: title(world, language, followed),
        standing,
        language,
        page: absolute(&page)?,
        own: absolute(&Page::Feed(language, followed, form))?,
        author: owner.name.as_ref().unwrap_or(&world.corpus.site.name).clone(),
        updated: lines.first().map(|line| line.date).or(reviewed).unwrap_or(Date::constant(1970, 1, 1)),
        entries: lines.into_iter().filter_map(entry).collect(),
    })
}
