//! The theme, messages and vocabularies inside the binary.

use std::borrow::Cow;

use include_dir::{Dir, include_dir};

use super::Content;

static THEME: Dir = include_dir!("$CARGO_MANIFEST_DIR/themes/default");
static MESSAGES: Dir = include_dir!("$CARGO_MANIFEST_DIR/i18n");
static VOCABULARY: Dir = include_dir!("$CARGO_MANIFEST_DIR/content/vocabulary");

/// Path and content of every built-in file.
pub fn files() -> Vec<(String, Content)> {
    let mut found = Vec::new();
    for (root, dir) in [("themes/default", &THEME), ("i18n", &MESSAGES), ("content/vocabulary", &VOCABULARY)] {
        collect(root, dir, &mut found);
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

fn collect(root: &str, dir: &'static Dir<'static>, found: &mut Vec<(String, Content)>) {
    for file in dir.files() {
        let path = file.path().iter().filter_map(|segment| segment.to_str()).fold(root.to_owned(), |path, segment| path + "/" + segment);
        let content = match file.contents_utf8() {
            Some(text) => Content::Text(Cow::Borrowed(text)),
            None => Content::Bytes(Cow::Borrowed(file.contents())),
        };
        found.push((path, content));
    }
    for dir in dir.dirs() {
        collect(root, dir, found);
    }
}
