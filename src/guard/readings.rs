//! The ways in which the bytes of a file, or its address, can be read.
//!
//! A text may be wrapped more than once: a feed holds HTML with its brackets escaped, a page holds JSON, an
//! attribute holds an address. So each decoding is tried on what another has laid bare, some layers deep.

use super::markup::{Tags, without_tags};
use super::{escapes, references};

/// No file of the site wraps its text deeper.
const LAYERS: usize = 4;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Decoding {
    /// String escapes of JSON and JavaScript.
    Strings,
    /// Character references, tags left as they are: for attributes and comments.
    References,
    /// Tags taken away, words joined.
    Joined,
    /// Tags taken away, words apart.
    Apart,
    /// Percent-encoded addresses.
    Addresses,
    /// Lines that a calendar folded, in the midst of a word if need be (RFC 5545, section 3.1).
    Folded,
}

use Decoding::{Addresses, Apart, Folded, Joined, References, Strings};

impl Decoding {
    fn apply(self, text: &str) -> Option<String> {
        match self {
            Strings => escapes::decode_strings(text),
            References => references::decode(text),
            Joined => without_tags(text, Tags::Join),
            Apart => without_tags(text, Tags::Separate),
            Addresses => escapes::decode_addresses(text),
            Folded => text.contains("\r\n ").then(|| text.replace("\r\n ", "")),
        }
    }

    /// What may be worth trying on the outcome, and would show nothing that another order does not.
    fn followed_by(self, text: &str, decoded: &str) -> &'static [Decoding] {
        match self {
            Strings | Folded => ALL,
            References if reveals(text, decoded) => ALL,
            References => &[References, Addresses],
            Joined => &[References, Joined],
            Apart => &[References, Apart],
            Addresses => &[],
        }
    }
}

const ALL: &[Decoding] = &[Strings, References, Joined, Apart, Addresses, Folded];

/// Whether tags or escapes came to light.
fn reveals(text: &str, decoded: &str) -> bool {
    let count = |text: &str, byte: u8| text.bytes().filter(|b| *b == byte).count();
    [b'<', b'\\'].into_iter().any(|byte| count(decoded, byte) > count(text, byte))
}

/// Calls `look` with every reading of a file's text, the text itself first.
pub fn each_of_text(text: &str, look: &mut dyn FnMut(&str)) {
    descend(text, ALL, LAYERS, look);
}

/// Calls `look` with every reading of an address.
pub fn each_of_address(address: &str, look: &mut dyn FnMut(&str)) {
    descend(address, &[Addresses], 1, look);
}

fn descend(text: &str, decodings: &[Decoding], layers: usize, look: &mut dyn FnMut(&str)) {
    look(text);
    if layers == 0 {
        return;
    }
    for decoding in decodings {
        if let Some(decoded) = decoding.apply(text) {
            descend(&decoded, decoding.followed_by(text, &decoded), layers - 1, look);
        }
    }
}
