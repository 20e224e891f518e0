//! What is to be in a file.

use std::borrow::Cow;

/// What is to be in a file, however it is held until it is written.
pub trait Content: Sync {
    /// Its bytes.
    fn bytes(&self) -> Cow<'_, [u8]>;

    /// The BLAKE3 hash of its bytes.
    fn hash(&self) -> blake3::Hash {
        blake3::hash(&self.bytes())
    }

    /// How many bytes there are.
    fn length(&self) -> usize {
        self.bytes().len()
    }
}

impl Content for Vec<u8> {
    fn bytes(&self) -> Cow<'_, [u8]> {
        Cow::Borrowed(self)
    }
}

/// Bytes that wait, packed: a page packs to a tenth or less, and a site of thousands of them waits in memory until all of it
/// is made and looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    packing: Packing,
    hash: blake3::Hash,
    length: usize,
}

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
        let (hash, length) = (blake3::hash(&bytes), bytes.len());
        let mut packed = lz4_flex::compress_prepend_size(&bytes);
        let packing = if packed.len() < bytes.len() {
            packed.shrink_to_fit();
            Packing::Packed(packed)
        } else {
            Packing::Plain(bytes)
        };
        Packed { packing, hash, length }
    }
}

impl Content for Packed {
    fn bytes(&self) -> Cow<'_, [u8]> {
        match &self.packing {
            Packing::Plain(bytes) => Cow::Borrowed(bytes),
            Packing::Packed(packed) => {
                Cow::Owned(lz4_flex::decompress_size_prepended(packed).expect("what was packed here can be unpacked"))
            }
        }
    }

    fn hash(&self) -> blake3::Hash {
        self.hash
    }

    fn length(&self) -> usize {
        self.length
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_back() {
        for bytes in [Vec::new(), vec![7], b"<p>een</p>".repeat(1000), (0..=255).collect()] {
            let packed = Packed::new(bytes.clone());
            assert_eq!((packed.bytes().as_ref(), packed.length(), packed.hash()), (bytes.as_slice(), bytes.len(), bytes.hash()));
        }
    }
}
