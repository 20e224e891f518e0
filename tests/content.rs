//! The example content of this repository, held against the numbers that its sources print.

mod support;

use std::path::Path;

use clausewerk::parse::Audience;
use clausewerk::resolve::Target;
use clausewerk::site::Page;
use clausewerk::source::Sources;
use clausewerk::{Assembled, Request, assemble, render};
use serde_json::Value;

fn example() -> Assembled {
    example_for(Audience::Public)
}

fn example_for(audience: Audience) -> Assembled {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (sources, findings) = Sources::read(root).expect("this repository is a site");
    let request = Request { root: root.to_owned(), audience, base_url: None, today: jiff::civil::date(2026, 11, 22) };
    assemble(sources, findings, &request)
}

#[test]
fn the_example_site_has_no_faults() {
    let site = example();
    assert_eq!(support::told(&site.sources, &site.findings), "");
}

/// The data file of an agreement.
fn data(site: &Assembled, vendor: &str, agreement: &str) -> Value {
    let wanted = format!("/data/v1/agreements/{vendor}/{agreement}.json");
    let (_, page) = site.pages.iter().find(|(address, _)| address.as_str() == wanted).expect("every agreement has a data file");
    assert!(matches!(page, Page::AgreementData(..)));
    serde_json::from_slice(&render::render(&site.world, page).expect("it can be rendered")).expect("it is JSON")
}

/// Every printed number and label of a text, in order; items behind their clause in brackets.
fn numbers(text: &Value) -> Vec<String> {
    fn items(list: &Value) -> String {
        let shown: Vec<String> = list
            .as_array()
            .into_iter()
            .flatten()
            .map(|item| format!("{}{}", item["label"].as_str().unwrap_or("•"), items(&item["items"])))
            .collect();
        if shown.is_empty() { String::new() } else { format!("[{}]", shown.join(" ")) }
    }
    fn of_article(article: &Value, found: &mut Vec<String>) {
        found.extend(article["number"].as_str().map(|number| format!("art. {number}")));
        for clause in article["clauses"].as_array().into_iter().flatten() {
            found.push(format!("{}{}", clause["number"].as_str().unwrap_or("¶"), items(&clause["items"])));
        }
        article["sections"].as_array().into_iter().flatten().for_each(|section| of_article(section, found));
    }
    let mut found = Vec::new();
    for part in text["parts"].as_array().into_iter().flatten() {
        if let Some(title) = part["title"].as_str().filter(|_| part["id"] != "") {
            found.push(format!("part {}", title.split(['.', ':', '–']).next().unwrap_or_default().trim()));
        }
        part["articles"].as_array().into_iter().flatten().for_each(|article| of_article(article, &mut found));
    }
    found
}

/// `art. 1`, `1.1`, … for articles with so many clauses each.
fn articles(clauses: &[usize]) -> Vec<String> {
    let of = |(index, count): (usize, &usize)| {
        let article = index + 1;
        std::iter::once(format!("art. {article}")).chain((1..=*count).map(move |clause| format!("{article}.{clause}"))).collect::<Vec<_>>()
    };
    clauses.iter().enumerate().flat_map(of).collect()
}

/// Replaces a clause by itself with items.
fn with(mut numbers: Vec<String>, clause: &str, items: &str) -> Vec<String> {
    let at = numbers.iter().position(|number| number == clause).expect("the clause is there");
    numbers[at] = format!("{clause}[{items}]");
    numbers
}

fn bullets(count: usize) -> String {
    vec!["•"; count].join(" ")
}

#[test]
fn voxio_has_every_number_in_both_languages() {
    let site = example();
    let data = data(&site, "voxio", "processing-agreement");
    for (language, annex) in [("nl", "Bijlage"), ("en", "Annex")] {
        let mut expected = vec!["¶".to_owned()];
        let main = articles(&[3, 5, 2, 3, 3, 3, 3, 1, 2, 5, 7, 4, 2]);
        expected.extend(with(with(main, "7.3", &bullets(4)), "11.2", &bullets(4)));
        expected.push(format!("part {annex} 1"));
        // Eleven services, six purposes, 32 categories of data, eight of data subjects, and a closing paragraph.
        expected.extend([("1.A", 11), ("1.B", 6), ("1.C", 32), ("1.D", 8)].map(|(number, count)| format!("{number}[{}]", bullets(count))));
        expected.extend(["¶".to_owned(), format!("part {annex} 2"), format!("¶[{}]", bullets(9))]);
        assert_eq!(numbers(&data["languages"][language]), expected, "{language}");
    }
}

#[test]
fn attachingit_general_terms_have_every_number_in_both_languages() {
    let site = example();
    let data = data(&site, "attachingit", "general-terms");
    let roman = "(i) (ii) (iii) (iv) (v) (vi)";
    for language in ["en", "nl"] {
        let mut expected = articles(&[23, 4, 2, 4, 9, 4, 6, 6, 2, 6, 3, 10, 7, 2, 4, 2, 1, 3, 3, 2, 3]);
        for (clause, items) in [
            ("2.3", "a. b."),
            ("5.3", "a. b. c."),
            ("5.8", "a. b."),
            ("6.2", &format!("a. b. c.[{roman}]")),
            ("7.4", &format!("a. b. c. d.[{roman}]")),
            ("13.4", "a) b)"),
            ("15.1", "a. b. c. d."),
            ("15.3", "a. b."),
        ] {
            expected = with(expected, clause, items);
        }
        expected.insert(0, "¶".to_owned());
        let found: Vec<String> = numbers(&data["languages"][language]);
        // An article may begin with a sentence of its own before its first clause.
        let found: Vec<String> =
            found.iter().enumerate().filter(|(at, number)| *at == 0 || *number != "¶").map(|(_, number)| number.clone()).collect();
        assert_eq!(found, expected, "{language}");
    }
}

#[test]
fn attachingit_schedule_2_has_every_number_in_both_languages_and_9_1_twice() {
    let site = example();
    let data = data(&site, "attachingit", "processing-agreement");
    for language in ["en", "nl"] {
        let mut expected = vec!["¶".to_owned()];
        expected.extend(articles(&[8, 2, 2, 2, 1, 3, 2, 2]));
        expected.extend(
            ["art. 9", "9.1", "9.1", "art. 10", "10.1", "10.2", "10.3[a) b) c)]", "art. 11", "11.1", "11.2", "11.3", "11.4"]
                .map(str::to_owned),
        );
        expected.extend(["part Annex 1".to_owned(), format!("¶[{}]", bullets(8))]);
        assert_eq!(numbers(&data["languages"][language]), expected, "{language}");
    }
    let nine = &data["languages"]["en"]["parts"][0]["articles"][9];
    assert_eq!((nine["clauses"][0]["id"].as_str(), nine["clauses"][1]["id"].as_str()), (Some("9.1"), Some("9.1-2")));
}

#[test]
fn attachingit_schedule_1_has_every_number_in_both_languages() {
    let site = example();
    let data = data(&site, "attachingit", "acceptable-use-policy");
    for language in ["en", "nl"] {
        let found = numbers(&data["languages"][language]);
        let articles: Vec<&str> = found.iter().map(String::as_str).filter(|number| number.starts_with("art.")).collect();
        assert_eq!(articles, (1..=9).map(|number| format!("art. ({number})")).collect::<Vec<_>>(), "{language}");
        let items: Vec<&str> = found.iter().map(String::as_str).filter(|number| number.contains('[')).collect();
        assert_eq!(items, ["¶[a. b.]", "¶[a. b. c. d.]", "¶[a. b. c. d.]"], "{language}");
    }
}

#[test]
fn mx_relay_has_every_number_in_both_languages() {
    let site = example();
    let data = data(&site, "mx-relay", "processing-agreement");
    for (language, annex) in [("nl", "Bijlage"), ("en", "Annex")] {
        let found = numbers(&data["languages"][language]);
        let main = articles(&[5, 5, 1, 2, 6, 3, 1, 2, 3, 1, 4, 4]);
        let mut expected = with(with(main, "5.5", &bullets(10)), "6.2", &bullets(8));
        expected.extend([format!("part {annex} 1"), "art. 1".to_owned(), format!("¶[{}]", bullets(6))]);
        expected.extend(["art. 2".to_owned(), format!("¶[{}]", bullets(7))]);
        // The parties, the eight recitals and the signatures bear no numbers.
        let recitals = format!("¶[{}]", bullets(8));
        assert!(found.contains(&recitals), "{language}: {found:?}");
        let first = found.iter().position(|number| number == "art. 1").expect("article 1");
        let numbered: Vec<String> = found[first..].iter().filter(|number| *number != "¶").cloned().collect();
        assert_eq!(numbered, expected, "{language}");
    }
}

#[test]
fn xxx_me_has_every_number_in_both_languages() {
    let site = example();
    let data = data(&site, "xxx-me", "processing-agreement");
    for language in ["en", "nl"] {
        let mut expected =
            vec!["¶".to_owned(), "¶[A. B. C. D.]".to_owned(), "art. 1".to_owned(), "¶[a. b. c. d. e. f. g. h. i. j.]".to_owned()];
        for (article, clauses) in [(2, 3), (3, 8), (4, 3), (5, 8), (6, 2), (7, 5), (8, 5)] {
            expected.push(format!("art. {article}"));
            expected.extend((1..=clauses).map(|clause| format!("{article}.{clause}")));
        }
        expected.extend(["art. 9", "¶", "art. 10", "10.1", "10.2", "10.3", "art. 11", "11.1", "11.2", "11.3"].map(str::to_owned));
        expected.extend(["11.4[a) b) c) d) e) f) g)]", "11.5", "¶", "art. 12", "12.1", "12.2", "art. 13", "¶"].map(str::to_owned));
        expected.extend(["art. 14", "14.1", "14.2"].map(str::to_owned));
        let found = numbers(&data["languages"][language]);
        assert_eq!(found[..expected.len()], expected, "{language}");
        assert!(found[expected.len()..].iter().all(|number| number == "¶"), "after it come the signatures: {found:?}");
    }
}

#[test]
fn xxx_me_keeps_its_protocol_from_the_public_and_shows_customers_all_of_it() {
    let public = example();
    let wanted = "/data/v1/agreements/xxx-me/security-protocol.json";
    assert!(!public.pages.keys().any(|address| address.as_str() == wanted));
    assert!(public.pages.keys().all(|address| !address.as_str().contains("xxx-me/security-protocol")));

    let site = example_for(Audience::Customers);
    let data = data(&site, "xxx-me", "security-protocol");
    for language in ["en", "nl"] {
        let found = numbers(&data["languages"][language]);
        let all = found.join(" ");
        // Six components, six principles of the code, six measures within the organisation.
        assert!(all.contains("1. 2. 3. 4. 5. 6."), "{language}: {all}");
        assert_eq!(all.matches(&format!("¶[{}]", bullets(6))).count(), 2, "{language}: {all}");
        let text = data["languages"][language].to_string();
        assert_eq!((1..=6).filter(|note| text.contains(&format!("{{\"number\":{note},"))).count(), 6, "six footnotes in {language}");
        let tables = text.matches("\"rows\":[[").count();
        assert_eq!(tables, 1, "the table of features in {language}");
        for port in ["25", "53", "80", "110", "443"] {
            assert!(text.contains(port), "port {port} in {language}");
        }
    }
}

#[test]
fn definitions_references_and_laws_of_the_example_lead_somewhere() {
    let site = example_for(Audience::Internal);
    let mut counted = (0, 0, 0);
    for vendor in &site.world.corpus.vendors {
        for agreement in &vendor.agreements {
            for (language, text) in &agreement.texts {
                let table = site.world.resolved.of(&vendor.slug, &agreement.slug, *language).expect("every text has a table");
                text.texts(&mut |place| {
                    for link in table.links(place.text.id) {
                        match &link.target {
                            Target::Broken => {
                                panic!("{} {} {language}: {}", vendor.slug, agreement.slug, &place.text.plain()[link.range.clone()])
                            }
                            Target::Term { .. } => counted.0 += 1,
                            Target::Law(_) => counted.2 += 1,
                            _ => counted.1 += 1,
                        }
                    }
                });
            }
        }
    }
    assert!(counted.0 > 1000 && counted.1 > 100 && counted.2 > 40, "{counted:?}");
}

#[test]
fn what_the_sources_do_not_state_is_not_completed() {
    let site = example();
    let voxio = data(&site, "voxio", "processing-agreement");
    assert_eq!(
        (&voxio["version"], &voxio["text"], &voxio["status"], &voxio["original"]),
        (&Value::Null, &"summary".into(), &"offered".into(), &"nl".into())
    );
    let terms = data(&site, "attachingit", "general-terms");
    assert_eq!((&terms["version"], &terms["original"]), (&"November 2018".into(), &"en".into()));
    let vendor = site.world.corpus.vendor("voxio").expect("Voxio");
    assert_eq!((&vendor.website, &vendor.seat, &vendor.address), (&None, &None, &None));
}

#[test]
fn both_languages_have_the_same_shape() {
    for vendor in &example().world.corpus.vendors {
        for agreement in &vendor.agreements {
            assert_eq!(agreement.texts.len(), 2, "{} {}", vendor.slug, agreement.slug);
            let ids = |text: &clausewerk::model::AgreementText| {
                let mut ids = Vec::new();
                text.texts(&mut |place| ids.extend(place.node.map(|meta| meta.id.clone())));
                ids
            };
            let texts: Vec<_> = agreement.texts.values().map(ids).collect();
            assert_eq!(texts[0], texts[1], "{} {}", vendor.slug, agreement.slug);
        }
    }
}
