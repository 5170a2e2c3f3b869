//! Tables by words, with a quick hash of short ones.
//!
//! It multiplies and rotates eight bytes at a time. Words can be made that collide, which costs
//! whoever made them their own time only; nothing depends on the order of such a table.

use std::hash::{BuildHasherDefault, Hash, Hasher};

/// A table by words.
#[expect(
    clippy::disallowed_types,
    reason = "what is taken from it in its order is sorted before it is used"
)]
pub(crate) type Table<T> = std::collections::HashMap<Box<str>, T, BuildHasherDefault<Words>>;

/// A table by hashes of words.
#[expect(
    clippy::disallowed_types,
    reason = "what is taken from it in its order is sorted before it is used"
)]
pub(crate) type HashTable<T> = std::collections::HashMap<u64, T, BuildHasherDefault<Words>>;

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
        self.mix(number(rest) | (rest.len() as u64) << 56);
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn finish(&self) -> u64 {
        self.0 ^ self.0 >> 32
    }
}

/// Numbers by words. Words of few bytes, which most are, stand in the table itself, so that one
/// place in memory is read to find them; those that were looked up last are near.
#[derive(Debug)]
pub(crate) struct Numbers {
    short: ShortTable,
    long: Table<u32>,
    /// Short words that were looked up last and their numbers, by some bits of their hash.
    last: [(Short, u32); LAST],
}

/// Numbers by short words.
#[expect(
    clippy::disallowed_types,
    reason = "what is taken from it in its order is sorted before it is used"
)]
type ShortTable = std::collections::HashMap<Short, u32, BuildHasherDefault<Words>>;

/// How many words are kept near: what fits the nearest memory beside other things.
const LAST: usize = 512;

/// A word of at most 15 bytes: its bytes, least significant first, zeros, how many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Short([u8; 16]);

impl Short {
    /// No word.
    const NONE: Self = Self([u8::MAX; 16]);

    fn new(word: &str) -> Option<Self> {
        let bytes = word.as_bytes();
        let length = bytes.len();
        // What two overlapping runs of bytes have in common stands at the same place in both.
        let (low, high) = if length > 15 {
            return None;
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk()) {
            let last = u64::from_le_bytes(*last);
            (u64::from_le_bytes(*first), last >> (8 * (15 - length)) >> 8)
        } else if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk()) {
            let (first, last) = (u32::from_le_bytes(*first), u32::from_le_bytes(*last));
            (u64::from(first) | u64::from(last) << (8 * (length - 4)), 0)
        } else {
            (number(bytes), 0)
        };
        let word = u128::from(low) | u128::from(high) << 64 | (length as u128) << 120;
        Some(Self(word.to_le_bytes()))
    }

    /// Its place among those that are kept near.
    fn place(self) -> usize {
        let mut hash = Words::default();
        self.hash(&mut hash);
        hash.finish() as usize % LAST
    }

    fn word(&self) -> &str {
        let word = self.0.get(..usize::from(self.0[15])).unwrap_or_default();
        str::from_utf8(word).unwrap_or_default()
    }
}

/// The number that few bytes make, the first one least significant.
fn number(bytes: &[u8]) -> u64 {
    let bytes = bytes.iter().rev();
    bytes.fold(0, |number, &byte| number << 8 | u64::from(byte))
}

impl Hash for Short {
    fn hash<H: Hasher>(&self, state: &mut H) {
        let word = u128::from_le_bytes(self.0);
        state.write_u64(word as u64);
        state.write_u64((word >> 64) as u64);
    }
}

impl Default for Numbers {
    fn default() -> Self {
        Self {
            short: ShortTable::default(),
            long: Table::default(),
            last: [(Short::NONE, 0); LAST],
        }
    }
}

impl Numbers {
    /// The number of a word, if it has one.
    pub fn get(&mut self, word: &str) -> Option<u32> {
        let Some(short) = Short::new(word) else {
            return self.long.get(word).copied();
        };
        let last = &mut self.last[short.place()];
        if last.0 != short {
            *last = (short, *self.short.get(&short)?);
        }
        Some(last.1)
    }

    /// Gives a word a number.
    pub fn insert(&mut self, word: &str, number: u32) {
        match Short::new(word) {
            Some(short) => {
                self.last[short.place()] = (short, number);
                self.short.insert(short, number)
            }
            None => self.long.insert(word.into(), number),
        };
    }

    /// How many words have a number.
    pub fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// The words with their numbers, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        let short = self
            .short
            .iter()
            .map(|(word, &number)| (word.word(), number));
        let long = self.long.iter().map(|(word, &number)| (&**word, number));
        short.chain(long)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_word_has_the_number_that_it_was_given_last(
            words in prop::collection::vec("[ab\0]{0,3}|[a-z]{12,18}|\\PC{0,6}", 0..60),
        ) {
            let (mut numbers, mut expected) = (Numbers::default(), BTreeMap::new());
            for (number, word) in (0..).zip(&words) {
                prop_assert_eq!(numbers.get(word), expected.get(word.as_str()).copied());
                numbers.insert(word, number);
                expected.insert(word.as_str(), number);
            }
            prop_assert_eq!(numbers.len(), expected.len());
            prop_assert_eq!(numbers.iter().collect::<BTreeMap<_, _>>(), expected);
        }
    }
}
