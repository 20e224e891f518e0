//! The theme and what is said of it hold: its colours can be told apart, its documentation is true, and a second
//! theme can be built.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use clausewerk::diagnostic::Finding;
use clausewerk::parse::Audience;
use clausewerk::source::Sources;
use clausewerk::theme::colour::Colour;
use clausewerk::theme::tokens::{Scheme, Tokens, When};
use clausewerk::{Assembled, Request, assemble, render};
use flate2::Compression;
use flate2::write::GzEncoder;

mod support;

const DOCUMENT: &str = "docs/theming.md";
const DEFAULT: &str = "themes/default/styles/theme.css";
const GAZETTE: &str = "themes/gazette/styles/gazette.css";

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The tokens of the themes in this repository, by the name of the theme.
fn themes() -> [(&'static str, Tokens); 2] {
    let (default, gazette) = (read(DEFAULT), read(GAZETTE));
    [("default", Tokens::read([default.as_str()])), ("gazette", Tokens::read([default.as_str(), gazette.as_str()]))]
}

/// What stands on what: roles, the grounds under them, and the least contrast, usually and for readers who ask for more.
const PAIRS: [(&[&str], &[&str], f64, f64); 7] = [
    // Words, in every ground that a sentence can stand on.
    (&["ink", "ink-2", "accent", "partly", "silent", "withheld", "one", "two"], &["paper", "paper-2", "mark"], 4.5, 7.0),
    (&["ink", "accent"], &["accent-wash"], 4.5, 7.0),
    (&["ink", "one"], &["one-wash"], 4.5, 7.0),
    (&["ink", "two"], &["two-wash"], 4.5, 7.0),
    // Lines and shapes that mean something.
    (&["accent-quiet", "focus"], &["paper", "paper-2", "mark"], 3.0, 4.5),
    (&["rule-2"], &["paper", "paper-2"], 3.0, 4.5),
    // Hairlines only divide what white space divides already; for those who need lines they can be seen.
    (&["rule"], &["paper"], 1.3, 3.0),
];

#[test]
fn every_colour_can_be_told_from_what_it_stands_on() {
    let mut faults = Vec::new();
    for (theme, tokens) in themes() {
        let colour = |name: &str, scheme, when| -> Colour {
            tokens.colour(name, scheme, when).unwrap_or_else(|| panic!("{theme}: --{name} is no colour ({scheme:?}, {when:?})"))
        };
        for (roles, grounds, usual, more) in PAIRS {
            for (role, ground) in roles.iter().flat_map(|role| grounds.iter().map(move |ground| (role, ground))) {
                for scheme in [Scheme::Light, Scheme::Dark] {
                    for (when, least) in [(When::Always, usual), (When::MoreContrast, more)] {
                        let ratio = colour(role, scheme, when).contrast(colour(ground, scheme, when));
                        if ratio < least {
                            faults.push(format!("{theme}: --{role} on --{ground}: {ratio:.2}, not {least} ({scheme:?}, {when:?})"));
                        }
                    }
                }
            }
        }
    }
    assert_eq!(faults, [] as [String; 0]);
}

#[test]
fn every_colour_is_looked_at_and_has_values_for_every_reader() {
    let looked_at: BTreeSet<&str> = PAIRS.iter().flat_map(|(roles, grounds, ..)| roles.iter().chain(*grounds)).copied().collect();
    let (_, tokens) = &themes()[0];
    let is_colour = |name: &&str| tokens.colour(name, Scheme::Light, When::Always).is_some();
    let colours: BTreeSet<&str> = tokens.names(When::Always).filter(is_colour).collect();
    assert_eq!(looked_at, colours);
    for colour in colours {
        for when in [When::Always, When::MoreContrast] {
            let value = tokens.value(when, colour).unwrap_or_else(|| panic!("--{colour} has no value ({when:?})"));
            assert!(value.starts_with("light-dark("), "--{colour}: {value}");
        }
        let forced = tokens.value(When::ForcedColours, colour).unwrap_or_else(|| panic!("--{colour} has no system colour"));
        assert!(["Canvas", "CanvasText", "LinkText", "Highlight"].contains(&forced), "--{colour}: {forced}");
    }
    // A theme that names a colour that the default one does not know is mistaken.
    let (_, gazette) = &themes()[1];
    assert_eq!(gazette.names(When::Always).collect::<Vec<_>>(), tokens.names(When::Always).collect::<Vec<_>>());
}

/// What is written as a colour in a rule has no value for readers who ask for more contrast.
#[test]
fn colours_are_written_as_roles() {
    for path in [DEFAULT, GAZETTE] {
        let text = read(path);
        let strays: Vec<&str> = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("--") && !line.contains("box-shadow"))
            .filter(|line| {
                let after = |start: &str| line.split(start).skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_hexdigit()));
                after(": #") || after(" #") || line.contains("rgb(") || line.contains("light-dark(") || line.contains("hsl(")
            })
            .collect();
        assert_eq!(strays, [] as [&str; 0], "{path}");
    }
}

#[test]
fn styles_are_small() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(read(DEFAULT).as_bytes()).expect("in memory");
    let size = encoder.finish().expect("in memory").len();
    assert!(size < 15_000, "theme.css has {size} bytes compressed");
}

#[test]
fn every_custom_property_is_documented_and_no_other() {
    let document = read(DOCUMENT);
    let section = document.split("\n## ").find(|section| section.starts_with("Custom properties")).expect("the section");
    let first_cells = section.lines().filter(|line| line.starts_with("| `--")).filter_map(|line| line.split('|').nth(1));
    let listed: BTreeSet<&str> = first_cells.flat_map(|cell| cell.split('`')).filter_map(|name| name.strip_prefix("--")).collect();
    let (_, tokens) = &themes()[0];
    assert_eq!(listed, tokens.names(When::Always).collect::<BTreeSet<_>>());
}

#[test]
fn every_layer_is_documented_in_its_order() {
    let (document, sheet) = (read(DOCUMENT), read(DEFAULT));
    let declared = sheet.lines().find_map(|line| line.strip_prefix("@layer ")?.strip_suffix(';')).expect("the layers");
    let table = document.split("| layer | holds |").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the table");
    let listed: Vec<&str> = table.lines().filter_map(|line| line.split('`').nth(1)).collect();
    assert_eq!(listed.join(", "), declared);
}

#[test]
fn every_documented_class_is_one_of_the_style_sheet() {
    let (document, sheet) = (read(DOCUMENT), read(DEFAULT));
    let section = document.split("\n## ").find(|section| section.starts_with("Components")).expect("the section");
    let classes: Vec<&str> =
        section.lines().filter_map(|line| line.split('|').nth(2)).flat_map(|cell| cell.split('`').skip(1).step_by(2)).collect();
    assert!(classes.len() > 20);
    let missing: Vec<&&str> = classes.iter().filter(|class| !sheet.contains(&format!(".{class}"))).collect();
    assert_eq!(missing, [] as [&&str; 0]);
}

/// An example of the document: a file to write, or what it becomes.
struct Example {
    /// A path in the site's folder, or `becomes` and a path in the site.
    info: String,
    text: String,
}

/// The examples of the document, those that belong together in one list: files, and what they become.
fn examples(document: &str) -> Vec<Vec<Example>> {
    let mut groups: Vec<Vec<Example>> = vec![Vec::new()];
    let mut parts = document.split("\n```");
    parts.next();
    while let (Some(block), _) = (parts.next(), parts.next()) {
        let (head, text) = block.split_once('\n').unwrap_or((block, ""));
        let info = head.split_once(' ').map_or(head, |(_, info)| info).to_owned();
        let was_result = groups.last().and_then(|group| group.last()).is_some_and(|last| last.info.starts_with("becomes"));
        // A file after a result begins another site.
        if was_result && !info.starts_with("becomes") {
            groups.push(Vec::new());
        }
        groups.last_mut().expect("one was put in").push(Example { info, text: text.to_owned() });
    }
    groups
}

/// A small site with these files, and the second theme at hand.
fn site(files: &[(String, String)]) -> Assembled {
    let agreement = support::agreement_toml("nl");
    let mut texts = vec![
        ("content/vendors/acme/vendor.toml".to_owned(), support::VENDOR.to_owned()),
        ("content/vendors/acme/dpa/agreement.toml".to_owned(), agreement),
        (
            "content/vendors/acme/dpa/nl.md".to_owned(),
            "# Verwerkersovereenkomst\n\n## Artikel 1. Meldplicht\n\n1.1 Dit is een tekst.\n".to_owned(),
        ),
        (
            "content/vendors/acme/dpa/en.md".to_owned(),
            "# Processing agreement\n\n## Article 1. Notification\n\n1.1 This is a text.\n".to_owned(),
        ),
        ("themes/gazette/styles/gazette.css".to_owned(), read(GAZETTE)),
        ("themes/gazette/templates/masthead.html".to_owned(), read("themes/gazette/templates/masthead.html")),
    ];
    texts.extend(files.iter().cloned());
    let sources = Sources::of_texts(texts.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let request = Request { root: PathBuf::new(), audience: Audience::Public, base_url: None, today: jiff::civil::date(2026, 11, 22) };
    assemble(sources, Vec::new(), &request)
}

/// Every file of a site, by its address, where the hash of what is published beside the pages is `HASH`.
fn rendered(site: &Assembled) -> Vec<(String, String)> {
    let hash = site.world.assets.hash();
    let made = site.pages.iter().map(|(address, page)| {
        let bytes = render::render(&site.world, page).unwrap_or_else(|finding| panic!("{address}: {finding:?}"));
        (address.as_str().replace(hash, "HASH"), String::from_utf8_lossy(&bytes).replace(hash, "HASH"))
    });
    made.collect()
}

#[test]
fn every_example_becomes_what_is_said() {
    let groups = examples(&read(DOCUMENT));
    assert!(groups.len() >= 6, "only {} examples were found", groups.len());
    for group in groups {
        let (results, files): (Vec<_>, Vec<_>) = group.into_iter().partition(|example| example.info.starts_with("becomes "));
        let files: Vec<(String, String)> = files.into_iter().map(|example| (example.info, example.text)).collect();
        let names: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert!(!results.is_empty() && !files.is_empty(), "an example without a result: {names:?}");
        let site = site(&files);
        let found: Vec<&Finding> = site.findings.iter().collect();
        assert_eq!(found, [] as [&Finding; 0], "{names:?}");
        let made = rendered(&site);
        for result in results {
            let path = result.info.trim_start_matches("becomes ");
            let address = if path.starts_with('/') { path.to_owned() } else { format!("/assets/HASH/{path}") };
            let (_, text) = made.iter().find(|(own, _)| *own == address).unwrap_or_else(|| panic!("{names:?} make no {address}"));
            assert!(text.contains(result.text.trim()), "{names:?} at {address}: not found:\n{}\nin\n{text}", result.text);
        }
    }
}

/// The second theme shows what the default one shows: nothing that leads anywhere is lost by rearranging.
#[test]
fn the_second_theme_leads_wherever_the_default_one_does() {
    let pages_of = |theme: &str| rendered(&site(&[("clausewerk.toml".to_owned(), format!("[site]\ntheme = \"{theme}\"\n"))]));
    let links = |text: &str| -> BTreeSet<String> {
        text.split("<a ").skip(1).filter_map(|rest| rest.split("href=\"").nth(1)?.split('"').next().map(str::to_owned)).collect()
    };
    let (default, gazette) = (pages_of("default"), pages_of("gazette"));
    let html = |pages: &[(String, String)]| -> Vec<(String, String)> {
        pages.iter().filter(|(address, _)| address.ends_with('/')).cloned().collect()
    };
    let (default, gazette) = (html(&default), html(&gazette));
    assert!(default.len() > 5);
    for ((address, before), (also, after)) in default.iter().zip(&gazette) {
        assert_eq!(address, also);
        assert_eq!(links(before), links(after), "{address}");
        assert!(address == "/" || after.contains("gazette-title"), "{address} has the default masthead");
    }
}
