//! A vendor: an organisation that acts as processor.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::agreement::Agreement;
use super::engagement;
use super::recorded::{Certificate, Fact, Graded, Records};
use crate::diagnostic::FileId;
use crate::i18n::Language;
use crate::parse::Audience;
pub use crate::parse::vendor::{ContactRole, Register};

/// What a source states, or `None` where it was examined and does not say (`"not-stated"` in the file).
pub type Stated<T> = Option<T>;

/// An organisation that acts as processor (GDPR Article 4(8)).
#[derive(Debug, Clone, PartialEq)]
pub struct Vendor {
    /// The name of its folder, and its place in addresses.
    pub slug: String,
    /// What it is commonly called.
    pub name: String,
    /// Its legal name.
    pub legal_name: Stated<String>,
    /// Its website.
    pub website: Stated<String>,
    /// The municipality where it is established.
    pub seat: Stated<String>,
    /// Its postal address.
    pub address: Stated<String>,
    /// The trade register and the number in it.
    pub register: Option<Register>,
    /// What it does, in a few words, by language.
    pub services: BTreeMap<Language, String>,
    /// Whom to reach, by role; never natural persons on public pages.
    pub contacts: Vec<Contact>,
    /// Who may know of this vendor.
    pub audience: Audience,
    /// What its agreements state, where someone has recorded that.
    pub facts: Option<Records<Fact>>,
    /// The certificates that they mention.
    pub certificates: Vec<Certificate>,
    /// What of the law's requirements is found in them, where someone has recorded that.
    pub coverage: Option<Records<Graded>>,
    /// The companies that it engages, where someone has recorded that.
    pub sub_processors: Option<engagement::Register>,
    /// The day on which it was put on the site, where that is recorded.
    pub entered: Option<Date>,
    /// Its agreements: general terms first, then in the order of their slugs. What belongs to another follows it.
    pub agreements: Vec<Arc<Agreement>>,
    /// Its `vendor.toml`.
    pub file: FileId,
}

/// A way to reach a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What for.
    pub role: ContactRole,
    /// An e-mail address, telephone number or web address.
    pub value: String,
    /// Who may see it.
    pub audience: Audience,
}
