//! `countries.toml` and `personal-data.toml`: what a register of sub-processors is held against.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::dpv::DpvTerm;
use super::schema;
use super::vocabulary::{Entry, Local, day};

/// `countries.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CountriesFile {
    /// The day on which someone last held this file against its sources.
    #[schemars(with = "Option<schema::DayText>")]
    pub verified: Option<Datetime>,
    /// The codes of countries (ISO 3166-1 alpha-2).
    #[serde(default)]
    pub codes: Vec<String>,
    /// The states of the European Economic Area.
    #[serde(default)]
    pub eea: Vec<EeaState>,
    /// Decisions that a country's protection is adequate.
    #[serde(default)]
    pub adequacy: Vec<Adequacy>,
}

/// A state that takes part in the European Economic Area, or did. What goes there is no transfer to a third country.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EeaState {
    /// Its code (ISO 3166-1 alpha-2).
    pub country: String,
    /// The first day.
    #[schemars(with = "schema::DayText")]
    from: Datetime,
    /// The last day, where it ended.
    #[schemars(with = "Option<schema::DayText>")]
    until: Option<Datetime>,
    /// Where that can be read: a web address.
    pub source: String,
}

/// A decision that a country ensures an adequate level of protection (Article 45 GDPR, formerly Article 25(6) of Directive 95/46/EC).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Adequacy {
    /// Unique among decisions.
    pub id: String,
    /// The country's code (ISO 3166-1 alpha-2).
    pub country: String,
    /// The decision's number: "(EU) 2019/419".
    pub decision: String,
    /// The first day.
    #[schemars(with = "schema::DayText")]
    from: Datetime,
    /// The last day on which it could be relied on, where it ended or will.
    #[schemars(with = "Option<schema::DayText>")]
    until: Option<Datetime>,
    /// Why it no longer holds, by language.
    #[serde(default)]
    pub ended: Local,
    /// For whom, where it does not hold for everybody there, by language.
    #[serde(default)]
    pub scope: Local,
    /// Where it can be read: a web address.
    pub source: String,
}

/// `personal-data.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PersonalDataFile {
    /// Categories of personal data.
    #[serde(default)]
    pub category: Vec<DataCategory>,
    /// Categories of data subjects.
    #[serde(default)]
    pub subject: Vec<SubjectCategory>,
}

/// A category of personal data (GDPR Article 28(3)).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DataCategory {
    /// Unique among categories of data.
    pub id: String,
    /// What readers are shown, in lower case as within a sentence.
    pub name: Local,
    /// The same in the Data Privacy Vocabulary.
    pub dpv: Option<DpvTerm>,
    /// Whether Article 9 or 10 GDPR governs it.
    #[serde(default)]
    pub special: bool,
}

/// A category of data subjects (GDPR Article 28(3)).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SubjectCategory {
    /// Unique among categories of data subjects.
    pub id: String,
    /// What readers are shown, in lower case as within a sentence.
    pub name: Local,
    /// The same in the Data Privacy Vocabulary.
    pub dpv: Option<DpvTerm>,
}

impl Entry for EeaState {
    fn id(&self) -> &str {
        &self.country
    }
}

macro_rules! periods {
    ($($entry:ty),*) => { $(impl $entry {
        /// Whether it holds on a day.
        pub fn holds_on(&self, when: Date) -> bool {
            self.from().is_some_and(|from| from <= when) && self.until().is_none_or(|until| when <= until)
        }

        /// The first day.
        pub fn from(&self) -> Option<Date> {
            day(&self.from)
        }

        /// The last day, where it ended or will.
        pub fn until(&self) -> Option<Date> {
            self.until.as_ref().and_then(day)
        }
    })* };
}
periods!(EeaState, Adequacy);
