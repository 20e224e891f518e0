//! Inline Markdown into running text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::attributes::is_attributes;
use super::text::{Inline, Text, TextId};
use crate::diagnostic::{FileId, Finding, MISSING_FOOTNOTE, Span, UNSUPPORTED_MARKUP};

/// Opening and closing quotation marks of Dutch and English texts, straight ones included.
const OPENING: [char; 7] = ['“', '„', '"', '‘', '‚', '«', '”'];
const CLOSING: [char; 6] = ['”', '“', '"', '’', '‘', '»'];

/// Schemes that a link may have. Any other, such as `javascript:`, is not published.
const SCHEMES: [&str; 4] = ["http", "https", "mailto", "tel"];

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

    /// Whether no markup is open here, so that a clause may begin.
    pub fn is_outermost(&self) -> bool {
        self.open.len() == 1
    }

    /// Leaves out everything before this byte.
    pub fn skip_to(&mut self, from: usize) {
        self.from = from;
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
            Event::FootnoteReference(name) => self.push(Inline::NoteMark { name: name.to_string(), span: self.span(range) }),
            Event::Start(Tag::Strong) => self.open.push((Frame::Strong(range), Vec::new())),
            Event::Start(Tag::Emphasis) => self.open.push((Frame::Emphasis, Vec::new())),
            Event::Start(Tag::Link { dest_url, link_type, .. }) => {
                let to =
                    if matches!(link_type, pulldown_cmark::LinkType::Email) { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                if is_safe(&to) {
                    self.open.push((Frame::Link(to, range), Vec::new()));
                } else {
                    self.unsupported(&format!("link to {to}"), range, findings);
                    self.open.push((Frame::Plain, Vec::new()));
                }
            }
            Event::Start(Tag::Image { .. }) => {
                self.unsupported("image", range, findings);
                self.open.push((Frame::Plain, Vec::new()));
            }
            Event::Start(_) => self.open.push((Frame::Plain, Vec::new())),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image) => self.close(),
            Event::End(_) => self.close(),
            Event::InlineHtml(html) if html.trim_start().starts_with("<!--") => {}
            Event::InlineHtml(html) if matches!(html.trim_matches(['<', '>', '/', ' ']), "br") => self.push(Inline::Break),
            Event::InlineHtml(html) => self.unsupported(html, range, findings),
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    /// The text, trimmed, with the place it stands in.
    pub fn finish(mut self, id: TextId, span: Range<usize>) -> Text {
        while self.open.len() > 1 {
            self.close();
        }
        let mut content = self.open.pop().map(|(_, content)| content).unwrap_or_default();
        trim(&mut content);
        let span = self.span(span);
        Text { id, content, span }
    }

    fn words(&mut self, text: &str, range: Range<usize>, findings: &mut Vec<Finding>) {
        if range.end <= self.from {
            return;
        }
        // Where a cut falls within an event, the event's words are the source's own: escapes split events.
        let is_verbatim = self.source.get(range.clone()) == Some(text);
        let (start, end) = (range.start.max(self.from), range.end.min(self.until));
        let text = if is_verbatim { self.source.get(start..end).unwrap_or_default() } else { text };
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
                    None => (1, None),
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

    fn plain_words(&mut self, text: &str, at: usize) {
        if text.is_empty() {
            return;
        }
        let span = self.span(at..at + text.len());
        if let Some((_, content)) = self.open.last_mut()
            && let Some(Inline::Words { text: before, span: place }) = content.last_mut()
            && place.end == span.start
        {
            before.push_str(text);
            place.end = span.end;
            return;
        }
        self.push(Inline::Words { text: text.to_owned(), span });
    }

    fn push(&mut self, inline: Inline) {
        if let Some((_, content)) = self.open.last_mut() {
            content.push(inline);
        }
    }

    fn close(&mut self) {
        if self.open.len() < 2 {
            return;
        }
        let Some((frame, content)) = self.open.pop() else { return };
        match frame {
            Frame::Strong(range) => {
                let span = self.span(range);
                self.push(definition(&content, span).unwrap_or(Inline::Strong(content)));
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

/// The name of a blank that begins here, braces excluded.
fn fill_in(tail: &str) -> Option<&str> {
    let close = tail.find('}')?;
    let inner = &tail[1..close];
    let is_name = !inner.trim().is_empty() && inner.chars().count() <= 80 && !inner.contains(['{', '\n']) && !is_attributes(inner.trim());
    is_name.then_some(inner)
}

/// Bold and quoted is how lawyers mark the place where they define a term.
fn definition(content: &[Inline], span: Span) -> Option<Inline> {
    let printed: String = Text { id: TextId(0), content: content.to_vec(), span }.plain();
    let term = printed.strip_prefix(OPENING)?.strip_suffix(CLOSING)?.trim().to_owned();
    (!term.is_empty()).then_some(Inline::Definition { term, printed, span })
}

fn is_safe(to: &str) -> bool {
    let scheme = to.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '#', '?']));
    scheme.is_none_or(|scheme| SCHEMES.contains(&scheme.to_ascii_lowercase().as_str()))
}

fn trim(content: &mut Vec<Inline>) {
    if let Some(Inline::Words { text, .. }) = content.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Words { text, .. }) = content.last_mut() {
        *text = text.trim_end().to_owned();
    }
    content.retain(|inline| !matches!(inline, Inline::Words { text, .. } if text.is_empty()));
}
