//! Laws on a page: their official texts, how one cites them, and whether they are still in force.

use std::collections::BTreeMap;

use serde::Serialize;

use super::World;
use super::dated::Dated;
use super::places::Places;
use super::running::Scene;
use crate::i18n::{Language, MissingText, Value};
use crate::model::vocabulary::{Law, Local};
use crate::model::{AgreementText, NodeId, PartialDate};
use crate::resolve::Citation;

/// A law of the vocabulary.
pub fn find<'a>(world: &'a World, id: &str) -> Option<&'a Law> {
    world.corpus.vocabulary.laws.iter().find(|law| law.id == id)
}

/// Words in a reader's language, else in whatever language they are in.
pub fn local(words: &Local, language: Language) -> &str {
    words.get(&language).or_else(|| words.values().next()).map_or("", String::as_str)
}

/// Where the official text is: of the article where that has an address, else of the book, else of the law.
pub fn url(law: &Law, citation: &Citation, language: Language) -> String {
    let by_article = |pattern: &str, article: &str| pattern.replace("{article}", article);
    match (&citation.book, &citation.article) {
        (Some(book), article) if law.books.contains_key(book) => by_article(&law.books[book], article.as_deref().unwrap_or_default()),
        (_, Some(article)) if !law.article_url.is_empty() => by_article(local(&law.article_url, language), article),
        _ => local(&law.url, language).to_owned(),
    }
}

/// How one cites it in a language: `artikel 28 lid 3 onder h AVG`, `Article 28(3)(h) GDPR`.
///
/// # Errors
/// If the message is missing.
pub fn cited(world: &World, language: Language, law: &Law, citation: &Citation) -> Result<String, MissingText> {
    let short = local(&law.short, language);
    let Some(article) = &citation.article else { return Ok(short.to_owned()) };
    let article = citation.book.as_ref().map_or_else(|| article.clone(), |book| format!("{book}:{article}"));
    let none = || "none".to_owned();
    let filled = [
        ("article", Value::from(article)),
        ("paragraph", Value::from(citation.paragraph.clone().unwrap_or_else(none))),
        ("point", Value::from(citation.point.clone().unwrap_or_else(none))),
        ("law", Value::from(short)),
    ];
    world.messages.text(language, "law-citation", &filled)
}

/// What a link to a law says when one rests on it: the standard citation and the law's full name, where that says more.
///
/// # Errors
/// If a message is missing.
pub fn title(world: &World, language: Language, law: &Law, citation: &Citation) -> Result<String, MissingText> {
    let (cited, name) = (cited(world, language, law, citation)?, local(&law.name, language));
    Ok(if cited == name { cited } else { format!("{cited}: {name}") })
}

/// The day of its repeal, if that has come.
fn repeal(world: &World, law: &Law) -> Option<jiff::civil::Date> {
    law.repealed_on().filter(|day| *day <= world.today)
}

/// Says since when it is no longer in force; nothing of a law that is.
///
/// # Errors
/// If the message is missing.
pub fn repealed(world: &World, language: Language, law: &Law) -> Result<Option<String>, MissingText> {
    let Some(day) = repeal(world, law) else { return Ok(None) };
    let since = world.messages.locale(language).date(&day);
    world.messages.text(language, "law-repealed", &[("since", Value::from(since))]).map(Some)
}

/// A law that a text cites.
#[derive(Serialize)]
pub struct LawEntry<'a> {
    short: &'a str,
    name: &'a str,
    href: String,
    /// Since when it applies, where it still does.
    since: Option<Dated>,
    /// Since when it is repealed, as at the day of the site.
    repealed: Option<Dated>,
    /// Until when what was agreed under it could still be relied on.
    relied_until: Option<Dated>,
    /// What came in its place.
    successor: Option<&'a str>,
    /// What of it is cited, and where.
    provisions: Vec<Provision>,
}

/// What of a law is cited, and where.
#[derive(Serialize)]
struct Provision {
    /// The standard citation.
    cited: String,
    href: String,
    places: Vec<Cited>,
}

/// A place of the agreement that cites it.
#[derive(Serialize)]
struct Cited {
    label: String,
    href: String,
}

/// The laws that a text cites, in the order of the vocabulary.
pub fn of_text<'a>(scene: Scene<'a>, text: &'a AgreementText) -> Vec<LawEntry<'a>> {
    let world = scene.world;
    let mut found: BTreeMap<usize, BTreeMap<Key, (Citation, Vec<NodeId>)>> = BTreeMap::new();
    text.texts(&mut |place| {
        for citation in scene.links(place.text).iter().filter_map(|link| link.citation()) {
            let Some(law) = world.corpus.vocabulary.laws.iter().position(|law| law.id == citation.law) else { continue };
            let entry = found.entry(law).or_default().entry(key(citation)).or_insert_with(|| (citation.clone(), Vec::new()));
            let node = place.clause.map(|clause| &clause.meta.id).or(place.node.map(|meta| &meta.id));
            if let Some(id) = node.filter(|id| !entry.1.contains(id)) {
                entry.1.push(id.clone());
            }
        }
    });
    if found.is_empty() {
        return Vec::new();
    }
    let places = Places::of(world, scene.language, text);
    let entry = |(law, provisions): (usize, BTreeMap<Key, (Citation, Vec<NodeId>)>)| {
        let law = world.corpus.vocabulary.laws.get(law)?;
        let dated = |day: jiff::civil::Date| Dated::new(world, scene.language, PartialDate::Day(day));
        let repeal = repeal(world, law);
        let successor = law.replaced_by.as_ref().and_then(|id| find(world, id));
        let provisions = provisions.into_values().filter_map(|(citation, ids)| {
            let cited = cited(world, scene.language, law, &citation).ok()?;
            let places = ids.iter().filter_map(|id| Some(Cited { label: places.label(id)?, href: super::address::fragment(id.as_str()) }));
            Some(Provision { cited, href: url(law, &citation, scene.language), places: places.collect() })
        });
        Some(LawEntry {
            short: local(&law.short, scene.language),
            name: local(&law.name, scene.language),
            href: local(&law.url, scene.language).to_owned(),
            since: law.applies_since().filter(|_| repeal.is_none()).map(dated),
            relied_until: law.relied_on_until().filter(|_| repeal.is_some()).map(dated),
            successor: successor.filter(|_| repeal.is_some()).map(|law| local(&law.short, scene.language)),
            repealed: repeal.map(dated),
            provisions: provisions.collect(),
        })
    };
    found.into_iter().filter_map(entry).collect()
}

/// The order of provisions: by number where they have one.
type Key = (Option<u32>, Option<u32>, String, Option<u32>, String, String);

fn key(citation: &Citation) -> Key {
    let number = |text: &Option<String>| {
        let text = text.as_deref()?;
        text[..text.bytes().take_while(u8::is_ascii_digit).count()].parse().ok()
    };
    let words = |text: &Option<String>| text.clone().unwrap_or_default();
    let point = citation.point.as_ref().map(|point| format!("{point:0>8}")).unwrap_or_default();
    let paragraph = number(&citation.paragraph);
    (number(&citation.book), number(&citation.article), words(&citation.article), paragraph, words(&citation.paragraph), point)
}
