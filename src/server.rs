//! The live preview: reads the site anew when a file has changed, and renders what is asked for.
//!
//! Nothing is written, and nothing can be stale: every answer comes from a generation of the site, and a
//! generation ends when the files change. Loopback only unless asked otherwise, and a foreign `Host` is refused,
//! so that no page elsewhere can read a confidential preview by rebinding a name (DNS rebinding).

mod http;
mod preview;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;

use crate::i18n::{Language, Messages, Value};
use crate::source::Sources;
use crate::{Assembled, Request};
use preview::Preview;

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
}

/// Whom events are told to.
pub type Tell = dyn Fn(Event<'_>) + Send + Sync;

/// Serves until it is told to end, by Ctrl-C or SIGTERM.
///
/// # Errors
/// If the site's folder cannot be read or the port not be had.
pub fn serve(request: Request, address: SocketAddr, language: Language, tell: Arc<Tell>) -> anyhow::Result<()> {
    anyhow::ensure!(request.root.is_dir(), "{} is not a folder", request.root.display());
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().context("cannot start the server")?;
    runtime.block_on(async move {
        let listener = tokio::net::TcpListener::bind(address).await.with_context(|| match address.port() {
            0 => format!("cannot listen on {}", address.ip()),
            port => format!(
                "cannot listen on port {port} of {}: is another preview running? Choose another with --port, or 0 for any that is free",
                address.ip()
            ),
        })?;
        let address = listener.local_addr()?;
        let preview = Arc::new(Preview::new(request, language, address.ip(), Arc::clone(&tell)));
        let first = Arc::clone(&preview);
        // The first reading is done before the address is told, so that the first answer is quick.
        let base_path = tokio::task::spawn_blocking(move || first.base_path()).await?;
        let shown: IpAddr = if address.ip().is_unspecified() { IpAddr::from([127, 0, 0, 1]) } else { address.ip() };
        let url = format!("http://{}{base_path}", SocketAddr::new(shown, address.port()));
        tell(Event::Listening { url: &url, is_exposed: !address.ip().is_loopback() });
        tokio::select! {
            served = async { axum::serve(listener, http::router(preview)).await } => served.context("the server ended"),
            () = told_to_end() => Ok(()),
        }
    })
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

/// A message about the preview, with the address in it.
pub fn word(language: Language, id: &str, url: &str) -> String {
    let (messages, _) = Messages::load(&Sources::built_in());
    messages.text(language, id, &[("url", Value::from(url))]).unwrap_or_else(|missing| missing.to_string())
}
