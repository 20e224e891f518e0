//! The pages of a site by address, as far as anybody asks.

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use super::{Address, Page, World, pages};

type Listed = BTreeMap<Address, Page>;

/// Every page of a site, in the order of their addresses: a map, made when it is used as one.
///
/// Which vendors are held against each other is known only when the words of all of them were compared, so a preview that shows another
/// page does not wait for that: [`Pages::find`] knows the other pages at once.
pub struct Pages {
    /// All but the comparisons of two vendors.
    most: Listed,
    /// The folders of those.
    pairs: Vec<Address>,
    all: LazyLock<Listed, Box<dyn FnOnce() -> Listed + Send>>,
}

impl Pages {
    /// The pages of a site.
    pub fn of(world: &Arc<World>) -> Pages {
        let known = Arc::clone(world);
        Pages {
            most: super::addressed(world, pages::all_but_pairs(world)),
            pairs: world.languages().iter().map(|language| Address::compare_pairs(*language)).collect(),
            all: LazyLock::new(Box::new(move || pages(&known))),
        }
    }

    /// The page at an address, with the address.
    pub fn find(&self, address: &str) -> Option<(&Address, &Page)> {
        let is_pair = self.pairs.iter().any(|folder| address.len() > folder.as_str().len() && address.starts_with(folder.as_str()));
        if is_pair { self.all.get_key_value(address) } else { self.most.get_key_value(address) }
    }

    /// All but the comparisons of two vendors.
    pub fn all_but_pairs(&self) -> &BTreeMap<Address, Page> {
        &self.most
    }
}

impl Deref for Pages {
    type Target = Listed;

    fn deref(&self) -> &Listed {
        &self.all
    }
}
