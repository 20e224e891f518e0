//! `/sitemap.xml`: the pages that may be indexed, with their twins (sitemaps.org, and `xhtml:link` for languages).

use crate::site::head::{fallback, twins};
use crate::site::{Page, World, pages};

/// A page of the sitemap.
pub struct Entry {
    /// Its whole address.
    pub location: String,
    /// The same page by language; `x-default` for readers of none.
    pub alternates: Vec<(String, String)>,
}

/// There is one if addresses can be made whole and search engines are welcome.
pub fn list(world: &World) -> Option<Page> {
    (world.base.is_known() && Page::LanguageChoice.may_be_indexed(world)).then_some(Page::Sitemap)
}

/// What stands in it, in the order of the addresses.
pub fn entries(world: &World) -> Vec<Entry> {
    let indexed = pages(world).into_iter().filter(|(_, page)| page.may_be_indexed(world));
    let entry = |address, page: &Page| {
        let twins = twins(world, page).into_iter().map(|twin| (twin.lang.to_string(), twin.address));
        let fallback = fallback(world, page).map(|address| ("x-default".to_owned(), address));
        Some(Entry { location: world.base.absolute(&address)?, alternates: twins.chain(fallback).collect() })
    };
    indexed.filter_map(|(address, page)| entry(address, &page)).collect()
}
