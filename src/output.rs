//! The only writer: puts a finished site in its folder, all of it or nothing.
//!
//! The site is made beside its folder and then swapped with what is there, in one step. A run that fails or is
//! killed leaves the old site as it was, byte for byte; what it left beside it the next run removes. Files whose
//! bytes are the same keep their modification times, so that web servers and copying tools see what changed.
//! Nothing is flushed to the disk: against a loss of power the next build is the remedy, as it compares bytes.
//!
//! Only what this program wrote is ever replaced. `.clausewerk.json` in the folder lists that; a folder with
//! other files in it is refused.
//!
//! Where a folder cannot be swapped, it is replaced file by file, and [`Published`] says so.

mod addresses;
mod content;
mod create;
mod files;
mod in_place;
mod lock;
mod manifest;
mod plan;
mod stage;
mod steps;
mod survey;
mod target;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

pub use content::{Content, Packed};
pub use create::create;
pub use stage::Renaming;
pub use steps::{Action, Observe, Step};

use lock::Lock;
use manifest::{MANIFEST, Manifest};
use plan::{Plan, Planned};
use stage::Stage;
use steps::Steps;
use survey::Survey;
use target::Target;

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// Files that are new or have other bytes than before.
    pub written: usize,
    /// Files that are as they were, with their times.
    pub unchanged: usize,
    /// Files that are no longer there.
    pub removed: usize,
    /// How the new site took the place of the old one.
    pub swapped: Swapped,
}

/// How a new site took the place of the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swapped {
    /// In one step: nobody saw anything between.
    Atomically,
    /// One file after the other, as the folder cannot be swapped. Readers may have seen some of both.
    FileByFile,
    /// Not at all: the same site was there already.
    Unneeded,
}

/// Makes a folder hold these files, a site for this audience, and no others. The keys of `pages` are paths relative to `target`, with `/`.
/// No folder that is, or is above, one of `protected` is written to: give it the site's own. `observe` is told
/// each change to the file system before it is made, from several threads but one at a time; it must not work in
/// parallel itself.
///
/// # Errors
/// If the paths cannot all be files of one folder; if the folder must not be replaced, as it is not ours; if
/// another process is writing to it; if the file system refuses. The old site is then as it was, unless the
/// error says otherwise.
pub fn publish<C: Content>(
    audience: &str,
    pages: &BTreeMap<String, C>,
    target: &Path,
    protected: &[&Path],
    observe: &mut Observe<'_>,
) -> anyhow::Result<Published> {
    publish_by(Renaming::Asked, audience, pages, target, protected, observe)
}

/// The same, with a say in whether the folder can be swapped: so that a test can see what happens where it cannot.
///
/// # Errors
/// As [`publish`].
pub fn publish_by<C: Content>(
    renaming: Renaming,
    audience: &str,
    pages: &BTreeMap<String, C>,
    target: &Path,
    protected: &[&Path],
    observe: &mut Observe<'_>,
) -> anyhow::Result<Published> {
    addresses::check(pages.keys().map(String::as_str))?;
    let target = Target::find(target, protected)?;
    let steps = Steps::told_to(observe);
    steps.before(Action::CreateFolder, &target.parent);
    fs::create_dir_all(&target.parent).with_context(|| format!("cannot make the folder {}", target.parent.display()))?;

    let lock = Lock::take(&target, &steps)?;
    let target = target.again()?;
    if !target.is_mount {
        stage::clean(&target, &steps)?;
    }
    in_place::clean(&target, &steps)?;
    let old = Survey::of(&target)?;
    if let Some(before) =
        old.manifest.as_ref().map(|manifest| &manifest.audience).filter(|before| !before.is_empty() && *before != audience)
    {
        // A folder that is served to one audience must not by a slip of the pen hold what is for another.
        bail!(
            "{} holds a site for the audience \"{before}\", and this one is for \"{audience}\": choose another folder with --output-dir, or \
             remove the old site first",
            target.folder.display()
        );
    }
    let plan = Plan::new(pages, &old, &target.folder);
    let manifest = Manifest::of(audience, pages);
    let listed = manifest.to_bytes()?;
    let list = Planned { path: MANIFEST, content: &listed, unchanged: plan::holds(&target.folder.join(MANIFEST), &listed) };

    let swapped = if list.unchanged && plan.written() == 0 && plan.removed.is_empty() {
        Swapped::Unneeded
    } else if target.is_mount || !swap(&target, &plan, &list, &old, renaming, &steps)? {
        in_place::replace(&target, &plan, &old, &manifest, &steps)?;
        Swapped::FileByFile
    } else {
        Swapped::Atomically
    };
    let published = Published { written: plan.written(), unchanged: plan.unchanged(), removed: plan.removed.len(), swapped };
    lock.release()?;
    Ok(published)
}

/// Makes the new site beside the old one and swaps them, and says whether that could be done.
fn swap(target: &Target, plan: &Plan<'_>, list: &Planned<'_>, old: &Survey, renaming: Renaming, steps: &Steps<'_>) -> anyhow::Result<bool> {
    let stage = Stage::make(target, plan, list, steps)?;
    match stage.swap(target, renaming, steps) {
        Ok(()) => stage.remove_old(old, steps).map(|()| true),
        Err(error) if target.exists && stage::is_refusal(&error) => stage.discard(steps).map(|()| false),
        Err(error) => Err(error).with_context(|| format!("cannot put the new site in the place of {}", target.folder.display())),
    }
}
