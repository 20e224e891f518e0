//! The reference for authors holds: its examples mean what it says, and the schemas are those of the types.
//!
//! `UPDATE_DOCS=1 cargo test --test format` writes the outlines of `docs/content-format.md` and `docs/schemas/` anew.

mod support;

use std::fs;
use std::path::{Path, PathBuf};

use clausewerk::parse::schema::schemas;
use serde_json::Value;

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
    if in_vendor && name != "vendor" { None } else { schemas().remove(name) }
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
