//! Facts of all vendors beside each other: a row for each fact that anybody recorded, a cell for each vendor.
//!
//! Numbers are compared only where unit and trigger agree, and never converted: a month is not 30 days.

use std::collections::BTreeMap;

use crate::model::recorded::{Fact, FactState, Measured, Money, Shown, Value};
use crate::model::vocabulary::{self, Better, Vocabulary};
use crate::model::{Corpus, Vendor};

/// A group of facts, with those that somebody recorded.
#[derive(Debug)]
pub struct Group<'a> {
    /// Its id in the vocabulary.
    pub id: &'a str,
    /// Its rows, in the order of the vocabulary.
    pub rows: Vec<Row<'a>>,
}

/// A fact and what each vendor's agreements state of it.
#[derive(Debug)]
pub struct Row<'a> {
    /// The fact.
    pub fact: &'a vocabulary::Fact,
    /// A cell for each vendor, in their order; `None` where nobody recorded it.
    pub cells: Vec<Option<&'a Fact>>,
    /// For each cell, whether its principal value is the least or the greatest of the row.
    pub extremes: Vec<Option<Extreme>>,
    /// For each cell, whether it is the best or the worst of the row for the controller. For the internal audience only.
    pub standings: Vec<Option<Standing>>,
    /// For each cell a number that it shares with those that say the same; none for what cannot be compared.
    pub alike: Vec<Option<usize>>,
}

/// The end of a row that a value is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extreme {
    /// No other is smaller.
    Least,
    /// No other is greater.
    Greatest,
}

/// How a value stands beside the others of its row, from the controller's side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No other is better.
    Better,
    /// No other is worse.
    Worse,
}

/// The facts that anybody recorded, by group. `vendors` are the columns.
pub fn table<'a>(vocabulary: &'a Vocabulary, vendors: &[&'a Vendor]) -> Vec<Group<'a>> {
    let recorded: Vec<BTreeMap<&str, &Fact>> = vendors.iter().map(|vendor| of_vendor(vendor)).collect();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for fact in &vocabulary.facts {
        let cells: Vec<Option<&Fact>> = recorded.iter().map(|own| own.get(fact.id.as_str()).copied()).collect();
        if cells.iter().all(Option::is_none) {
            continue;
        }
        let row = Row { fact, extremes: extremes(&cells), standings: standings(fact, &cells), alike: alike(&cells), cells };
        match groups.iter_mut().find(|group| group.id == fact.group) {
            Some(group) => group.rows.push(row),
            None => groups.push(Group { id: &fact.group, rows: vec![row] }),
        }
    }
    groups
}

/// Whether anybody recorded a fact.
pub fn exists(corpus: &Corpus) -> bool {
    corpus.vendors.iter().filter_map(|vendor| vendor.facts.as_ref()).any(|records| !records.entries.is_empty())
}

fn of_vendor(vendor: &Vendor) -> BTreeMap<&str, &Fact> {
    vendor.facts.iter().flat_map(|records| &records.entries).map(|fact| (fact.id.as_str(), fact)).collect()
}

fn principal(cell: Option<&Fact>) -> Option<&Value> {
    cell.filter(|fact| matches!(fact.state, Shown::As(FactState::Stated | FactState::Partly)))?.values.first()
}

/// What of a value is comparable: the number, and what must agree before it is.
fn comparable(value: &Value) -> Option<(f64, String)> {
    if let Some(Measured { number, unit }) = &value.number {
        return Some((*number, format!("{unit} {}", value.trigger.as_deref().unwrap_or_default())));
    }
    let per = value.per.as_deref().unwrap_or_default();
    match value.money.as_ref()? {
        Money::Amount(amount, currency) => Some((*amount, format!("{currency} {per}"))),
        Money::MonthsOfFees(months) => Some((*months, format!("fees {per}"))),
    }
}

/// The numbers of a row, if all that there are can be compared.
fn numbers(cells: &[Option<&Fact>]) -> Vec<Option<f64>> {
    let found: Vec<Option<(f64, String)>> = cells.iter().map(|cell| principal(*cell).and_then(comparable)).collect();
    let mut measures = found.iter().flatten().map(|(_, measure)| measure);
    let first = measures.next();
    let is_one = measures.all(|measure| Some(measure) == first);
    found.into_iter().map(|found| found.filter(|_| is_one).map(|(number, _)| number)).collect()
}

fn extremes(cells: &[Option<&Fact>]) -> Vec<Option<Extreme>> {
    let numbers = numbers(cells);
    let known: Vec<f64> = numbers.iter().flatten().copied().collect();
    let (least, greatest) = (known.iter().copied().fold(f64::INFINITY, f64::min), known.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    // Of values that are all the same none is at an end.
    let of = |number: f64| match () {
        () if least >= greatest => None,
        () if number <= least => Some(Extreme::Least),
        () if number >= greatest => Some(Extreme::Greatest),
        () => None,
    };
    numbers.into_iter().map(|number| number.and_then(of)).collect()
}

/// How good each cell is for the controller, more being better; `None` for what cannot be ranked.
fn ranks(fact: &vocabulary::Fact, cells: &[Option<&Fact>]) -> Vec<Option<f64>> {
    match &fact.better {
        Some(Better::Order(order)) => {
            let rank = |value: &Value| value.choices.iter().filter_map(|choice| order.iter().position(|one| one == choice)).min();
            cells
                .iter()
                .map(|cell| principal(*cell).and_then(rank).and_then(|place| u32::try_from(place).ok()).map(|place| -f64::from(place)))
                .collect()
        }
        Some(Better::Direction(direction)) => {
            let sign = if matches!(direction.as_str(), "lower" | "fewer") { -1.0 } else { 1.0 };
            match direction.as_str() {
                "higher" | "longer" | "lower" => numbers(cells).into_iter().map(|number| number.map(|number| sign * number)).collect(),
                "more" | "fewer" => {
                    let count = |value: &Value| u32::try_from(value.choices.len()).ok().map(|count| sign * f64::from(count));
                    cells.iter().map(|cell| principal(*cell).and_then(count)).collect()
                }
                _ => vec![None; cells.len()],
            }
        }
        None => vec![None; cells.len()],
    }
}

fn standings(fact: &vocabulary::Fact, cells: &[Option<&Fact>]) -> Vec<Option<Standing>> {
    let ranks = ranks(fact, cells);
    let known: Vec<f64> = ranks.iter().flatten().copied().collect();
    let (worst, best) = (known.iter().copied().fold(f64::INFINITY, f64::min), known.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    let of = |rank: f64| match () {
        () if worst >= best => None,
        () if rank >= best => Some(Standing::Better),
        () if rank <= worst => Some(Standing::Worse),
        () => None,
    };
    ranks.into_iter().map(|rank| rank.and_then(of)).collect()
}

/// Cells that say the same. What is told in words alone is never the same, what is silent always is.
fn alike(cells: &[Option<&Fact>]) -> Vec<Option<usize>> {
    let mut kinds: Vec<&Fact> = Vec::new();
    let is_same = |a: &Fact, b: &Fact| {
        a.state == b.state && a.values == b.values && (!a.values.is_empty() || a.state == Shown::As(FactState::NotStated))
    };
    cells
        .iter()
        .map(|cell| {
            let fact = (*cell)?;
            let known = kinds.iter().position(|kind| is_same(kind, fact));
            Some(
                known.unwrap_or_else(|| {
                    kinds.push(fact);
                    kinds.len() - 1
                }) + 1,
            )
        })
        .collect()
}
