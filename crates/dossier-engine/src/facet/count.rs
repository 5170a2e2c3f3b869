//! The values to filter by with their counts, the histogram of months, and what filters cost.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Columns, Conditions, Filters, Group, Standing};
use crate::date::DateRange;
use crate::id::DocId;
use crate::order;

/// Values to filter by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The groups that have values, in the order of [`Group::ALL`].
    pub groups: Vec<FacetGroup>,
    /// Documents by month of publication, every month from the first to the last of the whole
    /// collection, for the query and all filters but the range of dates.
    pub months: Vec<MonthCount>,
    /// Documents with a year at most, or undated, likewise.
    pub undated: u32,
}

/// The values of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetGroup {
    /// Which group.
    pub group: Group,
    /// Every value that the whole collection has, also with a count of 0: by count, most first,
    /// then by label.
    pub values: Vec<FacetValue>,
}

/// One value of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetValue {
    /// Stable name for filters and addresses.
    pub key: Arc<str>,
    /// Name for people.
    pub label: Arc<str>,
    /// How many documents would be found with this value as the group's only included one: those
    /// that match the query, the conditions of all other groups, and this group's exclusions but
    /// that of the value itself.
    pub count: u32,
}

/// Documents of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthCount {
    /// Year.
    pub year: u16,
    /// Month, 1 to 12.
    pub month: u8,
    /// How many documents.
    pub count: u32,
}

/// What a condition costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterCost {
    /// The group, or `None` for the range of dates.
    pub group: Option<Group>,
    /// Key of the value; empty for the range of dates.
    pub key: String,
    /// How many more documents would be found without it.
    pub hides: u32,
}

/// Counts over the documents that match the query, each with its standing to the conditions.
#[must_use]
pub fn facets(
    columns: &Columns,
    conditions: &Conditions<'_>,
    matching: &[(DocId, Standing)],
) -> Facets {
    let groups = Group::ALL
        .into_iter()
        .enumerate()
        .filter_map(|(at, group)| {
            let values = group_values(columns, conditions, matching, at);
            (!values.is_empty()).then_some(FacetGroup { group, values })
        });
    let dated = matching
        .iter()
        .filter(|(_, standing)| standing.groups_pass_but(None));
    let mut counts = BTreeMap::new();
    let mut undated = 0;
    for (doc, _) in dated {
        match columns.month(doc.index()) {
            Some(month) => *counts.entry(month).or_insert(0) += 1,
            None => undated += 1,
        }
    }
    Facets {
        groups: groups.collect(),
        months: months(columns, &counts),
        undated,
    }
}

fn group_values(
    columns: &Columns,
    conditions: &Conditions<'_>,
    matching: &[(DocId, Standing)],
    group: usize,
) -> Vec<FacetValue> {
    let values = &columns.groups()[group];
    let mut counts = vec![0; values.names.len()];
    for (doc, standing) in matching {
        if !standing.passes_but(Some(group)) {
            continue;
        }
        // A document with one excluded value would be found if that were included instead; one
        // with two stays excluded by the other.
        match conditions.excluded(group, *doc).as_slice() {
            [] => {
                for &value in values.of(doc.index()) {
                    counts[value as usize] += 1;
                }
            }
            &[only] => counts[only as usize] += 1,
            _ => {}
        }
    }
    // Under a condition the list stays as it is while counts fall to 0.
    let keeps_all = conditions.are_set(group);
    let listed = values.by_label.iter().map(|&value| value as usize);
    let listed = listed.filter(|&value| keeps_all || counts[value] > 0);
    let mut listed: Vec<FacetValue> = listed
        .map(|value| {
            let (key, label) = values.names[value].clone();
            let count = counts[value];
            FacetValue { key, label, count }
        })
        .collect();
    order::sort_by_key(&mut listed, |value| Reverse(value.count));
    listed
}

/// Every month from the first to the last of the collection.
fn months(columns: &Columns, counts: &BTreeMap<(u16, u8), u32>) -> Vec<MonthCount> {
    let all = || (0..columns.dates.len()).filter_map(|doc| columns.month(doc));
    let (Some(first), Some(last)) = (all().min(), all().max()) else {
        return Vec::new();
    };
    let next = |&(year, month): &(u16, u8)| {
        Some(if month < 12 {
            (year, month + 1)
        } else {
            (year + 1, 1)
        })
    };
    std::iter::successors(Some(first), next)
        .take_while(|month| *month <= last)
        .map(|(year, month)| MonthCount {
            year,
            month,
            count: counts.get(&(year, month)).copied().unwrap_or(0),
        })
        .collect()
}

/// What each condition costs, in the order of [`Group::ALL`], included values before excluded ones,
/// dates last.
#[must_use]
pub fn costs(
    columns: &Columns,
    filters: &Filters,
    matching: &[(DocId, Standing)],
) -> Vec<FilterCost> {
    let count = |filters: &Filters| {
        let conditions = Conditions::new(columns, filters);
        let passes = |doc: DocId| conditions.standing(doc).passes_but(None);
        matching.iter().filter(|(doc, _)| passes(*doc)).count() as u32
    };
    let found = matching
        .iter()
        .filter(|(_, standing)| standing.passes_but(None))
        .count() as u32;
    let mut costs = Vec::new();
    for (&group, filter) in &filters.groups {
        for key in filter.include.iter().chain(&filter.exclude) {
            let mut without = filters.clone();
            if let Some(filter) = without.groups.get_mut(&group) {
                // A value may be included and excluded at once; then both are lifted.
                filter.include.remove(key);
                filter.exclude.remove(key);
            }
            costs.push(FilterCost {
                group: Some(group),
                key: key.clone(),
                hides: count(&without).saturating_sub(found),
            });
        }
    }
    if !filters.dates.is_open() {
        let mut without = filters.clone();
        without.dates = DateRange::default();
        costs.push(FilterCost {
            group: None,
            key: String::new(),
            hides: count(&without).saturating_sub(found),
        });
    }
    costs
}
