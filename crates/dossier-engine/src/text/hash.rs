//! Hashes that are the same on every platform: FNV-1a (Fowler, Noll, Vo), 64 bits.

/// The hash of numbers in order.
pub(crate) fn hash(parts: impl Iterator<Item = u64>) -> u64 {
    parts.fold(0xcbf2_9ce4_8422_2325, |hash, part| {
        (hash ^ part).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The hash of a word.
pub(crate) fn hash_of_word(word: &str) -> u64 {
    hash(word.bytes().map(u64::from))
}
