//! What a TOML file states: "not-stated" is a statement too, and what is missing is told.

use jiff::civil::Date;
use toml::Spanned;

use crate::diagnostic::{BAD_DATE, BAD_VALUE, FileId, Finding, MISSING_KEY, Place, Span};
use crate::model::PartialDate;
use crate::source::Sources;

/// What one file states.
pub struct Stated<'a> {
    pub sources: &'a Sources,
    pub file: FileId,
    pub findings: &'a mut Vec<Finding>,
}

impl Stated<'_> {
    /// A key that must be there.
    pub fn required<T>(&mut self, key: &str, value: Option<Spanned<T>>) -> Option<T> {
        // A value that could not be used has been told of; its key is there.
        let is_told = |finding: &Finding| {
            let is_here = matches!(finding.place, Place::Span(span) if span.file == self.file);
            is_here && finding.rule == BAD_VALUE && finding.arg("key") == Some(key)
        };
        if value.is_none() && !self.findings.iter().any(is_told) {
            let at = Span::new(self.file, 0..0);
            self.findings.push(Finding::new(MISSING_KEY, at).with("key", key).with("file", self.sources.file(self.file).shown_path()));
        }
        value.map(Spanned::into_inner)
    }

    /// Words that must be there, or "not-stated".
    pub fn words(&mut self, key: &str, value: Option<Spanned<String>>) -> Option<String> {
        self.required(key, value).filter(|words| words != NOT_STATED)
    }

    /// A day, month or year.
    pub fn date(&mut self, value: Option<Spanned<toml::Value>>) -> Option<PartialDate> {
        let value = value?;
        let written = match value.get_ref() {
            toml::Value::String(words) if words == NOT_STATED => return None,
            toml::Value::String(words) => words.clone(),
            other => other.to_string(),
        };
        let date = PartialDate::parse(&written);
        if date.is_none() {
            self.findings.push(Finding::new(BAD_DATE, Span::new(self.file, value.span())).with("value", written));
        }
        date
    }

    /// A day.
    pub fn day(&mut self, key: &str, value: Option<Spanned<toml::Value>>) -> Option<Date> {
        let span = value.as_ref().map(Spanned::span);
        match (self.date(value), span) {
            (Some(PartialDate::Day(date)), _) => Some(date),
            (Some(_), Some(span)) => {
                let finding = Finding::new(BAD_VALUE, Span::new(self.file, span)).with("key", key);
                self.findings.push(finding.with("expected", "2026-11-22"));
                None
            }
            _ => None,
        }
    }
}

/// What an author writes where the source was examined and does not say.
pub const NOT_STATED: &str = "not-stated";
