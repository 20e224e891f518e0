//! How an open page learns of a change: what is put into it, and the news that it is told.
//!
//! The script and its style sheet are in the preview only; a built page has no trace of them. What a page is, without them, is
//! told in headers, so that a page that stayed the same stays as it is.

use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use serde::Serialize;

use super::answer::File;
use crate::i18n::{Language, Messages, Value};
use crate::parse::Audience;
use crate::render;
use crate::source::Sources;

/// Below the site's base path: what is of the preview and not of the site.
pub const FOLDER: &str = "/_preview/";
/// Where news is told, below [`FOLDER`].
pub const EVENTS: &str = "events";
/// Where the bar asks about a page, below [`FOLDER`]; the page's path follows.
pub const ABOUT: &str = "about";
/// Where an audience is chosen, below [`FOLDER`]; its name follows.
pub const READ_AS: &str = "read-as/";

const SCRIPT: &str = "live.js";
const STYLES: &str = "live.css";
const BAR_SCRIPT: &str = "bar.js";
const BAR_STYLES: &str = "bar.css";

/// What the newest reading of the site came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct News {
    /// Readings are counted from one.
    pub number: u64,
    /// What is wrong, as the terminal shows it; `None` when the site is shown as it is.
    pub faults: Option<String>,
    /// When it was done, in milliseconds since the beginning of 1970.
    pub at: i64,
    /// How long it took, in milliseconds.
    pub took: u64,
}

impl News {
    /// The news of a reading.
    pub fn new(number: u64, faults: Option<String>, took: Duration) -> News {
        News { number, faults, at: Timestamp::now().as_millisecond(), took: u64::try_from(took.as_millis()).unwrap_or(u64::MAX) }
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
    /// As whom one reads it.
    pub audience: Audience,
}

impl Identity {
    /// As headers.
    pub fn headers(&self) -> Vec<(String, String)> {
        let said = [
            ("Preview-Page", self.page.as_str()),
            ("Preview-Scripts", &self.scripts),
            ("Preview-Styles", &self.styles),
            ("Preview-Audience", self.audience.name()),
        ];
        said.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
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
pub struct Live {
    /// The language.
    pub language: Language,
    /// Whether whoever looks may know what is wrong: it quotes files, whoever may read them.
    may_tell: bool,
    messages: Messages,
    words: Vec<(&'static str, String)>,
}

/// What the script says, by message.
const WORDS: [(&str, &str); 6] = [
    ("faults", "preview-faults"),
    ("gone", "preview-gone"),
    ("lost", "preview-lost"),
    ("hide", "preview-hide"),
    ("label", "preview-label"),
    ("untold", "preview-untold"),
];

impl Live {
    /// The preview's words in a language; to some only that something is wrong is told.
    pub fn new(language: Language, may_tell: bool) -> Live {
        let (messages, _) = Messages::load(&Sources::built_in());
        let live = Live { language, may_tell, messages, words: Vec::new() };
        Live { words: WORDS.map(|(name, id)| (name, live.say(id, &[]))).to_vec(), ..live }
    }

    /// A message in the language of whom the preview speaks to.
    pub fn say(&self, id: &str, args: &[(&str, Value)]) -> String {
        self.messages.text(self.language, id, args).unwrap_or_else(|missing| missing.to_string())
    }

    /// What is wrong, as far as it may be told.
    pub fn told<'a>(&'a self, report: &'a str) -> &'a str {
        if self.may_tell { report } else { self.word("untold") }
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
        let Identity { page, scripts, styles, audience } = identity;
        said.extend([("page", page.clone()), ("scripts", scripts.clone()), ("styles", styles.clone())]);
        said.push(("audience", audience.name().to_owned()));
        said.extend(self.words.iter().cloned());
        let said: String = said.iter().map(|(name, value)| format!(" data-{name}=\"{}\"", escape(value))).collect();
        format!("<script defer src=\"{}{}{SCRIPT}\"{said}></script>", escape(base.trim_end_matches('/')), FOLDER)
    }

    /// A page that says to an audience what is wrong when there is nothing else to show, and what it is.
    pub fn faulty(&self, report: &str, base: &str, audience: Audience) -> (Arc<[u8]>, Identity) {
        let report = self.told(report);
        let identity = Identity { page: hash(report.as_bytes()), scripts: String::new(), styles: String::new(), audience };
        // Not that of the panel over a page: nothing is here as it was before.
        let (title, folder) = (escape(&self.say("preview-errors", &[])), format!("{}{FOLDER}", escape(base.trim_end_matches('/'))));
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
             <title>{title}</title><link rel=\"stylesheet\" href=\"{folder}{STYLES}\"></head>\
             <body class=\"faulty\"><main><h1>{title}</h1><pre>{}</pre></main></body></html>\n",
            self.language,
            escape(report)
        );
        (self.page(page.as_bytes(), base, 500, &identity), identity)
    }
}

const END_OF_HEAD: &[u8] = b"</head>";

/// A file of the preview's own, by its name.
pub fn file(name: &str) -> Option<File> {
    let (kind, text) = match name {
        SCRIPT => ("text/javascript; charset=utf-8", include_str!("client/live.js")),
        STYLES => ("text/css; charset=utf-8", include_str!("client/live.css")),
        BAR_SCRIPT => ("text/javascript; charset=utf-8", include_str!("client/bar.js")),
        BAR_STYLES => ("text/css; charset=utf-8", include_str!("client/bar.css")),
        _ => return None,
    };
    Some(File { kind: kind.to_owned(), bytes: text.as_bytes().into(), headers: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_the_script_is_the_page() {
        let live = Live::new(Language::NL, true);
        let identity = Identity { page: "p".to_owned(), scripts: "s".to_owned(), styles: "t".to_owned(), audience: Audience::Public };
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
            let live = Live::new(language, true);
            assert!(live.words.iter().all(|(_, word)| !word.contains("preview-")), "{:?}", live.words);
            let page = String::from_utf8(live.faulty("<b>&", "/", Audience::Public).0.to_vec()).expect("text");
            assert!(page.contains("<pre>&lt;b&gt;&amp;</pre>"), "{page}");
            let title = if language == Language::NL { "De site bevat fouten" } else { "The site has errors" };
            assert!(page.contains(&format!("<h1>{title}</h1>")), "nothing here is as it was before: {page}");
        }
    }
}
