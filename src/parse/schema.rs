//! JSON Schemas of the TOML files, for editors that complete and check them.
//!
//! Editors differ in how much of JSON Schema they know, so these keep to what all of them do: draft 7, without
//! references. TOML has no null, so a key that may be left out is simply not required.

use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{JsonSchema, Schema};
use serde_json::Value;

use super::agreement::AgreementFile;
use super::configuration::Configuration;
use super::vendor::VendorFile;
use super::vocabulary::{ConceptsFile, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use crate::i18n::Lexicon;

/// The schema of every TOML file, by the file's name without its ending.
pub fn schemas() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        ("agreement", of::<AgreementFile>("agreement.toml")),
        ("clausewerk", of::<Configuration>("clausewerk.toml")),
        ("concepts", of::<ConceptsFile>("concepts.toml")),
        ("facts", of::<FactsFile>("facts.toml")),
        ("laws", of::<LawsFile>("laws.toml")),
        ("lexicon", of::<Lexicon>("lexicon.toml")),
        ("measures", of::<MeasuresFile>("measures.toml")),
        ("requirements", of::<RequirementsFile>("requirements.toml")),
        ("topics", of::<TopicsFile>("topics.toml")),
        ("vendor", of::<VendorFile>("vendor.toml")),
    ])
}

fn of<T: JsonSchema>(file: &str) -> Value {
    let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
    let mut written = settings.into_generator().into_root_schema_for::<T>();
    without_null(&mut written);
    let mut schema = Schema::default();
    schema.insert("$schema".to_owned(), written.remove("$schema").unwrap_or_default());
    schema.insert("title".to_owned(), Value::from(file));
    if let Some(known) = written.as_object_mut() {
        // A site says only what it wants to have otherwise; what is missing is that of the program.
        known.retain(|key, _| key != "title" && !(file == "lexicon.toml" && key == "required"));
        known.iter().for_each(|(key, value)| drop(schema.insert(key.clone(), value.clone())));
    }
    schema.to_value()
}

/// Leaves out null, and defaults that only say that there is nothing.
fn without_null(schema: &mut Schema) {
    let is_null = |value: &Value| value.as_str() == Some("null") || value.get("type").and_then(Value::as_str) == Some("null");
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|value| !is_null(value));
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(options)) = schema.get_mut("anyOf") {
        options.retain(|option| !is_null(option));
        if let [Value::Object(only)] = options.as_slice() {
            let only = only.clone();
            schema.remove("anyOf");
            // What is said of the key is said of its type in general too; the key's own words are nearer.
            for (key, value) in only {
                if schema.get(&key).is_none() {
                    schema.insert(key, value);
                }
            }
        }
    }
    let is_nothing = |value: &Value| match value {
        Value::Null => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(values) => values.is_empty(),
        _ => false,
    };
    if schema.get("default").is_some_and(is_nothing) {
        schema.remove("default");
    }
    transform_subschemas(&mut without_null, schema);
}
