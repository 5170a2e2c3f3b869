//! The entity table: the curated list and what the texts add, down to what is mentioned.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::Referent;
use super::gender;
use super::link::Linked;
use super::namesake::{Namesakes, Traits};
use super::words::all_capitals;
use super::{Entity, EntityKind, Mention, Recognition};
use crate::collection::{EntityDefinition, Gender};
use crate::id::EntityId;
use crate::order;
use crate::text::{self, WordList, folded};

/// Letters from which on a name in capitals is likelier a word than initials.
const SHORTEST_SHOUTED: usize = 5;

/// Entities made from the texts, in the order in which they were found.
#[derive(Debug, Default)]
pub(super) struct Table {
    made: Vec<Made>,
    /// For each kind, entities by their names.
    by_name: [text::Table<usize>; EntityKind::ALL.len()],
    /// The same by their spellings.
    by_spelling: [text::Table<usize>; EntityKind::ALL.len()],
    namesakes: Namesakes,
}

#[derive(Debug)]
struct Made {
    name: String,
    kind: EntityKind,
    gender: Option<Gender>,
}

impl Table {
    /// The entity of a kind with a name.
    pub(super) fn made(&mut self, kind: EntityKind, name: &str) -> Referent {
        let by_name = &mut self.by_name[kind as usize];
        if let Some(&position) = by_name.get(name) {
            return Referent::Made(position);
        }
        let position = self.made.len();
        self.made.push(Made {
            name: name.to_owned(),
            kind,
            gender: None,
        });
        by_name.insert(name.into(), position);
        Referent::Made(position)
    }

    /// The place with the name that `other` makes of an entity's, or what was taken for an
    /// organisation of that name.
    pub(super) fn place_beside(
        &self,
        position: usize,
        other: impl FnOnce(&str) -> Option<String>,
    ) -> Option<Referent> {
        let name = spelling(&other(&self.made.get(position)?.name)?);
        let kinds = [EntityKind::Place, EntityKind::Organisation];
        let mut found = kinds
            .map(|kind| self.by_spelling[kind as usize].get(name.as_str()))
            .into_iter();
        found.find_map(|position| position.copied().map(Referent::Made))
    }

    /// The entity of a kind that words of a text name. Case, hyphens, dots and an article make no
    /// difference; the first spelling is its name.
    pub(super) fn named(&mut self, kind: EntityKind, name: &str) -> Referent {
        let key = match kind {
            EntityKind::Person => spelling_of_person(name),
            _ => spelling(name),
        };
        if kind == EntityKind::Person
            && let Some(position) = self.namesakes.here(&key)
        {
            return Referent::Made(position);
        }
        if let Some(&position) = self.by_spelling[kind as usize].get(key.as_str()) {
            self.respell(position, name);
            return Referent::Made(position);
        }
        let who = self.made(kind, name);
        if kind == EntityKind::Person {
            let first = folded(name.split([' ', '-']).next().unwrap_or_default());
            self.note_gender(who, gender::of_first_name(&first));
        }
        if let Referent::Made(position) = who {
            self.by_spelling[kind as usize].insert(key.into(), position);
        }
        who
    }

    /// Begins a document that says this of people named in full.
    pub(super) fn enter(&mut self, people: Vec<(String, Traits)>) {
        let mut namesakes = std::mem::take(&mut self.namesakes);
        namesakes.leave();
        for (name, traits) in people {
            namesakes.enter(&spelling_of_person(&name), traits, |another| {
                if another {
                    self.made.push(Made {
                        name: name.clone(),
                        kind: EntityKind::Person,
                        gender: None,
                    });
                    return Some(self.made.len() - 1);
                }
                match self.named(EntityKind::Person, &name) {
                    Referent::Made(position) => Some(position),
                    Referent::Curated(_) => None,
                }
            });
        }
        self.namesakes = namesakes;
    }

    /// Takes a spelling in small letters for a name that so far stood in capitals only, as
    /// datelines and headings write it.
    fn respell(&mut self, position: usize, name: &str) {
        if let Some(made) = self.made.get_mut(position)
            && made.name.chars().count() >= SHORTEST_SHOUTED
            && all_capitals(&made.name)
            && !all_capitals(name)
        {
            name.clone_into(&mut made.name);
        }
    }

    /// Notes the gender of a person made from the texts, where an honorific told it.
    pub(super) fn note_gender(&mut self, who: Referent, gender: Option<Gender>) {
        if let Referent::Made(position) = who
            && let Some(made) = self.made.get_mut(position)
        {
            made.gender = made.gender.or(gender);
        }
    }

    /// The person with a name, and the gender where an honorific told it.
    pub(super) fn person(&mut self, name: &str, gender: Option<Gender>) -> Referent {
        let who = self.named(EntityKind::Person, name);
        self.note_gender(who, gender);
        who
    }

    /// The gender of a person made from the texts.
    pub(super) fn gender(&self, position: usize) -> Option<Gender> {
        self.made.get(position)?.gender
    }

    /// The mentions of all documents with the entities that they need, by kind and key.
    pub(super) fn finish(
        &self,
        curated: &[EntityDefinition],
        keys: &Keys,
        linked: Vec<Vec<Linked>>,
    ) -> Recognition {
        let country = |who: Referent| match who {
            Referent::Curated(position) => {
                let key = curated.get(position)?.country.as_ref()?;
                keys.get(key).copied()
            }
            Referent::Made(_) => None,
        };
        let mut used = BTreeSet::new();
        for mention in linked.iter().flatten() {
            used.insert(mention.who);
            used.extend(mention.stands_for);
            used.extend(country(mention.who));
        }
        let mut taken = Taken {
            listed: keys,
            made: BTreeSet::new(),
        };
        let mut rows: Vec<(Referent, Entity)> = used
            .into_iter()
            .filter_map(|who| Some((who, self.entity(curated, who, &mut taken)?)))
            .collect();
        order::sort_by(&mut rows, |(_, one), (_, other)| {
            (one.kind, &one.key).cmp(&(other.kind, &other.key))
        });
        let ids: BTreeMap<Referent, EntityId> = rows
            .iter()
            .enumerate()
            .map(|(position, (who, _))| (*who, EntityId(position as u32)))
            .collect();
        let id = |who: Referent| ids.get(&who).copied();
        let mentions = linked
            .into_iter()
            .map(|mentions| {
                let with_id = |mention: Linked| {
                    Some(Mention {
                        span: mention.span,
                        entity: id(mention.who)?,
                        reason: mention.reason,
                        stands_for: mention.stands_for.and_then(id),
                    })
                };
                mentions.into_iter().filter_map(with_id).collect()
            })
            .collect();
        let entities = rows
            .into_iter()
            .map(|(who, entity)| Entity {
                country: country(who).and_then(id),
                ..entity
            })
            .collect();
        Recognition { entities, mentions }
    }

    fn entity(
        &self,
        curated: &[EntityDefinition],
        who: Referent,
        taken: &mut Taken<'_>,
    ) -> Option<Entity> {
        Some(match who {
            Referent::Curated(position) => {
                let own = curated.get(position)?;
                Entity {
                    key: own.key.clone(),
                    name: own.name.clone(),
                    kind: own.kind,
                    aliases: own.aliases.clone(),
                    description: own.description.clone(),
                    country: None,
                }
            }
            Referent::Made(position) => {
                let made = self.made.get(position)?;
                Entity {
                    key: fresh_key(&made.name, made.kind, taken),
                    name: made.name.clone(),
                    kind: made.kind,
                    aliases: Vec::new(),
                    description: self
                        .namesakes
                        .reason(&spelling_of_person(&made.name), position),
                    country: None,
                }
            }
        })
    }
}

/// What of a name counts when two are compared: folded letters, figures, and gaps between words.
fn spelling(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut add = |character: char| {
        if character.is_alphanumeric() || character == '&' {
            key.push(character);
        } else if matches!(character, ' ' | '-' | '\u{2010}'..='\u{2015}') && !key.ends_with(' ') {
            key.push(' ');
        }
    };
    if name.is_ascii() {
        let lower = name.chars().map(|character| character.to_ascii_lowercase());
        lower.for_each(&mut add);
    } else {
        folded(name).chars().for_each(&mut add);
    }
    if key.starts_with("the ") {
        key.drain(.."the ".len());
    }
    key
}

/// The spelling of a person's name; of a full name with one of the ways in which other scripts are
/// written in Latin letters: `Aleksei` and `Alexey`, `Sergei` and `Sergey`, `Mohammed` and `Muhammad`.
fn spelling_of_person(name: &str) -> String {
    let key = spelling(name);
    if !key.contains(' ') {
        return key;
    }
    let words = key.split(' ').map(|word| {
        if MOHAMMEDS.contains(word) {
            return "mohammed".to_owned();
        }
        let mut word = word.replace("ks", "x");
        if word.len() > 3
            && let Some(ending) = ENDINGS.into_iter().find(|ending| word.ends_with(ending))
        {
            word.truncate(word.len() - ending.len());
            word.push('i');
        }
        word
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Ends of names that are one in other scripts, the longer before what they end in.
const ENDINGS: [&str; 6] = ["ei", "ey", "ij", "iy", "yi", "y"];

/// Ways to write one name.
static MOHAMMEDS: WordList =
    WordList::new("mohammed muhammad mohamed mohammad mohamad muhammed muhamed mohamud mehmed");

/// Entities of the list by their keys.
pub(super) type Keys = BTreeMap<String, Referent>;

/// Entities of the list by their keys.
pub(super) fn by_key(known: &[EntityDefinition]) -> Keys {
    let keys = known.iter().enumerate();
    keys.map(|(position, own)| (own.key.clone(), Referent::Curated(position)))
        .collect()
}

/// The keys that are given away.
struct Taken<'k> {
    listed: &'k Keys,
    made: BTreeSet<String>,
}

impl Taken<'_> {
    fn contains(&self, key: &str) -> bool {
        self.listed.contains_key(key) || self.made.contains(key)
    }

    /// Takes a key; whether it was free.
    fn take(&mut self, key: &str) -> bool {
        !self.listed.contains_key(key) && self.made.insert(key.to_owned())
    }
}

/// A key made from a name that no other entity has: letters and figures, hyphens between them.
fn fresh_key(name: &str, kind: EntityKind, taken: &mut Taken<'_>) -> String {
    let mut plain = String::new();
    for character in name.chars() {
        let spelt = match character {
            '%' => " percent",
            '$' => "usd ",
            '€' => "eur ",
            '£' => "gbp ",
            _ if character.is_alphanumeric() || character == '.' => {
                plain.extend(character.to_lowercase());
                continue;
            }
            _ => " ",
        };
        plain.push_str(spelt);
    }
    let parts = plain.split([' ', '.']).filter(|part| !part.is_empty());
    let mut key = parts.collect::<Vec<_>>().join("-");
    if key.is_empty() || taken.contains(&key) {
        key = [kind.key(), "-", &key].concat();
    }
    let mut number = 2;
    let base = key.clone();
    while !taken.take(&key) {
        key = [&base, "-", &number.to_string()].concat();
        number += 1;
    }
    key
}
