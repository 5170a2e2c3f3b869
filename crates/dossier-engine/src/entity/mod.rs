//! Entities and their mentions.
//!
//! Recognition has three steps. Sources propose candidates: the names of the curated list, people
//! after titles, dates, quantities, laws. Overlaps are resolved: the longest candidate stands. What
//! stands is linked to entities in order of the text, and capitals are told from governments.

mod bodies;
mod candidate;
mod compass;
mod dates;
mod events;
mod found;
mod gender;
mod inflect;
mod introduced;
mod kin;
mod laws;
mod link;
mod merge;
mod metonym;
mod missed;
mod names;
mod namesake;
mod number;
mod openers;
mod phrase;
mod quantities;
mod recognise;
mod table;
mod tagged;
pub mod tagger;
mod title;
mod units;
mod unknown;
mod weapons;
mod words;
mod world;

pub use recognise::{Recogniser, recognise};

use crate::id::EntityId;
use crate::span::Span;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person.
    Person,
    /// An organisation, institution, company or seat of power.
    Organisation,
    /// A country, region, city or other place.
    Place,
    /// A nationality or a religious or political group.
    Group,
    /// A weapon, munition or military system.
    Weapon,
    /// A war, meeting, holiday, disaster or other named event.
    Event,
    /// A treaty, law or resolution.
    Law,
    /// A date or a measured length of time.
    Date,
    /// A number with a unit, money or a percentage.
    Quantity,
}

impl EntityKind {
    /// All kinds, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organisation,
        Self::Place,
        Self::Group,
        Self::Weapon,
        Self::Event,
        Self::Law,
        Self::Date,
        Self::Quantity,
    ];

    /// Name of the kind in addresses, queries and `collection.toml`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "org",
            Self::Place => "place",
            Self::Group => "group",
            Self::Weapon => "weapon",
            Self::Event => "event",
            Self::Law => "law",
            Self::Date => "date",
            Self::Quantity => "quantity",
        }
    }

    /// The kind with this key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// An entity of the collection: everything that is not one of its mentions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// Stable name for addresses, unique in the collection.
    pub key: String,
    /// Canonical name; for a date its ISO form or duration in words, for a quantity its value.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names of the curated list, in its order.
    pub aliases: Vec<String>,
    /// One line on who or what it is.
    pub description: Option<String>,
    /// For a nationality: its country.
    pub country: Option<EntityId>,
}

/// A place in a document's text where an entity is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, in the document's text; without article, title, honorific and possessive. A mention
    /// may lie wholly inside another (a weapon inside a quantity); otherwise they do not overlap.
    pub span: Span,
    /// Who or what.
    pub entity: EntityId,
    /// Why it was linked to this entity.
    pub reason: LinkReason,
    /// For a capital or seat of power that speaks or acts: the country whose government is meant.
    pub stands_for: Option<EntityId>,
}

/// Why a mention was linked to its entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkReason {
    /// The text has the canonical name.
    Name,
    /// The text has another name of the curated list.
    Alias,
    /// A surname or short form of the full name at this place earlier in the document.
    ShortForm {
        /// Where the full name stands.
        full: Span,
    },
    /// A surname or short form that fits one entity of the list, whose full name is not in the text before it.
    OnlyFit,
    /// A title or honorific before the name decided.
    Title {
        /// The title as the text has it.
        title: String,
    },
    /// A nationality or other derived form.
    Derived,
    /// A rule for dates, quantities, weapons or resolutions found and read it.
    Rule,
    /// A relative date, resolved against the date of publication.
    Resolved,
    /// The tagger recognised a name by its form and its surroundings.
    Recognised,
}

/// The entities of a collection and, for each document in order, its mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognition {
    /// Entities that are mentioned at least once or stand behind one that is, by kind and key.
    pub entities: Vec<Entity>,
    /// For each document, its mentions in order of their start, a containing one first.
    pub mentions: Vec<Vec<Mention>>,
}
