//! Vocabularies: the site's entries over the built-in ones.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use serde::de::DeserializeOwned;

use crate::diagnostic::{AMBIGUOUS_NAME, DUPLICATE_ENTRY, FileId, Finding, Place, Span, UNKNOWN_TERM, UNKNOWN_VOCABULARY, listed, nearest};
use crate::i18n::{Language, Messages};
use crate::model::agreement::Agreement;
use crate::model::vocabulary::Vocabulary;
use crate::parse::countries::{CountriesFile, PersonalDataFile};
use crate::parse::recorded::stated_day;
use crate::parse::table;
use crate::parse::vocabulary::{ConceptsFile, Entry, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use crate::source::Sources;

/// Reads all vocabularies.
pub fn load(sources: &Sources, findings: &mut Vec<Finding>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    // An entry of the site's with an id of a built-in one takes its place.
    let mut facts = |file: FactsFile| {
        vocabulary.groups.extend(file.group);
        vocabulary.units.extend(file.unit);
        vocabulary.triggers.extend(file.trigger);
        vocabulary.pers.extend(file.per);
        vocabulary.places.extend(file.place);
        file.fact
    };
    let mut requirements = |file: RequirementsFile| {
        vocabulary.tiers.extend(file.tier);
        vocabulary.requirement_groups.extend(file.group);
        file.requirement
    };
    let facts = entries(sources, "facts", &mut facts, findings);
    let requirements = entries(sources, "requirements", &mut requirements, findings);
    countries(sources, &mut vocabulary, findings);
    Vocabulary {
        topics: entries(sources, "topics", |file: TopicsFile| file.topic, findings),
        facts,
        requirements,
        measures: entries(sources, "measures", |file: MeasuresFile| file.measure, findings),
        concepts: entries(sources, "concepts", |file: ConceptsFile| file.concept, findings),
        laws: entries(sources, "laws", |file: LawsFile| file.law, findings),
        ..vocabulary
    }
}

/// What registers of sub-processors are held against.
fn countries(sources: &Sources, vocabulary: &mut Vocabulary, findings: &mut Vec<Finding>) {
    for file in sources.layers("content/vocabulary/countries.toml") {
        let (read, told) = table::read::<CountriesFile>(sources, file);
        findings.extend(told);
        let Some(read) = read else { continue };
        vocabulary.countries.extend(read.codes);
        vocabulary.countries_verified = stated_day(read.verified.as_ref()).or(vocabulary.countries_verified);
        let named = read.eea.iter().map(|state| ("eea", &state.country)).chain(read.adequacy.iter().map(|own| ("adequacy", &own.country)));
        for (list, code) in named.filter(|(_, code)| !vocabulary.countries.contains(*code)) {
            let suggestion = nearest(code, vocabulary.countries.iter().map(String::as_str)).unwrap_or_default();
            for place in table::spans_in_list(sources, file, list, "country", code) {
                let finding = Finding::new(UNKNOWN_VOCABULARY, place).with("kind", "country").with("id", code.as_str());
                findings.push(finding.with("suggestion", suggestion));
            }
        }
        lay_over(&mut vocabulary.eea, read.eea, &List { sources, file, name: "eea", key: "country" }, findings);
        lay_over(&mut vocabulary.adequacy, read.adequacy, &List { sources, file, name: "adequacy", key: "id" }, findings);
    }
    for file in sources.layers("content/vocabulary/personal-data.toml") {
        let (read, told) = table::read::<PersonalDataFile>(sources, file);
        findings.extend(told);
        let Some(read) = read else { continue };
        lay_over(&mut vocabulary.data, read.category, &List { sources, file, name: "category", key: "id" }, findings);
        lay_over(&mut vocabulary.subjects, read.subject, &List { sources, file, name: "subject", key: "id" }, findings);
    }
}

/// The entries of a file that has one list.
fn entries<F: DeserializeOwned, E: Entry>(
    sources: &Sources,
    name: &str,
    mut list: impl FnMut(F) -> Vec<E>,
    findings: &mut Vec<Finding>,
) -> Vec<E> {
    let mut entries: Vec<E> = Vec::new();
    for file in sources.layers(&format!("content/vocabulary/{name}.toml")) {
        let (read, told) = table::read::<F>(sources, file);
        findings.extend(told);
        let own = read.map(&mut list).unwrap_or_default();
        lay_over(&mut entries, own, &List { sources, file, name: name.trim_end_matches('s'), key: "id" }, findings);
    }
    entries
}

/// A list of a file, by its name, and the key by which its entries are known.
struct List<'a> {
    sources: &'a Sources,
    file: FileId,
    name: &'a str,
    key: &'a str,
}

/// Lays a file's entries over those that are there. The same id twice in one file is a mistake; in the site's file it replaces the
/// built-in entry.
fn lay_over<E: Entry>(entries: &mut Vec<E>, own: Vec<E>, list: &List, findings: &mut Vec<Finding>) {
    let mut seen: HashSet<String> = HashSet::new();
    for entry in own {
        if !seen.insert(entry.id().to_owned()) {
            let places = table::spans_in_list(list.sources, list.file, list.name, list.key, entry.id());
            let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
            findings.push(Finding::new(DUPLICATE_ENTRY, *last).with("id", entry.id()).related(*first));
        }
        match entries.iter().position(|known| known.id() == entry.id()) {
            Some(at) => entries[at] = entry,
            None => entries.push(entry),
        }
    }
}

/// Tells of concepts that no vocabulary has. Topics and measures are told of where they stand in a text.
pub fn check(vocabulary: &Vocabulary, agreement: &Agreement, sources: &Sources, findings: &mut Vec<Finding>) {
    let known = |id: &str| vocabulary.concepts.iter().any(|concept| concept.id == id);
    let mut unknown: Vec<&str> = agreement.terms.iter().filter_map(|term| term.concept.as_deref()).filter(|id| !known(id)).collect();
    unknown.sort_unstable();
    unknown.dedup();
    for id in unknown {
        let ids: Vec<&str> = vocabulary.concepts.iter().map(|concept| concept.id.as_str()).collect();
        let suggestion = nearest(id, ids.iter().copied()).unwrap_or_default();
        for place in table::spans_in_list(sources, agreement.file, "term", "concept", id) {
            let finding = Finding::new(UNKNOWN_VOCABULARY, place).with("kind", "concept").with("id", id);
            findings.push(finding.with("known", listed(&ids, suggestion)).with("suggestion", suggestion));
        }
    }
}

/// Tells of names that two laws or two concepts bear: a text that uses one could mean either, so it is taken for neither.
pub fn check_names(vocabulary: &Vocabulary, sources: &Sources, findings: &mut Vec<Finding>) {
    let languages: BTreeSet<Language> = vocabulary
        .laws
        .iter()
        .flat_map(|law| law.name.keys())
        .chain(vocabulary.concepts.iter().flat_map(|concept| concept.name.keys()))
        .copied()
        .collect();
    for language in languages {
        let laws = vocabulary.laws.iter().flat_map(|law| law.names(language).map(|name| (law.id.as_str(), name)));
        tell_shared("laws", laws, sources, findings);
        let concepts = vocabulary.concepts.iter().flat_map(|concept| concept.names(language).map(|name| (concept.id.as_str(), name)));
        tell_shared("concepts", concepts, sources, findings);
    }
}

fn tell_shared<'a>(file: &str, names: impl Iterator<Item = (&'a str, &'a str)>, sources: &Sources, findings: &mut Vec<Finding>) {
    let mut borne: BTreeMap<String, &str> = BTreeMap::new();
    let mut told: HashSet<String> = HashSet::new();
    for (id, name) in names {
        let first = *borne.entry(name.to_lowercase()).or_insert(id);
        if first == id || !told.insert(name.to_lowercase()) {
            continue;
        }
        let path = format!("content/vocabulary/{file}.toml");
        // Where the site writes the name itself; else it came with the program.
        let written = sources.layers(&path).filter_map(|file| {
            let at = sources.file(file).text().find(&format!("\"{name}\""))?;
            Some(Place::from(Span::new(file, at..at + name.len() + 2)))
        });
        let place = written.last().unwrap_or(Place::Path(path));
        let finding = Finding::new(AMBIGUOUS_NAME, place).with("name", name);
        findings.push(finding.with("first", first).with("second", id));
    }
}

/// Tells of `[[term]]` entries for what no text of the agreement defines: a slip there would go unseen.
pub fn check_terms(agreement: &Agreement, sources: &Sources, messages: &Messages, findings: &mut Vec<Finding>) {
    if agreement.terms.is_empty() {
        return;
    }
    let mut defined: BTreeSet<String> = BTreeSet::new();
    for (language, text) in &agreement.texts {
        let lexicon = messages.lexicon(*language);
        text.texts(&mut |place| {
            for (_, term, _) in place.text.defined() {
                defined.extend([term.to_owned(), lexicon.without_determiner(term).to_owned()]);
            }
        });
    }
    for hint in agreement.terms.iter().filter(|hint| !defined.contains(&hint.text)) {
        if hint.forms.iter().any(|form| defined.contains(form)) {
            continue;
        }
        let suggestion = nearest(&hint.text, defined.iter().map(String::as_str)).unwrap_or_default().to_owned();
        for place in table::spans_in_list(sources, agreement.file, "term", "text", &hint.text) {
            findings.push(Finding::new(UNKNOWN_TERM, place).with("term", hint.text.as_str()).with("suggestion", suggestion.as_str()));
        }
    }
}
