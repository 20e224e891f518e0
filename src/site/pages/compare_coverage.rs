//! What the law asks of a processor agreement, and where each vendor's texts provide for it.

use serde::Serialize;

use super::compare_sheet::{Row as SheetRow, Sheet};
use super::coverage_data::state;
use crate::analysis::coverage::{self, Tier};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::vocabulary::Requirement;
use crate::resolve::Citation;
use crate::site::about::{About, say, trail};
use crate::site::comparison::{self, Bar, Cell, Citer, Column, PageOf, local};
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::laws;
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "compare-coverage";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    table: Table<'a>,
    bar: Bar<'a>,
    states: Vec<&'static str>,
    glance: Vec<Glance<'a>>,
    /// Between which days the records were held against the texts.
    read: Option<[Dated; 2]>,
    pages: Vec<PageOf>,
    data: String,
    /// The same as a sheet.
    sheet: Option<String>,
}

/// A vendor at a glance: a mark for each requirement that is counted.
#[derive(Serialize)]
struct Glance<'a> {
    name: &'a str,
    slug: &'a str,
    href: String,
    tiers: Vec<Marks<'a>>,
}

#[derive(Serialize)]
struct Marks<'a> {
    id: String,
    name: &'a str,
    states: Vec<&'static str>,
}

/// The matrix.
#[derive(Serialize)]
struct Table<'a> {
    id: &'static str,
    name: String,
    corner: String,
    is_dense: bool,
    columns: Vec<Column<'a>>,
    groups: Vec<Group<'a>>,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    count: usize,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    /// Where the requirement comes from.
    note: Option<String>,
    is_same: bool,
    cells: Vec<Option<Cell>>,
}

/// One page for every so many vendors, where anybody recorded coverage.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let last = if coverage::exists(&world.corpus) { comparison::pages(world) } else { 0 };
    (1..=last).map(move |page| Page::CompareCoverage(language, page))
}

/// What the template is given; `None` if there is no such page.
pub fn context(world: &World, language: Language, number: usize) -> Option<Context<'_>> {
    let vendors = comparison::vendors(world, language, number);
    let tiers = coverage::table(&world.corpus.vocabulary, &vendors);
    if vendors.is_empty() || tiers.is_empty() {
        return None;
    }
    let tier_name = |id: &str| world.corpus.vocabulary.tiers.get(id).map_or("", |tier| local(&tier.name, language));
    let mut citer = Citer::new(world, language);
    let mut states = Vec::new();
    let groups = tiers.iter().map(|tier| Group {
        name: tier_name(tier.id),
        count: tier.rows.len(),
        rows: tier.rows.iter().map(|row| self::row(world, language, &vendors, row, &mut citer, &mut states)).collect(),
    });
    let table = Table {
        id: "page:coverage",
        name: say(world, language, "compare-coverage-table", &[]),
        corner: say(world, language, "compare-requirement", &[]),
        is_dense: true,
        columns: comparison::columns(world, language, &vendors),
        groups: groups.collect(),
    };
    let order = ["covered", "partly", "elsewhere", "absent", "not-applicable", "not-recorded", "withheld"];
    let days = vendors.iter().map(|vendor| vendor.coverage.as_ref().and_then(|records| records.verified));
    Some(Context {
        page: Head::new(world, &Page::CompareCoverage(language, number), KIND, about(world, language, number)),
        lang: language,
        table,
        bar: comparison::bar(world, language, "requirements", &vendors, tiers.iter().map(|tier| (tier.id, tier_name(tier.id)))),
        states: order.into_iter().filter(|state| states.contains(state)).collect(),
        glance: vendors.iter().enumerate().map(|(place, vendor)| glance(world, language, vendor, place, &tiers, &tier_name)).collect(),
        read: comparison::read_between(world, language, days),
        pages: comparison::pages_of(world, language, number, |page| Page::CompareCoverage(language, page)),
        data: world.base.link(&Address::coverage_data()),
        sheet: Page::CompareSheet(language, Sheet::Coverage).address(world).map(|address| world.base.link(&address)),
    })
}

/// Every row with all of these vendors, for a sheet.
pub fn rows(world: &World, language: Language, vendors: &[&Vendor]) -> Vec<SheetRow> {
    let tiers = coverage::table(&world.corpus.vocabulary, vendors);
    let mut citer = Citer::new(world, language);
    let mut rows = Vec::new();
    for tier in &tiers {
        let name = world.corpus.vocabulary.tiers.get(tier.id).map_or("", |tier| local(&tier.name, language));
        for row in &tier.rows {
            let shown = self::row(world, language, vendors, row, &mut citer, &mut Vec::new());
            rows.push(SheetRow { group: name.to_owned(), name: shown.name.to_owned(), cells: shown.cells });
        }
    }
    rows
}

fn about(world: &World, language: Language, number: usize) -> About {
    let title = say(world, language, "compare-coverage", &[("number", Value::from(number))]);
    let description = say(world, language, "compare-coverage-description", &[("vendors", Value::from(world.corpus.vendors.len()))]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let here = (Page::CompareCoverage(language, number), title.clone(), None);
    About::new(title, description, trail(world, language, vec![compare, here]))
}

fn glance<'a>(
    world: &World,
    language: Language,
    vendor: &'a Vendor,
    place: usize,
    tiers: &[Tier<'_>],
    tier_name: &impl Fn(&str) -> &'a str,
) -> Glance<'a> {
    let marks = |tier: &Tier<'_>| {
        let counted = tier.rows.iter().filter(|row| row.is_counted);
        let mut states: Vec<&'static str> =
            counted.map(|row| row.cells[place].map_or("not-recorded", |graded| state(graded.state))).collect();
        let order = ["covered", "partly", "elsewhere", "absent", "not-applicable", "not-recorded", "withheld"];
        states.sort_by_key(|state| order.iter().position(|one| one == state));
        Marks { id: format!("{}:{}", vendor.slug, tier.id), name: tier_name(tier.id), states }
    };
    Glance {
        name: &vendor.name,
        slug: &vendor.slug,
        href: world.base.link(&Address::vendor(language, &vendor.slug)),
        tiers: tiers.iter().filter(|tier| tier.id != coverage::DIRECT_DUTY).map(marks).collect(),
    }
}

fn row<'a>(
    world: &'a World,
    language: Language,
    vendors: &[&'a Vendor],
    row: &coverage::Row<'a>,
    citer: &mut Citer<'a>,
    states: &mut Vec<&'static str>,
) -> Row<'a> {
    let mut cells = Vec::with_capacity(vendors.len());
    for (vendor, graded) in vendors.iter().zip(&row.cells) {
        let cell = graded.map(|graded| Cell {
            state: state(graded.state),
            note: (!graded.reason.is_empty()).then(|| local(&graded.reason, language).to_owned()),
            cites: citer.cites(vendor, &graded.citations),
            alike: Some(
                1 + ["covered", "partly", "elsewhere", "absent", "not-applicable", "withheld"]
                    .iter()
                    .position(|one| *one == state(graded.state))
                    .unwrap_or(0),
            ),
            ..Cell::default()
        });
        states.push(cell.as_ref().map_or("not-recorded", |cell| cell.state));
        cells.push(cell);
    }
    let first = cells.first().and_then(|cell| cell.as_ref().map(|cell| cell.state));
    Row {
        name: local(&row.requirement.name, language),
        note: sources(world, language, row.requirement),
        is_same: first.is_some() && cells.iter().all(|cell| cell.as_ref().map(|cell| cell.state) == first),
        cells,
    }
}

/// Where a requirement comes from: “artikel 28 lid 3 onder h AVG”.
fn sources(world: &World, language: Language, requirement: &Requirement) -> Option<String> {
    let law = laws::find(world, "gdpr")?;
    let cited = |provision: &String| laws::cited(world, language, law, &Citation::read(law, provision)).ok();
    let cited: Vec<String> = requirement.refs.iter().filter_map(cited).collect();
    (!cited.is_empty()).then(|| cited.join(", "))
}
