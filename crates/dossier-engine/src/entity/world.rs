//! Countries with their capitals and peoples, and a few bodies of the world, as definitions like
//! those of a curated list.
//!
//! `world.txt` has a line for each: `name | other names | capitals | peoples`, several with
//! semicolons between them, other names of a capital after an equals sign. `@org` after a name
//! makes it an organisation; the country behind it is the one for which it speaks, and its capital
//! the city that speaks for it.

use std::collections::{BTreeMap, BTreeSet};

use super::EntityKind;
use crate::collection::{EntityDefinition, slug};
use crate::text::folded;

const WORLD: &str = include_str!("world.txt");

/// A curated list with the world after it, as far as the list does not know it already.
pub(super) fn added(curated: &[EntityDefinition]) -> Vec<EntityDefinition> {
    let mut known = Known {
        names: BTreeMap::new(),
        keys: curated.iter().map(|own| own.key.clone()).collect(),
        list: curated.to_vec(),
    };
    for own in curated {
        for name in std::iter::once(&own.name).chain(&own.aliases) {
            known.note(own.kind, name, &own.key);
        }
    }
    for line in WORLD.lines() {
        let mut fields = line.split('|').map(str::trim);
        let mut field = || fields.next().unwrap_or_default();
        let (head, others, capitals, peoples) = (field(), field(), field(), field());
        let others = || parts(others, ';').map(ToOwned::to_owned);
        let country = if let Some((name, of)) = head.split_once("@org") {
            let stands_for = known.key(EntityKind::Place, of.trim());
            let body = definition(EntityKind::Organisation, name.trim(), others());
            known.add(EntityDefinition { stands_for, ..body })
        } else {
            known.add(definition(EntityKind::Place, head, others()))
        };
        for capital in parts(capitals, ';') {
            let mut names = parts(capital, '=').map(ToOwned::to_owned);
            let name = names.next().unwrap_or_default();
            let place = definition(EntityKind::Place, &name, names);
            known.add(EntityDefinition {
                stands_for: Some(country.clone()),
                ..place
            });
        }
        for people in parts(peoples, ';') {
            let group = definition(EntityKind::Group, people, std::iter::empty());
            known.add(EntityDefinition {
                country: Some(country.clone()),
                ..group
            });
        }
    }
    known.list
}

fn parts(field: &str, sign: char) -> impl Iterator<Item = &str> {
    field
        .split(sign)
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

fn definition(
    kind: EntityKind,
    name: &str,
    aliases: impl Iterator<Item = String>,
) -> EntityDefinition {
    EntityDefinition {
        key: slug(name),
        name: name.to_owned(),
        kind,
        aliases: aliases.collect(),
        gender: None,
        stands_for: None,
        country: None,
        offices: Vec::new(),
        description: None,
    }
}

/// What is known so far.
struct Known {
    /// The key of each name.
    names: BTreeMap<(EntityKind, String), String>,
    keys: BTreeSet<String>,
    list: Vec<EntityDefinition>,
}

impl Known {
    fn note(&mut self, kind: EntityKind, name: &str, key: &str) {
        let place = self.names.entry((kind, folded(name)));
        place.or_insert_with(|| key.to_owned());
    }

    fn key(&self, kind: EntityKind, name: &str) -> Option<String> {
        self.names.get(&(kind, folded(name))).cloned()
    }

    /// Adds a definition unless one of its names is known; the key under which it is known.
    fn add(&mut self, mut own: EntityDefinition) -> String {
        let names = std::iter::once(&own.name).chain(&own.aliases);
        let known = names.into_iter().find_map(|name| self.key(own.kind, name));
        if let Some(key) = known {
            return key;
        }
        if !self.keys.insert(own.key.clone()) {
            own.key = [own.kind.key(), "-", &own.key].concat();
            self.keys.insert(own.key.clone());
        }
        for name in std::iter::once(&own.name).chain(&own.aliases) {
            self.note(own.kind, name, &own.key);
        }
        let key = own.key.clone();
        self.list.push(own);
        key
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'k>(known: &'k [EntityDefinition], name: &str) -> &'k EntityDefinition {
        known.iter().find(|own| own.name == name).unwrap()
    }

    #[test]
    fn capitals_and_peoples_know_their_country() {
        let known = added(&[]);
        assert_eq!(
            find(&known, "Lisbon").stands_for.as_deref(),
            Some("portugal")
        );
        assert_eq!(
            find(&known, "Portuguese").country.as_deref(),
            Some("portugal")
        );
        assert_eq!(find(&known, "Kyiv").aliases, ["Kiev"]);
        assert_eq!(
            find(&known, "Kremlin").stands_for.as_deref(),
            Some("russia")
        );
    }

    #[test]
    fn keys_are_unique() {
        let known = added(&[]);
        let mut keys: Vec<&str> = known.iter().map(|own| own.key.as_str()).collect();
        let count = keys.len();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), count);
    }

    #[test]
    fn the_curated_list_comes_first() {
        let own = EntityDefinition {
            key: "lusitania".into(),
            ..definition(
                EntityKind::Place,
                "Lusitania",
                ["Portugal".to_owned()].into_iter(),
            )
        };
        let known = added(&[own]);
        assert!(known.iter().all(|own| own.name != "Portugal"));
        assert_eq!(
            find(&known, "Lisbon").stands_for.as_deref(),
            Some("lusitania")
        );
    }
}
