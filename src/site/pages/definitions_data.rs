//! `/data/v1/definitions.json`: concepts, and each vendor's terms, for programs.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::i18n::Language;
use crate::model::{NodeId, TextKind};
use crate::parse::agreement::AgainstGdpr;
use crate::site::World;
use crate::site::definition::Lately;

/// Every concept that is defined, and every defined term.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Definitions")]
pub struct Data<'a> {
    /// The vendor-neutral ideas that terms stand for.
    concepts: Vec<ConceptEntry<'a>>,
    /// The terms, by vendor, agreement and language, in the order of the texts.
    terms: Vec<TermEntry<'a>>,
}

/// An idea that terms stand for.
#[derive(Serialize, JsonSchema)]
struct ConceptEntry<'a> {
    /// Its name in addresses.
    id: &'a str,
    /// What it is called, by language.
    name: &'a BTreeMap<Language, String>,
    /// Other words for it, by language.
    also: &'a BTreeMap<Language, Vec<String>>,
    /// What it is, by language.
    about: &'a BTreeMap<Language, String>,
    /// Where the GDPR defines or governs it: `4(12)`.
    gdpr: &'a [String],
}

/// A term that an agreement defines.
#[derive(Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
struct TermEntry<'a> {
    /// The vendor's name in addresses.
    vendor: &'a str,
    /// The agreement's own, unique with the vendor.
    agreement: &'a str,
    /// The language of the text.
    language: Language,
    /// Whether the text is a summary in our own words, which is not the vendor's text and no evidence of it, or verbatim.
    text_kind: TextKind,
    /// The term without quotation marks.
    term: &'a str,
    /// The concept it stands for; null where nobody has said.
    concept: Option<&'a str>,
    /// The id of the part in which it counts; empty for the agreement as a whole and what belongs to it.
    #[schemars(with = "String")]
    scope: &'a NodeId,
    /// The id of the provision that defines it; null in a footnote.
    #[schemars(with = "Option<String>")]
    id: Option<&'a NodeId>,
    /// What defines it, plain.
    text: String,
    /// Whether it reaches less far or further than what the GDPR means by the concept; null where nobody has said.
    against_gdpr: Option<AgainstGdpr>,
    /// Why, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    because: &'a BTreeMap<Language, String>,
    /// The provisions that use it.
    used: Vec<UseEntry<'a>>,
}

/// A provision that uses a term.
#[derive(Serialize, JsonSchema)]
struct UseEntry<'a> {
    /// The agreement, of the same vendor.
    agreement: &'a str,
    /// The id of the clause.
    #[schemars(with = "String")]
    id: &'a NodeId,
}

/// All of it.
pub fn data(world: &World) -> Data<'_> {
    let concepts = world.corpus.vocabulary.concepts.iter().filter(|concept| super::definition::exists(world, &concept.id));
    let concepts = concepts.map(|concept| ConceptEntry {
        id: &concept.id,
        name: &concept.name,
        also: &concept.also,
        about: &concept.about,
        gdpr: &concept.gdpr,
    });
    let mut lately = Lately::default();
    let terms = world.glossary().terms().iter().filter_map(|term| {
        let defined = term.defined(&world.corpus, &world.resolved)?;
        let used = term.uses.iter().filter_map(|used| {
            let agreement = defined.vendor.agreements.get(used.agreement)?;
            Some(UseEntry { agreement: &agreement.slug, id: &used.id })
        });
        Some(TermEntry {
            vendor: &defined.vendor.slug,
            agreement: &defined.agreement.slug,
            language: term.language,
            text_kind: defined.agreement.text_kind,
            term: &defined.definition.term,
            concept: defined.definition.concept.as_deref(),
            scope: &defined.definition.scope,
            id: defined.definition.id.as_ref(),
            text: lately.of(world, term.language, defined.text).plain(defined.definition),
            against_gdpr: defined.definition.against_gdpr,
            because: &defined.definition.because,
            used: used.collect(),
        })
    });
    Data { concepts: concepts.collect(), terms: terms.collect() }
}
