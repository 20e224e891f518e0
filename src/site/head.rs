//! What every page for people says of itself.

use serde::Serialize;

use super::about::{About, Step};
use super::card::Card;
use super::headers::{self, Sort};
use super::{Page, World, linked_data};
use crate::i18n::Language;

/// What templates find under `page`.
#[derive(Debug, Serialize)]
pub struct Head {
    /// The kind of page: the name of its template.
    kind: &'static str,
    /// Its title, without the site's name.
    title: String,
    /// What it is, in one or two sentences.
    description: String,
    /// The way to it from the home page, the page itself last.
    trail: Vec<Step>,
    /// Its own link.
    href: String,
    /// Its whole address, where that is known.
    canonical: Option<String>,
    /// The same page in every language, this one among them.
    twins: Vec<Twin>,
    /// The page for readers of none of these languages.
    fallback: Option<String>,
    /// What stands in its margins on paper.
    print_style: Option<String>,
    /// Whether search engines are asked to leave it out.
    noindex: bool,
    /// What it may load (Content-Security-Policy), for hosts that send no headers.
    policy: String,
    /// What a page that it leads to learns of where its reader came from (Referrer-Policy).
    referrer: &'static str,
    /// Whose words it shows, where it shows an agreement: `summary` or `verbatim`.
    text: Option<&'static str>,
    /// What others show who share it; `None` where there is nothing to share.
    share: Option<Share>,
    /// What it says to programs: JSON-LD in which nothing can end a script.
    linked_data: Option<String>,
}

/// What others show of a page who share it (Open Graph, ogp.me).
#[derive(Debug, Serialize)]
struct Share {
    /// `article` or `website`.
    kind: &'static str,
    /// Language and country: `nl_NL`.
    locale: Option<String>,
    /// The same of the page in the other languages.
    others: Vec<String>,
    /// The picture, where whole addresses can be made.
    card: Option<Card>,
}

/// The same page in a language.
#[derive(Debug, Serialize)]
pub struct Twin {
    /// The language.
    pub lang: Language,
    /// The language's own name for itself.
    name: String,
    /// For readers: a link within the site.
    href: String,
    /// For search engines: the whole address, where it is known.
    pub address: String,
}

impl Head {
    /// What a page says of itself. `kind` is the name of its template.
    pub fn new(world: &World, page: &Page, kind: &'static str, about: About) -> Head {
        // What is shown where there is nothing has no address of its own.
        let is_place = *page != Page::NotFound;
        let address = page.address(world);
        Head {
            kind,
            linked_data: linked_data::json(world, page, &about),
            share: is_place.then(|| share(world, page, &about)),
            title: about.title,
            description: about.description,
            trail: about.trail,
            href: address.as_ref().map(|address| world.base.link(address)).unwrap_or_default(),
            canonical: address.as_ref().filter(|_| is_place).and_then(|address| world.base.absolute(address)),
            twins: twins(world, page),
            fallback: fallback(world, page),
            print_style: print_style(world, page),
            noindex: !page.may_be_indexed(world),
            policy: headers::policy_in_page(Sort::of(page)),
            referrer: headers::REFERRER,
            text: None,
        }
    }

    /// The same, for a page that shows an agreement.
    #[must_use]
    pub fn with_text(mut self, text: &'static str) -> Head {
        self.text = Some(text);
        self
    }
}

fn print_style(world: &World, page: &Page) -> Option<String> {
    let sheet = match page {
        Page::Agreement(language, vendor, own) => Page::PrintStyle(*language, Some((*vendor, *own))),
        _ => Page::PrintStyle(page.language().unwrap_or_else(|| world.default_language()), None),
    };
    sheet.address(world).map(|address| world.base.link(&address))
}

fn share(world: &World, page: &Page, about: &About) -> Share {
    let own = page.language().unwrap_or_else(|| world.default_language());
    let locale = |language: &Language| {
        let name = world.messages.locale(*language).name();
        // A language alone says too little here.
        name.contains('-').then(|| name.replace('-', "_"))
    };
    Share {
        kind: if about.is_article { "article" } else { "website" },
        locale: locale(&own),
        card: Card::of(world, own),
        others: world.languages().iter().filter(|language| **language != own).filter_map(locale).collect(),
    }
}

/// The same page in every language. The choice of language leads to the home pages.
pub fn twins(world: &World, page: &Page) -> Vec<Twin> {
    let in_language = |language: Language| match page {
        Page::LanguageChoice => Some(Page::Home(language)),
        _ => page.language().map(|_| page.twin(language)),
    };
    let twin = |language: Language| {
        let address = in_language(language)?.address(world)?;
        let href = world.base.link(&address);
        let name = world.messages.lexicon(language).native_name.clone();
        Some(Twin { lang: language, name, address: world.base.absolute(&address).unwrap_or_else(|| href.clone()), href })
    };
    world.languages().iter().filter_map(|language| twin(*language)).collect()
}

/// The page for readers of none of the site's languages (`x-default`).
pub fn fallback(world: &World, page: &Page) -> Option<String> {
    let fallback = match page {
        Page::LanguageChoice | Page::Home(_) => Page::LanguageChoice,
        _ => page.language().map(|_| page.twin(world.default_language()))?,
    };
    let address = fallback.address(world)?;
    Some(world.base.absolute(&address).unwrap_or_else(|| world.base.link(&address)))
}
