//! Security measures by theme and vendor, and the certificates that agreements mention.

use serde::Serialize;

use crate::analysis::measures::{self, Cell as Stated};
use crate::i18n::{Language, Value};
use crate::model::recorded::{Certificate, Holder};
use crate::model::vocabulary::Measure;
use crate::model::{PartialDate, Vendor};
use crate::resolve::Citation;
use crate::site::about::{About, say, trail};
use crate::site::comparison::{self, Bar, Cell, Cite, Citer, Column, PageOf, local};
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::vendor_entry::{AgreementEntry, agreements};
use crate::site::{Address, Page, World, laws};

/// The name of its template.
pub const KIND: &str = "security";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    table: Table<'a>,
    bar: Bar<'a>,
    states: Vec<&'static str>,
    certificates: Vec<CertificateLine<'a>>,
    pages: Vec<PageOf>,
    data: String,
}

/// The matrix.
#[derive(Serialize)]
struct Table<'a> {
    id: &'static str,
    name: String,
    corner: String,
    columns: Vec<Column<'a>>,
    groups: Vec<Group<'a>>,
    is_dense: bool,
}

#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    name: &'a str,
    /// Articles of the GDPR and controls of ISO/IEC 27001:2022.
    note: Option<String>,
    is_same: bool,
    cells: Vec<Option<Cell>>,
}

/// A certificate that an agreement mentions.
#[derive(Serialize)]
struct CertificateLine<'a> {
    vendor: &'a str,
    scheme: &'a str,
    /// Another than the vendor, who holds it.
    holder: Option<&'a str>,
    scope: Option<&'a str>,
    valid_until: Option<Dated>,
    cites: Vec<Cite>,
}

/// One page for every so many vendors, where any measure or certificate is stated.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let last = if measures::exists(&world.corpus) { comparison::pages(world) } else { 0 };
    (1..=last).map(move |page| Page::Security(language, page))
}

/// What the template is given; `None` if there is no such page.
pub fn context(world: &World, language: Language, number: usize) -> Option<Context<'_>> {
    let vendors = comparison::vendors(world, language, number);
    if vendors.is_empty() {
        return None;
    }
    let vocabulary = &world.corpus.vocabulary;
    let themes = measures::table(vocabulary, &vendors, language);
    let mut citer = Citer::new(world, language);
    let mut states = Vec::new();
    let name = |topic: &str| vocabulary.topic(topic).map_or("", |topic| local(&topic.name, language));
    let groups = themes.iter().map(|theme| Group {
        name: name(theme.topic),
        rows: theme.rows.iter().map(|row| self::row(world, language, &vendors, row, &mut citer, &mut states)).collect(),
    });
    let table = Table {
        id: "page:measures",
        name: say(world, language, "security-table", &[]),
        corner: say(world, language, "security-measure", &[]),
        columns: comparison::columns(world, language, &vendors),
        groups: groups.collect(),
        is_dense: true,
    };
    let certificates = vendors.iter().flat_map(|vendor| vendor.certificates.iter().map(move |certificate| (*vendor, certificate)));
    let certificates =
        certificates.map(|(vendor, certificate)| self::certificate(world, language, vendor, certificate, &mut citer)).collect();
    let order = ["stated", "not-stated", "not-recorded"];
    Some(Context {
        page: Head::new(world, &Page::Security(language, number), KIND, about(world, language, number)),
        lang: language,
        table,
        bar: comparison::bar(world, language, "measures", &vendors, themes.iter().map(|theme| (theme.topic, name(theme.topic)))),
        states: order.into_iter().filter(|state| states.contains(state)).collect(),
        certificates,
        pages: comparison::pages_of(world, language, number, |page| Page::Security(language, page)),
        data: world.base.link(&Address::measures_data()),
    })
}

fn about(world: &World, language: Language, number: usize) -> About {
    let title = say(world, language, "security", &[("number", Value::from(number))]);
    let description = say(world, language, "security-description", &[]);
    let here = (Page::Security(language, number), title.clone(), None);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    About::new(title, description, trail(world, language, vec![compare, here]))
}

fn row<'a>(
    world: &'a World,
    language: Language,
    vendors: &[&'a Vendor],
    row: &measures::Row<'a>,
    citer: &mut Citer<'a>,
    states: &mut Vec<&'static str>,
) -> Row<'a> {
    let mut cells = Vec::with_capacity(vendors.len());
    for (vendor, stated) in vendors.iter().zip(&row.cells) {
        let cell = match stated {
            Stated::Stated(places) => {
                let places = places.iter().map(|place| (place.agreement, place.id));
                Some(Cell { state: "stated", cites: citer.places(vendor, places), alike: Some(1), ..Cell::default() })
            }
            Stated::NotStated => {
                let has_more = agreements(world, language, vendor).iter().any(AgreementEntry::has_withheld);
                let note = has_more.then(|| say(world, language, "some-on-request.here", &[]));
                Some(Cell { state: "not-stated", note, alike: Some(2), ..Cell::default() })
            }
            Stated::NotRecorded => None,
        };
        states.push(cell.as_ref().map_or("not-recorded", |cell| cell.state));
        cells.push(cell);
    }
    let first = cells.first().and_then(|cell| cell.as_ref()?.alike);
    Row {
        name: local(&row.measure.name, language),
        note: sources(world, language, row.measure),
        is_same: first.is_some() && cells.iter().all(|cell| cell.as_ref().and_then(|cell| cell.alike) == first),
        cells,
    }
}

/// What asks for a measure: “artikel 32 AVG; ISO/IEC 27001:2022 A.8.13”.
fn sources(world: &World, language: Language, measure: &Measure) -> Option<String> {
    let law = laws::find(world, "gdpr")?;
    let mut cited: Vec<String> =
        measure.gdpr.iter().filter_map(|provision| laws::cited(world, language, law, &Citation::read(law, provision)).ok()).collect();
    let controls = world.corpus.vocabulary.topic(&measure.topic).map(|topic| topic.iso_27001_2022.as_slice()).unwrap_or_default();
    if !controls.is_empty() {
        let numbers: Vec<&str> = controls.iter().map(|control| control.trim_start_matches("A.")).collect();
        cited.push(say(world, language, "iso-controls", &[("controls", Value::from(numbers.join(", ")))]));
    }
    (!cited.is_empty()).then(|| cited.join("; "))
}

fn certificate<'a>(
    world: &'a World,
    language: Language,
    vendor: &'a Vendor,
    certificate: &'a Certificate,
    citer: &mut Citer<'a>,
) -> CertificateLine<'a> {
    CertificateLine {
        vendor: &vendor.name,
        scheme: &certificate.scheme,
        holder: match &certificate.holder {
            Holder::Vendor => None,
            Holder::Other(name) => Some(name),
        },
        scope: (!certificate.scope.is_empty()).then(|| local(&certificate.scope, language)),
        valid_until: certificate.valid_until.map(|day| Dated::new(world, language, PartialDate::Day(day))),
        cites: citer.cites(vendor, &certificate.citations),
    }
}
