//! Answers as HTTP.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::preview::{Answer, Preview};
use crate::site::address;
use crate::site::headers::{self, Header, Sort};

/// Every path leads to the preview.
pub fn router(preview: Arc<Preview>) -> Router {
    Router::new().fallback(answer).with_state(preview)
}

async fn answer(State(preview): State<Arc<Preview>>, request: Request) -> Response {
    if !is_for_us(&preview, request.headers()) {
        return plain(StatusCode::MISDIRECTED_REQUEST, "This preview answers only to its own address.\n");
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n");
        response.headers_mut().insert(header::ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let Some(path) = address::decode(request.uri().path()) else {
        return plain(StatusCode::BAD_REQUEST, "This path cannot be read.\n");
    };
    // Rendering is work; it must not hold up other answers.
    let made = tokio::task::spawn_blocking(move || preview.answer(&path)).await;
    match made {
        Ok(Answer::Found { kind, bytes, sort }) => file(StatusCode::OK, &kind, &bytes, sort),
        Ok(Answer::NotFound(bytes)) => file(StatusCode::NOT_FOUND, "text/html; charset=utf-8", &bytes, Sort::Ordinary),
        Ok(Answer::Moved(to)) => match HeaderValue::from_str(&to) {
            Ok(to) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response(),
            Err(_) => plain(StatusCode::NOT_FOUND, ""),
        },
        Ok(Answer::Faulty(report)) => plain(StatusCode::INTERNAL_SERVER_ERROR, &report),
        Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "Making this page failed unexpectedly; the preview goes on.\n"),
    }
}

fn is_for_us(preview: &Preview, headers: &HeaderMap) -> bool {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).is_some_and(|host| preview.accepts_host(host))
}

/// A file of the site, under the rules that it will live by. What a writer looks at is never an old version, so nothing
/// is kept; and of HTTPS a preview has nothing to say.
fn file(status: StatusCode, kind: &str, bytes: &Arc<[u8]>, sort: Sort) -> Response {
    let mut response = (status, Body::from(bytes.to_vec())).into_response();
    let policy = headers::policy(sort);
    let own = [("Content-Type", kind), ("Cache-Control", "no-store"), ("Content-Security-Policy", policy.as_str())];
    let own = own.map(|(name, value)| Header { name, value: value.to_owned() });
    for Header { name, value } in headers::safety().chain(own) {
        if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(&value)) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn plain(status: StatusCode, text: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, text.to_owned()).into_response()
}
