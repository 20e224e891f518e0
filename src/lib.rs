//! Clausewerk.

pub mod diagnostic;
pub mod guard;
pub mod i18n;
pub mod output;
pub mod source;
