//! What a collection says of itself in `collection.toml`: title, topics, entities.
//!
//! Everything but a name can be left out.
//!
//! ```toml
//! title = "Kim and Putin"
//! description = "News about two summits."
//!
//! # Where the documents of CSV and JSON Lines are; the usual names are understood without it.
//! [columns]
//! title = "headline"                        # and id, text, date, authors, publisher, language, kind
//! text = "body"
//!
//! # A topic is weighted evidence. A passage has it when what is found in it adds up to the
//! # threshold. Words are compared by their stems, several words in a row are a phrase.
//! [[topic]]
//! key = "arms-deals"                        # for addresses; made from the name if left out
//! name = "Arms deals"
//! description = "Sale and transfer of weapons."
//! threshold = 2.0                           # the default
//! strong = ["arms deal", "sell weapons"]    # count 2 each
//! words = ["munitions", "artillery shells"] # count 1 each
//! weak = ["trade"]                          # count 0.5 each
//! against = ["arms control"]                # count -1 each
//! weights = { "arms negotiations" = 1.5 }   # words with a weight of their own, -10 to 10
//! entities = ["hwasong-18"]                 # keys of entities; count 1 for each mention
//! # or, with weights of their own:
//! # entities = { hwasong-18 = 1.5, un-security-council = -0.5 }
//!
//! # An entity stands under its kind: person, org, place, group, weapon, event or law.
//! [[person]]
//! key = "kim-jong-un"                       # made from the name if left out
//! name = "Kim Jong Un"
//! aliases = ["Kim Jong-un"]
//! description = "Leader of North Korea."
//! gender = "male"                           # people only: "female" or "male"
//! offices = ["leader", "marshal"]           # people only
//!
//! [[place]]
//! name = "North Korea"
//! aliases = ["the North", "DPRK"]
//!
//! [[place]]
//! name = "Pyongyang"
//! stands_for = "north-korea"                # places and organisations only: a place
//!
//! [[group]]
//! name = "North Korean"
//! aliases = ["North Koreans"]
//! country = "north-korea"                   # groups only: a place
//!
//! [[weapon]]
//! name = "Hwasong-18"
//! ```

mod entities;
mod keys;
mod section;
mod slug;
mod topics;

pub use slug::slug;

use section::{File, Section};
use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Lines, Report};
use crate::document::{Columns, decode, one_line};
use crate::entity::EntityKind;
use crate::order;
use crate::source::Source;

/// Name of the file that defines a collection, at the top of its folder.
pub const DEFINITION: &str = "collection.toml";

/// A parsed `collection.toml`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CollectionDefinition {
    /// Title of the collection.
    pub title: String,
    /// One or two sentences on what the collection holds.
    pub description: String,
    /// The topics, in the order in which they are shown.
    pub topics: Vec<TopicDefinition>,
    /// The curated entities.
    pub entities: Vec<EntityDefinition>,
    /// Which columns of tables hold what of a document.
    pub columns: Columns,
}

/// A topic as weighted evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicDefinition {
    /// Stable name for addresses, such as `arms-deals`.
    pub key: String,
    /// Name for people, such as `Arms deals`.
    pub name: String,
    /// What the topic covers.
    pub description: String,
    /// Words, phrases and entities that speak for the topic, or with a negative weight against it.
    pub cues: Vec<Cue>,
    /// Score from which a passage has the topic; above 0.
    pub threshold: f32,
}

/// One piece of evidence for a topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Cue {
    /// What to find.
    pub target: CueTarget,
    /// What each find adds to the passage's score, -10 to 10.
    pub weight: f32,
}

/// What a cue finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CueTarget {
    /// One word or several in a row, compared by their stems.
    Words(String),
    /// Any mention of the curated entity with this key.
    Entity(String),
}

/// A curated entity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityDefinition {
    /// Stable name for addresses, such as `kim-jong-un`.
    pub key: String,
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names and forms, compared with case where a form is all capitals.
    pub aliases: Vec<String>,
    /// For a person: which honorifics fit.
    pub gender: Option<Gender>,
    /// For a capital or a seat of power: key of the country whose government it can stand for.
    pub stands_for: Option<String>,
    /// For a nationality: key of its country.
    pub country: Option<String>,
    /// For a person: the offices held, such as `president`, lower case.
    pub offices: Vec<String>,
    /// One line on who or what it is.
    pub description: Option<String>,
}

/// Which honorifics fit a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// Ms, Mrs, Miss.
    Female,
    /// Mr.
    Male,
}

/// How many problems of syntax are named; the rest mostly follow from these.
const MOST_SYNTAX_PROBLEMS: usize = 10;

/// Understands a `collection.toml`. What cannot be taken is left out and named in the diagnostics,
/// in the order of their lines.
#[must_use]
pub fn parse(source: Source<'_>, diagnostics: &mut Vec<Diagnostic>) -> CollectionDefinition {
    let mut found = Vec::new();
    let definition = read(source, &mut Report::new(source.path, &mut found));
    order::sort_by_key(&mut found, |diagnostic| diagnostic.line);
    diagnostics.append(&mut found);
    definition.unwrap_or_default()
}

fn read(source: Source<'_>, report: &mut Report<'_>) -> Option<CollectionDefinition> {
    let text = decode(source.bytes, report)?;
    let (table, problems) = DeTable::parse_recoverable(&text);
    let file = &mut File {
        report,
        lines: Lines::new(&text),
    };
    for problem in problems.iter().take(MOST_SYNTAX_PROBLEMS) {
        let line = file.line(&problem.span().unwrap_or_default());
        let message = one_line(problem.message()).unwrap_or_default();
        let hint = "what stands here may be left out";
        file.error(line, format!("broken TOML: {message}"), hint);
    }
    let top = Section::top(table.get_ref());
    let kinds = entities::KINDS.map(|(kind, _)| kind.key());
    top.check_keys(
        &[&["title", "description", "columns", "topic"], &kinds[..]].concat(),
        file,
    );
    let mut text = |key| {
        top.text(key, file)
            .map_or_else(String::new, |text| text.value)
    };
    let (title, description) = (text("title"), text("description"));
    let entities = entities::read(top, file);
    Some(CollectionDefinition {
        title,
        description,
        topics: topics::read(top, &entities, file),
        columns: columns(top, file),
        entities,
    })
}

fn columns(top: Section<'_>, file: &mut File<'_, '_>) -> Columns {
    let mut columns = Columns::default();
    if let Some(section) = top.section("columns", "[columns]", file) {
        let fields: Vec<&str> = Columns::fields().collect();
        section.check_keys(&fields, file);
        for field in fields {
            if let Some(column) = section.text(field, file) {
                columns.choose(field, &column.value);
            }
        }
    }
    columns
}

#[cfg(test)]
mod tests;
