//! From the words of a query to weighted stems.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::correct::{self, Meant};
use crate::index::{self, Index, Stem};
use crate::span::Span;
use crate::store::Fault;
use crate::text::{Token, is_part_of_word, is_stop_word};

/// How many words of a query count.
const MAX_WORDS: usize = 64;

/// How many stems the beginning of a word stands for at most: those in most documents.
const MAX_EXPANSIONS: usize = 32;

/// How many postings the completions of a word have together at most, so that a single letter is
/// answered as quickly as a word; what stands in more documents tells them apart least.
const MAX_POSTINGS: u32 = 1 << 14;

/// What a completed word counts against a whole one, 0 to 1.
const PREFIX_WEIGHT: f32 = 0.6;

/// How the words of a query are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As they are typed; forms with the same stem match.
    Plain,
    /// As with typing errors; and the last word may be the beginning of one.
    Prefix,
    /// Words that no document has, or hardly one and none with the other words of the query, are
    /// taken for those within a few typing errors.
    #[default]
    Typo,
}

/// How a stem comes from a word of the query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is that of the word.
    Whole,
    /// It has a form that begins with the word.
    Beginning,
    /// The word may have been meant for a form of it.
    Meant,
}

/// A stem with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    pub stem: Stem,
    /// What a document can get for it at most, above 0.
    pub weight: f32,
    /// The first word that asks for it, in the query.
    pub typed: Span,
    /// How it comes from that word.
    pub way: Way,
}

/// A word that is taken to be misspelt, and what was searched in its place; or beside it, where some
/// document has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Where the word stands in the query.
    pub typed: Span,
    /// The words, likeliest first; none where nothing is close enough.
    pub words: Vec<String>,
}

/// The words of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    pub(super) terms: Vec<Term>,
    /// What a document would get that has every word at its best.
    pub(super) asked: f32,
    /// Words that are taken to be misspelt.
    pub corrections: Vec<Correction>,
}

impl Words {
    /// Looks up the words of a query.
    ///
    /// # Errors
    /// Where bytes of the index are damaged or absent.
    pub fn new(index: Index<'_>, query: &str, mode: Mode) -> Result<Self, Fault> {
        let mut tokens = index.analyser().tokens(query);
        tokens.truncate(MAX_WORDS);
        let in_progress =
            mode == Mode::Prefix && query.chars().next_back().is_some_and(char::is_alphanumeric);
        if !tokens.iter().all(|token| is_stop_word(&token.word)) {
            let last = tokens.last().filter(|_| in_progress).cloned();
            tokens.retain(|token| !is_stop_word(&token.word) || Some(token) == last.as_ref());
        }
        let stems = tokens.iter().map(|token| index.stems(&token.word));
        let stems: Vec<Vec<Stem>> = stems.collect::<Result<_, _>>()?;
        // Of each word the one in most documents, where it has several.
        let main: Vec<Option<Stem>> = stems.iter().map(|of| of.first().copied()).collect();
        let open = tokens.len().checked_sub(1).filter(|_| in_progress);
        let mut words = Self::default();
        for (at, (token, stems)) in tokens.iter().zip(&stems).enumerate() {
            let is_open = open == Some(at) || is_part_of_word(&token.word);
            if is_open && words.begin(index, token, stems)? {
                continue;
            }
            let corrections = match mode {
                Mode::Plain => Vec::new(),
                Mode::Prefix if !stems.is_empty() => Vec::new(),
                Mode::Prefix | Mode::Typo => correct::corrections(index, token, main[at], &main)?,
            };
            words.add(index, token, stems, corrections);
        }
        Ok(words)
    }

    /// Adds a term; a stem that is there already counts more.
    fn push(&mut self, new: Term) {
        match self.terms.iter_mut().find(|term| term.stem == new.stem) {
            Some(term) => term.weight += new.weight,
            None => self.terms.push(new),
        }
    }

    /// Adds a word: the stems that it has, if documents have it, and those that it may have been
    /// meant for.
    fn add(&mut self, index: Index<'_>, token: &Token, stems: &[Stem], meant: Vec<Meant>) {
        let mut most = 0.0_f32;
        let whole = stems.iter().map(|&stem| (stem, 1.0, Way::Whole));
        let others = meant
            .iter()
            .map(|meant| (meant.stem, meant.likelihood, Way::Meant));
        for (stem, part, way) in whole.chain(others) {
            let weight = part * rarity(index, stem.documents());
            self.push(Term {
                stem,
                weight,
                typed: token.span,
                way,
            });
            most = most.max(weight);
        }
        self.asked += most;
        if stems.is_empty() || !meant.is_empty() {
            self.corrections.push(Correction {
                typed: token.span,
                words: meant.into_iter().map(|meant| meant.form).collect(),
            });
        }
    }

    /// Adds a word that may be the beginning of one, and says whether it can be.
    fn begin(&mut self, index: Index<'_>, token: &Token, whole: &[Stem]) -> Result<bool, Fault> {
        let mut longer = index.with_prefix(&token.word)?;
        longer.retain(|stem| !whole.contains(stem) && stem.documents() <= MAX_POSTINGS / 4);
        if whole.is_empty() && longer.is_empty() {
            return Ok(false);
        }
        let mut most = 0.0_f32;
        let term = |stem, weight, way| Term {
            stem,
            weight,
            typed: token.span,
            way,
        };
        for &stem in whole {
            let weight = rarity(index, stem.documents());
            self.push(term(stem, weight, Way::Whole));
            most = most.max(weight);
        }
        let mut longer = most_frequent(longer, MAX_EXPANSIONS);
        let mut read = 0;
        longer.retain(|stem| {
            read += stem.documents();
            read <= MAX_POSTINGS
        });
        // One rarity for all, so that a rare completion does not count more than a likely one.
        let documents = longer.iter().map(|stem| stem.documents()).sum::<u32>();
        let weight = PREFIX_WEIGHT * rarity(index, documents.min(index.documents())).max(0.1);
        for stem in longer {
            self.push(term(stem, weight, Way::Beginning));
            most = most.max(weight);
        }
        self.asked += most;
        Ok(true)
    }
}

/// The stems in most documents, at most `count`, the first of equals first.
fn most_frequent(stems: Vec<Stem>, count: usize) -> Vec<Stem> {
    // The least is on top.
    let mut best: BinaryHeap<(Reverse<u32>, u32, usize)> = BinaryHeap::with_capacity(count + 1);
    for (at, stem) in stems.iter().enumerate() {
        let key = (Reverse(stem.documents()), stem.position(), at);
        if best.len() < count || best.peek().is_some_and(|least| key < *least) {
            best.push(key);
            if best.len() > count {
                best.pop();
            }
        }
    }
    let best = best.into_sorted_vec().into_iter();
    best.map(|(.., at)| stems[at]).collect()
}

/// How much a stem says that `count` documents have.
pub(super) fn rarity(index: Index<'_>, count: u32) -> f32 {
    index::rarity(index.documents(), count) as f32
}
