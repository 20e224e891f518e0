//! What a site knows when its agreements are held beside each other.

pub mod changes;
pub mod coverage;
pub mod facts;
pub mod glossary;
pub mod measures;
pub mod notice;
pub mod pairs;
pub mod period;
pub mod playbook;
pub mod redline;
pub mod register;
pub mod topics;

pub use glossary::Glossary;

use crate::model::Corpus;

/// Whether there is anything to compare: records, measures, or two vendors.
pub fn exists(corpus: &Corpus) -> bool {
    facts::exists(corpus)
        || coverage::exists(corpus)
        || measures::exists(corpus)
        || !topics::occurring(corpus).is_empty()
        || pairs::exists(corpus)
}
