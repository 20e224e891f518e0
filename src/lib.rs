//! Clausewerk.

pub mod audience;
pub mod diagnostic;
pub mod guard;
pub mod i18n;
pub mod model;
pub mod output;
pub mod parse;
pub mod render;
pub mod report;
pub mod resolve;
pub mod site;
pub mod source;
pub mod theme;
