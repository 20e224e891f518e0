//! `/data/v1/schemas/`: the shape of each data file, made from the types that are written (JSON Schema 2020-12).

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::{
    agreement_data, agreement_index, comparison_data, coverage_data, definitions_data, measures_data, sub_processors_data, vendors_data,
};
use crate::site::Page;

/// Makes a schema.
type Maker = fn() -> Schema;

/// Each schema's name and maker.
const SCHEMAS: [(&str, Maker); 8] = [
    ("agreement", of::<agreement_data::Data>),
    ("agreements", of::<agreement_index::Index>),
    ("comparison", of::<comparison_data::Data>),
    ("coverage", of::<coverage_data::Data>),
    ("measures", of::<measures_data::Data>),
    ("definitions", of::<definitions_data::Data>),
    ("sub-processors", of::<sub_processors_data::Data>),
    ("vendors", of::<vendors_data::Data>),
];

/// One page for each.
pub fn list() -> impl Iterator<Item = Page> {
    SCHEMAS.iter().map(|(name, _)| Page::Schema(name))
}

/// A schema by its name.
pub fn schema(name: &str) -> Option<Schema> {
    SCHEMAS.iter().find(|(own, _)| *own == name).map(|(_, make)| make())
}

fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
