//! What is served: the newest reading of the site that had no errors, and what is wrong with the newest of all.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::Context;
use jiff::civil::Date;
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::watch;

use super::about::{About, Found};
use super::answer::Answer;
use super::generation::{Generation, faulty};
use super::live::{Live, News};
use super::readers::Readers;
use super::reading::Reading;
use super::{Event, Tell};
use crate::i18n::{Language, Value};
use crate::parse::Audience;
use crate::report::Report;
use crate::site::Address;
use crate::source::{Changed, Sources};
use crate::{Memory, Request, diagnostic};

/// The preview of a site.
pub struct Preview {
    request: Request,
    /// What day it is. A preview may stay open overnight.
    today: fn() -> Date,
    /// As whom it may be read.
    readers: Readers,
    live: Live,
    tell: Arc<Tell>,
    /// The files as they were last read; `None` when they are to be read anew, all of them.
    sources: Mutex<Option<Sources>>,
    /// What was made of them.
    memory: Arc<Memory>,
    state: Mutex<State>,
    news: watch::Sender<Arc<News>>,
    /// Whose threads read the site: a search index that is being made keeps the others busy.
    threads: ThreadPool,
}

#[derive(Clone, Default)]
struct State {
    /// What is served.
    shown: Option<Arc<Reading>>,
    /// What was served before: a page of it may still load its styles, which are the same for all audiences.
    before: Option<Arc<Generation>>,
    /// What is wrong with the newest reading.
    faults: Option<Arc<str>>,
    /// What was found by it, where that is no reading that is served.
    found: Option<Arc<Found>>,
    /// The day as of which it speaks.
    day: Option<Date>,
}

impl Preview {
    /// A preview that has read nothing yet. `today` says what day it is, `readers` as whom it may be read.
    ///
    /// # Errors
    /// If the system gives it no threads.
    pub fn new(request: Request, today: fn() -> Date, readers: Readers, language: Language, tell: Arc<Tell>) -> anyhow::Result<Preview> {
        let (news, _) = watch::channel(Arc::new(News::new(0, None, Duration::ZERO)));
        Ok(Preview {
            request,
            today,
            live: Live::new(language, readers.may_know_all()),
            readers,
            tell,
            sources: Mutex::default(),
            memory: Arc::default(),
            state: Mutex::default(),
            news,
            threads: ThreadPoolBuilder::new().build().context("cannot start the threads that read the site")?,
        })
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.request.root
    }

    /// As whom it may be read.
    pub fn readers(&self) -> &Readers {
        &self.readers
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

    /// The answer to a decoded path, as this audience sees it.
    pub fn answer(&self, path: &str, audience: Audience) -> Answer {
        loop {
            if let Some(answer) = self.answer_of_newest(path, audience) {
                return answer;
            }
        }
    }

    /// The answer of what is served now; `None` if there is something newer by the time that it would be made.
    fn answer_of_newest(&self, path: &str, audience: Audience) -> Option<Answer> {
        let State { shown, before, faults, .. } = self.state();
        let Some(shown) = shown else {
            return Some(faulty(&self.live, &faults.unwrap_or_default(), "/", audience));
        };
        let base = shown.own().decoded_base();
        let Some(inner) = below(path, base) else { return Some(Answer::Moved(base.to_owned())) };
        let seen = match shown.seen_by(audience, self.live.language) {
            Ok(seen) => seen,
            Err(report) => return Some(faulty(&self.live, &report, shown.base(), audience)),
        };
        Some(match seen.answer(inner, &self.live)? {
            Answer::NotFound(page) if inner.starts_with(Address::asset("", "").as_str().trim_end_matches('/')) => {
                let old = before.and_then(|before| before.asset(inner));
                old.map_or(Answer::NotFound(page), Answer::Found)
            }
            answer => answer,
        })
    }

    /// What the bar says of a page, by its decoded path, to who reads as this audience.
    pub fn about(&self, path: &str, audience: Audience) -> About {
        let State { shown, found, .. } = self.state();
        let seen = shown.as_ref().and_then(|shown| shown.seen_by(audience, self.live.language).ok());
        let page = seen.as_ref().and_then(|seen| About::page(&self.live, seen.site(), below(path, seen.decoded_base())?));
        let found = found.or_else(|| seen.as_ref().map(|seen| Arc::new(Found::of(seen.site()))));
        About::new(&self.live, audience, &self.readers, page, found.as_deref())
    }

    /// Reads the site anew after a change. Until that is done the old one answers, and if it has errors the old one stays.
    pub fn read(&self, changed: &Changed) {
        let (began, day) = (Instant::now(), (self.today)());
        let request = Request { today: day, ..self.request.clone() };
        // Whatever goes wrong, the preview goes on.
        let read = || {
            let mut known = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
            let (sources, findings) = match known.take() {
                Some(known) => known.read_again(&request.root, changed)?,
                None => Sources::read(&request.root)?,
            };
            *known = Some(sources.clone());
            drop(known);
            self.memory.forget(&sources);
            anyhow::Ok((self.memory.assemble(sources, findings.clone(), &request), findings))
        };
        let read = catch_unwind(AssertUnwindSafe(|| self.threads.install(read)));
        let took = began.elapsed();
        let unread = |error: String| {
            (self.tell)(Event::Unread { error: &error });
            Err((error, None))
        };
        let read = match read {
            Ok(Ok((site, findings))) => {
                (self.tell)(Event::Read { site: &site, took });
                if diagnostic::has_errors(&site.findings) {
                    let report = Report::new(&site.sources, &site.messages, self.live.language);
                    Err((report.human(&site.findings, false), Some(Arc::new(Found::of(&site)))))
                } else {
                    Ok(Arc::new(Reading::new(site, findings, request, Arc::clone(&self.memory))))
                }
            }
            Ok(Err(_)) if !self.root().is_dir() => {
                unread(self.live.say("preview-gone-site", &[("folder", Value::from(self.root().display().to_string()))]))
            }
            Ok(Err(error)) => unread(format!("{error:#}")),
            Err(_) => unread(self.live.say("preview-failed", &[])),
        };
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        state.day = Some(day);
        let (mut old, mut others) = (None, None);
        match read {
            Ok(reading) => {
                let shown = state.shown.replace(reading);
                shown.iter().for_each(|shown| shown.end());
                old = state.before.take();
                state.before = shown.as_ref().map(|shown| Arc::clone(shown.own()));
                others = shown;
                (state.faults, state.found) = (None, None);
            }
            Err((report, found)) => (state.faults, state.found) = (Some(report.into()), found),
        }
        let faults = state.faults.as_deref().map(|report| self.live.told(report).to_owned());
        // While the state is held, so that news come in its order.
        self.news.send_modify(|news| *news = Arc::new(News::new(news.number + 1, faults, took)));
        drop(state);
        // Nobody waits for the memory of what nobody sees any more.
        drop((old, others));
    }

    fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// What of a path is below the base path: `/nl/` of `/trust/nl/`.
pub fn below<'a>(path: &'a str, base: &str) -> Option<&'a str> {
    path.strip_prefix(base.trim_end_matches('/')).filter(|inner| inner.starts_with('/'))
}
