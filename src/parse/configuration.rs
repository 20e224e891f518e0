//! `clausewerk.toml`: the configuration of a site. Everything has a default; an empty file is a site.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::owner::{ContactTable, OwnerTable, SecurityTxtTable};
use crate::i18n::Language;

/// The configuration of a site.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Configuration {
    /// The site as a whole.
    #[serde(default)]
    pub site: SiteTable,
    /// How it is published.
    #[serde(default)]
    pub publish: PublishTable,
    /// How the site looks, over what its theme says.
    #[serde(default)]
    pub look: LookTable,
    /// Who publishes it.
    #[serde(default)]
    pub owner: OwnerTable,
    /// Whom to reach, by role.
    #[serde(default)]
    pub contact: ContactTable,
    /// `/.well-known/security.txt`; without this table there is none.
    #[schemars(with = "Option<SecurityTxtTable>")]
    pub security_txt: Option<Spanned<SecurityTxtTable>>,
}

/// How the site is published.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PublishTable {
    /// The header Strict-Transport-Security in `_headers` and `_nginx.conf`: its value, such as
    /// "max-age=31536000; includeSubDomains", or whether there is one. By default there is, for a year, where the site
    /// has its host to itself; one below a path speaks for a whole host only when told to.
    #[schemars(with = "Option<Hsts>")]
    pub hsts: Option<Spanned<Hsts>>,
}

/// What is said of HTTPS on the site's host (RFC 6797).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected true, false, \"max-age=31536000\"")]
pub enum Hsts {
    /// Whatever is right for where the site is.
    #[default]
    #[serde(skip)]
    Default,
    /// The usual, or nothing.
    Switch(bool),
    /// These words.
    Value(String),
}

impl Hsts {
    /// Whether a value is one that browsers understand: how long in seconds, and perhaps what more it holds for.
    pub fn is_understood(&self) -> bool {
        let Hsts::Value(value) = self else { return true };
        let mut directives = value.split(';').map(str::trim);
        let is_age = |age: &str| (1..=10).contains(&age.len()) && age.bytes().all(|b| b.is_ascii_digit());
        let begins_with_age = directives.next().and_then(|first| first.strip_prefix("max-age=")).is_some_and(is_age);
        let rest: Vec<&str> = directives.collect();
        begins_with_age && [&[][..], &["includeSubDomains"], &["includeSubDomains", "preload"]].contains(&rest.as_slice())
    }
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

/// How the site looks, over what its theme says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LookTable {
    /// The picture in the masthead: an SVG or PNG of at most 64 KiB among the files of the theme, such as "logo.svg" for
    /// `themes/default/logo.svg`.
    #[schemars(with = "Option<String>")]
    pub logo: Option<Spanned<String>>,
    /// The same for a dark background. By default the logo itself.
    #[schemars(with = "Option<String>")]
    pub logo_dark: Option<Spanned<String>>,
    /// Whether the logo holds the site's name, so that it stands alone. By default the name stands beside it.
    #[serde(default)]
    pub logo_has_name: bool,
    /// The colour of links and defined terms, such as "#0b4f6b"; for dark backgrounds a lighter one is made of it, unless
    /// both are given: { light = "#0b4f6b", dark = "#8ccae0" }.
    #[schemars(with = "Option<Accent>")]
    pub accent: Option<Spanned<Accent>>,
    /// The fonts of agreements and headings, the preferred one first: "Charter, Georgia, serif".
    #[schemars(with = "Option<String>")]
    pub serif: Option<Spanned<String>>,
    /// The fonts of everything else: "Inter, Segoe UI, sans-serif".
    #[schemars(with = "Option<String>")]
    pub sans: Option<Spanned<String>>,
}

/// The colour of links and defined terms.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged, expecting = "expected \"#0b4f6b\", { light = \"#0b4f6b\", dark = \"#8ccae0\" }")]
pub enum Accent {
    /// On light backgrounds; that on dark ones follows from it.
    Light(String),
    /// One for each.
    Both {
        /// On light backgrounds.
        light: String,
        /// On dark backgrounds.
        dark: String,
    },
}
