//! What is published as it is: styles, scripts, pictures and fonts, all below one folder named after what is in them.
//!
//! One name for all and not one for each: a script that imports another and a style that shows a picture go on to
//! name them as they stand beside each other, and whatever changes, everything below the folder may be kept for ever.

use std::collections::BTreeMap;

use super::Theme;
use crate::diagnostic::FileId;
use crate::source::Sources;

/// How many hexadecimal digits of the hash are in addresses: 48 bits, in which no two versions of a site meet by chance.
const DIGITS: usize = 12;

/// The published files, by their paths within the theme: `styles/theme.css`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assets {
    files: BTreeMap<String, Asset>,
    hash: String,
}

/// A published file.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asset {
    /// A file of the theme.
    File(FileId),
    /// Made by the program, from what the site is configured to look like.
    Made(Vec<u8>),
}

impl Assets {
    /// The files of a theme, and over them what the program makes, by path.
    pub fn new(theme: &Theme, sources: &Sources, made: impl IntoIterator<Item = (String, Vec<u8>)>) -> Assets {
        let mut files: BTreeMap<String, Asset> = theme.assets().map(|(path, file)| (path.to_owned(), Asset::File(file))).collect();
        files.extend(made.into_iter().map(|(path, bytes)| (path, Asset::Made(bytes))));
        let mut hasher = blake3::Hasher::new();
        for (path, asset) in &files {
            // With its length before it, no text can pass for the end of one and the beginning of the next.
            for bytes in [path.as_bytes(), asset.bytes(sources)] {
                hasher.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
            }
        }
        Assets { files, hash: hasher.finalize().to_hex()[..DIGITS].to_owned() }
    }

    /// What all of them together hash to (BLAKE3, 12 hexadecimal digits): the folder that they are published in.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// Their paths, in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// What is in one; `None` if there is no such file.
    pub fn bytes<'a>(&'a self, sources: &'a Sources, path: &str) -> Option<&'a [u8]> {
        self.files.get(path).map(|asset| asset.bytes(sources))
    }
}

impl Asset {
    fn bytes<'a>(&'a self, sources: &'a Sources) -> &'a [u8] {
        match self {
            Asset::File(file) => sources.file(*file).bytes(),
            Asset::Made(bytes) => bytes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;

    fn assets(texts: &[(&'static str, &'static str)], made: &[(&str, &str)]) -> Assets {
        let sources = Sources::of_texts(texts.iter().copied());
        let theme = Theme::find(&sources, "default", Place::Nowhere).expect("the theme");
        Assets::new(&theme, &sources, made.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())))
    }

    #[test]
    fn whatever_is_published_has_its_part_in_the_hash_and_nothing_else_has() {
        let plain = assets(&[], &[]);
        assert_eq!(plain.hash().len(), DIGITS);
        assert_eq!(plain.hash(), assets(&[], &[]).hash());
        for same in [&[("themes/default/NOTES.md", "x")], &[("themes/default/templates/home.html", "x")]] {
            assert_eq!(plain.hash(), assets(same, &[]).hash(), "{same:?} is not published");
        }
        let mut all = vec![plain.hash().to_owned()];
        for (texts, made) in [
            (&[("themes/default/styles/own.css", "a{}")][..], &[][..]),
            (&[("themes/default/styles/own.css", "b{}")], &[]),
            (&[("themes/default/styles/other.css", "b{}")], &[]),
            (&[("themes/default/styles/a.css", "b"), ("themes/default/styles/c.css", "")], &[]),
            (&[("themes/default/styles/a.css", ""), ("themes/default/styles/c.css", "b")], &[]),
            (&[], &[("styles/made.css", "a{}")]),
            (&[], &[("styles/made.css", "b{}")]),
        ] {
            all.push(assets(texts, made).hash().to_owned());
        }
        let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), all.len(), "{all:?}");
    }

    #[test]
    fn what_the_program_makes_lies_over_the_theme() {
        let sources = Sources::of_texts([("themes/default/styles/own.css", "a{}")]);
        let theme = Theme::find(&sources, "default", Place::Nowhere).expect("the theme");
        let made = Assets::new(&theme, &sources, [("styles/own.css".to_owned(), b"b{}".to_vec())]);
        assert_eq!(made.bytes(&sources, "styles/own.css"), Some(&b"b{}"[..]));
        assert_eq!(made.paths().filter(|path| *path == "styles/own.css").count(), 1);
        assert_eq!(made.bytes(&sources, "templates/base.html"), None, "templates are not published");
    }
}
