//! What is answered to a path: a page of the current generation of the site.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use super::{Event, Tell};
use crate::diagnostic::{self, Finding};
use crate::i18n::Language;
use crate::report::Report;
use crate::site::Address;
use crate::site::headers::{Sort, media_type};
use crate::source::{self, Sources};
use crate::{Assembled, Request, assemble, render, search};

/// An answer, before it is HTTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A file of the site.
    Found {
        /// Its media type.
        kind: String,
        /// Its bytes.
        bytes: Arc<[u8]>,
        /// What sort of file it is.
        sort: Sort,
    },
    /// The site's own page for what is not there.
    NotFound(Arc<[u8]>),
    /// The same page has another address.
    Moved(String),
    /// The site has errors; this is what is wrong.
    Faulty(String),
}

/// The preview of a site.
pub struct Preview {
    request: Request,
    language: Language,
    interface: IpAddr,
    tell: Arc<Tell>,
    current: Mutex<Option<Arc<Generation>>>,
}

/// The bytes of a page, or what is wrong with it.
type Rendered = Result<Arc<[u8]>, Vec<Finding>>;

/// The site as it was while its files stayed the same, and what was rendered of it.
struct Generation {
    fingerprint: u64,
    site: Assembled,
    rendered: Mutex<HashMap<Address, Rendered>>,
    /// The files of the search index by language, made when one is first asked for. Behind a lock of its own, so
    /// that pages never wait for it.
    searched: Mutex<HashMap<Language, Arc<Files>>>,
}

/// Files by path.
type Files = BTreeMap<String, Vec<u8>>;

impl Preview {
    /// A preview that has read nothing yet.
    pub fn new(request: Request, language: Language, interface: IpAddr, tell: Arc<Tell>) -> Preview {
        Preview { request, language, interface, tell, current: Mutex::new(None) }
    }

    /// The path below which the site is served: `/`, or `/trust/`.
    pub fn base_path(&self) -> String {
        self.generation().map_or_else(|_| "/".to_owned(), |generation| generation.site.world.base.path().to_owned())
    }

    /// Whether a request for this host is for us. On a loopback interface only names of this machine are.
    pub fn accepts_host(&self, host: &str) -> bool {
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(name, _)| name);
        let bare = name.trim_start_matches('[').trim_end_matches(']');
        let is_own = name.eq_ignore_ascii_case("localhost") || bare.parse::<IpAddr>().is_ok_and(|address| address.is_loopback());
        // On a network the owner chose to be seen; addresses are fine, but a name could be anyone's.
        is_own || (!self.interface.is_loopback() && bare.parse::<IpAddr>().is_ok())
    }

    /// The answer to a decoded path.
    pub fn answer(&self, path: &str) -> Answer {
        let generation = match self.generation() {
            Ok(generation) => generation,
            Err(error) => return Answer::Faulty(format!("{error:#}")),
        };
        let site = &generation.site;
        if diagnostic::has_errors(&site.findings) {
            return Answer::Faulty(self.report(site, &site.findings));
        }
        let base = site.world.base.path();
        let Some(inner) = path.strip_prefix(base.trim_end_matches('/')).filter(|inner| inner.starts_with('/') || inner.is_empty()) else {
            return Answer::Moved(base.to_owned());
        };
        if let Some(folder) = inner.strip_suffix("/index.html") {
            return Answer::Moved(format!("{}{folder}/", base.trim_end_matches('/')));
        }
        if let Some(language) = search::language_of(&site.world, inner) {
            return match generation.search_file(language, inner.trim_start_matches('/')) {
                Ok(Some(bytes)) => Answer::Found { kind: media_type(inner), bytes, sort: Sort::Ordinary },
                Ok(None) => self.not_found(&generation),
                Err(Unsearchable::Leaks(findings)) => Answer::Faulty(self.report(site, &findings)),
                Err(Unsearchable::Broken(error)) => Answer::Faulty(format!("{error:#}")),
            };
        }
        let find = |wanted: &str| site.pages.keys().find(|address| address.as_str() == wanted);
        let answered = match (find(inner), find(&format!("{inner}/"))) {
            (Some(address), _) => address.clone(),
            (None, Some(address)) => return Answer::Moved(format!("{}{}", base.trim_end_matches('/'), address.as_str())),
            (None, None) => Address::not_found(),
        };
        let is_missing = answered == Address::not_found() && inner != answered.as_str();
        match generation.render(&answered) {
            Ok(bytes) if is_missing => Answer::NotFound(bytes),
            Ok(bytes) => {
                let sort = site.pages.get(&answered).map_or(Sort::Ordinary, Sort::of);
                Answer::Found { kind: media_type(&answered.file_path()), bytes, sort }
            }
            Err(findings) => Answer::Faulty(self.report(site, &findings)),
        }
    }

    fn not_found(&self, generation: &Generation) -> Answer {
        match generation.render(&Address::not_found()) {
            Ok(bytes) => Answer::NotFound(bytes),
            Err(findings) => Answer::Faulty(self.report(&generation.site, &findings)),
        }
    }

    /// The site as its files are now.
    fn generation(&self) -> anyhow::Result<Arc<Generation>> {
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        let fingerprint = source::fingerprint(&self.request.root);
        if let Some(generation) = current.as_ref().filter(|generation| generation.fingerprint == fingerprint) {
            return Ok(Arc::clone(generation));
        }
        let began = Instant::now();
        let (sources, findings) = Sources::read(&self.request.root)?;
        let site = assemble(sources, findings, &self.request);
        (self.tell)(Event::Read { site: &site, took: began.elapsed() });
        let generation =
            Arc::new(Generation { fingerprint, site, rendered: Mutex::new(HashMap::new()), searched: Mutex::new(HashMap::new()) });
        *current = Some(Arc::clone(&generation));
        Ok(generation)
    }

    fn report(&self, site: &Assembled, findings: &[Finding]) -> String {
        Report::new(&site.sources, &site.messages, self.language).human(findings, false)
    }
}

/// Why there is no search index.
enum Unsearchable {
    /// It holds what these readers may not see.
    Leaks(Vec<Finding>),
    /// It could not be made.
    Broken(anyhow::Error),
}

impl Generation {
    fn render(&self, address: &Address) -> Rendered {
        let remembered = |rendered: &HashMap<_, _>| rendered.get(address).cloned();
        if let Some(found) = remembered(&self.rendered.lock().unwrap_or_else(PoisonError::into_inner)) {
            return found;
        }
        let made = self.make(address);
        self.rendered.lock().unwrap_or_else(PoisonError::into_inner).insert(address.clone(), made.clone());
        made
    }

    /// A file of the search index.
    fn search_file(&self, language: Language, path: &str) -> Result<Option<Arc<[u8]>>, Unsearchable> {
        let files = {
            let mut searched = self.searched.lock().unwrap_or_else(PoisonError::into_inner);
            match searched.get(&language) {
                Some(files) => Arc::clone(files),
                None => {
                    let rendered = |address: &Address| self.render(address).ok().map(|bytes| bytes.to_vec());
                    let made = search::index_in(&self.site.world, &self.site.pages, language, &rendered).map_err(Unsearchable::Broken)?;
                    Arc::clone(searched.entry(language).or_insert(Arc::new(made)))
                }
            }
        };
        let Some(bytes) = files.get(path) else { return Ok(None) };
        let leaks = if search::is_of_the_program(path) { Vec::new() } else { self.site.guard.inspect(path, bytes) };
        if leaks.is_empty() { Ok(Some(bytes.as_slice().into())) } else { Err(Unsearchable::Leaks(leaks)) }
    }

    fn make(&self, address: &Address) -> Rendered {
        let Some(page) = self.site.pages.get(address) else { return Ok(Arc::from(&b""[..])) };
        let bytes = render::render(&self.site.world, page).map_err(|finding| vec![finding])?;
        let leaks = self.site.guard.inspect(&address.file_path(), &bytes);
        if leaks.is_empty() { Ok(bytes.into()) } else { Err(leaks) }
    }
}
