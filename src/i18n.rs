//! Languages, and the words the program says in them.

mod language;

pub use language::Language;
