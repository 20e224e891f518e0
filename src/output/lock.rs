//! One build at a time for one target.
//!
//! The lock is on an open file, so it goes with its process, however that ends. The file is removed by who holds
//! the lock; one that a killed process left is simply used again.

use std::fs::{self, File, TryLockError};
use std::path::PathBuf;

use anyhow::{Context as _, bail};

use super::addresses::RESERVED;
use super::steps::{Action, Steps};
use super::target::Target;

/// The ending of the lock's name.
pub const LOCK: &str = "-lock";

/// Held while a target is written to.
pub struct Lock<'a, 'o> {
    path: PathBuf,
    file: Option<File>,
    steps: &'a Steps<'o>,
}

impl<'a, 'o> Lock<'a, 'o> {
    /// Takes the lock of a target.
    ///
    /// # Errors
    /// If another process holds it, or no file can be made beside the target.
    pub fn take(target: &Target, steps: &'a Steps<'o>) -> anyhow::Result<Self> {
        // What is beside a mounted folder may not be writable at all.
        let path = if target.is_mount { target.folder.join(format!("{RESERVED}{LOCK}")) } else { target.parent.join(target.beside(LOCK)) };
        // Who held the lock may have removed its file between our opening and locking it: then it is another
        // file that counts. That cannot go on happening.
        for _ in 0..100 {
            steps.before(Action::Lock, &path);
            let file = File::options().create(true).write(true).truncate(false).open(&path).with_context(|| {
                let place = path.parent().unwrap_or(&path).display();
                format!("cannot write in {place}; a site is made beside its folder before it takes that place, so {place} must be writable")
            })?;
            match file.try_lock() {
                Ok(()) if is_at(&file, &path) => return Ok(Lock { path, file: Some(file), steps }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    bail!("another build is writing to {} at this moment; try again when it is done", target.folder.display())
                }
                Err(TryLockError::Error(error)) => return Err(error).with_context(|| format!("cannot lock {}", path.display())),
            }
        }
        bail!("cannot lock {}: other builds keep taking it", path.display())
    }

    /// Gives the lock back and removes its file.
    pub fn release(mut self) -> anyhow::Result<()> {
        self.give_back().with_context(|| format!("cannot remove {}", self.path.display()))
    }

    fn give_back(&mut self) -> std::io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        self.steps.before(Action::Unlock, &self.path);
        // Removed while it is still locked, so that nobody else's file is.
        let removed = fs::remove_file(&self.path);
        drop(file);
        removed
    }
}

impl Drop for Lock<'_, '_> {
    fn drop(&mut self) {
        // After an error, which is told instead of this one.
        let _ = self.give_back();
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    matches!((file.metadata().map(id), fs::symlink_metadata(path).map(id)), (Ok(ours), Ok(there)) if ours == there)
}

/// Elsewhere an open file cannot be removed.
#[cfg(not(unix))]
fn is_at(_: &File, _: &std::path::Path) -> bool {
    true
}
