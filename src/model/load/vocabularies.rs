//! Vocabularies: the site's entries over the built-in ones.

use std::collections::HashSet;

use serde::de::DeserializeOwned;

use crate::diagnostic::{DUPLICATE_ENTRY, Finding, UNKNOWN_VOCABULARY, nearest};
use crate::model::vendor::Vendor;
use crate::model::vocabulary::Vocabulary;
use crate::parse::table;
use crate::parse::vocabulary::{ConceptsFile, Entry, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use crate::source::Sources;

/// Reads all vocabularies.
pub fn load(sources: &Sources, findings: &mut Vec<Finding>) -> Vocabulary {
    Vocabulary {
        topics: entries(sources, "topics", |file: TopicsFile| file.topic, findings),
        facts: entries(sources, "facts", |file: FactsFile| file.fact, findings),
        requirements: entries(sources, "requirements", |file: RequirementsFile| file.requirement, findings),
        measures: entries(sources, "measures", |file: MeasuresFile| file.measure, findings),
        concepts: entries(sources, "concepts", |file: ConceptsFile| file.concept, findings),
        laws: entries(sources, "laws", |file: LawsFile| file.law, findings),
    }
}

fn entries<F: DeserializeOwned, E: Entry>(
    sources: &Sources,
    name: &str,
    list: impl Fn(F) -> Vec<E>,
    findings: &mut Vec<Finding>,
) -> Vec<E> {
    let mut entries: Vec<E> = Vec::new();
    for file in sources.layers(&format!("content/vocabulary/{name}.toml")) {
        let (read, told) = table::read::<F>(sources, file);
        findings.extend(told);
        let own = read.map(&list).unwrap_or_default();
        let mut seen: HashSet<String> = HashSet::new();
        for entry in own {
            // The same id twice in one file is a mistake; in the site's file it replaces the built-in entry.
            if !seen.insert(entry.id().to_owned()) {
                let places = table::spans_in_list(sources, file, name.trim_end_matches('s'), "id", entry.id());
                let (Some(first), Some(last)) = (places.first(), places.last()) else { continue };
                findings.push(Finding::new(DUPLICATE_ENTRY, *last).with("id", entry.id()).related(*first));
            }
            match entries.iter().position(|known| known.id() == entry.id()) {
                Some(at) => entries[at] = entry,
                None => entries.push(entry),
            }
        }
    }
    entries
}

/// Tells of concepts that no vocabulary has. Topics and measures are told of where they stand in a text.
pub fn check(vocabulary: &Vocabulary, vendors: &[Vendor], sources: &Sources, findings: &mut Vec<Finding>) {
    let known = |id: &str| vocabulary.concepts.iter().any(|concept| concept.id == id);
    for agreement in vendors.iter().flat_map(|vendor| &vendor.agreements) {
        let mut unknown: Vec<&str> = agreement.terms.iter().filter_map(|term| term.concept.as_deref()).filter(|id| !known(id)).collect();
        unknown.sort_unstable();
        unknown.dedup();
        for id in unknown {
            let suggestion = nearest(id, vocabulary.concepts.iter().map(|concept| concept.id.as_str())).unwrap_or_default();
            for place in table::spans_in_list(sources, agreement.file, "term", "concept", id) {
                let finding = Finding::new(UNKNOWN_VOCABULARY, place).with("kind", "concept").with("id", id);
                findings.push(finding.with("suggestion", suggestion));
            }
        }
    }
}
