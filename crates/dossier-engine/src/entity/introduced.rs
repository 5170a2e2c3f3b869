//! Short forms that brackets introduce, wherever they stand: capitals behind the words whose
//! initials they are, `World Food Programme (WFP)`, or before them, `AU (African Union)`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::words::{Joint, Words};
use super::{EntityKind, bodies, laws};
use crate::order;
use crate::text::WordList;

/// A name that brackets give a short form: its first and last word, and the short one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Introduced {
    /// The first word of the name.
    pub(super) first: usize,
    /// The last word of the name.
    pub(super) last: usize,
    /// The word that is short for it.
    pub(super) short: usize,
}

/// The names that brackets give a short form, in order.
pub(super) fn pairs(words: &Words<'_>) -> Vec<Introduced> {
    let opens = |at: &usize| words.joint(*at) == Joint::Apart && words.gap(*at).trim() == "(";
    (1..words.len())
        .filter(opens)
        .filter_map(|at| behind(words, at).or_else(|| before(words, at)))
        .collect()
}

/// The first and last words of these names and of their short forms, wherever those stand, and
/// what they are, in order.
pub(super) fn find(words: &Words<'_>) -> Vec<(usize, usize, EntityKind)> {
    let mut found = Vec::new();
    let mut known: BTreeMap<&str, EntityKind> = BTreeMap::new();
    for Introduced { first, last, short } in pairs(words) {
        let kind = if laws::is_kind(words.folded(last)) {
            EntityKind::Law
        } else {
            EntityKind::Organisation
        };
        known.insert(words.raw(short), kind);
        found.push((first, last, kind));
    }
    if known.is_empty() {
        return found;
    }
    let capital = (0..words.len()).filter(|&at| words.is_capital(at));
    found.extend(capital.filter_map(|at| Some((at, at, *known.get(words.raw(at))?))));
    order::sort_by_key(&mut found, |(first, last, _)| (*first, *last));
    found
}

/// The word in brackets directly behind a name that is short for it, although it does not have just
/// its initials: letters of it in order, the first ones of half of its words among them (`Children's
/// Fund (CHIFU)`), or initials of another language, which begin with its first letter (`Alternative for
/// Germany (AfD)`) or are those of a body (`Justice and Development Party (AKP)`).
pub(super) fn loosely(words: &Words<'_>, first: usize, last: usize) -> Option<usize> {
    let short = last + 1;
    let opens = words.joint(short) == Joint::Apart && words.gap(short).trim() == "(";
    let closed = words.gap(short + 1).starts_with(')');
    short_form(words, short).filter(|_| opens && closed)?;
    let is_body = bodies::is_noun(words, last) || bodies::is_noun(words, first);
    let of_body = is_body && words.is_all_capitals(short);
    let begins = words.folded(short).chars().next() == words.folded(first).chars().next();
    let foreign = (of_body || begins) && words.raw(short).len() > 2;
    (foreign || has_letters(words, first..=last, words.folded(short))).then_some(short)
}

/// Whether the letters of a short form stand in a name in order, from its first one on, and half of
/// them begin words.
fn has_letters(words: &Words<'_>, name: RangeInclusive<usize>, short: &str) -> bool {
    let mut wanted = short.chars().peekable();
    let mut beginnings = 0;
    for (number, at) in name.enumerate() {
        for (place, letter) in words.folded(at).chars().enumerate() {
            if wanted.next_if_eq(&letter).is_some() {
                beginnings += usize::from(place == 0);
            } else if number == 0 && place == 0 {
                return false;
            }
        }
    }
    wanted.peek().is_none() && 2 * beginnings >= short.len()
}

/// The words of a name and, in brackets behind them, the word that is short for it.
fn behind(words: &Words<'_>, at: usize) -> Option<Introduced> {
    let closed = words.gap(at + 1).starts_with(')');
    let letters = short_form(words, at).filter(|_| closed)?;
    let first = first_of_initials(words, at, &letters)?;
    let (last, short) = (at - 1, at);
    Some(Introduced { first, last, short })
}

/// The same the other way round.
fn before(words: &Words<'_>, at: usize) -> Option<Introduced> {
    let short = at - 1;
    let letters = short_form(words, short)?;
    let last = (at..at + 12).find(|&at| words.gap(at + 1).starts_with(')'))?;
    let first = first_of_initials(words, last + 1, &letters)?;
    (first == at).then_some(Introduced { first, last, short })
}

/// The letters of a word with several capitals, each with the small ones behind it, folded:
/// `AfDB` is short for words that begin with `af`, `d` and `b`.
fn short_form(words: &Words<'_>, at: usize) -> Option<Vec<String>> {
    let raw = words.raw(at);
    let fits = raw.len() < 12 && raw.chars().all(char::is_alphabetic) && words.is_capital(at);
    let mut letters: Vec<String> = Vec::new();
    for letter in raw.chars().filter(|_| fits) {
        match letters.last_mut() {
            Some(last) if letter.is_lowercase() => last.push(letter),
            _ => letters.push(letter.to_lowercase().collect()),
        }
    }
    (letters.len() > 1).then_some(letters)
}

/// The word from which on the beginnings of capitalised words before `end` are the letters. Small words between them have none.
fn first_of_initials(words: &Words<'_>, end: usize, letters: &[String]) -> Option<usize> {
    let mut at = end;
    for letter in letters.iter().rev() {
        at = at.checked_sub(1)?;
        while !words.is_capital(at) && words.is_in(at, &SMALL) {
            at = at.checked_sub(1)?;
        }
        let near = at + 1 == end || words.joint(at + 1).is_near();
        let fits = near && words.is_capital(at) && words.folded(at).starts_with(letter.as_str());
        if !fits {
            return None;
        }
    }
    Some(at)
}

/// Small words inside names.
static SMALL: WordList = WordList::new("of for and the on in to a al el de la del du des");
