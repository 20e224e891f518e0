//! What there is, in a language.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::head::Head;
use crate::site::vendor_entry::{VendorEntry, entries};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "home";

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
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let shown = || world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).filter(|agreement| !agreement.withheld);
    Context {
        page: Head::new(world, &Page::Home(language), KIND),
        lang: language,
        tagline: world.corpus.site.tagline.get(&language).map(String::as_str),
        vendors: entries(world, language),
        agreements: shown().count(),
        has_summaries: shown().any(|agreement| !super::agreement::is_verbatim(agreement)),
    }
}
