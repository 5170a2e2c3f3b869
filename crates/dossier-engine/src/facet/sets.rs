//! Sets of documents, one for each value of a column.
//!
//! ```text
//! sets  = set{values}, as bits up to a whole byte
//! set   = gamma:documents block{documents / 128, rounded up}
//! block = parameter:5 rice{gaps}
//! ```
//!
//! A gap is the distance to the document before, less one, or the first document. Each document
//! takes a bit at least, so that what is read is never much longer than its bytes.

use crate::bits::{BitReader, BitWriter, best_rice};
use crate::codec::{Malformed, Writer};

/// Documents of a block, few enough for a parameter that keeps every gap short.
const BLOCK: usize = 128;

/// The bytes of sets of documents. Each set has a document at least, and its documents are in
/// order.
pub(super) fn write<'a>(sets: impl Iterator<Item = &'a [u32]>) -> Writer {
    let mut bits = BitWriter::default();
    for set in sets {
        bits.gamma(set.len() as u32);
        let mut next = 0;
        for block in set.chunks(BLOCK) {
            let mut gaps = Vec::with_capacity(block.len());
            for &doc in block {
                gaps.push(doc - next);
                next = doc + 1;
            }
            let parameter = best_rice(&gaps);
            bits.bits(parameter, 5);
            for gap in gaps {
                bits.rice(gap, parameter);
            }
        }
    }
    bits.finish()
}

/// The values of each document.
#[derive(Debug, Default)]
pub(super) struct ByDocument {
    /// Where those of each document begin in `values`, and where the last end.
    starts: Vec<u32>,
    values: Vec<u32>,
}

impl ByDocument {
    /// Reads the sets of `count` values among `documents`.
    pub fn read(bytes: &[u8], count: usize, documents: u32) -> Result<Self, Malformed> {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        let mut starts = vec![0_u32; documents as usize + 1];
        let mut input = BitReader::new(bytes);
        for value in 0..count as u32 {
            let mut left = input.gamma();
            let mut next = 0_u32;
            while left > 0 {
                let parameter = input.bits(5);
                for _ in 0..left.min(BLOCK as u32) {
                    let doc = next.wrapping_add(input.rice(parameter));
                    if doc < next || doc >= documents {
                        return Err(Malformed("documents of its own in order"));
                    }
                    pairs.push((doc, value));
                    starts[doc as usize] += 1;
                    next = doc + 1;
                    left -= 1;
                }
                input.check()?;
            }
        }
        input.check()?;
        // From how many a document has to where they begin.
        let mut end = 0;
        for start in &mut starts {
            end += std::mem::replace(start, end);
        }
        let mut values = vec![0; pairs.len()];
        let mut free = starts.clone();
        for (doc, value) in pairs {
            let at = &mut free[doc as usize];
            values[*at as usize] = value;
            *at += 1;
        }
        Ok(Self { starts, values })
    }

    /// The values of a document, in order; none where there is no such document.
    pub fn of(&self, doc: usize) -> &[u32] {
        let (Some(&start), Some(&end)) = (self.starts.get(doc), self.starts.get(doc + 1)) else {
            return &[];
        };
        self.values
            .get(start as usize..end as usize)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_document_has_the_values_whose_sets_have_it(
            sets in prop::collection::vec(prop::collection::btree_set(0_u32..700, 1..400), 0..8),
        ) {
            let lists: Vec<Vec<u32>> = sets.iter().map(|set| set.iter().copied().collect()).collect();
            let bytes = write(lists.iter().map(Vec::as_slice));
            let read = ByDocument::read(&bytes, sets.len(), 700).unwrap();
            for doc in 0..702 {
                let has = |set: &BTreeSet<u32>| set.contains(&doc);
                let values = (0..).zip(&sets).filter(|(_, set)| has(set));
                let values: Vec<u32> = values.map(|(value, _)| value).collect();
                prop_assert_eq!(read.of(doc as usize), values);
            }
        }

        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
            count in 0_usize..20,
            documents in 0_u32..50,
        ) {
            if let Ok(read) = ByDocument::read(&bytes, count, documents) {
                let values = (0..documents as usize).flat_map(|doc| read.of(doc).iter());
                prop_assert!(values.clone().all(|&value| (value as usize) < count));
                prop_assert!(values.count() <= bytes.len() * 8);
            }
        }
    }

    #[test]
    fn documents_that_a_collection_has_not_are_refused() {
        let bytes = write([[3_u32].as_slice()].into_iter());
        assert!(ByDocument::read(&bytes, 1, 3).is_err());
        assert!(ByDocument::read(&bytes, 1, 4).is_ok());
        assert!(ByDocument::read(&[], 1, 4).is_err());
    }
}
