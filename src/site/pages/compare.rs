//! The choice of comparisons.

use serde::Serialize;

use super::{compare_coverage, compare_facts, compare_models, compare_pairs, compare_topics, playbook, security};
use crate::i18n::{Language, Value};
use crate::site::about::{About, say, trail};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare";

/// What the template is given.
#[derive(Serialize)]
pub struct Context {
    page: Head,
    lang: Language,
    vendors: usize,
    /// The comparisons that there are: `facts`, `topics`, `vendors`, `models`, `security`, `coverage`, `playbook`.
    views: Vec<View>,
}

/// A comparison.
#[derive(Serialize)]
pub struct View {
    kind: &'static str,
    href: String,
}

/// The page, where anything can be compared.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    (!views(world, language).is_empty()).then_some(Page::Compare(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context {
    let title = say(world, language, "compare", &[]);
    let vendors = world.corpus.vendors.len();
    let description = say(world, language, "compare-description", &[("vendors", Value::from(vendors))]);
    let trail = trail(world, language, vec![(Page::Compare(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, description, trail) };
    Context { page: Head::new(world, &Page::Compare(language), KIND, about), lang: language, vendors, views: views(world, language) }
}

/// The comparisons that there are.
pub fn views(world: &World, language: Language) -> Vec<View> {
    let first = [
        ("facts", compare_facts::list(world, language).next()),
        ("topics", compare_topics::list(world, language).next()),
        ("vendors", compare_pairs::list(world, language).next()),
        ("models", compare_models::list(world, language).next()),
        ("security", security::list(world, language).next()),
        ("coverage", compare_coverage::list(world, language).next()),
        ("playbook", playbook::list(world, language).next()),
    ];
    let view = |(kind, page): (&'static str, Option<Page>)| Some(View { kind, href: world.base.link(&page?.address(world)?) });
    first.into_iter().filter_map(view).collect()
}
