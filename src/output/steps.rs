//! What the writer tells of its work while it does it.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// A change to the file system that is about to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step<'a> {
    /// What will be done.
    pub action: Action,
    /// To what.
    pub path: &'a Path,
}

/// What is done to a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Action {
    /// The lock is taken: its file is made if there is none.
    Lock,
    /// The lock is given back: its file is removed.
    Unlock,
    /// A folder is made.
    CreateFolder,
    /// A file is written that was not there before.
    Write,
    /// An unchanged file gets a second name, or is copied where it cannot have one.
    Keep,
    /// The new site takes the place of the old one.
    Swap,
    /// A single file takes its place.
    Place,
    /// A file is removed.
    RemoveFile,
    /// An empty folder is removed.
    RemoveFolder,
}

/// Is told every step before it is taken.
pub type Observe<'a> = dyn FnMut(Step<'_>) + Send + 'a;

/// Lets several threads tell one observer.
pub struct Steps<'a>(Mutex<&'a mut Observe<'a>>);

impl<'a> Steps<'a> {
    pub fn told_to(observe: &'a mut Observe<'a>) -> Self {
        Steps(Mutex::new(observe))
    }

    pub fn before(&self, action: Action, path: &Path) {
        let mut observe = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        observe(Step { action, path });
    }
}
