//! `docs/content-format.md` and `docs/schemas/`: every example is what it says, every schema is the one of the code.
//!
//! `UPDATE_DOCS=1 cargo test --test format` rewrites the outlines and the schemas; read the difference.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use clausewerk::audience;
use clausewerk::parse::Audience;
use clausewerk::parse::agreement::AgreementFile;
use clausewerk::parse::configuration::Configuration;
use clausewerk::parse::schema;
use clausewerk::parse::table;
use clausewerk::parse::vendor::VendorFile;
use clausewerk::parse::vocabulary::{ConceptsFile, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use clausewerk::source::Sources;
use serde_json::Value;

const FORMAT: &str = "docs/content-format.md";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn is_updating() -> bool {
    std::env::var_os("UPDATE_DOCS").is_some()
}

/// Holds a file against what it should be, or makes it so.
fn expect_file(path: &Path, wanted: &str) {
    let found = fs::read_to_string(path).unwrap_or_default();
    if is_updating() && found != wanted {
        fs::create_dir_all(path.parent().expect("files stand in folders")).expect("the repository can be written");
        fs::write(path, wanted).expect("the repository can be written");
    } else {
        let shown = path.strip_prefix(root()).unwrap_or(path).display();
        assert_eq!(found, wanted, "{shown} is out of date: UPDATE_DOCS=1 cargo test --test format");
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

/// The outline of what anyone may see.
fn public_outline(example: &str) -> String {
    let toml = support::agreement_toml("nl").split("\n[translations").next().unwrap_or_default().to_owned();
    let (corpus, _) = support::load(&support::acme(&toml, &[("nl", example)]));
    let shown = audience::project(&corpus, Audience::Public).shown;
    shown.vendors[0].agreements[0].texts.values().map(support::outline).collect()
}

#[test]
fn every_example_of_the_format_has_what_it_becomes_beneath_it() {
    let path = root().join(FORMAT);
    let page = fs::read_to_string(&path).expect("the format is documented");
    let blocks = fenced(&page);
    let (mut wanted, mut copied, mut examples) = (String::new(), 0, 0);
    for (at, example) in blocks.iter().enumerate() {
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
    expect_file(&path, &wanted);
}

#[test]
fn every_file_that_the_format_shows_can_be_read() {
    let page = fs::read_to_string(root().join(FORMAT)).expect("the format is documented");
    let files: Vec<_> = fenced(&page).into_iter().filter(|block| block.info.starts_with("toml")).collect();
    assert!(files.len() > 5, "only {} files were found", files.len());
    for block in files {
        let name = block.info.strip_prefix("toml ").expect("a TOML example names its file");
        assert_eq!(faults(name, block.text), "", "{name}:\n{}", block.text);
    }
}

/// What is wrong with the text of a TOML file, by its struct and by its schema.
fn faults(name: &str, text: &str) -> String {
    let sources = Sources::of_texts([(name, text)]);
    let file = sources.find(name).expect("just added");
    let (is_read, findings) = match name {
        "agreement.toml" => of::<AgreementFile>(&sources, file),
        "clausewerk.toml" => of::<Configuration>(&sources, file),
        "concepts.toml" => of::<ConceptsFile>(&sources, file),
        "facts.toml" => of::<FactsFile>(&sources, file),
        "laws.toml" => of::<LawsFile>(&sources, file),
        "measures.toml" => of::<MeasuresFile>(&sources, file),
        "requirements.toml" => of::<RequirementsFile>(&sources, file),
        "topics.toml" => of::<TopicsFile>(&sources, file),
        "vendor.toml" => of::<VendorFile>(&sources, file),
        "lexicon.toml" => (true, Vec::new()),
        other => panic!("no file is called {other}"),
    };
    let unread = if is_read { String::new() } else { format!("{name} cannot be read\n") };
    support::told(&sources, &findings) + &unread + &against_schema(name, text)
}

fn of<T: serde::de::DeserializeOwned>(
    sources: &Sources,
    file: clausewerk::diagnostic::FileId,
) -> (bool, Vec<clausewerk::diagnostic::Finding>) {
    let (read, findings) = table::read::<T>(sources, file);
    (read.is_some(), findings)
}

/// What the schema of a file says of a text, a line each.
fn against_schema(name: &str, text: &str) -> String {
    let schema = &schema::schemas()[name.trim_end_matches(".toml")];
    let table: toml::Table = text.parse().expect("it is TOML");
    let validator = jsonschema::validator_for(schema).expect("it is a schema");
    validator.iter_errors(&json(toml::Value::Table(table))).map(|error| format!("{name} {}: {error}\n", error.instance_path())).collect()
}

/// A TOML value as an editor holds it against a schema: dates are words.
fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::from(words),
        toml::Value::Integer(number) => Value::from(number),
        toml::Value::Float(number) => Value::from(number),
        toml::Value::Boolean(truth) => Value::from(truth),
        toml::Value::Datetime(date) => Value::from(date.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(key, value)| (key, json(value))).collect(),
    }
}

#[test]
fn the_schemas_in_docs_are_those_of_the_code() {
    for (name, schema) in schema::schemas() {
        let wanted = serde_json::to_string_pretty(&schema).expect("it is JSON") + "\n";
        expect_file(&root().join(format!("docs/schemas/{name}.json")), &wanted);
    }
    let known = schema::schemas();
    for file in fs::read_dir(root().join("docs/schemas")).expect("the schemas are committed") {
        let name = file.expect("it can be listed").file_name().to_string_lossy().into_owned();
        assert!(name.strip_suffix(".json").is_some_and(|name| known.contains_key(name)), "docs/schemas/{name} is of no file");
    }
}

#[test]
fn a_schema_knows_what_must_be_there_and_nothing_besides() {
    let told = |text: &str| against_schema("agreement.toml", text).lines().count();
    let good = support::agreement_toml("nl");
    assert_eq!(told(&good), 0);
    assert_eq!(told(&format!("#:schema agreement.json\n{good}")), 0);
    assert_eq!(told(&good.replace("audience = \"public\"\n", "")), 1, "an audience must be given");
    assert_eq!(told(&format!("audince = \"internal\"\n{good}")), 1, "slips are told");
    assert_eq!(told(&format!("verified = 2026-11-22\ndate = \"2018-11\"\neffective = \"not-stated\"\n{good}")), 0);
    assert_eq!(told(&format!("verified = \"2026\"\n{good}")), 1, "what was verified was verified on a day");
    assert_eq!(told(&format!("date = \"november 2018\"\n{good}")), 1, "a date is written in numbers");
}

#[test]
fn every_file_of_this_repository_is_as_its_schema_says() {
    let mut files = vec![root().join("clausewerk.toml")];
    ["content", "src/cli/init/site", "i18n"].iter().for_each(|folder| toml_files(&root().join(folder), &mut files));
    assert!(files.len() > 12, "only {} files were found", files.len());
    for path in files {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("it can be read");
        assert_eq!(faults(&name, &text), "", "{}", path.display());
    }
}

fn toml_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            toml_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}
