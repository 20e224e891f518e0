//! Which template, style and script counts: the site's theme over the built-in one, file by file.
//!
//! A theme is a folder `themes/<name>/` with `templates/`, which also has the fonts that pictures are drawn with, and beside
//! it what is published as it is: styles, scripts, pictures and fonts. A site's `themes/default/` lies over the built-in
//! theme of that name; a theme of any other name lies over both. So an owner writes only the files that differ.

pub mod accent;
mod assets;
pub mod colour;
mod fonts;
pub mod picture;
mod templates;
pub mod tokens;

pub use assets::Assets;
pub use fonts::{Fitted, Fonts, Frame};
pub use templates::Templates;

use std::collections::{BTreeMap, BTreeSet};

use tera::Tera;

use crate::diagnostic::{FileId, Finding, Place, UNKNOWN_THEME};
use crate::source::{Origin, Sources};

/// The theme that every other one falls back on.
pub const DEFAULT: &str = "default";

/// Where a theme's templates are.
const TEMPLATES: &str = "templates/";

/// What is a template there. In all of them what is filled in is escaped.
const KINDS: [&str; 2] = [".html", ".svg"];

/// What is published beside the pages. Anything else in a theme, such as notes to oneself, is not.
const ASSETS: [&str; 14] = ["avif", "css", "gif", "ico", "jpeg", "jpg", "js", "otf", "png", "svg", "ttf", "webp", "woff", "woff2"];

/// The files of a theme, those it falls back on included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    files: BTreeMap<String, FileId>,
}

impl Theme {
    /// The theme of this name. `place` is where the name is written.
    ///
    /// # Errors
    /// If there is no folder of this name.
    pub fn find(sources: &Sources, name: &str, place: impl Into<Place>) -> Result<Theme, Finding> {
        let known: BTreeSet<&str> = sources.paths("themes/").filter_map(|path| path.split('/').nth(1)).collect();
        if !known.contains(name) {
            let listed: Vec<&str> = known.iter().copied().collect();
            return Err(Finding::new(UNKNOWN_THEME, place).with("theme", name).with("known", listed.join(", ")));
        }
        let mut files = BTreeMap::new();
        for folder in [format!("themes/{DEFAULT}/"), format!("themes/{name}/")] {
            for path in sources.paths(&folder) {
                if let Some(file) = sources.find(path) {
                    files.insert(path[folder.len()..].to_owned(), file);
                }
            }
        }
        Ok(Theme { files })
    }

    /// The theme that came with the program, whatever the site has laid over it.
    pub fn built_in(sources: &Sources) -> Theme {
        let folder = format!("themes/{DEFAULT}/");
        let built_in = |path: &str| sources.layers(path).find(|file| sources.file(*file).origin == Origin::BuiltIn);
        let files = sources.paths(&folder).filter_map(|path| Some((path[folder.len()..].to_owned(), built_in(path)?)));
        Theme { files: files.collect() }
    }

    /// What is published as it is, by its path within the theme: `styles/theme.css`.
    pub fn assets(&self) -> impl Iterator<Item = (&str, FileId)> {
        let is_asset = |path: &str| {
            let kind = path.rsplit_once('.').map(|(_, kind)| kind.to_ascii_lowercase());
            !path.starts_with(TEMPLATES) && kind.is_some_and(|kind| ASSETS.contains(&kind.as_str()))
        };
        self.files.iter().filter(move |(path, _)| is_asset(path)).map(|(path, file)| (path.as_str(), *file))
    }

    /// The file that counts at a path within the theme.
    pub fn file(&self, path: &str) -> Option<FileId> {
        self.files.get(path).copied()
    }

    /// Reads the templates. `register` gives them their functions and shared data. Templates that cannot be read become
    /// findings; then the built-in ones stand in for all, so that a preview has something to show.
    pub fn compile(&self, sources: &Sources, register: impl Fn(&mut Tera)) -> (Templates, Vec<Finding>) {
        match Templates::read(self.templates(), sources, &register) {
            Ok(templates) => (templates, Vec::new()),
            Err(findings) => {
                let built_in = Theme::built_in(sources);
                let templates = Templates::read(built_in.templates(), sources, &register);
                (templates.unwrap_or_else(|_| Templates::none()), findings)
            }
        }
    }

    /// The fonts with which pictures are drawn.
    pub fn fonts(&self, sources: &Sources) -> Fonts {
        Fonts::read(self, sources)
    }

    /// Templates by their names: `agreement.html`, `components/clause.html`, `card.svg`.
    fn templates(&self) -> BTreeMap<String, FileId> {
        let name =
            |path: &str| path.strip_prefix(TEMPLATES).filter(|name| KINDS.iter().any(|kind| name.ends_with(kind))).map(str::to_owned);
        self.files.iter().filter_map(|(path, file)| Some((name(path)?, *file))).collect()
    }
}

#[cfg(test)]
mod tests;
