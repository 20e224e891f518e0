//! Which files a site may have: each path names one file below the target folder, on every file system.

use std::collections::BTreeMap;

use anyhow::{bail, ensure};

/// The beginning of the names that this program keeps for itself in the target folder.
pub const RESERVED: &str = ".clausewerk";

/// Holds the paths of a site against each other.
///
/// # Errors
/// If a path leads out of the folder or is not one in its shortest form; if it is kept for this program; if two
/// are the same where case does not count, or one is a folder of the other.
pub fn check<'a>(paths: impl IntoIterator<Item = &'a str>) -> anyhow::Result<()> {
    // Each file and folder, by how a file system that ignores case knows it.
    let mut known: BTreeMap<String, (&str, Kind)> = BTreeMap::new();
    for path in paths {
        check_alone(path)?;
        let folders = path.match_indices('/').map(|(at, _)| (&path[..at], Kind::Folder));
        for (name, kind) in folders.chain([(path, Kind::File)]) {
            let Some(&(other, other_kind)) = known.get(&name.to_lowercase()) else {
                known.insert(name.to_lowercase(), (name, kind));
                continue;
            };
            ensure!(
                other == name,
                "`{other}` and `{name}` differ only in case, and many file systems cannot hold both; rename one of them"
            );
            ensure!(kind == other_kind, "`{name}` would be both a file and a folder; rename one of them");
            ensure!(kind == Kind::Folder, "`{name}` would be written twice");
        }
    }
    Ok(())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
}

fn check_alone(path: &str) -> anyhow::Result<()> {
    ensure!(!path.is_empty(), "a file without a name cannot be written");
    ensure!(!path.starts_with('/'), "`{path}` is not relative to the target folder");
    ensure!(!path.contains(['\0', '\\']), "`{}` holds a character that no file name may have", path.escape_debug());
    for segment in path.split('/') {
        match segment {
            "" => bail!("`{path}` has an empty segment"),
            "." | ".." => bail!("`{path}` leads elsewhere: it may not hold `{segment}`"),
            _ => {}
        }
    }
    ensure!(
        !path.to_ascii_lowercase().starts_with(RESERVED),
        "`{path}` cannot be written: names that begin with `{RESERVED}` are the program's own"
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_that_would_not_land_where_they_say_are_refused() {
        for (paths, complaint) in [
            (&["index.html", "nl/index.html", "nl/a/index.html", ".well-known/security.txt"][..], ""),
            (&[""], "without a name"),
            (&["/etc/passwd"], "not relative"),
            (&["nl//index.html"], "empty segment"),
            (&["nl/"], "empty segment"),
            (&["nl/../index.html"], "leads elsewhere"),
            (&["./index.html"], "leads elsewhere"),
            (&["nl\\index.html"], "holds a character"),
            (&["nl\0"], "holds a character"),
            (&[".clausewerk.json"], "program's own"),
            (&["nl", "nl/index.html"], "both a file and a folder"),
            (&["nl/index.html", "nl"], "both a file and a folder"),
            (&["nl/A.html", "nl/a.html"], "differ only in case"),
            (&["nl/a.html", "NL/b.html"], "differ only in case"),
            (&["É.html", "é.html"], "differ only in case"),
        ] {
            let said = check(paths.iter().copied()).err().map(|error| error.to_string()).unwrap_or_default();
            assert!(if complaint.is_empty() { said.is_empty() } else { said.contains(complaint) }, "{paths:?}: {said}");
        }
    }
}
