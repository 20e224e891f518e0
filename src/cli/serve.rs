//! `clausewerk serve`: a live preview.

use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;

use super::terminal::Terminal;
use crate::Request;
use crate::parse::Audience;
use crate::server::{self, Event};

/// Show the site in a browser while you write
///
/// Reads the files anew whenever one has changed, and renders what is asked for. With errors the page says what is
/// wrong and where. Nothing is written. Ends with Ctrl-C.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  clausewerk serve --open\n  clausewerk serve --audience internal --port 0")]
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

    /// Open the site in the browser
    #[arg(long)]
    open: bool,
}

impl Serve {
    /// Serves until it is told to end.
    pub fn run(self, root: &Path, terminal: &Terminal) -> anyhow::Result<bool> {
        let request =
            Request { root: root.to_owned(), audience: self.audience, base_url: self.base_url, today: super::build::today(None)? };
        let (terminal, open) = (*terminal, self.open);
        let tell = move |event: Event<'_>| match event {
            Event::Listening { url, is_exposed } => {
                if is_exposed {
                    terminal.say(&server::word(terminal.language(), "preview-exposed", url));
                }
                terminal.say(&server::word(terminal.language(), "preview-listening", url));
                if open {
                    browse(url);
                }
            }
            Event::Read { site, took } => {
                terminal.findings(&site.sources, &site.messages, &site.findings);
                let pages = site.pages.keys().filter(|address| address.as_str().ends_with('/')).count();
                let counts =
                    [("summary-pages", pages), ("summary-languages", site.world.languages().len()), ("summary-withheld", site.withheld)];
                terminal.say(&terminal.closing(&site.messages, "summary-read", &counts, &site.findings, took));
            }
        };
        server::serve(request, SocketAddr::new(self.interface, self.port), terminal.language(), Arc::new(tell))?;
        Ok(true)
    }
}

/// Asks the desktop to show an address. That there is no browser is no fault of the preview.
fn browse(url: &str) {
    let opener = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };
    let _ = std::process::Command::new(opener).arg(url).stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn();
}
