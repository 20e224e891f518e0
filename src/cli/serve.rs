//! `clausewerk serve`: a live preview.

use std::collections::HashSet;
use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::terminal::Terminal;
use crate::diagnostic::{Finding, Place};
use crate::i18n::Value;
use crate::parse::Audience;
use crate::server::{self, Event};
use crate::{Assembled, Request};

/// Show the site in a browser while you write
///
/// An open page shows what you save, at once, and keeps your place in it. With errors the last good page stays, with what
/// is wrong and where over it. A bar below each page tells what was found in its files and where its text stands, and shows
/// the site as other readers see it. Nothing is written. Ends with Ctrl-C.
///
/// With --static it serves a site that was built, with the headers that its host is to send.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  clausewerk serve --open\n  clausewerk serve --audience internal --port 0\n  clausewerk serve --static public"
)]
pub struct Serve {
    /// The port; 0 takes any that is free
    #[arg(long, default_value_t = 1111)]
    port: u16,

    /// The address to listen on. Any other than a loopback address lets others see what this audience may see
    #[arg(long, default_value = "127.0.0.1", value_name = "ADDRESS")]
    interface: IpAddr,

    /// Who reads: public, customers or internal
    #[arg(long, default_value = "public", value_name = "WHO", value_parser = super::audience)]
    audience: Audience,

    /// Where the site will be served; its path is kept in the preview
    #[arg(long, value_name = "URL", value_parser = super::base_url)]
    base_url: Option<String>,

    /// Serve a built site from this folder, as it is
    #[arg(long = "static", value_name = "DIR", conflicts_with_all = ["audience", "base_url"])]
    folder: Option<PathBuf>,

    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    /// Serves until it is told to end.
    pub fn run(self, root: &Path, terminal: &Terminal) -> anyhow::Result<bool> {
        let (open, is_folder) = (self.open, self.folder.is_some());
        let (language, address) = (terminal.language(), SocketAddr::new(self.interface, self.port));
        let terminal = *terminal;
        let word = move |id: &str, name: &str, value: &str| terminal.say(&server::word(language, id, &[(name, Value::from(value))]));
        // What was told and is still so is not told again with each change.
        let told: Mutex<HashSet<String>> = Mutex::default();
        let tell = move |event: Event<'_>| match event {
            Event::Listening { url, is_exposed } => {
                if is_exposed {
                    word(if is_folder { "preview-exposed-folder" } else { "preview-exposed" }, "url", url);
                }
                word("preview-listening", "url", url);
                if open {
                    browse(url);
                }
            }
            Event::Read { site, took } => {
                let mut told = told.lock().unwrap_or_else(PoisonError::into_inner);
                let known = std::mem::take(&mut *told);
                let key = |finding: &Finding| format!("{} {} {:?}", finding.rule.name, shown_place(site, finding), finding.args);
                told.extend(site.findings.iter().map(key));
                let fresh: Vec<Finding> = site.findings.iter().filter(|finding| !known.contains(&key(finding))).cloned().collect();
                terminal.findings(&site.sources, &site.messages, &fresh);
                let counts = [("summary-languages", site.world.languages().len()), ("summary-withheld", site.withheld)];
                terminal.say(&terminal.closing(&site.messages, "summary-read", &counts, &site.findings, took));
            }
            Event::Unread { error } => word("preview-unread", "error", error),
            Event::Polling { error } => word("preview-polling", "error", error),
        };
        if let Some(folder) = self.folder {
            server::serve_folder(&folder, address, language, Arc::new(tell))?;
            return Ok(true);
        }
        // Asked once here, so that a day that cannot be read is told.
        let request =
            Request { root: root.to_owned(), audience: self.audience, base_url: self.base_url, today: super::build::today(None)? };
        server::serve(request, today, address, language, Arc::new(tell))?;
        Ok(true)
    }
}

/// The file or address that a finding is about. Its line may be another one after each change.
fn shown_place(site: &Assembled, finding: &Finding) -> String {
    match &finding.place {
        Place::Span(span) => site.sources.file(span.file).shown_path(),
        Place::Path(path) | Place::Address(path) => path.clone(),
        Place::Nowhere => String::new(),
    }
}

/// What day it is, as a build has it.
fn today() -> Date {
    super::build::today(None).unwrap_or_else(|_| Timestamp::now().to_zoned(TimeZone::UTC).date())
}

/// Asks the desktop to show an address. That there is no browser is no fault of the preview.
fn browse(url: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let _ = std::process::Command::new(opener).arg(url).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn();
}
