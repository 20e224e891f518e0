//! What is the same on every page: the site's name, its languages, the way to its pages.

use std::collections::BTreeMap;

use serde::Serialize;

use super::address::{Address, Base};
use super::look::{Logo, Look, SHEET};
use super::pages::text;
use crate::analysis::{changes, register};
use crate::i18n::{Language, Messages};
use crate::model::Corpus;
use crate::parse::Audience;
use crate::theme::Assets;

/// What templates find under `site`.
#[derive(Debug, Serialize)]
pub struct Shared {
    /// The name in the masthead and in titles.
    name: String,
    /// For whom the site is built.
    audience: Audience,
    /// The path that links begin with.
    base: String,
    /// The languages, the default one first.
    languages: Vec<Tongue>,
    /// The stylesheets: the theme's own, then what a site adds, in the order of their names, and what is configured.
    styles: Vec<String>,
    /// The pictures in the masthead.
    logos: Vec<Logo>,
    /// Whether the name need not stand beside them, since they hold it.
    logo_has_name: bool,
    /// The way to the pages, by language.
    menu: BTreeMap<Language, Menu>,
    /// The agreements, for programs.
    data: String,
    /// The list of all pages, where there is one.
    sitemap: Option<String>,
}

/// A language as readers choose it.
#[derive(Debug, Serialize)]
struct Tongue {
    code: Language,
    /// Its own name for itself.
    name: String,
    /// How scripts write dates in it: `en-GB`.
    locale: String,
    home: String,
    /// The owner's line about the site; empty where there is none.
    tagline: String,
}

/// The way to the pages of one language.
#[derive(Debug, Serialize)]
struct Menu {
    home: String,
    vendors: String,
    /// All defined terms, where there are any.
    definitions: Option<String>,
    /// The comparisons, where there are any.
    compare: Option<String>,
    /// The register of sub-processors, where one was recorded.
    sub_processors: Option<String>,
    /// What changed, where anything has a day.
    changes: Option<String>,
    /// Where to search; `None` on a site without.
    search: Option<String>,
    /// The owner's own pages: those directly below the language, in the masthead.
    main: Vec<Entry>,
    /// The other ones, in the footer.
    more: Vec<Entry>,
    /// Those of them that tell how comparisons are made and how to have one corrected.
    method: Vec<Entry>,
}

/// A page of the owner's own words.
#[derive(Debug, Clone, Serialize)]
struct Entry {
    title: String,
    href: String,
    /// The language of the title, where it is another one than the reader's.
    lang: Option<Language>,
}

/// Which lists there are, beside those that the corpus tells of at once.
#[derive(Debug, Clone, Copy)]
pub struct Lists {
    /// Whether any agreement that may be read defines a term.
    pub has_terms: bool,
    /// Whether there is anything to compare: records, measures, topics, or two vendors.
    pub has_comparisons: bool,
}

impl Shared {
    /// Gathers it.
    pub fn new(
        corpus: &Corpus,
        lists: Lists,
        messages: &Messages,
        assets: &Assets,
        look: &Look,
        base: &Base,
        audience: Audience,
    ) -> Shared {
        let mut styles: Vec<&str> = assets.paths().filter(|path| path.starts_with("styles/") && path.ends_with(".css")).collect();
        styles.sort_by_key(|path| (*path != "styles/theme.css", *path == SHEET, *path));
        let tongue = |language: &Language| Tongue {
            code: *language,
            name: messages.lexicon(*language).native_name.clone(),
            locale: messages.locale(*language).name(),
            home: base.link(&Address::home(*language)),
            tagline: corpus.site.tagline.get(language).cloned().unwrap_or_default(),
        };
        Shared {
            name: corpus.site.name.clone(),
            audience,
            base: base.path().to_owned(),
            languages: corpus.languages.iter().map(tongue).collect(),
            styles: styles.into_iter().map(|path| base.link(&Address::asset(assets.hash(), path))).collect(),
            logo_has_name: corpus.site.look.logo_has_name && !look.logos.is_empty(),
            logos: look.logos.clone(),
            menu: corpus.languages.iter().map(|language| (*language, menu(corpus, lists, base, audience, *language))).collect(),
            data: base.link(&Address::agreement_index()),
            sitemap: (base.is_known() && audience == Audience::Public).then(|| base.link(&Address::sitemap())),
        }
    }
}

/// What readers look for at the foot of any such site, in this order in every language; other pages come after it.
const FOOT: [&str; 6] = ["about/method", "about/corrections", "about/contact", "about/privacy", "about/accessibility", "about/colophon"];

fn menu(corpus: &Corpus, lists: Lists, base: &Base, audience: Audience, language: Language) -> Menu {
    let (mut main, mut more, mut method) = (Vec::new(), Vec::new(), Vec::new());
    let mut paths = text::paths(corpus, audience);
    // Stable: the others keep the order of their folders.
    paths.sort_by_key(|path| FOOT.iter().position(|known| known == path).unwrap_or(FOOT.len()));
    for path in paths {
        let Some(page) = text::find(corpus, language, path) else { continue };
        let entry = Entry {
            title: text::title(page),
            href: base.link(&Address::text(language, path)),
            lang: (page.language != language).then_some(page.language),
        };
        if FOOT[..2].contains(&path) {
            method.push(entry.clone());
        }
        if path.contains('/') { more.push(entry) } else { main.push(entry) }
    }
    Menu {
        home: base.link(&Address::home(language)),
        vendors: base.link(&Address::vendors(language)),
        definitions: lists.has_terms.then(|| base.link(&Address::definitions(language))),
        compare: lists.has_comparisons.then(|| base.link(&Address::compare(language))),
        sub_processors: register::exists(corpus).then(|| base.link(&Address::sub_processors(language))),
        changes: changes::exist(corpus).then(|| base.link(&Address::changes(language))),
        search: corpus.site.has_search.then(|| base.link(&Address::search(language))),
        main,
        more,
        method,
    }
}
