//! Which pages there are, for whom; and the specimen site that tests of pages share.

use super::*;
use crate::diagnostic::UNKNOWN_THEME;
use crate::{audience, resolve};

/// A small site with nearly everything a page can show.
pub const SPECIMEN: [(&str, &str); 12] = [
    ("clausewerk.toml", "[site]\nname = \"Proef & Co\"\nlanguages = [\"nl\", \"en\"]\n"),
    (
        "content/vendors/acme/vendor.toml",
        r#"
name = "Acme <&> Zn."
legal-name = "Acme B.V."
website = "https://acme.example/"
seat = "not-stated"
[register]
name = "KvK"
number = "12345678"
[services]
nl = "Opslag"
en = "Storage"
[[contact]]
role = "privacy"
value = "privacy@acme.example"
audience = "public"
[[contact]]
role = "breach"
value = "+31 20 123 45 67"
audience = "customers"
"#,
    ),
    (
        "content/vendors/acme/dpa/agreement.toml",
        r#"
kind = "processing-agreement"
status = "offered"
text = "summary"
audience = "public"
original = "nl"
prevailing = "nl"
version = "not-stated"
date = "2018-11"
verified = 2026-11-22
belongs-to = "terms"
prevails = true
[translations.en]
status = "informative"
[[term]]
text = "Datalek"
concept = "personal-data-breach"
[[external]]
names = ["Offerte", "Quotation"]
"#,
    ),
    (
        "content/vendors/acme/dpa/nl.md",
        r#"# Verwerkersovereenkomst

Deze overeenkomst geldt tussen {bedrijfsnaam} en Acme (hierna: **“Verwerker”**).

## Artikel 1. Meldplicht {topic=breach-notification}

1.1 Verwerker meldt een **“Datalek”**, bedoeld in artikel 2, *zo spoedig* mogelijk.[^termijn] De Offerte gaat niet voor; zie ook artikel 9 en Bijlage 1.

1.2 De melding bevat:

- a. de aard van het Datalek;
- b. de gevolgen, te weten:
  - (i) voor betrokkenen;
  - (ii) voor anderen. {audience=customers}

Ontbreekt er iets, dan volgt het later. {topic=audit}

1.3 Geheime bepaling over rode olifanten. {audience=customers}

## Artikel 2. Geheim artikel {audience=customers}

2.1 Ook dit gaat over rode olifanten.

## Artikel 3. Overzicht

3.1 Deze gegevens:

| Soort | Bewaartermijn |
|---|---|
| Namen | 1 jaar |
| Rode olifanten | 9 jaar {audience=customers} |

3.2 Deze begrippen:

- **Dienst**: wat Acme levert, zie artikel 1.1;

- **Klant**: wie dat afneemt.

> Een aanhaling.

### Nadere regels

Zie artikel 1 lid 2 onder a.

# Bijlage 1. Beveiliging {audience=customers}

1.A. Rode olifanten bewaken de deur.

[^termijn]: Een termijn staat er niet; zie artikel 1.2.
"#,
    ),
    (
        "content/vendors/acme/dpa/en.md",
        r#"# Processing agreement

This agreement applies between {company name} and Acme (hereinafter: **“Processor”**).

## Article 1. Notification

1.1 Processor notifies a **“Data Breach”**, as referred to in article 2, *as soon as* possible.[^termijn] The Quotation does not prevail; see also article 9 and Annex 1.

1.2 The notification contains:

- a. the nature of the Data Breach;
- b. the consequences, namely:
  - (i) for data subjects;
  - (ii) for others.

What is missing follows later.

1.3 Secret clause on red elephants.

## Article 2. Secret article

2.1 This too is about red elephants.

## Article 3. Overview

3.1 These data:

| Kind | Retention |
|---|---|
| Names | 1 year |
| Red elephants | 9 years |

3.2 These terms:

- **Service**: what Acme supplies, see article 1.1;

- **Customer**: who takes it.

> A quotation.

### Further rules

See article 1.2 under a.

# Annex 1. Security

1.A. Red elephants guard the door.

[^termijn]: No period is stated; see article 1.2.
"#,
    ),
    (
        "content/vendors/acme/terms/agreement.toml",
        "kind = \"general-terms\"\nstatus = \"offered\"\ntext = \"verbatim\"\naudience = \"public\"\noriginal = \"en\"\nprevailing = \"equal\"\nversion = \"3\"\n",
    ),
    ("content/vendors/acme/terms/en.md", "# General Terms\n\n## 1. Scope\n\n1.1 These terms apply. See the security protocol.\n"),
    (
        "content/vendors/acme/security-protocol/agreement.toml",
        "kind = \"security-protocol\"\nstatus = \"offered\"\ntext = \"summary\"\naudience = \"customers\"\noriginal = \"nl\"\nprevailing = \"not-stated\"\nversion = \"not-stated\"\nknown-as = [\"security protocol\"]\n",
    ),
    ("content/vendors/acme/security-protocol/nl.md", "# Beveiligingsprotocol\n\n## 1. Olifanten\n\n1.1 Rode olifanten.\n"),
    (
        "content/pages/about/nl.md",
        "# Over ons\n\nWij zijn [hier](/nl/vendors/).[^1]\n\n## Wie wij zijn\n\nGeheime zin over rode olifanten.[^2] {audience=internal}\n\n- een\n- twee {audience=internal}\n\n## Intern {audience=internal}\n\nRode olifanten.\n\n## Wie wij zijn\n\nEinde.\n\n[^1]: Een noot.\n[^2]: Een noot over rode olifanten.\n",
    ),
    ("content/pages/about/en.md", "# About us\n\nHere we are.\n"),
    ("content/pages/about/method/nl.md", "# Werkwijze\n\nZo.\n"),
];

/// A site of these texts as readers of an audience get it, and what was found wrong with its theme and addresses.
pub fn world_for(texts: &[(&str, &str)], audience: Audience, base_url: Option<&str>) -> (World, Vec<Finding>) {
    let sources = Arc::new(Sources::of_texts(texts.iter().copied()));
    let (messages, _) = Messages::load(&sources);
    let messages = Arc::new(messages);
    let (corpus, _) = Corpus::load(&sources, &messages);
    let shown = audience::project(&corpus, audience).shown;
    let resolved = resolve::resolve(&shown, &corpus, &messages, audience);
    let today = jiff::civil::date(2026, 11, 22);
    let parts = Parts { corpus: shown, resolved, messages, sources, audience, base_url: base_url.map(str::to_owned), today };
    let (world, mut findings) = World::new(parts);
    let world = Arc::new(world);
    let pages = Pages::of(&world);
    findings.extend(taken_addresses(&world, &pages));
    drop(pages);
    (Arc::into_inner(world).expect("nobody else has it"), findings)
}

/// The specimen site, which has no faults.
pub fn specimen(audience: Audience, base_url: Option<&str>) -> World {
    let (world, findings) = world_for(&SPECIMEN, audience, base_url);
    assert_eq!(findings, []);
    world
}

fn addresses(world: &World) -> Vec<String> {
    pages(world).keys().map(Address::to_string).filter(|address| !address.starts_with("/assets/")).collect()
}

#[test]
fn the_pages_of_a_site() {
    let of_language = |language: &str| {
        [
            "",
            "about/",
            "about/method/",
            "card.png",
            "definitions/",
            "definitions/personal-data-breach/",
            "definitions/processor/",
            "print.css",
            "search/",
            "vendors/",
            "vendors/acme/",
            "vendors/acme/dpa/",
            "vendors/acme/dpa/bilingual/",
            "vendors/acme/dpa/print.css",
            "vendors/acme/dpa/text.txt",
            "vendors/acme/terms/",
            "vendors/acme/terms/print.css",
        ]
        .map(|rest| format!("/{language}/{rest}"))
    };
    let mut expected: Vec<String> =
        ["/", "/404.html", "/robots.txt", "/data/v1/agreements.json", "/data/v1/definitions.json", "/data/v1/vendors.json"]
            .map(str::to_owned)
            .to_vec();
    expected.extend(["/_headers", "/_nginx.conf", "/.nojekyll"].map(str::to_owned));
    expected.extend(["dpa", "terms"].map(|agreement| format!("/data/v1/agreements/acme/{agreement}.json")));
    expected.extend(
        ["agreement", "agreements", "comparison", "coverage", "definitions", "measures", "sub-processors", "vendors"]
            .map(|name| format!("/data/v1/schemas/{name}.json")),
    );
    expected.extend(of_language("nl"));
    expected.extend(of_language("en"));
    // It has no Dutch text.
    expected.push("/en/vendors/acme/terms/text.txt".to_owned());
    expected.sort();
    assert_eq!(addresses(&specimen(Audience::Public, None)), expected);
}

#[test]
fn what_these_readers_may_see_gets_a_page() {
    let address = "/nl/vendors/acme/security-protocol/".to_owned();
    assert!(!addresses(&specimen(Audience::Public, None)).contains(&address));
    assert!(addresses(&specimen(Audience::Customers, None)).contains(&address));
}

#[test]
fn a_sitemap_only_where_addresses_are_whole_and_search_engines_welcome() {
    let has_sitemap = |audience, base_url| addresses(&specimen(audience, base_url)).contains(&"/sitemap.xml".to_owned());
    assert!(has_sitemap(Audience::Public, Some("https://x.example/")));
    assert!(!has_sitemap(Audience::Public, None));
    assert!(!has_sitemap(Audience::Customers, Some("https://x.example/")));
}

#[test]
fn summaries_and_sites_that_are_not_public_are_not_indexed() {
    let indexed = |audience| {
        let world = specimen(audience, None);
        let pages = pages(&world).into_iter().filter(|(_, page)| page.may_be_indexed(&world));
        pages.map(|(address, _)| address.to_string()).filter(|address| !address.starts_with("/en")).collect::<Vec<_>>()
    };
    let expected = [
        "/",
        "/nl/",
        "/nl/about/",
        "/nl/about/method/",
        "/nl/definitions/",
        "/nl/vendors/",
        "/nl/vendors/acme/",
        "/nl/vendors/acme/terms/",
    ];
    assert_eq!(indexed(Audience::Public), expected);
    assert_eq!(indexed(Audience::Customers), [""; 0]);
}

#[test]
fn a_page_that_is_kept_from_readers_is_not_named() {
    let texts = [("content/pages/plan/nl.md", "# Plan {audience=internal}\n\nx\n"), ("content/pages/plan/en.md", "# Plan\n\nx\n")];
    let (world, _) = world_for(&texts, Audience::Customers, None);
    assert!(!addresses(&world).iter().any(|address| address.contains("plan")));
    let (world, _) = world_for(&texts, Audience::Internal, None);
    assert!(addresses(&world).contains(&"/nl/plan/".to_owned()));
}

#[test]
fn a_page_cannot_take_the_address_of_another() {
    let (world, findings) = world_for(&[("content/pages/vendors/nl.md", "# Mijn leveranciers\n")], Audience::Public, None);
    assert_eq!(
        findings.iter().map(|finding| (finding.rule, finding.arg("address"))).collect::<Vec<_>>(),
        [(ADDRESS_TAKEN, Some("/en/vendors/"))]
    );
    assert_eq!(pages(&world).get(&Address::vendors(Language::NL)), Some(&Page::Vendors(Language::NL)));
}

#[test]
fn an_unknown_theme_is_told_where_it_is_named_and_the_default_one_used() {
    let (world, findings) = world_for(&[("clausewerk.toml", "[site]\ntheme = \"sobre\"\n")], Audience::Public, None);
    let [finding] = findings.as_slice() else { panic!("{findings:?}") };
    assert_eq!(finding.rule, UNKNOWN_THEME);
    let Place::Span(span) = finding.place else { panic!("{finding:?}") };
    assert_eq!(&world.sources.file(span.file).text()[span.range()], "\"sobre\"");
    assert!(world.templates.has("home.html"));
}

#[test]
fn every_kind_of_page_has_its_template() {
    let world = specimen(Audience::Public, None);
    for kind in super::pages::KINDS {
        assert!(world.templates.has(&format!("{kind}.html")), "{kind}");
    }
}

#[test]
fn every_message_that_a_template_asks_for_exists_in_every_language() {
    let world = specimen(Audience::Public, None);
    let mut asked = 0;
    for path in world.sources.paths("themes/default/templates/") {
        let text = world.sources.find(path).map(|file| world.sources.file(file).text()).unwrap_or_default();
        for (at, _) in text.match_indices("t(key=") {
            let key = text[at..].split('"').nth(1).unwrap_or_default();
            asked += 1;
            for language in world.languages() {
                assert!(world.messages.has(*language, key), "{path}: {key} in {language}");
            }
        }
    }
    assert!(asked > 100, "the search finds what templates ask for");
}

#[test]
fn every_message_for_the_site_is_asked_for() {
    let world = specimen(Audience::Public, None);
    let mut asked = String::new();
    for path in world.sources.paths("themes/default/templates/") {
        asked.push_str(world.sources.find(path).map(|file| world.sources.file(file).text()).unwrap_or_default());
    }
    // Asked for by the writer of running text, or by other messages.
    asked.push_str("\"on-request-hint\" \"note-mark\" \"vendors-counted\"");
    // Asked for where places and laws are named, and for paper.
    for name in ["print-title", "print-count", "print-standing"] {
        asked.push_str(&format!("\"{name}\""));
    }
    for name in
        ["law-citation", "law-repealed", "place-article", "place-clause", "place-item", "place-nth", "place-preamble", "place-heading"]
    {
        asked.push_str(&format!("\"{name}\""));
    }
    // Asked for where pages say what they are about.
    for kind in ["agreement", "bilingual", "definition"] {
        asked.push_str(&format!("\"{kind}-title\" \"{kind}-description\""));
    }
    for kind in ["vendors", "vendor", "page", "search", "definitions"] {
        asked.push_str(&format!("\"{kind}-description\""));
    }
    for name in [
        "compare-description",
        "matrix-name",
        "matrix-corner",
        "sheet-group",
        "sheet-notes",
        "sheet-cut",
        "sheet-left-out",
        "compare-choose",
        "compare-groups",
        "defers-to",
        "silence",
    ] {
        asked.push_str(&format!("\"{name}\""));
    }
    for view in ["facts", "coverage"] {
        asked.push_str(&format!("\"compare-{view}\" \"compare-{view}-description\""));
    }
    for name in ["compare-topics", "compare-topics-description", "compare-topic", "compare-topic-description", "some-on-request"] {
        asked.push_str(&format!("\"{name}\""));
    }
    asked.push_str("\"iso-controls\" \"security\" \"security-description\"");
    asked.push_str("\"compare-pairs\" \"compare-pairs-description\" \"compare-pair\" \"compare-pair-description\"");
    asked.push_str(
        "\"compare-models\" \"compare-models-description\" \"compare-model\" \"compare-model-description\" \"compare-model-side\" \"coverage-uncounted\"",
    );
    asked.push_str("\"playbook-description\" \"negotiation\" \"negotiation-description\" \"months-of-fees\"");
    asked.push_str("\"home\" \"card-alt\" \"extent-follows\" \"agreement-state\"");
    let file = world.sources.find("i18n/nl/site.ftl").expect("the words of the site");
    let keys = world.sources.file(file).text().lines().filter_map(|line| Some(line.split_once(" = ")?.0));
    let names = keys.filter(|key| key.starts_with(|c: char| c.is_ascii_lowercase()));
    let idle: Vec<&str> = names.filter(|name| !asked.contains(&format!("\"{name}\""))).collect();
    assert_eq!(idle, [""; 0]);
}

#[test]
fn a_world_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<World>();
}
