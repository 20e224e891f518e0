//! Inline Markdown into running text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::attributes::is_attributes;
use super::definition;
use super::text::{Inline, Text, TextId};
use crate::diagnostic::{FileId, Finding, MISSING_FOOTNOTE, STRAY_ATTRIBUTES, SUSPECT_ATTRIBUTE, Span, UNSUPPORTED_MARKUP};

/// Schemes that a link may have. Any other, such as `javascript:`, is not published.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

/// Bold within italics within bold …: what is nested deeper keeps its words, not its markup.
const MAX_MARKUP: usize = 16;

/// Builds one running text from events, within the bytes that belong to it.
pub struct TextBuilder<'a> {
    source: &'a str,
    file: FileId,
    open: Vec<(Frame, Vec<Inline>)>,
    /// Bytes before this belong to a label, and are skipped.
    from: usize,
    /// Bytes from here on belong to attributes, and are skipped.
    until: usize,
}

enum Frame {
    Root,
    Strong(Range<usize>),
    Emphasis,
    Link(String, Range<usize>),
    /// Markup that is not kept; its words are.
    Plain,
}

impl<'a> TextBuilder<'a> {
    /// A text within `within`.
    pub fn new(source: &'a str, file: FileId, within: Range<usize>) -> Self {
        TextBuilder { source, file, open: vec![(Frame::Root, Vec::new())], from: within.start, until: within.end }
    }

    /// Takes in one event.
    pub fn event(&mut self, event: &Event<'_>, range: Range<usize>, findings: &mut Vec<Finding>) {
        if range.start >= self.until && !matches!(event, Event::End(_)) {
            return;
        }
        match event {
            Event::Text(text) => self.words(text, range, findings),
            Event::Code(text) => self.push(Inline::Code(text.to_string())),
            Event::SoftBreak => self.push(Inline::Words { text: " ".to_owned(), span: self.span(range) }),
            Event::HardBreak => self.push(Inline::Break),
            Event::FootnoteReference(name) => self.push(Inline::NoteMark { name: note_name(name), span: self.span(range) }),
            Event::Start(_) if self.open.len() > MAX_MARKUP => self.open.push((Frame::Plain, Vec::new())),
            Event::Start(Tag::Strong) => self.open.push((Frame::Strong(range), Vec::new())),
            Event::Start(Tag::Emphasis) => self.open.push((Frame::Emphasis, Vec::new())),
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let to =
                    if matches!(link_type, pulldown_cmark::LinkType::Email) { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                if is_safe(&to) {
                    self.open.push((Frame::Link(to, range), Vec::new()));
                } else {
                    self.unsupported("link", range, findings);
                    self.open.push((Frame::Plain, Vec::new()));
                }
            }
            Event::Start(Tag::Image { .. }) => {
                self.unsupported("image", range, findings);
                self.open.push((Frame::Plain, Vec::new()));
            }
            Event::Start(_) => self.open.push((Frame::Plain, Vec::new())),
            Event::End(_) => self.close(),
            Event::InlineHtml(html) if html.trim_start().starts_with("<!--") => {}
            Event::InlineHtml(html) if matches!(html.trim_matches(['<', '>', '/', ' ']), "br") => self.push(Inline::Break),
            Event::InlineHtml(_) => self.unsupported("tag", range, findings),
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// The text, trimmed, with the place it stands in.
    pub fn finish(mut self, id: TextId) -> Text {
        while self.open.len() > 1 {
            self.close();
        }
        let mut content = self.open.pop().map(|(_, content)| content).unwrap_or_default();
        definition::join_quotes(&mut content);
        trim(&mut content);
        let within = self.source.get(self.from..self.until).unwrap_or_default();
        let start = self.from + within.len() - within.trim_start().len();
        let span = self.span(start..(self.from + within.trim_end().len()).max(start));
        Text { id, content, span }
    }

    fn words(&mut self, text: &str, range: Range<usize>, findings: &mut Vec<Finding>) {
        if range.end <= self.from {
            return;
        }
        if self.source.get(range.clone()) != Some(text) {
            // A reference such as `&nbsp;`: it is words, whatever it stands for.
            return self.push(Inline::Words { text: text.to_owned(), span: self.span(range) });
        }
        let (start, end) = (range.start.max(self.from), range.end.min(self.until));
        let text = self.source.get(start..end).unwrap_or_default();
        self.suspect(text, start, findings);
        let mut rest = text;
        let mut at = start;
        let mut is_first = true;
        while let Some(open) = rest.find(['{', '[']) {
            let escaped = is_first && open == 0 && self.source[..at].ends_with('\\');
            is_first = false;
            let tail = &rest[open..];
            let (length, inline) = match tail.as_bytes()[0] {
                b'{' if !escaped => match fill_in(tail) {
                    Some(name) => {
                        let span = self.span(at + open..at + open + name.len() + 2);
                        (name.len() + 2, Some(Inline::FillIn { name: name.trim().to_owned(), span }))
                    }
                    None => {
                        // In the middle of a text they would be printed, and have no effect.
                        if let Some(inner) = braced(tail).filter(|inner| is_attributes(inner.trim())) {
                            findings.push(Finding::new(STRAY_ATTRIBUTES, self.span(at + open..at + open + inner.len() + 2)));
                        }
                        (1, None)
                    }
                },
                b'[' if tail.starts_with("[^") => match tail.find(']') {
                    Some(close) if !tail[2..close].contains(char::is_whitespace) => {
                        let place = self.span(at + open..at + open + close + 1);
                        findings.push(Finding::new(MISSING_FOOTNOTE, place).with("note", &tail[2..close]));
                        (close + 1, Some(Inline::Words { text: String::new(), span: place }))
                    }
                    _ => (1, None),
                },
                _ => (1, None),
            };
            match inline {
                Some(inline) => {
                    self.plain_words(&rest[..open], at);
                    self.push(inline);
                }
                None => self.plain_words(&rest[..open + length], at),
            }
            rest = &rest[open + length..];
            at += open + length;
        }
        self.plain_words(rest, at);
    }

    /// Words that were meant to say who may read something, and are printed instead. `\{audience=…}` is meant to be printed.
    fn suspect(&self, text: &str, start: usize, findings: &mut Vec<Finding>) {
        let lower = text.to_ascii_lowercase();
        for key in ["audience=", "audience =", "{.customers", "{.internal"] {
            let Some(at) = lower.find(key) else { continue };
            let is_printed = self.source.get(..start).is_some_and(|before| before.ends_with('\\')) && lower[..at].matches('{').count() <= 1;
            // Whole attributes in the middle of a text are told as such.
            let is_whole = lower[..at].rfind('{').is_some_and(|open| !lower[open..at].contains('}')) && lower[at..].contains('}');
            if !is_printed && !is_whole {
                findings.push(Finding::new(SUSPECT_ATTRIBUTE, self.span(start + at..start + at + key.len())));
            }
        }
    }

    fn plain_words(&mut self, text: &str, at: usize) {
        // What a comment stood between is one space, as is a line's end in a block of code.
        let follows_space =
            matches!(self.open.last().and_then(|(_, content)| content.last()), Some(Inline::Words { text, .. }) if text.ends_with(' '));
        let kept = if follows_space { text.trim_start_matches(' ') } else { text };
        let (text, at) = (kept.replace('\n', " "), at + text.len() - kept.len());
        if text.is_empty() {
            return;
        }
        let span = self.span(at..at + text.len());
        if let Some((_, content)) = self.open.last_mut()
            && let Some(Inline::Words { text: before, span: place }) = content.last_mut()
            && place.end == span.start
            && place.range().len() == before.len()
        {
            before.push_str(&text);
            place.end = span.end;
            return;
        }
        self.push(Inline::Words { text, span });
    }

    fn push(&mut self, inline: Inline) {
        if matches!(&inline, Inline::Words { text, .. } if text.is_empty()) {
            return;
        }
        if let Some((_, content)) = self.open.last_mut() {
            content.push(inline);
        }
    }

    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some((frame, content)) = self.open.pop() else { return };
        // All of it was a printed label, or attributes.
        if content.is_empty() && matches!(frame, Frame::Strong(_) | Frame::Emphasis) {
            return;
        }
        match frame {
            Frame::Strong(range) => {
                let span = self.span(range);
                match definition::in_bold(&content, span) {
                    Some(pieces) => pieces.into_iter().for_each(|piece| self.push(piece)),
                    None => self.push(Inline::Strong(content)),
                }
            }
            Frame::Emphasis => self.push(Inline::Emphasis(content)),
            Frame::Link(to, range) => {
                let span = self.span(range);
                self.push(Inline::Link { to, content, span });
            }
            Frame::Plain | Frame::Root => content.into_iter().for_each(|inline| self.push(inline)),
        }
    }

    fn unsupported(&self, what: &str, range: Range<usize>, findings: &mut Vec<Finding>) {
        findings.push(Finding::new(UNSUPPORTED_MARKUP, self.span(range)).with("what", what));
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }
}

/// What stands between the braces that begin here.
fn braced(tail: &str) -> Option<&str> {
    let inner = &tail[1..tail.find('}')?];
    (!inner.contains(['{', '\n'])).then_some(inner)
}

/// The name of a blank that begins here, braces excluded.
fn fill_in(tail: &str) -> Option<&str> {
    let inner = braced(tail)?;
    let is_name = !inner.trim().is_empty() && inner.chars().count() <= 80 && !is_attributes(inner.trim());
    is_name.then_some(inner)
}

/// Markdown ties a footnote to its mark whatever the case.
pub fn note_name(written: &str) -> String {
    written.to_lowercase()
}

fn is_safe(to: &str) -> bool {
    let scheme = to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
    scheme.is_none_or(|scheme| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

/// Leaves out white space and line breaks at either end. Places stay true: a span shrinks with its words.
fn trim(content: &mut Vec<Inline>) {
    trim_end(content, Inline::trim_start, |content| content.iter().position(is_printed));
    trim_end(content, Inline::trim_end, |content| content.iter().rposition(is_printed));
}

/// Trims at one end until something is left there. Notes' marks may stand outside.
fn trim_end(content: &mut Vec<Inline>, trim: impl Fn(&mut Inline) -> bool, at: impl Fn(&[Inline]) -> Option<usize>) {
    while let Some(at) = at(content) {
        if trim(&mut content[at]) {
            return;
        }
        content.remove(at);
    }
}

fn is_printed(inline: &Inline) -> bool {
    !matches!(inline, Inline::NoteMark { .. })
}

impl Inline {
    /// Leaves out white space at the beginning. Says whether anything is left.
    fn trim_start(&mut self) -> bool {
        match self {
            Inline::Words { text, span } => {
                let rest = text.trim_start().to_owned();
                span.start = (span.start + length(text) - length(&rest)).min(span.end);
                *text = rest;
                !text.is_empty()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                trim_end(inner, Inline::trim_start, |content| content.iter().position(is_printed));
                !inner.is_empty()
            }
            Inline::Break => false,
            _ => true,
        }
    }

    /// Leaves out white space at the end. Says whether anything is left.
    fn trim_end(&mut self) -> bool {
        match self {
            Inline::Words { text, span } => {
                let rest = text.trim_end().to_owned();
                span.end = (span.end + length(&rest)).saturating_sub(length(text)).max(span.start);
                *text = rest;
                !text.is_empty()
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) => {
                trim_end(inner, Inline::trim_end, |content| content.iter().rposition(is_printed));
                !inner.is_empty()
            }
            Inline::Break => false,
            _ => true,
        }
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}
