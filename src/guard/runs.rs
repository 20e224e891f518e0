//! Looks for many runs of words at once, in time linear in the text.
//!
//! Each run is known by a polynomial over the hashes of its words (Karp and Rabin, 1987), so the sum for the
//! last *n* words follows from two running sums, whatever *n* is. A sum that is known is then compared word by
//! word: chance never makes a leak.

use std::collections::{BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;

use super::words::{each_word, hash_of, words_of};

/// How many words of a longer text are looked for together.
pub const RUN: usize = 8;

/// What a run was taken from, by its place in the caller's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A withheld text.
    Text(usize),
    /// A withheld name.
    Name(usize),
}

/// A run that was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit<'a> {
    /// What it was taken from.
    pub owner: Owner,
    /// The place of its first word in that.
    pub first: usize,
    /// Its words, normalised.
    pub words: &'a [String],
}

struct Phrase {
    owner: Owner,
    words: Vec<String>,
}

/// `length` words of a phrase, from `first`.
#[derive(Debug, Clone, Copy)]
struct Run {
    sum: u64,
    phrase: usize,
    first: usize,
    length: usize,
}

/// The runs that are looked for, before they are put in order.
#[derive(Default)]
pub struct Wanted {
    phrases: Vec<Phrase>,
    runs: Vec<Run>,
}

impl Wanted {
    /// Wants these words: each [`RUN`] of them, or all if there are fewer.
    pub fn add(&mut self, owner: Owner, words: Vec<String>) {
        let length = words.len().min(RUN);
        self.add_runs(owner, words, length);
    }

    /// Wants these words as a whole.
    pub fn add_whole(&mut self, owner: Owner, words: Vec<String>) {
        let length = words.len();
        self.add_runs(owner, words, length);
    }

    fn add_runs(&mut self, owner: Owner, words: Vec<String>, length: usize) {
        if length == 0 {
            return;
        }
        let phrase = self.phrases.len();
        let hashes: Vec<u64> = words.iter().map(|word| hash_of(word)).collect();
        for (first, window) in hashes.windows(length).enumerate() {
            let sum = window.iter().fold(0, |sum, hash| append(sum, *hash));
            self.runs.push(Run { sum, phrase, first, length });
        }
        self.phrases.push(Phrase { owner, words });
    }

    /// Makes them ready to be looked for.
    pub fn ready(self) -> Runs {
        Runs::new(self.phrases.into(), self.runs)
    }
}

/// The runs that are looked for.
pub struct Runs {
    phrases: Arc<[Phrase]>,
    /// In the order of their sums.
    runs: Vec<Run>,
    /// From a sum to the first run that has it.
    by_sum: HashMap<u64, usize, BuildHasherDefault<AsIs>>,
    /// Each length there is, and what the sum before a run of that length was multiplied by.
    lengths: Vec<(usize, u64)>,
}

impl Runs {
    fn new(phrases: Arc<[Phrase]>, mut runs: Vec<Run>) -> Self {
        fn words<'a>(phrases: &'a [Phrase], run: &Run) -> &'a [String] {
            &phrases[run.phrase].words[run.first..run.first + run.length]
        }
        runs.sort_unstable_by_key(|run| (run.sum, run.phrase, run.first));
        // What is withheld twice is looked for once; names are kept apart, since they are given up apart.
        runs.dedup_by(|b, a| {
            let both_texts = matches!((phrases[a.phrase].owner, phrases[b.phrase].owner), (Owner::Text(_), Owner::Text(_)));
            a.sum == b.sum && both_texts && words(&phrases, a) == words(&phrases, b)
        });
        let mut by_sum = HashMap::default();
        for (index, run) in runs.iter().enumerate() {
            by_sum.entry(run.sum).or_insert(index);
        }
        let mut lengths: Vec<usize> = runs.iter().map(|run| run.length).collect();
        lengths.sort_unstable();
        lengths.dedup();
        let lengths = lengths.into_iter().map(|length| (length, (0..length).fold(1, |power: u64, _| power.wrapping_mul(BASE)))).collect();
        Runs { phrases, runs, by_sum, lengths }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Which of them these texts hold, by their places.
    pub fn known_in<'a>(&self, shown: impl IntoIterator<Item = &'a str>) -> BTreeSet<usize> {
        let mut known = BTreeSet::new();
        if !self.is_empty() {
            shown.into_iter().for_each(|text| {
                self.each_index(text, |index| {
                    known.insert(index);
                });
            });
        }
        known
    }

    /// What is left when those at these places are no secret. A name of which one form is shown is known in all its forms.
    pub fn without<'a>(&self, places: impl IntoIterator<Item = &'a usize>) -> Runs {
        let mut known = vec![false; self.runs.len()];
        places.into_iter().for_each(|place| known[*place] = true);
        let mut known_names: Vec<Owner> = Vec::new();
        for (run, _) in self.runs.iter().zip(&known).filter(|(_, known)| **known) {
            if let owner @ Owner::Name(_) = self.phrases[run.phrase].owner {
                known_names.push(owner);
            }
        }
        let left = self
            .runs
            .iter()
            .zip(known)
            .filter(|(run, known)| !known && !known_names.contains(&self.phrases[run.phrase].owner))
            .map(|(run, _)| *run)
            .collect();
        Runs::new(Arc::clone(&self.phrases), left)
    }

    /// Calls `see` for every run met in a text.
    pub fn each_hit<'a>(&'a self, text: &str, mut see: impl FnMut(Hit<'a>)) {
        self.each_index(text, |index| {
            let Run { phrase, first, .. } = self.runs[index];
            see(Hit { owner: self.phrases[phrase].owner, first, words: self.words(index) });
        });
    }

    fn words(&self, index: usize) -> &[String] {
        let Run { phrase, first, length, .. } = self.runs[index];
        &self.phrases[phrase].words[first..first + length]
    }

    fn each_index(&self, text: &str, mut see: impl FnMut(usize)) {
        let longest = self.lengths.last().map_or(0, |(length, _)| *length);
        // Rings: the sum before each of the last words, and where that word starts.
        let size = (longest + 1).next_power_of_two();
        let (mut sums, mut starts) = (vec![0u64; size], vec![0usize; size]);
        let mut count = 0usize;
        each_word(text, |word| {
            let slot = count & (size - 1);
            starts[slot] = word.start;
            let sum = append(sums[slot], word.hash);
            count += 1;
            sums[count & (size - 1)] = sum;
            for &(length, power) in self.lengths.iter().take_while(|(length, _)| *length <= count) {
                let before = (count - length) & (size - 1);
                let run = sum.wrapping_sub(sums[before].wrapping_mul(power));
                if let Some(&index) = self.by_sum.get(&run) {
                    self.compare(run, index, &text[starts[before]..word.end], &mut see);
                }
            }
        });
    }

    fn compare(&self, sum: u64, first: usize, stretch: &str, see: &mut impl FnMut(usize)) {
        let met = words_of(stretch);
        for index in (first..self.runs.len()).take_while(|index| self.runs[*index].sum == sum) {
            // The stretch may begin or end with a little more: words that no ASCII character separates.
            let wanted = self.words(index);
            if met.windows(wanted.len()).any(|window| window == wanted) {
                see(index);
            }
        }
    }
}

/// Odd, so that multiplying by it loses nothing.
const BASE: u64 = 0xd6e8_feb8_6659_fd93;

fn append(sum: u64, hash: u64) -> u64 {
    sum.wrapping_mul(BASE).wrapping_add(hash)
}

/// The sums are hashes already.
#[derive(Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, sum: u64) {
        self.0 = sum;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "een twee drie vier vijf zes zeven acht negen tien";

    fn runs(text: &str) -> Runs {
        let mut wanted = Wanted::default();
        wanted.add(Owner::Text(0), words_of(text));
        wanted.ready()
    }

    fn without(runs: &Runs, shown: &str) -> Runs {
        runs.without(&runs.known_in([shown]))
    }

    fn firsts(runs: &Runs, text: &str) -> Vec<usize> {
        let mut firsts = Vec::new();
        runs.each_hit(text, |hit| firsts.push(hit.first));
        firsts
    }

    #[test]
    fn every_run_of_eight_is_found_where_it_begins() {
        let runs = runs(SECRET);
        assert_eq!(firsts(&runs, SECRET), [0, 1, 2]);
        assert_eq!(firsts(&runs, "nul twee drie vier, vijf — zes “zeven” acht Negen elf"), [1]);
        assert_eq!(firsts(&runs, "een twee drie vier vijf zes zeven elf"), [0; 0]);
    }

    #[test]
    fn a_shorter_text_is_found_as_a_whole() {
        let runs = runs("alleen voor klanten");
        assert_eq!(firsts(&runs, "Dit is alleen voor\nklanten."), [0]);
        assert_eq!(firsts(&runs, "alleen voor"), [0; 0]);
    }

    #[test]
    fn what_is_shown_is_no_longer_looked_for() {
        let left = without(&runs(SECRET), "… een twee drie vier vijf zes zeven acht …");
        assert_eq!(firsts(&left, SECRET), [1, 2]);
        assert!(without(&runs(SECRET), SECRET).is_empty());
    }

    #[test]
    fn words_that_share_a_stretch_are_still_seen() {
        assert_eq!(firsts(&runs("twee drie vier"), "een–twee–drie–vier–vijf"), [0]);
    }
}
