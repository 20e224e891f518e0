//! `content/playbook.toml`: the site owner's own positions on what agreements state, for its internal audience only.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use super::vocabulary::Local;

/// `playbook.toml`: what the site owner wants to agree on.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaybookFile {
    /// Its positions.
    #[serde(default)]
    #[schemars(with = "Vec<PositionEntry>")]
    pub position: Vec<Spanned<PositionEntry>>,
}

/// What is wanted of a fact or of a requirement.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PositionEntry {
    /// The fact, as the vocabulary has it; or a requirement.
    #[schemars(with = "Option<String>")]
    pub fact: Option<Spanned<String>>,
    /// The requirement, as the vocabulary has it; or a fact.
    #[schemars(with = "Option<String>")]
    pub requirement: Option<Spanned<String>>,
    /// What to negotiate first has the lowest number.
    pub priority: Option<u16>,
    /// Why, in every language.
    #[serde(default)]
    pub reason: Local,
    /// The wording to ask for, in every language.
    #[serde(default)]
    pub ask: Local,
    /// What is best.
    pub preferred: LevelEntry,
    /// What will do.
    pub acceptable: LevelEntry,
    /// What will not.
    pub unacceptable: LevelEntry,
}

/// A level of a position.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LevelEntry {
    /// It in a few words, in every language.
    #[serde(default)]
    pub says: Local,
    /// When it is reached: any of these cases.
    #[schemars(with = "Vec<CaseEntry>")]
    pub when: Vec<Spanned<CaseEntry>>,
}

/// What a record must be: everything that is given here.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CaseEntry {
    /// Only in `with`: the other fact that is asked about.
    #[schemars(with = "Option<String>")]
    pub fact: Option<Spanned<String>>,
    /// One of these states: of a fact stated, partly or not-stated; of a requirement covered, partly, elsewhere, absent or
    /// not-applicable. Where it is left out and a value is asked for: stated or partly.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub state: Vec<Spanned<String>>,
    /// Which of the record's values must be as the rest says: all of it is asked of one value.
    #[serde(default)]
    pub of: Of,
    /// At least one of these choices.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub any_of: Vec<Spanned<String>>,
    /// All of these choices.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub all_of: Vec<Spanned<String>>,
    /// None of these choices.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub none_of: Vec<Spanned<String>>,
    /// Whether it has a number or an amount at all.
    pub number: Option<bool>,
    /// What the number counts: a unit of the fact; of money a currency (ISO 4217), or months-of-fees.
    #[schemars(with = "Option<String>")]
    pub unit: Option<Spanned<String>>,
    /// So much or more.
    #[schemars(with = "Option<f64>")]
    pub at_least: Option<Spanned<f64>>,
    /// So much or less.
    #[schemars(with = "Option<f64>")]
    pub at_most: Option<Spanned<f64>>,
    /// More than so much.
    #[schemars(with = "Option<f64>")]
    pub above: Option<Spanned<f64>>,
    /// Less than so much.
    #[schemars(with = "Option<f64>")]
    pub below: Option<Spanned<f64>>,
    /// A period that runs from one of these events.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub trigger: Vec<Spanned<String>>,
    /// An amount per one of these.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub per: Vec<Spanned<String>>,
    /// Places, and none but these.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub within: Vec<Spanned<String>>,
    /// What other facts must be besides.
    #[serde(default)]
    #[schemars(with = "Vec<CaseEntry>")]
    pub with: Vec<Spanned<CaseEntry>>,
}

/// Which of a record's values are asked about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// The principal one.
    #[default]
    First,
    /// One of them, whichever it is.
    Any,
    /// Every one of them.
    Every,
}
