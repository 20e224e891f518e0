//! Security measures by theme and vendor, and the certificates that agreements mention.

use serde::Serialize;

use crate::analysis::measures::{self, Cell as Stated};
use crate::i18n::{Language, Value};
use crate::model::recorded::{Certificate, Holder};
use crate::model::vocabulary::Measure;
use crate::model::{PartialDate, Vendor};
use crate::resolve::Citation;
use crate::site::about::say;
use crate::site::comparison::{self, Bar, Cell, Cite, Citer, PageOf, local};
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::matrix::{Group, Matrix, Row};
use crate::site::{Address, Page, World, laws};

/// The name of its template.
pub const KIND: &str = "security";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    table: Matrix<'a>,
    bar: Bar<'a>,
    states: Vec<&'static str>,
    certificates: Vec<CertificateLine<'a>>,
    pages: Vec<PageOf>,
    data: String,
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
    let last = if world.has_measures { comparison::pages(world) } else { 0 };
    (1..=last).map(move |page| Page::Security(language, page))
}

/// What the template is given; `None` if there is no such page.
pub fn context(world: &World, language: Language, number: usize) -> Option<Context<'_>> {
    let vendors = comparison::vendors(world, language, number);
    if vendors.is_empty() {
        return None;
    }
    let mut citer = Citer::new(world, language);
    let table = Matrix::new(world, language, "measures", true, &vendors, groups(world, language, &vendors, &mut citer));
    let here = Page::Security(language, number);
    let certificates = vendors.iter().flat_map(|vendor| vendor.certificates.iter().map(move |certificate| (*vendor, certificate)));
    let certificates =
        certificates.map(|(vendor, certificate)| self::certificate(world, language, vendor, certificate, &mut citer)).collect();
    Some(Context {
        page: Head::new(world, &here, KIND, comparison::about(world, language, here.clone(), KIND, number)),
        lang: language,
        bar: table.bar(world, language, "measures", &vendors),
        states: table.states(),
        table,
        certificates,
        pages: comparison::pages_of(world, language, number, |page| Page::Security(language, page)),
        data: world.base.link(&Address::measures_data()),
    })
}

fn groups<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor], citer: &mut Citer<'a>) -> Vec<Group<'a>> {
    let mut group = |theme: measures::Theme<'a>| {
        let name = world.corpus.vocabulary.topic(theme.topic).map_or("", |topic| local(&topic.name, language));
        Group::new(theme.topic, name, theme.rows.iter().map(|row| self::row(world, language, vendors, row, citer)).collect())
    };
    measures::table(&world.corpus.vocabulary, vendors, language).into_iter().map(&mut group).collect()
}

fn row<'a>(world: &'a World, language: Language, vendors: &[&'a Vendor], row: &measures::Row<'a>, citer: &mut Citer<'a>) -> Row<'a> {
    let cells = vendors.iter().zip(&row.cells).map(|(vendor, stated)| match stated {
        Stated::Stated(places) => {
            let places = places.iter().map(|place| (place.agreement, place.id));
            Some(Cell { state: "stated", cites: citer.places(vendor, places), alike: Some(1), ..Cell::default() })
        }
        // Of what is withheld nobody can say that it is the same.
        Stated::OnRequest => Some(Cell { state: "withheld", ..Cell::default() }),
        Stated::NotShown => Some(Cell { state: "not-shown", ..Cell::default() }),
        Stated::NotStated => Some(Cell { state: "not-stated", alike: Some(2), ..Cell::default() }),
        Stated::NotRecorded => None,
    });
    let cells = cells.collect();
    Row::new(local(&row.measure.name, language), sources(world, language, row.measure), cells)
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
