//! What the address holds: a [`Place`], and as text its [`fragment`](Place::fragment).

mod fragment;

pub(crate) use fragment::encode;

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

    /// The view with this name.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.key() == key)
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
    /// Name of the document that stands beside the open one, so that the two are compared.
    pub beside: Option<String>,
    /// Whether editions of one story share a row of the results.
    pub folds: bool,
    /// Key of the entity whose page the Entities view shows.
    pub entity: Option<String>,
}

impl Place {
    /// This place with a document open, at a paragraph (counted from 1) or at its first match.
    #[must_use]
    pub fn with_doc(&self, name: &str, paragraph: Option<u32>) -> Self {
        Self {
            doc: Some(name.to_owned()),
            paragraph,
            beside: None,
            ..self.clone()
        }
    }

    /// This place with a document open beside another.
    #[must_use]
    pub fn with_both(&self, name: &str, other: &str) -> Self {
        Self {
            beside: Some(other.to_owned()),
            ..self.with_doc(name, None)
        }
    }

    /// This place in another view.
    #[must_use]
    pub fn with_view(&self, view: View) -> Self {
        Self {
            view,
            entity: None,
            ..self.clone()
        }
    }

    /// The page of an entity over the same selection.
    #[must_use]
    pub fn with_entity(&self, key: &str) -> Self {
        Self {
            view: View::Entities,
            entity: Some(key.to_owned()),
            ..self.clone()
        }
    }
}
