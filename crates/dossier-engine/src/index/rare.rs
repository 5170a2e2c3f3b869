//! The postings of stems that hardly any document has.
//!
//! ```text
//! rare = few{rare stems}, filled up to a whole byte
//! few  = documents{subset(0, all)} unary{documents}
//! ```
//!
//! Those of a block of the dictionary stand together in one run of bits: a byte that each fills up
//! and a word on how long each is would take nearly as much as they do. To read one, those before
//! it in the block are read.

use super::postings::{Posting, write_documents};
use crate::bits::{BitReader, BitWriter};
use crate::codec::Malformed;

/// A stem that at most as many documents have is rare.
const RARE: u32 = 16;

/// Whether a stem that so many documents have is rare.
pub(super) fn is_rare(documents: u32) -> bool {
    documents <= RARE
}

/// Appends the postings of a rare stem, in the order of documents, to those of others.
pub(super) fn write_rare(postings: &[Posting], documents: u32, bits: &mut BitWriter) {
    write_documents(postings, documents, bits);
    for posting in postings {
        bits.unary(posting.frequency.code());
    }
}

/// The postings of the rare stems of a block of the dictionary, read one after the other.
pub(super) struct RareLists<'a> {
    input: BitReader<'a>,
    documents: u32,
}

impl<'a> RareLists<'a> {
    /// Those of a block, of which each lists some of all `documents`.
    pub fn new(bytes: &'a [u8], documents: u32) -> Self {
        Self {
            input: BitReader::new(bytes),
            documents,
        }
    }

    /// Writes the documents of the next stem, of which there are `count`, over `docs`, and the codes
    /// of their frequencies over `codes`.
    pub fn next(
        &mut self,
        count: u32,
        docs: &mut Vec<u32>,
        codes: &mut Vec<u32>,
    ) -> Result<(), Malformed> {
        if count > self.documents {
            return Err(Malformed("no more documents than there are"));
        }
        docs.clear();
        docs.resize(count as usize, 0);
        self.input.subset(docs, 0, self.documents);
        codes.clear();
        codes.extend((0..count).map(|_| self.input.unary()));
        self.input.check()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::super::frequency::Frequency;
    use super::super::postings::{END, Postings};
    use super::*;

    fn postings(docs: &BTreeMap<u32, u32>) -> Vec<Posting> {
        let posting = |(&doc, &code): (&u32, &u32)| Posting {
            doc,
            frequency: Frequency::of_code(code),
        };
        docs.iter().map(posting).collect()
    }

    proptest! {
        #[test]
        fn postings_of_rare_stems_are_read_as_they_were_written(
            lists in prop::collection::vec(prop::collection::btree_map(0_u32..500, 0_u32..60, 1..17), 1..20),
        ) {
            let lists: Vec<Vec<Posting>> = lists.iter().map(postings).collect();
            let mut bits = BitWriter::default();
            for list in &lists {
                write_rare(list, 500, &mut bits);
            }
            let bytes = bits.finish();
            let counts: Vec<u32> = lists.iter().map(|list| list.len() as u32).collect();
            for (at, list) in lists.iter().enumerate() {
                let of_block = RareLists::new(&bytes, 500);
                let mut read = Postings::rare(of_block, &counts[..at], counts[at]).unwrap();
                for posting in list {
                    prop_assert_eq!(read.doc(), posting.doc);
                    prop_assert_eq!(read.frequency(), posting.frequency);
                    read.advance().unwrap();
                }
                prop_assert_eq!(read.doc(), END);
            }
        }
    }
}
