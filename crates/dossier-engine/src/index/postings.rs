//! Which documents have a stem, and how often: what ranking reads.
//!
//! ```text
//! postings    = documents{subset(0, all)} frequencies      up to 128 documents
//!             | skip{blocks} block{blocks}                 more
//! skip        = advance:number size:number peak
//! block       = parameter:5 rice{gaps} frequencies
//! ```
//!
//! Each is filled up to a whole byte; frequencies are those of `frequency`, and `rare` tells how
//! stems are written that hardly any document has. A block has 128 documents, the last one what is
//! left. A gap is the distance to the document before, less one; of the first, to the last document
//! of the block before, or its number. A skip has the distance from the last document of the block
//! before to the last of its own, the bytes of the block, and its peak: a byte `p` so that no
//! document of the block has a saturation (see `norms`) above `(p + 1) / 256`.

use super::frequency::{self, Frequency};
use super::rare::RareLists;
use crate::bits::{BitReader, BitWriter, best_rice};
use crate::codec::{Malformed, Reader, Writer, write_number};

/// Documents of a block.
pub(super) const BLOCK: usize = 128;

/// A document that has a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    pub doc: u32,
    pub frequency: Frequency,
}

/// Appends the postings of a common stem, in the order of documents; `peak` is that of some
/// documents.
pub(super) fn write(
    postings: &[Posting],
    documents: u32,
    peak: impl Fn(&[Posting]) -> u8,
    out: &mut Writer,
) {
    if postings.len() <= BLOCK {
        let mut bits = BitWriter::default();
        write_documents(postings, documents, &mut bits);
        frequency::write(postings, &mut bits);
        out.extend(bits.finish());
        return;
    }
    let mut blocks = Writer::new();
    let mut next = 0;
    for block in postings.chunks(BLOCK) {
        let bytes = write_block(block, next);
        let last = block.last().map_or(next, |posting| posting.doc);
        write_number(last - next, out);
        write_number(bytes.len() as u32, out);
        out.push(peak(block));
        blocks.extend(bytes);
        next = last + 1;
    }
    out.extend(blocks);
}

/// Appends the documents of some postings as a subset of all.
pub(super) fn write_documents(postings: &[Posting], documents: u32, bits: &mut BitWriter) {
    let docs: Vec<u32> = postings.iter().map(|posting| posting.doc).collect();
    bits.subset(&docs, 0, documents);
}

fn write_block(block: &[Posting], mut next: u32) -> Writer {
    let mut gaps = Vec::with_capacity(block.len());
    for posting in block {
        gaps.push(posting.doc - next);
        next = posting.doc + 1;
    }
    let mut bits = BitWriter::default();
    let parameter = best_rice(&gaps);
    bits.bits(parameter, 5);
    for value in gaps {
        bits.rice(value, parameter);
    }
    frequency::write(block, &mut bits);
    bits.finish()
}

/// A block of a list that is not decoded.
#[derive(Clone, Copy, Debug)]
struct Skip {
    /// What its first gap counts from.
    next: u32,
    last: u32,
    start: u32,
    end: u32,
    peak: u8,
}

/// The postings of a stem, read front to back.
#[derive(Debug)]
pub struct Postings<'a> {
    bytes: &'a [u8],
    /// How many documents are listed.
    count: usize,
    skips: Vec<Skip>,
    /// The block that is decoded.
    block: usize,
    at: usize,
    docs: Vec<u32>,
    codes: Vec<u32>,
    /// Where the codes of the block begin, until they are decoded.
    pending: Option<BitReader<'a>>,
}

/// The document after all others.
pub const END: u32 = u32::MAX;

impl<'a> Postings<'a> {
    /// The postings of a common stem that `count` of all `documents` have.
    pub(super) fn new(bytes: &'a [u8], count: u32, documents: u32) -> Result<Self, Malformed> {
        if count > documents {
            return Err(Malformed("no more documents than there are"));
        }
        let count = count as usize;
        if count <= BLOCK {
            let mut input = BitReader::new(bytes);
            let mut docs = vec![0; count];
            input.subset(&mut docs, 0, documents);
            input.check()?;
            return Ok(Self {
                pending: Some(input),
                ..Self::of(docs, Vec::new())
            });
        }
        let mut skips = Vec::with_capacity(count.div_ceil(BLOCK));
        let mut input = Reader::new(bytes);
        let (mut next, mut end) = (0_u32, 0_u32);
        for _ in 0..count.div_ceil(BLOCK) {
            let last = next.saturating_add(input.number()?);
            let start = end;
            end = end.saturating_add(input.number()?);
            let peak = input.byte()?;
            if last >= documents {
                return Err(Malformed("documents of the collection"));
            }
            skips.push(Skip {
                next,
                last,
                start,
                end,
                peak,
            });
            next = last + 1;
        }
        let mut postings = Self {
            bytes: input.rest(),
            count,
            skips,
            ..Self::of(Vec::new(), Vec::new())
        };
        postings.decode(0)?;
        Ok(postings)
    }

    /// The postings of the rare stem of a block that follows others, of which `before` says how many
    /// documents have each.
    pub(super) fn rare(
        mut lists: RareLists<'a>,
        before: &[u32],
        count: u32,
    ) -> Result<Self, Malformed> {
        let (mut docs, mut codes) = (Vec::new(), Vec::new());
        for &count in before {
            lists.next(count, &mut docs, &mut codes)?;
        }
        lists.next(count, &mut docs, &mut codes)?;
        Ok(Self::of(docs, codes))
    }

    /// Postings of a single block that is decoded.
    fn of(docs: Vec<u32>, codes: Vec<u32>) -> Self {
        Self {
            bytes: &[],
            count: docs.len(),
            skips: vec![Skip {
                next: 0,
                last: docs.last().copied().unwrap_or(0),
                start: 0,
                end: 0,
                peak: u8::MAX,
            }],
            block: 0,
            at: 0,
            docs,
            codes,
            pending: None,
        }
    }

    /// How many documents are listed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether no document is listed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The current document, [`END`] after the last.
    #[inline]
    #[must_use]
    pub fn doc(&self) -> u32 {
        self.docs.get(self.at).copied().unwrap_or(END)
    }

    /// How often the current document has the stem.
    #[inline]
    pub fn frequency(&mut self) -> Frequency {
        if let Some(mut input) = self.pending.take() {
            frequency::read(&mut input, &mut self.codes, self.docs.len());
        }
        Frequency::of_code(self.codes.get(self.at).copied().unwrap_or(0))
    }

    /// Goes on to the next document.
    ///
    /// # Errors
    /// Where the next block is malformed.
    #[inline]
    pub fn advance(&mut self) -> Result<(), Malformed> {
        self.at += 1;
        if self.at == self.docs.len() && self.block + 1 < self.skips.len() {
            self.decode(self.block + 1)?;
        }
        Ok(())
    }

    /// Goes on to the first document from `doc` on, without reading the blocks between.
    ///
    /// # Errors
    /// Where a block is malformed.
    pub fn seek(&mut self, doc: u32) -> Result<(), Malformed> {
        if self.doc() >= doc {
            return Ok(());
        }
        let block = self.block_of(doc);
        if block == self.skips.len() {
            self.at = self.docs.len();
            self.block = self.skips.len();
            return Ok(());
        }
        if block != self.block {
            self.decode(block)?;
        }
        self.at += self.docs[self.at..].partition_point(|&other| other < doc);
        if self.at == self.docs.len() && self.block + 1 < self.skips.len() {
            self.decode(self.block + 1)?;
        }
        Ok(())
    }

    /// The peak of the block in which `doc` would stand, 0 to 1 exclusive of 0: no document there
    /// has a greater saturation. 0 where no block is left.
    #[must_use]
    pub fn peak_at(&self, doc: u32) -> f32 {
        let block = self.block_of(doc);
        self.skips
            .get(block)
            .map_or(0.0, |skip| (f32::from(skip.peak) + 1.0) / 256.0)
    }

    /// The greatest peak of all blocks.
    #[must_use]
    pub fn peak(&self) -> f32 {
        let peak = self.skips.iter().map(|skip| skip.peak).max();
        peak.map_or(0.0, |peak| (f32::from(peak) + 1.0) / 256.0)
    }

    /// The block from the current one on that ends at or after `doc`.
    fn block_of(&self, doc: u32) -> usize {
        let mut block = self.block;
        while self.skips.get(block).is_some_and(|skip| skip.last < doc) {
            block += 1;
        }
        block
    }

    fn decode(&mut self, block: usize) -> Result<(), Malformed> {
        self.block = block;
        self.at = 0;
        self.docs.clear();
        let Some(&skip) = self.skips.get(block) else {
            return Ok(());
        };
        let bytes = self.bytes.get(skip.start as usize..skip.end as usize);
        let bytes = bytes.ok_or(Malformed("blocks inside the postings"))?;
        let count = (self.count - block * BLOCK).min(BLOCK);
        let mut input = BitReader::new(bytes);
        let parameter = input.bits(5);
        let mut next = skip.next;
        for _ in 0..count {
            let doc = next.wrapping_add(input.rice(parameter));
            if doc < next || doc > skip.last {
                return Err(Malformed("documents in order"));
            }
            self.docs.push(doc);
            next = doc.wrapping_add(1);
        }
        input.check()?;
        self.pending = Some(input);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    fn postings(docs: &BTreeMap<u16, (u8, bool)>) -> Vec<Posting> {
        let posting = |(&doc, &(body, title)): (&u16, &(u8, bool))| Posting {
            doc: doc.into(),
            frequency: Frequency {
                body: u32::from(body).max(u32::from(!title)),
                title,
            },
        };
        docs.iter().map(posting).collect()
    }

    fn written(list: &[Posting], documents: u32) -> Writer {
        let mut out = Writer::new();
        write(list, documents, |_| 255, &mut out);
        out
    }

    proptest! {
        #[test]
        fn postings_are_read_as_they_were_written(docs in prop::collection::btree_map(any::<u16>(), any::<(u8, bool)>(), 1..700)) {
            let list = postings(&docs);
            let bytes = written(&list, 65_536);
            let mut read = Postings::new(&bytes, list.len() as u32, 65_536).unwrap();
            for posting in &list {
                prop_assert_eq!(read.doc(), posting.doc);
                prop_assert_eq!(read.frequency(), posting.frequency);
                read.advance().unwrap();
            }
            prop_assert_eq!(read.doc(), END);
        }

        #[test]
        fn seeking_finds_the_first_document_from_there_on(
            docs in prop::collection::btree_map(0_u16..2000, any::<(u8, bool)>(), 1..700),
            mut wanted in prop::collection::vec(0_u32..2100, 1..30),
        ) {
            wanted.sort_unstable();
            let list = postings(&docs);
            let bytes = written(&list, 2000);
            let mut read = Postings::new(&bytes, list.len() as u32, 2000).unwrap();
            for doc in wanted {
                read.seek(doc).unwrap();
                let first = list.iter().find(|posting| posting.doc >= doc);
                prop_assert_eq!(read.doc(), first.map_or(END, |posting| posting.doc));
                if let Some(first) = first {
                    prop_assert_eq!(read.frequency(), first.frequency);
                }
            }
        }

        #[test]
        fn any_bytes_are_postings_or_malformed(bytes in any::<Vec<u8>>(), count in 1_u32..1000) {
            if let Ok(mut read) = Postings::new(&bytes, count, 5000) {
                for doc in (0..6000).step_by(77) {
                    if read.seek(doc).is_err() {
                        break;
                    }
                    read.frequency();
                }
            }
        }
    }
}
