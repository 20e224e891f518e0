//! What every vendor's agreements say on one topic, side by side.

use serde::Serialize;

use crate::analysis::redline::{Side, Words, at_most_alike, likeness, redline};
use crate::analysis::{pairs, topics};
use crate::i18n::{Language, Value};
use crate::model::{Agreement, AgreementText, Vendor};
use crate::site::about::{About, say, trail};
use crate::site::address::Address;
use crate::site::blocks::{self, Anchors, Block};
use crate::site::comparison::{self, Named, local};
use crate::site::head::Head;
use crate::site::running::Scene;
use crate::site::vendor_entry::{AgreementEntry, agreements};
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare-topic";

/// Clauses of two vendors are nearly the same where at least this share of their words is.
const NEARLY: f64 = 0.8;
/// A vendor's column has so many clauses at most; the others are a link away.
const MOST_CLAUSES: usize = 12;

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    name: &'a str,
    columns: Vec<Column<'a>>,
    bar: comparison::Columns<'a>,
    /// What vendors said of how their agreements are shown.
    replies: Vec<comparison::Replied<'a>>,
    pages: Vec<comparison::PageOf>,
}

/// What one vendor says.
#[derive(Serialize)]
struct Column<'a> {
    id: String,
    name: &'a str,
    href: String,
    /// What stands above its clauses: that they are a summary, or in another language.
    note: Option<String>,
    clauses: Vec<Clause<'a>>,
    /// How many more there are.
    more: usize,
    absence: Option<Absence>,
}

#[derive(Serialize)]
struct Absence {
    note: Option<String>,
    examined: Vec<String>,
}

#[derive(Serialize)]
struct Clause<'a> {
    label: String,
    href: String,
    blocks: Vec<Block<'a>>,
    lang: Option<Language>,
    /// The clause of another vendor that it is nearly or wholly the same as.
    like: Option<Like>,
}

/// A clause that is nearly the same.
#[derive(Serialize)]
struct Like {
    vendor: String,
    label: String,
    href: String,
    is_same: bool,
    /// Both as one text, line by line, with what only one has; empty where they are the same.
    lines: Vec<Vec<Run>>,
}

/// Words and who has them.
#[derive(Serialize)]
struct Run {
    text: String,
    /// `left` for the other vendor's, `right` for this one's; none for both.
    side: Option<&'static str>,
}

/// One page for every so many vendors on each topic that anybody's clauses have.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let places = world.topics.iter().copied();
    let last = comparison::pages(world);
    places.flat_map(move |place| (1..=last).map(move |page| Page::CompareTopic(language, place, page)))
}

/// What the template is given; `None` if there is no such topic.
pub fn context(world: &World, language: Language, place: usize, number: usize) -> Option<Context<'_>> {
    let topic = world.corpus.vocabulary.topics.get(place)?;
    let vendors = comparison::vendors(world, language, number);
    if vendors.is_empty() {
        return None;
    }
    let found: Vec<Vec<topics::Found<'_>>> = vendors.iter().map(|vendor| topics::on(vendor, language, &topic.id)).collect();
    let mut known: Vec<Known<'_>> = Vec::new();
    let columns = vendors.iter().zip(&found).map(|(vendor, found)| column(world, language, vendor, found, &mut known)).collect();
    let is_verbatim = found.iter().flatten().all(|found| super::agreement::is_verbatim(found.agreement));
    let here = Page::CompareTopic(language, place, number);
    let name = local(&topic.name, language);
    let title = say(world, language, "compare-topic", &[("topic", Value::from(name)), ("number", Value::from(number))]);
    let description = say(world, language, "compare-topic-description", &[("topic", Value::from(name))]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let all = (Page::CompareTopics(language), say(world, language, "compare-topics", &[]), None);
    let about = About::new(title, description, trail(world, language, vec![compare, all, (here.clone(), name.to_owned(), None)]));
    let page = Head::new(world, &here, KIND, about);
    Some(Context {
        page: if is_verbatim { page } else { page.with_text("summary") },
        lang: language,
        name,
        columns,
        bar: comparison::columns_bar(world, language, &vendors),
        replies: comparison::replied(world, language, &vendors),
        pages: comparison::pages_of(world, language, number, |page| Page::CompareTopic(language, place, page)),
    })
}

/// A clause that stands in an earlier column.
struct Known<'a> {
    vendor: &'a Vendor,
    language: Language,
    plain: String,
    words: Words,
    label: String,
    href: String,
}

fn column<'a>(
    world: &'a World,
    language: Language,
    vendor: &'a Vendor,
    found: &[topics::Found<'a>],
    known: &mut Vec<Known<'a>>,
) -> Column<'a> {
    let mut clauses = Vec::new();
    let mut own: Vec<Known<'a>> = Vec::new();
    let mut places: Option<(&Agreement, Named<'_>)> = None;
    for found in found.iter().take(MOST_CLAUSES) {
        if places.as_ref().is_none_or(|(agreement, _)| !std::ptr::eq(*agreement, found.agreement)) {
            places = Some((found.agreement, Named::of(world, language, found.text)));
        }
        let label = places.as_mut().map(|(_, places)| places.label(&found.meta.id)).unwrap_or_default();
        let is_usual = found.agreement.kind == crate::model::AgreementKind::ProcessingAgreement;
        let label = if is_usual { label } else { format!("{}, {label}", found.text.title) };
        let href = world.base.link_to(&Address::agreement(language, &vendor.slug, &found.agreement.slug), &found.meta.id);
        let scene = Scene::of_agreement(world, language, vendor, found.agreement, found.text).away();
        let plain: String = pairs::lines(found.body).iter().map(|line| format!("{}\n", line.text)).collect();
        let words = Words::of(&plain);
        let like = like(found.text, &plain, &words, known);
        clauses.push(Clause {
            label: label.clone(),
            href: href.clone(),
            blocks: blocks::of(scene, found.body, Anchors::None),
            lang: scene.foreign(),
            like,
        });
        own.push(Known { vendor, language: found.text.language, plain, words, label, href });
    }
    known.extend(own);
    let is_summary = found.iter().any(|found| !super::agreement::is_verbatim(found.agreement));
    let has_withheld = || agreements(world, language, vendor).iter().any(AgreementEntry::has_withheld);
    Column {
        id: format!("page:{}", vendor.slug),
        name: &vendor.name,
        href: world.base.link(&Address::vendor(language, &vendor.slug)),
        note: is_summary.then(|| say(world, language, "in-own-words", &[])),
        more: found.len().saturating_sub(MOST_CLAUSES),
        absence: clauses.is_empty().then(|| Absence {
            note: has_withheld().then(|| say(world, language, "some-on-request", &[])),
            examined: comparison::examined(vendor, language, &shown(vendor)),
        }),
        clauses,
    }
}

fn shown(vendor: &Vendor) -> Vec<String> {
    vendor.agreements.iter().filter(|agreement| !agreement.withheld).map(|agreement| agreement.slug.clone()).collect()
}

/// The first clause of another vendor that is nearly the same, in the same language.
fn like(text: &AgreementText, plain: &str, words: &Words, known: &[Known<'_>]) -> Option<Like> {
    let near = known.iter().filter(|other| other.language == text.language && at_most_alike(&other.words, words) >= NEARLY);
    let near = near.map(|other| (likeness(&other.words, words), other)).filter(|(likeness, _)| *likeness >= NEARLY);
    // Of equals the first.
    let (_, other) =
        near.fold(None, |best: Option<(f64, &Known<'_>)>, one| if best.is_some_and(|best| best.0 >= one.0) { best } else { Some(one) })?;
    Some(Like {
        vendor: other.vendor.name.clone(),
        label: other.label.clone(),
        href: other.href.clone(),
        is_same: other.plain == plain,
        lines: if other.plain == plain { Vec::new() } else { marked(&other.plain, plain) },
    })
}

/// Two texts as one, line by line.
fn marked(left: &str, right: &str) -> Vec<Vec<Run>> {
    let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
    for run in redline(left, right) {
        let side = match run.side {
            Side::Both => None,
            Side::Left => Some("left"),
            Side::Right => Some("right"),
        };
        for (piece, text) in run.text.split('\n').enumerate() {
            if piece > 0 {
                lines.push(Vec::new());
            }
            if let (false, Some(line)) = (text.is_empty(), lines.last_mut()) {
                line.push(Run { text: text.to_owned(), side });
            }
        }
    }
    lines.retain(|line| !line.is_empty());
    lines
}
