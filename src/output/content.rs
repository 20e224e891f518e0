//! What is to be in a file.

use std::borrow::Cow;

/// What is to be in a file, however it is held until it is written.
pub trait Content: Sync {
    /// Its bytes.
    fn bytes(&self) -> Cow<'_, [u8]>;
}

impl Content for Vec<u8> {
    fn bytes(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(self)
    }
}

/// Bytes that wait, packed: a page packs to a tenth or less, and a site of thousands of them waits in memory until all of it
/// is made and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed(Packing);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Packing {
    /// An LZ4 block with its length before it.
    Packed(Vec<u8>),
    /// What would not become smaller.
    Plain(Vec<u8>),
}

impl Packed {
    /// Packs some bytes.
    pub fn new(bytes: Vec<u8>) -> Packed {
        let mut packed = lz4_flex::compress_prepend_size(&bytes);
        if packed.len() < bytes.len() {
            packed.shrink_to_fit();
            Packed(Packing::Packed(packed))
        } else {
            Packed(Packing::Plain(bytes))
        }
    }
}

impl Content for Packed {
    fn bytes(&self) -> Cow<'_, [u8]> {
        match &self.0 {
            Packing::Plain(bytes) => Cow::Borrowed(bytes),
            Packing::Packed(packed) => {
                Cow::Owned(lz4_flex::decompress_size_prepended(packed).expect("what was packed here can be unpacked"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        for bytes in [Vec::new(), vec![7], b"<p>een</p>".repeat(1000), (0..=255).collect()] {
            assert_eq!(Packed::new(bytes.clone()).bytes().as_ref(), bytes);
        }
    }
}
