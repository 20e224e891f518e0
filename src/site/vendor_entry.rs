//! Vendors and their agreements, as lists of them show each.

use serde::Serialize;

use super::World;
use super::address::{Address, fragment, stub_anchor};
use super::pages::{agreement, bilingual};
use crate::i18n::Language;
use crate::model::{Agreement, AgreementText, Article, Vendor};
use crate::parse::Audience;

/// A vendor in a list.
#[derive(Serialize)]
pub struct VendorEntry<'a> {
    /// Its place in addresses.
    pub slug: &'a str,
    /// What it is commonly called.
    pub name: &'a str,
    href: String,
    services: Option<&'a str>,
    agreements: Vec<AgreementEntry<'a>>,
}

/// An agreement in a list.
#[derive(Serialize)]
pub struct AgreementEntry<'a> {
    /// The anchor of its line, where references to a withheld one lead.
    id: String,
    title: &'a str,
    /// The language of the title, where it is not the page's.
    lang: Option<Language>,
    /// Its page; `None` when it may not be read here.
    href: Option<String>,
    /// Who may read it, when these readers may not.
    withheld: Option<Audience>,
    /// The rest is of one that may be read.
    sheet: Option<Sheet<'a>>,
}

impl AgreementEntry<'_> {
    /// Whether these readers may not read it, or an annex of it.
    pub fn has_withheld(&self) -> bool {
        let annexes = self.sheet.iter().flat_map(|sheet| &sheet.annexes);
        self.withheld.is_some() || annexes.into_iter().any(|annex| annex.withheld.is_some())
    }
}

/// What is told of an agreement that may be read.
#[derive(Serialize)]
struct Sheet<'a> {
    text: &'static str,
    status: &'static str,
    audience: Audience,
    version: Option<&'a str>,
    original: Language,
    /// The other languages it is in.
    translations: Vec<Language>,
    /// Whether the reader's language is among them all.
    is_spoken: bool,
    extent: Extent,
    annexes: Vec<Annex<'a>>,
    bilingual: Option<String>,
    /// The title of the agreement it belongs to.
    belongs_to: Option<&'a str>,
}

/// How large a text is, as far as these readers see it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Extent {
    /// Articles of the main text.
    pub articles: usize,
    /// Clauses anywhere.
    pub clauses: usize,
    /// Annexes.
    pub annexes: usize,
}

/// An annex within an agreement.
#[derive(Serialize)]
struct Annex<'a> {
    label: Option<&'a str>,
    title: String,
    href: String,
    withheld: Option<Audience>,
}

/// All vendors, in the alphabet's order.
pub fn entries(world: &World, language: Language) -> Vec<VendorEntry<'_>> {
    let locale = world.messages.locale(language);
    let mut vendors: Vec<&Vendor> = world.corpus.vendors.iter().map(AsRef::as_ref).collect();
    vendors.sort_by(|a, b| locale.compare(&a.name, &b.name).then_with(|| a.slug.cmp(&b.slug)));
    vendors.into_iter().map(|vendor| vendor_entry(world, language, vendor)).collect()
}

fn vendor_entry<'a>(world: &World, language: Language, vendor: &'a Vendor) -> VendorEntry<'a> {
    VendorEntry {
        slug: &vendor.slug,
        name: &vendor.name,
        href: world.base.link(&Address::vendor(language, &vendor.slug)),
        services: services(vendor, language),
        agreements: agreements(world, language, vendor),
    }
}

/// What a vendor does, in the reader's language or any.
pub fn services(vendor: &Vendor, language: Language) -> Option<&str> {
    vendor.services.get(&language).or_else(|| vendor.services.values().next()).map(String::as_str)
}

/// A vendor's agreements.
pub fn agreements<'a>(world: &World, language: Language, vendor: &'a Vendor) -> Vec<AgreementEntry<'a>> {
    let shown = vendor.agreements.iter().filter_map(|agreement| entry(world, language, vendor, agreement));
    shown.collect()
}

fn entry<'a>(world: &World, language: Language, vendor: &'a Vendor, source: &'a Agreement) -> Option<AgreementEntry<'a>> {
    let text = source.text(language)?;
    Some(AgreementEntry {
        id: stub_anchor(&source.slug),
        title: &text.title,
        lang: (text.language != language).then_some(text.language),
        href: agreement::link(world, language, vendor, source),
        withheld: source.withheld.then_some(source.audience),
        sheet: (!source.withheld).then(|| sheet(world, language, vendor, source, text)),
    })
}

fn sheet<'a>(world: &World, language: Language, vendor: &'a Vendor, source: &'a Agreement, text: &'a AgreementText) -> Sheet<'a> {
    let parent = source.belongs_to.as_ref().and_then(|slug| vendor.agreements.iter().find(|other| other.slug == *slug));
    let two = bilingual::exists(source).then(|| world.base.link(&Address::bilingual(language, &vendor.slug, &source.slug)));
    Sheet {
        text: source.text_kind.name(),
        status: source.status.name(),
        audience: source.audience,
        version: source.version.as_deref(),
        original: source.original,
        translations: source.texts.keys().copied().filter(|code| *code != source.original).collect(),
        is_spoken: source.texts.contains_key(&language),
        extent: extent(text),
        annexes: annexes(world, language, vendor, source, text),
        bilingual: two,
        belongs_to: parent.and_then(|parent| parent.text(language)).map(|text| text.title.as_str()),
    }
}

fn annexes<'a>(world: &World, language: Language, vendor: &Vendor, source: &Agreement, text: &'a AgreementText) -> Vec<Annex<'a>> {
    let page = agreement::link(world, language, vendor, source).unwrap_or_default();
    let annex = |part: &'a crate::model::Part| Annex {
        label: part.label.as_deref().map(|label| label.trim_end_matches(['.', ':'])),
        title: part.title.plain(),
        href: format!("{page}{}", fragment(part.meta.id.as_str())),
        withheld: (part.meta.withheld || !world.audience.may_see(part.meta.audience)).then_some(part.meta.audience),
    };
    text.parts.iter().skip(1).map(annex).collect()
}

/// Articles of the main text, clauses anywhere, annexes.
pub fn extent(text: &AgreementText) -> Extent {
    let articles = text.parts.first().map_or(0, |part| part.articles.iter().filter(|article| !article.is_bare()).count());
    let clauses = text.parts.iter().flat_map(|part| &part.articles).map(clauses).sum();
    Extent { articles, clauses, annexes: text.parts.len().saturating_sub(1) }
}

/// Numbered clauses; where none has a number, all count.
fn clauses(article: &Article) -> usize {
    let numbered = article.clauses.iter().filter(|clause| clause.label.is_some()).count();
    let own = if numbered > 0 { numbered } else { article.clauses.len() };
    own + article.sections.iter().map(clauses).sum::<usize>()
}
