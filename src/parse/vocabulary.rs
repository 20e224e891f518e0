//! The vocabularies in `content/vocabulary/`: topics, facts, requirements, measures, concepts and laws.
//!
//! Those that came with the program are a site's too; an entry of the site with the same id replaces one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;
use toml::value::Datetime;

use super::countries::{Adequacy, DataCategory, SubjectCategory};
use super::dpv::DpvTerm;
use super::schema;
use crate::i18n::Language;

/// Words by language, such as `name.nl`.
pub type Local = BTreeMap<Language, String>;

/// An entry of a vocabulary.
pub trait Entry {
    /// Its id, unique in its vocabulary.
    fn id(&self) -> &str;
}

macro_rules! entries {
    ($($entry:ty),*) => { $(impl Entry for $entry { fn id(&self) -> &str { &self.id } })* };
}
entries!(Topic, Fact, Requirement, Measure, Concept, Law, Adequacy, DataCategory, SubjectCategory);

/// `topics.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TopicsFile {
    /// What clauses can be about.
    #[serde(default)]
    pub topic: Vec<Topic>,
}

/// What a clause can be about: the row of a comparison.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Topic {
    /// Unique among topics.
    pub id: String,
    /// What readers are shown.
    pub name: Local,
    /// Articles of the GDPR that govern it.
    #[serde(default)]
    pub gdpr: Vec<String>,
    /// Controls of ISO/IEC 27001:2022, Annex A.
    #[serde(default)]
    pub iso_27001_2022: Vec<String>,
}

/// `measures.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MeasuresFile {
    /// Themes of technical and organisational measures.
    #[serde(default)]
    pub measure: Vec<Measure>,
}

/// A theme of technical and organisational measures (GDPR Article 32).
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Measure {
    /// Unique among measures.
    pub id: String,
    /// What readers are shown.
    pub name: Local,
    /// The topic it belongs to.
    pub topic: String,
    /// Articles of the GDPR that ask for it.
    #[serde(default)]
    pub gdpr: Vec<String>,
}

/// `facts.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactsFile {
    /// What is comparable between vendors.
    #[serde(default)]
    pub fact: Vec<Fact>,
    /// Names of the groups of facts, by id.
    #[serde(default)]
    pub group: BTreeMap<String, Local>,
    /// Names of units, by id.
    #[serde(default)]
    pub unit: BTreeMap<String, UnitName>,
    /// What a period runs from, by id: "from awareness".
    #[serde(default)]
    pub trigger: BTreeMap<String, Local>,
    /// What an amount is counted per, by id: "per event".
    #[serde(default)]
    pub per: BTreeMap<String, Local>,
    /// Names of countries and regions, by ISO 3166 code or as printed: "NL", "EEA".
    #[serde(default)]
    pub place: BTreeMap<String, Local>,
}

/// What a unit is called.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct UnitName {
    /// After one.
    pub one: Local,
    /// After any other number.
    pub other: Local,
}

/// A comparable value that agreements can state.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fact {
    /// Unique among facts.
    pub id: String,
    /// What readers are shown.
    pub name: Local,
    /// The group it stands in.
    pub group: String,
    /// Articles of the GDPR that govern it.
    #[serde(default)]
    pub gdpr: Vec<String>,
    /// The topic it belongs to.
    pub topic: Option<String>,
    /// What a value is made of.
    pub kind: Option<FactKind>,
    /// What is better for the controller; for the internal audience only.
    pub better: Option<Better>,
    /// What silence means in law.
    pub silence: Option<Silence>,
    /// The law that says so, by language.
    #[serde(default)]
    pub silence_basis: Local,
    /// What each choice is called, by its id.
    #[serde(default)]
    pub words: BTreeMap<String, Local>,
}

/// What a fact's value is made of.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FactKind {
    /// One of these.
    #[serde(default)]
    pub choice: Vec<String>,
    /// Any number of these.
    #[serde(default)]
    pub choices: Vec<String>,
    /// A number.
    #[serde(default)]
    pub number: bool,
    /// In one of these units.
    #[serde(default)]
    pub unit: Vec<String>,
    /// From one of these events on.
    #[serde(default)]
    pub trigger: Vec<String>,
    /// An amount of money, or months of fees.
    #[serde(default)]
    pub money: bool,
    /// Per one of these.
    #[serde(default)]
    pub per: Vec<String>,
    /// Words, in every language.
    #[serde(default)]
    pub text: bool,
    /// Countries or regions.
    #[serde(default)]
    pub places: bool,
}

/// Which way is better for the controller.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Better {
    /// higher, lower, longer, more, fewer or none.
    Direction(String),
    /// Choices, the best first.
    Order(Vec<String>),
}

/// What silence means in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// The law forbids it without a provision.
    LawProhibits,
    /// The law has a rule of its own.
    Statute,
    /// Nothing.
    Neutral,
    /// Something one would expect is missing.
    Gap,
    /// Something the law asks for is missing.
    Defect,
    /// Not settled.
    Unknown,
}

impl Silence {
    /// The name used in files and templates.
    pub fn name(self) -> &'static str {
        match self {
            Silence::LawProhibits => "law-prohibits",
            Silence::Statute => "statute",
            Silence::Neutral => "neutral",
            Silence::Gap => "gap",
            Silence::Defect => "defect",
            Silence::Unknown => "unknown",
        }
    }
}

/// `requirements.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RequirementsFile {
    /// The version of the set.
    pub schema: Option<String>,
    /// The states that coverage knows.
    #[serde(default)]
    pub coverage_states: Vec<String>,
    /// The law that the requirements come from.
    pub instrument: Option<Instrument>,
    /// Other documents that are cited.
    #[serde(default)]
    pub related: Vec<Instrument>,
    /// How binding a requirement is, by id.
    #[serde(default)]
    pub tier: BTreeMap<String, Tier>,
    /// Names of the groups of requirements, by id.
    #[serde(default)]
    pub group: BTreeMap<String, Local>,
    /// What satisfies a requirement, by id.
    #[serde(default)]
    pub check_type: BTreeMap<String, Local>,
    /// The requirements.
    #[serde(default)]
    pub requirement: Vec<Requirement>,
}

/// How binding a requirement is.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Tier {
    /// What readers are shown.
    pub name: Local,
    /// What it means, in a sentence.
    pub about: Local,
}

/// A law or guideline.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Instrument {
    /// How requirements cite it.
    pub id: Option<String>,
    /// Its title.
    pub title: String,
    /// Its number in EUR-Lex.
    pub celex: Option<String>,
    /// Its European Legislation Identifier.
    pub eli: Option<String>,
}

/// An element that GDPR Article 28 and its neighbours require.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Requirement {
    /// Unique among requirements.
    pub id: String,
    /// What readers are shown.
    pub name: Local,
    /// What it asks, in a sentence.
    pub summary: Local,
    /// The group it stands in.
    pub group: String,
    /// How binding it is.
    pub tier: String,
    /// What satisfies it.
    pub check: String,
    /// When it applies.
    pub applies_when: String,
    /// The provisions it comes from.
    #[serde(default)]
    pub refs: Vec<String>,
    /// Clauses of the SCC of Decision (EU) 2021/915 that answer it.
    #[serde(default)]
    pub scc_2021_915: Vec<String>,
    /// Sections of EDPB Guidelines 07/2020 that explain it.
    #[serde(default)]
    pub edpb_07_2020: Vec<String>,
    /// Topics under which its clauses are looked for.
    #[serde(default)]
    pub topics: Vec<String>,
}

/// `concepts.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConceptsFile {
    /// The ideas that defined terms stand for.
    #[serde(default)]
    pub concept: Vec<Concept>,
}

/// A vendor-neutral idea that defined terms stand for.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Concept {
    /// Unique among concepts, and its place in addresses.
    pub id: String,
    /// What readers are shown.
    pub name: Local,
    /// Other words for it, by language.
    #[serde(default)]
    pub also: BTreeMap<Language, Vec<String>>,
    /// What it is, in a few words by language.
    #[serde(default)]
    pub about: Local,
    /// Where the GDPR defines it.
    #[serde(default)]
    pub gdpr: Vec<String>,
    /// The same in the Data Privacy Vocabulary (w3id.org/dpv), where that has it, such as "DataSubject"; of one of its
    /// extensions "legal/eu/gdpr#DataBreach".
    pub dpv: Option<DpvTerm>,
}

impl Concept {
    /// Every name of it in a language.
    pub fn names(&self, language: Language) -> impl Iterator<Item = &str> {
        self.name.get(&language).into_iter().chain(self.also.get(&language).into_iter().flatten()).map(String::as_str)
    }
}

/// `laws.toml`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LawsFile {
    /// Laws and decisions that texts cite.
    #[serde(default)]
    pub law: Vec<Law>,
}

/// A law or decision that texts cite.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Law {
    /// Unique among laws.
    pub id: String,
    /// Its full name.
    pub name: Local,
    /// How it is cited.
    pub short: Local,
    /// Other ways in which texts name it.
    #[serde(default)]
    pub names: BTreeMap<Language, Vec<String>>,
    /// The official text.
    pub url: Local,
    /// The official text of one article, whose number stands for `{article}`.
    #[serde(default)]
    pub article_url: Local,
    /// Articles that are divided into points directly: what a text calls paragraph 8 of one is point 8.
    #[serde(default)]
    pub points: Vec<String>,
    /// The official text by book, where the law has books; `{article}` stands for the article.
    #[serde(default)]
    pub books: BTreeMap<String, String>,
    /// When it was adopted.
    #[schemars(with = "Option<schema::DayText>")]
    pub adopted: Option<Datetime>,
    /// When it entered into force.
    #[schemars(with = "Option<schema::DayText>")]
    pub in_force: Option<Datetime>,
    /// Since when it applies.
    #[schemars(with = "Option<schema::DayText>")]
    pub applies_from: Option<Datetime>,
    /// Since when it is repealed.
    #[schemars(with = "Option<schema::DayText>")]
    pub repealed: Option<Datetime>,
    /// Until when it could still be relied on.
    #[schemars(with = "Option<schema::DayText>")]
    pub relied_until: Option<Datetime>,
    /// The law that replaced it.
    pub replaced_by: Option<String>,
}

impl Law {
    /// The day since which it is no longer in force.
    pub fn repealed_on(&self) -> Option<Date> {
        day(self.repealed.as_ref()?)
    }

    /// The last day on which what was agreed under it could still be relied on.
    pub fn relied_on_until(&self) -> Option<Date> {
        day(self.relied_until.as_ref()?)
    }

    /// The day since which it is in force, or since which it applies, where that is later.
    pub fn applies_since(&self) -> Option<Date> {
        [&self.in_force, &self.applies_from].into_iter().flatten().filter_map(day).max()
    }

    /// Every name by which texts in a language cite it.
    pub fn names(&self, language: Language) -> impl Iterator<Item = &str> {
        let own = self.name.get(&language).into_iter().chain(self.short.get(&language));
        own.chain(self.names.get(&language).into_iter().flatten()).map(String::as_str)
    }
}

/// A day that TOML has; what else it may hold was told of when it was read.
pub(super) fn day(written: &Datetime) -> Option<Date> {
    let date = written.date?;
    Date::new(i16::try_from(date.year).ok()?, i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?).ok()
}
