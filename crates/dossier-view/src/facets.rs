//! The lists of values to filter by.

use std::sync::Arc;

use dossier_engine::explorer::{FacetGroup, FacetValue, Group, GroupFilter};
use dossier_engine::id::TopicId;
use dossier_engine::order;
use dossier_engine::text::folded;

use crate::state::State;
use crate::words;

/// A group of values as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FacetList {
    /// Which group.
    pub group: Group,
    /// Its heading.
    pub title: &'static str,
    /// Its values: those with a condition first.
    pub rows: Vec<FacetRow>,
}

impl FacetList {
    /// The values whose name holds a text, whatever the case and diacritics of either.
    pub fn matching(&self, sought: &str) -> impl Iterator<Item = &FacetRow> {
        let sought = folded(sought);
        let rows = self.rows.iter();
        rows.filter(move |row| sought.is_empty() || folded(&row.label).contains(&sought))
    }
}

/// A value as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetRow {
    /// Stable name.
    pub key: Arc<str>,
    /// Name for people.
    pub label: Arc<str>,
    /// How many documents it would leave.
    pub count: u32,
    /// What is asked of it.
    pub condition: Condition,
    /// Which topic it is, where it is one.
    pub topic: Option<TopicId>,
}

/// What is asked of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Condition {
    /// Nothing.
    #[default]
    None,
    /// Documents that have it.
    Included,
    /// Documents that do not have it.
    Excluded,
}

/// The heading of a group.
#[must_use]
pub fn title(group: Group) -> &'static str {
    match group {
        Group::Topic => "Topics",
        Group::Entity(kind) => words::kinds(kind),
        Group::Publisher => "Publishers",
    }
}

/// The groups that have something to show, in their order.
///
/// In a group without conditions these are the values with documents. The first condition freezes
/// the list: it keeps these values in their order, and counts may fall to 0.
#[must_use]
pub fn lists(state: &State) -> Vec<FacetList> {
    let Some(answer) = &state.answer else {
        return Vec::new();
    };
    let lists = answer.facets.groups.iter().map(|facet| FacetList {
        group: facet.group,
        title: title(facet.group),
        rows: rows(state, facet),
    });
    lists.filter(|list| !list.rows.is_empty()).collect()
}

fn rows(state: &State, facet: &FacetGroup) -> Vec<FacetRow> {
    let filter = state.place.selection.filters.groups.get(&facet.group);
    let frozen = state
        .frozen
        .iter()
        .find(|(group, _)| filter.is_some() && *group == facet.group)
        .map(|(_, keys)| keys);
    let rank = |value: &FacetValue| match frozen {
        Some(keys) => keys.iter().position(|key| **key == *value.key),
        None => (value.count > 0).then_some(0),
    };
    let mut rows: Vec<_> = facet
        .values
        .iter()
        .filter_map(|value| {
            let condition = condition(filter, &value.key);
            let is_set = condition != Condition::None;
            let rank = rank(value).or(is_set.then_some(usize::MAX))?;
            let row = FacetRow {
                key: value.key.clone(),
                label: value.label.clone(),
                count: value.count,
                condition,
                topic: topic(state, facet.group, &value.key),
            };
            Some(((!is_set, rank), row))
        })
        .collect();
    // Stable: where the rank is the same, the engine's order by count and label stays.
    order::sort_by_key(&mut rows, |(rank, _)| *rank);
    rows.into_iter().map(|(_, row)| row).collect()
}

fn condition(filter: Option<&GroupFilter>, key: &str) -> Condition {
    match filter {
        Some(filter) if filter.include.contains(key) => Condition::Included,
        Some(filter) if filter.exclude.contains(key) => Condition::Excluded,
        _ => Condition::None,
    }
}

/// The topic with this key, where the group is that of the topics.
#[must_use]
pub fn topic(state: &State, group: Group, key: &str) -> Option<TopicId> {
    if group != Group::Topic {
        return None;
    }
    let topics = &state.overview.topics;
    let position = topics.iter().position(|topic| topic.key == key)?;
    Some(TopicId(position as u32))
}

#[cfg(test)]
mod tests {
    use dossier_engine::explorer::{FacetGroup, FacetValue, Facets, Group, SearchAnswer};

    use super::{Condition, lists};
    use crate::reduce::reduce;
    use crate::shared::Shared;
    use crate::state::{Action, State};

    fn answered(state: &State, counts: &[(&str, u32)]) -> State {
        let values = counts.iter().map(|(key, count)| FacetValue {
            key: (*key).into(),
            label: (*key).into(),
            count: *count,
        });
        let facets = Facets {
            groups: vec![FacetGroup {
                group: Group::Publisher,
                values: values.collect(),
            }],
            ..Facets::default()
        };
        let answer = SearchAnswer {
            facets,
            ..SearchAnswer::default()
        };
        reduce(state, Action::Answered(answer.into(), Shared::default()))
    }

    fn shown(state: &State) -> Vec<(String, u32)> {
        let rows = lists(state).into_iter().flat_map(|list| list.rows);
        rows.map(|row| (row.key.to_string(), row.count)).collect()
    }

    fn include(state: &State, key: &str) -> State {
        reduce(state, Action::Include(Group::Publisher, key.into()))
    }

    #[test]
    fn a_value_is_found_whatever_its_case_and_diacritics() {
        let state = answered(&State::default(), &[("Zoë Abel", 2), ("Bee", 1)]);
        let lists = lists(&state);
        let found = |sought: &str| {
            lists[0]
                .matching(sought)
                .map(|row| &*row.key)
                .collect::<Vec<_>>()
        };
        assert_eq!(found("zoe a"), ["Zoë Abel"]);
        assert_eq!(found("BE"), ["Zoë Abel", "Bee"]);
        assert_eq!(found("").len(), 2);
        assert!(found("x").is_empty());
    }

    #[test]
    fn zeros_are_hidden_without_a_condition() {
        let state = answered(&State::default(), &[("Ada", 2), ("Bee", 1), ("Cal", 0)]);
        assert_eq!(shown(&state), [("Ada".into(), 2), ("Bee".into(), 1)]);
    }

    #[test]
    fn a_condition_freezes_the_list_with_its_zeros() {
        let state = answered(&State::default(), &[("Ada", 2), ("Bee", 1), ("Cal", 0)]);
        let state = include(&state, "Bee");
        let state = answered(&state, &[("Cal", 3), ("Bee", 1), ("Ada", 0)]);
        assert_eq!(shown(&state), [("Bee".into(), 1), ("Ada".into(), 0)]);
        assert_eq!(lists(&state)[0].rows[0].condition, Condition::Included);
    }

    #[test]
    fn the_list_thaws_with_the_last_condition() {
        let state = answered(&State::default(), &[("Ada", 2), ("Bee", 1)]);
        let state = include(&include(&state, "Bee"), "Bee");
        let state = answered(&state, &[("Ada", 2), ("Bee", 0)]);
        assert_eq!(shown(&state), [("Ada".into(), 2)]);
    }

    #[test]
    fn a_selected_value_is_never_hidden() {
        let state = include(&State::default(), "Bee");
        let state = answered(&state, &[("Ada", 2), ("Bee", 0)]);
        assert_eq!(shown(&state), [("Bee".into(), 0), ("Ada".into(), 2)]);
    }
}
