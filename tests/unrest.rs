//! The preview while everything around it is in disorder: floods of changes, content of every wrong sort, folders that come and go. It
//! lives, it shows the last good state, and in the end it shows what is there.
//!
//! Nothing here is a matter of time: each step waits until the preview says that it has read, or shows what it should.
#![cfg(unix)]

#[path = "support/served.rs"]
mod served;

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};

use served::{COMMAND, Place, Served, link};

const TEXT: &str = "site/content/vendors/voorbeeld/processing-agreement/nl.md";
const AGREEMENT: &str = "/nl/vendors/voorbeeld/processing-agreement/";
const CONFIGURATION: &str = "site/clausewerk.toml";
/// A method page, as small as a text can be.
const PAGE: &str = "site/content/pages/about/method/nl.md";

/// A new site and its preview.
fn preview() -> (Place, Served) {
    let place = Place::new();
    Served::init(&place);
    let served = Served::preview(&place, &[]);
    (place, served)
}

/// What a file of the site says.
fn read(place: &Place, path: &str) -> String {
    fs::read_to_string(place.at(path)).expect("a text")
}

/// The agreement with another number of hours in it.
fn within(place: &Place, hours: u32) -> String {
    let text = read(place, TEXT);
    let at = text.find("binnen ").expect("hours") + "binnen ".len();
    let end = text[at..].find(" uur").expect("hours") + at;
    format!("{}{hours}{}", &text[..at], &text[end..])
}

/// Makes a change, and waits until the preview has read it.
fn change(served: &Served, make: impl FnOnce()) {
    let known = served.readings();
    make();
    served.reads_again(known);
}

/// Changes as editors and programs make them: four or more of the system's events each.
fn flood(place: &Place, count: usize) {
    for n in 0..count {
        let file = place.at(&format!("site/content/vendors/voorbeeld/notes-{}.md", n % 50));
        let beside = file.with_extension("md.tmp");
        fs::write(&beside, format!("{n}")).expect("a file");
        fs::rename(&beside, &file).expect("a name");
        fs::write(file.with_extension("md~"), "").expect("a file");
        fs::remove_file(file.with_extension("md~")).expect("it is there");
        fs::remove_file(&file).expect("it is there");
    }
}

#[test]
fn ten_thousand_changes_end_in_what_is_there() {
    let (place, mut served) = preview();
    let known = served.readings();
    flood(&place, 2_000);
    place.write(TEXT, within(&place, 77));
    served.shows(AGREEMENT, "binnen 77 uur");
    let readings = served.readings() - known;
    assert!(readings < 1_000, "{readings} readings for more than ten thousand changes");
    assert!(served.is_alive());
}

#[test]
fn what_the_system_could_not_tell_of_is_found_all_the_same() {
    let (place, mut served) = preview();
    // While it stands still, more happens than the system keeps for it; also a folder that it will never be told of.
    served.signal("STOP");
    flood(&place, 4_000);
    let deep = "site/content/pages/about/new";
    let page = read(&place, PAGE);
    place.write(&format!("{deep}/nl.md"), &page);
    place.write(&format!("{deep}/en.md"), read(&place, &PAGE.replace("nl.md", "en.md")));
    place.write(TEXT, within(&place, 78));
    served.signal("CONT");
    served.shows(AGREEMENT, "binnen 78 uur");
    // In that folder too changes are seen from now on. The first of them may still be seen by the way.
    for n in 0..5 {
        place.write(&format!("{deep}/nl.md"), format!("{page}\nHier is {n} keer iets bij gekomen.\n"));
        served.shows("/nl/about/new/", &format!("Hier is {n} keer iets bij gekomen."));
    }
    assert!(served.is_alive());
}

#[test]
fn folders_come_go_and_change_their_names() {
    let (place, mut served) = preview();
    let [vendor, other] = ["voorbeeld", "ander"].map(|name| place.at(&format!("site/content/vendors/{name}")));
    fs::rename(&vendor, &other).expect("a name");
    served.shows("/nl/vendors/ander/processing-agreement/", "binnen 24 uur");
    // What is written in a folder with a new name is seen.
    let renamed = TEXT.replace("voorbeeld", "ander");
    place.write(&renamed, read(&place, &renamed).replace("binnen 24 uur", "binnen 25 uur"));
    served.shows("/nl/vendors/ander/processing-agreement/", "binnen 25 uur");
    fs::rename(&other, &vendor).expect("a name");
    served.shows(AGREEMENT, "binnen 25 uur");
    // A deep new folder, made in one breath.
    let deep = "site/themes/default/styles";
    change(&served, || place.write(&format!("{deep}/own.css"), "h1 { color: rgb(1, 2, 3); }"));
    change(&served, || place.write(&format!("{deep}/own.css"), "h1 { color: rgb(3, 2, 1); }"));
    // The whole content is gone, and comes back, as when another branch is looked at.
    let (content, aside) = (place.at("site/content"), place.at("aside"));
    change(&served, || fs::rename(&content, &aside).expect("a name"));
    served.get("/nl/").expect("it answers without any content");
    change(&served, || fs::rename(&aside, &content).expect("a name"));
    place.write(TEXT, within(&place, 26));
    served.shows(AGREEMENT, "binnen 26 uur");
    // The same, deleted and made anew.
    let copied = Command::new("cp").arg("-r").arg(&content).arg(&aside).status().expect("cp runs");
    assert!(copied.success());
    change(&served, || fs::remove_dir_all(&content).expect("it is there"));
    fs::rename(&aside, &content).expect("a name");
    place.write(TEXT, within(&place, 27));
    served.shows(AGREEMENT, "binnen 27 uur");
    assert!(served.is_alive());
}

#[test]
fn the_sites_own_folder_goes_and_another_comes() {
    let (place, mut served) = preview();
    let (site, aside) = (place.at("site"), place.at("aside"));
    fs::rename(&site, &aside).expect("a name");
    served.has_said("that it is gone", |said| said.contains("is no longer there"));
    assert_eq!(served.get(AGREEMENT).expect("an answer").status, 200, "the last good page stays");
    fs::rename(&aside, &site).expect("a name");
    place.write(TEXT, within(&place, 44));
    served.shows(AGREEMENT, "binnen 44 uur");
    // Deleted, and in its place comes another, of which all is seen.
    let copied = Command::new("cp").arg("-r").arg(&site).arg(&aside).status().expect("cp runs");
    assert!(copied.success());
    fs::remove_dir_all(&site).expect("it is there");
    fs::rename(&aside, &site).expect("a name");
    for hours in [45, 46] {
        place.write(TEXT, within(&place, hours));
        served.shows(AGREEMENT, &format!("binnen {hours} uur"));
    }
    assert!(served.is_alive());
}

#[test]
fn through_a_link_that_came_later_changes_are_seen() {
    let (place, served) = preview();
    place.write("site/shared/nl.md", within(&place, 30));
    fs::remove_file(place.at(TEXT)).expect("it is there");
    link(place.at("site/shared/nl.md"), &place.at(TEXT));
    served.shows(AGREEMENT, "binnen 30 uur");
    place.write("site/shared/nl.md", within(&place, 31));
    served.shows(AGREEMENT, "binnen 31 uur");
    // The other text stands in a folder that is a link, which comes with the folder above it.
    let folder = place.at(TEXT).parent().expect("a folder").to_owned();
    fs::rename(&folder, place.at("site/shared/agreement")).expect("a name");
    link("../../../shared/agreement", &folder);
    served.shows(AGREEMENT, "binnen 31 uur");
    place.write("site/shared/nl.md", within(&place, 32));
    served.shows(AGREEMENT, "binnen 32 uur");
}

/// What people, programs and accidents put into a text.
fn wrong_texts() -> Vec<(&'static str, Vec<u8>)> {
    let mut texts: Vec<(&'static str, Vec<u8>)> = vec![
        ("nothing", Vec::new()),
        ("not UTF-8", b"## Artikel 1 \xff\xfe\xc0\x80\n".to_vec()),
        ("UTF-16", "## Artikel 1".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("NUL", b"\0".repeat(10_000)),
        ("a program", fs::read("/bin/sh").unwrap_or_default()),
        ("one long line", b"a".repeat(1_000_000)),
        ("brackets", b"[".repeat(20_000)),
        ("braces", b"{".repeat(20_000)),
        ("quotes within quotes", b"> ".repeat(5_000)),
        ("lists within lists", (0..500).map(|n| format!("{}- a\n", "  ".repeat(n))).collect::<String>().into_bytes()),
        ("stars", b"*".repeat(20_000)),
        ("a table", format!("|{}\n|{}\n", "a|".repeat(5_000), "-|".repeat(5_000)).into_bytes()),
        ("a conflict", b"<<<<<<< HEAD\n1.1 a\n=======\n1.1 b\n>>>>>>> other\n".to_vec()),
        ("HTML", b"<script>alert(1)</script><iframe src=//evil.example></iframe>".to_vec()),
        ("too large", b"a\n".repeat(5 * 1024 * 1024)),
    ];
    texts.push(("line ends of other systems", b"## Artikel 1\r\r\n\r1.1 a\n\r".to_vec()));
    texts
}

#[test]
fn no_text_takes_the_preview_down() {
    let (place, mut served) = preview();
    let agreement = TEXT.replace("nl.md", "agreement.toml");
    let files = [TEXT, PAGE, "site/content/vendors/voorbeeld/vendor.toml", &agreement];
    let good = files.map(|path| read(&place, path));
    for (what, wrong) in wrong_texts() {
        change(&served, || {
            // It stands still meanwhile, so that it reads them all at once.
            served.signal("STOP");
            files.iter().for_each(|path| place.write(path, &wrong));
            served.signal("CONT");
        });
        assert!(served.is_alive(), "{what}");
        assert_eq!(served.get(AGREEMENT).expect("an answer").status, 200, "{what}: the last good page stays");
    }
    // Nor does a fault of the program, which would be told as one.
    let said = served.has_said("anything", |_| true);
    assert!(!said.contains("failed unexpectedly"), "{said}");
    files.iter().zip(good).for_each(|(path, text)| place.write(path, text));
    place.write(TEXT, within(&place, 41));
    served.shows(AGREEMENT, "binnen 41 uur");
}

#[test]
fn the_configuration_is_broken_deleted_and_mended() {
    let (place, mut served) = preview();
    let good = read(&place, CONFIGURATION);
    for wrong in [
        "[site\n",
        "\0",
        "base-url = 3",
        "[site]\nlanguages = []",
        "[site]\nlanguages = [\"xx\"]",
        "[site]\ntheme = \"../../etc\"",
        "a = [[[[[",
    ] {
        change(&served, || place.write(CONFIGURATION, wrong));
        assert_eq!(served.get(AGREEMENT).expect("an answer").status, 200, "{wrong}");
        assert!(served.is_alive(), "{wrong}");
    }
    change(&served, || fs::remove_file(place.at(CONFIGURATION)).expect("it is there"));
    served.get("/nl/").expect("an answer");
    // A pipe in its place would be read for ever.
    change(&served, || pipe(&place.at(CONFIGURATION)));
    served.get("/nl/").expect("an answer");
    fs::remove_file(place.at(CONFIGURATION)).expect("it is there");
    change(&served, || fs::create_dir(place.at(CONFIGURATION)).expect("a folder"));
    served.get("/nl/").expect("an answer");
    fs::remove_dir(place.at(CONFIGURATION)).expect("it is there");
    place.write(CONFIGURATION, good);
    place.write(TEXT, within(&place, 42));
    served.shows(AGREEMENT, "binnen 42 uur");
}

#[test]
fn what_is_no_file_is_not_waited_for() {
    let (place, mut served) = preview();
    let vendor = place.at("site/content/vendors/voorbeeld");
    change(&served, || pipe(&vendor.join("notes.md")));
    change(&served, || pipe(&place.at("site/content/vendors/pipe.toml")));
    let _socket = UnixListener::bind(vendor.join("s.md")).expect("a socket");
    place.write("site/themes/default/styles/own.css", "h1 { color: red; }");
    change(&served, || pipe(&place.at("site/themes/default/styles/pipe.css")));
    // Links to nothing, to themselves, in a circle, and out of the site.
    change(&served, || link("nothing.md", &vendor.join("dangling.md")));
    change(&served, || link("self.md", &vendor.join("self.md")));
    change(&served, || link("..", &vendor.join("loop")));
    change(&served, || link("/etc", &vendor.join("etc")));
    change(&served, || link("/dev/zero", &vendor.join("zero.md")));
    // A text is now a pipe, and a folder.
    let text = read(&place, TEXT);
    fs::remove_file(place.at(TEXT)).expect("it is there");
    change(&served, || pipe(&place.at(TEXT)));
    fs::remove_file(place.at(TEXT)).expect("it is there");
    change(&served, || fs::create_dir(place.at(TEXT)).expect("a folder"));
    assert_eq!(served.get(AGREEMENT).expect("an answer").status, 200, "the last good page stays");
    assert!(served.is_alive());
    fs::remove_dir(place.at(TEXT)).expect("it is there");
    for gone in ["notes.md", "s.md", "dangling.md", "self.md", "loop", "etc", "zero.md", "../pipe.toml"] {
        fs::remove_file(vendor.join(gone)).expect("it is there");
    }
    fs::remove_dir_all(place.at("site/themes")).expect("it is there");
    place.write(TEXT, text);
    place.write(TEXT, within(&place, 43));
    served.shows(AGREEMENT, "binnen 43 uur");
}

#[test]
fn a_preview_that_begins_in_ruins_becomes_a_site() {
    let place = Place::new();
    place.write("site/readme.txt", "leeg");
    let served = Served::preview(&place, &[]);
    let first = served.get("/").expect("an answer");
    assert!(matches!(first.status, 200 | 404 | 500), "{}", first.status);
    // A whole site comes into an empty folder.
    let other = Place::new();
    Served::init(&other);
    let copied = Command::new("cp").arg("-r").arg(other.at("site/.")).arg(place.at("site")).status().expect("cp runs");
    assert!(copied.success());
    served.shows(AGREEMENT, "binnen 24 uur");
}

fn pipe(at: &Path) {
    assert!(Command::new("mkfifo").arg(at).status().expect("mkfifo runs").success());
}

#[test]
fn who_searches_while_texts_change_is_answered_from_what_is_there() {
    let (place, mut served) = preview();
    let index = |language: &str| format!("/search-index/{language}/pagefind-entry.json");
    let is_over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        // Bounded, so that it ends however this test does.
        let ask = |language: &str| -> BTreeSet<u16> {
            let asked = (0..10_000).take_while(|n| *n == 0 || !is_over.load(Ordering::Relaxed));
            asked.map(|_| served.get(&index(language)).expect("an answer").status).collect()
        };
        let asking = ["nl", "en", "nl"].map(|language| scope.spawn(move || ask(language)));
        for hours in 40..60 {
            change(&served, || place.write(TEXT, within(&place, hours)));
        }
        is_over.store(true, Ordering::Relaxed);
        for asked in asking {
            assert_eq!(asked.join().expect("it asks to the end"), BTreeSet::from([200]));
        }
    });
    // In the end it is the index of a build, byte for byte.
    let mut build = Command::new(COMMAND);
    build.args(["build", "--root"]).arg(place.at("site")).arg("--base-url").arg(&served.url);
    let built = build.arg("--output-dir").arg(place.at("public")).output().expect("the command runs");
    assert!(built.status.success(), "{built:?}");
    let public = place.at("public");
    let files = files_below(&public.join("search-index"));
    assert!(files.iter().any(|file| file.ends_with("nl/pagefind-entry.json")));
    for file in files {
        let path = format!("/{}", file.strip_prefix(&public).expect("below it").display());
        let answer = served.get(&path).expect("an answer");
        assert_eq!(answer.status, 200, "{path}");
        assert!(answer.body == fs::read(&file).expect("a file"), "{path} is that of a build");
    }
    assert!(served.is_alive());
}

/// The files below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] }).collect()
}
