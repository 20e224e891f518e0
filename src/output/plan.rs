//! What is to be done: each file of the new site held against the old one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use rayon::prelude::*;

use super::content::Content;
use super::survey::Survey;

/// A file of the new site.
#[derive(Clone, Copy)]
pub struct Planned<'a> {
    /// Relative, with `/`.
    pub path: &'a str,
    /// What is to be in it.
    pub content: &'a dyn Content,
    /// Whether the old site has it with the same bytes, so that it can keep its times.
    pub unchanged: bool,
}

/// The new site against the old.
pub struct Plan<'a> {
    /// All files of the new site, in the order of their paths.
    pub files: Vec<Planned<'a>>,
    /// The files of the old site that the new one does not have.
    pub removed: Vec<&'a str>,
}

impl<'a> Plan<'a> {
    /// Compares the bytes themselves: what another hand changed since counts as changed.
    pub fn new<C: Content>(pages: &'a BTreeMap<String, C>, old: &'a Survey, folder: &Path) -> Self {
        let files = pages
            .par_iter()
            .map(|(path, content)| {
                let unchanged = old.files.contains(path) && holds(&folder.join(path), content);
                Planned { path, content, unchanged }
            })
            .collect();
        let removed = old.files.iter().map(String::as_str).filter(|path| !pages.contains_key(*path)).collect();
        Plan { files, removed }
    }

    /// How many files are to be written.
    pub fn written(&self) -> usize {
        self.files.len() - self.unchanged()
    }

    /// How many files are to be kept.
    pub fn unchanged(&self) -> usize {
        self.files.iter().filter(|file| file.unchanged).count()
    }
}

/// Whether a path is a plain file with these bytes. One that cannot be read is written anew.
pub fn holds(path: &Path, content: &dyn Content) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_file() && usize::try_from(metadata.len()) == Ok(content.length()))
        && fs::read(path).is_ok_and(|there| there == *content.bytes())
}
