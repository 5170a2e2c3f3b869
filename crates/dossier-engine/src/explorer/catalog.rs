//! What is worked out once when an archive is opened: who is mentioned where, and which values
//! each document has to be filtered by.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Group;
use crate::date::PartialDate;
use crate::entity::EntityKind;
use crate::id::{DocId, EntityId, TopicId};
use crate::order;
use crate::pipeline::{AnalysedDocument, Collection};
use crate::span::Span;
use crate::topic::of_document;

/// Tables over a collection.
#[derive(Debug)]
pub(super) struct Catalog {
    /// The values of each group, in the order of [`Group::ALL`].
    pub groups: Vec<Values>,
    /// For each entity, its mentions as document and position in the document's list, in order.
    pub mentions: Vec<Vec<(DocId, u32)>>,
    /// For each document the entities mentioned in it, in order, with how often.
    pub entities: Vec<Vec<(EntityId, u32)>>,
    /// When each document was published.
    pub dates: Vec<Option<PartialDate>>,
    /// The entities by name.
    pub by_name: Vec<EntityId>,
    /// In how many documents each entity is mentioned.
    pub document_counts: Vec<u32>,
    /// The searched line of metadata of each document.
    pub bylines: Vec<String>,
    /// The passages of each document.
    pub passages: Vec<Vec<Span>>,
    /// The strength of each topic that a document has.
    pub topics: Vec<BTreeMap<TopicId, f32>>,
}

/// The values of a group.
#[derive(Debug, Default)]
pub(super) struct Values {
    /// Key and label of each value, by key.
    pub names: Vec<(Arc<str>, Arc<str>)>,
    /// Positions in `names`, by label.
    pub by_label: Vec<u32>,
    /// The values of each document, as positions in `names`, in order.
    pub of_document: Vec<Vec<u32>>,
}

impl Values {
    /// The position of the value with this key.
    pub fn find(&self, key: &str) -> Option<u32> {
        let found = self.names.binary_search_by(|(other, _)| (**other).cmp(key));
        found.ok().map(|at| at as u32)
    }
}

impl Catalog {
    pub fn new(collection: &Collection) -> Self {
        let mut mentions: Vec<Vec<(DocId, u32)>> = vec![Vec::new(); collection.entities.len()];
        for (doc, entry) in documents(collection) {
            for (at, mention) in (0..).zip(&entry.mentions) {
                mentions[mention.entity.index()].push((doc, at));
            }
        }
        let mut entities = vec![Vec::new(); collection.documents.len()];
        let mut document_counts = vec![0; collection.entities.len()];
        for (entity, places) in (0..).map(EntityId).zip(&mentions) {
            for own in places.chunk_by(|a, b| a.0 == b.0) {
                entities[own[0].0.index()].push((entity, own.len() as u32));
                document_counts[entity.index()] += 1;
            }
        }
        let topics: Vec<_> = collection
            .documents
            .iter()
            .map(|entry| of_document(&entry.topics))
            .collect();
        Self {
            groups: Group::ALL
                .into_iter()
                .map(|group| values(collection, &topics, group))
                .collect(),
            document_counts,
            by_name: by_name(collection),
            mentions,
            entities,
            dates: collection.documents.iter().map(date).collect(),
            bylines: collection
                .documents
                .iter()
                .map(|entry| entry.document.byline())
                .collect(),
            passages: collection
                .documents
                .iter()
                .map(|entry| entry.document.passages().map(|block| block.span).collect())
                .collect(),
            topics,
        }
    }

    /// The number of the passage that holds the byte `at` of a document's text.
    pub fn passage_at(&self, doc: DocId, at: u32) -> Option<usize> {
        let passages = self.passages.get(doc.index())?;
        let number = passages.partition_point(|passage| passage.end <= at);
        passages.get(number).filter(|passage| passage.start <= at)?;
        Some(number)
    }

    /// Year and month in which a document was published.
    pub fn month(&self, doc: usize) -> Option<(u16, u8)> {
        let date = (*self.dates.get(doc)?)?;
        Some((date.year, date.month?))
    }

    /// The mentions of an entity, document by document.
    pub fn mentions_of(&self, entity: EntityId) -> &[(DocId, u32)] {
        self.mentions.get(entity.index()).map_or(&[], Vec::as_slice)
    }
}

/// The documents of a collection with their numbers.
pub(super) fn documents(
    collection: &Collection,
) -> impl Iterator<Item = (DocId, &AnalysedDocument)> {
    (0..).map(DocId).zip(&collection.documents)
}

fn by_name(collection: &Collection) -> Vec<EntityId> {
    let entities = (0..).map(EntityId).zip(&collection.entities);
    let mut entities: Vec<(EntityId, &str)> = entities
        .map(|(id, entity)| (id, entity.name.as_str()))
        .collect();
    order::sort_by_key(&mut entities, |&(_, name)| name);
    entities.into_iter().map(|(id, _)| id).collect()
}

fn date(entry: &AnalysedDocument) -> Option<PartialDate> {
    let published = entry.document.published.as_ref()?;
    Some(published.date)
}

/// The values of a group that any document has.
fn values(collection: &Collection, topics: &[BTreeMap<TopicId, f32>], group: Group) -> Values {
    let of_document: Vec<BTreeMap<&str, &str>> = collection
        .documents
        .iter()
        .zip(topics)
        .map(|(entry, topics)| names(collection, entry, topics, group))
        .collect();
    let mut all: BTreeMap<&str, &str> = BTreeMap::new();
    for names in &of_document {
        all.extend(names);
    }
    let mut position = BTreeMap::new();
    position.extend(all.keys().copied().zip(0..));
    let of_document = of_document
        .iter()
        .map(|names| names.keys().map(|key| position[key]).collect());
    let mut by_label: Vec<(u32, &str)> = (0..).zip(all.values().copied()).collect();
    order::sort_by_key(&mut by_label, |&(_, label)| label);
    Values {
        of_document: of_document.collect(),
        by_label: by_label.into_iter().map(|(value, _)| value).collect(),
        names: all
            .into_iter()
            .map(|(key, label)| (key.into(), label.into()))
            .collect(),
    }
}

/// Key and label of the values that a document has in a group.
fn names<'a>(
    collection: &'a Collection,
    entry: &'a AnalysedDocument,
    topics: &BTreeMap<TopicId, f32>,
    group: Group,
) -> BTreeMap<&'a str, &'a str> {
    let mut names = BTreeMap::new();
    match group {
        Group::Topic => {
            let topics = topics.keys().map(|topic| &collection.topics[topic.index()]);
            names.extend(topics.map(|topic| (topic.key.as_str(), topic.name.as_str())));
        }
        Group::Entity(kind) => {
            names.extend(entities(collection, entry, kind).map(|(_, key, name)| (key, name)));
        }
        Group::Publisher => {
            let publisher = entry.document.publisher.as_deref();
            names.extend(publisher.map(|name| (name, name)));
        }
    }
    names
}

/// Span, key and name of the mentions of entities of a kind.
fn entities<'a>(
    collection: &'a Collection,
    entry: &'a AnalysedDocument,
    kind: EntityKind,
) -> impl Iterator<Item = (Span, &'a str, &'a str)> {
    entry.mentions.iter().filter_map(move |mention| {
        let entity = &collection.entities[mention.entity.index()];
        (entity.kind == kind).then_some((mention.span, entity.key.as_str(), entity.name.as_str()))
    })
}

/// The keys of a group's values that a passage of a document has itself; publishers are not looked
/// for, as they belong to whole documents.
pub(super) fn keys_in_passage<'a>(
    collection: &'a Collection,
    entry: &'a AnalysedDocument,
    group: Group,
    number: usize,
    passage: Span,
) -> Vec<&'a str> {
    match group {
        Group::Topic => {
            let topics = entry.topics.get(number).into_iter().flatten();
            topics
                .map(|found| collection.topics[found.topic.index()].key.as_str())
                .collect()
        }
        Group::Entity(kind) => entities(collection, entry, kind)
            .filter(|(span, ..)| passage.contains(*span))
            .map(|(_, key, _)| key)
            .collect(),
        Group::Publisher => Vec::new(),
    }
}
