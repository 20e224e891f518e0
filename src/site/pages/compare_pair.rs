//! Two texts, provision against provision: the processing agreements of two vendors, or the owner's model and a vendor's text of
//! its kind, which deviates from it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analysis::pairs::{self, By, Pair, Provision};
use crate::analysis::redline::{Side, redline};
use crate::i18n::{Language, Value};
use crate::model::{AgreementKind, NodeId, Vendor};
use crate::site::about::{About, say, trail};
use crate::site::address::Address;
use crate::site::comparison::{self, Named, local};
use crate::site::head::Head;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "compare-pair";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// `vendors` or `model`.
    of: &'static str,
    left: String,
    right: String,
    /// What they said of how their agreements are shown.
    replies: Vec<comparison::Replied<'a>>,
    /// How many pairs there are of each kind.
    counts: Vec<Count>,
    /// The pairs, by topic.
    groups: Vec<Group<'a>>,
    bar: Bar<'a>,
    /// Whether each side's texts are in the page's language; else their language.
    foreign: [Option<Language>; 2],
}

#[derive(Serialize)]
struct Bar<'a> {
    name: String,
    what: &'static str,
    groups: Groups<'a>,
    has_differences: bool,
}

#[derive(Serialize)]
struct Groups<'a> {
    name: String,
    options: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct Choice<'a> {
    value: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct Count {
    kind: &'static str,
    count: usize,
}

/// The pairs on one topic.
#[derive(Serialize)]
struct Group<'a> {
    name: &'a str,
    id: &'a str,
    pairs: Vec<Shown>,
}

#[derive(Serialize)]
struct Shown {
    name: String,
    kind: &'static str,
    count: usize,
    left: Option<Clause>,
    right: Option<Clause>,
}

/// A provision with what it alone has.
#[derive(Serialize)]
struct Clause {
    label: String,
    /// Where it stands; a model has no page.
    href: Option<String>,
    lines: Vec<Line>,
    lang: Option<Language>,
}

#[derive(Default, Serialize)]
struct Line {
    label: Option<String>,
    runs: Vec<Run>,
}

#[derive(Serialize)]
struct Run {
    text: String,
    is_only: bool,
}

/// One page for each two vendors that are held against each other.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    world.pairs().iter().map(move |(left, right)| Page::ComparePair(language, *left, *right))
}

/// One page for each vendor and each of the owner's models that any of its agreements can be held against.
pub fn of_models(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let models = world.corpus.models.iter().enumerate();
    models.flat_map(move |(model, own)| vendors_of(world, own).map(move |vendor| Page::CompareModel(language, model, vendor)))
}

/// The places of the vendors that have an agreement of a model's kind, which may be read.
pub fn vendors_of<'a>(world: &'a World, model: &'a Vendor) -> impl Iterator<Item = usize> + use<'a> {
    let kind = kind_of(model);
    let has_text = move |vendor: &Vendor| vendor.agreements.iter().any(|agreement| !agreement.withheld && Some(agreement.kind) == kind);
    let is_readable = kind.is_some();
    world.corpus.vendors.iter().enumerate().filter(move |(_, vendor)| is_readable && has_text(vendor)).map(|(place, _)| place)
}

/// The kind of a model that may be read.
fn kind_of(model: &Vendor) -> Option<AgreementKind> {
    model.agreements.iter().find(|agreement| !agreement.withheld).map(|agreement| agreement.kind)
}

/// The topic of provisions that no author gave one.
const OTHER: &str = "other";

/// What the template is given; `None` if there are no such vendors.
pub fn context(world: &World, language: Language, left: usize, right: usize) -> Option<Context<'_>> {
    let here = Page::ComparePair(language, left, right);
    let (left, right) = (world.vendor(left)?, world.vendor(right)?);
    let about = about(world, language, here.clone(), left, right);
    let names = [left.name.clone(), right.name.clone()];
    filled(world, language, here, about, By::Likeness, [left, right], names, AgreementKind::ProcessingAgreement)
}

/// What the template is given for a model and a vendor; `None` if there are no such two.
pub fn context_of_model(world: &World, language: Language, model: usize, vendor: usize) -> Option<Context<'_>> {
    let here = Page::CompareModel(language, model, vendor);
    let (model, vendor) = (world.corpus.models.get(model)?, world.vendor(vendor)?);
    let about = about_model(world, language, here.clone(), model, vendor)?;
    let names = [say(world, language, "compare-model-side", &[]), vendor.name.clone()];
    filled(world, language, here, about, By::Topic, [model, vendor], names, kind_of(model)?)
}

#[expect(clippy::too_many_arguments, reason = "two texts with what each page says of them")]
fn filled<'a>(
    world: &'a World,
    language: Language,
    here: Page,
    about: About,
    by: By,
    [left, right]: [&'a Vendor; 2],
    [left_name, right_name]: [String; 2],
    kind: AgreementKind,
) -> Option<Context<'a>> {
    let provisions = [pairs::provisions(left, kind, language), pairs::provisions(right, kind, language)];
    let sides = [Sides::new(world, language, left, &provisions[0]), Sides::new(world, language, right, &provisions[1])];
    let of = if by == By::Topic { "model" } else { "vendors" };
    // Who stands beside whom is the same in every language: it is found in that of the texts, if both have one.
    let common = pairs::common_language(left, right, kind).unwrap_or(world.default_language());
    let pairs = if common == language {
        pairs::align(&provisions[0], &provisions[1], by)
    } else {
        let found = [pairs::provisions(left, kind, common), pairs::provisions(right, kind, common)];
        pairs::carried_over(&pairs::align(&found[0], &found[1], by), &found, &provisions)
    };
    let mut by_topic: BTreeMap<usize, Vec<Shown>> = BTreeMap::new();
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    let topics = &world.corpus.vocabulary.topics;
    for pair in &pairs {
        let provision = pair.left.map(|at| &provisions[0][at]).or_else(|| pair.right.map(|at| &provisions[1][at]))?;
        let topic = provision.clause.meta.topics.iter().find_map(|id| topics.iter().position(|topic| topic.id == *id));
        let shown = shown(pair, &provisions, &sides, provision);
        *counts.entry(shown.kind).or_default() += 1;
        by_topic.entry(topic.unwrap_or(topics.len())).or_default().push(shown);
    }
    let no_topic = world.corpus.vocabulary.topics.len();
    // What stands together comes first, in each topic and among them; what one side lacks after it.
    let is_alone = |shown: &Shown| matches!(shown.kind, "left-only" | "right-only");
    by_topic.values_mut().for_each(|pairs| pairs.sort_by_key(is_alone));
    let mut by_topic: Vec<(usize, Vec<Shown>)> = by_topic.into_iter().collect();
    by_topic.sort_by_key(|(_, pairs)| pairs.iter().all(is_alone));
    let groups: Vec<Group<'_>> = by_topic
        .into_iter()
        .map(|(place, pairs)| {
            let topic = topics.get(place).filter(|_| place < no_topic);
            Group { name: topic.map_or("", |topic| local(&topic.name, language)), id: topic.map_or(OTHER, |topic| &topic.id), pairs }
        })
        .collect();
    let order = ["same", "moved", "differs", "reworded", "left-only", "right-only"];
    let is_verbatim = provisions.iter().flatten().all(|provision| super::agreement::is_verbatim(provision.agreement));
    let page = Head::new(world, &here, KIND, about);
    let options = groups.iter().filter(|group| group.id != OTHER).map(|group| Choice { value: group.id, name: group.name }).collect();
    Some(Context {
        page: if is_verbatim { page } else { page.with_text("summary") },
        lang: language,
        of,
        replies: comparison::replied(world, language, &[left, right]),
        left: left_name,
        right: right_name,
        counts: order.into_iter().filter_map(|kind| Some(Count { kind, count: *counts.get(kind)? })).collect(),
        bar: Bar {
            name: say(world, language, "compare-choose", &[("what", Value::from("clauses"))]),
            what: "clauses",
            groups: Groups { name: say(world, language, "compare-groups", &[("what", Value::from("facts"))]), options },
            has_differences: true,
        },
        groups,
        foreign: sides.each_ref().map(|side| side.foreign()),
    })
}

fn about(world: &World, language: Language, here: Page, left: &Vendor, right: &Vendor) -> About {
    let said = [("left", Value::from(left.name.as_str())), ("right", Value::from(right.name.as_str()))];
    let title = say(world, language, "compare-pair", &said);
    let description = say(world, language, "compare-pair-description", &said);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let all = (Page::ComparePairs(language), say(world, language, "compare-pairs", &[]), None);
    About::new(title.clone(), description, trail(world, language, vec![compare, all, (here, title, None)]))
}

fn about_model(world: &World, language: Language, here: Page, model: &Vendor, vendor: &Vendor) -> Option<About> {
    let title = title_of(model, language)?;
    let said = [("vendor", Value::from(vendor.name.as_str())), ("model", Value::from(title))];
    let title = say(world, language, "compare-model", &said);
    let description = say(world, language, "compare-model-description", &said);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let all = (Page::CompareModels(language), say(world, language, "compare-models", &[]), None);
    Some(About::new(title.clone(), description, trail(world, language, vec![compare, all, (here, title, None)])))
}

/// What a model is called.
pub fn title_of(model: &Vendor, language: Language) -> Option<&str> {
    Some(&model.agreements.first()?.text(language)?.title)
}

/// What is needed to cite one side.
struct Sides<'a> {
    world: &'a World,
    language: Language,
    vendor: &'a Vendor,
    /// What each provision is called, by the agreement's slug and its id.
    labels: BTreeMap<(&'a str, &'a NodeId), String>,
    lang: Option<Language>,
    /// Whether its agreements have pages of their own.
    has_page: bool,
}

impl<'a> Sides<'a> {
    fn new(world: &'a World, language: Language, vendor: &'a Vendor, provisions: &[Provision<'a>]) -> Sides<'a> {
        let mut places: BTreeMap<&str, Named<'_>> = BTreeMap::new();
        let mut labels = BTreeMap::new();
        for provision in provisions {
            let (slug, id) = (provision.agreement.slug.as_str(), &provision.clause.meta.id);
            let own = places.entry(slug).or_insert_with(|| Named::of(world, language, provision.text));
            labels.insert((slug, id), own.label(id));
        }
        let lang = provisions.first().map(|provision| provision.text.language).filter(|spoken| *spoken != language);
        let has_page = world.corpus.vendor(&vendor.slug).is_some();
        Sides { world, language, vendor, labels, lang, has_page }
    }

    fn foreign(&self) -> Option<Language> {
        self.lang
    }

    fn clause(&self, provision: &Provision<'_>, lines: Vec<Line>) -> Clause {
        let id = &provision.clause.meta.id;
        let label = self.labels.get(&(provision.agreement.slug.as_str(), id)).cloned();
        let address = Address::agreement(self.language, &self.vendor.slug, &provision.agreement.slug);
        Clause {
            label: label.unwrap_or_else(|| id.to_string()),
            href: self.has_page.then(|| self.world.base.link_to(&address, id)),
            lines,
            lang: (provision.text.language != self.language).then_some(provision.text.language),
        }
    }
}

/// Words are marked, not the spaces around them.
fn push_marked(line: &mut Line, text: &str, is_only: bool) {
    let (start, end) = if is_only { (text.len() - text.trim_start().len(), text.trim_end().len()) } else { (0, text.len()) };
    let end = end.max(start);
    for (piece, is_only) in [(&text[..start], false), (&text[start..end], is_only), (&text[end..], false)] {
        if !piece.is_empty() {
            line.runs.push(Run { text: piece.to_owned(), is_only });
        }
    }
}

fn shown(pair: &Pair, provisions: &[Vec<Provision<'_>>; 2], sides: &[Sides<'_>; 2], named: &Provision<'_>) -> Shown {
    let name = named.article.heading.as_ref().map(crate::model::Text::plain);
    let whole = |provision: &Provision<'_>| {
        let line = |line: &pairs::Line| Line { label: line.label.clone(), runs: vec![Run { text: line.text.clone(), is_only: false }] };
        provision.lines.iter().map(line).collect::<Vec<_>>()
    };
    let side = |side: usize, at: Option<usize>| at.map(|at| sides[side].clause(&provisions[side][at], whole(&provisions[side][at])));
    let name = name.unwrap_or_else(|| side(0, pair.left).or_else(|| side(1, pair.right)).map(|clause| clause.label).unwrap_or_default());
    let (Some(left), Some(right)) = (pair.left.map(|at| &provisions[0][at]), pair.right.map(|at| &provisions[1][at])) else {
        let kind = if pair.left.is_some() { "left-only" } else { "right-only" };
        return Shown { name, kind, count: 0, left: side(0, pair.left), right: side(1, pair.right) };
    };
    let is_one_language = left.text.language == right.text.language;
    if left.plain == right.plain {
        let kind = if pair.is_moved { "moved" } else { "same" };
        return Shown { name, kind, count: 0, left: side(0, pair.left), right: side(1, pair.right) };
    }
    // What has little in common is not read word by word.
    if !is_one_language || pair.likeness < pairs::FAMILY {
        return Shown { name, kind: "reworded", count: 0, left: side(0, pair.left), right: side(1, pair.right) };
    }
    let runs = redline(&left.plain, &right.plain);
    // A word for a word is one difference.
    let count = runs.iter().enumerate().filter(|(at, run)| run.side != Side::Both && (*at == 0 || runs[at - 1].side == Side::Both)).count();
    let lines = |provision: &Provision<'_>, without: Side| {
        let mut lines: Vec<Line> = vec![Line::default()];
        for run in runs.iter().filter(|run| run.side != without) {
            for (piece, text) in run.text.split('\n').enumerate() {
                if piece > 0 {
                    lines.push(Line::default());
                }
                if let Some(line) = lines.last_mut() {
                    push_marked(line, text, run.side != Side::Both);
                }
            }
        }
        lines.truncate(provision.lines.len());
        for (line, own) in lines.iter_mut().zip(&provision.lines) {
            line.label.clone_from(&own.label);
        }
        lines
    };
    Shown {
        name,
        kind: "differs",
        count,
        left: Some(sides[0].clause(left, lines(left, Side::Right))),
        right: Some(sides[1].clause(right, lines(right, Side::Left))),
    }
}
