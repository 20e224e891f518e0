//! The only reader of files: everything a site is made of, read once, with stable places.
//!
//! A site that changes is read again: what did not change keeps its place, and is the very same [`SourceFile`].
//!
//! What is read: `clausewerk.toml`, `content/`, `themes/` and `i18n/` below the site's folder, and beneath
//! those the built-in theme, messages and vocabularies. A path is relative to the site's folder, with `/`.
//! A layered path (`themes/default/…`, `i18n/…`, `content/vocabulary/…`) that the site lacks is found
//! among the built-in files; so is what the site has overridden, by [`Sources::layers`].

mod builtin;
mod enclosed;
mod remembered;
mod walk;

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

pub use enclosed::Enclosed;
pub use remembered::{Files, Remembered, Same};
pub use walk::{Fingerprint, fingerprint, is_passing, may_be_elsewhere, real};

use crate::diagnostic::{FileId, Finding, Place};

/// No text is larger: an 8 MiB agreement has some 4,000 pages, and a larger file is a mistake.
pub const MAX_TEXT_BYTES: u64 = 8 * 1024 * 1024;
/// No picture, font or script of a theme is larger.
pub const MAX_ASSET_BYTES: u64 = 16 * 1024 * 1024;

/// What a site says of itself as a whole.
pub const CONFIGURATION: &str = "clausewerk.toml";
/// What a site's folder may hold for us besides [`CONFIGURATION`]; anything else in it is the owner's own affair.
pub const FOLDERS: [&str; 3] = ["content", "i18n", "themes"];

/// Who wrote a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// It came with the program.
    BuiltIn,
    /// It is in the site's folder.
    Site,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// UTF-8 text without byte order mark; line ends as in the file.
    Text(Cow<'static, str>),
    /// Anything else: pictures and fonts of a theme.
    Bytes(Cow<'static, [u8]>),
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Relative to the site's folder (or to the built-in files), with `/` between segments.
    pub path: String,
    /// Who wrote it.
    pub origin: Origin,
    /// What is in it.
    pub content: Content,
}

impl SourceFile {
    /// The text, or nothing if the file is not a text.
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Text(text) => text,
            Content::Bytes(_) => "",
        }
    }

    /// The bytes, whatever they are.
    pub fn bytes(&self) -> &[u8] {
        match &self.content {
            Content::Text(text) => text.as_bytes(),
            Content::Bytes(bytes) => bytes,
        }
    }

    /// The path as people are told it: built-in files say so.
    pub fn shown_path(&self) -> String {
        match self.origin {
            Origin::Site => self.path.clone(),
            Origin::BuiltIn => format!("<built-in>/{}", self.path),
        }
    }
}

/// All files of a site, in the order of their paths.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// By their ids. A file that is gone stays as it last was, for whoever still points into it.
    files: Vec<Arc<SourceFile>>,
    /// The ids of all files that there are or were.
    ids: HashMap<(Origin, String), FileId>,
    site: BTreeMap<String, FileId>,
    built_in: BTreeMap<String, FileId>,
    /// What was wrong with files and folders when they were read, by their paths.
    told: BTreeMap<String, Vec<Finding>>,
    /// Whether any of the site's files is reached by a symbolic link.
    has_links: bool,
}

/// What may have changed in a site's folder since it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// Anything.
    Anything,
    /// Nothing but these, relative to the site's folder, with `/` between segments.
    Paths(BTreeSet<String>),
}

impl Sources {
    /// Reads a site's folder. Files that cannot be used become findings; the rest is read.
    ///
    /// # Errors
    /// If `root` is not a folder or cannot be listed.
    pub fn read(root: &Path) -> anyhow::Result<(Sources, Vec<Finding>)> {
        Sources::built_in().read_again(root, &Changed::Anything)
    }

    /// The same site after a change. Files that are as they were are the same ones, with the same ids; of `changed` nothing but what
    /// is named is looked at, where that is enough.
    ///
    /// # Errors
    /// As [`Sources::read`].
    pub fn read_again(&self, root: &Path, changed: &Changed) -> anyhow::Result<(Sources, Vec<Finding>)> {
        let mut sources = self.clone();
        let is_enough = match changed {
            Changed::Paths(paths) if !self.has_links => walk::read_files(root, paths, &mut sources)?,
            _ => false,
        };
        if !is_enough {
            sources = Sources { site: BTreeMap::new(), told: BTreeMap::new(), has_links: false, ..self.clone() };
            walk::read_site(root, &mut sources)?;
        }
        let findings = sources.told.values().flatten().cloned().collect();
        Ok((sources, findings))
    }

    /// Orders findings by place, then rule: by the paths of files, whenever they were first read.
    pub fn sort(&self, findings: &mut Vec<Finding>) {
        // A folder's files stand where the folder does: `a/b` before `a-b`.
        let path = |id: FileId| {
            let file = self.file(id);
            (file.origin, file.path.split('/'))
        };
        let by_file = |a: FileId, b: FileId| {
            let ((origin_a, path_a), (origin_b, path_b)) = (path(a), path(b));
            if a == b { Ordering::Equal } else { origin_a.cmp(&origin_b).then_with(|| path_a.cmp(path_b)) }
        };
        let by_place = |a: &Place, b: &Place| match (a, b) {
            (Place::Span(a), Place::Span(b)) => by_file(a.file, b.file).then_with(|| (a.start, a.end).cmp(&(b.start, b.end))),
            (a, b) => a.cmp(b),
        };
        findings.sort_by(|a, b| by_place(&a.place, &b.place).then_with(|| (a.rule.name, &a.args).cmp(&(b.rule.name, &b.args))));
        findings.dedup();
    }

    /// Only what came with the program.
    pub fn built_in() -> Sources {
        let mut sources = Sources::default();
        for (path, content) in builtin::files() {
            sources.add(SourceFile { path, origin: Origin::BuiltIn, content });
        }
        sources
    }

    /// The built-in files and the given texts as a site: what tests and examples start from.
    pub fn of_texts<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Sources {
        let mut sources = Sources::built_in();
        for (path, text) in texts {
            let content = Content::Text(Cow::Owned(text.to_owned()));
            sources.add(SourceFile { path: path.to_owned(), origin: Origin::Site, content });
        }
        sources
    }

    fn add(&mut self, file: SourceFile) -> FileId {
        let next = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        let id = *self.ids.entry((file.origin, file.path.clone())).or_insert(next);
        let index = match file.origin {
            Origin::Site => &mut self.site,
            Origin::BuiltIn => &mut self.built_in,
        };
        index.insert(file.path.clone(), id);
        match self.files.get_mut(id.0 as usize) {
            // Who remembers what was made of it sees that it is the same.
            Some(known) if **known == file => {}
            Some(known) => *known = Arc::new(file),
            None => self.files.push(Arc::new(file)),
        }
        id
    }

    /// Takes a file away.
    fn remove(&mut self, path: &str) {
        self.site.remove(path);
        self.told.remove(path);
    }

    /// Keeps what is wrong with a file or folder.
    fn tell(&mut self, path: &str, finding: Finding) {
        self.told.entry(path.to_owned()).or_default().push(finding);
    }

    /// A file by its id, to be remembered.
    pub fn shared(&self, id: FileId) -> &Arc<SourceFile> {
        &self.files[id.0 as usize]
    }

    /// A file by its id.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// The file that counts at this path: the site's, else the built-in one.
    pub fn find(&self, path: &str) -> Option<FileId> {
        self.site.get(path).or_else(|| self.built_in.get(path)).copied()
    }

    /// Every file at this path, the built-in one first: for files that are laid over each other.
    pub fn layers(&self, path: &str) -> impl Iterator<Item = FileId> {
        self.built_in.get(path).into_iter().chain(self.site.get(path)).copied()
    }

    /// The site's own files below a folder (`content/vendors/`), in the order of their paths.
    pub fn site_files<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = FileId> + 'a {
        below(&self.site, folder)
    }

    /// The paths below a folder, site over built-in, each once, in order.
    pub fn paths<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = &'a str> + 'a {
        let mut paths: Vec<&str> = [&self.site, &self.built_in]
            .into_iter()
            .flat_map(|index| {
                index.range(folder.to_owned()..).map(|(path, _)| path.as_str()).take_while(move |path| path.starts_with(folder))
            })
            .collect();
        paths.sort_unstable();
        paths.dedup();
        paths.into_iter()
    }

    /// Everything that lies below a folder, the built-in files first: to see whether any of it changed.
    pub fn all(&self, folder: &str) -> Files {
        [&self.built_in, &self.site]
            .into_iter()
            .flat_map(|index| below(index, folder))
            .map(|id| Same(Arc::clone(self.shared(id))))
            .collect()
    }

    /// How many bytes were read.
    pub fn size(&self) -> usize {
        self.site.values().chain(self.built_in.values()).map(|id| self.file(*id).bytes().len()).sum()
    }
}

fn below<'a>(index: &'a BTreeMap<String, FileId>, folder: &'a str) -> impl Iterator<Item = FileId> + 'a {
    index.range(folder.to_owned()..).take_while(move |(path, _)| path.starts_with(folder)).map(|(_, id)| *id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_site_lies_over_the_built_in_files() {
        let sources = Sources::of_texts([("i18n/nl/site.ftl", "home = Begin"), ("content/vendors/a/vendor.toml", "name = 'A'")]);
        let found = sources.find("i18n/nl/site.ftl").expect("the site's file");
        assert_eq!(sources.file(found).text(), "home = Begin");
        assert_eq!(sources.site_files("content/vendors/").count(), 1);
        assert_eq!(sources.layers("i18n/nl/site.ftl").last(), Some(found));
    }

    /// A folder with these files, read; it goes with the test.
    fn folder(texts: &[(&str, &str)]) -> (tempfile::TempDir, Sources) {
        let root = tempfile::tempdir().expect("a folder");
        for (path, text) in texts {
            write(root.path(), path, text);
        }
        let (sources, findings) = Sources::read(root.path()).expect("it can be read");
        assert_eq!(findings, []);
        (root, sources)
    }

    fn write(root: &Path, path: &str, text: &str) {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        std::fs::write(file, text).expect("it can be written");
    }

    #[test]
    fn what_did_not_change_is_the_very_same() {
        let (root, before) =
            folder(&[("content/pages/a/nl.md", "# A"), ("content/pages/b/nl.md", "# B"), ("content/pages/c/nl.md", "# C")]);
        write(root.path(), "content/pages/b/nl.md", "# B, anders");
        std::fs::remove_file(root.path().join("content/pages/c/nl.md")).expect("it can be removed");
        write(root.path(), "content/pages/0/nl.md", "# Nieuw");
        let paths = ["content/pages/b/nl.md", "content/pages/c/nl.md", "content/pages/0/nl.md"].map(str::to_owned);
        for changed in [Changed::Anything, Changed::Paths(paths.into())] {
            let (after, findings) = before.read_again(root.path(), &changed).expect("it can be read");
            assert_eq!(findings, []);
            let text = |path: &str| after.find(path).map(|id| after.file(id).text());
            assert_eq!(text("content/pages/b/nl.md"), Some("# B, anders"));
            assert_eq!(text("content/pages/c/nl.md"), None);
            assert_eq!(text("content/pages/0/nl.md"), Some("# Nieuw"));
            let id = |sources: &Sources, path: &str| sources.find(path).expect("the file");
            assert_eq!(id(&after, "content/pages/b/nl.md"), id(&before, "content/pages/b/nl.md"));
            let same = id(&after, "content/pages/a/nl.md");
            assert!(Arc::ptr_eq(after.shared(same), before.shared(id(&before, "content/pages/a/nl.md"))));
        }
    }

    #[test]
    fn findings_stand_in_the_order_of_the_files_whenever_they_came() {
        use crate::diagnostic::{EMPTY_FILE, Span};
        let (root, before) = folder(&[("content/pages/b-c/nl.md", "# B"), ("content/pages/b/nl.md", "# C")]);
        write(root.path(), "content/pages/a/nl.md", "# A");
        let (after, _) = before.read_again(root.path(), &Changed::Anything).expect("it can be read");
        let (clean, _) = Sources::read(root.path()).expect("it can be read");
        let told = |sources: &Sources| {
            let mut findings: Vec<Finding> =
                sources.site_files("content/").map(|id| Finding::new(EMPTY_FILE, Span::new(id, 0..0))).collect();
            findings.reverse();
            sources.sort(&mut findings);
            findings
                .iter()
                .filter_map(|finding| if let Place::Span(span) = finding.place { Some(sources.file(span.file).path.clone()) } else { None })
                .collect::<Vec<_>>()
        };
        assert_eq!(told(&after), told(&clean));
        assert_eq!(told(&clean), ["content/pages/a/nl.md", "content/pages/b/nl.md", "content/pages/b-c/nl.md"]);
    }
}
