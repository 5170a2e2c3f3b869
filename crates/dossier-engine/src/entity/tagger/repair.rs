//! Second thoughts: what the places of a text say about each other.
//!
//! A sentence alone may leave a name open that others settle. Names are counted by their words:
//! - a name takes the kind that the same words have far more often elsewhere in the text;
//! - a single word takes after the people in whose full name it is, and after the company whose name
//!   begins with it, where nothing speaks for a place or somebody;
//! - capitalised words that are a name elsewhere are one here too;
//! - a sentence in capitals, or a heading with most words capitalised, says nothing against what
//!   the others say, and what they have as names are names in it;
//! - a common word that only the beginning of a sentence capitalises is no organisation.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::context::{Text, usage};
use super::gazetteer::Known;
use super::hash;
use super::token::{Form, Token};
use crate::entity::EntityKind;
use crate::order;
use crate::text::{PARTICLES, WordList, is_stop_word};

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
pub fn repaired(text: &Text, mut named: Vec<Named>) -> Vec<Named> {
    for name in &mut named {
        name.first = behind_dateline(text, *name);
    }
    let count = Count::new(text, &named);
    let mut labelled = vec![false; text.tokens.list.len()];
    named.retain(|name| !count.is_headline(text, *name));
    for name in &named {
        labelled[name.first..=name.last].fill(true);
    }
    let mut repaired = named;
    for name in &mut repaired {
        name.kind = count.kind(text, *name);
    }
    repaired.retain(|name| !is_opening_word(text, *name));
    let overlooked = count.overlooked(text, &labelled);
    if overlooked.is_empty() {
        return repaired;
    }
    repaired.extend(overlooked);
    order::sort_by_key(&mut repaired, |name| name.first);
    repaired
}

/// The first token of a name without the dateline before it: `BERN - Aare Group`.
fn behind_dateline(text: &Text, name: Named) -> usize {
    let list = &text.tokens.list;
    let is_dash = |at: &usize| {
        let spaced = list[at - 1].span.end < list[*at].span.start
            && list[*at].span.end < list[at + 1].span.start;
        spaced
            && matches!(
                text.tokens.folded(&list[*at]),
                "-" | "\u{2013}" | "\u{2014}"
            )
    };
    let is_shouted = list[name.first].form == Form::Capitals;
    let mut inside = name.first + 1..name.last;
    let dash = inside.find(|at| is_shouted && is_name(name.kind) && is_dash(at));
    dash.map_or(name.first, |dash| dash + 1)
}

/// What is counted in a text.
struct Count {
    /// For the words of each name, how often it has each kind.
    votes: BTreeMap<u32, Votes>,
    /// For each word of the name of somebody named in full, how often.
    people: BTreeMap<u32, u32>,
    /// The first words of companies of several words.
    companies: BTreeSet<u32>,
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
            companies: BTreeSet::new(),
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
                let capital = |word: &&Token| {
                    let folded = text.tokens.folded(word);
                    let short = word.span.len() == 2
                        && !is_stop_word(folded)
                        && !PARTICLES.contains(folded)
                        && !ADDRESSES.contains(folded);
                    word.form == Form::Capital && (short || word.span.len() > 2)
                };
                for word in words.iter().filter(capital) {
                    *count.people.entry(word.hash).or_default() += 1;
                }
            }
            if name.kind == EntityKind::Organisation && name.first < name.last {
                let [first, last] = [name.first, name.last].map(|at| &text.tokens.list[at]);
                if COMPANIES.contains(text.tokens.folded(last)) {
                    count.companies.insert(first.hash);
                }
            }
        }
        count
    }

    /// How often a single word, or one behind small ones, is part of the name of somebody named in
    /// full.
    fn of_people(&self, text: &Text, first: usize, last: usize) -> u32 {
        let tokens = &text.tokens;
        let small = (first..last).all(|at| PARTICLES.contains(tokens.folded(&tokens.list[at])));
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
        if is_somewhere(text, name) {
            return EntityKind::Place;
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
        let kind = if sure { top } else { name.kind };
        let is_company = self.is_company(text, name.first, name.last, kind);
        if is_company {
            EntityKind::Organisation
        } else {
            kind
        }
    }

    /// Whether a single word that was taken for a place or somebody is the first of a company's name.
    /// A company may bear the name of a city in which the text has nobody, and that of somebody whom
    /// it does not have.
    fn is_company(&self, text: &Text, first: usize, last: usize, kind: EntityKind) -> bool {
        let hash = text.tokens.list[first].hash;
        let evidence = text.evidence[first].word;
        let may_be = match kind {
            EntityKind::Place => {
                let known = Known::Country.bit() | Known::Group.bit();
                evidence & known == 0 && text.usage[first] & usage::AFTER_IN == 0
            }
            EntityKind::Person => {
                evidence & Known::Surname.bit() == 0
                    && text.usage[first] & usage::AFTER_FIRST == 0
                    && !self.people.contains_key(&hash)
            }
            _ => false,
        };
        may_be && first == last && self.companies.contains(&hash)
    }

    /// Capitalised words outside all names that are a name elsewhere.
    fn overlooked(&self, text: &Text, labelled: &[bool]) -> Vec<Named> {
        let mut found = Vec::new();
        for (sentence, mode) in text.tokens.sentences.iter().zip(&text.modes) {
            if mode.capitals {
                self.shouted(text, labelled, sentence.clone(), &mut found);
                continue;
            }
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

    /// Whether what was taken for one name in a sentence in capitals has names of the text in it and
    /// is none of them: `ROME COURT CLEARS DORIA IN BANK`.
    fn is_headline(&self, text: &Text, name: Named) -> bool {
        let sentences = &text.tokens.sentences;
        let sentence = sentences.partition_point(|sentence| sentence.end <= name.first);
        let shouted = text.modes.get(sentence).is_some_and(|mode| mode.capitals);
        shouted
            && name.last - name.first > 2
            && self.name_of(text, name.first, name.last, false).is_none()
            && (name.first..=name.last).any(|at| self.name_of(text, at, at, false).is_some())
    }

    /// Names in a sentence in capitals, the longest from each word on.
    fn shouted(
        &self,
        text: &Text,
        labelled: &[bool],
        sentence: Range<usize>,
        found: &mut Vec<Named>,
    ) {
        let mut at = sentence.start;
        while at < sentence.end {
            let free = (at..sentence.end.min(at + LONGEST))
                .take_while(|&at| text.tokens.list[at].form.is_capital() && !labelled[at])
                .count();
            let name = (at..at + free)
                .rev()
                .find_map(|last| self.name_of(text, at, last, false));
            at = name.map_or(at, |name| name.last) + 1;
            found.extend(name);
        }
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
        let people = self.of_people(text, first, last);
        votes[EntityKind::Person as usize] += people;
        let kind = EntityKind::ALL
            .into_iter()
            .max_by_key(|kind| votes[*kind as usize])?;
        // A word for a people is often a language or a dish.
        if votes[kind as usize] == 0 || kind == EntityKind::Group {
            return None;
        }
        // Whose full name the text has is meant where the word does what people do: `Grant later`.
        let acts = people > 0 && opening && acts(text, last + 1);
        let common = text.usage[first] & usage::SMALL != 0
            || text.evidence[first].word & Known::Common.bit() != 0 && !acts;
        let unsure = first == last && common && (opening || self.capitalised[first]);
        let is_company = self.is_company(text, first, last, kind);
        let kind = if is_company {
            EntityKind::Organisation
        } else {
            kind
        };
        (!unsure).then_some(Named { first, last, kind })
    }
}

/// Whether what was taken for somebody of several names, none of them a first name, is where
/// something is: `a factory in Binh Duong`, `south of Wad Madani`.
fn is_somewhere(text: &Text, name: Named) -> bool {
    let folded = |at: usize| text.tokens.folded(&text.tokens.list[at]);
    let several = name.kind == EntityKind::Person && name.first < name.last;
    let Some(before) = name.first.checked_sub(2).filter(|_| several) else {
        return false;
    };
    let is_inside = match folded(before + 1) {
        "in" => !BELIEVED.contains(folded(before)),
        "near" => true,
        "of" => SIDES.contains(folded(before)),
        _ => false,
    };
    let known = Known::First.bit() | Known::Surname.bit() | Known::Title.bit();
    let of_people = usage::AFTER_FIRST | usage::SPEAKS;
    is_inside
        && text.evidence[name.first].word & known == 0
        && text.usage[name.last] & of_people == 0
        && text.tokens.list[name.first].form == Form::Capital
}

/// Words before `in` and somebody.
static BELIEVED: WordList = WordList::new(
    "believe believes believed confidence faith trust interest interested belief investigation",
);

/// What is of a place.
static SIDES: WordList = WordList::new(
    "north south east west northeast northwest southeast southwest outskirts suburb village town city \
     port province district region capital",
);

/// Whether what was taken for an organisation is a common word that begins its sentence, is
/// capitalised nowhere else, and is said to be something: `Labour is scarce`.
fn is_opening_word(text: &Text, name: Named) -> bool {
    let sentence = text
        .tokens
        .sentences
        .partition_point(|sentence| sentence.end <= name.first);
    let sentence = text.tokens.sentences.get(sentence);
    let next = text.tokens.list.get(name.last + 1);
    name.kind == EntityKind::Organisation
        && name.first == name.last
        && sentence.is_some_and(|sentence| sentence.start == name.first)
        && text.evidence[name.first].word & Known::Common.bit() != 0
        && text.usage[name.first] & usage::INSIDE == 0
        && next.is_some_and(|next| BEING.contains(text.tokens.folded(next)))
}

/// Whether a word says that somebody does something.
fn acts(text: &Text, at: usize) -> bool {
    let next = text.tokens.list.get(at);
    next.map(|next| text.tokens.folded(next))
        .is_some_and(|word| word.len() > 4 && word.ends_with("ed") || ACTING.contains(word))
}

/// Words behind somebody who does something.
static ACTING: WordList = WordList::new(
    "said says told has had was is will would could did also later then now never still won lost \
     left took made gave went came wrote spoke became began wants",
);

/// What a word that is no name is said to do.
static BEING: WordList = WordList::new("is are was were can could may might must costs remains");

/// Nouns that end the names of companies and of nothing that a city has.
static COMPANIES: WordList = WordList::new(
    "group inc corp corporation ltd plc holdings holding industries motors games capital partners \
     technologies systems energy pharmaceuticals electronics chemicals software shipping logistics \
     bank airlines telecom foods semiconductor semiconductors steel mining insurance motor",
);

/// Two letters before and behind names that are no part of them.
static ADDRESSES: WordList = WordList::new("mr ms dr st sr jr mt rt mp");

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
