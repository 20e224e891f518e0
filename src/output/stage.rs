//! The new site beside the old one, until it takes its place.
//!
//! A stage is a folder `.<name>.clausewerk-stage-…` that holds a marker and, in `site`, the tree that is swapped
//! in. After the swap that is the old tree, and goes with the stage. So whatever is in a marked stage is ours to
//! remove, also when a killed process left it; the marker goes last.

use std::path::{Path, PathBuf};
use std::{fs, io};

use anyhow::{Context as _, bail};
use rayon::prelude::*;
use tempfile::TempDir;

use super::files::{create_folder, folders_of, keep, remove_file, remove_folder, remove_tree, write};
use super::plan::{Plan, Planned};
use super::steps::{Action, Steps};
use super::survey::Survey;
use super::target::Target;

const ENDING: &str = "-stage-";
const SITE: &str = "site";
const MARKER: &str = "clausewerk-stage.txt";
const MARK: &str = "Clausewerk makes a site here, and removes this folder when it is done.\n";

/// A staged site. Removed when dropped.
pub struct Stage {
    folder: TempDir,
}

/// How the staged site takes the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renaming {
    /// As the system does it.
    Asked,
    /// As if the system refused, as it does for a mounted folder. For tests.
    Refused,
}

impl Stage {
    /// Makes the new site beside the target: unchanged files are the old ones under a second name.
    pub fn make(target: &Target, plan: &Plan<'_>, manifest: &Planned<'_>, steps: &Steps<'_>) -> anyhow::Result<Stage> {
        let context = || format!("cannot make a folder in {}, where the site is made before it takes its place", target.parent.display());
        let prefix = target.beside(ENDING);
        steps.before(Action::CreateFolder, &target.parent.join(&prefix));
        let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(&target.parent).with_context(context)?;
        mark(folder.path(), steps)?;
        let site = folder.path().join(SITE);
        create_folder(&site, steps)?;
        for folder in folders_of(plan.files.iter().map(|file| file.path)) {
            create_folder(&site.join(folder), steps)?;
        }
        plan.files.par_iter().chain([manifest]).try_for_each(|file| {
            let (path, old) = (site.join(file.path), target.folder.join(file.path));
            if file.unchanged { keep(&old, &path, steps) } else { write(&path, &file.content.bytes(), steps) }
        })?;
        if target.exists {
            // Who may enter the folder stays as the operator set it.
            let permissions = fs::metadata(&target.folder).map(|metadata| metadata.permissions());
            let set = permissions.and_then(|permissions| fs::set_permissions(&site, permissions));
            set.with_context(|| format!("cannot give {} the permissions of {}", site.display(), target.folder.display()))?;
        }
        Ok(Stage { folder })
    }

    /// Swaps the staged site and the old one in one step, or puts it where none was.
    pub fn swap(&self, target: &Target, renaming: Renaming, steps: &Steps<'_>) -> io::Result<()> {
        steps.before(Action::Swap, &target.folder);
        let site = self.folder.path().join(SITE);
        match renaming {
            Renaming::Refused => Err(io::ErrorKind::ResourceBusy.into()),
            Renaming::Asked if target.exists => exchange(&site, &target.folder),
            Renaming::Asked => fs::rename(&site, &target.folder),
        }
    }

    /// Removes the stage with the old site in it: exactly the files that were seen before. A file that came there
    /// since is left, and said.
    pub fn remove_old(self, old: &Survey, steps: &Steps<'_>) -> anyhow::Result<()> {
        let folder = self.folder.keep();
        let site = folder.join(SITE);
        if site.exists() {
            old.files.par_iter().chain(&old.own).try_for_each(|path| remove_file(&site.join(path), steps))?;
            let mut all = true;
            for inner in old.folders.iter().rev() {
                all &= remove_folder(&site.join(inner), steps)?;
            }
            all &= remove_folder(&site, steps)?;
            if !all {
                // Without the marker no later build will remove it.
                remove_file(&folder.join(MARKER), steps)?;
                bail!(
                    "the new site is in place, but files were put into the old one while it was made; they are now in {}",
                    site.display()
                );
            }
        }
        remove_marked(&folder, steps)
    }

    /// Removes the stage with the new site in it.
    pub fn discard(self, steps: &Steps<'_>) -> anyhow::Result<()> {
        remove_marked(&self.folder.keep(), steps)
    }
}

/// Whether swapping failed because this folder, or this file system, cannot do it.
pub fn is_refusal(error: &io::Error) -> bool {
    use io::ErrorKind::{CrossesDevices, InvalidInput, PermissionDenied, ResourceBusy, Unsupported};
    matches!(error.kind(), ResourceBusy | CrossesDevices | PermissionDenied | InvalidInput | Unsupported)
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(site: &Path, target: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    Ok(renameat_with(CWD, site, CWD, target, RenameFlags::EXCHANGE)?)
}

/// Other systems cannot swap two folders in one step.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Marks a folder as ours to remove.
pub fn mark(folder: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    write(&folder.join(MARKER), MARK.as_bytes(), steps)
}

/// Removes a marked folder and all that is in it.
pub fn remove_marked(folder: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    for entry in list(folder)? {
        if entry.file_name() == Some(MARKER.as_ref()) {
            continue;
        }
        if is_folder(&entry) { remove_tree(&entry, steps)? } else { remove_file(&entry, steps)? }
    }
    remove_file(&folder.join(MARKER), steps)?;
    remove_folder(folder, steps).map(drop)
}

/// Removes a folder that an earlier run left: one that is marked, or was killed before it could be. Others stay.
pub fn remove_if_left(folder: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    if !is_folder(folder) {
        return Ok(());
    }
    let entries = list(folder)?;
    if entries.iter().any(|entry| entry.file_name() == Some(MARKER.as_ref())) {
        remove_marked(folder, steps)
    } else if entries.is_empty() {
        remove_folder(folder, steps).map(drop)
    } else {
        Ok(())
    }
}

/// Removes the stages that killed runs left beside a target. The lock of the target must be held: then none of
/// them is in use.
pub fn clean(target: &Target, steps: &Steps<'_>) -> anyhow::Result<()> {
    let prefix = target.beside(ENDING);
    for entry in list(&target.parent)? {
        let ours = entry.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(prefix.as_encoded_bytes()));
        if ours {
            remove_if_left(&entry, steps)?;
        }
    }
    Ok(())
}

fn list(folder: &Path) -> anyhow::Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).and_then(|entries| entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>());
    let mut entries = entries.with_context(|| format!("cannot list {}", folder.display()))?;
    entries.sort_unstable();
    Ok(entries)
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_dir())
}
