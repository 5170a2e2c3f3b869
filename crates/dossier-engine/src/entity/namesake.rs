//! People of one name who are not the same person.
//!
//! The same name in two documents means one person unless what they say for certain does not fit
//! together: another year of birth (`born in 1952`, `(1930–1999)`), or an honorific of the other
//! gender before the full name. A document that says nothing of the kind means the first of them.

use std::collections::BTreeMap;

use super::phrase::is_year;
use super::title::Titles;
use super::words::{Joint, Words};
use crate::collection::Gender;

/// What a document says for certain of a person named in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Traits {
    born: Option<u16>,
    gender: Option<Gender>,
}

/// How far behind a name its year of birth may stand, in words.
const REACH: usize = 10;

impl Traits {
    /// What the words around a full name say.
    pub(super) fn around(words: &Words<'_>, first: usize, last: usize, titles: &Titles) -> Self {
        Self {
            born: born(words, last),
            gender: titles.before(words, first).and_then(|title| title.gender),
        }
    }

    /// Whether they cannot be those of one person.
    fn conflict(self, other: Self) -> bool {
        fn differ<T: PartialEq>(one: Option<T>, other: Option<T>) -> bool {
            one.is_some() && other.is_some() && one != other
        }
        differ(self.born, other.born) || differ(self.gender, other.gender)
    }

    /// Both together; where they differ, the first counts.
    fn with(self, other: Self) -> Self {
        Self {
            born: self.born.or(other.born),
            gender: self.gender.or(other.gender),
        }
    }

    /// Why somebody is kept apart from a namesake, as a line.
    fn reason(self) -> String {
        let gender = match self.gender {
            Some(Gender::Female) => "a woman, by the honorific",
            Some(Gender::Male) => "a man, by the honorific",
            None => "",
        };
        let born = self
            .born
            .map(|year| ["born in ", &year.to_string()].concat());
        let reasons = [born.as_deref().unwrap_or_default(), gender];
        let told: Vec<&str> = reasons.into_iter().filter(|own| !own.is_empty()).collect();
        ["Kept apart from a namesake: ", &told.join(", ")].concat()
    }
}

/// The year of birth that follows a name.
fn born(words: &Words<'_>, last: usize) -> Option<u16> {
    let next = last + 1;
    let year = |at: usize| words.raw(at).parse().ok();
    // `(1930–1999)`
    let lived = words.gap(next).trim() == "("
        && is_year(words, next)
        && words.joint(next + 1) == Joint::Hyphen
        && is_year(words, next + 1);
    if lived {
        return year(next);
    }
    let told = (next..next + 3).find(|&at| words.folded(at) == "born")?;
    let mut behind = told + 1..told + REACH;
    let at = behind.find(|&at| is_year(words, at))?;
    words.same_sentence(last, at).then(|| year(at))?
}

/// The people of each name, by a spelling of it.
#[derive(Debug, Default)]
pub(super) struct Namesakes {
    /// For each spelling, positions of the people in the table and what is known of them.
    people: BTreeMap<String, Vec<(usize, Traits)>>,
    /// Whom a spelling means in the document at hand.
    here: BTreeMap<String, usize>,
}

impl Namesakes {
    /// Forgets the document before.
    pub(super) fn leave(&mut self) {
        self.here.clear();
    }

    /// Whom a spelling means in the document at hand, where it says something for certain.
    pub(super) fn here(&self, spelling: &str) -> Option<usize> {
        self.here.get(spelling).copied()
    }

    /// Takes the first person of a spelling whom the traits fit; `made` is asked for the position
    /// of another one, and told whether there are namesakes already.
    pub(super) fn enter(
        &mut self,
        spelling: &str,
        traits: Traits,
        made: impl FnOnce(bool) -> Option<usize>,
    ) {
        if traits == Traits::default() || self.here.contains_key(spelling) {
            return;
        }
        let people = self.people.entry(spelling.to_owned()).or_default();
        let fitting = people.iter_mut().find(|(_, own)| !own.conflict(traits));
        let position = if let Some((position, own)) = fitting {
            *own = own.with(traits);
            Some(*position)
        } else {
            let position = made(!people.is_empty());
            people.extend(position.map(|position| (position, traits)));
            position
        };
        if let Some(position) = position {
            self.here.insert(spelling.to_owned(), position);
        }
    }

    /// Why somebody is kept apart from others of the same spelling.
    pub(super) fn reason(&self, spelling: &str, position: usize) -> Option<String> {
        let people = self
            .people
            .get(spelling)
            .filter(|people| people.len() > 1)?;
        let own = people.iter().find(|(own, _)| *own == position)?;
        Some(own.1.reason())
    }
}
