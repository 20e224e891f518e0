//! The words of the program, per language, from the Fluent files in `i18n/`.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::resolver::ResolverError;
use fluent_bundle::resolver::errors::ReferenceKind;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::fluent::{self, MessageFile};
use super::locale::number_in_message;
use super::{Language, Lexicon, Locale};
use crate::diagnostic::{BAD_MESSAGE, DUPLICATE_ENTRY, FileId, Finding, MISSING_MESSAGE, Place, Span, UNEXPECTED_FILE};
use crate::source::{Origin, Sources};

/// Everything there is to say, in every language. It may be shared between threads; a clone is the same messages.
#[derive(Clone)]
pub struct Messages {
    spoken: Arc<BTreeMap<Language, Spoken>>,
    nowhere: Arc<(Locale, Lexicon)>,
}

/// Messages are equal if they come from one reading: what was read anew is not compared.
impl PartialEq for Messages {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.spoken, &other.spoken)
    }
}

/// One language.
struct Spoken {
    bundle: FluentBundle<FluentResource>,
    keys: BTreeMap<String, Span>,
    locale: Locale,
    lexicon: Lexicon,
}

/// What a message is filled with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'a> {
    /// Text, put in as it is. A date or a year is text, made by [`Locale`].
    Text(Cow<'a, str>),
    /// A count, which plurals depend on, written with the groups of the language.
    Number(i64),
}

/// Why a text could not be given. The program's own messages are complete by test, so this means a site's
/// override that was reported before, or a slip in a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingText {
    /// The language it was asked in.
    pub language: Language,
    /// The message, or message and attribute, that was asked for.
    pub id: String,
    /// Fluent's own words.
    pub reason: String,
}

impl Messages {
    /// Reads the messages and lexicons of all languages. What cannot be used becomes findings.
    pub fn load(sources: &Sources) -> (Messages, Vec<Finding>) {
        let (folders, mut findings) = folders(sources);
        let mut spoken = BTreeMap::new();
        for (language, files) in folders {
            spoken.insert(language, speak(sources, language, &files, &mut findings));
        }
        report_missing(&spoken, &mut findings);
        (Messages { spoken: Arc::new(spoken), nowhere: Arc::new((Locale::root(), Lexicon::default())) }, findings)
    }

    /// All languages, by their codes.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.spoken.keys().copied()
    }

    /// Whether there is such a message (`id`) or attribute of a message (`id.attribute`).
    pub fn has(&self, language: Language, id: &str) -> bool {
        self.spoken.get(&language).is_some_and(|spoken| spoken.keys.contains_key(id))
    }

    /// A message (`id`) or an attribute of it (`id.attribute`), filled in.
    ///
    /// # Errors
    /// If there is no such language or message, or it needs an argument or a message that is not given.
    /// Nothing that is half filled in is ever returned.
    pub fn text(&self, language: Language, id: &str, args: &[(&str, Value)]) -> Result<String, MissingText> {
        self.filled(language, id, args).map_err(|(missing, _)| missing)
    }

    /// A message as it stands before anything is known: each argument that it needs is an ellipsis.
    ///
    /// # Errors
    /// As [`Messages::text`], but for arguments.
    pub fn text_in_general(&self, language: Language, id: &str) -> Result<String, MissingText> {
        let mut asked: Vec<String> = Vec::new();
        loop {
            let args: Vec<(&str, Value)> = asked.iter().map(|name| (name.as_str(), Value::from("…"))).collect();
            match self.filled(language, id, &args) {
                Ok(text) => return Ok(text),
                // Each round fills in at least one that was asked for, so this ends.
                Err((_, unknown)) if unknown.iter().any(|name| !asked.contains(name)) => asked.extend(unknown),
                Err((missing, _)) => return Err(missing),
            }
        }
    }

    /// A message filled in; else why not, and the names of the arguments that were not given.
    fn filled(&self, language: Language, id: &str, args: &[(&str, Value)]) -> Result<String, (MissingText, Vec<String>)> {
        let missing = |reason: String| (MissingText { language, id: id.to_owned(), reason }, Vec::new());
        let bundle = &self.spoken.get(&language).ok_or_else(|| missing("Unknown language".to_owned()))?.bundle;
        let (name, attribute) = match id.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (id, None),
        };
        let message = bundle.get_message(name);
        let pattern = match attribute {
            None => message.and_then(|message| message.value()),
            Some(attribute) => message.and_then(|message| message.get_attribute(attribute)).map(|attribute| attribute.value()),
        };
        let pattern = pattern.ok_or_else(|| missing("Unknown message".to_owned()))?;
        let mut filled = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            filled.set(*name, FluentValue::from(value));
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&filled), &mut errors);
        let unknown = errors.iter().filter_map(|error| match error {
            FluentError::ResolverError(ResolverError::Reference(ReferenceKind::Variable { id })) => Some(id.clone()),
            _ => None,
        });
        match errors.first() {
            None => Ok(text.into_owned()),
            Some(error) => Err((missing(error.to_string()).0, unknown.collect())),
        }
    }

    /// How the language writes dates and numbers; for a language that is not there, how none does in particular.
    pub fn locale(&self, language: Language) -> &Locale {
        self.spoken.get(&language).map_or(&self.nowhere.0, |spoken| &spoken.locale)
    }

    /// What a lawyer's words are in the language; for a language that is not there, there are none.
    pub fn lexicon(&self, language: Language) -> &Lexicon {
        self.spoken.get(&language).map_or(&self.nowhere.1, |spoken| &spoken.lexicon)
    }
}

/// The paths of each language's message files. What else is in `i18n/` is a finding.
fn folders(sources: &Sources) -> (BTreeMap<Language, Vec<String>>, Vec<Finding>) {
    let mut folders = BTreeMap::new();
    let mut findings = Vec::new();
    for path in sources.paths("i18n/") {
        let segments: Vec<&str> = path.split('/').collect();
        let (language, file) = match segments[..] {
            [_, folder, file] => (Language::from_code(folder), file),
            _ => (None, ""),
        };
        match language {
            Some(language) if file.ends_with(".ftl") => folders.entry(language).or_insert_with(Vec::new).push(path.to_owned()),
            Some(language) if file == "lexicon.toml" => {
                folders.entry(language).or_insert_with(Vec::new);
            }
            _ => findings.push(Finding::new(UNEXPECTED_FILE, Place::Path(path.to_owned())).with("suggestion", "")),
        }
    }
    (folders, findings)
}

/// Reads one language: all built-in files first, so that the site may override a message from any file.
fn speak(sources: &Sources, language: Language, paths: &[String], findings: &mut Vec<Finding>) -> Spoken {
    let (lexicon, found) = Lexicon::load(sources, language);
    findings.extend(found);
    let locale = Locale::from_name(&lexicon.locale).or_else(|| Locale::from_name(language.code())).unwrap_or_else(Locale::root);
    let identifier: LanguageIdentifier = locale.name().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(number_in_message));

    let mut files: Vec<FileId> = paths.iter().flat_map(|path| sources.layers(path)).collect();
    files.sort_by_key(|file| sources.file(*file).origin);
    let mut keys = BTreeMap::new();
    let mut references = Vec::new();
    let mut named: BTreeMap<(Origin, String), Span> = BTreeMap::new();
    for file in files {
        let origin = sources.file(file).origin;
        let (read, found) = fluent::read(file, sources.file(file).text());
        findings.extend(found);
        let MessageFile { resource, keys: own_keys, names, references: own_references } = read;
        for (name, span) in names {
            forget(&mut keys, &name);
            if let Some(first) = named.insert((origin, name.clone()), span) {
                findings.push(Finding::new(DUPLICATE_ENTRY, span).with("id", name).related(first));
            }
        }
        keys.extend(own_keys);
        references.extend(own_references);
        bundle.add_resource_overriding(resource);
    }
    for (reference, span) in references {
        if !keys.contains_key(&reference) {
            findings.push(Finding::new(BAD_MESSAGE, span).with("error", format!("Unknown message: {reference}")));
        }
    }
    Spoken { bundle, keys, locale, lexicon }
}

/// Forgets a message that is overridden, with its attributes: a message is overridden whole.
fn forget(keys: &mut BTreeMap<String, Span>, name: &str) {
    for sigil in ["", "-"] {
        let whole = format!("{sigil}{name}");
        let attributes = format!("{whole}.");
        keys.remove(&whole);
        let gone: Vec<String> =
            keys.range(attributes.clone()..).map(|(key, _)| key.clone()).take_while(|key| key.starts_with(&attributes)).collect();
        for key in gone {
            keys.remove(&key);
        }
    }
}

/// Reports, for each language, what another can say and it cannot. Of a message that it lacks whole, the
/// attributes are not told as well. Terms are a language's own affair.
fn report_missing(spoken: &BTreeMap<Language, Spoken>, findings: &mut Vec<Finding>) {
    let all: BTreeSet<&str> = spoken.values().flat_map(|spoken| spoken.keys.keys()).map(String::as_str).collect();
    for key in all.into_iter().filter(|key| !key.starts_with('-')) {
        let Some(at) = spoken.values().find_map(|spoken| spoken.keys.get(key)) else { continue };
        for (language, here) in spoken {
            let whole = key.split_once('.').map(|(name, _)| name);
            let told_whole =
                whole.is_some_and(|name| !here.keys.contains_key(name) && spoken.values().any(|other| other.keys.contains_key(name)));
            if !here.keys.contains_key(key) && !told_whole {
                findings.push(Finding::new(MISSING_MESSAGE, *at).with("message", key).with("language", language.code()));
            }
        }
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.spoken.iter().map(|(language, spoken)| (language, spoken.keys.len()))).finish()
    }
}

impl fmt::Display for MissingText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "no text for `{}` in {}: {}", self.id, self.language, self.reason)
    }
}

impl std::error::Error for MissingText {}

impl<'a> From<&'a Value<'_>> for FluentValue<'a> {
    fn from(value: &'a Value<'_>) -> Self {
        match value {
            Value::Text(text) => FluentValue::String(Cow::Borrowed(text)),
            Value::Number(number) => FluentValue::from(*number),
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Value::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(Cow::Owned(text))
    }
}

macro_rules! numbers {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Value<'_> {
            /// Numbers beyond what is counted here are the largest there is.
            fn from(number: $kind) -> Self {
                Value::Number(i64::try_from(number).unwrap_or(i64::MAX))
            }
        })*
    };
}

numbers!(i8, i16, i32, i64, u8, u16, u32, u64, usize);

#[cfg(test)]
mod tests;
