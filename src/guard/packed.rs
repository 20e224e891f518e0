//! What is in files that are packed: those of the search index.
//!
//! They are compressed (gzip, RFC 1952) behind a mark of their own. Within is JSON, or CBOR (RFC 8949): of the latter
//! the text strings are taken, each as a line, or the byte that tells a string's length would join with its word.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

const GZIP: &[u8] = &[0x1f, 0x8b];

/// What Pagefind writes first, so that it can tell whether a server has unpacked a file already.
const MARK: &[u8] = b"pagefind_dcd";

/// No file of an index is larger when unpacked. What would be is read as far as this.
const MOST: u64 = 1 << 30;

/// What is in a packed file; `None` if it is not packed, or not as it should be.
pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    if !bytes.starts_with(GZIP) {
        return None;
    }
    let mut plain = Vec::new();
    MultiGzDecoder::new(bytes).take(MOST).read_to_end(&mut plain).ok()?;
    match plain.strip_prefix(MARK) {
        Some(inner) => Some(texts(inner).unwrap_or_else(|| inner.to_vec())),
        None => Some(plain),
    }
}

/// The text strings of a CBOR value, one a line; `None` if it is none. Nesting does not matter: what an array or a
/// map holds follows it, so the items are read one after the other.
fn texts(cbor: &[u8]) -> Option<Vec<u8>> {
    let (mut texts, mut rest) = (Vec::new(), cbor);
    // A list or a map comes first: JSON begins with a brace, which no CBOR of an index does.
    rest.first().filter(|first| (0x80..0xc0).contains(*first))?;
    while let Some((first, after)) = rest.split_first() {
        let (major, short) = (first >> 5, first & 0x1f);
        let width = match short {
            24..=27 => 1usize << (short - 24),
            28..=30 => return None,
            _ => 0,
        };
        let (argument, after) = after.split_at_checked(width)?;
        rest = after;
        let value = if width == 0 { u64::from(short) } else { argument.iter().fold(0, |value, byte| value << 8 | u64::from(*byte)) };
        // Of indefinite length (31): its pieces follow.
        if (major == 2 || major == 3) && short != 31 {
            let (text, after) = rest.split_at_checked(usize::try_from(value).ok()?)?;
            texts.extend_from_slice(text);
            texts.push(b'\n');
            rest = after;
        }
    }
    Some(texts)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(plain).unwrap();
        encoder.finish().unwrap()
    }

    fn unpacked(plain: &[u8]) -> Option<String> {
        unpack(&packed(plain)).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn json_is_given_as_it_is() {
        assert_eq!(unpacked(b"pagefind_dcd{\"content\":\"geheim\"}").as_deref(), Some("{\"content\":\"geheim\"}"));
        assert_eq!(unpacked(b"any other text").as_deref(), Some("any other text"));
    }

    #[test]
    fn of_cbor_the_texts_are_given() {
        // [[["datalek", 1, -25]], h'6162', {"a": "leaseweb"}], and a text of 24 letters, whose length takes a byte.
        let cbor = b"\x84\x81\x83\x67datalek\x01\x38\x18\x42ab\xa1\x61a\x68leaseweb\x78\x18abcdefghijklmnopqrstuvwx";
        let whole = [MARK, cbor].concat();
        assert_eq!(unpacked(&whole).as_deref(), Some("datalek\nab\na\nleaseweb\nabcdefghijklmnopqrstuvwx\n"));
        let cut = [MARK, &cbor[..10]].concat();
        assert_eq!(unpack(&packed(&cut)).as_deref(), Some(&cbor[..10]), "what is no CBOR is given as it is");
    }

    #[test]
    fn what_is_not_packed_or_broken_is_left() {
        assert_eq!(unpack(b"plain"), None);
        assert_eq!(unpack(&packed(b"cut short")[..12]), None);
    }
}
