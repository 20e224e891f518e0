//! What a web server says with each file: what a page may load, who may show it, how long it may be kept. Here and
//! nowhere else; the preview, `/_headers`, `/_nginx.conf` and the `<meta>` of every page take it from here.

use super::address::{Address, Base};
use super::{Page, World};
use crate::i18n::Language;
use crate::parse::Audience;
use crate::parse::configuration::Hsts;

/// Where a page goes on to does not learn where its reader came from.
pub const REFERRER: &str = "no-referrer";

/// For a year, which is as long as a cache need keep anything (RFC 9111); and never asked for again meanwhile (RFC 8246).
const FOR_EVER: &str = "max-age=31536000, immutable";

/// HTTPS only, for a year. Nothing is said of subdomains, which are others' business.
const HSTS: &str = "max-age=31536000";

/// What no page of the site needs. Copying needs `clipboard-write`, which therefore is not here.
const PERMISSIONS: &str = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), \
                           microphone=(), midi=(), payment=(), usb=()";

/// A header of a response.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Its name.
    pub name: &'static str,
    /// Its value: visible ASCII and spaces, no double quote, no backslash.
    pub value: String,
}

/// What files differ in, as far as headers go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// Pages, and all that is not of another sort.
    Ordinary,
    /// The pages that search, which WebAssembly does.
    Search,
    /// Data files, a public interface.
    Data,
    /// Files whose address changes with what is in them.
    Lasting,
}

impl Sort {
    /// What sort of file a page is.
    pub fn of(page: &Page) -> Sort {
        match page {
            Page::Search(_) => Sort::Search,
            Page::AgreementData(..)
            | Page::AgreementIndex
            | Page::DefinitionsData
            | Page::ComparisonData
            | Page::MeasuresData
            | Page::VendorsData
            | Page::CompareSheet(..)
            | Page::CoverageData
            | Page::SubProcessorsData
            | Page::SubProcessorsSheet
            | Page::Schema(_) => Sort::Data,
            Page::Asset(_) => Sort::Lasting,
            _ => Sort::Ordinary,
        }
    }
}

/// What a page may load: its own files and nothing else (Content Security Policy Level 3). `sort` is that of the page.
pub fn policy(sort: Sort) -> String {
    // Only a header can say this; in a `<meta>` it is not heard, and complained about.
    format!("{}; frame-ancestors 'none'", policy_in_page(sort))
}

/// The same as it stands in the page itself, for hosts that send no headers.
pub fn policy_in_page(sort: Sort) -> String {
    let program = if sort == Sort::Search { " 'wasm-unsafe-eval'" } else { "" };
    format!(
        "default-src 'none'; style-src 'self'; script-src 'self'{program}; img-src 'self'; font-src 'self'; connect-src 'self'; \
         form-action 'self'; base-uri 'none'"
    )
}

/// The headers of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Headers {
    audience: Audience,
    hsts: Option<String>,
}

impl Headers {
    /// Those of a site for this audience, which says of HTTPS what is usual.
    pub fn usual(audience: Audience) -> Headers {
        Headers { audience, hsts: Some(HSTS.to_owned()) }
    }

    /// Those of this site.
    pub fn of(world: &World) -> Headers {
        let hsts = match &world.corpus.site.hsts {
            Hsts::Default => speaks_for_its_host(&world.base).then_some(HSTS),
            Hsts::Switch(is_on) => is_on.then_some(HSTS),
            Hsts::Value(value) => Some(value.as_str()),
        };
        Headers { audience: world.audience, hsts: hsts.map(str::to_owned) }
    }

    /// Those of every response, also where there is no file.
    pub fn of_all(&self) -> Vec<Header> {
        let hsts = self.hsts.iter().map(|value| header("Strict-Transport-Security", value));
        hsts.chain(safety()).collect()
    }

    /// Those of a sort of file, which come on top.
    pub fn of_sort(&self, sort: Sort) -> Vec<Header> {
        // A site behind a door has nothing in caches that many share, and no data for scripts of other sites: a
        // reader's browser may be let in where those are not.
        let is_public = self.audience == Audience::Public;
        let is_open = is_public && sort == Sort::Data;
        let mut headers = vec![
            header("Content-Security-Policy", &policy(sort)),
            header("Cross-Origin-Resource-Policy", if is_open { "cross-origin" } else { "same-origin" }),
        ];
        if is_open {
            headers.push(header("Access-Control-Allow-Origin", "*"));
        }
        let kept = match (sort, is_public) {
            (Sort::Lasting, true) => format!("public, {FOR_EVER}"),
            (Sort::Lasting, false) => format!("private, {FOR_EVER}"),
            // Kept, but asked for each time whether it is still what it was.
            (_, true) => "no-cache".to_owned(),
            (_, false) => "private, no-cache".to_owned(),
        };
        headers.push(header("Cache-Control", &kept));
        headers
    }
}

/// The headers of every response that concern the reader's safety and hold on any host, also on one without HTTPS.
pub fn safety() -> impl Iterator<Item = Header> {
    [
        ("X-Content-Type-Options", "nosniff"),
        // What `frame-ancestors` says, where a host knows no policy for an address: at those where there is nothing.
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", REFERRER),
        ("Permissions-Policy", PERMISSIONS),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ]
    .into_iter()
    .map(|(name, value)| header(name, value))
}

/// Files of the search index, as patterns of addresses in which `*` stands for anything, each with its sort. Their
/// names are known once it is made.
pub fn search_index(world: &World) -> Vec<(Address, Sort)> {
    let languages = world.languages().iter().filter(|_| world.corpus.site.has_search);
    languages.flat_map(|language| search_index_in(*language)).collect()
}

/// The same in one language.
pub fn search_index_in(language: Language) -> impl Iterator<Item = (Address, Sort)> {
    let lasting = ["fragment/*", "index/*", "filter/*", "*.pf_meta"].map(|name| (name, Sort::Lasting));
    let ordinary = ["pagefind.js", "pagefind-entry.json", "names.json", "*.pagefind"].map(|name| (name, Sort::Ordinary));
    lasting.into_iter().chain(ordinary).map(move |(name, sort)| (Address::search_index(language, name), sort))
}

/// Media types by the endings of files.
pub const TYPES: [(&str, &str); 21] = [
    ("avif", "image/avif"),
    ("css", "text/css"),
    ("csv", "text/csv"),
    ("gif", "image/gif"),
    ("html", "text/html"),
    ("ico", "image/x-icon"),
    ("ics", "text/calendar"),
    ("jpeg", "image/jpeg"),
    ("jpg", "image/jpeg"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("otf", "font/otf"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ttf", "font/ttf"),
    ("txt", "text/plain"),
    ("webp", "image/webp"),
    ("woff", "font/woff"),
    ("woff2", "font/woff2"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("xml", "application/xml"),
];

/// Media types of files that are more than their endings say (RFC 4287, jsonfeed.org).
pub const NAMED: [(&str, &str); 2] = [("feed.xml", "application/atom+xml"), ("feed.json", "application/feed+json")];

/// The media type of anything else. What searching needs is such: it is packed by itself, also its WebAssembly
/// (`wasm.nl.pagefind`).
pub const UNKNOWN: &str = "application/octet-stream";

/// The types that are said to be UTF-8. JSON always is (RFC 8259), and its types know no such parameter.
pub const UTF_8: [&str; 8] =
    ["application/atom+xml", "application/xml", "text/calendar", "text/css", "text/csv", "text/html", "text/javascript", "text/plain"];

/// The media type of a file, with its charset.
pub fn media_type(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let find = |table: &[(&str, &'static str)], wanted: &str| table.iter().find(|(own, _)| *own == wanted).map(|(_, kind)| *kind);
    let kind = find(&NAMED, name).or_else(|| find(&TYPES, ending)).unwrap_or(UNKNOWN);
    if UTF_8.contains(&kind) { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// Whether what the site says of its host is for it to say: of one that it has to itself, and that has HTTPS.
fn speaks_for_its_host(base: &Base) -> bool {
    base.path() == "/" && base.absolute(&Address::language_choice()).is_none_or(|whole| whole.starts_with("https://"))
}

fn header(name: &'static str, value: &str) -> Header {
    Header { name, value: value.to_owned() }
}

#[cfg(test)]
mod tests;
