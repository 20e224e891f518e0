//! `vendor.toml`: who a vendor is.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Audience, schema};
use crate::i18n::Language;

/// Who a vendor is. What the sources do not say is `"not-stated"`, never completed from elsewhere.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct VendorFile {
    /// What the vendor is commonly called.
    #[schemars(with = "String", required)]
    pub name: Option<Spanned<String>>,
    /// Its legal name, or "not-stated".
    #[schemars(with = "String", required)]
    pub legal_name: Option<Spanned<String>>,
    /// Its website, or "not-stated".
    #[schemars(with = "String", required)]
    pub website: Option<Spanned<String>>,
    /// The municipality where it is established, or "not-stated".
    #[schemars(with = "String", required)]
    pub seat: Option<Spanned<String>>,
    /// Its postal address, or "not-stated".
    pub address: Option<String>,
    /// The trade register and the number in it. Leave out what is not stated.
    pub register: Option<Register>,
    /// What it does, in a few words, by language.
    #[serde(default)]
    pub services: BTreeMap<Language, String>,
    /// Who may know of this vendor: "public" unless said otherwise.
    pub audience: Option<Audience>,
    /// The day on which it was put on this site: it stands among the changes.
    #[schemars(with = "Option<schema::DayText>")]
    pub entered: Option<Spanned<toml::Value>>,
    /// Ways to reach it, by role.
    #[serde(default)]
    pub contact: Vec<ContactEntry>,
}

/// A trade register and the number in it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Register {
    /// The register, such as "KvK" (the Dutch trade register).
    pub name: String,
    /// The number.
    pub number: String,
}

/// A way to reach a vendor.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ContactEntry {
    /// What for.
    pub role: ContactRole,
    /// An e-mail address, telephone number or web address; no natural person's name.
    pub value: String,
    /// Who may see it. Required: a contact is not public by accident.
    pub audience: Audience,
}

/// What a contact is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactRole {
    /// Questions about personal data.
    Privacy,
    /// Personal data breaches.
    Breach,
    /// Objections to a sub-processor.
    Objection,
    /// Security reports.
    Security,
    /// Anything else.
    General,
}

impl ContactRole {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            ContactRole::Privacy => "privacy",
            ContactRole::Breach => "breach",
            ContactRole::Objection => "objection",
            ContactRole::Security => "security",
            ContactRole::General => "general",
        }
    }
}
