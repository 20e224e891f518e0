//! Writes the files of a new site.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};

/// Writes files into a folder that does not exist yet or is empty.
///
/// # Errors
/// If the folder holds anything, or cannot be written; then what was written is taken away again.
pub fn create(files: &[(String, &[u8])], folder: &Path) -> anyhow::Result<()> {
    let existed = folder.exists();
    if existed {
        let mut entries = fs::read_dir(folder).with_context(|| format!("{} is not a folder that can be read", folder.display()))?;
        if entries.next().is_some() {
            bail!("{} is not empty: a new site needs a folder of its own, so choose another name", folder.display());
        }
    }
    let written = files.iter().try_for_each(|(path, bytes)| write(&folder.join(path), bytes));
    if written.is_err() {
        // Only what was just made is removed: the folder was empty or not there.
        let _ = fs::remove_dir_all(folder);
        if existed {
            let _ = fs::create_dir(folder);
        }
    }
    written
}

fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).with_context(|| format!("cannot make the folder {}", parent.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
