//! What the vendors' agreements state, fact by fact.

use serde::Serialize;

use super::compare_sheet::{self, Sheet, Sheets};
use super::playbook;
use crate::analysis::facts::{self, Extreme, Standing};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::playbook::Subject;
use crate::model::recorded::{Fact, FactState, Shown};
use crate::model::vocabulary;
use crate::parse::Audience;
use crate::site::about::say;
use crate::site::comparison::{self, Bar, Cell, Citer, PageOf, local};
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::matrix::{Group, Matrix, Row};
use crate::site::{Page, World, values};

/// The name of its template.
pub const KIND: &str = "compare-facts";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    table: Matrix<'a>,
    bar: Bar<'a>,
    states: Vec<&'static str>,
    /// Between which days the records were held against the texts.
    read: Option<[Dated; 2]>,
    pages: Vec<PageOf>,
    /// How many vendors there are in all.
    vendors: usize,
    data: String,
    /// The same as a sheet.
    sheets: Sheets,
    /// The site owner's positions, for the internal audience only.
    playbook: Option<String>,
}

/// One page for every so many vendors, where anybody recorded a fact.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let last = if facts::exists(&world.corpus) { comparison::pages(world) } else { 0 };
    (1..=last).map(move |page| Page::CompareFacts(language, page))
}

/// What the template is given; `None` if there is no such page.
pub fn context(world: &World, language: Language, number: usize) -> Option<Context<'_>> {
    let vendors = comparison::vendors(world, language, number);
    let groups = groups(world, language, &vendors);
    if vendors.is_empty() || groups.is_empty() {
        return None;
    }
    let table = Matrix::new(world, language, "facts", false, &vendors, groups);
    let here = Page::CompareFacts(language, number);
    let days = world.corpus.vendors.iter().map(|vendor| vendor.facts.as_ref().and_then(|records| records.verified));
    Some(Context {
        page: Head::new(world, &here, KIND, comparison::about(world, language, here.clone(), KIND, number)),
        lang: language,
        bar: table.bar(world, language, "facts", &vendors).with_more(world),
        states: table.states(),
        table,
        read: comparison::read_between(world, language, days),
        pages: comparison::pages_of(world, language, number, |page| Page::CompareFacts(language, page)),
        vendors: world.corpus.vendors.len(),
        data: world.base.link(&crate::site::Address::comparison_data()),
        sheets: compare_sheet::links(world, language, Sheet::Facts),
        playbook: playbook::href(world, language),
    })
}

/// What these vendors' agreements state, by group.
pub fn groups<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor]) -> Vec<Group<'a>> {
    let mut citer = Citer::new(world, language);
    let group = |group: facts::Group<'a>| {
        let name = world.corpus.vocabulary.groups.get(group.id).map_or("", |words| local(words, language));
        Group::new(group.id, name, group.rows.iter().map(|row| self::row(world, language, vendors, row, &mut citer)).collect())
    };
    world.facts().table(&world.corpus.vocabulary, vendors).into_iter().map(group).collect()
}

fn row<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor], row: &facts::Row<'a>, citer: &mut Citer<'a>) -> Row<'a> {
    let is_internal = world.audience == Audience::Internal;
    let mut cells = Vec::with_capacity(vendors.len());
    for (place, (vendor, fact)) in vendors.iter().zip(&row.cells).enumerate() {
        let mut cell = fact.map(|fact| cell(world, language, vendor, row.fact, fact, citer));
        if let Some(cell) = &mut cell {
            if let Some((extreme, at)) = row.extremes[place]
                && let Some(said) = cell.values.iter_mut().find(|said| said.place == at)
            {
                said.extreme = Some(name_of(extreme, fact.and_then(|fact| fact.values.get(at))));
            }
            cell.standing = row.standings[place].filter(|_| is_internal).map(|standing| match standing {
                Standing::Better => "better",
                Standing::Worse => "worse",
            });
            cell.alike = row.alike[place];
        }
        cells.push(cell);
    }
    let is_silent = row.cells.iter().flatten().any(|fact| fact.state == Shown::As(FactState::NotStated));
    let silence = row.fact.silence.filter(|_| is_silent).map(|silence| {
        let basis = local(&row.fact.silence_basis, language);
        say(
            world,
            language,
            "silence",
            &[("means", Value::from(silence.name())), ("basis", Value::from(if basis.is_empty() { "none" } else { basis }))],
        )
    });
    Row::new(local(&row.fact.name, language), silence.filter(|words| !words.is_empty()), cells)
}

/// What a vendor's agreements state of a fact.
pub fn cell<'a>(
    world: &'a World,
    language: Language,
    vendor: &'a Vendor,
    known: &vocabulary::Fact,
    fact: &Fact,
    citer: &mut Citer<'a>,
) -> Cell {
    let state = match fact.state {
        Shown::As(FactState::Stated) => "stated",
        Shown::As(FactState::Partly) => "partly",
        Shown::As(FactState::NotStated) => "not-stated",
        Shown::Withheld(_) => return Cell { state: "withheld", ..Cell::default() },
    };
    let said = |(place, value)| comparison::Said { place, ..values::said(world, language, known, value) };
    let values: Vec<_> = fact.values.iter().enumerate().map(said).collect();
    let summary = (!fact.summary.is_empty()).then(|| local(&fact.summary, language).to_owned());
    let deferred = fact
        .defers_to
        .as_deref()
        .map(|other| say(world, language, "defers-to", &[("document", Value::from(document(vendor, other, language)))]));
    let is_silent = state == "not-stated";
    // Choices have words of their own in the vocabulary, but the record's say it better. Figures stand above them.
    let figures: Vec<_> = values.into_iter().filter(|value| value.figure.is_some()).collect();
    let (values, note) = match summary {
        Some(summary) if figures.is_empty() => (vec![comparison::Said { text: Some(summary), ..Default::default() }], None),
        summary => (figures, summary),
    };
    let note: Vec<String> = note.into_iter().chain(deferred).collect();
    Cell {
        state,
        values,
        note: (!note.is_empty()).then(|| note.join(" ")),
        examined: if is_silent { comparison::examined(vendor, language, &fact.examined) } else { Vec::new() },
        cites: citer.cites(vendor, &fact.citations),
        verdict: comparison::verdict(world, vendor, &Subject::Fact(fact.id.clone())),
        ..Cell::default()
    }
}

/// What a document that a text points to is called in a language: by the title of an agreement, or by that of its names which the
/// vendor's texts in that language use.
fn document<'a>(vendor: &'a Vendor, name: &'a str, language: Language) -> &'a str {
    if let Some(own) = vendor.agreements.iter().find(|agreement| agreement.slug == name) {
        return own.text(language).map_or(name, |text| &text.title);
    }
    let mut used: Option<&'a str> = None;
    let names = vendor.agreements.iter().flat_map(|agreement| &agreement.external).find(|names| names.iter().any(|own| own == name));
    for text in vendor.agreements.iter().filter_map(|agreement| agreement.texts.get(&language)) {
        text.texts(&mut |place| {
            let plain = place.text.plain();
            used = used.or_else(|| names?.iter().map(String::as_str).find(|name| plain.contains(name)));
        });
    }
    used.unwrap_or(name)
}

fn name_of(extreme: Extreme, value: Option<&crate::model::recorded::Value>) -> &'static str {
    let is_time = value.and_then(|value| value.number.as_ref()).is_some_and(|measured| values::is_time(&measured.unit));
    match (extreme, is_time) {
        (Extreme::Least, true) => "shortest",
        (Extreme::Greatest, true) => "longest",
        (Extreme::Least, false) => "lowest",
        (Extreme::Greatest, false) => "highest",
    }
}
