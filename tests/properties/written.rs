//! Writes an agreement made up at random as an author would.

use super::tree::{Agreement, Block, Clause, Label, Leaf, Said};

/// A language of the site: how it labels, and whether it is the original, which alone has attributes.
#[derive(Debug, Clone, Copy)]
pub struct Language {
    pub code: &'static str,
    pub article: &'static str,
    pub annex: &'static str,
    /// How the first item is labelled.
    pub item: ItemLabels,
    pub is_original: bool,
}

#[derive(Debug, Clone, Copy)]
pub enum ItemLabels {
    Dotted,
    Bracketed,
    Bullets,
}

/// The word that a text has in a language, and no other text.
pub fn word(language: &Language, leaf: Leaf) -> String {
    format!("{}woord{}", language.code, leaf.number)
}

pub fn write(agreement: &Agreement, language: &Language) -> String {
    let mut out = Writer { language: *language, text: String::new(), notes: String::new() };
    for part in &agreement.parts {
        let title = out.word(part.title);
        let label = if part.number == 0 { String::new() } else { format!("{} {}. ", language.annex, part.number) };
        let said = out.said(None, part.said);
        out.line(0, &format!("# {label}{title}{said}"));
        part.intro.iter().for_each(|clause| out.clause(clause, None));
        for article in &part.articles {
            let heading = out.word(article.heading);
            let label = article.number.map_or(String::new(), |number| format!("{} {number}. ", language.article));
            let said = out.said(None, article.said);
            out.line(0, &format!("## {label}{heading}{said}"));
            article.clauses.iter().for_each(|clause| out.clause(clause, article.number));
        }
    }
    out.text + &out.notes
}

struct Writer {
    language: Language,
    text: String,
    notes: String,
}

impl Writer {
    fn word(&self, leaf: Leaf) -> String {
        word(&self.language, leaf)
    }

    fn said(&self, id: Option<usize>, said: Said) -> String {
        if !self.language.is_original || (id.is_none() && said.is_none()) {
            return String::new();
        }
        let id = id.map(|id| format!(" #los{id}")).unwrap_or_default();
        let said = said.map(|said| format!(" audience={said}")).unwrap_or_default();
        format!(" {{{}}}", (id + &said).trim())
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(line);
        self.text.push_str("\n\n");
    }

    fn clause(&mut self, clause: &Clause, article: Option<usize>) {
        let (label, id) = match clause.label {
            Label::Dotted(number) => (format!("{}.{number} ", article.unwrap_or(9)), None),
            Label::Named(id) => (String::new(), Some(id)),
            Label::None => (String::new(), None),
        };
        let mut blocks = clause.blocks.iter();
        if let Some(Block::Paragraph { text, .. }) = blocks.next() {
            let line = format!("{label}Hier staat {}.{}", self.word(*text), self.said(id, clause.said));
            self.line(0, &line);
        }
        let is_numbered = matches!(clause.label, Label::Dotted(_));
        // Directly behind a clause without number a paragraph would be a clause of its own.
        blocks.filter(|block| is_numbered || !matches!(block, Block::Paragraph { .. })).for_each(|block| self.block(block, 0));
    }

    fn block(&mut self, block: &Block, indent: usize) {
        match block {
            Block::Paragraph { said, text, note } => {
                let mark = note.map(|note| format!("[^{}]", note.number)).unwrap_or_default();
                let line = format!("Verder {}.{mark}{}", self.word(*text), self.said(None, *said));
                self.line(indent, &line);
                if let Some(note) = note {
                    self.notes.push_str(&format!("[^{}]: Noot {}.\n\n", note.number, word(&self.language, *note)));
                }
            }
            Block::Quote { said, text } => {
                let (line, said) = (format!("> Citaat {}.", self.word(*text)), self.said(None, *said));
                self.line(indent, &line);
                if !said.is_empty() {
                    self.line(indent, said.trim());
                }
            }
            Block::Table { said, rows } => {
                let pad = " ".repeat(indent);
                let mut table = format!("{pad}| Kop | Kop |\n{pad}| --- | --- |\n");
                for (said, a, b) in rows {
                    table += &format!("{pad}| {} | {}{} |\n", self.word(*a), self.word(*b), self.said(None, *said));
                }
                self.text.push_str(&table);
                self.text.push('\n');
                let said = self.said(None, *said);
                if !said.is_empty() {
                    self.line(indent, said.trim());
                }
            }
            Block::Items(items) => {
                for (index, item) in items.iter().enumerate() {
                    let letter = char::from(b'a' + u8::try_from(index).unwrap_or(0));
                    let label = match self.language.item {
                        ItemLabels::Dotted => format!("{letter}. "),
                        ItemLabels::Bracketed => format!("({letter}) "),
                        ItemLabels::Bullets => String::new(),
                    };
                    let line = format!("- {label}Onder {};{}", self.word(item.text), self.said(None, item.said));
                    self.line(indent, &line);
                    item.more.iter().for_each(|block| self.block(block, indent + 2));
                }
                // Two lists behind each other would be one.
                self.line(indent, "<!-- einde van de lijst -->");
            }
        }
    }
}
