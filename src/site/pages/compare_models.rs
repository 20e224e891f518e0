//! The owner's models, and the vendors whose agreements are held against each.

use serde::Serialize;

use super::compare_pair;
use crate::i18n::Language;
use crate::site::about::{About, say, trail};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare-models";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    models: Vec<Model<'a>>,
}

/// A model.
#[derive(Serialize)]
struct Model<'a> {
    title: &'a str,
    /// The language of the title, where it is not the page's.
    title_lang: Option<Language>,
    vendors: Vec<VendorLine<'a>>,
}

#[derive(Serialize)]
struct VendorLine<'a> {
    name: &'a str,
    href: String,
}

/// The page, where anything can be held against a model.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    compare_pair::of_models(world, language).next().map(|_| Page::CompareModels(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let locale = world.messages.locale(language);
    let models = world.corpus.models.iter().enumerate().filter_map(|(place, model)| {
        let text = model.agreements.first()?.text(language)?;
        let line = |vendor: usize| {
            let address = Page::CompareModel(language, place, vendor).address(world)?;
            Some(VendorLine { name: &world.vendor(vendor)?.name, href: world.base.link(&address) })
        };
        let mut vendors: Vec<VendorLine<'_>> = compare_pair::vendors_of(world, model).filter_map(line).collect();
        vendors.sort_by(|a, b| locale.compare(a.name, b.name));
        (!vendors.is_empty()).then_some(Model {
            title: &text.title,
            title_lang: (text.language != language).then_some(text.language),
            vendors,
        })
    });
    let title = say(world, language, "compare-models", &[]);
    let description = say(world, language, "compare-models-description", &[]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let trail = trail(world, language, vec![compare, (Page::CompareModels(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, description, trail) };
    Context { page: Head::new(world, &Page::CompareModels(language), KIND, about), lang: language, models: models.collect() }
}
