//! The site owner's positions: judged by what is recorded, told of where they cannot be right, and in no public byte.

mod support;

use std::collections::BTreeMap;
use std::path::Path;

use clausewerk::analysis::playbook::{in_order, judge};
use clausewerk::audience::project;
use clausewerk::parse::Audience;
use clausewerk::site::Address;
use clausewerk::source::Sources;
use clausewerk::{Request, assemble, render};
use insta::assert_snapshot;

const TEXT: &str = "
    # Verwerkersovereenkomst

    ## Artikel 7. Meldplicht

    7.1 Verwerker meldt een datalek uiterlijk binnen 24 uur nadat het hem bekend is geworden.
";

/// What a level is reached in, and the level.
struct Levels<'a> {
    preferred: &'a str,
    acceptable: &'a str,
    unacceptable: &'a str,
}

/// A position on the time within which a breach is reported.
const HOURS: Levels<'static> = Levels {
    preferred: "{ unit = \"hours\", at-most = 24, trigger = [\"awareness\"] }",
    acceptable: "{ unit = \"hours\", at-most = 48, trigger = [\"awareness\"] }",
    unacceptable: "{ state = [\"not-stated\"] }, { unit = \"hours\", above = 48 }, { any-of = [\"reasonable-period\"] }",
};

fn position(subject: &str, levels: &Levels<'_>) -> String {
    let words = |key: &str| format!("{key}.nl = \"{key} van {subject}\"\n{key}.en = \"{key} of {subject}\"\n");
    let subject_line = if subject.contains('-') && subject.starts_with("gdpr") { "requirement" } else { "fact" };
    let level = |name: &str, when: &str| format!("[position.{name}]\n{}when = [{when}]\n", words("says"));
    format!(
        "[[position]]\n{subject_line} = \"{subject}\"\npriority = 1\n{}{}{}{}{}",
        words("reason"),
        words("ask"),
        level("preferred", levels.preferred),
        level("acceptable", levels.acceptable),
        level("unacceptable", levels.unacceptable),
    )
}

/// Sources of Acme with its agreement, its facts, and a playbook.
fn acme(facts: &str, playbook: &str) -> Sources {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let (text, facts) = (support::text(TEXT), format!("examined = [\"dpa\"]\n{facts}"));
    let coverage = "examined = [\"dpa\"]\n[[requirement]]\nid = \"gdpr-28-3-h-audits\"\nstate = \"absent\"\n\
                    reason.nl = \"Niet gevonden.\"\nreason.en = \"Not found.\"\n";
    Sources::of_texts([
        ("content/vendors/acme/vendor.toml", support::VENDOR),
        ("content/vendors/acme/dpa/agreement.toml", &toml),
        ("content/vendors/acme/dpa/nl.md", &text),
        ("content/vendors/acme/facts.toml", &facts),
        ("content/vendors/acme/coverage.toml", coverage),
        ("content/playbook.toml", playbook),
    ])
}

/// What is wrong with a playbook.
fn told(playbook: &str) -> String {
    let sources = acme("", playbook);
    let (_, findings) = support::load(&sources);
    support::told(&sources, &findings)
}

/// A record of a fact with values.
fn fact(id: &str, state: &str, values: &[&str]) -> String {
    let values: String = values.iter().map(|value| format!("[[fact.value]]\n{value}\n")).collect();
    let stated = "[[fact.citation]]\nagreement = \"dpa\"\nclause = \"7.1\"\nquote = \"Verwerker meldt\"\n";
    let summary = "summary.nl = \"zo\"\nsummary.en = \"so\"\n";
    let (summary, cited) = if state == "not-stated" { ("", "") } else { (summary, stated) };
    format!("[[fact]]\nid = \"{id}\"\nstate = \"{state}\"\n{summary}{values}{cited}")
}

/// Where Acme stands on the first position.
fn verdict(facts: &str, playbook: &str) -> &'static str {
    let sources = acme(facts, playbook);
    let (corpus, findings) = support::load(&sources);
    assert_eq!(support::told(&sources, &findings), "");
    judge(&corpus.vendors[0], &corpus.playbook[0]).map_or("nothing recorded", |judged| judged.verdict.name())
}

#[test]
fn a_number_is_judged_by_its_unit_and_what_it_runs_from() {
    let playbook = position("breach-deadline", &HOURS);
    let of = |value: &str| verdict(&fact("breach-deadline", "stated", &[value]), &playbook);
    assert_eq!(of("number = 24\nunit = \"hours\"\ntrigger = \"awareness\""), "preferred");
    assert_eq!(of("number = 24.5\nunit = \"hours\"\ntrigger = \"awareness\""), "acceptable");
    assert_eq!(of("number = 48\nunit = \"hours\"\ntrigger = \"awareness\""), "acceptable");
    assert_eq!(of("number = 49\nunit = \"hours\"\ntrigger = \"awareness\""), "unacceptable");
    // Nobody said anything of these: a person must judge.
    assert_eq!(of("number = 24\nunit = \"hours\"\ntrigger = \"confirmation\""), "open");
    assert_eq!(of("number = 1\nunit = \"days\"\ntrigger = \"awareness\""), "open");
    assert_eq!(of("choice = \"reasonable-period\""), "unacceptable");
    assert_eq!(verdict(&fact("breach-deadline", "not-stated", &[]), &playbook), "unacceptable");
    assert_eq!(verdict("", &playbook), "nothing recorded");
}

#[test]
fn of_several_values_the_principal_one_any_or_every_one_counts() {
    let (fast, slow) = ("number = 12\nunit = \"hours\"", "number = 60\nunit = \"hours\"");
    let with = |of: &str, values: &[&str]| {
        let preferred = format!("{{ of = \"{of}\", unit = \"hours\", at-most = 24 }}");
        let levels =
            Levels { preferred: &preferred, acceptable: "{ unit = \"days\", at-most = 1 }", unacceptable: "{ state = [\"not-stated\"] }" };
        verdict(&fact("breach-deadline", "stated", values), &position("breach-deadline", &levels))
    };
    assert_eq!(with("first", &[fast, slow]), "preferred");
    assert_eq!(with("first", &[slow, fast]), "open");
    assert_eq!(with("any", &[slow, fast]), "preferred");
    assert_eq!(with("every", &[fast, slow]), "open");
    assert_eq!(with("every", &[fast, fast]), "preferred");
    assert_eq!(with("every", &[]), "open");
    // Words without a number can be told from silence.
    let none = "{ of = \"every\", number = false }";
    let playbook =
        position("sub-notice", &Levels { preferred: "{ number = true }", acceptable: "{ unit = \"days\" }", unacceptable: none });
    assert_eq!(verdict(&fact("sub-notice", "stated", &["choices = [\"active\"]"]), &playbook), "unacceptable");
    assert_eq!(verdict(&fact("sub-notice", "stated", &["choices = [\"active\"]\nnumber = 14\nunit = \"days\""]), &playbook), "preferred");
    assert_eq!(verdict(&fact("sub-notice", "stated", &[]), &playbook), "unacceptable");
    assert_eq!(verdict(&fact("sub-notice", "not-stated", &[]), &playbook), "open");
}

#[test]
fn what_is_unacceptable_in_one_way_is_so_however_good_the_rest_is() {
    let levels = Levels {
        preferred: HOURS.preferred,
        acceptable: HOURS.acceptable,
        unacceptable: "{ with = [{ fact = \"breach-suspected\", of = \"any\", any-of = [\"severe-only\"] }] }",
    };
    let deadline = fact("breach-deadline", "stated", &["number = 24\nunit = \"hours\"\ntrigger = \"awareness\""]);
    let playbook = position("breach-deadline", &levels);
    assert_eq!(verdict(&deadline, &playbook), "preferred");
    let severe = fact("breach-suspected", "stated", &["choice = \"no\"", "choice = \"severe-only\""]);
    assert_eq!(verdict(&(deadline + &severe), &playbook), "unacceptable");
}

#[test]
fn money_places_and_several_choices_are_judged() {
    let levels = |preferred: &'static str, unacceptable: &'static str| Levels { preferred, acceptable: preferred, unacceptable };
    let cap =
        position("cap", &levels("{ unit = \"EUR\", at-least = 1000000, per = [\"event\"] }", "{ unit = \"months-of-fees\", below = 12 }"));
    assert_eq!(verdict(&fact("cap", "stated", &["amount = 1500000\ncurrency = \"EUR\"\nper = \"event\""]), &cap), "preferred");
    assert_eq!(verdict(&fact("cap", "stated", &["months-of-fees = 6\nper = \"total\""]), &cap), "unacceptable");
    assert_eq!(verdict(&fact("cap", "stated", &["amount = 1500000\ncurrency = \"USD\"\nper = \"event\""]), &cap), "open");
    let location = position("location", &levels("{ of = \"every\", within = [\"NL\", \"IE\", \"EU\"] }", "{ state = [\"not-stated\"] }"));
    assert_eq!(verdict(&fact("location", "stated", &["places = [\"NL\", \"IE\"]", "places = [\"EU\"]"]), &location), "preferred");
    assert_eq!(verdict(&fact("location", "stated", &["places = [\"NL\", \"US\"]"]), &location), "open");
    let notice =
        position("sub-notice", &levels("{ all-of = [\"active\", \"prior\"] }", "{ any-of = [\"passive\"], none-of = [\"active\"] }"));
    assert_eq!(verdict(&fact("sub-notice", "stated", &["choices = [\"active\", \"prior\"]"]), &notice), "preferred");
    assert_eq!(verdict(&fact("sub-notice", "stated", &["choices = [\"passive\", \"prior\"]"]), &notice), "unacceptable");
    assert_eq!(verdict(&fact("sub-notice", "stated", &["choices = [\"active\"]"]), &notice), "open");
}

#[test]
fn a_requirement_is_judged_by_its_grade() {
    let levels =
        Levels { preferred: "{ state = [\"covered\"] }", acceptable: "{ state = [\"partly\"] }", unacceptable: "{ state = [\"absent\"] }" };
    assert_eq!(verdict("", &position("gdpr-28-3-h-audits", &levels)), "unacceptable");
    assert_eq!(
        verdict("", &position("gdpr-28-3-g-erasure-return", &levels).replace("gdpr-28-3-g-erasure-return", "gdpr-28-9-writing")),
        "nothing recorded"
    );
}

#[test]
fn a_playbook_that_contradicts_itself_is_told_of() {
    let with = |preferred: &str, unacceptable: &str| {
        told(&position("breach-deadline", &Levels { preferred, acceptable: preferred, unacceptable }))
    };
    assert_snapshot!(with("{ unit = \"hours\", at-most = 24 }", "{ unit = \"hours\", at-least = 24 }"), @r#"! contradictory-position at “{ unit = "hours", at-least = 24 }” id=breach-deadline level=preferred"#);
    assert_snapshot!(with("{ unit = \"hours\", at-most = 24 }", "{ of = \"any\", state = [\"stated\"] }"), @r#"! contradictory-position at “{ of = "any", state = ["stated"] }” id=breach-deadline level=preferred"#);
    // Apart, or an exception for the sake of another fact.
    assert_eq!(with("{ unit = \"hours\", at-most = 24 }", "{ unit = \"hours\", above = 24 }, { any-of = [\"without-delay\"] }"), "");
    let exception = "{ unit = \"hours\", with = [{ fact = \"breach-suspected\", any-of = [\"no\"] }] }";
    assert_eq!(with("{ unit = \"hours\", at-most = 24 }", exception), "");
    assert_snapshot!(told(&(position("breach-deadline", &HOURS) + &position("breach-deadline", &HOURS))), @r#"! duplicate-entry at “"breach-deadline"” id=breach-deadline"#);
    let graded = Levels {
        preferred: "{ state = [\"covered\"] }",
        acceptable: "{ state = [\"partly\"] }",
        unacceptable: "{ state = [\"partly\", \"absent\"] }",
    };
    assert_snapshot!(told(&position("gdpr-28-3-h-audits", &graded)), @r#"! contradictory-position at “{ state = ["partly", "absent"] }” id=gdpr-28-3-h-audits level=acceptable"#);
}

#[test]
fn a_case_that_nothing_meets_is_told_of() {
    let with = |case: &str| told(&position("breach-deadline", &Levels { preferred: case, ..HOURS }));
    assert_snapshot!(with("{ unit = \"hours\", at-least = 24, below = 24 }"), @r#"! impossible-position at “{ unit = "hours", at-least = 24, below = 24 }” id=breach-deadline"#);
    assert_snapshot!(with("{ state = [\"not-stated\"], unit = \"hours\" }"), @r#"! impossible-position at “{ state = ["not-stated"], unit = "hours" }” id=breach-deadline"#);
    assert_snapshot!(with("{ any-of = [\"without-delay\"], none-of = [\"without-delay\"] }"), @r#"! impossible-position at “{ any-of = ["without-delay"], none-of = ["without-delay"] }” id=breach-deadline"#);
    assert_snapshot!(with("{}"), @r#"! bad-value at “{}” key=when expected=state, any-of, unit, with …"#);
}

#[test]
fn slips_are_told_with_what_was_meant() {
    let with = |case: &str| told(&position("breach-deadline", &Levels { preferred: case, ..HOURS }));
    assert_snapshot!(with("{ unit = \"hour\", at-most = 24 }"), @r#"! bad-value at “"hour"” key=unit expected=hours, days, working-days suggestion=hours"#);
    assert_snapshot!(with("{ at-most = 24 }"), @r#"! bad-value at “24” key=unit expected=hours, days, working-days"#);
    assert_snapshot!(with("{ any-of = [\"without-dely\"] }"), @r#"! bad-value at “"without-dely"” key=any-of expected=without-delay, reasonable-period suggestion=without-delay"#);
    assert_snapshot!(with("{ state = [\"covered\"] }"), @r#"! bad-value at “"covered"” key=state expected=stated, partly, not-stated"#);
    assert_snapshot!(with("{ unit = \"hours\", at-most = 24, below = 12 }"), @r#"! bad-value at “12” key=when expected=at-most | below"#);
    assert_snapshot!(with("{ with = [{ fact = \"breach-suspectd\", any-of = [\"yes\"] }] }"), @r#"! unknown-vocabulary at “"breach-suspectd"” kind=fact id=breach-suspectd suggestion=breach-suspected"#);
    assert_snapshot!(with("{ with = [{ any-of = [\"yes\"] }] }"), @r#"! bad-value at “{ any-of = ["yes"] }” key=with expected=fact"#);
    assert_snapshot!(with("{ fact = \"breach-suspected\", any-of = [\"no\"] }"), @r#"
    ! bad-value at “"breach-suspected"” key=fact expected=with = [{ fact = … }]
    ! bad-value at “"no"” key=any-of expected=without-delay, reasonable-period
    "#);
    assert_snapshot!(with("{ any_of = [\"without-delay\"] }"), @r#"! unknown-key at “any_of” key=any_of expected=fact, state, of, any-of, all-of, none-of, number, unit, at-least, at-most, above, below, trigger, per, within, with suggestion=any-of"#);
    assert_snapshot!(told(&position("breach-dedline", &HOURS)), @r#"! unknown-vocabulary at “"breach-dedline"” kind=fact id=breach-dedline suggestion=breach-deadline"#);
    assert_snapshot!(told(&position("breach-deadline", &HOURS).replace("ask.en", "ask.fr")), @r#"! missing-words at “"breach-deadline"” id=breach-deadline key=ask languages=en"#);
    let both = position("breach-deadline", &HOURS).replace("priority", "requirement = \"gdpr-28-3-h-audits\"\npriority");
    assert_snapshot!(told(&both), @r#"! bad-value at “"gdpr-28-3-h-audits"” key=requirement expected=fact | requirement"#);
    assert_snapshot!(told(&position("breach-deadline", &HOURS).replace("fact = \"breach-deadline\"\npriority", "priority")), @r#"! bad-value at “[[position]]” key=position expected=fact | requirement"#);
    let graded =
        Levels { preferred: "{ any-of = [\"yes\"] }", acceptable: "{ state = [\"stated\"] }", unacceptable: "{ state = [\"absent\"] }" };
    assert_snapshot!(told(&position("gdpr-28-3-h-audits", &graded)), @r#"
    ! bad-value at “"yes"” key=when expected=state, with
    ! bad-value at “"stated"” key=state expected=covered, partly, elsewhere, absent, not-applicable
    "#);
}

#[test]
fn only_the_internal_audience_has_positions() {
    let (corpus, _) = support::load(&acme("", &position("breach-deadline", &HOURS)));
    let own = project(&corpus, Audience::Internal);
    assert_eq!((own.shown.playbook.len(), own.withheld.texts.len()), (1, 0));
    for readers in [Audience::Public, Audience::Customers] {
        let projection = project(&corpus, readers);
        assert_eq!(projection.shown.playbook, []);
        assert_eq!(projection.withheld.texts.len(), 10, "the guard looks for every word of it");
    }
}

/// Every file of Acme's site for an audience, with or without its playbook.
fn built(audience: Audience, with_playbook: bool) -> BTreeMap<String, Vec<u8>> {
    let playbook = if with_playbook { position("breach-deadline", &HOURS) } else { String::new() };
    let facts = fact("breach-deadline", "stated", &["number = 49\nunit = \"hours\"\ntrigger = \"awareness\""]);
    let request = Request { root: std::path::PathBuf::new(), audience, base_url: None, today: jiff::civil::date(2026, 11, 22) };
    let site = assemble(acme(&facts, &playbook), Vec::new(), &request);
    let file = |(address, page)| {
        let address: &Address = address;
        (address.file_path(), render::render(&site.world, page).expect("every page of the site can be rendered"))
    };
    site.pages.iter().map(file).collect()
}

#[test]
fn a_build_for_others_is_byte_for_byte_the_one_without_a_playbook() {
    for audience in [Audience::Public, Audience::Customers] {
        let (with, without) = (built(audience, true), built(audience, false));
        assert_eq!(with.keys().collect::<Vec<_>>(), without.keys().collect::<Vec<_>>());
        let differ: Vec<&String> = with.iter().filter(|(path, bytes)| without[*path] != **bytes).map(|(path, _)| path).collect();
        assert_eq!(differ, [""; 0], "{audience}");
    }
}

#[test]
fn the_internal_audience_sees_marks_and_what_to_ask_for() {
    let files = built(Audience::Internal, true);
    let page = |path: &str| String::from_utf8(files[path].clone()).expect("text");
    for (language, mark, ask) in [("nl", "onaanvaardbaar", "ask van breach-deadline"), ("en", "unacceptable", "ask of breach-deadline")] {
        let mark = format!("data-verdict=\"unacceptable\">{mark}<");
        assert!(page(&format!("{language}/compare/facts/index.html")).contains(&mark), "{language}");
        assert!(page(&format!("{language}/compare/playbook/acme/index.html")).contains(&mark), "{language}");
        assert!(page(&format!("{language}/compare/playbook/acme/index.html")).contains(ask), "{language}");
        assert!(page(&format!("{language}/vendors/acme/index.html")).contains("/compare/playbook/acme/"), "{language}");
    }
}

/// Every position of the example, and where each vendor stands on it. Read by a person against the positions and the records.
#[test]
fn the_example_stands_where_its_records_put_it() {
    let (sources, _) = Sources::read(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the example is there");
    let (corpus, _) = support::load(&sources);
    let vendors: Vec<&str> = corpus.vendors.iter().map(|vendor| vendor.slug.as_str()).collect();
    let mut table = format!("{:24}{}\n", "", vendors.iter().map(|slug| format!("{slug:14}")).collect::<String>().trim_end());
    for position in in_order(&corpus) {
        let verdict = |vendor| judge(vendor, position).map_or("nothing recorded", |judged| judged.verdict.name());
        let line: String = corpus.vendors.iter().map(|vendor| format!("{:14}", verdict(vendor))).collect();
        table.push_str(&format!("{:24}{}\n", position.subject.id(), line.trim_end()));
    }
    assert_snapshot!(table);
}
