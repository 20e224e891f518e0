//! All vendors, in the order of the alphabet.

use serde::Serialize;

use crate::i18n::{Language, Value};
use crate::site::about::{About, say, sentences, trail};
use crate::site::address::Address;
use crate::site::head::Head;
use crate::site::linked_data::{List, PageType, Thing};
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
    let vendors = entries(world, language);
    Context { page: Head::new(world, &Page::Vendors(language), KIND, about(world, language, &vendors)), lang: language, vendors }
}

fn about(world: &World, language: Language, vendors: &[VendorEntry]) -> About {
    let title = say(world, language, "vendors", &[]);
    let names: Vec<&str> = vendors.iter().map(|vendor| vendor.name).collect();
    let counted = [("vendors", Value::from(vendors.len())), ("names", Value::from(names.join(", ").trim_end_matches('.').to_owned()))];
    let description = [say(world, language, "vendors-description", &counted), say(world, language, "vendors-description.names", &counted)];
    let description = sentences(&description.each_ref().map(String::as_str));
    let page = |vendor: &VendorEntry| (vendor.name.to_owned(), world.base.absolute(&Address::vendor(language, vendor.slug)));
    About {
        page_type: PageType::CollectionPage,
        thing: Some(Thing::ItemList(List::new(vendors.iter().map(page)))),
        ..About::new(title.clone(), description, trail(world, language, vec![(Page::Vendors(language), title, None)]))
    }
}
