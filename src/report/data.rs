//! Findings for programs: the shape of `clausewerk check --format json`.

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde::Serialize;

use super::{Position, Report, Words};
use crate::diagnostic::{Finding, Place, Severity, Span};
use crate::model::locate::Locator;

/// What a proofreader found, as `clausewerk check --format json` prints it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Findings")]
pub struct Findings {
    /// How many findings there are of each severity.
    pub counts: Counts,
    /// Every finding, in the order of places.
    pub findings: Vec<FindingData>,
}

/// How many findings there are of each severity.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Counts {
    /// These keep a site from being published.
    pub error: usize,
    /// Probably mistakes.
    pub warning: usize,
    /// Worth knowing.
    pub note: usize,
}

/// One finding.
#[derive(Debug, Serialize, JsonSchema)]
pub struct FindingData {
    /// The rule's name.
    pub rule: &'static str,
    /// error, warning or note.
    pub severity: &'static str,
    /// What the rule is about: structure, references, translation, …
    pub area: &'static str,
    /// Where it is; null if it is about the command as a whole.
    pub place: Option<PlaceData>,
    /// The agreement it is about; null if it is about no agreement's text.
    pub agreement: Option<AgreementPlace>,
    /// What is wrong, in a line.
    pub title: String,
    /// A few words about the place itself.
    pub label: Option<String>,
    /// Why it matters.
    pub why: Option<String>,
    /// What to do.
    pub help: Option<String>,
    /// Other places that explain it.
    pub related: Vec<RelatedPlace>,
}

/// A place in a file, or a file as a whole.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PlaceData {
    /// The file, relative to the site's folder, or an address of the built site.
    pub file: String,
    /// Where it begins; null if it is about the file as a whole.
    pub start: Option<PositionData>,
    /// Where it ends: one past its last character.
    pub end: Option<PositionData>,
}

/// A place in a text as people count it.
#[derive(Debug, Serialize, JsonSchema)]
pub struct PositionData {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters (Unicode scalar values).
    pub column: usize,
}

/// A place in an agreement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct AgreementPlace {
    /// The vendor's folder.
    pub vendor: String,
    /// The agreement's folder.
    pub agreement: String,
    /// The language of the text.
    #[schemars(with = "String")]
    pub language: String,
    /// The id of the provision, as `[[allow]]` and addresses have it; null in a footnote.
    pub id: Option<String>,
}

/// A place that explains another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct RelatedPlace {
    /// Where it is.
    pub place: PlaceData,
    /// What it has to do with it.
    pub label: Option<String>,
}

/// The shape of [`Findings`], as a JSON Schema (2020-12).
pub fn schema() -> serde_json::Value {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Findings>().to_value()
}

impl Report<'_> {
    /// The findings for programs. `locator` knows the agreements that they may be about.
    pub fn data(&self, findings: &[Finding], locator: &Locator<'_>) -> Findings {
        let count = |severity: Severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
        Findings {
            counts: Counts { error: count(Severity::Error), warning: count(Severity::Warning), note: count(Severity::Note) },
            findings: findings.iter().map(|finding| self.finding(finding, locator)).collect(),
        }
    }

    fn finding(&self, finding: &Finding, locator: &Locator<'_>) -> FindingData {
        let Words { title, label, why, help, related } = self.words(finding);
        let place = match &finding.place {
            Place::Span(span) => Some(self.place(*span)),
            Place::Path(file) | Place::Address(file) => Some(PlaceData { file: file.clone(), start: None, end: None }),
            Place::Nowhere => None,
        };
        let agreement = locator.of(finding).map(|(located, id)| AgreementPlace {
            vendor: located.agreement.vendor.clone(),
            agreement: located.agreement.slug.clone(),
            language: located.language.to_string(),
            id: id.map(str::to_owned),
        });
        FindingData {
            rule: finding.rule.name,
            severity: finding.rule.severity.name(),
            area: finding.rule.area.name(),
            place,
            agreement,
            title,
            label,
            why,
            help,
            related: finding.related.iter().map(|span| RelatedPlace { place: self.place(*span), label: related.clone() }).collect(),
        }
    }

    fn place(&self, span: Span) -> PlaceData {
        let file = self.sources.file(span.file);
        let position = |offset: usize| {
            let Position { line, column } = Position::of(file.text(), offset);
            PositionData { line, column }
        };
        let range = span.range();
        PlaceData { file: file.shown_path(), start: Some(position(range.start)), end: Some(position(range.end.max(range.start))) }
    }
}
