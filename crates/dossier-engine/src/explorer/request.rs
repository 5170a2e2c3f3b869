//! What can be asked.

use crate::facet::Filters;

/// A search: a query, filters, an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchRequest {
    /// What the person typed, in the query language; blank finds everything.
    pub query: String,
    /// What else must hold.
    pub filters: Filters,
    /// Order of the documents.
    pub sort: Sort,
    /// How many documents and how many passages the answer lists at most; counts are always whole.
    pub limit: usize,
}

impl Default for SearchRequest {
    fn default() -> Self {
        Self {
            query: String::new(),
            filters: Filters::default(),
            sort: Sort::default(),
            limit: 100,
        }
    }
}

/// Order of the documents of an answer. Ties are broken by the document's position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Best first; newest first where there is no query.
    #[default]
    Relevance,
    /// Latest date of publication first, undated last.
    Newest,
    /// Earliest date of publication first, undated last.
    Oldest,
    /// By title, case folded.
    Title,
}
