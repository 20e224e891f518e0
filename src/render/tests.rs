//! Pages as they are made, each kind in both languages; data files against their schemas.

mod head;

use std::sync::Arc;

use insta::assert_snapshot;
use serde_json::Value;

use super::*;
use crate::diagnostic::BAD_TEMPLATE;
use crate::model::NodeId;
use crate::parse::Audience;
use crate::site::tests::{SPECIMEN, specimen, world_for};
use crate::site::{Address, pages};

/// The page at an address, where the hash of the theme's files is `HASH`: their contents are not what is tested.
fn page(world: &World, address: &str) -> String {
    let pages = pages(world);
    let (_, page) = pages.iter().find(|(own, _)| own.as_str() == address).unwrap_or_else(|| panic!("no page at {address}"));
    let text = String::from_utf8(render(world, page).unwrap_or_else(|finding| panic!("{address}: {finding:?}"))).expect("UTF-8");
    text.replace(world.assets.hash(), "HASH")
}

/// What stands on the page at an address, without what stands on every page.
fn main_of(world: &World, address: &str) -> String {
    let page = page(world, address);
    let start = page.find("<main").expect("a page has its main part");
    let end = page.find("</main>").expect("which ends");
    page[start..end].to_owned()
}

fn json(world: &World, address: &str) -> Value {
    serde_json::from_str(&page(world, address)).expect("JSON")
}

#[test]
fn every_page_of_every_audience_is_made_and_tells_no_secret() {
    for audience in Audience::ALL {
        let world = specimen(audience, Some("https://x.example/"));
        for (address, found) in pages(&world) {
            let bytes = render(&world, &found).unwrap_or_else(|finding| panic!("{address}: {finding:?}"));
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            let secret = ["olifant", "elephant"].iter().find(|word| text.contains(**word));
            assert!(secret.is_none() || audience > Audience::Public, "{address} tells of a {secret:?}");
            assert!(!text.contains("geheime zin") || audience == Audience::Internal, "{address}");
        }
    }
}

#[test]
fn a_page_as_a_whole() {
    assert_snapshot!(page(&specimen(Audience::Public, Some("https://x.example/sub/")), "/en/vendors/acme/dpa/"));
}

#[test]
fn the_choice_of_language() {
    assert_snapshot!(page(&specimen(Audience::Public, Some("https://x.example/")), "/"));
}

#[test]
fn what_is_not_there() {
    assert_snapshot!(page(&specimen(Audience::Public, Some("https://x.example/sub/")), "/404.html"));
}

#[test]
fn pages_in_dutch() {
    let world = specimen(Audience::Public, None);
    for (name, address) in [
        ("home-nl", "/nl/"),
        ("vendors-nl", "/nl/vendors/"),
        ("vendor-nl", "/nl/vendors/acme/"),
        ("agreement-nl", "/nl/vendors/acme/dpa/"),
        ("agreement-without-translation", "/nl/vendors/acme/terms/"),
        ("bilingual-nl", "/nl/vendors/acme/dpa/bilingual/"),
        ("definitions-nl", "/nl/definitions/"),
        ("definition-nl", "/nl/definitions/processor/"),
        ("text-nl", "/nl/about/"),
    ] {
        assert_snapshot!(name, main_of(&world, address));
    }
}

#[test]
fn pages_in_english() {
    let world = specimen(Audience::Public, None);
    for (name, address) in [
        ("home-en", "/en/"),
        ("vendors-en", "/en/vendors/"),
        ("vendor-en", "/en/vendors/acme/"),
        ("bilingual-en", "/en/vendors/acme/dpa/bilingual/"),
        ("definitions-en", "/en/definitions/"),
        ("definition-en", "/en/definitions/personal-data-breach/"),
        ("text-in-another-language", "/en/about/method/"),
    ] {
        assert_snapshot!(name, main_of(&world, address));
    }
}

#[test]
fn customers_read_what_is_for_them() {
    let world = specimen(Audience::Customers, None);
    let agreement = main_of(&world, "/nl/vendors/acme/dpa/");
    assert!(agreement.contains("rode olifanten bewaken") || agreement.contains("Rode olifanten bewaken"));
    assert!(!agreement.contains("op aanvraag"));
    assert!(main_of(&world, "/nl/vendors/acme/").contains("<a href=\"tel:+31201234567\">+31 20 123 45 67</a> <small>voor klanten</small>"));
    assert!(page(&world, "/nl/").contains("<meta name=\"robots\" content=\"noindex\">"), "a site that is not public");
    assert_eq!(page(&world, "/robots.txt"), "User-agent: *\nDisallow: /\n");
}

#[test]
fn the_standing_sentence_is_above_every_summary_and_no_other_text() {
    let world = specimen(Audience::Public, None);
    for (address, is_summary) in
        [("/nl/vendors/acme/dpa/", true), ("/nl/vendors/acme/dpa/bilingual/", true), ("/nl/vendors/acme/terms/", false)]
    {
        let page = page(&world, address);
        let sentence = page.find("Dit is niet de tekst van Acme");
        assert_eq!(sentence.is_some(), is_summary, "{address}");
        assert!(sentence.is_none_or(|at| page.find("id=\"1.1\"").is_some_and(|text| at < text)), "{address}");
        assert_eq!(page.contains("content=\"noindex\""), is_summary, "{address}");
    }
}

#[test]
fn what_one_language_lacks_is_shown_as_missing() {
    let mut texts = SPECIMEN.to_vec();
    for (path, text) in &mut texts {
        if *path == "content/vendors/acme/dpa/en.md" {
            *text = "# Processing agreement\n\n## Article 1. Notification\n\n1.1 Processor notifies.\n\n1.4 Only here.\n";
        }
    }
    let (world, _) = world_for(&texts, Audience::Internal, None);
    let page = main_of(&world, "/nl/vendors/acme/dpa/bilingual/");
    assert!(page.contains("<div class=\"side absent\"><p>Ontbreekt in de Nederlandse tekst.</p></div>"), "{page}");
    assert!(page.contains("<div class=\"side absent\"><p>Ontbreekt in de Engelse tekst.</p></div>"), "{page}");
}

#[test]
fn links_begin_where_the_site_is_served() {
    let world = specimen(Audience::Public, Some("https://x.example/sub/"));
    for address in pages(&world).keys().filter(|address| address.file_path().ends_with(".html")) {
        let page = page(&world, address.as_str());
        for attribute in ["href=\"", "src=\""] {
            for (at, _) in page.match_indices(attribute) {
                let link = page[at + attribute.len()..].split('"').next().unwrap_or_default();
                assert!(!link.starts_with('/') || link.starts_with("/sub/"), "{address}: {link}");
            }
        }
    }
}

#[test]
fn the_sitemap_lists_what_may_be_indexed_with_its_twins() {
    assert_snapshot!(page(&specimen(Audience::Public, Some("https://x.example/sub/")), "/sitemap.xml"));
}

#[test]
fn robots_are_told_where_the_sitemap_is() {
    let robots = |base_url| page(&specimen(Audience::Public, base_url), "/robots.txt");
    // Files with texts in our own words cannot say themselves that they are not to be indexed.
    let files = |base: &str| format!("Disallow: {base}*/text.txt\nDisallow: {base}data/\n");
    assert_eq!(
        robots(Some("https://x.example/sub/")),
        format!("User-agent: *\nAllow: /\n{}\nSitemap: https://x.example/sub/sitemap.xml\n", files("/sub/"))
    );
    assert_eq!(robots(None), format!("User-agent: *\nAllow: /\n{}", files("/")));
}

#[test]
fn what_hosts_are_told() {
    let world = specimen(Audience::Public, Some("https://x.example/"));
    assert_snapshot!("host-headers", page(&world, "/_headers"));
    let world = specimen(Audience::Customers, Some("https://x.example/sub/"));
    assert_snapshot!("nginx-below-a-path", page(&world, "/_nginx.conf"));
    assert_eq!(page(&world, "/.nojekyll"), "");
}

#[test]
fn a_path_that_nginx_would_not_take_has_no_snippet() {
    for (base_url, has) in
        [("https://x.example/a.b~c-d/", true), ("https://x.example/caf%C3%A9/", true), ("https://x.example/a%22%7B%24x/", false)]
    {
        let world = specimen(Audience::Public, Some(base_url));
        assert_eq!(pages(&world).contains_key(&Address::nginx()), has, "{base_url}");
    }
}

#[test]
fn the_policy_is_the_first_that_a_page_says_after_its_charset() {
    let world = specimen(Audience::Public, None);
    let policy = "<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
    for address in pages(&world).keys().filter(|address| address.file_path().ends_with(".html")) {
        let page = page(&world, address.as_str());
        assert!(page.contains(policy) && page.contains("<meta name=\"referrer\" content=\"no-referrer\">"), "{address}");
        assert_eq!(page.contains("'wasm-unsafe-eval'"), address.as_str().ends_with("/search/"), "{address}");
    }
}

#[test]
fn data_for_programs() {
    let world = specimen(Audience::Public, None);
    insta::assert_json_snapshot!("agreement-data", json(&world, "/data/v1/agreements/acme/dpa.json"));
    insta::assert_json_snapshot!("definitions-data", json(&world, "/data/v1/definitions.json"));
    insta::assert_json_snapshot!("agreement-index", json(&world, "/data/v1/agreements.json"));
}

#[test]
fn data_have_the_shape_that_is_published() {
    for audience in Audience::ALL {
        let world = specimen(audience, None);
        let fits = |name: &str, address: &str| {
            let schema = json(&world, &format!("/data/v1/schemas/{name}.json"));
            let validator = jsonschema::validator_for(&schema).expect("a schema");
            let data = json(&world, address);
            let faults: Vec<String> = validator.iter_errors(&data).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, [""; 0], "{address} for {audience}");
            assert!(!validator.is_valid(&serde_json::json!({ "vendor": "acme" })), "a schema that refuses something");
        };
        fits("agreement", "/data/v1/agreements/acme/dpa.json");
        fits("agreement", "/data/v1/agreements/acme/terms.json");
        fits("agreements", "/data/v1/agreements.json");
        fits("definitions", "/data/v1/definitions.json");
        fits("vendors", "/data/v1/vendors.json");
    }
}

#[test]
fn hostile_names_and_ids_stay_within_their_attributes() {
    let mut world = specimen(Audience::Public, None);
    let hostile = "x\"><script>alert(1)</script>";
    let vendor = Arc::make_mut(&mut world.corpus.vendors[0]);
    vendor.name = hostile.to_owned();
    vendor.website = Some("javascript:alert(1)".to_owned());
    for agreement in &mut vendor.agreements {
        for text in Arc::make_mut(agreement).texts.values_mut() {
            text.title = hostile.to_owned();
            for part in &mut text.parts {
                part.label = Some(hostile.to_owned());
                for article in &mut part.articles {
                    article.meta.id = NodeId::from(hostile);
                    article.label = Some(hostile.to_owned());
                    for clause in &mut article.clauses {
                        clause.meta.id = NodeId::from(hostile);
                        clause.meta.alias = Some(NodeId::from(hostile));
                        clause.label = Some(hostile.to_owned());
                        clause.meta.topics = vec![hostile.to_owned()];
                    }
                }
            }
        }
    }
    for address in pages(&world).keys().filter(|address| address.file_path().ends_with(".html")) {
        let page = page(&world, address.as_str());
        assert!(!page.contains("<script>") && !page.contains("href=\"javascript:"), "{address}");
    }
}

#[test]
fn the_same_world_gives_the_same_bytes() {
    let bytes = || {
        let world = specimen(Audience::Public, Some("https://x.example/"));
        pages(&world).into_iter().map(|(address, page)| (address, render(&world, &page))).collect::<Vec<_>>()
    };
    assert!(bytes() == bytes());
}

#[test]
fn a_fault_in_a_template_is_told_at_its_place() {
    let mut texts = SPECIMEN.to_vec();
    texts.push((
        "themes/default/templates/vendors.html",
        "{% extends \"base.html\" %}\n{% block main %}{{ t(key=\"nothing\") }}{% endblock %}",
    ));
    let (world, findings) = world_for(&texts, Audience::Public, None);
    assert_eq!(findings, [], "it can be read");
    let finding = render(&world, &Page::Vendors(crate::i18n::Language::NL)).expect_err("there is no such message");
    assert_eq!(finding.rule, BAD_TEMPLATE);
    let Place::Span(span) = finding.place else { panic!("{finding:?}") };
    assert_eq!(world.sources.file(span.file).path, "themes/default/templates/vendors.html");
    assert!(world.sources.file(span.file).text()[span.range()].starts_with("t(key"), "{finding:?}");
}

#[test]
fn a_page_that_is_not_there_is_told() {
    let world = specimen(Audience::Public, None);
    let finding = render(&world, &Page::Asset("styles/none.css".to_owned())).expect_err("no such file");
    assert_eq!(
        (finding.rule, finding.place),
        (UNRENDERED_PAGE, Place::Address(format!("/assets/{}/styles/none.css", world.assets.hash())))
    );
    assert!(render(&world, &Page::Vendor(crate::i18n::Language::NL, 9)).is_err());
}

#[test]
fn a_file_of_the_theme_is_published_as_it_is() {
    let world = specimen(Audience::Public, None);
    let address = Address::asset(world.assets.hash(), "mark.svg");
    assert_eq!(page(&world, address.as_str()).as_bytes(), include_bytes!("../../themes/default/mark.svg"));
}

/// The plain text of an agreement is what its hash is of, on the page and in the data file, in both languages.
#[test]
fn a_text_is_known_by_the_hash_of_its_file() {
    use sha2::{Digest, Sha256};
    let hash = |text: &str| Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let world = specimen(Audience::Public, Some("https://x.example/sub/"));
    let data = json(&world, "/data/v1/agreements/acme/dpa.json");
    for language in ["nl", "en"] {
        let file = page(&world, &format!("/{language}/vendors/acme/dpa/text.txt"));
        let shown = page(&world, &format!("/{language}/vendors/acme/dpa/"));
        assert!(shown.contains(&format!("<code>{}</code>", hash(&file))), "{language}");
        assert!(shown.contains(&format!("href=\"/sub/{language}/vendors/acme/dpa/text.txt\"")), "{language}");
        assert_eq!(data["languages"][language]["sha256"], Value::String(hash(&file)));
    }
    // Where the reader's language has no text, the page leads to the file of the text that it shows.
    let terms = page(&world, "/nl/vendors/acme/terms/");
    assert!(terms.contains("href=\"/sub/en/vendors/acme/terms/text.txt\" hreflang=\"en\""), "{terms}");
    assert!(!pages(&world).keys().any(|address| address.as_str() == "/nl/vendors/acme/terms/text.txt"));
}

#[test]
fn a_text_as_plain_text() {
    assert_snapshot!("plain-text-nl", page(&specimen(Audience::Public, None), "/nl/vendors/acme/dpa/text.txt"));
    assert_snapshot!("plain-text-customers", page(&specimen(Audience::Customers, None), "/en/vendors/acme/dpa/text.txt"));
}

/// A word changes the hash; a day does not: neither that of the build nor that on which the text was verified.
#[test]
fn the_plain_text_changes_with_its_words_alone() {
    let made = |from: &str, to: &str, today| {
        let texts: Vec<(&str, String)> = SPECIMEN.iter().map(|(path, text)| (*path, text.replace(from, to))).collect();
        let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let (mut world, _) = world_for(&texts, Audience::Public, None);
        world.today = today;
        page(&world, "/nl/vendors/acme/dpa/text.txt")
    };
    let day = jiff::civil::date(2026, 11, 22);
    let whole = made("", "", day);
    assert_eq!(whole, made("verified = 2026-11-22", "verified = 2020-01-01", jiff::civil::date(2030, 1, 1)));
    for (from, to) in
        [("de aard van", "de soort van"), ("- a. de aard", "- b. de aard"), ("Een aanhaling.", "Een andere."), ("{bedrijfsnaam}", "{naam}")]
    {
        assert_ne!(whole, made(from, to, day), "{from}");
    }
    assert_eq!(whole, made("rode olifanten", "witte muizen", day), "what is withheld leaves no trace");
}
