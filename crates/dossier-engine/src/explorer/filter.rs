//! The conditions of a request, and which documents and passages pass them.

use std::collections::BTreeSet;

use super::catalog::{Catalog, keys_in_passage};
use super::{Filters, Group};
use crate::id::DocId;
use crate::pipeline::{AnalysedDocument, Collection};

/// Filters resolved to the values of a collection.
pub(super) struct Conditions<'a> {
    catalog: &'a Catalog,
    filters: &'a Filters,
    /// By the order of [`Group::ALL`]; `None` where a group sets no condition.
    groups: Vec<Option<Condition>>,
}

/// The conditions of a group, as positions of its values.
struct Condition {
    /// `None` where any value will do. Keys that no document has are left out: what includes only
    /// those finds nothing.
    include: Option<BTreeSet<u32>>,
    exclude: BTreeSet<u32>,
}

/// How a document stands to the conditions of all groups and the range of dates.
#[derive(Clone, Copy)]
pub(super) struct Standing {
    /// A bit for each group in the order of [`Group::ALL`] whose conditions do not hold.
    fails: u32,
    /// Whether the date is in the range.
    pub dates: bool,
}

impl Standing {
    /// Whether everything holds, leaving out a group, by its position.
    pub fn passes_but(self, group: Option<usize>) -> bool {
        self.dates && self.groups_pass_but(group)
    }

    /// Whether the conditions of all groups hold, leaving out one, by its position.
    pub fn groups_pass_but(self, group: Option<usize>) -> bool {
        let left_out = group.map_or(0, |group| 1 << group);
        self.fails & !left_out == 0
    }
}

impl<'a> Conditions<'a> {
    pub fn new(catalog: &'a Catalog, filters: &'a Filters) -> Self {
        let groups = Group::ALL
            .iter()
            .zip(&catalog.groups)
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
            catalog,
            filters,
            groups: groups.collect(),
        }
    }

    pub fn standing(&self, doc: DocId) -> Standing {
        let fails = (0..self.groups.len())
            .filter(|&group| {
                let holds = || self.includes(group, doc) && self.excluded(group, doc).is_empty();
                self.are_set(group) && !holds()
            })
            .fold(0, |fails, group| fails | 1 << group);
        Standing {
            fails,
            dates: match self.catalog.dates[doc.index()] {
                Some(date) => self.filters.dates.holds(date),
                None => self.filters.dates.is_open(),
            },
        }
    }

    /// Whether a group, by its position, sets a condition.
    pub fn are_set(&self, group: usize) -> bool {
        self.groups[group].is_some()
    }

    /// Whether a document has one of the values that a group includes, if it includes any.
    fn includes(&self, group: usize, doc: DocId) -> bool {
        let include = self.groups[group]
            .as_ref()
            .and_then(|of| of.include.as_ref());
        let mut values = self.catalog.groups[group].of_document[doc.index()].iter();
        include.is_none_or(|include| values.any(|value| include.contains(value)))
    }

    /// The values of a document that a group excludes.
    pub fn excluded(&self, group: usize, doc: DocId) -> Vec<u32> {
        let Some(condition) = &self.groups[group] else {
            return Vec::new();
        };
        let values = self.catalog.groups[group].of_document[doc.index()].iter();
        values
            .copied()
            .filter(|value| condition.exclude.contains(value))
            .collect()
    }

    /// Whether a passage of a document that passes has itself one of the included topics and
    /// entities of each group that includes any.
    pub fn passage_passes(
        &self,
        collection: &Collection,
        entry: &AnalysedDocument,
        doc: DocId,
        number: usize,
    ) -> bool {
        self.filters.groups.iter().all(|(&group, filter)| {
            let is_free = group == Group::Publisher
                || filter.include.is_empty()
                || !Group::ALL.contains(&group);
            let span = self.catalog.passages[doc.index()].get(number);
            is_free
                || span.is_some_and(|&span| {
                    keys_in_passage(collection, entry, group, number, span)
                        .into_iter()
                        .any(|key| filter.include.contains(key))
                })
        })
    }
}
