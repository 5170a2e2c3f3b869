//! Compression of runs of bytes: blocks of LZ4.
//!
//! The format is that of LZ4's blocks, which is read several times as fast as others of its ratio.
//! A library reads it. The writer is our own, since the bytes have to be the same on every
//! platform. It takes the first match that it finds, with the last place that had the same four bytes:
//! looking for longer ones makes texts 8 % smaller and takes more than twice as long.
//!
//! ```text
//! packed   = length:u32 block          of how many bytes
//! block    = sequence.. last           https://github.com/lz4/lz4/blob/dev/doc/lz4_Block_format.md
//! ```

use crate::codec::{Malformed, Writer};

/// The fewest bytes that a match has.
const SHORTEST: usize = 4;

/// How far back a match may be.
const FARTHEST: usize = 0xffff;

/// Bytes at the end in which no match begins, as the format has it.
const END: usize = 12;

/// Bytes at the end that belong to no match.
const LITERALS: usize = 5;

/// Bits of a hash of four bytes.
const HASH: u32 = 14;

/// The most bytes that a byte of a block stands for. The format would let it be 255, and a small file
/// would fill the memory.
const MOST: usize = 32;

/// Bytes that stand at an earlier place too.
#[derive(Clone, Copy)]
struct Match {
    length: usize,
    distance: usize,
}

/// Compresses bytes; those that would get too small are left as they are.
pub(super) fn pack(bytes: &[u8]) -> Writer {
    let block = compress(bytes);
    let mut out = Writer::from((bytes.len() as u32).to_le_bytes());
    if bytes.len() / MOST > block.len() {
        write_sequence(bytes, None, &mut out);
    } else {
        out.extend(block);
    }
    out
}

fn compress(bytes: &[u8]) -> Writer {
    if bytes.len() < usize::from(u16::MAX) {
        compress_with(bytes, u16::MAX)
    } else {
        compress_with(bytes, u32::MAX)
    }
}

/// Compresses bytes with places of a type that all of theirs fit, `none` but for itself: small ones
/// stay in the nearest memory.
fn compress_with<P: Copy + Into<u32> + TryFrom<u32>>(bytes: &[u8], none: P) -> Writer {
    let place = |at: usize| P::try_from(at as u32).unwrap_or(none);
    // The last place of each hash of four bytes.
    let mut places = [none; 1 << HASH];
    let mut out = Writer::new();
    let end = bytes.len().saturating_sub(END);
    let (mut at, mut written) = (0, 0);
    while at < end {
        let word = four(bytes, at);
        let earlier = std::mem::replace(&mut places[hash(word)], place(at));
        let found = earlier_match(bytes, at, word, earlier.into());
        let Some(found) = found else {
            at += 1;
            continue;
        };
        write_sequence(&bytes[written..at], Some(found), &mut out);
        for passed in at + 1..(at + found.length).min(end) {
            places[hash(four(bytes, passed))] = place(passed);
        }
        at += found.length;
        written = at;
    }
    write_sequence(&bytes[written..], None, &mut out);
    out
}

/// The match at a place with an earlier one, where it has the same four bytes.
#[inline]
fn earlier_match(bytes: &[u8], at: usize, word: u32, earlier: u32) -> Option<Match> {
    let earlier = earlier as usize;
    let is_near = earlier < at && at - earlier <= FARTHEST;
    (is_near && four(bytes, earlier) == word).then(|| Match {
        length: same(&bytes[at..bytes.len() - LITERALS], &bytes[earlier..]),
        distance: at - earlier,
    })
}

/// The four bytes at a place.
fn four(bytes: &[u8], at: usize) -> u32 {
    let four = bytes[at..].first_chunk();
    four.map_or(0, |four| u32::from_le_bytes(*four))
}

/// A hash of four bytes.
fn hash(word: u32) -> usize {
    (word.wrapping_mul(2_654_435_761) >> (u32::BITS - HASH)) as usize
}

/// With how many bytes both begin.
fn same(one: &[u8], other: &[u8]) -> usize {
    let (ones, _) = one.as_chunks::<8>();
    let (others, _) = other.as_chunks::<8>();
    let whole = 8 * ones.iter().zip(others).take_while(|(a, b)| a == b).count();
    let rest = one[whole..].iter().zip(&other[whole..]);
    whole + rest.take_while(|(a, b)| a == b).count()
}

/// Literals and the match that follows them, if any does.
fn write_sequence(literals: &[u8], found: Option<Match>, out: &mut Writer) {
    let more = found.map_or(0, |found| found.length - SHORTEST);
    out.push((literals.len().min(15) << 4 | more.min(15)) as u8);
    write_rest(literals.len(), out);
    out.extend_from_slice(literals);
    if let Some(found) = found {
        out.extend((found.distance as u16).to_le_bytes());
        write_rest(more, out);
    }
}

/// What of a length its four bits do not say.
fn write_rest(length: usize, out: &mut Writer) {
    if let Some(mut rest) = length.checked_sub(15) {
        while rest >= 255 {
            out.push(255);
            rest -= 255;
        }
        out.push(rest as u8);
    }
}

/// The bytes that were compressed.
pub(super) fn unpack(packed: &[u8]) -> Result<Vec<u8>, Malformed> {
    let (length, block) = packed
        .split_first_chunk::<4>()
        .ok_or(Malformed("the length of what is compressed"))?;
    let length = u32::from_le_bytes(*length) as usize;
    if length / MOST > block.len() {
        return Err(Malformed("as many bytes as can be compressed"));
    }
    let mut bytes = vec![0; length];
    match lz4_flex::block::decompress_into(block, &mut bytes) {
        Ok(written) if written == length => Ok(bytes),
        _ => Err(Malformed("a block of LZ4")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(
            parts in prop::collection::vec(("[a-d ]{1,9}", 1_usize..60), 0..60),
            tail in prop::collection::vec(any::<u8>(), 0..20),
        ) {
            let repeated = parts.iter().map(|(part, times)| part.repeat(*times));
            let mut bytes = repeated.collect::<String>().into_bytes();
            bytes.extend(tail);
            let packed = pack(&bytes);
            prop_assert_eq!(unpack(&packed), Ok(bytes));
        }

        #[test]
        fn any_bytes_are_unpacked_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..40), length in 0_u32..9000) {
            let packed = [&length.to_le_bytes()[..], &bytes].concat();
            if let Ok(unpacked) = unpack(&packed) {
                prop_assert_eq!(unpacked.len(), length as usize);
            }
        }
    }

    #[test]
    fn matches_reach_no_farther_than_the_format_lets_them() {
        let noise = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8);
        let mut bytes: Vec<u8> = noise.collect();
        bytes.extend_from_within(..400);
        bytes.extend_from_within(70_000 - 300..);
        let packed = pack(&bytes);
        assert_eq!(unpack(&packed), Ok(bytes));
    }

    #[test]
    fn what_repeats_takes_less_but_not_ever_less() {
        assert!(pack(b"grain and grain and grain and grain").len() < 30);
        let bytes = vec![7; 100_000];
        assert!(compress(&bytes).len() < 1000);
        let packed = pack(&bytes);
        assert!(packed.len() * MOST >= bytes.len());
        assert_eq!(unpack(&packed), Ok(bytes));
    }

    #[test]
    fn a_length_that_no_block_of_this_size_has_is_refused() {
        let mut packed = pack(b"grain and grain and grain and grain");
        assert!(unpack(&packed).is_ok());
        packed[3] = 0xff;
        assert!(unpack(&packed).is_err());
        assert!(unpack(&packed[..3]).is_err());
    }
}
