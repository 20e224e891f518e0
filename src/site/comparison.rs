//! What comparisons have in common: the vendors of a page, cells with their citations, the filter bar. The shapes are those of the
//! components (docs/components.md).

use std::collections::HashMap;

use jiff::civil::Date;
use serde::Serialize;

use super::about::{About, say, trail};
use super::address::Address;
use super::dated::Dated;
pub use super::laws::local;
use super::places::Places;
use super::{Page, World};
use crate::analysis::playbook;
use crate::i18n::{Language, Value};
use crate::model::agreement::Reply;
use crate::model::playbook::Subject;
use crate::model::recorded::Citation;
use crate::model::{Agreement, AgreementKind, AgreementText, NodeId, PartialDate, Vendor};

/// A page shows so many vendors beside each other; more are shown on further pages, and none grows without bound.
pub const MOST_VENDORS: usize = 16;

/// A line of choices in the filter bar.
#[derive(Serialize)]
pub struct Choice<'a> {
    value: &'a str,
    name: &'a str,
}

/// The filter bar.
#[derive(Serialize)]
pub struct Bar<'a> {
    name: String,
    what: &'static str,
    columns: Vec<Choice<'a>>,
    groups: Groups<'a>,
    has_differences: bool,
    /// Where all vendors are told, if there are some on other pages that can be taken from there.
    more: Option<String>,
}

impl Bar<'_> {
    /// The same, offering the vendors of the other pages where there are any. Rows must be the same on all of them.
    #[must_use]
    pub fn with_more(mut self, world: &World) -> Self {
        self.more = (pages(world) > 1).then(|| world.base.link(&Address::vendors_data()));
        self
    }
}

#[derive(Serialize)]
struct Groups<'a> {
    name: String,
    options: Vec<Choice<'a>>,
}

/// What one vendor's texts say on one thing.
#[derive(Default, Serialize)]
pub struct Cell {
    /// `stated`, `covered`, `withheld` …
    pub state: &'static str,
    /// What is said, value by value.
    pub values: Vec<Said>,
    /// `better` or `worse` than the other cells of the row, for the internal audience only.
    pub standing: Option<&'static str>,
    /// Where it stands on the site owner's positions, for the internal audience only: `preferred`, `unacceptable` …
    pub verdict: Option<&'static str>,
    /// A remark.
    pub note: Option<String>,
    /// The documents examined, where they are silent.
    pub examined: Vec<String>,
    /// Where it stands.
    pub cites: Vec<Cite>,
    /// A number that cells of a row share that say the same.
    pub alike: Option<usize>,
}

/// A value in words.
#[derive(Default, Serialize)]
pub struct Said {
    /// What is set off: `24 uur`.
    pub figure: Option<String>,
    /// The rest of it.
    pub text: Option<String>,
    /// Where what it names has a page.
    pub href: Option<String>,
    /// When it applies.
    pub condition: Option<String>,
    /// `shortest`, `longest`, `lowest` or `highest` of the row.
    pub extreme: Option<&'static str>,
    /// Which of the record's values it is.
    #[serde(skip)]
    pub place: usize,
}

/// A citation as a link.
#[derive(Serialize)]
pub struct Cite {
    label: String,
    href: Option<String>,
    /// The language of the text that is cited, where it is not the page's.
    lang: Option<Language>,
}

impl Cite {
    /// A link to something that is no clause.
    pub fn new(label: String, href: Option<String>) -> Cite {
        Cite { label, href, lang: None }
    }

    /// What the place is called.
    pub fn label(&self) -> &str {
        &self.label
    }
}

/// The page of a matrix that shows these vendors: pages are numbered from 1.
#[derive(Serialize)]
pub struct PageOf {
    number: usize,
    href: String,
    /// The first and the last vendor on it.
    first: String,
    last: String,
    is_here: bool,
}

/// The vendors in the order of the alphabet, those of one page of a matrix.
pub fn vendors(world: &World, language: Language, page: usize) -> Vec<&Vendor> {
    in_order(world, language).into_iter().skip((page - 1) * MOST_VENDORS).take(MOST_VENDORS).collect()
}

/// The page of a matrix that shows a vendor.
pub fn page_with(world: &World, language: Language, vendor: &Vendor) -> Option<usize> {
    let rank = in_order(world, language).iter().position(|own| own.slug == vendor.slug)?;
    Some(rank / MOST_VENDORS + 1)
}

/// All vendors in the order of the alphabet.
pub fn all_vendors(world: &World, language: Language) -> Vec<&Vendor> {
    in_order(world, language)
}

/// How many pages a matrix of all vendors takes.
pub fn pages(world: &World) -> usize {
    world.corpus.vendors.len().div_ceil(MOST_VENDORS).max(1)
}

/// The pages of a matrix; none where there is but one.
pub fn pages_of(world: &World, language: Language, here: usize, page: impl Fn(usize) -> Page) -> Vec<PageOf> {
    let all = in_order(world, language);
    if all.len() <= MOST_VENDORS {
        return Vec::new();
    }
    let chunks = all.chunks(MOST_VENDORS).enumerate();
    let of = |(place, chunk): (usize, &[&Vendor])| {
        let address = page(place + 1).address(world)?;
        let name = |vendor: Option<&&Vendor>| vendor.map(|vendor| vendor.name.clone()).unwrap_or_default();
        let (first, last) = (name(chunk.first()), name(chunk.last()));
        Some(PageOf { number: place + 1, href: world.base.link(&address), first, last, is_here: place + 1 == here })
    };
    chunks.filter_map(of).collect()
}

fn in_order(world: &World, language: Language) -> Vec<&Vendor> {
    let places = world.alphabet.get(&language).map(Vec::as_slice).unwrap_or_default();
    places.iter().filter_map(|place| world.vendor(*place)).collect()
}

/// What a page of a comparison is about. `key` is its message, and with `-description` that of what it is.
pub fn about(world: &World, language: Language, page: Page, key: &str, number: usize) -> About {
    let title = say(world, language, key, &[("number", Value::from(number))]);
    let counted = [("vendors", Value::from(world.corpus.vendors.len()))];
    let description = say(world, language, &format!("{key}-description"), &counted);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    About::new(title.clone(), description, trail(world, language, vec![compare, (page, title, None)]))
}

/// A filter bar that chooses among vendors only.
#[derive(Serialize)]
pub struct Columns<'a> {
    name: String,
    columns: Vec<Choice<'a>>,
}

/// The filter bar above columns of these vendors.
pub fn columns_bar<'a>(world: &World, language: Language, vendors: &[&'a Vendor]) -> Columns<'a> {
    Columns {
        name: say(world, language, "compare-choose", &[("what", Value::from("vendors"))]),
        columns: vendors.iter().map(|vendor| Choice { value: &vendor.slug, name: &vendor.name }).collect(),
    }
}

/// The filter bar of a matrix with these columns and groups.
pub fn bar<'a>(
    world: &World,
    language: Language,
    what: &'static str,
    vendors: &[&'a Vendor],
    groups: impl Iterator<Item = (&'a str, &'a str)>,
) -> Bar<'a> {
    Bar {
        name: say(world, language, "compare-choose", &[("what", Value::from(what))]),
        what,
        columns: vendors.iter().map(|vendor| Choice { value: &vendor.slug, name: &vendor.name }).collect(),
        groups: Groups {
            name: say(world, language, "compare-groups", &[("what", Value::from(what))]),
            options: groups.map(|(value, name)| Choice { value, name }).collect(),
        },
        has_differences: true,
        more: None,
    }
}

/// The first and last day on which the records of these vendors were held against their sources.
pub fn read_between(world: &World, language: Language, days: impl Iterator<Item = Option<Date>>) -> Option<[Dated; 2]> {
    let days: Vec<Date> = days.flatten().collect();
    let dated = |day: &Date| Dated::new(world, language, PartialDate::Day(*day));
    Some([dated(days.iter().min()?), dated(days.iter().max()?)])
}

/// Citations of one vendor after another: the places of each text are found once.
pub struct Citer<'a> {
    world: &'a World,
    language: Language,
    texts: HashMap<(&'a str, &'a str), Option<Text<'a>>>,
}

/// The places of one text as one page cites them. Unnumbered paragraphs and numbers that are printed twice have one name:
/// whichever comes later is told with its id as well.
pub struct Named<'a> {
    world: &'a World,
    language: Language,
    places: Places<'a>,
    given: HashMap<String, NodeId>,
}

impl<'a> Named<'a> {
    /// Those of a text, in a language.
    pub fn of(world: &'a World, language: Language, text: &'a AgreementText) -> Named<'a> {
        Named { world, language, places: Places::of(world, language, text), given: HashMap::new() }
    }

    /// What a place is called.
    pub fn label(&mut self, id: &NodeId) -> String {
        let label = self.places.label(id).unwrap_or_else(|| id.to_string());
        let last = id.as_str().rsplit('/').next().unwrap_or_default();
        let nth = |kind: &str, rank: &str| {
            let words = say(self.world, self.language, "place-nth", &[("kind", Value::from(kind)), ("rank", Value::from(rank))]);
            format!("{label}, {words}")
        };
        // An entry without a printed label is told by its rank, whoever stands beside it.
        if let Some(rank) = rank(last, 'i') {
            return nth("item", rank);
        }
        if self.given.entry(label.clone()).or_insert_with(|| id.clone()) == id {
            return label;
        }
        match rank(last, 'p') {
            Some(rank) => nth("paragraph", rank),
            None => format!("{label} [{last}]"),
        }
    }
}

/// The rank in an id that was made from it: 8 of `i8`.
fn rank(segment: &str, kind: char) -> Option<&str> {
    segment.strip_prefix(kind).filter(|rank| !rank.is_empty() && rank.bytes().all(|byte| byte.is_ascii_digit()))
}

struct Text<'a> {
    places: Named<'a>,
    address: Address,
    title: &'a str,
    lang: Option<Language>,
}

impl<'a> Citer<'a> {
    /// For readers of a language.
    pub fn new(world: &'a World, language: Language) -> Citer<'a> {
        Citer { world, language, texts: HashMap::new() }
    }

    /// Citations as links; the agreement is named unless it is a processing agreement.
    pub fn cites(&mut self, vendor: &'a Vendor, citations: &[Citation]) -> Vec<Cite> {
        self.places(vendor, citations.iter().map(|citation| (citation.agreement.as_str(), &citation.clause)))
    }

    /// The same of places, each by its agreement's slug and its id.
    pub fn places<'b>(&mut self, vendor: &'a Vendor, places: impl Iterator<Item = (&'b str, &'b NodeId)>) -> Vec<Cite> {
        let (world, language) = (self.world, self.language);
        let mut cites: Vec<Cite> = Vec::new();
        for (slug, id) in places {
            let Some(agreement) = vendor.agreements.iter().find(|agreement| agreement.slug == slug) else { continue };
            let found = self.texts.entry((&vendor.slug, &agreement.slug)).or_insert_with(|| text(world, language, vendor, agreement));
            let Some(text) = found else { continue };
            let place = text.places.label(id);
            // What is held beside each other are processing agreements: only what is in another text says so.
            let is_usual = agreement.kind == AgreementKind::ProcessingAgreement;
            let label = if is_usual { place } else { format!("{}, {place}", text.title) };
            let href = world.base.link_to(&text.address, id);
            if cites.iter().all(|cite| cite.label != label) {
                cites.push(Cite { label, href: Some(href), lang: text.lang });
            }
        }
        cites
    }
}

fn text<'a>(world: &'a World, language: Language, vendor: &'a Vendor, agreement: &'a Agreement) -> Option<Text<'a>> {
    let text = agreement.text(language).filter(|_| !agreement.withheld)?;
    Some(Text {
        places: Named::of(world, language, text),
        address: Address::agreement(language, &vendor.slug, &agreement.slug),
        title: &text.title,
        lang: (text.language != language).then_some(text.language),
    })
}

/// A vendor's reply to how an agreement of it is shown.
#[derive(Serialize)]
pub struct ReplyLink {
    href: String,
    date: Dated,
}

/// Where replies stand on the page of their agreement.
pub const REPLIES: &str = "page:reply";

/// What a vendor said of how its agreements are shown, each where it can be read.
pub fn replies(world: &World, language: Language, vendor: &Vendor) -> Vec<ReplyLink> {
    let replied = vendor.agreements.iter().flat_map(|agreement| agreement.replies.iter().map(move |reply| (agreement, reply)));
    let link = |(agreement, reply): (&std::sync::Arc<Agreement>, &Reply)| ReplyLink {
        href: format!("{}#{REPLIES}", world.base.link(&Address::agreement(language, &vendor.slug, &agreement.slug))),
        date: Dated::new(world, language, PartialDate::Day(reply.date)),
    };
    replied.map(link).collect()
}

/// A vendor that replied.
#[derive(Serialize)]
pub struct Replied<'a> {
    vendor: &'a str,
    replies: Vec<ReplyLink>,
}

/// Those of some vendors that replied.
pub fn replied<'a>(world: &World, language: Language, vendors: &[&'a Vendor]) -> Vec<Replied<'a>> {
    let replied = vendors.iter().map(|vendor| Replied { vendor: &vendor.name, replies: replies(world, language, vendor) });
    replied.filter(|replied| !replied.replies.is_empty()).collect()
}

/// Where a vendor stands on the site owner's position, if it has one.
pub fn verdict(world: &World, vendor: &Vendor, subject: &Subject) -> Option<&'static str> {
    let position = world.corpus.playbook.iter().find(|position| position.subject == *subject)?;
    Some(playbook::judge(vendor, position)?.verdict.name())
}

/// The titles of the documents that were examined.
pub fn examined(vendor: &Vendor, language: Language, slugs: &[String]) -> Vec<String> {
    let named = vendor.agreements.iter().filter(|agreement| slugs.contains(&agreement.slug));
    named.filter_map(|agreement| Some(agreement.text(language)?.title.clone())).collect()
}
