//! Pages of the site owner's own words: `content/pages/about/method/nl.md`.

use super::document::Document;
use super::markdown;
use crate::diagnostic::{FileId, Finding};
use crate::i18n::Language;
use crate::source::Sources;

/// Where pages are.
pub const FOLDER: &str = "content/pages/";

/// A page in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageFile {
    /// Its address below the language, such as `about/method`.
    pub path: String,
    /// The language.
    pub language: Language,
    /// What stands in it.
    pub document: Document,
    /// The file.
    pub file: FileId,
}

/// Reads every page of the site.
pub fn read_all(sources: &Sources) -> (Vec<PageFile>, Vec<Finding>) {
    let (mut pages, mut findings) = (Vec::new(), Vec::new());
    for file in sources.site_files(FOLDER) {
        let path = &sources.file(file).path;
        let Some((folder, name)) = path[FOLDER.len()..].rsplit_once('/') else { continue };
        let Some(language) = name.strip_suffix(".md").and_then(Language::from_code) else { continue };
        let (document, found) = markdown::read(sources.file(file).text(), file);
        findings.extend(found);
        pages.push(PageFile { path: folder.to_owned(), language, document, file });
    }
    (pages, findings)
}
