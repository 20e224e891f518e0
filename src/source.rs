//! The only reader of files: everything a site is made of, read once, with stable places.
//!
//! What is read: `clausewerk.toml`, `content/`, `themes/` and `i18n/` below the site's folder, and beneath
//! those the built-in theme, messages and vocabularies. A path is relative to the site's folder, with `/`.
//! A layered path (`themes/default/…`, `i18n/…`, `content/vocabulary/…`) that the site lacks is found
//! among the built-in files; so is what the site has overridden, by [`Sources::layers`].

mod builtin;
mod enclosed;
mod walk;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

pub use enclosed::Enclosed;
pub use walk::{Fingerprint, fingerprint, is_passing, may_be_elsewhere, real};

use crate::diagnostic::{FileId, Finding};

/// No text is larger: an 8 MiB agreement has some 4,000 pages, and a larger file is a mistake.
pub const MAX_TEXT_BYTES: u64 = 8 * 1024 * 1024;
/// No picture, font or script of a theme is larger.
pub const MAX_ASSET_BYTES: u64 = 16 * 1024 * 1024;

/// What a site says of itself as a whole.
pub const CONFIGURATION: &str = "clausewerk.toml";
/// What a site's folder may hold for us besides [`CONFIGURATION`]; anything else in it is the owner's own affair.
pub const FOLDERS: [&str; 3] = ["content", "i18n", "themes"];

/// Who wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// It came with the program.
    BuiltIn,
    /// It is in the site's folder.
    Site,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text without byte order mark; line ends as in the file.
    Text(Cow<'static, str>),
    /// Anything else: pictures and fonts of a theme.
    Bytes(Cow<'static, [u8]>),
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the site's folder (or to the built-in files), with `/` between segments.
    pub path: String,
    /// Who wrote it.
    pub origin: Origin,
    /// What is in it.
    pub content: Content,
}

impl SourceFile {
    /// The text, or nothing if the file is not a text.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Bytes(_) => "",
        }
    }

    /// The bytes, whatever they are.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
        }
    }

    /// The path as people are told it: built-in files say so.
    pub fn shown_path(&self) -> String {
        match self.origin {
            Origin::Site => self.path.clone(),
            Origin::BuiltIn => format!("<built-in>/{}", self.path),
        }
    }
}

/// All files of a site, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    site: BTreeMap<String, FileId>,
    built_in: BTreeMap<String, FileId>,
}

impl Sources {
    /// Reads a site's folder. Files that cannot be used become findings; the rest is read.
    ///
    /// # Errors
    /// If `root` is not a folder or cannot be listed.
    pub fn read(root: &Path) -> anyhow::Result<(Sources, Vec<Finding>)> {
        let mut sources = Sources::built_in();
        let findings = walk::read_site(root, &mut sources)?;
        Ok((sources, findings))
    }

    /// Only what came with the program.
    pub fn built_in() -> Sources {
        let mut sources = Sources::default();
        for (path, content) in builtin::files() {
            sources.add(SourceFile { path, origin: Origin::BuiltIn, content });
        }
        sources
    }

    /// The built-in files and the given texts as a site: what tests and examples start from.
    pub fn of_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Sources {
        let mut sources = Sources::built_in();
        for (path, text) in texts {
            let content = Content::Text(Cow::Owned(text.to_owned()));
            sources.add(SourceFile { path: path.to_owned(), origin: Origin::Site, content });
        }
        sources
    }

    fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let index = match file.origin {
            Origin::Site => &mut self.site,
            Origin::BuiltIn => &mut self.built_in,
        };
        index.insert(file.path.clone(), id);
        self.files.push(file);
        id
    }

    /// A file by its id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file that counts at this path: the site's, else the built-in one.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.site.get(path).or_else(|| self.built_in.get(path)).copied()
    }

    /// Every file at this path, the built-in one first: for files that are laid over each other.
    pub fn layers(&self, path: &str) -> impl Iterator<Item = FileId> {
        self.built_in.get(path).into_iter().chain(self.site.get(path)).copied()
    }

    /// The site's own files below a folder (`content/vendors/`), in the order of their paths.
    pub fn site_files<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = FileId> + 'a {
        below(&self.site, folder)
    }

    /// The paths below a folder, site over built-in, each once, in order.
    pub fn paths<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let mut paths: Vec<&str> = [&self.site, &self.built_in]
            .into_iter()
            .flat_map(|index| {
                index.range(folder.to_owned()..).map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(folder))
            })
            .collect();
        paths.sort_unstable();
        paths.dedup();
        paths.into_iter()
    }

    /// How many bytes were read.
    pub fn size(&self) -> usize {
        self.files.iter().map(|file| file.bytes().len()).sum()
    }
}

fn below<'a>(index: &'a BTreeMap<String, FileId>, folder: &'a str) -> impl Iterator<Item = FileId> + 'a {
    index.range(folder.to_owned()..).take_while(move |(path, _)| path.starts_with(folder)).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_lies_over_the_built_in_files() {
        let sources = Sources::of_texts([("i18n/nl/site.ftl", "home = Begin"), ("content/vendors/a/vendor.toml", "name = 'A'")]);
        let found = sources.find("i18n/nl/site.ftl").expect("the site's file");
        assert_eq!(sources.file(found).text(), "home = Begin");
        assert_eq!(sources.site_files("content/vendors/").count(), 1);
        assert_eq!(sources.layers("i18n/nl/site.ftl").last(), Some(found));
    }
}
