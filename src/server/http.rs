//! The doors: who is let in, and what may be asked.

use std::convert::Infallible;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::HttpBody;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use tokio::sync::Semaphore;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::answer::{Answer, plain};
use super::folder::Folder;
use super::generation::preview_headers;
use super::live;
use super::preview::{Preview, below};
use crate::site::address;
use crate::site::headers::Sort;

/// So many pages are told news at once.
const MOST_LISTENERS: usize = 128;
/// That a listener went away shows when something is sent to it.
const STILL_THERE: Duration = Duration::from_secs(15);

/// What changes nothing, and all that may be asked for but for [`CHOICE`].
const QUESTIONS: &[Method] = &[Method::GET, Method::HEAD];
/// How an author chooses as whom to read.
const CHOICE: &[Method] = &[Method::POST];

/// Who is let in.
#[derive(Debug, Clone, Copy)]
pub struct Door {
    is_loopback: bool,
}

impl Door {
    /// The door of a server that listens on this interface.
    pub fn of(interface: IpAddr) -> Door {
        Door { is_loopback: interface.is_loopback() }
    }

    /// Whether a request for this host is for us. On a loopback interface only names of this machine are.
    fn admits_host(self, host: &str) -> bool {
        let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(name, _)| name);
        // An address of version 6 stands in brackets, and nothing else does (RFC 3986, section 3.2.2).
        let address = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
            Some(bare) => bare.parse().ok().map(IpAddr::V6),
            None => name.parse().ok().map(IpAddr::V4),
        };
        // On a network the owner chose to be seen; addresses are fine, but a name could be anyone's.
        name.eq_ignore_ascii_case("localhost") || address.is_some_and(|address| address.is_loopback() || !self.is_loopback)
    }

    /// Whether a request may be answered: one `Host`, and ours; a method that is allowed there; nothing sent with it.
    fn refuses(self, request: &Request, allowed: &[Method]) -> Option<Response> {
        let mut refusal = self.refusal(request, allowed)?;
        // What comes after may be the rest of what was refused, not another request.
        refusal.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
        Some(refusal)
    }

    fn refusal(self, request: &Request, allowed: &[Method]) -> Option<Response> {
        let hosts: Vec<&HeaderValue> = request.headers().get_all(header::HOST).iter().collect();
        let [host] = hosts.as_slice() else {
            return Some(plain(StatusCode::BAD_REQUEST, "A request names one host.\n"));
        };
        // Who asks as if of a proxy names the host in the request itself as well.
        let named = request.uri().authority().is_none_or(|named| self.admits_host(named.as_str()));
        if !named || !host.to_str().is_ok_and(|host| self.admits_host(host)) {
            return Some(plain(StatusCode::MISDIRECTED_REQUEST, "This preview answers only to its own address.\n"));
        }
        if !allowed.contains(request.method()) {
            let names: Vec<&str> = allowed.iter().map(Method::as_str).collect();
            let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, &format!("Only {}.\n", names.join(" and ")));
            response.headers_mut().extend(HeaderValue::try_from(names.join(", ")).map(|names| (header::ALLOW, names)));
            return Some(response);
        }
        // Nothing is ever read of it, so nobody can be led to take a part of it for a request.
        (!request.body().is_end_stream()).then(|| plain(StatusCode::BAD_REQUEST, "Nothing is to be sent here.\n"))
    }
}

/// Whether a page of the server's own asks: what else asks is a page elsewhere, which is told nothing of what is saved.
fn is_own_page(headers: &HeaderMap) -> bool {
    let own = headers.get(header::HOST).and_then(|host| host.to_str().ok()).map(|host| format!("http://{host}"));
    // All of them: who says two things is not to be believed in either.
    let is_own = headers.get_all(header::ORIGIN).iter().all(|origin| own.as_ref().is_some_and(|own| origin.as_bytes() == own.as_bytes()));
    // What a browser says of who asks, and no script can alter (Fetch Metadata).
    is_own && headers.get_all("sec-fetch-site").iter().all(|site| site == "same-origin" || site == "none")
}

/// What a preview's requests find.
struct Previewed {
    preview: Arc<Preview>,
    door: Door,
    listeners: Arc<Semaphore>,
}

/// Every path leads to the preview.
pub fn preview(preview: Arc<Preview>, door: Door) -> Router {
    let state = Previewed { preview, door, listeners: Arc::new(Semaphore::new(MOST_LISTENERS)) };
    Router::new().fallback(previewed).with_state(Arc::new(state))
}

async fn previewed(State(own): State<Arc<Previewed>>, request: Request) -> Response {
    let Some(path) = address::decode(request.uri().path()) else { return unreadable() };
    // Below the base path, and below the root as long as none is known.
    let base = address::decode(&own.preview.base_path()).unwrap_or_default();
    let named = below(&path, &base).unwrap_or(&path).strip_prefix(live::FOLDER);
    let chosen = named.and_then(|named| named.strip_prefix(live::READ_AS));
    if let Some(refused) = own.door.refuses(&request, if chosen.is_some() { CHOICE } else { QUESTIONS }) {
        return refused;
    }
    if let Some(chosen) = chosen {
        return read_as(&own, chosen, request.headers());
    }
    let audience = own.preview.readers().of(request.headers());
    if let Some(name) = named {
        if !is_own_page(request.headers()) {
            return plain(StatusCode::FORBIDDEN, "Only for pages of this preview.\n");
        }
        if name == live::EVENTS {
            return news(&own);
        }
        if let Some(page) = name.strip_prefix(live::ABOUT).filter(|page| page.starts_with('/')) {
            let (own, page) = (Arc::clone(&own), page.to_owned());
            return answered(request, move || Answer::Found(own.preview.about(&page, audience).file())).await;
        }
        let Some(mut file) = live::file(name) else { return plain(StatusCode::NOT_FOUND, "") };
        file.headers = preview_headers(Sort::Ordinary);
        return Answer::Found(file).into_response(request.method(), request.headers());
    }
    let preview = Arc::clone(&own.preview);
    let mut response = answered(request, move || preview.answer(&path, audience)).await;
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("Cookie"));
    response
}

/// An author chooses as whom to read: all that a request can change. Browsers tell of each such request whose page sent it, and
/// only a page of the preview's own may: without `Origin` nothing is changed.
fn read_as(own: &Previewed, name: &str, headers: &HeaderMap) -> Response {
    if !is_own_page(headers) || !headers.contains_key(header::ORIGIN) {
        return plain(StatusCode::FORBIDDEN, "Only for pages of this preview.\n");
    }
    let readers = own.preview.readers();
    let Some(audience) = readers.named(name) else {
        return plain(StatusCode::FORBIDDEN, "This preview is not shown to that audience.\n");
    };
    let mut response = plain(StatusCode::NO_CONTENT, "");
    if let Ok(cookie) = HeaderValue::try_from(readers.choice(audience, &own.preview.base_path())) {
        response.headers_mut().insert(header::SET_COOKIE, cookie);
    }
    response
}

/// Everything in a folder.
pub fn folder(folder: Arc<Folder>, door: Door) -> Router {
    Router::new().fallback(from_folder).with_state((folder, door))
}

async fn from_folder(State((folder, door)): State<(Arc<Folder>, Door)>, request: Request) -> Response {
    if let Some(refused) = door.refuses(&request, QUESTIONS) {
        return refused;
    }
    let Some(path) = address::decode(request.uri().path()) else { return unreadable() };
    answered(request, move || folder.answer(&path)).await
}

/// Rendering and reading is work; it must not hold up other answers. Should it fail unexpectedly, the server goes on.
async fn answered(request: Request, make: impl FnOnce() -> Answer + Send + 'static) -> Response {
    match tokio::task::spawn_blocking(make).await {
        Ok(answer) => answer.into_response(request.method(), request.headers()),
        Err(_) => plain(StatusCode::INTERNAL_SERVER_ERROR, "Making this page failed unexpectedly; the preview goes on.\n"),
    }
}

fn unreadable() -> Response {
    plain(StatusCode::BAD_REQUEST, "This path cannot be read.\n")
}

/// News, from the newest on, as server-sent events.
fn news(own: &Previewed) -> Response {
    let Ok(place) = Arc::clone(&own.listeners).try_acquire_owned() else {
        return plain(StatusCode::SERVICE_UNAVAILABLE, "Too many pages are listening.\n");
    };
    let told = WatchStream::new(own.preview.subscribe()).map(move |news| {
        // As long as there is someone to tell, the place is taken.
        let _ = &place;
        let event = serde_json::to_string(&*news).map(|data| Event::default().data(data));
        Ok::<_, Infallible>(event.unwrap_or_default())
    });
    let mut response = Sse::new(told).keep_alive(KeepAlive::new().interval(STILL_THERE)).into_response();
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn host(name: &str, interface: &str) -> bool {
        Door::of(interface.parse().expect("an address")).admits_host(name)
    }

    #[test]
    fn only_names_of_this_machine_are_ours() {
        for own in ["localhost", "localhost:1111", "LOCALHOST:1", "127.0.0.1:1111", "127.8.8.8", "[::1]:1111", "[::1]"] {
            assert!(host(own, "127.0.0.1"), "{own}");
        }
        for foreign in ["", "example.org", "localhost.example.org", "127.0.0.1.example.org:1111", "192.168.1.2", "localhost:1:2", "0.0.0.0"]
        {
            assert!(!host(foreign, "127.0.0.1"), "{foreign}");
        }
        assert!(host("192.168.1.2:1111", "0.0.0.0"), "who shows it on a network shows it there");
        assert!(!host("example.org", "0.0.0.0"), "a name could be anyone's");
    }

    #[test]
    fn a_page_elsewhere_is_told_nothing() {
        let asked = |headers: &[(&'static str, &str)]| {
            let headers =
                headers.iter().map(|(name, value)| (name.parse().expect("a name"), HeaderValue::from_str(value).expect("a value")));
            is_own_page(&headers.collect::<HeaderMap>())
        };
        let host = ("host", "127.0.0.1:1111");
        assert!(asked(&[host]));
        assert!(asked(&[host, ("origin", "http://127.0.0.1:1111"), ("sec-fetch-site", "same-origin")]));
        assert!(!asked(&[host, ("origin", "http://127.0.0.1:2222")]));
        assert!(!asked(&[host, ("origin", "https://example.org")]));
        assert!(!asked(&[host, ("origin", "null")]));
        assert!(!asked(&[host, ("sec-fetch-site", "cross-site")]));
        assert!(!asked(&[host, ("sec-fetch-site", "same-site")]), "another port is another site's page");
    }
}
