//! What the law asks of a processor agreement, and where each vendor's texts provide for it.

use serde::Serialize;

use super::compare_sheet::{self, Sheet, Sheets};
use super::coverage_data::state;
use super::playbook;
use crate::analysis::coverage::{self, Tier};
use crate::i18n::Language;
use crate::model::Vendor;
use crate::model::playbook::Subject;
use crate::model::recorded::{Graded, Shown};
use crate::model::vocabulary::Requirement;
use crate::resolve::Citation;
use crate::site::about::say;
use crate::site::comparison::{self, Bar, Cell, Citer, PageOf, local};
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::laws;
use crate::site::matrix::{Group, Matrix, NOT_RECORDED, Row, STATES};
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "compare-coverage";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    table: Matrix<'a>,
    bar: Bar<'a>,
    states: Vec<&'static str>,
    glance: Vec<Glance<'a>>,
    /// Between which days the records were held against the texts.
    read: Option<[Dated; 2]>,
    pages: Vec<PageOf>,
    data: String,
    /// The same as a sheet.
    sheets: Sheets,
    /// The site owner's positions, for the internal audience only.
    playbook: Option<String>,
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
    let table = Matrix::new(world, language, "requirements", true, &vendors, shown(world, language, &vendors, &tiers));
    let here = Page::CompareCoverage(language, number);
    let days = world.corpus.vendors.iter().map(|vendor| vendor.coverage.as_ref().and_then(|records| records.verified));
    Some(Context {
        page: Head::new(world, &here, KIND, comparison::about(world, language, here.clone(), KIND, number)),
        lang: language,
        bar: table.bar(world, language, "requirements", &vendors).with_more(world),
        states: table.states(),
        table,
        glance: vendors.iter().enumerate().map(|(place, vendor)| glance(world, language, vendor, place, &tiers)).collect(),
        read: comparison::read_between(world, language, days),
        pages: comparison::pages_of(world, language, number, |page| Page::CompareCoverage(language, page)),
        data: world.base.link(&Address::coverage_data()),
        sheets: compare_sheet::links(world, language, Sheet::Coverage),
        playbook: playbook::href(world, language),
    })
}

/// What was found with these vendors, by tier.
pub fn groups<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor]) -> Vec<Group<'a>> {
    shown(world, language, vendors, &coverage::table(&world.corpus.vocabulary, vendors))
}

fn shown<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor], tiers: &[Tier<'a>]) -> Vec<Group<'a>> {
    let mut citer = Citer::new(world, language);
    let group = |tier: &Tier<'a>| {
        let rows = tier.rows.iter().map(|row| self::row(world, language, vendors, row, &mut citer)).collect();
        Group::new(tier.id, tier_name(world, language, tier), rows)
    };
    tiers.iter().map(group).collect()
}

fn tier_name<'a>(world: &'a World, language: Language, tier: &Tier<'_>) -> &'a str {
    world.corpus.vocabulary.tiers.get(tier.id).map_or("", |tier| local(&tier.name, language))
}

fn glance<'a>(world: &'a World, language: Language, vendor: &'a Vendor, place: usize, tiers: &[Tier<'_>]) -> Glance<'a> {
    let marks = |tier: &Tier<'_>| {
        let counted = tier.rows.iter().filter(|row| row.is_counted);
        let mut states: Vec<&'static str> =
            counted.map(|row| row.cells[place].map_or(NOT_RECORDED, |graded| state(graded.state))).collect();
        states.sort_by_key(|state| STATES.iter().position(|one| one == state));
        Marks { id: format!("{}:{}", vendor.slug, tier.id), name: tier_name(world, language, tier), states }
    };
    Glance {
        name: &vendor.name,
        slug: &vendor.slug,
        href: world.base.link(&Address::vendor(language, &vendor.slug)),
        tiers: tiers.iter().filter(|tier| tier.id != coverage::DIRECT_DUTY).map(marks).collect(),
    }
}

fn row<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor], row: &coverage::Row<'a>, citer: &mut Citer<'a>) -> Row<'a> {
    let cells = vendors.iter().zip(&row.cells).map(|(vendor, graded)| Some(cell(world, language, vendor, (*graded)?, citer)));
    let cells = cells.collect();
    let uncounted = (!row.is_counted).then(|| say(world, language, "coverage-uncounted", &[]));
    let note: Vec<String> = sources(world, language, row.requirement).into_iter().chain(uncounted).collect();
    Row::new(local(&row.requirement.name, language), (!note.is_empty()).then(|| note.join("; ")), cells)
}

/// What was found of a requirement.
pub fn cell<'a>(world: &'a World, language: Language, vendor: &'a Vendor, graded: &Graded, citer: &mut Citer<'a>) -> Cell {
    // Of what is withheld nobody can say that it is the same.
    let alike = if let Shown::As(grade) = graded.state { Some(1 + grade as usize) } else { None };
    Cell {
        state: state(graded.state),
        note: (!graded.reason.is_empty()).then(|| local(&graded.reason, language).to_owned()),
        cites: citer.cites(vendor, &graded.citations),
        verdict: comparison::verdict(world, vendor, &Subject::Requirement(graded.id.clone())),
        alike,
        ..Cell::default()
    }
}

/// Where a requirement comes from: “artikel 28 lid 3 onder h AVG”.
fn sources(world: &World, language: Language, requirement: &Requirement) -> Option<String> {
    let law = laws::find(world, "gdpr")?;
    let cited = |provision: &String| laws::cited(world, language, law, &Citation::read(law, provision)).ok();
    let cited: Vec<String> = requirement.refs.iter().filter_map(cited).collect();
    (!cited.is_empty()).then(|| cited.join(", "))
}
