//! A document that calls itself confidential, or for internal use, while more readers may see it than that.
//!
//! Nearly every agreement speaks of confidentiality; what counts is only what a document says of itself: as its mark
//! ("Strictly confidential"), its classification, or in a sentence about "this document".

use std::ops::Range;

use crate::check::{Check, MOST_OF_ONE_KIND, Passage, Prose, Run, Subject};
use crate::diagnostic::{Area, Finding, Rule, Severity};
use crate::i18n::Lexicon;
use crate::model::NodeId;
use crate::parse::Audience;

/// The rule. Arguments: `id`, `text`, `audience`.
pub const CHECK: Check = Check {
    rule: Rule { name: "confidential-in-wider-audience", severity: Severity::Warning, area: Area::Audience },
    run: Run::Agreement(run),
    documents: documents!("confidential_in_wider_audience"),
};

/// A mark is no longer than this, in words: "Strictly confidential", "For internal use only".
const LONGEST_MARK: usize = 6;
/// "This", and at most this many words to the noun: "this signed processing agreement".
const TO_NOUN: usize = 3;
/// From the noun to what is said of it: "this document and its annexes must be …".
const TO_VERB: usize = 3;
/// From there to "confidential", not counting what only makes it stronger: "contains partly and strictly confidential".
const TO_ADJECTIVE: usize = 1;
/// … and counting it.
const TO_ADJECTIVE_IN_ALL: usize = 3;
/// From "this" to "confidential", all in all.
const FARTHEST: usize = TO_NOUN + TO_VERB + TO_ADJECTIVE_IN_ALL + 3;

fn run(subject: &Subject<'_>, findings: &mut Vec<Finding>) {
    let mut told: Vec<NodeId> = Vec::new();
    for prose in &subject.proses {
        let mut before: Option<&Passage> = None;
        for passage in &prose.passages {
            let readers = passage.place.part.map_or(subject.agreement.audience, |part| part.meta.audience);
            let found = claim(passage, before, prose).filter(|(needed, _)| readers < *needed);
            before = Some(passage);
            let Some((_, range)) = found else { continue };
            // What the original says of itself, its translation says again.
            let node = passage.place.node.map(|meta| &meta.id);
            if node.is_some_and(|node| told.contains(node)) {
                continue;
            }
            told.extend(node.cloned());
            let text = passage.plain[range.clone()].to_owned();
            findings.push(passage.finding(CHECK.rule, range).with("text", text).with("audience", readers.name()));
        }
    }
}

/// For whom a passage says that its document is, at most, and where it says so.
fn claim(passage: &Passage<'_>, before: Option<&Passage<'_>>, prose: &Prose<'_>) -> Option<(Audience, Range<usize>)> {
    let lexicon = prose.lexicon;
    // Most passages have none of these words at all.
    let lower = passage.plain.to_lowercase();
    if !lexicon.confidential.iter().chain(&lexicon.internal_only).any(|word| lower.contains(word.as_str())) {
        return None;
    }
    let words = Words::of(&passage.plain);
    let internal = words.phrase(&lexicon.internal_only);
    let confidential = (0..words.lower.len()).filter(|at| lexicon.confidential.contains(&words.lower[*at])).take(MOST_OF_ONE_KIND);
    let is_mark = is_mark(passage, before, &words, lexicon);
    let own = |at: usize| is_mark || says_of_itself(&words, at, lexicon);
    if let Some(phrase) = internal.filter(|phrase| is_mark || says_of_itself(&words, phrase.start, lexicon)) {
        return Some((Audience::Internal, words.bytes(phrase)));
    }
    let at = { confidential }.find(|at| own(*at))?;
    Some((Audience::Customers, words.bytes(at..at + 1)))
}

/// Whether all that a passage says is how confidential the document is.
fn is_mark(passage: &Passage<'_>, before: Option<&Passage<'_>>, words: &Words<'_>, lexicon: &Lexicon) -> bool {
    let place = &passage.place;
    let is_short = words.lower.len() <= LONGEST_MARK;
    let is_last = words.lower.last().is_some_and(|last| lexicon.confidential.contains(last));
    let is_mark = is_short && (is_last || words.phrase(&lexicon.internal_only).is_some());
    let classifies = |words: &[String]| words.last().is_some_and(|last| lexicon.classification.contains(last));
    // The title of a document or annex; "Classification: confidential"; the cell beside "Classification".
    if place.is_heading {
        return is_mark && place.article.is_none();
    }
    let is_classified =
        classifies(&words.lower[..words.lower.len().min(1)]) || before.is_some_and(|before| classifies(&Words::of(&before.plain).lower));
    // A paragraph of its own, not an item or a cell of a list of classes.
    let is_paragraph =
        place.clause.is_some_and(|clause| place.node.is_some_and(|node| node.id == clause.meta.id) && clause.body.len() == 1);
    let is_cell = place.clause.is_some_and(|clause| clause.body.iter().any(|block| matches!(block, crate::model::Block::Table(_))));
    is_mark && (is_classified || (is_paragraph && !is_cell && words.lower.len() <= LONGEST_MARK / 2))
}

/// Whether the sentence says it of the document itself: "this Security Protocol must be treated as strictly
/// confidential", "dit document is vertrouwelijk", "dient dit document vertrouwelijk te worden behandeld".
fn says_of_itself(words: &Words<'_>, at: usize, lexicon: &Lexicon) -> bool {
    let sentence = words.sentence(at);
    let is = |list: &[String], at: usize| list.contains(&words.lower[at]);
    let is_document = |at: &usize| lexicon.document.iter().any(|noun| words.lower[*at].ends_with(noun.as_str()));
    let noun_after = |this: usize| (this + 1..at.min(this + 1 + TO_NOUN)).find(is_document);
    // "All information under this agreement is confidential" is about the information.
    let is_subject = |this: usize| {
        let Some(before) = this.checked_sub(1).filter(|before| *before >= sentence.start) else {
            return this == 0 || sentence.start == this && words.ends(this - 1);
        };
        let is_contents = before.checked_sub(1).is_some_and(|before| is(&lexicon.contents, before));
        words.gap(before).contains(',') || is_contents || is(&lexicon.before_subject, before)
    };
    let mut nouns = (sentence.start..at).filter(|at| is(&lexicon.this, *at) && is_subject(*at)).filter_map(noun_after);
    nouns.any(|noun| {
        let between = noun + 1..at;
        if between.clone().any(|at| is(&lexicon.negations, at)) {
            return false;
        }
        let plain_words = |mut range: Range<usize>| range.by_ref().filter(|at| !is(&lexicon.intensifiers, *at)).count();
        // The last verb before it: "is and remains confidential".
        let is_said = between.clone().rfind(|at| is(&lexicon.declares, *at)).is_some_and(|verb| {
            verb - noun <= TO_VERB + 1 && at - verb <= TO_ADJECTIVE_IN_ALL + 1 && plain_words(verb + 1..at) <= TO_ADJECTIVE
        });
        // Dutch puts the verb of a passive behind: "vertrouwelijk te worden behandeld".
        let is_said_behind = (at + 1..sentence.end.min(at + 3)).any(|at| is(&lexicon.declares, at));
        is_said || (is_said_behind && plain_words(between) <= TO_ADJECTIVE)
    })
}

/// The words of a text, in lower case, with where they stand.
struct Words<'a> {
    plain: &'a str,
    lower: Vec<String>,
    ranges: Vec<Range<usize>>,
}

impl<'a> Words<'a> {
    fn of(plain: &'a str) -> Words<'a> {
        let (mut lower, mut ranges) = (Vec::new(), Vec::new());
        let mut at = 0;
        while let Some(start) = plain[at..].find(char::is_alphanumeric).map(|start| at + start) {
            at = plain[start..].find(|c: char| !c.is_alphanumeric()).map_or(plain.len(), |length| start + length);
            lower.push(plain[start..at].to_lowercase());
            ranges.push(start..at);
        }
        Words { plain, lower, ranges }
    }

    /// Where one of these phrases stands, in words.
    fn phrase(&self, phrases: &[String]) -> Option<Range<usize>> {
        let phrases: Vec<Vec<&str>> = phrases.iter().map(|phrase| phrase.split(' ').collect()).collect();
        (0..self.lower.len()).find_map(|at| {
            let begins =
                |phrase: &&Vec<&str>| self.lower[at..].iter().zip(phrase.iter()).filter(|(own, word)| own == *word).count() == phrase.len();
            phrases.iter().filter(begins).map(|phrase| at..at + phrase.len()).max_by_key(|range| range.len())
        })
    }

    /// What stands between a word and the next.
    fn gap(&self, before: usize) -> &str {
        let next = self.ranges.get(before + 1).map_or(self.plain.len(), |next| next.start);
        &self.plain[self.ranges[before].end..next]
    }

    /// Whether a sentence ends with a word.
    fn ends(&self, before: usize) -> bool {
        self.gap(before).contains(['.', '!', '?', ';'])
    }

    /// The words around one of them in its sentence, as far as they may matter.
    fn sentence(&self, at: usize) -> Range<usize> {
        let farthest = at.saturating_sub(FARTHEST);
        let start = (farthest..at).rev().find(|before| self.ends(*before)).map_or(farthest, |before| before + 1);
        let mut rest = at..self.lower.len().min(at + FARTHEST);
        let end = rest.find(|before| self.ends(*before)).map_or(rest.end, |before| before + 1);
        start..end
    }

    fn bytes(&self, words: Range<usize>) -> Range<usize> {
        let first = self.ranges.get(words.start).map_or(0, |range| range.start);
        first..self.ranges.get(words.end - 1).map_or(first, |range| range.end)
    }
}
