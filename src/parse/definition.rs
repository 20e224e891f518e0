//! Where a text defines a term: bold and quoted, as lawyers write it.
//!
//! The quotation marks may stand within the bold or around it: `**“Verwerker”**`, `“**Verwerker**”`. One stretch
//! of bold may define more: `**“Klant” of “U”**`.

use std::ops::Range;

use super::text::{Inline, Text, TextId};
use crate::diagnostic::Span;

/// Double quotation marks of Dutch and English texts that may begin and end a term, straight ones included.
const DOUBLE: (&str, &str) = ("“„\"«”", "”“\"»");
/// Single ones.
const SINGLE: (&str, &str) = ("‘‚'’", "’‘'");
/// What may follow the last quotation mark within the bold.
const PUNCTUATION: &str = ":;,.)";
/// Between two terms in one stretch of bold stands "of", "and/or" and the like: no more bytes than this.
const MOST_BETWEEN: usize = 12;

/// The pieces of a stretch of bold that defines something: definitions, and what is printed bold between and after
/// them. `None` where it defines nothing.
pub fn in_bold(content: &[Inline], span: Span) -> Option<Vec<Inline>> {
    let marks = content.iter().rev().take_while(|inline| matches!(inline, Inline::NoteMark { .. })).count();
    let (content, marks) = content.split_at(content.len() - marks);
    let text = plain_only(content, span)?;
    let printed = text.plain();
    let terms = terms(&printed)?;
    let mut pieces = Vec::new();
    let mut at = 0;
    let bold = |range: Range<usize>| {
        let (text, span) = (printed[range.clone()].to_owned(), text.span_of(range));
        Inline::Strong(vec![Inline::Words { text, span }])
    };
    for (range, term) in terms {
        if at < range.start {
            pieces.push(bold(at..range.start));
        }
        at = range.end;
        pieces.push(Inline::Definition { term, printed: printed[range.clone()].to_owned(), span: text.span_of(range) });
    }
    if at < printed.len() {
        pieces.push(bold(at..printed.len()));
    }
    pieces.extend(marks.iter().cloned());
    Some(pieces)
}

/// Makes definitions of bold words with quotation marks around the bold.
pub fn join_quotes(content: &mut [Inline]) {
    for at in 1..content.len().saturating_sub(1) {
        let Some((before, [bold, after, ..])) = content.split_at_mut_checked(at) else { continue };
        let (Some(Inline::Words { text: before, span: start }), Inline::Strong(inner), Inline::Words { text: after, span: end }) =
            (before.last_mut(), &*bold, after)
        else {
            continue;
        };
        let (Some(open), Some(close)) = (before.chars().next_back(), after.chars().next()) else { continue };
        let is_quoted = pair(open).is_some_and(|(_, closing)| closing.contains(close));
        let span = Span { start: start.end - shorter(open), end: end.start + shorter(close), ..*start };
        let Some(term) = plain_only(inner, span).map(|text| text.plain().trim().to_owned()) else { continue };
        if !is_quoted || term.is_empty() {
            continue;
        }
        let printed = format!("{open}{term}{close}");
        before.truncate(before.len() - open.len_utf8());
        start.end -= shorter(open);
        after.drain(..close.len_utf8());
        end.start += shorter(close);
        *bold = Inline::Definition { term, printed, span };
    }
}

fn shorter(c: char) -> u32 {
    u32::try_from(c.len_utf8()).unwrap_or(0)
}

/// The content as a text, if it is nothing but printed words.
fn plain_only(content: &[Inline], span: Span) -> Option<Text> {
    let text = Text { id: TextId(0), content: content.to_vec(), span };
    let mut is_plain = true;
    text.visit(&mut |inline| is_plain &= matches!(inline, Inline::Words { .. } | Inline::Emphasis(_) | Inline::Break));
    is_plain.then_some(text)
}

/// The quoted terms, with quotation marks in the range and without them in the term. `None` unless there is
/// nothing else but what stands between terms, and punctuation.
fn terms(printed: &str) -> Option<Vec<(Range<usize>, String)>> {
    let mut terms = Vec::new();
    let mut at = 0;
    loop {
        let rest = &printed[at..];
        let open = rest.find(|c| pair(c).is_some());
        let is_near = |open: usize| open == 0 || (!terms.is_empty() && open <= MOST_BETWEEN);
        let Some(found) = open.filter(|open| is_near(*open)).and_then(|open| term(printed, at + open)) else {
            let is_end = rest.chars().all(|c| PUNCTUATION.contains(c) || c.is_whitespace());
            return (is_end && !terms.is_empty()).then_some(terms);
        };
        at = found.0.end;
        terms.push(found);
    }
}

/// The quoted term that begins at this byte.
fn term(printed: &str, start: usize) -> Option<(Range<usize>, String)> {
    let open = printed[start..].chars().next()?;
    let (_, closing) = pair(open)?;
    let inner = start + open.len_utf8();
    let ends_here = |at: usize, c: char| {
        let next = printed[at + c.len_utf8()..].chars().next();
        // A single closing mark within a word is an apostrophe: ‘Verwerker’s’.
        closing.contains(c) && next.is_none_or(|next| !next.is_alphanumeric())
    };
    let (length, close) = printed[inner..].char_indices().find(|(offset, c)| *offset > 0 && ends_here(inner + offset, *c))?;
    let term = printed[inner..inner + length].trim();
    (!term.is_empty()).then(|| (start..inner + length + close.len_utf8(), term.to_owned()))
}

fn pair(open: char) -> Option<(&'static str, &'static str)> {
    [DOUBLE, SINGLE].into_iter().find(|(opening, _)| opening.contains(open))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    fn defined(printed: &str) -> String {
        let span = Span::new(FileId(0), 0..printed.len());
        let pieces = in_bold(&[Inline::Words { text: printed.to_owned(), span }], span).unwrap_or_default();
        let shown = pieces.iter().map(|piece| match piece {
            Inline::Definition { term, .. } => format!("[{term}]"),
            Inline::Strong(inner) => Text { id: TextId(0), content: inner.clone(), span }.plain(),
            other => format!("{other:?}"),
        });
        shown.collect()
    }

    #[test]
    fn terms_in_every_kind_of_quotation_marks() {
        for (printed, expected) in [
            ("“Verwerker”", "[Verwerker]"),
            ("„Verwerker”", "[Verwerker]"),
            ("„Verwerker“", "[Verwerker]"),
            ("\"Processor\"", "[Processor]"),
            ("‘Processor’", "[Processor]"),
            ("'communication platform'", "[communication platform]"),
            ("«Processor»", "[Processor]"),
            ("”Verwerker”", "[Verwerker]"),
            ("“(Data) Breach”", "[(Data) Breach]"),
            ("‘Sub-Processor’s Staff’", "[Sub-Processor’s Staff]"),
            ("“AVG”:", "[AVG]:"),
            ("“Klant” of “U”", "[Klant] of [U]"),
            ("“GTC”, “Terms” and/or “Agreement”.", "[GTC], [Terms] and/or [Agreement]."),
        ] {
            assert_eq!(defined(printed), expected, "{printed}");
        }
    }

    #[test]
    fn bold_words_that_define_nothing() {
        for printed in ["Let op", "Let op “dit”", "“Verwerker” is wie verwerkt", "“”", "“open", "", "24 uur"] {
            assert_eq!(defined(printed), "", "{printed}");
        }
    }
}
