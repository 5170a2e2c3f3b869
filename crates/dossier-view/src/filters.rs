//! The conditions in force, each with what it costs.

use dossier_engine::explorer::{FilterCost, Group};
use dossier_engine::id::TopicId;

use crate::facets;
use crate::state::{Action, State};
use crate::words;

/// A condition in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// The value's name, or the range of dates in words.
    pub label: String,
    /// What kind of value it is, where its name does not say: `Topics`, `People`, `Published`.
    pub group: &'static str,
    /// Whether documents with the value are left out.
    pub excluded: bool,
    /// Which topic it is, where it is one.
    pub topic: Option<TopicId>,
    /// How many documents would come back without it, once that is known.
    pub hides: Option<u32>,
    /// What lifts it.
    pub lift: Action,
}

impl Filter {
    /// What it costs: `hides 3 documents`, `hides nothing`.
    #[must_use]
    pub fn cost(&self) -> Option<String> {
        let hidden = match self.hides? {
            0 => "nothing".to_owned(),
            number => words::count(number, "document", "documents"),
        };
        Some(["hides ", &hidden].concat())
    }

    /// Its name with `not` where it excludes.
    #[must_use]
    pub fn name(&self) -> String {
        if self.excluded {
            ["not ", &self.label].concat()
        } else {
            self.label.clone()
        }
    }
}

/// The conditions in force, in the order of the groups, the range of dates last.
#[must_use]
pub fn filters(state: &State) -> Vec<Filter> {
    let conditions = &state.place.selection.filters;
    let mut filters = Vec::new();
    for (&group, filter) in &conditions.groups {
        let included = filter.include.iter().map(|key| (key, false));
        let excluded = filter.exclude.iter().map(|key| (key, true));
        filters.extend(included.chain(excluded).map(|(key, excluded)| Filter {
            label: label(state, group, key),
            group: facets::title(group),
            excluded,
            topic: facets::topic(state, group, key),
            hides: hides(state, Some(group), key),
            lift: Action::Lift(group, key.clone()),
        }));
    }
    if !conditions.dates.is_open() {
        filters.push(Filter {
            label: conditions.dates.english(),
            group: "Published",
            excluded: false,
            topic: None,
            hides: hides(state, None, ""),
            lift: Action::Dates(dossier_engine::date::DateRange::default()),
        });
    }
    filters
}

/// Name of a value for people; its key where the collection has no such value.
fn label(state: &State, group: Group, key: &str) -> String {
    let overview = &state.overview;
    let name = match group {
        Group::Topic => overview
            .topics
            .iter()
            .find(|topic| topic.key == key)
            .map(|topic| &topic.name),
        Group::Entity(_) => overview
            .entities
            .iter()
            .find(|entity| entity.key == key)
            .map(|entity| &entity.name),
        Group::Publisher => None,
    };
    name.map_or(key, String::as_str).to_owned()
}

fn hides(state: &State, group: Option<Group>, key: &str) -> Option<u32> {
    let is_this = |cost: &&FilterCost| cost.group == group && cost.key == key;
    let cost = state.answer.as_ref()?.costs.iter().find(is_this)?;
    Some(cost.hides)
}
