//! House rules, kept by a test: the floors of the design, documentation of modules, where input and output are.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, bottom up. A module uses only floors below its own.
const FLOORS: [&str; 20] = [
    "diagnostic",
    "source",
    "theme",
    "i18n",
    "parse",
    "model",
    "audience",
    "resolve",
    "analysis",
    "check",
    "report",
    "site",
    "render",
    "search",
    "guard",
    "output",
    "server",
    "import",
    "cli",
    "main",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of the crate with its text, by its path below `src/`.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the folder is there") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|kind| kind == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    found.sort();
    let name = |path: &Path| path.strip_prefix(root().join("src")).expect("found below it").to_string_lossy().replace('\\', "/");
    found.into_iter().map(|path| (name(&path), fs::read_to_string(&path).expect("Rust is UTF-8"))).collect()
}

/// The floor that a file stands on: `model/lower/blocks.rs` on `model`. The crate root stands on none.
fn floor_of(path: &str) -> Option<usize> {
    let name = path.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    FLOORS.iter().position(|floor| *floor == name)
}

/// The text before the tests of a file, which may use what they like.
fn without_tests(text: &str) -> &str {
    text.split("#[cfg(test)]").next().unwrap_or(text)
}

/// The floors that a text names in `crate::floor`, also within braces.
fn used_floors(text: &str) -> BTreeSet<&str> {
    let mut used = BTreeSet::new();
    for (at, _) in text.match_indices("crate::") {
        let rest = &text[at + "crate::".len()..];
        let names: Vec<&str> = match rest.strip_prefix('{') {
            Some(list) => list.split('}').next().unwrap_or_default().split(',').map(str::trim).collect(),
            None => vec![rest],
        };
        used.extend(names.into_iter().map(|name| name.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default()));
    }
    used
}

#[test]
fn every_file_of_the_crate_stands_on_a_floor() {
    let homeless: Vec<String> =
        sources().into_iter().map(|(path, _)| path).filter(|path| path != "lib.rs" && floor_of(path).is_none()).collect();
    assert_eq!(homeless, Vec::<String>::new(), "name its floor in ARCHITECTURE.md and here");
}

#[test]
fn a_module_uses_only_floors_below_its_own() {
    let mut climbing = Vec::new();
    for (path, text) in sources() {
        // Tests may use what they like.
        let Some(own) = floor_of(&path).filter(|_| !path.ends_with("tests.rs")) else { continue };
        for used in used_floors(without_tests(&text)) {
            if FLOORS.iter().position(|floor| *floor == used).is_some_and(|floor| floor > own) {
                climbing.push(format!("{path} uses {used}"));
            }
        }
    }
    assert_eq!(climbing, Vec::<String>::new());
}

#[test]
fn every_module_says_what_it_is() {
    let silent: Vec<String> = sources().into_iter().filter(|(_, text)| !text.starts_with("//!")).map(|(path, _)| path).collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn only_source_reads_and_only_output_writes() {
    let mut strays = Vec::new();
    for (path, text) in sources() {
        let is_edge = ["source", "output"].contains(&path.split(['/', '.']).next().unwrap_or_default());
        // Tests of a module may keep their files beside it.
        if !is_edge && !path.ends_with("tests.rs") && (text.contains("std::fs") || text.contains("File::open")) {
            strays.push(path);
        }
    }
    assert_eq!(strays, Vec::<String>::new());
}

#[test]
fn no_file_has_outgrown_a_reader() {
    let long: Vec<String> = sources().into_iter().filter(|(_, text)| text.lines().count() > 500).map(|(path, _)| path).collect();
    assert_eq!(long, Vec::<String>::new(), "split it where its subject splits");
}

#[test]
fn names_say_what_they_are() {
    let vague = ["utils", "util", "common", "helpers", "helper", "manager", "misc"];
    let named: Vec<String> =
        sources().into_iter().map(|(path, _)| path).filter(|path| path.split(['/', '.']).any(|name| vague.contains(&name))).collect();
    assert_eq!(named, Vec::<String>::new());
}

#[test]
fn every_kind_of_page_has_a_template() {
    let templates = root().join("themes/default/templates");
    let kinds = fs::read_dir(root().join("src/site/pages")).unwrap().map(|entry| entry.expect("an entry").path());
    // Files for programs are made by serde and quick-xml, headers and what stands in the margins of paper by code; everything
    // that a person reads has a template.
    let for_programs = [
        "sitemap",
        "robots",
        "host_headers",
        "nginx",
        "security_txt",
        "plain_text",
        "agreement_data",
        "agreement_index",
        "definitions_data",
        "comparison_data",
        "compare_sheet",
        "measures_data",
        "vendors_data",
        "coverage_data",
        "sub_processors_data",
        "sub_processors_sheet",
        "feed",
        "schema",
        "asset",
        "print_style",
    ];
    let missing: Vec<String> = kinds
        .filter(|path| path.is_file())
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|kind| !for_programs.contains(&kind.as_str()))
        .filter(|kind| !templates.join(format!("{}.html", kind.replace('_', "-"))).is_file())
        .collect();
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_rule_is_listed_and_has_its_documents() {
    let folder = root().join("src/check/rules");
    let list = fs::read_to_string(root().join("src/check/rules.rs")).unwrap();
    let files: Vec<String> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let rules: Vec<&str> = files.iter().filter_map(|file| file.strip_suffix(".rs")).collect();
    let (mut strays, mut documents) = (Vec::new(), 0);
    for rule in &rules {
        if !list.contains(&format!("    {rule}::CHECK,")) {
            strays.push(format!("{rule} is not listed in src/check/rules.rs"));
        }
        let text = fs::read_to_string(folder.join(format!("{rule}.rs"))).unwrap();
        if !text.contains(&format!("documents!(\"{rule}\")")) {
            strays.push(format!("{rule} has another rule's documents"));
        }
        for language in ["nl", "en"] {
            documents += usize::from(files.contains(&format!("{rule}.{language}.md")));
        }
    }
    assert_eq!(strays, Vec::<String>::new());
    assert_eq!(documents, files.iter().filter(|file| file.ends_with(".md")).count(), "every document belongs to a rule");
    assert_eq!(documents, 2 * rules.len(), "every rule has a document in every language");
    for check in clausewerk::check::rules::RULES {
        let file = check.rule.name.replace('-', "_");
        assert!(rules.contains(&file.as_str()), "{} is in a file of another name", check.rule.name);
    }
}

#[test]
fn every_language_has_the_same_files() {
    let names = |language: &str| -> BTreeSet<String> {
        fs::read_dir(root().join("i18n").join(language))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .collect()
    };
    assert_eq!(names("nl"), names("en"));
    let (_, findings) = clausewerk::i18n::Messages::load(&clausewerk::source::Sources::built_in());
    assert_eq!(findings, Vec::new(), "each language says everything that the others say");
}

#[test]
fn repository_texts_speak_of_the_project_alone() {
    // Written in pieces, so that this file does not find itself.
    let strangers = [["/wo", "rk/"].concat(), ["/ro", "ot/"].concat(), ["index.cra", "tes.io"].concat()];
    let mut found = Vec::new();
    for folder in ["src", "docs", "content", "i18n", "themes", "benches", "tests"] {
        collect(&root().join(folder), &mut |path, text| {
            found.extend(
                strangers
                    .iter()
                    .filter(|stranger| text.contains(stranger.as_str()))
                    .map(|stranger| format!("{}: {stranger}", path.display())),
            );
        });
    }
    assert_eq!(found, Vec::<String>::new());
}

fn collect(folder: &Path, visit: &mut impl FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !path.ends_with("node_modules") {
            collect(&path, visit);
        } else if let Ok(text) = fs::read_to_string(&path) {
            visit(&path, &text);
        }
    }
}
