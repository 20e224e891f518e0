//! All defined terms of a site: by concept, with where each is used.

use std::collections::{BTreeMap, HashMap};

use crate::i18n::Language;
use crate::model::{Agreement, AgreementText, Corpus, NodeId, Vendor};
use crate::resolve::{Definition, Resolved, Target};

/// A defined term, by places in the corpus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The vendor's place.
    pub vendor: usize,
    /// The agreement's, with the vendor.
    pub agreement: usize,
    /// The language of the text.
    pub language: Language,
    /// The definition's, in the agreement's table of that language.
    pub definition: usize,
    /// Where it is used, in the order of the agreements and their texts.
    pub uses: Vec<Use>,
}

/// A place that uses a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The agreement's place, with the vendor.
    pub agreement: usize,
    /// The clause; in what defines something, the item.
    pub id: NodeId,
}

/// The defined terms that readers may see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary {
    terms: Vec<Term>,
    by_concept: BTreeMap<String, Vec<usize>>,
}

impl Glossary {
    /// Gathers the terms of a corpus.
    pub fn of(corpus: &Corpus, resolved: &Resolved) -> Glossary {
        let mut glossary = Glossary::default();
        for (place, vendor) in corpus.vendors.iter().enumerate() {
            glossary.add(place, vendor, resolved);
        }
        glossary
    }

    fn add(&mut self, vendor_place: usize, vendor: &Vendor, resolved: &Resolved) {
        let mut places: HashMap<(usize, Language, usize), usize> = HashMap::new();
        let table = |agreement: &Agreement, language: Language| resolved.of(&vendor.slug, &agreement.slug, language);
        for (agreement, found) in vendor.agreements.iter().enumerate().filter(|(_, agreement)| !agreement.withheld) {
            for language in found.texts.keys() {
                let definitions = table(found, *language).map_or(&[][..], |table| table.definitions());
                for (place, definition) in definitions.iter().enumerate() {
                    places.insert((agreement, *language, place), self.terms.len());
                    if let Some(concept) = &definition.concept {
                        self.by_concept.entry(concept.clone()).or_default().push(self.terms.len());
                    }
                    let term = Term { vendor: vendor_place, agreement, language: *language, definition: place, uses: Vec::new() };
                    self.terms.push(term);
                }
            }
        }
        let by_slug: HashMap<&str, usize> =
            vendor.agreements.iter().enumerate().map(|(place, agreement)| (agreement.slug.as_str(), place)).collect();
        for (agreement, found) in vendor.agreements.iter().enumerate().filter(|(_, agreement)| !agreement.withheld) {
            for (language, text) in &found.texts {
                let Some(table) = table(found, *language) else { continue };
                text.texts(&mut |place| {
                    for link in table.links(place.text.id) {
                        let Target::Term { agreement: defining, definition } = &link.target else { continue };
                        let key = by_slug.get(defining.as_str()).map(|defining| (*defining, *language, *definition));
                        let term = key.and_then(|key| places.get(&key)).and_then(|place| self.terms.get_mut(*place));
                        let node = place.clause.map(|clause| &clause.meta.id).or(place.node.map(|meta| &meta.id));
                        if let (Some(term), Some(id)) = (term, node)
                            && term.uses.last().is_none_or(|last| last.agreement != agreement || last.id != *id)
                        {
                            term.uses.push(Use { agreement, id: id.clone() });
                        }
                    }
                });
            }
        }
    }

    /// Every term, in the order of the vendors, agreements and texts.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The concepts that some term stands for.
    pub fn concepts(&self) -> impl Iterator<Item = &str> {
        self.by_concept.keys().map(String::as_str)
    }

    /// The terms that stand for a concept.
    pub fn of_concept(&self, concept: &str) -> impl Iterator<Item = &Term> {
        self.by_concept.get(concept).into_iter().flatten().filter_map(|place| self.terms.get(*place))
    }
}

/// Where a term is defined.
#[derive(Clone, Copy)]
pub struct Defined<'a> {
    /// Whose it is.
    pub vendor: &'a Vendor,
    /// The agreement.
    pub agreement: &'a Agreement,
    /// Its text.
    pub text: &'a AgreementText,
    /// The definition.
    pub definition: &'a Definition,
}

impl Term {
    /// Where it is defined.
    pub fn defined<'a>(&self, corpus: &'a Corpus, resolved: &'a Resolved) -> Option<Defined<'a>> {
        let vendor = corpus.vendors.get(self.vendor)?;
        let agreement = vendor.agreements.get(self.agreement)?;
        let text = agreement.texts.get(&self.language)?;
        let definition = resolved.of(&vendor.slug, &agreement.slug, self.language)?.definitions().get(self.definition)?;
        Some(Defined { vendor, agreement, text, definition })
    }
}
