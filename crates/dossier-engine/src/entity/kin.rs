//! People who are introduced by whose relatives they are: `his father and predecessor, John Doe`,
//! `Jane Doe, his younger sister`.

use super::words::{Joint, Words};
use crate::collection::Gender;
use crate::text::WordList;

/// Who a noun for a relative may be.
#[derive(Clone, Copy)]
enum Relative {
    Man,
    Woman,
    Either,
}

/// Whether a full name is introduced as that of a relative, and not of one who took a place:
/// `succeeded by his son, John Doe`.
pub(super) fn is_relative(words: &Words<'_>, first: usize) -> bool {
    let near = first.saturating_sub(5)..first;
    let mut near = near.filter(|&at| words.same_sentence(at, first));
    near.any(|at| relative(words, at).is_some() && !takes_over(words, at))
}

/// The gender of somebody with a full name that the noun for a relative directly before the name or
/// behind it tells.
pub(super) fn gender(words: &Words<'_>, first: usize, last: usize) -> Option<Gender> {
    match before(words, first).or_else(|| behind(words, last))? {
        Relative::Man => Some(Gender::Male),
        Relative::Woman => Some(Gender::Female),
        Relative::Either => None,
    }
}

/// `his sister, Jane Doe`, `her father and predecessor, John Doe`.
fn before(words: &Words<'_>, first: usize) -> Option<Relative> {
    let joined = matches!(words.joint(first), Joint::Space | Joint::Comma);
    let at = first.checked_sub(1).filter(|_| joined)?;
    let other = at.checked_sub(2).filter(|_| words.folded(at - 1) == "and");
    relative(words, at).or_else(|| relative(words, other?))
}

/// `Jane Doe, his younger sister`.
fn behind(words: &Words<'_>, last: usize) -> Option<Relative> {
    if words.joint(last + 1) != Joint::Comma {
        return None;
    }
    let noun = (last + 1..last + 4).find(|&at| !words.is_in(at, &LEADING))?;
    relative(words, noun).filter(|_| noun > last + 1)
}

/// Whether the relative that a noun names took the place of whom the text spoke of.
fn takes_over(words: &Words<'_>, noun: usize) -> bool {
    let by = (1..4).filter_map(|back| noun.checked_sub(back));
    let mut by = by.filter(|&at| words.folded(at) == "by");
    by.any(|at| at > 0 && words.is_in(at - 1, &TAKEN_OVER))
}

/// Whether a word is a noun for a relative.
pub(super) fn is_noun(words: &Words<'_>, at: usize) -> bool {
    relative(words, at).is_some()
}

/// The relative that a word is a noun for.
fn relative(words: &Words<'_>, at: usize) -> Option<Relative> {
    if words.is_in(at, &MEN) {
        Some(Relative::Man)
    } else if words.is_in(at, &WOMEN) {
        Some(Relative::Woman)
    } else {
        (words.folded(at) == "cousin").then_some(Relative::Either)
    }
}

static MEN: WordList =
    WordList::new("father brother son husband widower grandfather grandson uncle nephew");

static WOMEN: WordList =
    WordList::new("mother sister daughter wife widow grandmother granddaughter aunt niece");

/// Words before the noun behind a name.
static LEADING: WordList =
    WordList::new("his her their the a elder younger older eldest youngest late only twin");

static TAKEN_OVER: WordList = WordList::new("succeeded replaced followed ousted overthrown");
