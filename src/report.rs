//! Draws findings with the source text they are about, for people and for editors.
//!
//! Whatever a finding points at is drawn: a place past the end of its file or inside a character is moved
//! to the nearest place that exists. Control characters from files, names and addresses never reach the
//! terminal.

pub mod data;
mod excerpt;
mod page;
mod words;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Padding, Renderer, Snippet};

pub use excerpt::Position;
pub use page::page;
pub use words::Words;

use crate::diagnostic::{Finding, Place, Severity, Span};
use crate::i18n::{Language, Messages};
use crate::source::Sources;
use excerpt::Excerpt;
use words::printable;

/// How many columns a drawn source line may take. Longer lines are cut around what is underlined.
const WIDTH: usize = 100;

/// Draws findings in one language.
#[derive(Debug, Clone, Copy)]
pub struct Report<'a> {
    sources: &'a Sources,
    messages: &'a Messages,
    language: Language,
}

impl<'a> Report<'a> {
    /// A report on these sources, in the words of this language.
    pub fn new(sources: &'a Sources, messages: &'a Messages, language: Language) -> Report<'a> {
        Report { sources, messages, language }
    }

    /// What a finding says.
    pub fn words(&self, finding: &Finding) -> Words {
        Words::new(self.messages, self.language, finding)
    }

    /// The findings as a person reads them: title, source line with the fault underlined, related places,
    /// why it matters and what to do; an empty line after each. Empty if there are no findings.
    ///
    /// With `colour` the text has ANSI escape codes.
    pub fn human(&self, findings: &[Finding], colour: bool) -> String {
        let renderer = if colour { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
        findings.iter().map(|finding| self.drawn(&renderer, finding) + "\n\n").collect()
    }

    /// The findings one to a line, as editors and scripts take them apart: `path:line:column: severity[rule]: title`.
    ///
    /// The severity is the English word in every language, since that is what they look for. What has no
    /// line has none: `path: …`, and what has no place at all begins with the program's name.
    pub fn short(&self, findings: &[Finding]) -> String {
        let line = |finding: &Finding| {
            let place = match &finding.place {
                Place::Span(span) => {
                    let Position { line, column } = Position::of_span(self.sources, *span);
                    format!("{}:{line}:{column}", self.path(*span))
                }
                Place::Path(path) | Place::Address(path) => printable(path),
                Place::Nowhere => "clausewerk".to_owned(),
            };
            let (severity, rule, title) = (finding.rule.severity.name(), finding.rule.name, self.words(finding).title);
            format!("{}: {severity}[{rule}]: {}\n", place.replace('\n', " "), title.replace('\n', " "))
        };
        findings.iter().map(line).collect()
    }

    fn drawn(&self, renderer: &Renderer, finding: &Finding) -> String {
        let words = self.words(finding);
        let (level, severity) = match finding.rule.severity {
            Severity::Error => (Level::ERROR, "severity-error"),
            Severity::Warning => (Level::WARNING, "severity-warning"),
            Severity::Note => (Level::NOTE, "severity-note"),
        };
        let severity = self.says(severity, finding.rule.severity.name());
        let mut group = Group::with_title(level.with_name(severity).primary_title(words.title).id(finding.rule.name));
        match &finding.place {
            Place::Span(span) => group = group.element(self.snippet(*span, AnnotationKind::Primary, words.label)),
            Place::Path(path) | Place::Address(path) => {
                group = group.element(Origin::path(printable(path).replace('\n', " "))).element(Padding);
            }
            Place::Nowhere => {}
        }
        for span in &finding.related {
            group = group.element(self.snippet(*span, AnnotationKind::Context, words.related.clone()));
        }
        if let Some(why) = words.why {
            group = group.element(Level::NOTE.with_name(self.says("report-why", "why")).message(why));
        }
        if let Some(help) = words.help {
            group = group.element(Level::HELP.with_name(self.says("report-help", "help")).message(help));
        }
        renderer.render(&[group])
    }

    /// One line of a file with a stretch of it underlined.
    fn snippet(&self, span: Span, kind: AnnotationKind, label: Option<String>) -> Snippet<'static, annotate_snippets::Annotation<'static>> {
        let excerpt = Excerpt::of(self.sources.file(span.file).text(), span.range());
        Snippet::source(excerpt.line)
            .path(self.path(span))
            .line_start(excerpt.number)
            .annotation(kind.span(excerpt.underlined).label(label))
    }

    fn path(&self, span: Span) -> String {
        printable(&self.sources.file(span.file).shown_path())
    }

    /// A word of the terminal's own, or the English one if a site's override broke it.
    fn says(&self, id: &str, otherwise: &str) -> String {
        self.messages.text(self.language, id, &[]).unwrap_or_else(|_| otherwise.to_owned())
    }
}

#[cfg(test)]
mod tests;
