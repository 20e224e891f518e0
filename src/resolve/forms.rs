//! The forms in which a text may use a term: plurals, singulars and possessives, as the lexicon of its language makes them.
//!
//! A form that is no word does no harm, since nobody writes it; so endings are tried rather than looked up. Stemming would
//! find less: for `maatregel` and `maatregelen`, and `persoonsgegeven` and `persoonsgegevens`, the usual Dutch stemmers
//! have different stems.

use crate::i18n::Lexicon;

/// A term with more optional parts than this is taken as it stands.
const MOST_OPTIONAL: usize = 3;
/// The shortest singular that is made of a plural, in letters; of a term in small letters, which looks like any word, and
/// of one with a capital.
const SHORTEST: (usize, usize) = (5, 3);

/// How near a form is to the term as it was defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// As defined.
    Exact,
    /// As the author listed.
    Listed,
    /// By the rules of the language.
    Inflected,
}

/// Every form of a term, itself first, each once.
pub fn forms(term: &str, lexicon: &Lexicon) -> Vec<(String, Nearness)> {
    let mut forms: Vec<(String, Nearness)> = Vec::new();
    let mut add = |form: String, nearness: Nearness| {
        if !form.is_empty() && !forms.iter().any(|(known, _)| *known == form) {
            forms.push((form, nearness));
        }
    };
    let variants = variants(term);
    for variant in &variants {
        add(variant.clone(), Nearness::Exact);
    }
    for variant in &variants {
        let start = variant.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let (head, last) = variant.split_at(start);
        let singulars = singulars(last, lexicon);
        let inflected = of_word(last, lexicon).into_iter();
        let owned = std::iter::once(last).chain(singulars.iter().map(String::as_str));
        let possessives: Vec<String> = owned.flat_map(|word| possessives(word, lexicon)).collect();
        for word in inflected.chain(possessives) {
            add(format!("{head}{word}"), Nearness::Inflected);
        }
    }
    forms
}

/// `(Data) Breach`: itself, `Data Breach` and `Breach`; `persoonsgegeven(s)`: itself, `persoonsgegevens` and `persoonsgegeven`.
pub fn variants(term: &str) -> Vec<String> {
    let mut variants = vec![term.to_owned()];
    let is_optional = term.matches('(').count();
    if (1..=MOST_OPTIONAL).contains(&is_optional) {
        let mut open = vec![String::new()];
        let mut rest = term;
        while let Some((before, after)) = rest.split_once('(') {
            let Some((inner, after)) = after.split_once(')') else { return variants };
            open = open.iter().flat_map(|so_far| [format!("{so_far}{before}{inner}"), format!("{so_far}{before}")]).collect();
            rest = after;
        }
        for variant in open {
            let whole = format!("{variant}{rest}");
            let whole = whole.split_whitespace().collect::<Vec<_>>().join(" ");
            // What was optional may have borne the capital: `(Sub)verwerker`.
            let is_capital = term.trim_start_matches('(').starts_with(char::is_uppercase);
            variants.push(if is_capital { capitalised(&whole) } else { whole });
        }
    }
    let mut seen = std::collections::HashSet::new();
    variants.retain(|variant| !variant.is_empty() && seen.insert(variant.clone()));
    variants
}

/// The same with a capital at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// What one word becomes in the plural, and what it may be the plural of.
pub fn of_word(word: &str, lexicon: &Lexicon) -> Vec<String> {
    plurals(word, lexicon).into_iter().chain(singulars(word, lexicon)).collect()
}

/// Whether a word could be said with this ending: no vowel after a vowel, and no `n` after a consonant.
fn takes(word: &str, ending: &str) -> bool {
    let is_open = word.ends_with(is_vowel);
    if starts_with_vowel(ending) { !is_open } else { is_open || ending != "n" }
}

fn plurals(word: &str, lexicon: &Lexicon) -> Vec<String> {
    let mut plurals = Vec::new();
    for ending in lexicon.plural_endings.iter().filter(|ending| takes(word, ending)) {
        plurals.push(format!("{word}{ending}"));
        if starts_with_vowel(ending) {
            let last = word.chars().next_back().map(String::from).unwrap_or_default();
            if lexicon.plural_doubling.contains(&last.to_lowercase()) {
                plurals.push(format!("{word}{last}{ending}"));
            }
            plurals.extend(shortened(word, lexicon).map(|short| format!("{short}{ending}")));
        }
    }
    for change in &lexicon.plural_changes {
        plurals.extend(word.strip_suffix(&change.from).map(|stem| format!("{stem}{}", change.to)));
    }
    plurals.retain(|plural| !lexicon.plural_only.contains(&plural.to_lowercase()));
    plurals
}

fn singulars(word: &str, lexicon: &Lexicon) -> Vec<String> {
    if lexicon.plural_only.contains(&word.to_lowercase()) {
        return Vec::new();
    }
    let mut singulars = Vec::new();
    for ending in &lexicon.plural_endings {
        let Some(stem) = word.strip_suffix(ending.as_str()).filter(|stem| takes(stem, ending)) else { continue };
        singulars.push(stem.to_owned());
        if starts_with_vowel(ending) {
            let mut letters = stem.chars().rev();
            let (last, before) = (letters.next(), letters.next());
            if last.is_some() && last == before && last.is_some_and(|last| lexicon.plural_doubling.contains(&last.to_string())) {
                singulars.extend(last.and_then(|last| stem.strip_suffix(last)).map(str::to_owned));
            }
            singulars.extend(lengthened(stem, lexicon));
        }
    }
    for change in &lexicon.plural_changes {
        singulars.extend(word.strip_suffix(&change.to).map(|stem| format!("{stem}{}", change.from)));
    }
    let shortest = if word.starts_with(char::is_uppercase) { SHORTEST.1 } else { SHORTEST.0 };
    singulars.retain(|singular| singular.chars().count() >= shortest);
    singulars
}

fn possessives(word: &str, lexicon: &Lexicon) -> Vec<String> {
    // A mark alone, as in Processors’, ends the word before it: that is found as it is.
    let endings = lexicon.possessive_endings.iter().filter(|ending| ending.ends_with(char::is_alphabetic));
    endings.map(|ending| format!("{word}{ending}")).collect()
}

/// `afspraak` → `afsprak`: a long vowel before one last consonant.
fn shortened(word: &str, lexicon: &Lexicon) -> Option<String> {
    let last = word.chars().next_back().filter(|last| !is_vowel(*last))?;
    let stem = word.strip_suffix(last)?;
    let long = lexicon.plural_shortening.iter().find(|long| stem.ends_with(long.as_str()))?;
    let short: String = long.chars().take(1).collect();
    Some(format!("{}{short}{last}", stem.strip_suffix(long.as_str())?))
}

/// `afsprak` → `afspraak`.
fn lengthened(stem: &str, lexicon: &Lexicon) -> Option<String> {
    let last = stem.chars().next_back().filter(|last| !is_vowel(*last))?;
    let before = stem.strip_suffix(last)?;
    let vowel = before.chars().next_back()?;
    let is_single = !before.strip_suffix(vowel)?.ends_with(is_vowel);
    let long: String = [vowel, vowel].iter().collect();
    (is_single && lexicon.plural_shortening.contains(&long)).then(|| format!("{before}{vowel}{last}"))
}

fn starts_with_vowel(ending: &str) -> bool {
    ending.starts_with(|c| is_vowel(c) && c != 'ë')
}

fn is_vowel(c: char) -> bool {
    "aeiouëAEIOU".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};
    use crate::source::Sources;

    fn has(language: Language, term: &str, wanted: &[&str], unwanted: &[&str]) {
        let (messages, _) = Messages::load(&Sources::built_in());
        let forms: Vec<String> = forms(term, messages.lexicon(language)).into_iter().map(|(form, _)| form).collect();
        for form in wanted {
            assert!(forms.iter().any(|known| known == form), "{term} has {form}: {forms:?}");
        }
        for form in unwanted {
            assert!(!forms.iter().any(|known| known == form), "{term} lacks {form}");
        }
    }

    #[test]
    fn dutch() {
        has(Language::NL, "Verwerker", &["Verwerkers"], &[]);
        has(Language::NL, "Betrokkene", &["Betrokkenen"], &[]);
        has(Language::NL, "persoonsgegevens", &["persoonsgegeven"], &[]);
        has(Language::NL, "persoonsgegeven(s)", &["persoonsgegeven", "persoonsgegevens"], &[]);
        has(Language::NL, "maatregel(en)", &["maatregel", "maatregelen"], &[]);
        has(Language::NL, "betrokkene(n)", &["betrokkene", "betrokkenen"], &[]);
        has(Language::NL, "Datalek", &["Datalekken"], &[]);
        has(Language::NL, "Datalekken", &["Datalek"], &[]);
        has(Language::NL, "Afspraak", &["Afspraken"], &[]);
        has(Language::NL, "Afspraken", &["Afspraak"], &[]);
        has(Language::NL, "Werkzaamheden", &["Werkzaamheid"], &[]);
        has(Language::NL, "Partij", &["Partijen"], &[]);
        has(Language::NL, "Passende Maatregel", &["Passende Maatregelen"], &["Passenden Maatregel"]);
        has(Language::NL, "SLA", &["SLA's"], &[]);
        has(Language::NL, "(Sub)verwerker", &["Subverwerker", "Verwerker", "Subverwerkers", "Verwerkers"], &["verwerker"]);
        has(Language::NL, "kosten", &[], &["kost"]);
        has(Language::NL, "Gegevens", &[], &["Gegeven"]);
    }

    #[test]
    fn english() {
        has(Language::EN, "(Data) Breach", &["(Data) Breach", "Data Breach", "Breach", "Breaches", "Data Breaches"], &["Data"]);
        has(Language::EN, "Sub-Processor", &["Sub-Processors", "Sub-Processor’s"], &[]);
        has(Language::EN, "Party", &["Parties", "Party's"], &[]);
        has(Language::EN, "Parties", &["Party"], &[]);
        has(Language::EN, "Services", &["Service"], &[]);
        has(Language::EN, "Terms", &[], &["Term"]);
        has(Language::EN, "Term", &["Term's"], &["Terms"]);
        has(Language::EN, "Us", &[], &["U"]);
    }

    #[test]
    fn odd_terms_have_themselves() {
        for term in ["(", ")", "(a", "a)", "((a))", "()", "(a)(b)(c)(d)(e)", "’", "\u{301}", " "] {
            has(Language::EN, term, &[term], &[]);
        }
    }
}
