//! The text between tags, as a reader sees it.
//!
//! This is no parser: it must lose nothing, whatever it is given. A tag ends at its `>`; what never ends is text.

use super::references::decode_into;

/// What a tag is to the words around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tags {
    /// Nothing, unless it begins or ends a block: `per<b>soons</b>gegevens` is one word.
    Join,
    /// A space, whatever tag it is; and a superscript is left out, as it may be the mark of a note.
    Separate,
}

/// The elements that stand on lines or in cells of their own; `si` and `is` are those of sheets. All others, also unknown
/// ones, are within a line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "button",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "iframe",
    "input",
    "is",
    "legend",
    "li",
    "link",
    "main",
    "menu",
    "meta",
    "nav",
    "ol",
    "optgroup",
    "option",
    "p",
    "pre",
    "script",
    "search",
    "section",
    "select",
    "si",
    "style",
    "summary",
    "svg",
    "table",
    "tbody",
    "td",
    "template",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "title",
    "tr",
    "ul",
];

/// A text without its tags and with its character references decoded, if it has any tag. What a comment holds
/// comes at the end.
pub fn without_tags(text: &str, tags: Tags) -> Option<String> {
    text.contains('<').then_some(())?;
    let mut plain = String::with_capacity(text.len());
    let mut pieces = vec![text];
    let mut any = false;
    while let Some(piece) = pieces.pop() {
        let mut rest = piece;
        // Looked for once only where there is none, or many `<!--` would take quadratic time.
        let mut comments_end = true;
        while let Some(at) = rest.find('<') {
            decode_into(&rest[..at], &mut plain);
            rest = &rest[at..];
            if comments_end && let Some(inner) = rest.strip_prefix("<!--") {
                if let Some(length) = inner.find("-->") {
                    any = true;
                    pieces.push(&inner[..length]);
                    rest = &inner[length + 3..];
                    if tags == Tags::Separate {
                        plain.push(' ');
                    }
                    continue;
                }
                comments_end = false;
            }
            let Some(length) = tag(rest) else {
                plain.push('<');
                rest = &rest[1..];
                continue;
            };
            any = true;
            let name = tag_name(&rest[..length]);
            if tags == Tags::Separate || BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name)) {
                plain.push(' ');
            }
            rest = &rest[length..];
            if tags == Tags::Separate && name.eq_ignore_ascii_case("sup") {
                rest = after_note_mark(rest);
            }
        }
        decode_into(rest, &mut plain);
        plain.push('\n');
    }
    any.then_some(plain)
}

/// How many bytes the tag at the start of a text takes. A `>` within a quoted value does not end it, unless the
/// quotes do not match: then the first one does.
fn tag(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.get(1).filter(|first| first.is_ascii_alphabetic() || matches!(first, b'/' | b'!' | b'?'))?;
    let (mut quote, mut within_quotes, mut after_equals) = (None, None, false);
    for (at, &byte) in bytes.iter().enumerate().skip(1) {
        match byte {
            b'<' => break,
            b'>' if quote.is_none() => return Some(at + 1),
            b'>' => within_quotes = within_quotes.or(Some(at + 1)),
            _ if quote == Some(byte) => quote = None,
            b'"' | b'\'' if quote.is_none() && after_equals => quote = Some(byte),
            _ => {}
        }
        after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
    }
    within_quotes
}

fn tag_name(tag: &str) -> &str {
    let name = tag.trim_start_matches(['<', '/']);
    let length = name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count();
    &name[..length]
}

/// What follows a superscript that has just begun, if it is as short as the mark of a note.
fn after_note_mark(text: &str) -> &str {
    const LONGEST: usize = 300;
    let end = text.as_bytes()[..text.len().min(LONGEST)].windows(5).position(|window| window.eq_ignore_ascii_case(b"</sup"));
    end.map_or(text, |end| &text[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_within_a_line_join_and_others_separate() {
        for (html, joined, separate) in [
            ("<p>per<b>soons</b>gegevens</p>", " persoonsgegevens \n", " per soons gegevens \n"),
            ("een<br>twee<li>drie", "een twee drie\n", "een twee drie\n"),
            ("a<x-term data-x='>'>b", "ab\n", "a b\n"),
            ("per<!-- stil -->soon", "persoon\n stil \n", "per soon\n stil \n"),
            ("a &lt;b&gt;<i>re&euml;el</i>", "a <b>reëel\n", "a <b> reëel \n"),
            ("lek<sup id=n1><a href='#n'>1</a></sup> melden", "lek1 melden\n", "lek   melden\n"),
        ] {
            assert_eq!(without_tags(html, Tags::Join).as_deref(), Some(joined), "{html}");
            assert_eq!(without_tags(html, Tags::Separate).as_deref(), Some(separate), "{html}");
        }
    }

    #[test]
    fn broken_markup_swallows_nothing_that_follows() {
        for (html, joined) in [
            ("<a title='open <b>twee</b>", "<a title='open twee\n"),
            ("<a title='open>een <b>twee</b>", "een twee\n"),
            ("<!-- open <b>twee</b>", "<!-- open twee\n"),
            ("1 < 2 <b>twee", "1 < 2 twee\n"),
        ] {
            assert_eq!(without_tags(html, Tags::Join).as_deref(), Some(joined), "{html}");
        }
        assert_eq!(without_tags("1 < 2 <b", Tags::Join), None);
    }
}
