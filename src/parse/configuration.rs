//! `clausewerk.toml`: the configuration of a site. Everything has a default; an empty file is a site.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::i18n::Language;

/// The configuration of a site.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Configuration {
    /// The site as a whole.
    #[serde(default)]
    pub site: SiteTable,
}

/// The site as a whole.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SiteTable {
    /// The name in the masthead and in titles. By default "Clausewerk".
    pub name: Option<String>,
    /// One line under the name on the home page, by language.
    #[serde(default)]
    pub tagline: BTreeMap<Language, String>,
    /// Where the site will be served, such as "https://trust.example.org/": needed for a sitemap and canonical addresses.
    #[schemars(with = "Option<String>")]
    pub base_url: Option<Spanned<String>>,
    /// The languages of the site, the default one first. By default all there are messages for.
    #[schemars(with = "Option<Vec<Language>>")]
    pub languages: Option<Spanned<Vec<Language>>>,
    /// Whether the site can be searched. By default it can; without, it has neither search pages nor an index.
    pub search: Option<bool>,
    /// The folder in `themes/` whose templates and styles are used. By default "default".
    #[schemars(with = "Option<String>")]
    pub theme: Option<Spanned<String>>,
}
