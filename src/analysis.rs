//! What a site knows when its agreements are held beside each other.

pub mod coverage;
pub mod facts;
pub mod glossary;

pub use glossary::Glossary;
