//! The query language.

use crate::span::Span;

/// Greatest distance of `NEAR`, in words; a greater one is taken as this. Paragraphs lie further
/// apart, so that words are near each other only within one.
pub const MAX_NEAR: u32 = 100;

/// Something in a query that could not be taken as it was typed; the rest of the query counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryProblem {
    /// Where, as byte offsets into the query.
    pub span: Span,
    /// What is wrong and how it was taken, as one sentence without a full stop.
    pub message: String,
}
