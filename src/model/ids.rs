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
    /// The id by printed numbers.
    pub natural: String,
}

/// Hands out ids, each once.
#[derive(Default)]
pub struct Ids {
    used: HashMap<String, Span>,
    findings: Vec<Finding>,
}

/// What a node can take its id from.
pub struct Source<'a> {
    /// The author's own.
    pub explicit: Option<&'a str>,
    /// The printed label.
    pub label: Option<&'a str>,
    /// The rank, when there is neither: `p1`.
    pub rank: String,
    /// Whether a label that comes twice is worth a word to the author.
    pub tell_duplicates: bool,
}

impl Ids {
    /// An id below `parent`; `beside` is where it goes when its number stands alone (`7.1` in article `7`).
    pub fn give(&mut self, parent: &Path, beside: Option<&Path>, source: &Source<'_>, span: Span) -> Path {
        let base = beside.unwrap_or(parent);
        let natural_segment = source.label.map(|printed| label::segment(printed).replace('/', "-")).filter(|segment| !segment.is_empty());
        let segment = source.explicit.map(str::to_owned).or_else(|| natural_segment.clone()).unwrap_or_else(|| source.rank.clone());
        let natural = join(&base.natural, natural_segment.as_deref().unwrap_or(&segment));
        let wanted = if source.explicit.is_some() { join(&parent.id, &segment) } else { join(&base.id, &segment) };
        let id = self.unique(&wanted);
        if id != wanted
            && let Some(first) = self.used.get(&wanted).copied()
        {
            if source.explicit.is_some() {
                self.findings.push(Finding::new(DUPLICATE_ID, span).with("id", wanted.as_str()).related(first));
            } else if let Some(printed) = source.label.filter(|_| source.tell_duplicates) {
                self.findings.push(Finding::new(DUPLICATE_NUMBER, span).with("number", printed).with("id", id.as_str()).related(first));
            }
        }
        self.used.insert(id.clone(), span);
        Path { id, natural }
    }

    fn unique(&self, wanted: &str) -> String {
        if !self.used.contains_key(wanted) {
            return wanted.to_owned();
        }
        (2u32..).map(|n| format!("{wanted}-{n}")).find(|id| !self.used.contains_key(id)).unwrap_or_default()
    }

    /// Whether a node has this id.
    pub fn is_used(&self, id: &str) -> bool {
        self.used.contains_key(id)
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
    number.strip_prefix(article).is_some_and(|rest| rest.starts_with('.') || rest.is_empty())
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
