//! The line of a file that a finding is shown with, and where in the file that is.

use std::ops::Range;

use crate::diagnostic::Span;
use crate::source::Sources;

/// No more characters than this are underlined: a whole paragraph is one line in these texts.
const MOST_UNDERLINED: usize = 60;

/// A place in a text as people count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1. Lines end with a line feed, with or without a carriage return before it.
    pub line: usize,
    /// The column, from 1, counted in characters (Unicode scalar values).
    pub column: usize,
}

impl Position {
    /// Where a byte of a text is. Inside a character it is that character, past the end the end.
    pub fn of(text: &str, offset: usize) -> Position {
        let before = &text[..text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// Where a span begins.
    pub fn of_span(sources: &Sources, span: Span) -> Position {
        Position::of(sources.file(span.file).text(), span.range().start)
    }
}

/// One line of a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Excerpt {
    /// Its number, from 1.
    pub number: usize,
    /// Its text without line end.
    pub line: String,
    /// The bytes of it that are meant; empty at the end of a line.
    pub underlined: Range<usize>,
}

impl Excerpt {
    /// The first line that a range of bytes touches. Of a range of several lines, or of a very long one,
    /// only the beginning is underlined.
    pub fn of(text: &str, range: Range<usize>) -> Excerpt {
        let start = text.floor_char_boundary(range.start);
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line = text[line_start..].split('\n').next().unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        // A place at the line end itself may be between its two characters.
        let start = (start - line_start).min(line.len());
        let end = text.ceil_char_boundary(range.end).saturating_sub(line_start).clamp(start, line.len());
        let underlined = &line[start..end];
        let underlined = underlined.char_indices().nth(MOST_UNDERLINED).map_or(underlined, |(cut, _)| &underlined[..cut]);
        Excerpt { number: text[..line_start].matches('\n').count() + 1, line: harmless(line), underlined: start..start + underlined.len() }
    }
}

/// The line with every control character of two bytes (U+0080 to U+009F) as another of two bytes, so that
/// the places in it stay. The shorter ones are made visible where the line is drawn.
fn harmless(line: &str) -> String {
    line.chars().map(|character| if ('\u{80}'..='\u{9f}').contains(&character) { '·' } else { character }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_from_one() {
        let text = "één\r\nde “Verwerker”\n";
        for (at, line, column) in [("één", 1, 1), ("n\r", 1, 3), ("\n", 1, 5), ("de", 2, 1), ("Verwerker", 2, 5), ("”", 2, 14)] {
            let offset = text.find(at).expect("in the text");
            assert_eq!(Position::of(text, offset), Position { line, column }, "{at}");
        }
        assert_eq!(Position::of(text, 1), Position { line: 1, column: 1 }, "inside the first é");
        assert_eq!(Position::of(text, 1000), Position { line: 3, column: 1 });
        assert_eq!(Position::of("", 7), Position { line: 1, column: 1 });
    }

    #[test]
    fn the_first_line_of_a_range_is_shown() {
        let excerpt = |text: &str, range| {
            let Excerpt { number, line, underlined } = Excerpt::of(text, range);
            (number, line[underlined].to_owned(), line)
        };
        let shown = |number, underlined: &str, line: &str| (number, underlined.to_owned(), line.to_owned());
        assert_eq!(excerpt("a\nbcd\ne", 3..5), shown(2, "cd", "bcd"));
        assert_eq!(excerpt("a\r\nbcd\r\ne", 4..9), shown(2, "cd", "bcd"));
        assert_eq!(excerpt("a\r\nb", 2..3), shown(1, "", "a"));
        assert_eq!(excerpt("ë\n", 1..1), shown(1, "ë", "ë"));
        assert_eq!(excerpt("a", 90..99), shown(1, "", "a"));
        assert_eq!(excerpt("a\n", 2..2), shown(2, "", ""));
        assert_eq!(excerpt("", 0..9), shown(1, "", ""));
        assert_eq!(excerpt("ab", Range { start: 2, end: 0 }), shown(1, "", "ab"));
        assert_eq!(excerpt("\u{9b}31m", 0..2), shown(1, "·", "·31m"));
        assert_eq!(excerpt(&"ë".repeat(200), 0..400).1, "ë".repeat(MOST_UNDERLINED));
    }
}
