//! How the sections of an archive lie in its file, with what tells whether they are whole.
//!
//! ```text
//! archive   = "\x89DOSSIER" version:byte length{sections} checksum{pages} checksum section{..}
//! version   = 9
//! sections  = words description entries lengths postings signatures
//!             names columns extents positions documents definition
//! ```
//!
//! Lengths and checksums have 32 bits and are little-endian. A page is 16,384 bytes of the sections,
//! the last what is left; checksums are CRC-32. The checksum after those of the pages is that of all
//! bytes before it. Nothing follows the last section. What opening needs comes first, what only
//! shows a document last.

use std::fmt;

use crate::codec::Writer;
use crate::store::{self, PAGE, crc32};

const MAGIC: [u8; 8] = *b"\x89DOSSIER";
const VERSION: u8 = 9;
pub(super) const SECTIONS: [Section; 12] = [
    Section::Words,
    Section::Description,
    Section::Entries,
    Section::Lengths,
    Section::Postings,
    Section::Signatures,
    Section::Names,
    Section::Columns,
    Section::Extents,
    Section::Positions,
    Section::Documents,
    Section::Definition,
];
/// Magic, version, lengths.
const FIXED: usize = MAGIC.len() + 1 + SECTIONS.len() * 4;

/// A part of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Lengths of the sections and checksums of their pages.
    Table,
    /// Title, description, topics and entities of the collection.
    Description,
    /// Id and title of each document.
    Names,
    /// What documents can be filtered by.
    Columns,
    /// Documents with their mentions, topics and relations.
    Documents,
    /// What finds a word among the entries of the index.
    Words,
    /// The words of the index.
    Entries,
    /// The lengths of texts, as ranking reads them.
    Lengths,
    /// Which documents have each word, and how often.
    Postings,
    /// The words that say most of each document.
    Signatures,
    /// How many words each block of each document has.
    Extents,
    /// Where the words stand.
    Positions,
    /// What the collection is defined by: topics with their cues, curated entities.
    Definition,
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "table of sections",
            Self::Description => "description of the collection",
            Self::Names => "names of documents",
            Self::Columns => "columns of values",
            Self::Documents => "documents",
            Self::Words => "table of words",
            Self::Entries => "dictionary",
            Self::Lengths => "lengths of texts",
            Self::Postings => "lists of documents by word",
            Self::Signatures => "signatures of documents",
            Self::Extents => "lengths of paragraphs",
            Self::Positions => "positions of words",
            Self::Definition => "definition of the collection",
        })
    }
}

/// Why bytes cannot be opened as an archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The bytes do not begin as an archive does.
    #[error("this is not a Dossier archive")]
    NotAnArchive,
    /// The archive was written in a format that this version does not read.
    #[error("the archive has format {version}, which this version of Dossier does not read")]
    UnknownVersion {
        /// The version that it states.
        version: u8,
    },
    /// The archive ends before it should.
    #[error("the archive is cut off: it has {length} of {expected} bytes")]
    Truncated {
        /// How many bytes there are.
        length: u64,
        /// How many there should be, as far as is known.
        expected: u64,
    },
    /// More bytes follow where the archive should end.
    #[error("the archive is followed by bytes that do not belong to it")]
    TrailingBytes,
    /// Bytes are not those that were written.
    #[error("the archive is damaged: a checksum of its {section} does not fit")]
    Checksum {
        /// Which section was being read; a page may have bytes of its neighbours too.
        section: Section,
    },
    /// A section does not follow the grammar.
    #[error("the archive is malformed: its {section} should have {expected}")]
    Malformed {
        /// Which section.
        section: Section,
        /// What should be there, as a noun phrase.
        expected: &'static str,
    },
    /// Bytes that are needed are not there.
    #[error("a part of the archive is not there")]
    Missing,
}

/// How many bytes say how many are needed for opening: magic, version, lengths.
pub const FIRST: usize = FIXED;

/// The archive of some sections, each of which is let go when it is in its place.
pub(super) fn assemble(sections: [Writer; SECTIONS.len()]) -> Vec<u8> {
    let body: usize = sections.iter().map(Vec::len).sum();
    let table = FIXED + (body.div_ceil(PAGE) + 1) * 4;
    let mut archive = Writer::with_capacity(table + body);
    archive.extend(MAGIC);
    archive.push(VERSION);
    for section in &sections {
        archive.extend((section.len() as u32).to_le_bytes());
    }
    archive.resize(table, 0);
    for section in sections {
        archive.extend_from_slice(&section);
    }
    let checksums = store::checksums(&archive[table..]).into_iter();
    let checksums: Writer = checksums.flat_map(u32::to_le_bytes).collect();
    let checked = FIXED + checksums.len();
    archive[FIXED..checked].copy_from_slice(&checksums);
    let checksum = crc32(&archive[..checked]).to_le_bytes();
    archive[checked..table].copy_from_slice(&checksum);
    archive
}

/// How many bytes from the start on an archive of `size` bytes is opened from: its table, and the
/// pages with the section of words. `first` are its [`FIRST`] bytes, or more.
///
/// # Errors
/// Where the bytes do not begin as an archive does, or there are too few.
pub fn beginning(first: &[u8], size: u64) -> Result<u64, OpenError> {
    let (lengths, table) = lengths_of(first, size)?;
    let pages = u64::from(lengths[0]).div_ceil(PAGE as u64);
    let end = table as u64 + pages * PAGE as u64;
    Ok(end.min(table as u64 + total(&lengths)))
}

/// What an archive begins with.
pub(super) struct Table {
    /// Where the sections begin.
    pub start: usize,
    pub lengths: [u32; SECTIONS.len()],
    /// Of each page.
    pub checksums: Vec<u32>,
}

impl Table {
    /// Reads the table of an archive of `size` bytes from the first of them.
    pub fn read(bytes: &[u8], size: u64) -> Result<Self, OpenError> {
        let (lengths, start) = lengths_of(bytes, size)?;
        let total = start as u64 + total(&lengths);
        let Some(table) = bytes.get(FIXED..start) else {
            return Err(OpenError::Truncated {
                length: size.min(bytes.len() as u64),
                expected: total,
            });
        };
        let mut checksums = integers(table);
        if checksums.pop() != Some(crc32(&bytes[..start - 4])) {
            return Err(OpenError::Checksum {
                section: Section::Table,
            });
        }
        match size.cmp(&total) {
            std::cmp::Ordering::Less => Err(OpenError::Truncated {
                length: size,
                expected: total,
            }),
            std::cmp::Ordering::Equal => Ok(Self {
                start,
                lengths,
                checksums,
            }),
            std::cmp::Ordering::Greater => Err(OpenError::TrailingBytes),
        }
    }
}

/// The lengths of the sections, and where they begin.
fn lengths_of(bytes: &[u8], size: u64) -> Result<([u32; SECTIONS.len()], usize), OpenError> {
    let start = &bytes[..bytes.len().min(MAGIC.len())];
    if start.is_empty() || !MAGIC.starts_with(start) {
        return Err(OpenError::NotAnArchive);
    }
    if let Some(&version) = bytes.get(MAGIC.len())
        && version != VERSION
    {
        return Err(OpenError::UnknownVersion { version });
    }
    let cut_off = |expected: u64| OpenError::Truncated {
        length: size,
        expected,
    };
    let Some(fixed) = bytes.get(MAGIC.len() + 1..FIXED) else {
        return Err(cut_off(FIXED as u64));
    };
    let mut lengths = [0; SECTIONS.len()];
    lengths.copy_from_slice(&integers(fixed));
    let total = total(&lengths);
    let table = FIXED as u64 + total.div_ceil(PAGE as u64) * 4 + 4;
    let table = usize::try_from(table).map_err(|_| cut_off(table + total))?;
    Ok((lengths, table))
}

fn total(lengths: &[u32]) -> u64 {
    lengths.iter().map(|&length| u64::from(length)).sum()
}

fn integers(bytes: &[u8]) -> Vec<u32> {
    let (integers, _) = bytes.as_chunks::<4>();
    let integers = integers.iter();
    integers.map(|&bytes| u32::from_le_bytes(bytes)).collect()
}
