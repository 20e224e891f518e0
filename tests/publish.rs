//! Publishing as an operator meets it: killed in the middle, pointed at the wrong folder, run twice at once.
//!
//! The tests that kill run this very test program again, as a child that aborts before its n-th change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use clausewerk::output::{Action, Published, Renaming, Step, Swapped, publish, publish_by};

type Pages = BTreeMap<String, Vec<u8>>;

fn pages(files: &[(&str, &str)]) -> Pages {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

/// Enough files of every fate: kept, changed, removed, new, and a folder that becomes a file and back.
fn old_site() -> Pages {
    let mut site =
        pages(&[("index.html", "choose"), ("assets/site.css", "old"), ("a", "a file"), ("b/c.html", "in a folder"), ("b/d/e", "deep")]);
    for n in 0..6 {
        site.insert(format!("nl/kept-{n}/index.html"), format!("kept {n}").into_bytes());
        site.insert(format!("nl/changed-{n}/index.html"), format!("old {n}").into_bytes());
        site.insert(format!("en/removed-{n}/index.html"), format!("gone {n}").into_bytes());
    }
    site
}

fn new_site() -> Pages {
    let mut site = pages(&[("index.html", "choose"), ("assets/site.css", "new"), ("a/b.html", "a folder now"), ("b", "a file now")]);
    for n in 0..6 {
        site.insert(format!("nl/kept-{n}/index.html"), format!("kept {n}").into_bytes());
        site.insert(format!("nl/changed-{n}/index.html"), format!("new {n}").into_bytes());
        site.insert(format!("de/new-{n}/index.html"), format!("new {n}").into_bytes());
    }
    site
}

fn silent(_: Step<'_>) {}

fn publish_quietly(pages: &Pages, target: &Path) -> anyhow::Result<Published> {
    publish("public", pages, target, &[], &mut silent)
}

/// A site's folder in a folder of its own.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Place { folder: tempfile::tempdir().expect("a folder for the test") }
    }

    fn target(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    /// What is published, without the list of it; nothing if the folder is not there.
    fn site(&self) -> Pages {
        let mut site = files_in(&self.target());
        site.remove(".clausewerk.json");
        site
    }

    /// What there is beside the target.
    fn litter(&self) -> Vec<String> {
        let names = fs::read_dir(self.folder.path()).expect("the folder").map(|entry| entry.expect("an entry").file_name());
        names.map(|name| name.to_string_lossy().into_owned()).filter(|name| name != "public").collect()
    }

    fn complaint(&self, pages: &Pages) -> String {
        format!("{:#}", publish_quietly(pages, &self.target()).expect_err("a refusal"))
    }
}

fn files_in(folder: &Path) -> Pages {
    fn add(folder: &Path, prefix: &str, files: &mut Pages) {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let entry = entry.expect("an entry");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                add(&entry.path(), &format!("{path}/"), files);
            } else {
                files.insert(path, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    let mut files = Pages::new();
    add(folder, "", &mut files);
    files
}

fn modified(path: &Path) -> SystemTime {
    fs::metadata(path).and_then(|metadata| metadata.modified()).expect("a file with a time")
}

fn age(path: &Path) {
    let long_ago = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(path).and_then(|file| file.set_modified(long_ago)).expect("a file to age");
}

#[test]
fn a_site_is_published_where_none_was() {
    let place = Place::new();
    let published = publish_quietly(&old_site(), &place.target()).expect("to publish");
    assert_eq!(published, Published { written: 23, unchanged: 0, removed: 0, swapped: Swapped::Atomically });
    assert_eq!(place.site(), old_site());
    assert_eq!(place.litter(), [""; 0]);
}

#[test]
fn a_deep_target_and_an_empty_one_are_fine() {
    let place = Place::new();
    let deep = place.folder.path().join("dist/www/site");
    publish_quietly(&old_site(), &deep).expect("to publish");
    assert_eq!(files_in(&deep).len(), 24);

    fs::create_dir(place.target()).expect("an empty folder");
    publish_quietly(&old_site(), &place.target()).expect("to publish");
    assert_eq!(place.site(), old_site());
}

#[test]
fn a_new_site_takes_the_place_of_the_old_one() {
    for (renaming, swapped) in [(Renaming::Asked, Swapped::Atomically), (Renaming::Refused, Swapped::FileByFile)] {
        let place = Place::new();
        publish_quietly(&old_site(), &place.target()).expect("the old site");
        let (kept, changed) = (place.target().join("nl/kept-3/index.html"), place.target().join("nl/changed-3/index.html"));
        age(&kept);
        age(&changed);
        let before = modified(&kept);

        let published = publish_by(renaming, "public", &new_site(), &place.target(), &[], &mut silent).expect("the new site");
        assert_eq!(published, Published { written: 15, unchanged: 7, removed: 9, swapped });
        assert_eq!(place.site(), new_site(), "removed pages are gone");
        assert!(!place.target().join("en").exists(), "and so are their folders");
        assert_eq!(modified(&kept), before, "what is unchanged keeps its time");
        assert_ne!(modified(&changed), before);
        assert_eq!(place.litter(), [""; 0]);
    }
}

#[test]
fn the_same_site_again_changes_nothing() {
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the site");
    let (list, index) = (place.target().join(".clausewerk.json"), place.target().join("index.html"));
    age(&list);
    let (bytes, time) = (fs::read(&list).expect("the list"), modified(&list));

    let published = publish_quietly(&old_site(), &place.target()).expect("the site again");
    assert_eq!(published, Published { written: 0, unchanged: 23, removed: 0, swapped: Swapped::Unneeded });
    assert_eq!((fs::read(&list).expect("the list"), modified(&list)), (bytes, time));

    fs::write(&index, "edited by hand").expect("to edit");
    let published = publish_quietly(&old_site(), &place.target()).expect("the site again");
    assert_eq!((published.written, published.unchanged), (1, 22));
    assert_eq!(place.site(), old_site(), "what another hand changed is put right");
}

#[test]
fn the_list_says_what_was_written_and_nothing_of_when_or_where() {
    let (place, other) = (Place::new(), Place::new());
    let site = pages(&[("nl/index.html", "nl"), ("index.html", "")]);
    publish_quietly(&site, &place.target()).expect("the site");
    publish_quietly(&site, &other.target()).expect("the site elsewhere");
    let list = fs::read_to_string(place.target().join(".clausewerk.json")).expect("the list");
    assert_eq!(list, fs::read_to_string(other.target().join(".clausewerk.json")).expect("the other list"));
    let list: serde_json::Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!(list["manifest"], 1);
    // BLAKE3 of nothing, as its authors give it.
    assert_eq!(list["files"]["index.html"], "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262");
    assert_eq!(list["files"].as_object().map(serde_json::Map::len), Some(2));
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_alone() {
    let place = Place::new();
    fs::create_dir_all(place.target().join("photos")).expect("a folder");
    let complaint = place.complaint(&old_site());
    assert!(complaint.contains("not empty") && complaint.contains("`photos/`"), "{complaint}");

    for n in 0..7 {
        fs::write(place.target().join(format!("photos/{n}.jpg")), "dear").expect("a photo");
    }
    let complaint = place.complaint(&old_site());
    assert!(complaint.contains("`photos/0.jpg`, `photos/1.jpg`, `photos/2.jpg`, `photos/3.jpg`, `photos/4.jpg` and 2 more"), "{complaint}");
    assert_eq!(place.site().len(), 7);
    assert_eq!(place.litter(), [""; 0]);
}

#[test]
fn a_strange_file_in_a_published_site_is_never_lost() {
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the site");
    fs::write(place.target().join("nl/CNAME"), "trust.example").expect("a strange file");
    let complaint = place.complaint(&new_site());
    assert!(complaint.contains("did not write: `nl/CNAME`; move"), "{complaint}");
    assert!(place.target().join("nl/CNAME").exists());

    fs::remove_file(place.target().join("nl/CNAME")).expect("to move it");
    publish_quietly(&new_site(), &place.target()).expect("the new site");
}

#[test]
fn a_list_that_cannot_be_understood_is_no_licence() {
    let place = Place::new();
    fs::create_dir(place.target()).expect("a folder");
    for list in ["", "{}", "{\"manifest\": 99, \"files\": {}}"] {
        fs::write(place.target().join(".clausewerk.json"), list).expect("a list");
        assert!(place.complaint(&old_site()).contains("cannot be understood"), "{list}");
    }
}

#[test]
fn the_sources_are_never_written_over() {
    let place = Place::new();
    let root = place.folder.path();
    for target in [root, &root.join("."), &root.join("content/..")] {
        fs::create_dir_all(root.join("content")).expect("a folder");
        let complaint = format!("{:#}", publish("public", &old_site(), target, &[root], &mut silent).expect_err("a refusal"));
        assert!(complaint.contains("made from"), "{complaint}");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_followed_to_the_folder_and_stays_a_link() {
    let place = Place::new();
    let real = place.folder.path().join("real");
    fs::create_dir(&real).expect("a folder");
    std::os::unix::fs::symlink(&real, place.target()).expect("a link");
    publish_quietly(&old_site(), &place.target()).expect("the old site");
    publish_quietly(&new_site(), &place.target()).expect("the new site");
    assert!(place.target().is_symlink());
    assert_eq!(place.site(), new_site());
    assert_eq!(place.litter(), ["real"]);

    fs::remove_dir_all(&real).expect("to remove it");
    assert!(place.complaint(&old_site()).contains("leads nowhere"));
}

#[cfg(unix)]
#[test]
fn who_may_enter_the_folder_stays_as_the_operator_set_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the old site");
    fs::set_permissions(place.target(), fs::Permissions::from_mode(0o750)).expect("to set permissions");
    publish_quietly(&new_site(), &place.target()).expect("the new site");
    assert_eq!(fs::metadata(place.target()).expect("the folder").permissions().mode() & 0o7777, 0o750);
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_beside_is_a_clear_error() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    fs::set_permissions(place.folder.path(), fs::Permissions::from_mode(0o555)).expect("to set permissions");
    // Root may write anywhere.
    if fs::write(place.folder.path().join("probe"), "").is_err() {
        let complaint = place.complaint(&old_site());
        assert!(complaint.contains("must be writable"), "{complaint}");
    }
    fs::set_permissions(place.folder.path(), fs::Permissions::from_mode(0o755)).expect("to set permissions");
}

#[test]
fn two_builds_at_once_are_told_of_each_other() {
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the old site");
    let mut complaints = Vec::new();
    let mut tries = |step: Step<'_>| {
        if matches!(step.action, Action::Swap | Action::Unlock) {
            complaints.push(place.complaint(&old_site()));
        }
    };
    publish("public", &new_site(), &place.target(), &[], &mut tries).expect("the new site");
    assert_eq!(complaints.len(), 2);
    assert!(complaints.iter().all(|complaint| complaint.contains("another build is writing")), "{complaints:?}");
    assert_eq!(place.site(), new_site());
    assert_eq!(place.litter(), [""; 0]);
}

#[test]
fn a_file_that_appears_while_the_site_is_made_is_kept_and_said() {
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the old site");
    let strange = place.target().join("nl/upload.pdf");
    let mut uploads = |step: Step<'_>| {
        if step.action == Action::Swap {
            fs::write(&strange, "precious").expect("to upload");
        }
    };
    let error = publish("public", &new_site(), &place.target(), &[], &mut uploads).expect_err("a warning");
    assert!(format!("{error:#}").contains("the new site is in place, but files were put into the old one"), "{error:#}");
    assert_eq!(place.site(), new_site());

    publish_quietly(&old_site(), &place.target()).expect("the next build");
    let kept = place.litter();
    assert_eq!(kept.len(), 1, "{kept:?}");
    assert_eq!(files_in(&place.folder.path().join(&kept[0])).into_values().collect::<Vec<_>>(), [b"precious"]);
}

#[test]
fn only_marked_folders_beside_the_target_are_cleaned_up() {
    let place = Place::new();
    let beside = |name: &str| place.folder.path().join(name);
    for (folder, file) in [
        (".public.clausewerk-stage-left", Some("clausewerk-stage.txt")),
        (".public.clausewerk-stage-empty", None),
        (".public.clausewerk-stage-other", Some("letter.txt")),
        (".public-customers.clausewerk-stage-left", Some("clausewerk-stage.txt")),
    ] {
        fs::create_dir_all(beside(folder).join("site/nl")).expect("folders");
        match file {
            Some(file) => fs::write(beside(folder).join(file), "").expect("a file"),
            None => fs::remove_dir_all(beside(folder).join("site")).expect("to empty it"),
        }
    }
    publish_quietly(&old_site(), &place.target()).expect("the site");
    let mut left = place.litter();
    left.sort();
    assert_eq!(left, [".public-customers.clausewerk-stage-left", ".public.clausewerk-stage-other"]);
}

#[test]
fn paths_that_collide_are_an_error_before_anything_is_written() {
    let place = Place::new();
    publish_quietly(&old_site(), &place.target()).expect("the old site");
    for wrong in [pages(&[("nl", ""), ("nl/index.html", "")]), pages(&[("A.html", ""), ("a.html", "")]), pages(&[("../x", "")])] {
        let mut steps = 0;
        publish("public", &wrong, &place.target(), &[], &mut |_| steps += 1).expect_err("a refusal");
        assert_eq!(steps, 0);
    }
    assert_eq!(place.site(), old_site());
}

/// The children's part: publishes what it is told to, and aborts before the step of that number.
#[test]
fn child_publishes() {
    let Ok(target) = std::env::var("CLAUSEWERK_TEST_TARGET") else { return };
    let told = |name: &str| std::env::var(name).unwrap_or_default();
    let abort_at: usize = told("CLAUSEWERK_TEST_ABORT_AT").parse().expect("a number");
    let mut step = 0;
    let mut observe = |_: Step<'_>| {
        if step == abort_at {
            std::process::abort();
        }
        step += 1;
    };
    publish_by(renaming(&told("CLAUSEWERK_TEST_RENAMING")), "public", &new_site(), Path::new(&target), &[], &mut observe)
        .expect("to publish");
}

fn renaming(name: &str) -> Renaming {
    if name == "refused" { Renaming::Refused } else { Renaming::Asked }
}

/// Publishes the new site over `before` in a child that is killed at up to a hundred points, and looks at each.
fn kill_at_every_step(before: Option<&Pages>, way: &str, look: impl Fn(&Place, &str)) {
    let start = || {
        let place = Place::new();
        if let Some(before) = before {
            publish_quietly(before, &place.target()).expect("the old site");
        }
        place
    };
    let place = start();
    let mut steps = 0;
    publish_by(renaming(way), "public", &new_site(), &place.target(), &[], &mut |_| steps += 1).expect("to count the steps");
    assert!(steps > 40, "{steps}");

    let kills = steps.min(100);
    for step in (0..kills).map(|n| n * steps / kills) {
        let place = start();
        let child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "child_publishes", "--nocapture"])
            .env("CLAUSEWERK_TEST_TARGET", place.target())
            .env("CLAUSEWERK_TEST_ABORT_AT", step.to_string())
            .env("CLAUSEWERK_TEST_RENAMING", way)
            .output()
            .expect("a child");
        assert!(!child.status.success(), "not killed at {step} of {steps}");
        let when = format!("killed at {step} of {steps}");
        look(&place, &when);

        publish_by(renaming(way), "public", &new_site(), &place.target(), &[], &mut silent)
            .unwrap_or_else(|error| panic!("{when}: {error:#}"));
        assert_eq!(place.site(), new_site(), "{when}");
        assert_eq!(place.litter(), [""; 0], "{when}");
        assert_eq!(files_in(&place.target()).len(), new_site().len() + 1, "{when}");
    }
}

fn is_either(place: &Place, old: &Pages, when: &str) {
    let site = place.site();
    assert!(site == *old || site == new_site(), "{when}: {:?}", site.keys());
    if !site.is_empty() {
        let list = fs::read(place.target().join(".clausewerk.json")).expect("the list");
        let list: serde_json::Value = serde_json::from_slice(&list).expect("JSON");
        let listed: Vec<&String> = list["files"].as_object().expect("files").keys().collect();
        assert_eq!(listed, site.keys().collect::<Vec<_>>(), "{when}");
    }
}

#[test]
fn killed_anywhere_the_site_is_the_old_one_or_the_new_one() {
    kill_at_every_step(Some(&old_site()), "asked", |place, when| is_either(place, &old_site(), when));
}

#[test]
fn killed_anywhere_the_first_site_is_there_or_is_not() {
    kill_at_every_step(None, "asked", |place, when| is_either(place, &Pages::new(), when));
}

#[test]
fn killed_while_it_goes_file_by_file_the_next_build_mends_it() {
    kill_at_every_step(Some(&old_site()), "refused", |place, when| {
        let (old, new) = (old_site(), new_site());
        for (path, bytes) in place.site() {
            let staged = path.starts_with(".clausewerk-stage/");
            assert!(staged || old.get(&path) == Some(&bytes) || new.get(&path) == Some(&bytes), "{when}: {path} is whole");
        }
    });
}

#[test]
fn a_folder_that_one_audience_is_served_is_not_given_to_another() {
    let place = Place::new();
    publish("public", &old_site(), &place.target(), &[], &mut silent).expect("the public site");
    let complaint = format!("{:#}", publish("internal", &new_site(), &place.target(), &[], &mut silent).expect_err("a refusal"));
    assert!(complaint.contains("\"public\"") && complaint.contains("--output-dir"), "{complaint}");
    assert_eq!(place.site(), old_site());
}
