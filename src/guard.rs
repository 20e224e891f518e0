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
//! string escapes, percent-encoding or comments. The files of the search index are unpacked (`packed`), and so are archives
//! (`archive`), file by file; one that cannot be read is told. Other packed data must be given unpacked. Base64 and
//! UTF-16 are not read.

mod archive;
mod escapes;
mod markup;
mod packed;
mod readings;
mod references;
mod runs;
mod site;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Finding, LEAK, Place, UNREADABLE_ARCHIVE};
use runs::{Owner, RUN, Runs, Wanted};
pub use site::Memory;

/// How many letters and digits a text of 3 to 7 words must have to be looked for.
pub const SHORTEST: usize = 9;

/// The fewest words of a text that are looked for.
const FEWEST_WORDS: usize = 3;

/// A shorter name occurs in a megabyte of compressed data by chance, so there it is not looked for.
const SHORTEST_NAME_IN_BINARY: usize = 5;

/// Archives within archives are opened so many layers deep.
const LAYERS: usize = 4;

/// What was met, and the run of it that comes first in its text: the place of its first word, and how many words.
type Met = BTreeMap<Owner, (usize, usize)>;

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
    /// What stands in every archive of a kind anyhow, by the file within it; that of the archive itself has no name.
    usual: BTreeMap<String, BTreeSet<Owner>>,
}

impl Guard {
    /// Prepares to look for the withheld texts and names, less what the shown texts hold. Needs memory for the
    /// withheld texts alone; `shown` is read once, as plain text, and not at all where nothing is withheld.
    ///
    /// Give each form of a name that matters: `Exonet B.V.`, `Exonet` and its slug.
    pub fn new<'a>(withheld: &[WithheldText], names: &[String], shown: impl IntoIterator<Item = &'a str>) -> Guard {
        let wanted = wanted(withheld, names);
        let runs = wanted.without(&wanted.known_in(shown));
        Guard { texts: withheld.to_vec(), names: names.to_vec(), runs, usual: BTreeMap::new() }
    }

    /// Whether there is nothing to look for, as in a build for the widest audience.
    pub fn is_idle(&self) -> bool {
        self.runs.is_empty()
    }

    /// Takes what stands in this archive, which has no words of anyone, for no leak in the same file of another: a format
    /// names its makers (`Microsoft Excel`), and they may be withheld as well. Where the words are, they are looked for.
    #[must_use]
    pub fn with_usual(mut self, archive: &[u8]) -> Guard {
        if !self.is_idle() {
            for entry in archive::entries(archive).unwrap_or_default() {
                let met = self.look_into_entry(&entry, 0, &mut None);
                self.usual.entry(entry.name).or_default().extend(met.into_keys());
            }
            let mut met = Met::new();
            self.look_at(archive, &mut met);
            self.usual.entry(String::new()).or_default().extend(met.into_keys());
        }
        self
    }

    /// Looks for what was withheld in a file and its address. One finding for each text or name, of the rule
    /// [`LEAK`]: `words` are the first that were met, as they were written, and `audience` who may see them,
    /// which is empty for a name. It is related to where the text was written. An archive that cannot be read is told too.
    pub fn inspect(&self, address: &str, bytes: &[u8]) -> Vec<Finding> {
        if self.is_idle() {
            return Vec::new();
        }
        let mut unread = None;
        let mut met = self.look_into(bytes, LAYERS, &mut unread);
        readings::each_of_address(address, &mut |text| self.look(text, false, &mut met));
        let leaks = met.into_iter().map(|(owner, run)| self.finding(address, owner, run));
        let unread = unread.map(|error| Finding::new(UNREADABLE_ARCHIVE, Place::Address(address.to_owned())).with("error", error));
        leaks.chain(unread).collect()
    }

    /// What is met in a file and in the files that are packed in it. `unread` gets to know why one of them cannot be read.
    fn look_into(&self, bytes: &[u8], layers: usize, unread: &mut Option<String>) -> Met {
        let unpacked = packed::unpack(bytes);
        let bytes = unpacked.as_deref().unwrap_or(bytes);
        let mut met = Met::new();
        self.look_at(bytes, &mut met);
        let entries = archive::entries(bytes).unwrap_or_else(|error| {
            unread.get_or_insert(error);
            Vec::new()
        });
        if entries.is_empty() {
            return met;
        }
        self.leave_out_usual("", &mut met);
        if layers == 0 {
            unread.get_or_insert_with(|| "archives within archives".to_owned());
            return met;
        }
        for entry in entries {
            let mut inner = self.look_into_entry(&entry, layers - 1, unread);
            self.leave_out_usual(&entry.name, &mut inner);
            for (owner, run) in inner {
                note(&mut met, owner, run);
            }
        }
        met
    }

    fn look_into_entry(&self, entry: &archive::Entry, layers: usize, unread: &mut Option<String>) -> Met {
        let mut met = self.look_into(&entry.bytes, layers, unread);
        readings::each_of_address(&entry.name, &mut |text| self.look(text, false, &mut met));
        met
    }

    fn leave_out_usual(&self, name: &str, met: &mut Met) {
        if let Some(usual) = self.usual.get(name) {
            met.retain(|owner, _| !usual.contains(owner));
        }
    }

    fn look_at(&self, bytes: &[u8], met: &mut Met) {
        let text = String::from_utf8_lossy(bytes);
        let binary = matches!(text, std::borrow::Cow::Owned(_));
        readings::each_of_text(&text, &mut |text| self.look(text, binary, met));
    }

    fn look(&self, text: &str, binary: bool, met: &mut Met) {
        self.runs.each_hit(text, |hit| {
            let letters = || hit.words.iter().map(|word| word.chars().count()).sum::<usize>();
            if !(binary && matches!(hit.owner, Owner::Name(_)) && letters() < SHORTEST_NAME_IN_BINARY) {
                note(met, hit.owner, (hit.first, hit.words.len()));
            }
        });
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

/// What is looked for, before it is known what is shown.
fn wanted(withheld: &[WithheldText], names: &[String]) -> Runs {
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
    wanted.ready()
}

fn note(met: &mut Met, owner: Owner, run: (usize, usize)) {
    met.entry(owner).and_modify(|earliest| *earliest = run.min(*earliest)).or_insert(run);
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
