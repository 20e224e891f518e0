//! What there is, in a language.

use serde::Serialize;

use super::compare::{View, views};
use super::sub_processors::{FeedLink, HistoryLine, feeds, latest};
use crate::i18n::{Language, Value};
use crate::site::about::{About, say};
use crate::site::followed::Followed;
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::vendor_entry::{VendorEntry, entries};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "home";

/// So many of the newest changes are shown.
const LATEST: usize = 5;

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// The owner's line about the site.
    tagline: Option<&'a str>,
    vendors: Vec<VendorEntry<'a>>,
    /// How many agreements may be read here.
    agreements: usize,
    /// Whether any of them is in our own words.
    has_summaries: bool,
    /// The comparisons that there are.
    comparisons: Vec<View>,
    /// The newest changes.
    latest: Vec<HistoryLine>,
    /// Where one may follow them.
    feeds: Vec<FeedLink>,
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let shown = || world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).filter(|agreement| !agreement.withheld);
    let agreements = shown().count();
    let tagline = world.corpus.site.tagline.get(&language).map(String::as_str);
    let counted = [("vendors", Value::from(world.corpus.vendors.len())), ("agreements", Value::from(agreements))];
    let title = tagline.map_or_else(|| say(world, language, "home-heading", &[]), str::to_owned);
    let about = About::new(title, say(world, language, "home-lede", &counted), Vec::new());
    Context {
        page: Head::new(world, &Page::Home(language), KIND, About { page_type: PageType::CollectionPage, ..about }),
        lang: language,
        tagline,
        vendors: entries(world, language),
        agreements,
        comparisons: views(world, language),
        latest: latest(world, language, Followed::Changes, LATEST),
        feeds: if super::changes::exists(world) { feeds(world, language, Followed::Changes) } else { Vec::new() },
        has_summaries: shown().any(|agreement| !super::agreement::is_verbatim(agreement)),
    }
}
