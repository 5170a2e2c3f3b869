//! From files to an archive.

use crate::collection::{self, TopicDefinition};
use crate::diagnostic::Diagnostic;
use crate::document::{self, Document};
use crate::entity::{self, Entity, Mention};
use crate::similar::{self, Related};
use crate::source::Source;
use crate::topic::{self, Assignment, Topic};

/// What building a collection gave.
#[derive(Debug)]
pub struct Outcome {
    /// Everything that could be understood.
    pub collection: Collection,
    /// What could not, in the order of the files.
    pub diagnostics: Vec<Diagnostic>,
}

/// A collection, understood: what an archive holds besides its index.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Collection {
    /// Title of the collection.
    pub title: String,
    /// One or two sentences on what it holds.
    pub description: String,
    /// Topics in the order in which they are shown; [`TopicId`](crate::id::TopicId) is the position.
    pub topics: Vec<Topic>,
    /// Entities that are mentioned; [`EntityId`](crate::id::EntityId) is the position.
    pub entities: Vec<Entity>,
    /// Documents; [`DocId`](crate::id::DocId) is the position.
    pub documents: Vec<AnalysedDocument>,
}

/// A document with what was found in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnalysedDocument {
    /// The document.
    pub document: Document,
    /// Mentions in order of their start; a containing mention before the contained one.
    pub mentions: Vec<Mention>,
    /// For each passage in order, its topics, strongest first.
    pub topics: Vec<Vec<Assignment>>,
    /// Other documents that are close, editions first, then by shared text and likeness.
    pub related: Vec<Related>,
}

/// Title of a collection whose definition gives none.
const UNTITLED: &str = "Documents";

/// Builds a collection of files and, where there is one, its `collection.toml`. Every file that is
/// not understood is named in the diagnostics; the rest is built. Documents are in the order of
/// their names.
#[must_use]
pub fn build(sources: &[Source<'_>], definition: Option<Source<'_>>) -> Outcome {
    let mut diagnostics = Vec::new();
    let definition = definition.map(|source| collection::parse(source, &mut diagnostics));
    let definition = definition.unwrap_or_default();
    let documents = document::parse_all(sources, &mut diagnostics);

    let recognition = entity::recognise(&documents, &definition.entities);
    let related = similar::relate(&documents);
    let entities = recognition.entities;
    let found = recognition.mentions.into_iter().zip(related);
    let documents = documents.into_iter().zip(found);
    let documents = documents.map(|(document, (mentions, related))| AnalysedDocument {
        topics: topic::assign(&definition.topics, &document, &mentions, &entities),
        document,
        mentions,
        related,
    });
    let documents = documents.collect();
    let collection = Collection {
        title: if definition.title.is_empty() {
            UNTITLED.into()
        } else {
            definition.title
        },
        description: definition.description,
        topics: definition.topics.into_iter().map(shown).collect(),
        entities,
        documents,
    };
    Outcome {
        collection,
        diagnostics,
    }
}

/// What a collection keeps of a topic's definition.
fn shown(definition: TopicDefinition) -> Topic {
    Topic {
        key: definition.key,
        name: definition.name,
        description: definition.description,
    }
}
