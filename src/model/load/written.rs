//! What cannot stand in the texts of registers and companies, or seldom means what it says: they are shown on pages, in feeds,
//! calendars, letters and spreadsheets.

use crate::diagnostic::{CONTROL_CHARACTER, FileId, Finding, SUSPECT_WORDS};
use crate::i18n::Language;
use crate::model::load::told;
use crate::parse::table::{self, Written};
use crate::source::Sources;

/// The fields of a company that stand in titles and subjects: on one line.
const NAMES: [&str; 5] = ["name", "known-as", "legal-name", "address", "parent"];
/// What is said in every language.
const WORDS: [&str; 8] = ["purpose", "service", "condition", "source", "role", "document", "what", "why"];
/// Keys whose texts are held against something else: ids, quotes and addresses of the web, and reasons that no reader sees.
const CHECKED: [&str; 15] = [
    "id",
    "company",
    "engagement",
    "former",
    "about",
    "agreement",
    "clause",
    "quote",
    "rule",
    "at",
    "reason",
    "link",
    "website",
    "data",
    "data-subjects",
];

/// Tells what is wrong with the texts of a file.
pub fn told(sources: &Sources, file: FileId) -> Vec<Finding> {
    let mut findings = Vec::new();
    for written in table::texts(sources, file) {
        let (rest, key) = written.path.rsplit_once('.').unwrap_or(("", &written.path));
        let is_by_language = WORDS.iter().any(|words| rest.ends_with(words)) && Language::from_code(key).is_some();
        if is_by_language && written.text.trim().is_empty() {
            findings.push(told::bad_value(file, written.span.range(), &written.path, &in_its_place(rest), ""));
        }
        if CHECKED.contains(&key) {
            continue;
        }
        let is_name = NAMES.contains(&written.path.as_str());
        if is_name && written.text.contains(is_control) {
            let one_line = written.text.split(|c: char| is_control(c) || c.is_whitespace()).filter(|word| !word.is_empty());
            let finding = Finding::new(CONTROL_CHARACTER, written.span).with("key", key);
            findings.push(finding.with("suggestion", one_line.collect::<Vec<_>>().join(" ")));
        }
        findings.extend(suspect(&written, key, is_name));
    }
    findings
}

/// What may be written instead of a language's words that are empty.
fn in_its_place(field: &str) -> String {
    match field.strip_prefix("engagement.") {
        Some(required @ ("purpose" | "service")) => format!("\"…\", {required} = \"not-stated\", {required} = \"not-recorded\""),
        _ => "\"…\"".to_owned(),
    }
}

/// What a browser, a terminal or a spreadsheet could take for something other than words.
fn suspect<'a>(written: &'a Written, key: &'a str, is_name: bool) -> impl Iterator<Item = Finding> + 'a {
    let text = written.text.as_str();
    let code = |c: char| format!("U+{:04X}", u32::from(c));
    let tag = tag(text).map(|tag| ("tag", tag.to_owned()));
    // Of names it was told already, and words may stand on several lines.
    let control = text.chars().find(|c| c.is_control() && *c != '\n').filter(|_| !is_name).map(|c| ("control", code(c)));
    let unseen = text.chars().find(|c| is_unseen(*c)).map(|c| ("unseen", code(c)));
    // A telephone number begins with a plus.
    let formula = text.chars().next().filter(|c| "=+-@".contains(*c) && key != "value").map(|c| ("formula", c.to_string()));
    [tag, control, unseen, formula].into_iter().flatten().map(move |(what, found)| {
        let finding = Finding::new(SUSPECT_WORDS, written.span).with("id", written.entry.as_str()).with("key", written.path.as_str());
        finding.with("what", what).with("found", found)
    })
}

/// What looks like a tag of HTML: `<b>`, `</b`, `<!--`.
fn tag(text: &str) -> Option<&str> {
    let begins = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let at = text.match_indices('<').map(|(at, _)| at).find(|at| begins(*at))?;
    let end = text[at..].find('>').map_or(text.len(), |end| at + end + 1);
    Some(&text[at..end])
}

fn is_control(c: char) -> bool {
    c.is_control() || "\u{2028}\u{2029}".contains(c)
}

/// Whether a character is not seen, and turns the direction of what follows or hides in a word (Unicode Standard Annex 9).
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is told of a file with one line, as `what found`.
    fn told_of(line: &str) -> Vec<String> {
        let path = "content/sub-processors/kast.toml";
        let sources = Sources::of_texts([(path, line)]);
        let told = told(&sources, sources.find(path).expect("the file"));
        told.iter()
            .map(|finding| format!("{} {}", finding.arg("what").unwrap_or(finding.rule.name), finding.arg("found").unwrap_or("–")))
            .collect()
    }

    #[test]
    fn words_that_programs_take_for_something_else_are_told() {
        for (line, expected) in [
            ("name = 'Kast & Zoon'", vec![]),
            ("name = '1 < 2 > 0, en <3'", vec![]),
            ("name = '<script>alert(1)</script>'", vec!["tag <script>"]),
            ("purpose.nl = 'opslag </td'", vec!["tag </td"]),
            ("purpose.nl = '=HYPERLINK(\"https://kast.example/\")'", vec!["formula ="]),
            ("contact = [{ value = '+31 30 123 45 67' }]", vec![]),
            (r#"name = "Kast\u202Etsak""#, vec!["unseen U+202E"]),
            (r#"name = "Kast\nZoon""#, vec!["control-character –"]),
            (r#"purpose.nl = "a\u0007b""#, vec!["control U+0007"]),
            ("purpose.nl = ' '", vec!["bad-value –"]),
            ("quote = '- <b>'", vec![]),
        ] {
            assert_eq!(told_of(line), expected, "{line}");
        }
    }
}
