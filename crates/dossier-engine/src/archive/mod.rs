//! The archive: a collection and its index in one run of bytes.
//!
//! ```text
//! archive   = "\x89DOSSIER" version:byte length{sections} checksum{pages} checksum section{..}
//! version   = 3
//! sections  = description names documents, the seven of the index, definition
//! description = title:text description:text list(Topic) list(Entity)
//! names     = offset{documents + 1} name{documents}
//! name      = id:text title:text
//! documents = offset{documents + 1} AnalysedDocument{documents}
//! definition = CollectionDefinition, which is read only where documents are added
//! ```
//!
//! Fixed integers — lengths, offsets, checksums — have 32 bits and are little-endian; numbers,
//! texts and lists are as in [`codec`](crate::codec), the values of a collection as in `stored`, the
//! sections of the index as in [`index`]. An offset counts from the first byte after
//! the offsets. A page is 16,384 bytes of the sections, the last what is left; checksums are
//! CRC-32. The checksum after those of the pages is that of all bytes before it. Nothing follows
//! the last section.

mod check;
mod definition;
mod stored;
mod table;

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use crate::codec::{Reader, Stored, Writer, write_text};
use crate::collection::CollectionDefinition;
use crate::id::DocId;
use crate::index::{self, Index};
use crate::pipeline::{AnalysedDocument, Collection};
use crate::store::{self, Fault, PAGE, Store, crc32};

const MAGIC: [u8; 8] = *b"\x89DOSSIER";
const VERSION: u8 = 3;
const SECTIONS: [Section; 11] = [
    Section::Description,
    Section::Names,
    Section::Documents,
    Section::Words,
    Section::Entries,
    Section::Lengths,
    Section::Postings,
    Section::Signatures,
    Section::Extents,
    Section::Positions,
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

/// The archive of a collection: the same bytes for the same collection, on every platform.
#[must_use]
pub fn write(collection: &Collection) -> Vec<u8> {
    let mut index = index::Builder::new(&language(collection));
    for entry in &collection.documents {
        index.add(&entry.document);
    }
    write_with(collection, &[index])
}

/// The archive of a collection whose documents are indexed already, in parts one after the other.
#[must_use]
pub fn write_with(collection: &Collection, parts: &[index::Builder]) -> Vec<u8> {
    let mut description = Writer::new();
    collection.title.write(&mut description);
    collection.description.write(&mut description);
    collection.topics.write(&mut description);
    collection.entities.write(&mut description);
    let names = table::write(&collection.documents, |entry, out| {
        write_text(&entry.document.name, out);
        write_text(&entry.document.title, out);
    });
    let documents = table::write(&collection.documents, Stored::write);
    let mut definition = Writer::new();
    collection.definition.write(&mut definition);
    let index = index::finish(&language(collection), parts);
    assemble([
        &description,
        &names,
        &documents,
        &index.head,
        &index.entries,
        &index.lengths,
        &index.postings,
        &index.signatures,
        &index.extents,
        &index.positions,
        &definition,
    ])
}

fn assemble(sections: [&Writer; SECTIONS.len()]) -> Vec<u8> {
    let body = sections.map(Vec::as_slice).concat();
    let mut archive = Writer::from(MAGIC);
    archive.push(VERSION);
    for section in sections {
        archive.extend((section.len() as u32).to_le_bytes());
    }
    for checksum in store::checksums(&body) {
        archive.extend(checksum.to_le_bytes());
    }
    archive.extend(crc32(&archive).to_le_bytes());
    archive.extend(body);
    archive
}

/// The language of most documents, the first in order where several are.
#[must_use]
pub fn language(collection: &Collection) -> String {
    let mut counts = std::collections::BTreeMap::new();
    for entry in &collection.documents {
        *counts.entry(entry.document.language.as_str()).or_insert(0) += 1;
    }
    let most = counts.values().max();
    let main = counts.iter().find(|&(_, count)| Some(count) == most);
    main.map_or("en", |(language, _)| language).into()
}

/// An opened archive, of which nothing but the tables has been read.
#[derive(Debug)]
pub struct Archive {
    store: Store,
    sections: [Range<usize>; SECTIONS.len()],
    words: index::Head,
}

impl Archive {
    /// Opens an archive. Only its tables are read; the rest is checked page by page when it is.
    ///
    /// # Errors
    /// Says what is wrong where the bytes have no table of a version that is known, or not as many
    /// bytes as it says.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, OpenError> {
        let bytes = bytes.into();
        let (start, lengths, checksums) = table_of(&bytes)?;
        let mut end = 0;
        let sections = lengths.map(|length| {
            let start = end;
            end += length as usize;
            start..end
        });
        let store = Store::whole(bytes, start, checksums);
        let words = index::Head::read(&index_sections(&store, &sections));
        let words = words.map_err(|fault| opening(fault, Section::Words))?;
        Ok(Self {
            store,
            sections,
            words,
        })
    }

    /// The index.
    #[must_use]
    pub fn index(&self) -> Index<'_> {
        Index::new(&self.words, index_sections(&self.store, &self.sections))
    }

    /// How many documents there are.
    #[must_use]
    pub fn documents(&self) -> u32 {
        self.words.documents()
    }

    /// Id and title of a document.
    ///
    /// # Errors
    /// Where they are damaged or there is no such document.
    pub fn name(&self, doc: DocId) -> Result<(&str, &str), Fault> {
        let bytes = table::entry(self.section(Section::Names), self.documents(), doc.0)?;
        let mut input = Reader::new(bytes);
        Ok((input.text()?, input.text()?))
    }

    /// A document.
    ///
    /// # Errors
    /// Where it is damaged or there is no such document.
    pub fn document(&self, doc: DocId) -> Result<AnalysedDocument, Fault> {
        let bytes = table::entry(self.section(Section::Documents), self.documents(), doc.0)?;
        let mut input = Reader::new(bytes);
        let document = AnalysedDocument::read(&mut input)?;
        if input.is_done() {
            Ok(document)
        } else {
            Err(Fault::Malformed("nothing after a document"))
        }
    }

    /// The whole collection but for its definition, after every page has been checked, and that
    /// what it holds fits together.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn collection(&self) -> Result<Collection, OpenError> {
        self.check()?;
        let mut collection = self.description()?;
        for doc in 0..self.documents() {
            let document = self.document(DocId(doc));
            let document = document.map_err(|fault| opening(fault, Section::Documents))?;
            collection.documents.push(document);
        }
        check::documents(&collection).map_err(|fault| opening(fault.into(), Section::Documents))?;
        Ok(collection)
    }

    /// The collection without its documents.
    fn description(&self) -> Result<Collection, OpenError> {
        let read = || {
            let mut input = Reader::new(self.section(Section::Description).all()?);
            let collection = Collection {
                title: String::read(&mut input)?,
                description: String::read(&mut input)?,
                topics: Stored::read(&mut input)?,
                entities: Stored::read(&mut input)?,
                ..Collection::default()
            };
            check::head(&collection)?;
            if input.is_done() {
                Ok(collection)
            } else {
                Err(Fault::Malformed("nothing after its end"))
            }
        };
        read().map_err(|fault| opening(fault, Section::Description))
    }

    /// What the collection is defined by.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn definition(&self) -> Result<CollectionDefinition, OpenError> {
        let read = || {
            let mut input = Reader::new(self.section(Section::Definition).all()?);
            let definition = CollectionDefinition::read(&mut input)?;
            if input.is_done() {
                Ok(definition)
            } else {
                Err(Fault::Malformed("nothing after its end"))
            }
        };
        read().map_err(|fault| opening(fault, Section::Definition))
    }

    /// Checks every page.
    ///
    /// # Errors
    /// Names the first section that is damaged.
    pub fn check(&self) -> Result<(), OpenError> {
        SECTIONS.into_iter().try_for_each(|section| {
            let bytes = self.section(section).all();
            bytes.map_err(|fault| opening(fault, section))?;
            Ok(())
        })
    }

    fn section(&self, section: Section) -> store::Section<'_> {
        let at = SECTIONS.iter().position(|&other| other == section);
        let range = at.map_or(0..0, |at| self.sections[at].clone());
        store::Section::new(&self.store, range)
    }
}

fn index_sections<'a>(
    store: &'a Store,
    sections: &[Range<usize>; SECTIONS.len()],
) -> index::Sections<store::Section<'a>> {
    let [
        _,
        _,
        _,
        head,
        entries,
        lengths,
        postings,
        signatures,
        extents,
        positions,
        _,
    ] = sections
        .clone()
        .map(|range| store::Section::new(store, range));
    index::Sections {
        head,
        entries,
        lengths,
        postings,
        signatures,
        extents,
        positions,
    }
}

/// Where the sections begin, their lengths, and the checksums of their pages.
fn table_of(bytes: &[u8]) -> Result<(usize, [u32; SECTIONS.len()], Vec<u32>), OpenError> {
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
    let Some(fixed) = bytes.get(MAGIC.len() + 1..FIXED) else {
        return Err(cut_off(FIXED as u64));
    };
    let integers = |bytes: &[u8]| -> Vec<u32> {
        let (integers, _) = bytes.as_chunks::<4>();
        integers
            .iter()
            .map(|&bytes| u32::from_le_bytes(bytes))
            .collect()
    };
    let mut lengths = [0; SECTIONS.len()];
    lengths.copy_from_slice(&integers(fixed));
    let total: u64 = lengths.iter().map(|&length| u64::from(length)).sum();
    let pages = total.div_ceil(PAGE as u64);
    let header = FIXED as u64 + pages * 4 + 4;
    let Some(table) = usize::try_from(header)
        .ok()
        .and_then(|end| bytes.get(FIXED..end))
    else {
        return Err(cut_off(header + total));
    };
    let mut checksums = integers(table);
    let signed = FIXED + table.len() - 4;
    if checksums.pop() != Some(crc32(&bytes[..signed])) {
        return Err(OpenError::Checksum {
            section: Section::Table,
        });
    }
    match (bytes.len() as u64).cmp(&(header + total)) {
        std::cmp::Ordering::Less => Err(cut_off(header + total)),
        std::cmp::Ordering::Equal => Ok((signed + 4, lengths, checksums)),
        std::cmp::Ordering::Greater => Err(OpenError::TrailingBytes),
    }
}

fn opening(fault: Fault, section: Section) -> OpenError {
    match fault {
        Fault::Damaged => OpenError::Checksum { section },
        Fault::Malformed(expected) => OpenError::Malformed { section, expected },
        Fault::Missing => OpenError::Missing,
    }
}
