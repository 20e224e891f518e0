//! The reference for authors holds: its examples mean what it says, and the schemas are those of the types.
//!
//! `UPDATE_DOCS=1 cargo test --test format` writes the outlines of `docs/content-format.md` and `docs/schemas/` anew.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use clausewerk::audience;
use clausewerk::diagnostic::{FileId, Finding};
use clausewerk::i18n::{Language, Messages};
use clausewerk::model::Corpus;
use clausewerk::model::vocabulary::{Adequacy, Local};
use clausewerk::parse::Audience;
use clausewerk::parse::agreement::AgreementFile;
use clausewerk::parse::company::CompanyFile;
use clausewerk::parse::configuration::Configuration;
use clausewerk::parse::countries::{CountriesFile, PersonalDataFile};
use clausewerk::parse::engagement::SubProcessorsFile;
use clausewerk::parse::playbook::PlaybookFile;
use clausewerk::parse::recorded::{CoverageFile, StatedFactsFile};
use clausewerk::parse::schema::schemas;
use clausewerk::parse::table;
use clausewerk::parse::vendor::VendorFile;
use clausewerk::parse::vocabulary::{ConceptsFile, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use clausewerk::source::Sources;
use serde::de::DeserializeOwned;
use serde_json::Value;

const FORMAT: &str = "docs/content-format.md";

fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn is_update() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some_and(|value| value == "1")
}

#[test]
fn the_schemas_in_the_repository_are_those_of_the_types() {
    for (name, schema) in schemas() {
        let path = repository(&format!("docs/schemas/{name}.json"));
        let wanted = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if is_update() {
            fs::create_dir_all(repository("docs/schemas")).expect("a folder");
            fs::write(&path, &wanted).expect("a file");
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == wanted, "docs/schemas/{name}.json is not what the types say: run with UPDATE_DOCS=1");
        for key in ["$schema", "title", "description"] {
            assert!(schema.get(key).is_some(), "{name} has no {key}");
        }
        assert!(schema.get("$id").is_none());
    }
}

/// The schema of a file, by its place.
fn schema_of(path: &Path) -> Option<Value> {
    let name = path.file_stem()?.to_str()?;
    let in_vendor = path.parent()?.parent()?.file_name()? == "vendors";
    // A vendor's facts.toml and the vocabulary of that name are different files.
    schemas().remove(if in_vendor && name == "facts" { "stated-facts" } else { name })
}

/// TOML as editors hold it against a schema: dates are strings.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => Value::String(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => Value::Object(table.into_iter().map(|(key, value)| (key, as_json(value))).collect()),
        toml::Value::String(text) => Value::String(text),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(value) => value.into(),
    }
}

/// What a schema finds wrong with a text.
fn faults(schema: &Value, text: &str) -> Vec<String> {
    let validator = jsonschema::validator_for(schema).expect("a schema");
    let value = as_json(toml::Value::Table(text.parse().expect("TOML")));
    validator.iter_errors(&value).map(|error| format!("{} at {}", error, error.instance_path())).collect()
}

fn toml_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            toml_files(&path, found);
        } else if path.extension().is_some_and(|kind| kind == "toml") {
            found.push(path);
        }
    }
}

#[test]
fn the_example_content_is_valid_by_the_schemas() {
    let mut files = vec![repository("clausewerk.toml")];
    files.retain(|file| file.exists());
    toml_files(&repository("content"), &mut files);
    toml_files(&repository("i18n"), &mut files);
    files.push(repository("src/cli/init/site/clausewerk.toml"));
    toml_files(&repository("src/cli/init/site/content"), &mut files);
    let mut checked = 0;
    for file in files {
        let Some(schema) = schema_of(&file) else { continue };
        let text = fs::read_to_string(&file).expect("a file");
        assert_eq!(faults(&schema, &text), [] as [String; 0], "{}", file.display());
        checked += 1;
    }
    assert!(checked > 10, "only {checked} files were checked");
}

#[test]
fn the_schemas_find_what_reading_finds() {
    let good = support::agreement_toml("nl");
    let schema = &schemas()["agreement"];
    assert_eq!(faults(schema, &good), [] as [String; 0]);
    for (from, to) in [
        ("status = \"offered\"", "status = \"ofered\""),
        ("audience = \"public\"\n", ""),
        ("version", "verzion"),
        ("prevailing = \"not-stated\"", "prevailing = \"unknown\""),
        ("[translations.en]", "[translations.english]"),
        ("original = \"nl\"", "original = \"nl\"\ndate = \"november 2018\""),
    ] {
        let bad = good.replace(from, to);
        assert!(bad != good && !faults(schema, &bad).is_empty(), "{to}");
        let sources = support::acme(&bad, &[("nl", "# Titel\n\nTekst.\n"), ("en", "# Title\n\nText.\n")]);
        assert!(!support::load(&sources).1.is_empty(), "{to}");
    }
}

/// A fenced block: ```` ```info ````, its text, and the bytes of the text within the page.
struct Fenced<'a> {
    info: &'a str,
    text: &'a str,
    range: std::ops::Range<usize>,
    /// Whether only white space stands between the block before and this one.
    follows: bool,
}

fn fenced(page: &str) -> Vec<Fenced<'_>> {
    let mut blocks = Vec::new();
    let (mut at, mut last_end) = (0, None);
    while let Some(open) = page[at..].find("```").map(|open| at + open) {
        let line = open + page[open..].find('\n').expect("an info string ends with its line");
        let close = line + page[line..].find("\n```").expect("every block is closed");
        let range = line + 1..close + 1;
        let follows = last_end.is_some_and(|end: usize| page[end..open].trim().is_empty());
        blocks.push(Fenced { info: &page[open + 3..line], text: page.get(range.clone()).unwrap_or_default(), range, follows });
        at = close + 4;
        last_end = Some(at);
    }
    blocks
}

/// What an example becomes, as the block beneath it has it.
fn shown(kind: &str, language: &str, example: &str, translation: Option<&str>) -> String {
    match (kind, translation) {
        ("outline", None) => support::outline_in(language, example),
        ("outline", Some(translation)) => support::outline_of_translation(example, translation),
        ("definitions", None) => support::definitions_of(example),
        ("references", None) => support::references_of(example),
        ("public", None) => public_outline(example),
        _ => panic!("an example is followed by its outline, and not by {kind}:\n{example}"),
    }
}

/// The ids of a kind that come with the program, each with what it stands for.
fn built_in_ids(kind: &str) -> String {
    let sources = Sources::built_in();
    let (messages, _) = Messages::load(&sources);
    let vocabulary = Corpus::load(&sources, &messages).0.vocabulary;
    let line = |(id, stands_for): (&String, String)| format!("{id:<28}{stands_for}\n");
    let english = |name: &Local| name.get(&Language::EN).cloned().unwrap_or_default();
    match kind {
        "data" => vocabulary.data.iter().map(|own| line((&own.id, english(&own.name)))).collect(),
        "data-subjects" => vocabulary.subjects.iter().map(|own| line((&own.id, english(&own.name)))).collect(),
        "decision" => {
            let locale = messages.locale(Language::EN);
            let about = |own: &Adequacy| {
                let until = own.until().map_or(String::new(), |day| format!(", until {day}"));
                format!("{}, {}{until}", own.decision, locale.country(&own.country))
            };
            vocabulary.adequacy.iter().map(|own| line((&own.id, about(own)))).collect()
        }
        other => panic!("the program has no ids of {other}"),
    }
}

/// The outline of what anyone may see.
fn public_outline(example: &str) -> String {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let (corpus, _) = support::load(&support::acme(&toml, &[("nl", example)]));
    let shown = audience::project(&corpus, Audience::Public).shown;
    shown.vendors[0].agreements[0].texts.values().map(support::outline).collect()
}

#[test]
fn every_example_of_the_format_has_what_it_becomes_beneath_it() {
    let path = repository(FORMAT);
    let page = fs::read_to_string(&path).expect("the format is documented");
    let blocks = fenced(&page);
    let (mut wanted, mut copied, mut examples) = (String::new(), 0, 0);
    for (at, example) in blocks.iter().enumerate() {
        if let Some(kind) = example.info.strip_prefix("ids ") {
            wanted.push_str(&page[copied..example.range.start]);
            wanted.push_str(&built_in_ids(kind));
            copied = example.range.end;
            continue;
        }
        let language = match example.info {
            "markdown" => "nl",
            "markdown en" => "en",
            _ => continue,
        };
        let translation = blocks.get(at + 1).filter(|block| block.info == "markdown translation");
        let below = blocks.get(at + 1 + usize::from(translation.is_some())).filter(|block| block.follows);
        let below = below.unwrap_or_else(|| panic!("an example without an outline:\n{}", example.text));
        wanted.push_str(&page[copied..below.range.start]);
        wanted.push_str(&shown(below.info, language, example.text, translation.map(|block| block.text)));
        copied = below.range.end;
        examples += 1;
    }
    wanted.push_str(&page[copied..]);
    assert!(examples > 20, "only {examples} examples were found");
    if is_update() {
        fs::write(&path, wanted).expect("a file");
    } else {
        assert_eq!(page, wanted, "{FORMAT} is out of date: read the difference, then run with UPDATE_DOCS=1");
    }
}

#[test]
fn every_file_that_the_format_shows_can_be_read() {
    let page = fs::read_to_string(repository(FORMAT)).expect("the format is documented");
    let files: Vec<_> = fenced(&page).into_iter().filter(|block| block.info.starts_with("toml")).collect();
    assert!(files.len() > 5, "only {} files were found", files.len());
    for block in files {
        let name = block.info.strip_prefix("toml ").expect("a TOML example names its file");
        let schema = &schemas()[name.trim_end_matches(".toml")];
        assert_eq!(faults(schema, block.text), [] as [String; 0], "{name}:\n{}", block.text);
        assert_eq!(told_when_read(name, block.text), "", "{name}:\n{}", block.text);
    }
}

/// What the examples of registers cite.
const CITED: &str = "# Overeenkomst\n\n3.1 Acme mag subverwerkers inschakelen en meldt wijzigingen zestig dagen tevoren.\n\n\
    3.2 Klant maakt bezwaar binnen dertig dagen na de aankondiging.\n\n# Bijlage 1. Subverwerkers\n\nStratus: opslag van dossiers.\n";
const PROTOCOL: &str = "# Protocol\n\n2.1 Er zijn reservekopieën bij Stratus.\n";
/// What was agreed on notice: `[[allow]]` in an example accepts that it was too short.
const NOTICE: &str = "[[fact]]\nid = \"sub-notice\"\nstate = \"stated\"\nsummary.nl = \"Zestig dagen\"\n[[fact.value]]\nnumber = 60\nunit = \"days\"\n\
    [[fact.citation]]\nagreement = \"dpa\"\nclause = \"3.1\"\nquote = \"zestig dagen tevoren\"\n";

#[test]
fn the_registers_that_the_format_shows_hold_together() {
    let page = fs::read_to_string(repository(FORMAT)).expect("the format is documented");
    let blocks = fenced(&page);
    let shown = |info: &str| blocks.iter().filter(|block| block.info == info).map(|block| block.text).collect::<Vec<_>>();
    let company = shown("toml company.toml")[0];
    let chained = company.replace("\"Stratus\"", "\"Stratus India\"").replace("\"Stratus Cloud\"", "");
    let facts = shown("toml stated-facts.toml").into_iter().find(|text| text.contains("sub-objection")).expect("the fact is shown");
    let agreement = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let registers = shown("toml sub-processors.toml");
    assert_eq!(registers.len(), 2);
    for register in registers {
        let chain = register.contains("stratus-india").then_some(("content/sub-processors/stratus-india.toml", chained.as_str()));
        let facts = format!("{facts}\n{NOTICE}");
        let protocol = agreement.replace("\"public\"", "\"customers\"");
        let files = [
            ("clausewerk.toml", "[site]\nlanguages = [\"nl\"]\n"),
            ("content/sub-processors/stratus.toml", company),
            ("content/vendors/acme/vendor.toml", support::VENDOR),
            ("content/vendors/acme/sub-processors.toml", register),
            ("content/vendors/acme/facts.toml", facts.as_str()),
            ("content/vendors/acme/dpa/agreement.toml", &agreement),
            ("content/vendors/acme/dpa/nl.md", CITED),
            ("content/vendors/acme/security/agreement.toml", &protocol),
            ("content/vendors/acme/security/nl.md", PROTOCOL),
        ];
        let sources = Sources::of_texts(files.into_iter().chain(chain));
        let request = clausewerk::Request {
            root: PathBuf::new(),
            audience: Audience::Public,
            base_url: None,
            today: jiff::civil::date(2026, 11, 22),
        };
        let site = clausewerk::assemble(sources, Vec::new(), &request);
        assert_eq!(support::told(&site.sources, &site.findings), "", "{register}");
    }
}

/// What is told of a TOML file when it is read as what its name says it is.
fn told_when_read(name: &str, text: &str) -> String {
    let sources = Sources::of_texts([(name, text)]);
    let file = sources.find(name).expect("just added");
    let (is_read, findings) = match name {
        "agreement.toml" => read::<AgreementFile>(&sources, file),
        "clausewerk.toml" => read::<Configuration>(&sources, file),
        "company.toml" => read::<CompanyFile>(&sources, file),
        "countries.toml" => read::<CountriesFile>(&sources, file),
        "personal-data.toml" => read::<PersonalDataFile>(&sources, file),
        "sub-processors.toml" => read::<SubProcessorsFile>(&sources, file),
        "concepts.toml" => read::<ConceptsFile>(&sources, file),
        "facts.toml" => read::<FactsFile>(&sources, file),
        "laws.toml" => read::<LawsFile>(&sources, file),
        "stated-facts.toml" => read::<StatedFactsFile>(&sources, file),
        "coverage.toml" => read::<CoverageFile>(&sources, file),
        "playbook.toml" => read::<PlaybookFile>(&sources, file),
        "measures.toml" => read::<MeasuresFile>(&sources, file),
        "requirements.toml" => read::<RequirementsFile>(&sources, file),
        "topics.toml" => read::<TopicsFile>(&sources, file),
        "vendor.toml" => read::<VendorFile>(&sources, file),
        other => panic!("no file is called {other}"),
    };
    let told = support::told(&sources, &findings);
    if is_read { told } else { format!("it cannot be read\n{told}") }
}

fn read<T: DeserializeOwned>(sources: &Sources, file: FileId) -> (bool, Vec<Finding>) {
    let (found, findings) = table::read::<T>(sources, file);
    (found.is_some(), findings)
}
