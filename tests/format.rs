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

/// A fenced block of the reference: its info string, its text, and the lines of the file it is between.
struct Fenced {
    info: String,
    text: String,
    lines: std::ops::Range<usize>,
}

fn fenced(document: &str) -> Vec<Fenced> {
    let mut blocks = Vec::new();
    let mut open: Option<(String, usize)> = None;
    let lines: Vec<&str> = document.lines().collect();
    for (at, line) in lines.iter().enumerate() {
        match (&open, line.strip_prefix("```")) {
            (None, Some(info)) => open = Some((info.to_owned(), at + 1)),
            (Some((info, start)), Some("")) => {
                let text = lines[*start..at].iter().map(|line| format!("{line}\n")).collect();
                blocks.push(Fenced { info: info.clone(), text, lines: *start..at });
                open = None;
            }
            _ => {}
        }
    }
    blocks
}

/// What an example prints: an original, or an original and its translation.
fn printed(kind: &str, examples: &[(&str, &str)]) -> String {
    match (kind, examples) {
        ("", [(_, original), (_, translation)]) => support::outline_of_translation(original, translation),
        ("", [(language, text)]) => support::outline_in(language, text),
        ("definitions", [(_, text)]) => support::definitions_of(text),
        ("references", [(_, text)]) => support::references_of(text),
        ("public", [(_, text)]) => support::public_outline_of(text),
        _ => panic!("an outline of kind “{kind}” of {} examples", examples.len()),
    }
}

#[test]
fn the_examples_of_the_reference_mean_what_it_says() {
    let path = repository("docs/content-format.md");
    let document = fs::read_to_string(&path).expect("the reference");
    let blocks = fenced(&document);
    let mut lines: Vec<String> = document.lines().map(str::to_owned).collect();
    let mut examples: Vec<(&str, &str)> = Vec::new();
    let mut outlines: Vec<(std::ops::Range<usize>, String, String)> = Vec::new();
    for block in &blocks {
        match block.info.split_whitespace().collect::<Vec<_>>().as_slice() {
            ["markdown"] => examples.push(("en", &block.text)),
            ["markdown", language] => examples.push((language, &block.text)),
            ["outline", kind @ ..] => {
                let printed = printed(kind.first().copied().unwrap_or_default(), &std::mem::take(&mut examples));
                outlines.push((block.lines.clone(), block.text.clone(), printed));
            }
            _ => {}
        }
    }
    assert!(examples.is_empty(), "an example without outline: {examples:?}");
    assert!(outlines.len() > 15);
    if is_update() {
        for (place, _, printed) in outlines.iter().rev() {
            lines.splice(place.clone(), printed.lines().map(str::to_owned));
        }
        fs::write(&path, lines.join("\n") + "\n").expect("the reference");
        return;
    }
    for (place, written, printed) in outlines {
        assert_eq!(written, printed, "docs/content-format.md:{}", place.start);
    }
}

#[test]
fn the_toml_of_the_reference_is_read_without_a_finding() {
    let document = fs::read_to_string(repository("docs/content-format.md")).expect("the reference");
    let mut checked = 0;
    for block in fenced(&document) {
        let Some(title) = block.info.strip_prefix("toml title=\"").and_then(|rest| rest.strip_suffix('"')) else { continue };
        let schema = &schemas()[title.strip_suffix(".toml").expect("a TOML file")];
        // A site's lexicon need not be whole: it lies over the built-in one.
        if title != "lexicon.toml" {
            assert_eq!(faults(schema, &block.text), [] as [String; 0], "{title}");
        }
        let agreement = support::agreement_toml("en");
        let (vendor, dpa) = ("content/vendors/acme/vendor.toml", "content/vendors/acme/processing-agreement/agreement.toml");
        let terms = "content/vendors/acme/general-terms/agreement.toml";
        let mut files = vec![
            (vendor.to_owned(), support::VENDOR.to_owned()),
            (dpa.to_owned(), agreement.clone()),
            (
                "content/vendors/acme/processing-agreement/en.md".to_owned(),
                "# Agreement\n\n## 9. Audit\n\n9.1 One.\n\n9.1 Two.\n".to_owned(),
            ),
            (
                "content/vendors/acme/processing-agreement/nl.md".to_owned(),
                "# Overeenkomst\n\n## 9. Audit\n\n9.1 Een.\n\n9.1 Twee.\n".to_owned(),
            ),
            (terms.to_owned(), agreement.replace("processing-agreement", "general-terms")),
            ("content/vendors/acme/general-terms/en.md".to_owned(), "# Terms\n\nText.\n".to_owned()),
            ("content/vendors/acme/general-terms/nl.md".to_owned(), "# Voorwaarden\n\nTekst.\n".to_owned()),
            ("content/vocabulary/topics.toml".to_owned(), "[[topic]]\nid = \"artificial-intelligence\"\nname.nl = \"AI\"\n".to_owned()),
        ];
        let path = match title {
            "vendor.toml" => vendor.to_owned(),
            "agreement.toml" => dpa.to_owned(),
            "clausewerk.toml" => title.to_owned(),
            "lexicon.toml" => "i18n/nl/lexicon.toml".to_owned(),
            vocabulary => format!("content/vocabulary/{vocabulary}"),
        };
        files.retain(|(other, _)| *other != path);
        files.push((path, block.text.clone()));
        let sources = clausewerk::source::Sources::of_texts(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let (corpus, findings) = support::load(&sources);
        let findings = clausewerk::model::allow::apply(&corpus, findings);
        let told = support::told(&sources, &findings);
        let expected = if title == "agreement.toml" { "" } else { "! duplicate-number at “9.1” number=9.1 id=9.1-2\n" };
        assert_eq!(told, expected, "{title}");
        checked += 1;
    }
    assert!(checked >= 8, "only {checked} were checked");
}

/// The rows of the table under a head, cell by cell.
fn table<'d>(document: &'d str, head: &str) -> Vec<Vec<&'d str>> {
    let mut rows = document.lines().skip_while(|line| *line != head).skip(2).take_while(|line| line.starts_with('|')).peekable();
    assert!(rows.peek().is_some(), "no table {head}");
    rows.map(|row| row.trim_matches('|').split(" | ").map(str::trim).collect()).collect()
}

fn code(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

#[test]
fn the_table_of_clause_numbers_is_true() {
    let document = fs::read_to_string(repository("docs/content-format.md")).expect("the reference");
    for (head, is_number) in [("| printed | is a clause's number |", true), ("| printed | since |", false)] {
        for row in table(&document, head) {
            for printed in code(row[0]) {
                let outline = support::outline_of(&format!("# Overeenkomst\n\n{printed} Tekst.\n"));
                let clause = outline.lines().find(|line| line.trim().starts_with("clause")).unwrap_or_default();
                assert_eq!(clause.contains("label="), is_number, "{printed}: {outline}");
            }
        }
    }
}

#[test]
fn the_table_of_ids_is_true() {
    let document = fs::read_to_string(repository("docs/content-format.md")).expect("the reference");
    let outline = support::outline_of(&support::text(
        r"
        # Overeenkomst

        Tussen partijen.

        (1) Overweging.

        ## Artikel 7. Meldplicht

        Zonder nummer.

        7.1 Lid.

        7.2 Lid:

        - a. onderdeel
        - b. onderdeel
          - (i) onderdeel
          - (ii) onderdeel

        (3) Lid.

        7.3 Lid:

        - bolletje
        - bolletje

        7.4 Met een id. {#termijn}

        ### Termijnen

        Tekst.

        ## Slotbepalingen

        Tekst.

        ## Artikel 9. Audit

        9.1 Lid.

        9.1 Lid.

        ## Artikel 10. Audit {#audit}

        10.1 Lid:

        - a. onderdeel {#aard}

        # Bijlage 1. Gegevens

        1.C. Lid.

        ## 2. Termijnen

        2.1 Lid.

        # Handtekeningen
        ",
    ));
    let ids: Vec<&str> = outline.lines().flat_map(|line| line.split(' ')).map(|word| word.trim_start_matches("also=")).collect();
    for row in table(&document, "| printed | id |") {
        for id in code(row[1]) {
            assert!(ids.contains(&id), "{row:?}: {id} is not in\n{outline}");
        }
    }
}
