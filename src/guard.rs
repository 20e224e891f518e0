//! Looks for what was withheld in every byte made, so that no mistake above can publish it.
//!
//! The guard knows nothing of the model: it is given the withheld texts, the withheld names and everything that
//! is shown, and then the files one by one. What it looks for:
//!
//! - of a withheld text each run of 8 words, or the whole of a text of 3 to 7. A text of one or two words is not
//!   looked for, nor one of fewer than [`SHORTEST`] letters and digits (`2026-11-22`, `n.v.t.`, `1.2.3`): such
//!   things stand by chance in pages that tell nothing, and one hit fails the build;
//! - of a withheld name the whole, also as a slug: `Lease Web`, `lease-web`, `leaseweb`.
//!
//! What occurs in a shown text is no secret. That goes for the theme as well: its templates, styles and scripts
//! are to be among the shown texts, or a company called Section would be found in every page.
//!
//! Each file is read in several ways (`readings`), so that nothing hides behind tags, character references,
//! string escapes, percent-encoding or comments. The files of the search index are unpacked (`packed`); other packed
//! data must be given unpacked. Base64 and UTF-16 are not read.

mod escapes;
mod markup;
mod packed;
mod readings;
mod references;
mod runs;
mod site;
mod words;

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Finding, LEAK, Place};
use runs::{Owner, RUN, Runs, Wanted};

/// How many letters and digits a text of 3 to 7 words must have to be looked for.
pub const SHORTEST: usize = 9;

/// The fewest words of a text that are looked for.
const FEWEST_WORDS: usize = 3;

/// A shorter name occurs in a megabyte of compressed data by chance, so there it is not looked for.
const SHORTEST_NAME_IN_BINARY: usize = 5;

/// A text that the readers of this build may not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WithheldText {
    /// What a reader would read: without labels and markup.
    pub text: String,
    /// Who may see it: the name of an audience.
    pub audience: String,
    /// Where it was written.
    pub whence: Place,
}

/// What is looked for.
pub struct Guard {
    texts: Vec<WithheldText>,
    names: Vec<String>,
    runs: Runs,
}

impl Guard {
    /// Prepares to look for the withheld texts and names, less what the shown texts hold. Needs memory for the
    /// withheld texts alone; `shown` is read once, as plain text, and not at all where nothing is withheld.
    ///
    /// Give each form of a name that matters: `Exonet B.V.`, `Exonet` and its slug.
    pub fn new<'a>(withheld: &[WithheldText], names: &[String], shown: impl IntoIterator<Item = &'a str>) -> Guard {
        let mut wanted = Wanted::default();
        for (index, withheld) in withheld.iter().enumerate() {
            let words = words::words_of(&withheld.text);
            let characters: usize = words.iter().map(|word| word.chars().count()).sum();
            if words.len() >= RUN || (words.len() >= FEWEST_WORDS && characters >= SHORTEST) {
                wanted.add(Owner::Text(index), words);
            }
        }
        for (index, name) in names.iter().enumerate() {
            for form in forms(name) {
                wanted.add_whole(Owner::Name(index), form);
            }
        }
        Guard { texts: withheld.to_vec(), names: names.to_vec(), runs: wanted.ready().without(shown) }
    }

    /// Whether there is nothing to look for, as in a build for the widest audience.
    pub fn is_idle(&self) -> bool {
        self.runs.is_empty()
    }

    /// Looks for what was withheld in a file and its address. One finding for each text or name, of the rule
    /// [`LEAK`]: `words` are the first that were met, as they were written, and `audience` who may see them,
    /// which is empty for a name. It is related to where the text was written.
    pub fn inspect(&self, address: &str, bytes: &[u8]) -> Vec<Finding> {
        if self.is_idle() {
            return Vec::new();
        }
        let mut met: BTreeMap<Owner, (usize, usize)> = BTreeMap::new();
        let mut look = |text: &str, binary: bool| {
            self.runs.each_hit(text, |hit| {
                let letters = || hit.words.iter().map(|word| word.chars().count()).sum::<usize>();
                if binary && matches!(hit.owner, Owner::Name(_)) && letters() < SHORTEST_NAME_IN_BINARY {
                    return;
                }
                let run = (hit.first, hit.words.len());
                met.entry(hit.owner).and_modify(|earliest| *earliest = run.min(*earliest)).or_insert(run);
            });
        };
        readings::each_of_address(address, &mut |text| look(text, false));
        let unpacked = packed::unpack(bytes);
        let text = String::from_utf8_lossy(unpacked.as_deref().unwrap_or(bytes));
        let binary = matches!(text, std::borrow::Cow::Owned(_));
        readings::each_of_text(&text, &mut |text| look(text, binary));
        met.into_iter().map(|(owner, run)| self.finding(address, owner, run)).collect()
    }

    fn finding(&self, address: &str, owner: Owner, (first, length): (usize, usize)) -> Finding {
        let finding = Finding::new(LEAK, Place::Address(address.to_owned()));
        match owner {
            Owner::Name(index) => finding.with("words", &self.names[index]).with("audience", ""),
            Owner::Text(index) => {
                let WithheldText { text, audience, whence } = &self.texts[index];
                let finding = finding.with("words", as_written(text, first, length)).with("audience", audience);
                match whence {
                    Place::Span(span) => finding.related(*span),
                    _ => finding,
                }
            }
        }
    }
}

/// The words of a name, the same as one word, and both without diacritics, as a slug has them.
fn forms(name: &str) -> Vec<Vec<String>> {
    let folded: String = name.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let mut forms = Vec::new();
    for spelling in [name, &folded] {
        let words = words::words_of(spelling);
        let together = vec![words.concat()];
        for form in [words, together] {
            if !form.concat().is_empty() && !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// A run of words as its author wrote it, on one line.
fn as_written(text: &str, first: usize, length: usize) -> String {
    let mut words = Vec::new();
    words::each_word(text, |word| words.push(word));
    let run = words.get(first..first + length).unwrap_or_default();
    let (Some(begin), Some(end)) = (run.first(), run.last()) else { return String::new() };
    text[begin.start..end.end].split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
