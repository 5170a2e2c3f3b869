//! The hash of words and features. Its values are part of the model: a change needs new training.

/// Starts a hash.
pub const SEED: u32 = 0x811c_9dc5;

/// The hash of a text of folded letters.
#[inline]
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> u32 {
    let mut hash = SEED;
    for &byte in bytes {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    mix(hash)
}

/// The hash of two values in order.
#[inline]
#[must_use]
pub const fn join(one: u32, other: u32) -> u32 {
    mix(one.rotate_left(5).wrapping_mul(0x9e37_79b1) ^ other)
}

/// Spreads the bits of a value over all 32, the highest above all: tables use those.
#[inline]
#[must_use]
pub const fn mix(value: u32) -> u32 {
    // The finaliser of MurmurHash3 (Austin Appleby, public domain).
    let mut value = value;
    value = (value ^ value >> 16).wrapping_mul(0x85eb_ca6b);
    value = (value ^ value >> 13).wrapping_mul(0xc2b2_ae35);
    value ^ value >> 16
}
