//! What a query is called in other languages, from the vocabulary's concepts: `datalek` is `data breach`. The script
//! finds a name by its other forms too.

use std::collections::BTreeMap;

use super::forms::fold;
use crate::i18n::Language;
use crate::site::World;

/// By the words of a query, folded and with one space between, what they are called in each other language.
pub fn names(world: &World, language: Language) -> BTreeMap<String, BTreeMap<Language, &str>> {
    let mut names: BTreeMap<String, BTreeMap<Language, &str>> = BTreeMap::new();
    let others: Vec<Language> = world.languages().iter().copied().filter(|other| *other != language).collect();
    for concept in &world.corpus.vocabulary.concepts {
        let all = |language: Language| concept.name.get(&language).into_iter().chain(concept.also.get(&language).into_iter().flatten());
        for (place, name) in all(language).enumerate() {
            for other in &others {
                // The everyday word for the everyday word, where both languages have one.
                let Some(twin) = all(*other).nth(place).or_else(|| concept.name.get(other)) else { continue };
                let words: Vec<String> = name.split_whitespace().map(fold).collect();
                names.entry(words.join(" ")).or_default().entry(*other).or_insert(twin);
            }
        }
    }
    names
}
