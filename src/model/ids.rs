//! Ids of nodes: paths of segments, unique within an agreement, stable as long as the numbers are.

use std::collections::HashMap;

use super::tree::NodeId;
use crate::diagnostic::{DUPLICATE_ID, DUPLICATE_NUMBER, Finding, Span};
use crate::parse::document::Label;
use crate::parse::label;

/// Where a node is: the id it has, and the one that printed numbers alone would give it.
#[derive(Debug, Clone, Default)]
pub struct Path {
    /// The id.
    pub id: String,
    /// The id by printed numbers and ranks alone.
    pub natural: String,
}

/// Hands out ids, each once.
#[derive(Default)]
pub struct Ids {
    used: Names,
    natural: Names,
    findings: Vec<Finding>,
}

/// Names that are taken, each with the place that took it.
#[derive(Default)]
struct Names {
    taken: HashMap<String, Span>,
    /// How far the repeats of a name have come.
    repeats: HashMap<String, u32>,
}

impl Names {
    /// Takes a name, with a number behind it where it is taken. Returns who had it first.
    fn take(&mut self, wanted: &str, span: Span) -> (String, Option<Span>) {
        let first = self.taken.get(wanted).copied();
        let mut name = wanted.to_owned();
        while self.taken.contains_key(&name) {
            let repeat = self.repeats.entry(wanted.to_owned()).or_insert(1);
            *repeat += 1;
            name = format!("{wanted}-{repeat}");
        }
        self.taken.insert(name.clone(), span);
        (name, first)
    }
}

/// What a node can take its id from.
pub struct Source<'a> {
    /// The author's own.
    pub explicit: Option<&'a str>,
    /// The printed label.
    pub label: Option<&'a str>,
    /// The rank, when there is neither: `p1`.
    pub rank: String,
    /// How the author is told of a label that comes twice; `None` where that is nothing special.
    pub told_as: Option<&'a str>,
}

impl Ids {
    /// An id below `parent`; `beside` is where it goes when its number stands alone (`7.1` in article `7`).
    pub fn give(&mut self, parent: &Path, beside: Option<&Path>, source: &Source<'_>, span: Span) -> Path {
        let base = beside.unwrap_or(parent);
        let label = source.label.map(|printed| label::segment(printed).replace('/', "-")).filter(|segment| !segment.is_empty());
        let by_label = label.as_deref().unwrap_or(&source.rank);
        let wanted = source.explicit.map_or_else(|| join(&base.id, by_label), |explicit| join(&parent.id, explicit));
        let (natural, printed_at) = match source.explicit {
            Some(explicit) if label.is_none() => (join(&base.natural, explicit), None),
            _ if label.is_none() => (join(&base.natural, &source.rank), None),
            _ => self.natural.take(&join(&base.natural, by_label), span),
        };
        let (id, taken_at) = self.used.take(&wanted, span);
        let is_repeat = printed_at.is_some();
        if let (Some(first), Some(number)) = (printed_at, source.told_as) {
            self.findings.push(Finding::new(DUPLICATE_NUMBER, span).with("number", number).with("id", id.as_str()).related(first));
        }
        // A number that comes twice is no mistake of whoever gave the ids; that an id was given which is taken is.
        if let Some(first) = taken_at.filter(|_| source.explicit.is_some() || !is_repeat) {
            self.findings.push(Finding::new(DUPLICATE_ID, span).with("id", wanted).related(first));
        }
        Path { id, natural }
    }

    /// Whether a node has this id.
    pub fn is_used(&self, id: &str) -> bool {
        self.used.taken.contains_key(id)
    }

    /// What was wrong.
    pub fn into_findings(self) -> Vec<Finding> {
        self.findings
    }
}

impl Path {
    /// The id as nodes have it.
    pub fn node(&self) -> NodeId {
        NodeId::from(self.id.as_str())
    }
}

/// Whether a number begins with the number of the article or section it stands in, and so stands alone.
pub fn stands_alone(number: &Label, article: &str) -> bool {
    let (number, article) = (label::segment(&number.printed), label::segment(article));
    number.strip_prefix(article).is_some_and(|rest| rest.starts_with('.'))
}

/// A label as a segment of an address: `Bijlage 1` → `bijlage-1`.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    for c in words.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

fn join(base: &str, segment: &str) -> String {
    if base.is_empty() { segment.to_owned() } else { format!("{base}/{segment}") }
}
