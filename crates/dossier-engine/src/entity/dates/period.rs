//! Parts of years and decades by name: `Q3 2021`, `FY2019`, `the nineties`.

use super::{DateValue, Found, Joint, Words, follows, year};
use crate::text::WordList;

pub(super) fn read(words: &Words<'_>, first: usize) -> Found {
    quarter(words, first)
        .or_else(|| fiscal(words, first))
        .or_else(|| nineties(words, first))
        .or_else(|| part_of(words, first))
}

/// Words that such a time may begin with, besides decades and parts of them.
pub(super) static OPENERS: WordList = WordList::new("fy fiscal");

/// `Q3`, `Q3 2021`, `1H 2019`.
fn quarter(words: &Words<'_>, first: usize) -> Found {
    let raw = words.raw(first);
    let quarter = matches!(raw, "Q1" | "Q2" | "Q3" | "Q4");
    let half = matches!(raw, "H1" | "H2" | "1H" | "2H");
    if !quarter && !half {
        return None;
    }
    let dated = follows(words, first + 1, false) && year(words, first + 1).is_some();
    if half && !dated {
        return None;
    }
    let last = first + usize::from(dated);
    Some((last, DateValue::written(words, first, last)))
}

/// `FY2019`, `FY 2019`, `fiscal 2015`, `fiscal year 2015`.
fn fiscal(words: &Words<'_>, first: usize) -> Found {
    let raw = words.raw(first);
    let figures = raw.strip_prefix("FY");
    if figures.is_some_and(|rest| rest.len() == 4 && rest.bytes().all(|b| b.is_ascii_digit())) {
        return Some((first, DateValue::written(words, first, first)));
    }
    if raw != "FY" && words.folded(first) != "fiscal" {
        return None;
    }
    let last = first + 1 + usize::from(words.folded(first + 1) == "year");
    let near = words.joint(first + 1) == Joint::Space && words.joint(last) == Joint::Space;
    (near && year(words, last).is_some()).then(|| (last, DateValue::written(words, first, last)))
}

/// Words for a part of a time.
pub(super) static PARTS: WordList = WordList::new("end beginning start middle turn");

/// `the end of the decade`
fn part_of(words: &Words<'_>, first: usize) -> Found {
    if !words.is_in(first, &PARTS) {
        return None;
    }
    let last = first + 3;
    let joined = (first + 1..=last).all(|at| words.joint(at) == Joint::Space);
    let of_the = words.folded(first + 1) == "of" && words.folded(first + 2) == "the";
    let period = matches!(
        words.folded(last),
        "day" | "week" | "month" | "year" | "decade" | "century" | "millennium"
    );
    let alone = !matches!(words.joint(last + 1), Joint::Hyphen | Joint::Glued);
    (joined && of_the && period && alone)
        .then(|| (last, DateValue::in_small_letters(words, first, last)))
}

/// Decades by name.
pub(super) static DECADES: WordList =
    WordList::new("twenties thirties forties fifties sixties seventies eighties nineties");

/// `the nineties`.
fn nineties(words: &Words<'_>, first: usize) -> Found {
    if !words.is_in(first, &DECADES) {
        return None;
    }
    // `in her thirties` is an age.
    let before = first.checked_sub(1).map_or("", |at| words.folded(at));
    let after = first.checked_sub(2).map_or("", |at| words.folded(at));
    let part = matches!(before, "early" | "late" | "mid") && matches!(after, "the" | "in");
    (before == "the" || part).then(|| (first, DateValue::written(words, first, first)))
}
