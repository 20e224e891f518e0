//! `/data/v1/coverage.json`: what the law asks, and where vendors' agreements provide for it, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::comparison_data::{CitationEntry, citations};
use crate::analysis::coverage;
use crate::i18n::Language;
use crate::model::Vendor;
use crate::model::recorded::{Grade, Graded, Shown};
use crate::site::{Page, World};

/// Every requirement.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Coverage")]
pub struct Data<'a> {
    /// When each vendor's records were last held against its texts, by the vendor's name in addresses.
    verified: BTreeMap<&'a str, Option<String>>,
    /// The requirements, in the order of the vocabulary.
    requirements: Vec<RequirementEntry<'a>>,
}

/// A requirement.
#[derive(Serialize, JsonSchema)]
struct RequirementEntry<'a> {
    /// Its id in the vocabulary.
    id: &'a str,
    /// What it is called, by language.
    name: &'a BTreeMap<Language, String>,
    /// What it asks, by language.
    summary: &'a BTreeMap<Language, String>,
    /// How binding it is.
    tier: &'a str,
    /// Provisions of the GDPR.
    refs: &'a [String],
    /// Whether it is counted within its tier.
    counted: bool,
    /// What was found with each vendor, by the vendor's name in addresses. Whoever is not here, nobody looked at yet.
    vendors: BTreeMap<&'a str, Entry<'a>>,
}

/// What was found.
#[derive(Serialize, JsonSchema)]
struct Entry<'a> {
    /// `covered`, `partly`, `elsewhere`, `absent`, `not-applicable` or `withheld`.
    state: &'static str,
    /// Why, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    reason: &'a BTreeMap<Language, String>,
    /// Where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citations: Vec<CitationEntry<'a>>,
}

/// The file, where anybody recorded coverage.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    coverage::exists(&world.corpus).then_some(Page::CoverageData).into_iter()
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let vendors: Vec<&Vendor> = world.corpus.vendors.iter().map(AsRef::as_ref).collect();
    let mut rows: Vec<_> = coverage::table(&world.corpus.vocabulary, &vendors).into_iter().flat_map(|tier| tier.rows).collect();
    let place = |id: &str| world.corpus.vocabulary.requirements.iter().position(|requirement| requirement.id == id);
    rows.sort_by_key(|row| place(&row.requirement.id));
    let entries = rows.iter().map(|row| RequirementEntry {
        id: &row.requirement.id,
        name: &row.requirement.name,
        summary: &row.requirement.summary,
        tier: &row.requirement.tier,
        refs: &row.requirement.refs,
        counted: row.is_counted,
        vendors: vendors.iter().zip(&row.cells).filter_map(|(vendor, cell)| Some((vendor.slug.as_str(), entry((*cell)?)))).collect(),
    });
    Data {
        verified: vendors
            .iter()
            .filter_map(|vendor| Some((vendor.slug.as_str(), vendor.coverage.as_ref()?.verified.map(|day| day.to_string()))))
            .collect(),
        requirements: entries.collect(),
    }
}

fn entry(graded: &Graded) -> Entry<'_> {
    Entry { state: state(graded.state), reason: &graded.reason, citations: citations(&graded.citations) }
}

/// The name of a state in files and templates.
pub fn state(state: Shown<Grade>) -> &'static str {
    match state {
        Shown::As(Grade::Covered) => "covered",
        Shown::As(Grade::Partly) => "partly",
        Shown::As(Grade::Elsewhere) => "elsewhere",
        Shown::As(Grade::Absent) => "absent",
        Shown::As(Grade::NotApplicable) => "not-applicable",
        Shown::Withheld(_) => "withheld",
    }
}
