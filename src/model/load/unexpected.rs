//! Files in `content/` that nothing reads: mostly a name with a slip in it, and a text that is missing from the site.

use crate::diagnostic::{Finding, Place, UNEXPECTED_FILE, nearest};
use crate::i18n::{Language, Messages};
use crate::source::Sources;

const FOLDER: &str = "content/";
/// The folders in `content/`.
const FOLDERS: [&str; 5] = ["models", "pages", "sub-processors", "vendors", "vocabulary"];
const OF_VENDOR: [&str; 4] = ["coverage.toml", "facts.toml", "sub-processors.toml", "vendor.toml"];
const OF_AGREEMENT: &str = "agreement.toml";
const VOCABULARIES: [&str; 8] = [
    "concepts.toml",
    "countries.toml",
    "facts.toml",
    "laws.toml",
    "measures.toml",
    "personal-data.toml",
    "requirements.toml",
    "topics.toml",
];

/// What files of a folder may be called.
struct Expected {
    names: Vec<String>,
    /// Whether texts of any language may be there.
    texts: bool,
    /// Whether any TOML file may be there.
    tables: bool,
}

/// Tells of every file in `content/` that has no place in the content format.
pub fn tell(sources: &Sources, messages: &Messages) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in sources.site_files(FOLDER) {
        let path = &sources.file(file).path;
        let segments: Vec<&str> = path[FOLDER.len()..].split('/').collect();
        let Some((name, folders)) = segments.split_last() else { continue };
        let expected = expected(folders, messages);
        if expected.as_ref().is_some_and(|expected| expected.allows(name)) {
            continue;
        }
        let suggestion = match &expected {
            Some(expected) => {
                let near = nearest(&name.to_lowercase(), expected.names.iter().map(String::as_str));
                near.map(|near| {
                    [FOLDER.trim_end_matches('/')].into_iter().chain(folders.iter().copied()).chain([near]).collect::<Vec<_>>().join("/")
                })
            }
            None => folders.first().and_then(|folder| nearest(&folder.to_lowercase(), FOLDERS)).map(|folder| {
                let rest = path.split('/').skip(2).collect::<Vec<_>>().join("/");
                format!("{FOLDER}{folder}/{rest}")
            }),
        };
        let suggestion = suggestion.filter(|suggestion| suggestion != path).unwrap_or_default();
        findings.push(Finding::new(UNEXPECTED_FILE, Place::Path(path.clone())).with("suggestion", suggestion));
    }
    findings
}

/// `None` for a folder that the content format does not have.
fn expected(folders: &[&str], messages: &Messages) -> Option<Expected> {
    let texts = || messages.languages().map(|language| format!("{language}.md"));
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let (names, texts, tables) = match folders {
        [] => (vec!["playbook.toml".to_owned()], false, false),
        ["vendors", _] => (names(&OF_VENDOR), false, false),
        ["vendors", _, _] | ["models", _] => (texts().chain([OF_AGREEMENT.to_owned()]).collect(), true, false),
        ["vocabulary"] => (names(&VOCABULARIES), false, false),
        ["sub-processors"] => (Vec::new(), false, true),
        ["pages", ..] => (texts().collect(), true, false),
        _ => return None,
    };
    Some(Expected { names, texts, tables })
}

impl Expected {
    fn allows(&self, name: &str) -> bool {
        let is_text = name.strip_suffix(".md").is_some_and(|code| Language::from_code(code).is_some());
        self.names.iter().any(|known| known == name) || (self.texts && is_text) || (self.tables && name.ends_with(".toml"))
    }
}
