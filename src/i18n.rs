//! Languages, the words the program says in them, and what a lawyer's words are in them.
//!
//! A language is a folder below `i18n/`: its messages are the Fluent files in it, its `lexicon.toml` says
//! how its agreements speak. A site adds a language, or overrides single messages and keys, with a folder
//! of the same name. Nothing in the program knows which languages there are.

mod fluent;
mod language;
mod lexicon;
mod locale;
mod messages;

pub use language::Language;
pub use lexicon::{Lexicon, PluralChange};
pub use locale::Locale;
pub use messages::{Messages, MissingText, Value};
