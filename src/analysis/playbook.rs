//! What is recorded of a vendor, held against the site owner's positions. For the internal audience only.

use std::collections::HashMap;

use crate::model::playbook::{Case, Level, Position, Subject};
use crate::model::recorded::{Citation, Fact, Graded, Shown};
use crate::model::{Corpus, NodeId, Vendor, walk};

/// Where a vendor stands on a position; what needs attention most comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// It will not do.
    Unacceptable,
    /// No level of the position fits: someone must judge.
    Open,
    /// It will do.
    Acceptable,
    /// It is what is wanted.
    Preferred,
}

impl Verdict {
    /// Every one, in order.
    pub const ALL: [Verdict; 4] = [Verdict::Unacceptable, Verdict::Open, Verdict::Acceptable, Verdict::Preferred];

    /// The name used in templates and messages.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Unacceptable => "unacceptable",
            Verdict::Open => "open",
            Verdict::Acceptable => "acceptable",
            Verdict::Preferred => "preferred",
        }
    }
}

/// A position, and where a vendor stands on it.
#[derive(Debug, Clone, Copy)]
pub struct Judged<'a> {
    /// The position.
    pub position: &'a Position,
    /// Where the vendor stands.
    pub verdict: Verdict,
    /// What is recorded of it.
    pub record: Record<'a>,
}

/// What a position is judged by.
#[derive(Debug, Clone, Copy)]
pub enum Record<'a> {
    /// What the agreements state of a fact.
    Fact(&'a Fact),
    /// What was found of a requirement.
    Graded(&'a Graded),
}

impl<'a> Record<'a> {
    /// Where the agreements say so; nothing where they are silent.
    pub fn citations(self) -> &'a [Citation] {
        match self {
            Record::Fact(fact) => &fact.citations,
            Record::Graded(graded) => &graded.citations,
        }
    }
}

/// Where a vendor stands on a position; nothing where nobody recorded what it is about.
///
/// What is unacceptable in any way is so, however good the rest is.
pub fn judge<'a>(vendor: &'a Vendor, position: &'a Position) -> Option<Judged<'a>> {
    let record = match &position.subject {
        Subject::Fact(id) => Record::Fact(fact(vendor, id)?),
        Subject::Requirement(id) => Record::Graded(vendor.coverage.as_ref()?.entries.iter().find(|graded| graded.id == *id)?),
    };
    let is_at = |level: &Level| level.cases.iter().any(|case| is_in(vendor, case, record));
    let verdict = match () {
        () if is_at(&position.unacceptable) => Verdict::Unacceptable,
        () if is_at(&position.preferred) => Verdict::Preferred,
        () if is_at(&position.acceptable) => Verdict::Acceptable,
        () => Verdict::Open,
    };
    Some(Judged { position, verdict, record })
}

fn fact<'a>(vendor: &'a Vendor, id: &str) -> Option<&'a Fact> {
    vendor.facts.as_ref()?.entries.iter().find(|fact| fact.id == id)
}

fn is_in(vendor: &Vendor, case: &Case, record: Record<'_>) -> bool {
    let is_itself = match record {
        Record::Fact(fact) => case.own.holds(Some(fact)),
        Record::Graded(Graded { state: Shown::As(grade), .. }) => case.grades.is_empty() || case.grades.contains(grade),
        Record::Graded(_) => false,
    };
    is_itself && case.with.iter().all(|(id, condition)| condition.holds(fact(vendor, id)))
}

/// The positions in the order in which they are negotiated.
pub fn in_order(corpus: &Corpus) -> Vec<&Position> {
    let mut positions: Vec<&Position> = corpus.playbook.iter().collect();
    positions.sort_by_key(|position| position.priority.unwrap_or(u16::MAX));
    positions
}

/// The rank of a vendor's provisions: agreement after agreement, each from top to bottom.
pub struct Ranks<'a>(HashMap<(&'a str, &'a NodeId), (usize, usize)>);

impl<'a> Ranks<'a> {
    /// Those of a vendor.
    pub fn of(vendor: &'a Vendor) -> Ranks<'a> {
        let mut ranks = HashMap::new();
        for (place, agreement) in vendor.agreements.iter().enumerate() {
            let Some(text) = agreement.texts.get(&agreement.original) else { continue };
            let mut rank = 0;
            walk::metas(&text.parts, &mut |meta| {
                ranks.insert((agreement.slug.as_str(), &meta.id), (place, rank));
                rank += 1;
            });
        }
        Ranks(ranks)
    }

    /// Where a record is read first: the place of the agreement with its vendor, and the rank of the provision in it.
    pub fn first(&self, record: Record<'_>) -> Option<(usize, usize)> {
        record.citations().iter().filter_map(|citation| self.0.get(&(citation.agreement.as_str(), &citation.clause))).min().copied()
    }
}
