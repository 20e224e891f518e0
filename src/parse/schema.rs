//! JSON Schemas of the TOML files, for editors: made from the types that read them, so that the two never differ.

use std::borrow::Cow;
use std::collections::BTreeMap;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::agreement::AgreementFile;
use super::company::CompanyFile;
use super::configuration::Configuration;
use super::countries::{CountriesFile, PersonalDataFile};
use super::engagement::SubProcessorsFile;
use super::playbook::PlaybookFile;
use super::recorded::{CoverageFile, StatedFactsFile};
use super::vendor::VendorFile;
use super::vocabulary::{ConceptsFile, FactsFile, LawsFile, MeasuresFile, RequirementsFile, TopicsFile};
use crate::i18n::Lexicon;

/// The schema of every TOML file, by the name of the file without its ending. Each is a JSON Schema of draft 2020-12
/// with a title and a description; dates are strings in it, as editors of TOML have them.
pub fn schemas() -> BTreeMap<&'static str, Value> {
    BTreeMap::from([
        ("agreement", schema::<AgreementFile>("agreement.toml")),
        ("clausewerk", schema::<Configuration>("clausewerk.toml")),
        ("company", schema::<CompanyFile>("sub-processors/….toml")),
        ("concepts", schema::<ConceptsFile>("concepts.toml")),
        ("countries", schema::<CountriesFile>("countries.toml")),
        ("coverage", schema::<CoverageFile>("coverage.toml")),
        ("facts", schema::<FactsFile>("vocabulary/facts.toml")),
        ("laws", schema::<LawsFile>("laws.toml")),
        ("lexicon", schema::<Lexicon>("lexicon.toml")),
        ("measures", schema::<MeasuresFile>("measures.toml")),
        ("personal-data", schema::<PersonalDataFile>("personal-data.toml")),
        ("playbook", schema::<PlaybookFile>("playbook.toml")),
        ("requirements", schema::<RequirementsFile>("requirements.toml")),
        ("stated-facts", schema::<StatedFactsFile>("facts.toml")),
        ("sub-processors", schema::<SubProcessorsFile>("sub-processors.toml")),
        ("topics", schema::<TopicsFile>("topics.toml")),
        ("vendor", schema::<VendorFile>("vendor.toml")),
    ])
}

fn schema<T: JsonSchema>(title: &str) -> Value {
    let mut found = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>();
    found.insert("title".to_owned(), title.into());
    // A site's own lexicon is laid over the built-in one, and says only what it wants to have otherwise.
    if title == "lexicon.toml" {
        found.remove("required");
    }
    let mut found = found.to_value();
    leave_out_null(&mut found);
    // What says what the schema is of comes first.
    let mut ordered = Map::new();
    if let Value::Object(found) = &mut found {
        for key in ["$schema", "title", "description"] {
            ordered.extend(found.shift_remove_entry(key));
        }
        ordered.append(found);
    }
    Value::Object(ordered)
}

/// TOML knows no null: what may be left out is left out.
fn leave_out_null(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(leave_out_null),
        Value::Object(map) => {
            if let Some(Value::Array(types)) = map.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = types.as_slice() {
                    let only = only.clone();
                    map.insert("type".to_owned(), only);
                }
            }
            if let Some(Value::Array(choices)) = map.get_mut("anyOf") {
                choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
                if let [Value::Object(only)] = choices.as_slice() {
                    let only = only.clone();
                    map.shift_remove("anyOf");
                    map.extend(only);
                }
            }
            if map.get("default").is_some_and(Value::is_null) {
                map.shift_remove("default");
            }
            map.values_mut().for_each(leave_out_null);
        }
        _ => {}
    }
}

/// A date as precise as its source, or "not-stated".
pub struct PartialDateText;

/// A day.
pub struct DayText;

/// Which language prevails: a code, "equal" or "not-stated".
pub struct PrevailingText;

macro_rules! texts {
    ($($name:ident, $pattern:literal, $examples:expr;)*) => {
        $(impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "pattern": $pattern, "examples": $examples })
            }
        })*
    };
}
texts! {
    PartialDateText, "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|not-stated)$", ["2018", "2018-11", "2018-11-05", "not-stated"];
    DayText, "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", ["2026-11-22"];
    PrevailingText, "^([a-z]{2}|equal|not-stated)$", ["nl", "en", "equal", "not-stated"];
}
