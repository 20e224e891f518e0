//! What a lawyer's words are in a language: `i18n/<language>/lexicon.toml`.
//!
//! The site's file is laid over the built-in one key by key. A key that cannot be used is a finding, and the
//! built-in value stays.

use schemars::JsonSchema;
use serde::Deserialize;
use toml::de::{DeTable, DeValue};

use super::{Language, Locale};
use crate::diagnostic::{BAD_TOML, BAD_VALUE, FileId, Finding, MISSING_FILE, MISSING_KEY, Place, Span, UNKNOWN_KEY, nearest};
use crate::source::Sources;

/// The words by which agreements in one language are taken apart. Words are in lower case and stand
/// for themselves in any case; where forms differ (`artikel`, `artikelen`), each is listed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lexicon {
    /// The language's own name for itself, as readers choose it: `Nederlands`.
    pub native_name: String,
    /// The Unicode locale that dates, numbers and the order of words follow: `nl`, `en-GB`.
    pub locale: String,
    /// What comes before the number of an article: `artikel`, `art.`.
    pub article: Vec<String>,
    /// What comes before the number of a clause within an article: `lid`.
    pub clause: Vec<String>,
    /// What comes before the label of an item within a clause: `onder`.
    pub item: Vec<String>,
    /// What begins the label of a part, or of an agreement annexed to another: `bijlage`. A text in one
    /// language may call its annexes by the words of another, so all that are met are listed, the singular first.
    pub annex: Vec<String>,
    /// What announces the name of a thing or party from here on: `hierna te noemen`.
    pub hereafter: Vec<String>,
    /// The twelve months, January first.
    pub months: [String; 12],
    /// What a noun may have added in the plural: `en`, `s`.
    pub plural_endings: Vec<String>,
    /// What a noun may exchange for something else in the plural: `heid` for `heden`.
    pub plural_changes: Vec<PluralChange>,
    /// Last letters that are doubled before such an ending that begins with a vowel: `lek`, `lekken`.
    pub plural_doubling: Vec<String>,
    /// Long vowels of a last syllable that are written short before such an ending: `afspraak`, `afspraken`.
    pub plural_shortening: Vec<String>,
    /// Plurals whose singular is another word, or none: `terms`.
    pub plural_only: Vec<String>,
    /// What a noun may have added in the possessive: `’s`.
    pub possessive_endings: Vec<String>,
    /// What joins the last two of a list of references: `en`.
    pub and: Vec<String>,
    /// What stands between the first and the last of a range of references: `tot en met`.
    pub range: Vec<String>,
    /// What points at the provision before: `vorig`.
    pub previous: Vec<String>,
    /// What points at the provision after: `volgend`.
    pub next: Vec<String>,
    /// Ordinal numbers, the first first: `eerste`.
    pub ordinals: Vec<String>,
    /// What may stand between a provision and the document it stands in: `van`, `de`.
    pub linking: Vec<String>,
    /// What says of what a provision is one, before an article: `van` (`de hoofdovereenkomst`).
    pub genitive: Vec<String>,
    /// Words by which a text says that a law was repealed or replaced: `ingetrokken`.
    pub repealed: Vec<String>,
    /// What names the words before a list of items, with the joining word: `aanhef en`.
    pub opening: Vec<String>,
    /// Words before a provision that name it by its whole number, as an article is, although they name a clause: `section`.
    pub by_number: Vec<String>,
    /// What stands before nouns, and is no part of a term: `de`.
    pub determiners: Vec<String>,
    /// Words that end in a point which ends no sentence: `art.`.
    pub abbreviations: Vec<String>,
    /// What refers to the very text it stands in: `deze`.
    #[serde(rename = "self")]
    pub this: Vec<String>,
    /// What is counted in Roman numerals, besides articles and annexes: `hoofdstuk`.
    pub division: Vec<String>,
    /// What begins a blank between brackets: `in te vullen`, `naam`.
    pub to_be_filled_in: Vec<String>,
    /// The numbers from nought to nineteen, in order.
    pub numbers: Vec<String>,
    /// The tens from ten to a hundred, in order.
    pub tens: Vec<String>,
    /// What a period in minutes is counted in.
    pub in_minutes: Vec<String>,
    /// What a period in hours is counted in: `uur`.
    pub in_hours: Vec<String>,
    /// What a period in days is counted in.
    pub in_days: Vec<String>,
    /// What a period in working days is counted in: `werkdagen`.
    pub in_working_days: Vec<String>,
    /// What a period in weeks is counted in.
    pub in_weeks: Vec<String>,
    /// What a period in months is counted in.
    pub in_months: Vec<String>,
    /// What a period in years is counted in.
    pub in_years: Vec<String>,
    /// What a document may call itself, or end in: `overeenkomst`.
    pub document: Vec<String>,
    /// Verbs by which a document says what it is: `is`, `bevat`.
    pub declares: Vec<String>,
    /// By which it says that not everyone may read it: `vertrouwelijk`.
    pub confidential: Vec<String>,
    /// By which it says that no outsider may read it: `voor intern gebruik`.
    pub internal_only: Vec<String>,
    /// What comes before how confidential a document is: `classificatie`.
    pub classification: Vec<String>,
    /// What stands before the document where a sentence is about what is in it: the `contents` of this document.
    pub contents: Vec<String>,
    /// What may stand before the subject of a sentence that does not begin with it: `dat`, `moet`.
    pub before_subject: Vec<String>,
    /// What only makes it stronger: `strikt`.
    pub intensifiers: Vec<String>,
    /// What denies: `niet`.
    pub negations: Vec<String>,
    /// What the heading of a column with the names of sub-processors has: `subverwerker`.
    pub sub_processor: Vec<String>,
    /// What else the heading of a column with names of companies has, where they are what the text is about: `naam`, `bedrijf`.
    pub company: Vec<String>,
    /// What the heading of a column with their purposes has, what says it best first: `doel`, `dienst`.
    pub purpose: Vec<String>,
}

/// An ending that a plural replaces, such as `party`, `parties`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PluralChange {
    /// The end of the singular: `y`.
    pub from: String,
    /// The end of the plural: `ies`.
    pub to: String,
}

/// Keys whose values are names and not words to be met in a text.
const NAMES: [&str; 2] = ["native-name", "locale"];

impl Lexicon {
    /// A term without the article before it: `de Overeenkomst` → `Overeenkomst`.
    pub fn without_determiner<'t>(&self, term: &'t str) -> &'t str {
        let first = term.split_whitespace().next().unwrap_or_default();
        let rest = term.trim_start().get(first.len()..).unwrap_or_default().trim_start();
        if self.determiners.contains(&first.to_lowercase()) && !rest.is_empty() { rest } else { term }
    }

    /// Reads a language's lexicon. What is wrong with it becomes findings, and the rest is used.
    pub fn load(sources: &Sources, language: Language) -> (Lexicon, Vec<Finding>) {
        let path = format!("i18n/{language}/lexicon.toml");
        let keys = keys();
        let mut findings = Vec::new();
        let mut merged = toml::Table::new();
        let mut last = None;
        for file in sources.layers(&path) {
            last = Some(file);
            let text = sources.file(file).text();
            match DeTable::parse(text) {
                Ok(table) => lay_over(&mut merged, table.into_inner(), &keys, file, &mut findings),
                Err(error) => {
                    let at = Span::new(file, error.span().unwrap_or(0..0));
                    findings.push(Finding::new(BAD_TOML, at).with("error", error.message()));
                }
            }
        }
        let Some(last) = last else {
            let place = Place::Path(format!("i18n/{language}"));
            return (Lexicon::default(), vec![Finding::new(MISSING_FILE, place).with("file", path)]);
        };
        let parsed = findings.iter().all(|finding| finding.rule != BAD_TOML);
        for (key, expected) in keys {
            if !merged.contains_key(&key) {
                // A file that is not TOML at all lacks nothing in particular.
                if parsed {
                    findings.push(Finding::new(MISSING_KEY, Span::new(last, 0..0)).with("key", &*key).with("file", &*path));
                }
                merged.insert(key, empty_value(expected));
            }
        }
        // Each value was tried on its own before, so nothing is left to go wrong here.
        (Lexicon::deserialize(merged).unwrap_or_default(), findings)
    }
}

/// What a key must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Name,
    Words,
    Months,
    Changes,
}

impl Expected {
    /// An example, which needs no language.
    fn shown(self) -> &'static str {
        match self {
            Expected::Name => "\"…\"",
            Expected::Words => "[\"…\"]",
            Expected::Months => "[\"…\"] (12)",
            Expected::Changes => "[{ from = \"…\", to = \"…\" }]",
        }
    }
}

/// Every key with what it must hold, from the schema, so that the struct is the only list.
fn keys() -> Vec<(String, Expected)> {
    let schema = schemars::schema_for!(Lexicon);
    let properties = schema.get("properties").and_then(|found| found.as_object());
    let expected = |key: &str, kind: Option<&str>| match (key, kind) {
        ("months", _) => Expected::Months,
        ("plural-changes", _) => Expected::Changes,
        (_, Some("string")) => Expected::Name,
        _ => Expected::Words,
    };
    properties.into_iter().flatten().map(|(key, value)| (key.clone(), expected(key, value["type"].as_str()))).collect()
}

fn empty_value(expected: Expected) -> toml::Value {
    match expected {
        Expected::Name => toml::Value::String(String::new()),
        Expected::Months => toml::Value::Array(vec![toml::Value::String(String::new()); 12]),
        Expected::Words | Expected::Changes => toml::Value::Array(Vec::new()),
    }
}

/// Lays one file's keys over what is there, leaving out those that cannot be used.
fn lay_over(merged: &mut toml::Table, table: DeTable<'_>, keys: &[(String, Expected)], file: FileId, findings: &mut Vec<Finding>) {
    for (key, value) in table {
        let name = key.get_ref().as_ref();
        let Some((_, expected)) = keys.iter().find(|(known, _)| known == name) else {
            let known: Vec<&str> = keys.iter().map(|(known, _)| known.as_str()).collect();
            findings.push(
                Finding::new(UNKNOWN_KEY, Span::new(file, key.span()))
                    .with("key", name)
                    .with("expected", known.join(", "))
                    .with("suggestion", nearest(name, known).unwrap_or_default()),
            );
            continue;
        };
        let at = Span::new(file, value.span());
        match usable(name, *expected, value.get_ref()) {
            Some(value) => {
                merged.insert(name.to_owned(), value);
            }
            None => findings.push(Finding::new(BAD_VALUE, at).with("key", name).with("expected", expected.shown())),
        }
    }
}

/// The value, if the key may hold it: words not empty and in lower case, a locale that is one.
fn usable(key: &str, expected: Expected, value: &DeValue) -> Option<toml::Value> {
    let text = |value: &DeValue| {
        let text = value.as_str()?;
        let allowed = NAMES.contains(&key) || text == text.to_lowercase();
        (!text.trim().is_empty() && allowed).then(|| toml::Value::String(text.to_owned()))
    };
    let change = |value: &DeValue| {
        let table = value.as_table()?;
        let part = |name: &str| table.iter().find(|(key, _)| key.get_ref() == name).and_then(|(_, value)| text(value.get_ref()));
        let change = [("from", part("from")?), ("to", part("to")?)];
        (table.len() == 2).then(|| toml::Value::Table(change.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
    };
    let list = |each: &dyn Fn(&DeValue) -> Option<toml::Value>| {
        value.as_array()?.iter().map(|value| each(value.get_ref())).collect::<Option<Vec<_>>>()
    };
    match expected {
        Expected::Name => text(value).filter(|name| key != "locale" || name.as_str().is_some_and(|name| Locale::from_name(name).is_some())),
        Expected::Words => list(&text).map(toml::Value::Array),
        Expected::Months => list(&text).filter(|months| months.len() == 12).map(toml::Value::Array),
        Expected::Changes => list(&change).map(toml::Value::Array),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dutch_with(site: &str) -> (Lexicon, Vec<(String, String)>) {
        let sources = Sources::of_texts([("i18n/nl/lexicon.toml", site)]);
        let (lexicon, findings) = Lexicon::load(&sources, Language::NL);
        let told = findings.iter().map(|finding| {
            let at = match finding.place {
                Place::Span(span) => site.get(span.range()).unwrap_or_default().to_owned(),
                _ => String::new(),
            };
            (finding.rule.name.to_owned(), at)
        });
        (lexicon, told.collect())
    }

    #[test]
    fn the_built_in_lexicons_are_whole() {
        for (language, name, locale, march) in [(Language::NL, "Nederlands", "nl-NL", "maart"), (Language::EN, "English", "en-GB", "march")]
        {
            let (lexicon, findings) = Lexicon::load(&Sources::built_in(), language);
            assert_eq!(findings, []);
            assert_eq!((lexicon.native_name.as_str(), lexicon.locale.as_str(), lexicon.months[2].as_str()), (name, locale, march));
            assert!(lexicon.annex.contains(&"schedule".to_owned()), "both languages know each other's annexes");
        }
    }

    #[test]
    fn the_site_overrides_key_by_key() {
        let (lexicon, findings) = dutch_with("clause = ['lid', 'leden', 'paragraaf']");
        assert_eq!(findings, []);
        assert_eq!(lexicon.clause, ["lid", "leden", "paragraaf"]);
        assert_eq!(lexicon.native_name, "Nederlands");
    }

    #[test]
    fn what_cannot_be_used_is_told_and_the_built_in_value_stays() {
        for (site, rule, at) in [
            ("clauses = ['lid']", "unknown-key", "clauses"),
            ("clause = 'lid'", "bad-value", "'lid'"),
            ("clause = ['Lid']", "bad-value", "['Lid']"),
            ("clause = ['']", "bad-value", "['']"),
            ("months = ['januari']", "bad-value", "['januari']"),
            ("plural-changes = [{ from = 'heid' }]", "bad-value", "[{ from = 'heid' }]"),
            ("locale = 'Nederlands'", "bad-value", "'Nederlands'"),
            ("clause = [", "bad-toml", ""),
        ] {
            let (lexicon, findings) = dutch_with(site);
            assert_eq!(findings, [(rule.to_owned(), at.to_owned())], "{site}");
            assert_eq!(lexicon, Lexicon::load(&Sources::built_in(), Language::NL).0, "{site}");
        }
    }

    #[test]
    fn a_new_language_needs_every_key() {
        let sources = Sources::of_texts([("i18n/de/lexicon.toml", "native-name = 'Deutsch'\nlocale = 'de'\n")]);
        let german = Language::from_code("de").expect("a language");
        let (lexicon, findings) = Lexicon::load(&sources, german);
        assert_eq!(lexicon.native_name, "Deutsch");
        assert!(findings.iter().all(|finding| finding.rule == MISSING_KEY));
        assert_eq!(findings.len(), keys().len() - 2);

        let (_, findings) = Lexicon::load(&Sources::built_in(), german);
        assert_eq!(findings.iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["missing-file"]);
    }
}
