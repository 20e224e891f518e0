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
