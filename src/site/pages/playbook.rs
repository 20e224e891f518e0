//! The site owner's positions: where each vendor stands, and a page for each with what to negotiate. Internal.

use serde::Serialize;

use crate::analysis::playbook::{Verdict, judge};
use crate::i18n::{Language, Value};
use crate::model::Vendor;
use crate::site::about::{About, say, trail};
use crate::site::comparison;
use crate::site::head::Head;
use crate::site::{Page, World};

/// The name of its template.
pub const KIND: &str = "playbook";

/// What the template is given.
#[derive(Serialize)]
pub struct Context<'a> {
    page: Head,
    lang: Language,
    /// How many positions there are.
    positions: usize,
    vendors: Vec<Line<'a>>,
}

/// A vendor, and where it stands.
#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    href: String,
    tally: Vec<Count>,
}

/// How many positions a vendor is at.
#[derive(Serialize)]
pub struct Count {
    verdict: &'static str,
    count: usize,
}

/// The page, where there is a playbook.
pub fn list(world: &World, language: Language) -> impl Iterator<Item = Page> {
    (!world.corpus.playbook.is_empty()).then_some(Page::Playbook(language)).into_iter()
}

/// What the template is given.
pub fn context(world: &World, language: Language) -> Context<'_> {
    let title = say(world, language, "playbook", &[]);
    let description = say(world, language, "playbook-description", &[]);
    let compare = (Page::Compare(language), say(world, language, "compare", &[]), None);
    let trail = trail(world, language, vec![compare, (Page::Playbook(language), title.clone(), None)]);
    let line = |vendor: &'_ &'_ Vendor| {
        let place = world.corpus.vendors.iter().position(|own| own.slug == vendor.slug)?;
        let href = world.base.link(&Page::Negotiation(language, place).address(world)?);
        Some((href, tally(world.corpus.playbook.iter().filter_map(|position| Some(judge(vendor, position)?.verdict)))))
    };
    let vendors = comparison::all_vendors(world, language);
    let vendors = vendors.iter().filter_map(|vendor| line(vendor).map(|(href, tally)| Line { name: &vendor.name, href, tally }));
    Context {
        page: Head::new(world, &Page::Playbook(language), KIND, About::new(title, description, trail)),
        lang: language,
        positions: world.corpus.playbook.len(),
        vendors: vendors.collect(),
    }
}

/// Where the positions are, if there are any.
pub fn href(world: &World, language: Language) -> Option<String> {
    Some(world.base.link(&list(world, language).next()?.address(world)?))
}

/// What is said of the verdicts of a vendor, those that occur.
pub fn tally(verdicts: impl Iterator<Item = Verdict>) -> Vec<Count> {
    let verdicts: Vec<Verdict> = verdicts.collect();
    let count = |verdict: Verdict| Count { verdict: verdict.name(), count: verdicts.iter().filter(|own| **own == verdict).count() };
    Verdict::ALL.into_iter().map(count).filter(|count| count.count > 0).collect()
}

/// The name of a vendor's page within the playbook.
pub fn negotiation(world: &World, language: Language, vendor: &Vendor) -> String {
    say(world, language, "negotiation", &[("vendor", Value::from(vendor.name.as_str()))])
}
