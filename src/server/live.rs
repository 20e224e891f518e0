//! How an open page learns of a change: what is put into it, and the news that it is told.
//!
//! The script and its style sheet are in the preview only; a built page has no trace of them. What a page is, without them, is
//! told in headers, so that a page that stayed the same stays as it is.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;

use super::answer::File;
use crate::i18n::{Language, Messages};
use crate::render;
use crate::source::Sources;

/// Below the site's base path: what is of the preview and not of the site.
pub const FOLDER: &str = "/_preview/";
/// Where news is told, below [`FOLDER`].
pub const EVENTS: &str = "events";

const SCRIPT: &str = "live.js";
const STYLES: &str = "live.css";

/// What the newest reading of the site came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct News {
    /// Readings are counted from one.
    pub number: u64,
    /// What is wrong, as the terminal shows it; `None` when the site is shown as it is.
    pub faults: Option<String>,
    /// How long it took, in milliseconds.
    pub took: u64,
}

impl News {
    /// The news of a reading.
    pub fn new(number: u64, faults: Option<String>, took: Duration) -> News {
        News { number, faults, took: u64::try_from(took.as_millis()).unwrap_or(u64::MAX) }
    }
}

/// What a page is, apart from the style sheets that can be exchanged beneath it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Hash of its bytes, whatever the address of its assets.
    pub page: String,
    /// Hash of the published files but style sheets.
    pub scripts: String,
    /// Hash of the style sheets.
    pub styles: String,
}

impl Identity {
    /// As headers.
    pub fn headers(&self) -> Vec<(String, String)> {
        [("Preview-Page", &self.page), ("Preview-Scripts", &self.scripts), ("Preview-Styles", &self.styles)]
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .to_vec()
    }
}

/// Text as it stands in HTML, also within an attribute.
fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    render::escape(text, &mut html);
    html
}

/// A short hash.
pub fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// The words of the preview in a language.
#[derive(Debug, Clone)]
pub struct Live {
    /// The language.
    pub language: Language,
    words: Vec<(&'static str, String)>,
}

/// What the script says, by message.
const WORDS: [(&str, &str); 5] = [
    ("faults", "preview-faults"),
    ("gone", "preview-gone"),
    ("lost", "preview-lost"),
    ("hide", "preview-hide"),
    ("label", "preview-label"),
];

impl Live {
    /// The preview's words in a language.
    pub fn new(language: Language) -> Live {
        let (messages, _) = Messages::load(&Sources::built_in());
        let say = |id: &str| messages.text(language, id, &[]).unwrap_or_else(|missing| missing.to_string());
        Live { language, words: WORDS.map(|(name, id)| (name, say(id))).to_vec() }
    }

    /// One of the words.
    fn word(&self, wanted: &str) -> &str {
        self.words.iter().find(|(name, _)| *name == wanted).map_or("", |(_, word)| word)
    }

    /// A page with the script in it. `status` is that of the answer.
    pub fn page(&self, page: &[u8], base: &str, status: u16, identity: &Identity) -> Arc<[u8]> {
        let script = self.script(base, status, identity);
        let at = page.windows(END_OF_HEAD.len()).position(|window| window == END_OF_HEAD).unwrap_or(page.len());
        let (head, rest) = page.split_at(at);
        [head, script.as_bytes(), rest].concat().into()
    }

    fn script(&self, base: &str, status: u16, identity: &Identity) -> String {
        let mut said = vec![("base", base.to_owned()), ("status", status.to_string()), ("lang", self.language.code().to_owned())];
        let Identity { page, scripts, styles } = identity;
        said.extend([("page", page.clone()), ("scripts", scripts.clone()), ("styles", styles.clone())]);
        said.extend(self.words.iter().cloned());
        let said: String = said.iter().map(|(name, value)| format!(" data-{name}=\"{}\"", escape(value))).collect();
        format!("<script defer src=\"{}{}{SCRIPT}\"{said}></script>", escape(base.trim_end_matches('/')), FOLDER)
    }

    /// A page that says what is wrong when there is nothing else to show.
    pub fn faulty(&self, report: &str, base: &str) -> Arc<[u8]> {
        let identity = Identity { page: hash(report.as_bytes()), scripts: String::new(), styles: String::new() };
        let (title, folder) = (escape(self.word("faults")), format!("{}{FOLDER}", escape(base.trim_end_matches('/'))));
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>{title}</title><link rel=\"stylesheet\" href=\"{folder}{STYLES}\"></head>\
             <body class=\"faulty\"><main><h1>{title}</h1><pre>{}</pre></main></body></html>\n",
            self.language,
            escape(report)
        );
        self.page(page.as_bytes(), base, 500, &identity)
    }
}

const END_OF_HEAD: &[u8] = b"</head>";

/// A file of the preview's own, by its name.
pub fn file(name: &str) -> Option<File> {
    let (kind, text) = match name {
        SCRIPT => ("text/javascript; charset=utf-8", include_str!("client/live.js")),
        STYLES => ("text/css; charset=utf-8", include_str!("client/live.css")),
        _ => return None,
    };
    Some(File { kind: kind.to_owned(), bytes: text.as_bytes().into(), headers: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_the_script_is_the_page() {
        let live = Live::new(Language::NL);
        let identity = Identity { page: "p".to_owned(), scripts: "s".to_owned(), styles: "t".to_owned() };
        let page = b"<html><head><title>A</title></head><body></head></body></html>";
        let shown = String::from_utf8(live.page(page, "/trust/", 200, &identity).to_vec()).expect("text");
        let script = live.script("/trust/", 200, &identity);
        assert!(script.starts_with("<script defer src=\"/trust/_preview/live.js\" data-base=\"/trust/\" data-status=\"200\""), "{script}");
        assert_eq!(shown.matches(&script).count(), 1);
        assert_eq!(shown.replace(&script, "").as_bytes(), page);
        assert!(shown.contains(&format!("<title>A</title>{script}</head>")));
    }

    #[test]
    fn what_is_wrong_is_text_in_every_language() {
        for language in [Language::NL, Language::EN] {
            let live = Live::new(language);
            assert!(live.words.iter().all(|(_, word)| !word.contains("preview-")), "{:?}", live.words);
            let page = String::from_utf8(live.faulty("<b>&", "/").to_vec()).expect("text");
            assert!(page.contains("<pre>&lt;b&gt;&amp;</pre>"), "{page}");
        }
    }
}
