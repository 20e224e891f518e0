//! What the lists of a site ask of each vendor's texts: found once for each vendor, and again only when its texts change.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::links::{self, Link};
use crate::analysis::{measures, topics};
use crate::i18n::Language;
use crate::model::{Corpus, Vendor};
use crate::source::{Remembered, Same};

/// What is asked of a vendor's texts.
#[derive(Debug)]
pub struct Digest {
    /// The topics that any of its clauses has.
    pub topics: BTreeSet<String>,
    /// Whether it states a measure, or mentions a certificate.
    pub has_measures: bool,
    /// Links that authors made, as far as they do not lead to another site or to a place of the same page.
    pub links: Vec<Link>,
}

/// The digests of vendors, by slug.
#[derive(Default)]
pub struct Memory(Remembered<String, (Same<Vendor>, Language), Digest>);

impl Memory {
    /// The digest of each vendor, in their order.
    pub fn digests(&self, corpus: &Corpus) -> Vec<Arc<Digest>> {
        let language = corpus.languages.first().copied().unwrap_or(Language::NL);
        let digest = |vendor: &Arc<Vendor>| {
            self.0.get(vendor.slug.clone(), (Same(Arc::clone(vendor)), language), || Digest {
                topics: topics::of(vendor),
                has_measures: measures::has_any(vendor, language),
                links: links::of(vendor),
            })
        };
        corpus.vendors.par_iter().map(digest).collect()
    }

    /// Forgets who is gone.
    pub fn forget(&self) {
        self.0.forget();
    }
}
