//! Whether what is cited stands where it is said to stand.

use std::collections::HashMap;
use std::sync::Arc;

use unicode_normalization::UnicodeNormalization;

use crate::diagnostic::{FileId, Finding, QUOTE_NOT_FOUND, Span, UNKNOWN_CLAUSE, nearest};
use crate::model::agreement::Agreement;
use crate::model::recorded::Citation;
use crate::model::tree::NodeId;
use crate::model::walk;
use crate::parse::Audience;
use crate::parse::recorded::CitationEntry;

/// The originals of a vendor's agreements, ready to be searched for quotes.
pub struct Cited<'a> {
    agreements: HashMap<&'a str, Original<'a>>,
}

struct Original<'a> {
    /// Ids and printed numbers, with the id that is meant and who may read what stands there.
    nodes: HashMap<&'a str, (&'a NodeId, Audience)>,
    passages: Vec<Passage<'a>>,
}

/// A running text, with the ids of everything it stands in.
struct Passage<'a> {
    within: Vec<&'a str>,
    words: String,
    audience: Audience,
}

impl<'a> Cited<'a> {
    pub fn new(agreements: &'a [Arc<Agreement>]) -> Cited<'a> {
        let originals = agreements.iter().filter_map(|agreement| {
            let text = agreement.texts.get(&agreement.original)?;
            let mut nodes = HashMap::new();
            walk::metas(&text.parts, &mut |meta| {
                let audience = meta.audience.max(agreement.audience);
                nodes.insert(meta.id.as_str(), (&meta.id, audience));
                if let Some(alias) = &meta.alias {
                    nodes.entry(alias.as_str()).or_insert((&meta.id, audience));
                }
            });
            let mut passages = Vec::new();
            walk::texts_of_parts(&text.parts, &mut |place: walk::Place<'a>| {
                let own = [place.part.map(|part| &part.meta), place.article.map(|article| &article.meta)];
                let inner = [place.clause.map(|clause| &clause.meta), place.node];
                let within = own.into_iter().chain(inner).flatten().map(|meta| meta.id.as_str()).collect();
                passages.push(Passage { within, words: normal(&place.text.plain()), audience: place.audience.max(agreement.audience) });
            });
            Some((agreement.slug.as_str(), Original { nodes, passages }))
        });
        Cited { agreements: originals.collect() }
    }

    /// The clause that is cited.
    ///
    /// # Errors
    /// A finding, if there is no such clause or the quote does not stand in it.
    pub fn find(&self, file: FileId, agreement: &Agreement, entry: &CitationEntry) -> Result<Citation, Finding> {
        let (clause, quote) = (entry.clause.get_ref().as_str(), normal(entry.quote.get_ref()));
        let unknown = |elsewhere: &str, suggestion: &str| {
            let finding = Finding::new(UNKNOWN_CLAUSE, Span::new(file, entry.clause.span())).with("clause", clause);
            finding.with("agreement", agreement.slug.as_str()).with("elsewhere", elsewhere).with("suggestion", suggestion)
        };
        let original = self.agreements.get(agreement.slug.as_str()).ok_or_else(|| unknown("none", ""))?;
        let Some((id, audience)) = original.nodes.get(clause) else {
            // Of ids that are as near as one another, the one that has the quote is meant.
            return Err(match original.holder_of(&quote) {
                Some(holder) => unknown(holder, ""),
                None => unknown("none", nearest(clause, original.nodes.keys().copied()).unwrap_or_default()),
            });
        };
        let found = original.within(id);
        match found.audience_of(&quote) {
            Some(words) if !quote.is_empty() => {
                Ok(Citation { agreement: agreement.slug.clone(), clause: (*id).clone(), quote, audience: words.max(*audience) })
            }
            _ => {
                let finding = Finding::new(QUOTE_NOT_FOUND, Span::new(file, entry.quote.span())).with("clause", clause);
                let finding = finding.with("elsewhere", original.holder_of(&quote).unwrap_or("none"));
                Err(finding.with("suggestion", nearest_words(&quote, &found.words)))
            }
        }
    }
}

impl<'a> Original<'a> {
    /// All that stands in a node, in order.
    fn within(&self, id: &NodeId) -> Joined {
        let below = format!("{id}/");
        let is_within = |passage: &&Passage<'a>| passage.within.iter().any(|own| *own == id.as_str() || own.starts_with(&below));
        let mut joined = Joined { words: String::new(), pieces: Vec::new() };
        for passage in self.passages.iter().filter(is_within).filter(|passage| !passage.words.is_empty()) {
            if !joined.words.is_empty() {
                joined.words.push(' ');
            }
            joined.words.push_str(&passage.words);
            joined.pieces.push((joined.words.len(), passage.audience));
        }
        joined
    }

    /// The innermost node that has a quote.
    fn holder_of(&self, quote: &str) -> Option<&'a str> {
        let found = self.passages.iter().find(|passage| !quote.is_empty() && passage.words.contains(quote))?;
        found.within.last().copied().filter(|id| !id.is_empty())
    }
}

/// The words of a node, with the end and the audience of each piece.
struct Joined {
    words: String,
    pieces: Vec<(usize, Audience)>,
}

impl Joined {
    /// Who may read a quote, if it stands here: the narrowest audience of the pieces that it touches.
    fn audience_of(&self, quote: &str) -> Option<Audience> {
        let start = self.words.find(quote)?;
        let end = start + quote.len();
        let mut from = 0;
        let mut narrowest = Audience::Public;
        for (until, audience) in &self.pieces {
            if from < end && start < *until {
                narrowest = narrowest.max(*audience);
            }
            from = *until;
        }
        Some(narrowest)
    }
}

/// Unicode's form C, with single spaces.
pub fn normal(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect()
}

/// As many words as a quote has, from where a text is most like it; nothing where it is not like it at all.
fn nearest_words(quote: &str, text: &str) -> String {
    let wanted: Vec<String> = quote.split(' ').map(str::to_lowercase).collect();
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let length = wanted.len().min(words.len());
    let likeness = |window: &[&str]| window.iter().filter(|word| wanted.contains(&word.to_lowercase())).count();
    let best = words.windows(length.max(1)).max_by_key(|window| likeness(window));
    // Of what has less than half of the words, an author learns nothing.
    best.filter(|window| likeness(window) * 2 > wanted.len()).map(|window| window.join(" ")).unwrap_or_default()
}
