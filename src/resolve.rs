//! What the words of an agreement point at: side tables beside the corpus, keyed by text.
//!
//! An agreement's table depends on its own text and on the outlines of what it may cite, on nothing else.

use std::collections::HashMap;
use std::ops::Range;

use crate::i18n::Language;
use crate::model::{NodeId, TextId};

/// What a stretch of text points at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A node of this agreement or of another one of the same vendor.
    Node {
        /// The agreement's slug.
        agreement: String,
        /// The node; empty for the agreement as a whole.
        id: NodeId,
    },
    /// A node that this build's readers may not see: named, but not shown.
    Withheld {
        /// The agreement's slug.
        agreement: String,
        /// The node.
        id: NodeId,
    },
    /// A document that is known not to be on this site.
    External,
    /// Nothing.
    Broken,
}

/// A stretch of a text that points somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Bytes of [`crate::model::Text::plain`].
    pub range: Range<usize>,
    /// What it points at.
    pub target: Target,
}

/// The references of one agreement in one language, by text, in the order they stand in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct References {
    texts: HashMap<TextId, Vec<Reference>>,
}

impl References {
    /// The references in a text, in order, none overlapping.
    pub fn of(&self, text: TextId) -> &[Reference] {
        self.texts.get(&text).map_or(&[], Vec::as_slice)
    }
}

/// The references of every agreement.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolved {
    tables: HashMap<(String, String, Language), References>,
}

impl Resolved {
    /// The table of an agreement in a language.
    pub fn of(&self, vendor: &str, agreement: &str, language: Language) -> Option<&References> {
        self.tables.get(&(vendor.to_owned(), agreement.to_owned(), language))
    }
}
