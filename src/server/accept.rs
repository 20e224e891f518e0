//! Connections: a bounded number, each bounded in what it may send and in how long it may take.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio_io_timeout::TimeoutStream;

/// So many are served at once; others wait until one ends.
const MOST_CONNECTIONS: usize = 512;
/// Who has not sent the head of a request by then is cut off. That is also how long an idle connection is kept.
const HEAD_WITHIN: Duration = Duration::from_secs(10);
/// Who does not take a byte of an answer for so long is cut off.
const TAKEN_WITHIN: Duration = Duration::from_secs(30);
/// No head of a request is larger (431), nor is there more kept of what was not yet read.
const MOST_BYTES: usize = 32 * 1024;
const MOST_HEADERS: usize = 100;
/// When there is no place for another connection, that is not over at once.
const PAUSE: Duration = Duration::from_millis(50);

/// Answers whoever connects, for ever.
pub async fn accept(listener: TcpListener, router: Router) {
    let slots = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    loop {
        let Ok(slot) = Arc::clone(&slots).acquire_owned().await else { return };
        match listener.accept().await {
            Ok((stream, _)) => {
                let router = router.clone();
                tokio::spawn(async move {
                    connection(stream, router).await;
                    drop(slot);
                });
            }
            Err(_) => tokio::time::sleep(PAUSE).await,
        }
    }
}

async fn connection(stream: TcpStream, router: Router) {
    let _ = stream.set_nodelay(true);
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(TAKEN_WITHIN));
    let mut builder = http1::Builder::new();
    builder.timer(TokioTimer::new()).header_read_timeout(HEAD_WITHIN).max_buf_size(MOST_BYTES).max_headers(MOST_HEADERS);
    // That a client went away or speaks no HTTP is its own affair.
    let _ = builder.serve_connection(TokioIo::new(Box::pin(stream)), TowerToHyperService::new(router)).await;
}
