//! Facts of all vendors beside each other: a row for each fact that anybody recorded, a cell for each vendor.
//!
//! Numbers are compared only where unit and trigger agree, and never converted: a month is not 30 days. What is at an end of a row,
//! and who says the same, is asked of all vendors at once, whichever of them are shown beside each other.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::model::recorded::{Fact, FactState, Measured, Money, Shown, Value};
use crate::model::vocabulary::{self, Better, Silence, Vocabulary};
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
    /// For each cell, whether a value of it is the least or the greatest of the row, and which of its values that is.
    pub extremes: Vec<Option<(Extreme, usize)>>,
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

/// What shows only when all vendors are held beside each other.
#[derive(Debug, Default)]
pub struct Beside {
    /// The vendors' places by their slugs.
    places: HashMap<String, usize>,
    /// By the ids of the facts that anybody recorded: a mark for each vendor.
    marks: HashMap<String, Vec<Mark>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Mark {
    extreme: Option<(Extreme, usize)>,
    standing: Option<Standing>,
    alike: Option<usize>,
}

impl Beside {
    /// These vendors beside each other.
    pub fn of(vocabulary: &Vocabulary, vendors: &[&Vendor]) -> Beside {
        let recorded: Vec<BTreeMap<&str, &Fact>> = vendors.iter().map(|vendor| of_vendor(vendor)).collect();
        let marks = vocabulary.facts.iter().filter_map(|fact| {
            let cells: Vec<Option<&Fact>> = recorded.iter().map(|own| own.get(fact.id.as_str()).copied()).collect();
            cells.iter().any(Option::is_some).then(|| (fact.id.clone(), marks(fact, &cells)))
        });
        Beside { marks: marks.collect(), places: vendors.iter().enumerate().map(|(place, vendor)| (vendor.slug.clone(), place)).collect() }
    }

    /// The facts that anybody recorded, by group, whoever is among the columns; so rows are the same for all of them.
    pub fn table<'a>(&self, vocabulary: &'a Vocabulary, columns: &[&'a Vendor]) -> Vec<Group<'a>> {
        let recorded: Vec<BTreeMap<&str, &Fact>> = columns.iter().map(|vendor| of_vendor(vendor)).collect();
        let places: Vec<Option<usize>> = columns.iter().map(|vendor| self.places.get(&vendor.slug).copied()).collect();
        let mut groups: Vec<Group<'a>> = Vec::new();
        for fact in &vocabulary.facts {
            let Some(marks) = self.marks.get(&fact.id) else { continue };
            let marks: Vec<Mark> =
                places.iter().map(|place| place.and_then(|place| marks.get(place).copied()).unwrap_or_default()).collect();
            let row = Row {
                fact,
                cells: recorded.iter().map(|own| own.get(fact.id.as_str()).copied()).collect(),
                extremes: marks.iter().map(|mark| mark.extreme).collect(),
                standings: marks.iter().map(|mark| mark.standing).collect(),
                alike: marks.iter().map(|mark| mark.alike).collect(),
            };
            match groups.iter_mut().find(|group| group.id == fact.group) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { id: &fact.group, rows: vec![row] }),
            }
        }
        groups
    }
}

fn marks(fact: &vocabulary::Fact, cells: &[Option<&Fact>]) -> Vec<Mark> {
    let ends = extremes(cells).into_iter().zip(standings(fact, cells));
    ends.zip(alike(cells)).map(|((extreme, standing), alike)| Mark { extreme, standing, alike }).collect()
}

/// The facts that anybody recorded, by group. `vendors` are the columns, and all that there are.
pub fn table<'a>(vocabulary: &'a Vocabulary, vendors: &[&'a Vendor]) -> Vec<Group<'a>> {
    Beside::of(vocabulary, vendors).table(vocabulary, vendors)
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

/// The numbers of a row that can be compared, and which value of the cell each is: of one measure, which every cell has that
/// has any number at all. Where clauses have several caps, those of one kind are held against each other.
fn numbers(cells: &[Option<&Fact>]) -> Vec<Option<(f64, usize)>> {
    let of_cell = |cell: &Option<&Fact>| -> Vec<(f64, String, usize)> {
        let values =
            cell.filter(|fact| matches!(fact.state, Shown::As(FactState::Stated | FactState::Partly))).map_or(&[][..], |fact| &fact.values);
        values.iter().enumerate().filter_map(|(place, value)| comparable(value).map(|(number, measure)| (number, measure, place))).collect()
    };
    let found: Vec<Vec<(f64, String, usize)>> = cells.iter().map(of_cell).collect();
    let mut with_numbers = found.iter().filter(|own| !own.is_empty());
    let has = |own: &[(f64, String, usize)], measure: &str| own.iter().any(|(_, own, _)| own == measure);
    let shared = with_numbers.next().and_then(|first| {
        let rest: Vec<_> = with_numbers.collect();
        first.iter().map(|(_, measure, _)| measure).find(|measure| rest.iter().all(|own| has(own, measure))).cloned()
    });
    let Some(shared) = shared else { return vec![None; cells.len()] };
    let of_measure = |own: Vec<(f64, String, usize)>| {
        own.into_iter().find(|(_, measure, _)| *measure == shared).map(|(number, _, place)| (number, place))
    };
    found.into_iter().map(of_measure).collect()
}

fn extremes(cells: &[Option<&Fact>]) -> Vec<Option<(Extreme, usize)>> {
    let numbers = numbers(cells);
    let known: Vec<f64> = numbers.iter().flatten().map(|(number, _)| *number).collect();
    let (least, greatest) = (known.iter().copied().fold(f64::INFINITY, f64::min), known.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    // Of values that are all the same none is at an end.
    let of = |(number, place): (f64, usize)| match () {
        () if least >= greatest => None,
        () if number <= least => Some((Extreme::Least, place)),
        () if number >= greatest => Some((Extreme::Greatest, place)),
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
                "higher" | "longer" | "lower" => numbers(cells).into_iter().map(|number| number.map(|(number, _)| sign * number)).collect(),
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

/// What silence means in law counts as well: where it forbids something it is as good as can be, where something is missing as bad.
fn standings(fact: &vocabulary::Fact, cells: &[Option<&Fact>]) -> Vec<Option<Standing>> {
    let of_silence = match fact.silence {
        Some(Silence::Gap | Silence::Defect) => Some(f64::NEG_INFINITY),
        Some(Silence::LawProhibits) => Some(f64::INFINITY),
        _ => None,
    };
    let is_silent = |cell: &Option<&Fact>| cell.is_some_and(|fact| fact.state == Shown::As(FactState::NotStated));
    let ranks: Vec<Option<f64>> =
        ranks(fact, cells).into_iter().zip(cells).map(|(rank, cell)| if is_silent(cell) { of_silence } else { rank }).collect();
    // Silence alone says nothing of what others agreed.
    if cells.iter().zip(&ranks).all(|(cell, rank)| rank.is_none() || is_silent(cell)) {
        return vec![None; cells.len()];
    }
    let known: Vec<f64> = ranks.iter().flatten().copied().collect();
    let (worst, best) = (known.iter().copied().fold(f64::INFINITY, f64::min), known.iter().copied().fold(f64::NEG_INFINITY, f64::max));
    // What is agreed in part, or in another document, is not the best of anything.
    let is_whole = |cell: &Option<&Fact>| cell.is_some_and(|fact| fact.state != Shown::As(FactState::Partly) && fact.defers_to.is_none());
    let of = |(rank, cell): (Option<f64>, &Option<&Fact>)| match rank? {
        _ if worst >= best => None,
        rank if rank >= best => is_whole(cell).then_some(Standing::Better),
        rank if rank <= worst => Some(Standing::Worse),
        _ => None,
    };
    ranks.into_iter().zip(cells).map(of).collect()
}

/// Cells that say the same. What is told in words alone is never the same, what is silent always is.
fn alike(cells: &[Option<&Fact>]) -> Vec<Option<usize>> {
    let (mut kinds, mut last) = (HashMap::<u64, Vec<(&Fact, usize)>>::new(), 0);
    let mut kind_of = |fact| {
        // Those with one digest are few, so that the work grows with the cells and not with their square.
        let known = kinds.entry(digest(fact)).or_default();
        let found = known.iter().find(|(kind, _)| is_same(kind, fact)).map(|(_, number)| *number);
        found.unwrap_or_else(|| {
            last += 1;
            if can_be_same(fact) {
                known.push((fact, last));
            }
            last
        })
    };
    cells.iter().map(|cell| cell.map(&mut kind_of)).collect()
}

fn is_same(a: &Fact, b: &Fact) -> bool {
    a.state == b.state && a.values == b.values && can_be_same(a)
}

fn can_be_same(fact: &Fact) -> bool {
    !fact.values.is_empty() || fact.state == Shown::As(FactState::NotStated)
}

/// A number that facts which say the same have in common.
fn digest(fact: &Fact) -> u64 {
    let mut digest = DefaultHasher::new();
    fact.values.len().hash(&mut digest);
    for value in &fact.values {
        // Of nothing and minus nothing, which are equal, the bits differ.
        value.number.as_ref().map(|measured| ((measured.number + 0.0).to_bits(), &measured.unit)).hash(&mut digest);
        (&value.choices, &value.places, &value.text).hash(&mut digest);
    }
    digest.finish()
}
