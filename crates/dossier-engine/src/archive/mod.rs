//! The archive: a collection and its index in one run of bytes.
//!
//! ```text
//! description = title:text description:text list(Topic) list(Entity)
//! names     = offset{documents + 1} name{documents}
//! name      = id:text title:text
//! columns   = as in `facet`
//! documents = groups of AnalysedDocument, as in `groups`
//! definition = CollectionDefinition, which is read only where documents are added
//! ```
//!
//! How these sections and those of the index lie in the file is told in `layout`. Numbers, texts and
//! lists are as in [`codec`](crate::codec), the values of a collection as in `stored`, the sections
//! of the index as in [`index`]. An offset has 32 bits, little-endian, and counts from the first
//! byte after the offsets.
//!
//! An archive need not be there as a whole: [`Archive::sparse`] opens it from its beginning, and
//! what a question needed and was not there is [`Archive::wanted`].

mod check;
mod definition;
mod groups;
mod layout;
mod pack;
mod stored;
mod table;

pub use layout::{FIRST, OpenError, Section, beginning};

use std::borrow::Cow;
use std::ops::Range;

use crate::codec::{Reader, Stored, Writer, write_text};
use crate::collection::CollectionDefinition;
use crate::facet::{self, Columns, Group};
use crate::id::DocId;
use crate::index::{self, Index};
use crate::pipeline::{AnalysedDocument, Collection};
use crate::store::{self, Fault, Store};
use crate::work::{OneByOne, Workers};
use groups::Groups;
use layout::{SECTIONS, Table, assemble};

/// The archive of a collection: the same bytes for the same collection, on every platform.
#[must_use]
pub fn write(collection: &Collection) -> Vec<u8> {
    let mut index = index::Builder::new();
    for entry in &collection.documents {
        index.add(&entry.document);
    }
    write_with(collection, vec![index], &OneByOne)
}

/// The archive of a collection whose documents are indexed already, in parts one after the other.
/// Its texts are compressed by several workers; the bytes are the same.
#[must_use]
pub fn write_with(
    collection: &Collection,
    parts: Vec<index::Builder>,
    workers: &dyn Workers,
) -> Vec<u8> {
    // What the parts hold is let go before the documents are written.
    let index = index::finish(&language(collection), &parts);
    drop(parts);
    let mut description = Writer::new();
    collection.title.write(&mut description);
    collection.description.write(&mut description);
    collection.topics.write(&mut description);
    collection.entities.write(&mut description);
    let names = table::write(&collection.documents, |entry, out| {
        write_text(&entry.document.name, out);
        write_text(&entry.document.title, out);
    });
    let documents = groups::write(&collection.documents, workers, Stored::write);
    let mut definition = Writer::new();
    collection.definition.write(&mut definition);
    assemble([
        index.head,
        description,
        index.entries,
        index.lengths,
        index.postings,
        index.signatures,
        names,
        facet::write(collection),
        index.extents,
        index.positions,
        documents,
        definition,
    ])
}

/// The language of most documents, the first in order where several are.
fn language(collection: &Collection) -> String {
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
    /// Where the pages begin in the archive.
    start: usize,
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
        let table = Table::read(&bytes, bytes.len() as u64)?;
        let store = Store::whole(bytes, table.start, table.checksums);
        Self::new(table.start, store, &table.lengths)
    }

    /// Opens an archive of `size` bytes of which only the first are there: as many as [`beginning`]
    /// says, or more.
    ///
    /// # Errors
    /// As [`Archive::open`], and where more bytes are needed.
    pub fn sparse(first: &[u8], size: u64) -> Result<Self, OpenError> {
        let table = Table::read(first, size)?;
        let length = table.lengths.iter().map(|&length| length as usize).sum();
        let mut store = Store::absent(length, table.checksums);
        store.provide(0, &first[table.start..]);
        Self::new(table.start, store, &table.lengths)
    }

    fn new(start: usize, store: Store, lengths: &[u32; SECTIONS.len()]) -> Result<Self, OpenError> {
        let mut end = 0;
        let sections = lengths.map(|length| {
            let start = end;
            end += length as usize;
            start..end
        });
        let words = index::Head::read(&index_sections(&store, &sections));
        let words = words.map_err(|fault| opening(fault, Section::Words))?;
        Ok(Self {
            start,
            store,
            sections,
            words,
        })
    }

    /// What was asked for since the last call and is not there, as ranges of the archive's bytes.
    /// Whoever brings them and asks again gets on, until nothing is missing.
    #[must_use]
    pub fn wanted(&self) -> Vec<Range<u64>> {
        let start = self.start as u64;
        let ranges = self.store.wanted().into_iter();
        let ranges = ranges.map(|range| start + range.start as u64..start + range.end as u64);
        ranges.collect()
    }

    /// Brings bytes of the archive from byte `start` on. Any will do; pages that come as a whole
    /// count.
    pub fn provide(&mut self, start: u64, bytes: &[u8]) {
        let before = (self.start as u64).saturating_sub(start) as usize;
        let Some(bytes) = bytes.get(before..) else {
            return;
        };
        if let Ok(start) = usize::try_from(start.saturating_sub(self.start as u64)) {
            self.store.provide(start, bytes);
        }
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

    /// Reads those columns that are needed and were not read yet; see [`Columns::read`].
    ///
    /// # Errors
    /// Where they are damaged or absent.
    pub fn columns(
        &self,
        columns: &mut Columns,
        needs: impl Fn(Option<Group>) -> bool,
    ) -> Result<(), Fault> {
        columns.read(self.section(Section::Columns), self.documents(), needs)
    }

    /// All columns.
    ///
    /// # Errors
    /// Where they are damaged or absent.
    pub fn all_columns(&self) -> Result<Columns, OpenError> {
        let mut columns = Columns::default();
        let read = self.columns(&mut columns, |_| true);
        read.map_err(|fault| opening(fault, Section::Columns))?;
        Ok(columns)
    }

    /// A document.
    ///
    /// # Errors
    /// Where it is damaged or there is no such document.
    pub fn document(&self, doc: DocId) -> Result<AnalysedDocument, Fault> {
        let groups = Groups::read(self.section(Section::Documents), self.documents())?;
        let (group, number) = groups.of(doc.0)?;
        let bytes = group.values().nth(number).unwrap_or_default();
        read_document(bytes)
    }

    /// The whole collection but for its definition, after every page has been checked, and that
    /// what it holds fits together.
    ///
    /// # Errors
    /// Says what is wrong with it.
    pub fn collection(&self) -> Result<Collection, OpenError> {
        self.check()?;
        let mut collection = self.description()?;
        let documents = self.each_document(|document| collection.documents.push(document));
        documents.map_err(|fault| opening(fault, Section::Documents))?;
        check::documents(&collection).map_err(|fault| opening(fault.into(), Section::Documents))?;
        Ok(collection)
    }

    fn each_document(&self, mut take: impl FnMut(AnalysedDocument)) -> Result<(), Fault> {
        let groups = Groups::read(self.section(Section::Documents), self.documents())?;
        for group in 0..groups.len() {
            for bytes in groups.unpack(group)?.values() {
                take(read_document(bytes)?);
            }
        }
        Ok(())
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
        let check = |section| {
            let bytes = self.section(section).all();
            bytes.map(|_| ()).map_err(|fault| opening(fault, section))
        };
        store::all(SECTIONS.into_iter().map(check)).map(|_| ())
    }

    fn section(&self, section: Section) -> store::Section<'_> {
        let at = SECTIONS.iter().position(|&other| other == section);
        let range = at.map_or(0..0, |at| self.sections[at].clone());
        store::Section::new(&self.store, range)
    }
}

fn read_document(bytes: &[u8]) -> Result<AnalysedDocument, Fault> {
    let mut input = Reader::new(bytes);
    let document = AnalysedDocument::read(&mut input)?;
    if input.is_done() {
        Ok(document)
    } else {
        Err(Fault::Malformed("nothing after a document"))
    }
}

fn index_sections<'a>(
    store: &'a Store,
    sections: &[Range<usize>; SECTIONS.len()],
) -> index::Sections<store::Section<'a>> {
    let [
        head,
        _,
        entries,
        lengths,
        postings,
        signatures,
        _,
        _,
        extents,
        positions,
        _,
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

fn opening(fault: Fault, section: Section) -> OpenError {
    match fault {
        Fault::Damaged => OpenError::Checksum { section },
        Fault::Malformed(expected) => OpenError::Malformed { section, expected },
        Fault::Missing => OpenError::Missing,
    }
}
