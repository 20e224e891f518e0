//! From bytes to syntax: TOML files into typed tables, Markdown into blocks with printed labels.
//!
//! Parsing never fails. What cannot be understood becomes a finding with its place, and the rest goes on.

pub mod agreement;
pub mod company;
pub mod configuration;
pub mod countries;
pub mod definition;
pub mod document;
pub mod dpv;
pub mod engagement;
pub mod field;
pub mod heading;
pub mod inline;
pub mod label;
pub mod markdown;
pub mod owner;
pub mod page;
pub mod playbook;
pub mod recorded;
pub mod schema;
pub mod table;
pub mod text;
pub mod vendor;
pub mod vocabulary;

mod attributes;
mod audience;

pub use attributes::{Attributes, Named};
pub use audience::Audience;
