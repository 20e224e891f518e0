//! Finds phrases in a text, whole words only, in time that is linear in the text however many phrases there are.
//!
//! A text is cut into tokens, and phrases are kept in a tree of tokens. Words and not bytes are compared, so that
//! `persoonsgegeven` is never found within `persoonsgegevensregister`, nor `Processor` within `Sub-Processor`. Every phrase
//! has an owner: at each place one asks for the longest phrase of one of some owners, and so a phrase that is out of scope
//! never hides one that is in scope. (An automaton over bytes, such as Aho-Corasick's, can do neither by itself.)

use std::borrow::Cow;
use std::collections::HashMap as Map;
use std::ops::Range;

use foldhash::fast::RandomState;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Every word of every text is looked up here, so this is a quick hash, seeded anew in each run.
type HashMap<K, V> = Map<K, V, RandomState>;

/// Phrases of more tokens are not looked for: no term is longer, and it bounds the work at each place.
const LONGEST: usize = 32;

/// Whose a phrase is; the numbers are the caller's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Owner(pub u32);

/// What is found at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// One past the last token.
    pub end: usize,
    /// Whose phrase it is.
    pub owner: Owner,
    /// What the caller said that the phrase stands for.
    pub value: u32,
}

/// A tree of phrases.
#[derive(Debug, Default)]
pub struct Phrases {
    words: HashMap<Box<str>, u32>,
    /// From a node, by a word, to the next node. The root is node 0.
    edges: HashMap<(u32, u32), u32>,
    ends: HashMap<(u32, Owner), Vec<End>>,
    nodes: u32,
}

#[derive(Debug)]
struct End {
    rank: u8,
    value: u32,
    phrase: Box<str>,
}

impl Phrases {
    /// Adds a phrase. Of several at one place that of the lowest rank counts, and of those the first.
    pub fn add(&mut self, phrase: &str, owner: Owner, rank: u8, value: u32) {
        let tokens = tokens(phrase);
        if tokens.is_empty() || tokens.len() > LONGEST {
            return;
        }
        let mut node = 0;
        for token in &tokens {
            let next = u32::try_from(self.words.len()).unwrap_or(u32::MAX);
            let word = *self.words.entry(folded(&phrase[token.clone()]).into()).or_insert(next);
            let (edges, nodes) = (&mut self.edges, &mut self.nodes);
            node = *edges.entry((node, word)).or_insert_with(|| {
                *nodes += 1;
                *nodes
            });
        }
        let ends = self.ends.entry((node, owner)).or_default();
        if !ends.iter().any(|end| end.rank <= rank && *end.phrase == *phrase) {
            let at = ends.partition_point(|end| end.rank <= rank);
            ends.insert(at, End { rank, value, phrase: phrase.into() });
        }
    }

    /// A text taken apart, so that phrases can be looked for in it.
    pub fn read<'t>(&self, text: &'t str) -> Reading<'t> {
        let tokens = tokens(text);
        let words = tokens.iter().map(|token| self.words.get(folded(&text[token.clone()]).as_ref()).copied()).collect();
        Reading { text, tokens, words }
    }

    /// The longest phrase of one of these owners that begins at a token; of equally long ones the first owner's.
    ///
    /// A capital of a phrase must be one in the text: “Agreement” does not stand for any agreement.
    pub fn at(&self, reading: &Reading<'_>, first: usize, owners: &[Owner]) -> Option<Match> {
        let mut path = [0; LONGEST];
        let mut length = 0;
        let mut node = 0;
        for word in reading.words[first..].iter().take(LONGEST) {
            let Some(next) = word.and_then(|word| self.edges.get(&(node, word))) else { break };
            node = *next;
            path[length] = node;
            length += 1;
        }
        (1..=length).rev().find_map(|length| {
            owners.iter().find_map(|owner| {
                let ends = self.ends.get(&(path[length - 1], *owner))?;
                let text = &reading.text[reading.tokens[first].start..reading.tokens[first + length - 1].end];
                let end = ends.iter().find(|end| has_capitals_of(text, &end.phrase))?;
                Some(Match { end: first + length, owner: *owner, value: end.value })
            })
        })
    }
}

/// A text as tokens.
#[derive(Debug)]
pub struct Reading<'t> {
    text: &'t str,
    tokens: Vec<Range<usize>>,
    words: Vec<Option<u32>>,
}

impl Reading<'_> {
    /// How many tokens there are.
    pub fn count(&self) -> usize {
        self.tokens.len()
    }

    /// Whether a token begins any phrase that could be found.
    pub fn is_known(&self, token: usize) -> bool {
        self.words.get(token).is_some_and(Option::is_some)
    }

    /// The words at some bytes.
    pub fn text(&self, bytes: Range<usize>) -> &str {
        self.text.get(bytes).unwrap_or_default()
    }

    /// The bytes of some tokens.
    pub fn bytes(&self, tokens: Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(self.text.len(), |token| token.start);
        let end = tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.end);
        start..end.max(start)
    }

    /// The token that begins at a byte.
    pub fn token_at(&self, byte: usize) -> Option<usize> {
        self.tokens.binary_search_by_key(&byte, |token| token.start).ok()
    }
}

/// Words, and each other mark that is not white space by itself. Hyphens and apostrophes within a word belong to it.
fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut tokens: Vec<Range<usize>> = Vec::new();
    let mut characters = text.char_indices().peekable();
    let mut is_open = false;
    while let Some((at, c)) = characters.next() {
        let end = at + c.len_utf8();
        let mut joins = || is_joiner(c) && characters.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if c.is_alphanumeric() || is_combining_mark(c) || (is_open && joins()) {
            match tokens.last_mut().filter(|_| is_open) {
                Some(word) => word.end = end,
                None => tokens.push(at..end),
            }
            is_open = true;
        } else {
            is_open = false;
            if !c.is_whitespace() && !is_ignorable(c) {
                tokens.push(at..end);
            }
        }
    }
    tokens
}

fn is_joiner(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}' | '\'' | '’' | '‘')
}

/// Marks of direction and the like, which one cannot see.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

/// The token as it is compared: in lower case, composed, with plain hyphens and apostrophes.
fn folded(token: &str) -> Cow<'_, str> {
    if token.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Cow::Borrowed(token);
    }
    if token.is_ascii() {
        return Cow::Owned(token.to_ascii_lowercase());
    }
    Cow::Owned(token.nfc().flat_map(char::to_lowercase).map(plain_mark).nfc().collect())
}

fn plain_mark(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '’' | '‘' => '\'',
        other => other,
    }
}

fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether a text, which is the phrase but for capitals and marks, has a capital wherever the phrase has.
fn has_capitals_of(text: &str, phrase: &str) -> bool {
    let (text, phrase) = (composed(text), composed(phrase));
    let is_seen = |c: &char| !c.is_whitespace() && !is_ignorable(*c);
    let mut written = text.chars().filter(is_seen);
    phrase.chars().filter(is_seen).all(|wanted| written.next().is_none_or(|found| !wanted.is_uppercase() || found.is_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: Owner = Owner(1);
    const OTHER: Owner = Owner(2);

    /// What is found in a text, from left to right, each as `words`.
    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        let mut tree = Phrases::default();
        for (value, phrase) in (0..).zip(phrases) {
            tree.add(phrase, OWN, 0, value);
        }
        let reading = tree.read(text);
        let mut found = Vec::new();
        let mut at = 0;
        while at < reading.count() {
            match tree.at(&reading, at, &[OWN]) {
                Some(here) => {
                    found.push(text[reading.bytes(at..here.end)].to_owned());
                    at = here.end;
                }
                None => at += 1,
            }
        }
        found
    }

    #[test]
    fn whole_words_the_longest_first() {
        let terms = ["Agreement", "Processing Agreement", "Personal Data", "Personal Data Breach", "Processor"];
        for (text, expected) in [
            ("the Processing Agreement and the Agreement", vec!["Processing Agreement", "Agreement"]),
            ("a Personal Data Breach of Personal Data", vec!["Personal Data Breach", "Personal Data"]),
            ("each Sub-Processor and the Processor.", vec!["Processor"]),
            ("Processing\n  Agreement", vec!["Processing\n  Agreement"]),
            ("any agreement, each processor", vec![]),
            ("PERSONAL DATA", vec!["PERSONAL DATA"]),
            ("Personal data", vec![]),
            ("Agreements", vec![]),
        ] {
            assert_eq!(found(&terms, text), expected, "{text}");
        }
    }

    #[test]
    fn lower_case_terms_may_begin_a_sentence() {
        assert_eq!(found(&["datalek"], "Datalek of datalek; een datalekregister"), ["Datalek", "datalek"]);
    }

    #[test]
    fn marks_and_scripts() {
        for (term, text, expected) in [
            ("Sub-Processor’s", "the Sub‑Processor's staff", vec!["Sub‑Processor's"]),
            ("coördinator", "de coo\u{308}rdinator", vec!["coo\u{308}rdinator"]),
            ("a+b.*", "a + b . *, ab", vec!["a + b . *"]),
            ("U", "U en u", vec!["U"]),
            ("מעבד", "\u{200f}מעבד\u{200f} המידע", vec!["מעבד"]),
            ("XXX.me", "by XXX.me.", vec!["XXX.me"]),
        ] {
            assert_eq!(found(&[term], text), expected, "{text}");
        }
    }

    #[test]
    fn a_phrase_out_of_scope_hides_none_in_scope() {
        let mut tree = Phrases::default();
        tree.add("Personal Data", OWN, 0, 1);
        tree.add("Personal Data Breach", OTHER, 0, 2);
        let reading = tree.read("Personal Data Breach");
        assert_eq!(tree.at(&reading, 0, &[OWN]), Some(Match { end: 2, owner: OWN, value: 1 }));
        assert_eq!(tree.at(&reading, 0, &[OWN, OTHER]), Some(Match { end: 3, owner: OTHER, value: 2 }));
    }

    #[test]
    fn the_first_owner_and_the_lowest_rank_count() {
        let mut tree = Phrases::default();
        tree.add("Dienst", OWN, 1, 1);
        tree.add("Dienst", OWN, 0, 2);
        tree.add("Dienst", OTHER, 0, 3);
        let reading = tree.read("Dienst");
        assert_eq!(tree.at(&reading, 0, &[OWN, OTHER]).map(|found| found.value), Some(2));
        assert_eq!(tree.at(&reading, 0, &[OTHER, OWN]).map(|found| found.value), Some(3));
        assert_eq!(tree.at(&reading, 0, &[]), None);
    }
}
