//! Wrong content: every fault is told where it is, in words that help, and none stops the others from being told.

mod support;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use clausewerk::check::{self, Whole, allow};
use clausewerk::diagnostic::{self, Finding};
use clausewerk::i18n::{Language, Messages};
use clausewerk::model::Corpus;
use clausewerk::parse::Audience;
use clausewerk::report::Report;
use clausewerk::resolve;
use clausewerk::source::Sources;
use insta::assert_snapshot;

/// A site on which nearly everything is wrong that an author can get wrong.
fn faulty() -> Sources {
    let files = [
        (
            "clausewerk.toml",
            r#"
            [site]
            base-url = "trust.example.org"
            languages = ["nl", "fr"]
            langauges = ["nl"]
            "#,
        ),
        (
            "content/vendors/acme/vendor.toml",
            r#"
            nmae = "Acme"
            legal-name = "Acme B.V."
            website = 7
            seat = "Utrecht"

            [services]
            dutch = "Opslag"

            [[contact]]
            role = "privcy"
            value = "privacy@example.org"
            audience = "public"
            "#,
        ),
        (
            "content/vendors/acme/dpa/agreement.toml",
            r#"
            kind = "procesing-agreement"
            status = "offered"
            text = "summary"
            original = "nl"
            prevailing = "dutch"
            version = "not-stated"
            date = "2018-13"
            verified = "2018-11"
            belongs-to = "termz"
            titel = "Verwerkersovereenkomst"

            [translations.en]
            status = "informativ"

            [[party]]
            name = ["Acme"]

            [[term]]
            text = "Persoonsgegevens"
            concept = "persona-data"

            [[allow]]
            rule = "duplicate-number"
            at = "9.1-2"
            reason = "Zo getekend."
            "#,
        ),
        (
            "content/vendors/acme/dpa/nl.md",
            r"
            Tekst voor de titel.

            # Verwerkersovereenkomst

            {#nergens}

            ### Artikel 7. Meldplicht {topic=breach-notifcation}

            7.1 Verwerker meldt een datalek volgens artikel 12. {#melding audience=costumers}

            7.2 De melding, bedoeld in artikel
            7.3 hieronder, bevat {audiense=internal} alles. {#melding measure=encryption}

            7.2 Nog eens twee.[^1] {audience: internal}

            ## Artikel 8. Audit

            8.1 Zie ![een plaatje](plaatje.png) en [hier](javascript:alert).

            <div>HTML</div>

            [^2]: Waar niets naar verwijst.
            ",
        ),
        (
            "content/vendors/acme/terms/agreement.toml",
            r#"
            kind = "general-terms"
            status = "offered"
            text = "summary"
            audience = "public"
            original = "en"
            prevailing = "not-stated"
            version = "not-stated"
            belongs-to = "terms"

            [translations.nl]
            status = "informative"
            "#,
        ),
        (
            "content/vendors/acme/terms/en.md",
            r"
            # General terms

            ## 1. Scope

            1.1 We offer:

            - a. storage;
            - b. email.

            ## 2. Term

            2.1 One year.
            ",
        ),
        (
            "content/vendors/acme/terms/nl.md",
            r"
            # Algemene voorwaarden

            ## 1. Toepassing {topic=audit}

            1.1 Wij bieden:

            - a. opslag;
            - c. e-mail.
            ",
        ),
        ("content/vendors/acme/terms/fr.md", "# Conditions générales\n"),
        ("content/vendors/acme/leeg/agreement.toml", ""),
        ("content/vendors/acme/leeg/nl.md", "\n"),
        ("content/vendors/acme/Annex_1/nl.md", "# Bijlage\n"),
        ("content/vendors/kapot/vendor.toml", "name = \"Kapot\nseat = [\n"),
        ("content/vendors/acme/dpa/NL.md", "# Nogmaals\n"),
        ("content/vendor/acme/vendor.toml", ""),
        (
            "content/vocabulary/laws.toml",
            r#"
            [[law]]
            id = "police-act"
            name.nl = "Wet politiegegevens"
            short.nl = "Wpg"
            names.nl = ["AVG"]
            url.nl = "https://wetten.overheid.nl/BWBR0022463/"
            "#,
        ),
        (
            "content/vocabulary/topics.toml",
            r#"
            [[topic]]
            id = "own-topic"
            name.nl = "Eigen"

            [[topic]]
            id = "own-topic"
            name.nl = "Dubbel"
            "#,
        ),
    ];
    let files = files.map(|(path, text)| (path, support::text(text)));
    Sources::of_texts(files.iter().map(|(path, text)| (*path, text.as_str())))
}

/// Registers and companies on which nearly everything is wrong that an author can get wrong.
fn faulty_registers() -> Sources {
    let files = [
        (
            "content/sub-processors/kluis.toml",
            r#"
            name = "Kluis"
            known-as = ["Kluis\nNoord"]
            legal-name = "Kluis\tHolding"
            address = ""
            country = "UK"
            parent = "not-stated"
            website = "javascript:alert(1)"
            reviewed = "2026-11-22"
            audiences = { adress = "customers" }

            [[contact]]
            role = "objections"
            value = "bezwaar@kluis.example"
            "#,
        ),
        (
            "content/sub-processors/kluis-noord.toml",
            r#"
            name = "kluis"
            legal-name = 7
            address = "not-stated"
            country = "XX"
            website = "www.kluis.example"
            reviewed = 2026-11-22
            "#,
        ),
        (
            "content/sub-processors/naamloos.toml",
            r#"
            name = ""
            legal-name = "not-stated"
            address = "not-stated"
            country = "not-stated"
            parent = "not-stated"
            website = "not-stated"
            reviewed = 2026-11-22T09:00:00
            "#,
        ),
        (
            "content/vendors/acme/sub-processors.toml",
            r#"
            examined = ["dpx"]
            reviewed = "2026-11-22"

            # Values of the wrong sort, and ids that nothing has.
            [[engagement]]
            id = "hosting"
            company = "kluiz"
            purpose = "hosting"
            service = {}
            data = ["contact-detail"]
            data-subjects = []
            transfer = "none"
            further = [{ company = "niemand", countries = ["nl", "USA"] }]
            source = "lijst"
            audiences = { palce = "internal" }

            [[engagement.place]]
            country = "EN"
            permission = "not-stated"

            [[engagement.citation]]
            agreement = "dpa"
            clause = "3.9"
            quote = "subverwerkers"

            # Grounds that lack something, or have what goes with another.
            [[engagement]]
            id = "Back-up"
            company = "kluis"
            purpose.nl = "reservekopieën"
            service = "not-stated"
            data = "not-stated"
            data-subjects = "not-recorded"
            place = [{ country = "US" }]
            further = []
            permission = [{ agreement = "dpx", clause = "3.1", quote = "subverwerkers" }]

            [[engagement.transfer]]
            mechanism = "adequacy-decision"
            module = 2

            [[engagement.transfer]]
            mechanism = "scc"
            module = 9
            decision = "us-privacy-shield"
            link = "javascript:alert(1)"

            [[engagement.transfer]]
            mechanism = "derogation"
            decision = "us-dpf"
            provision = "49(1)(a)"

            [[engagement.transfer]]
            mechanism = "adequacy-decision"
            decision = "us-dpf"

            [[engagement.release]]
            what = ["campany"]
            to = "public"
            by = ""
            date = 2026-11-20
            basis = "toestemming"

            [[engagement.release]]
            what = ["company"]
            to = "everybody"
            by = "vendor"
            date = "2026-11-20"
            basis = "permission"

            [[engagement]]
            id = "mail"
            company = "kluis"
            purpose = "not-stated"
            service = "not-stated"
            data = "not-stated"
            data-subjects = "not-stated"
            place = "not-stated"
            transfer = "not-stated"
            further = "not-stated"
            permission = "not-stated"
            source = { nl = "Lijst op de website", en = "List on the website" }

            [[engagement]]
            id = "mail"
            company = "kluis"

            # Days that cannot be, and changes that do not go together.
            [[change]]
            id = "mail-entered"
            kind = "entered"
            engagement = "mail"
            date = 2026-11-10
            announced = 2026-11-09
            effective = 2026-11-10
            objection-until = 2026-11-24

            [[change]]
            id = "mail-removed"
            kind = "removed"
            engagement = "mail"
            date = 2026-11-10
            effective = 2026-11-01

            [[change]]
            id = "mail-altered"
            kind = "altered"
            engagement = "mail"
            date = 2026-11-10
            announced = 2026-11-12
            objection-until = 2026-11-11

            [[change]]
            id = "mail-altered"
            kind = "altered"
            engagement = "mail"
            date = 2026-11-10

            [[change]]
            id = "mail-replaced"
            kind = "replaced"
            engagement = "mail"
            former = "mail"
            date = 2026-11-10

            [[change]]
            id = "mail-objected"
            kind = "objected"
            engagement = "mail"
            about = "mail-entered"
            date = 2026-11-10

            [[change]]
            id = "mail-withdrawn"
            kind = "withdrawn"
            engagement = "post"
            former = "mail"
            date = 2026-11-10

            [[change]]
            id = "mail-called-off"
            kind = "withdrawn"
            engagement = "mail"
            about = "nothing"
            date = 2026-11-10
            effective = 2026-11-12

            [[change]]
            id = "mail-corrected"
            kind = "correction"
            engagement = "mail"
            date = "10-11-2026"
            "#,
        ),
        (
            "content/vendors/acme/vendor.toml",
            r#"
            name = "Acme"
            legal-name = "Acme B.V."
            website = "not-stated"
            seat = "Utrecht"
            entered = "2026-11"
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
            prevailing = "not-stated"
            version = "not-stated"

            [translations.en]
            status = "informative"

            [[revision]]
            date = 2026-11-20

            [[revision]]
            date = 2026-11-20
            correction = "yes"
            what = "Een tikfout."
            "#,
        ),
        ("content/vendors/acme/dpa/nl.md", "# Overeenkomst\n\n3.1 Verwerker mag subverwerkers inschakelen.\n"),
        ("content/vendors/acme/dpa/en.md", "# Agreement\n\n3.1 Processor may engage sub-processors.\n"),
        // A day that no calendar has is a fault of syntax in TOML: of this file nothing can be used.
        ("content/vendors/bolt/vendor.toml", support::VENDOR),
        ("content/vendors/bolt/sub-processors.toml", "examined = []\nreviewed = 2026-02-30\n"),
    ];
    let files = files.map(|(path, text)| (path, support::text(text)));
    Sources::of_texts(files.iter().map(|(path, text)| (*path, text.as_str())))
}

/// Everything that is found before a page is made, in the order it is told.
fn told(sources: &Sources) -> (Messages, Vec<Finding>) {
    let (messages, mut findings) = Messages::load(sources);
    let (corpus, more) = Corpus::load(sources, &messages);
    findings.extend(more);
    let resolved = resolve::resolve(&corpus, &corpus, &messages, Audience::Internal);
    let today = jiff::civil::date(2026, 11, 22);
    findings.extend(check::check(&Whole { corpus: &corpus, resolved: &resolved, messages: &messages, today }));
    let mut findings = allow::apply(&corpus, findings);
    diagnostic::sort(&mut findings);
    (messages, findings)
}

fn drawn(sources: &Sources, language: Language) -> String {
    let (messages, findings) = told(sources);
    Report::new(sources, &messages, language).human(&findings, false)
}

#[test]
fn everything_that_is_wrong_is_told_in_english() {
    assert_snapshot!(drawn(&faulty(), Language::EN));
}

#[test]
fn everything_that_is_wrong_is_told_in_dutch() {
    assert_snapshot!(drawn(&faulty(), Language::NL));
}

#[test]
fn everything_that_is_wrong_in_registers_is_told_in_english() {
    assert_snapshot!(drawn(&faulty_registers(), Language::EN));
}

#[test]
fn everything_that_is_wrong_in_registers_is_told_in_dutch() {
    assert_snapshot!(drawn(&faulty_registers(), Language::NL));
}

/// A register in which one thing at a time is changed, and what is then told of it, as lines for editors.
fn told_of_register(from: &str, to: &str) -> String {
    let register = support::text(
        r#"
        examined = ["dpa"]
        reviewed = 2026-11-22

        [[engagement]]
        id = "hosting"
        company = "kluis"
        purpose.nl = "hosting"
        purpose.en = "hosting"
        service = "not-stated"
        data = ["identification"]
        data-subjects = ["customers"]
        place = [{ country = "NL" }]
        transfer = [{ mechanism = "none-needed" }]
        further = []
        permission = [{ agreement = "dpa", clause = "3.1", quote = "mag subverwerkers inschakelen" }]

        [[change]]
        id = "hosting-entered"
        kind = "entered"
        engagement = "hosting"
        date = 2026-01-12

        [[change]]
        id = "hosting-removed"
        kind = "removed"
        engagement = "hosting"
        date = 2026-11-16
        effective = 2027-01-04
        "#,
    );
    let changed = register.replacen(from, to, 1);
    assert!(from == to || changed != register, "{from}");
    let company = ["legal-name", "address", "country", "parent", "website"].map(|key| format!("{key} = \"not-stated\"\n")).concat();
    let sources = Sources::of_texts([
        ("content/sub-processors/kluis.toml", format!("name = \"Kluis\"\nreviewed = 2026-11-22\n{company}").as_str()),
        ("content/vendors/acme/vendor.toml", support::VENDOR),
        ("content/vendors/acme/dpa/agreement.toml", &support::agreement_toml("nl")),
        ("content/vendors/acme/dpa/nl.md", "# Overeenkomst\n\n3.1 Verwerker mag subverwerkers inschakelen.\n"),
        ("content/vendors/acme/dpa/en.md", "# Agreement\n\n3.1 Processor may engage sub-processors.\n"),
        ("content/vendors/acme/sub-processors.toml", &changed),
    ]);
    let (messages, findings) = told(&sources);
    Report::new(&sources, &messages, Language::EN).short(&findings).replace("content/vendors/acme/", "")
}

#[test]
fn a_clause_that_permits_an_engagement_is_a_citation_of_it() {
    assert_eq!(told_of_register("", ""), "");
}

#[test]
fn what_is_wrong_in_a_register_is_told_where_it_stands_and_once() {
    let mut all = Vec::new();
    for (from, to) in [
        // Words of one language that were left empty, and words of one language only.
        ("purpose.nl = \"hosting\"", "purpose.nl = \"\""),
        ("purpose.nl = \"hosting\"\n", ""),
        // An empty list is an error, and nothing follows from it.
        ("place = [{ country = \"NL\" }]", "place = []"),
        ("further = []\n", ""),
        ("country = \"NL\"", "country = \"IN\""),
        ("clause = \"3.1\"", "clause = \"9.9\""),
    ] {
        all.push(told_of_register(from, to));
    }
    assert_snapshot!(all.concat(), @r"
    sub-processors.toml:7:14: error[bad-value]: `engagement.purpose.nl` cannot have this value
    sub-processors.toml:7:1: error[missing-words]: `hosting` lacks `purpose` in: nl
    sub-processors.toml:12:9: error[bad-value]: `place` cannot have this value
    sub-processors.toml:5:6: error[missing-key]: `further` is missing
    sub-processors.toml:12:22: warning[transfer-without-ground]: data go to India on no recorded ground
    sub-processors.toml:15:45: error[unknown-clause]: `dpa` has no clause `9.9`
    ");
}

#[test]
fn words_that_are_no_words_are_told_at_their_line() {
    let purpose = |words: &str| told_of_register("purpose.nl = \"hosting\"", &format!("purpose.nl = \"{words}\""));
    assert_snapshot!(purpose("<img src=x onerror=alert(1)>"), @"sub-processors.toml:7:14: warning[suspect-words]: `engagement.purpose.nl` may be taken for something other than words: `<img src=x onerror=alert(1)>`");
    assert_snapshot!(purpose("=HYPERLINK('https://kluis.example/')"), @"sub-processors.toml:7:14: warning[suspect-words]: `engagement.purpose.nl` may be taken for something other than words: `=`");
    assert_snapshot!(purpose("hosting \\u202Egnitsoh"), @"sub-processors.toml:7:14: warning[suspect-words]: `engagement.purpose.nl` may be taken for something other than words: `U+202E`");
    let why = "id = \"hosting-entered\"\nwhy = { nl = \"@home\", en = \"@home\" }\n";
    assert_eq!(told_of_register("id = \"hosting-entered\"\n", why).lines().count(), 2);
    let allow = "[[allow]]\nrule = \"suspect-words\"\nat = \"hosting-entered\"\nreason = \"So it is called.\"\n\n[[change]]\n";
    assert_eq!(told_of_register("[[change]]\nid = \"hosting-entered\"\n", &format!("{allow}{why}")), "");
}

#[test]
fn nothing_ends_before_it_was_engaged() {
    let ends = |day: &str| told_of_register("effective = 2027-01-04", &format!("effective = {day}"));
    // In January it was engaged already, says the register.
    assert_snapshot!(ends("2025-09-01"), @"sub-processors.toml:28:13: error[dates-out-of-order]: `effective` (2025-09-01) is before `date` (2026-01-12)");
    assert_eq!(ends("2026-01-12"), "");
    // Beginning and end were entered on one day: that is history.
    let at_once = "date = 2026-01-12\neffective = 2025-09-01";
    assert_eq!(told_of_register("date = 2026-11-16\neffective = 2027-01-04", at_once), "");
    assert_snapshot!(told_of_register("date = 2026-11-16\neffective = 2027-01-04", "date = 2026-01-11"), @"sub-processors.toml:24:6: error[dates-out-of-order]: `date` (2026-01-11) is before `date` (2026-01-12)");
}

#[test]
fn a_register_without_a_vendor_is_told_once() {
    let register = "examined = [\"dpa\", \"terms\"]\nreviewed = 2026-11-22\n";
    let sources = Sources::of_texts([("content/vendors/spook/sub-processors.toml", register)]);
    let (messages, findings) = told(&sources);
    let told = Report::new(&sources, &messages, Language::EN).short(&findings);
    assert_snapshot!(told, @"content/vendors/spook: error[missing-file]: the file `vendor.toml` is missing");
}

/// What reading a folder finds, as lines for editors.
fn told_of_folder(fill: impl Fn(&Path)) -> String {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let content = folder.path().join("content/vendors/acme/dpa");
    fs::create_dir_all(&content).expect("a folder");
    fs::write(folder.path().join("content/vendors/acme/vendor.toml"), support::VENDOR).expect("a file");
    fs::write(folder.path().join("clausewerk.toml"), "[site]\nlanguages = [\"nl\"]\n").expect("a file");
    let toml = support::agreement_toml("nl");
    fs::write(content.join("agreement.toml"), toml.split("\n[translations").next().unwrap_or_default()).expect("a file");
    fs::write(content.join("nl.md"), "# Verwerkersovereenkomst\n\nEen zin.\n").expect("a file");
    fill(folder.path());
    let (sources, mut findings) = Sources::read(folder.path()).expect("the folder is there");
    let (messages, more) = told(&sources);
    findings.extend(more);
    diagnostic::sort(&mut findings);
    Report::new(&sources, &messages, Language::EN).short(&findings)
}

fn write(root: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder");
    fs::write(path, content).expect("a file");
}

#[test]
fn a_folder_in_order_has_nothing_to_tell() {
    assert_snapshot!(told_of_folder(|_| {}), @"");
}

#[test]
fn what_is_not_utf8_is_told_with_the_rest_of_the_file() {
    let found = told_of_folder(|root| {
        write(root, "content/vendors/acme/dpa/nl.md", b"# Verwerkersovereenkomst\n\nPatri\xebnt en artikel 12.\n");
        write(root, "content/vendors/acme/vendor.toml", [b"# \xff\n".as_slice(), support::VENDOR.as_bytes()].concat());
    });
    assert_snapshot!(found, @r"
    content/vendors/acme/dpa/nl.md:3:6: error[invalid-utf8]: this text is not UTF-8
    content/vendors/acme/dpa/nl.md:3:13: warning[broken-reference]: “artikel 12” leads nowhere
    content/vendors/acme/vendor.toml:1:3: error[invalid-utf8]: this text is not UTF-8
    ");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let found = told_of_folder(|root| {
        write(
            root,
            "content/vendors/acme/dpa/nl.md",
            "\u{feff}# Titel\r\n\r\n## Artikel 1. Een\r\n\r\n1.1 Zie artikel 1.2.\r\n1.2 Zie artikel 1.3.\r\n",
        );
    });
    assert_snapshot!(found, @r"
    content/vendors/acme/dpa/nl.md:6:9: warning[broken-reference]: “artikel 1.3” leads nowhere
    ");
}

#[test]
fn links_that_lead_back_or_out_are_not_followed() {
    let elsewhere = tempfile::tempdir().expect("a temporary folder");
    fs::write(elsewhere.path().join("nl.md"), "# Geheim\n").expect("a file");
    let found = told_of_folder(|root| {
        let folder = root.join("content/vendors/acme");
        symlink(root.join("content"), folder.join("loop")).expect("a link");
        symlink(folder.join("self"), folder.join("self")).expect("a link");
        symlink(folder.join("nowhere"), folder.join("gone")).expect("a link");
        symlink(elsewhere.path(), folder.join("outside")).expect("a link");
        symlink(elsewhere.path().join("nl.md"), folder.join("dpa/en.md")).expect("a link");
    });
    assert_snapshot!(found, @r"
    content/vendors/acme/dpa/en.md: error[symlink-outside]: this symbolic link leads out of the site’s folder
    content/vendors/acme/gone: error[unreadable-file]: this file cannot be read: No such file or directory (os error 2)
    content/vendors/acme/loop: error[symlink-loop]: this symbolic link leads back to a folder above it
    content/vendors/acme/outside: error[symlink-outside]: this symbolic link leads out of the site’s folder
    content/vendors/acme/self: error[symlink-loop]: this symbolic link leads back to a folder above it
    ");
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let found = told_of_folder(|root| {
        let file = fs::File::create(root.join("content/vendors/acme/dpa/en.md")).expect("a file");
        file.set_len(20 * 1024 * 1024).expect("a file without content takes no space");
    });
    assert_snapshot!(found, @r"
    content/vendors/acme/dpa/en.md: error[file-too-large]: this file is too large: 20.0 MiB, where 8.0 MiB is the most
    ");
}

#[test]
fn empty_and_unexpected_files_are_told() {
    let found = told_of_folder(|root| {
        write(root, "clausewerk.toml", "");
        write(root, "content/vendors/acme/dpa/nl.md", " \n");
        write(root, "content/vendors/acme/dpa/en.markdown", "# Agreement\n");
        write(root, "content/vendors/acme/dpa/agreement.tml", "");
        write(root, "content/vendors/acme/dpa/agrement.toml", "");
        write(root, "content/vendors/acme/notes.md", "# Notes\n");
        write(root, "content/vocabulary/topic.toml", "");
        write(root, "content/pages/about/dutch.md", "# Over\n");
        write(root, "content/.nl.md.swp", "what an editor leaves for a moment");
    });
    assert_snapshot!(found, @r"
    content/vendors/acme/dpa/nl.md:1:1: error[empty-file]: this file is empty
    content/pages/about/dutch.md: warning[unexpected-file]: nothing reads this file
    content/vendors/acme/dpa/agreement.tml: warning[unexpected-file]: nothing reads this file
    content/vendors/acme/dpa/agrement.toml: warning[unexpected-file]: nothing reads this file
    content/vendors/acme/dpa/en.markdown: warning[unexpected-file]: nothing reads this file
    content/vendors/acme/notes.md: warning[unexpected-file]: nothing reads this file
    content/vocabulary/topic.toml: warning[unexpected-file]: nothing reads this file
    ");
}

#[test]
fn a_text_of_a_megabyte_is_read() {
    let clause = "7.1 Verwerker meldt een datalek, bedoeld in artikel 7.1, met **“Datalek”** en {naam}. {#x}\n\n- a. b\n\n";
    let text = "# Verwerkersovereenkomst\n\n".to_owned() + &clause.repeat(1024 * 1024 / clause.len());
    let sources = support::acme(support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default(), &[("nl", &text)]);
    let (_, findings) = told(&sources);
    let known = ["duplicate-number", "duplicate-id", "duplicate-definition", "unused-definition", "missing-translation"];
    assert!(findings.iter().all(|finding| known.contains(&finding.rule.name)));
}

/// The rules that were found in a Dutch original, each once.
fn rules(markdown: &str) -> Vec<&'static str> {
    let toml = support::agreement_toml("nl");
    let sources = support::acme(toml.split("\n[translations").next().unwrap_or_default(), &[("nl", markdown)]);
    // What the proofreader says of such texts is no matter here.
    let of_stage = |finding: &&Finding| diagnostic::CATALOGUE.contains(&finding.rule);
    let mut rules: Vec<_> = told(&sources).1.iter().filter(of_stage).map(|finding| finding.rule.name).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

#[test]
fn nesting_without_end_is_told_and_harmless() {
    let deep = 20_000;
    assert_eq!(rules(&format!("# Titel\n\n{}diep\n", "> ".repeat(deep))), ["nested-too-deep"]);
    assert_eq!(rules(&format!("# Titel\n\n{}diep\n", "- ".repeat(deep))), ["nested-too-deep"]);
    let items: String = (0..200).map(|depth| format!("{}- a. diep\n", "  ".repeat(depth))).collect();
    assert_eq!(rules(&format!("# Titel\n\n{items}")), ["nested-too-deep"]);
    let emphasis = format!("{}diep{}", "*a **b ".repeat(deep), "** *".repeat(deep));
    assert_eq!(rules(&format!("# Titel\n\n{emphasis}\n")), [] as [&str; 0]);
    assert_eq!(rules(&format!("# Titel\n\n{}diep{}\n", "![".repeat(deep), "](x)".repeat(deep))), ["unsupported-markup"]);
    rules(&"{".repeat(deep));
    rules(&"[^a".repeat(deep));
    rules(&format!("{}{}", "#".repeat(deep), "|".repeat(deep)));
}

#[test]
fn lists_nest_as_deep_as_the_limit_says() {
    let nested = |depth: usize| (0..depth).map(|depth| format!("{}- woord{depth}\n", "  ".repeat(depth))).collect::<String>();
    assert_eq!(rules(&format!("# Titel\n\n{}", nested(24))), [] as [&str; 0]);
    assert_eq!(rules(&format!("# Titel\n\n{}", nested(25))), ["nested-too-deep"]);
}

#[test]
fn toml_without_end_is_told_and_harmless() {
    for toml in [
        format!("kind = {}", "[".repeat(100_000)),
        "[a".repeat(50_000),
        format!("{} = 1", "a.".repeat(50_000) + "a"),
        "= = =\n".repeat(10_000),
    ] {
        let sources = support::acme(&toml, &[("nl", "# Titel\n\nTekst.\n")]);
        let (_, findings) = told(&sources);
        assert!(!findings.is_empty() && findings.len() <= 110, "{} findings", findings.len());
    }
}

/// Links that authors made within the site are followed before anyone else does.
#[test]
fn links_that_lead_nowhere_are_told() {
    let text = "# T\n\n1.1 [Goed](#1.2), [ook goed](/nl/vendors/) en [elders](https://example.org/).\n\n\
                1.2 [Fout](#9.9), [weg](/nl/nope/) en [betrekkelijk](../../x).\n";
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let request = clausewerk::Request {
        root: std::path::PathBuf::new(),
        audience: clausewerk::parse::Audience::Public,
        base_url: None,
        today: jiff::civil::date(2026, 11, 22),
    };
    let site = clausewerk::assemble(support::acme(&toml, &[("nl", text)]), Vec::new(), &request);
    let dead: Vec<Finding> = site.findings.into_iter().filter(|finding| finding.rule == diagnostic::DEAD_LINK).collect();
    insta::assert_snapshot!(support::told(&site.sources, &dead), @"
    ! dead-link at “[Fout](#9.9)” link=#9.9
    ! dead-link at “[weg](/nl/nope/)” link=/nl/nope/
    ! dead-link at “[betrekkelijk](../../x)” link=../../x
    ");
}

/// Own pages are not paired, so what one language withholds could be public in another.
#[test]
fn a_page_whose_languages_withhold_different_things_is_told() {
    let sources = clausewerk::source::Sources::of_texts([
        ("content/pages/about/us/nl.md", "# Over ons\n\nVoor klanten. {audience=customers}\n"),
        ("content/pages/about/us/en.md", "# About us\n\nFor customers.\n"),
    ]);
    let (corpus, _) = support::load(&sources);
    let told = clausewerk::audience::pages::check(&corpus.pages);
    insta::assert_snapshot!(support::told(&sources, &told), @"! page-audience at “Voor klanten.” page=about/us");
}
