//! What someone read in a vendor's agreements: facts, certificates, and what of the law's requirements is found there.
//! Whatever is said cites a clause and words that stand in it.

use jiff::civil::Date;

use super::tree::NodeId;
use crate::diagnostic::{FileId, Span};
use crate::parse::Audience;
pub use crate::parse::recorded::{FactState, Grade};
use crate::parse::vocabulary::Local;

/// A file of records: `facts.toml` or `coverage.toml`.
#[derive(Debug, Clone, PartialEq)]
pub struct Records<T> {
    /// The file.
    pub file: FileId,
    /// The agreements that were read for it, by slug.
    pub examined: Vec<String>,
    /// The day on which someone last held it against them.
    pub verified: Option<Date>,
    /// What was read, in the order of the file, each once.
    pub entries: Vec<T>,
}

/// What a vendor's agreements state of one fact. What no record speaks of is not recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The fact, as the vocabulary has it.
    pub id: String,
    /// Whether they state it. Of what these readers may not see it says nothing.
    pub state: Shown<FactState>,
    /// It in a few words, by language.
    pub summary: Local,
    /// What they state: the principal value first.
    pub values: Vec<Value>,
    /// Another document that the text points to.
    pub defers_to: Option<String>,
    /// The agreements that were read, by slug.
    pub examined: Vec<String>,
    /// Where they state it.
    pub citations: Vec<Citation>,
    /// Where it stands.
    pub span: Span,
}

/// What was found of one requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct Graded {
    /// The requirement, as the vocabulary has it.
    pub id: String,
    /// Whether it was found.
    pub state: Shown<Grade>,
    /// Why, by language.
    pub reason: Local,
    /// Where it was found.
    pub citations: Vec<Citation>,
    /// Where it stands.
    pub span: Span,
}

/// A certificate that an agreement mentions.
#[derive(Debug, Clone, PartialEq)]
pub struct Certificate {
    /// The scheme, as printed.
    pub scheme: String,
    /// Who holds it.
    pub holder: Holder,
    /// What it covers, by language; empty where that is not stated.
    pub scope: Local,
    /// The last day on which it is valid, where that is stated.
    pub valid_until: Option<Date>,
    /// Where it is mentioned.
    pub citations: Vec<Citation>,
}

/// Who holds a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Holder {
    /// The vendor itself.
    Vendor,
    /// Another, such as the company that hosts for it.
    Other(String),
}

/// Something, or that these readers may not see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<T> {
    /// It.
    As(T),
    /// It rests on text that is for others.
    Withheld(Audience),
}

/// One value of a fact.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Value {
    /// A number with what it counts.
    pub number: Option<Measured>,
    /// What a period runs from.
    pub trigger: Option<String>,
    /// Choices, by their ids.
    pub choices: Vec<String>,
    /// Money.
    pub money: Option<Money>,
    /// What money is counted per.
    pub per: Option<String>,
    /// Countries or regions, by code.
    pub places: Vec<String>,
    /// Words, by language.
    pub text: Local,
    /// When it applies, by language.
    pub condition: Local,
}

/// A number and its unit. Units are never converted: a month is not 30 days.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// How many.
    pub number: f64,
    /// Of what.
    pub unit: String,
}

/// An amount of money.
#[derive(Debug, Clone, PartialEq)]
pub enum Money {
    /// In a currency of ISO 4217.
    Amount(f64, String),
    /// The fees over so many months.
    MonthsOfFees(f64),
}

/// A clause and words that stand in it. Loading has seen to it that both are there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The agreement, by slug.
    pub agreement: String,
    /// The clause, item, article or part.
    pub clause: NodeId,
    /// Words of the original: plain text, in Unicode's form C, with single spaces.
    pub quote: String,
    /// Who may read them: the narrowest audience of the words and of what they stand in.
    pub audience: Audience,
}

impl<T> Records<T> {
    /// The same with other entries.
    pub fn with<U>(&self, examined: Vec<String>, entries: Vec<U>) -> Records<U> {
        Records { file: self.file, examined, verified: self.verified, entries }
    }
}

/// The narrowest audience of citations: that of what rests on them.
pub fn narrowest(citations: &[Citation]) -> Audience {
    citations.iter().map(|citation| citation.audience).max().unwrap_or(Audience::Public)
}
