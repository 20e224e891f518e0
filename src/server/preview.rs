//! What is served: the newest reading of the site that had no errors, and what is wrong with the newest of all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tokio::sync::watch;

use super::answer::Answer;
use super::generation::{Generation, faulty};
use super::live::{Live, News};
use super::{Event, Tell};
use crate::i18n::Language;
use crate::report::Report;
use crate::site::Address;
use crate::source::Sources;
use crate::{Request, assemble, diagnostic};

/// The preview of a site.
pub struct Preview {
    request: Request,
    /// What day it is. A preview may stay open overnight.
    today: fn() -> Date,
    live: Live,
    tell: Arc<Tell>,
    state: Mutex<State>,
    news: watch::Sender<Arc<News>>,
}

#[derive(Clone, Default)]
struct State {
    /// What is served.
    shown: Option<Arc<Generation>>,
    /// What was served before: a page of it may still load its styles.
    before: Option<Arc<Generation>>,
    /// What is wrong with the newest reading.
    faults: Option<Arc<str>>,
    /// The day as of which it speaks.
    day: Option<Date>,
}

impl Preview {
    /// A preview that has read nothing yet. `today` says what day it is.
    pub fn new(request: Request, today: fn() -> Date, language: Language, tell: Arc<Tell>) -> Preview {
        let (news, _) = watch::channel(Arc::new(News::new(0, None, Duration::ZERO)));
        Preview { request, today, live: Live::new(language), tell, state: Mutex::default(), news }
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.request.root
    }

    /// Tells of each reading from now on, and of the newest at once.
    pub fn subscribe(&self) -> watch::Receiver<Arc<News>> {
        self.news.subscribe()
    }

    /// The path below which the site is served: `/`, or `/trust/`.
    pub fn base_path(&self) -> String {
        self.state().shown.map_or_else(|| "/".to_owned(), |shown| shown.base().to_owned())
    }

    /// Whether another day has begun since the site was read: what speaks of time speaks of that day.
    pub fn is_of_yesterday(&self) -> bool {
        self.state().day.is_some_and(|day| day != (self.today)())
    }

    /// The answer to a decoded path.
    pub fn answer(&self, path: &str) -> Answer {
        let State { shown, before, faults, .. } = self.state();
        let Some(shown) = shown else {
            return faulty(&self.live, &faults.unwrap_or_default(), "/");
        };
        let base = shown.decoded_base();
        let Some(inner) = below(path, base) else { return Answer::Moved(base.to_owned()) };
        match shown.answer(inner, &self.live) {
            Answer::NotFound(page) if inner.starts_with(Address::asset("", "").as_str().trim_end_matches('/')) => {
                let old = before.and_then(|before| before.asset(inner));
                old.map_or(Answer::NotFound(page), Answer::Found)
            }
            answer => answer,
        }
    }

    /// Reads the site anew. Until that is done the old one answers, and if it has errors the old one stays.
    pub fn read(&self) {
        let (began, day) = (Instant::now(), (self.today)());
        let request = Request { today: day, ..self.request.clone() };
        // Whatever goes wrong, the preview goes on.
        let read = catch_unwind(AssertUnwindSafe(|| {
            let (sources, findings) = Sources::read(&request.root)?;
            anyhow::Ok(assemble(sources, findings, &request))
        }));
        let took = began.elapsed();
        let unread = |error: String| {
            (self.tell)(Event::Unread { error: &error });
            Err(error)
        };
        let read = match read {
            Ok(Ok(site)) => {
                (self.tell)(Event::Read { site: &site, took });
                if diagnostic::has_errors(&site.findings) {
                    let report = Report::new(&site.sources, &site.messages, self.live.language);
                    Err(report.human(&site.findings, false))
                } else {
                    Ok(Arc::new(Generation::new(site)))
                }
            }
            Ok(Err(error)) => unread(format!("{error:#}")),
            Err(_) => {
                unread("the program failed unexpectedly while it read the site; please report this as a fault of Clausewerk".to_owned())
            }
        };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.day = Some(day);
        match read {
            Ok(generation) => {
                state.before = state.shown.replace(generation);
                state.faults = None;
            }
            Err(report) => state.faults = Some(report.into()),
        }
        let faults = state.faults.as_deref().map(str::to_owned);
        // While the state is held, so that news come in its order.
        self.news.send_modify(|news| *news = Arc::new(News::new(news.number + 1, faults, took)));
    }

    fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What of a path is below the base path: `/nl/` of `/trust/nl/`.
pub fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base.trim_end_matches('/')).filter(|inner| inner.starts_with('/'))
}
