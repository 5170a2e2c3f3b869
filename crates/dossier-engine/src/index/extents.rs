//! How long the texts of documents are.
//!
//! ```text
//! extents = extent{documents}
//! extent  = title:number byline:number list(block:number)
//! lengths = byte{documents} byte{documents}
//! ```
//!
//! An extent counts the words of a document's title, of its byline and of each block of its body;
//! positions are coded within them. Lengths are what ranking reads: for each document first that
//! of its body and byline together, then for each that of its title, a byte each.
//! A byte up to 8 is the length itself; from there on it has the highest four bits of the length,
//! as in a floating-point number of three bits, so that a length is off by a sixteenth at most.

use crate::codec::{Malformed, Reader, Writer, write_number};

/// How many words the fields of a document have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Words of the title.
    pub title: u32,
    /// Words of the byline.
    pub byline: u32,
    /// Words of each block of the body.
    pub blocks: Vec<u32>,
}

impl Extent {
    /// Words of the body.
    #[must_use]
    pub fn body(&self) -> u32 {
        self.blocks.iter().sum()
    }

    /// Words of body and byline, which share one row of positions.
    #[must_use]
    pub fn row(&self) -> u32 {
        self.body() + self.byline
    }

    pub(super) fn write(&self, out: &mut Writer) {
        write_number(self.title, out);
        write_number(self.byline, out);
        write_number(self.blocks.len() as u32, out);
        for &words in &self.blocks {
            write_number(words, out);
        }
    }

    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let extent = Self {
            title: input.number()?,
            byline: input.number()?,
            blocks: {
                let count = input.count()?;
                let blocks = (0..count).map(|_| input.number());
                blocks.collect::<Result<_, _>>()?
            },
        };
        let total = extent.blocks.iter().map(|&words| u64::from(words));
        let total = total.sum::<u64>() + u64::from(extent.byline);
        if total > u64::from(u32::MAX / 2) {
            return Err(Malformed("texts of a length that can be"));
        }
        Ok(extent)
    }
}

/// The byte of a length.
pub(super) fn pack(length: u32) -> u8 {
    if length <= 8 {
        return length as u8;
    }
    let exponent = length.ilog2() - 3;
    (exponent << 3 | (length >> exponent) & 7)
        .saturating_add(8)
        .min(255) as u8
}

/// The length of a byte: the middle of those that have it.
pub(super) fn unpack(byte: u8) -> f32 {
    if byte < 16 {
        return f32::from(byte);
    }
    let exponent = u32::from(byte - 8) >> 3;
    let lowest = (8 | u64::from(byte) & 7) << exponent;
    lowest as f32 + ((1_u64 << exponent) - 1) as f32 / 2.0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_packed_length_is_off_by_little(length in any::<u32>()) {
            let packed = unpack(pack(length));
            prop_assert!((packed - length as f32).abs() <= length as f32 / 16.0 + 0.01);
        }

        #[test]
        fn a_longer_text_has_no_smaller_byte(a in 0_u32..1_000_000, b in 0_u32..1_000_000) {
            prop_assert!((a <= b) == (pack(a) <= pack(b)) || pack(a) == pack(b));
        }
    }

    #[test]
    fn short_lengths_are_exact() {
        for length in 0..16 {
            assert!((unpack(pack(length)) - length as f32).abs() < f32::EPSILON);
        }
    }
}
