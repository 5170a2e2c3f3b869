//! The groups of values that documents can be filtered by.

use crate::entity::EntityKind;

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

    /// Its position in [`ALL`](Self::ALL); `None` for entities that are no facets.
    #[must_use]
    pub fn position(self) -> Option<usize> {
        Self::ALL.iter().position(|other| *other == self)
    }
}
