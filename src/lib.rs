//! Clausewerk.

pub mod audience;
pub mod diagnostic;
pub mod i18n;
pub mod model;
pub mod parse;
pub mod report;
pub mod resolve;
pub mod source;
