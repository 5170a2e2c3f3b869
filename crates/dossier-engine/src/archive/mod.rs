//! The archive: one file that holds a collection and its index.
//!
//! ```text
//! archive = magic version table section*
//! magic   = 89 44 4F 53 53 49 45 52        the byte 89, then DOSSIER
//! version = 01
//! table   = entry{4} crc:u32               the checksum of magic, version and entries
//! entry   = length:u32 crc:u32             in the order of the sections
//! section = head | documents | words | postings
//! head      = title:text description:text list(Topic) list(Entity)
//! documents = list(AnalysedDocument)
//! ```
//!
//! Fixed integers are little-endian, checksums are CRC-32; numbers, texts and lists are as in
//! [`codec`](crate::codec), the values of a collection as in `stored`, words and postings as in
//! [`index`](crate::index). Nothing follows the last section.

mod check;
mod checksum;
mod stored;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::codec::{Malformed, Reader, Stored, Writer};
use crate::index::Index;
use crate::pipeline::{AnalysedDocument, Collection};
use checksum::crc32;

const MAGIC: [u8; 8] = *b"\x89DOSSIER";
const VERSION: u8 = 1;
const SECTIONS: [Section; 4] = [
    Section::Head,
    Section::Documents,
    Section::Words,
    Section::Postings,
];
/// Magic, version, entries, checksum.
const HEADER: usize = MAGIC.len() + 1 + SECTIONS.len() * 8 + 4;

/// A part of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Lengths and checksums of the others.
    Table,
    /// Title, description, topics and entities.
    Head,
    /// Documents with their mentions, topics and relations.
    Documents,
    /// The index's words and the lengths of texts.
    Words,
    /// Where the words stand.
    Postings,
}

impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Table => "table of sections",
            Self::Head => "description of the collection",
            Self::Documents => "documents",
            Self::Words => "index of words",
            Self::Postings => "positions of words",
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
    /// The bytes of a section are not those that were written.
    #[error("the archive is damaged: the checksum of its {section} does not fit")]
    Checksum {
        /// Which section.
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
}

/// The archive of a collection: the same bytes for the same collection, on every platform.
#[must_use]
pub fn write(collection: &Collection) -> Vec<u8> {
    let mut head = Writer::new();
    collection.title.write(&mut head);
    collection.description.write(&mut head);
    collection.topics.write(&mut head);
    collection.entities.write(&mut head);

    let mut documents = Writer::new();
    collection.documents.write(&mut documents);

    let index = Index::build(collection.documents.iter().map(|entry| &entry.document));
    let mut words = Writer::new();
    index.write_words(&mut words);

    let sections: [&[u8]; SECTIONS.len()] = [&head, &documents, &words, index.postings()];
    let mut archive = Writer::from(MAGIC);
    archive.push(VERSION);
    for section in sections {
        archive.extend((section.len() as u32).to_le_bytes());
        archive.extend(crc32(section).to_le_bytes());
    }
    archive.extend(crc32(&archive).to_le_bytes());
    for section in sections {
        archive.extend_from_slice(section);
    }
    archive
}

/// Reads an archive, all of it, and checks that what it holds fits together.
pub(crate) fn read(bytes: Cow<'static, [u8]>) -> Result<(Collection, Index), OpenError> {
    let ranges = sections(&bytes)?;
    let [head, documents, words, postings] = ranges;
    let (topics, entities, title, description) = section(&bytes[head], Section::Head, |input| {
        let title = String::read(input)?;
        let description = String::read(input)?;
        Ok((
            Stored::read(input)?,
            Stored::read(input)?,
            title,
            description,
        ))
    })?;
    let documents: Vec<AnalysedDocument> =
        section(&bytes[documents], Section::Documents, Stored::read)?;
    let collection = Collection {
        title,
        description,
        topics,
        entities,
        documents,
    };
    check::head(&collection).map_err(malformed(Section::Head))?;
    check::documents(&collection).map_err(malformed(Section::Documents))?;

    let postings = match &bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[postings]),
        Cow::Owned(bytes) => Cow::Owned(bytes[postings].to_vec()),
    };
    let index = section(&bytes[words], Section::Words, |input| {
        Index::read(input, postings)
    })?;
    let texts: Vec<_> = collection
        .documents
        .iter()
        .map(|entry| &entry.document)
        .collect();
    index
        .check_words(&texts)
        .map_err(malformed(Section::Words))?;
    index
        .check_postings(&texts)
        .map_err(malformed(Section::Postings))?;
    Ok((collection, index))
}

/// Where the sections stand, their lengths and checksums checked.
fn sections(bytes: &[u8]) -> Result<[Range<usize>; SECTIONS.len()], OpenError> {
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
        length: bytes.len() as u64,
        expected,
    };
    if bytes.len() < HEADER {
        return Err(cut_off(HEADER as u64));
    }
    let number = |at: usize| {
        let bytes = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
        u32::from_le_bytes(bytes)
    };
    if number(HEADER - 4) != crc32(&bytes[..HEADER - 4]) {
        return Err(OpenError::Checksum {
            section: Section::Table,
        });
    }
    let entry = |position: usize| MAGIC.len() + 1 + 8 * position;
    let lengths: [u32; SECTIONS.len()] = std::array::from_fn(|position| number(entry(position)));
    let expected = HEADER as u64 + lengths.iter().map(|&length| u64::from(length)).sum::<u64>();
    match (bytes.len() as u64).cmp(&expected) {
        std::cmp::Ordering::Less => return Err(cut_off(expected)),
        std::cmp::Ordering::Equal => {}
        std::cmp::Ordering::Greater => return Err(OpenError::TrailingBytes),
    }
    let mut end = HEADER;
    let ranges = lengths.map(|length| {
        let start = end;
        end += length as usize;
        start..end
    });
    for (position, section) in SECTIONS.into_iter().enumerate() {
        if number(entry(position) + 4) != crc32(&bytes[ranges[position].clone()]) {
            return Err(OpenError::Checksum { section });
        }
    }
    Ok(ranges)
}

/// Reads a section to its end.
fn section<T>(
    bytes: &[u8],
    section: Section,
    read: impl FnOnce(&mut Reader<'_>) -> Result<T, Malformed>,
) -> Result<T, OpenError> {
    let mut input = Reader::new(bytes);
    let value = read(&mut input).map_err(malformed(section))?;
    if input.is_done() {
        Ok(value)
    } else {
        Err(malformed(section)(Malformed("nothing after its end")))
    }
}

fn malformed(section: Section) -> impl Fn(Malformed) -> OpenError {
    move |Malformed(expected)| OpenError::Malformed { section, expected }
}
