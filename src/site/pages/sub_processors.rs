//! The public register: every company that a vendor engages, what will change, and what did.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::analysis::register::{self, NOTICE, OBJECTION, Standing};
use crate::i18n::{Language, Value};
use crate::model::{PartialDate, Vendor};
use crate::site::about::{About, say, trail};
use crate::site::comparison::{self, Cell, local};
use crate::site::dated::Dated;
use crate::site::followed::{self, FeedForm, Followed};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::register::{Agreed, GROUNDS, Named, Teller, grounds, listed_names};
use crate::site::upcoming::{Upcoming, upcoming};
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "sub-processors";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// The register as it stands.
    standing: Table,
    /// What is no longer engaged.
    past: Option<Table>,
    bar: Bar,
    /// What will change, that whose next day is nearest first.
    upcoming: Vec<Upcoming>,
    /// Vendors whose texts name nobody.
    silent: Option<Silent>,
    /// Vendors of whom nobody recorded it.
    unrecorded: String,
    /// What was agreed on notice and objection, by vendor.
    rights: Vec<Right<'a>>,
    history: Vec<HistoryLine>,
    /// The day of the newest entry.
    last_change: Option<Dated>,
    /// The day of the site.
    as_at: Dated,
    /// When the tables of countries and decisions were held against their sources.
    verified: Option<Dated>,
    feeds: Vec<FeedLink>,
    data: Vec<DataLink>,
}

/// A register as the component `register` shows it.
#[derive(Serialize)]
pub struct Table {
    id: &'static str,
    name: String,
    columns: Vec<String>,
    rows: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    name: String,
    href: Option<String>,
    state: Option<&'static str>,
    /// Since when, until when, or that it is not yet.
    note: String,
    /// Whose clauses the last cell cites, for who hears the cell alone; `None` where all are of one vendor.
    of: Option<String>,
    cells: Vec<RowCell>,
    facets: Vec<Facet>,
}

/// What a row is found by.
#[derive(Serialize)]
struct Facet {
    key: &'static str,
    values: String,
}

#[derive(Serialize)]
#[serde(untagged)]
enum RowCell {
    /// A name with its page.
    Link { text: String, href: String },
    /// What sources say.
    Said(Box<Cell>),
}

/// The filter bar of a register.
#[derive(Serialize)]
pub struct Bar {
    name: String,
    what: &'static str,
    selects: Vec<Select>,
}

#[derive(Serialize)]
struct Select {
    key: &'static str,
    name: String,
    options: Vec<Choice>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    name: String,
}

/// Vendors whose texts name nobody.
#[derive(Serialize)]
struct Silent {
    names: String,
    vendors: usize,
}

/// What was agreed with a vendor's customers on notice and objection.
#[derive(Serialize)]
struct Right<'a> {
    vendor: &'a str,
    href: String,
    notice: Option<Agreed>,
    objection: Option<Agreed>,
}

/// A line of the history.
#[derive(Serialize)]
pub struct HistoryLine {
    date: Dated,
    title: String,
    href: String,
    /// Its anchor.
    id: String,
    kind: &'static str,
    more: Vec<String>,
}

/// Where one may follow something.
#[derive(Serialize)]
pub struct FeedLink {
    form: &'static str,
    href: String,
    /// For the page's head.
    media_type: &'static str,
    title: String,
}

/// The same for programs.
#[derive(Serialize)]
pub struct DataLink {
    name: &'static str,
    href: String,
}

/// The page, where any vendor's register was recorded.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    register::exists(&world.corpus).then_some(Page::SubProcessors(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let mut teller = Teller::new(world, language);
    let vendors = comparison::all_vendors(world, language);
    let all = in_order(world, language, world.standing.all(&world.corpus));
    let (current, past): (Vec<Standing>, Vec<Standing>) = all.into_iter().partition(|standing| standing.status.is_current());
    let mut next = Vec::new();
    for vendor in &vendors {
        next.extend(vendor.sub_processors.as_ref().map(|own| upcoming(&mut teller, vendor, own, &|_| true)).unwrap_or_default());
    }
    next.sort_by_key(|(day, _)| day.unwrap_or(jiff::civil::Date::MAX));
    let silent: Vec<&str> = vendors.iter().filter(|vendor| is_silent(world, vendor)).map(|vendor| vendor.name.as_str()).collect();
    let unrecorded: Vec<&str> =
        vendors.iter().filter(|vendor| vendor.sub_processors.is_none()).map(|vendor| vendor.name.as_str()).collect();
    let history = history(world, language, Followed::Registers);
    let mut rights = Vec::new();
    for vendor in vendors.iter().copied().filter(|vendor| vendor.sub_processors.is_some()) {
        rights.push(Right {
            vendor: &vendor.name,
            href: world.base.link(&Address::vendor_sub_processors(language, &vendor.slug)),
            notice: teller.agreed(vendor, NOTICE),
            objection: teller.agreed(vendor, OBJECTION),
        });
    }
    let recorded = vendors.iter().filter(|vendor| vendor.sub_processors.is_some()).count();
    let title = say(world, language, "sub-processors", &[]);
    let description = say(world, language, "sub-processors-description", &[("vendors", Value::from(recorded))]);
    let trail = trail(world, language, vec![(Page::SubProcessors(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, description, trail) };
    Context {
        page: Head::new(world, &Page::SubProcessors(language), KIND, about),
        lang: language,
        bar: bar(world, language, &current),
        standing: table(world, language, &mut teller, "page:register", "register-engagements", &current, true),
        past: (!past.is_empty()).then(|| table(world, language, &mut teller, "page:past", "register-engagements-past", &past, true)),
        upcoming: next.into_iter().map(|(_, upcoming)| upcoming).collect(),
        silent: (!silent.is_empty()).then(|| Silent { names: listed_names(world, language, &silent), vendors: silent.len() }),
        unrecorded: listed_names(world, language, &unrecorded),
        rights,
        last_change: last_change(world, language, Followed::Registers),
        history,
        as_at: day(world, language, world.today),
        verified: verified(world, language),
        feeds: feeds(world, language, Followed::Registers),
        data: data(world),
    }
}

/// Whether nothing is recorded of whom a vendor engages though somebody looked.
pub fn is_silent(world: &World, vendor: &Vendor) -> bool {
    vendor.sub_processors.is_some() && register::standing(&world.corpus, vendor, world.today).is_empty()
}

/// By company and then by vendor, in the order of the alphabet; companies on request come last.
fn in_order<'a>(world: &World, language: Language, mut all: Vec<Standing<'a>>) -> Vec<Standing<'a>> {
    let locale = world.messages.locale(language);
    let name = |standing: &Standing<'a>| standing.company.map(|company| company.name.as_str());
    all.sort_by(|a, b| {
        let by_company = match (name(a), name(b)) {
            (Some(a), Some(b)) => locale.compare(a, b),
            (a, b) => b.is_some().cmp(&a.is_some()),
        };
        by_company.then_with(|| locale.compare(&a.vendor.name, &b.vendor.name)).then_with(|| a.engagement.id.cmp(&b.engagement.id))
    });
    all
}

/// Engagements as rows.
pub fn table<'a>(
    world: &'a World,
    language: Language,
    teller: &mut Teller<'a>,
    id: &'static str,
    name: &str,
    all: &[Standing<'a>],
    has_vendor: bool,
) -> Table {
    let mut fields = vec!["company"];
    fields.extend(has_vendor.then_some("vendor"));
    fields.extend(["purpose", "place", "transfer", "permission"]);
    let mut rows = Vec::with_capacity(all.len());
    for standing in all {
        let Named { name, href, state } = teller.company(standing);
        let mut cells = Vec::new();
        if has_vendor {
            // To the register as a whole: links of one name lead to one place.
            let href = world.base.link(&Address::vendor_sub_processors(language, &standing.vendor.slug));
            cells.push(RowCell::Link { text: standing.vendor.name.clone(), href });
        }
        let own = [
            teller.purpose(standing.engagement),
            teller.places(standing.engagement),
            teller.transfer(standing.engagement),
            teller.permission(standing.vendor, standing.engagement),
        ];
        cells.extend(own.into_iter().map(|cell| RowCell::Said(Box::new(cell))));
        let of = has_vendor.then(|| standing.vendor.name.clone());
        rows.push(Row { name, href, state, note: teller.status(standing), of, cells, facets: facets(world, standing) });
    }
    Table { id, name: say(world, language, name, &[]), columns: fields.into_iter().map(|field| teller.field(field)).collect(), rows }
}

/// A service as a filter knows it: by its words in the site's first language.
fn service_id(world: &World, standing: &Standing) -> Option<String> {
    let words = standing.engagement.service.stated()?;
    Some(format!("{}.{}", standing.vendor.slug, crate::model::ids::slug(local(words, world.default_language()))))
}

fn facets(world: &World, standing: &Standing) -> Vec<Facet> {
    let engagement = standing.engagement;
    let countries: Vec<String> = engagement.countries().into_iter().map(str::to_lowercase).collect();
    let listed = [
        ("vendor", standing.vendor.slug.clone()),
        ("service", service_id(world, standing).unwrap_or_default()),
        ("country", countries.join(" ")),
        ("data", engagement.data.stated().map(|ids| ids.join(" ")).unwrap_or_default()),
        ("transfer", grounds(world, engagement).join(" ")),
    ];
    listed.into_iter().filter(|(_, values)| !values.is_empty()).map(|(key, values)| Facet { key, values }).collect()
}

/// What of a register one may choose; what leaves no choice is not offered.
fn bar(world: &World, language: Language, all: &[Standing]) -> Bar {
    let locale = world.messages.locale(language);
    let sorted = |options: BTreeMap<String, String>| {
        let mut options: Vec<Choice> = options.into_iter().map(|(value, name)| Choice { value, name }).collect();
        options.sort_by(|a, b| locale.compare(&a.name, &b.name).then_with(|| a.value.cmp(&b.value)));
        options
    };
    let vendors = all.iter().map(|standing| (standing.vendor.slug.clone(), standing.vendor.name.clone())).collect();
    let services = all.iter().filter_map(|standing| {
        let words = local(standing.engagement.service.stated()?, language);
        Some((service_id(world, standing)?, format!("{}: {words}", standing.vendor.name)))
    });
    let countries = all.iter().flat_map(|standing| standing.engagement.countries());
    let countries = countries.map(|code| (code.to_lowercase(), crate::site::register::country(world, language, code)));
    let known = &world.corpus.vocabulary.data;
    let data = all.iter().flat_map(|standing| standing.engagement.data.stated().into_iter().flatten());
    let data = data.filter_map(|id| Some((id.clone(), local(&known.iter().find(|own| own.id == *id)?.name, language).to_owned())));
    let occurring: BTreeSet<&str> = all.iter().flat_map(|standing| grounds(world, standing.engagement)).collect();
    let ground = |mechanism: &'static str| Choice {
        value: mechanism.to_owned(),
        name: say(world, language, "transfer-kind", &[("mechanism", Value::from(mechanism))]),
    };
    let selects = [
        ("vendor", sorted(vendors)),
        ("service", sorted(services.collect())),
        ("country", sorted(countries.collect())),
        ("data", sorted(data.collect())),
        ("transfer", GROUNDS.into_iter().filter(|ground| occurring.contains(ground)).map(ground).collect()),
    ];
    let select = |(key, options): (&'static str, Vec<Choice>)| {
        let name = say(world, language, "register-filter-by", &[("field", Value::from(key))]);
        (!options.is_empty()).then_some(Select { key, name, options })
    };
    Bar {
        name: say(world, language, "register-filter", &[]),
        what: "engagements",
        selects: selects.into_iter().filter_map(select).collect(),
    }
}

/// What changed in what is followed, the newest first.
pub fn history(world: &World, language: Language, followed: Followed) -> Vec<HistoryLine> {
    latest(world, language, followed, usize::MAX)
}

/// The newest of what changed in what is followed.
pub fn latest(world: &World, language: Language, followed: Followed, most: usize) -> Vec<HistoryLine> {
    let lines = followed::lines(world, language, followed, most);
    lines.into_iter().map(|line| HistoryLine::of(world, language, line)).collect()
}

impl HistoryLine {
    /// An entry as a line.
    pub fn of(world: &World, language: Language, line: followed::Line) -> HistoryLine {
        HistoryLine {
            date: day(world, language, line.date),
            href: followed::link(world, &line),
            id: line.page.1.clone(),
            title: line.title,
            kind: line.kind,
            more: line.more,
        }
    }
}

/// The day of the newest entry: never that of the build.
pub fn last_change(world: &World, language: Language, followed: Followed) -> Option<Dated> {
    followed::entries(world, followed).first().map(|entry| day(world, language, entry.date))
}

/// A day for people and for programs.
pub fn day(world: &World, language: Language, day: jiff::civil::Date) -> Dated {
    Dated::new(world, language, PartialDate::Day(day))
}

/// When the tables of countries and decisions were held against their sources.
pub fn verified(world: &World, language: Language) -> Option<Dated> {
    world.corpus.vocabulary.countries_verified.map(|verified| day(world, language, verified))
}

/// Where one may follow something, where whole addresses can be made.
pub fn feeds(world: &World, language: Language, followed: Followed) -> Vec<FeedLink> {
    let title = super::feed::title(world, language, followed);
    let link = |form: FeedForm| {
        let page = Page::Feed(language, followed, form);
        let address = page.address(world).filter(|_| world.base.is_known())?;
        let title = title.clone();
        Some(FeedLink { form: form.name(), href: world.base.link(&address), media_type: form.media_type(), title })
    };
    super::feed::forms(world, followed).into_iter().filter_map(link).collect()
}

/// The register for programs.
pub fn data(world: &World) -> Vec<DataLink> {
    vec![
        DataLink { name: "JSON", href: world.base.link(&Address::sub_processors_data()) },
        DataLink { name: "CSV", href: world.base.link(&Address::sub_processors_sheet()) },
    ]
}
