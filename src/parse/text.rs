//! Running text: what stands in a paragraph, heading, item or table cell.

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
    pub fn span_of(&self, range: std::ops::Range<usize>) -> Span {
        let mut at = 0;
        let mut found: Option<Span> = None;
        self.visit(&mut |inline| {
            let (length, span) = match inline {
                Inline::Words { text, span } => (text.len(), Some(*span)),
                Inline::Definition { printed, span, .. } => (printed.len(), Some(*span)),
                Inline::Code(text) => (text.len(), None),
                Inline::FillIn { span, .. } => (BLANK.len(), Some(*span)),
                Inline::Break => (1, None),
                Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } | Inline::NoteMark { .. } => (0, None),
            };
            let (start, end) = (range.start.max(at), range.end.min(at + length));
            if let Some(span) = span.filter(|_| start < end) {
                let offset = |plain: usize| span.start + u32::try_from(plain - at).unwrap_or(0);
                let piece = Span { start: offset(start), end: offset(end).min(span.end).max(offset(start)), ..span };
                found = Some(found.map_or(piece, |before| Span { end: piece.end, ..before }));
            }
            at += length;
        });
        found.unwrap_or(self.span)
    }

    /// The stretches of [`Text::plain`] that already lead or define something.
    pub fn occupied(&self) -> Vec<std::ops::Range<usize>> {
        fn of(content: &[Inline], at: &mut usize, occupied: &mut Vec<std::ops::Range<usize>>) {
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
    pub fn defined(&self) -> Vec<(std::ops::Range<usize>, &str, Span)> {
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
