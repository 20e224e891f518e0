//! A company that vendors engage as sub-processor.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::agreement::Allow;
use super::vendor::Contact;
use crate::diagnostic::{FileId, Span};
use crate::parse::Audience;
pub use crate::parse::company::CompanyField;

/// What a register says of one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told<T> {
    /// It.
    Stated(T),
    /// The sources were examined and do not say.
    NotStated,
    /// Nobody has looked yet.
    NotRecorded,
    /// These readers may not see it.
    Withheld(Audience),
}

impl<T> Told<T> {
    /// What is stated, if anything is.
    pub fn stated(&self) -> Option<&T> {
        match self {
            Told::Stated(value) => Some(value),
            _ => None,
        }
    }

    /// The same of what is made from it.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Told<U> {
        match self {
            Told::Stated(value) => Told::Stated(make(value)),
            Told::NotStated => Told::NotStated,
            Told::NotRecorded => Told::NotRecorded,
            Told::Withheld(audience) => Told::Withheld(audience),
        }
    }

    /// The state that readers are shown: `stated`, `not-stated`, `not-recorded`, `withheld`.
    pub fn state(&self) -> &'static str {
        match self {
            Told::Stated(_) => "stated",
            Told::NotStated => "not-stated",
            Told::NotRecorded => "not-recorded",
            Told::Withheld(_) => "withheld",
        }
    }
}

/// A company that vendors engage (GDPR Article 28(2) and (4)).
#[derive(Debug, Clone, PartialEq)]
pub struct Company {
    /// The name of its file, and its place in addresses.
    pub slug: String,
    /// What it is commonly called.
    pub name: String,
    /// Other names by which texts call it.
    pub known_as: Vec<String>,
    /// Its legal name.
    pub legal_name: Told<String>,
    /// Its postal address.
    pub address: Told<String>,
    /// The country where it is established: a code of ISO 3166-1.
    pub country: Told<String>,
    /// The company that controls it: the slug of one of these, or a name.
    pub parent: Told<String>,
    /// Its website.
    pub website: Told<String>,
    /// Ways to reach it.
    pub contacts: Vec<Contact>,
    /// The day on which someone last held the entry against its sources.
    pub reviewed: Option<Date>,
    /// Who may know of it.
    pub audience: Audience,
    /// Who may see a field, where that is narrower.
    pub audiences: BTreeMap<CompanyField, Audience>,
    /// Findings that the author has accepted.
    pub allow: Vec<Allow>,
    /// Its file.
    pub file: FileId,
    /// Where its name stands.
    pub span: Span,
}

impl Company {
    /// Every name that it bears: the common one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let legal = self.legal_name.stated();
        std::iter::once(&self.name).chain(&self.known_as).chain(legal).map(String::as_str)
    }
}
