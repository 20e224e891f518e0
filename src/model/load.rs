//! From files to the corpus.

mod agreements;
mod companies;
mod engagements;
mod models;
mod names;
mod owner;
mod parties;
mod playbook;
mod recorded;
mod stated;
mod told;
mod unexpected;
mod vendors;
mod vocabularies;
mod written;

use std::sync::Arc;

use super::vocabulary::Vocabulary;
use super::{Company, Corpus, Site};
use crate::diagnostic::{BAD_VALUE, Finding, Span};
use crate::i18n::{Language, Messages};
use crate::parse::configuration::{Configuration, Hsts};
use crate::parse::{page, table};
use crate::source::{Files, Remembered, Same, Sources};

/// The folder of the theme that came with the program.
pub const DEFAULT_THEME: &str = "default";

/// What was read, and what is wrong with it.
type Read<T> = (Arc<T>, Vec<Finding>);

/// What was read before, and of what.
#[derive(Default)]
pub struct Memory {
    vocabulary: Remembered<(), Files, Read<Vocabulary>>,
    companies: Remembered<(), (Files, Same<Vocabulary>), Read<[Company]>>,
    parties: parties::Memory,
}

/// What every reading looks at, besides the files it is of.
#[derive(Clone, PartialEq)]
struct Ground {
    messages: Messages,
    vocabulary: Same<Vocabulary>,
}

impl Corpus {
    /// Reads and understands everything a site says. Whatever is wrong is told; the rest is there.
    pub fn load(sources: &Sources, messages: &Messages) -> (Corpus, Vec<Finding>) {
        Memory::default().load(sources, messages)
    }
}

impl Memory {
    /// Forgets what is gone.
    pub fn forget(&self, sources: &Sources) {
        self.parties.forget(sources);
    }

    /// As [`Corpus::load`], but what is made of files that stayed the same is taken from memory, and is the very same.
    pub fn load(&self, sources: &Sources, messages: &Messages) -> (Corpus, Vec<Finding>) {
        let mut findings = Vec::new();
        let known: Vec<Language> = messages.languages().collect();
        let (site, languages) = site(sources, &known, &mut findings);
        let read = self.vocabulary.get((), sources.all("content/vocabulary/"), || {
            let mut findings = Vec::new();
            let vocabulary = vocabularies::load(sources, &mut findings);
            vocabularies::check_names(&vocabulary, sources, &mut findings);
            (Arc::new(vocabulary), findings)
        });
        let (vocabulary, told) = &*read;
        findings.extend_from_slice(told);
        let ground = Ground { messages: messages.clone(), vocabulary: Same(Arc::clone(vocabulary)) };
        let known = (sources.all(companies::FOLDER), ground.vocabulary.clone());
        let read = self.companies.get((), known, || companies::load(sources, vocabulary));
        let (companies, told) = &*read;
        findings.extend_from_slice(told);
        let (vendors, told) = vendors::load(sources, &ground, companies, &languages, &self.parties);
        findings.extend(told);
        let (models, told) = models::load(sources, &ground, &self.parties);
        findings.extend(told);
        let (pages, told) = page::read_all(sources);
        findings.extend(told);
        let (pages, told) = names::filled(pages, &site.name, &site.owner);
        findings.extend(told);
        findings.extend(unexpected::tell(sources, messages));
        let (playbook, told) = playbook::load(sources, vocabulary, &languages);
        findings.extend(told);
        let (companies, vocabulary) = (Arc::clone(companies), Arc::clone(vocabulary));
        (Corpus { languages, site, vendors, models, companies, vocabulary, pages, playbook }, findings)
    }
}

fn site(sources: &Sources, known: &[Language], findings: &mut Vec<Finding>) -> (Site, Vec<Language>) {
    let file = sources.find("clausewerk.toml");
    let configuration = file.and_then(|file| {
        let (read, told) = table::read::<Configuration>(sources, file);
        findings.extend(told);
        read
    });
    let Configuration { site: table, publish, look, owner, contact, security_txt } = configuration.unwrap_or_default();
    let mut wrong = |span: std::ops::Range<usize>, key: &str, expected: &str| {
        findings.extend(file.map(|file| Finding::new(BAD_VALUE, Span::new(file, span)).with("key", key).with("expected", expected)));
    };
    let base_url = table.base_url.and_then(|written| {
        let normal = normal_base_url(written.get_ref());
        if normal.is_none() {
            wrong(written.span(), "site.base-url", "https://…/");
        }
        normal
    });
    let mut languages = known.to_vec();
    if let Some(written) = table.languages {
        let chosen: Vec<Language> = written.get_ref().iter().copied().filter(|language| known.contains(language)).collect();
        let repeats = written.get_ref().iter().enumerate().any(|(index, language)| written.get_ref()[..index].contains(language));
        if chosen.is_empty() || chosen.len() < written.get_ref().len() || repeats {
            wrong(written.span(), "site.languages", &known.iter().map(Language::to_string).collect::<Vec<_>>().join(", "));
        } else {
            languages = chosen;
        }
    }
    let mut hsts = Hsts::Default;
    if let Some(written) = publish.hsts {
        if written.get_ref().is_understood() {
            hsts = written.into_inner();
        } else {
            wrong(written.span(), "publish.hsts", "true, false, \"max-age=31536000\"");
        }
    }
    // Without a file nothing is said, and nothing can be wrong with it.
    let (owner, security_txt) = file.map_or_else(Default::default, |file| {
        let mut stated = stated::Stated { sources, file, findings };
        let owner = owner::owner(&mut stated, owner, contact);
        let security_txt = owner::security_txt(&mut stated, &owner, security_txt);
        (owner, security_txt)
    });
    let site = Site {
        name: table.name.unwrap_or_else(|| "Clausewerk".to_owned()),
        tagline: table.tagline,
        base_url,
        has_search: table.search.unwrap_or(true),
        theme: table.theme.map_or_else(|| DEFAULT_THEME.to_owned(), toml::Spanned::into_inner),
        hsts,
        look,
        owner,
        security_txt,
    };
    (site, languages)
}

/// An absolute http(s) address with a final slash and neither query nor fragment, or nothing.
pub fn normal_base_url(written: &str) -> Option<String> {
    let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"))?;
    let host = rest.split('/').next().unwrap_or_default();
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/[]%".contains(c);
    let is_good = !host.is_empty() && rest.chars().all(is_plain) && !rest.contains("//") && !rest.split('/').any(|segment| segment == "..");
    is_good.then(|| format!("{}/", written.trim_end_matches('/')))
}
