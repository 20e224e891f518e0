//! `clausewerk serve` on its first and last line: what it says when it cannot begin, and how it ends.
#![cfg(unix)]

#[path = "support/served.rs"]
mod served;

use std::process::{Command, Output, Stdio};

use served::{COMMAND, Place, Served};

/// The command, which ends by itself.
fn ended(args: &[&str]) -> Output {
    Command::new(COMMAND).arg("serve").args(args).stdin(Stdio::null()).output().expect("the command runs")
}

/// What it says when it cannot begin.
fn complaint(args: &[&str]) -> String {
    complaint_in("en", args)
}

fn complaint_in(language: &str, args: &[&str]) -> String {
    let output = ended(&[&["--language", language], args].concat());
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    String::from_utf8(output.stderr).expect("UTF-8")
}

#[test]
fn a_port_that_is_taken_is_told_and_what_to_do() {
    let place = Place::new();
    Served::init(&place);
    let first = Served::preview(&place, &[]);
    let site = place.at("site");
    let port = first.address.port().to_string();
    let said = complaint(&["--root", site.to_str().expect("UTF-8"), "--port", &port]);
    let told =
        format!("error: cannot listen on port {port} of 127.0.0.1: is another preview running? Choose another with --port, or 0 for any");
    assert!(said.starts_with(&told), "{said}");
    let said = complaint_in("nl", &["--root", site.to_str().expect("UTF-8"), "--port", &port]);
    let told = format!("fout: kan niet luisteren op poort {port} van 127.0.0.1: draait er al een voorbeeldweergave? Kies een andere poort");
    assert!(said.starts_with(&told), "{said}");
    first.answers();
}

#[test]
fn an_address_that_is_not_this_machines_is_told_and_what_to_do() {
    let place = Place::new();
    Served::init(&place);
    // For documentation only (RFC 5737), so that no machine has it.
    let said = complaint(&["--root", place.at("site").to_str().expect("UTF-8"), "--interface", "192.0.2.1"]);
    assert!(said.starts_with("error: cannot listen on port 1111 of 192.0.2.1: choose another with --port, or another address"), "{said}");
}

#[test]
fn what_is_no_site_and_what_was_not_built_is_told() {
    let place = Place::new();
    Served::init(&place);
    let at = |path: &str| place.at(path).to_str().expect("UTF-8").to_owned();
    let said = complaint(&["--root", &at("nowhere")]);
    assert!(said.contains("nowhere is not a folder: say with --root where the site is"), "{said}");
    let said = complaint(&["--static", &at("site")]);
    assert!(said.contains("holds no index.html: is it a built site?"), "{said}");
    let said = complaint(&["--static", &at("nowhere")]);
    assert!(said.contains("nowhere is not a folder: make a site with clausewerk build"), "{said}");
    let said = complaint_in("nl", &["--root", &at("nowhere")]);
    assert!(said.contains("nowhere is geen map: geef met --root aan waar de site staat"), "{said}");
    let said = complaint_in("nl", &["--static", &at("site")]);
    assert!(said.contains("site staat geen index.html: is dit een gebouwde site?"), "{said}");
}

#[test]
fn ctrl_c_and_the_systems_word_end_it_at_once_and_in_peace() {
    let place = Place::new();
    Served::init(&place);
    for name in ["INT", "TERM"] {
        let mut served = Served::preview(&place, &[]);
        // Who listens, and who began and never ends, do not keep it.
        let mut listening = served.news();
        let mut beginning = served.connect();
        beginning.send(b"GET /nl/ HT");
        served.signal(name);
        assert_eq!(served.status(), Some(0), "after SIG{name}");
        listening.end();
    }
}
