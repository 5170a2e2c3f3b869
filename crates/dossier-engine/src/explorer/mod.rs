//! The facade: an opened archive that answers.

mod answer;
mod request;

pub use answer::{
    DocumentHit, DocumentSummary, EntityRow, ExplanationLine, FacetGroup, FacetValue, Facets,
    FilterCost, Match, MatchForm, MentionContext, MonthCount, Notice, Overview, PassageHit,
    SearchAnswer, Snippet, TopicShare,
};
pub use request::{Filters, Group, GroupFilter, SearchRequest, Sort};

use std::borrow::Cow;

use crate::archive::{self, OpenError};
use crate::id::{DocId, EntityId};
use crate::index::{Index, Lengths};
use crate::pipeline::{AnalysedDocument, Collection};

/// An opened archive.
#[derive(Debug)]
pub struct Explorer {
    collection: Collection,
    index: Index,
}

impl Explorer {
    /// Opens an archive and checks all of it.
    ///
    /// # Errors
    /// Says what is wrong where the bytes are no whole archive of a version that is known.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, OpenError> {
        let (collection, index) = archive::read(bytes.into())?;
        Ok(Self { collection, index })
    }

    /// What is known of the collection without asking for anything.
    #[must_use]
    pub fn overview(&self) -> Overview {
        let documents = self.collection.documents.iter().zip(self.index.lengths());
        Overview {
            title: self.collection.title.clone(),
            description: self.collection.description.clone(),
            topics: self.collection.topics.clone(),
            entities: self.collection.entities.clone(),
            documents: documents
                .map(|(entry, lengths)| summary(entry, lengths))
                .collect(),
        }
    }

    /// The answer to a request. Every request has one: what cannot be taken is named in it.
    #[must_use]
    pub fn search(&self, request: &SearchRequest) -> SearchAnswer {
        let _ = request;
        SearchAnswer::default()
    }

    /// The document, whole, or `None` where the collection has no such document.
    #[must_use]
    pub fn document(&self, doc: DocId) -> Option<AnalysedDocument> {
        self.collection.documents.get(doc.index()).cloned()
    }

    /// All matches of a query in a document, in the order title, byline, body and of their start,
    /// without overlaps. For a document that an answer lists they are the ones that the answer counts.
    #[must_use]
    pub fn matches(&self, query: &str, doc: DocId) -> Vec<Match> {
        let _ = (query, doc);
        Vec::new()
    }

    /// The entities mentioned in the documents of a selection: by documents, then mentions, most
    /// first, then by name.
    #[must_use]
    pub fn entities(&self, request: &SearchRequest) -> Vec<EntityRow> {
        let _ = request;
        Vec::new()
    }

    /// All mentions of an entity in the documents of a selection, with the text around them, in
    /// the order of documents and text.
    #[must_use]
    pub fn mentions(&self, entity: EntityId, request: &SearchRequest) -> Vec<MentionContext> {
        let _ = (entity, request);
        Vec::new()
    }
}

fn summary(entry: &AnalysedDocument, lengths: &Lengths) -> DocumentSummary {
    let document = &entry.document;
    let editions = entry.related.iter().filter(|related| related.edition);
    DocumentSummary {
        name: document.name.clone(),
        title: document.title.clone(),
        kind: document.kind.clone(),
        publisher: document.publisher.clone(),
        published: document.published.clone(),
        words: lengths.body,
        passages: lengths.passages.len() as u32,
        editions: editions.map(|related| related.doc).collect(),
    }
}
