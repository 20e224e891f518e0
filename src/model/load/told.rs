//! What is told alike of records and of positions: a value that cannot be, an id that no vocabulary has, words that a language lacks;
//! and what their authors have accepted.

use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;

use crate::diagnostic::{BAD_VALUE, FileId, Finding, MISPLACED_KEY, MISSING_WORDS, Span, UNKNOWN_VOCABULARY, listed, nearest};
use crate::i18n::Language;
use crate::model::agreement::Allow;
use crate::model::vocabulary::Local;
use crate::parse::agreement::AllowEntry;

/// A value that its key cannot have. Where it takes nothing of the kind, there is nothing to suggest either.
pub fn bad_value(file: FileId, at: Range<usize>, key: &str, expected: &str, suggestion: &str) -> Finding {
    let expected = if expected.is_empty() { "–" } else { expected };
    let finding = Finding::new(BAD_VALUE, Span::new(file, at)).with("key", key).with("expected", expected);
    finding.with("suggestion", suggestion)
}

/// An id of a kind (`fact`, `requirement`) that the vocabulary does not have, with the nearest that it has.
pub fn unknown<'a>(file: FileId, kind: &str, id: &Spanned<String>, known: impl Iterator<Item = &'a str>) -> Finding {
    let known: Vec<&str> = known.collect();
    let suggestion = nearest(id.get_ref(), known.iter().copied()).unwrap_or_default();
    let finding = Finding::new(UNKNOWN_VOCABULARY, Span::new(file, id.span())).with("kind", kind).with("known", listed(&known, suggestion));
    finding.with("id", id.get_ref().as_str()).with("suggestion", suggestion)
}

/// A code that no country has. Of codes of two letters each is near to another, so only what people take for a country's code is suggested.
pub fn unknown_country(file: FileId, code: &Spanned<String>, codes: &BTreeSet<String>) -> Finding {
    let upper = code.get_ref().trim().to_uppercase();
    let meant = match upper.as_str() {
        "UK" => "GB",
        "EL" => "GR",
        "USA" => "US",
        other => other,
    };
    let suggestion = codes.get(meant).map_or("", String::as_str);
    let finding = Finding::new(UNKNOWN_VOCABULARY, Span::new(file, code.span())).with("kind", "country");
    finding.with("id", code.get_ref().as_str()).with("suggestion", suggestion)
}

/// A key that goes with other values of a key beside it.
pub fn misplaced(file: FileId, at: Range<usize>, key: &str, (with, values): (&str, &str)) -> Finding {
    Finding::new(MISPLACED_KEY, Span::new(file, at)).with("key", key).with("with", with).with("values", values)
}

/// Words under a key of an entry, standing `at` a place, that some of the site's languages lack.
pub fn missing_words(at: Span, languages: &[Language], id: &str, key: &str, words: &Local) -> Option<Finding> {
    let missing = |language: &&Language| words.get(language).is_none_or(|words| words.trim().is_empty());
    let missing: Vec<String> = languages.iter().filter(missing).map(Language::to_string).collect();
    let finding = Finding::new(MISSING_WORDS, at).with("id", id);
    (!missing.is_empty()).then(|| finding.with("key", key).with("languages", missing.join(", ")))
}

/// The findings that a file accepts. Who accepts one without saying why accepts it for nobody.
pub fn allowed(file: FileId, written: Vec<AllowEntry>, findings: &mut Vec<Finding>) -> Vec<Allow> {
    let allow = |entry: AllowEntry| {
        let span = Span::new(file, entry.rule.span());
        if entry.reason.trim().is_empty() {
            findings.push(Finding::new(BAD_VALUE, span).with("key", "allow.reason").with("expected", "\"…\""));
        }
        let at_span = entry.at.as_ref().map_or(span, |at| Span::new(file, at.span()));
        let at = entry.at.map(Spanned::into_inner).unwrap_or_default();
        Allow { rule: entry.rule.into_inner(), at, reason: entry.reason, span, at_span }
    };
    written.into_iter().map(allow).collect()
}
