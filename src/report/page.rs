//! A document in Markdown as a terminal shows it: what `clausewerk explain` prints.

use std::mem::take;

use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Parser, Tag, TagEnd};

/// Lines are no longer than this, as far as words allow.
const WIDTH: usize = 80;

/// The document with its lines broken and its marks undone; code is indented. With `colour` headings are bold, and what
/// is underlined in an example stands out. `name` says what a part of an example is: its `translation`.
pub fn page(markdown: &str, colour: bool, name: &dyn Fn(&str) -> String) -> String {
    let mut page = Page { colour, name, lines: String::new(), words: String::new(), indent: String::new(), code: None };
    Parser::new(markdown).for_each(|event| page.take(event));
    page.lines.trim_end().to_owned() + "\n"
}

struct Page<'a> {
    colour: bool,
    name: &'a dyn Fn(&str) -> String,
    lines: String,
    /// The words of the paragraph so far.
    words: String,
    /// What the paragraph's lines begin with.
    indent: String,
    /// What is said of the example that is being read, and its text.
    code: Option<(String, String)>,
}

impl Page<'_> {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::CodeBlock(kind)) => {
                let info = if let CodeBlockKind::Fenced(info) = kind { info.to_string() } else { String::new() };
                self.code = Some((info, String::new()));
            }
            Event::End(TagEnd::CodeBlock) => self.example(),
            Event::Text(text) => match &mut self.code {
                Some((_, code)) => code.push_str(&text),
                None => self.words.push_str(&text),
            },
            Event::Code(text) => self.words.push_str(&format!("`{text}`")),
            Event::SoftBreak | Event::HardBreak => self.words.push(' '),
            Event::Start(Tag::Item) => "  ".clone_into(&mut self.indent),
            Event::End(TagEnd::Heading(level)) => self.heading(level),
            Event::End(TagEnd::Paragraph) => self.paragraph(""),
            Event::End(TagEnd::Item) => {
                self.paragraph("- ");
                self.indent.clear();
            }
            Event::End(TagEnd::List(_)) => self.lines.push('\n'),
            _ => {}
        }
    }

    fn heading(&mut self, level: HeadingLevel) {
        let words = take(&mut self.words);
        let (bold, plain) = if self.colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
        self.lines.push_str(&format!("{bold}{words}{plain}\n"));
        if !self.colour {
            let line = if level == HeadingLevel::H1 { "=" } else { "-" };
            self.lines.push_str(&format!("{}\n", line.repeat(words.chars().count())));
        }
        self.lines.push('\n');
    }

    fn paragraph(&mut self, mark: &str) {
        let words = take(&mut self.words);
        if words.is_empty() {
            return;
        }
        let mut line = format!("{}{mark}", &self.indent[..self.indent.len() - mark.len().min(self.indent.len())]);
        let mut length = line.chars().count();
        let mut is_first = true;
        for word in words.split_whitespace() {
            let more = word.chars().count();
            if !is_first && length + 1 + more > WIDTH {
                self.lines.push_str(&line);
                self.lines.push('\n');
                line = self.indent.clone();
                length = line.chars().count();
                is_first = true;
            }
            if !is_first {
                line.push(' ');
                length += 1;
            }
            line.push_str(word);
            length += more;
            is_first = false;
        }
        self.lines.push_str(&line);
        // Entries of a list stand close together.
        self.lines.push_str(if mark.is_empty() { "\n\n" } else { "\n" });
    }

    fn example(&mut self) {
        let Some((info, code)) = self.code.take() else { return };
        // Whether an example fails or passes is said by the heading above.
        let what = info.split(' ').find(|word| !["markdown", "toml", "failing", "passing", ""].contains(word));
        if let Some(what) = what {
            self.lines.push_str(&format!("    ({})\n", (self.name)(what)));
        }
        for line in code.lines() {
            let is_mark = !line.trim().is_empty() && line.trim().chars().all(|c| c == '^' || c == ' ');
            let (bold, plain) = if self.colour && is_mark { ("\u{1b}[1;33m", "\u{1b}[0m") } else { ("", "") };
            let line = format!("    {bold}{line}{plain}");
            self.lines.push_str(line.trim_end());
            self.lines.push('\n');
        }
        self.lines.push('\n');
    }
}
