//! The companies that vendors engage: `content/sub-processors/<slug>.toml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;
use toml::Spanned;
use toml::value::Datetime;

use super::stated::Stated;
use super::{told, written};
use crate::diagnostic::{BAD_VALUE, FileId, Finding, MISSING_KEY, Place, SHARED_NAME, Span, nearest};
use crate::model::company::{Company, CompanyField, Told};
use crate::model::vendor::Contact;
use crate::model::vocabulary::Vocabulary;
use crate::parse::company::CompanyFile;
use crate::parse::field::{Field, NOT_STATED};
use crate::parse::recorded::stated_day;
use crate::parse::{Audience, table};
use crate::source::Sources;

/// Where they are.
pub const FOLDER: &str = "content/sub-processors/";

/// Reads every company.
pub fn load(sources: &Sources, vocabulary: &Vocabulary) -> (Arc<[Company]>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut companies: Vec<Company> = Vec::new();
    for file in sources.site_files(FOLDER) {
        let path = &sources.file(file).path;
        let Some(slug) = path[FOLDER.len()..].strip_suffix(".toml").filter(|slug| !slug.contains('/')) else { continue };
        super::vendors::check_slug(slug, path, &mut findings);
        let (read, told) = table::read::<CompanyFile>(sources, file);
        findings.extend(told);
        companies.extend(read.map(|read| company(sources, file, slug, read, vocabulary, &mut findings)));
    }
    companies.sort_by(|a, b| a.slug.cmp(&b.slug));
    tell_shared_names(&companies, &mut findings);
    (companies.into(), findings)
}

fn company(
    sources: &Sources,
    file: FileId,
    slug: &str,
    read: CompanyFile,
    vocabulary: &Vocabulary,
    findings: &mut Vec<Finding>,
) -> Company {
    let whole = Span::new(file, 0..0);
    let span = read.name.as_ref().map_or(whole, |name| Span::new(file, name.span()));
    findings.extend(written::told(sources, file));
    if let Some(empty) = read.name.as_ref().filter(|name| name.get_ref().trim().is_empty()) {
        findings.push(told::bad_value(file, empty.span(), "name", "\"…\"", ""));
    }
    let name = Stated { sources, file, findings }.required("name", read.name).filter(|name| !name.trim().is_empty());
    let mut field = |key: &'static str, written: Option<Spanned<Field<String>>>| {
        said(key, written, whole, sources, findings).map(|said| said.into_inner())
    };
    let (legal_name, address) = (field("legal-name", read.legal_name), field("address", read.address));
    let at = read.website.as_ref().map_or(0..0, Spanned::span);
    let (parent, website) = (field("parent", read.parent), field("website", read.website));
    let website = match website {
        Told::Stated(written) if !is_web(&written) => {
            findings.push(told::bad_value(file, at, "website", "https://…", ""));
            Told::NotRecorded
        }
        other => other,
    };
    let country = match said("country", read.country, whole, sources, findings) {
        Told::Stated(code) if !vocabulary.countries.contains(code.get_ref()) => {
            findings.push(told::unknown_country(file, &code, &vocabulary.countries));
            Told::NotRecorded
        }
        other => other.map(Spanned::into_inner),
    };
    let reviewed = read.reviewed.as_ref().and_then(|day| self::day(file, "reviewed", day, findings));
    Stated { sources, file, findings }.required("reviewed", read.reviewed);
    let names = CompanyField::ALL.map(CompanyField::name);
    let audiences =
        audiences(file, read.audiences, &names, findings).into_iter().map(|(place, audience)| (CompanyField::ALL[place], audience));
    Company {
        slug: slug.to_owned(),
        name: name.unwrap_or_else(|| slug.to_owned()),
        known_as: read.known_as.into_iter().map(Spanned::into_inner).collect(),
        legal_name,
        address,
        country,
        parent,
        website,
        contacts: read
            .contact
            .into_iter()
            .map(|contact| Contact { role: contact.role, value: contact.value, audience: contact.audience.unwrap_or(Audience::Internal) })
            .collect(),
        reviewed,
        audience: read.audience.unwrap_or(Audience::Public),
        audiences: audiences.collect(),
        allow: told::allowed(file, read.allow, findings),
        file,
        span,
    }
}

/// A name that two companies bear: texts and readers could mean either.
fn tell_shared_names(companies: &[Company], findings: &mut Vec<Finding>) {
    let mut borne: BTreeMap<String, &Company> = BTreeMap::new();
    for company in companies {
        let first = borne.entry(company.name.to_lowercase()).or_insert(company);
        if first.slug != company.slug {
            let finding = Finding::new(SHARED_NAME, company.span).with("name", company.name.as_str());
            findings.push(finding.related(first.span));
        }
    }
}

/// What a field says; what is left out or empty is told, for it may have been forgotten.
pub fn said<T: IsEmpty>(
    key: &str,
    written: Option<Spanned<Field<T>>>,
    whole: Span,
    sources: &Sources,
    findings: &mut Vec<Finding>,
) -> Told<Spanned<T>> {
    let Some(written) = written else {
        if whole.range().is_empty() && is_told(findings, key, whole) {
            return Told::NotRecorded;
        }
        let finding = Finding::new(MISSING_KEY, whole).with("key", key).with("file", sources.file(whole.file).shown_path());
        findings.push(finding.with("suggestion", format!("{key} = \"{NOT_STATED}\"")));
        return Told::NotRecorded;
    };
    let at = written.span();
    match written.into_inner() {
        Field::Said(value) if value.is_empty() => {
            let finding = Finding::new(BAD_VALUE, Span::new(whole.file, at)).with("key", key);
            findings.push(finding.with("expected", "\"not-stated\", \"not-recorded\", …").with("suggestion", "not-stated"));
            Told::NotRecorded
        }
        Field::Said(value) => Told::Stated(Spanned::new(at, value)),
        Field::NotStated => Told::NotStated,
        Field::NotRecorded => Told::NotRecorded,
    }
}

/// Whether a key of the file as a whole was told of, since its value could not be used: it is there.
fn is_told(findings: &[Finding], key: &str, whole: Span) -> bool {
    let is_here = |place: &Place| matches!(place, Place::Span(span) if span.file == whole.file);
    findings.iter().any(|finding| finding.rule == BAD_VALUE && finding.arg("key") == Some(key) && is_here(&finding.place))
}

/// Whether a field was left empty: on purpose it would say so in a word.
pub trait IsEmpty {
    /// Nothing is in it.
    fn is_empty(&self) -> bool;
}

impl IsEmpty for String {
    fn is_empty(&self) -> bool {
        self.trim().is_empty()
    }
}

impl<T> IsEmpty for Vec<T> {
    fn is_empty(&self) -> bool {
        Vec::is_empty(self)
    }
}

impl IsEmpty for crate::model::vocabulary::Local {
    fn is_empty(&self) -> bool {
        // Of a language that was left empty is told where it stands.
        BTreeMap::is_empty(self)
    }
}

/// Whose audience is narrower, by the place of the field in a list of names.
pub fn audiences(
    file: FileId,
    written: BTreeMap<Spanned<String>, Audience>,
    names: &[&str],
    findings: &mut Vec<Finding>,
) -> Vec<(usize, Audience)> {
    let mut found = Vec::new();
    for (name, audience) in written {
        match names.iter().position(|known| known == name.get_ref()) {
            Some(place) => found.push((place, audience)),
            None => findings.push(told::bad_value(
                file,
                name.span(),
                "audiences",
                &names.join(", "),
                nearest(name.get_ref(), names.iter().copied()).unwrap_or_default(),
            )),
        }
    }
    found
}

/// Whether an address is one of the web: what it opens is a page, and nothing runs.
pub fn is_web(written: &str) -> bool {
    let is_http = written.starts_with("https://") || written.starts_with("http://");
    is_http && !written.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// A day; a date with a time, or a time alone, is none.
pub fn day(file: FileId, key: &str, written: &Spanned<Datetime>, findings: &mut Vec<Finding>) -> Option<Date> {
    let day = stated_day(Some(written.get_ref())).filter(|_| written.get_ref().time.is_none());
    if day.is_none() {
        findings.push(told::bad_value(file, written.span(), key, "2026-11-22", ""));
    }
    day
}
