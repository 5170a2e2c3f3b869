//! Treaties, laws and resolutions by their form.
//!
//! - `Resolution 1718`, with the capitalised body before it: `UN Security Council Resolution 1718`.
//! - `Treaty of Versailles`, `Convention on the Law of the Sea`: the kind, `of`, `on`, `for` or
//!   `against`, then capitalised words, with small words between them.
//! - `Paris Agreement`, `Clean Air Act of 1963`: capitalised words that end in the kind.

use super::candidate::{Candidate, Reading};
use super::link::single_spaced;
use super::words::{Joint, Words};

/// Words in a name, at most.
const LONGEST: usize = 10;

/// Treaties, laws and resolutions in a text.
pub(super) fn find(words: &Words<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for at in 0..words.len() {
        if !words.is_capital(at) || words.in_title_case(at) {
            continue;
        }
        let range = resolution(words, at)
            .or_else(|| kind_first(words, at))
            .or_else(|| kind_last(words, at));
        found.extend(range.map(|(first, last)| {
            let span = words.cover(first, last);
            Candidate {
                first,
                last,
                span,
                reading: Reading::Law(single_spaced(span.slice(words.text()))),
                tagged: None,
            }
        }));
    }
    found
}

fn resolution(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let number = words.raw(at + 1);
    let numbered = words.folded(at) == "resolution"
        && words.joint(at + 1) == Joint::Space
        && number.starts_with(|digit: char| digit.is_ascii_digit());
    numbered.then(|| (first_of_name(words, at), at + 1))
}

/// The first of the capitalised words that lead up to a word.
fn first_of_name(words: &Words<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0
        && at - first < LONGEST
        && words.joint(first).is_near()
        && words.is_capital(first - 1)
        && !is_opener(words, first - 1)
    {
        first -= 1;
    }
    first
}

/// Whether a capital comes of the beginning of a sentence and belongs to no name.
fn is_opener(words: &Words<'_>, at: usize) -> bool {
    let word = words.folded(at);
    crate::text::is_stop_word(word)
        || matches!(
            word,
            "a" | "the" | "under" | "since" | "this" | "that" | "every" | "both"
        )
}

fn kind_first(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = matches!(
        words.folded(at),
        "treaty"
            | "convention"
            | "agreement"
            | "protocol"
            | "covenant"
            | "declaration"
            | "pact"
            | "peace"
            | "edict"
            | "charter"
    );
    let lead = matches!(words.folded(at + 1), "of" | "on" | "for" | "against" | "to");
    if !kind || !lead || words.joint(at + 1) != Joint::Space {
        return None;
    }
    let mut last = None;
    let mut next = at + 2;
    while next < at + LONGEST && words.joint(next).is_near() {
        if words.is_capital(next) {
            last = Some(next);
        } else if !is_small(words.folded(next)) {
            break;
        }
        next += 1;
    }
    Some((first_of_name(words, at), last?))
}

fn is_national(words: &Words<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| words.folded(before));
    matches!(before, "national" | "party" | "democratic" | "republican")
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "on" | "for" | "and" | "against" | "in" | "to" | "with"
    )
}

fn kind_last(words: &Words<'_>, at: usize) -> Option<(usize, usize)> {
    let kind = matches!(
        words.folded(at),
        "treaty"
            | "agreement"
            | "accord"
            | "accords"
            | "act"
            | "pact"
            | "protocol"
            | "covenant"
            | "conventions"
            | "constitution"
            | "directive"
            | "memorandum"
            | "charter"
            | "declaration"
            | "statute"
            | "convention"
    );
    // A party's convention is a meeting.
    let kind = kind && !(words.folded(at) == "convention" && is_national(words, at));
    let next_is_name = words.joint(at + 1).is_near() && words.is_capital(at + 1);
    let first = first_of_name(words, at);
    if !kind || next_is_name || first == at {
        return None;
    }
    let of_year = words.folded(at + 1) == "of"
        && words.raw(at + 2).len() == 4
        && words.raw(at + 2).bytes().all(|byte| byte.is_ascii_digit());
    Some((first, if of_year { at + 2 } else { at }))
}
