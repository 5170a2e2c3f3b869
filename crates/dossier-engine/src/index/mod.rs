//! The inverted index: which words stand where.

/// A searched field of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title. Spans are offsets into [`Document::title`](crate::document::Document::title).
    Title,
    /// The line of metadata. Spans are offsets into what
    /// [`Document::byline`](crate::document::Document::byline) gives.
    Byline,
    /// Headings and passages. Spans are offsets into
    /// [`Document::text`](crate::document::Document::text).
    Body,
}
