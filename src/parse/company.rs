//! `content/sub-processors/<slug>.toml`: a company that vendors engage.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::agreement::AllowEntry;
use super::field::Field;
use super::vendor::ContactRole;
use super::{Audience, schema};

/// A company that vendors engage as sub-processor (GDPR Article 28(2) and (4)). What the sources do not say is "not-stated",
/// what nobody looked for "not-recorded".
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CompanyFile {
    /// What it is commonly called.
    #[schemars(with = "String", required)]
    pub name: Option<Spanned<String>>,
    /// Other names by which texts call it.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub known_as: Vec<Spanned<String>>,
    /// Its legal name.
    #[schemars(with = "Field<String>", required)]
    pub legal_name: Option<Spanned<Field<String>>>,
    /// Its postal address.
    #[schemars(with = "Field<String>", required)]
    pub address: Option<Spanned<Field<String>>>,
    /// The country where it is established: a code of ISO 3166-1, such as "NL".
    #[schemars(with = "Field<String>", required)]
    pub country: Option<Spanned<Field<String>>>,
    /// The company that controls it: the name of its file, or its name.
    #[schemars(with = "Field<String>", required)]
    pub parent: Option<Spanned<Field<String>>>,
    /// Its website.
    #[schemars(with = "Field<String>", required)]
    pub website: Option<Spanned<Field<String>>>,
    /// The day on which someone last held this file against its sources.
    #[schemars(with = "schema::DayText", required)]
    pub reviewed: Option<Spanned<Datetime>>,
    /// Who may know of it: "public" unless said otherwise. Nobody sees a company that nobody engages in what they may see.
    pub audience: Option<Audience>,
    /// Who may see a field, where that is narrower: `address = "customers"`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<CompanyField, Audience>")]
    pub audiences: BTreeMap<Spanned<String>, Audience>,
    /// Ways to reach it, by role.
    #[serde(default)]
    pub contact: Vec<CompanyContact>,
    /// Findings that are accepted, since the entry stays as it is.
    #[serde(default)]
    pub allow: Vec<AllowEntry>,
}

/// A way to reach a company.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CompanyContact {
    /// What for.
    pub role: ContactRole,
    /// An e-mail address, telephone number or web address; no natural person's name.
    pub value: String,
    /// Who may see it: "internal" unless said otherwise, since it may lead to a natural person.
    pub audience: Option<Audience>,
}

/// A field of a company that may have an audience of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CompanyField {
    /// Its legal name.
    LegalName,
    /// Its postal address.
    Address,
    /// The country where it is established.
    Country,
    /// The company that controls it.
    Parent,
    /// Its website.
    Website,
}

impl CompanyField {
    /// Every field.
    pub const ALL: [CompanyField; 5] =
        [CompanyField::LegalName, CompanyField::Address, CompanyField::Country, CompanyField::Parent, CompanyField::Website];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            CompanyField::LegalName => "legal-name",
            CompanyField::Address => "address",
            CompanyField::Country => "country",
            CompanyField::Parent => "parent",
            CompanyField::Website => "website",
        }
    }
}
