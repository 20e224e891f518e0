//! The site as it was while its files stayed the same, and what was rendered of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::answer::{Answer, File};
use super::live::{Identity, Live, hash};
use crate::diagnostic::Finding;
use crate::i18n::Language;
use crate::parse::Audience;
use crate::report::Report;
use crate::site::headers::{self, Sort, media_type};
use crate::site::{Address, Page, address};
use crate::{Assembled, render, search};

/// The bytes of a page, or what is wrong with it.
type Rendered = Result<Arc<[u8]>, Vec<Finding>>;

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

/// A reading of the site that has no errors. It never changes; what is rendered of it is remembered.
pub struct Generation {
    site: Assembled,
    rendered: Mutex<HashMap<Address, Rendered>>,
    /// The files of the search index by language, made when one is first asked for. Behind a lock of its own, so
    /// that pages never wait for it.
    searched: Mutex<HashMap<Language, Arc<Files>>>,
    /// Whether there is a newer one. What takes long is then made no more.
    is_over: Arc<AtomicBool>,
    /// Hashes of the published files: all but the style sheets, and these.
    assets: (String, String),
    /// The base path, decoded as what is asked for is.
    base: String,
}

/// Why there is no search index.
enum Unsearchable {
    /// It holds what these readers may not see.
    Leaks(Vec<Finding>),
    /// There is a newer reading.
    Over,
    /// It could not be made.
    Broken(anyhow::Error),
}

impl Generation {
    /// Nothing is rendered yet. `is_over` tells when there is a newer one.
    pub fn new(site: Assembled, is_over: Arc<AtomicBool>) -> Generation {
        let (mut scripts, mut styles) = (blake3::Hasher::new(), blake3::Hasher::new());
        for path in site.world.assets.paths() {
            let hasher = if path.ends_with(".css") { &mut styles } else { &mut scripts };
            let bytes = site.world.assets.bytes(&site.sources, path).unwrap_or_default();
            hasher.update(path.as_bytes()).update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        }
        let [scripts, styles] = [scripts, styles].map(|hasher| hasher.finalize().to_hex()[..16].to_owned());
        let base = address::decode(site.world.base.path()).unwrap_or_else(|| site.world.base.path().to_owned());
        Generation { site, rendered: Mutex::default(), searched: Mutex::default(), is_over, assets: (scripts, styles), base }
    }

    /// The site as it was put together.
    pub fn site(&self) -> &Assembled {
        &self.site
    }

    /// The path below which the site is served, decoded: `/`, or `/trust/`.
    pub fn decoded_base(&self) -> &str {
        &self.base
    }

    /// The path below which the site is served, as links have it: `/`, or `/trust/`.
    pub fn base(&self) -> &str {
        self.site.world.base.path()
    }

    /// The answer to a path below the base path: `/nl/`; `None` if it was long in the making and a newer generation has it now.
    pub fn answer(&self, inner: &str, live: &Live) -> Option<Answer> {
        let Some(language) = search::language_of(&self.site.world, inner) else { return Some(self.page_or_asset(inner, live)) };
        Some(match self.search_file(language, inner.trim_start_matches('/')) {
            Ok(Some(bytes)) => Answer::Found(self.file(inner, bytes, Sort::Ordinary)),
            Ok(None) => self.not_found(live),
            Err(Unsearchable::Over) => return None,
            Err(Unsearchable::Leaks(findings)) => self.faulty(live, &self.report(live, &findings)),
            Err(Unsearchable::Broken(error)) => self.faulty(live, &format!("{error:#}")),
        })
    }

    fn page_or_asset(&self, inner: &str, live: &Live) -> Answer {
        let below = |inner: &str| format!("{}{inner}", self.base.trim_end_matches('/'));
        // Only where there is such a page: what begins with two slashes would lead to another host.
        if let Some(folder) = inner.strip_suffix("index.html").filter(|folder| self.site.pages.find(folder).is_some()) {
            return Answer::Moved(below(folder));
        }
        match self.site.pages.find(inner) {
            Some((address, page)) => self.shown(address, Sort::of(page), 200, live),
            None if self.site.pages.find(&format!("{inner}/")).is_some() => Answer::Moved(below(&format!("{inner}/"))),
            None => self.not_found(live),
        }
    }

    /// A published file, whatever the folder of its address is called: an open page asks for those of its own generation.
    pub fn asset(&self, inner: &str) -> Option<File> {
        let (address, page) = self.site.pages.find(inner)?;
        let bytes = matches!(page, Page::Asset(_)).then(|| self.render(address).ok())??;
        Some(self.file(inner, bytes, Sort::Lasting))
    }

    fn not_found(&self, live: &Live) -> Answer {
        self.shown(&Address::not_found(), Sort::Ordinary, 404, live)
    }

    /// A page of the site as an answer, brought up to date where it is one for people.
    fn shown(&self, address: &Address, sort: Sort, status: u16, live: &Live) -> Answer {
        let bytes = match self.render(address) {
            Ok(bytes) => bytes,
            Err(findings) => return self.faulty(live, &self.report(live, &findings)),
        };
        let mut file = self.file(&address.file_path(), bytes, sort);
        if file.kind.starts_with("text/html") {
            let identity = self.identity(&file.bytes);
            file.bytes = live.page(&file.bytes, self.base(), status, &identity);
            file.headers.extend(identity.headers());
        }
        if status == 404 { Answer::NotFound(file) } else { Answer::Found(file) }
    }

    fn identity(&self, page: &[u8]) -> Identity {
        let assets = Address::asset(self.site.world.assets.hash(), "");
        let page = String::from_utf8_lossy(page).replace(assets.as_str(), "/assets/");
        let (scripts, styles) = self.assets.clone();
        Identity { page: hash(page.as_bytes()), scripts, styles, audience: self.site.world.audience }
    }

    fn file(&self, path: &str, bytes: Arc<[u8]>, sort: Sort) -> File {
        let said = preview_headers(sort);
        File { kind: media_type(path), bytes, headers: said }
    }

    fn faulty(&self, live: &Live, report: &str) -> Answer {
        faulty(live, report, self.base(), self.site.world.audience)
    }

    fn report(&self, live: &Live, findings: &[Finding]) -> String {
        Report::new(&self.site.sources, &self.site.messages, live.language).human(findings, false)
    }

    fn render(&self, address: &Address) -> Rendered {
        if let Some(found) = self.remembered(address) {
            return found;
        }
        let made = self.make(address);
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner).insert(address.clone(), made.clone());
        made
    }

    fn remembered(&self, address: &Address) -> Option<Rendered> {
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner).get(address).cloned()
    }

    fn make(&self, address: &Address) -> Rendered {
        let Some((_, page)) = self.site.pages.find(address.as_str()) else { return Ok(Arc::from(&b""[..])) };
        let bytes = render::render(&self.site.world, page).map_err(|finding| vec![finding])?;
        let leaks = self.site.guard.inspect(&address.file_path(), &bytes);
        if leaks.is_empty() { Ok(bytes.into()) } else { Err(leaks) }
    }

    /// A file of the search index.
    fn search_file(&self, language: Language, path: &str) -> Result<Option<Arc<[u8]>>, Unsearchable> {
        let files = {
            let mut searched = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
            match searched.get(&language) {
                Some(files) => Arc::clone(files),
                None => {
                    let made = Arc::new(self.make_index(language)?);
                    Arc::clone(searched.entry(language).or_insert(made))
                }
            }
        };
        let Some(bytes) = files.get(path) else { return Ok(None) };
        let leaks = if search::is_of_the_program(path) { Vec::new() } else { self.site.guard.inspect(path, bytes) };
        if leaks.is_empty() { Ok(Some(Arc::from(bytes.as_slice()))) } else { Err(Unsearchable::Leaks(leaks)) }
    }

    fn make_index(&self, language: Language) -> Result<Files, Unsearchable> {
        // Pages that nobody looks at are not remembered for it: all of them together may be more than all else.
        let rendered = |address: &Address| self.remembered(address).unwrap_or_else(|| self.make(address)).ok().map(|bytes| bytes.to_vec());
        let is_over = || self.is_over.load(Ordering::Relaxed);
        // No comparison of two vendors is searched, so none is made.
        let made = search::index_in(&self.site.world, self.site.pages.all_but_pairs(), language, &rendered, &|| !is_over());
        made.map_err(|error| if is_over() { Unsearchable::Over } else { Unsearchable::Broken(error) })
    }
}

/// The page that says to an audience what is wrong.
pub fn faulty(live: &Live, report: &str, base: &str, audience: Audience) -> Answer {
    let kind = "text/html; charset=utf-8".to_owned();
    let (bytes, identity) = live.faulty(report, base, audience);
    let headers = preview_headers(Sort::Ordinary).into_iter().chain(identity.headers()).collect();
    Answer::Faulty(File { kind, bytes, headers })
}

/// What is said of every file of a preview: the rules that it will live by. What a writer looks at is never an old version,
/// so nothing is kept; and of HTTPS a preview has nothing to say.
pub fn preview_headers(sort: Sort) -> Vec<(String, String)> {
    let safety = headers::safety().map(|header| (header.name.to_owned(), header.value));
    let own = [("Cache-Control", "no-store".to_owned()), ("Content-Security-Policy", headers::policy(sort))];
    safety.chain(own.map(|(name, value)| (name.to_owned(), value))).collect()
}

#[cfg(test)]
mod tests;
