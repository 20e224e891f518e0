//! Full-text search: an index for each language, made with Pagefind as a library, and what it takes to read it.
//!
//! What is fed is what readers are shown and nothing else: of agreements the projected model, clause by clause with
//! the ids that are anchors; of other pages what was rendered. Pages are fed in the order of their addresses, one
//! language after the other, so the same site gives the same bytes. The guard unpacks what comes out.
//!
//! Pagefind finds pages; its results below pages know headings only. Which clause a word stands in follows from the
//! anchors in its fragments, and that the script `search.js` works out. The words by which a clause is found though
//! it has them in another form stand in a block at the end of each document (`forms`), where no hit is shown.

mod bundle;
mod document;
mod forms;
mod names;

use std::collections::BTreeMap;

use anyhow::{Context, anyhow};

use crate::i18n::Language;
use crate::site::pages::search::Kind;
use crate::site::{Address, Page, World};
use forms::Forms;

/// The file that says what a query is called in other languages.
const NAMES: &str = "names.json";

/// Makes the files that searching needs, by path, in every language of the site. `rendered` gives the bytes of a
/// page, rendered; it is asked for few, and a page that it does not have is not searched.
///
/// # Errors
/// If the index cannot be made, which is no fault of the content.
pub fn index(
    world: &World,
    pages: &BTreeMap<Address, Page>,
    rendered: &(dyn Fn(&Address) -> Option<Vec<u8>> + Sync),
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    if world.corpus.site.has_search {
        // One after the other: an index takes ten times the memory of its texts while it is made.
        for language in world.languages() {
            files.extend(index_in(world, pages, *language, rendered, &|| true)?);
        }
    }
    Ok(files)
}

/// The files of one language. It takes long on a large site; before each page it is asked whether they are still wanted.
///
/// # Errors
/// As [`index`], and if they are no longer wanted.
pub fn index_in(
    world: &World,
    pages: &BTreeMap<Address, Page>,
    language: Language,
    rendered: &(dyn Fn(&Address) -> Option<Vec<u8>> + Sync),
    is_wanted: &(dyn Fn() -> bool + Sync),
) -> anyhow::Result<BTreeMap<String, Vec<u8>>> {
    let forms = Forms::of_vocabulary(world);
    let searched = pages.iter().filter(|(_, page)| page.language() == Some(language));
    let documents = searched.filter_map(|(address, page)| {
        let kind = Kind::of(page)?;
        if !is_wanted() {
            return Some(Err(anyhow!("it is no longer wanted")));
        }
        // Agreements are read from the model: in a preview they need not have been rendered.
        let rendered = if kind == Kind::Agreement { None } else { rendered(address) };
        document::of(world, page, kind, address, rendered.as_deref(), &forms).map(Ok)
    });
    let made = bundle::make(language, documents).with_context(|| format!("cannot make the search index ({language})"))?;
    let names = serde_json::to_vec(&names::Names::new(world, language)).context("cannot write what words are called elsewhere")?;
    let files = made.into_iter().chain([(NAMES.to_owned(), names)]);
    Ok(files.map(|(name, bytes)| (Address::search_index(language, &name).file_path(), bytes)).collect())
}

/// The language whose index a path below the site is part of.
pub fn language_of(world: &World, path: &str) -> Option<Language> {
    let mut languages = world.languages().iter().copied().filter(|_| world.corpus.site.has_search);
    languages.find(|language| path.starts_with(Address::search_index(*language, "").as_str()))
}

/// Whether a file is part of the program that searches, the same on every site. The guard has no business there:
/// its words are not the site's, and a company may well be called Buffer.
pub fn is_of_the_program(path: &str) -> bool {
    let mut segments = path.split('/');
    let (folder, _, file, rest) = (segments.next(), segments.next(), segments.next(), segments.next());
    let is_program = |file: &str| file == bundle::SCRIPT || (file.starts_with("wasm.") && file.ends_with(".pagefind"));
    folder == Some("search-index") && rest.is_none() && file.is_some_and(is_program)
}

#[cfg(test)]
mod tests;
