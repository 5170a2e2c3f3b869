//! From files to an archive.

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::entity::{Entity, Mention};
use crate::similar::Related;
use crate::topic::{Assignment, Topic};

/// A file as the host read it.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Path relative to the collection's folder, with `/` between its parts.
    pub path: &'a str,
    /// What the file holds.
    pub bytes: &'a [u8],
}

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

/// Builds a collection of files. Every file that is not understood is named in the diagnostics;
/// the rest is built.
#[must_use]
pub fn build(sources: &[Source<'_>], definition: Option<Source<'_>>) -> Outcome {
    let _ = (sources, definition);
    Outcome {
        collection: Collection::default(),
        diagnostics: Vec::new(),
    }
}
