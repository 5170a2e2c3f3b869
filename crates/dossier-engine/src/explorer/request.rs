//! What can be asked.

use std::collections::{BTreeMap, BTreeSet};

use crate::date::DateRange;
use crate::entity::EntityKind;

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

/// A group of facet values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Topics; keys are topic keys.
    Topic,
    /// Entities of a kind; keys are entity keys. Dates and quantities are no facets.
    Entity(EntityKind),
    /// Publishers; keys are their names.
    Publisher,
}

impl Group {
    /// All groups in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Topic,
        Self::Entity(EntityKind::Person),
        Self::Entity(EntityKind::Organisation),
        Self::Entity(EntityKind::Place),
        Self::Entity(EntityKind::Group),
        Self::Entity(EntityKind::Weapon),
        Self::Entity(EntityKind::Event),
        Self::Entity(EntityKind::Law),
        Self::Publisher,
    ];

    /// Name of the group in addresses, the same as the query language's field.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Entity(kind) => kind.key(),
            Self::Publisher => "publisher",
        }
    }

    /// The group with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// What a document must have besides matching the query: one of the included values in each group
/// that includes any, none of the excluded values, and a date within the range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// Conditions by group; a group without conditions is not in the map.
    pub groups: BTreeMap<Group, GroupFilter>,
    /// Dates of publication; an undated document is outside every range that has an end.
    pub dates: DateRange,
}

/// The conditions of one group, by the keys of its values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupFilter {
    /// At least one of these, where there are any.
    pub include: BTreeSet<String>,
    /// None of these.
    pub exclude: BTreeSet<String>,
}
