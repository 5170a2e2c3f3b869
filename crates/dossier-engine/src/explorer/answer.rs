//! What is answered: plain values, ready to be shown.

use crate::document::Published;
use crate::entity::Entity;
use crate::facet::{Facets, FilterCost};
use crate::id::{DocId, EntityId, TopicId};
use crate::index::Field;
use crate::query::QueryProblem;
use crate::rank::MatchForm;
use crate::snippet::Snippet;
use crate::span::Span;
use crate::topic::{Assignment, Topic};

/// The answer to a [`SearchRequest`](crate::explorer::SearchRequest).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchAnswer {
    /// Parts of the query that could not be taken as typed.
    pub problems: Vec<QueryProblem>,
    /// What the engine did with the query that the person should know.
    pub notices: Vec<Notice>,
    /// Whether the query asks for anything, so that hits have matches and scores.
    pub has_query: bool,
    /// How many documents match query and filters.
    pub document_count: u32,
    /// How many passages of these documents have a match and pass the filters on topics and
    /// entities themselves; without a query, all passages that pass.
    pub passage_count: u32,
    /// How many matches these documents have in all fields.
    pub match_count: u32,
    /// How many documents match the query, whatever the filters.
    pub unfiltered_count: u32,
    /// The documents in the order asked for, at most as many as asked for.
    pub documents: Vec<DocumentHit>,
    /// The passages, best first, without a query in the order of documents and text.
    pub passages: Vec<PassageHit>,
    /// Values to filter by, with counts.
    pub facets: Facets,
    /// For each condition in force, what it costs.
    pub costs: Vec<FilterCost>,
}

/// What the engine did with a query that the person should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A word stands in no document; words within a few typing errors of it were searched.
    Corrected {
        /// Where the word stands in the query.
        typed: Span,
        /// What was searched in its place, closest first; as the documents write them, folded.
        words: Vec<String>,
    },
    /// A word stands in no document and nothing is close enough to search in its place.
    Unknown {
        /// Where the word stands in the query.
        typed: Span,
        /// Words that the person may have meant, closest first; often empty.
        suggestions: Vec<String>,
    },
    /// No document has all words of the query; those with some of them were taken.
    Relaxed,
    /// A name in the query was taken as this entity too, so that its other names match.
    Entity {
        /// Where the name stands in the query.
        typed: Span,
        /// The entity.
        entity: EntityId,
    },
}

/// A document that matches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DocumentHit {
    /// Which.
    pub doc: DocId,
    /// Score; 0 without a query. Comparable within one answer only.
    pub score: f32,
    /// How many matches it has in all fields.
    pub match_count: u32,
    /// Matches in the title, as offsets into it.
    pub title_marks: Vec<Span>,
    /// Up to three extracts in order of the text; without a query the document's beginning.
    pub snippets: Vec<Snippet>,
    /// The document's topics, strongest first, shares adding up to 1.
    pub topics: Vec<TopicShare>,
    /// Up to three entities that matter most here.
    pub entities: Vec<EntityId>,
    /// Why it was found: a line for each word or name of the query and field, biggest share first.
    pub explanation: Vec<ExplanationLine>,
}

/// A passage that matches.
#[derive(Clone, Debug, PartialEq)]
pub struct PassageHit {
    /// Its document.
    pub doc: DocId,
    /// Its number among the document's passages, from 0.
    pub passage: u32,
    /// Score; 0 without a query. Comparable within one answer only.
    pub score: f32,
    /// The nearest heading above it.
    pub heading: Option<String>,
    /// An extract of at most about 60 words.
    pub snippet: Snippet,
    /// How many matches it has.
    pub match_count: u32,
    /// Its topics, strongest first.
    pub topics: Vec<Assignment>,
}

/// A topic's part in a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TopicShare {
    /// The topic.
    pub topic: TopicId,
    /// Its part of all topic strength in the document, 0 to 1.
    pub share: f32,
}

/// One match of the query in a document. All counts, marks and extracts come from these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// The field.
    pub field: Field,
    /// Where in the field's text.
    pub span: Span,
}

/// One line of the explanation of a hit.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplanationLine {
    /// What was typed, as it stands in the query.
    pub typed: String,
    /// The forms that the document has, most frequent first.
    pub found: Vec<String>,
    /// How they match.
    pub form: MatchForm,
    /// In which field.
    pub field: Field,
    /// How often.
    pub count: u32,
    /// Part of the document's score, 0 to 1; the lines add up to 1.
    pub share: f32,
}

/// An entity within a selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EntityRow {
    /// The entity.
    pub entity: EntityId,
    /// In how many documents of the selection it is mentioned.
    pub documents: u32,
    /// How often in these documents.
    pub mentions: u32,
}

/// A mention with the text around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MentionContext {
    /// The document.
    pub doc: DocId,
    /// Position in [`AnalysedDocument::mentions`](crate::pipeline::AnalysedDocument::mentions).
    pub mention: u32,
    /// An extract of about 30 words whose only mark is the mention. Its passage is `None` where the
    /// mention stands in a heading.
    pub snippet: Snippet,
}

/// What is known of a collection without asking for anything.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// Title of the collection.
    pub title: String,
    /// One or two sentences on what it holds.
    pub description: String,
    /// Topics by [`TopicId`].
    pub topics: Vec<Topic>,
    /// Entities by [`EntityId`].
    pub entities: Vec<Entity>,
    /// Documents by [`DocId`].
    pub documents: Vec<DocumentSummary>,
}

/// A line of the document table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentSummary {
    /// Name that is unique in the collection and stands in addresses.
    pub name: String,
    /// Headline.
    pub title: String,
    /// Kind of text as the collection names it.
    pub kind: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
    /// Words in headings and passages.
    pub words: u32,
    /// Number of passages.
    pub passages: u32,
    /// Other editions of the same story.
    pub editions: Vec<DocId>,
}
