//! `/data/v1/vendors.json`: all vendors, and on which page of a matrix each stands, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::{coverage, facts};
use crate::i18n::Language;
use crate::site::World;
use crate::site::comparison::MOST_VENDORS;

/// Every vendor, by its name in addresses.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Vendors")]
pub struct Data<'a> {
    /// In the order of the names in addresses.
    vendors: Vec<Entry<'a>>,
}

/// A vendor.
#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    /// Its name in addresses.
    vendor: &'a str,
    /// What it is called.
    name: &'a str,
    /// The number of the page of `compare/facts/` and `compare/coverage/` that shows it, by language: languages differ in
    /// their alphabets. Empty where nothing is compared.
    page: BTreeMap<Language, usize>,
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let vendors = world.corpus.vendors.iter();
    let mut entries: Vec<Entry<'_>> =
        vendors.map(|vendor| Entry { vendor: &vendor.slug, name: &vendor.name, page: BTreeMap::new() }).collect();
    if facts::exists(&world.corpus) || coverage::exists(&world.corpus) {
        for (language, order) in &world.alphabet {
            for (rank, place) in order.iter().enumerate() {
                if let Some(entry) = entries.get_mut(*place) {
                    entry.page.insert(*language, rank / MOST_VENDORS + 1);
                }
            }
        }
    }
    Data { vendors: entries }
}
