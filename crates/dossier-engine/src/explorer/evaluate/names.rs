//! The names of entities, to be found among the words of a query.

use crate::entity::{Entity, EntityKind};
use crate::id::EntityId;
use crate::order;
use crate::query::{Word, WordMode};
use crate::text::{Analyser, is_stop_word};

/// All names of the entities that can be asked for by name.
#[derive(Debug)]
pub(in crate::explorer) struct Names {
    /// In the order of their words.
    names: Vec<Name>,
    longest: usize,
}

#[derive(Debug)]
struct Name {
    /// Folded.
    words: Vec<String>,
    entity: EntityId,
    kind: EntityKind,
    /// Whether it is one word in capitals, such as `U.N.` or `KCNA`.
    acronym: bool,
}

/// A name that some words of a query are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::explorer) struct Named {
    /// How many words.
    pub words: usize,
    /// Whose name.
    pub entity: EntityId,
    /// Whether an acronym was typed in capitals, so that words in small letters are not meant.
    pub capitals: bool,
}

impl Names {
    pub fn new(entities: &[Entity], analyser: &Analyser) -> Self {
        let mut names = Vec::new();
        for (number, entity) in (0..).zip(entities) {
            if matches!(entity.kind, EntityKind::Date | EntityKind::Quantity) {
                continue;
            }
            for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                let tokens = analyser.tokens(name);
                let acronym = tokens.len() == 1
                    && name.contains(char::is_uppercase)
                    && !name.contains(char::is_lowercase);
                names.push(Name {
                    words: tokens.into_iter().map(|token| token.word).collect(),
                    entity: EntityId(number),
                    kind: entity.kind,
                    acronym,
                });
            }
        }
        order::sort_by(&mut names, |a: &Name, b| {
            a.words.cmp(&b.words).then(a.entity.cmp(&b.entity))
        });
        Self {
            longest: names.iter().map(|name| name.words.len()).max().unwrap_or(0),
            names,
        }
    }

    /// The longest name that the first of these words are, if it is the name of one entity only.
    pub fn longest_at_start(&self, words: &[&Word]) -> Option<Named> {
        (1..=words.len().min(self.longest))
            .rev()
            .find_map(|count| self.named(&words[..count]))
    }

    fn named(&self, words: &[&Word]) -> Option<Named> {
        let key = || words.iter().map(|word| word.word.as_str());
        let start = self
            .names
            .partition_point(|name| name.words.iter().map(String::as_str).lt(key()));
        let same: Vec<&Name> = self.names[start..]
            .iter()
            .take_while(|name| name.words.iter().map(String::as_str).eq(key()))
            .collect();
        let first = *same.first()?;
        let is_unique = same.iter().all(|name| name.entity == first.entity);
        let is_plain = words.iter().all(|word| word.mode == WordMode::Plain);
        let capitals = match words {
            [word] => {
                let acronym = same.iter().any(|name| name.acronym);
                let capitals = acronym && word.capitals;
                // `us`, `who` and `un` are words before they are names.
                let is_word = is_stop_word(&word.word) || word.word.chars().count() < 3;
                if is_word && !capitals {
                    return None;
                }
                capitals
            }
            _ => false,
        };
        (is_unique && is_plain).then_some(Named {
            words: words.len(),
            entity: first.entity,
            capitals,
        })
    }

    /// The entities of a kind that have a name with all of these words.
    pub fn with_words(
        &self,
        kind: EntityKind,
        words: &[Word],
        fits: impl Fn(&Word, &str) -> bool,
    ) -> Vec<EntityId> {
        let mut found: Vec<EntityId> = self
            .names
            .iter()
            .filter(|name| name.kind == kind)
            .filter(|name| {
                words
                    .iter()
                    .all(|word| name.words.iter().any(|other| fits(word, other)))
            })
            .map(|name| name.entity)
            .collect();
        order::sort(&mut found);
        found.dedup();
        found
    }

    /// All words of the names of a kind.
    pub fn words(&self, kind: EntityKind) -> impl Iterator<Item = &str> {
        let names = self.names.iter().filter(move |name| name.kind == kind);
        names.flat_map(|name| name.words.iter().map(String::as_str))
    }
}
