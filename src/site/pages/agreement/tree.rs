//! The tree of an agreement's text as its template is given it.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::{AgreementText, Article as SourceArticle, Clause as SourceClause, Inline, Meta, Note as SourceNote, Part as SourcePart};
use crate::parse::Audience;
use crate::site::World;
use crate::site::address::fragment;
use crate::site::blocks::{self, Anchors, Block};
use crate::site::places::Places;
use crate::site::running::{Running, Scene};

/// The headings of articles in the main text; deeper ones are below, to the sixth level that HTML has.
const FIRST_LEVEL: u8 = 2;
const LAST_LEVEL: u8 = 6;

/// An agreement's text and its table of contents.
pub struct Tree<'a> {
    pub contents: Vec<Entry<'a>>,
    pub parts: Vec<Part<'a>>,
}

/// A line of the table of contents.
#[derive(Clone, Serialize)]
pub struct Entry<'a> {
    href: String,
    /// The printed label.
    label: Option<&'a str>,
    /// What fits in the column of numbers: `7`, `B 1`.
    number: Option<String>,
    /// The heading, plain.
    title: String,
    /// Whether a part begins here.
    is_part: bool,
    withheld: Option<Audience>,
}

/// The main text, or an annex.
#[derive(Serialize)]
pub struct Part<'a> {
    id: &'a str,
    alias: Option<&'a str>,
    label: Option<&'a str>,
    heading: Option<Running<'a>>,
    is_main: bool,
    articles: Vec<Article<'a>>,
    withheld: Option<Audience>,
}

/// An article or section.
#[derive(Serialize)]
pub struct Article<'a> {
    id: &'a str,
    alias: Option<&'a str>,
    label: Option<&'a str>,
    heading: Option<Running<'a>>,
    /// Of the heading: 2 to 6.
    level: u8,
    /// Whether it is text directly under a part.
    is_bare: bool,
    clauses: Vec<Clause<'a>>,
    sections: Vec<Article<'a>>,
    previous: Option<Entry<'a>>,
    next: Option<Entry<'a>>,
    withheld: Option<Audience>,
}

/// A clause.
#[derive(Serialize)]
pub struct Clause<'a> {
    id: &'a str,
    alias: Option<&'a str>,
    /// The number as printed.
    label: Option<&'a str>,
    href: String,
    /// How one cites it: `art. 7.1`, `Bijlage 1, 1.C`.
    cited: String,
    blocks: Vec<Block<'a>>,
    /// What it is about, where the clause before it is about something else.
    topics: Vec<&'a str>,
    withheld: Option<Audience>,
}

/// A footnote.
#[derive(Serialize)]
pub struct Note<'a> {
    number: u32,
    id: String,
    blocks: Vec<Block<'a>>,
    /// Where it is cited.
    marks: Vec<Mark<'a>>,
    withheld: Option<Audience>,
}

/// A place that cites a footnote.
#[derive(Serialize)]
struct Mark<'a> {
    href: String,
    /// The number of the clause or article.
    label: Option<&'a str>,
}

impl<'a> Tree<'a> {
    /// The text as this page's readers see it.
    pub fn new(scene: Scene<'a>, text: &'a AgreementText) -> Tree<'a> {
        let mut builder =
            Builder { scene, places: Places::of(scene.world, scene.language, text), contents: contents(scene, text), passed: 0 };
        let parts = text.parts.iter().enumerate().map(|(place, source)| builder.part(source, place == 0)).collect();
        Tree { contents: builder.contents, parts }
    }
}

/// The table of contents, as this page's readers see it.
pub fn contents<'a>(scene: Scene<'a>, text: &'a AgreementText) -> Vec<Entry<'a>> {
    let mut contents = Vec::new();
    for (place, part) in text.parts.iter().enumerate() {
        if place > 0 {
            contents.push(entry_of_part(scene, part));
        }
        if scene.withheld(&part.meta).is_none() {
            contents.extend(part.articles.iter().filter(|article| !article.is_bare()).map(|article| entry_of_article(scene, article)));
        }
    }
    contents
}

struct Builder<'a> {
    scene: Scene<'a>,
    places: Places<'a>,
    contents: Vec<Entry<'a>>,
    /// How many lines of the contents have been passed.
    passed: usize,
}

impl<'a> Builder<'a> {
    fn part(&mut self, source: &'a SourcePart, is_main: bool) -> Part<'a> {
        let withheld = self.scene.withheld(&source.meta);
        if !is_main {
            self.passed += 1;
        }
        let level = if is_main { FIRST_LEVEL } else { FIRST_LEVEL + 1 };
        let articles = if withheld.is_some() { &[] } else { source.articles.as_slice() };
        Part {
            id: source.meta.id.as_str(),
            alias: alias(&source.meta),
            label: source.label.as_deref(),
            heading: (!is_main && !source.title.is_empty()).then(|| self.scene.running(&source.title)),
            is_main,
            articles: articles.iter().map(|article| self.article(article, level, true)).collect(),
            withheld,
        }
    }

    fn article(&mut self, source: &'a SourceArticle, level: u8, is_outermost: bool) -> Article<'a> {
        let scene = self.scene;
        let withheld = scene.withheld(&source.meta);
        let (mut previous, mut next) = (None, None);
        if is_outermost && !source.is_bare() {
            previous = self.passed.checked_sub(1).and_then(|place| self.contents.get(place)).cloned();
            self.passed += 1;
            next = self.contents.get(self.passed).cloned();
        }
        let deeper = (level + 1).min(LAST_LEVEL);
        let (clauses, sections) = if withheld.is_some() { (&[][..], &[][..]) } else { (&source.clauses[..], &source.sections[..]) };
        let mut before: &[String] = &[];
        let clauses = clauses.iter().map(|source| {
            let shown = clause(scene, &self.places, source, before);
            before = &source.meta.topics;
            shown
        });
        Article {
            id: source.meta.id.as_str(),
            alias: alias(&source.meta),
            label: source.label.as_deref(),
            heading: source.heading.as_ref().filter(|_| withheld.is_none()).map(|text| scene.running(text)),
            level,
            is_bare: source.is_bare(),
            clauses: clauses.collect(),
            sections: sections.iter().map(|section| self.article(section, deeper, false)).collect(),
            previous,
            next,
            withheld,
        }
    }
}

fn clause<'a>(scene: Scene<'a>, places: &Places<'a>, source: &'a SourceClause, topics_before: &[String]) -> Clause<'a> {
    let withheld = scene.withheld(&source.meta);
    let is_shown = withheld.is_none();
    Clause {
        id: source.meta.id.as_str(),
        alias: alias(&source.meta),
        label: source.label.as_deref(),
        href: fragment(source.meta.id.as_str()),
        cited: cited(places, source),
        blocks: if is_shown { blocks::of(scene, &source.body, Anchors::All) } else { Vec::new() },
        topics: if is_shown && source.meta.topics != topics_before { topics(scene, &source.meta) } else { Vec::new() },
        withheld,
    }
}

/// How one cites a clause. Where another one before it bears its number, its id tells them apart.
fn cited(places: &Places<'_>, source: &SourceClause) -> String {
    let label = places.label(&source.meta.id).unwrap_or_default();
    let is_repeated =
        source.label.is_some()
            && source.meta.id.as_str().rsplit_once('-').is_some_and(|(first, rank)| {
                rank.bytes().all(|b| b.is_ascii_digit()) && places.label(&first.into()).as_ref() == Some(&label)
            });
    if is_repeated { format!("{label} [{}]", source.meta.id.as_str()) } else { label }
}

/// What a node is about, in the page's language.
fn topics<'a>(scene: Scene<'a>, meta: &'a Meta) -> Vec<&'a str> {
    let World { corpus, .. } = scene.world;
    let name = |id: &'a String| corpus.vocabulary.topic(id).and_then(|topic| topic.name.get(&scene.language)).unwrap_or(id);
    meta.topics.iter().map(|id| name(id).as_str()).collect()
}

/// The footnotes, with the places that cite them.
pub fn notes<'a>(scene: Scene<'a>, text: &'a AgreementText) -> Vec<Note<'a>> {
    let mut marks: HashMap<u32, Vec<Mark<'a>>> = HashMap::new();
    if !text.notes.is_empty() {
        text.texts(&mut |place| {
            let mut seen: Vec<u32> = Vec::new();
            place.text.visit(&mut |inline| {
                let Inline::NoteMark { name, .. } = inline else { return };
                let Some(number) = scene.note_number(name).filter(|number| !seen.contains(number)) else { return };
                seen.push(number);
                let label = place.clause.and_then(|clause| clause.label.as_deref());
                let label = label.or_else(|| place.article.and_then(|article| article.label.as_deref()));
                marks.entry(number).or_default().push(Mark { href: fragment(&scene.mark_anchor(number, place.text)), label });
            });
        });
    }
    text.notes.iter().map(|source| note(scene, source, marks.remove(&source.number).unwrap_or_default())).collect()
}

fn note<'a>(scene: Scene<'a>, source: &'a SourceNote, marks: Vec<Mark<'a>>) -> Note<'a> {
    let withheld = (!scene.world.audience.may_see(source.audience)).then_some(source.audience);
    let blocks = if withheld.is_none() { blocks::of(scene, &source.body, Anchors::None) } else { Vec::new() };
    Note { number: source.number, id: scene.note_anchor(source.number), blocks, marks, withheld }
}

fn entry_of_part<'a>(scene: Scene<'a>, part: &'a SourcePart) -> Entry<'a> {
    Entry {
        href: fragment(part.meta.id.as_str()),
        label: part.label.as_deref(),
        number: part.label.as_deref().map(short_label),
        title: part.title.plain(),
        is_part: true,
        withheld: scene.withheld(&part.meta),
    }
}

fn entry_of_article<'a>(scene: Scene<'a>, article: &'a SourceArticle) -> Entry<'a> {
    let withheld = scene.withheld(&article.meta);
    let heading = article.heading.as_ref().filter(|_| withheld.is_none());
    Entry {
        href: fragment(article.meta.id.as_str()),
        label: article.label.as_deref(),
        number: article.number.clone(),
        title: heading.map(|text| text.plain()).unwrap_or_default(),
        is_part: false,
        withheld,
    }
}

/// `Bijlage 1.` → `B 1`.
pub fn short_label(label: &str) -> String {
    let label = label.trim_end_matches(['.', ':']);
    let initial: String = label.chars().take(1).collect();
    match label.rsplit_once(char::is_whitespace) {
        Some((_, number)) => format!("{initial} {number}"),
        None => initial,
    }
}

fn alias(meta: &Meta) -> Option<&str> {
    meta.alias.as_ref().map(|alias| alias.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_annex_fits_in_the_column_of_numbers() {
        for (label, short) in [("Bijlage 1.", "B 1"), ("Annex 1:", "A 1"), ("Schedule", "S"), ("Bijlage 1.A", "B 1.A")] {
            assert_eq!(short_label(label), short);
        }
    }
}
