//! TOML files into typed tables, telling every fault of a file in one run.
//!
//! `serde` stops at the first fault. Here the faulty entry is taken out and reading starts again, until
//! nothing is wrong or nothing more can be taken out.

use std::ops::Range;

use jiff::civil::Date;
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::{BAD_DATE, BAD_TOML, BAD_VALUE, FileId, Finding, MISSING_KEY, Place, Span, UNKNOWN_KEY, nearest};
use crate::source::Sources;

/// A file has at most this many faults told; more would help nobody.
const MAX_FAULTS: usize = 100;

/// Reads a file as a `T`. `None` when it is no TOML or lacks what a `T` must have.
pub fn read<T: DeserializeOwned>(sources: &Sources, file: FileId) -> (Option<T>, Vec<Finding>) {
    let text = sources.file(file).text();
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut findings: Vec<Finding> =
        errors.iter().take(MAX_FAULTS).map(|error| of_syntax(file, text, error.message(), error.span().unwrap_or(0..0))).collect();
    // What could be understood is still looked at, so that other faults of the file are told in the same run. What
    // is missing then is not told: it may be what could not be understood.
    let broken: Vec<Range<usize>> = errors.iter().filter_map(|error| error.span()).map(|at| line_of(text, at.start)).collect();
    let mut root = Spanned::new(root.span(), DeValue::Table(root.into_inner()));
    let mut removed: Vec<Removed> = Vec::new();
    for _ in 0..MAX_FAULTS {
        let DeValue::Table(table) = root.get_ref() else { break };
        let error = match T::deserialize(Spanned::new(root.span(), table.clone()).into_deserializer()) {
            Ok(value) => return (broken.is_empty().then_some(value), findings),
            Err(error) => error,
        };
        let fault = Fault::of(error.message());
        let at = error.span().unwrap_or(0..0);
        let told_before = findings.len();
        let next = match &fault {
            // What is missing because its value was wrong has been told. Without it the table it is in is no use.
            Fault::Missing { key } => {
                if !removed.iter().any(|before| before.within == at && before.key == *key) {
                    findings.push(fault.finding(place(file, Some(at.clone()), text), "", "").with("file", sources.file(file).shown_path()));
                }
                remove_table(&mut root, &at)
            }
            Fault::UnknownKey { suggestion, .. } => {
                findings.push(fault.finding(place(file, Some(at.clone()), text), "", ""));
                // Most likely this is what was meant, and then nothing is missing.
                rename(&mut root, &at, suggestion).or_else(|| remove(&mut root, &at, ""))
            }
            Fault::BadValue { .. } => {
                let next = remove(&mut root, &at, "");
                let path = next.as_ref().map_or("", |removed| removed.path.as_str());
                let written = text.get(at.clone()).unwrap_or_default();
                findings.push(fault.finding(place(file, Some(at), text), path, written));
                next
            }
        };
        if !broken.is_empty()
            && (matches!(fault, Fault::Missing { .. }) || broken.iter().any(|line| line.contains(&error.span().unwrap_or(0..0).start)))
        {
            findings.truncate(told_before);
        }
        match next {
            Some(next) => removed.push(next),
            None => break,
        }
    }
    (None, findings)
}

/// A fault of syntax. A day that no calendar has is one to TOML; to an author it is a wrong date.
fn of_syntax(file: FileId, text: &str, message: &str, at: Range<usize>) -> Finding {
    let line = line_of(text, at.start);
    let value = text
        .get(line.clone())
        .and_then(|line| line.split_once('='))
        .map_or("", |(_, value)| value.split('#').next().unwrap_or_default().trim());
    let is_date = value.len() >= 8 && value.contains('-') && value.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if is_date {
        let start = text[line.clone()].find(value).map_or(line.start, |offset| line.start + offset);
        return Finding::new(BAD_DATE, Span::new(file, start..start + value.len())).with("value", value);
    }
    Finding::new(BAD_TOML, place(file, Some(at), text)).with("error", message.trim().replace('\n', "; "))
}

/// The line that a byte is in, without its end.
fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
    let start = text[..at].rfind('\n').map_or(0, |before| before + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    start..end
}

/// What a deserializer's message says.
enum Fault {
    UnknownKey { key: String, known: String, suggestion: String },
    Missing { key: String },
    BadValue { expected: String, suggestion: String },
}

impl Fault {
    fn of(message: &str) -> Fault {
        let quoted: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
        let first = quoted.first().copied().unwrap_or_default();
        let known = quoted.get(1..).unwrap_or_default();
        let suggestion = nearest(&first.to_lowercase(), known.iter().copied()).unwrap_or_default().to_owned();
        if message.starts_with("unknown field") {
            return Fault::UnknownKey { key: first.to_owned(), known: known.join(", "), suggestion };
        }
        if message.starts_with("missing field") {
            return Fault::Missing { key: first.to_owned() };
        }
        if message.starts_with("unknown variant") {
            return Fault::BadValue { expected: known.join(", "), suggestion };
        }
        let expected = message.rsplit_once("expected ").map_or(message, |(_, expected)| expected).trim();
        Fault::BadValue { expected: expected.to_owned(), suggestion: String::new() }
    }

    /// `path` and `written`: the key of a bad value from the root down, and the value as the file has it.
    fn finding(&self, place: Place, path: &str, written: &str) -> Finding {
        match self {
            Fault::UnknownKey { key, known, suggestion } => {
                let finding = Finding::new(UNKNOWN_KEY, place).with("key", key.as_str()).with("expected", known.as_str());
                finding.with("suggestion", suggestion.as_str())
            }
            Fault::Missing { key } => Finding::new(MISSING_KEY, place).with("key", key.as_str()),
            Fault::BadValue { expected, suggestion } => {
                let text = written.trim_matches(['"', '\'']);
                let is_text = text.len() < written.len();
                // A day is written without quotation marks.
                let is_day = expected == "a TOML datetime" && is_text && text.parse::<Date>().is_ok_and(|day| day.to_string() == text);
                let key = path.rsplit('.').next().filter(|_| is_text).unwrap_or_default();
                let finding = Finding::new(BAD_VALUE, place).with("key", path).with("expected", shown(expected, key));
                finding.with("suggestion", if is_day { text } else { suggestion.as_str() })
            }
        }
    }
}

/// Tables whose keys are no languages.
const BY_OTHERS: [&str; 2] = ["audiences", "translations"];

/// A kind of value as an example of it, which needs no language. `key`: that of a text where something else was expected.
fn shown(expected: &str, key: &str) -> String {
    // What a field says, or that it says nothing.
    if let Some((states, said)) = expected.rsplit_once(", ").filter(|_| expected.starts_with('"')) {
        return format!("{states}, {}", shown(said, key));
    }
    let example = match expected {
        "a string" | "a borrowed string" => "\"…\"",
        "a boolean" => "true, false",
        "a sequence" => "[ … ]",
        "a map" if !key.is_empty() && !BY_OTHERS.contains(&key) => return format!("{key}.nl = \"…\""),
        "a map" => "{ … }",
        "a TOML datetime" => "2026-11-22",
        language if language.starts_with("a two-letter language code") => "nl, en",
        number if number.starts_with(['u', 'i', 'f']) && number[1..].bytes().all(|b| b.is_ascii_digit()) => "1",
        table if table.starts_with("struct ") => "{ … }",
        other => other,
    };
    example.replace('`', "")
}

fn place(file: FileId, at: Option<Range<usize>>, text: &str) -> Place {
    // A missing key has the whole table as its place; its first line is enough to find it.
    let at = at.unwrap_or(0..0);
    let end = text.get(at.clone()).and_then(|found| found.find('\n')).map_or(at.end, |line| at.start + line);
    Span::new(file, at.start..end).into()
}

/// Where a value stands, by its keys from the root down. The beginning of the file where there is none.
pub fn value_span(sources: &Sources, file: FileId, path: &[&str]) -> Span {
    Span::new(file, spans(sources.file(file).text(), path).map_or(0..0, |(_, value)| value))
}

/// Where a key stands, found in the same way.
pub fn key_span(sources: &Sources, file: FileId, path: &[&str]) -> Span {
    Span::new(file, spans(sources.file(file).text(), path).map_or(0..0, |(key, _)| key))
}

fn spans(text: &str, path: &[&str]) -> Option<(Range<usize>, Range<usize>)> {
    let mut value = root(text);
    let mut key = 0..0;
    for segment in path {
        let DeValue::Table(table) = value.into_inner() else { return None };
        (key, value) = table.into_iter().find(|(key, _)| key.get_ref() == segment).map(|(key, value)| (key.span(), value))?;
    }
    Some((key, value.span()))
}

/// Where the entries of a list (`[[term]]`) have this value under a key, in order.
pub fn spans_in_list(sources: &Sources, file: FileId, list: &str, key: &str, value: &str) -> Vec<Span> {
    let DeValue::Table(mut table) = root(sources.file(file).text()).into_inner() else { return Vec::new() };
    let Some(DeValue::Array(entries)) = table.remove(list).map(Spanned::into_inner) else { return Vec::new() };
    let entries = entries.into_iter().filter_map(|entry| entry.into_inner().as_table().and_then(|entry| entry.get(key).cloned()));
    entries.filter(|found| found.get_ref().as_str() == Some(value)).map(|found| Span::new(file, found.span())).collect()
}

/// A text that stands somewhere in a file.
pub struct Written {
    /// Its keys from the root down: `engagement.purpose.nl`.
    pub path: String,
    /// The `id` of the entry that it is in (`[[engagement]]`); empty where that has none.
    pub entry: String,
    /// What it says.
    pub text: String,
    /// Where it stands, with its quotation marks.
    pub span: Span,
}

/// Every text of a file, wherever it stands.
pub fn texts(sources: &Sources, file: FileId) -> Vec<Written> {
    fn of(value: &Spanned<DeValue<'_>>, (path, entry): (&str, &str), file: FileId, found: &mut Vec<Written>) {
        match value.get_ref() {
            DeValue::String(text) => found.push(Written {
                path: path.to_owned(),
                entry: entry.to_owned(),
                text: text.to_string(),
                span: Span::new(file, value.span()),
            }),
            DeValue::Array(entries) => entries.iter().for_each(|value| of(value, (path, entry), file, found)),
            DeValue::Table(table) => {
                let own = table.get("id").and_then(|id| id.get_ref().as_str()).filter(|_| entry.is_empty()).unwrap_or(entry);
                table.iter().for_each(|(key, value)| of(value, (&join(path, key.get_ref()), own), file, found));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    of(&root(sources.file(file).text()), ("", ""), file, &mut found);
    found.sort_by_key(|written| written.span.start);
    found
}

fn root(text: &str) -> Spanned<DeValue<'_>> {
    let (root, _) = DeTable::parse_recoverable(text);
    Spanned::new(root.span(), DeValue::Table(root.into_inner()))
}

/// What was taken out so that reading could go on.
struct Removed {
    /// The table it was in.
    within: Range<usize>,
    /// Its key there.
    key: String,
    /// Its keys from the root down.
    path: String,
}

/// Takes out the innermost entry whose key or value covers the place.
fn remove(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>, path: &str) -> Option<Removed> {
    let within = value.span();
    match value.get_mut() {
        // A table's own span is only its header, so its entries are always looked at.
        DeValue::Table(table) => {
            for (key, value) in table.iter_mut() {
                let name = join(path, key.get_ref());
                if let Some(found) = remove(value, at, &name) {
                    return Some(found);
                }
            }
            let key = key_covering(table, at)?;
            table.remove(key.as_str());
            Some(Removed { within, path: join(path, &key), key })
        }
        DeValue::Array(entries) => entries.iter_mut().find_map(|entry| remove(entry, at, path)),
        _ => None,
    }
}

/// Takes out the table, or the entry of an array, that stands exactly here.
fn remove_table(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>) -> Option<Removed> {
    let within = value.span();
    match value.get_mut() {
        DeValue::Table(table) => {
            if let Some(found) = table.iter_mut().find_map(|(_, value)| remove_table(value, at)) {
                return Some(found);
            }
            let is_here = |value: &Spanned<DeValue<'_>>| matches!(value.get_ref(), DeValue::Table(_)) && value.span() == *at;
            let key = table.iter().find(|(_, value)| is_here(value)).map(|(key, _)| key.get_ref().to_string())?;
            table.remove(key.as_str());
            Some(Removed { within, path: String::new(), key })
        }
        DeValue::Array(entries) => {
            if let Some(found) = entries.iter_mut().find_map(|entry| remove_table(entry, at)) {
                return Some(found);
            }
            let index = entries.iter().position(|entry| matches!(entry.get_ref(), DeValue::Table(_)) && entry.span() == *at)?;
            *entries = std::mem::replace(entries, DeArray::new())
                .into_iter()
                .enumerate()
                .filter(|(at, _)| *at != index)
                .map(|(_, entry)| entry)
                .collect();
            Some(Removed { within, path: String::new(), key: String::new() })
        }
        _ => None,
    }
}

/// Gives the entry whose key stands here another key, unless the table has that.
fn rename(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>, to: &str) -> Option<Removed> {
    if to.is_empty() {
        return None;
    }
    let within = value.span();
    match value.get_mut() {
        DeValue::Table(table) => {
            if let Some(found) = table.iter_mut().find_map(|(_, value)| rename(value, at, to)) {
                return Some(found);
            }
            let (key, span) = table.iter().find(|(key, _)| key.span() == *at).map(|(key, _)| (key.get_ref().to_string(), key.span()))?;
            if table.contains_key(to) {
                return None;
            }
            let value = table.remove(key.as_str())?;
            table.insert(Spanned::new(span, to.to_owned().into()), value);
            Some(Removed { within, path: String::new(), key })
        }
        DeValue::Array(entries) => entries.iter_mut().find_map(|entry| rename(entry, at, to)),
        _ => None,
    }
}

fn key_covering(table: &DeTable<'_>, at: &Range<usize>) -> Option<String> {
    let covers = |outer: &Range<usize>| outer.start <= at.start && at.end <= outer.end;
    table.iter().find(|(key, value)| covers(&key.span()) || covers(&value.span())).map(|(key, _)| key.get_ref().to_string())
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
        #[serde(default)]
        part: Vec<Inner>,
        whole: Option<Inner>,
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {
        id: String,
        kind: Option<Kind>,
    }

    #[derive(Debug, PartialEq, serde::Deserialize)]
    #[serde(rename_all = "kebab-case")]
    enum Kind {
        Signed,
        Offered,
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
    fn a_fault_of_syntax_does_not_hide_the_others() {
        let found = faults("name = 'y'\nday = 2018-02-30\nsize = 'big'\nnmae = 'x'\n");
        assert!(found.iter().any(|fault| fault.starts_with("bad-date at `2018-02-30`")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("bad-value at `'big'`")), "{found:?}");
        assert!(found.iter().any(|fault| fault.starts_with("unknown-key at `nmae`")), "{found:?}");
        assert!(!found.iter().any(|fault| fault.starts_with("missing-key")), "{found:?}");
    }

    #[test]
    fn every_fault_of_a_file_is_told_at_once() {
        let text = "nmae = 'x'\nsize = 'big'\n[[part]]\nid = 'a'\n[[part]]\nidd = 'b'\nkind = 'sined'\n[[part]]\nid = true\n[whole]\n";
        assert_eq!(
            faults(text),
            [
                "unknown-key at `nmae`: nmae | name, size, part, whole | name",
                "bad-value at `'big'`: size | 1 | ",
                "unknown-key at `idd`: idd | id, kind | id",
                "bad-value at `'sined'`: part.kind | signed, offered | signed",
                "bad-value at `true`: part.id | \"…\" | ",
                "missing-key at `[whole]`: id | x.toml",
            ]
        );
    }

    #[test]
    fn what_is_right_is_read_all_the_same() {
        let sources = Sources::of_texts([("x.toml", "nmae = 'x'\n[[part]]\nid = 'a'\n[[part]]\nkind = 'signed'\n[whole]\nid = 3\n")]);
        let (read, findings) = read::<Example>(&sources, sources.find("x.toml").expect("just added"));
        let part = vec![Inner { id: "a".to_owned(), kind: None }];
        assert_eq!(read, Some(Example { name: "x".to_owned(), size: None, part, whole: None }));
        assert_eq!(findings.len(), 3);
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
