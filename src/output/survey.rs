//! What is in the target folder before anything is written: only what this program wrote may be replaced.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use super::addresses::RESERVED;
use super::lock::LOCK;
use super::manifest::{MANIFEST, Manifest};
use super::target::Target;

/// What was published before.
#[derive(Debug, Default)]
pub struct Survey {
    /// The list that was found.
    pub manifest: Option<Manifest>,
    /// The files of that list that are there, without the list itself. Relative, with `/`.
    pub files: BTreeSet<String>,
    /// What else of ours is there, such as the list itself.
    pub own: BTreeSet<String>,
    /// All folders, each before those in it. Relative, with `/`.
    pub folders: BTreeSet<String>,
}

/// So many strange files are named before the rest is counted.
const NAMED: usize = 5;

impl Survey {
    /// Looks at a target.
    ///
    /// # Errors
    /// If it holds files that this program did not write.
    pub fn of(target: &Target) -> anyhow::Result<Survey> {
        if !target.exists {
            return Ok(Survey::default());
        }
        let manifest = Manifest::read(&target.folder)?;
        let mut survey = Survey { manifest, ..Survey::default() };
        let mut foreign = Vec::new();
        survey.look_into(&target.folder, "", &mut foreign)?;
        if survey.manifest.is_none() && foreign.is_empty() {
            foreign.extend(survey.folders.iter().map(|folder| format!("{folder}/")));
        }
        if foreign.is_empty() { Ok(survey) } else { refuse(target, survey.manifest.is_some(), &foreign) }
    }

    fn look_into(&mut self, folder: &Path, prefix: &str, foreign: &mut Vec<String>) -> anyhow::Result<()> {
        let context = || format!("cannot list {}", folder.display());
        let mut entries = fs::read_dir(folder).with_context(context)?.collect::<Result<Vec<_>, _>>().with_context(context)?;
        entries.sort_unstable_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let Some(text) = name.to_str() else {
                foreign.push(format!("{prefix}{}", name.to_string_lossy()));
                continue;
            };
            if prefix.is_empty() && is_own(text) {
                self.own.insert(text.to_owned());
                continue;
            }
            let path = format!("{prefix}{text}");
            if entry.file_type().with_context(|| format!("cannot look at {}", entry.path().display()))?.is_dir() {
                self.folders.insert(path.clone());
                self.look_into(&entry.path(), &format!("{path}/"), foreign)?;
            } else if self.manifest.as_ref().is_some_and(|manifest| manifest.files.contains_key(&path)) {
                self.files.insert(path);
            } else {
                foreign.push(path);
            }
        }
        Ok(())
    }
}

/// What this program itself keeps in a target: the list, and the lock of one on a mount.
fn is_own(name: &str) -> bool {
    name == MANIFEST || name.strip_prefix(RESERVED) == Some(LOCK)
}

fn refuse(target: &Target, known: bool, foreign: &[String]) -> anyhow::Result<Survey> {
    let named = foreign.iter().take(NAMED).map(|path| format!("`{path}`")).collect::<Vec<_>>().join(", ");
    let more = match foreign.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let folder = target.folder.display();
    if known {
        bail!(
            "refusing to replace {folder}: it holds files that this program did not write: {named}{more}; move them elsewhere (what must be \
             on the site belongs in its theme), or choose another folder"
        );
    }
    bail!(
        "refusing to publish to {folder}: it is not empty, and was not written by this program: it holds {named}{more}; choose another \
         folder, or empty this one yourself"
    );
}
