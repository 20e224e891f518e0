//! Answers as HTTP.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::preview::{Answer, Preview};

/// What a page may load, as we recommend for production too: its own files and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for the pages that search, and for them alone: searching is done by WebAssembly.
const SEARCH_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

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
        response.headers_mut().insert(header::ALLOW, header::HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    let Some(path) = decoded(request.uri().path()) else {
        return plain(StatusCode::BAD_REQUEST, "This path cannot be read.\n");
    };
    // Rendering is work; it must not hold up other answers.
    let made = tokio::task::spawn_blocking(move || preview.answer(&path)).await;
    match made {
        Ok(Answer::Found { kind, bytes, searches }) => file(StatusCode::OK, kind, &bytes, if searches { SEARCH_POLICY } else { POLICY }),
        Ok(Answer::NotFound(bytes)) => file(StatusCode::NOT_FOUND, "text/html; charset=utf-8", &bytes, POLICY),
        Ok(Answer::Moved(to)) => match header::HeaderValue::from_str(&to) {
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

fn file(status: StatusCode, kind: &'static str, bytes: &Arc<[u8]>, policy: &'static str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::CONTENT_SECURITY_POLICY, policy),
    ];
    (status, headers, Body::from(bytes.to_vec())).into_response()
}

fn plain(status: StatusCode, text: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, text.to_owned()).into_response()
}

/// The path with its percent-encoding undone (RFC 3986, section 2.1), or nothing when that is no UTF-8.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::decoded;

    #[test]
    fn paths_are_decoded_or_refused() {
        assert_eq!(decoded("/nl/vendors/voxio/").as_deref(), Some("/nl/vendors/voxio/"));
        assert_eq!(decoded("/nl/caf%C3%A9/").as_deref(), Some("/nl/café/"));
        for bad in ["/%", "/%4", "/%zz", "/%ff"] {
            assert_eq!(decoded(bad), None, "{bad}");
        }
    }
}
