//! All vendors, in the order of the alphabet.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::head::Head;
use crate::site::vendor_entry::{VendorEntry, entries};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "vendors";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    vendors: Vec<VendorEntry<'a>>,
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    Context { page: Head::new(world, &Page::Vendors(language), KIND), lang: language, vendors: entries(world, language) }
}
