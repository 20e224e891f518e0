//! The list of what this program wrote: `.clausewerk.json` in the target folder.
//!
//! It holds no date and no machine, so the same site has the same list:
//!
//! ```json
//! { "manifest": 1, "audience": "public", "files": { "nl/index.html": "<BLAKE3 of its bytes, in hexadecimal>" } }
//! ```

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context as _, ensure};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::content::Content;

/// Its name.
pub const MANIFEST: &str = ".clausewerk.json";

const VERSION: u32 = 1;

/// The files of a site by their paths, each with the BLAKE3 hash of its bytes in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    manifest: u32,
    /// For whom the site was made.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub audience: String,
    pub files: BTreeMap<String, String>,
}

impl Manifest {
    /// The list of these files.
    pub fn of<C: Content>(audience: &str, pages: &BTreeMap<String, C>) -> Self {
        let files = pages.par_iter().map(|(path, content)| (path.clone(), content.hash().to_hex().to_string())).collect();
        Manifest { manifest: VERSION, audience: audience.to_owned(), files }
    }

    /// Both lists as one: what may be found while a site is replaced file by file.
    pub fn and(&self, older: Option<&Manifest>) -> Self {
        let mut both = older.map_or_else(BTreeMap::new, |older| older.files.clone());
        both.extend(self.files.clone());
        Manifest { manifest: VERSION, audience: self.audience.clone(), files: both }
    }

    /// Reads the list in a folder, if there is one.
    pub fn read(folder: &Path) -> anyhow::Result<Option<Self>> {
        let path = folder.join(MANIFEST);
        let text = match std::fs::read(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", path.display())),
        };
        let advice = || {
            format!(
                "{} says what was published before, but cannot be understood; move what is in that folder elsewhere, or choose another \
                 folder",
                path.display()
            )
        };
        let manifest: Manifest = serde_json::from_slice(&text).with_context(advice)?;
        ensure!(manifest.manifest == VERSION, "{} (it was written by another version of this program)", advice());
        Ok(Some(manifest))
    }

    /// The bytes of the list, the same for the same site.
    pub fn to_bytes(&self) -> anyhow::Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).context("cannot write down what is published")?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}
