//! The stems that say most of what a document is about.
//!
//! ```text
//! signatures = signature{documents}
//! signature  = as bits: mark{8}, ten bits each
//! ```
//!
//! A signature lists the marks of the eight stems with the greatest weight in the document,
//! greatest first; zeros where it has fewer. A mark is 1 + (h mod 1023), where h is the upper half
//! of the product of the stem's position, plus 1, and 2654435769, of 32 bits; stems share marks,
//! but rarely two that documents have in common. The weight is what the stem alone would score, so
//! that frequent stems that are rare elsewhere come first. Words of grammar, with digits, and of
//! one document are not taken.

use super::postings::Posting;
use super::rarity;
use crate::bits::{BitReader, BitWriter};
use crate::codec::Writer;
use crate::text::is_stop_word;

/// Stems of a signature.
const STEMS: usize = 8;

/// Bits of a mark.
const BITS: u32 = 10;

/// Bytes of a signature.
pub(super) const BYTES: usize = STEMS * BITS as usize / 8;

/// The signatures of documents while they are found.
pub(super) struct Signatures {
    documents: u32,
    /// Of each document, weights and marks, greatest first.
    best: Vec<[(f32, u32); STEMS]>,
}

/// The mark of a stem, above 0.
fn mark(position: u32) -> u32 {
    1 + (((position + 1).wrapping_mul(0x9e37_79b9)) >> 16) % ((1 << BITS) - 1)
}

impl Signatures {
    pub fn new(documents: u32) -> Self {
        Self {
            documents,
            best: vec![[(0.0, 0); STEMS]; documents as usize],
        }
    }

    /// Adds a stem, in the order of their positions.
    pub fn add(
        &mut self,
        stem: &str,
        position: u32,
        postings: &[Posting],
        saturation: impl Fn(&Posting) -> f32,
    ) {
        let count = postings.len() as u32;
        let says_much = count > 1
            && count <= self.documents / 2
            && stem.chars().nth(2).is_some()
            && !stem.contains(|c: char| c.is_numeric())
            && !is_stop_word(stem);
        if !says_much {
            return;
        }
        let (rarity, mark) = (rarity(self.documents, count) as f32, mark(position));
        for posting in postings {
            let best = &mut self.best[posting.doc as usize];
            // No saturation is above 1.
            if rarity <= best[STEMS - 1].0 {
                continue;
            }
            let weight = rarity * saturation(posting);
            if weight > best[STEMS - 1].0 {
                let at = best.partition_point(|&(other, _)| other >= weight);
                best[at..].rotate_right(1);
                best[at] = (weight, mark);
            }
        }
    }

    pub fn finish(self) -> Writer {
        let mut bits = BitWriter::default();
        for (_, mark) in self.best.into_iter().flatten() {
            bits.bits(mark, BITS);
        }
        bits.finish()
    }
}

/// The marks of a signature.
pub(super) fn read(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let mut bits = BitReader::new(bytes);
    let marks = (0..STEMS).map(move |_| bits.bits(BITS));
    marks.take_while(|&mark| mark != 0)
}
