//! Headings: the printed label of an article or part, and the heading proper.

use super::label;
use super::text::{Inline, Text};

/// A heading taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// As printed, with word and points: `Artikel 7.`, `(3)`, `Bijlage 1:`.
    pub label: Option<String>,
    /// The number alone: `7`, `(3)`, `1.C`. For a part the label without its points: `Bijlage 1`.
    pub number: Option<String>,
    /// What remains, if anything.
    pub text: Option<Text>,
}

/// Takes an article's or section's heading apart. `words` are what may come before a number: `artikel`, `article`.
pub fn of_article<'w>(text: Text, words: impl Iterator<Item = &'w str> + Clone) -> Heading {
    let text = unbolded(text);
    let plain = leading_words(&text);
    let word = leading_word(plain, words);
    let rest = &plain[word..];
    let token = number_token(rest, word > 0).filter(|token| !goes_on(&text, word + token));
    let Some(token) = token else { return Heading { label: None, number: None, text: filled(text) } };
    let number = rest[..token].trim_end_matches(['.', ')']).to_owned();
    let number = if rest.starts_with('(') { format!("{number})") } else { number };
    let end = word + token;
    let end = end + usize::from(plain[end..].starts_with(':'));
    let label = plain[..end].trim_end().to_owned();
    Heading { label: Some(label), number: Some(number), text: filled(cut(text, end)) }
}

/// Takes a part's heading apart. `words` are what an annex is called: `bijlage`, `annex`, `schedule`.
pub fn of_part<'w>(text: Text, words: impl Iterator<Item = &'w str> + Clone) -> Heading {
    let text = unbolded(text);
    let plain = leading_words(&text);
    let word = leading_word(plain, words);
    if word == 0 {
        return Heading { label: None, number: None, text: filled(text) };
    }
    let rest = &plain[word..];
    let token = rest.find([' ', ':', '–', '—']).unwrap_or(rest.len());
    let core = rest[..token].trim_end_matches('.');
    let is_token = !core.is_empty()
        && (core.bytes().all(|b| b.is_ascii_digit() || b == b'.')
            || core.len() == 1
            || label::is_roman(core)
            || label::clause_number(core).is_some());
    let end = if is_token { word + token } else { word };
    let is_closed = is_token || rest.is_empty() || rest.starts_with(['.', ':', '-', '–', '—']);
    if !is_closed || goes_on(&text, end) {
        return Heading { label: None, number: None, text: filled(text) };
    }
    let end = end + usize::from(plain[end..].starts_with([':', '.']));
    let printed = plain[..end].trim_end().to_owned();
    let number = printed.trim_end_matches([':', '.']).to_owned();
    Heading { label: Some(printed), number: Some(number), text: filled(cut(text, end)) }
}

/// The text without bold, which a heading is anyway: `**Artikel 7.** Meldplicht`. Words on both sides of a boundary
/// become one stretch, so that a label is found in it.
fn unbolded(text: Text) -> Text {
    let mut content: Vec<Inline> = Vec::with_capacity(text.content.len());
    let mut was_bold = false;
    for inline in text.content {
        let is_bold = matches!(inline, Inline::Strong(_));
        let pieces = if let Inline::Strong(inner) = inline { inner } else { vec![inline] };
        for (index, piece) in pieces.into_iter().enumerate() {
            match (content.last_mut(), piece) {
                (Some(Inline::Words { text: before, span: place }), Inline::Words { text, span }) if index == 0 && was_bold != is_bold => {
                    before.push_str(&text);
                    place.end = span.end;
                }
                (_, piece) => content.push(piece),
            }
        }
        was_bold = is_bold;
    }
    Text { content, ..text }
}

fn leading_words(text: &Text) -> &str {
    match text.content.first() {
        Some(Inline::Words { text, .. }) => text,
        _ => "",
    }
}

/// Whether more words follow directly on the first ones, which end at this byte. They do where an author escapes:
/// `24&nbsp;uur`, `08\.30`.
fn goes_on(text: &Text, end: usize) -> bool {
    leading_words(text).len() == end && matches!(text.content.get(1), Some(Inline::Words { .. } | Inline::Code(_)))
}

/// The length of the word that the text begins with, space included, if it is one of `words`.
fn leading_word<'w>(plain: &str, mut words: impl Iterator<Item = &'w str>) -> usize {
    let length = plain.find(|c: char| c.is_whitespace() || ":–—".contains(c)).unwrap_or(plain.len());
    let word = plain[..length].to_lowercase();
    if word.is_empty() || !words.any(|known| known == word) {
        return 0;
    }
    length + plain[length..].len() - plain[length..].trim_start_matches([' ', '\u{a0}']).len()
}

/// The length of the number that begins here, final point included.
fn number_token(rest: &str, after_word: bool) -> Option<usize> {
    if let Some(length) = label::clause_number(rest) {
        return Some(length);
    }
    let length = rest.find(|c: char| c.is_whitespace() || c == ':').unwrap_or(rest.len());
    let token = &rest[..length];
    let core = token.strip_suffix(['.', ')']).unwrap_or(token);
    let digits = core.bytes().take_while(u8::is_ascii_digit).count();
    let is_number =
        (1..=3).contains(&digits) && (core.len() == digits || (core.len() == digits + 1 && core.as_bytes()[digits].is_ascii_lowercase()));
    let is_dotted = (1..=3).contains(&digits)
        && core.contains('.')
        && core.split('.').all(|s| !s.is_empty() && s.len() <= 3 && s.bytes().all(|b| b.is_ascii_alphanumeric()));
    // A letter or roman numeral counts only with a word before it or a point behind it: "I" may be a pronoun.
    let has_point = token.ends_with('.') || token.ends_with(')');
    let is_letter = (after_word || has_point)
        && (core.len() == 1 && core.bytes().all(|b| b.is_ascii_uppercase())
            || label::is_roman(core) && core.bytes().all(|b| b.is_ascii_uppercase()));
    (is_number || is_dotted || is_letter).then_some(length)
}

/// The text from byte `end` of its first words on, without what separates it from the label.
fn cut(mut text: Text, end: usize) -> Text {
    if let Some(Inline::Words { text: words, span }) = text.content.first_mut() {
        let rest = words[end..].trim_start_matches([' ', '\u{a0}', '-', '–', '—', ':']);
        let skipped = u32::try_from(words.len() - rest.len()).unwrap_or(0);
        *words = rest.to_owned();
        span.start += skipped;
        text.span.start = text.span.start.max(span.start);
        if words.is_empty() {
            text.content.remove(0);
        }
    }
    text
}

fn filled(text: Text) -> Option<Text> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileId, Span};
    use crate::parse::text::TextId;

    fn text(words: &str) -> Text {
        let span = Span::new(FileId(0), 0..words.len());
        Text { id: TextId(1), content: vec![Inline::Words { text: words.to_owned(), span }], span }
    }

    fn shown(heading: Heading) -> String {
        let or_none = |found: Option<String>| found.unwrap_or_else(|| "–".to_owned());
        format!("{} | {} | {}", or_none(heading.label), or_none(heading.number), or_none(heading.text.map(|text| text.plain())))
    }

    #[test]
    fn articles() {
        let words = ["artikel", "article"];
        for (heading, expected) in [
            ("Artikel 7. Meldplicht", "Artikel 7. | 7 | Meldplicht"),
            ("Article 7: Duty to report", "Article 7: | 7 | Duty to report"),
            ("Artikel 9.", "Artikel 9. | 9 | –"),
            ("18. Protection of Personal Data", "18. | 18 | Protection of Personal Data"),
            ("2 Description of the processing", "2 | 2 | Description of the processing"),
            ("(3) License", "(3) | (3) | License"),
            ("1.C. Gegevens", "1.C. | 1.C | Gegevens"),
            ("Artikel 7a. Extra", "Artikel 7a. | 7a | Extra"),
            ("IV. Slot", "IV. | IV | Slot"),
            ("I want", "– | – | I want"),
            ("Overwegingen", "– | – | Overwegingen"),
            ("2018 in cijfers", "– | – | 2018 in cijfers"),
        ] {
            assert_eq!(shown(of_article(text(heading), words.into_iter())), expected, "{heading}");
        }
    }

    #[test]
    fn parts() {
        let words = ["bijlage", "annex", "schedule"];
        for (heading, expected) in [
            ("Bijlage 1. Specificatie", "Bijlage 1. | Bijlage 1 | Specificatie"),
            ("Bijlage 2: Beveiliging", "Bijlage 2: | Bijlage 2 | Beveiliging"),
            ("Annex 1 – Information security", "Annex 1 | Annex 1 | Information security"),
            ("Annex A", "Annex A | Annex A | –"),
            ("Bijlage: Tarieven", "Bijlage: | Bijlage | Tarieven"),
            ("Schedule of fees", "– | – | Schedule of fees"),
            ("Handtekeningen", "– | – | Handtekeningen"),
        ] {
            assert_eq!(shown(of_part(text(heading), words.into_iter())), expected, "{heading}");
        }
    }
}
