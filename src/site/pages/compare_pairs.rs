//! Which vendors are held against each other, two by two.

use serde::Serialize;

use crate::analysis::pairs;
use crate::i18n::{Language, Value};
use crate::site::about::{About, say, trail};
use crate::site::head::Head;
use crate::site::linked_data::PageType;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare-pairs";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    vendors: Vec<VendorLine<'a>>,
    /// How many pages there are, and how many there could be.
    shown: usize,
    all: usize,
}

/// A vendor and those it is held against.
#[derive(Serialize)]
struct VendorLine<'a> {
    name: &'a str,
    others: Vec<Other<'a>>,
}

#[derive(Serialize)]
struct Other<'a> {
    name: &'a str,
    href: String,
}

/// The page, where two vendors can be held against each other.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    // Which they are is asked only by the page itself.
    pairs::exists(&world.corpus).then_some(Page::ComparePairs(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let locale = world.messages.locale(language);
    let pairs = world.pairs();
    let mut vendors: Vec<VendorLine<'_>> = Vec::new();
    for (place, vendor) in world.corpus.vendors.iter().enumerate() {
        let others = pairs.iter().filter_map(|(a, b)| {
            if *a == place {
                Some((*b, (*a, *b)))
            } else if *b == place {
                Some((*a, (*a, *b)))
            } else {
                None
            }
        });
        let mut others: Vec<Other<'_>> = others
            .filter_map(|(other, (a, b))| {
                let address = Page::ComparePair(language, a, b).address(world)?;
                Some(Other { name: &world.vendor(other)?.name, href: world.base.link(&address) })
            })
            .collect();
        others.sort_by(|a, b| locale.compare(a.name, b.name));
        if !others.is_empty() {
            vendors.push(VendorLine { name: &vendor.name, others });
        }
    }
    vendors.sort_by(|a, b| locale.compare(a.name, b.name));
    let title = say(world, language, "compare-pairs", &[]);
    let description = say(world, language, "compare-pairs-description", &[("pages", Value::from(pairs.len()))]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let trail = trail(world, language, vec![compare, (Page::ComparePairs(language), title.clone(), None)]);
    let about = About { page_type: PageType::CollectionPage, ..About::new(title, description, trail) };
    let all = vendors.len() * vendors.len().saturating_sub(1) / 2;
    Context { page: Head::new(world, &Page::ComparePairs(language), KIND, about), lang: language, shown: pairs.len(), all, vendors }
}
