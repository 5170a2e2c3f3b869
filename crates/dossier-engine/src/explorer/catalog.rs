//! What is worked out once when an archive is opened: who is mentioned where, and what else answers
//! look up in documents again and again.

use std::collections::BTreeMap;

use crate::entity::Mention;
use crate::facet::{Columns, Group};
use crate::id::{DocId, EntityId, TopicId};
use crate::order;
use crate::pipeline::{AnalysedDocument, Collection};
use crate::span::Span;
use crate::topic::of_document;

/// Tables over a collection.
#[derive(Debug)]
pub(super) struct Catalog {
    /// The values that documents can be filtered by.
    pub columns: Columns,
    /// For each entity, its mentions as document and position in the document's list, in order.
    pub mentions: Vec<Vec<(DocId, u32)>>,
    /// For each document the entities mentioned in it, in order, with how often.
    pub entities: Vec<Vec<(EntityId, u32)>>,
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

impl Catalog {
    pub fn new(collection: &Collection, columns: Columns) -> Self {
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
            columns,
            document_counts,
            by_name: by_name(collection),
            mentions,
            entities,
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
        Group::Entity(kind) => {
            let own = |mention: &&Mention| passage.contains(mention.span);
            let mentioned = entry.mentions.iter().filter(own);
            let entities = mentioned.map(|mention| &collection.entities[mention.entity.index()]);
            let of_kind = entities.filter(|entity| entity.kind == kind);
            of_kind.map(|entity| entity.key.as_str()).collect()
        }
        Group::Publisher => Vec::new(),
    }
}
