//! Vendors and the order of their agreements.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::parties::{self, ReadVendor, VendorInputs};
use super::stated::Stated;
use super::{Ground, agreements, recorded};
use crate::diagnostic::{BAD_FOLDER_NAME, CIRCULAR_BELONGS_TO, FileId, Finding, MISSING_FILE, Place, UNKNOWN_AGREEMENT, nearest};
use crate::i18n::Language;
use crate::model::agreement::{Agreement, AgreementKind};
use crate::model::company::Company;
use crate::model::vendor::{Contact, Vendor};
use crate::parse::vendor::VendorFile;
use crate::parse::{Audience, table};
use crate::source::{Same, Sources};

const FOLDER: &str = "content/vendors/";

/// The files of one vendor.
#[derive(Default)]
struct Files {
    own: Option<FileId>,
    facts: Option<FileId>,
    coverage: Option<FileId>,
    sub_processors: Option<FileId>,
    agreements: BTreeMap<String, Vec<FileId>>,
}

impl Files {
    /// Every one of them.
    fn all(&self) -> impl Iterator<Item = FileId> {
        let own = [self.own, self.facts, self.coverage, self.sub_processors].into_iter().flatten();
        own.chain(self.agreements.values().flatten().copied())
    }
}

/// Reads every vendor, in parallel: vendors know nothing of each other.
pub fn load(
    sources: &Sources,
    ground: &Ground,
    companies: &Arc<[Company]>,
    languages: &[Language],
    memory: &parties::Memory,
) -> (Vec<Arc<Vendor>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut folders: BTreeMap<String, Files> = BTreeMap::new();
    for file in sources.site_files(FOLDER) {
        let path = &sources.file(file).path;
        let segments: Vec<&str> = path[FOLDER.len()..].split('/').collect();
        match segments.as_slice() {
            [vendor, "vendor.toml"] => folders.entry((*vendor).to_owned()).or_default().own = Some(file),
            [vendor, "facts.toml"] => folders.entry((*vendor).to_owned()).or_default().facts = Some(file),
            [vendor, "coverage.toml"] => folders.entry((*vendor).to_owned()).or_default().coverage = Some(file),
            [vendor, "sub-processors.toml"] => folders.entry((*vendor).to_owned()).or_default().sub_processors = Some(file),
            [vendor, agreement, name] if *name == "agreement.toml" || is_text(name) => {
                folders.entry((*vendor).to_owned()).or_default().agreements.entry((*agreement).to_owned()).or_default().push(file);
            }
            // What nothing reads is told of for all of the content together.
            _ => {}
        }
    }
    let read = folders.into_par_iter().map(|(slug, files)| {
        let inputs = VendorInputs {
            files: files.all().map(|file| Same(Arc::clone(sources.shared(file)))).collect(),
            ground: ground.clone(),
            companies: Same(Arc::clone(companies)),
            languages: languages.to_vec(),
        };
        memory.vendor(&slug, inputs, || vendor(sources, ground, companies, languages, &slug, &files, memory))
    });
    let read: Vec<Arc<ReadVendor>> = read.collect();
    let mut vendors = Vec::with_capacity(read.len());
    for read in &read {
        let (vendor, told) = &**read;
        vendors.extend(vendor.clone());
        findings.extend_from_slice(told);
    }
    (vendors, findings)
}

/// Whether a file's name is that of a text: `nl.md`.
pub fn is_text(name: &str) -> bool {
    name.strip_suffix(".md").is_some_and(|code| crate::i18n::Language::from_code(code).is_some())
}

fn vendor(
    sources: &Sources,
    ground: &Ground,
    companies: &[Company],
    languages: &[Language],
    slug: &str,
    files: &Files,
    memory: &parties::Memory,
) -> ReadVendor {
    let mut findings = Vec::new();
    let folder = format!("{FOLDER}{slug}");
    check_slug(slug, &folder, &mut findings);
    let mut agreements = Vec::new();
    for (name, texts) in &files.agreements {
        let folder = format!("{folder}/{name}");
        check_slug(name, &folder, &mut findings);
        let read = memory.agreement(&folder, sources, texts, ground, || agreements::load(sources, ground, slug, name, &folder, texts));
        let (agreement, told) = &*read;
        findings.extend_from_slice(told);
        agreements.extend(agreement.clone());
    }
    check_belongs_to(sources, &agreements, &mut findings);
    let mut reader = recorded::Reader::new(sources, &ground.vocabulary.0, languages, &agreements);
    // Of a folder with neither a vendor nor agreements, records could only say again and again that these are not there.
    let is_read = |_: &FileId| files.own.is_some() || !agreements.is_empty();
    let (facts, certificates) = files.facts.filter(is_read).and_then(|file| reader.facts(file)).unzip();
    let coverage = files.coverage.filter(is_read).and_then(|file| reader.coverage(file));
    let sub_processors = files.sub_processors.filter(is_read).and_then(|file| reader.register(file, companies));
    findings.extend(reader.into_findings());
    let Some(file) = files.own else {
        findings.push(Finding::new(MISSING_FILE, Place::Path(folder)).with("file", "vendor.toml"));
        return (None, findings);
    };
    let (read, told) = table::read::<VendorFile>(sources, file);
    findings.extend(told);
    let Some(read) = read else { return (None, findings) };
    let mut stated = Stated { sources, file, findings: &mut findings };
    let name = stated.required("name", read.name);
    let vendor = Vendor {
        name: name.unwrap_or_else(|| slug.to_owned()),
        legal_name: stated.words("legal-name", read.legal_name),
        website: stated.words("website", read.website),
        seat: stated.words("seat", read.seat),
        address: read.address.filter(|address| address != super::stated::NOT_STATED),
        register: read.register,
        services: read.services,
        contacts: read
            .contact
            .into_iter()
            .map(|contact| Contact { role: contact.role, value: contact.value, audience: contact.audience })
            .collect(),
        audience: read.audience.unwrap_or(Audience::Public),
        facts,
        certificates: certificates.unwrap_or_default(),
        coverage,
        sub_processors,
        entered: stated.day("entered", read.entered),
        agreements: in_order(agreements),
        slug: slug.to_owned(),
        file,
    };
    (Some(Arc::new(vendor)), findings)
}

/// Folder names are addresses: lower-case letters, digits and hyphens.
pub fn check_slug(slug: &str, folder: &str, findings: &mut Vec<Finding>) {
    let is_good =
        !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') && !slug.starts_with('-');
    // A vendor's register will stand beside its agreements, under a name that no agreement can have.
    if !is_good || slug == "sub-processors" || slug == "bilingual" {
        let suggestion = crate::model::ids::slug(slug);
        findings.push(Finding::new(BAD_FOLDER_NAME, Place::Path(folder.to_owned())).with("name", slug).with("suggestion", suggestion));
    }
}

fn check_belongs_to(sources: &Sources, agreements: &[Arc<Agreement>], findings: &mut Vec<Finding>) {
    let find = |slug: &str| agreements.iter().find(|agreement| agreement.slug == slug);
    for agreement in agreements {
        let Some(parent) = &agreement.belongs_to else { continue };
        let at = table::value_span(sources, agreement.file, &["belongs-to"]);
        if find(parent).is_none() {
            let suggestion = nearest(parent, agreements.iter().map(|other| other.slug.as_str())).unwrap_or_default();
            findings.push(Finding::new(UNKNOWN_AGREEMENT, at).with("agreement", parent.as_str()).with("suggestion", suggestion));
            continue;
        }
        let mut next = Some(parent.as_str());
        for _ in 0..=agreements.len() {
            let Some(slug) = next else { break };
            if slug == agreement.slug {
                findings.push(Finding::new(CIRCULAR_BELONGS_TO, at).with("agreement", agreement.slug.as_str()));
                break;
            }
            next = find(slug).and_then(|agreement| agreement.belongs_to.as_deref());
        }
    }
}

/// General terms first, then by slug; what belongs to another comes after it.
fn in_order(mut agreements: Vec<Arc<Agreement>>) -> Vec<Arc<Agreement>> {
    agreements
        .sort_by_key(|agreement| (agreement.belongs_to.is_some(), agreement.kind != AgreementKind::GeneralTerms, agreement.slug.clone()));
    agreements
}
