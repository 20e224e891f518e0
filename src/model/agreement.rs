//! An agreement: what is true in every language, and its texts.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::date::PartialDate;
use super::tree::{Note, Part};
use crate::diagnostic::{FileId, Span};
use crate::i18n::Language;
use crate::parse::Audience;
pub use crate::parse::agreement::{AgreementKind, Party, Prevailing, Status, TermHint, TextKind, TranslationStatus};

/// One document that readers look up by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreement {
    /// The vendor's slug.
    pub vendor: String,
    /// Its own, unique within the vendor: the name of its folder.
    pub slug: String,
    /// What sort of document it is.
    pub kind: AgreementKind,
    /// Whether it is offered, signed, a model, or superseded.
    pub status: Status,
    /// Whether the text is the document's own or our summary of it.
    pub text_kind: TextKind,
    /// Who may read it.
    pub audience: Audience,
    /// Whether readers who may not see it may know that it exists.
    pub listed: bool,
    /// Set by `audience`: only title, slug and audience may be shown.
    pub withheld: bool,
    /// The language it was written in.
    pub original: Language,
    /// Which language the text itself says prevails; `None` where it does not say.
    pub prevailing: Prevailing,
    /// The version it states; `None` where it does not.
    pub version: Option<String>,
    /// The date it bears.
    pub date: Option<PartialDate>,
    /// Since when it applies.
    pub effective: Option<PartialDate>,
    /// When it was signed.
    pub signed: Option<PartialDate>,
    /// When the site owner received it.
    pub received: Option<PartialDate>,
    /// When someone last held this text against the source.
    pub verified: Option<Date>,
    /// The agreement of the same vendor it is part of, by slug.
    pub belongs_to: Option<String>,
    /// Whether it prevails over the agreement it belongs to.
    pub prevails: bool,
    /// How other texts refer to it.
    pub known_as: Vec<String>,
    /// The parties.
    pub parties: Vec<Party>,
    /// What the author says of terms that the text alone does not settle.
    pub terms: Vec<TermHint>,
    /// Documents that are not on this site, each by its names in every language.
    pub external: Vec<Vec<String>>,
    /// Measures of which it may be known that withheld text states them.
    pub discloses: Vec<String>,
    /// What the vendor said of how this agreement is shown, the oldest first.
    pub replies: Vec<Reply>,
    /// Its versions on this site and corrections, the oldest first, each on a day of its own.
    pub revisions: Vec<Revision>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
    /// The translations that were declared, with their standing.
    pub translations: BTreeMap<Language, TranslationStatus>,
    /// The texts that there are, the original among them.
    pub texts: BTreeMap<Language, AgreementText>,
    /// Its `agreement.toml`.
    pub file: FileId,
}

impl Agreement {
    /// The text that readers of this language get: theirs, else the original.
    pub fn text(&self, language: Language) -> Option<&AgreementText> {
        self.texts.get(&language).or_else(|| self.texts.get(&self.original))
    }
}

/// What a vendor said of how its agreement is shown, unaltered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The day on which it was received.
    pub date: Date,
    /// The language it is in.
    pub language: Language,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// A version of an agreement as the site shows it, or a correction of how it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// The day on which it was put on the site.
    pub date: Date,
    /// The version, as the document states it.
    pub version: Option<String>,
    /// Whether only the site was wrong.
    pub is_correction: bool,
    /// What is different, by language.
    pub what: BTreeMap<Language, String>,
    /// Where its day stands.
    pub span: Span,
}

/// A finding that the author has accepted, since a signed text, or what a vendor did, stays as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allow {
    /// The rule's name.
    pub rule: String,
    /// The id of the node, engagement or change; empty for the file as a whole.
    pub at: String,
    /// Why it stays.
    pub reason: String,
    /// Where the rule is written.
    pub span: Span,
    /// Where the id is written; where the rule is, if it is not.
    pub at_span: Span,
}

/// An agreement in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementText {
    /// The language.
    pub language: Language,
    /// The title, plain.
    pub title: String,
    /// The main part, then the annexes.
    pub parts: Vec<Part>,
    /// Footnotes, in the order of their numbers.
    pub notes: Vec<Note>,
    /// The Markdown file.
    pub file: FileId,
}
