//! Two languages of an agreement beside each other, clause by clause; nodes are paired by their ids.

mod rows;

use serde::Serialize;

use super::agreement::tree::{self, Entry};
use super::agreement::{Note, Subject, VendorLine, link, notes};
use super::shown_agreements;
use crate::i18n::Language;
use crate::model::{Agreement, AgreementText};
use crate::site::colophon::Colophon;
use crate::site::head::{Head, Twin, twins};
use crate::site::running::Scene;
use crate::site::{Page, World};
use rows::Group;

/// The name of its template.
pub const KIND: &str = "bilingual";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    vendor: VendorLine<'a>,
    /// The agreement's title in the page's language, if it has one.
    title: &'a str,
    foreign: Option<Language>,
    /// Its own page.
    agreement: Option<String>,
    sheet: Colophon<'a>,
    /// The languages: the original's, then the translation's.
    original: Language,
    translation: Language,
    /// Their own names for themselves, in the same order.
    names: [String; 2],
    /// In the page's language, if the text has it.
    contents: Vec<Entry<'a>>,
    /// The agreement's page in each language of the site.
    readings: Vec<Twin>,
    groups: Vec<Group<'a>>,
    /// Footnotes of the original, then of the translation.
    notes: [Vec<Note<'a>>; 2],
}

/// Whether there are two languages to show.
pub fn exists(agreement: &Agreement) -> bool {
    agreement.texts.len() > 1 && agreement.texts.contains_key(&agreement.original)
}

/// One page for each agreement in two languages that may be read.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let two = shown_agreements(world).filter(|(vendor, own)| world.agreement(*vendor, *own).is_some_and(|(_, found)| exists(found)));
    two.map(move |(vendor, agreement)| Page::Bilingual(language, vendor, agreement))
}

/// What the template is given; `None` if there is no such agreement, or it has one language.
pub fn context(world: &World, language: Language, vendor: usize, agreement: usize) -> Option<Context<'_>> {
    let places = (vendor, agreement);
    let (vendor, agreement) = world.agreement(vendor, agreement).filter(|(_, found)| !found.withheld)?;
    let (original, translation) = texts(world, language, agreement)?;
    let scene = |text| Scene::of_agreement(world, language, vendor, agreement, text);
    let title = agreement.text(language)?;
    let subject = Subject { world, language, places, vendor, agreement, text: title };
    let about = subject.about_two(original.language, translation.language);
    let page = Head::new(world, &Page::Bilingual(language, places.0, places.1), KIND, about);
    Some(Context {
        page: page.with_text(agreement.text_kind.name()),
        lang: language,
        vendor: VendorLine::new(world, language, vendor),
        title: &title.title,
        foreign: scene(title).foreign(),
        agreement: link(world, language, vendor, agreement),
        sheet: Colophon::new(scene(translation), vendor, agreement, translation).with_parties_of(scene(title), vendor, agreement, title),
        original: original.language,
        translation: translation.language,
        names: [original, translation].map(|text| native_name(world, text.language)),
        contents: tree::contents(scene(title), title),
        readings: twins(world, &Page::Agreement(language, places.0, places.1)),
        groups: rows::groups([scene(original), scene(translation)], [original, translation]),
        notes: [notes(scene(original), original), notes(scene(translation), translation)],
    })
}

/// The original, and the translation that the page's readers want: theirs, else the first that there is.
fn texts<'a>(world: &World, language: Language, agreement: &'a Agreement) -> Option<(&'a AgreementText, &'a AgreementText)> {
    let original = agreement.texts.get(&agreement.original)?;
    let wanted = [language].into_iter().chain(world.languages().iter().copied()).chain(agreement.texts.keys().copied());
    let translation = wanted.filter(|language| *language != agreement.original).find_map(|language| agreement.texts.get(&language))?;
    Some((original, translation))
}

fn native_name(world: &World, language: Language) -> String {
    let name = &world.messages.lexicon(language).native_name;
    if name.is_empty() { language.to_string() } else { name.clone() }
}
