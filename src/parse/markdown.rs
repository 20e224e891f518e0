//! Markdown (CommonMark with tables and footnotes) into a [`Document`]. Never fails, never panics.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::attributes::Attributes;
use super::document::{Document, Element, Entry, Label, LabelKind};
use super::inline::TextBuilder;
use super::label;
use super::text::{Text, TextId};
use crate::diagnostic::{FileId, Finding, NESTED_TOO_DEEP, NUMBER_IN_RUNNING_TEXT, STRAY_ATTRIBUTES, Span, UNSUPPORTED_MARKUP};

/// Lists and quotes nest no deeper. Contracts seldom pass four.
pub const MAX_DEPTH: usize = 24;

/// Reads a Markdown text.
pub fn read(source: &str, file: FileId) -> (Document, Vec<Finding>) {
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
    let events = Parser::new_ext(source, options).into_offset_iter().peekable();
    let mut reader = Reader { source, file, events, findings: Vec::new(), notes: Vec::new(), texts: 0, depth: 0 };
    let elements = reader.elements();
    (Document { file, elements, notes: reader.notes }, reader.findings)
}

struct Reader<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> {
    source: &'a str,
    file: FileId,
    events: std::iter::Peekable<I>,
    findings: Vec<Finding>,
    notes: Vec<(String, Vec<Element>, Span)>,
    texts: u32,
    depth: usize,
}

/// What a run of inline events gave: one or more paragraphs, cut where a line begins with a clause number.
struct Run {
    paragraphs: Vec<(Option<Label>, Text)>,
    attributes: Attributes,
}

impl<'a, I: Iterator<Item = (Event<'a>, Range<usize>)>> Reader<'a, I> {
    /// Blocks up to the end of what is open, whose end event is taken.
    fn elements(&mut self) -> Vec<Element> {
        let mut elements = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(tag) if self.depth >= MAX_DEPTH && matches!(tag, Tag::List(_) | Tag::Item | Tag::BlockQuote(_)) => {
                    self.findings.push(
                        Finding::new(NESTED_TOO_DEEP, self.span(first_line(self.source, range))).with("limit", MAX_DEPTH.to_string()),
                    );
                    self.skip();
                }
                Event::Start(Tag::Heading { level, .. }) => {
                    let run = self.run(range, None, false);
                    for (_, text) in run.paragraphs {
                        elements.push(Element::Heading { level: depth_of(level), text, attributes: run.attributes.clone() });
                    }
                }
                Event::Start(Tag::Paragraph) => {
                    let run = self.run(range, None, true);
                    push_run(run, &mut elements);
                }
                Event::Start(Tag::List(_)) => elements.push(self.list(range)),
                Event::Start(Tag::Table(_)) => elements.push(self.table(range)),
                Event::Start(Tag::BlockQuote(_)) => {
                    let span = self.span(range);
                    self.depth += 1;
                    let inner = self.elements();
                    self.depth -= 1;
                    elements.push(Element::Quote(inner, span));
                }
                Event::Start(Tag::FootnoteDefinition(name)) => {
                    let span = self.span(range);
                    self.depth += 1;
                    let inner = self.elements();
                    self.depth -= 1;
                    self.notes.push((name.to_string(), inner, span));
                }
                Event::Start(Tag::CodeBlock(_)) => {
                    // Mostly an accident of indentation. The words are kept, so that nothing is lost unseen.
                    self.unsupported("code block", range.clone());
                    push_run(self.run(range, None, false), &mut elements);
                }
                Event::Start(Tag::HtmlBlock) => {
                    let html = self.source.get(range.clone()).unwrap_or_default().trim();
                    // Comments are the author's own, and are never published.
                    if !(html.starts_with("<!--") && html.ends_with("-->") && html.matches("<!--").count() == 1) {
                        self.unsupported("HTML", range);
                    }
                    self.skip();
                }
                Event::Start(_) => self.skip(),
                Event::Rule => {}
                // In a tight list the words stand directly in the entry.
                inline => {
                    let run = self.run(range.clone(), Some((inline, range)), true);
                    push_run(run, &mut elements);
                }
            }
        }
        attach(elements, &mut self.findings)
    }

    fn list(&mut self, range: Range<usize>) -> Element {
        let span = self.span(range);
        let mut entries = Vec::new();
        self.depth += 1;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(_) => break,
                Event::Start(Tag::Item) => entries.push(self.entry(range)),
                _ => {}
            }
        }
        self.depth -= 1;
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
        Entry { label, elements, attributes, span }
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
        let mut said = Attributes::default();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(Tag::TableCell) => {
                    let run = self.run(range.clone(), None, false);
                    said.merge(run.attributes);
                    let mut paragraphs = run.paragraphs.into_iter().map(|(_, text)| text);
                    let cell = paragraphs.next().unwrap_or_else(|| self.empty_text(range));
                    cells.push(cell);
                }
                Event::End(TagEnd::TableHead) => {
                    head = std::mem::take(&mut cells);
                    // What a heading row says is said of the whole table, and there is a paragraph for that.
                    if let Some(span) = std::mem::take(&mut said).span {
                        self.findings.push(Finding::new(STRAY_ATTRIBUTES, span));
                    }
                }
                Event::End(TagEnd::TableRow) => rows.push((std::mem::take(&mut cells), std::mem::take(&mut said))),
                Event::End(TagEnd::Table) => break,
                _ => {}
            }
        }
        Element::Table { head, rows, attributes: Attributes::default(), span }
    }

    /// Inline events up to the end of the block, or, in a tight list, up to the next block.
    fn run(&mut self, range: Range<usize>, first: Option<(Event<'a>, Range<usize>)>, with_numbers: bool) -> Run {
        let is_loose = first.is_none();
        let source = self.source;
        let end = if is_loose { range.end } else { self.end_of_tight_run(range.start) };
        let block = source.get(range.start..end).unwrap_or_default();
        let (until, attributes) = match Attributes::at_end(block) {
            Some(at) => {
                let at = range.start + at;
                (at, Attributes::read(&source[at..end], at, self.file, &mut self.findings))
            }
            None => (end, Attributes::default()),
        };
        let mut paragraphs: Vec<(Option<Label>, Text)> = Vec::new();
        let mut builder = TextBuilder::new(source, self.file, range.start..until);
        let mut label: Option<Label> = None;
        let mut start = range.start;
        let mut at_line_start = true;
        let mut depth = 0usize;
        let mut next = first;
        loop {
            let (event, range) = match next.take() {
                Some(found) => found,
                None if is_loose => match self.events.next() {
                    Some(found) => found,
                    None => break,
                },
                None => match self.events.next_if(|(event, _)| depth > 0 || is_inline(event)) {
                    Some(found) => found,
                    None => break,
                },
            };
            match &event {
                Event::End(_) if depth == 0 => break,
                Event::End(_) => depth -= 1,
                Event::Start(_) => depth += 1,
                Event::Text(_) if with_numbers && at_line_start && builder.is_outermost() && range.start < until => {
                    let line = source.get(range.start..until).unwrap_or_default();
                    let escaped = source[..range.start].ends_with('\\');
                    if let Some(length) = label::clause_number(line).filter(|_| !escaped) {
                        let begun = paragraphs.last().map_or(label.as_ref(), |_| label.as_ref());
                        let printed = line[..length].to_owned();
                        let place = self.span(range.start..range.start + length);
                        if start != range.start {
                            if let Some(before) = begun.filter(|before| !label::follows_on(&before.printed, &printed)) {
                                let finding = Finding::new(NUMBER_IN_RUNNING_TEXT, place).with("number", printed.as_str());
                                self.findings.push(finding.with("before", before.printed.as_str()));
                            }
                            let finished = std::mem::replace(&mut builder, TextBuilder::new(source, self.file, range.start..until));
                            let text = finished.finish(self.next_text(), start..range.start);
                            if label.is_some() || !text.is_empty() {
                                paragraphs.push((label.take(), text));
                            }
                        }
                        start = range.start;
                        builder.skip_to(range.start + length);
                        label = Some(Label { printed, kind: LabelKind::Clause, span: place });
                    }
                }
                _ => {}
            }
            at_line_start = matches!(event, Event::SoftBreak | Event::HardBreak);
            builder.event(&event, range, &mut self.findings);
        }
        let text = builder.finish(self.next_text(), start..until);
        if label.is_some() || !text.is_empty() || attributes.is_empty() {
            paragraphs.push((label, text));
        }
        Run { paragraphs, attributes }
    }

    /// Where the words of a tight entry end: before what is nested in it.
    fn end_of_tight_run(&mut self, start: usize) -> usize {
        // The parser gives no range for it. The run ends with the line before the next list marker or the end
        // of the entry; a following event says where that is.
        let rest = &self.source[start..];
        let mut end = start;
        for line in rest.split_inclusive('\n') {
            if end > start && begins_block(line) {
                break;
            }
            end += line.len();
            if line.trim().is_empty() {
                break;
            }
        }
        end
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

    fn empty_text(&mut self, range: Range<usize>) -> Text {
        TextBuilder::new(self.source, self.file, range.clone()).finish(self.next_text(), range)
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
            Some(Element::Heading { attributes, .. } | Element::Paragraph { attributes, .. } | Element::Table { attributes, .. }) => {
                attributes.merge(said)
            }
            // A list has no id of its own; what else is said of it holds for each of its entries.
            Some(Element::List { entries, .. }) if said.id.is_none() => {
                entries.iter_mut().for_each(|entry| entry.attributes.merge(said.clone()))
            }
            // At the beginning of an entry they speak of the entry.
            None if index == 0 => attached.push(Element::Attributes(said)),
            _ => findings.extend(said.span.map(|span| Finding::new(STRAY_ATTRIBUTES, span))),
        }
    }
    attached
}

fn push_run(run: Run, elements: &mut Vec<Element>) {
    let count = run.paragraphs.len();
    if count == 0 {
        elements.push(Element::Attributes(run.attributes));
        return;
    }
    let mut attributes = Some(run.attributes);
    for (index, (label, text)) in run.paragraphs.into_iter().enumerate() {
        // Attributes at the end speak of the last clause of the paragraph.
        let said = if index + 1 == count { attributes.take().unwrap_or_default() } else { Attributes::default() };
        elements.push(Element::Paragraph { label, text, attributes: said });
    }
}

/// Takes the label off an entry's first text: `a. de aard` → `a.`.
fn take_item_label(source: &str, file: FileId, text: &mut Text) -> Option<Label> {
    let super::text::Inline::Words { text: words, span } = text.content.first_mut()? else { return None };
    if source.get(..span.start as usize).is_some_and(|before| before.ends_with('\\')) {
        return None;
    }
    let length = label::item_label(words)?;
    let printed = words[..length].to_owned();
    let rest = words[length..].trim_start().to_owned();
    let start = span.start as usize;
    let cut = length + words[length..].len() - words[length..].trim_start().len();
    *words = rest;
    span.start += u32::try_from(cut).unwrap_or(0);
    text.span.start = text.span.start.max(span.start);
    if words.is_empty() {
        text.content.remove(0);
    }
    Some(Label { printed, kind: LabelKind::Item, span: Span::new(file, start..start + length) })
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

fn begins_block(line: &str) -> bool {
    let line = line.trim_start();
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ordered = digits > 0 && line[digits..].starts_with(['.', ')']) && line[digits + 1..].starts_with([' ', '\t', '\n', '\r']);
    let bullet = line.starts_with(['-', '*', '+']) && line[1..].starts_with([' ', '\t', '\n', '\r']);
    ordered || bullet || line.starts_with('>') || line.starts_with('#')
}

fn first_line(source: &str, range: Range<usize>) -> Range<usize> {
    let end = source.get(range.clone()).and_then(|text| text.find('\n')).map_or(range.end, |line| range.start + line);
    range.start..end
}

fn depth_of(level: HeadingLevel) -> u8 {
    level as u8
}
