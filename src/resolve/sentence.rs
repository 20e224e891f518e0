//! Where a sentence begins and ends.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::Lexicon;

/// The sentences of a text, one after the other, white space after each included. Boundaries are those of Unicode (UAX 29),
/// but for the points of abbreviations, initials and numbers.
pub fn sentences(text: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (piece_start, piece) in text.split_sentence_bound_indices() {
        let end = piece_start + piece.len();
        if ends_sentence(piece, piece_start == start, lexicon) || end == text.len() {
            sentences.push(start..end);
            start = end;
        }
    }
    sentences
}

/// That of the sentences in which a byte is, without white space at its ends.
pub fn around(text: &str, sentences: &[Range<usize>], at: usize) -> Range<usize> {
    let place = sentences.partition_point(|sentence| sentence.end <= at);
    let whole = sentences.get(place).cloned().unwrap_or(0..text.len());
    let sentence = &text[whole.clone()];
    let lead = sentence.len() - sentence.trim_start().len();
    whole.start + lead..whole.start + sentence.trim_end().len().max(lead)
}

/// Whether a sentence ends with this piece, with which it began unless `is_first` is false.
fn ends_sentence(piece: &str, is_first: bool, lexicon: &Lexicon) -> bool {
    let Some(last) = piece.split_whitespace().next_back() else { return false };
    let Some(word) = last.strip_suffix('.') else { return true };
    let word = word.trim_start_matches(['(', '[', '“', '"', '‘', '\'']);
    let is_initial = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    // “1. Voxio” is not two sentences.
    let is_number = is_first && piece.trim() == last && !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    !(is_initial || is_number || lexicon.abbreviations.contains(&format!("{}.", word.to_lowercase())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::{Language, Messages};
    use crate::source::Sources;

    fn sentence_of<'t>(language: Language, text: &'t str, word: &str) -> &'t str {
        let (messages, _) = Messages::load(&Sources::built_in());
        let at = text.find(word).expect("the word is in the text");
        &text[around(text, &sentences(text, messages.lexicon(language)), at)]
    }

    #[test]
    fn the_sentence_around_a_word() {
        for (text, word, expected) in [
            ("Een. Twee met woord. Drie.", "woord", "Twee met woord."),
            ("Zie art. 28 AVG en woord. Drie.", "woord", "Zie art. 28 AVG en woord."),
            ("Voxio B.V. Dat woord. Meer.", "woord", "Voxio B.V. Dat woord."),
            ("Is dat zo? Ja, woord! Nee.", "woord", "Ja, woord!"),
            ("Van (hierna: “Woord”). Meer.", "Woord", "Van (hierna: “Woord”)."),
            ("woord", "woord", "woord"),
            ("Een. Slot met woord", "woord", "Slot met woord"),
        ] {
            assert_eq!(sentence_of(Language::NL, text, word), expected, "{text}");
        }
    }
}
