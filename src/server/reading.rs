//! One reading of the site's files, as each audience sees it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use super::generation::Generation;
use crate::diagnostic::{self, Finding};
use crate::i18n::Language;
use crate::parse::Audience;
use crate::report::Report;
use crate::source::Sources;
use crate::{Assembled, Memory, Request};

/// A reading without errors. Whom the server was started for is there from the beginning; what others see is put together when
/// somebody looks as they do, and remembered as long as this is the newest reading.
pub struct Reading {
    own: Arc<Generation>,
    request: Request,
    /// What was made of the files, for whoever looks.
    memory: Arc<Memory>,
    /// What was found while the files were read.
    found: Vec<Finding>,
    /// By the place of the audience in [`Audience::ALL`].
    others: [OnceLock<Seen>; Audience::ALL.len()],
    /// Whether there is a newer one.
    is_over: Arc<AtomicBool>,
}

/// The site as an audience sees it, or what is wrong with that.
type Seen = Result<Arc<Generation>, Arc<str>>;

impl Reading {
    /// A reading as whom the server was started for sees it. `found` is what was found while the files were read.
    pub fn new(site: Assembled, found: Vec<Finding>, request: Request, memory: Arc<Memory>) -> Reading {
        let others = [const { OnceLock::new() }; Audience::ALL.len()];
        let is_over = Arc::<AtomicBool>::default();
        Reading { own: Arc::new(Generation::new(site, Arc::clone(&is_over))), request, memory, found, others, is_over }
    }

    /// From now on there is a newer one.
    pub fn end(&self) {
        self.is_over.store(true, Ordering::Relaxed);
    }

    /// As whom the server was started for sees it.
    pub fn own(&self) -> &Arc<Generation> {
        &self.own
    }

    /// The path below which the site is served: `/`, or `/trust/`.
    pub fn base(&self) -> &str {
        self.own.base()
    }

    /// As this audience sees it; what is wrong is told in `language`.
    ///
    /// # Errors
    /// If it has errors for this audience alone, such as a link to what they may not see: a report of them.
    pub fn seen_by(&self, audience: Audience, language: Language) -> Seen {
        if audience == self.request.audience {
            return Ok(Arc::clone(&self.own));
        }
        let made = || {
            let site = self.assemble_for(audience);
            if diagnostic::has_errors(&site.findings) {
                return Err(Report::new(&site.sources, &site.messages, language).human(&site.findings, false).into());
            }
            Ok(Arc::new(Generation::new(site, Arc::clone(&self.is_over))))
        };
        // Who comes meanwhile waits for it, and does not make it as well.
        self.others.get(audience as usize).map_or_else(made, |seen| seen.get_or_init(made).clone())
    }

    /// Puts the site together for an audience, from the same files.
    fn assemble_for(&self, audience: Audience) -> Assembled {
        let sources = Sources::clone(&self.own.site().sources);
        self.memory.assemble(sources, self.found.clone(), &Request { audience, ..self.request.clone() })
    }
}
