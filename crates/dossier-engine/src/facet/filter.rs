//! Conditions on the values of documents, and which documents pass them.

use std::collections::{BTreeMap, BTreeSet};

use super::{Columns, Group};
use crate::date::DateRange;
use crate::id::DocId;

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

impl Filters {
    /// Whether they set a condition on a group or, with `None`, on dates.
    #[must_use]
    pub fn concern(&self, part: Option<Group>) -> bool {
        match part {
            Some(group) => self.groups.contains_key(&group),
            None => !self.dates.is_open(),
        }
    }
}

/// Filters resolved to the values of a collection.
#[derive(Debug)]
pub struct Conditions<'a> {
    columns: &'a Columns,
    filters: &'a Filters,
    /// By the order of [`Group::ALL`]; `None` where a group sets no condition.
    groups: Vec<Option<Condition>>,
}

/// The conditions of a group, as positions of its values.
#[derive(Debug)]
struct Condition {
    /// `None` where any value will do. Keys that no document has are left out: what includes only
    /// those finds nothing.
    include: Option<BTreeSet<u32>>,
    exclude: BTreeSet<u32>,
}

/// How a document stands to the conditions of all groups and the range of dates.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// A bit for each group in the order of [`Group::ALL`] whose conditions do not hold.
    fails: u32,
    /// Whether the date is in the range.
    dates: bool,
}

impl Standing {
    /// Whether everything holds, leaving out a group, by its position.
    #[must_use]
    pub fn passes_but(self, group: Option<usize>) -> bool {
        self.dates && self.groups_pass_but(group)
    }

    /// Whether the conditions of all groups hold, leaving out one, by its position.
    pub(super) fn groups_pass_but(self, group: Option<usize>) -> bool {
        let left_out = group.map_or(0, |group| 1 << group);
        self.fails & !left_out == 0
    }
}

impl<'a> Conditions<'a> {
    /// The conditions of filters. Where a column was not read, no document has a value of it.
    #[must_use]
    pub fn new(columns: &'a Columns, filters: &'a Filters) -> Self {
        let groups = Group::ALL
            .iter()
            .zip(columns.groups())
            .map(|(group, values)| {
                let filter = filters.groups.get(group)?;
                let find = |keys: &BTreeSet<String>| -> BTreeSet<u32> {
                    let mut found = BTreeSet::new();
                    found.extend(keys.iter().filter_map(|key| values.find(key)));
                    found
                };
                Some(Condition {
                    include: (!filter.include.is_empty()).then(|| find(&filter.include)),
                    exclude: find(&filter.exclude),
                })
            });
        Self {
            columns,
            filters,
            groups: groups.collect(),
        }
    }

    /// How a document stands to them.
    #[must_use]
    pub fn standing(&self, doc: DocId) -> Standing {
        let fails = (0..self.groups.len())
            .filter(|&group| {
                let holds = || self.includes(group, doc) && self.excluded(group, doc).is_empty();
                self.are_set(group) && !holds()
            })
            .fold(0, |fails, group| fails | 1 << group);
        Standing {
            fails,
            dates: match self.columns.date(doc) {
                Some(date) => self.filters.dates.holds(date),
                None => self.filters.dates.is_open(),
            },
        }
    }

    /// Whether a group, by its position, sets a condition.
    pub(super) fn are_set(&self, group: usize) -> bool {
        self.groups[group].is_some()
    }

    /// Whether a document has one of the values that a group includes, if it includes any.
    fn includes(&self, group: usize, doc: DocId) -> bool {
        let include = self.groups[group]
            .as_ref()
            .and_then(|of| of.include.as_ref());
        let mut values = self.columns.groups()[group].of(doc.index()).iter();
        include.is_none_or(|include| values.any(|value| include.contains(value)))
    }

    /// The values of a document that a group excludes.
    pub(super) fn excluded(&self, group: usize, doc: DocId) -> Vec<u32> {
        let Some(condition) = &self.groups[group] else {
            return Vec::new();
        };
        let values = self.columns.groups()[group].of(doc.index()).iter();
        values
            .copied()
            .filter(|value| condition.exclude.contains(value))
            .collect()
    }
}
