//! Runs of capitalised words around a noun that says what they name: `Clean Air Act`, `Battle of
//! the Somme`.

use super::EntityKind;
use super::candidate::{Candidate, Reading};
use super::link::single_spaced;
use super::words::{Joint, Words};

/// Words in a name, at most.
pub(super) const LONGEST: usize = 12;

/// The words from the first to the last of a range as a candidate named as it is written.
pub(super) fn candidate(
    words: &Words<'_>,
    (first, last): (usize, usize),
    reading: fn(String) -> Reading,
    tagged: Option<EntityKind>,
) -> Candidate {
    let span = words.cover(first, last);
    Candidate {
        first,
        last,
        span,
        reading: reading(single_spaced(span.slice(words.text()))),
        tagged,
    }
}

/// The first of the capitalised words that lead up to a word.
pub(super) fn first_of_name(words: &Words<'_>, at: usize) -> usize {
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

/// The last capitalised word behind the small word at `lead`, with small words between them:
/// `on the Law of the Sea`. A word that `ends` takes is the beginning of another name.
pub(super) fn last_of_name(
    words: &Words<'_>,
    lead: usize,
    ends: impl Fn(&str) -> bool,
) -> Option<usize> {
    let mut last = None;
    let mut next = lead + 1;
    while next < lead + LONGEST {
        let joint = words.joint(next);
        // `the Rights of Peoples' Assemblies`
        let owned = joint == Joint::Possessive && words.is_capital(next);
        if !joint.is_near() && !owned {
            break;
        }
        if words.is_capital(next) {
            if last.is_some() && ends(words.folded(next)) {
                break;
            }
            last = Some(next);
        } else if !is_small(words.folded(next)) {
            break;
        }
        next += 1;
    }
    last
}

/// Whether a name goes on after a word.
pub(super) fn goes_on(words: &Words<'_>, at: usize) -> bool {
    words.joint(at + 1).is_near() && words.is_capital(at + 1)
}

/// Whether a word is four figures that may be a year.
pub(super) fn is_year(words: &Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    raw.len() == 4 && raw.starts_with(['1', '2']) && raw.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a longer word is in capitals, as in headlines where these say nothing.
pub(super) fn is_shouted(words: &Words<'_>, at: usize) -> bool {
    words.raw(at).len() > 3
        && words.is_all_capitals(at)
        && words.raw(at).bytes().all(|byte| byte.is_ascii_alphabetic())
}

/// Whether a word begins with a figure.
pub(super) fn is_number(words: &Words<'_>, at: usize) -> bool {
    words
        .raw(at)
        .starts_with(|digit: char| digit.is_ascii_digit())
}

/// Whether a word is a Roman number below 40.
pub(super) fn is_roman(words: &Words<'_>, at: usize) -> bool {
    let raw = words.raw(at);
    (1..6).contains(&raw.len()) && raw.bytes().all(|byte| b"IVX".contains(&byte))
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

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "of" | "the" | "on" | "for" | "and" | "against" | "in" | "to" | "with" | "de" | "la"
    )
}
