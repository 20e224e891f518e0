//! What things are called in other languages, from the vocabulary's concepts: `datalek` is `data breach`. The script
//! finds a name by its other forms too.

use std::collections::BTreeMap;

use serde::Serialize;

use super::forms::fold;
use crate::i18n::Language;
use crate::model::vocabulary::Concept;
use crate::site::World;

/// Names by the words of a query, folded and with one space between.
#[derive(Serialize)]
pub struct Names<'a> {
    /// What something is called in each other language.
    to: BTreeMap<String, BTreeMap<Language, &'a str>>,
    /// What something that was named in another language is called in this one.
    from: BTreeMap<String, &'a str>,
}

impl<'a> Names<'a> {
    /// For those who search in a language.
    pub fn new(world: &'a World, language: Language) -> Names<'a> {
        let mut names = Names { to: BTreeMap::new(), from: BTreeMap::new() };
        for other in world.languages().iter().copied().filter(|other| *other != language) {
            let articles = |language: Language| world.messages.lexicon(language).article.first();
            if let (Some(own), Some(twin)) = (articles(language), articles(other)) {
                names.to.entry(key(own)).or_default().entry(other).or_insert(twin);
                names.from.entry(key(twin)).or_insert(own);
            }
            for concept in &world.corpus.vocabulary.concepts {
                for (own, twin) in pairs(concept, language, other) {
                    names.to.entry(key(own)).or_default().entry(other).or_insert(twin);
                }
                for (foreign, own) in pairs(concept, other, language) {
                    names.from.entry(key(foreign)).or_insert(own);
                }
            }
        }
        names
    }
}

/// Each name of a concept in a language with one in another: the everyday word with the everyday word, where both
/// languages have one.
fn pairs(concept: &Concept, from: Language, to: Language) -> impl Iterator<Item = (&String, &String)> {
    all(concept, from)
        .enumerate()
        .filter_map(move |(place, name)| Some((name, all(concept, to).nth(place).or_else(|| concept.name.get(&to))?)))
}

/// Every name of a concept in a language, the chief one first.
pub fn all(concept: &Concept, language: Language) -> impl Iterator<Item = &String> {
    concept.name.get(&language).into_iter().chain(concept.also.get(&language).into_iter().flatten())
}

fn key(name: &str) -> String {
    name.split_whitespace().map(fold).collect::<Vec<_>>().join(" ")
}
