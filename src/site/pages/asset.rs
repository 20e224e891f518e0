//! Files of the theme, published as they are.

use crate::site::{Page, World};

/// One for each.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    world.assets.paths().map(|path| Page::Asset(path.to_owned()))
}

/// What is in one; `None` if there is no such file.
pub fn bytes<'a>(world: &'a World, path: &str) -> Option<&'a [u8]> {
    world.assets.bytes(&world.sources, path)
}
