//! Vocabularies: the site's entries over the built-in ones.

use serde::de::DeserializeOwned;

use crate::diagnostic::{DUPLICATE_ENTRY, FileId, Finding, Place, Span, UNKNOWN_VOCABULARY, nearest};
use crate::model::vendor::Vendor;
use crate::model::vocabulary::Vocabulary;
use crate::model::walk::Place as TextPlace;
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
        let before = entries.len();
        for entry in own {
            if let Some(at) = entries.iter().position(|known| known.id() == entry.id()) {
                // The same id twice in one file is a mistake; in the site's file it replaces the built-in entry.
                if at >= before {
                    findings.push(Finding::new(DUPLICATE_ENTRY, place_of(sources, file, entry.id())).with("id", entry.id()));
                }
                entries[at] = entry;
            } else {
                entries.push(entry);
            }
        }
    }
    entries
}

fn place_of(sources: &Sources, file: FileId, id: &str) -> Place {
    let at = sources.file(file).text().rfind(&format!("\"{id}\"")).unwrap_or(0);
    Span::new(file, at..at + id.len() + 2).into()
}

/// Tells of topics, measures and concepts that no vocabulary has.
pub fn check(vocabulary: &Vocabulary, vendors: &[Vendor], findings: &mut Vec<Finding>) {
    for agreement in vendors.iter().flat_map(|vendor| &vendor.agreements) {
        let Some(original) = agreement.texts.get(&agreement.original) else { continue };
        let mut told: Vec<(String, Span)> = Vec::new();
        original.texts(&mut |place: TextPlace<'_>| {
            let Some(meta) = place.node else { return };
            let mut tell = |kind: &str, id: &str, suggestion: Option<&str>| {
                if !told.iter().any(|(known, _)| known == id) {
                    told.push((id.to_owned(), meta.span));
                    let finding = Finding::new(UNKNOWN_VOCABULARY, meta.span).with("kind", kind).with("id", id);
                    findings.push(finding.with("suggestion", suggestion.unwrap_or_default()));
                }
            };
            for id in meta.topics.iter().filter(|id| vocabulary.topic(id).is_none()) {
                tell("topic", id, nearest(id, vocabulary.topics.iter().map(|topic| topic.id.as_str())));
            }
            for id in meta.measures.iter().filter(|id| vocabulary.measure(id).is_none()) {
                tell("measure", id, nearest(id, vocabulary.measures.iter().map(|measure| measure.id.as_str())));
            }
        });
        for id in agreement.terms.iter().filter_map(|term| term.concept.as_deref()) {
            if !vocabulary.concepts.iter().any(|concept| concept.id == id) {
                let suggestion = nearest(id, vocabulary.concepts.iter().map(|concept| concept.id.as_str())).unwrap_or_default();
                let finding = Finding::new(UNKNOWN_VOCABULARY, Span::new(agreement.file, 0..0)).with("kind", "concept").with("id", id);
                findings.push(finding.with("suggestion", suggestion));
            }
        }
    }
}
