//! `content/models/`: the site owner's own agreements, a folder each.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Ground, agreements, parties, vendors};
use crate::diagnostic::{BAD_VALUE, FileId, Finding};
use crate::model::agreement::Status;
use crate::model::{Agreement, Vendor};
use crate::parse::table;
use crate::source::Sources;

const FOLDER: &str = "content/models/";

/// Reads every model, each as a party with one agreement.
pub fn load(sources: &Sources, ground: &Ground, memory: &parties::Memory) -> (Vec<Arc<Vendor>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut folders: BTreeMap<String, Vec<FileId>> = BTreeMap::new();
    for file in sources.site_files(FOLDER) {
        let path = &sources.file(file).path;
        // What nothing reads is told of for all of the content together.
        if let [model, name] = path[FOLDER.len()..].split('/').collect::<Vec<_>>().as_slice()
            && (*name == "agreement.toml" || vendors::is_text(name))
        {
            folders.entry((*model).to_owned()).or_default().push(file);
        }
    }
    let mut models = Vec::with_capacity(folders.len());
    for (slug, files) in folders {
        let folder = format!("{FOLDER}{slug}");
        vendors::check_slug(&slug, &folder, &mut findings);
        let read =
            memory.agreement(&folder, sources, &files, ground, || agreements::load(sources, ground, &party(&slug), &slug, &folder, &files));
        let (agreement, told) = &*read;
        findings.extend_from_slice(told);
        let Some(agreement) = agreement else { continue };
        if agreement.status != Status::Model {
            let place = table::key_span(sources, agreement.file, &["status"]);
            let finding = Finding::new(BAD_VALUE, place).with("key", "status").with("expected", "model");
            findings.push(finding.with("suggestion", "model"));
        }
        models.push(memory.model(agreement, || of(agreement)));
    }
    (models, findings)
}

/// Stands for the owner as the party of a model. No folder of a vendor can have this name.
fn party(slug: &str) -> String {
    format!("model:{slug}")
}

fn of(agreement: &Arc<Agreement>) -> Vendor {
    Vendor {
        sub_processors: None,
        entered: None,
        slug: agreement.vendor.clone(),
        name: agreement.text(agreement.original).map_or_else(|| agreement.slug.clone(), |text| text.title.clone()),
        legal_name: None,
        website: None,
        seat: None,
        address: None,
        register: None,
        services: BTreeMap::new(),
        contacts: Vec::new(),
        // Who may see it is said by the agreement itself.
        audience: crate::parse::Audience::Public,
        facts: None,
        certificates: Vec::new(),
        coverage: None,
        file: agreement.file,
        agreements: vec![Arc::clone(agreement)],
    }
}
