//! What of the law's requirements is found in each vendor's agreements: counted by tier, never as a score.

use std::collections::BTreeMap;

use crate::model::recorded::{Grade, Graded, Shown};
use crate::model::vocabulary::{Requirement, Vocabulary};
use crate::model::{Corpus, Vendor};

/// The tier whose rows are shown and not counted: the law binds whether or not the contract says so.
pub const DIRECT_DUTY: &str = "direct-duty";
/// The tier of what the contract must have (GDPR Article 28(3) and (9)).
pub const CONTRACT: &str = "contract-mandatory";
/// It repeats other rows (GDPR Article 28(3)(d) refers to 28(2) and 28(4)), and is not counted beside them.
const REPEATED: &str = "gdpr-28-3-d-subprocessing";

/// A tier with its requirements.
#[derive(Debug)]
pub struct Tier<'a> {
    /// Its id in the vocabulary.
    pub id: &'a str,
    /// Its requirements, in the order of the vocabulary.
    pub rows: Vec<Row<'a>>,
}

/// A requirement, and what was found of it with each vendor.
#[derive(Debug)]
pub struct Row<'a> {
    /// The requirement.
    pub requirement: &'a Requirement,
    /// A cell for each vendor, in their order; `None` where nobody recorded it.
    pub cells: Vec<Option<&'a Graded>>,
    /// Whether it is counted.
    pub is_counted: bool,
}

/// How many of a tier's requirements are in which state with a vendor.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Count {
    /// Those that apply and that somebody looked at.
    pub of: usize,
    /// How many there are of each state.
    pub grades: BTreeMap<Grade, usize>,
    /// Those that rest on text for others.
    pub withheld: usize,
    /// Those that nobody looked at.
    pub not_recorded: usize,
}

impl Tier<'_> {
    /// The counts of a vendor, by its place among the columns.
    pub fn count(&self, vendor: usize) -> Count {
        let mut count = Count::default();
        for row in self.rows.iter().filter(|row| row.is_counted) {
            match row.cells.get(vendor).copied().flatten().map(|graded| graded.state) {
                Some(Shown::As(grade)) => {
                    *count.grades.entry(grade).or_default() += 1;
                    count.of += usize::from(grade != Grade::NotApplicable);
                }
                Some(Shown::Withheld(_)) => count.withheld += 1,
                None => count.not_recorded += 1,
            }
        }
        count
    }
}

/// All requirements by tier. `vendors` are the columns.
pub fn table<'a>(vocabulary: &'a Vocabulary, vendors: &[&'a Vendor]) -> Vec<Tier<'a>> {
    let recorded: Vec<BTreeMap<&str, &Graded>> = vendors.iter().map(|vendor| of_vendor(vendor)).collect();
    let mut tiers: Vec<Tier<'a>> = Vec::new();
    for requirement in &vocabulary.requirements {
        let cells = recorded.iter().map(|own| own.get(requirement.id.as_str()).copied()).collect();
        let is_counted = requirement.tier != DIRECT_DUTY && requirement.id != REPEATED;
        let row = Row { requirement, cells, is_counted };
        match tiers.iter_mut().find(|tier| tier.id == requirement.tier) {
            Some(tier) => tier.rows.push(row),
            None => tiers.push(Tier { id: &requirement.tier, rows: vec![row] }),
        }
    }
    tiers
}

/// Whether anybody recorded coverage.
pub fn exists(corpus: &Corpus) -> bool {
    corpus.vendors.iter().filter_map(|vendor| vendor.coverage.as_ref()).any(|records| !records.entries.is_empty())
}

fn of_vendor(vendor: &Vendor) -> BTreeMap<&str, &Graded> {
    vendor.coverage.iter().flat_map(|records| &records.entries).map(|graded| (graded.id.as_str(), graded)).collect()
}
