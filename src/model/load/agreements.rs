//! An agreement's folder: `agreement.toml` and one Markdown file for each language.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::parties::ReadAgreement;
use super::stated::Stated;
use super::{Ground, told, vocabularies};
use crate::diagnostic::{
    ABSENT_TRANSLATION, BAD_VALUE, DUPLICATE_ENTRY, EMPTY_FILE, FileId, Finding, MISSING_AUDIENCE, MISSING_FILE, MISSING_ORIGINAL, Place,
    Span, UNDECLARED_TRANSLATION, nearest,
};
use crate::i18n::{Language, Messages};
use crate::model::agreement::{Agreement, AgreementText, Prevailing, Reply, Revision};
use crate::model::lower::{Frame, lower};
use crate::model::pair::pair;
use crate::model::vocabulary::Vocabulary;
use crate::model::walk;
use crate::parse::agreement::{AgreementFile, AgreementKind, ReplyEntry, RevisionEntry, Status, TextKind};
use crate::parse::{Audience, markdown, table};
use crate::source::{Same, Sources};

/// Reads one agreement.
pub fn load(sources: &Sources, ground: &Ground, vendor: &str, slug: &str, folder: &str, files: &[FileId]) -> ReadAgreement {
    let Ground { messages, vocabulary: Same(vocabulary) } = ground;
    let mut findings = Vec::new();
    let name_of = |file: FileId| sources.file(file).path.rsplit('/').next().unwrap_or_default().to_owned();
    let Some(file) = files.iter().copied().find(|file| name_of(*file) == "agreement.toml") else {
        findings.push(Finding::new(MISSING_FILE, Place::Path(folder.to_owned())).with("file", "agreement.toml"));
        return (None, findings);
    };
    let (read, told) = table::read::<AgreementFile>(sources, file);
    findings.extend(told);
    let Some(read) = read else { return (None, findings) };
    let texts: BTreeMap<Language, FileId> =
        files.iter().filter_map(|file| Some((Language::from_code(name_of(*file).strip_suffix(".md")?)?, *file))).collect();
    let discloses = read.discloses.clone();
    let mut agreement = facts(sources, file, vendor, slug, read, &mut findings);
    agreement.texts = read_texts(sources, messages, vocabulary, &agreement, folder, &texts, &mut findings);
    findings.extend(undisclosed(&agreement, &discloses));
    vocabularies::check(vocabulary, &agreement, sources, &mut findings);
    vocabularies::check_terms(&agreement, sources, messages, &mut findings);
    (Some(Arc::new(agreement)), findings)
}

fn facts(sources: &Sources, file: FileId, vendor: &str, slug: &str, read: AgreementFile, findings: &mut Vec<Finding>) -> Agreement {
    // An audience that could not be read has been told of.
    let is_told = |finding: &Finding| finding.rule == BAD_VALUE && finding.arg("key") == Some("audience");
    if read.audience.is_none() && !findings.iter().any(is_told) {
        findings.push(Finding::new(MISSING_AUDIENCE, Span::new(file, 0..0)));
    }
    let original = read.original.as_ref().map(|original| *original.get_ref());
    if let Some(language) = original.filter(|original| read.translations.contains_key(original)) {
        let place = table::key_span(sources, file, &["translations", language.code()]);
        let key = format!("translations.{language}");
        findings.push(Finding::new(BAD_VALUE, place).with("key", key).with("expected", format!("≠ {language}")));
    }
    let allow = told::allowed(file, read.allow, findings);
    for reply in read.reply.iter().filter(|reply| reply.text.get_ref().trim().is_empty()) {
        findings.push(Finding::new(BAD_VALUE, Span::new(file, reply.text.span())).with("key", "reply.text").with("expected", "\"…\""));
    }
    let mut stated = Stated { sources, file, findings };
    let mut replies: Vec<Reply> = read.reply.into_iter().filter_map(|reply| self::reply(&mut stated, reply)).collect();
    replies.sort_by_key(|reply| reply.date);
    let revisions = revisions(&mut stated, read.revision);
    // An agreement that does not say who may read it is an error, and until that is mended it is nobody's.
    let audience = read.audience.map_or(Audience::Internal, toml::Spanned::into_inner);
    Agreement {
        vendor: vendor.to_owned(),
        slug: slug.to_owned(),
        kind: stated.required("kind", read.kind).unwrap_or(AgreementKind::Other),
        status: stated.required("status", read.status).unwrap_or(Status::Offered),
        text_kind: stated.required("text", read.text).unwrap_or(TextKind::Summary),
        audience,
        listed: read.listed.unwrap_or(audience != Audience::Internal),
        withheld: false,
        original: stated.required("original", read.original).unwrap_or(Language::NL),
        prevailing: stated.required("prevailing", read.prevailing).unwrap_or(Prevailing::NotStated),
        version: stated.words("version", read.version),
        date: stated.date(read.date),
        effective: stated.date(read.effective),
        signed: stated.date(read.signed),
        received: stated.date(read.received),
        verified: stated.day("verified", read.verified),
        belongs_to: read.belongs_to.map(toml::Spanned::into_inner),
        prevails: read.prevails,
        known_as: read.known_as,
        parties: read.party,
        terms: read.term,
        external: read.external.into_iter().map(|external| external.names).collect(),
        discloses: read.discloses.into_iter().map(toml::Spanned::into_inner).collect(),
        replies,
        revisions,
        allow,
        translations: read.translations.into_iter().map(|(language, entry)| (language, entry.status)).collect(),
        texts: BTreeMap::new(),
        file,
    }
}

/// Each on a day of its own: that is how feeds know them.
fn revisions(stated: &mut Stated<'_>, entries: Vec<RevisionEntry>) -> Vec<Revision> {
    let mut revisions: Vec<Revision> = Vec::with_capacity(entries.len());
    for entry in entries {
        let span = Span::new(stated.file, entry.date.span());
        let Some(date) = stated.day("revision.date", Some(entry.date)) else { continue };
        if let Some(first) = revisions.iter().find(|known| known.date == date) {
            stated.findings.push(Finding::new(DUPLICATE_ENTRY, span).with("id", date.to_string()).related(first.span));
            continue;
        }
        revisions.push(Revision { date, version: entry.version, is_correction: entry.correction, what: entry.what, span });
    }
    revisions.sort_by_key(|revision| revision.date);
    revisions
}

fn reply(stated: &mut Stated<'_>, entry: ReplyEntry) -> Option<Reply> {
    let span = Span::new(stated.file, entry.text.span());
    let paragraphs = entry.text.get_ref().split("\n\n").map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
    let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty()).collect();
    Some(Reply { date: stated.day("reply.date", Some(entry.date))?, language: entry.language, paragraphs, span })
}

/// Measures that are disclosed, and that the text does not have: there would be nothing to request.
fn undisclosed(agreement: &Agreement, discloses: &[toml::Spanned<String>]) -> Vec<Finding> {
    let mut stated: BTreeSet<&str> = BTreeSet::new();
    if let Some(text) = agreement.texts.get(&agreement.original) {
        walk::metas(&text.parts, &mut |meta| stated.extend(meta.measures.iter().map(String::as_str)));
    }
    let list = if stated.is_empty() { "–".to_owned() } else { stated.iter().copied().collect::<Vec<_>>().join(", ") };
    let tell = |measure: &toml::Spanned<String>| {
        let finding = Finding::new(BAD_VALUE, Span::new(agreement.file, measure.span())).with("key", "discloses");
        let suggestion = nearest(measure.get_ref(), stated.iter().copied()).unwrap_or_default();
        finding.with("expected", list.clone()).with("suggestion", suggestion)
    };
    discloses.iter().filter(|measure| !stated.contains(measure.get_ref().as_str())).map(tell).collect()
}

fn read_texts(
    sources: &Sources,
    messages: &Messages,
    vocabulary: &Vocabulary,
    agreement: &Agreement,
    folder: &str,
    files: &BTreeMap<Language, FileId>,
    findings: &mut Vec<Finding>,
) -> BTreeMap<Language, AgreementText> {
    let mut texts = BTreeMap::new();
    let missing = |language: &Language| Place::Path(format!("{folder}/{language}.md"));
    if !files.contains_key(&agreement.original) {
        findings.push(Finding::new(MISSING_ORIGINAL, missing(&agreement.original)).with("file", format!("{}.md", agreement.original)));
    }
    for language in agreement.translations.keys().filter(|language| !files.contains_key(language)) {
        let place = table::key_span(sources, agreement.file, &["translations", language.code()]);
        findings.push(Finding::new(ABSENT_TRANSLATION, place).with("file", format!("{language}.md")));
    }
    for (language, file) in files {
        if *language != agreement.original && !agreement.translations.contains_key(language) {
            let finding = Finding::new(UNDECLARED_TRANSLATION, missing(language)).with("file", format!("{language}.md"));
            findings.push(finding.with("language", language.code()));
        }
        let text = sources.file(*file).text();
        if text.trim().is_empty() {
            findings.push(Finding::new(EMPTY_FILE, Span::new(*file, 0..0)));
            continue;
        }
        let (document, told) = markdown::read(text, *file);
        findings.extend(told);
        if document.elements.is_empty() {
            findings.push(Finding::new(EMPTY_FILE, Span::new(*file, 0..0)));
        }
        let frame = Frame {
            language: *language,
            lexicon: messages.lexicon(*language),
            is_original: *language == agreement.original,
            audience: agreement.audience,
            vocabulary,
        };
        let (lowered, told) = lower(document, &frame);
        findings.extend(told);
        texts.insert(*language, lowered);
    }
    let Some(original) = texts.get(&agreement.original).cloned() else { return texts };
    texts
        .into_iter()
        .map(|(language, text)| {
            if language == agreement.original {
                return (language, text);
            }
            let (paired, told) = pair(&original, text);
            // Of a text that nobody declared, that is all there is to tell.
            findings.extend(told.into_iter().filter(|_| agreement.translations.contains_key(&language)));
            (language, paired)
        })
        .collect()
}
