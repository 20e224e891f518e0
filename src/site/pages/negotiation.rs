//! What to negotiate with a vendor, provision by provision, and the wording to ask for. Internal.

use serde::Serialize;

use super::playbook::{self, Count, tally};
use super::{compare_coverage, compare_facts};
use crate::analysis::playbook::{Judged, Ranks, Record, Verdict, in_order, judge};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::model::playbook::{Position, Subject};
use crate::model::vocabulary::Local;
use crate::site::about::{About, say, trail};
use crate::site::comparison::{Cell, Citer, local};
use crate::site::head::Head;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "negotiation";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    name: &'a str,
    tally: Vec<Count>,
    /// What will not do or must be judged, by priority.
    first: Vec<Brief<'a>>,
    /// What there is to negotiate: an agreement after the other, then where all are silent.
    groups: Vec<Group<'a>>,
    /// What is as it should be.
    agreed: Vec<Brief<'a>>,
}

/// A position in a line.
#[derive(Serialize)]
struct Brief<'a> {
    id: String,
    name: &'a str,
    verdict: &'static str,
    cell: Option<Cell>,
}

/// The positions on one agreement.
#[derive(Serialize)]
struct Group<'a> {
    id: String,
    /// Its title; none where the agreements are silent.
    title: Option<&'a str>,
    demands: Vec<Demand<'a>>,
}

/// A position to negotiate.
#[derive(Serialize)]
struct Demand<'a> {
    id: String,
    name: &'a str,
    priority: Option<u16>,
    verdict: &'static str,
    /// What the vendor's agreements say.
    cell: Cell,
    /// Each level in words, the best first.
    levels: Vec<Level<'a>>,
    reason: &'a str,
    /// The wording to ask for: in the language of the page, and in that of the agreements where it is another.
    asks: Vec<Ask<'a>>,
}

#[derive(Serialize)]
struct Level<'a> {
    verdict: &'static str,
    says: &'a str,
}

#[derive(Serialize)]
struct Ask<'a> {
    lang: Language,
    text: &'a str,
}

/// One page for each vendor of which anything is recorded.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    let vendors = world.corpus.vendors.iter().enumerate().filter(|(_, vendor)| judged(world, vendor).next().is_some());
    vendors.map(move |(place, _)| Page::Negotiation(language, place))
}

fn judged<'a>(world: &'a World, vendor: &'a Vendor) -> impl Iterator<Item = Judged<'a>> {
    in_order(&world.corpus).into_iter().filter_map(move |position| judge(vendor, position))
}

/// What the template is given; `None` if there is no such page.
pub fn context(world: &World, language: Language, vendor: usize) -> Option<Context<'_>> {
    let here = Page::Negotiation(language, vendor);
    let vendor = world.vendor(vendor)?;
    let judged: Vec<Judged<'_>> = judged(world, vendor).collect();
    if judged.is_empty() {
        return None;
    }
    let mut citer = Citer::new(world, language);
    let mut cell = |judged: &Judged<'_>| match judged.record {
        Record::Fact(fact) => {
            let known = world.corpus.vocabulary.fact(&fact.id)?;
            Some(compare_facts::cell(world, language, vendor, known, fact, &mut citer))
        }
        Record::Graded(graded) => Some(compare_coverage::cell(world, language, vendor, graded, &mut citer)),
    };
    let of_verdict = |verdict: Verdict| judged.iter().filter(move |judged| judged.verdict == verdict);
    let brief = |judged: &Judged<'_>, cell: Option<Cell>| {
        let subject = &judged.position.subject;
        Brief { id: anchor(subject), name: name(world, language, subject), verdict: judged.verdict.name(), cell }
    };
    let urgent = judged.iter().filter(|judged| matches!(judged.verdict, Verdict::Unacceptable | Verdict::Open));
    let first = urgent.map(|judged| brief(judged, None)).collect();
    let agreed = of_verdict(Verdict::Preferred).map(|judged| brief(judged, cell(judged))).collect();
    let ranks = Ranks::of(vendor);
    let mut open: Vec<(Option<(usize, usize)>, &Judged<'_>)> =
        judged.iter().filter(|judged| judged.verdict != Verdict::Preferred).map(|judged| (ranks.first(judged.record), judged)).collect();
    // What no text speaks of comes last, by priority.
    open.sort_by_key(|(rank, _)| (rank.is_none(), *rank));
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (rank, judged) in open {
        let Some(cell) = cell(judged) else { continue };
        let agreement = rank.and_then(|(place, _)| vendor.agreements.get(place));
        let id = agreement.map_or_else(|| "page:silent".to_owned(), |agreement| format!("page:in:{}", agreement.slug));
        let asked_in = agreement.or_else(|| vendor.agreements.first()).map_or(language, |agreement| agreement.original);
        let demand = demand(world, language, asked_in, judged, cell);
        match groups.last_mut().filter(|group| group.id == id) {
            Some(group) => group.demands.push(demand),
            None => {
                let title = agreement.and_then(|agreement| Some(agreement.text(language)?.title.as_str()));
                groups.push(Group { id, title, demands: vec![demand] });
            }
        }
    }
    Some(Context {
        page: Head::new(world, &here, KIND, about(world, language, here.clone(), vendor)),
        lang: language,
        name: &vendor.name,
        tally: tally(judged.iter().map(|judged| judged.verdict)),
        first,
        groups,
        agreed,
    })
}

fn about(world: &World, language: Language, here: Page, vendor: &Vendor) -> About {
    let title = playbook::negotiation(world, language, vendor);
    let description = say(world, language, "negotiation-description", &[("vendor", Value::from(vendor.name.as_str()))]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let all = (Page::Playbook(language), say(world, language, "playbook", &[]), None);
    About::new(title.clone(), description, trail(world, language, vec![compare, all, (here, title, None)]))
}

fn demand<'a>(world: &'a World, language: Language, asked_in: Language, judged: &Judged<'a>, cell: Cell) -> Demand<'a> {
    let Position { subject, priority, reason, ask, preferred, acceptable, unacceptable, .. } = judged.position;
    let level = |verdict: Verdict, says: &'a Local| Level { verdict: verdict.name(), says: local(says, language) };
    let mut spoken = vec![language];
    if asked_in != language && ask.contains_key(&asked_in) {
        spoken.push(asked_in);
    }
    Demand {
        id: anchor(subject),
        name: name(world, language, subject),
        priority: *priority,
        verdict: judged.verdict.name(),
        cell,
        levels: vec![
            level(Verdict::Preferred, &preferred.says),
            level(Verdict::Acceptable, &acceptable.says),
            level(Verdict::Unacceptable, &unacceptable.says),
        ],
        reason: local(reason, language),
        asks: spoken.into_iter().map(|lang| Ask { lang, text: local(ask, lang) }).collect(),
    }
}

/// The anchor of a subject on a vendor’s page.
pub fn anchor(subject: &Subject) -> String {
    match subject {
        Subject::Fact(id) => format!("fact:{id}"),
        Subject::Requirement(id) => format!("requirement:{id}"),
    }
}

fn name<'a>(world: &'a World, language: Language, subject: &Subject) -> &'a str {
    let vocabulary = &world.corpus.vocabulary;
    let words = match subject {
        Subject::Fact(id) => vocabulary.fact(id).map(|fact| &fact.name),
        Subject::Requirement(id) => vocabulary.requirement(id).map(|requirement| &requirement.name),
    };
    words.map_or("", |words| local(words, language))
}
