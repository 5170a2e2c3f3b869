//! What documents can be filtered by: columns of values, conditions on them, and counts.
//!
//! ```text
//! columns = size:u32{10} column{9} dates
//! dates   = list(date) sets
//! ```
//!
//! There is a column for each group of [`Group::ALL`]; `column` and `sets` have their grammar. A
//! size is how many bytes a column takes, little-endian, so that each can be read without the
//! others. Dates stand in order, each once, with the documents that were published then.

mod column;
mod count;
mod filter;
mod group;
mod sets;

pub use column::Column;
pub use count::{FacetGroup, FacetValue, Facets, FilterCost, MonthCount, costs, facets};
pub use filter::{Conditions, Filters, GroupFilter, Standing};
pub use group::Group;

use std::collections::BTreeMap;

use crate::codec::{Malformed, Reader, Stored, Writer};
use crate::date::PartialDate;
use crate::id::DocId;
use crate::pipeline::Collection;
use crate::store::{self, Fault, Section};
use crate::topic;
use column::Draft;
use sets::ByDocument;

const GROUPS: usize = Group::ALL.len();

/// Bytes of the sizes of the columns.
const HEAD: usize = 4 * (GROUPS + 1);

/// The bytes of the columns of a collection.
#[must_use]
pub fn write(collection: &Collection) -> Writer {
    let mut groups: [Draft<'_>; GROUPS] = Default::default();
    let mut add = |group: Group, key, label, documents: &[u32]| {
        if let Some(at) = group.position() {
            groups[at].add(key, label, documents);
        }
    };
    let mut of_entity = vec![Vec::new(); collection.entities.len()];
    let mut of_topic = vec![Vec::new(); collection.topics.len()];
    let mut dates: BTreeMap<PartialDate, Vec<u32>> = BTreeMap::new();
    for (doc, entry) in (0_u32..).zip(&collection.documents) {
        for mention in &entry.mentions {
            let documents: &mut Vec<u32> = &mut of_entity[mention.entity.index()];
            if documents.last() != Some(&doc) {
                documents.push(doc);
            }
        }
        for topic in topic::of_document(&entry.topics).keys() {
            of_topic[topic.index()].push(doc);
        }
        if let Some(publisher) = &entry.document.publisher {
            add(Group::Publisher, publisher, publisher, &[doc]);
        }
        if let Some(published) = &entry.document.published {
            dates.entry(published.date).or_default().push(doc);
        }
    }
    for (topic, documents) in collection.topics.iter().zip(&of_topic) {
        add(Group::Topic, &topic.key, &topic.name, documents);
    }
    for (entity, documents) in collection.entities.iter().zip(&of_entity) {
        add(
            Group::Entity(entity.kind),
            &entity.key,
            &entity.name,
            documents,
        );
    }
    let mut last = Writer::new();
    dates.keys().copied().collect::<Vec<_>>().write(&mut last);
    last.extend(sets::write(dates.values().map(Vec::as_slice)));
    let mut head = Writer::new();
    let mut columns = Writer::new();
    for column in groups.map(Draft::write).into_iter().chain([last]) {
        head.extend((column.len() as u32).to_le_bytes());
        columns.extend(column);
    }
    head.extend(columns);
    head
}

/// The columns of a collection, as far as they were read: there are no values in the others.
#[derive(Debug, Default)]
pub struct Columns {
    groups: [Column; GROUPS],
    /// Of each document.
    dates: Vec<Option<PartialDate>>,
    /// Which were read; the last are the dates.
    read: [bool; GROUPS + 1],
}

impl Columns {
    /// Reads the columns that are needed and were not read yet, from their section of an archive of
    /// so many documents. Whether a group is needed, or with `None` the dates, `needs` says.
    ///
    /// # Errors
    /// Where bytes are damaged or absent.
    pub fn read(
        &mut self,
        section: Section<'_>,
        documents: u32,
        needs: impl Fn(Option<Group>) -> bool,
    ) -> Result<(), Fault> {
        let parts = Group::ALL.into_iter().map(Some).chain([None]).enumerate();
        let needed: Vec<usize> = parts
            .filter(|&(at, part)| !self.read[at] && needs(part))
            .map(|(at, _)| at)
            .collect();
        if needed.is_empty() {
            return Ok(());
        }
        let mut starts = [HEAD; GROUPS + 2];
        let (sizes, _) = section.get(0..HEAD)?.as_chunks::<4>();
        for (at, &size) in sizes.iter().enumerate() {
            let size = u32::from_le_bytes(size) as usize;
            let end = starts[at].checked_add(size);
            starts[at + 1] = end.ok_or(Malformed("columns inside their section"))?;
        }
        if starts[GROUPS + 1] != section.len() {
            return Err(Fault::Malformed("columns that fill their section"));
        }
        let read = needed
            .iter()
            .map(|&at| section.get(starts[at]..starts[at + 1]));
        for (&at, bytes) in needed.iter().zip(store::all(read)?) {
            if let Some(group) = self.groups.get_mut(at) {
                *group = Column::read(bytes, documents)?;
            } else {
                self.dates = read_dates(bytes, documents)?;
            }
            self.read[at] = true;
        }
        Ok(())
    }

    /// The column of each group, in the order of [`Group::ALL`].
    #[must_use]
    pub fn groups(&self) -> &[Column] {
        &self.groups
    }

    /// Year and month in which a document was published.
    fn month(&self, doc: usize) -> Option<(u16, u8)> {
        let date = (*self.dates.get(doc)?)?;
        Some((date.year, date.month?))
    }

    /// When a document was published.
    #[must_use]
    pub fn date(&self, doc: DocId) -> Option<PartialDate> {
        self.dates.get(doc.index()).copied().flatten()
    }
}

/// The date of each document.
fn read_dates(bytes: &[u8], documents: u32) -> Result<Vec<Option<PartialDate>>, Malformed> {
    let mut input = Reader::new(bytes);
    let dates: Vec<PartialDate> = Stored::read(&mut input)?;
    let by_document = ByDocument::read(input.rest(), dates.len(), documents)?;
    let date = |doc: usize| match by_document.of(doc) {
        [] => Ok(None),
        &[date] => Ok(dates.get(date as usize).copied()),
        _ => Err(Malformed("one date for a document")),
    };
    (0..documents as usize).map(date).collect()
}
