//! The proofreader's rules hold: every example in their documents means what it says, in both languages.
//!
//! An example is a fenced block of a rule's document: `markdown failing` or `markdown passing` is the original of an
//! agreement in the language of the document, and what follows it belongs to it: `markdown translation`, `markdown
//! schedule` (an agreement that belongs to it), `markdown page` (the owner's), `toml agreement` and `toml clausewerk` (keys of those
//! files), `toml coverage`, `toml facts` and `toml sub-processors` (its vendor's), `toml elsewhere` (the register of
//! another vendor), `toml company wolkenkast` (`content/sub-processors/wolkenkast.toml`). A register or a company may begin an example
//! too: `toml sub-processors failing`; its agreement then says nothing that matters. Keys of registers and companies that the
//! example leaves out are `"not-stated"`, engagements without a change were entered before, and companies that it does not show
//! are there. A line of carets underlines what is found in the line above it.
//!
//! `UPDATE_DOCS=1 cargo test --test rules` writes `docs/rules.md` and `docs/schemas/findings.json` anew.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clausewerk::check::{Document, Whole, all_rules, check, document, rules::RULES};
use clausewerk::diagnostic::{Area, Place, Severity};
use clausewerk::i18n::{Language, Messages};
use clausewerk::model::locate::Locator;
use clausewerk::parse::Audience;
use clausewerk::report::{Position, Report};
use clausewerk::source::Sources;
use clausewerk::{Request, assemble};

/// The day on which the examples are read.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// A stretch of a line: file, line, and the columns from and to, from 1.
type Marked = (String, usize, usize, usize);

/// An agreement of an example.
#[derive(Default)]
struct Example {
    is_failing: bool,
    files: BTreeMap<String, String>,
    /// Languages of the site, unless the example says otherwise.
    languages: Vec<Language>,
    marked: Vec<Marked>,
    shown: String,
}

/// The examples of a document in a language.
fn examples(text: &str, language: Language) -> Vec<Example> {
    let other = if language == Language::NL { Language::EN } else { Language::NL };
    let mut examples: Vec<Example> = Vec::new();
    for (info, block) in fenced(text) {
        let begins = info.strip_suffix(" failing").or_else(|| info.strip_suffix(" passing"));
        if begins.is_some() {
            examples.push(Example { is_failing: info.ends_with("failing"), languages: vec![language], ..Example::default() });
            let example = examples.last_mut().expect("just added");
            let toml = support::agreement_toml(language.code()).split("\n[translations").next().unwrap_or_default().to_owned();
            example.files.insert("content/vendors/acme/dpa/agreement.toml".to_owned(), toml);
            example.files.insert(format!("content/vendors/acme/dpa/{language}.md"), "# Acme\n\n1.1 Acme.\n".to_owned());
        }
        let info = begins.unwrap_or(info);
        let mut block = block.to_owned();
        let (file, own) = match info {
            "markdown" => (format!("content/vendors/acme/dpa/{language}.md"), String::new()),
            "markdown page" => (format!("content/pages/acme/{language}.md"), String::new()),
            "markdown translation" => {
                (format!("content/vendors/acme/dpa/{other}.md"), format!("\n[translations.{other}]\nstatus = \"informative\"\n"))
            }
            "markdown schedule" => {
                let toml = support::agreement_toml(language.code()).split("\n[translations").next().unwrap_or_default().to_owned();
                let example = examples.last_mut().expect("a schedule follows an agreement");
                example.files.insert("content/vendors/acme/schedule/agreement.toml".to_owned(), toml + "belongs-to = \"dpa\"\n");
                (format!("content/vendors/acme/schedule/{language}.md"), String::new())
            }
            "toml agreement" => ("content/vendors/acme/dpa/agreement.toml".to_owned(), String::new()),
            "toml coverage" => ("content/vendors/acme/coverage.toml".to_owned(), String::new()),
            "toml facts" => ("content/vendors/acme/facts.toml".to_owned(), String::new()),
            "toml sub-processors" | "toml elsewhere" => {
                let vendor = if info.ends_with("elsewhere") { "elsewhere" } else { "acme" };
                block = register(&block, language, vendor);
                let example = examples.last_mut().expect("a register belongs to an example");
                let other = support::VENDOR.replace("Acme", "Elsewhere");
                example.files.extend((vendor != "acme").then(|| ("content/vendors/elsewhere/vendor.toml".to_owned(), other)));
                (format!("content/vendors/{vendor}/sub-processors.toml"), String::new())
            }
            "toml clausewerk" => ("clausewerk.toml".to_owned(), String::new()),
            _ if info.starts_with("toml company ") => {
                block = with_missing(&block, "name =", &company_keys());
                (format!("content/sub-processors/{}.toml", &info["toml company ".len()..]), String::new())
            }
            _ => panic!("no example is called `{info}`"),
        };
        let example = examples.last_mut().unwrap_or_else(|| panic!("`{info}` follows an example"));
        example.shown.push_str(&block);
        if info == "markdown translation" {
            example.languages.push(other);
        }
        let (text, marked) = unmarked(&block, &file);
        example.marked.extend(marked);
        let toml = example.files.entry("content/vendors/acme/dpa/agreement.toml".to_owned()).or_default();
        toml.push_str(&own);
        if info == "toml agreement" {
            *toml = with_keys(toml, &text);
        } else {
            example.files.insert(file, text);
        }
    }
    examples
}

/// What a company's file has to say besides its name.
fn company_keys() -> Vec<String> {
    let keys = ["legal-name", "address", "country", "parent", "website"].map(|key| format!("{key} = \"not-stated\""));
    keys.into_iter().chain(["reviewed = 2026-11-22".to_owned()]).collect()
}

/// A table of TOML with the keys that it lacks, behind the line that begins like this and its carets.
fn with_missing(table: &str, after: &str, keys: &[String]) -> String {
    let name = |line: &str| line.split([' ', '.']).next().unwrap_or_default().to_owned();
    let is_there = |key: &String| {
        let is_table = |line: &str| line.starts_with("[[engagement.") && line.contains(&name(key));
        table.lines().any(|line| name(line) == name(key) || is_table(line))
    };
    let missing: String = keys.iter().filter(|key| !is_there(key)).map(|key| format!("{key}\n")).collect();
    let mut lines = table.split_inclusive('\n').peekable();
    let mut whole = String::new();
    while let Some(line) = lines.next() {
        whole.push_str(line);
        if line.starts_with(after) {
            whole.extend(lines.next_if(|line| line.trim_start().starts_with('^')));
            whole.push_str(&missing);
        }
    }
    whole
}

/// A register with what an example leaves out.
fn register(block: &str, language: Language, vendor: &str) -> String {
    let examined = if vendor == "acme" { "examined = [\"dpa\"]\n" } else { "examined = []\n" };
    let mut top = String::new();
    for (key, line) in [("examined", examined), ("reviewed", "reviewed = 2026-11-22\n")] {
        if !block.lines().take_while(|line| !line.starts_with('[')).any(|line| line.starts_with(key)) {
            top.push_str(line);
        }
    }
    let keys = ["purpose", "service", "data", "data-subjects", "place", "transfer", "further", "permission"];
    let mut keys: Vec<String> = keys.into_iter().map(|key| format!("{key} = \"not-stated\"")).collect();
    keys.push(format!("source.{language} = \"…\""));
    // Each engagement goes on until the next, or until the changes.
    let mut tables = vec![top];
    for line in block.split_inclusive('\n') {
        let is_next = line.starts_with("[[engagement]]") || line.starts_with("[[change]]") || line.starts_with("[[allow]]");
        if is_next {
            tables.push(String::new());
        }
        tables.last_mut().expect("there is one").push_str(line);
    }
    let mut whole = String::new();
    for table in &tables {
        let is_engagement = table.starts_with("[[engagement]]");
        whole.push_str(&if is_engagement { with_missing(table, "company =", &keys) } else { table.clone() });
    }
    let engagements = tables.iter().filter(|table| table.starts_with("[[engagement]]"));
    for id in engagements.filter_map(|table| table.lines().find_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'))) {
        if !block.contains(&format!("engagement = \"{id}\"")) {
            whole.push_str(&format!("\n[[change]]\nid = \"{id}-entered\"\nkind = \"entered\"\nengagement = \"{id}\"\ndate = 2026-11-01\n"));
        }
    }
    whole
}

/// The companies that registers name and no example shows.
fn add_companies(files: &mut BTreeMap<String, String>) {
    let registers: String =
        files.iter().filter(|(path, _)| path.ends_with("/sub-processors.toml")).map(|(_, text)| text.as_str()).collect();
    for (at, key) in registers.match_indices("company = \"") {
        let slug = registers[at + key.len()..].split('"').next().unwrap_or_default();
        let name = slug[..1].to_uppercase() + &slug[1..];
        let company = format!("name = \"{name}\"\n{}\n", company_keys().join("\n"));
        files.entry(format!("content/sub-processors/{slug}.toml")).or_insert(company);
    }
}

/// A TOML file with some keys of its top set otherwise, and tables added.
fn with_keys(toml: &str, more: &str) -> String {
    let (mut top, mut tables) = (String::new(), String::new());
    let mut is_top = true;
    for line in more.lines() {
        is_top &= !line.starts_with('[');
        if is_top { &mut top } else { &mut tables }.push_str(&format!("{line}\n"));
    }
    let key = |line: &str| line.split(" = ").next().unwrap_or_default().to_owned();
    let is_set = |line: &str| line.contains(" = ") && top.lines().any(|own| key(own) == key(line));
    let kept: String = toml.lines().filter(|line| !is_set(line)).map(|line| format!("{line}\n")).collect();
    format!("{top}{kept}{tables}")
}

/// The fenced blocks of a document: what is said of each, and its text.
fn fenced(text: &str) -> Vec<(&str, &str)> {
    let mut blocks = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("\n```") {
        let (info, after) = after.split_once('\n').expect("an info string ends with its line");
        let (block, after) = after.split_once("```").expect("every block is closed");
        blocks.push((info, block));
        rest = after;
    }
    blocks
}

/// An example without the lines of carets, and what they underline.
fn unmarked(block: &str, file: &str) -> (String, Vec<Marked>) {
    let (mut lines, mut marked): (Vec<&str>, Vec<Marked>) = Default::default();
    for line in block.lines() {
        let is_marks = line.contains('^') && line.chars().all(|c| c == '^' || c == ' ');
        if !is_marks {
            lines.push(line);
            continue;
        }
        let mut column = 0;
        while let Some(start) = line[column..].find('^').map(|start| column + start) {
            column = start + line[start..].bytes().take_while(|b| *b == b'^').count();
            marked.push((file.to_owned(), lines.len(), start + 1, column + 1));
        }
    }
    (lines.join("\n") + "\n", marked)
}

/// What the whole pipeline finds in an example: each finding's rule with what it underlines.
fn found(example: &Example) -> Vec<(&'static str, Option<Marked>)> {
    let mut files = example.files.clone();
    files.insert("content/vendors/acme/vendor.toml".to_owned(), support::VENDOR.to_owned());
    add_companies(&mut files);
    let codes: Vec<String> = example.languages.iter().map(|language| format!("\"{language}\"")).collect();
    files.entry("clausewerk.toml".to_owned()).or_insert_with(|| format!("[site]\nlanguages = [{}]\n", codes.join(", ")));
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let request = Request { root: PathBuf::new(), audience: Audience::Public, base_url: None, today: TODAY };
    let site = assemble(sources, Vec::new(), &request);
    let place = |place: &Place| match place {
        Place::Span(span) => {
            let file = site.sources.file(span.file);
            let [start, end] = [span.range().start, span.range().end].map(|at| Position::of(file.text(), at));
            Some((file.path.clone(), start.line, start.column, if end.line == start.line { end.column } else { usize::MAX }))
        }
        _ => None,
    };
    site.findings.iter().map(|finding| (finding.rule.name, place(&finding.place))).collect()
}

#[test]
fn every_example_of_a_rule_means_what_it_says() {
    let (mut failing, mut passing) = (0, 0);
    for check in RULES {
        for (language, text) in check.documents {
            for example in examples(text, *language) {
                let name = check.rule.name;
                let mut found = found(&example);
                found.sort();
                let mut wanted: Vec<_> = example.marked.iter().map(|marked| (name, Some(marked.clone()))).collect();
                wanted.sort();
                assert_eq!(found, wanted, "{name}.{language}:\n{}", example.shown);
                assert_eq!(
                    example.is_failing,
                    !wanted.is_empty(),
                    "{name}.{language}: only failing examples are marked:\n{}",
                    example.shown
                );
                if example.is_failing { failing += 1 } else { passing += 1 }
            }
        }
    }
    assert!(failing >= 2 * RULES.len() && passing >= 2 * RULES.len(), "{failing} failing and {passing} passing examples");
}

#[test]
fn every_document_says_the_same_things_in_the_same_order() {
    let headings = BTreeMap::from([
        (Language::NL, ["Wat deze regel vindt", "Waarom het ertoe doet", "Hoe u het herstelt", "Fout", "Goed"]),
        (Language::EN, ["What it finds", "Why it matters", "How to mend it", "Failing", "Passing"]),
    ]);
    for check in RULES {
        assert_eq!(check.documents.iter().map(|(language, _)| *language).collect::<Vec<_>>(), [Language::NL, Language::EN]);
        let mut shapes = Vec::new();
        for (language, text) in check.documents {
            let name = format!("{}.{language}", check.rule.name);
            let Document { title, summary, .. } = Document::read(text);
            assert!(text.starts_with("# ") && !title.ends_with('.') && title.chars().count() <= 60, "{name}: {title}");
            assert!(summary.ends_with('.') && !summary.starts_with('#'), "{name}: {summary}");
            let outside: String = text.split("\n```").step_by(2).collect::<Vec<_>>().join("\n");
            let found: Vec<&str> = outside.lines().filter_map(|line| line.strip_prefix("## ")).collect();
            assert_eq!(found, headings[language], "{name}");
            assert!(text.lines().all(|line| line.chars().count() <= 125), "{name} has a line of more than 125 characters");
            let examples = examples(text, *language);
            assert!(examples.iter().any(|example| example.is_failing) && examples.iter().any(|example| !example.is_failing), "{name}");
            shapes.push(examples.iter().map(|example| (example.is_failing, example.marked.len())).collect::<Vec<_>>());
        }
        assert_eq!(shapes[0], shapes[1], "{} has other examples in Dutch than in English", check.rule.name);
    }
}

#[test]
fn every_rule_has_its_words_and_can_be_explained() {
    let (messages, _) = Messages::load(&Sources::built_in());
    let mut names: Vec<&str> = all_rules().map(|rule| rule.name).collect();
    for rule in all_rules() {
        for language in [Language::NL, Language::EN] {
            for part in ["", ".label", ".why", ".help"] {
                let text = messages.text_in_general(language, &format!("{}{part}", rule.name)).expect("a message");
                assert_eq!(text.ends_with('.'), [".why", ".help"].contains(&part), "{language} {}{part}: {text}", rule.name);
            }
        }
        assert_eq!(document(rule.name, Language::NL).is_some(), RULES.iter().any(|check| check.rule == rule));
    }
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all, "names are unique");
}

/// `docs/rules.md`, made from the rules.
fn reference() -> String {
    let (messages, _) = Messages::load(&Sources::built_in());
    let says = |id: &str| messages.text_in_general(Language::EN, id).expect("a message");
    let mut page = "# Rules\n\n\
        Everything that is found wrong is found by a rule. `clausewerk check` proofreads the content, `build` and `serve` tell the\n\
        same; `clausewerk explain RULE` says what a rule finds, why it matters and how to mend it, in Dutch or English. An **error**\n\
        keeps a site from being published. A **warning** is probably a mistake, a **note** is worth knowing; both can be accepted\n\
        where they stand, with a reason, in `agreement.toml`, `sub-processors.toml` or a company's file:\n\n\
        ```toml\n[[allow]]\nrule = \"duplicate-number\"\nat = \"9.1-2\"\nreason = \"Printed twice in the signed original.\"\n```\n\n\
        This page is made from the rules by `UPDATE_DOCS=1 cargo test --test rules`. Every example in a rule's document is run by a\n\
        test.\n"
        .to_owned();
    for area in Area::ALL {
        let mut rules: Vec<_> = all_rules().filter(|rule| rule.area == area).collect();
        rules.sort_by_key(|rule| rule.name);
        if rules.is_empty() {
            continue;
        }
        page.push_str(&format!("\n## {}\n\n| rule | | |\n| --- | --- | --- |\n", says(&format!("area-{}", area.name()))));
        for rule in rules {
            let about = match document(rule.name, Language::EN) {
                Some(document) => {
                    let file = format!("../src/check/rules/{}", rule.name.replace('-', "_"));
                    let summary = document.summary.replace('\n', " ");
                    format!("{summary} [English]({file}.en.md), [Nederlands]({file}.nl.md)")
                }
                None => says(rule.name),
            };
            page.push_str(&format!("| `{}` | {} | {about} |\n", rule.name, rule.severity.name()));
        }
    }
    page
}

#[test]
fn the_reference_lists_every_rule() {
    let path = repository("docs/rules.md");
    let wanted = reference();
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::write(&path, &wanted).expect("a file");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "docs/rules.md is out of date: run with UPDATE_DOCS=1");
}

#[test]
fn findings_for_programs_are_what_their_schema_says() {
    let path = repository("docs/schemas/findings.json");
    let wanted = serde_json::to_string_pretty(&clausewerk::report::data::schema()).expect("a schema is JSON") + "\n";
    if std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1") {
        fs::write(&path, &wanted).expect("a file");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    assert!(found == wanted, "docs/schemas/findings.json is out of date: run with UPDATE_DOCS=1");

    let nl = "# Titel\n\n1.1 Binnen [●] dagen.[^1]\n\n[^1]: Een noot (zonder eind.\n";
    let en = "# Title\n\n1.1 Within [●] days.[^1]\n\n[^1]: A note (without end.\n";
    let sources = support::acme(&support::agreement_toml("nl"), &[("nl", nl), ("en", en), ("EN", "# Nobody reads this\n")]);
    let request = Request { root: PathBuf::new(), audience: Audience::Internal, base_url: None, today: TODAY };
    let site = assemble(sources, Vec::new(), &request);
    let locator = Locator::new(site.world.corpus.vendors.iter().flat_map(|vendor| &vendor.agreements).map(|agreement| &**agreement));
    let data = serde_json::to_value(Report::new(&site.sources, &site.messages, Language::EN).data(&site.findings, &locator)).expect("JSON");
    let validator = jsonschema::validator_for(&clausewerk::report::data::schema()).expect("a schema");
    assert_eq!(validator.iter_errors(&data).map(|error| error.to_string()).collect::<Vec<_>>(), [] as [String; 0]);
    let told = data["findings"].as_array().expect("a list").iter().map(|finding| {
        let place =
            format!("{}:{}:{}", finding["place"]["file"].as_str()?, finding["place"]["start"]["line"], finding["place"]["start"]["column"]);
        Some(format!("{} {} at {} of {}", finding["rule"].as_str()?, place, finding["agreement"]["id"], finding["agreement"]["language"]))
    });
    let told: Vec<String> = told.collect::<Option<_>>().expect("every finding has a rule and a file");
    assert_eq!(
        told,
        [
            r#"forgotten-placeholder content/vendors/acme/dpa/en.md:3:12 at "1.1" of "en""#,
            r#"unbalanced-bracket content/vendors/acme/dpa/en.md:5:14 at null of "en""#,
            r#"forgotten-placeholder content/vendors/acme/dpa/nl.md:3:12 at "1.1" of "nl""#,
            r#"unbalanced-bracket content/vendors/acme/dpa/nl.md:5:16 at null of "nl""#,
            r#"unexpected-file content/vendors/acme/dpa/EN.md:null:null at null of null"#,
        ]
    );
}

/// What is told of an agreement with one finding, which its author says to accept like this.
fn after_allowing(allow: &str) -> String {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned() + allow;
    let files = [
        ("clausewerk.toml", "[site]\nlanguages = [\"nl\"]\n"),
        ("content/vendors/acme/vendor.toml", support::VENDOR),
        ("content/vendors/acme/dpa/agreement.toml", &toml),
        ("content/vendors/acme/dpa/nl.md", "# Titel\n\n## Artikel 7. Een\n\n7.1 Binnen [●] dagen (en zo.\n\n7.2 Niets.\n"),
    ];
    let request = Request { root: PathBuf::new(), audience: Audience::Public, base_url: None, today: TODAY };
    let site = assemble(Sources::of_texts(files), Vec::new(), &request);
    support::told(&site.sources, &site.findings)
}

#[test]
fn a_finding_is_accepted_where_it_is_and_nothing_else() {
    let allow = |rule: &str, at: &str| format!("[[allow]]\nrule = \"{rule}\"\nat = \"{at}\"\nreason = \"Zo getekend.\"\n");
    insta::assert_snapshot!(after_allowing(&allow("forgotten-placeholder", "7.1")), @"! unbalanced-bracket at “(” id=7.1 mark=( partner=) state=open");
    let both = allow("forgotten-placeholder", "7.1") + &allow("unbalanced-bracket", "7.1");
    insta::assert_snapshot!(after_allowing(&both), @"");
    // A slip in a name is told with what was meant; so is a place that is not there, and an error.
    let slips = both.clone() + &allow("forgoten-placeholder", "7.1") + &allow("unbalanced-bracket", "7.11") + &allow("bad-date", "7.1");
    insta::assert_snapshot!(after_allowing(&slips), @r#"
    ! unused-allow at “"forgoten-placeholder"” rule=forgoten-placeholder at=7.1 what=rule suggestion=forgotten-placeholder
    ! unused-allow at “"7.11"” rule=unbalanced-bracket at=7.11 what=place suggestion=7.1
    ! unused-allow at “"bad-date"” rule=bad-date at=7.1 what=error
    "#);
    // What was mended is no longer to be accepted.
    insta::assert_snapshot!(after_allowing(&(both + &allow("duplicate-number", "7.2"))), @r#"! unused-allow at “"duplicate-number"” rule=duplicate-number at=7.2 what=nothing"#);
}

/// What is told of Acme with a register, in Dutch, and further files or others in place of these.
fn told_of_register(engaged: &str, others: &[(&str, String)]) -> String {
    let agreement = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let mut files = BTreeMap::from([
        ("clausewerk.toml".to_owned(), "[site]\nlanguages = [\"nl\"]\n".to_owned()),
        ("content/vendors/acme/vendor.toml".to_owned(), support::VENDOR.to_owned()),
        ("content/vendors/acme/dpa/agreement.toml".to_owned(), agreement),
        ("content/vendors/acme/dpa/nl.md".to_owned(), "# Acme\n\n1.1 Acme.\n".to_owned()),
        ("content/vendors/acme/sub-processors.toml".to_owned(), register(engaged, Language::NL, "acme")),
    ]);
    for (path, text) in others {
        let file = files.entry((*path).to_owned()).or_default();
        *file = if path.ends_with("agreement.toml") { with_keys(file, text) } else { format!("{file}{text}") };
    }
    add_companies(&mut files);
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let request = Request { root: PathBuf::new(), audience: Audience::Public, base_url: None, today: TODAY };
    let site = assemble(sources, Vec::new(), &request);
    support::told(&site.sources, &site.findings)
}

const OEVERDATA: &str = "content/sub-processors/oeverdata.toml";

#[test]
fn a_finding_in_a_register_or_a_company_is_accepted_there() {
    let engaged = "[[engagement]]\nid = \"opslag\"\ncompany = \"wolkenkast\"\nplace = \"not-recorded\"\n";
    let told = |register_ends: &str, company_ends: &str| {
        let company = format!("name = \"Oeverdata\"\n{}\n{company_ends}", company_keys().join("\n"));
        told_of_register(engaged, &[(OEVERDATA, company), ("content/vendors/acme/sub-processors.toml", register_ends.to_owned())])
    };
    insta::assert_snapshot!(told("", ""), @r#"
    ! unengaged-company at “"Oeverdata"” company=Oeverdata
    ! missing-place at “"opslag"” id=opslag state=not-recorded
    "#);
    let allow = |rule: &str, at: &str| format!("[[allow]]\nrule = \"{rule}\"\n{at}reason = \"Zo staat het er.\"\n");
    let at = |id: &str| format!("at = \"{id}\"\n");
    insta::assert_snapshot!(told(&allow("missing-place", &at("opslag")), &allow("unengaged-company", "")), @"");
    // A slip in an id is told with what was meant; a company's file has no ids, and what is not found there is not accepted there.
    let slips = allow("missing-place", &at("opslga")) + &allow("stale-register", "");
    insta::assert_snapshot!(told(&slips, &allow("unengaged-company", &at("oeverdata"))), @r#"
    ! unengaged-company at “"Oeverdata"” company=Oeverdata
    ! unused-allow at “"oeverdata"” rule=unengaged-company at=oeverdata what=place
    ! missing-place at “"opslag"” id=opslag state=not-recorded
    ! unused-allow at “"opslga"” rule=missing-place at=opslga what=place suggestion=opslag
    ! unused-allow at “"stale-register"” rule=stale-register what=nothing
    "#);
}

/// What is told of an agreement in Dutch and perhaps in English, beside a register that has Wolkenkast.
fn told_beside_register(nl: &str, en: Option<&str>, agreement: &str) -> String {
    let engaged = "[[engagement]]\nid = \"opslag\"\ncompany = \"wolkenkast\"\n";
    let company = format!("name = \"Oeverdata\"\nknown-as = [\"Oever Noord\"]\n{}\n", company_keys().join("\n"));
    let accepted = "[[allow]]\nrule = \"unengaged-company\"\nreason = \"Voor later.\"\n";
    let text = |heading: &str, text: &str| format!("\n## {heading}\n\n{text}\n");
    let mut files = vec![
        (OEVERDATA, company + accepted),
        ("content/vendors/acme/dpa/nl.md", text("Artikel 2. Subverwerkers {topic=sub-processors}", nl)),
        ("content/vendors/acme/dpa/agreement.toml", agreement.to_owned()),
    ];
    if let Some(en) = en {
        files.push(("content/vendors/acme/dpa/agreement.toml", "\n[translations.en]\nstatus = \"informative\"\n".to_owned()));
        files.push(("content/vendors/acme/dpa/en.md", format!("# Acme\n\n1.1 Acme.\n{}", text("Article 2. Sub-processors", en))));
    }
    told_of_register(engaged, &files)
}

#[test]
fn names_in_an_agreement_are_those_of_companies() {
    let told = |nl: &str| told_beside_register(nl, None, "");
    // Whoever is party, engaged, or no name at all.
    let none = "2.1 Acme B.V. schakelt Wolkenkast B.V. en Wolkenkasts dochter in; een B.V. of een N.V., De B.V. en Wolkenkasten niet.\n\n\
                | Subverwerker | Land |\n|---|---|\n| Geen | – |\n| N.v.t. | – |\n| {naam} | – |\n| nader te bepalen | – |\n\n\
                | Maatregel | Doel |\n|---|---|\n| Versleuteling | opslag |\n";
    insta::assert_snapshot!(told(none), @"");
    let known = "2.1 Ook Oever Noord, Oeverdata en Oeverdata’s dochter.\n\n2.2 Weer Oeverdata.\n";
    insta::assert_snapshot!(told(known), @"! unregistered-sub-processor at “Oever Noord” id=2.1 name=Oeverdata company=oeverdata vendor=acme");
    let listed = "2.1 Zie.\n\n| Naam | Doel |\n|---|---|\n| Kiesbaar | bellen |\n\n\
                  | Taak | Onderaannemer |\n|---|---|\n| Printen | Inktvis, Delft |\n";
    insta::assert_snapshot!(told(listed), @r#"
    ! unregistered-sub-processor at “Kiesbaar” id=2.1 name=Kiesbaar company=none vendor=acme
    ! unregistered-sub-processor at “Inktvis, Delft” id=2.1 name=Inktvis, Delft company=none vendor=acme
    "#);
    // What was replaced names whom it named then.
    insta::assert_snapshot!(told_beside_register("2.1 Oeverdata en Stapel N.V.\n", None, "\nstatus = \"superseded\"\n"), @"");
}

#[test]
fn names_in_a_translation_are_told_in_the_original() {
    let en = "2.1 Stapel Ltd and Oeverdata.\n\n2.2 Inktvis Ltd.\n";
    insta::assert_snapshot!(told_beside_register("2.1 Stapel B.V. en Oeverdata.\n\n2.2 Niemand.\n", Some(en), ""), @r#"
    ! unregistered-sub-processor at “Inktvis Ltd” id=2.2 name=Inktvis Ltd company=none vendor=acme
    ! unregistered-sub-processor at “Stapel B.V.” id=2.1 name=Stapel B.V. company=none vendor=acme
    ! unregistered-sub-processor at “Oeverdata” id=2.1 name=Oeverdata company=oeverdata vendor=acme
    "#);
}

/// How long the proofreader takes for an original and its translation, beside a register that has one company of many.
fn proofreading(nl: &str, en: &str) -> Duration {
    let mut files = BTreeMap::from([
        ("content/vendors/acme/vendor.toml".to_owned(), support::VENDOR.to_owned()),
        ("content/vendors/acme/dpa/agreement.toml".to_owned(), support::agreement_toml("nl")),
        ("content/vendors/acme/dpa/nl.md".to_owned(), nl.to_owned()),
        ("content/vendors/acme/dpa/en.md".to_owned(), en.to_owned()),
    ]);
    let engaged = "[[engagement]]\nid = \"a\"\ncompany = \"wolkenkast\"\npurpose = { nl = \"opslag\", en = \"storage\" }\n";
    files.insert("content/vendors/acme/sub-processors.toml".to_owned(), register(engaged, Language::NL, "acme"));
    for number in 0..200 {
        let company = format!("name = \"Wolken {number}\"\n{}\n", company_keys().join("\n"));
        files.insert(format!("content/sub-processors/wolken-{number}.toml"), company);
    }
    add_companies(&mut files);
    let sources = Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    let (corpus, _) = support::load(&sources);
    let (messages, _) = Messages::load(&sources);
    let resolved = clausewerk::resolve::resolve(&corpus, &corpus, &messages, Audience::Internal);
    let began = Instant::now();
    let findings = check(&Whole { corpus: &corpus, resolved: &resolved, messages: &messages, today: TODAY });
    let took = began.elapsed();
    assert!(findings.len() < 20_000, "{} findings", findings.len());
    took
}

#[test]
fn the_time_it_takes_grows_no_faster_than_the_text() {
    for (name, piece) in [
        ("brackets", "("),
        ("closing brackets", "a) "),
        ("quotation marks", "“‘\"'"),
        ("square brackets", "[●"),
        ("placeholders", "TODO [●] ____ … XXX lorem ipsum "),
        ("figures", "1.000,50 12 (twaalf) opeenvolgende maanden 25 mei 2018 "),
        ("points", "1.1.1.1,"),
        ("confidential", "dit document is vertrouwelijk en "),
        ("this document", "dit document "),
        ("code", "`(` "),
        ("definitions", "**“Datalek”** Datalek "),
        ("laws", "artikel 1 Wbp "),
        ("one word", "x"),
        ("pointed brackets", "\\<a "),
        ("companies", "Wolken 7 Wolken "),
        ("legal forms", "De Kast & Zoon Wolk B.V. Inc. "),
        ("tables", "\n\n| Subverwerker | Doel |\n| --- | --- |\n| Wolkenkast | kast |\n| Stapel X | y |\n\n"),
    ] {
        let text = |length: usize| format!("# Titel {{topic=sub-processors}}\n\n1.1 {}\n", piece.repeat(length / piece.len()));
        let time = |length: usize| {
            let text = text(length);
            // The quickest of a few, since other tests run beside this one.
            (0..3).map(|_| proofreading(&text, &text)).min().expect("three times")
        };
        let (short, long) = (time(6_000).max(Duration::from_millis(5)), time(48_000));
        assert!(long < short * 8 * 4, "{name}: {short:?} for 6 kB, {long:?} for 48 kB");
    }
}

#[test]
fn rules_of_check_do_not_keep_a_site_from_being_published() {
    // What is probably wrong is for a person to decide; errors cannot be accepted.
    for check in RULES {
        assert!(check.rule.severity < Severity::Error, "{}", check.rule.name);
    }
}
