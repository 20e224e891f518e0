//! A folder that is not ours, read for others: nothing outside it is, whatever its links say.

use std::path::Path;

use anyhow::Context;
use cap_std::ambient_authority;
use cap_std::fs::Dir;

/// A folder of files, and nothing outside it: a link that leads out of it is not followed.
pub struct Enclosed(Dir);

impl Enclosed {
    /// Opens a folder.
    ///
    /// # Errors
    /// If it is no folder that can be read.
    pub fn open(folder: &Path) -> anyhow::Result<Enclosed> {
        let dir =
            Dir::open_ambient_dir(folder, ambient_authority()).with_context(|| format!("cannot open the folder {}", folder.display()))?;
        Ok(Enclosed(dir))
    }

    /// Whether there is an ordinary file at a path within: no folder, and nothing that is read without end, such as a pipe.
    pub fn is_file(&self, path: &str) -> bool {
        self.0.is_file(path)
    }

    /// The bytes of an ordinary file at a path within; `None` where there is none that can be read.
    pub fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.is_file(path).then(|| self.0.read(path).ok())?
    }

    /// The text of an ordinary file at a path within.
    pub fn text(&self, path: &str) -> Option<String> {
        String::from_utf8(self.read(path)?).ok()
    }
}
