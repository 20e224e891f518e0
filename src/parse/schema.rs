//! JSON Schemas of the TOML files, for editors that complete and check them.

use std::collections::BTreeMap;

use schemars::{JsonSchema, SchemaGenerator};
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
    let mut schema = SchemaGenerator::default().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), Value::from(file));
    schema.to_value()
}
