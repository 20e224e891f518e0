//! The numbers, letters and words that mentions are made of.

use std::ops::Range;

use super::Kind;
use crate::parse::label;

/// The word before a place, in lower case, and where it begins.
pub fn word_before(plain: &str, end: usize) -> Option<(usize, String)> {
    let head = &plain[..end];
    let trimmed = head.trim_end();
    if trimmed.len() == head.len() {
        return None;
    }
    let start = trimmed.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(at, _)| at)?;
    Some((start, trimmed[start..].to_lowercase()))
}

/// What stands in brackets at this place, or one space after it: a number or a letter.
pub fn bracketed(plain: &str, at: usize) -> Option<(&str, usize)> {
    let rest = plain.get(at..)?;
    let open = if rest.starts_with(' ') { 2 } else { 1 };
    let inner = rest.get(open - 1..)?.strip_prefix('(')?;
    let length = inner.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let word = &inner[..length];
    let is_number = !word.is_empty() && length <= 3 && word.bytes().all(|b| b.is_ascii_digit());
    let is_label = is_number || (length == 1 || label::is_roman(word)) && !word.is_empty();
    (is_label && inner[length..].starts_with(')')).then_some((word, at + open + length + 1))
}

/// Whether a word before numbers is in the plural.
pub fn is_plural(word: &str) -> bool {
    ["en", "s", "artt.", "leden", "appendices"].iter().any(|ending| word.ends_with(ending))
}

/// Whether the text begins with this name, as whole words, whatever the case.
pub fn starts_with_name(rest: &str, name: &str) -> bool {
    let mut characters = rest.chars();
    let same =
        name.chars().all(|wanted| characters.next().is_some_and(|found| found == wanted || found.to_lowercase().eq(wanted.to_lowercase())));
    same && characters.next().is_none_or(|next| !next.is_alphanumeric())
}

/// Whether a word stands by itself.
pub fn is_boundary(plain: &str, start: usize, end: usize) -> bool {
    let before = plain[..start].chars().next_back();
    let after = plain[end..].chars().next();
    before.is_none_or(|c| !c.is_alphanumeric() && c != '-') && after.is_none_or(|c| !c.is_alphanumeric())
}

/// The place after white space, which there must be.
pub fn spaced(plain: &str, at: usize) -> Option<usize> {
    let rest = plain.get(at..)?;
    let trimmed = rest.trim_start();
    (trimmed.len() < rest.len()).then_some(at + rest.len() - trimmed.len())
}

/// The number or letter that begins here.
pub fn designator(plain: &str, at: usize, kind: Kind) -> Option<Range<usize>> {
    let rest = plain.get(at..)?;
    if let Some(inner) = rest.strip_prefix('(') {
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        return ((1..=3).contains(&digits) && inner[digits..].starts_with(')')).then_some(at..at + digits + 2);
    }
    let mut length = 0;
    loop {
        let segment = rest[length..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let is_first = length == 0;
        let text = &rest[length..length + segment];
        let is_number = !text.is_empty()
            && text.len() <= 4
            && text.as_bytes()[0].is_ascii_digit()
            && text.bytes().skip(1).filter(u8::is_ascii_alphabetic).count() <= 1;
        let is_letter = text.len() == 1 && text.as_bytes()[0].is_ascii_alphabetic();
        let is_first_letter = kind == Kind::Annex
            && (text.len() == 1 && text.as_bytes()[0].is_ascii_uppercase()
                || text.bytes().all(|b| b.is_ascii_uppercase()) && label::is_roman(text));
        if !(is_number || (!is_first && is_letter) || (is_first && is_first_letter)) {
            // The point before was the end of the sentence.
            return (length > 0).then(|| at..at + length - 1);
        }
        length += segment;
        if rest[length..].chars().next().is_some_and(char::is_alphanumeric) {
            return None;
        }
        // `6:162`: the article of a book.
        let is_book = is_first && kind == Kind::Article && rest[length..].starts_with(':');
        if !(rest[length..].starts_with('.') || (is_book && rest[length + 1..].starts_with(|c: char| c.is_ascii_digit()))) {
            return Some(at..at + length);
        }
        length += 1;
    }
}

/// The label of an item that begins here.
pub fn item_letter(plain: &str, at: usize) -> Option<Range<usize>> {
    let rest = plain.get(at..)?;
    let open = usize::from(rest.starts_with('('));
    let core = rest[open..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let word = &rest[open..open + core];
    let is_number = (1..=3).contains(&core) && word.bytes().all(|b| b.is_ascii_digit());
    let is_label = is_number || (word.len() == 1 || label::is_roman(word)) && !(word.is_empty());
    let close = usize::from(open == 1 && rest[open + core..].starts_with(')'));
    (is_label && open == close).then_some(at..at + open + core + close)
}
