//! The single changes to the file system, each told before it is made.

use std::collections::BTreeSet;
use std::fs::{self, File, FileTimes};
use std::io::{self, Write as _};
use std::path::Path;

use anyhow::Context as _;
use rayon::prelude::*;

use super::steps::{Action, Steps};

/// Writes a file that is not there yet.
pub fn write(path: &Path, bytes: &[u8], steps: &Steps<'_>) -> anyhow::Result<()> {
    steps.before(Action::Write, path);
    File::create_new(path).and_then(|mut file| file.write_all(bytes)).with_context(|| format!("cannot write {}", path.display()))
}

/// Makes a folder. One that is there stays, as it may under another name where case does not count.
pub fn create_folder(path: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    steps.before(Action::CreateFolder, path);
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => made,
    }
    .with_context(|| format!("cannot make the folder {}", path.display()))
}

/// Gives a file a second name, and with that the same bytes and times. Some file systems have no second names,
/// or only so many: there it is copied.
pub fn keep(old: &Path, new: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    steps.before(Action::Keep, new);
    fs::hard_link(old, new)
        .or_else(|_| copy_with_times(old, new))
        .with_context(|| format!("cannot keep {} as {}", old.display(), new.display()))
}

fn copy_with_times(old: &Path, new: &Path) -> io::Result<()> {
    let metadata = fs::metadata(old)?;
    fs::copy(old, new)?;
    let times = FileTimes::new().set_modified(metadata.modified()?).set_accessed(metadata.accessed()?);
    File::options().write(true).open(new)?.set_times(times)
}

/// Moves a file to its place, over the one that is there.
pub fn place(staged: &Path, path: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    steps.before(Action::Place, path);
    fs::rename(staged, path).with_context(|| format!("cannot put {} in its place", path.display()))
}

/// Removes a file, unless somebody else did.
pub fn remove_file(path: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    steps.before(Action::RemoveFile, path);
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).with_context(|| format!("cannot remove {}", path.display())),
        _ => Ok(()),
    }
}

/// Removes a folder if it is empty, and says whether it was.
pub fn remove_folder(path: &Path, steps: &Steps<'_>) -> anyhow::Result<bool> {
    steps.before(Action::RemoveFolder, path);
    match fs::remove_dir(path) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(false),
        Err(error) => Err(error).with_context(|| format!("cannot remove the folder {}", path.display())),
    }
}

/// Removes a folder and all that is in it. Symbolic links are removed, not followed.
pub fn remove_tree(folder: &Path, steps: &Steps<'_>) -> anyhow::Result<()> {
    let context = || format!("cannot list {}", folder.display());
    let entries = fs::read_dir(folder).with_context(context)?.collect::<Result<Vec<_>, _>>().with_context(context)?;
    entries.par_iter().try_for_each(|entry| {
        let path = entry.path();
        if entry.file_type().with_context(context)?.is_dir() { remove_tree(&path, steps) } else { remove_file(&path, steps) }
    })?;
    remove_folder(folder, steps).map(drop)
}

/// The folders that these files are in, each before those in it.
pub fn folders_of<'a>(paths: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    paths.into_iter().flat_map(|path| path.match_indices('/').map(|(at, _)| &path[..at])).collect()
}
