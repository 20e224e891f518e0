//! Running text: what stands in a paragraph, heading, item or table cell.

use std::ops::Range;

use crate::diagnostic::Span;

/// A stretch of running text within one document; the key of what `resolve` says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct TextId(pub u32);

/// Running text with its markup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Unique within the document.
    pub id: TextId,
    /// What it is made of, in order.
    pub content: Vec<Inline>,
    /// Where it stands, without attributes and printed label.
    pub span: Span,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are.
    Words {
        /// The words, with references and escapes of Markdown undone.
        text: String,
        /// Where they stand.
        span: Span,
    },
    /// Printed bold.
    Strong(Vec<Inline>),
    /// Printed italic.
    Emphasis(Vec<Inline>),
    /// Printed to the letter, such as a file name.
    Code(String),
    /// A link the author made.
    Link {
        /// The address.
        to: String,
        /// What is shown.
        content: Vec<Inline>,
        /// Where it stands.
        span: Span,
    },
    /// The place where a term is defined: bold and quoted, as lawyers write it.
    Definition {
        /// The term without quotation marks: `Verwerker`, `(Data) Breach`.
        term: String,
        /// As printed, with its quotation marks.
        printed: String,
        /// Where it stands.
        span: Span,
    },
    /// A blank to be filled in by the parties, such as `{bedrijfsnaam}`.
    FillIn {
        /// What belongs there.
        name: String,
        /// Where it stands.
        span: Span,
    },
    /// A footnote's mark.
    NoteMark {
        /// The footnote's name in the source.
        name: String,
        /// Where it stands.
        span: Span,
    },
    /// A line break that the author asked for.
    Break,
}

impl Text {
    /// The text without markup, notes or blanks' names: what a citation quotes. Line breaks are spaces.
    pub fn plain(&self) -> String {
        let mut plain = String::new();
        push_plain(&self.content, &mut plain);
        plain
    }

    /// Where a stretch of [`Text::plain`] stands in the source. Markup within it is included.
    pub fn span_of(&self, range: Range<usize>) -> Span {
        Pieces::of(self).span(range).unwrap_or(self.span)
    }

    /// The stretches of [`Text::plain`] that already lead or define something.
    pub fn occupied(&self) -> Vec<Range<usize>> {
        fn of(content: &[Inline], at: &mut usize, occupied: &mut Vec<Range<usize>>) {
            for inline in content {
                let start = *at;
                match inline {
                    Inline::Words { text, .. } | Inline::Code(text) => *at += text.len(),
                    Inline::Definition { printed, .. } => {
                        *at += printed.len();
                        occupied.push(start..*at);
                    }
                    Inline::FillIn { .. } => *at += BLANK.len(),
                    Inline::Break => *at += 1,
                    Inline::NoteMark { .. } => {}
                    Inline::Strong(inner) | Inline::Emphasis(inner) => of(inner, at, occupied),
                    Inline::Link { content: inner, .. } => {
                        of(inner, at, &mut Vec::new());
                        occupied.push(start..*at);
                    }
                }
            }
        }
        let (mut at, mut occupied) = (0, Vec::new());
        of(&self.content, &mut at, &mut occupied);
        occupied
    }

    /// The terms that are defined here: bytes of [`Text::plain`], quotation marks included, the term, and where it stands.
    pub fn defined(&self) -> Vec<(Range<usize>, &str, Span)> {
        let (mut at, mut defined) = (0, Vec::new());
        self.visit(&mut |inline| match inline {
            Inline::Definition { term, printed, span } => {
                defined.push((at..at + printed.len(), term.as_str(), *span));
                at += printed.len();
            }
            Inline::Words { text, .. } | Inline::Code(text) => at += text.len(),
            Inline::FillIn { .. } => at += BLANK.len(),
            Inline::Break => at += 1,
            Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } | Inline::NoteMark { .. } => {}
        });
        defined
    }

    /// Whether there is nothing to read here.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }

    /// Calls `visit` for every piece, outermost first.
    pub fn visit<'a>(&'a self, visit: &mut impl FnMut(&'a Inline)) {
        visit_all(&self.content, visit);
    }
}

/// What a blank looks like in plain text.
pub const BLANK: &str = "____";

/// What [`Text::plain`] is made of, in order, each piece with its place: to be made once and asked often.
#[derive(Debug)]
pub struct Pieces(Vec<Piece>);

#[derive(Debug)]
struct Piece {
    /// Bytes of the plain text.
    range: Range<usize>,
    /// Where it stands; `None` for code and line breaks, which keep no place.
    span: Option<Span>,
    /// Whether it is no prose: a blank to be filled in, or what is printed to the letter.
    is_opaque: bool,
}

impl Pieces {
    /// The pieces of a text.
    pub fn of(text: &Text) -> Pieces {
        let (mut at, mut pieces) = (0, Vec::new());
        text.visit(&mut |inline| {
            let (length, span, is_opaque) = match inline {
                Inline::Words { text, span } => (text.len(), Some(*span), false),
                Inline::Definition { printed, span, .. } => (printed.len(), Some(*span), false),
                Inline::Code(text) => (text.len(), None, true),
                Inline::FillIn { span, .. } => (BLANK.len(), Some(*span), true),
                Inline::Break => (1, None, false),
                Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } | Inline::NoteMark { .. } => return,
            };
            pieces.push(Piece { range: at..at + length, span, is_opaque });
            at += length;
        });
        Pieces(pieces)
    }

    /// Where some bytes of the plain text stand in the source, markup within them included. `None` where no piece of them keeps its place.
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let places = self.within(&range).filter_map(|piece| piece.place_of(&range));
        places.reduce(|before, last| Span { end: last.end, ..before })
    }

    /// Whether some of these bytes are no prose.
    pub fn is_opaque(&self, range: &Range<usize>) -> bool {
        self.within(range).any(|piece| piece.is_opaque)
    }

    fn within(&self, range: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let (start, end) = (range.start, range.end);
        let first = self.0.partition_point(|piece| piece.range.end <= start);
        self.0[first..].iter().take_while(move |piece| piece.range.start < end)
    }
}

impl Piece {
    /// Where the part of this piece stands that is in `range`. Where `&nbsp;`, `“**Klant**”` or a blank was written, letters are
    /// not where they are printed, and all of the piece is meant.
    fn place_of(&self, range: &Range<usize>) -> Option<Span> {
        let span = self.span?;
        if span.range().len() != self.range.len() || self.is_opaque {
            return Some(span);
        }
        let offset = |plain: usize| span.start + u32::try_from(plain - self.range.start).unwrap_or(0);
        Some(Span { start: offset(range.start.max(self.range.start)), end: offset(range.end.min(self.range.end)), ..span })
    }
}

fn push_plain(content: &[Inline], plain: &mut String) {
    for inline in content {
        match inline {
            Inline::Words { text, .. } | Inline::Code(text) | Inline::Definition { printed: text, .. } => plain.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } => push_plain(inner, plain),
            Inline::FillIn { .. } => plain.push_str(BLANK),
            Inline::NoteMark { .. } => {}
            Inline::Break => plain.push(' '),
        }
    }
}

fn visit_all<'a>(content: &'a [Inline], visit: &mut impl FnMut(&'a Inline)) {
    for inline in content {
        visit(inline);
        if let Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { content: inner, .. } = inline {
            visit_all(inner, visit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::FileId;

    #[test]
    fn where_letters_are_not_as_written_all_of_the_piece_is_meant() {
        let source = "“**é(**” leest 7.1&nbsp;lid 2";
        let span = |from: &str, to: &str| Span::new(FileId(0), source.find(from).unwrap_or(0)..source.find(to).unwrap_or(0) + to.len());
        let words = |text: &str, span: Span| Inline::Words { text: text.to_owned(), span };
        let defined = Inline::Definition { term: "é(".to_owned(), printed: "“é(”".to_owned(), span: span("“", "”") };
        let content = vec![
            defined,
            words(" leest 7.1", span(" leest", "7.1")),
            words("\u{a0}", span("&", ";")),
            words("lid 2", span("lid", "lid 2")),
        ];
        let text = Text { id: TextId(0), content, span: span("“", "lid 2") };
        let plain = text.plain();
        let shown = |words: &str| {
            let at = plain.find(words).unwrap_or_default();
            source.get(text.span_of(at..at + words.len()).range()).unwrap_or("cut within a letter")
        };
        assert_eq!(shown("("), "“**é(**”");
        assert_eq!(shown("leest"), "leest");
        assert_eq!(shown("7.1\u{a0}lid"), "7.1&nbsp;lid");
    }
}
