//! `/data/v1/agreements.json`: all agreements, for programs.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::i18n::Language;
use crate::model::{Agreement, AgreementKind, Status, TextKind, Vendor};
use crate::parse::Audience;
use crate::site::{Address, World};

/// Every agreement that readers may know of.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Agreements")]
pub struct Index<'a> {
    /// By vendor, in the order of the vendors' names in addresses.
    agreements: Vec<Entry<'a>>,
}

/// An agreement.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
enum Entry<'a> {
    /// One that readers may see.
    Shown(Shown<'a>),
    /// One that readers may know of and not see.
    Withheld(Withheld<'a>),
}

/// An agreement that readers may see.
#[derive(Serialize, JsonSchema)]
struct Shown<'a> {
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// The agreement's own, unique with the vendor.
    agreement: &'a str,
    /// What sort of document it is.
    kind: AgreementKind,
    /// The titles, by language.
    title: BTreeMap<Language, &'a str>,
    /// The version it states; null where it states none.
    version: Option<Cow<'a, str>>,
    /// Whether its text is a summary in our own words, which is not the vendor's text and no evidence of it, or verbatim.
    text: TextKind,
    /// Where it stands in its life.
    status: Status,
    /// The language it was written in.
    original: Language,
    /// The address of its data file, on the same host.
    data: String,
}

/// An agreement that readers may know of and not see.
#[derive(Serialize, JsonSchema)]
struct Withheld<'a> {
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// The agreement's own, unique with the vendor.
    agreement: &'a str,
    /// The titles, by language.
    title: BTreeMap<Language, &'a str>,
    /// Who may see it.
    withheld: Audience,
}

/// All agreements.
pub fn index(world: &World) -> Index<'_> {
    let all = world.corpus.vendors.iter().flat_map(|vendor| vendor.agreements.iter().map(move |agreement| (vendor, agreement)));
    Index { agreements: all.map(|(vendor, agreement)| entry(world, vendor, agreement)).collect() }
}

fn entry<'a>(world: &World, vendor: &'a Vendor, agreement: &'a Agreement) -> Entry<'a> {
    let title = agreement.texts.iter().map(|(language, text)| (*language, text.title.as_str())).collect();
    let (vendor, slug) = (vendor.slug.as_str(), agreement.slug.as_str());
    if agreement.withheld {
        return Entry::Withheld(Withheld { vendor, agreement: slug, title, withheld: agreement.audience });
    }
    Entry::Shown(Shown {
        vendor,
        agreement: slug,
        kind: agreement.kind,
        title,
        version: agreement.version.as_deref().map(Cow::Borrowed),
        text: agreement.text_kind,
        status: agreement.status,
        original: agreement.original,
        data: world.base.link(&Address::agreement_data(vendor, slug)),
    })
}
