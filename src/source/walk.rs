//! Walks a site's folder and reads what belongs to the site.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::Context;

use super::{CONFIGURATION, Content, FOLDERS, MAX_ASSET_BYTES, MAX_TEXT_BYTES, Origin, SourceFile, Sources};
use crate::diagnostic::{
    FILE_TOO_LARGE, FileId, Finding, INVALID_UTF8, Place, SYMLINK_LOOP, SYMLINK_OUTSIDE, Span, UNEXPECTED_FILE, UNREADABLE_FILE, nearest,
};

/// Some editors begin a file with it; it is no part of the text.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// What the texts are called.
const TEXT_KINDS: [&str; 3] = ["md", "toml", "ftl"];

/// Reads the configuration and the three folders into `sources`.
pub fn read_site(root: &Path, sources: &mut Sources) -> anyhow::Result<()> {
    let mut walk = Walk::new(root, sources)?;
    let root = walk.root.clone();
    if root.join(CONFIGURATION).exists() {
        let is_link = root.join(CONFIGURATION).is_symlink();
        walk.sources.has_links |= is_link;
        walk.file(&root.join(CONFIGURATION), CONFIGURATION.to_owned(), is_link);
    }
    for folder in FOLDERS {
        if root.join(folder).is_dir() {
            walk.sources.has_links |= root.join(folder).is_symlink();
            walk.folder(&root.join(folder), folder, &mut vec![root.clone()]);
        }
    }
    Ok(())
}

/// Reads files again of which it is known that nothing else changed, and says whether that was enough: where a folder came or went, or
/// a link, all is to be read.
pub fn read_files(root: &Path, paths: &BTreeSet<String>, sources: &mut Sources) -> anyhow::Result<bool> {
    let mut walk = Walk::new(root, sources)?;
    for path in paths {
        let mut segments = path.split('/');
        let is_ours = path == CONFIGURATION || segments.next().is_some_and(|first| FOLDERS.contains(&first));
        if !is_ours || segments.any(is_passing) {
            continue;
        }
        let file = walk.root.join(path);
        match fs::symlink_metadata(&file) {
            Ok(found) if found.is_file() => {
                walk.sources.remove(path);
                walk.file(&file, path.clone(), false);
            }
            Ok(_) => return Ok(false),
            Err(_) => {
                let folder = format!("{path}/");
                let is_folder =
                    walk.sources.site_files(&folder).next().is_some() || walk.sources.told.keys().any(|told| told.starts_with(&folder));
                if is_folder {
                    return Ok(false);
                }
                walk.sources.remove(path);
            }
        }
    }
    Ok(true)
}

/// The path by which the system knows a folder, without links; as given where there is none.
pub fn real(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Whether a path is a symbolic link, or a folder, which may hold links.
pub fn may_be_elsewhere(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink() || found.is_dir())
}

/// What a site's files were at some time, as far as it can be seen without reading them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint {
    /// Changes when a file that belongs to the site is added, removed, renamed or written.
    pub hash: u64,
    /// Whether any of them is a symbolic link, or stands in a folder that is one.
    pub has_links: bool,
}

/// Looks at a site's files.
pub fn fingerprint(root: &Path) -> Fingerprint {
    let mut hasher = DefaultHasher::new();
    let mut has_links = false;
    let own = real(root);
    let mut led_to = HashSet::new();
    let mut open: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).chain([root.join(CONFIGURATION)]).collect();
    while let Some(path) = open.pop() {
        let Ok(mut found) = fs::symlink_metadata(&path) else { continue };
        if found.is_symlink() {
            has_links = true;
            let (Ok(end), Ok(there)) = (fs::canonicalize(&path), fs::metadata(&path)) else { continue };
            (&path, &end).hash(&mut hasher);
            // What is outside is not read; and where links lead in a circle, once around is enough.
            if !end.starts_with(&own) || (there.is_dir() && !led_to.insert(end)) {
                continue;
            }
            found = there;
        }
        (&path, found.len(), found.modified().ok()).hash(&mut hasher);
        if found.is_dir()
            && let Ok(entries) = fs::read_dir(&path)
        {
            let mut entries: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
            entries.sort_unstable();
            open.extend(entries);
        }
    }
    Fingerprint { hash: hasher.finish(), has_links }
}

struct Walk<'a> {
    /// The real path of the site's folder.
    root: PathBuf,
    sources: &'a mut Sources,
}

impl<'a> Walk<'a> {
    fn new(root: &Path, sources: &'a mut Sources) -> anyhow::Result<Walk<'a>> {
        let root = fs::canonicalize(root).with_context(|| format!("cannot open the site folder {}", root.display()))?;
        anyhow::ensure!(root.is_dir(), "{} is not a folder", root.display());
        Ok(Walk { root, sources })
    }

    fn tell(&mut self, path: &str, finding: Finding) {
        self.sources.tell(path, finding);
    }

    /// Reads a folder. `above` holds the real paths of the folders that lead here, so that a link back is seen.
    fn folder(&mut self, folder: &Path, name: &str, above: &mut Vec<PathBuf>) {
        let real = match fs::canonicalize(folder) {
            Ok(real) => real,
            Err(error) => return self.unreadable(name, &error),
        };
        if above.contains(&real) {
            return self.tell(name, Finding::new(SYMLINK_LOOP, Place::Path(name.to_owned())));
        }
        if !real.starts_with(&self.root) {
            return self.tell(name, Finding::new(SYMLINK_OUTSIDE, Place::Path(name.to_owned())));
        }
        let entries: std::io::Result<Vec<_>> = fs::read_dir(folder).and_then(Iterator::collect);
        let mut entries = match entries {
            Ok(entries) => entries,
            Err(error) => return self.unreadable(name, &error),
        };
        // The order of a directory differs between file systems; ours never does.
        entries.sort_by_key(fs::DirEntry::file_name);
        above.push(real);
        for entry in entries {
            let own = entry.file_name();
            let Some(own) = own.to_str() else {
                let shown = format!("{name}/{}", own.to_string_lossy());
                let finding = Finding::new(UNREADABLE_FILE, Place::Path(shown.clone())).with("error", "the name is not UTF-8");
                self.tell(&shown, finding);
                continue;
            };
            if is_passing(own) {
                continue;
            }
            let path = format!("{name}/{own}");
            let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
            self.sources.has_links |= is_link;
            match fs::metadata(entry.path()) {
                Ok(found) if found.is_dir() => self.folder(&entry.path(), &path, above),
                Ok(found) if found.is_file() => self.file(&entry.path(), path, is_link),
                Ok(_) => self.tell(&path, Finding::new(UNEXPECTED_FILE, Place::Path(path.clone())).with("suggestion", "")),
                // A link to itself answers with "too many levels", never with a folder.
                Err(_) if is_link && fs::canonicalize(entry.path()).is_err_and(|e| e.raw_os_error() == Some(40)) => {
                    self.tell(&path, Finding::new(SYMLINK_LOOP, Place::Path(path.clone())));
                }
                Err(error) => self.unreadable(&path, &error),
            }
        }
        above.pop();
    }

    /// Reads a file. Its folder is within the site's; it may be a link that is not.
    fn file(&mut self, file: &Path, path: String, is_link: bool) {
        let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
        let is_theme = path.starts_with("themes/");
        if !is_theme && !TEXT_KINDS.contains(&kind) {
            let suggestion =
                nearest(kind, TEXT_KINDS).or_else(|| ["markdown", "mdown", "txt"].contains(&kind).then_some("md")).unwrap_or_default();
            let suggestion = if suggestion.is_empty() {
                String::new()
            } else {
                format!("{}.{suggestion}", path.trim_end_matches(kind).trim_end_matches('.'))
            };
            return self.tell(&path, Finding::new(UNEXPECTED_FILE, Place::Path(path.clone())).with("suggestion", suggestion));
        }
        if is_link {
            match fs::canonicalize(file) {
                Ok(real) if !real.starts_with(&self.root) => {
                    return self.tell(&path, Finding::new(SYMLINK_OUTSIDE, Place::Path(path.clone())));
                }
                Ok(_) => {}
                Err(error) => return self.unreadable(&path, &error),
            }
        }
        let limit = if is_theme { MAX_ASSET_BYTES } else { MAX_TEXT_BYTES };
        let size = match fs::metadata(file) {
            Ok(found) if found.is_file() => found.len(),
            // Reading a pipe would never end.
            Ok(_) => return self.tell(&path, Finding::new(UNEXPECTED_FILE, Place::Path(path.clone())).with("suggestion", "")),
            Err(error) => return self.unreadable(&path, &error),
        };
        if size > limit {
            let finding = Finding::new(FILE_TOO_LARGE, Place::Path(path.clone())).with("size", mebibytes(size));
            return self.tell(&path, finding.with("limit", mebibytes(limit)));
        }
        match fs::read(file) {
            Ok(bytes) => self.keep(path, bytes, is_theme),
            Err(error) => self.unreadable(&path, &error),
        }
    }

    fn keep(&mut self, path: String, mut bytes: Vec<u8>, is_theme: bool) {
        if bytes.starts_with(BYTE_ORDER_MARK) {
            bytes.drain(..BYTE_ORDER_MARK.len());
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.sources.add(SourceFile { path, origin: Origin::Site, content: Content::Text(Cow::Owned(text)) });
            }
            Err(wrong) if is_theme => {
                let content = Content::Bytes(Cow::Owned(wrong.into_bytes()));
                self.sources.add(SourceFile { path, origin: Origin::Site, content });
            }
            Err(wrong) => {
                // The readable rest is kept, so that other faults of the same file are told in the same run.
                let at = wrong.utf8_error().valid_up_to();
                let text = String::from_utf8_lossy(wrong.as_bytes()).into_owned();
                let file = SourceFile { path: path.clone(), origin: Origin::Site, content: Content::Text(Cow::Owned(text)) };
                let id: FileId = self.sources.add(file);
                self.tell(&path, Finding::new(INVALID_UTF8, Span::new(id, at..at + '\u{fffd}'.len_utf8())));
            }
        }
    }

    fn unreadable(&mut self, path: &str, error: &std::io::Error) {
        self.tell(path, Finding::new(UNREADABLE_FILE, Place::Path(path.to_owned())).with("error", error.to_string()));
    }
}

/// Whether a name is that of a hidden file, or of one that an editor leaves for a moment.
pub fn is_passing(name: &str) -> bool {
    name.starts_with('.')
        || name.ends_with('~')
        || name.starts_with('#')
        || name.ends_with(".swp")
        || name.ends_with(".tmp")
        || name == "Thumbs.db"
}

fn mebibytes(size: u64) -> String {
    let size = size as f64 / (1024.0 * 1024.0);
    format!("{size:.1} MiB")
}
