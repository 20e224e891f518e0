//! `/404.html`: what is shown where there is nothing, in every language. Its links work from any depth.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::about::{About, say};
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
    let lang = world.default_language();
    let about = About::new(say(world, lang, "not-found", &[]), say(world, lang, "not-found.more", &[]), Vec::new());
    Context { page: Head::new(world, &Page::NotFound, KIND, about), lang }
}
