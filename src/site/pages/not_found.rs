//! `/404.html`: what is shown where there is nothing, in every language. Its links work from any depth.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::head::Head;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "not-found";

/// What the template is given.
#[derive(Serialize)]
pub struct Context {
    page: Head,
    /// The default language: of the page as a whole.
    lang: Language,
}

/// What the template is given.
pub fn context(world: &World) -> Context {
    Context { page: Head::new(world, &Page::NotFound, KIND), lang: world.default_language() }
}
