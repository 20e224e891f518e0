//! What changed: registers, agreements and vendors, the newest first.

use serde::Serialize;

use super::sub_processors::{self, FeedLink, HistoryLine, feeds, history};
use crate::i18n::Language;
use crate::site::about::{About, say, trail};
use crate::site::dated::Dated;
use crate::site::followed::{Followed, entries};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "changes";

/// What the template is given.
#[derive(Serialize)]
pub struct Context {
    page: Head,
    lang: Language,
    lines: Vec<HistoryLine>,
    last_change: Option<Dated>,
    feeds: Vec<FeedLink>,
}

/// Whether anything on the site has a day on which it was entered, be it to come.
pub fn exists(world: &World) -> bool {
    crate::analysis::changes::exist(&world.corpus)
}

/// The page, where anything was entered.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    exists(world).then_some(Page::Changes(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context {
    let title = say(world, language, "changes", &[]);
    let trail = trail(world, language, vec![(Page::Changes(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, say(world, language, "changes-description", &[]), trail) };
    Context {
        page: Head::new(world, &Page::Changes(language), KIND, about),
        lang: language,
        lines: history(world, language, Followed::Changes),
        last_change: entries(world, Followed::Changes).first().map(|entry| sub_processors::day(world, language, entry.date)),
        feeds: feeds(world, language, Followed::Changes),
    }
}
