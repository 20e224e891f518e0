//! Pagefind itself: documents in, the files that a page needs to search them out.

use anyhow::{Context, anyhow};
use pagefind::api::PagefindIndex;
use pagefind::options::PagefindServiceConfig;

use crate::i18n::Language;

/// The script that searches.
pub const SCRIPT: &str = "pagefind.js";

/// What says which index there is.
const ENTRY: &str = "pagefind-entry.json";

/// A document as Pagefind takes it.
pub struct Document {
    /// The address of its page below the site's root, not encoded and without its first slash.
    pub address: String,
    /// Its text, with anchors, filters and what a hit shows.
    pub html: String,
}

/// Makes an index of documents, which are taken one by one; at the first that is an error it is given up. The files are named within
/// the folder of the index.
pub fn make(
    language: Language,
    documents: impl Iterator<Item = anyhow::Result<Document>> + Send,
) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    // On a thread of its own: Pagefind is asynchronous and wants a runtime, and this may already run in one. And
    // what it may do on a bad day, it does there.
    std::thread::scope(|scope| scope.spawn(|| run(language, documents)).join())
        .map_err(|panic| anyhow!(panic.downcast::<String>().map_or_else(|_| "Pagefind ended unexpectedly".to_owned(), |said| *said)))?
}

fn run(language: Language, documents: impl Iterator<Item = anyhow::Result<Document>>) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().context("cannot start a thread")?;
    let options = PagefindServiceConfig::builder().keep_index_url(true).force_language(language.to_string()).build();
    let mut index = PagefindIndex::new(Some(options))?;
    for document in documents {
        let Document { address, html } = document?;
        let added = runtime.block_on(index.add_html_file(None, Some(address.clone()), html));
        added.with_context(|| format!("Pagefind refuses {address}"))?;
    }
    let files = runtime.block_on(index.get_files())?;
    let files: Vec<(String, Vec<u8>)> =
        files.into_iter().filter_map(|file| Some((file.filename.to_str()?.replace('\\', "/"), file.contents))).collect();
    let own_program = format!("wasm.{language}.pagefind");
    let has_own = files.iter().any(|(name, _)| *name == own_program);
    Ok(files.into_iter().filter(|(name, _)| is_needed(name, has_own)).collect())
}

/// Whether a page needs a file: not the interfaces that Pagefind brings, nor the program for any language where
/// there is one that knows the endings of this one.
fn is_needed(name: &str, has_own: bool) -> bool {
    match name {
        SCRIPT | ENTRY => true,
        "wasm.unknown.pagefind" => !has_own,
        _ => name.rsplit('.').next().is_some_and(|kind| kind == "pagefind" || kind.starts_with("pf_")),
    }
}
