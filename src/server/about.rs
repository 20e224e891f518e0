//! What the bar says of a page: what was found in the files that it is made of, where its clauses stand, the same page in other
//! languages, and as whom it can be read. Made when it is asked for; no page holds any of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::answer::File;
use super::generation::preview_headers;
use super::live::Live;
use super::places::{Places, file_of, is_of, missing_in, places_of, sources_of};
use super::readers::Readers;
use crate::Assembled;
use crate::diagnostic::{FileId, Finding, Place, Severity};
use crate::i18n::{Language, Messages, Value};
use crate::parse::Audience;
use crate::report::{Position, Report, Words};
use crate::site::headers::Sort;
use crate::site::{Address, Page, World};
use crate::source::Sources;

/// What a reading found, with what is needed to tell it.
pub struct Found {
    sources: Arc<Sources>,
    messages: Arc<Messages>,
    findings: Vec<Finding>,
}

impl Found {
    /// What was found in this site.
    pub fn of(site: &Assembled) -> Found {
        Found { sources: Arc::clone(&site.sources), messages: Arc::clone(&site.messages), findings: site.findings.clone() }
    }
}

/// What the bar says of a page.
#[derive(Debug, Serialize)]
pub struct About {
    /// The bar's own words.
    words: BTreeMap<&'static str, String>,
    audiences: Vec<Choice>,
    findings: Findings,
    #[serde(flatten)]
    page: OfPage,
}

/// An audience that can be chosen.
#[derive(Debug, Serialize)]
struct Choice {
    name: &'static str,
    label: String,
    is_chosen: bool,
}

/// What was found.
#[derive(Debug, Serialize)]
struct Findings {
    /// How many of this page there are, in words.
    count: String,
    /// How many there are in all.
    number: usize,
    /// The gravest severity among them.
    worst: Option<&'static str>,
    /// Those of this page, the gravest first.
    list: Vec<Told>,
    /// How many there are elsewhere, in words.
    elsewhere: String,
}

/// A finding in words.
#[derive(Debug, Serialize)]
struct Told {
    severity: &'static str,
    /// The severity in the reader's language, with the name of the rule.
    label: String,
    rule: &'static str,
    title: String,
    /// `content/…/nl.md:12:3`.
    place: Option<String>,
    why: Option<String>,
    help: Option<String>,
}

/// What only a page that is there has.
#[derive(Debug, Default, Serialize)]
pub struct OfPage {
    twins: Vec<Twin>,
    files: Vec<FileOf>,
    /// The file in which most of it is written, by its place in `files`.
    file: Option<usize>,
    /// By an id on the page: the file, by its place in `files`, and the line.
    places: BTreeMap<String, Vec<(usize, usize)>>,
    #[serde(skip)]
    made_of: Vec<String>,
    #[serde(skip)]
    address: String,
}

/// The same page in another language.
#[derive(Debug, Serialize)]
struct Twin {
    lang: Language,
    label: String,
    href: String,
    /// The ids that it has not.
    missing: Vec<String>,
}

/// A file that a page is written in.
#[derive(Debug, Serialize)]
struct FileOf {
    path: String,
    /// The language of an agreement's text.
    lang: Option<Language>,
}

/// The bar's words, by message. Those in braces the script fills in.
const WORDS: [(&str, &str); 10] = [
    ("bar", "preview-bar"),
    ("fold", "preview-fold"),
    ("unfold", "preview-unfold"),
    ("findings", "preview-findings"),
    ("readAs", "preview-read-as"),
    ("source", "preview-source"),
    ("copy", "preview-copy"),
    ("copied", "preview-copied"),
    ("keep", "preview-keep"),
    ("built", "preview-built"),
];

impl About {
    /// What is said to who reads as this audience. `found` is the newest there is to tell, be it of a reading that is
    /// not shown since it has errors.
    pub fn new(live: &Live, audience: Audience, readers: &Readers, page: Option<OfPage>, found: Option<&Found>) -> About {
        let to_fill = [("time", Value::from("{time}")), ("took", Value::from("{took}")), ("place", Value::from("{place}"))];
        let words = WORDS.iter().map(|(name, id)| (*name, live.say(id, &to_fill))).collect();
        let mut page = page.unwrap_or_default();
        let findings = match found {
            Some(found) if readers.may_know_all() => Findings::new(live, found, &page),
            Some(_) => Findings::untold(live.say("preview-untold", &[])),
            None => Findings::untold(String::new()),
        };
        if !readers.may_know_all() {
            // Where clauses stand in files is for who has the files.
            page.places.clear();
            page.files.clear();
            page.file = None;
        }
        let choice = |one: Audience| Choice {
            name: one.name(),
            label: live.say("preview-audience", &[("audience", Value::from(one.name()))]),
            is_chosen: one == audience,
        };
        About { words, audiences: readers.all().map(choice).collect(), findings, page }
    }

    /// What is said of a page by its path below the base path; nothing if there is no such page for this audience.
    pub fn page(live: &Live, site: &Assembled, inner: &str) -> Option<OfPage> {
        let (address, page) = site.pages.find(inner)?;
        let world = &site.world;
        let places = places_of(world, page);
        let mut lines = Lines::new(world);
        let file = file_of(world, page).map(|file| lines.file(file));
        let found = places.iter().map(|(id, spans)| (id.clone(), spans.iter().map(|span| lines.of(span.file, span.start)).collect()));
        let found = found.collect();
        Some(OfPage {
            twins: twins(live, site, page, &places),
            file,
            places: found,
            files: lines.files,
            made_of: sources_of(world, page),
            address: address.as_str().to_owned(),
        })
    }

    /// As a file of JSON.
    pub fn file(&self) -> File {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        File { kind: "application/json".to_owned(), bytes: bytes.into(), headers: preview_headers(Sort::Ordinary) }
    }
}

fn twins(live: &Live, site: &Assembled, page: &Page, places: &Places) -> Vec<Twin> {
    let world = &site.world;
    let spoken = page.language();
    let others = world.languages().iter().filter(|language| spoken.is_some_and(|spoken| spoken != **language));
    let twin = |language: &Language| {
        let twin = page.twin(*language);
        let address: Address = twin.address(world).filter(|address| site.pages.find(address.as_str()).is_some())?;
        let name = live.say("language-name", &[("code", Value::from(language.code()))]);
        let label = live.say("preview-twin", &[("language", Value::from(name.as_str()))]);
        Some(Twin { lang: *language, label, href: world.base.link(&address), missing: missing_in(world, &twin, places) })
    };
    others.filter_map(twin).collect()
}

impl Findings {
    fn new(live: &Live, found: &Found, page: &OfPage) -> Findings {
        let Found { sources, messages, findings } = found;
        let (mut own, others): (Vec<&Finding>, Vec<&Finding>) =
            findings.iter().partition(|finding| is_of(&finding.place, sources, &page.made_of, &page.address));
        own.sort_by_key(|finding| std::cmp::Reverse(finding.rule.severity));
        let counted = |findings: &[&Finding]| {
            let of = |severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
            let each = [(Severity::Error, "summary-errors"), (Severity::Warning, "summary-warnings"), (Severity::Note, "summary-notes")];
            let each = each.map(|(severity, id)| (of(severity), id)).into_iter().filter(|(count, _)| *count > 0);
            let each: Vec<String> = each.map(|(count, id)| live.say(id, &[("count", Value::from(count))])).collect();
            if each.is_empty() { live.say("summary-no-findings", &[]) } else { each.join(", ") }
        };
        let report = Report::new(sources, messages, live.language);
        let told = |finding: &&Finding| {
            let Words { title, why, help, .. } = report.words(finding);
            let place = match &finding.place {
                Place::Span(span) => {
                    let Position { line, column } = Position::of_span(sources, *span);
                    Some(format!("{}:{line}:{column}", sources.file(span.file).shown_path()))
                }
                Place::Path(path) | Place::Address(path) => Some(path.clone()),
                Place::Nowhere => None,
            };
            let severity = finding.rule.severity.name();
            Told { severity, label: live.say(&format!("severity-{severity}"), &[]), rule: finding.rule.name, title, place, why, help }
        };
        Findings {
            count: counted(&own),
            number: own.len(),
            worst: own.first().map(|finding| finding.rule.severity.name()),
            list: own.iter().map(told).collect(),
            elsewhere: live.say("preview-elsewhere", &[("counts", Value::from(counted(&others).as_str()))]),
        }
    }

    /// Where others look on, nothing is quoted.
    fn untold(why: String) -> Findings {
        Findings { count: String::new(), number: 0, worst: None, list: Vec::new(), elsewhere: why }
    }
}

/// Numbers lines, finding those of a file once.
struct Lines<'a> {
    world: &'a World,
    files: Vec<FileOf>,
    starts: HashMap<FileId, (usize, Vec<u32>)>,
}

impl<'a> Lines<'a> {
    fn new(world: &'a World) -> Lines<'a> {
        Lines { world, files: Vec::new(), starts: HashMap::new() }
    }

    fn of_file(&mut self, file: FileId) -> &(usize, Vec<u32>) {
        let (world, files) = (self.world, &mut self.files);
        self.starts.entry(file).or_insert_with(|| {
            let source = world.sources.file(file);
            let texts = world.corpus.parties().flat_map(|party| &party.agreements).flat_map(|agreement| agreement.texts.values());
            let lang = texts.into_iter().find(|text| text.file == file).map(|text| text.language);
            files.push(FileOf { path: source.shown_path(), lang });
            let ends = source.text().match_indices('\n').map(|(end, _)| u32::try_from(end).unwrap_or(u32::MAX));
            (files.len() - 1, ends.collect())
        })
    }

    /// The place of a file in the list of files.
    fn file(&mut self, file: FileId) -> usize {
        self.of_file(file).0
    }

    /// The place of a file in the list of files, and the line, from 1, of a byte of it.
    fn of(&mut self, file: FileId, byte: u32) -> (usize, usize) {
        let (place, ends) = self.of_file(file);
        (*place, ends.partition_point(|end| *end < byte) + 1)
    }
}

#[cfg(test)]
mod tests;
