//! The live preview: an open browser shows what was saved, and the last good page with what is wrong over it.
//!
//! ```text
//! a file is written ─ watch ─▶ a new generation is read, while the old one answers ─▶ one swap ─▶ news
//! a request ─ accept ─▶ http ─▶ the generation that counts renders its page, once ─▶ answer
//! an open page ◀─ live ── news, as server-sent events
//! its bar ─ about ─▶ findings of the page, where its clauses stand (places), its twins
//! its bar ─ read-as ─▶ a cookie: from now on this browser sees the reading as that audience does (readers, reading)
//! ```
//!
//! Nothing is written, and nothing can be stale: every answer comes from one generation of the site, which never changes.
//! Loopback only unless asked otherwise; a foreign `Host` is refused, so that no page elsewhere can read a confidential
//! preview by rebinding a name (DNS rebinding), and so is a foreign `Origin` where a page would be let in on what is saved.
//! One preview is looked at as any audience, except where others can reach it: then never as more than it was started for.
//! [`serve_folder`] serves a built site in the same manner, with the headers that its host is to send.

mod about;
mod accept;
mod answer;
mod folder;
mod generation;
mod http;
mod live;
mod places;
mod preview;
mod readers;
mod reading;
mod watch;

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use axum::Router;
use jiff::civil::Date;
use tokio::net::TcpListener;

use crate::i18n::{Language, Messages, Value};
use crate::source::{Changed, Sources};
use crate::{Assembled, Request};
use folder::Folder;
use http::Door;
pub use preview::Preview;
use readers::Readers;

/// What the server has to say to the person who started it.
pub enum Event<'a> {
    /// It answers now.
    Listening {
        /// Where.
        url: &'a str,
        /// Whether others than this machine may reach it.
        is_exposed: bool,
    },
    /// The site was read anew.
    Read {
        /// The site, with what is wrong with it.
        site: &'a Assembled,
        /// How long it took.
        took: Duration,
    },
    /// The site could not be read anew; the old one is served on.
    Unread {
        /// Why.
        error: &'a str,
    },
    /// The system does not say when files change, so they are looked at twice a second.
    Polling {
        /// Why.
        error: &'a str,
    },
}

/// Whom events are told to.
pub type Tell = dyn Fn(Event<'_>) + Send + Sync;

/// Serves a preview until it is told to end, by Ctrl-C or SIGTERM. `today` says what day it is, `language` is that of what is wrong.
///
/// # Errors
/// If the site's folder cannot be read or the port not be had.
pub fn serve(request: Request, today: fn() -> Date, address: SocketAddr, language: Language, tell: Arc<Tell>) -> anyhow::Result<()> {
    anyhow::ensure!(request.root.is_dir(), about_folder(language, "preview-no-site", &request.root));
    run(address, language, Arc::clone(&tell), async move |address| {
        // The first reading is done before the address is told, so that whoever sees it gets an answer.
        let readers = Readers::new(request.audience, address.ip().is_loopback(), address.port());
        let preview = tokio::task::spawn_blocking(move || {
            let preview = Arc::new(Preview::new(request, today, readers, language, Arc::clone(&tell))?);
            // Watched before it is read: what changes meanwhile is read again.
            watch::watch(preview.root(), &tell, Arc::clone(&preview));
            preview.read(&Changed::Anything);
            anyhow::Ok(preview)
        });
        let preview = preview.await??;
        let base_path = preview.base_path();
        Ok((http::preview(preview, Door::of(address.ip())), base_path))
    })
}

/// Serves a built site as its host is to, until it is told to end, by Ctrl-C or SIGTERM. `language` is that of what is wrong.
///
/// # Errors
/// If the folder cannot be read or the port not be had.
pub fn serve_folder(folder: &Path, address: SocketAddr, language: Language, tell: Arc<Tell>) -> anyhow::Result<()> {
    anyhow::ensure!(folder.is_dir(), about_folder(language, "preview-no-folder", folder));
    let folder = Folder::open(folder)?.with_context(|| about_folder(language, "preview-unbuilt", folder))?;
    let base = folder.base();
    run(address, language, tell, async move |address| Ok((http::folder(Arc::new(folder), Door::of(address.ip())), base)))
}

/// Takes the port, makes what answers, says where, and answers until it is told to end.
fn run(
    address: SocketAddr,
    language: Language,
    tell: Arc<Tell>,
    make: impl AsyncFnOnce(SocketAddr) -> anyhow::Result<(Router, String)>,
) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().context("cannot start the server")?;
    let ended = runtime.block_on(async move {
        let listener = match TcpListener::bind(address).await {
            Ok(listener) => listener,
            Err(error) => {
                let id = if error.kind() == ErrorKind::AddrInUse { "preview-port-taken" } else { "preview-no-port" };
                let at = [("port", Value::from(address.port().to_string())), ("address", Value::from(address.ip().to_string()))];
                return Err(anyhow::Error::new(error).context(word(language, id, &at)));
            }
        };
        let address = listener.local_addr()?;
        let (router, base_path) = make(address).await?;
        let shown: IpAddr = if address.ip().is_unspecified() { IpAddr::from([127, 0, 0, 1]) } else { address.ip() };
        let url = format!("http://{}{base_path}", SocketAddr::new(shown, address.port()));
        tell(Event::Listening { url: &url, is_exposed: !address.ip().is_loopback() });
        tokio::select! {
            () = accept::accept(listener, router) => Ok(()),
            () = told_to_end() => Ok(()),
        }
    });
    // What is still being rendered is for nobody.
    runtime.shutdown_background();
    ended
}

async fn told_to_end() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let Ok(mut terminated) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            let _ = interrupted.await;
            return;
        };
        tokio::select! { _ = interrupted => {}, _ = terminated.recv() => {} }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupted.await;
    }
}

/// A message about a folder.
fn about_folder(language: Language, id: &str, folder: &Path) -> String {
    word(language, id, &[("folder", Value::from(folder.display().to_string()))])
}

/// A message about the preview, filled in.
pub fn word(language: Language, id: &str, args: &[(&str, Value)]) -> String {
    let (messages, _) = Messages::load(&Sources::built_in());
    messages.text(language, id, args).unwrap_or_else(|missing| missing.to_string())
}

#[cfg(test)]
mod tests;
