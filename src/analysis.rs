//! What a site knows when its agreements are held beside each other.

pub mod glossary;

pub use glossary::Glossary;
