//! From a word of a query to the words of the index that are meant.

use crate::explorer::MatchForm;
use crate::explorer::words::{WordId, WordIndex};
use crate::index::{budget, distance};
use crate::order;
use crate::query::{Word, WordMode};

/// How many words a prefix stands for at most: those in most documents. More would let `a*` read
/// the whole index, and nobody means them all.
const MAX_EXPANSIONS: usize = 256;

/// How many different words a misspelt one is taken for at most.
const MAX_CORRECTIONS: usize = 3;

/// How many suggestions are made for a word at most.
const MAX_SUGGESTIONS: usize = 3;

/// A word with more letters is a name of something else or noise, and is not corrected.
const LONGEST_CORRECTED: usize = 40;

/// What a word of a query stands for.
pub(super) enum Expansion {
    /// Words that documents have, with how they match.
    Found(Vec<(WordId, MatchForm)>),
    /// The word stands in no document; these closest ones are taken in its place.
    Corrected(Vec<WordId>),
    /// Nothing is close enough; the person may have meant these.
    Unknown(Vec<String>),
}

/// What a word stands for. A `literal` word is meant as it is written, without other forms; one
/// `in_progress` may be the beginning of what is being typed.
pub(super) fn expand(
    index: &WordIndex,
    word: &Word,
    literal: bool,
    in_progress: bool,
) -> Expansion {
    let mut found = match word.mode {
        WordMode::Prefix => prefixed(index, word),
        WordMode::Plain | WordMode::Fuzzy if literal => forms(index, word, true),
        WordMode::Plain | WordMode::Fuzzy => forms(index, word, false),
    };
    if word.mode == WordMode::Fuzzy {
        let near = near(index, word, budget(&word.word).max(1));
        let more = near.into_iter().map(|(id, _)| (id, MatchForm::Corrected));
        for (id, form) in more {
            if found.iter().all(|&(other, _)| other != id) {
                found.push((id, form));
            }
        }
    }
    if found.is_empty() && in_progress {
        found = prefixed(index, word);
    }
    if !found.is_empty() {
        return Expansion::Found(found);
    }
    let corrections = match word.mode {
        WordMode::Plain => corrections(index, word),
        WordMode::Prefix | WordMode::Fuzzy => Vec::new(),
    };
    if corrections.is_empty() {
        Expansion::Unknown(suggestions(index, word))
    } else {
        Expansion::Corrected(corrections)
    }
}

fn forms(index: &WordIndex, word: &Word, literal: bool) -> Vec<(WordId, MatchForm)> {
    let forms = index.forms_of(&word.word);
    let exact = forms.iter().filter(|&&(_, is_exact)| is_exact);
    let others = forms.iter().filter(|&&(_, is_exact)| !is_exact && !literal);
    let exact = exact.map(|&(id, _)| (id, MatchForm::Exact));
    exact
        .chain(others.map(|&(id, _)| (id, MatchForm::Stem)))
        .collect()
}

fn prefixed(index: &WordIndex, word: &Word) -> Vec<(WordId, MatchForm)> {
    let found = index.with_prefix(&word.word, MAX_EXPANSIONS);
    let form = |id| {
        if index.word(id) == word.word {
            MatchForm::Exact
        } else {
            MatchForm::Prefix
        }
    };
    found.into_iter().map(|id| (id, form(id))).collect()
}

fn near(index: &WordIndex, word: &Word, budget: usize) -> Vec<(WordId, usize)> {
    if budget == 0 || word.word.chars().count() > LONGEST_CORRECTED {
        return Vec::new();
    }
    index.near(&word.word, budget)
}

/// The closest words within the budget, and the other forms of each.
fn corrections(index: &WordIndex, word: &Word) -> Vec<WordId> {
    if word.word.contains(|c: char| c.is_numeric()) {
        return Vec::new();
    }
    let near = near(index, word, budget(&word.word));
    let least = near.first().map(|&(_, distance)| distance);
    let closest = near
        .into_iter()
        .take_while(|&(_, distance)| Some(distance) == least)
        .map(|(id, _)| id);
    let mut found: Vec<WordId> = Vec::new();
    let mut stems: Vec<u32> = Vec::new();
    for id in closest {
        let stem = id.stem();
        if stems.contains(&stem) {
            continue;
        }
        if stems.len() == MAX_CORRECTIONS {
            break;
        }
        stems.push(stem);
        found.push(id);
    }
    found
}

/// Words that may have been meant: two that were written as one, or words a little further off than
/// what is corrected.
fn suggestions(index: &WordIndex, word: &Word) -> Vec<String> {
    let mut found: Vec<String> = split(index, &word.word).into_iter().collect();
    let length = word.word.chars().count();
    if length >= 3 {
        let near = near(index, word, budget(&word.word) + 1);
        // A suggestion that shares too little is none.
        let near = near
            .into_iter()
            .filter(|&(_, distance)| distance * 2 < length);
        found.extend(near.map(|(id, _)| index.word(id)));
    }
    found.truncate(MAX_SUGGESTIONS);
    found
}

/// The words that were written as one, if the index has both.
fn split(index: &WordIndex, word: &str) -> Option<String> {
    if word.len() > LONGEST_CORRECTED {
        return None;
    }
    let at = word.char_indices().map(|(at, _)| at);
    let best = at
        .filter(|&at| at >= 2 && word.len() - at >= 2)
        .filter_map(|at| {
            let (left, right) = word.split_at(at);
            let count = |part| index.find(part).map(WordId::documents);
            Some((count(left)?.min(count(right)?), at))
        })
        .max_by_key(|&(count, at)| (count, std::cmp::Reverse(at)))?;
    let (left, right) = word.split_at(best.1);
    Some([left, right].join(" "))
}

/// The words among `candidates` that `word` may have been meant to be, closest first.
pub(super) fn suggest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<String> {
    let length = word.chars().count();
    if length > LONGEST_CORRECTED {
        return Vec::new();
    }
    let mut found: Vec<(usize, &str)> = candidates
        .map(|candidate| (distance(word, candidate), candidate))
        .filter(|&(distance, _)| distance <= budget(word) + 1 && distance * 2 < length)
        .collect();
    order::sort(&mut found);
    found.dedup();
    found.truncate(MAX_SUGGESTIONS);
    found
        .into_iter()
        .map(|(_, candidate)| candidate.into())
        .collect()
}
