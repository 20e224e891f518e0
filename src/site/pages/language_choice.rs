//! `/`: the choice of language. A script goes on in the browser's; without it the links remain.

use serde::Serialize;

use crate::i18n::Language;
use crate::site::about::{About, say};
use crate::site::head::Head;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "language-choice";

/// What the template is given.
#[derive(Serialize)]
pub struct Context {
    page: Head,
    /// The default language: of the page as a whole.
    lang: Language,
}

/// What the template is given.
pub fn context(world: &World) -> Context {
    let tagline = |language: &Language| {
        let own = world.corpus.site.tagline.get(language);
        own.cloned().unwrap_or_else(|| say(world, *language, "home-heading", &[]))
    };
    let taglines: Vec<String> = world.languages().iter().map(tagline).collect();
    let about = About::new(world.corpus.site.name.clone(), taglines.join(" · "), Vec::new());
    Context { page: Head::new(world, &Page::LanguageChoice, KIND, about), lang: world.default_language() }
}
