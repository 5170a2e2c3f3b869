//! Whether a date without a direction lies before or after the date of publication.
//!
//! Rule: it lies before, unless its sentence looks ahead. In the three words before the date a verb
//! of the past settles it one way (`reported on Monday that he will come`), a word such as `due` the
//! other. Otherwise the sentence looks ahead where it has such a word (`will`, `next`, `planned`),
//! or, with no verb of the past before the date, a verb in the present before it that tells what
//! has a time (`travels`, `opens`, `plays`).

use super::Words;
use crate::text::WordList;

/// How many words on each side of a date are looked at; longer sentences are seldom about one time.
const REACH: usize = 25;

/// Whether the sentence of the date at `first` to `last` looks ahead.
pub(super) fn looks_ahead(words: &Words<'_>, first: usize, last: usize) -> bool {
    let before = |reach: usize| {
        let near = first.saturating_sub(reach)..first;
        near.rev().filter(|&at| words.same_sentence(at, first))
    };
    for at in before(3) {
        if announces(words, at) {
            return true;
        }
        if is_past(words.folded(at)) {
            return false;
        }
    }
    let after = (last + 1..last + 1 + REACH).filter(|&at| words.same_sentence(at, first));
    if before(REACH).chain(after).any(|at| announces(words, at)) {
        return true;
    }
    let told = before(REACH).any(|at| is_past(words.folded(at)));
    !told && before(REACH).any(|at| happens(words.folded(at)))
}

fn announces(words: &Words<'_>, at: usize) -> bool {
    let to = matches!(words.folded(at + 1), "to" | "for");
    match words.folded(at) {
        "will" | "shall" | "won't" | "next" | "coming" | "upcoming" | "forthcoming" | "due"
        | "expected" | "scheduled" | "planned" | "slated" | "tomorrow" | "would" => true,
        "set" | "plans" | "hopes" | "aims" | "wants" => to,
        _ => false,
    }
}

fn is_past(word: &str) -> bool {
    (word.len() > 3 && word.ends_with("ed")) || PAST.contains(word)
}

static PAST: WordList = WordList::new(
    "said told met went left came began held took was were had won lost fell rose flew struck \
     gave made saw sent ran spoke wrote broke brought sold found beat drew led paid",
);

/// Verbs in the present that stand with a time to come.
fn happens(word: &str) -> bool {
    HAPPENS.contains(word)
}

static HAPPENS: WordList = WordList::new(
    "travels visits arrives leaves departs flies sails returns meets hosts begins starts opens \
     closes ends plays faces votes elects launches resumes gathers convenes",
);
