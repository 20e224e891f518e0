//! A vendor's register: which companies it engages, for what, and what changed.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::agreement::Allow;
use super::company::Told;
use super::recorded::Citation;
use super::vocabulary::Local;
use crate::diagnostic::{FileId, Span};
use crate::parse::Audience;
pub use crate::parse::engagement::{ChangeKind, EngagementField, Mechanism};

/// The companies that a vendor engages, and the history of that.
#[derive(Debug, Clone, PartialEq)]
pub struct Register {
    /// Its file.
    pub file: FileId,
    /// The agreements that were read for it, by slug.
    pub examined: Vec<String>,
    /// The day on which someone last held it against its sources.
    pub reviewed: Option<Date>,
    /// The engagements, in the order of the file.
    pub engagements: Vec<Engagement>,
    /// What changed and what will, by day of entry and then in the order of the file.
    pub changes: Vec<Change>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
    /// Where the day of its review stands; where it should, if it does not.
    pub span: Span,
}

/// One vendor's use of one company (GDPR Article 28(2) and (4)).
#[derive(Debug, Clone, PartialEq)]
pub struct Engagement {
    /// Unique in the register.
    pub id: String,
    /// The company, by its slug.
    pub company: Told<String>,
    /// What it does with the data.
    pub purpose: Told<Local>,
    /// The service that it belongs to.
    pub service: Told<Local>,
    /// The condition under which it is engaged; empty where there is none that readers may see.
    pub condition: Local,
    /// The categories of personal data, by id.
    pub data: Told<Vec<String>>,
    /// The categories of data subjects, by id.
    pub data_subjects: Told<Vec<String>>,
    /// Where the data are processed.
    pub places: Told<Vec<Place>>,
    /// On what ground data go to third countries.
    pub transfers: Told<Vec<Transfer>>,
    /// The companies that this one engages in turn.
    pub further: Told<Vec<Further>>,
    /// The clauses that permit it.
    pub permission: Told<Vec<Citation>>,
    /// Where the agreements speak of it.
    pub citations: Vec<Citation>,
    /// Another source.
    pub source: Local,
    /// The day on which someone last held the entry against its sources.
    pub reviewed: Option<Date>,
    /// The narrowest audience of the entry and its sources: what is not released is for it.
    pub audience: Audience,
    /// Who may see a field, where that is narrower.
    pub audiences: BTreeMap<EngagementField, Audience>,
    /// What may be shown to more people.
    pub releases: Vec<Release>,
    /// Whether nothing of it was missing or could not be used: from what is not known nothing follows.
    pub is_understood: bool,
    /// Where its id stands.
    pub span: Span,
}

/// A place of processing.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The country: a code of ISO 3166-1.
    pub country: String,
    /// The municipality or region.
    pub locality: Option<String>,
    /// What happens there; empty where that is not said.
    pub role: Local,
    /// Where it stands.
    pub span: Span,
}

/// A ground for transfers to third countries (GDPR Chapter V).
#[derive(Debug, Clone, PartialEq)]
pub struct Transfer {
    /// The ground.
    pub mechanism: Mechanism,
    /// The countries that it is for; without any, every third country among the places.
    pub to: Vec<String>,
    /// An adequacy decision, by its id in the vocabulary.
    pub decision: Option<String>,
    /// A module of the standard contractual clauses: 1 to 4.
    pub module: Option<u8>,
    /// The provision of a derogation.
    pub provision: Option<String>,
    /// The document in which it was agreed.
    pub document: Local,
    /// Where that document is.
    pub link: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// A company that a sub-processor engages in turn.
#[derive(Debug, Clone, PartialEq)]
pub struct Further {
    /// The company, by its slug.
    pub company: Told<String>,
    /// What for; empty where that is not said.
    pub purpose: Local,
    /// Where: codes of ISO 3166-1.
    pub countries: Vec<String>,
    /// Where it stands.
    pub span: Span,
}

/// What may be shown to more people than the sources of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Release {
    /// The fields.
    pub what: Vec<EngagementField>,
    /// To whom.
    pub to: Audience,
    /// By whom.
    pub by: String,
    /// On which day.
    pub date: Date,
    /// On what basis.
    pub basis: String,
}

/// A change in the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Unique in the register; feeds and calendars know it by it.
    pub id: String,
    /// What sort of change.
    pub kind: ChangeKind,
    /// The engagement, by its id; of a replacement, the new one.
    pub engagement: String,
    /// Of a replacement: the engagement that ends.
    pub former: Option<String>,
    /// Of an objection or a withdrawal: the change that it is about.
    pub about: Option<String>,
    /// The day on which it was entered.
    pub date: Date,
    /// Its days; of what these readers may not see, none.
    pub days: Days,
    /// What changes.
    pub what: Local,
    /// Why.
    pub why: Local,
    /// Who may know of it.
    pub audience: Audience,
    /// Who may not see its days and words; `None` where these readers may.
    pub withheld: Option<Audience>,
    /// Where its id stands.
    pub span: Span,
    /// Where the day on which it takes effect stands.
    pub effective_span: Option<Span>,
    /// Where the last day to object stands.
    pub objection_span: Option<Span>,
}

/// The days of a change.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Days {
    /// When the vendor announced it.
    pub announced: Option<Date>,
    /// When notices reached customers.
    pub notified: Option<Date>,
    /// When it takes effect.
    pub effective: Option<Date>,
    /// The last day to object that the vendor states.
    pub objection_until: Option<Date>,
}

impl Register {
    /// An engagement by its id.
    pub fn engagement(&self, id: &str) -> Option<&Engagement> {
        self.engagements.iter().find(|engagement| engagement.id == id)
    }
}

impl Engagement {
    /// Who may see a field: the narrowest of its sources, unless it is released; never more than the field itself allows.
    pub fn audience_of(&self, field: EngagementField) -> Audience {
        let released = self.releases.iter().filter(|release| release.what.contains(&field)).map(|release| release.to).min();
        let own = self.audiences.get(&field).copied().unwrap_or(Audience::Public);
        released.map_or(self.audience, |to| to.min(self.audience)).max(own)
    }

    /// Who may know that there is an entry: whoever may see any of its fields.
    pub fn widest(&self) -> Audience {
        EngagementField::ALL.into_iter().map(|field| self.audience_of(field)).min().unwrap_or(self.audience)
    }

    /// The countries where the data are processed, each once, in the order of the entry.
    pub fn countries(&self) -> Vec<&str> {
        let mut countries: Vec<&str> = Vec::new();
        for place in self.places.stated().into_iter().flatten() {
            if !countries.contains(&place.country.as_str()) {
                countries.push(&place.country);
            }
        }
        countries
    }
}
