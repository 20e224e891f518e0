//! The picture that stands for the site where a page of it is shared: one for each language. It is drawn from the template
//! `card.svg`; a theme that has a `card.<language>.png` beside its templates gives its own instead.

use serde::Serialize;

use super::about::say;
use super::{Page, World};
use crate::diagnostic::{BAD_CARD, CARD_LETTERS, FileId, Finding, Place, Span};
use crate::i18n::{Language, Value};
use crate::parse::table;
use crate::theme::picture;

/// The template.
pub const TEMPLATE: &str = "card.svg";

/// The size of a drawn one, in pixels: what Open Graph's readers show uncut.
pub const SIZE: (u32, u32) = (1200, 630);

/// The picture, as a page's head tells of it.
#[derive(Debug, Serialize)]
pub struct Card {
    address: String,
    width: u32,
    height: u32,
    /// What stands on it.
    alt: String,
}

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    lang: Language,
    /// The owner's line about the site, or ours.
    tagline: String,
    /// The language's own name for itself.
    name: &'a str,
    /// Where the site is, where that is known.
    host: Option<&'a str>,
}

impl Card {
    /// The picture for pages in a language; `None` where whole addresses cannot be made.
    pub fn of(world: &World, language: Language) -> Option<Card> {
        let address = world.base.absolute(&Page::Card(language).address(world)?)?;
        let (width, height) = own(world, language).and_then(|file| size(world.sources.file(file).bytes())).unwrap_or(SIZE);
        let said = [("site", Value::from(world.corpus.site.name.as_str())), ("tagline", Value::from(tagline(world, language)))];
        Some(Card { address, width, height, alt: say(world, language, "card-alt", &said) })
    }
}

/// One for each language.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    world.languages().iter().copied().map(Page::Card)
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    Context {
        lang: language,
        tagline: tagline(world, language),
        name: &world.messages.lexicon(language).native_name,
        host: world.base.host(),
    }
}

/// The theme's own picture, if it has one that can be shown.
pub fn own(world: &World, language: Language) -> Option<FileId> {
    given(world, language).filter(|file| size(world.sources.file(*file).bytes()).is_some())
}

/// What is wrong with the pictures: one that is none, or words that the fonts cannot write.
pub fn findings(world: &World) -> Vec<Finding> {
    let mut findings = Vec::new();
    for language in world.languages().iter().copied() {
        if let Some(file) = given(world, language) {
            if own(world, language).is_none() {
                findings.push(Finding::new(BAD_CARD, Span::new(file, 0..0)));
            }
            continue;
        }
        let code = language.code();
        let words = [(vec!["site", "name"], world.corpus.site.name.clone()), (vec!["site", "tagline", code], tagline(world, language))];
        for (path, text) in words {
            let lacking: Vec<String> = world.fonts.lacking(&text).iter().map(char::to_string).collect();
            if !lacking.is_empty() {
                let finding = Finding::new(CARD_LETTERS, written(world, &path)).with("text", text).with("letters", lacking.join(" "));
                findings.push(finding.with("file", format!("card.{code}.png")));
            }
        }
    }
    findings
}

fn given(world: &World, language: Language) -> Option<FileId> {
    world.theme.file(&format!("templates/card.{language}.png"))
}

fn tagline(world: &World, language: Language) -> String {
    let own = world.corpus.site.tagline.get(&language);
    own.cloned().unwrap_or_else(|| say(world, language, "home-heading", &[]))
}

/// Where the configuration says it.
fn written(world: &World, path: &[&str]) -> Place {
    match world.sources.find("clausewerk.toml") {
        Some(file) => table::value_span(&world.sources, file, path).into(),
        None => Place::Path("clausewerk.toml".to_owned()),
    }
}

/// Width and height of a PNG, in pixels; `None` if it is none.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (width, height) = picture::size(bytes).ok().filter(|_| bytes.starts_with(b"\x89PNG"))?;
    Some((width as u32, height as u32))
}
