//! A built site as its host is to serve it.

use std::path::Path;

use super::answer::{Answer, File};
use super::preview::below;
use crate::parse::Audience;
use crate::site::address;
use crate::site::headers::{Header, Headers, Sort, media_type};
use crate::source::Enclosed;

/// What the host is told of headers, in the folder itself.
const RULES: &str = "_headers";
const NOT_FOUND: &str = "404.html";
/// HTTPS only is not to be said over HTTP (RFC 6797, section 7.2).
const OF_HTTPS: &str = "Strict-Transport-Security";
/// The one hidden folder that is meant to be seen (RFC 8615).
const WELL_KNOWN: &str = ".well-known";

/// A built site, with what its host is told.
pub struct Folder {
    dir: Enclosed,
    rules: Vec<Rule>,
    /// The path below which its pages link to each other, decoded: `/`, or `/trust/`.
    base: String,
}

/// Headers of the addresses that a pattern stands for, which is decoded.
struct Rule {
    pattern: String,
    headers: Vec<(String, String)>,
}

impl Folder {
    /// Opens a folder; `None` if it holds no site.
    ///
    /// # Errors
    /// If it is no folder that can be read.
    pub fn open(folder: &Path) -> anyhow::Result<Option<Folder>> {
        let dir = Enclosed::open(folder)?;
        if !dir.is_file("index.html") {
            return Ok(None);
        }
        let rules = dir.text(RULES).map_or_else(usual, |text| rules(&text));
        // The first rule is that of all addresses of the site.
        let base =
            rules.first().and_then(|rule| rule.pattern.strip_suffix('*')).filter(|base| base.ends_with('/')).unwrap_or("/").to_owned();
        Ok(Some(Folder { dir, rules, base }))
    }

    /// The path below which its pages link to each other, as links have it: `/`, or `/trust/`.
    pub fn base(&self) -> String {
        address::encoded(&self.base)
    }

    /// The answer to a decoded path.
    pub fn answer(&self, path: &str) -> Answer {
        let Some(inner) = below(path, &self.base).map(|inner| &inner[1..]) else { return Answer::Moved(self.base.clone()) };
        if !is_visible(inner) {
            return self.not_found();
        }
        if let Some(folder) = path.strip_suffix("index.html").filter(|folder| folder.ends_with('/')) {
            return Answer::Moved(folder.to_owned());
        }
        let file = if path.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() };
        match self.dir.read(&file) {
            Some(bytes) => Answer::Found(self.file(path, &file, bytes)),
            None if !path.ends_with('/') && self.dir.is_file(&format!("{inner}/index.html")) => Answer::Moved(format!("{path}/")),
            None => self.not_found(),
        }
    }

    fn not_found(&self) -> Answer {
        let bytes = self.dir.read(NOT_FOUND).unwrap_or_default();
        Answer::NotFound(self.file(&format!("{}{NOT_FOUND}", self.base), NOT_FOUND, bytes))
    }

    fn file(&self, path: &str, file: &str, bytes: Vec<u8>) -> File {
        let kind = media_type(file);
        let said = self.rules.iter().filter(|rule| rule.is_for(path)).flat_map(|rule| rule.headers.iter().cloned());
        File { kind, bytes: bytes.into(), headers: said.filter(|(name, _)| !name.eq_ignore_ascii_case(OF_HTTPS)).collect() }
    }
}

/// Whether a path is one that a host shows: nothing hidden, and nothing that is no plain path.
fn is_visible(inner: &str) -> bool {
    let is_plain = |segment: &str| !segment.starts_with('.') && !segment.contains(['\\', '\0', ':']);
    // What the host is told is for the host.
    if inner.starts_with('_') {
        return false;
    }
    let rest = inner.strip_prefix(WELL_KNOWN).filter(|rest| rest.starts_with('/')).map_or(inner, |rest| &rest[1..]);
    let segments: Vec<&str> = rest.strip_suffix('/').unwrap_or(rest).split('/').collect();
    segments.iter().all(|segment| is_plain(segment)) && (rest.is_empty() || segments.iter().all(|segment| !segment.is_empty()))
}

impl Rule {
    fn is_for(&self, path: &str) -> bool {
        match self.pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => self.pattern == path,
        }
    }
}

/// The rules of a `_headers` file, as `clausewerk build` writes it.
fn rules(text: &str) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    for line in text.lines().filter(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty()) {
        match (line.starts_with(' ').then(|| line.trim().split_once(':')).flatten(), rules.last_mut()) {
            (Some((name, value)), Some(rule)) => rule.headers.push((name.to_owned(), value.trim().to_owned())),
            _ => rules.push(Rule { pattern: address::decode(line.trim()).unwrap_or_default(), headers: Vec::new() }),
        }
    }
    rules
}

/// What is sent with every file where the folder does not say.
fn usual() -> Vec<Rule> {
    let usual = Headers::usual(Audience::Public);
    let headers = usual.of_all().into_iter().chain(usual.of_sort(Sort::Ordinary));
    vec![Rule { pattern: "/*".to_owned(), headers: headers.map(|Header { name, value }| (name.to_owned(), value)).collect() }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_hidden_and_nothing_outside_is_shown() {
        for shown in ["", "nl/", "nl/vendors/a/", "nl/feed.xml", ".well-known/security.txt", "a b/"] {
            assert!(is_visible(shown), "{shown}");
        }
        let hidden = [
            "..",
            "../x",
            "nl/../x",
            ".git/config",
            "nl/.hidden",
            ".well-known/../x",
            "nl//x",
            "a\\..\\b",
            "C:/x",
            "x\0",
            ".",
            "./x",
            "/etc/passwd",
            "_headers",
        ];
        for hidden in hidden {
            assert!(!is_visible(hidden), "{hidden}");
        }
    }

    #[test]
    fn rules_are_read_as_they_are_written() {
        let read = rules("# Headers\n\n/*\n  X-A: 1\n  X-B: a: b\n\n/data/*\n  X-C: 2\n");
        let of = |path: &str| -> Vec<String> {
            let said = read.iter().filter(|rule| rule.is_for(path)).flat_map(|rule| &rule.headers);
            said.map(|(name, value)| format!("{name}={value}")).collect()
        };
        assert_eq!(of("/nl/"), ["X-A=1", "X-B=a: b"]);
        assert_eq!(of("/data/x.json"), ["X-A=1", "X-B=a: b", "X-C=2"]);
    }
}
