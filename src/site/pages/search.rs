//! Full-text search in a language. The index is made by `search`, the results by a script.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::about::{About, say, trail};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Address, Page, World};

/// The name of its template.
pub const KIND: &str = "search";

/// What sort of text a page is to those who search.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The text of an agreement.
    Agreement,
    /// What a concept is, and who defines it how.
    Definition,
    /// A page of the owner's own words.
    Page,
}

impl Kind {
    /// Every kind, in the order in which readers choose.
    pub const ALL: [Kind; 3] = [Kind::Agreement, Kind::Definition, Kind::Page];

    /// Its name in the index and in addresses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Agreement => "agreement",
            Kind::Definition => "definition",
            Kind::Page => "page",
        }
    }

    /// What a page is to those who search; `None` for lists and comparisons, which only repeat what others say.
    /// A new kind of page that is to be found is named here. Agreements and concepts are read from the model,
    /// all others as they were rendered.
    pub fn of(page: &Page) -> Option<Kind> {
        match page {
            Page::Agreement(..) => Some(Kind::Agreement),
            Page::Definition(..) => Some(Kind::Definition),
            Page::Text(..) => Some(Kind::Page),
            _ => None,
        }
    }
}

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// The folder of the index, as a link.
    index: String,
    /// The same in the other languages.
    others: Vec<Other>,
    /// What results can be narrowed to.
    vendors: Vec<Choice<'a>>,
    kinds: [Kind; 3],
}

/// Search in another language.
#[derive(Serialize)]
struct Other {
    lang: Language,
    href: String,
    index: String,
}

/// A vendor.
#[derive(Serialize)]
struct Choice<'a> {
    slug: &'a str,
    name: &'a str,
}

/// One page, on a site that can be searched.
pub fn list(world: &World, language: Language) -> Option<Page> {
    world.corpus.site.has_search.then_some(Page::Search(language))
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let index = |language: Language| world.base.link(&Address::search_index(language, ""));
    let mut vendors: Vec<Choice> = world.corpus.vendors.iter().map(|vendor| Choice { slug: &vendor.slug, name: &vendor.name }).collect();
    let locale = world.messages.locale(language);
    vendors.sort_by(|a, b| locale.compare(a.name, b.name).then_with(|| a.slug.cmp(b.slug)));
    let others = world.languages().iter().copied().filter(|other| *other != language);
    let title = say(world, language, "search", &[]);
    let way = trail(world, language, vec![(Page::Search(language), title.clone(), None)]);
    let about = About::new(title, say(world, language, "search-description", &[]), way);
    Context {
        page: Head::new(world, &Page::Search(language), KIND, About { page_type: PageType::SearchResultsPage, ..about }),
        lang: language,
        index: index(language),
        others: others.map(|lang| Other { lang, href: world.base.link(&Address::search(lang)), index: index(lang) }).collect(),
        vendors,
        kinds: Kind::ALL,
    }
}
