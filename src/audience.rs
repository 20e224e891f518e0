//! What this build's readers may see, and what they may not.
//!
//! Withholding comes before everything that is shown: later stages that make pages get only the shown corpus.
//! What is withheld is kept apart, so that `guard` can look for it in every byte made.

pub mod pages;
mod project;
mod records;
mod registers;

use crate::diagnostic::Span;
use crate::model::Corpus;
use crate::parse::Audience;

pub use project::{Memory, project};

/// A corpus for one audience.
#[derive(Debug, Clone)]
pub struct Projection {
    /// What may be shown. Withheld nodes are stubs without text.
    pub shown: Corpus,
    /// What may not.
    pub withheld: Withheld,
}

/// What this build's readers may not see.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Running texts, in every language.
    pub texts: Vec<WithheldText>,
    /// Names that must not occur: contacts, and the names and addresses of what is not even listed.
    pub names: Vec<String>,
    /// How many provisions, parts and agreements became stubs or were left out.
    pub nodes: usize,
}

/// A running text that this build's readers may not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithheldText {
    /// Its plain text.
    pub plain: String,
    /// Who may read it.
    pub audience: Audience,
    /// Where it stands.
    pub span: Span,
}
