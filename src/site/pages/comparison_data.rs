//! `/data/v1/comparison.json`: what vendors' agreements state, fact by fact, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::analysis::facts;
use crate::i18n::Language;
use crate::model::Vendor;
use crate::model::recorded::{self, FactState, Holder, Money, Shown};
use crate::site::{Page, World};

/// Every fact that anybody recorded, and the certificates that agreements mention.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Comparison")]
pub struct Data<'a> {
    /// When each vendor's records were last held against its texts, by the vendor's name in addresses.
    verified: BTreeMap<&'a str, Option<String>>,
    /// The facts, in the order of the vocabulary.
    facts: Vec<FactEntry<'a>>,
    /// Certificates, by the vendor's name in addresses.
    certificates: BTreeMap<&'a str, Vec<CertificateEntry<'a>>>,
}

/// A fact.
#[derive(Serialize, JsonSchema)]
struct FactEntry<'a> {
    /// Its id in the vocabulary.
    id: &'a str,
    /// What it is called, by language.
    name: &'a BTreeMap<Language, String>,
    /// What each vendor's agreements state of it, by the vendor's name in addresses. Whoever is not here, nobody looked at yet.
    vendors: BTreeMap<&'a str, Entry<'a>>,
}

/// What a vendor's agreements state.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct Entry<'a> {
    /// `stated`, `partly`, `not-stated` or `withheld`.
    state: &'static str,
    /// The principal value's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    /// What it counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// Every value, the principal one first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    values: Vec<ValueEntry<'a>>,
    /// It in a few words, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    summary: &'a BTreeMap<Language, String>,
    /// Another document that the text points to.
    #[serde(skip_serializing_if = "Option::is_none")]
    defers_to: Option<&'a str>,
    /// The agreements that were read, by their names in addresses.
    examined: &'a [String],
    /// Where it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    citations: Vec<CitationEntry<'a>>,
}

/// A value.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct ValueEntry<'a> {
    /// How many.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<f64>,
    /// Of what.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    /// What a period runs from.
    #[serde(skip_serializing_if = "Option::is_none")]
    trigger: Option<&'a str>,
    /// Choices, by their ids in the vocabulary.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    choices: &'a [String],
    /// An amount of money.
    #[serde(skip_serializing_if = "Option::is_none")]
    money: Option<MoneyEntry<'a>>,
    /// An amount as the fees over so many months.
    #[serde(skip_serializing_if = "Option::is_none")]
    months_of_fees: Option<f64>,
    /// What an amount is counted per.
    #[serde(skip_serializing_if = "Option::is_none")]
    per: Option<&'a str>,
    /// Countries or regions.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    places: &'a [String],
    /// Words, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    text: &'a BTreeMap<Language, String>,
    /// When it applies, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    condition: &'a BTreeMap<Language, String>,
}

/// An amount of money.
#[derive(Serialize, JsonSchema)]
struct MoneyEntry<'a> {
    /// How much.
    amount: f64,
    /// Of which currency (ISO 4217).
    currency: &'a str,
}

/// A clause and words that stand in it.
#[derive(Serialize, JsonSchema)]
pub struct CitationEntry<'a> {
    /// The agreement's name in addresses.
    agreement: &'a str,
    /// The id of the clause.
    clause: &'a str,
    /// Words of the original. Of a summary they are ours, not the vendor's.
    quote: &'a str,
}

/// A certificate that an agreement mentions.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct CertificateEntry<'a> {
    /// The scheme, as printed.
    scheme: &'a str,
    /// Who holds it: `vendor`, or the name of another.
    holder: &'a str,
    /// What it covers, by language; empty where that is not stated.
    scope: &'a BTreeMap<Language, String>,
    /// The last day on which it is valid; null where that is not stated.
    valid_until: Option<String>,
    /// Where it is mentioned.
    citations: Vec<CitationEntry<'a>>,
}

/// The file, where anybody recorded a fact.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    facts::exists(&world.corpus).then_some(Page::ComparisonData).into_iter()
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let vendors: Vec<&Vendor> = world.corpus.vendors.iter().map(AsRef::as_ref).collect();
    let groups = world.facts().table(&world.corpus.vocabulary, &vendors);
    // The vocabulary's order, which groups may part.
    let mut rows: Vec<_> = groups.into_iter().flat_map(|group| group.rows).collect();
    let place = |id: &str| world.corpus.vocabulary.facts.iter().position(|fact| fact.id == id);
    rows.sort_by_key(|row| place(&row.fact.id));
    let entries = rows.iter().map(|row| FactEntry {
        id: &row.fact.id,
        name: &row.fact.name,
        vendors: vendors.iter().zip(&row.cells).filter_map(|(vendor, cell)| Some((vendor.slug.as_str(), entry((*cell)?)))).collect(),
    });
    let with_facts = || vendors.iter().filter_map(|vendor| Some((*vendor, vendor.facts.as_ref()?)));
    Data {
        verified: with_facts().map(|(vendor, records)| (vendor.slug.as_str(), records.verified.map(|day| day.to_string()))).collect(),
        facts: entries.collect(),
        certificates: with_facts().filter_map(|(vendor, _)| Some((vendor.slug.as_str(), certificates(vendor)?))).collect(),
    }
}

fn entry(fact: &recorded::Fact) -> Entry<'_> {
    let values: Vec<ValueEntry> = fact.values.iter().map(value).collect();
    Entry {
        state: match fact.state {
            Shown::As(FactState::Stated) => "stated",
            Shown::As(FactState::Partly) => "partly",
            Shown::As(FactState::NotStated) => "not-stated",
            Shown::Withheld(_) => "withheld",
        },
        number: values.first().and_then(|value| value.number),
        unit: values.first().and_then(|value| value.unit),
        values,
        summary: &fact.summary,
        defers_to: fact.defers_to.as_deref(),
        examined: &fact.examined,
        citations: citations(&fact.citations),
    }
}

fn value(value: &recorded::Value) -> ValueEntry<'_> {
    let (money, months_of_fees) = match &value.money {
        Some(Money::Amount(amount, currency)) => (Some(MoneyEntry { amount: *amount, currency }), None),
        Some(Money::MonthsOfFees(months)) => (None, Some(*months)),
        None => (None, None),
    };
    ValueEntry {
        number: value.number.as_ref().map(|measured| measured.number),
        unit: value.number.as_ref().map(|measured| measured.unit.as_str()),
        trigger: value.trigger.as_deref(),
        choices: &value.choices,
        money,
        months_of_fees,
        per: value.per.as_deref(),
        places: &value.places,
        text: &value.text,
        condition: &value.condition,
    }
}

fn certificates(vendor: &Vendor) -> Option<Vec<CertificateEntry<'_>>> {
    let entries = vendor.certificates.iter().map(|certificate| CertificateEntry {
        scheme: &certificate.scheme,
        holder: match &certificate.holder {
            Holder::Vendor => "vendor",
            Holder::Other(name) => name,
        },
        scope: &certificate.scope,
        valid_until: certificate.valid_until.map(|day| day.to_string()),
        citations: citations(&certificate.citations),
    });
    (!vendor.certificates.is_empty()).then(|| entries.collect())
}

/// Citations for programs.
pub fn citations(citations: &[recorded::Citation]) -> Vec<CitationEntry<'_>> {
    citations
        .iter()
        .map(|citation| CitationEntry { agreement: &citation.agreement, clause: citation.clause.as_str(), quote: &citation.quote })
        .collect()
}
