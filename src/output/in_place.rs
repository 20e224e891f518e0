//! Replaces a site file by file, where its folder cannot be swapped: a mount, a file system that cannot do it.
//!
//! All that is new is first written to a folder within the target, so that a full disk changes nothing. Then each
//! file takes its place: what pages need first, pages last, and after them the removals. While that goes on the
//! list of what was published names the files of both sites, so that a build after a killed one knows them all.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use rayon::prelude::*;

use super::files::{create_folder, folders_of, place, remove_file, remove_folder, write};
use super::manifest::{MANIFEST, Manifest};
use super::plan::{Plan, Planned};
use super::stage::{mark, remove_if_left, remove_marked};
use super::steps::Steps;
use super::survey::Survey;
use super::target::Target;

const STAGE: &str = ".clausewerk-stage";
/// The staged lists; the names of other staged files are numbers.
const OF_BOTH: &str = "both.json";
const OF_NEW: &str = "new.json";

/// Removes what a killed run left within the target.
pub fn clean(target: &Target, steps: &Steps<'_>) -> anyhow::Result<()> {
    remove_if_left(&target.folder.join(STAGE), steps)
}

/// Makes the old site the new one.
///
/// # Errors
/// If a file cannot be written; the old site is then still there. If one cannot be put in its place, the site is
/// partly new, which the error says.
pub fn replace(target: &Target, plan: &Plan<'_>, old: &Survey, manifest: &Manifest, steps: &Steps<'_>) -> anyhow::Result<()> {
    let stage = target.folder.join(STAGE);
    create_folder(&stage, steps)?;
    let staged = match write_all(&stage, plan, old, manifest, steps) {
        Ok(staged) => staged,
        Err(error) => {
            // The disk may be full; what cannot be removed now the next build will remove.
            let _ = remove_marked(&stage, steps);
            return Err(error);
        }
    };
    place_all(target, plan, old, &stage, staged, steps).with_context(|| {
        format!("the site in {} is now partly the new one, as it could not be replaced at once; build it again", target.folder.display())
    })?;
    remove_marked(&stage, steps)
}

/// Writes what is new, and says where each of it is.
fn write_all<'p>(
    stage: &Path,
    plan: &'p Plan<'p>,
    old: &Survey,
    manifest: &Manifest,
    steps: &Steps<'_>,
) -> anyhow::Result<Vec<(&'p Planned<'p>, PathBuf)>> {
    mark(stage, steps)?;
    write(&stage.join(OF_BOTH), &manifest.and(old.manifest.as_ref()).to_bytes()?, steps)?;
    write(&stage.join(OF_NEW), &manifest.to_bytes()?, steps)?;
    let changed: Vec<_> = plan.files.iter().filter(|file| !file.unchanged).collect();
    let staged = changed.into_par_iter().enumerate().map(|(number, file)| {
        let path = stage.join(number.to_string());
        write(&path, &file.content.bytes(), steps)?;
        Ok((file, path))
    });
    staged.collect()
}

fn place_all(
    target: &Target,
    plan: &Plan<'_>,
    old: &Survey,
    stage: &Path,
    mut staged: Vec<(&Planned<'_>, PathBuf)>,
    steps: &Steps<'_>,
) -> anyhow::Result<()> {
    let folder = &target.folder;
    place(&stage.join(OF_BOTH), &folder.join(MANIFEST), steps)?;

    let files: BTreeSet<&str> = plan.files.iter().map(|file| file.path).collect();
    let folders = folders_of(files.iter().copied());
    let is_file_or_below = |path: &str| files.contains(path) || path.match_indices('/').any(|(at, _)| files.contains(&path[..at]));
    // A file where a folder must be, or the other way round; or one that is the new one where case does not count.
    let any_case: BTreeSet<String> = files.iter().map(|path| path.to_lowercase()).collect();
    let is_in_the_way = |path: &str| folders.contains(path) || is_file_or_below(path) || any_case.contains(&path.to_lowercase());
    let (in_the_way, removed): (Vec<&str>, Vec<&str>) = plan.removed.iter().partition(|path| is_in_the_way(path));
    for path in in_the_way {
        remove_file(&folder.join(path), steps)?;
    }
    for path in old.folders.iter().rev().filter(|path| is_file_or_below(path)) {
        remove_folder(&folder.join(path), steps)?;
    }

    for path in folders.iter().filter(|path| !old.folders.contains(**path)) {
        create_folder(&folder.join(path), steps)?;
    }
    staged.sort_by_key(|(file, _)| (file.path.ends_with(".html"), file.path));
    for (file, staged) in &staged {
        place(staged, &folder.join(file.path), steps)?;
    }

    for path in removed {
        remove_file(&folder.join(path), steps)?;
    }
    for path in old.folders.iter().rev().filter(|path| !folders.contains(path.as_str()) && !is_file_or_below(path)) {
        remove_folder(&folder.join(path), steps)?;
    }
    place(&stage.join(OF_NEW), &folder.join(MANIFEST), steps)
}
