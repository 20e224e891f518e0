//! Where in the files a page comes from: the files that it is made of, and where what has an id on it stands.

use std::collections::BTreeMap;

use crate::analysis::changes::{self, Event};
use crate::diagnostic::{FileId, Place, Span};
use crate::model::{Agreement, AgreementText, Vendor, walk};
use crate::parse::document::Element;
use crate::site::pages::negotiation;
use crate::site::register::{change_anchor, company_anchor, engagement_anchor};
use crate::site::{Page, World, address, used_terms};
use crate::source::{CONFIGURATION, Sources};

/// The files that a page is made of, as paths; one that ends with `/` stands for all that is in that folder.
///
/// An agreement's page is made of its folder and of what is said of its vendor; a vendor's page of the vendor's whole folder; what
/// puts vendors beside each other of the folders of those vendors; a page of the owner's words of its own file; all that is about
/// the site as a whole of the configuration, the theme and the messages. What pages share with others, such as the name of a topic in
/// a vocabulary, is of the pages where topics, facts and concepts are compared.
pub fn sources_of(world: &World, page: &Page) -> Vec<String> {
    let path = |file: FileId| world.sources.file(file).path.clone();
    let folder = |file: FileId| path(file).rsplit_once('/').map_or_else(String::new, |(folder, _)| format!("{folder}/"));
    let of_vendor = |place: &usize| world.vendor(*place).map(|vendor| folder(vendor.file));
    let of_model = |place: &usize| Some(folder(world.corpus.models.get(*place)?.agreements.first()?.file));
    let registers = || world.corpus.vendors.iter().filter_map(|vendor| Some(path(vendor.sub_processors.as_ref()?.file)));
    let fixed = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
    match page {
        Page::Agreement(_, vendor, agreement) | Page::Bilingual(_, vendor, agreement) => {
            let found = world.agreement(*vendor, *agreement);
            found.map(|(vendor, agreement)| vec![folder(agreement.file), path(vendor.file)]).unwrap_or_default()
        }
        Page::Vendor(_, vendor) => of_vendor(vendor).into_iter().collect(),
        Page::Negotiation(_, vendor) => of_vendor(vendor).into_iter().chain(fixed(&[PLAYBOOK])).collect(),
        Page::VendorSubProcessors(_, vendor) => {
            let vendor = world.vendor(*vendor);
            let register = vendor.and_then(|vendor| Some(path(vendor.sub_processors.as_ref()?.file)));
            vendor.map(|vendor| path(vendor.file)).into_iter().chain(register).chain(fixed(&[COMPANIES])).collect()
        }
        Page::SubProcessor(_, company) => {
            world.corpus.companies.get(*company).map(|company| path(company.file)).into_iter().chain(registers()).collect()
        }
        Page::SubProcessors(_) => registers().chain(fixed(&[COMPANIES])).collect(),
        Page::Changes(_) => registers().chain(fixed(&[VENDORS])).collect(),
        Page::ComparePair(_, left, right) => [left, right].into_iter().filter_map(of_vendor).collect(),
        Page::CompareModel(_, model, vendor) => of_model(model).into_iter().chain(of_vendor(vendor)).collect(),
        Page::CompareModels(_) => fixed(&[MODELS]),
        Page::Playbook(_) => fixed(&[PLAYBOOK, VENDORS]),
        Page::Vendors(_)
        | Page::Definitions(_)
        | Page::Definition(..)
        | Page::Compare(_)
        | Page::CompareFacts(..)
        | Page::CompareCoverage(..)
        | Page::CompareTopics(_)
        | Page::CompareTopic(..)
        | Page::ComparePairs(_)
        | Page::Security(..) => fixed(&[VENDORS, VOCABULARY]),
        Page::Text(language, own) => {
            let found = world.corpus.pages.iter().filter(|page| page.path == *own && page.language == *language);
            found.map(|page| path(page.file)).collect()
        }
        Page::Home(_) | Page::LanguageChoice | Page::NotFound | Page::Search(_) => fixed(&[CONFIGURATION, "i18n/", "themes/"]),
        _ => Vec::new(),
    }
}

const VENDORS: &str = "content/vendors/";
const MODELS: &str = "content/models/";
const COMPANIES: &str = "content/sub-processors/";
const VOCABULARY: &str = "content/vocabulary/";
const PLAYBOOK: &str = "content/playbook.toml";

/// Whether a finding at this place is about a page at `address` that is made of these files.
pub fn is_of(place: &Place, sources: &Sources, made_of: &[String], address: &str) -> bool {
    let path = match place {
        Place::Span(span) => &sources.file(span.file).path,
        Place::Path(path) => path,
        Place::Address(of) => return of == address,
        Place::Nowhere => return false,
    };
    // A folder as a whole may be told without the slash at its end.
    made_of.iter().any(|own| path == own || own.ends_with('/') && (path.starts_with(own) || own.strip_suffix('/') == Some(path)))
}

/// The file in which most of a page is written, where there is such a file.
pub fn file_of(world: &World, page: &Page) -> Option<FileId> {
    match page {
        Page::Agreement(language, vendor, agreement) => Some(world.agreement(*vendor, *agreement)?.1.text(*language)?.file),
        Page::Bilingual(_, vendor, agreement) => {
            let (_, agreement) = world.agreement(*vendor, *agreement)?;
            Some(agreement.text(agreement.original)?.file)
        }
        Page::Vendor(_, vendor) => Some(world.vendor(*vendor)?.file),
        Page::VendorSubProcessors(_, vendor) => Some(world.vendor(*vendor)?.sub_processors.as_ref()?.file),
        Page::SubProcessor(_, company) => Some(world.corpus.companies.get(*company)?.file),
        Page::Playbook(_) => world.sources.find(PLAYBOOK),
        Page::Text(language, own) => Some(world.corpus.pages.iter().find(|page| page.path == *own && page.language == *language)?.file),
        _ => None,
    }
}

/// Where what has an id on a page stands, by that id. Of a page in two languages each id has two places.
pub type Places = BTreeMap<String, Vec<Span>>;

/// Where what has an id on a page stands, as far as that is one place in a file.
pub fn places_of(world: &World, page: &Page) -> Places {
    let mut places = Places::new();
    match page {
        Page::Agreement(language, vendor, agreement) => {
            if let Some((vendor, agreement)) = world.agreement(*vendor, *agreement)
                && let Some(text) = agreement.text(*language)
            {
                of_text(text, &mut places);
                of_terms(world, vendor, agreement, text, &mut places);
                of_first(agreement.replies.iter().map(|reply| ("page:reply".to_owned(), reply.span)), &mut places);
            }
        }
        Page::Bilingual(_, vendor, agreement) => {
            let texts = world.agreement(*vendor, *agreement).into_iter().flat_map(|(_, agreement)| agreement.texts.values());
            texts.for_each(|text| of_text(text, &mut places));
        }
        Page::Vendor(_, vendor) => {
            let agreements = world.vendor(*vendor).into_iter().flat_map(|vendor| &vendor.agreements);
            of_first(agreements.map(|agreement| (address::stub_anchor(&agreement.slug), start(agreement.file))), &mut places);
        }
        Page::VendorSubProcessors(_, vendor) => {
            let register = world.vendor(*vendor).and_then(|vendor| vendor.sub_processors.as_ref());
            if let Some(register) = register {
                of_first(register.engagements.iter().map(|one| (engagement_anchor(&one.id), one.span)), &mut places);
                of_first(register.changes.iter().map(|one| (change_anchor(&one.id), one.span)), &mut places);
            }
        }
        Page::SubProcessor(..) => {
            for vendor in &world.corpus.vendors {
                let engagements = vendor.sub_processors.iter().flat_map(|register| &register.engagements);
                of_first(engagements.map(|one| (company_anchor(vendor, one), one.span)), &mut places);
            }
        }
        Page::Changes(_) => {
            let entries = changes::all(&world.corpus, world.today);
            let place = |event: Event<'_>, vendor: &Vendor| match event {
                Event::Register { change, .. } => change.span,
                Event::Agreement { revision, .. } => revision.span,
                Event::Vendor => start(vendor.file),
            };
            of_first(entries.iter().map(|entry| (entry.id(), place(entry.event, entry.vendor))), &mut places);
        }
        Page::Negotiation(..) => {
            of_first(world.corpus.playbook.iter().map(|position| (negotiation::anchor(&position.subject), position.span)), &mut places);
        }
        Page::Text(language, own) => {
            let found = world.corpus.pages.iter().find(|page| page.path == *own && page.language == *language);
            // A heading that takes another one's words is told apart by a number; those are left out.
            for element in found.into_iter().flat_map(|page| &page.document.elements) {
                if let Element::Heading { text, attributes, .. } = element {
                    let id = attributes.id.clone().unwrap_or_else(|| crate::site::pages::text::slug(&text.plain()));
                    places.entry(id).or_default().push(text.span);
                }
            }
            places.retain(|_, spans| spans.len() == 1);
        }
        _ => {}
    }
    places
}

fn start(file: FileId) -> Span {
    Span::new(file, 0..0)
}

fn of_first(found: impl Iterator<Item = (String, Span)>, places: &mut Places) {
    for (id, span) in found {
        places.entry(id).or_insert_with(|| vec![span]);
    }
}

/// Parts, articles, clauses, items and footnotes.
fn of_text(text: &AgreementText, places: &mut Places) {
    let mut add = |id: String, span: Span| places.entry(id).or_default().push(span);
    walk::metas(&text.parts, &mut |meta| {
        for id in std::iter::once(&meta.id).chain(&meta.alias).filter(|id| !id.as_str().is_empty()) {
            add(id.to_string(), meta.span);
        }
    });
    text.notes.iter().for_each(|note| add(format!("note:{}:{}", text.language, note.number), note.span));
}

/// The entries of defined terms, at the end of an agreement that uses them.
fn of_terms(world: &World, vendor: &Vendor, own: &Agreement, text: &AgreementText, places: &mut Places) {
    for agreement in &vendor.agreements {
        let Some(resolved) = world.resolved.of(&vendor.slug, &agreement.slug, text.language) else { continue };
        let terms = resolved.definitions().iter().enumerate();
        of_first(terms.map(|(place, term)| (used_terms::anchor(own, &agreement.slug, place), term.span)), places);
    }
}

/// The ids of a page that its twin in another language has not.
pub fn missing_in(world: &World, twin: &Page, places: &Places) -> Vec<String> {
    let other = places_of(world, twin);
    places.keys().filter(|id| !other.contains_key(*id)).cloned().collect()
}
