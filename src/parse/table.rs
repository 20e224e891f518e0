//! TOML files into typed tables, telling every fault of a file in one run.
//!
//! `serde` stops at the first fault. Here the faulty entry is taken out and reading starts again, until
//! nothing is wrong or nothing more can be taken out.

use std::ops::Range;

use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{BAD_TOML, BAD_VALUE, FileId, Finding, MISSING_KEY, Place, Span, UNKNOWN_KEY, nearest};
use crate::source::Sources;

/// A file has at most this many faults told; more would help nobody.
const MAX_FAULTS: usize = 100;

/// Reads a file as a `T`. `None` when it is no TOML or lacks what a `T` must have.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: FileId) -> (Option<T>, Vec<Finding>) {
    let text = sources.file(file).text();
    let (mut root, errors) = DeTable::parse_recoverable(text);
    let mut findings: Vec<Finding> = errors
        .iter()
        .take(MAX_FAULTS)
        .map(|error| Finding::new(BAD_TOML, place(file, error.span(), text)).with("error", error.message().trim().replace('\n', "; ")))
        .collect();
    if !findings.is_empty() {
        return (None, findings);
    }
    while findings.len() < MAX_FAULTS {
        match T::deserialize(root.clone().into_deserializer()) {
            Ok(value) => return (Some(value), findings),
            Err(error) => {
                let at = error.span();
                let is_missing = error.message().starts_with("missing field");
                let removed = at.clone().filter(|_| !is_missing).and_then(|at| remove(root.get_mut(), &at, ""));
                findings.push(explain(file, text, &sources.file(file).shown_path(), error.message(), at, removed.as_deref()));
                if removed.is_none() {
                    break;
                }
            }
        }
    }
    (None, findings)
}

fn explain(file: FileId, text: &str, path: &str, message: &str, at: Option<Range<usize>>, key: Option<&str>) -> Finding {
    let place = place(file, at, text);
    let mut quoted = message.split('`').skip(1).step_by(2);
    if message.starts_with("unknown field") {
        let written = quoted.next().unwrap_or_default().to_owned();
        let known: Vec<&str> = quoted.collect();
        let suggestion = nearest(&written, known.iter().copied()).unwrap_or_default();
        return Finding::new(UNKNOWN_KEY, place)
            .with("key", written.clone())
            .with("expected", known.join(", "))
            .with("suggestion", suggestion);
    }
    if message.starts_with("missing field") {
        return Finding::new(MISSING_KEY, place).with("key", quoted.next().unwrap_or_default()).with("file", path);
    }
    let expected = message.split_once("expected ").map_or(message, |(_, expected)| expected).trim();
    Finding::new(BAD_VALUE, place).with("key", key.unwrap_or_default()).with("expected", expected.replace('`', ""))
}

fn place(file: FileId, at: Option<Range<usize>>, text: &str) -> Place {
    // A missing key has the whole table as its place; its first line is enough to find it.
    let at = at.unwrap_or(0..0);
    let end = text.get(at.clone()).and_then(|found| found.find('\n')).map_or(at.end, |line| at.start + line);
    Span::new(file, at.start..end).into()
}

/// Takes out the innermost entry whose key or value covers the place, and returns the entry's key.
fn remove(table: &mut DeTable<'_>, at: &Range<usize>, path: &str) -> Option<String> {
    let covers = |outer: &Range<usize>| outer.start <= at.start && at.end <= outer.end;
    for (key, value) in table.iter_mut() {
        let name = join(path, key.get_ref());
        if let Some(found) = remove_inside(value, at, &name) {
            return Some(found);
        }
    }
    let mut found = None;
    *table = std::mem::take(table)
        .into_iter()
        .filter(|(key, value)| {
            let hit = found.is_none() && (covers(&key.span()) || covers(&value.span()));
            if hit {
                found = Some(join(path, key.get_ref()));
            }
            !hit
        })
        .collect();
    found
}

fn remove_inside(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>, name: &str) -> Option<String> {
    match value.get_mut() {
        // A table's own span is only its header, so its entries are always looked at.
        DeValue::Table(inner) => remove(inner, at, name),
        DeValue::Array(entries) => entries.iter_mut().find_map(|entry| remove_inside(entry, at, name)),
        _ => None,
    }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct Example {
        name: String,
        size: Option<u8>,
        part: Option<Vec<Inner>>,
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        id: Option<String>,
    }

    fn faults(text: &str) -> Vec<String> {
        let sources = Sources::of_texts([("x.toml", text)]);
        let file = sources.find("x.toml").expect("just added");
        let (_, findings) = read::<Example>(&sources, file);
        findings
            .iter()
            .map(|finding| {
                let Place::Span(span) = &finding.place else { panic!("no place") };
                let values: Vec<&str> = finding.args.iter().map(|(_, value)| value.as_str()).collect();
                format!("{} at `{}`: {}", finding.rule.name, &text[span.range()], values.join(" | "))
            })
            .collect()
    }

    #[test]
    fn every_fault_of_a_file_is_told_at_once() {
        let text = "nmae = 'x'\nname = 'y'\nsize = 'big'\n[[part]]\nid = 'a'\n[[part]]\nidd = 'b'\n";
        assert_eq!(
            faults(text),
            [
                "unknown-key at `nmae`: nmae | name, size, part | name",
                "bad-value at `'big'`: size | u8",
                "unknown-key at `idd`: idd | id | id",
            ]
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(faults("size = 1"), ["missing-key at ``: name | x.toml"]);
    }

    #[test]
    fn what_is_no_toml_is_told_line_by_line() {
        let found = faults("name = 'y\nsize = = 2\n");
        assert!(found.len() >= 2 && found.iter().all(|fault| fault.starts_with("bad-toml")), "{found:?}");
    }
}
