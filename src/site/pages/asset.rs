//! Files of the theme, published as they are.

use crate::site::{Page, World};

/// One for each.
pub fn list(world: &World) -> impl Iterator<Item = Page> {
    world.theme.assets().map(|(path, _)| Page::Asset(path.to_owned()))
}

/// What is in one; `None` if the theme has no such file.
pub fn bytes<'a>(world: &'a World, path: &str) -> Option<&'a [u8]> {
    world.theme.file(path).map(|file| world.sources.file(file).bytes())
}
