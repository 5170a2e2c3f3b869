//! The Entities view: a list by kind, and the page of one entity.

use dossier_engine::entity::{Entity, EntityKind};
use dossier_engine::explorer::{EntityRow, Group, MentionContext};
use dossier_engine::id::DocId;
use dossier_engine::text::folded;

use crate::facets::Condition;
use crate::state::State;

/// The entities of one kind in the selection.
#[derive(Clone, Debug, PartialEq)]
pub struct KindList {
    /// Which kind.
    pub kind: EntityKind,
    /// Its entities, most documents first.
    pub rows: Vec<EntityRow>,
}

/// The entities of the selection by kind, those whose name, alias or description holds all of
/// the words of `sought`. Kinds without any are left out.
#[must_use]
pub fn lists(state: &State, sought: &str) -> Vec<KindList> {
    let sought: Vec<String> = sought.split_whitespace().map(folded).collect();
    let kinds = EntityKind::ALL.into_iter().map(|kind| KindList {
        kind,
        rows: state
            .entities
            .iter()
            .filter(|row| {
                let entity = state.overview.entities.get(row.entity.index());
                entity.is_some_and(|entity| entity.kind == kind && is_sought(entity, &sought))
            })
            .copied()
            .collect(),
    });
    kinds.filter(|list| !list.rows.is_empty()).collect()
}

fn is_sought(entity: &Entity, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let names = entity
        .aliases
        .iter()
        .chain([&entity.name])
        .chain(&entity.description);
    let names: Vec<String> = names.map(|name| folded(name)).collect();
    words
        .iter()
        .all(|word| names.iter().any(|name| name.contains(word)))
}

/// The group by which documents with entities of this kind are filtered; dates and quantities are
/// no facets.
#[must_use]
pub fn group(kind: EntityKind) -> Option<Group> {
    let group = Group::Entity(kind);
    Group::ALL.contains(&group).then_some(group)
}

/// What the filters ask of an entity.
#[must_use]
pub fn condition(state: &State, entity: &Entity) -> Condition {
    let groups = &state.place.selection.filters.groups;
    match groups.get(&Group::Entity(entity.kind)) {
        Some(filter) if filter.include.contains(&entity.key) => Condition::Included,
        Some(filter) if filter.exclude.contains(&entity.key) => Condition::Excluded,
        _ => Condition::None,
    }
}

/// Mentions by document, in the order in which they come.
#[must_use]
pub fn by_document(mentions: &[MentionContext]) -> Vec<(DocId, &[MentionContext])> {
    mentions
        .chunk_by(|one, other| one.doc == other.doc)
        .filter_map(|mentions| Some((mentions.first()?.doc, mentions)))
        .collect()
}

#[cfg(test)]
mod tests {
    use dossier_engine::entity::{Entity, EntityKind};
    use dossier_engine::explorer::{EntityRow, Overview, SearchAnswer};
    use dossier_engine::id::EntityId;

    use super::lists;
    use crate::place::Place;
    use crate::reduce::reduce;
    use crate::state::{Action, State};

    fn entity(name: &str, kind: EntityKind, alias: &str) -> Entity {
        Entity {
            key: name.to_lowercase(),
            name: name.into(),
            kind,
            aliases: vec![alias.into()],
            description: None,
            country: None,
        }
    }

    fn state() -> State {
        let overview = Overview {
            entities: vec![
                entity("Seoul", EntityKind::Place, "the capital"),
                entity("Kim Jong Un", EntityKind::Person, "Mr Kim"),
                entity("Kim Yo Jong", EntityKind::Person, "Ms Kim"),
            ],
            ..Overview::default()
        };
        let rows: Vec<EntityRow> = (0..3)
            .map(|position| EntityRow {
                entity: EntityId(position),
                documents: 1,
                mentions: 1,
            })
            .collect();
        let state = State::new(overview, Place::default());
        let answer = SearchAnswer::default();
        reduce(&state, Action::Answered(answer.into(), rows.into()))
    }

    #[test]
    fn people_come_before_places() {
        let kinds: Vec<_> = lists(&state(), "").iter().map(|list| list.kind).collect();
        assert_eq!(kinds, [EntityKind::Person, EntityKind::Place]);
    }

    #[test]
    fn aliases_are_sought_too_and_all_words_count() {
        let found = lists(&state(), "ms KIM");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].rows.len(), 1);
        assert_eq!(found[0].rows[0].entity, EntityId(2));
    }
}
