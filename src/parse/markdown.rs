//! Markdown (CommonMark with tables and footnotes) into a [`Document`]. Never fails, never panics.

mod run;

use std::collections::HashMap;
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::attributes::Attributes;
use super::document::{Document, Element, Entry, Label, LabelKind};
use super::inline::note_name;
use super::label;
use super::text::{Inline, Text, TextId};
use crate::diagnostic::{DUPLICATE_ENTRY, FileId, Finding, LOST_CELL, NESTED_TOO_DEEP, STRAY_ATTRIBUTES, Span, UNSUPPORTED_MARKUP};
use run::Line;

/// Lists and quotes nest no deeper. Contracts seldom pass four.
pub const MAX_DEPTH: usize = 24;

/// Reads a Markdown text.
pub fn read(source: &str, file: FileId) -> (Document, Vec<Finding>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(source, options).into_offset_iter().peekable();
    let mut reader = Reader { source, file, events, findings: Vec::new(), notes: Vec::new(), noted: HashMap::new(), texts: 0, depth: 0 };
    let elements = reader.elements();
    (Document { file, elements, notes: reader.notes }, reader.findings)
}

struct Reader<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> {
    source: &'a str,
    file: FileId,
    events: std::iter::Peekable<I>,
    findings: Vec<Finding>,
    notes: Vec<(String, Vec<Element>, Span)>,
    noted: HashMap<String, Span>,
    texts: u32,
    depth: usize,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Reader<'a, I> {
    /// Blocks up to the end of what is open, whose end event is taken.
    fn elements(&mut self) -> Vec<Element> {
        let mut elements = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if self.depth >= MAX_DEPTH && matches!(tag, Tag::List(_) | Tag::BlockQuote(_)) => {
                    self.findings.push(
                        Finding::new(NESTED_TOO_DEEP, self.span(first_line(self.source, range))).with("limit", MAX_DEPTH.to_string()),
                    );
                    self.skip();
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let level = depth_of(level);
                    let lines = self.run(range, None, false);
                    elements.extend(lines.into_iter().map(|Line { text, attributes, .. }| Element::Heading { level, text, attributes }));
                }
                Event::Start(Tag::Paragraph) => {
                    let lines = self.run(range, None, true);
                    push_lines(lines, &mut elements);
                }
                Event::Start(Tag::List(_)) => elements.push(self.list(range)),
                Event::Start(Tag::Table(_)) => elements.push(self.table(range)),
                Event::Start(Tag::BlockQuote(_)) => {
                    let span = self.span(range);
                    self.depth += 1;
                    let inner = self.elements();
                    self.depth -= 1;
                    elements.push(Element::Quote { elements: inner, attributes: Attributes::default(), span });
                }
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    let span = self.span(first_line(self.source, range));
                    self.depth += 1;
                    let inner = self.elements();
                    self.depth -= 1;
                    let name = note_name(&name);
                    if let Some(first) = self.noted.insert(name.clone(), span) {
                        self.findings.push(Finding::new(DUPLICATE_ENTRY, span).with("id", name.as_str()).related(first));
                    }
                    self.notes.push((name, inner, span));
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    // Mostly an accident of indentation. The words are kept, so that nothing is lost unseen.
                    self.unsupported("code", range.clone());
                    let lines = self.run(range, None, false);
                    push_lines(lines, &mut elements);
                }
                Event::Start(Tag::HtmlBlock) => {
                    let html = self.source.get(range.clone()).unwrap_or_default().trim();
                    // Comments are the author's own, and are never published.
                    if !(html.starts_with("<!--") && html.find("-->").is_some_and(|end| end + 3 == html.len())) {
                        self.unsupported("html", range);
                    }
                    self.skip();
                }
                // In a tight list the words stand directly in the entry.
                inline if run::is_inline(&inline) => {
                    let lines = self.run(range.clone(), Some((inline, range)), true);
                    push_lines(lines, &mut elements);
                }
                Event::Start(_) => self.skip(),
                _ => {}
            }
        }
        attach(elements, &mut self.findings)
    }

    fn list(&mut self, range: Range<usize>) -> Element {
        let span = self.span(range);
        let mut entries = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Item) => entries.push(self.entry(range)),
                _ => {}
            }
        }
        Element::List { entries, span }
    }

    fn entry(&mut self, range: Range<usize>) -> Entry {
        let marker = self.marker(range.start);
        let span = self.span(range);
        self.depth += 1;
        let mut elements = self.elements();
        self.depth -= 1;
        let mut attributes = Attributes::default();
        let mut label = marker;
        if let Some(Element::Paragraph { label: own, text, attributes: said }) = elements.first_mut() {
            attributes = std::mem::take(said);
            if let Some(own) = own.take() {
                label = Some(own);
            } else if label.is_none() {
                label = take_item_label(self.source, self.file, text);
            }
        } else if let Some(Element::Attributes(said)) = elements.first() {
            attributes = said.clone();
            elements.remove(0);
        }
        // On a line of their own right below the words of an entry, they could speak of the entry or of the list.
        if let Some(said) = attributes.span
            && self.stands_below_words(said)
        {
            self.findings.push(Finding::new(STRAY_ATTRIBUTES, said));
        }
        Entry { label, elements, attributes, span }
    }

    fn stands_below_words(&self, said: Span) -> bool {
        let before = self.source.get(..said.start as usize).unwrap_or_default();
        let (above, own) = before.rsplit_once('\n').unwrap_or(("", before));
        own.trim().is_empty() && !above.rsplit('\n').next().unwrap_or_default().trim().is_empty()
    }

    /// The marker of an ordered list's entry, from the source: Markdown itself would count anew.
    fn marker(&self, start: usize) -> Option<Label> {
        let rest = self.source.get(start..)?;
        let indent = rest.len() - rest.trim_start().len();
        let digits = rest[indent..].bytes().take_while(u8::is_ascii_digit).count();
        if digits == 0 {
            return None;
        }
        let at = start + indent;
        let printed = self.source.get(at..at + digits + 1)?.to_owned();
        Some(Label { printed, kind: LabelKind::Ordered, span: self.span(at..at + digits + 1) })
    }

    fn table(&mut self, range: Range<usize>) -> Element {
        let span = self.span(range);
        let (mut head, mut rows, mut cells) = (Vec::new(), Vec::new(), Vec::new());
        let (mut said, mut of_table) = (Attributes::default(), Attributes::default());
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    for Line { text, attributes, .. } in self.run(range, None, false) {
                        said.merge(attributes);
                        cells.push(text);
                    }
                }
                Event::End(TagEnd::TableHead) => {
                    head = std::mem::take(&mut cells);
                    // What a heading row says is said of the whole table, and there is a paragraph for that.
                    if let Some(span) = std::mem::take(&mut said).span {
                        self.findings.push(Finding::new(STRAY_ATTRIBUTES, span));
                    }
                }
                Event::End(TagEnd::TableRow) => {
                    let (cells, mut said) = (std::mem::take(&mut cells), std::mem::take(&mut said));
                    self.beyond_last_cell(range, head.len(), &mut said);
                    // A line of only attributes right below a table counts as a row of it, but speaks of the table.
                    if said.span.is_some() && cells.iter().all(Text::is_empty) {
                        of_table.merge(said);
                    } else {
                        rows.push((cells, said));
                    }
                }
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Element::Table { head, rows, attributes: of_table, span }
    }

    /// What stands in a row behind its last column. Markdown drops it; here attributes count, and words are told.
    fn beyond_last_cell(&mut self, row: Range<usize>, columns: usize, said: &mut Attributes) {
        let line = self.source.get(row.start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let Some(end) = end_of_cells(line, columns) else { return };
        let rest = &line[end..];
        let start = row.start + end + rest.len() - rest.trim_start().len();
        let rest = rest.trim().trim_end_matches('|').trim_end();
        if rest.is_empty() {
            return;
        }
        if Attributes::at_end(rest) == Some(0) {
            let read = Attributes::read(rest, start, self.file, &mut self.findings);
            said.merge(read);
        } else {
            self.findings.push(Finding::new(LOST_CELL, self.span(start..start + rest.len())).with("text", rest));
        }
    }

    fn skip(&mut self) {
        let mut depth = 1usize;
        while depth > 0 {
            match self.events.next() {
                Some((Event::Start(_), _)) => depth += 1,
                Some((Event::End(_), _)) => depth -= 1,
                Some(_) => {}
                None => break,
            }
        }
    }

    fn next_text(&mut self) -> TextId {
        self.texts += 1;
        TextId(self.texts)
    }

    fn unsupported(&mut self, what: &str, range: Range<usize>) {
        let place = self.span(first_line(self.source, range));
        self.findings.push(Finding::new(UNSUPPORTED_MARKUP, place).with("what", what));
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range)
    }
}

/// Gives paragraphs of only attributes to the block before them.
fn attach(elements: Vec<Element>, findings: &mut Vec<Finding>) -> Vec<Element> {
    let mut attached: Vec<Element> = Vec::with_capacity(elements.len());
    for (index, element) in elements.into_iter().enumerate() {
        let Element::Attributes(said) = element else {
            attached.push(element);
            continue;
        };
        match attached.last_mut() {
            Some(
                Element::Heading { attributes, .. }
                | Element::Paragraph { attributes, .. }
                | Element::Table { attributes, .. }
                | Element::Quote { attributes, .. },
            ) => attributes.merge(said),
            // A list has no id of its own; what else is said of it holds for each of its entries.
            Some(Element::List { entries, .. }) => {
                if said.id.is_some() {
                    findings.extend(said.span.map(|span| Finding::new(STRAY_ATTRIBUTES, span)));
                }
                entries.iter_mut().for_each(|entry| entry.attributes.merge(Attributes { id: None, ..said.clone() }));
            }
            // At the beginning of an entry they speak of the entry.
            None if index == 0 => attached.push(Element::Attributes(said)),
            _ => findings.extend(said.span.map(|span| Finding::new(STRAY_ATTRIBUTES, span))),
        }
    }
    attached
}

fn push_lines(lines: Vec<Line>, elements: &mut Vec<Element>) {
    for Line { label, text, attributes } in lines {
        if label.is_some() || !text.is_empty() {
            elements.push(Element::Paragraph { label, text, attributes });
        } else if !attributes.is_empty() {
            elements.push(Element::Attributes(attributes));
        }
    }
}

/// Takes the label off an entry's first text: `a. de aard` → `a.`. It may be printed bold.
fn take_item_label(source: &str, file: FileId, text: &mut Text) -> Option<Label> {
    let label = take_from(&mut text.content, |words, span| {
        let is_escaped = source.get(..span.start as usize).is_some_and(|before| before.ends_with('\\'));
        label::item_label(words).filter(|_| !is_escaped)
    })?;
    let start = label.1.start as usize;
    let rest = source.get(start + label.0.len()..text.span.end as usize).unwrap_or_default();
    text.span.start = text.span.end - u32::try_from(rest.trim_start().len()).unwrap_or(0);
    let span = Span::new(file, start..start + label.0.len());
    Some(Label { printed: label.0, kind: LabelKind::Item, span })
}

/// Takes the label off the first words, in bold or not, and what is left empty.
fn take_from(content: &mut Vec<Inline>, label: impl Fn(&str, Span) -> Option<usize>) -> Option<(String, Span)> {
    let found = match content.first_mut()? {
        Inline::Words { text, span } => {
            let length = label(text, *span)?;
            let printed = text[..length].to_owned();
            let rest = text[length..].trim_start().to_owned();
            let place = *span;
            span.start = (span.start + u32::try_from(text.len() - rest.len()).unwrap_or(0)).min(span.end);
            *text = rest;
            (printed, place)
        }
        Inline::Strong(inner) | Inline::Emphasis(inner) => take_from(inner, label)?,
        _ => return None,
    };
    let is_empty = match content.first() {
        Some(Inline::Words { text, .. }) => text.is_empty(),
        Some(Inline::Strong(inner) | Inline::Emphasis(inner)) => inner.is_empty(),
        _ => false,
    };
    if is_empty {
        content.remove(0);
        // What separated the label from the text.
        if let Some(Inline::Words { text, span }) = content.first_mut() {
            let rest = text.trim_start().to_owned();
            span.start = (span.start + u32::try_from(text.len() - rest.len()).unwrap_or(0)).min(span.end);
            *text = rest;
        }
    }
    Some(found)
}

fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let end = source.get(range.clone()).and_then(|text| text.find('\n')).map_or(range.end, |line| range.start + line);
    range.start..end
}

fn depth_of(level: HeadingLevel) -> u8 {
    level as u8
}

/// Where the cells of so many columns end in a line of a table, behind the pipe that closes the last one.
fn end_of_cells(line: &str, columns: usize) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let first = indent + usize::from(line[indent..].starts_with('|'));
    let mut closed = 0;
    let mut escaped = false;
    for (at, c) in line[first..].char_indices() {
        if c == '|' && !escaped {
            closed += 1;
            if closed == columns {
                return Some(first + at + 1);
            }
        }
        escaped = c == '\\' && !escaped;
    }
    None
}
