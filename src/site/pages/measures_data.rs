//! `/data/v1/measures.json`: security measures by theme and vendor, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::measures::{self, Cell};
use crate::i18n::Language;
use crate::model::Vendor;
use crate::site::{Page, World};

/// Every measure that any vendor states.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Measures")]
pub struct Data<'a> {
    /// The measures, by theme.
    measures: Vec<MeasureEntry<'a>>,
}

/// A measure.
#[derive(Serialize, JsonSchema)]
struct MeasureEntry<'a> {
    /// Its id in the vocabulary.
    id: &'a str,
    /// What it is called, by language.
    name: &'a BTreeMap<Language, String>,
    /// The topic that is its theme.
    topic: &'a str,
    /// Where each vendor states it, by the vendor's name in addresses. Whoever is not here, nobody looked at yet.
    vendors: BTreeMap<&'a str, Entry<'a>>,
}

/// Where a vendor states it.
#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    /// `stated`, `withheld` (in text that is available on request), `not-shown` (not in the text that may be read, which is not all)
    /// or `not-stated`.
    state: &'static str,
    /// The clauses.
    citations: Vec<PlaceEntry<'a>>,
}

/// A clause or item.
#[derive(Serialize, JsonSchema)]
struct PlaceEntry<'a> {
    /// The agreement's name in addresses.
    agreement: &'a str,
    /// Its id.
    clause: &'a str,
}

/// The file, where any measure is stated.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    world.has_measures.then_some(Page::MeasuresData).into_iter()
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let vendors: Vec<&Vendor> = world.corpus.vendors.iter().map(AsRef::as_ref).collect();
    let themes = measures::table(&world.corpus.vocabulary, &vendors, world.default_language());
    let rows = themes.into_iter().flat_map(|theme| theme.rows);
    let measures = rows.map(|row| MeasureEntry {
        id: &row.measure.id,
        name: &row.measure.name,
        topic: &row.measure.topic,
        vendors: vendors.iter().zip(row.cells).filter_map(|(vendor, cell)| Some((vendor.slug.as_str(), of(cell)?))).collect(),
    });
    Data { measures: measures.collect() }
}

fn of(cell: Cell<'_>) -> Option<Entry<'_>> {
    match cell {
        Cell::Stated(places) => {
            let citations = places.into_iter().map(|place| PlaceEntry { agreement: place.agreement, clause: place.id.as_str() });
            Some(Entry { state: "stated", citations: citations.collect() })
        }
        Cell::OnRequest => Some(Entry { state: "withheld", citations: Vec::new() }),
        Cell::NotShown => Some(Entry { state: "not-shown", citations: Vec::new() }),
        Cell::NotStated => Some(Entry { state: "not-stated", citations: Vec::new() }),
        Cell::NotRecorded => None,
    }
}
