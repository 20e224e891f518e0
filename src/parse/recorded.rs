//! `facts.toml` and `coverage.toml`: what someone read in a vendor's agreements, each time with the clause and its words.
//!
//! What is left out is not recorded: nobody has looked yet. That an agreement says nothing is a statement of its own.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::value::Datetime;

use super::schema;
use super::vocabulary::{Local, day};

/// `facts.toml`: what a vendor's agreements state.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StatedFactsFile {
    /// The agreements that were read for it, by their folders.
    #[schemars(with = "Vec<String>")]
    pub examined: Spanned<Vec<Spanned<String>>>,
    /// The day on which someone last held this file against them.
    #[schemars(with = "Option<schema::DayText>")]
    pub verified: Option<Datetime>,
    /// What they state.
    #[serde(default)]
    pub fact: Vec<FactEntry>,
    /// Certificates that they mention.
    #[serde(default)]
    pub certificate: Vec<CertificateEntry>,
}

/// What a vendor's agreements state of one fact.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactEntry {
    /// The fact, as the vocabulary has it.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Whether they state it.
    #[schemars(with = "FactState")]
    pub state: Spanned<FactState>,
    /// It in a few words, in every language.
    #[serde(default)]
    pub summary: Local,
    /// What they state: the principal value first.
    #[serde(default)]
    pub value: Vec<ValueEntry>,
    /// Another document that the text points to for it: an agreement's folder, or a name of one that is not on this site.
    #[schemars(with = "Option<String>")]
    pub defers_to: Option<Spanned<String>>,
    /// Where they state it.
    #[serde(default)]
    pub citation: Vec<CitationEntry>,
    /// The agreements that were read for this fact, where they are not those of the file.
    #[schemars(with = "Option<Vec<String>>")]
    pub examined: Option<Spanned<Vec<Spanned<String>>>>,
}

/// Whether agreements state something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FactState {
    /// They do.
    Stated,
    /// They do in part, or leave it to another document.
    Partly,
    /// They were examined and do not provide for it.
    NotStated,
}

/// A value: what its fact takes of this.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ValueEntry {
    /// A number.
    #[schemars(with = "Option<f64>")]
    pub number: Option<Spanned<f64>>,
    /// What it counts.
    #[schemars(with = "Option<String>")]
    pub unit: Option<Spanned<String>>,
    /// What it runs from.
    #[schemars(with = "Option<String>")]
    pub trigger: Option<Spanned<String>>,
    /// One choice.
    #[schemars(with = "Option<String>")]
    pub choice: Option<Spanned<String>>,
    /// Any number of choices.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub choices: Vec<Spanned<String>>,
    /// An amount of money.
    #[schemars(with = "Option<f64>")]
    pub amount: Option<Spanned<f64>>,
    /// Its currency: ISO 4217.
    #[schemars(with = "Option<String>")]
    pub currency: Option<Spanned<String>>,
    /// An amount as the fees over so many months.
    #[schemars(with = "Option<f64>")]
    pub months_of_fees: Option<Spanned<f64>>,
    /// What an amount is counted per.
    #[schemars(with = "Option<String>")]
    pub per: Option<Spanned<String>>,
    /// Countries or regions.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub places: Vec<Spanned<String>>,
    /// Words, in every language.
    #[serde(default)]
    pub text: Local,
    /// When it applies, in every language.
    #[serde(default)]
    pub condition: Local,
}

/// A clause, and words that stand in it.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CitationEntry {
    /// The agreement's folder.
    #[schemars(with = "String")]
    pub agreement: Spanned<String>,
    /// The clause's id, or its printed number where that is another.
    #[schemars(with = "String")]
    pub clause: Spanned<String>,
    /// Words of the original that stand there.
    #[schemars(with = "String")]
    pub quote: Spanned<String>,
}

/// A certificate that an agreement mentions.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CertificateEntry {
    /// The scheme, as printed: "ISO/IEC 27018".
    #[schemars(with = "String")]
    pub scheme: Spanned<String>,
    /// Who holds it: "vendor", or the name of another, whose certificate is not the vendor's.
    pub holder: String,
    /// What it covers, in every language; leave out what is not stated.
    #[serde(default)]
    pub scope: Local,
    /// The last day on which it is valid; leave out what is not stated.
    #[schemars(with = "Option<schema::DayText>")]
    pub valid_until: Option<Datetime>,
    /// Where it is mentioned.
    #[serde(default)]
    pub citation: Vec<CitationEntry>,
}

/// `coverage.toml`: what of the law's requirements is found in a vendor's agreements.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CoverageFile {
    /// The agreements that were read for it, by their folders.
    #[schemars(with = "Vec<String>")]
    pub examined: Spanned<Vec<Spanned<String>>>,
    /// The day on which someone last held this file against them.
    #[schemars(with = "Option<schema::DayText>")]
    pub verified: Option<Datetime>,
    /// What was found of each requirement.
    #[serde(default)]
    pub requirement: Vec<GradeEntry>,
}

/// What was found of one requirement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GradeEntry {
    /// The requirement, as the vocabulary has it.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// Whether it was found.
    #[schemars(with = "Grade")]
    pub state: Spanned<Grade>,
    /// Why, in every language.
    #[serde(default)]
    pub reason: Local,
    /// Where it was found.
    #[serde(default)]
    pub citation: Vec<CitationEntry>,
}

/// Whether a requirement was found in the text examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Grade {
    /// It was.
    Covered,
    /// In part.
    Partly,
    /// The text points to another document for it.
    Elsewhere,
    /// It was not.
    Absent,
    /// What it depends on is not the case here.
    NotApplicable,
}

/// A day that a file states.
pub fn stated_day(written: Option<&Datetime>) -> Option<Date> {
    written.and_then(day)
}
