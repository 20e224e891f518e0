//! Reports as they are read.

use proptest::prelude::*;

use super::*;
use crate::diagnostic::{
    Area, CATALOGUE, DUPLICATE_NUMBER, EMPTY_FILE, FILE_TOO_LARGE, FileId, LEAK, NUMBER_IN_RUNNING_TEXT, Rule, UNKNOWN_KEY,
    UNREADABLE_FILE, UNRENDERED_PAGE,
};

const TOML: &str = "content/vendors/voxio/processing-agreement/agreement.toml";
const TEXT: &str = "content/vendors/voxio/processing-agreement/nl.md";

/// A site of one file.
fn site(path: &str, text: &str) -> (Sources, Messages, FileId) {
    let sources = Sources::of_texts([(path, text)]);
    let (messages, findings) = Messages::load(&sources);
    assert_eq!(findings, []);
    let file = sources.find(path).expect("the file");
    (sources, messages, file)
}

/// The place of a piece of text.
fn at(text: &str, file: FileId, piece: &str) -> Span {
    let start = text.find(piece).expect("in the text");
    Span::new(file, start..start + piece.len())
}

const AGREEMENT: &str = "kind = \"processing-agreement\"\naudiense = \"public\"\n";

fn unknown_key(file: FileId) -> Finding {
    Finding::new(UNKNOWN_KEY, at(AGREEMENT, file, "audiense"))
        .with("key", "audiense")
        .with("expected", "kind, audience")
        .with("suggestion", "audience")
}

#[test]
fn a_fault_is_underlined_in_dutch() {
    let (sources, messages, file) = site(TOML, AGREEMENT);
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::NL).human(&[unknown_key(file)], false), @r#"
    fout[unknown-key]: onbekende sleutel `audiense`
     --> content/vendors/voxio/processing-agreement/agreement.toml:2:1
      |
    2 | audiense = "public"
      | ^^^^^^^^ hier niet bekend
      |
      = waarom: Een onbekende sleutel doet niets, en misschien was het juist deze die een tekst binnenskamers moest houden.
      = advies: Schrijf `audience`, als u dat bedoelt.
    "#);
}

#[test]
fn a_fault_is_underlined_in_english() {
    let (sources, messages, file) = site(TOML, AGREEMENT);
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::EN).human(&[unknown_key(file)], false), @r#"
    error[unknown-key]: unknown key `audiense`
     --> content/vendors/voxio/processing-agreement/agreement.toml:2:1
      |
    2 | audiense = "public"
      | ^^^^^^^^ not known here
      |
      = why: A key that is not known has no effect, and that may be the very thing that kept a text from being published.
      = help: Write `audience`, if that is what you meant.
    "#);
}

const CLAUSES: &str =
    "# Overeenkomst\r\n\r\n## Artikel 9. Duur\r\n\r\n9.1 De duur is één jaar.\r\n\r\n9.1 Opzegging gebeurt schriftelijk.\r\n";

#[test]
fn related_places_are_shown_with_their_own_line_and_column() {
    let (sources, messages, file) = site(TEXT, CLAUSES);
    let second = CLAUSES.rfind("9.1").expect("in the text");
    let finding = Finding::new(DUPLICATE_NUMBER, Span::new(file, second..second + 3))
        .with("number", "9.1")
        .with("id", "9.1-2")
        .related(at(CLAUSES, file, "9.1"));
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::NL).human(&[finding], false), @r#"
    waarschuwing[duplicate-number]: nummer 9.1 komt tweemaal voor
     --> content/vendors/voxio/processing-agreement/nl.md:7:1
      |
    7 | 9.1 Opzegging gebeurt schriftelijk.
      | ^^^ krijgt de id `9.1-2`
      |
     ::: content/vendors/voxio/processing-agreement/nl.md:5:1
      |
    5 | 9.1 De duur is één jaar.
      | --- het eerste staat hier
      |
      = waarom: Wie 9.1 aanhaalt, laat in het midden welke van de twee bedoeld is.
      = advies: Vernummer de leden; is de tekst zo ondertekend, zet dan in de overeenkomst een `[[allow]]` voor `9.1-2`.
    "#);
}

#[test]
fn a_finding_need_not_be_in_a_file() {
    let (sources, messages, _) = site(TEXT, "");
    let findings = [
        Finding::new(FILE_TOO_LARGE, Place::Path("content/scan.md".to_owned())).with("size", "9.5 MiB").with("limit", "4.0 MiB"),
        Finding::new(LEAK, Place::Address("/nl/vendors/voxio/".to_owned())).with("audience", "customers").with("words", "twee sleutels"),
        Finding::new(UNREADABLE_FILE, Place::Nowhere).with("error", "disk"),
    ];
    let report = Report::new(&sources, &messages, Language::EN);
    insta::assert_snapshot!(report.human(&findings, false), @r#"
    error[file-too-large]: this file is too large: 9.5 MiB, where 4.0 MiB is the most
    --> content/scan.md
     |
     = why: A file of this size is nearly always here by mistake, and it slows down every build.
     = help: Split the text into parts, or move the file out of the site’s folder.

    error[leak]: text meant only for `customers` would be published: “twee sleutels”
    --> /nl/vendors/voxio/
     |
     = why: What may not be seen by everyone must not stand in any byte of the site, and once published it cannot be taken back.
     = help: Remove the words here, or record a `release` if they may be read by others.

    error[unreadable-file]: this file cannot be read: disk
     |
     = why: What cannot be read would be missing from the site without anyone noticing.
     = help: Check that the file is there and that you may read it.
    "#);
    insta::assert_snapshot!(report.short(&findings), @r#"
    content/scan.md: error[file-too-large]: this file is too large: 9.5 MiB, where 4.0 MiB is the most
    /nl/vendors/voxio/: error[leak]: text meant only for `customers` would be published: “twee sleutels”
    clausewerk: error[unreadable-file]: this file cannot be read: disk
    "#);
}

#[test]
fn a_very_long_line_is_cut_around_the_fault() {
    let text = format!("7.1 {}8.30 uur {}", "woord ".repeat(800), "woord ".repeat(800));
    let (sources, messages, file) = site(TEXT, &text);
    let finding = Finding::new(NUMBER_IN_RUNNING_TEXT, at(&text, file, "8.30")).with("number", "8.30").with("before", "7.1");
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::NL).human(&[finding], false), @r#"
    waarschuwing[number-in-running-text]: deze regel begint met 8.30, wat niet op 7.1 volgt
     --> content/vendors/voxio/processing-agreement/nl.md:1:4805
      |
    1 | ...rd woord woord woord woord 8.30 uur woord woord woord woord woord woord woord woord woord ...
      |                               ^^^^ gelezen als nummer van een lid
      |
      = waarom: Een nummer aan het begin van een regel geldt als nummer van een lid, en verwijzingen zouden hierheen leiden.
      = advies: Zet een backslash voor de punt, zoals in `08\.30`, als dit geen lidnummer is; verbeter anders het nummer.
    "#);

    let whole = Finding::new(NUMBER_IN_RUNNING_TEXT, Span::new(file, 0..text.len())).with("number", "8.30").with("before", "7.1");
    let drawn = Report::new(&sources, &messages, Language::NL).human(&[whole], false);
    let source_line = drawn.lines().find(|line| line.starts_with("1 |")).expect("a source line");
    assert!(source_line.chars().count() <= WIDTH, "{source_line}");
}

#[test]
fn an_empty_file_and_a_built_in_one() {
    let (sources, messages, file) = site(TEXT, "");
    let lexicon = sources.find("i18n/nl/lexicon.toml").expect("built in");
    let findings = [Finding::new(EMPTY_FILE, Span::new(file, 0..0)), Finding::new(EMPTY_FILE, Span::new(lexicon, 2..8))];
    let report = Report::new(&sources, &messages, Language::EN);
    insta::assert_snapshot!(report.human(&findings, false), @r#"
    error[empty-file]: this file is empty
     --> content/vendors/voxio/processing-agreement/nl.md:1:1
      |
    1 |
      | ^ nothing here
      |
      = why: Readers would be shown an agreement or page without text.
      = help: Write the text, or remove the file.

    error[empty-file]: this file is empty
     --> <built-in>/i18n/nl/lexicon.toml:1:3
      |
    1 | # What a lawyer's words are in Dutch. All in lower case; capitals do not count.
      |   ^^^^^^ nothing here
      |
      = why: Readers would be shown an agreement or page without text.
      = help: Write the text, or remove the file.
    "#);
    insta::assert_snapshot!(report.short(&findings), @r#"
    content/vendors/voxio/processing-agreement/nl.md:1:1: error[empty-file]: this file is empty
    <built-in>/i18n/nl/lexicon.toml:1:3: error[empty-file]: this file is empty
    "#);
}

#[test]
fn editors_find_path_line_column_and_an_english_severity() {
    let (sources, messages, file) = site(TOML, AGREEMENT);
    let several_lines = Finding::new(UNRENDERED_PAGE, at(AGREEMENT, file, "public")).with("error", "first\nsecond\n");
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::NL).short(&[unknown_key(file), several_lines]), @r#"
    content/vendors/voxio/processing-agreement/agreement.toml:2:1: error[unknown-key]: onbekende sleutel `audiense`
    content/vendors/voxio/processing-agreement/agreement.toml:2:13: error[unrendered-page]: deze pagina kon niet gemaakt worden: first second
    "#);
}

#[test]
fn colour_is_only_given_on_request() {
    let (sources, messages, file) = site(TOML, AGREEMENT);
    let report = Report::new(&sources, &messages, Language::NL);
    assert!(!report.human(&[unknown_key(file)], false).contains('\u{1b}'));
    assert!(report.human(&[unknown_key(file)], true).contains("\u{1b}["));
    assert_eq!((report.human(&[], true), report.short(&[])), (String::new(), String::new()));
}

#[test]
fn a_terminal_is_never_given_control_characters() {
    let hostile = "name = \"\u{1b}[2J\u{9b}2J\u{202e}\"\n";
    let (sources, messages, file) = site(TOML, hostile);
    let findings = [
        Finding::new(UNKNOWN_KEY, Span::new(file, 0..hostile.len()))
            .with("key", "\u{1b}]0;x\u{7}\u{9d}")
            .with("expected", "\u{1b}[31m")
            .with("suggestion", "\u{1b}[0m"),
        Finding::new(EMPTY_FILE, Place::Path("content/\u{1b}[2J\n\u{9b}.md".to_owned())),
    ];
    let report = Report::new(&sources, &messages, Language::NL);
    for told in [report.human(&findings, false), report.short(&findings)] {
        assert!(told.chars().all(|character| character == '\n' || !character.is_control()), "{told:?}");
    }
    assert_eq!(report.short(&findings).lines().count(), 2);
}

#[test]
fn a_rule_without_words_is_still_told() {
    let (sources, messages, file) = site(TOML, AGREEMENT);
    let wordless = Rule { name: "wordless", severity: Severity::Note, area: Area::Site };
    let finding = Finding::new(wordless, at(AGREEMENT, file, "kind")).with("what", "this");
    insta::assert_snapshot!(Report::new(&sources, &messages, Language::NL).human(&[finding], false), @r#"
    opmerking[wordless]: wordless (what: this)
     --> content/vendors/voxio/processing-agreement/agreement.toml:1:1
      |
    1 | kind = "processing-agreement"
      | ^^^^
    "#);
}

/// The arguments of every rule, as the catalogue documents them.
fn documented() -> Vec<(&'static str, Vec<&'static str>)> {
    let mut rules = Vec::new();
    let mut args = Vec::new();
    for line in include_str!("../diagnostic/catalogue.rs").lines() {
        if let Some((_, listed)) = line.trim().strip_prefix("///").and_then(|doc| doc.split_once("Arguments: ")) {
            args = listed.split('`').skip(1).step_by(2).collect();
        } else if let Some((_, name)) = line.split_once(" = \"") {
            let name = name.split('"').next().unwrap_or_default();
            rules.push((name, std::mem::take(&mut args)));
        }
    }
    rules
}

#[test]
fn every_rule_has_its_words_in_both_languages() {
    let sources = Sources::built_in();
    let (messages, findings) = Messages::load(&sources);
    assert_eq!(findings, []);
    let documented = documented();
    assert_eq!(documented.iter().map(|(name, _)| *name).collect::<Vec<_>>(), CATALOGUE.iter().map(|rule| rule.name).collect::<Vec<_>>());
    for (rule, (_, args)) in CATALOGUE.iter().zip(&documented) {
        for language in [Language::NL, Language::EN] {
            let mut finding = Finding::new(*rule, Place::Nowhere);
            for name in args {
                finding = finding.with(name, format!("<{name}>"));
            }
            let words = Words::new(&messages, language, &finding);
            let mut told = words.title.clone();
            assert!(messages.has(language, rule.name), "{language} {}", rule.name);
            assert!(!words.title.ends_with('.') && !words.title.starts_with(rule.name), "{language} {}", words.title);
            for (part, text) in [("label", &words.label), ("why", &words.why), ("help", &words.help)] {
                let text = text.as_ref().unwrap_or_else(|| panic!("{language} {}.{part}", rule.name));
                assert_eq!(text.ends_with('.'), part != "label", "{language} {}.{part}: {text}", rule.name);
                told += text;
            }
            assert_eq!(words.related.is_some(), messages.has(language, &format!("{}.related", rule.name)));
            let without = Finding { args: finding.args.iter().map(|(name, _)| (*name, String::new())).collect(), ..finding.clone() };
            told += &Words::new(&messages, language, &without).help.expect("help without a suggestion");
            if args.contains(&"suggestion") {
                assert!(words.help.as_deref().is_some_and(|help| help.contains("<suggestion>")), "{language} {}.help", rule.name);
                assert_ne!(words.help, Words::new(&messages, language, &without).help);
            }
            let unsuggested: Vec<_> = finding.args.iter().filter(|(name, _)| *name != "suggestion").cloned().collect();
            told += &Words::new(&messages, language, &Finding { args: unsuggested, ..finding.clone() }).help.expect("help");
            for name in args {
                assert!(told.contains(&format!("<{name}>")), "{language} {} does not use {name}", rule.name);
            }
        }
    }
}

#[test]
fn the_closing_line_in_both_languages() {
    let (messages, _) = Messages::load(&Sources::built_in());
    let say = |language, id: &str, name: &str, count: i64| messages.text(language, id, &[(name, count.into())]).unwrap_or_default();
    let closing = |language| {
        let parts = [
            say(language, "summary-pages", "count", 1234),
            say(language, "summary-languages", "count", 2),
            say(language, "summary-errors", "count", 0),
            say(language, "summary-warnings", "count", 1),
            say(language, "summary-notes", "count", 3),
            say(language, "summary-withheld", "count", 12),
        ]
        .join(", ");
        let time = say(language, "summary-time", "milliseconds", 1250);
        messages.text(language, "summary-built", &[("parts", parts.into()), ("time", time.into())]).unwrap_or_default()
    };
    insta::assert_snapshot!(closing(Language::NL), @"Site gebouwd: 1.234 pagina’s, 2 talen, 0 fouten, 1 waarschuwing, 3 opmerkingen, 12 bepalingen achtergehouden (1.250 ms)");
    insta::assert_snapshot!(closing(Language::EN), @"Site built: 1,234 pages, 2 languages, 0 errors, 1 warning, 3 notes, 12 provisions withheld (1,250 ms)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_place_is_too_odd_to_draw(
        text in "(\r\n|\n|\r|\t|[a-z ]{1,9}|é|\u{200d}|\u{1F469}|\u{4e2d}|\u{9b}|\u{0}){0,40}",
        spans in proptest::collection::vec((0_u32..80, 0_u32..80), 1..4),
        colour: bool,
    ) {
        let sources = Sources::of_texts([(TEXT, text.as_str())]);
        let file = sources.find(TEXT).expect("the file");
        let mut places = spans.iter().map(|(start, end)| Span { file, start: *start, end: *end });
        let mut finding = Finding::new(DUPLICATE_NUMBER, places.next().expect("one at least")).with("number", text.as_str()).with("id", "");
        finding.related = places.collect();
        MESSAGES.with(|messages| {
            let report = Report::new(&sources, messages, Language::NL);
            report.human(std::slice::from_ref(&finding), colour);
            report.short(&[finding]);
        });
    }

    #[test]
    fn no_place_is_too_far_to_draw(start: u32, end: u32) {
        let sources = Sources::of_texts([(TEXT, CLAUSES)]);
        let finding = Finding::new(EMPTY_FILE, Span { file: sources.find(TEXT).expect("the file"), start, end });
        MESSAGES.with(|messages| Report::new(&sources, messages, Language::EN).human(&[finding], false));
    }
}

thread_local! {
    static MESSAGES: Messages = Messages::load(&Sources::built_in()).0;
}
