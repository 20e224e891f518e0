//! Words that are one and the same to those who search: `persoonsgegeven` and `persoonsgegevens`.
//!
//! Stemmers do not know them all (Dutch `maatregel`, `maatregelen`), so the forms of the terms that matter, which
//! are the vocabulary's concepts and what a text defines, are fed with each document that has one of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::names;
use crate::i18n::{Language, Lexicon};
use crate::resolve::forms::of_word;
use crate::site::World;

/// Shorter words have no forms made: `wet` is no `weten`.
const SHORTEST: usize = 4;

/// The words of a document, as they are compared.
#[derive(Default)]
pub struct Words(HashSet<String>);

impl Words {
    /// Adds those of a text.
    pub fn read(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let folded = fold(word);
            if !self.0.contains(&folded) {
                self.0.insert(folded);
            }
            if word.contains(|c: char| !c.is_alphanumeric()) {
                let parts = word.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
                self.0.extend(parts.map(fold));
            }
        }
    }
}

/// A word without case, accents and punctuation, as Pagefind compares it: `Sub-Processors` → `subprocessors`.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    word.nfd().filter(|c| c.is_alphanumeric() && !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The forms of the terms that every document may have.
pub struct Forms<'a> {
    lexicons: BTreeMap<Language, &'a Lexicon>,
    known: BTreeMap<Language, Groups>,
    synonyms: Groups,
}

/// The groups of which a document has at least one word.
pub struct Met {
    /// Forms of one word.
    pub forms: Vec<Vec<String>>,
    /// Names of one concept, in any language of the site: `subverwerker`, `sub-processor`.
    pub synonyms: Vec<Vec<String>>,
}

impl<'a> Forms<'a> {
    /// Those of the vocabulary's concepts, and of the word for an article.
    pub fn of_vocabulary(world: &'a World) -> Forms<'a> {
        let languages = || {
            world
                .languages()
                .iter()
                .chain(world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).flat_map(|own| own.texts.keys()))
        };
        let lexicons: BTreeMap<Language, &Lexicon> = languages().map(|language| (*language, world.messages.lexicon(*language))).collect();
        let mut synonyms = Groups::default();
        for concept in &world.corpus.vocabulary.concepts {
            // Their forms follow from the other groups of a document, or from the endings that Pagefind knows.
            let names = lexicons.keys().flat_map(|language| names::all(concept, *language));
            let words = names.filter(|name| name.split_whitespace().count() == 1).map(|name| fold(name));
            synonyms.add(words);
        }
        let known = lexicons.iter().map(|(language, lexicon)| {
            let mut groups = Groups::default();
            for concept in &world.corpus.vocabulary.concepts {
                names::all(concept, *language).for_each(|name| groups.add_forms(&forms(name, lexicon)));
            }
            groups.add(lexicon.article.iter().map(|word| fold(word)));
            (*language, groups)
        });
        Forms { known: known.collect(), lexicons: lexicons.clone(), synonyms }
    }

    /// The groups of words of which a document has at least one: of the vocabulary, of terms that it defines, and
    /// of forms that its author gave.
    pub fn met<'t>(&self, language: Language, words: &Words, terms: impl IntoIterator<Item = &'t str>, given: &[Vec<&str>]) -> Met {
        let mut own = Groups::default();
        if let Some(lexicon) = self.lexicons.get(&language) {
            let known = self.known.get(&language);
            let is_known =
                |term: &str| term.split_whitespace().all(|word| known.is_some_and(|known| known.by_word.contains_key(&fold(word))));
            terms.into_iter().filter(|term| !is_known(term)).for_each(|term| own.add_forms(&forms(term, lexicon)));
        }
        for forms in given {
            own.add_forms(&forms.iter().map(|form| (*form).to_owned()).collect::<Vec<_>>());
        }
        let groups = self.known.get(&language).into_iter().flat_map(|known| known.met(words)).chain(own.met(words));
        let forms: BTreeSet<&Vec<String>> = groups.collect();
        let met: HashSet<&String> = forms.iter().copied().flatten().chain(&words.0).collect();
        let tells_more = |group: &&Vec<String>| !forms.iter().any(|forms| group.iter().all(|word| forms.contains(word)));
        let synonyms = self.synonyms.groups.iter().filter(|group| group.iter().any(|word| met.contains(word))).filter(tells_more);
        let synonyms = synonyms.cloned().collect();
        Met { forms: forms.into_iter().cloned().collect(), synonyms }
    }
}

/// Groups of words, each in order.
#[derive(Default)]
struct Groups {
    groups: Vec<Vec<String>>,
    by_word: HashMap<String, usize>,
}

impl Groups {
    /// Adds the forms of a term. Where they are of several words, those that differ at a place are a group.
    fn add_forms(&mut self, forms: &[String]) {
        let split: Vec<Vec<String>> = forms.iter().map(|form| form.split_whitespace().map(fold).collect()).collect();
        let lengths: BTreeSet<usize> = split.iter().map(Vec::len).collect();
        for length in lengths {
            let alike: Vec<&Vec<String>> = split.iter().filter(|words| words.len() == length).collect();
            for place in 0..length {
                self.add(alike.iter().map(|words| words[place].clone()));
            }
        }
    }

    /// Adds a group, to one that has a word of it where there is one.
    fn add(&mut self, words: impl Iterator<Item = String>) {
        let mut group: BTreeSet<String> = words.filter(|word| !word.is_empty()).collect();
        if group.len() < 2 {
            return;
        }
        let known: BTreeSet<usize> = group.iter().filter_map(|word| self.by_word.get(word)).copied().collect();
        for other in &known {
            group.extend(std::mem::take(&mut self.groups[*other]));
        }
        let place = known.first().copied().unwrap_or(self.groups.len());
        self.groups.resize(self.groups.len().max(place + 1), Vec::new());
        self.by_word.extend(group.iter().map(|word| (word.clone(), place)));
        self.groups[place] = group.into_iter().collect();
    }

    fn met<'g>(&'g self, words: &Words) -> impl Iterator<Item = &'g Vec<String>> {
        // The fewer of the two are looked up among the other.
        let met: BTreeSet<usize> = if self.by_word.len() < words.0.len() {
            self.by_word.iter().filter(|(word, _)| words.0.contains(*word)).map(|(_, group)| *group).collect()
        } else {
            words.0.iter().filter_map(|word| self.by_word.get(word)).copied().collect()
        };
        met.into_iter().map(|group| &self.groups[group])
    }
}

/// The forms of a term: itself, and what its first and its last word become in the plural, or were in the singular.
/// Some are no words at all, which does no harm: nobody searches them.
fn forms(term: &str, lexicon: &Lexicon) -> Vec<String> {
    let words: Vec<&str> = term.split_whitespace().collect();
    let mut forms = vec![term.to_owned()];
    let places: BTreeSet<usize> = [0, words.len().saturating_sub(1)].into();
    for place in places {
        let Some(word) = words.get(place) else { continue };
        for form in forms_of_word(&word.to_lowercase(), lexicon) {
            let mut changed = words.clone();
            changed[place] = &form;
            forms.push(changed.join(" "));
        }
    }
    forms
}

fn forms_of_word(word: &str, lexicon: &Lexicon) -> Vec<String> {
    if word.chars().count() < SHORTEST || !word.ends_with(char::is_alphabetic) {
        return Vec::new();
    }
    let mut forms = of_word(word, lexicon);
    forms.retain(|form| form.chars().count() >= SHORTEST && form.ends_with(char::is_alphabetic));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    #[test]
    fn a_word_is_compared_as_pagefind_does() {
        for (word, folded) in [("Sub-Processors,", "subprocessors"), ("“Datalek”", "datalek"), ("categorieën", "categorieen"), ("—", "")]
        {
            assert_eq!(fold(word), folded);
        }
    }

    #[test]
    fn a_group_holds_what_readers_may_type() {
        for (language, term, wanted) in [
            (Language::NL, "persoonsgegevens", "persoonsgegeven"),
            (Language::NL, "persoonsgegeven", "persoonsgegevens"),
            (Language::NL, "datalek", "datalekken"),
            (Language::NL, "datalekken", "datalek"),
            (Language::NL, "maatregelen", "maatregel"),
            (Language::NL, "betrokkene", "betrokkenen"),
            (Language::NL, "Werkzaamheid", "werkzaamheden"),
            (Language::NL, "inbreuk in verband met persoonsgegevens", "inbreuken in verband met persoonsgegevens"),
            (Language::EN, "Sub-Processor", "sub-processors"),
            (Language::EN, "third party", "third parties"),
            (Language::EN, "data breach", "data breaches"),
        ] {
            let (lexicon, _) = Lexicon::load(&Sources::built_in(), language);
            let made = forms(term, &lexicon);
            assert!(made.contains(&wanted.to_owned()), "{term}: {made:?}");
        }
    }

    #[test]
    fn of_several_words_those_that_differ_are_a_group() {
        let mut groups = Groups::default();
        groups.add_forms(&["data breach".to_owned(), "data breaches".to_owned()]);
        assert_eq!(groups.groups, [["breach", "breaches"]]);
        let mut words = Words::default();
        words.read("In case of (Data-)Breaches.");
        assert_eq!(groups.met(&words).count(), 1);
    }
}
