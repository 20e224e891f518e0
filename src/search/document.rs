//! What is fed for a page: its text as little HTML, with the ids of its clauses, and what a hit shows of it.
//!
//! The script `search.js` knows the shape:
//!
//! - `h2`, `h3` … with an id: a heading. The anchor's title is its number; a printed label (`Artikel 7.`) follows, so that it is searched and not shown twice;
//! - `b` with an id: a clause. The anchor's text is its printed number, its title the ids of its topics, and the terms
//!   it defines (`=personal-data-breach`);
//! - `sup` with an id: a footnote. The anchor's text is its number;
//! - `i` with the id `forms`: from here to the next anchor, words that are one and the same to those who search;
//! - `i` with the id `same`: likewise, names of one concept;
//! - `i` with the id `topic:…`: the name of a topic. A hit in it means the clauses that have the topic.
//!
//! The last three stand at the end and are never shown.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::bundle::Document;
use super::forms::{Forms, Met, Words, fold};
use crate::i18n::Language;
use crate::model::vocabulary::Concept;
use crate::model::walk::texts_of_blocks;
use crate::model::{Agreement, AgreementText, Article, Block, Clause, Inline, Item, Meta, Text, Vendor};
use crate::parse::Audience;
use crate::render::escape;
use crate::resolve::forms::capitalised;
use crate::site::about::say;
use crate::site::laws::local;
use crate::site::pages::agreement::short_label;
use crate::site::pages::search::Kind;
use crate::site::pages::text;
use crate::site::{Address, Page, World};

/// What Pagefind begins its own marks with, within the text that it reads.
const FOREIGN_MARK: &str = "PAGEFIND_";

/// What is fed for a page; `None` if there is nothing to feed. `rendered` is what it became.
pub fn of(world: &World, page: &Page, kind: Kind, address: &Address, rendered: Option<&[u8]>, forms: &Forms) -> Option<Document> {
    let language = page.language()?;
    let mut writer =
        Writer { world, language, html: String::new(), words: Words::default(), terms: BTreeSet::new(), topics: BTreeSet::new() };
    match page {
        Page::Agreement(_, vendor, agreement) => {
            let (vendor, agreement) = world.agreement(*vendor, *agreement).filter(|(_, found)| !found.withheld)?;
            writer.agreement(kind, vendor, agreement, agreement.text(language)?, forms);
        }
        Page::Definition(_, concept) => {
            let main = concept_of(world, language, world.corpus.vocabulary.concepts.get(*concept)?);
            writer.rendered(kind, &main, language, forms);
        }
        _ => {
            let spoken = match page {
                Page::Text(_, path) => text::find(&world.corpus, language, path)?.language,
                _ => language,
            };
            writer.rendered(kind, main_of(std::str::from_utf8(rendered?).ok()?)?, spoken, forms);
        }
    }
    Some(Document { address: address.as_str().trim_start_matches('/').to_owned(), html: writer.html })
}

/// A concept: its names, what it is, and what the vendors call it. What they say of it is found in their agreements.
fn concept_of(world: &World, language: Language, concept: &Concept) -> String {
    let mut main = String::from("<h1>");
    escape(&capitalised(local(&concept.name, language)), &mut main);
    main.push_str("</h1><p>");
    escape(concept.about.get(&language).map_or("", String::as_str), &mut main);
    main.push_str("</p>");
    let mut names: BTreeSet<&str> = world.languages().iter().flat_map(|language| concept.names(*language)).collect();
    let defined = world.glossary().of_concept(&concept.id).filter_map(|term| term.defined(&world.corpus, &world.resolved));
    names.extend(defined.filter(|defined| !defined.definition.is_pronoun).map(|defined| defined.definition.term.as_str()));
    main.push_str("<p>");
    escape(&say(world, language, "also-called", &[]), &mut main);
    main.push(' ');
    escape(&names.into_iter().collect::<Vec<_>>().join(", "), &mut main);
    main.push_str("</p>");
    main
}

/// What stands between the tags of a page's `main`.
fn main_of(html: &str) -> Option<&str> {
    let from = html.find("<main")?;
    let from = from + html[from..].find('>')? + 1;
    Some(&html[from..from + html[from..].find("</main>")?])
}

struct Writer<'a> {
    world: &'a World,
    /// Of the page.
    language: Language,
    html: String,
    /// The words met.
    words: Words,
    /// The terms defined.
    terms: BTreeSet<&'a str>,
    /// The topics of clauses.
    topics: BTreeSet<&'a str>,
}

impl<'a> Writer<'a> {
    fn agreement(&mut self, kind: Kind, vendor: &'a Vendor, agreement: &'a Agreement, text: &'a AgreementText, forms: &Forms) {
        let standing = match text.language {
            spoken if spoken != self.language => "foreign",
            spoken if spoken == agreement.original => "original",
            _ => "translation",
        };
        let filters = [("kind", kind.name()), ("lang", text.language.code()), ("standing", standing), ("vendor", &vendor.slug)];
        self.opening(&filters, &[("title", &text.title), ("vendor", &vendor.name)]);
        for (place, part) in text.parts.iter().enumerate() {
            if self.is_withheld(&part.meta) {
                continue;
            }
            if place > 0 {
                let number = part.label.as_deref().map(short_label);
                self.heading(2, &part.meta, number.as_deref(), part.label.as_deref(), Some(&part.title));
            }
            part.articles.iter().for_each(|article| self.article(article, 2));
        }
        for note in text.notes.iter().filter(|note| self.world.audience.may_see(note.audience)) {
            let _ = write!(self.html, "<sup id=\"note:{}:{}\">{}</sup>", text.language, note.number, note.number);
            self.blocks(&note.body);
        }
        // An author's forms of a term go with the term: shown where it is shown.
        let hints = agreement.terms.iter().filter(|hint| self.terms.contains(hint.text.as_str()));
        let hints: Vec<Vec<&str>> = hints.map(|hint| hint.forms.iter().chain([&hint.text]).map(String::as_str).collect()).collect();
        let met = forms.met(text.language, &self.words, self.terms.iter().copied(), &hints);
        self.closing(&met);
    }

    /// A page as it was rendered. Its first heading of the first rank is its title.
    fn rendered(&mut self, kind: Kind, main: &str, spoken: Language, forms: &Forms) {
        let standing = (spoken != self.language).then_some(("standing", "foreign"));
        let filters: Vec<(&str, &str)> = [("kind", kind.name()), ("lang", spoken.code())].into_iter().chain(standing).collect();
        self.opening(&filters, &[]);
        self.html.push_str(main);
        main.split('<').for_each(|piece| self.words.read(piece.split_once('>').map_or(piece, |(_, text)| text)));
        let met = forms.met(spoken, &self.words, [], &[]);
        self.closing(&met);
    }

    /// What results can be narrowed to, and what is shown of a hit.
    fn opening(&mut self, filters: &[(&str, &str)], metas: &[(&str, &str)]) {
        let _ = write!(self.html, "<html lang=\"{}\"><body>", self.language);
        for (attribute, pairs) in [("filter", filters), ("meta", metas)] {
            for (name, value) in pairs {
                let _ = write!(self.html, "<p data-pagefind-{attribute}=\"{name}[data-value]\" data-value=\"");
                self.plain(value);
                self.html.push_str("\"></p>");
            }
        }
    }

    /// The words by which this document is found though it has them otherwise, or does not have them.
    fn closing(&mut self, met: &Met) {
        self.html.push_str("<div data-pagefind-weight=\"0.1\">");
        let topics = std::mem::take(&mut self.topics);
        for topic in self.world.corpus.vocabulary.topics.iter().filter(|topic| topics.contains(topic.id.as_str())) {
            let Some(name) = topic.name.get(&self.language) else { continue };
            let _ = write!(self.html, "<p><i id=\"topic:{}\"></i>", topic.id);
            self.plain(name);
            self.html.push_str("</p>");
        }
        for (id, groups) in [("forms", &met.forms), ("same", &met.synonyms)] {
            for group in groups {
                let _ = write!(self.html, "<p><i id=\"{id}\"></i>");
                self.plain(&group.join(" "));
                self.html.push_str("</p>");
            }
        }
        self.html.push_str("</div></body></html>");
    }

    fn article(&mut self, article: &'a Article, level: u8) {
        if self.is_withheld(&article.meta) {
            return;
        }
        if !article.is_bare() {
            self.heading(level, &article.meta, article.number.as_deref(), article.label.as_deref(), article.heading.as_ref());
        }
        article.clauses.iter().for_each(|clause| self.clause(clause));
        article.sections.iter().for_each(|section| self.article(section, (level + 1).min(6)));
    }

    fn heading(&mut self, level: u8, meta: &Meta, number: Option<&str>, label: Option<&str>, heading: Option<&'a Text>) {
        let _ = write!(self.html, "<h{level} id=\"{}\" data-pagefind-title=\"", meta.id);
        self.plain(number.unwrap_or_default());
        self.html.push_str("\">");
        if let Some(heading) = heading {
            self.text(heading);
        }
        let _ = write!(self.html, "</h{level}>");
        if let Some(label) = label {
            self.html.push(' ');
            self.plain(label);
        }
    }

    fn clause(&mut self, clause: &'a Clause) {
        if self.is_withheld(&clause.meta) {
            return;
        }
        let mut about: Vec<String> = clause.meta.topics.clone();
        texts_of_blocks(&clause.body, clause.meta.audience, &mut |text, audience| {
            let is_shown = self.may_see(audience);
            text.visit(&mut |inline| {
                let Inline::Definition { term, .. } = inline else { return };
                about.extend(is_shown.then(|| format!("={}", term.split_whitespace().map(fold).collect::<Vec<_>>().join("-"))));
            });
        });
        let _ = write!(self.html, "<b id=\"{}\" data-pagefind-title=\"{}\">", clause.meta.id, about.join(" "));
        self.topics.extend(clause.meta.topics.iter().map(String::as_str));
        self.plain(clause.label.as_deref().unwrap_or_default());
        self.html.push_str("</b>");
        self.blocks(&clause.body);
    }

    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.paragraph(None, text),
                Block::Items { items, .. } => items.iter().for_each(|item| self.item(item)),
                Block::Table(table) => {
                    let rows = table.rows.iter().filter(|row| !row.withheld && self.may_see(row.audience));
                    let rows: Vec<&[Text]> = std::iter::once(&table.head[..]).chain(rows.map(|row| &row.cells[..])).collect();
                    rows.into_iter().flatten().for_each(|cell| self.paragraph(None, cell));
                }
                Block::Quote(inner) => self.blocks(inner),
                Block::Limited(audience, inner) if self.may_see(*audience) => self.blocks(std::slice::from_ref(inner)),
                Block::Limited(..) | Block::Withheld(_) => {}
            }
        }
    }

    fn item(&mut self, item: &'a Item) {
        if self.is_withheld(&item.meta) {
            return;
        }
        match item.body.split_first() {
            Some((Block::Paragraph(text), rest)) => {
                self.paragraph(item.label.as_deref(), text);
                self.blocks(rest);
            }
            _ => self.blocks(&item.body),
        }
    }

    /// Not as an element of its own, which Pagefind would end with a full stop. Where nothing ends it, a point does.
    fn paragraph(&mut self, label: Option<&str>, text: &'a Text) {
        self.html.push(' ');
        if let Some(label) = label {
            self.plain(label);
            self.html.push(' ');
        }
        self.text(text);
        self.html.push_str(if text.plain().ends_with(char::is_alphanumeric) { " ·" } else { "" });
    }

    fn text(&mut self, text: &'a Text) {
        text.visit(&mut |inline| {
            if let Inline::Definition { term, .. } = inline {
                self.terms.insert(term);
            }
        });
        let plain = text.plain();
        self.words.read(&plain);
        self.plain(&plain);
    }

    fn plain(&mut self, text: &str) {
        if text.contains(FOREIGN_MARK) {
            escape(&text.replace('_', " "), &mut self.html);
        } else {
            escape(text, &mut self.html);
        }
    }

    fn is_withheld(&self, meta: &Meta) -> bool {
        meta.withheld || !self.may_see(meta.audience)
    }

    fn may_see(&self, audience: Audience) -> bool {
        self.world.audience.may_see(audience)
    }
}

#[cfg(test)]
mod tests {
    use super::main_of;

    #[test]
    fn the_main_part_of_a_page_is_cut_out() {
        assert_eq!(main_of("<body><nav>x</nav><main id=\"page:main\" class=wrap><p>één</p></main></body>"), Some("<p>één</p>"));
        assert_eq!(main_of("<body><p>x</p></body>"), None);
    }
}
