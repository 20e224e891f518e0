//! What someone recorded of a vendor's agreements: held against the vocabulary and against the clauses it cites, and shown to
//! nobody who may not read those.

mod support;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::path::Path;

use clausewerk::audience::project;
use clausewerk::model::recorded::{Fact, Shown};
use clausewerk::parse::Audience;
use clausewerk::source::Sources;
use insta::assert_snapshot;

const TEXT: &str = "
    # Verwerkersovereenkomst

    ## Artikel 7. Meldplicht

    7.1 Verwerker meldt een datalek uiterlijk binnen **24 uur** nadat het&nbsp;hem bekend is geworden.

    7.2 De melding bevat:

    - a. de aard van het datalek;
    - b. wie erbij kan. {audience=customers}

    # Bijlage 2. Beveiliging {audience=customers}

    Elke nacht wordt een kopie gemaakt.
";

/// Sources of Acme with its agreement, its facts and its coverage.
fn acme(facts: &str, coverage: &str) -> Sources {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let toml = toml + "[[external]]\nnames = [\"hoofdovereenkomst\"]\n";
    let text = support::text(TEXT);
    let head = "examined = [\"dpa\"]\nverified = 2026-11-22\n";
    let (facts, coverage) = (format!("{head}{facts}"), format!("{head}{coverage}"));
    let files = [
        ("content/vendors/acme/vendor.toml", support::VENDOR),
        ("content/vendors/acme/dpa/agreement.toml", &toml),
        ("content/vendors/acme/dpa/nl.md", &text),
        ("content/vendors/acme/facts.toml", &facts),
        ("content/vendors/acme/coverage.toml", &coverage),
    ];
    Sources::of_texts(files)
}

fn told(facts: &str, coverage: &str) -> String {
    let sources = acme(facts, coverage);
    let (_, findings) = support::load(&sources);
    support::told(&sources, &findings)
}

/// A fact that is stated in clause 7.1, with a value and a citation as given.
fn deadline(value: &str, citation: &str) -> String {
    format!(
        "[[fact]]\nid = \"breach-deadline\"\nstate = \"stated\"\nsummary.nl = \"24 uur\"\nsummary.en = \"24 hours\"\n\
         [[fact.value]]\n{value}\n[[fact.citation]]\n{citation}\n"
    )
}

const RIGHT_VALUE: &str = "number = 24\nunit = \"hours\"\ntrigger = \"awareness\"";
const RIGHT_CITATION: &str = "agreement = \"dpa\"\nclause = \"7.1\"\nquote = \"binnen 24 uur nadat het hem bekend\"";

#[test]
fn what_is_right_is_read() {
    let sources = acme(&deadline(RIGHT_VALUE, RIGHT_CITATION), "");
    let (corpus, findings) = support::load(&sources);
    assert_eq!(support::told(&sources, &findings), "");
    let facts = corpus.vendors[0].facts.as_ref().expect("facts");
    assert_eq!((facts.examined.as_slice(), facts.verified), (["dpa".to_owned()].as_slice(), Some(jiff::civil::date(2026, 11, 22))));
    let value = facts.entries[0].values[0].number.as_ref().expect("a number");
    assert_eq!((value.number, value.unit.as_str()), (24.0, "hours"));
    assert_eq!(facts.entries[0].citations[0].clause.as_str(), "7.1");
}

#[test]
fn a_quote_must_stand_in_its_clause() {
    let cited = |clause: &str, quote: &str| {
        told(&deadline(RIGHT_VALUE, &format!("agreement = \"dpa\"\nclause = \"{clause}\"\nquote = \"{quote}\"")), "")
    };
    // Items belong to their clause; markup and white space do not count.
    assert_eq!(cited("7.2", "de aard van het datalek"), "");
    assert_eq!(cited("7.2/a", "de aard  van het datalek"), "");
    assert_eq!(cited("7", "uiterlijk binnen 24 uur"), "");
    assert_eq!(cited("bijlage-2", "Elke nacht"), "");
    assert_snapshot!(cited("7.1", "uiterlijk binnen 48 uur nadat"), @"! quote-not-found at “\"uiterlijk binnen 48 uur nadat\"” clause=7.1 elsewhere=none suggestion=uiterlijk binnen 24 uur nadat");
    assert_snapshot!(cited("7.1", "de aard van het datalek"), @"! quote-not-found at “\"de aard van het datalek\"” clause=7.1 elsewhere=7.2/a");
    assert_snapshot!(cited("7.1", ""), @"! quote-not-found at “\"\"” clause=7.1 elsewhere=none");
    assert_snapshot!(cited("7.11", "binnen 24 uur"), @"! unknown-clause at “\"7.11\"” clause=7.11 agreement=dpa elsewhere=7.1");
    assert_snapshot!(cited("99", "geen woord hiervan"), @"! unknown-clause at “\"99\"” clause=99 agreement=dpa elsewhere=none");
}

#[test]
fn a_value_is_of_the_kind_that_its_fact_takes() {
    let value = |value: &str| told(&deadline(value, RIGHT_CITATION), "");
    assert_snapshot!(value("number = 24\nunit = \"hour\""), @"! bad-value at “\"hour\"” key=unit expected=hours, days, working-days suggestion=hours");
    assert_snapshot!(value("number = 24"), @"! bad-value at “24” key=unit expected=hours, days, working-days");
    assert_snapshot!(value("choice = \"without-dely\""), @"! bad-value at “\"without-dely\"” key=choice expected=without-delay, reasonable-period suggestion=without-delay");
    assert_snapshot!(value("months-of-fees = 3"), @"! bad-value at “3” key=amount expected=number, choice");
    assert_snapshot!(value("places = [\"NL\"]"), @"! bad-value at “\"NL\"” key=places expected=–");
    assert_snapshot!(value("number = \"24\"\nunit = \"hours\""), @"! bad-value at “\"24\"” key=fact.value.number expected=1");
    assert_snapshot!(value("choice = \"without-delay\"\ncondition.nl = \"altijd\""), @"! missing-words at “\"breach-deadline\"” id=breach-deadline key=condition languages=en");
}

#[test]
fn what_the_vocabulary_lacks_or_is_there_twice_is_told() {
    let entry = |id: &str, state: &str| format!("[[fact]]\nid = \"{id}\"\nstate = \"{state}\"\n");
    assert_snapshot!(told(&entry("breach-dedline", "not-stated"), ""), @"! unknown-vocabulary at “\"breach-dedline\"” kind=fact id=breach-dedline suggestion=breach-deadline");
    assert_snapshot!(told(&(entry("dpia", "not-stated") + &entry("dpia", "not-stated")), ""), @"! duplicate-entry at “\"dpia\"” id=dpia");
    assert_snapshot!(told(&entry("dpia", "unsaid"), ""), @r#"! bad-value at “"unsaid"” key=fact.state expected=stated, partly, not-stated"#);
    let graded =
        "[[requirement]]\nid = \"gdpr-28-3-h-audit\"\nstate = \"absent\"\nreason.nl = \"Niet gevonden.\"\nreason.en = \"Not found.\"\n";
    assert_snapshot!(told("", graded), @"! unknown-vocabulary at “\"gdpr-28-3-h-audit\"” kind=requirement id=gdpr-28-3-h-audit suggestion=gdpr-28-3-h-audits");
    let examined = "[[fact]]\nid = \"dpia\"\nstate = \"not-stated\"\nexamined = [\"dpaa\"]\n";
    assert_snapshot!(told(examined, ""), @"! unknown-agreement at “\"dpaa\"” agreement=dpaa suggestion=dpa");
    let deferred = deadline(RIGHT_VALUE, RIGHT_CITATION).replace("state =", "defers-to = \"hoofdovereenkomt\"\nstate =");
    assert_snapshot!(told(&deferred, ""), @"! unknown-agreement at “\"hoofdovereenkomt\"” agreement=hoofdovereenkomt suggestion=hoofdovereenkomst");
}

#[test]
fn silence_and_statements_are_not_mixed() {
    let silent = deadline(RIGHT_VALUE, RIGHT_CITATION).replace("\"stated\"", "\"not-stated\"");
    assert_snapshot!(told(&silent, ""), @"! contradictory-record at “\"breach-deadline\"” id=breach-deadline");
    let uncited = "[[fact]]\nid = \"dpia\"\nstate = \"stated\"\nsummary.nl = \"Bijstand\"\n";
    assert_snapshot!(told(uncited, ""), @"
    ! missing-citation at “\"dpia\"” id=dpia what=record
    ! missing-words at “\"dpia\"” id=dpia key=summary languages=en
    ");
    let grade =
        |id: &str, state: &str| format!("[[requirement]]\nid = \"{id}\"\nstate = \"{state}\"\nreason.nl = \"Zo.\"\nreason.en = \"So.\"\n");
    assert_snapshot!(told("", &grade("gdpr-28-3-h-audits", "covered")), @"! missing-citation at “\"gdpr-28-3-h-audits\"” id=gdpr-28-3-h-audits what=record");
    assert_eq!(told("", &grade("gdpr-28-3-h-audits", "absent")), "");
    // That there is a written contract is seen, not quoted.
    assert_eq!(told("", &grade("gdpr-28-9-writing", "covered")), "");
}

/// What readers see of the first fact: its state, and everything it says.
fn seen(facts: &str, readers: Audience) -> String {
    let (corpus, findings) = support::load(&acme(facts, ""));
    assert!(findings.is_empty(), "{findings:?}");
    let projection = project(&corpus, readers);
    let Fact { state, values, summary, citations, .. } = projection.shown.vendors[0].facts.as_ref().expect("facts").entries[0].clone();
    let withheld: Vec<&str> = projection.withheld.texts.iter().map(|text| text.plain.as_str()).collect();
    match state {
        Shown::As(state) => format!("{state:?}: {} values, {} summaries, {} citations", values.len(), summary.len(), citations.len()),
        Shown::Withheld(audience) => {
            assert!(values.is_empty() && summary.is_empty() && citations.is_empty());
            format!("withheld for {audience}; kept: {}", withheld.contains(&"24 hours"))
        }
    }
}

#[test]
fn a_record_is_for_those_who_may_read_what_it_cites() {
    let cited =
        |clause: &str, quote: &str| deadline(RIGHT_VALUE, &format!("agreement = \"dpa\"\nclause = \"{clause}\"\nquote = \"{quote}\""));
    assert_eq!(seen(&cited("7.2", "de aard van het datalek"), Audience::Public), "Stated: 1 values, 2 summaries, 1 citations");
    // The words decide, also where the clause as a whole is public.
    assert_eq!(seen(&cited("7.2", "wie erbij kan"), Audience::Public), "withheld for customers; kept: true");
    assert_eq!(seen(&cited("7.2", "datalek; wie erbij"), Audience::Public), "withheld for customers; kept: true");
    assert_eq!(seen(&cited("bijlage-2", "Elke nacht"), Audience::Public), "withheld for customers; kept: true");
    assert_eq!(seen(&cited("bijlage-2", "Elke nacht"), Audience::Customers), "Stated: 1 values, 2 summaries, 1 citations");
}

/// The site of Acme for the public; its facts rest on words for customers.
fn with_a_secret() -> clausewerk::Assembled {
    let secret = deadline(RIGHT_VALUE, "agreement = \"dpa\"\nclause = \"7.2\"\nquote = \"wie erbij kan\"")
        .replace("24 uur\"", "Zwanenhals binnen een etmaal, dat alleen klanten van Acme mogen weten\"");
    let request = clausewerk::Request {
        root: Path::new("").to_owned(),
        audience: Audience::Public,
        base_url: Some("https://acme.example/".to_owned()),
        today: jiff::civil::date(2026, 11, 22),
    };
    let site = clausewerk::assemble(acme(&secret, ""), Vec::new(), &request);
    assert!(!clausewerk::diagnostic::has_errors(&site.findings), "{:?}", site.findings);
    site
}

#[test]
fn a_withheld_record_is_in_no_workbook_and_the_guard_would_find_it_there() {
    let site = with_a_secret();
    let page = |address: &str| site.pages.iter().find(|(own, _)| own.as_str() == address).expect("the page").1;
    let mut found = BTreeMap::new();
    for language in ["nl", "en"] {
        let address = format!("/{language}/compare/facts.xlsx");
        let bytes = clausewerk::render::render(&site.world, page(&address)).expect("it can be written");
        assert_eq!(site.guard.inspect(&address, &bytes), [], "{address}");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        for place in 0..archive.len() {
            let mut text = String::new();
            archive.by_index(place).expect("a file").read_to_string(&mut text).expect("UTF-8");
            found.insert((language, place), text.to_lowercase());
        }
    }
    assert!(found.values().any(|text| text.contains("meldtermijn datalek")), "the workbook has the fact");
    assert!(found.values().all(|text| !text.contains("zwanenhals") && !text.contains("wie erbij kan")));

    // Were it there all the same, nobody could publish it.
    let clausewerk::site::Page::CompareSheet(language, sheet, _) = page("/nl/compare/facts.xlsx") else { panic!("another page") };
    let mut table = clausewerk::site::pages::compare_sheet::table(&site.world, *language, *sheet);
    let words = clausewerk::site::pages::compare_sheet::words(&site.world, *language, *sheet, &table);
    table.rows[0][2] = "binnen een etmaal, dat alleen klanten van Acme mogen weten".to_owned();
    let planted = clausewerk::render::workbook::xlsx(&table, &words).expect("it can be written");
    assert!(!planted.windows(6).any(|six| six == b"etmaal"), "it is packed");
    let findings = site.guard.inspect("/nl/compare/facts.xlsx", &planted);
    assert_eq!(findings.iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["leak"]);
    let findings = site.guard.inspect("/nl/compare/facts.xlsx", &planted[..planted.len() - 30]);
    assert_eq!(findings.iter().map(|finding| finding.rule.name).collect::<Vec<_>>(), ["unreadable-archive"]);
}
