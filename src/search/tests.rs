//! What is found where, by unpacking what Pagefind wrote.

use std::io::Read as _;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::read::GzDecoder;

use super::*;
use crate::parse::Audience;
use crate::source::Sources;
use crate::{Assembled, Request, assemble, render};

const VENDOR: &str =
    "name = 'Acme'\nlegal-name = 'Acme B.V.'\nwebsite = 'not-stated'\nseat = 'Utrecht'\n[services]\nnl = 'Opslag'\nen = 'Storage'\n";

const AGREEMENT: &str = "kind = 'processing-agreement'\nstatus = 'offered'\ntext = 'verbatim'\naudience = 'public'\noriginal = 'nl'\n\
     prevailing = 'not-stated'\nversion = 'not-stated'\n";

const DUTCH: &str = "# Verwerkersovereenkomst

Geldt voor Acme (hierna: **“Flapdrol”**).

## Artikel 7. Meldplicht {topic=breach-notification}

7.1 Verwerker meldt een datalek & treft \\<maatregelen\\>.[^noot]

7.2 De melding bevat:

- a. de aard
- b. de gevolgen {audience=customers}

7.3 Alleen voor klanten is dit zwanenhals. {audience=customers}

# Bijlage 1. Beveiliging

Met ___PAGEFIND_ANCHOR___b:0:vals en ____ om in te vullen.

[^noot]: Onverwijld.
";

const PAGE: &str =
    "# Over ons\n\nEen pagina over persoonsgegevens.\n\n## Werkwijze\n\nZo gaat het.\n\n## Zwanenhals {audience=customers}\n\nVerborgen.\n";

fn site(configuration: &str) -> Assembled {
    let files = [
        ("clausewerk.toml", configuration),
        ("content/vendors/acme/vendor.toml", VENDOR),
        ("content/vendors/acme/processing-agreement/agreement.toml", AGREEMENT),
        ("content/vendors/acme/processing-agreement/nl.md", DUTCH),
        ("content/pages/about/us/nl.md", PAGE),
    ];
    let request =
        Request { root: Path::new("").to_owned(), audience: Audience::Public, base_url: None, today: jiff::civil::date(2026, 11, 22) };
    let site = assemble(Sources::of_texts(files), Vec::new(), &request);
    assert!(!crate::diagnostic::has_errors(&site.findings), "{:?}", site.findings);
    site
}

fn made(site: &Assembled) -> BTreeMap<String, Vec<u8>> {
    let rendered = |address: &Address| render::render(&site.world, &site.pages[address]).ok();
    index(&site.world, &site.pages, &rendered).expect("an index can be made")
}

fn unpacked(bytes: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut plain).expect("it is packed");
    plain.strip_prefix(b"pagefind_dcd").expect("it has the mark").to_vec()
}

/// What is known of the page at an address.
fn fragment(files: &BTreeMap<String, Vec<u8>>, address: &str) -> serde_json::Value {
    let fragments = files.iter().filter(|(path, _)| path.ends_with(".pf_fragment"));
    let mut read = fragments.map(|(_, bytes)| serde_json::from_slice::<serde_json::Value>(&unpacked(bytes)).expect("JSON"));
    read.find(|fragment| fragment["url"] == address).unwrap_or_else(|| panic!("{address} is not searched"))
}

#[test]
fn every_clause_is_an_anchor_with_its_number_and_topics() {
    let fragment = fragment(&made(&site("")), "nl/vendors/acme/processing-agreement/");
    let anchors: Vec<String> = fragment["anchors"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|anchor| {
            format!(
                "{} {} “{}” {}",
                anchor["element"].as_str().unwrap_or_default(),
                anchor["id"].as_str().unwrap_or_default(),
                anchor["text"].as_str().unwrap_or_default(),
                anchor["title"].as_str().unwrap_or("–")
            )
        })
        .filter(|anchor| !anchor.starts_with("i forms") && !anchor.starts_with("i same"))
        .collect();
    assert_eq!(
        anchors,
        [
            "b p1 “” =flapdrol",
            "h2 7 “Meldplicht” 7",
            "b 7.1 “7.1” breach-notification",
            "b 7.2 “7.2” breach-notification",
            "h2 bijlage-1 “Beveiliging” B 1",
            "b bijlage-1/p1 “” –",
            "sup note:nl:1 “1” –",
            "i topic:breach-notification “” –",
        ]
    );
    assert_eq!(fragment["meta"], serde_json::json!({ "title": "Verwerkersovereenkomst", "vendor": "Acme" }));
    let filters = serde_json::json!({ "kind": ["agreement"], "lang": ["nl"], "standing": ["original"], "vendor": ["acme"] });
    assert_eq!(fragment["filters"], filters);
}

#[test]
fn the_text_is_what_readers_see() {
    let fragment = fragment(&made(&site("")), "nl/vendors/acme/processing-agreement/");
    let content = fragment["content"].as_str().unwrap_or_default();
    for shown in [
        "7.1 Verwerker meldt een datalek & treft <maatregelen>. 7.2 De melding bevat: a. de aard · ",
        "Met PAGEFIND ANCHOR b:0:vals en om in te vullen. 1 Onverwijld.",
    ] {
        assert!(content.contains(shown), "{shown}: {content}");
    }
    assert!(!content.contains("gevolgen") && !content.contains("zwanenhals"), "{content}");
    let (text, block) = content.split_at(content.find("Onverwijld.").expect("the note"));
    assert!(!text.contains("flapdrols") && block.contains(" flapdrol flapdrol") && block.contains("datalek datalek"), "{content}");
}

#[test]
fn a_page_without_translation_is_searched_in_both_languages_and_marked() {
    let files = made(&site(""));
    let english = fragment(&files, "en/vendors/acme/processing-agreement/");
    assert_eq!((&english["filters"]["standing"][0], &english["filters"]["lang"][0]), (&"foreign".into(), &"nl".into()));
    let page = fragment(&files, "en/about/us/");
    assert_eq!((&page["filters"]["standing"][0], &page["meta"]["title"]), (&"foreign".into(), &"Over ons".into()));
}

#[test]
fn own_pages_are_searched_as_rendered() {
    let fragment = fragment(&made(&site("")), "nl/about/us/");
    let content = fragment["content"].as_str().unwrap_or_default();
    assert!(content.starts_with("Over ons. Een pagina over persoonsgegevens. Werkwijze. Zo gaat het."), "{content}");
    assert!(!content.contains("Verborgen"), "{content}");
    assert!(content.contains(" persoonsgegeven "), "{content}");
    assert_eq!(fragment["anchors"][0]["id"], "werkwijze");
}

#[test]
fn only_what_searching_needs_is_published() {
    let files = made(&site(""));
    let kinds: std::collections::BTreeSet<String> = files
        .keys()
        .filter_map(|path| path.strip_prefix("search-index/nl/"))
        .map(|path| match path.rsplit_once('.') {
            Some((name, kind)) if kind.starts_with("pf_") => format!("{}.{kind}", name.split(['/', '.']).next().unwrap_or_default()),
            _ => path.to_owned(),
        })
        .collect();
    let expected = [
        "filter.pf_filter",
        "fragment.pf_fragment",
        "index.pf_index",
        "names.json",
        "pagefind-entry.json",
        "pagefind.js",
        "pagefind.pf_meta",
        "wasm.nl.pagefind",
    ];
    assert_eq!(kinds.iter().map(String::as_str).collect::<Vec<_>>(), expected);
    assert!(files.keys().all(|path| path.starts_with("search-index/")));
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    let site = site("");
    let first = made(&site);
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        assert!(pool.install(|| made(&site)) == first, "with {threads} threads");
    }
}

#[test]
fn an_index_that_is_wanted_no_more_is_given_up_at_the_next_page() {
    let site = site("");
    let asked = AtomicUsize::new(0);
    let is_wanted = || asked.fetch_add(1, Ordering::Relaxed) < 1;
    let rendered = |address: &Address| render::render(&site.world, &site.pages[address]).ok();
    let given_up = index_in(&site.world, &site.pages, Language::NL, &rendered, &is_wanted);
    assert_eq!(format!("{:#}", given_up.expect_err("it is given up")), "cannot make the search index (nl): it is no longer wanted");
    assert_eq!(asked.into_inner(), 2, "one page was taken, and none after the second was refused");
}

#[test]
fn the_program_is_the_same_on_every_site() {
    let (one, other) = (made(&site("")), made(&site("[site]\nlanguages = ['nl']\n")));
    let programs: Vec<&String> = other.keys().filter(|path| is_of_the_program(path)).collect();
    assert_eq!(programs, ["search-index/nl/pagefind.js", "search-index/nl/wasm.nl.pagefind"]);
    assert!(programs.into_iter().all(|path| one[path] == other[path]));
}

#[test]
fn what_a_concept_is_called_elsewhere() {
    let names: serde_json::Value = serde_json::from_slice(&made(&site(""))["search-index/nl/names.json"]).expect("JSON");
    assert_eq!(names["to"]["datalek"]["en"], "data breach");
    assert_eq!(names["from"]["personal data"], "persoonsgegevens");
    assert_eq!(names["to"]["artikel"]["en"], "article");
}

#[test]
fn a_site_may_do_without() {
    let site = site("[site]\nsearch = false\n");
    assert_eq!(made(&site).len(), 0);
    assert!(!site.pages.values().any(|page| matches!(page, Page::Search(_))));
    let (_, home) = site.pages.iter().find(|(_, page)| matches!(page, Page::Home(_))).expect("a home page");
    let home = String::from_utf8(render::render(&site.world, home).expect("it renders")).expect("UTF-8");
    assert!(!home.contains("/search/") && !home.contains("search-key"));
}

#[test]
fn a_site_with_nothing_to_search_still_builds() {
    let request =
        Request { root: Path::new("").to_owned(), audience: Audience::Public, base_url: None, today: jiff::civil::date(2026, 11, 22) };
    let site = assemble(Sources::built_in(), Vec::new(), &request);
    assert!(made(&site).contains_key("search-index/nl/pagefind.js"));
}
