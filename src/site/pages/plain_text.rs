//! `/nl/vendors/<vendor>/<agreement>/text.txt`: the text of an agreement as it is shown, without its page. Its SHA-256
//! (FIPS 180-4) stands on the page and in the data file, so that anyone can see whether a text has changed.
//!
//! What stands in it is settled, since every byte counts: UTF-8, lines that end in LF, no line broken for its length.
//! A title and the vendor; what the text is, a line each; a blank line before each heading and clause. Headings are
//! underlined, those of parts with `=`; clauses begin with their number to the letter; what belongs to a clause is
//! indented by two, and so is each entry's own. A row of a table is a line of cells between `|`. A blank is `{name}`,
//! the mark of a footnote `[1]`. What these readers may not see keeps its number and says that it is on request.
//! Nothing in it depends on the day, neither that of the build nor that on which a text was held against its source.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{agreement_data, shown_agreements};
use crate::i18n::{Language, MissingText, Value};
use crate::model::{Agreement, AgreementText, Article, Block, Inline, Item, Part, Table, Text, Vendor};
use crate::parse::Audience;
use crate::site::running::Scene;
use crate::site::{Address, Page, World};

/// Where the text is as a file, and by what it is known.
#[derive(Serialize)]
pub struct File {
    href: String,
    /// SHA-256 of its bytes: 64 hexadecimal digits in lower case.
    sha256: String,
}

impl File {
    /// The file of a text; `None` if it cannot be made, which its own page tells.
    pub fn new(scene: Scene<'_>, vendor: &Vendor, agreement: &Agreement, text: &AgreementText) -> Option<File> {
        let address = Address::plain_text(text.language, &vendor.slug, &agreement.slug);
        let sha256 = sha256(scene.world, vendor, agreement, text)?;
        Some(File { href: scene.world.base.link(&address), sha256 })
    }
}

/// One file for each text that may be read, in its own language.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    shown_agreements(world).flat_map(|(vendor, own)| {
        let texts = world.agreement(vendor, own).into_iter().flat_map(|(_, agreement)| agreement.texts.keys());
        texts.map(move |language| Page::PlainText(*language, vendor, own))
    })
}

/// The SHA-256 of the file; `None` if it cannot be made.
pub fn sha256(world: &World, vendor: &Vendor, agreement: &Agreement, text: &AgreementText) -> Option<String> {
    let bytes = written(world, vendor, agreement, text).ok()?;
    Some(Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What stands in the file; `None` if there is no such text or it may not be read.
///
/// # Errors
/// If a message that it needs is missing.
pub fn text(world: &World, language: Language, vendor: usize, agreement: usize) -> Option<Result<String, MissingText>> {
    let (vendor, agreement) = world.agreement(vendor, agreement).filter(|(_, found)| !found.withheld)?;
    Some(written(world, vendor, agreement, agreement.texts.get(&language)?))
}

fn written(world: &World, vendor: &Vendor, agreement: &Agreement, text: &AgreementText) -> Result<String, MissingText> {
    // In the text's own language, whichever page it is shown on.
    let language = if world.messages.languages().any(|known| known == text.language) { text.language } else { world.default_language() };
    let scene = Scene::of_agreement(world, language, vendor, agreement, text);
    let on_request = world.messages.text(language, "on-request-hint", &[])?;
    let mut writer = Writer { scene, on_request, out: String::new() };
    writer.head(vendor, agreement, text)?;
    for (place, part) in text.parts.iter().enumerate() {
        writer.part(part, place == 0);
    }
    writer.notes(text)?;
    Ok(writer.out)
}

struct Writer<'a> {
    scene: Scene<'a>,
    /// What stands in place of text that these readers may not see.
    on_request: String,
    out: String,
}

impl Writer<'_> {
    fn say(&self, key: &str, args: &[(&str, Value)]) -> Result<String, MissingText> {
        self.scene.world.messages.text(self.scene.language, key, args)
    }

    /// What the text is. No day of any sort: the file changes only when what it says does.
    fn head(&mut self, vendor: &Vendor, agreement: &Agreement, text: &AgreementText) -> Result<(), MissingText> {
        self.heading(&text.title, '=');
        self.out.push('\n');
        self.line(0, &vendor.name);
        let kind = self.say("text-kind", &[("text", agreement.text_kind.name().into())])?;
        let kind = match super::agreement::is_verbatim(agreement) {
            true => kind,
            false => {
                let standing = self.say("standing-summary", &[("vendor", vendor.name.trim_end_matches('.').into())])?;
                format!("{kind}. {standing} {}", self.say("standing-summary.more", &[])?)
            }
        };
        self.fact("colophon-text", &kind)?;
        let standing = if text.language == agreement.original {
            self.say("original", &[])?
        } else {
            let status = agreement.translations.get(&text.language).map_or("none", |status| status.name());
            self.say("translation-status", &[("status", status.into()), ("original", agreement.original.code().into())])?
        };
        let name = self.say("language-name", &[("code", text.language.code().into())])?;
        self.fact("colophon-language", &format!("{name}, {standing}"))?;
        let version = agreement.version.clone().map_or_else(|| self.say("not-stated", &[]), Ok)?;
        self.fact("colophon-version", &version)?;
        if agreement.audience > Audience::Public {
            let whom = self.say("for-audience", &[("audience", agreement.audience.name().into())])?;
            self.fact("colophon-audience", &whom)?;
        }
        Ok(())
    }

    fn fact(&mut self, key: &str, value: &str) -> Result<(), MissingText> {
        let name = self.say(key, &[])?;
        self.line(0, &format!("{name}: {value}"));
        Ok(())
    }

    fn part(&mut self, part: &Part, is_main: bool) {
        let withheld = self.scene.withheld(&part.meta).is_some();
        if !is_main {
            self.heading(&self.with_notes(agreement_data::part_title(part), &part.title), '=');
        }
        if withheld {
            self.stub("");
        } else {
            part.articles.iter().for_each(|article| self.article(article));
        }
    }

    fn article(&mut self, article: &Article) {
        let label = article.label.as_deref().unwrap_or_default();
        if self.scene.withheld(&article.meta).is_some() {
            return self.stub(label);
        }
        let heading = article.heading.as_ref().map(|heading| self.shown(heading)).unwrap_or_default();
        let heading = join(label, &heading);
        if !heading.is_empty() {
            self.heading(&heading, '-');
        }
        for clause in &article.clauses {
            let label = clause.label.as_deref().unwrap_or_default();
            if self.scene.withheld(&clause.meta).is_some() {
                self.stub(label);
            } else {
                self.out.push('\n');
                self.labelled(0, label, &clause.body);
            }
        }
        article.sections.iter().for_each(|section| self.article(section));
    }

    fn notes(&mut self, text: &AgreementText) -> Result<(), MissingText> {
        if !text.notes.is_empty() {
            let notes = self.say("notes", &[])?;
            self.heading(&notes, '=');
        }
        for note in &text.notes {
            let label = format!("[{}]", note.number);
            if self.scene.world.audience.may_see(note.audience) {
                self.out.push('\n');
                self.labelled(0, &label, &note.body);
            } else {
                self.stub(&label);
            }
        }
        Ok(())
    }

    /// What stands under a number or label: on its line what comes first, if that is a paragraph.
    fn labelled(&mut self, depth: usize, label: &str, blocks: &[Block]) {
        let (first, rest) = match blocks {
            [Block::Paragraph(text), rest @ ..] => (self.shown(text), rest),
            all => (String::new(), all),
        };
        let first = join(label, &first);
        if !first.is_empty() {
            self.line(depth, &first);
        }
        self.blocks(depth + 1, rest);
    }

    fn blocks(&mut self, depth: usize, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.line(depth, &self.shown(text)),
                Block::Items { items, .. } => items.iter().for_each(|item| self.item(depth, item)),
                Block::Table(table) => self.table(depth, table),
                Block::Quote(inner) => self.blocks(depth + 1, inner),
                Block::Limited(audience, inner) if self.scene.world.audience.may_see(*audience) => {
                    self.blocks(depth, std::slice::from_ref(inner));
                }
                Block::Withheld(_) | Block::Limited(..) => self.line(depth, &self.on_request.clone()),
            }
        }
    }

    fn item(&mut self, depth: usize, item: &Item) {
        let label = item.label.as_deref().unwrap_or("-");
        match self.scene.withheld(&item.meta) {
            Some(_) => self.line(depth, &join(label, &self.on_request)),
            None => self.labelled(depth, label, &item.body),
        }
    }

    fn table(&mut self, depth: usize, table: &Table) {
        if !table.is_described() {
            self.row(depth, &table.head);
        }
        for row in &table.rows {
            if row.withheld || !self.scene.world.audience.may_see(row.audience) {
                self.line(depth, &format!("| {} |", self.on_request));
            } else {
                self.row(depth, &row.cells);
            }
        }
    }

    fn row(&mut self, depth: usize, cells: &[Text]) {
        let cells: Vec<String> = cells.iter().map(|cell| self.shown(cell)).collect();
        self.line(depth, &format!("| {} |", cells.join(" | ")));
    }

    fn stub(&mut self, label: &str) {
        self.out.push('\n');
        self.line(0, &join(label, &self.on_request));
    }

    fn heading(&mut self, words: &str, under: char) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
        self.line(0, words);
        self.line(0, &under.to_string().repeat(words.chars().count()));
    }

    fn line(&mut self, depth: usize, words: &str) {
        self.out.extend(std::iter::repeat_n("  ", depth));
        self.out.push_str(words);
        self.out.push('\n');
    }

    /// A text as readers see it: with the names of blanks, marks of footnotes, and where links lead that leave the site.
    fn shown(&self, text: &Text) -> String {
        let mut shown = String::new();
        self.inlines(&text.content, &mut shown);
        shown
    }

    fn inlines(&self, content: &[Inline], shown: &mut String) {
        for inline in content {
            match inline {
                Inline::Words { text, .. } | Inline::Code(text) | Inline::Definition { printed: text, .. } => shown.push_str(text),
                Inline::Strong(inner) | Inline::Emphasis(inner) => self.inlines(inner, shown),
                Inline::Link { to, content, .. } => {
                    let start = shown.len();
                    self.inlines(content, shown);
                    if to.contains(':') && shown.get(start..) != Some(to.strip_prefix("mailto:").unwrap_or(to)) {
                        shown.push_str(&format!(" <{to}>"));
                    }
                }
                Inline::FillIn { name, .. } => shown.push_str(&format!("{{{name}}}")),
                Inline::NoteMark { name, .. } => {
                    shown.extend(self.scene.note_number(name).map(|number| format!("[{number}]")));
                }
                Inline::Break => shown.push(' '),
            }
        }
    }

    /// A part's title with the marks that its words lost.
    fn with_notes(&self, plain: String, text: &Text) -> String {
        let mut marked = plain;
        text.visit(&mut |inline| {
            if let Inline::NoteMark { name, .. } = inline {
                marked.extend(self.scene.note_number(name).map(|number| format!("[{number}]")));
            }
        });
        marked
    }
}

/// A label and what follows it.
fn join(label: &str, words: &str) -> String {
    [label, words].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
}
