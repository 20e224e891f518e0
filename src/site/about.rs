//! What a page is about, in words that its head, a search engine and whoever shares it have in common: title,
//! description, the way to it, and the thing it shows.

use jiff::civil::Date;
use serde::Serialize;

use super::linked_data::{PageType, Thing};
use super::{Page, World};
use crate::i18n::{Language, MissingText, Value};

/// A description has at most so many characters: more is cut off where results are listed.
const LONGEST: usize = 190;

/// What a page is about.
#[derive(Debug)]
pub struct About {
    /// Its title, without the site's name.
    pub title: String,
    /// What it is, in one or two sentences.
    pub description: String,
    /// The way to it from the home page, the page itself last. Empty where there is none to show.
    pub trail: Vec<Step>,
    /// What sort of page it is.
    pub page_type: PageType,
    /// Whether it is a text to be read as a whole, and not a list or a tool.
    pub is_article: bool,
    /// The thing it shows.
    pub thing: Option<Thing>,
    /// When what it shows was last held against its source.
    pub reviewed: Option<Date>,
}

impl About {
    /// A page that shows no single thing.
    pub fn new(title: String, description: String, trail: Vec<Step>) -> About {
        About { title, description, trail, page_type: PageType::WebPage, is_article: false, thing: None, reviewed: None }
    }
}

/// A step on the way to a page.
#[derive(Debug, Serialize)]
pub struct Step {
    /// What readers see.
    pub name: String,
    /// The page, as a link; `None` for the one that the reader is on.
    href: Option<String>,
    /// The language of the name, where it is not the page's.
    lang: Option<Language>,
    /// The whole address, where it is known.
    #[serde(skip)]
    pub address: Option<String>,
}

/// The way to a page, from the home page on: each page with its name, and the name's language where it is not the
/// reader's. The last one is the page itself.
pub fn trail(world: &World, language: Language, pages: Vec<(Page, String, Option<Language>)>) -> Vec<Step> {
    let last = pages.len();
    let home = (Page::Home(language), say(world, language, "home", &[]), None);
    let step = |(place, (page, name, lang)): (usize, (Page, String, Option<Language>))| {
        let address = page.address(world);
        Step {
            name,
            href: address.as_ref().filter(|_| place < last).map(|address| world.base.link(address)),
            lang,
            address: address.and_then(|address| world.base.absolute(&address)),
        }
    };
    std::iter::once(home).chain(pages).enumerate().map(step).collect()
}

/// A message; where it is missing, that it is.
pub fn say(world: &World, language: Language, key: &str, filled: &[(&str, Value)]) -> String {
    world.messages.text(language, key, filled).unwrap_or_else(|error: MissingText| error.to_string())
}

/// As many of these sentences as a description can hold, the first in any case.
pub fn sentences(all: &[&str]) -> String {
    let mut description = String::new();
    for sentence in all.iter().map(|sentence| sentence.trim()).filter(|sentence| !sentence.is_empty()) {
        if description.is_empty() {
            description = clipped(sentence);
        } else if description.chars().count() + 1 + sentence.chars().count() <= LONGEST {
            description = format!("{description} {sentence}");
        } else {
            break;
        }
    }
    description
}

/// A text that is too long for a description, up to the end of a sentence if that leaves enough, else of a word.
fn clipped(text: &str) -> String {
    let Some((limit, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let start = &text[..limit];
    let sentence = start.rmatch_indices(['.', '?', '!']).map(|(at, mark)| at + mark.len());
    let mut ends = sentence.filter(|end| *end > limit / 3 && text[*end..].starts_with(' '));
    if let Some(end) = ends.next() {
        return start[..end].to_owned();
    }
    let end = start.rfind(' ').unwrap_or(limit);
    format!("{} …", start[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_has_whole_sentences_and_at_most_so_many_characters() {
        assert_eq!(sentences(&["Een.", " ", "Twee."]), "Een. Twee.");
        assert_eq!(sentences(&["Kort.", &"lang ".repeat(60), "Twee."]), "Kort.");
        let long = format!(
            "{} Een zin die er niet meer bij past, hoe dan ook, omdat hij {}te lang is.",
            "Dit is een zin.".repeat(8),
            "veel ".repeat(9)
        );
        assert_eq!(sentences(&[&long]), "Dit is een zin.".repeat(8));
        let words = "woorden, ".repeat(40);
        let cut = sentences(&[&words]);
        assert!(cut.ends_with("woorden …") && cut.chars().count() <= LONGEST, "{cut}");
        assert!(sentences(&[&"é".repeat(400)]).chars().count() <= LONGEST + 2);
    }
}
