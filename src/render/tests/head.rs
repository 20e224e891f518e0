//! What pages say to programs, and what others show who share them.

use serde_json::Value;

use super::*;
use crate::diagnostic::{BAD_CARD, CARD_LETTERS, Finding};

/// Where the specimen is served.
const BASE: Option<&str> = Some("https://x.example/sub/");

/// What a page says to programs, parsed as a browser finds it: up to the first end of a script.
fn linked_data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">")?;
    let (json, _) = rest.split_once("</script")?;
    Some(serde_json::from_str(json).expect("JSON"))
}

/// What a page says of itself under a property of Open Graph.
fn shared<'a>(page: &'a str, property: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("<meta property=\"{property}\" content=\""))?;
    rest.split_once('"').map(|(content, _)| content)
}

fn site_of(configuration: &str, more: &[(&'static str, &'static str)], audience: Audience) -> (World, Vec<Finding>) {
    let mut texts: Vec<(&str, &str)> = SPECIMEN.to_vec();
    texts[0].1 = configuration;
    texts.extend(more);
    world_for(&texts, audience, BASE)
}

#[test]
fn what_each_kind_of_page_says_to_programs() {
    let world = specimen(Audience::Public, BASE);
    for (name, address) in [
        ("linked-data-language-choice", "/"),
        ("linked-data-home", "/en/"),
        ("linked-data-vendors", "/en/vendors/"),
        ("linked-data-vendor", "/nl/vendors/acme/"),
        ("linked-data-summary", "/en/vendors/acme/dpa/"),
        ("linked-data-verbatim", "/nl/vendors/acme/terms/"),
        ("linked-data-bilingual", "/nl/vendors/acme/dpa/bilingual/"),
        ("linked-data-definitions", "/nl/definitions/"),
        ("linked-data-definition", "/en/definitions/personal-data-breach/"),
        ("linked-data-text", "/nl/about/"),
        ("linked-data-search", "/en/search/"),
    ] {
        let data = linked_data(&page(&world, address)).expect(address);
        assert_snapshot!(name, serde_json::to_string_pretty(&data).expect("JSON"));
    }
    assert_eq!(linked_data(&page(&world, "/404.html")), None);
}

#[test]
fn without_its_address_a_site_says_what_needs_none() {
    let world = specimen(Audience::Public, None);
    for (address, found) in pages(&world).iter().filter(|(_, page)| page.language().is_some()) {
        let page = page(&world, address.as_str());
        assert_eq!((shared(&page, "og:url"), shared(&page, "og:image")), (None, None), "{address}");
        assert!(shared(&page, "og:title").is_some() && shared(&page, "og:description").is_some(), "{address}");
        let data = linked_data(&page).expect("what it says to programs").to_string();
        assert!(!data.contains("\"/") && !data.contains("x.example"), "{address}: {data}");
        assert!(matches!(found, Page::Home(_)) || data.contains("BreadcrumbList"), "{address}");
    }
}

#[test]
fn the_trail_that_readers_see_is_the_one_that_programs_are_told() {
    let world = specimen(Audience::Public, BASE);
    for address in pages(&world).keys().filter(|address| address.file_path().ends_with(".html")) {
        let page = page(&world, address.as_str());
        let seen = scraper::Html::parse_document(&page);
        let steps = scraper::Selector::parse(".crumbs li").expect("a selector");
        let seen: Vec<String> = seen.select(&steps).map(|step| step.text().collect()).collect();
        let told = linked_data(&page).map(|data| data["breadcrumb"]["itemListElement"].clone()).unwrap_or_default();
        let told: Vec<&str> = told.as_array().into_iter().flatten().filter_map(|step| step["name"].as_str()).collect();
        assert_eq!(seen, told, "{address}");
    }
}

#[test]
fn no_text_ends_the_script_or_the_picture() {
    let hostile = "</script><script>alert(1)</script><!--\\u2028 ]]> & \\\"'";
    let configuration = format!("[site]\nname = \"{hostile}\"\ntagline.nl = \"{hostile}\"\n");
    let texts = [("content/pages/about/nl.md", "# Over </script> ons\n\nEen `</script><b>` en <i>meer</i> & zo.\n")];
    let (world, _) = site_of(&configuration, &texts, Audience::Public);
    let plain = "</script><script>alert(1)</script><!--\u{2028} ]]> & \"'";
    for address in ["/nl/", "/nl/about/", "/nl/vendors/acme/dpa/"] {
        let page = page(&world, address);
        let data = linked_data(&page).expect("what it says to programs");
        assert_eq!(data["isPartOf"]["name"], plain, "{address}");
        assert!(!page.contains("<script>alert") && !page.contains("<!--"), "{address}");
        assert_eq!(data.to_string().contains('\u{2028}'), !page.split("ld+json").nth(1).unwrap_or_default().contains("\u{2028} ]]>"));
    }
    assert!(render(&world, &Page::Card(crate::i18n::Language::NL)).is_ok_and(|png| png.starts_with(b"\x89PNG")));
}

#[test]
fn what_a_withheld_provision_is_about_is_not_told() {
    let texts = SPECIMEN.map(|(path, text)| {
        let text = text.replace("rode olifanten. {audience=customers}", "rode olifanten. {audience=customers topic=insurance}");
        (path, text)
    });
    let texts: Vec<(&str, &str)> = texts.iter().map(|(path, text)| (*path, text.as_str())).collect();
    for (audience, is_told) in [(Audience::Public, false), (Audience::Customers, true)] {
        let (world, _) = world_for(&texts, audience, BASE);
        let data = linked_data(&page(&world, "/en/vendors/acme/dpa/")).expect("what it says to programs");
        assert_eq!(data.to_string().contains("Insurance"), is_told, "{audience:?}");
    }
}

#[test]
fn a_page_that_is_shared_has_a_picture_in_its_language() {
    let world = specimen(Audience::Public, BASE);
    let page = page(&world, "/en/definitions/");
    assert_eq!(shared(&page, "og:image"), Some("https://x.example/sub/en/card.png"));
    assert_eq!(shared(&page, "og:image:alt"), Some("Proef &amp; Co: What processors promise, clause by clause"));
    assert_eq!((shared(&page, "og:image:width"), shared(&page, "og:image:height")), (Some("1200"), Some("630")));
    let drawn = |world: &World| render(world, &Page::Card(crate::i18n::Language::EN)).expect("a picture");
    let png = drawn(&world);
    assert_eq!(&png[16..24], [1200_u32.to_be_bytes(), 630_u32.to_be_bytes()].concat());
    assert_eq!(png, drawn(&specimen(Audience::Public, BASE)), "the same bytes");
    assert_ne!(png, render(&world, &Page::Card(crate::i18n::Language::NL)).expect("a picture"));
    assert_eq!(world.theme.assets().find(|(path, _)| path.contains("font")), None, "fonts are not published");
}

#[test]
fn the_owner_is_the_publisher_where_it_has_a_name() {
    for (configuration, publisher) in [
        ("[site]\nname = \"Proef\"\n", r#"{"@type":"Organization","name":"Proef"}"#),
        (
            "[site]\nname = \"Proef\"\n[owner]\nname = \"Voorbeeld B.V.\"\nwebsite = \"https://voorbeeld.example/\"\n",
            r#"{"@type":"Organization","name":"Voorbeeld B.V.","url":"https://voorbeeld.example/"}"#,
        ),
    ] {
        let (world, _) = site_of(configuration, &[], Audience::Public);
        let data = linked_data(&page(&world, "/nl/vendors/acme/dpa/")).expect("what it says to programs");
        assert_eq!(data["isPartOf"]["publisher"].to_string(), publisher);
        assert_eq!(data["mainEntity"]["publisher"].to_string(), publisher);
    }
}

#[test]
fn words_that_the_fonts_cannot_write_are_told_and_left_out() {
    let (world, findings) = site_of("[site]\nname = \"Proef\"\ntagline.en = \"Our Κέντρο\"\n", &[], Audience::Public);
    let told: Vec<_> = findings.iter().map(|finding| (finding.rule, finding.arg("letters"), finding.arg("file"))).collect();
    assert_eq!(told, [(CARD_LETTERS, Some("Κ έ ν ο ρ τ"), Some("card.en.png"))]);
    assert!(render(&world, &Page::Card(crate::i18n::Language::EN)).is_ok());
}

#[test]
fn a_picture_of_the_theme_that_is_none_is_told_and_one_is_drawn() {
    let (world, findings) = site_of("", &[("themes/default/templates/card.en.png", "no picture")], Audience::Public);
    assert_eq!(findings.iter().map(|finding| finding.rule).collect::<Vec<_>>(), [BAD_CARD]);
    let png = render(&world, &Page::Card(crate::i18n::Language::EN)).expect("a picture");
    assert!(png.starts_with(b"\x89PNG"));
}

#[test]
fn a_template_of_the_picture_that_is_no_drawing_is_told() {
    for template in ["no drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>", "{{ nothing }}"] {
        let texts = [("themes/default/templates/card.svg", template)];
        let mut all: Vec<(&str, &str)> = SPECIMEN.to_vec();
        all.extend(texts);
        let (world, _) = world_for(&all, Audience::Public, BASE);
        let finding = render(&world, &Page::Card(crate::i18n::Language::EN)).expect_err(template);
        assert_eq!(finding.rule, BAD_TEMPLATE, "{template}");
        assert!(matches!(finding.place, Place::Span(_)), "{template}: {finding:?}");
    }
}
