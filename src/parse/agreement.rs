//! `agreement.toml`: what is true of an agreement in every language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::{Audience, schema};
use crate::i18n::Language;

/// What is true of an agreement in every language.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AgreementFile {
    /// What sort of document it is.
    #[schemars(with = "AgreementKind", required)]
    pub kind: Option<Spanned<AgreementKind>>,
    /// Whether it is offered, signed, a model, or superseded.
    #[schemars(with = "Status", required)]
    pub status: Option<Spanned<Status>>,
    /// "summary": in our words. "verbatim": the document's own text.
    #[schemars(with = "TextKind", required)]
    pub text: Option<Spanned<TextKind>>,
    /// Who may read it. "internal" is wise for signed agreements, "customers" for security protocols.
    #[schemars(with = "Audience", required)]
    pub audience: Option<Spanned<Audience>>,
    /// Whether readers who may not see it may know that it exists. By default yes, except for "internal".
    pub listed: Option<bool>,
    /// The language it was written in, by its two-letter code.
    #[schemars(with = "Language", required)]
    pub original: Option<Spanned<Language>>,
    /// Which language the text itself says prevails: a code, "equal" or "not-stated".
    #[schemars(with = "schema::PrevailingText", required)]
    pub prevailing: Option<Spanned<Prevailing>>,
    /// The version it states, or "not-stated".
    #[schemars(with = "String", required)]
    pub version: Option<Spanned<String>>,
    /// The date it bears: a day, a month ("2018-11") or a year ("2018").
    #[schemars(with = "Option<schema::PartialDateText>")]
    pub date: Option<Spanned<toml::Value>>,
    /// Since when it applies.
    #[schemars(with = "Option<schema::PartialDateText>")]
    pub effective: Option<Spanned<toml::Value>>,
    /// When it was signed.
    #[schemars(with = "Option<schema::PartialDateText>")]
    pub signed: Option<Spanned<toml::Value>>,
    /// When the site's owner received it.
    #[schemars(with = "Option<schema::PartialDateText>")]
    pub received: Option<Spanned<toml::Value>>,
    /// When someone last held this text against the source: a day.
    #[schemars(with = "Option<schema::DayText>")]
    pub verified: Option<Spanned<toml::Value>>,
    /// The folder of the vendor's agreement it is part of. Its definitions fall back on that one.
    #[schemars(with = "Option<String>")]
    pub belongs_to: Option<Spanned<String>>,
    /// Whether it prevails over the agreement it belongs to.
    #[serde(default)]
    pub prevails: bool,
    /// How other texts refer to it, such as "Schedule 2".
    #[serde(default)]
    pub known_as: Vec<String>,
    /// Translations, by language code.
    #[serde(default)]
    pub translations: BTreeMap<Language, TranslationEntry>,
    /// The parties.
    #[serde(default)]
    pub party: Vec<Party>,
    /// Terms that the text alone does not settle.
    #[serde(default)]
    pub term: Vec<TermHint>,
    /// Documents that the text points to and that are not on this site.
    #[serde(default)]
    pub external: Vec<External>,
    /// Measures of which readers who may not see the text that states them may know that it does.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub discloses: Vec<Spanned<String>>,
    /// What the vendor said of how its agreement is shown here.
    #[serde(default)]
    pub reply: Vec<ReplyEntry>,
    /// Its versions on this site, and corrections: they stand among the changes.
    #[serde(default)]
    pub revision: Vec<RevisionEntry>,
    /// Findings that are accepted, since the text stays as it is.
    #[serde(default)]
    pub allow: Vec<AllowEntry>,
}

/// What sort of document an agreement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgreementKind {
    /// General terms and conditions.
    GeneralTerms,
    /// A policy on the use of a service.
    AcceptableUsePolicy,
    /// A processing agreement (GDPR Article 28(3)).
    ProcessingAgreement,
    /// A security protocol.
    SecurityProtocol,
    /// A service level agreement.
    ServiceLevelAgreement,
    /// Standard contractual clauses (GDPR Article 46(2)).
    StandardContractualClauses,
    /// Any other document.
    Other,
}

impl AgreementKind {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            AgreementKind::GeneralTerms => "general-terms",
            AgreementKind::AcceptableUsePolicy => "acceptable-use-policy",
            AgreementKind::ProcessingAgreement => "processing-agreement",
            AgreementKind::SecurityProtocol => "security-protocol",
            AgreementKind::ServiceLevelAgreement => "service-level-agreement",
            AgreementKind::StandardContractualClauses => "standard-contractual-clauses",
            AgreementKind::Other => "other",
        }
    }
}

/// Where a document stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A model that parties fill in.
    Model,
    /// What the vendor offers.
    Offered,
    /// What parties have signed.
    Signed,
    /// Replaced by a later one.
    Superseded,
}

impl Status {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Status::Model => "model",
            Status::Offered => "offered",
            Status::Signed => "signed",
            Status::Superseded => "superseded",
        }
    }
}

/// Whose words a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TextKind {
    /// In our words: no evidence of what the document says.
    Summary,
    /// The document's own words.
    Verbatim,
}

impl TextKind {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            TextKind::Summary => "summary",
            TextKind::Verbatim => "verbatim",
        }
    }
}

/// Which language an agreement says prevails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prevailing {
    /// This one.
    Language(Language),
    /// Both alike.
    Equal,
    /// It does not say.
    NotStated,
}

impl<'de> Deserialize<'de> for Prevailing {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        match written.as_str() {
            "equal" => Ok(Prevailing::Equal),
            "not-stated" => Ok(Prevailing::NotStated),
            code => Language::from_code(code)
                .map(Prevailing::Language)
                .ok_or_else(|| serde::de::Error::custom("expected nl, en, equal, not-stated")),
        }
    }
}

/// What a translation is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationStatus {
    /// For information only.
    Informative,
    /// As authentic as the original.
    EquallyAuthentic,
    /// Made by a sworn translator.
    Sworn,
}

impl TranslationStatus {
    /// The name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            TranslationStatus::Informative => "informative",
            TranslationStatus::EquallyAuthentic => "equally-authentic",
            TranslationStatus::Sworn => "sworn",
        }
    }
}

/// A translation.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TranslationEntry {
    /// What it is worth.
    pub status: TranslationStatus,
}

/// A party to an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Party {
    /// Its role under the GDPR.
    pub role: PartyRole,
    /// How the text names it.
    #[serde(default)]
    pub names: Vec<String>,
    /// How the text points to it: "we", "u". These are never linked.
    #[serde(default)]
    pub pronouns: Vec<String>,
}

/// What a party is under the GDPR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartyRole {
    /// GDPR Article 4(8).
    Processor,
    /// GDPR Article 4(7).
    Controller,
    /// GDPR Article 26.
    JointController,
    /// GDPR Article 28(4).
    SubProcessor,
    /// None of these.
    Other,
}

impl PartyRole {
    /// The name of the concept it is, and in messages.
    pub fn name(self) -> &'static str {
        match self {
            PartyRole::Processor => "processor",
            PartyRole::Controller => "controller",
            PartyRole::JointController => "joint-controller",
            PartyRole::SubProcessor => "sub-processor",
            PartyRole::Other => "other",
        }
    }
}

/// What the author says of a term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct TermHint {
    /// The term as defined.
    pub text: String,
    /// The vendor-neutral idea it stands for.
    #[serde(default)]
    pub concept: Option<String>,
    /// Other forms in which the text uses it.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Whether it reaches less far or further than what the GDPR means by the concept, where someone has looked.
    pub against_gdpr: Option<AgainstGdpr>,
    /// Why, in a sentence by language.
    #[serde(default)]
    pub because: BTreeMap<Language, String>,
}

/// How far a term reaches, held against the definition of the GDPR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum AgainstGdpr {
    /// Less far.
    Narrower,
    /// Equally far.
    Same,
    /// Further.
    Wider,
}

impl AgainstGdpr {
    /// The name used in messages.
    pub fn name(self) -> &'static str {
        match self {
            AgainstGdpr::Narrower => "narrower",
            AgainstGdpr::Same => "same",
            AgainstGdpr::Wider => "wider",
        }
    }
}

/// Documents that are not on this site.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct External {
    /// How the text names one.
    pub names: Vec<String>,
}

/// What the vendor said of how its agreement is shown, unaltered.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ReplyEntry {
    /// The day on which it was received.
    #[schemars(with = "schema::DayText")]
    pub date: Spanned<toml::Value>,
    /// The language it is in.
    pub language: Language,
    /// Its words; an empty line ends a paragraph.
    #[schemars(with = "String")]
    pub text: Spanned<String>,
}

/// A version of the agreement as this site shows it, or a correction of how it is shown: it stands among the changes.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RevisionEntry {
    /// The day on which it was put on this site; never changed, since feeds know the revision by it.
    #[schemars(with = "schema::DayText")]
    pub date: Spanned<toml::Value>,
    /// The version, as the document states it.
    pub version: Option<String>,
    /// Whether only the site was wrong, and the document is the same.
    #[serde(default)]
    pub correction: bool,
    /// What is different, by language.
    #[serde(default)]
    pub what: BTreeMap<Language, String>,
}

/// A finding that is accepted.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AllowEntry {
    /// The rule's name.
    #[schemars(with = "String")]
    pub rule: Spanned<String>,
    /// The id of the place: of the clause or item, as its address has it, or of the engagement or change; empty or left out for the
    /// file as a whole.
    #[schemars(with = "Option<String>")]
    pub at: Option<Spanned<String>>,
    /// Why it stays.
    pub reason: String,
}
