//! One file of messages: what is in it, and what is wrong with it.
//!
//! The syntax is Fluent 1.0. Beyond the parser's own complaints we report what Fluent would only show when
//! the message is printed, or not at all: a function, since there are none; a term's argument that is
//! printed, since Fluent prints its name where it is not given. A message or term in which such a thing is
//! wrong is left out, so that what is kept can always be printed.

use std::ops::Range;

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Attribute, Entry, Expression, Identifier, InlineExpression, Pattern, PatternElement, VariantKey};
use fluent_syntax::parser::ParserError;

use crate::diagnostic::{BAD_MESSAGE, FileId, Finding, Span};

/// No message needs more braces within each other; more would exhaust the stack of Fluent's parser.
const MAX_DEPTH: usize = 20;
/// No number written in a message needs more digits; more would overflow Fluent's plural rules.
const MAX_DIGITS: usize = 15;

/// A file that was read.
pub struct MessageFile {
    /// What a bundle takes.
    pub resource: FluentResource,
    /// Every message value (`id`) and attribute (`id.attribute`) with the place of its name, in order.
    pub keys: Vec<(String, Span)>,
    /// Every message and term as such. They share one space of names.
    pub names: Vec<(String, Span)>,
    /// Every message (`id`, `id.attribute`) or term (`-id`, `-id.attribute`) that is referred to.
    pub references: Vec<(String, Span)>,
}

/// Reads a file. The messages that are well-formed can be used whatever the findings.
pub fn read(file: FileId, text: &str) -> (MessageFile, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut report = |range: Range<usize>, error: String| {
        findings.push(Finding::new(BAD_MESSAGE, Span::new(file, whole_characters(text, range))).with("error", error));
    };
    let mut guarded = text.to_owned();
    for at in broken_escapes(text) {
        report(at..at + 1, "Unknown escape sequence".to_owned());
        guarded.replace_range(at..=at, "?");
    }
    if let Some(at) = too_deep(text) {
        report(at..at + 1, format!("More than {MAX_DEPTH} braces within each other"));
        guarded.clear();
    }
    let (mut resource, errors) = parse(guarded);
    for error in errors {
        report(error.pos.clone(), error.to_string());
    }
    let mut contents = Contents::of(&resource);
    if !contents.unusable.is_empty() {
        let rest = contents.without_unusable(resource.source());
        for (range, error) in std::mem::take(&mut contents.wrong) {
            report(range, error);
        }
        resource = parse(rest).0;
        contents = Contents::of(&resource);
    }
    let spans = |found: Vec<(String, Range<usize>)>| found.into_iter().map(|(name, range)| (name, Span::new(file, range))).collect();
    let (keys, names, references) = (spans(contents.keys), spans(contents.names), spans(contents.references));
    (MessageFile { resource, keys, names, references }, findings)
}

fn parse(text: String) -> (FluentResource, Vec<ParserError>) {
    match FluentResource::try_new(text) {
        Ok(resource) => (resource, Vec::new()),
        Err(partial) => partial,
    }
}

/// What the entries of a file hold, each with its bytes.
struct Contents<'a> {
    source: &'a str,
    keys: Vec<(String, Range<usize>)>,
    names: Vec<(String, Range<usize>)>,
    references: Vec<(String, Range<usize>)>,
    wrong: Vec<(Range<usize>, String)>,
    /// Entries in which something is wrong, by their index in `names`.
    unusable: Vec<usize>,
    in_term: bool,
}

impl<'a> Contents<'a> {
    fn of(resource: &'a FluentResource) -> Contents<'a> {
        let mut contents = Contents {
            source: resource.source(),
            keys: Vec::new(),
            names: Vec::new(),
            references: Vec::new(),
            wrong: Vec::new(),
            unusable: Vec::new(),
            in_term: false,
        };
        for entry in resource.entries() {
            match entry {
                Entry::Message(message) => contents.entry("", message.id.name, message.value.as_ref(), &message.attributes),
                Entry::Term(term) => contents.entry("-", term.id.name, Some(&term.value), &term.attributes),
                _ => {}
            }
        }
        contents
    }

    /// The source with the unusable entries blanked out, so that all other places stay.
    fn without_unusable(&self, source: &str) -> String {
        let mut bytes = source.as_bytes().to_vec();
        for index in &self.unusable {
            let end = self.names.get(index + 1).map_or(source.len(), |(_, next)| source[..next.start].rfind('\n').map_or(0, |end| end + 1));
            let start = source[..self.names[*index].1.start].rfind('\n').map_or(0, |end| end + 1);
            bytes[start..end.max(start)].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        }
        String::from_utf8(bytes).unwrap_or_default()
    }

    /// Where a piece of the source is; Fluent's tree has no spans but points into its source.
    fn range(&self, piece: &str) -> Range<usize> {
        let start = (piece.as_ptr() as usize).wrapping_sub(self.source.as_ptr() as usize).min(self.source.len());
        start..(start + piece.len()).min(self.source.len())
    }

    fn entry(&mut self, sigil: &str, name: &str, value: Option<&Pattern<&str>>, attributes: &[Attribute<&str>]) {
        let wrong_before = self.wrong.len();
        self.in_term = sigil == "-";
        self.names.push((name.to_owned(), self.range(name)));
        if let Some(value) = value {
            self.keys.push((format!("{sigil}{name}"), self.range(name)));
            self.pattern(value);
        }
        for attribute in attributes {
            self.keys.push((format!("{sigil}{name}.{}", attribute.id.name), self.range(attribute.id.name)));
            self.pattern(&attribute.value);
        }
        if self.wrong.len() > wrong_before {
            self.unusable.push(self.names.len() - 1);
        }
    }

    fn wrong(&mut self, piece: &str, error: String) {
        self.wrong.push((self.range(piece), error));
    }

    fn pattern(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            if let PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(InlineExpression::VariableReference { id }) if self.in_term => {
                self.wrong(id.name, format!("A term can choose by ${} but not print it", id.name));
            }
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => {
                if let InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } = selector {
                    self.wrong(value, "A choice by something that never differs".to_owned());
                }
                self.inline(selector);
                for variant in variants {
                    if let VariantKey::NumberLiteral { value } = variant.key {
                        self.number(value);
                    }
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::MessageReference { id, attribute } => self.reference("", id, attribute.as_ref()),
            InlineExpression::TermReference { id, attribute, arguments } => {
                self.reference("-", id, attribute.as_ref());
                if let Some(arguments) = arguments {
                    let named = arguments.named.iter().map(|named| &named.value);
                    arguments.positional.iter().chain(named).for_each(|argument| self.inline(argument));
                }
            }
            InlineExpression::FunctionReference { id, .. } => self.wrong(id.name, format!("Unknown function: {}()", id.name)),
            InlineExpression::NumberLiteral { value } => self.number(value),
            // Fluent's resolver panics on these when a message is too large. They mean nothing, so they are not missed.
            InlineExpression::Placeable { expression } => {
                let at = self.first_piece(expression);
                self.wrong.push((at, "Braces directly within braces".to_owned()));
            }
            InlineExpression::StringLiteral { .. } | InlineExpression::VariableReference { .. } => {}
        }
    }

    fn reference(&mut self, sigil: &str, id: &Identifier<&str>, attribute: Option<&Identifier<&str>>) {
        let named = match attribute {
            Some(attribute) => format!("{sigil}{}.{}", id.name, attribute.name),
            None => format!("{sigil}{}", id.name),
        };
        self.references.push((named, self.range(id.name)));
    }

    fn number(&mut self, digits: &str) {
        if digits.len() > MAX_DIGITS {
            self.wrong(digits, format!("A number of more than {MAX_DIGITS} digits"));
        }
    }

    /// Where an expression begins.
    fn first_piece(&self, expression: &Expression<&str>) -> Range<usize> {
        let (Expression::Inline(first) | Expression::Select { selector: first, .. }) = expression;
        match first {
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => self.range(value),
            InlineExpression::FunctionReference { id, .. }
            | InlineExpression::MessageReference { id, .. }
            | InlineExpression::TermReference { id, .. }
            | InlineExpression::VariableReference { id } => self.range(id.name),
            InlineExpression::Placeable { expression } => self.first_piece(expression),
        }
    }
}

/// Backslashes that are no escape and stand before a character of more than one byte. Fluent's parser would
/// cut that character in two, and that is a panic.
fn broken_escapes(text: &str) -> Vec<usize> {
    let breaks = |at: &usize| {
        let digits = match text.as_bytes().get(at + 1) {
            Some(b'u') => 4,
            Some(b'U') => 6,
            _ => return false,
        };
        let after = text[at + 2..].chars().take(digits).find(|character| !character.is_ascii_hexdigit());
        after.is_some_and(|character| !character.is_ascii())
    };
    text.match_indices('\\').map(|(at, _)| at).filter(breaks).collect()
}

/// The first brace that is too deep, if any. An entry begins with a letter, `-` or `#` at the start of a line.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut line_start) = (0_usize, true);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if line_start && (byte.is_ascii_alphabetic() || byte == b'-' || byte == b'#') => depth = 0,
            b'{' => depth += 1,
            b'(' if depth > 0 => depth += 1,
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Some(at);
        }
        line_start = byte == b'\n';
    }
    None
}

/// The range widened to whole characters and ended at the end of the text.
fn whole_characters(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text.floor_char_boundary(range.start);
    start..text.ceil_char_boundary(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use proptest::prelude::*;

    /// What is wrong with a file, each with the text it points at.
    fn wrong(text: &str) -> Vec<(&str, String)> {
        let (_, findings) = read(FileId(0), text);
        let told = findings.iter().map(|finding| match finding.place {
            Place::Span(span) => (&text[span.range()], finding.arg("error").unwrap_or_default().to_owned()),
            _ => ("", String::new()),
        });
        told.collect()
    }

    #[test]
    fn a_syntax_error_is_pointed_at() {
        for (text, at, error) in [
            ("één = 1\n", "é", "Expected one of \"a-zA-Z\""),
            ("ok = ja\nb@d = nee\nook = ja\n", "@", "Expected a token starting with \"=\""),
            ("a = { $x", "", "Expected a token starting with \"}\""),
            ("a = {\"\\u00é\"}\n", "\\", "Unknown escape sequence"),
            ("a = { DATETIME($x) }\n", "DATETIME", "Unknown function: DATETIME()"),
            ("-a = { $x }\n", "x", "A term can choose by $x but not print it"),
            ("a = { { $x } }\n", "x", "Braces directly within braces"),
            ("a = { 1 ->\n   *[one] een\n}\n", "1", "A choice by something that never differs"),
            ("a = { 0.1234567890123456789 }\n", "0.1234567890123456789", "A number of more than 15 digits"),
        ] {
            assert_eq!(wrong(text).first(), Some(&(at, error.to_owned())), "{text}");
        }
    }

    #[test]
    fn what_is_well_formed_is_kept_beside_what_is_not() {
        let (file, findings) = read(FileId(0), "ok = ja\nb@d = nee\nook = ja\n    .label = hier\n");
        assert_eq!(findings.len(), 1);
        assert_eq!(file.keys.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["ok", "ook", "ook.label"]);
    }

    #[test]
    fn what_would_never_print_well_is_left_out_and_the_rest_stays_in_place() {
        let text = "één\nok = ja\n-term = { $x }\n    .a = { $y }\n# note\nook = { { $é\nlaatst = ja { \"é\" }\n";
        let (file, findings) = read(FileId(0), text);
        assert_eq!(findings.len(), 4);
        let kept: Vec<_> = file.keys.iter().map(|(key, span)| (key.as_str(), &text[span.range()])).collect();
        assert_eq!(kept, [("ok", "ok"), ("laatst", "laatst")]);
    }

    #[test]
    fn windows_line_ends_do_not_move_the_place() {
        let text = "ok = ja\r\n\r\nb@d = nee\r\n";
        assert_eq!(wrong(text), [("@", "Expected a token starting with \"=\"".to_owned())]);
    }

    #[test]
    fn braces_too_deep_are_told_and_not_followed() {
        let deep = format!("a = {}", "{".repeat(100_000));
        assert_eq!(wrong(&deep).len(), 1);
        let calls = format!("a = {{ {}", "F(".repeat(100_000));
        assert_eq!(wrong(&calls).len(), 1);
        let shallow = "a = (((((((((((((((((((((((( $x\n".repeat(40);
        assert_eq!(wrong(&shallow), []);
    }

    proptest! {
        #[test]
        fn no_text_is_too_odd_to_read(text in "([a-z]{1,2} = |[\\\\{}\"().*\\[\\]$ =\n-]|->|é|\\\\u|\\\\U|[0-9a-f]|#|\r\n){0,40}") {
            let (file, findings) = read(FileId(0), &text);
            let named = file.keys.iter().chain(&file.references).chain(&file.names).map(|(_, span)| *span);
            let blamed = findings.iter().filter_map(|finding| if let Place::Span(span) = finding.place { Some(span) } else { None });
            for span in named.chain(blamed) {
                prop_assert!(text.get(span.range()).is_some(), "{span:?}");
            }
        }
    }
}
