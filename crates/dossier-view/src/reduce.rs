//! How the state changes.

use dossier_engine::explorer::{Filters, Group, GroupFilter, Match, SearchAnswer};
use dossier_engine::id::DocId;
use dossier_engine::pipeline::AnalysedDocument;

use crate::compare::differences;
use crate::place::{Place, View};
use crate::reader::position::arrival;
use crate::results::{Row, rows};
use crate::shared::Shared;
use crate::state::{Action, Compared, Entry, Layer, Overlay, Reader, State};

/// The state after an action.
#[must_use]
pub fn reduce(state: &State, action: Action) -> State {
    let mut next = state.clone();
    next.apply(action);
    next
}

impl State {
    fn apply(&mut self, action: Action) {
        match action {
            Action::Type(query) => self.type_query(query),
            Action::Commit => self.draft = false,
            Action::Ask(query) => self.commit(|place| place.selection.query = query),
            Action::Include(group, key) => self.condition(group, |filter| {
                filter.exclude.remove(&key);
                if !filter.include.remove(&key) {
                    filter.include.insert(key);
                }
            }),
            Action::Exclude(group, key) => self.condition(group, |filter| {
                filter.include.remove(&key);
                if !filter.exclude.remove(&key) {
                    filter.exclude.insert(key);
                }
            }),
            Action::Lift(group, key) => self.condition(group, |filter| {
                filter.include.remove(&key);
                filter.exclude.remove(&key);
            }),
            Action::Dates(range) => self.commit(|place| place.selection.filters.dates = range),
            Action::ClearFilters => {
                self.commit(|place| place.selection.filters = Filters::default());
                self.frozen.clear();
            }
            Action::Sort(sort) => self.commit(|place| place.selection.sort = sort),
            Action::Show(view) => self.show(view, None),
            Action::Entity(key) => self.show(View::Entities, key),
            Action::Open(doc, paragraph) => self.open(doc, paragraph),
            Action::Compare(doc, other) => self.compare(doc, other),
            Action::CloseReader => self.close_reader(),
            Action::Visit(place) => {
                let is_new = place != self.place;
                self.go(place);
                self.entry = if is_new { Entry::Push } else { Entry::Keep };
            }
            Action::Go(place) => self.go(place),
            Action::Answered(answer, entities) => {
                self.freeze_from(&answer);
                self.answer = Some(answer);
                self.answered = self.place.selection.clone();
                self.drop_explanations();
                self.entities = entities;
                self.cursor = self.cursor.filter(|&cursor| cursor < self.result_count());
            }
            Action::Mentions(mentions) => self.mentions = Some(mentions),
            Action::Loaded(doc, content, matches) => self.load(doc, content, matches),
            Action::Compared(docs, comparison) => {
                self.comparison = Some(Compared {
                    docs,
                    comparison,
                    current: None,
                });
            }
            Action::Fold => {
                self.commit(|place| place.folds = !place.folds);
                self.cursor = None;
                self.unfolded.clear();
            }
            Action::Unfold(doc) => self.unfold(doc),
            Action::NextMatch => self.step_match(1),
            Action::PreviousMatch => self.step_match(-1),
            Action::Match(position) => {
                if let Some(reader) = &mut self.reader
                    && position < reader.matches.len()
                {
                    reader.current = Some(position);
                }
            }
            Action::Toggle(layer) => self.toggle(layer),
            Action::Move(by) => self.move_cursor(by),
            Action::Cursor(cursor) => {
                self.cursor = cursor.filter(|&cursor| cursor < self.result_count());
            }
            Action::Overlay(overlay) => self.toggle_overlay(overlay),
            Action::Escape => {
                if self.overlays.pop().is_some() {
                    return;
                }
                if self.place.beside.is_some() {
                    self.commit(|place| place.beside = None);
                } else if self.place.doc.is_some() {
                    self.close_reader();
                }
            }
        }
    }

    /// How many results the keyboard can walk through in the current view.
    fn result_count(&self) -> usize {
        let Some(answer) = &self.answer else { return 0 };
        match self.place.view {
            View::Documents => rows(self, answer).len(),
            View::Passages => answer.passages.len(),
            View::Entities if self.place.entity.is_some() => {
                self.mentions.as_ref().map_or(0, |mentions| mentions.len())
            }
            View::Entities => self.entities.len(),
        }
    }

    /// A change that is a history entry of its own, unless it changes nothing.
    fn commit(&mut self, change: impl FnOnce(&mut Place)) {
        let mut place = self.place.clone();
        change(&mut place);
        self.draft = false;
        if place != self.place {
            self.place = place;
            self.entry = Entry::Push;
        }
    }

    /// The first key of a new query begins a history entry, which the next keys replace.
    fn type_query(&mut self, query: String) {
        if query == self.place.selection.query {
            return;
        }
        self.entry = if self.draft {
            Entry::Replace
        } else {
            Entry::Push
        };
        self.draft = true;
        self.cursor = None;
        self.place.selection.query = query;
    }

    /// Changes the conditions of a group. Before its first one the list that is shown is frozen.
    fn condition(&mut self, group: Group, change: impl FnOnce(&mut GroupFilter)) {
        let shown = self.shown_keys(group);
        self.commit(|place| {
            let groups = &mut place.selection.filters.groups;
            let filter = groups.entry(group).or_default();
            change(filter);
            if filter.include.is_empty() && filter.exclude.is_empty() {
                groups.remove(&group);
            }
        });
        let has_conditions = self.place.selection.filters.groups.contains_key(&group);
        let is_frozen = self.frozen.iter().any(|(frozen, _)| *frozen == group);
        if !has_conditions {
            self.frozen.retain(|(frozen, _)| *frozen != group);
        } else if !is_frozen && let Some(keys) = shown {
            self.frozen.push((group, keys));
        }
        self.cursor = None;
    }

    /// The keys of a group as it is shown without conditions.
    fn shown_keys(&self, group: Group) -> Option<Vec<String>> {
        let answer = self.answer.as_ref()?;
        let values = &answer
            .facets
            .groups
            .iter()
            .find(|g| g.group == group)?
            .values;
        let shown = values.iter().filter(|value| value.count > 0);
        Some(shown.map(|value| value.key.to_string()).collect())
    }

    /// Freezes the groups whose conditions came with the address, and thaws those without any.
    fn freeze_from(&mut self, answer: &SearchAnswer) {
        let groups = &self.place.selection.filters.groups;
        self.frozen.retain(|(group, _)| groups.contains_key(group));
        for facet in &answer.facets.groups {
            let is_frozen = self.frozen.iter().any(|(group, _)| *group == facet.group);
            if !is_frozen && groups.contains_key(&facet.group) {
                let shown = facet.values.iter().filter(|value| value.count > 0);
                let keys = shown.map(|value| value.key.to_string()).collect();
                self.frozen.push((facet.group, keys));
            }
        }
    }

    fn show(&mut self, view: View, entity: Option<String>) {
        self.commit(|place| {
            place.view = view;
            place.entity = entity;
        });
        self.cursor = None;
        self.mentions = None;
        self.drop_explanations();
    }

    fn toggle(&mut self, layer: Layer) {
        let shown = match layer {
            Layer::Matches => &mut self.layers.matches,
            Layer::Entities => &mut self.layers.entities,
            Layer::Topics => &mut self.layers.topics,
        };
        *shown = !*shown;
    }

    fn unfold(&mut self, doc: DocId) {
        let shown = self.unfolded.len();
        self.unfolded.retain(|unfolded| *unfolded != doc);
        if self.unfolded.len() == shown {
            self.unfolded.push(doc);
        }
        self.cursor = None;
    }

    fn load(&mut self, doc: DocId, content: Shared<AnalysedDocument>, matches: Shared<Vec<Match>>) {
        if self.open_doc() == Some(doc) {
            let current = arrival(&content.document, &matches, self.place.paragraph);
            self.reader = Some(Reader {
                doc,
                content,
                matches,
                current,
            });
        }
    }

    fn open(&mut self, doc: DocId, paragraph: Option<u32>) {
        let Some(document) = self.overview.documents.get(doc.index()) else {
            return;
        };
        let name = document.name.clone();
        self.commit(|place| {
            place.doc = Some(name);
            place.paragraph = paragraph;
            place.beside = None;
        });
        self.overlays.retain(|overlay| !overlay.is_of_reader());
        if let Some(reader) = self.reader.as_mut().filter(|reader| reader.doc == doc) {
            reader.current = arrival(&reader.content.document, &reader.matches, paragraph);
        }
        if let Some(answer) = &self.answer
            && self.place.view == View::Documents
        {
            let rows = rows(self, answer);
            let row = |row: &Row| answer.documents[row.hit].doc == doc;
            self.cursor = rows.iter().position(row);
        }
    }

    fn compare(&mut self, doc: DocId, other: DocId) {
        let named = |doc: DocId| Some(self.overview.documents.get(doc.index())?.name.clone());
        if let (Some(doc), Some(other)) = (named(doc), named(other)) {
            let place = self.place.with_both(&doc, &other);
            self.commit(|before| *before = place);
            self.overlays.retain(|overlay| !overlay.is_of_reader());
        }
    }

    fn close_reader(&mut self) {
        self.commit(|place| {
            place.doc = None;
            place.paragraph = None;
            place.beside = None;
        });
        self.reader = None;
        self.overlays.retain(|overlay| !overlay.is_of_reader());
    }

    fn go(&mut self, place: Place) {
        if place.doc != self.place.doc {
            self.overlays.clear();
        }
        if place.doc.is_none() {
            self.reader = None;
        }
        if place.entity != self.place.entity || place.selection != self.place.selection {
            self.mentions = None;
        }
        if place.view != self.place.view || place.selection != self.place.selection {
            self.cursor = None;
        }
        self.place = place;
        self.entry = Entry::Keep;
        self.draft = false;
        self.drop_explanations();
    }

    fn step_match(&mut self, by: isize) {
        let (current, count) = if self.compared_docs().is_some() {
            let Some(compared) = &mut self.comparison else {
                return;
            };
            let count = differences(&compared.comparison).count();
            (&mut compared.current, count.cast_signed())
        } else {
            let Some(reader) = &mut self.reader else {
                return;
            };
            (&mut reader.current, reader.matches.len().cast_signed())
        };
        if count == 0 {
            return;
        }
        let position = match *current {
            Some(current) => current.cast_signed() + by,
            None if by > 0 => 0,
            None => -1,
        };
        *current = Some(position.rem_euclid(count).cast_unsigned());
    }

    /// Moves within the results, from the first (or, upwards, the last) where it is on none.
    fn move_cursor(&mut self, by: isize) {
        let count = self.result_count();
        if count == 0 {
            return;
        }
        let last = count.cast_signed() - 1;
        let position = match self.cursor {
            Some(cursor) => (cursor.cast_signed() + by).clamp(0, last),
            None if by < 0 => last,
            None => 0,
        };
        self.cursor = Some(position.cast_unsigned());
    }

    /// An explanation goes with the result that it explains, or Escape would close what nobody
    /// sees.
    fn drop_explanations(&mut self) {
        let listed = self
            .answer
            .as_ref()
            .filter(|_| self.place.view == View::Documents);
        self.overlays.retain(|overlay| match overlay {
            Overlay::Why(doc) => {
                listed.is_some_and(|answer| answer.documents.iter().any(|hit| hit.doc == *doc))
            }
            _ => true,
        });
    }

    /// Of its kind an overlay is alone: another card takes the place of the card that is open.
    fn toggle_overlay(&mut self, overlay: Overlay) {
        let was_open = self.overlays.contains(&overlay);
        let kind = std::mem::discriminant(&overlay);
        self.overlays
            .retain(|open| std::mem::discriminant(open) != kind);
        if !was_open {
            self.overlays.push(overlay);
        }
    }
}

#[cfg(test)]
mod tests;
