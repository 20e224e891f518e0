//! Pages of the site owner's own words, from `content/pages/`.

use serde::Serialize;

use crate::i18n::{Language, Value};
use crate::model::{Corpus, Inline, Text};
use crate::parse::document::{Element, Entry};
use crate::parse::page::PageFile;
use crate::parse::{Attributes, Audience};
use crate::site::about::{About, say, sentences, trail};
use crate::site::blocks::Block;
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::running::{Running, Scene};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "text";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// The language of the page's text, where it is not the reader's.
    foreign: Option<Language>,
    title: String,
    /// The page's folder, which is what the menu knows it by.
    path: &'a str,
    blocks: Vec<Block<'a>>,
    notes: Vec<Note<'a>>,
}

/// A footnote.
#[derive(Serialize)]
struct Note<'a> {
    number: u32,
    id: String,
    blocks: Vec<Block<'a>>,
    /// Who may read it, when these readers may not.
    withheld: Option<Audience>,
}

/// The folders of the owner's pages that these readers may see, each once, in order.
pub fn paths(corpus: &Corpus, readers: Audience) -> Vec<&str> {
    let mut paths: Vec<&str> = corpus.pages.iter().map(|page| page.path.as_str()).collect();
    // A page is for those for whom its title is, in whichever language says so.
    paths.retain(|path| corpus.pages.iter().filter(|page| page.path == *path).all(|page| readers.may_see(audience(page))));
    paths.sort_unstable();
    paths.dedup();
    paths
}

/// For whom a page's title is.
fn audience(page: &PageFile) -> Audience {
    let title = page.document.elements.iter().find_map(|element| match element {
        Element::Heading { level: 1, attributes, .. } => attributes.audience,
        _ => None,
    });
    title.unwrap_or(Audience::Public)
}

/// One page for each folder: where the language lacks it, another one is shown.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    paths(&world.corpus, world.audience).into_iter().map(move |path| Page::Text(language, path.to_owned()))
}

/// The page that readers of a language get: theirs, else that of the first language that has it.
pub fn find<'a>(corpus: &'a Corpus, language: Language, path: &str) -> Option<&'a PageFile> {
    let wanted = [language].into_iter().chain(corpus.languages.iter().copied());
    let mut found = wanted.filter_map(|language| corpus.pages.iter().find(|page| page.path == path && page.language == language));
    found.next().or_else(|| corpus.pages.iter().find(|page| page.path == path))
}

/// A page's title: its first heading, else its folder's name.
pub fn title(page: &PageFile) -> String {
    let heading = page.document.elements.iter().find_map(|element| match element {
        Element::Heading { level: 1, text, .. } => Some(text.plain()),
        _ => None,
    });
    heading.unwrap_or_else(|| page.path.rsplit('/').next().unwrap_or_default().to_owned())
}

/// What the template is given; `None` if there is no such page.
pub fn context<'a>(world: &'a World, language: Language, path: &str) -> Option<Context<'a>> {
    let page = find(&world.corpus, language, path)?;
    let scene = Scene::of_page(world, language, page);
    let mut writer = Writer { scene, anchors: Vec::new(), has_title: false, shown: Vec::new(), hidden: Vec::new() };
    let blocks = writer.blocks(&page.document.elements);
    let opening = writer.opening(&page.document.elements).map(Text::plain);
    Some(Context {
        page: Head::new(world, &Page::Text(language, path.to_owned()), KIND, about(scene, page, opening)),
        lang: language,
        foreign: scene.foreign(),
        title: title(page),
        path: &page.path,
        notes: writer.notes(page),
        blocks,
    })
}

/// Its first words say what it is, where its readers have them in their language.
fn about(scene: Scene<'_>, page: &PageFile, opening: Option<String>) -> About {
    let (world, language, title) = (scene.world, scene.language, title(page));
    let said = [("title", Value::from(title.as_str())), ("site", Value::from(world.corpus.site.name.as_str()))];
    let description = match scene.foreign() {
        Some(shown) => {
            let languages = [("shown", Value::from(shown.code())), ("wanted", Value::from(language.code()))];
            sentences(&[&say(world, language, "page-description", &said), &say(world, language, "shown-in-other", &languages)])
        }
        None => sentences(&[&opening.unwrap_or_else(|| say(world, language, "page-description", &said))]),
    };
    let here = Page::Text(language, page.path.clone());
    let way = trail(world, language, vec![(here, title.clone(), scene.foreign())]);
    About { page_type: page_type(&page.path), is_article: true, ..About::new(title, description, way) }
}

/// A folder called `contact` says how to reach the owner; what is in `about` is about the site.
fn page_type(path: &str) -> PageType {
    match path.split('/').next_back() {
        Some("contact") => PageType::ContactPage,
        _ if path.split('/').next() == Some("about") => PageType::AboutPage,
        _ => PageType::WebPage,
    }
}

struct Writer<'a> {
    scene: Scene<'a>,
    /// The anchors that headings have taken.
    anchors: Vec<String>,
    has_title: bool,
    /// The footnotes that shown text cites.
    shown: Vec<&'a str>,
    /// The footnotes that hidden text cites, and who may read that.
    hidden: Vec<(&'a str, Audience)>,
}

impl<'a> Writer<'a> {
    fn blocks(&mut self, elements: &'a [Element]) -> Vec<Block<'a>> {
        let mut blocks = Vec::new();
        // A heading that these readers may not see: what stands under it is not theirs either.
        let mut under: Option<(u8, Audience)> = None;
        for element in elements {
            if let Element::Heading { level, attributes, .. } = element {
                under = under.filter(|(outer, _)| level > outer).or_else(|| Some((*level, self.hidden_for(attributes)?)));
            }
            match under.map(|(_, audience)| audience).or_else(|| self.hidden_for(own_attributes(element)?)) {
                Some(audience) => self.hide(element, audience),
                None => blocks.extend(self.block(element)),
            }
        }
        blocks
    }

    /// The first paragraph that these readers may see.
    fn opening(&self, elements: &'a [Element]) -> Option<&'a Text> {
        let mut under: Option<u8> = None;
        elements.iter().find_map(|element| match element {
            Element::Heading { level, attributes, .. } => {
                under = under.filter(|outer| level > outer).or_else(|| self.hidden_for(attributes).map(|_| *level));
                None
            }
            Element::Paragraph { text, attributes, .. } if under.is_none() && self.hidden_for(attributes).is_none() => Some(text),
            _ => None,
        })
    }

    fn block(&mut self, element: &'a Element) -> Option<Block<'a>> {
        match element {
            Element::Heading { level: 1, .. } if !std::mem::replace(&mut self.has_title, true) => None,
            Element::Heading { level, text, attributes } => {
                let id = self.anchor(attributes.id.clone().unwrap_or_else(|| slug(&text.plain())));
                Some(Block::Heading { level: (*level).clamp(2, 6), id, html: self.running(text) })
            }
            Element::Paragraph { label: None, text, .. } => Some(Block::Paragraph { html: self.running(text) }),
            Element::Paragraph { label: Some(label), text, .. } => {
                let entry = (Some(label.printed.as_str()), Some(self.running(text)), Vec::new());
                Some(Block::list(vec![entry], true))
            }
            Element::List { entries, .. } => self.list(entries),
            Element::Table { head, rows, .. } => {
                let head = if head.iter().all(Text::is_empty) { &[][..] } else { head };
                let head = head.iter().map(|text| self.running(text)).collect();
                let mut seen = Vec::new();
                for (cells, attributes) in rows {
                    match self.hidden_for(attributes) {
                        Some(audience) => cells.iter().for_each(|text| self.hide_text(text, audience)),
                        None => seen.push(cells.iter().map(|text| self.running(text)).collect()),
                    }
                }
                Some(Block::table(head, seen))
            }
            Element::Quote { elements: inner, .. } => Some(Block::Quote { blocks: self.blocks(inner) }),
            Element::Attributes(_) => None,
        }
    }

    fn list(&mut self, entries: &'a [Entry]) -> Option<Block<'a>> {
        let mut items = Vec::new();
        for entry in entries {
            if let Some(audience) = self.hidden_for(&entry.attributes) {
                entry.elements.iter().for_each(|element| self.hide(element, audience));
                continue;
            }
            let label = entry.label.as_ref().map(|label| label.printed.as_str());
            items.push(match entry.elements.as_slice() {
                [Element::Paragraph { text, .. }, rest @ ..] => (label, Some(self.running(text)), self.blocks(rest)),
                all => (label, None, self.blocks(all)),
            });
        }
        let is_labelled = items.iter().any(|(label, ..)| label.is_some());
        (!items.is_empty()).then(|| Block::list(items, is_labelled))
    }

    fn notes(&mut self, page: &'a PageFile) -> Vec<Note<'a>> {
        let mut notes = Vec::new();
        for (name, elements, _) in &page.document.notes {
            // A note is for those who may read every place that cites it.
            let withheld = self.hidden.iter().filter(|(own, _)| own == name).map(|(_, audience)| *audience).max();
            let Some(number) = self.scene.note_number(name).filter(|_| self.shown.contains(&name.as_str())) else { continue };
            let blocks = if withheld.is_none() { self.blocks(elements) } else { Vec::new() };
            notes.push(Note { number, id: self.scene.note_anchor(number), blocks, withheld });
        }
        notes
    }

    fn running(&mut self, text: &'a Text) -> Running<'a> {
        text.visit(&mut |inline| self.shown.extend(mark(inline)));
        self.scene.running(text)
    }

    fn hide(&mut self, element: &'a Element, audience: Audience) {
        match element {
            Element::Heading { text, .. } | Element::Paragraph { text, .. } => self.hide_text(text, audience),
            Element::List { entries, .. } => {
                entries.iter().flat_map(|entry| &entry.elements).for_each(|element| self.hide(element, audience));
            }
            Element::Table { head, rows, .. } => {
                let cells = rows.iter().flat_map(|(cells, _)| cells);
                head.iter().chain(cells).for_each(|text| self.hide_text(text, audience));
            }
            Element::Quote { elements: inner, .. } => inner.iter().for_each(|element| self.hide(element, audience)),
            Element::Attributes(_) => {}
        }
    }

    fn hide_text(&mut self, text: &'a Text, audience: Audience) {
        text.visit(&mut |inline| self.hidden.extend(mark(inline).map(|name| (name, audience))));
    }

    /// Who may see what these attributes speak of, when these readers may not.
    fn hidden_for(&self, attributes: &Attributes) -> Option<Audience> {
        attributes.audience.filter(|audience| !self.scene.world.audience.may_see(*audience))
    }

    /// An anchor that no other heading of the page has.
    fn anchor(&mut self, wanted: String) -> String {
        let wanted = if wanted.is_empty() { "s".to_owned() } else { wanted };
        let mut anchor = wanted.clone();
        let mut count = 1;
        while self.anchors.contains(&anchor) {
            count += 1;
            anchor = format!("{wanted}-{count}");
        }
        self.anchors.push(anchor.clone());
        anchor
    }
}

fn own_attributes(element: &Element) -> Option<&Attributes> {
    match element {
        Element::Heading { attributes, .. } | Element::Paragraph { attributes, .. } | Element::Table { attributes, .. } => Some(attributes),
        _ => None,
    }
}

fn mark(inline: &Inline) -> Option<&str> {
    match inline {
        Inline::NoteMark { name, .. } => Some(name),
        _ => None,
    }
}

/// A heading as an anchor: `Zo wordt er vergeleken` → `zo-wordt-er-vergeleken`.
pub fn slug(heading: &str) -> String {
    let words = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}
