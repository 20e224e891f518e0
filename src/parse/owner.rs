//! Who publishes a site and whom to reach: `[owner]`, `[contact]` and `[security-txt]` of `clausewerk.toml`.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::schema;
use super::vendor::Register;

/// Who publishes the site: an organisation. Pages of your own words show it as `{owner.name}` and so on.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OwnerTable {
    /// The name of the organisation: its legal name.
    pub name: Option<String>,
    /// Its website, such as "https://example.org/".
    #[schemars(with = "Option<String>")]
    pub website: Option<Spanned<String>>,
    /// The trade register and the number in it.
    pub register: Option<Register>,
    /// The municipality where it is established.
    pub seat: Option<String>,
    /// Its postal address.
    pub address: Option<String>,
}

/// Whom to reach, by role and never by person: there is no key for a name. Pages of your own words show it as
/// `{contact.privacy}` and so on.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ContactTable {
    /// For questions about personal data and requests of data subjects.
    #[schemars(with = "Option<Ways>")]
    pub privacy: Option<Spanned<Ways>>,
    /// For reporting a personal data breach.
    #[schemars(with = "Option<Ways>")]
    pub breach: Option<Spanned<Ways>>,
    /// For objecting to a sub-processor.
    #[schemars(with = "Option<Ways>")]
    pub objection: Option<Spanned<Ways>>,
    /// For saying that something on the site is wrong.
    #[schemars(with = "Option<Ways>")]
    pub correction: Option<Spanned<Ways>>,
    /// For saying that something on the site cannot be read or used.
    #[schemars(with = "Option<Ways>")]
    pub accessibility: Option<Spanned<Ways>>,
    /// For reporting a vulnerability; `security.txt` names it.
    #[schemars(with = "Option<Ways>")]
    pub security: Option<Spanned<Ways>>,
    /// For anything else.
    #[schemars(with = "Option<Ways>")]
    pub general: Option<Spanned<Ways>>,
}

/// Ways to reach a role: at least one.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Ways {
    /// A mailbox of the role, such as "privacy@example.org".
    #[schemars(with = "Option<String>")]
    pub email: Option<Spanned<String>>,
    /// A page with a form or instructions, such as "https://example.org/privacy".
    #[schemars(with = "Option<String>")]
    pub page: Option<Spanned<String>>,
    /// A telephone number with its country code, such as "+31 30 000 00 00".
    #[schemars(with = "Option<String>")]
    pub phone: Option<Spanned<String>>,
}

/// `/.well-known/security.txt` (RFC 9116): whom to tell of a vulnerability, which is `[contact]`'s `security`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SecurityTxtTable {
    /// The last day on which it may be relied on: less than a year away. After it the file is left out.
    #[schemars(with = "schema::DayText", required)]
    pub expires: Option<Spanned<toml::Value>>,
    /// The page with your policy on reports of vulnerabilities.
    #[schemars(with = "Option<String>")]
    pub policy: Option<Spanned<String>>,
    /// The page with the key to encrypt reports with.
    #[schemars(with = "Option<String>")]
    pub encryption: Option<Spanned<String>>,
    /// The page that thanks those who reported.
    #[schemars(with = "Option<String>")]
    pub acknowledgments: Option<Spanned<String>>,
}
