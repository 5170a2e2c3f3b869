//! Where in its documents a stem stands: what phrases, nearness and extracts read.
//!
//! ```text
//! positions = size:number{blocks} block{blocks}   where more than 128 documents have the stem
//!           | block                               otherwise
//! block     = bits of each document's places, filled up to a whole byte
//! places    = subset{body and byline} [gamma{count in the title} subset{title}]
//! ```
//!
//! The documents and how often each has the stem are those of its postings; the blocks are, too.
//! The places of the rare stems of a block of the dictionary follow one another without filling. A
//! position counts words from 0: those of the body, block after block, then those of the byline;
//! those of the title on their own. Nothing is written for what can be in one way only.

use super::extents::Extent;
use super::frequency::Frequency;
use super::postings::BLOCK;
use crate::bits::{BitReader, BitWriter};
use crate::codec::{Malformed, Reader, Writer, write_number};

/// Where a document has a stem.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Positions in the row of body and byline, ascending.
    pub row: Vec<u32>,
    /// Positions in the title, ascending.
    pub title: Vec<u32>,
}

/// Appends the positions of a stem in documents, with their extents.
pub(super) fn write(places: &[(Places, &Extent)], out: &mut Writer) {
    let mut sizes = Writer::new();
    let mut blocks = Writer::new();
    for block in places.chunks(BLOCK) {
        let mut bits = BitWriter::default();
        write_places(block, &mut bits);
        let bytes = bits.finish();
        write_number(bytes.len() as u32, &mut sizes);
        blocks.extend(bytes);
    }
    if places.len() > BLOCK {
        out.extend(sizes);
    }
    out.extend(blocks);
}

/// Appends the places in some documents, with their extents.
pub(super) fn write_places(places: &[(Places, &Extent)], bits: &mut BitWriter) {
    for (places, extent) in places {
        bits.subset(&places.row, 0, extent.row());
        if !places.title.is_empty() {
            bits.gamma(places.title.len() as u32);
            bits.subset(&places.title, 0, extent.title);
        }
    }
}

/// The places in the next document, which has this frequency and extent.
pub(super) fn read_places(
    input: &mut BitReader<'_>,
    frequency: Frequency,
    extent: &Extent,
) -> Result<Places, Malformed> {
    let mut places = Places::default();
    if frequency.body > extent.row() {
        return Err(Malformed("no more places than words"));
    }
    places.row.resize(frequency.body as usize, 0);
    input.subset(&mut places.row, 0, extent.row());
    if frequency.title {
        let count = input.gamma();
        if count > extent.title {
            return Err(Malformed("no more places than words"));
        }
        places.title.resize(count as usize, 0);
        input.subset(&mut places.title, 0, extent.title);
    }
    input.check()?;
    Ok(places)
}

/// The positions of a common stem, read front to back with its postings.
#[derive(Debug)]
pub(super) struct Positions<'a> {
    bytes: &'a [u8],
    /// Where each block begins.
    starts: Vec<usize>,
    input: BitReader<'a>,
    /// How many documents are read.
    done: usize,
}

impl<'a> Positions<'a> {
    /// The positions of a stem that `count` documents have.
    pub fn new(bytes: &'a [u8], count: usize) -> Result<Self, Malformed> {
        let mut starts = vec![0];
        if count > BLOCK {
            starts.clear();
            let mut input = Reader::new(bytes);
            let mut start = 0_usize;
            for _ in 0..count.div_ceil(BLOCK) {
                starts.push(start);
                start = start.saturating_add(input.number()? as usize);
            }
            let head = bytes.len() - input.rest().len();
            for start in &mut starts {
                *start = start.saturating_add(head);
            }
        }
        Ok(Self {
            bytes,
            input: BitReader::new(&[]),
            starts,
            done: 0,
        })
    }

    /// The places in the next document of the postings, which has this frequency and extent.
    pub fn next(&mut self, frequency: Frequency, extent: &Extent) -> Result<Places, Malformed> {
        if self.done.is_multiple_of(BLOCK) {
            let start = self.starts.get(self.done / BLOCK).copied();
            let bytes = start.and_then(|start| self.bytes.get(start..));
            self.input = BitReader::new(bytes.ok_or(Malformed("blocks inside the positions"))?);
        }
        self.done += 1;
        read_places(&mut self.input, frequency, extent)
    }
}
