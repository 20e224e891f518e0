//! The clause model: one immutable [`Corpus`] of vendors, agreements and their texts.
//!
//! `parse` says what stands in the files; this module says what it means: which paragraph is a clause, what
//! its id is, which clause of a translation belongs to which clause of the original. Nothing here is changed
//! later: `audience` makes a new corpus, `resolve` makes tables beside it.

pub mod agreement;
pub mod company;
pub mod date;
pub mod engagement;
pub mod ids;
pub mod load;
pub mod locate;
pub mod lower;
pub mod notes;
pub mod owner;
pub mod pair;
pub mod playbook;
pub mod recorded;
pub mod tree;
pub mod vendor;
pub mod vocabulary;
pub mod walk;

pub use crate::parse::text::{Inline, Text, TextId};
pub use agreement::{Agreement, AgreementKind, AgreementText, Allow, Party, Prevailing, Status, TermHint, TextKind, TranslationStatus};
pub use company::{Company, Told};
pub use date::PartialDate;
pub use engagement::{Change, Engagement};
pub use tree::{Article, Block, Clause, Item, Meta, NodeId, Note, Part, Row, Table};
pub use vendor::{Contact, Register, Stated, Vendor};

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::i18n::Language;
use crate::parse::configuration::{Hsts, LookTable};
use crate::parse::page::PageFile;

/// Everything a site says, immutable.
#[derive(Debug, Clone, PartialEq)]
pub struct Corpus {
    /// The site's languages, the default one first.
    pub languages: Vec<Language>,
    /// The site as a whole.
    pub site: Site,
    /// Vendors, in the order of their slugs.
    pub vendors: Vec<Arc<Vendor>>,
    /// The owner's own agreements, each as a party with that one agreement: it is read, withheld and held against a vendor's as
    /// those are.
    pub models: Vec<Arc<Vendor>>,
    /// The companies that vendors engage, in the order of their slugs.
    pub companies: Arc<[Company]>,
    /// The vocabularies, site over built-in.
    pub vocabulary: Arc<vocabulary::Vocabulary>,
    /// Pages of the owner's own words, in the order of their paths.
    pub pages: Vec<PageFile>,
    /// The owner's positions, in the order of the file: for the internal audience only.
    pub playbook: Vec<playbook::Position>,
}

/// The site as a whole, from `clausewerk.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The name in the masthead and in titles.
    pub name: String,
    /// One line about it, by language.
    pub tagline: BTreeMap<Language, String>,
    /// Where it will be served, with a final slash; `None` when not said.
    pub base_url: Option<String>,
    /// Whether it can be searched.
    pub has_search: bool,
    /// The folder of its theme.
    pub theme: String,
    /// What its host says of HTTPS.
    pub hsts: Hsts,
    /// How it looks, over what its theme says.
    pub look: LookTable,
    /// Who publishes it.
    pub owner: owner::Owner,
    /// What its `security.txt` says, where it has one.
    pub security_txt: Option<owner::SecurityTxt>,
}

impl Corpus {
    /// Everybody who has agreements: the vendors, and the owner with its models.
    pub fn parties(&self) -> impl Iterator<Item = &Vendor> {
        self.vendors.iter().chain(&self.models).map(Arc::as_ref)
    }

    /// A vendor by its slug.
    pub fn vendor(&self, slug: &str) -> Option<&Vendor> {
        self.vendors.iter().map(Arc::as_ref).find(|vendor| vendor.slug == slug)
    }

    /// A company by its slug.
    pub fn company(&self, slug: &str) -> Option<&Company> {
        self.companies.binary_search_by(|company| company.slug.as_str().cmp(slug)).ok().map(|place| &self.companies[place])
    }
}
