//! Words around a date that say which part of it is meant and belong to its mention: `early 2009`,
//! `the end of March`, `Tuesday night`, `the next five years`. The value stays that of the date.

use super::{Joint, Words};
use crate::date::Weekday;
use crate::text::WordList;

/// The first and last word of a date with what belongs to it.
pub(super) fn widened(words: &Words<'_>, first: usize, last: usize) -> (usize, usize) {
    let last = last + usize::from(has_time_of_day(words, last));
    let mut first = first;
    while first > 0
        && matches!(words.joint(first), Joint::Space | Joint::Hyphen)
        && (is_part(words, first - 1) || counts_on(words, first))
    {
        first -= 1;
    }
    (end_of(words, first).unwrap_or(first), last)
}

/// `Tuesday night`
fn has_time_of_day(words: &Words<'_>, last: usize) -> bool {
    let part = matches!(
        words.folded(last + 1),
        "night" | "morning" | "afternoon" | "evening"
    );
    let day = Weekday::from_name(words.raw(last)).is_some()
        || matches!(words.folded(last), "yesterday" | "tomorrow");
    part && day && words.joint(last + 1) == Joint::Space
}

/// `early`, `late`, `mid`
fn is_part(words: &Words<'_>, at: usize) -> bool {
    words.is_in(at, &PARTS)
}

static PARTS: WordList = WordList::new("early late mid earlier later");

/// `next` before `five years`
fn counts_on(words: &Words<'_>, first: usize) -> bool {
    let number = super::super::number::at(words, first).is_some()
        || matches!(words.folded(first), "several" | "few");
    let is_year = words.raw(first).len() == 4;
    number && !is_year && !is_verb(words, first - 1) && words.is_in(first - 1, &DIRECTED)
}

/// Whether `last` is a verb: `will last several weeks`.
pub(in crate::entity) fn is_verb(words: &Words<'_>, at: usize) -> bool {
    let helped = at
        .checked_sub(1)
        .is_some_and(|at| words.is_in(at, &HELPERS));
    words.folded(at) == "last" && helped
}

static HELPERS: WordList =
    WordList::new("will would can could may might must should to not did does do");

static DIRECTED: WordList = WordList::new("past last next coming previous first following");

/// The first word of `end of March`, `beginning of the year`.
fn end_of(words: &Words<'_>, first: usize) -> Option<usize> {
    let article = usize::from(first > 0 && words.folded(first - 1) == "the");
    let of = first.checked_sub(1 + article)?;
    let end = of.checked_sub(1)?;
    let joined = (end + 1..=first).all(|at| words.joint(at) == Joint::Space);
    let named = words.folded(of) == "of"
        && matches!(words.folded(end), "end" | "beginning" | "start" | "middle");
    (joined && named).then_some(end)
}
