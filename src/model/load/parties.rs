//! What is remembered of the agreements and vendors that were read.

use std::sync::Arc;

use super::Ground;
use crate::diagnostic::{FileId, Finding};
use crate::i18n::Language;
use crate::model::{Agreement, Company, Vendor};
use crate::source::{Files, Remembered, Same, Sources};

/// An agreement that could be read, and what is told of it.
pub type ReadAgreement = (Option<Arc<Agreement>>, Vec<Finding>);
/// A vendor that could be read, and what is told of it and its agreements.
pub type ReadVendor = (Option<Arc<Vendor>>, Vec<Finding>);

/// Agreements and vendors with what they were read from.
#[derive(Default)]
pub struct Memory {
    /// By the agreement's folder.
    agreements: Remembered<String, (Files, Ground), ReadAgreement>,
    /// By the slug of the agreement.
    models: Remembered<String, Same<Agreement>, Vendor>,
    /// By slug.
    vendors: Remembered<String, VendorInputs, ReadVendor>,
}

/// Everything that a reading of a vendor looks at.
#[derive(PartialEq)]
pub struct VendorInputs {
    /// All its files.
    pub files: Files,
    /// What there is to name.
    pub ground: Ground,
    /// The companies that it may engage.
    pub companies: Same<[Company]>,
    /// The languages of the site.
    pub languages: Vec<Language>,
}

impl Memory {
    /// An agreement, from memory if its files and the ground stayed the same.
    pub fn agreement(
        &self,
        folder: &str,
        sources: &Sources,
        files: &[FileId],
        ground: &Ground,
        read: impl FnOnce() -> ReadAgreement,
    ) -> Arc<ReadAgreement> {
        let files = files.iter().map(|file| Same(Arc::clone(sources.shared(*file)))).collect();
        self.agreements.get(folder.to_owned(), (files, ground.clone()), read)
    }

    /// A vendor, from memory if all that it is read from stayed the same.
    pub fn vendor(&self, slug: &str, inputs: VendorInputs, read: impl FnOnce() -> ReadVendor) -> Arc<ReadVendor> {
        self.vendors.get(slug.to_owned(), inputs, read)
    }

    /// The party that stands for the owner with a model.
    pub fn model(&self, agreement: &Arc<Agreement>, make: impl FnOnce() -> Vendor) -> Arc<Vendor> {
        self.models.get(agreement.slug.clone(), Same(Arc::clone(agreement)), make)
    }

    /// Forgets what is gone.
    pub fn forget(&self, sources: &Sources) {
        self.vendors.forget();
        self.models.forget();
        // A vendor from memory does not ask for its agreements.
        self.agreements.retain(|folder| sources.site_files(&format!("{folder}/")).next().is_some());
    }
}
