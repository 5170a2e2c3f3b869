//! Second thoughts: what the places of a text say about each other.
//!
//! A sentence alone may leave a name open that others settle. Names are counted by their words:
//! - a name takes the kind that the same words have far more often elsewhere in the text;
//! - a single word takes after the people in whose full name it is;
//! - capitalised words that are a name elsewhere are one here too;
//! - a sentence in capitals, or a heading with most words capitalised, says nothing against what
//!   the others say.

use std::collections::BTreeMap;

use super::context::{Text, usage};
use super::gazetteer::Known;
use super::hash;
use super::token::{Form, Token};
use crate::entity::EntityKind;
use crate::order;

/// A name, by its first and last token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// First token.
    pub first: usize,
    /// Last token.
    pub last: usize,
    /// What it is.
    pub kind: EntityKind,
}

/// The longest name that is looked for elsewhere, in tokens.
const LONGEST: usize = 6;

/// What a word is known as that may be more than somebody's name.
const ELSEWHERE: u16 = Known::City.bit()
    | Known::Country.bit()
    | Known::Group.bit()
    | Known::Organisation.bit()
    | Known::Team.bit()
    | Known::Common.bit();

/// How often words are a name of each kind.
type Votes = [u32; EntityKind::ALL.len()];

/// The names, each with its kind thought over, and those that were overlooked, in order.
#[must_use]
pub fn repaired(text: &Text, named: Vec<Named>) -> Vec<Named> {
    let count = Count::new(text, &named);
    let mut labelled = vec![false; text.tokens.list.len()];
    for name in &named {
        labelled[name.first..=name.last].fill(true);
    }
    let mut repaired = named;
    for name in &mut repaired {
        name.kind = count.kind(text, *name);
    }
    let overlooked = count.overlooked(text, &labelled);
    if overlooked.is_empty() {
        return repaired;
    }
    repaired.extend(overlooked);
    order::sort_by_key(&mut repaired, |name| name.first);
    repaired
}

/// What is counted in a text.
struct Count {
    /// For the words of each name, how often it has each kind.
    votes: BTreeMap<u32, Votes>,
    /// For each word of the name of somebody named in full, how often.
    people: BTreeMap<u32, u32>,
    /// For each token, whether capitals say nothing in its sentence, which is no evidence.
    capitalised: Vec<bool>,
}

impl Count {
    fn new(text: &Text, named: &[Named]) -> Self {
        let mut capitalised = vec![false; text.tokens.list.len()];
        for (sentence, mode) in text.tokens.sentences.iter().zip(&text.modes) {
            if mode.capitals || mode.heading {
                capitalised[sentence.clone()].fill(true);
            }
        }
        let mut count = Self {
            votes: BTreeMap::new(),
            people: BTreeMap::new(),
            capitalised,
        };
        for name in named.iter().filter(|name| is_name(name.kind)) {
            if count.capitalised[name.first] || name.last - name.first >= LONGEST {
                continue;
            }
            let votes = count
                .votes
                .entry(words(text, name.first, name.last))
                .or_default();
            votes[name.kind as usize] += 1;
            if name.kind == EntityKind::Person && name.first < name.last {
                let words = &text.tokens.list[name.first..=name.last];
                let capital = |word: &&Token| word.form == Form::Capital && word.span.len() > 2;
                for word in words.iter().filter(capital) {
                    *count.people.entry(word.hash).or_default() += 1;
                }
            }
        }
        count
    }

    /// How often a single word, or one behind small ones, is part of the name of somebody named in
    /// full.
    fn of_people(&self, text: &Text, first: usize, last: usize) -> u32 {
        let tokens = &text.tokens;
        let small = (first..last).all(|at| is_particle(tokens.folded(&tokens.list[at])));
        let token = tokens.list.get(last).filter(|_| small);
        token
            .and_then(|token| self.people.get(&token.hash))
            .copied()
            .unwrap_or(0)
    }

    /// What a name is, all considered.
    fn kind(&self, text: &Text, name: Named) -> EntityKind {
        if !is_name(name.kind) {
            return name.kind;
        }
        let votes = self.votes.get(&words(text, name.first, name.last));
        let mut votes = votes.copied().unwrap_or_default();
        let people = self.of_people(text, name.first, name.last);
        votes[EntityKind::Person as usize] += people;
        let own = votes[name.kind as usize];
        // A word of somebody's name that no list has as anything else, called so as often.
        if people >= own && text.evidence[name.first].word & ELSEWHERE == 0 && people > 0 {
            return EntityKind::Person;
        }
        let top = EntityKind::ALL
            .into_iter()
            .max_by_key(|kind| (votes[*kind as usize], *kind == name.kind));
        let top = top.unwrap_or(name.kind);
        let sure = if self.capitalised[name.first] {
            votes[top as usize] > 0
        } else {
            votes[top as usize] > 2 * own
        };
        if sure { top } else { name.kind }
    }

    /// Capitalised words outside all names that are a name elsewhere.
    fn overlooked(&self, text: &Text, labelled: &[bool]) -> Vec<Named> {
        let mut found = Vec::new();
        for sentence in &text.tokens.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                let free = |at: usize| text.tokens.list[at].form.is_capital() && !labelled[at];
                if !free(at) {
                    at += 1;
                    continue;
                }
                // All of a run of free words has to be one name.
                let end = (at..sentence.end)
                    .find(|&at| !free(at))
                    .unwrap_or(sentence.end);
                let opening = at == sentence.start && !self.capitalised[at];
                let name = self.name_of(text, at, end - 1, opening);
                found.extend(name);
                at = end;
            }
        }
        found
    }

    fn name_of(&self, text: &Text, first: usize, last: usize, opening: bool) -> Option<Named> {
        if last - first >= LONGEST {
            return None;
        }
        let mut votes = self
            .votes
            .get(&words(text, first, last))
            .copied()
            .unwrap_or_default();
        votes[EntityKind::Person as usize] += self.of_people(text, first, last);
        let kind = EntityKind::ALL
            .into_iter()
            .max_by_key(|kind| votes[*kind as usize])?;
        // A word for a people is often a language or a dish.
        if votes[kind as usize] == 0 || kind == EntityKind::Group {
            return None;
        }
        let common = text.usage[first] & usage::SMALL != 0
            || text.evidence[first].word & Known::Common.bit() != 0;
        let unsure = first == last && common && (opening || self.capitalised[first]);
        (!unsure).then_some(Named { first, last, kind })
    }
}

/// Whether a word may stand before a surname as part of it.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "da"
            | "di"
            | "du"
            | "del"
            | "la"
            | "le"
    )
}

/// Whether the words of a kind name the same thing wherever they stand.
fn is_name(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Person | EntityKind::Organisation | EntityKind::Place | EntityKind::Group
    )
}

/// The words of a name as one value.
fn words(text: &Text, first: usize, last: usize) -> u32 {
    let tokens = text.tokens.list.get(first..=last).unwrap_or_default();
    tokens
        .iter()
        .fold(hash::SEED, |value, token| hash::join(value, token.hash))
}
