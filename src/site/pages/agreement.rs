//! The text of an agreement, clause by clause; anchors are ids.

mod about;
pub(super) mod tree;

use serde::Serialize;

use super::{plain_text, shown_agreements};
use crate::i18n::Language;
use crate::model::{Agreement, PartialDate, TextKind, Vendor};
use crate::site::address::{Address, of_agreement};
use crate::site::colophon::Colophon;
use crate::site::dated::Dated;
use crate::site::head::Head;
use crate::site::laws::{self, LawEntry};
use crate::site::running::Scene;
use crate::site::used_terms::{self, UsedTerm};
use crate::site::{Page, World};
pub use about::Subject;
use tree::{Entry, Part};
pub use tree::{Note, notes, short_label};

/// The name of its template.
pub const KIND: &str = "agreement";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    vendor: VendorLine<'a>,
    /// The title, in the text's own language.
    title: &'a str,
    /// The language of the text, where it is not the page's.
    foreign: Option<Language>,
    /// The language of the text.
    spoken: Language,
    sheet: Colophon<'a>,
    contents: Vec<Entry<'a>>,
    parts: Vec<Part<'a>>,
    notes: Vec<Note<'a>>,
    /// The defined terms that it uses.
    terms: Vec<UsedTerm<'a>>,
    /// The laws that it cites.
    laws: Vec<LawEntry<'a>>,
    /// The day as of which they are said to be in force or not.
    today: Dated,
    /// Where two languages stand beside each other.
    bilingual: Option<String>,
    /// What the vendor said of how it is shown here.
    replies: Vec<ReplyEntry<'a>>,
    /// The same for programs.
    data: String,
    /// The same as plain text, with its hash.
    plain: plain_text::File,
}

/// What the vendor said, unaltered.
#[derive(Serialize)]
struct ReplyEntry<'a> {
    date: Dated,
    /// Its language, where that is not the text's.
    lang: Option<Language>,
    paragraphs: &'a [String],
}

/// Whose agreement it is.
#[derive(Serialize)]
pub struct VendorLine<'a> {
    name: &'a str,
    legal_name: Option<&'a str>,
    href: String,
}

impl<'a> VendorLine<'a> {
    /// A vendor as its agreements' pages name it.
    pub fn new(world: &World, language: Language, vendor: &'a Vendor) -> Self {
        let href = world.base.link(&Address::vendor(language, &vendor.slug));
        VendorLine { name: &vendor.name, legal_name: vendor.legal_name.as_deref(), href }
    }
}

/// One page for each agreement that may be read.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    shown_agreements(world).map(move |(vendor, agreement)| Page::Agreement(language, vendor, agreement))
}

/// Whether the text is the document's own.
pub fn is_verbatim(agreement: &Agreement) -> bool {
    agreement.text_kind == TextKind::Verbatim
}

/// What the template is given; `None` if there is no such agreement, or it has no text.
pub fn context(world: &World, language: Language, vendor: usize, agreement: usize) -> Option<Context<'_>> {
    let places = (vendor, agreement);
    let (vendor, agreement) = world.agreement(vendor, agreement).filter(|(_, found)| !found.withheld)?;
    let text = agreement.text(language)?;
    let scene = Scene::of_agreement(world, language, vendor, agreement, text).with_terms();
    let tree = tree::Tree::new(scene, text);
    let bilingual = Page::Bilingual(language, places.0, places.1);
    let bilingual = super::bilingual::exists(agreement).then(|| bilingual.address(world)).flatten();
    let about = Subject { world, language, places, vendor, agreement, text }.about();
    let page = Head::new(world, &Page::Agreement(language, places.0, places.1), KIND, about);
    Some(Context {
        page: page.with_text(agreement.text_kind.name()),
        lang: language,
        vendor: VendorLine::new(world, language, vendor),
        title: &text.title,
        foreign: scene.foreign(),
        spoken: text.language,
        sheet: Colophon::new(scene, vendor, agreement, text),
        contents: tree.contents,
        parts: tree.parts,
        notes: notes(scene, text),
        terms: used_terms::of_text(scene, text),
        laws: laws::of_text(scene, text),
        today: Dated::new(world, language, PartialDate::Day(world.today)),
        bilingual: bilingual.map(|address| world.base.link(&address)),
        replies: agreement
            .replies
            .iter()
            .map(|reply| ReplyEntry {
                date: Dated::new(world, language, PartialDate::Day(reply.date)),
                lang: (reply.language != text.language).then_some(reply.language),
                paragraphs: &reply.paragraphs,
            })
            .collect(),
        data: world.base.link(&Address::agreement_data(&vendor.slug, &agreement.slug)),
        plain: plain_text::File::new(scene, vendor, agreement, text)?,
    })
}

/// A link to the page of an agreement that may be read.
pub fn link(world: &World, language: Language, vendor: &Vendor, agreement: &Agreement) -> Option<String> {
    (!agreement.withheld).then(|| world.base.link(&of_agreement(language, vendor, agreement)))
}
