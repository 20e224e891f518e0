//! What a site owner must show: who publishes it, whom to reach by role, `security.txt`, and the pages that `init` gives.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use clausewerk::diagnostic;
use clausewerk::i18n::Language;
use clausewerk::parse::Audience;
use clausewerk::report::Report;
use clausewerk::source::Sources;
use clausewerk::{Assembled, Request, assemble, render};
use insta::assert_snapshot;
use jiff::civil::{Date, date};

/// What a site with this configuration and these pages is told on a day.
fn site_of(configuration: &str, pages: &[(&str, &str)], base_url: Option<&str>, today: Date) -> Assembled {
    let mut files = vec![("clausewerk.toml", support::text(configuration))];
    files.extend(pages.iter().map(|(path, text)| (*path, support::text(text))));
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (*path, text.as_str())));
    let request = Request { root: PathBuf::new(), audience: Audience::Public, base_url: base_url.map(str::to_owned), today };
    assemble(sources, Vec::new(), &request)
}

#[test]
fn whom_to_reach_is_a_role_that_can_be_reached() {
    let site = site_of(
        r#"
        [owner]
        name = "Voorbeeld B.V."
        website = "voorbeeld.example"

        [contact]
        privacy = { email = "privacy at voorbeeld.example" }
        breach = { page = "http://voorbeeld.example/datalek" }
        objection = { phone = "030 123 45 67" }
        correction = {}
        general = { name = "Iemand", email = "info@voorbeeld.example" }
        privcy = { email = "privacy@voorbeeld.example" }

        [security-txt]
        policy = "ftp://voorbeeld.example/"
        "#,
        &[],
        None,
        date(2026, 11, 22),
    );
    assert_snapshot!(Report::new(&site.sources, &site.messages, Language::EN).short(&site.findings), @r#"
    clausewerk.toml:3:11: error[bad-value]: `owner.website` cannot have this value
    clausewerk.toml:6:21: error[bad-value]: `contact.privacy.email` cannot have this value
    clausewerk.toml:7:19: error[bad-value]: `contact.breach.page` cannot have this value
    clausewerk.toml:8:23: error[bad-value]: `contact.objection.phone` cannot have this value
    clausewerk.toml:9:14: error[bad-value]: `contact.correction` cannot have this value
    clausewerk.toml:10:13: error[unknown-key]: unknown key `name`
    clausewerk.toml:11:1: error[unknown-key]: unknown key `privcy`
    clausewerk.toml:13:1: error[missing-key]: `contact.security` is missing
    clausewerk.toml:13:1: error[missing-key]: `security-txt.expires` is missing
    clausewerk.toml:14:10: error[bad-value]: `security-txt.policy` cannot have this value
    "#);
}

#[test]
fn what_a_page_lacks_is_told_where_it_shows() {
    let site = site_of(
        r#"
        [site]
        name = "Proef"

        [owner]
        name = "Voorbeeld B.V."

        [contact]
        privacy = { email = "privacy@voorbeeld.example", phone = "+31 30 000 00 00" }
        "#,
        &[(
            "content/pages/about/privacy/nl.md",
            r"
            # Privacyverklaring van {site.name}

            {owner.name}, {owner.address}, is te bereiken via **{contact.privacy}**.

            - Een datalek meldt u via {contact.breach}.
            - Nogmaals: {contact.breach}.

            | Bewaartermijn | {aantal dagen} |
            | ------------- | -------------- |
            | {contact.privcy} | \{accolades} |
            ",
        )],
        None,
        date(2026, 11, 22),
    );
    assert_snapshot!(Report::new(&site.sources, &site.messages, Language::NL).short(&site.findings), @r#"
    content/pages/about/privacy/nl.md:3:15: warning[not-configured]: pagina’s tonen wat `clausewerk.toml` niet vermeldt: `owner.address`, `contact.breach`
    content/pages/about/privacy/nl.md:8:19: warning[blank-in-page]: deze pagina moet nog worden ingevuld: “aantal dagen”
    content/pages/about/privacy/nl.md:10:3: warning[unknown-name]: `{contact.privcy}` staat nergens voor
    "#);
    let page = page(&site, "/nl/about/privacy/");
    for shown in [
        "<h1>Privacyverklaring van Proef</h1>",
        "<p>Voorbeeld B.V., <span class=\"fill-in\">owner.address</span>, is te bereiken via <strong>\
         <a href=\"mailto:privacy@voorbeeld.example\">privacy@voorbeeld.example</a>, \
         <a href=\"tel:+31300000000\">+31\u{a0}30\u{a0}000\u{a0}00\u{a0}00</a></strong>.</p>",
        "<span class=\"fill-in\">aantal dagen</span>",
        "{accolades}",
    ] {
        assert!(page.contains(shown), "{shown} in {page}");
    }
}

const SECURITY: &str = r#"
    [contact]
    security = { email = "security@voorbeeld.example", page = "https://voorbeeld.example/melden", phone = "+31 30 000 00 00" }

    [security-txt]
    expires = 2027-11-01
    policy = "https://voorbeeld.example/beleid"
    "#;

#[test]
fn security_txt_says_whom_to_tell_and_until_when() {
    let made = |base_url| {
        let site = site_of(SECURITY, &[], base_url, date(2026, 11, 22));
        (page(&site, "/.well-known/security.txt"), Report::new(&site.sources, &site.messages, Language::EN).short(&site.findings))
    };
    let (text, found) = made(Some("https://trust.voorbeeld.example/"));
    assert_snapshot!(text, @r#"
    Contact: mailto:security@voorbeeld.example
    Contact: https://voorbeeld.example/melden
    Contact: tel:+31300000000
    Expires: 2027-11-01T23:59:59Z
    Policy: https://voorbeeld.example/beleid
    Preferred-Languages: en, nl
    Canonical: https://trust.voorbeeld.example/.well-known/security.txt
    "#);
    assert_eq!(found, "");
    let (below, found) = made(Some("https://voorbeeld.example/trust/"));
    assert!(below.contains("\nCanonical: https://voorbeeld.example/.well-known/security.txt\n"), "{below}");
    assert_snapshot!(found, @"clausewerk.toml:5:11: note[security-txt-not-at-root]: `security.txt` stands at /trust/.well-known/security.txt, where nobody looks for it");
    assert!(!made(None).0.contains("Canonical"), "where it stands is not known");
}

#[test]
fn security_txt_is_kept_up_to_date() {
    let on = |year, month, day| {
        let site = site_of(SECURITY, &[], None, date(year, month, day));
        let rules: Vec<&str> = site.findings.iter().map(|finding| finding.rule.name).collect();
        (rules, site.pages.keys().any(|address| address.as_str() == "/.well-known/security.txt"))
    };
    assert_eq!(on(2026, 10, 31), (vec!["security-txt-too-far"], true));
    assert_eq!(on(2026, 11, 1), (vec![], true), "a year");
    assert_eq!(on(2027, 10, 1), (vec![], true), "31 days before");
    assert_eq!(on(2027, 10, 2), (vec!["security-txt-lapses"], true), "30 days before");
    assert_eq!(on(2027, 11, 1), (vec!["security-txt-lapses"], true), "its last day");
    assert_eq!(on(2027, 11, 2), (vec!["security-txt-lapsed"], false), "the day after");
    assert_eq!(on(9999, 12, 31), (vec!["security-txt-lapsed"], false));
}

#[test]
fn security_txt_without_contact_or_day_is_told() {
    let rules = |configuration: &str| {
        let site = site_of(configuration, &[], None, date(2026, 11, 22));
        let has_it = site.pages.keys().any(|address| address.as_str() == "/.well-known/security.txt");
        assert!(!has_it && diagnostic::has_errors(&site.findings), "{configuration}");
        Report::new(&site.sources, &site.messages, Language::EN).short(&site.findings)
    };
    let all = [
        rules("[security-txt]\nexpires = 2027-11-01\n"),
        rules("[contact]\nsecurity = { email = \"a@b.nl\" }\n[security-txt]\n"),
        rules("[contact]\nsecurity = { email = \"a@b.nl\" }\n[security-txt]\nexpires = \"next year\"\n"),
        rules("[contact]\nsecurity = { email = \"a@b.nl\" }\n[security-txt]\nexpires = \"2027-11\"\n"),
        rules("[contact]\nsecurity = { email = \"a@b.nl\" }\n[security-txt]\nexpires = 2027-02-30\n"),
    ];
    assert_snapshot!(all.concat(), @r#"
    clausewerk.toml:1:1: error[missing-key]: `contact.security` is missing
    clausewerk.toml:3:1: error[missing-key]: `security-txt.expires` is missing
    clausewerk.toml:4:11: error[bad-date]: `next year` is not a date
    clausewerk.toml:4:11: error[bad-value]: `security-txt.expires` cannot have this value
    clausewerk.toml:4:11: error[bad-date]: `2027-02-30` is not a date
    "#);
}

/// The page at an address.
fn page(site: &Assembled, address: &str) -> String {
    let (_, page) = site.pages.iter().find(|(own, _)| own.as_str() == address).unwrap_or_else(|| panic!("no {address}"));
    String::from_utf8(render::render(&site.world, page).unwrap_or_else(|finding| panic!("{address}: {finding:?}"))).expect("UTF-8")
}

/// What every owner must show, below `content/pages/about/`.
const SHOWN: [&str; 6] = ["method", "corrections", "contact", "privacy", "accessibility", "colophon"];

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The pages that `init` gives, by path.
fn given() -> Vec<(String, String)> {
    let folder = repository("src/cli/init/site");
    let paths = SHOWN.iter().flat_map(|name| ["nl", "en"].map(|language| format!("content/pages/about/{name}/{language}.md")));
    paths.map(|path| (path.clone(), read(&folder.join(&path)))).collect()
}

/// What stands in braces outside comments.
fn in_braces(text: &str) -> Vec<&str> {
    let without_comments = text.split("<!--").enumerate().map(|(place, piece)| match place {
        0 => piece,
        _ => piece.split_once("-->").map_or("", |(_, after)| after),
    });
    without_comments.flat_map(|piece| piece.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)).collect()
}

const CONFIGURED: &str = r#"
    [owner]
    name = "Voorbeeld B.V."
    website = "https://voorbeeld.example/"
    seat = "Utrecht"
    address = "Voorbeeldstraat 1, 3500 AA Utrecht"
    register = { name = "KvK", number = "00000000" }

    [contact]
    privacy = { email = "privacy@voorbeeld.example" }
    breach = { email = "datalek@voorbeeld.example" }
    objection = { page = "https://voorbeeld.example/bezwaar" }
    correction = { email = "redactie@voorbeeld.example" }
    accessibility = { phone = "+31 30 000 00 00" }
    security = { email = "security@voorbeeld.example" }
    general = { email = "info@voorbeeld.example" }
    "#;

#[test]
fn the_pages_that_init_gives_need_only_be_filled_in() {
    let filled: Vec<(String, String)> = given()
        .into_iter()
        .map(|(path, text)| {
            let blanks: Vec<String> = in_braces(&text).into_iter().filter(|name| !name.contains('.')).map(str::to_owned).collect();
            (path, blanks.iter().fold(text, |text, blank| text.replace(&format!("{{{blank}}}"), "ingevuld")))
        })
        .collect();
    let pages: Vec<(&str, &str)> = filled.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let site = site_of(CONFIGURED, &pages, None, date(2026, 11, 22));
    assert_eq!(Report::new(&site.sources, &site.messages, Language::EN).short(&site.findings), "");
    for name in SHOWN {
        for language in ["nl", "en"] {
            let page = page(&site, &format!("/{language}/about/{name}/"));
            assert!(!page.contains("fill-in") && !page.contains("<!--") && !page.contains("clausewerk.toml"), "{page}");
        }
    }
}

#[test]
fn both_languages_of_the_given_pages_ask_for_the_same() {
    let pages = given();
    for pair in pages.chunks(2) {
        let names =
            |text: &str| -> Vec<String> { in_braces(text).into_iter().filter(|name| name.contains('.')).map(str::to_owned).collect() };
        assert_eq!(names(&pair[0].1), names(&pair[1].1), "{}", pair[0].0);
        assert_eq!(in_braces(&pair[0].1).len(), in_braces(&pair[1].1).len(), "{}", pair[0].0);
        let headings = |text: &str| {
            text.lines().filter(|line| line.starts_with('#')).map(|line| line.split(' ').next().map(str::len)).collect::<Vec<_>>()
        };
        assert_eq!(headings(&pair[0].1), headings(&pair[1].1), "{}", pair[0].0);
    }
}

#[test]
fn every_page_ends_with_the_way_to_them_in_one_order() {
    let pages = given();
    let mut pages: Vec<(&str, &str)> = pages.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    pages.push(("content/pages/about/another/nl.md", "# Nog een\n"));
    let site = site_of(CONFIGURED, &pages, None, date(2026, 11, 22));
    for language in ["nl", "en"] {
        let home = page(&site, &format!("/{language}/"));
        let foot = &home[home.find("<footer").expect("every page has a foot")..];
        let before = format!("href=\"/{language}/about/");
        let order: Vec<&str> = foot.split(&before).skip(1).filter_map(|rest| rest.split('/').next()).collect();
        assert_eq!(order, SHOWN.into_iter().chain(["another"]).collect::<Vec<_>>());
    }
}

/// The example says who it is, and has what every owner must show.
#[test]
fn the_example_shows_what_an_owner_must_show() {
    for name in SHOWN {
        for language in ["nl", "en"] {
            let text = read(&repository(&format!("content/pages/about/{name}/{language}.md")));
            assert_eq!(in_braces(&text), Vec::<&str>::new(), "{name}/{language}");
        }
    }
}
