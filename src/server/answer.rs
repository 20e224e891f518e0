//! An answer before it is HTTP, and as HTTP: conditional requests (RFC 9110, section 13) and ranges (section 14).

use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use headers::{ContentRange, ETag, HeaderMapExt, IfNoneMatch, IfRange, Range};

use crate::site::address;

/// An answer, before it is HTTP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A file of the site.
    Found(File),
    /// The site's own page for what is not there.
    NotFound(File),
    /// The same file has another address, not percent-encoded.
    Moved(String),
    /// It cannot be made; the page says why.
    Faulty(File),
}

/// A file with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its media type.
    pub kind: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// What else is said of it, by the names of headers.
    pub headers: Vec<(String, String)>,
}

impl Answer {
    /// The answer to a request of this method with these headers.
    pub fn into_response(self, method: &Method, asked: &HeaderMap) -> Response {
        match self {
            Answer::Found(file) => file.found(method, asked),
            Answer::NotFound(file) => file.whole(StatusCode::NOT_FOUND),
            Answer::Faulty(file) => file.whole(StatusCode::INTERNAL_SERVER_ERROR),
            Answer::Moved(to) => match HeaderValue::from_str(&address::encoded(&to)) {
                Ok(to) => (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, to)]).into_response(),
                Err(_) => plain(StatusCode::NOT_FOUND, ""),
            },
        }
    }
}

impl File {
    /// As much of it as was asked for.
    fn found(self, method: &Method, asked: &HeaderMap) -> Response {
        let tag = self.tag();
        if let Some(tag) = &tag
            && asked.typed_get::<IfNoneMatch>().is_some_and(|known| !known.precondition_passes(tag))
        {
            let mut response = StatusCode::NOT_MODIFIED.into_response();
            self.say(&mut response);
            return response;
        }
        // Ranges are for GET alone, and only of the file that the rest is known of.
        let is_current = asked.typed_get::<IfRange>().is_none_or(|known| !known.is_modified(tag.as_ref(), None));
        let range = asked.typed_get::<Range>().filter(|_| *method == Method::GET && is_current);
        let Some(range) = range else { return self.whole(StatusCode::OK) };
        let size = self.bytes.len() as u64;
        let mut parts = range.satisfiable_ranges(size).filter_map(|bounds| bytes_of(bounds, size));
        match (parts.next(), parts.next()) {
            // Several parts at once may be answered with the whole.
            (Some(_), Some(_)) => self.whole(StatusCode::OK),
            (Some((first, end)), None) => {
                let part = self.bytes.get(first as usize..end as usize).unwrap_or_default().to_vec();
                let mut response = (StatusCode::PARTIAL_CONTENT, Body::from(part)).into_response();
                self.say(&mut response);
                response.headers_mut().extend(ContentRange::bytes(first..end, size).ok().map(of_typed).unwrap_or_default());
                response
            }
            (None, _) => {
                let mut response = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
                response.headers_mut().typed_insert(ContentRange::unsatisfied_bytes(size));
                response
            }
        }
    }

    fn whole(self, status: StatusCode) -> Response {
        let mut response = (status, Body::from(self.bytes.to_vec())).into_response();
        self.say(&mut response);
        response
    }

    fn tag(&self) -> Option<ETag> {
        format!("\"{}\"", &blake3::hash(&self.bytes).to_hex()[..16]).parse().ok()
    }

    fn say(&self, response: &mut Response) {
        let own = response.headers_mut();
        own.typed_insert(headers::AcceptRanges::bytes());
        if let Some(tag) = self.tag() {
            own.typed_insert(tag);
        }
        let said = self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain([("Content-Type", self.kind.as_str())]);
        for (name, value) in said {
            if let (Ok(name), Ok(value)) = (HeaderName::from_bytes(name.as_bytes()), HeaderValue::from_str(value)) {
                own.insert(name, value);
            }
        }
    }
}

/// First byte and one past the last.
fn bytes_of(bounds: (std::ops::Bound<u64>, std::ops::Bound<u64>), size: u64) -> Option<(u64, u64)> {
    use std::ops::Bound::{Excluded, Included, Unbounded};
    let first = match bounds.0 {
        Included(first) => first,
        Excluded(before) => before.checked_add(1)?,
        Unbounded => 0,
    };
    let end = match bounds.1 {
        Included(last) => last.checked_add(1)?,
        Excluded(end) => end,
        Unbounded => size,
    };
    (first < end.min(size)).then_some((first, end.min(size)))
}

fn of_typed(typed: impl headers::Header) -> HeaderMap {
    let mut map = HeaderMap::new();
    map.typed_insert(typed);
    map
}

/// A line of plain text, for whoever does not keep to the rules.
pub fn plain(status: StatusCode, text: &str) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (status, headers, text.to_owned()).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Status, `Content-Range`, length of the body.
    fn asked(method: Method, headers: &[(&'static str, &str)]) -> (u16, Option<String>, Option<String>) {
        let file = File { kind: "text/plain".to_owned(), bytes: Arc::from(&b"0123456789"[..]), headers: Vec::new() };
        let map =
            headers.iter().map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))).collect();
        let response = Answer::Found(file).into_response(&method, &map);
        let said = |name: &str| response.headers().get(name).map(|value| value.to_str().expect("text").to_owned());
        (response.status().as_u16(), said("content-range"), said("etag"))
    }

    #[test]
    fn a_part_is_given_where_a_part_is_asked_for() {
        let part = |range: &str| {
            let (status, range, _) = asked(Method::GET, &[("range", range)]);
            (status, range.unwrap_or_default())
        };
        assert_eq!(part("bytes=2-4"), (206, "bytes 2-4/10".to_owned()));
        assert_eq!(part("bytes=8-"), (206, "bytes 8-9/10".to_owned()));
        assert_eq!(part("bytes=-3"), (206, "bytes 7-9/10".to_owned()));
        assert_eq!(part("bytes=4-99"), (206, "bytes 4-9/10".to_owned()));
        assert_eq!(part("bytes=10-"), (416, "bytes */10".to_owned()));
        assert_eq!(part("bytes=0-0,5-6"), (200, String::new()), "several parts: the whole");
        assert_eq!(part("lines=1-2"), (200, String::new()), "no unit that we know");
        assert_eq!(asked(Method::HEAD, &[("range", "bytes=2-4")]).0, 200);
    }

    #[test]
    fn what_is_known_is_not_sent_again() {
        let (_, _, tag) = asked(Method::GET, &[]);
        let tag = tag.expect("a tag");
        assert_eq!(asked(Method::GET, &[("if-none-match", &tag)]).0, 304);
        assert_eq!(asked(Method::GET, &[("if-none-match", "*")]).0, 304);
        assert_eq!(asked(Method::GET, &[("if-none-match", "\"other\"")]).0, 200);
        assert_eq!(asked(Method::GET, &[("range", "bytes=2-4"), ("if-range", &tag)]).0, 206);
        assert_eq!(asked(Method::GET, &[("range", "bytes=2-4"), ("if-range", "\"other\"")]).0, 200);
    }
}
