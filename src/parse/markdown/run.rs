//! The running text of one block: taken off its attributes, and cut where a line begins with a clause number.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::Reader;
use crate::diagnostic::{Finding, NUMBER_IN_RUNNING_TEXT};
use crate::parse::Attributes;
use crate::parse::document::{Label, LabelKind};
use crate::parse::inline::TextBuilder;
use crate::parse::label;
use crate::parse::text::Text;

/// An event with the bytes it was made of.
pub type Piece<'a> = (Event<'a>, Range<usize>);

/// A paragraph, or one of several lines of it that each begin with a clause number.
pub struct Line {
    pub label: Option<Label>,
    pub text: Text,
    /// What stands in braces at its end.
    pub attributes: Attributes,
}

/// Where a line begins, in events, and what it is labelled with.
struct Cut {
    at: usize,
    label: Option<(Label, Range<usize>)>,
}

impl<'a, I: Iterator<Item = Piece<'a>>> Reader<'a, I> {
    /// Reads inline events up to the end of the block, or, where `first` is the first of a tight list's entry,
    /// up to the next block. There is always at least one line.
    pub(super) fn run(&mut self, range: Range<usize>, first: Option<Piece<'a>>, with_numbers: bool) -> Vec<Line> {
        let events = self.inline_events(first);
        let cuts = if with_numbers { self.cuts(&events) } else { vec![Cut { at: 0, label: None }] };
        let mut lines: Vec<Line> = Vec::with_capacity(cuts.len());
        for (index, cut) in cuts.iter().enumerate() {
            let next = cuts.get(index + 1).map_or(events.len(), |next| next.at);
            let line = self.line(&events[cut.at..next], cut, range.start);
            if let Some(before) = lines.last() {
                self.tell_running_number(before, &line);
            }
            lines.push(line);
        }
        lines
    }

    fn inline_events(&mut self, first: Option<Piece<'a>>) -> Vec<Piece<'a>> {
        let is_tight = first.is_some();
        let mut events: Vec<Piece<'a>> = Vec::new();
        let mut depth = 0usize;
        let mut next = first;
        loop {
            let found = match next.take() {
                Some(found) => Some(found),
                None if is_tight => self.events.next_if(|(event, _)| depth > 0 || is_inline(event)),
                None => self.events.next(),
            };
            let Some((event, range)) = found else { return events };
            match &event {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 0 => return events,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            match (&event, events.last_mut()) {
                // The parser cuts words at every character that might have been markup.
                (Event::Text(_), Some((Event::Text(before), place)))
                    if place.end == range.start
                        && self.source.get(place.clone()) == Some(&**before)
                        && matches!(&event, Event::Text(text) if self.source.get(range.clone()) == Some(&**text)) =>
                {
                    place.end = range.end;
                    *before = self.source.get(place.clone()).unwrap_or_default().into();
                }
                _ => events.push((event, range)),
            }
        }
    }

    fn cuts(&self, events: &[Piece<'a>]) -> Vec<Cut> {
        let mut cuts = Vec::new();
        let mut depth = 0usize;
        let mut at_line_start = true;
        for (at, (event, _)) in events.iter().enumerate() {
            if at_line_start && depth == 0 {
                let label = self.number_at(events, at);
                if label.is_some() || at == 0 {
                    cuts.push(Cut { at, label });
                }
            }
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            at_line_start = matches!(event, Event::SoftBreak | Event::HardBreak);
        }
        if cuts.is_empty() {
            cuts.push(Cut { at: 0, label: None });
        }
        cuts
    }

    /// The clause number that begins at this event, with its bytes. It may be printed bold.
    fn number_at(&self, events: &[Piece<'a>], at: usize) -> Option<(Label, Range<usize>)> {
        let mark = |event: &Event<'_>| matches!(event, Event::Start(Tag::Strong | Tag::Emphasis));
        let marks = events[at..].iter().take_while(|(event, _)| mark(event)).count();
        let (Event::Text(words), range) = events.get(at + marks)? else { return None };
        let is_verbatim = self.source.get(range.clone()) == Some(&**words);
        if !is_verbatim || self.source[..range.start].ends_with('\\') {
            return None;
        }
        let length = label::clause_number(words)?;
        let behind = events[at + marks + 1..].iter().find(|(event, _)| !matches!(event, Event::End(_)));
        let ends = length < words.len()
            || match behind {
                // `08\.30` and `7.1&nbsp;Verwerker` come as two stretches of words.
                Some((Event::Text(next), _)) => next.starts_with(char::is_whitespace),
                Some((event, _)) => matches!(event, Event::SoftBreak | Event::HardBreak | Event::FootnoteReference(_)),
                None => true,
            };
        let place = range.start..range.start + length;
        let label = Label { printed: words[..length].to_owned(), kind: LabelKind::Clause, span: self.span(place.clone()) };
        ends.then_some((label, place))
    }

    fn line(&mut self, events: &[Piece<'a>], cut: &Cut, otherwise: usize) -> Line {
        let source = self.source;
        // An event that ends the text is a line break or the end of markup around it.
        let end = events.iter().map(|(_, range)| range.end).max().unwrap_or(otherwise);
        let start = events.first().map_or(otherwise, |(_, range)| range.start);
        let start = cut.label.as_ref().map_or(start, |(_, place)| place.end);
        let mut until = end.max(start);
        let mut groups = Vec::new();
        while let Some(at) = source.get(start..until).and_then(Attributes::at_end) {
            groups.push(Attributes::read(&source[start + at..until], start + at, self.file, &mut self.findings));
            until = start + at;
        }
        let mut attributes = Attributes::default();
        groups.into_iter().rev().for_each(|group| attributes.merge(group));
        let mut builder = TextBuilder::new(source, self.file, start..until);
        for (event, range) in events {
            builder.event(event, range.clone(), &mut self.findings);
        }
        let text = builder.finish(self.next_text());
        Line { label: cut.label.as_ref().map(|(label, _)| label.clone()), text, attributes }
    }

    /// A line break may have put the number of a reference at the beginning of a line: "bedoeld in artikel⏎7.2".
    fn tell_running_number(&mut self, before: &Line, line: &Line) {
        let Some(label) = &line.label else { return };
        let words = before.text.plain();
        let number = before.label.as_ref().filter(|before| !label::follows_on(&before.printed, &label.printed));
        let goes_on = line.text.plain().starts_with(char::is_lowercase);
        let is_open = goes_on && words.ends_with(|c: char| c.is_alphanumeric() || c == ',');
        let told = match number {
            Some(number) => number.printed.clone(),
            None if is_open => format!("“{}”", words.rsplit(' ').next().unwrap_or_default()),
            None => return,
        };
        let finding = Finding::new(NUMBER_IN_RUNNING_TEXT, label.span).with("number", label.printed.as_str());
        self.findings.push(finding.with("before", told));
    }
}

/// Whether an event is part of a running text.
pub fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Strong | Tag::Emphasis | Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}
