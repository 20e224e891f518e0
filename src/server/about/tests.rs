//! What the bar says of pages of the specimen.

use super::*;
use crate::i18n::Language;
use crate::site::tests::SPECIMEN;
use crate::{Request, assemble};

/// The specimen with some files more, as an audience sees it.
fn site(more: &[(&str, &str)], audience: Audience) -> Assembled {
    let sources = Sources::of_texts(SPECIMEN.into_iter().chain(more.iter().copied()));
    assemble(sources, Vec::new(), &Request { root: ".".into(), audience, base_url: None, today: jiff::civil::date(2026, 11, 22) })
}

fn about(site: &Assembled, path: &str, readers: &Readers) -> serde_json::Value {
    let live = Live::new(Language::EN, true);
    let about = About::new(&live, readers_own(readers), readers, About::page(&live, site, path), Some(&Found::of(site)));
    serde_json::to_value(&about).expect("JSON")
}

/// Whom a browser reads as that chose nothing.
fn readers_own(readers: &Readers) -> Audience {
    readers.of(&axum::http::HeaderMap::new())
}

fn alone() -> Readers {
    Readers::new(Audience::Public, true, 1111)
}

const PAGE: &str = "/nl/vendors/acme/dpa/";

/// The line of a file on which some words stand.
fn line_of(path: &str, words: &str) -> usize {
    let (_, text) = SPECIMEN.into_iter().find(|(own, _)| *own == path).expect("a file of the specimen");
    text.lines().position(|line| line.contains(words)).expect("in the file") + 1
}

#[test]
fn each_clause_stands_on_its_line_of_its_file() {
    let about = about(&site(&[], Audience::Customers), PAGE, &alone());
    let place = |id: &str| {
        let [file, line] = [0, 1].map(|at| about["places"][id][0][at].as_u64().expect("a place") as usize);
        (about["files"][file]["path"].as_str().expect("a path").to_owned(), line)
    };
    let file = "content/vendors/acme/dpa/nl.md";
    for (id, words) in [
        ("1", "## Artikel 1."),
        ("1.1", "1.1 Verwerker"),
        ("1.2/b/ii", "(ii) voor"),
        ("bijlage-1/1.A", "1.A. Rode"),
        ("note:nl:1", "[^termijn]: "),
    ] {
        assert_eq!(place(id), (file.to_owned(), line_of(file, words)), "{id}");
    }
    // What defines a term.
    assert_eq!(place("page:term:1"), (file.to_owned(), line_of(file, "“Datalek”")));
    assert_eq!(about["files"][about["file"].as_u64().expect("a file") as usize]["path"], file);
}

#[test]
fn side_by_side_each_clause_stands_in_both_files() {
    let about = about(&site(&[], Audience::Public), "/nl/vendors/acme/dpa/bilingual/", &alone());
    let langs: Vec<_> = about["places"]["1.1"]
        .as_array()
        .expect("places")
        .iter()
        .map(|place| &about["files"][place[0].as_u64().expect("a file") as usize]["lang"])
        .collect();
    assert_eq!(langs.len(), 2, "{about}");
    assert!(langs.iter().any(|lang| *lang == "nl") && langs.iter().any(|lang| *lang == "en"), "{langs:?}");
}

#[test]
fn the_twin_is_the_same_page_in_the_other_language() {
    let about = about(&site(&[], Audience::Public), PAGE, &alone());
    assert_eq!(about["twins"][0]["href"], "/en/vendors/acme/dpa/");
    assert_eq!(about["twins"][0]["label"], "In English");
    assert_eq!(about["twins"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_finding_is_told_on_the_pages_that_are_made_of_its_file() {
    let more = [("content/vendors/beta/vendor.toml", "name = \"Beta\"\nnmae = 1\n"), ("content/pages/about/nl.md", "# Over\n")];
    let site = site(&more, Audience::Public);
    let of = |path: &str| {
        let about = about(&site, path, &alone());
        let rules = about["findings"]["list"].as_array().expect("a list").iter();
        rules.map(|told| told["place"].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    let beta = "content/vendors/beta/vendor.toml:2:1";
    assert!(of("/nl/vendors/beta/").contains(&beta.to_owned()), "{:?}", of("/nl/vendors/beta/"));
    assert!(of("/nl/definitions/").contains(&beta.to_owned()), "all vendors are beside each other there");
    for other in [PAGE, "/nl/vendors/acme/", "/nl/about/", "/nl/"] {
        assert!(!of(other).contains(&beta.to_owned()), "{other}");
        assert!(about(&site, other, &alone())["findings"]["elsewhere"].as_str().expect("words").contains("error"), "{other}");
    }
    let about = about(&site, "/nl/vendors/beta/", &alone());
    let first = &about["findings"]["list"][0];
    assert_eq!((&first["severity"], &about["findings"]["worst"]), (&"error".into(), &"error".into()), "the gravest first");
    assert!(first["title"].is_string() && first["help"].is_string(), "{first}");
}

#[test]
fn where_others_look_on_no_file_is_quoted() {
    let more = [("content/vendors/acme/extra.toml", "")];
    let readers = Readers::new(Audience::Public, false, 1111);
    let about = about(&site(&more, Audience::Public), PAGE, &readers);
    assert_eq!(about["findings"]["list"].as_array().map(Vec::len), Some(0));
    assert!(about["findings"]["elsewhere"].as_str().expect("words").contains("others can see this preview"));
    assert_eq!(about["audiences"].as_array().map(Vec::len), Some(1), "nobody may look as a customer");
    assert!(about["places"].as_object().expect("places").is_empty() && about["files"].as_array().expect("files").is_empty());
}

#[test]
fn of_a_page_that_is_not_there_only_the_site_is_told() {
    let about = about(&site(&[], Audience::Public), "/nl/nothing/", &alone());
    assert_eq!(about["audiences"][0]["is_chosen"], true);
    assert_eq!(about["twins"].as_array().map(Vec::len), Some(0));
    assert_eq!(about["findings"]["count"], "no findings");
}
