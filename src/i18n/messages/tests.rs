//! What the messages of small sites give, and what is told of them.

use super::*;
use crate::diagnostic::sort;

const EN: Language = Language::EN;
const NL: Language = Language::NL;

/// The messages of a site whose files these are, which must be without fault.
fn messages(texts: &[(&str, &str)]) -> Messages {
    let (messages, findings) = Messages::load(&Sources::of_texts(texts.iter().copied()));
    assert_eq!(findings, []);
    messages
}

/// What is told of a site whose files these are: rule, the text pointed at, the arguments.
fn told(texts: &[(&str, &str)]) -> Vec<String> {
    let sources = Sources::of_texts(texts.iter().copied());
    let (_, mut findings) = Messages::load(&sources);
    sort(&mut findings);
    let line = |finding: &Finding| {
        let at = match &finding.place {
            Place::Span(span) => &sources.file(span.file).text()[span.range()],
            Place::Path(path) => path,
            _ => "",
        };
        let args: Vec<String> = finding.args.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("{} at {at}: {}", finding.rule.name, args.join(" "))
    };
    findings.iter().map(line).collect()
}

const PAGES_NL: (&str, &str) = ("i18n/nl/site.ftl", "pages = { $count ->\n    [one] één pagina\n   *[other] { $count } pagina’s\n}\n");
const PAGES_EN: (&str, &str) = ("i18n/en/site.ftl", "pages = { $count ->\n    [one] one page\n   *[other] { $count } pages\n}\n");

#[test]
fn plurals_and_the_groups_of_numbers() {
    let messages = messages(&[PAGES_NL, PAGES_EN]);
    for (count, dutch, english) in
        [(0, "0 pagina’s", "0 pages"), (1, "één pagina", "one page"), (2, "2 pagina’s", "2 pages"), (1234, "1.234 pagina’s", "1,234 pages")]
    {
        assert_eq!(messages.text(NL, "pages", &[("count", count.into())]).as_deref(), Ok(dutch));
        assert_eq!(messages.text(EN, "pages", &[("count", count.into())]).as_deref(), Ok(english));
    }
}

#[test]
fn nothing_is_printed_that_is_not_there() {
    let messages = messages(&[PAGES_NL, PAGES_EN]);
    let reason = |language, id, args: &[(&str, Value)]| messages.text(language, id, args).map_err(|missing| missing.reason);
    assert_eq!(reason(NL, "pagez", &[]), Err("Unknown message".to_owned()));
    assert_eq!(reason(NL, "pages.label", &[]), Err("Unknown message".to_owned()));
    assert_eq!(reason(NL, "", &[]), Err("Unknown message".to_owned()));
    assert_eq!(reason(NL, "pages", &[]), Err("Resolver error: Unknown variable: $count".to_owned()));
    let french = Language::from_code("fr").expect("a language");
    assert_eq!(reason(french, "pages", &[]), Err("Unknown language".to_owned()));
    assert!(messages.has(NL, "pages") && !messages.has(NL, "pagez") && !messages.has(french, "pages"));
}

#[test]
fn text_goes_in_as_it_is() {
    let messages = messages(&[
        ("i18n/nl/a.ftl", "of = van { $who }\n    .label = { $who }!"),
        ("i18n/en/a.ftl", "of = of { $who }\n    .label = { $who }!"),
    ]);
    assert_eq!(messages.text(EN, "of", &[("who", "{ $x } 1234".into())]).as_deref(), Ok("of { $x } 1234"));
    assert_eq!(messages.text(NL, "of.label", &[("who", String::from("Zoë").into())]).as_deref(), Ok("Zoë!"));
}

#[test]
fn the_site_overrides_message_by_message() {
    let messages = messages(&[("i18n/nl/terminal.ftl", "severity-error = mis\n")]);
    assert_eq!(messages.text(NL, "severity-error", &[]).as_deref(), Ok("mis"));
    assert_eq!(messages.text(NL, "severity-warning", &[]).as_deref(), Ok("waarschuwing"));
    assert_eq!(messages.text(EN, "severity-error", &[]).as_deref(), Ok("error"));
}

#[test]
fn the_site_may_override_from_a_file_of_its_own() {
    let messages = messages(&[("i18n/en/aaa.ftl", "severity-error = mistake\n")]);
    assert_eq!(messages.text(EN, "severity-error", &[]).as_deref(), Ok("mistake"));
}

#[test]
fn what_is_wrong_is_told_where_it_is() {
    assert_eq!(told(&[("i18n/nl/a.ftl", "b@d = x\n")]), ["bad-message at @: error=Expected a token starting with \"=\""]);
    assert_eq!(told(&[("i18n/nl/a.ftl", "één = x\n")]), ["bad-message at é: error=Expected one of \"a-zA-Z\""]);
    assert_eq!(
        told(&[("i18n/nl/a.ftl", "greeting = Dag\n"), ("i18n/en/a.ftl", "farewell = Bye\n")]),
        ["missing-message at greeting: message=greeting language=en", "missing-message at farewell: message=farewell language=nl"]
    );
    assert_eq!(
        told(&[("i18n/nl/a.ftl", "greeting = Dag\n    .title = Goedendag\n"), ("i18n/en/a.ftl", "greeting = Hello\n")]),
        ["missing-message at title: message=greeting.title language=en"]
    );
    assert_eq!(
        told(&[("i18n/nl/a.ftl", "greeting = Dag\ngreeting = Hallo\n"), ("i18n/en/b.ftl", "greeting = Hello\n")]),
        ["duplicate-entry at greeting: id=greeting"]
    );
    assert_eq!(
        told(&[("i18n/nl/a.ftl", "greeting = { thuis }\n"), ("i18n/en/a.ftl", "greeting = { -house }\n")]),
        ["bad-message at thuis: error=Unknown message: thuis", "bad-message at house: error=Unknown message: -house"]
    );
    assert_eq!(told(&[("i18n/dutch/a.ftl", "")]), ["unexpected-file at i18n/dutch/a.ftl: suggestion="]);
}

#[test]
fn an_override_that_drops_an_attribute_is_told() {
    let told = told(&[("i18n/nl/findings.ftl", "leak = Gelekt\n")]);
    assert_eq!(told.len(), 3, "{told:?}");
    assert_eq!(told[0], "missing-message at label: message=leak.label language=nl");
}

#[test]
fn a_message_that_is_lacking_whole_is_told_once() {
    let told = told(&[("i18n/nl/a.ftl", "greeting = Dag\n    .title = Goedendag\n")]);
    assert_eq!(told, ["missing-message at greeting: message=greeting language=en"]);
}

#[test]
fn a_third_language_must_say_everything() {
    let sources = Sources::of_texts([("i18n/de/site.ftl", "severity-error = Fehler\n")]);
    let (messages, findings) = Messages::load(&sources);
    let german = Language::from_code("de").expect("a language");
    assert_eq!(messages.text(german, "severity-error", &[]).as_deref(), Ok("Fehler"));
    assert!(findings.iter().any(|finding| finding.rule == MISSING_MESSAGE && finding.arg("message") == Some("severity-warning")));
    assert_eq!(messages.languages().map(|language| language.to_string()).collect::<Vec<_>>(), ["de", "en", "nl"]);
}

#[test]
fn a_language_that_is_not_there_has_plain_habits() {
    let french = Language::from_code("fr").expect("a language");
    let messages = messages(&[]);
    assert_eq!(messages.locale(french).name(), "und");
    assert_eq!(messages.lexicon(french), &Lexicon::default());
    assert_eq!((messages.locale(NL).name(), messages.locale(EN).name()), ("nl-NL".to_owned(), "en-GB".to_owned()));
    assert_eq!(messages.lexicon(NL).native_name, "Nederlands");
}

/// Pieces of messages, well-formed more often than not.
const PIECES: &str = r#"(a = |b = |-t = |\{ \$n \}|\{ \$s \}|\{ a \}|\{ b \}|\{ -t \}|\{ -t\(n: 1\) \}|\{ 2\.50 \}|\{ "\\u00e9" \}|\{ \$n ->
   \[one\] x
   \[1\.50\] \{ b \}
  \*\[other\] \{ a \}
 \}|\{ -t\.l ->
  \*\[x\] y
 \}|
 \.l = |x|
 |
|\{|\}){0,40}"#;

proptest::proptest! {
    #[test]
    fn no_message_is_too_odd_to_print(text in PIECES, count: i64) {
        let (messages, _) = Messages::load(&Sources::of_texts([("i18n/nl/odd.ftl", text.as_str())]));
        for id in ["a", "b", "a.l", "b.l"] {
            let told = messages.text(NL, id, &[("n", count.into()), ("s", "text".into())]);
            let half_filled = told.is_ok_and(|told| told.contains(['{', '$']));
            proptest::prop_assert!(!half_filled);
        }
    }
}

#[test]
fn a_message_that_prints_too_much_is_an_error() {
    let many = format!("a = x\nb = {}\nc = {{ b }}{{ $n ->\n   *[other] {{ b }}\n}}\n", "{ a }".repeat(150));
    let (messages, _) = Messages::load(&Sources::of_texts([("i18n/nl/many.ftl", many.as_str())]));
    assert!(messages.text(NL, "b", &[]).is_err());
    assert!(messages.text(NL, "c", &[("n", 1.into())]).is_err());
}

#[test]
fn messages_may_be_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Messages>();
}
