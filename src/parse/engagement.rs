//! `vendors/<vendor>/sub-processors.toml`: which companies a vendor engages, for what, and what changed.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::value::Datetime;

use super::agreement::AllowEntry;
use super::field::Field;
use super::recorded::CitationEntry;
use super::vocabulary::Local;
use super::{Audience, schema};

/// The companies that a vendor engages, and the history of that.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct SubProcessorsFile {
    /// The agreements that were read for it, by their folders.
    #[schemars(with = "Vec<String>")]
    pub examined: Spanned<Vec<Spanned<String>>>,
    /// The day on which someone last held this file against its sources.
    #[schemars(with = "schema::DayText", required)]
    pub reviewed: Option<Spanned<Datetime>>,
    /// The engagements: one for each company and purpose.
    #[serde(default)]
    pub engagement: Vec<EngagementEntry>,
    /// What changed and what will, in any order.
    #[serde(default)]
    pub change: Vec<ChangeEntry>,
    /// Findings that are accepted, since the register stays as it is.
    #[serde(default)]
    pub allow: Vec<AllowEntry>,
}

/// One vendor's use of one company. What the sources do not say is "not-stated", what nobody looked for "not-recorded"; a field
/// that is left out is told.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct EngagementEntry {
    /// Unique in the file: lower-case letters, digits and hyphens. It stands in addresses, so it names no company that others may not know of.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// The company: the name of its file in `content/sub-processors/`.
    #[schemars(with = "String")]
    pub company: Spanned<String>,
    /// What the company does with the data, in every language.
    #[schemars(with = "Field<Local>", required)]
    pub purpose: Option<Spanned<Field<Local>>>,
    /// The service or product of the vendor that it belongs to, in every language.
    #[schemars(with = "Field<Local>", required)]
    pub service: Option<Spanned<Field<Local>>>,
    /// When the company is engaged only under a condition: "only with the archive option", in every language.
    #[schemars(with = "Option<Local>")]
    pub condition: Option<Spanned<Local>>,
    /// The categories of personal data, by their ids in the vocabulary.
    #[schemars(with = "Field<Vec<String>>", required)]
    pub data: Option<Spanned<Field<Vec<Spanned<String>>>>>,
    /// The categories of data subjects, by their ids in the vocabulary.
    #[schemars(with = "Field<Vec<String>>", required)]
    pub data_subjects: Option<Spanned<Field<Vec<Spanned<String>>>>>,
    /// Where the data are processed.
    #[schemars(with = "Field<Vec<PlaceEntry>>", required)]
    pub place: Option<Spanned<Field<Vec<PlaceEntry>>>>,
    /// On what ground data go to a third country (GDPR Chapter V).
    #[schemars(with = "Field<Vec<TransferEntry>>", required)]
    pub transfer: Option<Spanned<Field<Vec<TransferEntry>>>>,
    /// The companies that this one engages in turn; an empty list where it engages none.
    #[schemars(with = "Field<Vec<FurtherEntry>>", required)]
    pub further: Option<Spanned<Field<Vec<FurtherEntry>>>>,
    /// The clauses that permit the engagement.
    #[schemars(with = "Field<Vec<CitationEntry>>", required)]
    pub permission: Option<Spanned<Field<Vec<CitationEntry>>>>,
    /// Where the agreements speak of it.
    #[serde(default)]
    pub citation: Vec<CitationEntry>,
    /// Another source of the entry, in every language: "list on the vendor's website, 1 November 2026".
    #[schemars(with = "Option<Local>")]
    pub source: Option<Spanned<Local>>,
    /// The day on which someone last held this entry against its sources, where that is another than the file's.
    #[schemars(with = "Option<schema::DayText>")]
    pub reviewed: Option<Spanned<Datetime>>,
    /// Who may know of it: "public" unless said otherwise. It is never wider than its citations.
    pub audience: Option<Audience>,
    /// Who may see a field, where that is narrower: `data = "internal"`.
    #[serde(default)]
    #[schemars(with = "BTreeMap<EngagementField, Audience>")]
    pub audiences: BTreeMap<Spanned<String>, Audience>,
    /// What may be shown to more people than its sources may be.
    #[serde(default)]
    pub release: Vec<ReleaseEntry>,
}

/// A place of processing.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlaceEntry {
    /// The country: a code of ISO 3166-1, such as "NL".
    #[schemars(with = "String")]
    pub country: Spanned<String>,
    /// The municipality or region, as it is called there.
    pub locality: Option<String>,
    /// What happens there, in every language: "backup", "support".
    #[schemars(with = "Option<Local>")]
    pub role: Option<Spanned<Local>>,
}

/// A ground for transfers to third countries.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TransferEntry {
    /// The ground.
    #[schemars(with = "Mechanism")]
    pub mechanism: Spanned<Mechanism>,
    /// The countries that it is for; without, every third country among the places.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub to: Vec<Spanned<String>>,
    /// The decision, of an adequacy decision: its id in the vocabulary.
    #[schemars(with = "Option<String>")]
    pub decision: Option<Spanned<String>>,
    /// The module of the standard contractual clauses: 1 to 4.
    #[schemars(with = "Option<u8>", range(min = 1, max = 4))]
    pub module: Option<Spanned<i64>>,
    /// The provision of a derogation: "49(1)(a)".
    pub provision: Option<String>,
    /// The document in which it was agreed, in every language: "standard contractual clauses of 1 March 2026".
    #[schemars(with = "Option<Local>")]
    pub document: Option<Spanned<Local>>,
    /// Where that document is.
    #[schemars(with = "Option<String>")]
    pub link: Option<Spanned<String>>,
}

/// On what ground data may go to a third country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Mechanism {
    /// None is needed: no data leave the EEA.
    NoneNeeded,
    /// An adequacy decision (Article 45 GDPR).
    AdequacyDecision,
    /// Standard contractual clauses (Article 46(2)(c) and (d) GDPR).
    Scc,
    /// Binding corporate rules (Article 47 GDPR).
    Bcr,
    /// A derogation for specific situations (Article 49 GDPR).
    Derogation,
}

impl Mechanism {
    /// The name in files and messages.
    pub const fn name(self) -> &'static str {
        match self {
            Mechanism::NoneNeeded => "none-needed",
            Mechanism::AdequacyDecision => "adequacy-decision",
            Mechanism::Scc => "scc",
            Mechanism::Bcr => "bcr",
            Mechanism::Derogation => "derogation",
        }
    }
}

/// A company that a sub-processor engages in turn.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct FurtherEntry {
    /// The company: the name of its file in `content/sub-processors/`.
    #[schemars(with = "String")]
    pub company: Spanned<String>,
    /// What for, in every language.
    #[schemars(with = "Option<Local>")]
    pub purpose: Option<Spanned<Local>>,
    /// Where: codes of ISO 3166-1.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub countries: Vec<Spanned<String>>,
}

/// What may be shown to more people than the sources of an entry: nothing is widened without one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReleaseEntry {
    /// The fields.
    #[schemars(with = "Vec<EngagementField>")]
    pub what: Vec<Spanned<String>>,
    /// To whom.
    pub to: Audience,
    /// By whom: a role or an organisation, no natural person.
    #[schemars(with = "String")]
    pub by: Spanned<String>,
    /// On which day.
    #[schemars(with = "schema::DayText")]
    pub date: Spanned<Datetime>,
    /// On what basis.
    #[schemars(with = "String")]
    pub basis: Spanned<String>,
}

/// A field of an engagement that may have an audience of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum EngagementField {
    /// Which company it is.
    Company,
    /// What it does with the data.
    Purpose,
    /// The service that it belongs to.
    Service,
    /// The condition under which it is engaged.
    Condition,
    /// The categories of personal data.
    Data,
    /// The categories of data subjects.
    DataSubjects,
    /// Where the data are processed.
    Place,
    /// The ground for transfers.
    Transfer,
    /// The companies that it engages in turn.
    Further,
    /// The clauses that permit it and speak of it, and other sources.
    Permission,
    /// The days and words of its changes; that there is an entry, and since when, is seen by who may see any field.
    Change,
}

impl EngagementField {
    /// Every field.
    pub const ALL: [EngagementField; 11] = [
        EngagementField::Company,
        EngagementField::Purpose,
        EngagementField::Service,
        EngagementField::Condition,
        EngagementField::Data,
        EngagementField::DataSubjects,
        EngagementField::Place,
        EngagementField::Transfer,
        EngagementField::Further,
        EngagementField::Permission,
        EngagementField::Change,
    ];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            EngagementField::Company => "company",
            EngagementField::Purpose => "purpose",
            EngagementField::Service => "service",
            EngagementField::Condition => "condition",
            EngagementField::Data => "data",
            EngagementField::DataSubjects => "data-subjects",
            EngagementField::Place => "place",
            EngagementField::Transfer => "transfer",
            EngagementField::Further => "further",
            EngagementField::Permission => "permission",
            EngagementField::Change => "change",
        }
    }
}

/// A change in the register: what happened or will, and when.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ChangeEntry {
    /// Unique in the file and never changed: feeds and calendars know the change by it. It names no company that others may not know of.
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    /// What sort of change.
    #[schemars(with = "ChangeKind")]
    pub kind: Spanned<ChangeKind>,
    /// The engagement that begins, changes or ends, by its id; of a replacement, the new one.
    #[schemars(with = "String")]
    pub engagement: Spanned<String>,
    /// Of a replacement: the engagement that ends, by its id.
    #[schemars(with = "Option<String>")]
    pub former: Option<Spanned<String>>,
    /// Of an objection or a withdrawal: the change that it is about, by its id.
    #[schemars(with = "Option<String>")]
    pub about: Option<Spanned<String>>,
    /// The day on which it was entered here; never changed.
    #[schemars(with = "schema::DayText")]
    pub date: Spanned<Datetime>,
    /// The day on which the vendor announced it, where that is another.
    #[schemars(with = "Option<schema::DayText>")]
    pub announced: Option<Spanned<Datetime>>,
    /// The day on which notices reached customers, where that is known: periods that run from receipt are counted from it.
    #[schemars(with = "Option<schema::DayText>")]
    pub notified: Option<Spanned<Datetime>>,
    /// The day on which it takes effect; leave out what is not stated.
    #[schemars(with = "Option<schema::DayText>")]
    pub effective: Option<Spanned<Datetime>>,
    /// The last day to object that the vendor states; without, it is counted from what was agreed.
    #[schemars(with = "Option<schema::DayText>")]
    pub objection_until: Option<Spanned<Datetime>>,
    /// What changes, in every language; of an alteration and a correction it must be there.
    #[schemars(with = "Option<Local>")]
    pub what: Option<Spanned<Local>>,
    /// Why, in every language.
    #[schemars(with = "Option<Local>")]
    pub why: Option<Spanned<Local>>,
    /// Who may know of it, where that is narrower than who may know of the engagement.
    pub audience: Option<Audience>,
}

/// What sort of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// A company that was engaged already is entered in the register.
    Entered,
    /// A company joins.
    Added,
    /// A company takes another's place.
    Replaced,
    /// An engagement goes on otherwise: elsewhere, for more, on another ground.
    Altered,
    /// A company leaves.
    Removed,
    /// A customer objected to a change, which is being looked into.
    Objected,
    /// A change will not be made after all.
    Withdrawn,
    /// The entry was wrong; nothing happened.
    Corrected,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [ChangeKind; 8] = [
        ChangeKind::Entered,
        ChangeKind::Added,
        ChangeKind::Replaced,
        ChangeKind::Altered,
        ChangeKind::Removed,
        ChangeKind::Objected,
        ChangeKind::Withdrawn,
        ChangeKind::Corrected,
    ];

    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Entered => "entered",
            ChangeKind::Added => "added",
            ChangeKind::Replaced => "replaced",
            ChangeKind::Altered => "altered",
            ChangeKind::Removed => "removed",
            ChangeKind::Objected => "objected",
            ChangeKind::Withdrawn => "withdrawn",
            ChangeKind::Corrected => "corrected",
        }
    }

    /// Whether it is a change that customers are told of beforehand and may object to (GDPR Article 28(2)).
    pub fn is_announced(self) -> bool {
        matches!(self, ChangeKind::Added | ChangeKind::Replaced | ChangeKind::Altered | ChangeKind::Removed)
    }

    /// Whether customers may object to it (GDPR Article 28(2)): whoever leaves needs nobody's consent.
    pub fn may_be_objected_to(self) -> bool {
        self.is_announced() && self != ChangeKind::Removed
    }

    /// Whether an engagement begins with it.
    pub fn begins(self) -> bool {
        matches!(self, ChangeKind::Entered | ChangeKind::Added | ChangeKind::Replaced)
    }
}
