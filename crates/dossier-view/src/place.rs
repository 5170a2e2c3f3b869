//! What the address holds: [`Place`] <-> fragment.
//!
//! A fragment reads `#/VIEW?q=…&topic=a,b&-person=c&date=2023-09..2024-06&doc=NAME&p=3`. Values are
//! percent-encoded; a comma inside a value is encoded, one between values is not. What a fragment
//! holds and this version does not know is dropped.

use dossier_engine::explorer::{Filters, SearchRequest, Sort};

/// A view over the selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum View {
    /// Documents, ranked.
    #[default]
    Documents,
    /// Passages, ranked.
    Passages,
    /// The entities of the selection by kind.
    Entities,
}

impl View {
    /// All views in the order of their tabs.
    pub const ALL: [Self; 3] = [Self::Documents, Self::Passages, Self::Entities];

    /// Name of the view in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Documents => "documents",
            Self::Passages => "passages",
            Self::Entities => "entities",
        }
    }

    /// Name of the view for people.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Documents => "Documents",
            Self::Passages => "Passages",
            Self::Entities => "Entities",
        }
    }
}

/// A query with filters and an order: what all views look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// What was typed.
    pub query: String,
    /// The filters in force.
    pub filters: Filters,
    /// Order of the documents.
    pub sort: Sort,
}

impl Selection {
    /// The selection as a question to the engine.
    #[must_use]
    pub fn request(&self) -> SearchRequest {
        SearchRequest {
            query: self.query.clone(),
            filters: self.filters.clone(),
            sort: self.sort,
            ..SearchRequest::default()
        }
    }
}

/// Everything that the address holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The view.
    pub view: View,
    /// The selection that it looks at.
    pub selection: Selection,
    /// Name of the open document.
    pub doc: Option<String>,
    /// Paragraph of the open document, counted from 1 among its passages.
    pub paragraph: Option<u32>,
    /// Key of the entity whose page the Entities view shows.
    pub entity: Option<String>,
}
