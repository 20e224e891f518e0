//! The topics on which vendors' clauses stand side by side.

use serde::Serialize;

use crate::analysis::topics;
use crate::i18n::Language;
use crate::site::about::{About, say, trail};
use crate::site::comparison::local;
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare-topics";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    topics: Vec<TopicLine<'a>>,
    vendors: usize,
}

#[derive(Serialize)]
struct TopicLine<'a> {
    name: &'a str,
    href: String,
    /// How many vendors say something on it.
    count: usize,
}

/// The page, where any clause has a topic.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    (!world.topics.is_empty()).then_some(Page::CompareTopics(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let lines = world.topics.iter().copied().filter_map(|place| {
        let topic = world.corpus.vocabulary.topics.get(place)?;
        Some(TopicLine {
            name: local(&topic.name, language),
            href: world.base.link(&Page::CompareTopic(language, place, 1).address(world)?),
            count: world.corpus.vendors.iter().filter(|vendor| !topics::on(vendor, language, &topic.id).is_empty()).count(),
        })
    });
    let topics: Vec<TopicLine<'_>> = lines.collect();
    let title = say(world, language, "compare-topics", &[]);
    let description = say(world, language, "compare-topics-description", &[]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let trail = trail(world, language, vec![compare, (Page::CompareTopics(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, description, trail) };
    let page = Head::new(world, &Page::CompareTopics(language), KIND, about);
    Context { page, lang: language, topics, vendors: world.corpus.vendors.len() }
}
