//! What counts as a word when texts are held against each other.
//!
//! A word is a maximal run of letters and digits after NFKC (Unicode Annex 15) and lower-casing. Soft hyphens,
//! zero-width characters and marks that compose with nothing are as if they were not there; everything else
//! separates. So `Persoons­gegevens`, `ﬁrma` and `FIRMA` are read as a reader would read them.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A word as it was met in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Equal for equal words.
    pub hash: u64,
    /// First byte of the stretch of text that the word is in.
    pub start: usize,
    /// One past its last byte. Two words of one stretch (`twee–drie`) have the same.
    pub end: usize,
}

/// Calls `see` for every word of a text, in order, in time linear in its bytes.
pub fn each_word(text: &str, mut see: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut spelling = String::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        let mut hash = Hash::new();
        let mut ascii = true;
        while let Some(&byte) = bytes.get(at) {
            match CLASS[byte as usize] {
                SEPARATOR => break,
                BEYOND_ASCII => ascii = false,
                letter => hash.add(letter),
            }
            at += 1;
        }
        if at == start {
            at += 1;
        } else if ascii {
            see(Word { hash: hash.finish(), start, end: at });
        } else {
            spell(&text[start..at], &mut spelling, |word| see(Word { hash: hash_of(word), start, end: at }));
        }
    }
}

/// The hash of a word that is already normalised.
pub fn hash_of(word: &str) -> u64 {
    let mut hash = Hash::new();
    word.bytes().for_each(|byte| hash.add(byte));
    hash.finish()
}

/// The words of a text, normalised.
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut spelling = String::new();
    for stretch in text.split(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric()) {
        spell(stretch, &mut spelling, |word| words.push(word.to_owned()));
    }
    words
}

/// Splits a stretch without ASCII separators into normalised words. ASCII separators never compose with what
/// comes before them, so it makes no difference that the text was cut there first.
fn spell(stretch: &str, spelling: &mut String, mut see: impl FnMut(&str)) {
    spelling.clear();
    for c in stretch.chars().filter(|c| !is_invisible(*c)).nfkc() {
        if c.is_alphanumeric() {
            spelling.extend(c.to_lowercase().filter(|lower| lower.is_alphanumeric()));
        } else if !is_combining_mark(c) && !spelling.is_empty() {
            see(spelling);
            spelling.clear();
        }
    }
    if !spelling.is_empty() {
        see(spelling);
    }
}

/// Characters that a reader does not see in the middle of a word.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

const SEPARATOR: u8 = 0;
const BEYOND_ASCII: u8 = 1;

/// What each byte of UTF-8 is: a separator, part of a character beyond ASCII, or an ASCII letter or digit (then
/// it is given in lower case).
const CLASS: [u8; 256] = {
    let mut class = [SEPARATOR; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte >= 0x80 {
            class[byte] = BEYOND_ASCII;
        } else if (byte as u8).is_ascii_alphanumeric() {
            class[byte] = (byte as u8).to_ascii_lowercase();
        }
        byte += 1;
    }
    class
};

/// FNV-1a (Fowler, Noll, Vo) with a last stirring, as the runs are summed up by their low bits.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    fn add(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }

    fn finish(&self) -> u64 {
        let stirred = (self.0 ^ (self.0 >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        stirred ^ (stirred >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_are_what_a_reader_sees() {
        for (text, words) in [
            ("De Verwerker meldt:", "de verwerker meldt"),
            ("persoons\u{ad}gegevens, zero\u{200b}width", "persoonsgegevens zerowidth"),
            ("ree\u{308}el is reëel", "reëel is reëel"),
            ("ﬁrma Ｄata ½", "firma data 1 2"),
            ("“Datalek”—of twee–drie", "datalek of twee drie"),
            ("lease-web/lease_web", "lease web lease web"),
            ("7.1 art.28(3)", "7 1 art 28 3"),
            ("İstanbul", "istanbul"),
            ("— … !", ""),
        ] {
            assert_eq!(words_of(text).join(" "), words, "{text}");
        }
    }

    proptest! {
        #[test]
        fn both_ways_of_reading_agree(text in "(?s).{0,60}") {
            let mut hashes = Vec::new();
            each_word(&text, |word| hashes.push(word.hash));
            let again: Vec<u64> = words_of(&text).iter().map(|word| hash_of(word)).collect();
            prop_assert_eq!(hashes, again);
        }
    }
}
