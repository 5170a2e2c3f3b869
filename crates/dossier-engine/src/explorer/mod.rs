//! The facade: an opened archive that answers.
//!
//! A request goes one way: the query is evaluated to documents and places, the
//! filters are laid over them, and `listing`, `facet` and `entities` say what is left.

mod answer;
mod catalog;
mod entities;
mod evaluate;
mod listing;
mod question;
mod request;
mod score;
mod suggest;
mod wire;
mod words;

pub use crate::facet::{
    FacetGroup, FacetValue, Facets, FilterCost, Filters, Group, GroupFilter, MonthCount,
};
pub use crate::rank::MatchForm;
pub use crate::snippet::Snippet;
pub use answer::{
    DocumentHit, DocumentSummary, EntityRow, ExplanationLine, Match, MentionContext, Notice,
    Overview, PassageHit, SearchAnswer, TopicShare,
};
pub use question::{Answer, Question};
pub use request::{SearchRequest, Sort};
pub use wire::ValueNames;

use std::borrow::Cow;
use std::sync::Arc;

use crate::archive::{Archive, OpenError, Section};
use crate::facet::{self, Conditions, Standing};
use crate::id::{DocId, EntityId};
use crate::index::Field;
use crate::pipeline::{AnalysedDocument, Collection};
use crate::rank::{Lengths, Statistics};
use crate::similar::{self, Comparison};
use catalog::Catalog;
use evaluate::{Evaluation, Names, Sources};
use listing::Listing;
use words::WordIndex;

/// An opened archive.
#[derive(Debug)]
pub struct Explorer {
    collection: Collection,
    index: WordIndex,
    catalog: Catalog,
    names: Names,
    statistics: Statistics,
}

/// A request, as far as the documents that it finds.
struct Selection<'a> {
    evaluation: Evaluation,
    conditions: Conditions<'a>,
    /// The documents that match the query, in order, with their standing to the filters.
    matching: Vec<(DocId, Standing)>,
}

impl Selection<'_> {
    /// The documents that match the query and pass all filters, in order.
    fn documents(&self) -> Vec<DocId> {
        let passing = self
            .matching
            .iter()
            .filter(|(_, standing)| standing.passes_but(None));
        passing.map(|&(doc, _)| doc).collect()
    }
}

impl Explorer {
    /// Opens an archive and checks all of it.
    ///
    /// # Errors
    /// Says what is wrong where the bytes are no whole archive of a version that is known.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, OpenError> {
        Self::of(Arc::new(Archive::open(bytes)?))
    }

    /// Opens an archive whose tables are read already, and checks all of it.
    ///
    /// # Errors
    /// Says what is wrong where it is not whole.
    pub fn of(archive: Arc<Archive>) -> Result<Self, OpenError> {
        let collection = archive.collection()?;
        let columns = archive.all_columns()?;
        let documents = collection.documents.iter().map(|entry| &entry.document);
        let index = WordIndex::new(archive, documents).map_err(|_| OpenError::Malformed {
            section: Section::Extents,
            expected: "the words of each block",
        })?;
        Ok(Self {
            catalog: Catalog::new(&collection, columns),
            names: Names::new(&collection.entities, index.analyser()),
            statistics: Statistics::new(index.lengths()),
            collection,
            index,
        })
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
        self.answer(request, &self.select(request))
    }

    /// The [`search`](Self::search) and the [`entities`](Self::entities) of a request, for which
    /// documents are selected once.
    #[must_use]
    pub fn search_with_entities(&self, request: &SearchRequest) -> (SearchAnswer, Vec<EntityRow>) {
        let selection = self.select(request);
        let rows = entities::rows(&self.catalog, &selection.documents());
        (self.answer(request, &selection), rows)
    }

    fn answer(&self, request: &SearchRequest, selection: &Selection<'_>) -> SearchAnswer {
        let listing = Listing::new(
            self.sources(),
            &self.statistics,
            &selection.evaluation,
            selection.documents(),
        );
        let (passage_count, passages) = listing.passage_hits(request);
        SearchAnswer {
            problems: selection.evaluation.problems.clone(),
            notices: selection.evaluation.notices.clone(),
            has_query: selection.evaluation.has_query,
            document_count: listing.documents.len() as u32,
            passage_count,
            match_count: listing.match_count(),
            unfiltered_count: selection.matching.len() as u32,
            documents: listing.document_hits(request),
            passages,
            facets: facet::facets(
                &self.catalog.columns,
                &selection.conditions,
                &selection.matching,
            ),
            costs: facet::costs(&self.catalog.columns, &request.filters, &selection.matching),
        }
    }

    /// Gets ready to answer questions about a document's words, which otherwise is done when they are
    /// asked first. Gives the length of its text in bytes, by which whoever has something else to
    /// do can tell how long it took; `None` where the collection has no such document.
    #[must_use]
    pub fn prepare(&self, doc: DocId) -> Option<usize> {
        let entry = self.collection.documents.get(doc.index())?;
        let byline = self.sources().text(doc, Field::Byline);
        self.index.prepare(doc, &entry.document, byline);
        Some(entry.document.text.len())
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
        if doc.index() >= self.collection.documents.len() {
            return Vec::new();
        }
        let evaluation = Evaluation::new(query, self.sources());
        evaluation.matches(doc, &evaluation.leaves_in(doc))
    }

    /// Two documents side by side, or `None` where the collection has not both.
    #[must_use]
    pub fn compare(&self, one: DocId, other: DocId) -> Option<Comparison> {
        let document = |doc: DocId| Some(&self.collection.documents.get(doc.index())?.document);
        Some(similar::compare(document(one)?, document(other)?))
    }

    /// The entities mentioned in the documents of a selection: by documents, then mentions, most
    /// first, then by name.
    #[must_use]
    pub fn entities(&self, request: &SearchRequest) -> Vec<EntityRow> {
        entities::rows(&self.catalog, &self.select(request).documents())
    }

    /// All mentions of an entity in the documents of a selection, with the text around them, in
    /// the order of documents and text.
    #[must_use]
    pub fn mentions(&self, entity: EntityId, request: &SearchRequest) -> Vec<MentionContext> {
        let documents = self.select(request).documents();
        entities::mentions(&self.collection, &self.catalog, entity, &documents)
    }

    fn select<'a>(&'a self, request: &'a SearchRequest) -> Selection<'a> {
        let evaluation = Evaluation::new(&request.query, self.sources());
        let conditions = Conditions::new(&self.catalog.columns, &request.filters);
        let matching = evaluation.documents.iter();
        let matching = matching.map(|&doc| (doc, conditions.standing(doc)));
        Selection {
            matching: matching.collect(),
            evaluation,
            conditions,
        }
    }

    fn sources(&self) -> Sources<'_> {
        Sources {
            collection: &self.collection,
            index: &self.index,
            catalog: &self.catalog,
            names: &self.names,
        }
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
