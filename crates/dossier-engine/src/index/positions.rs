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

/// The places of a stem in documents, one document after the other.
#[derive(Debug, Default)]
pub(super) struct PlaceList {
    /// Of each document the positions in its row, then those in its title.
    positions: Vec<u32>,
    documents: Vec<InDocument>,
}

/// How many places there are in the row and in the title of a document, and how many words.
#[derive(Clone, Copy, Debug)]
struct InDocument {
    row: u32,
    title: u32,
    rooms: (u32, u32),
}

impl PlaceList {
    /// Forgets all places.
    pub fn clear(&mut self) {
        self.positions.clear();
        self.documents.clear();
    }

    /// Adds those in a document, whose row and title have as many words as `rooms` says.
    pub fn push(&mut self, row: &[u32], title: &[u32], rooms: (u32, u32)) {
        self.positions.extend_from_slice(row);
        self.positions.extend_from_slice(title);
        self.documents.push(InDocument {
            row: row.len() as u32,
            title: title.len() as u32,
            rooms,
        });
    }

    /// Appends the positions of a common stem.
    pub fn write(&self, out: &mut Writer) {
        let mut sizes = Writer::new();
        let mut blocks = Writer::new();
        let mut positions = &self.positions[..];
        for block in self.documents.chunks(BLOCK) {
            let mut bits = BitWriter::default();
            positions = write_places(block, positions, &mut bits);
            let bytes = bits.finish();
            write_number(bytes.len() as u32, &mut sizes);
            blocks.extend(bytes);
        }
        if self.documents.len() > BLOCK {
            out.extend(sizes);
        }
        out.extend(blocks);
    }

    /// Appends the positions of a rare stem.
    pub fn write_rare(&self, bits: &mut BitWriter) {
        write_places(&self.documents, &self.positions, bits);
    }
}

/// Appends the places in some documents, with which `positions` begin; gives those that follow.
fn write_places<'p>(
    documents: &[InDocument],
    mut positions: &'p [u32],
    bits: &mut BitWriter,
) -> &'p [u32] {
    for document in documents {
        let (row, rest) = positions.split_at(document.row as usize);
        let (title, rest) = rest.split_at(document.title as usize);
        positions = rest;
        bits.subset(row, 0, document.rooms.0);
        if !title.is_empty() {
            bits.gamma(document.title);
            bits.subset(title, 0, document.rooms.1);
        }
    }
    positions
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
