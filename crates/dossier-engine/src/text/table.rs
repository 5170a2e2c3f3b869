//! Tables by words, with a quick hash of short ones.
//!
//! It multiplies and rotates eight bytes at a time. Words can be made that collide, which costs
//! whoever made them their own time only; nothing depends on the order of such a table.

use std::hash::{BuildHasherDefault, Hasher};

/// A table by words.
#[expect(
    clippy::disallowed_types,
    reason = "what is taken from it in its order is sorted before it is used"
)]
pub(crate) type Table<T> = std::collections::HashMap<Box<str>, T, BuildHasherDefault<Words>>;

/// An odd number with bits everywhere: 2^64 divided by the golden ratio.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// The state of a hash.
#[derive(Debug, Default)]
pub(crate) struct Words(u64);

impl Words {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(23) ^ value).wrapping_mul(FACTOR);
    }
}

impl Hasher for Words {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.mix(u64::from_le_bytes(*chunk));
        }
        let tail = rest
            .iter()
            .rev()
            .fold(0, |tail, &byte| tail << 8 | u64::from(byte));
        self.mix(tail | (rest.len() as u64) << 56);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}
