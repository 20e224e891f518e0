//! Where a site is published, and which folders are refused for it.

use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, bail, ensure};

/// A folder that a site may be published to. It need not be there yet.
#[derive(Debug)]
pub struct Target {
    /// Without symbolic links.
    pub folder: PathBuf,
    /// The folder that it is in.
    pub parent: PathBuf,
    /// Its name in that.
    pub name: OsString,
    /// Whether it is there.
    pub exists: bool,
    /// Whether it is known to be on a file system of its own, so that it cannot be swapped.
    pub is_mount: bool,
}

impl Target {
    /// Finds the real folder that a path leads to.
    ///
    /// # Errors
    /// If it cannot be a folder, or is one that must never be replaced: the root of the file system, someone's
    /// home, or one of the `protected` or a folder above it.
    pub fn find(written: &Path, protected: &[&Path]) -> anyhow::Result<Target> {
        let shown = written.display();
        let (folder, exists) = real_path(written).with_context(|| format!("cannot publish to {shown}"))?;
        if exists {
            ensure!(folder.is_dir(), "cannot publish to {shown}: it is a file; choose a folder");
        }
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            bail!("refusing to publish to {shown}: it is the root of the file system; choose a folder of its own for the site");
        };
        if let Some(home) = std::env::home_dir().and_then(|home| fs::canonicalize(home).ok())
            && home.parent().is_some()
            && home.starts_with(&folder)
        {
            bail!("refusing to publish to {shown}: your home folder is there; choose a folder of its own for the site");
        }
        for kept in protected {
            let (kept, _) = real_path(kept).with_context(|| format!("cannot tell where {} is", kept.display()))?;
            ensure!(
                !kept.starts_with(&folder),
                "refusing to publish to {shown}: {} is there, which the site is made from; choose a folder of its own, such as `public`",
                kept.display()
            );
        }
        let is_mount = exists && device(&folder) != device(parent);
        Ok(Target { parent: parent.to_owned(), name: name.to_owned(), exists, is_mount, folder })
    }

    /// The same target, looked at anew: another build may have made it while this one waited.
    pub fn again(self) -> anyhow::Result<Target> {
        Target::find(&self.folder, &[])
    }

    /// A name beside the target: hidden, and recognisable as this target's.
    pub fn beside(&self, ending: &str) -> OsString {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(super::addresses::RESERVED);
        name.push(ending);
        name
    }
}

/// An absolute path without symbolic links, as far as it is there; and whether all of it is.
fn real_path(path: &Path) -> anyhow::Result<(PathBuf, bool)> {
    let absolute = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut there = absolute.as_path();
    loop {
        match fs::canonicalize(there) {
            Ok(real) => {
                let exists = missing.is_empty();
                return Ok((missing.into_iter().rev().fold(real, |path, name| path.join(name)), exists));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                ensure!(fs::symlink_metadata(there).is_err(), "{} is a symbolic link that leads nowhere", there.display());
                let (Some(parent), Some(Component::Normal(name))) = (there.parent(), there.components().next_back()) else {
                    bail!("{} is not there", there.display());
                };
                missing.push(name.to_owned());
                there = parent;
            }
            Err(error) => return Err(error).with_context(|| format!("cannot open {}", there.display())),
        }
    }
}

#[cfg(unix)]
fn device(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt as _;
    fs::metadata(path).ok().map(|metadata| metadata.dev())
}

/// Elsewhere the attempt to swap will tell.
#[cfg(not(unix))]
fn device(_: &Path) -> Option<u64> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_that_hold_more_than_a_site_are_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = fs::canonicalize(folder.path()).expect("its path");
        fs::create_dir_all(root.join("site/content")).expect("folders");
        fs::write(root.join("file"), "").expect("a file");
        let site = root.join("site");
        let home = std::env::home_dir().unwrap_or_else(|| "/".into());
        for (path, complaint) in [
            (root.join("site/public"), ""),
            (root.join("site/not/yet/there"), ""),
            (root.join("site/content/../public"), ""),
            (root.join("file"), "is a file"),
            (root.join("nowhere/../public"), "is not there"),
            (site.clone(), "made from"),
            (root.clone(), "made from"),
            (PathBuf::from("/"), "root of the file system"),
            (home, "refusing to publish"),
        ] {
            let said = Target::find(&path, &[&site]).err().map(|error| format!("{error:#}")).unwrap_or_default();
            assert!(if complaint.is_empty() { said.is_empty() } else { said.contains(complaint) }, "{}: {said}", path.display());
        }
    }
}
