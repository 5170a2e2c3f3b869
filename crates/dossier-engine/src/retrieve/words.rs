//! From the words of a query to weighted stems.

use crate::index::{self, Index, Near, Stem, budget};
use crate::span::Span;
use crate::store::Fault;
use crate::text::{Token, is_stop_word};

/// How many words of a query count.
const MAX_WORDS: usize = 64;

/// How many stems the beginning of a word stands for at most: those in most documents.
const MAX_EXPANSIONS: usize = 32;

/// How many postings the completions of a word have together at most, so that a single letter is
/// answered as quickly as a word; what stands in more documents tells them apart least.
const MAX_POSTINGS: u32 = 1 << 14;

/// How many stems a misspelt word is taken for at most.
const MAX_CORRECTIONS: usize = 4;

/// A word with more letters is a name of something else or noise, and is not corrected.
const LONGEST_CORRECTED: usize = 40;

/// What a completed word counts against a whole one, 0 to 1.
const PREFIX_WEIGHT: f32 = 0.6;

/// What a corrected word counts against one as typed, 0 to 1.
const CORRECTED_WEIGHT: f32 = 0.8;

/// How the words of a query are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As they are typed; forms with the same stem match.
    Plain,
    /// As with typing errors; and the last word may be the beginning of one.
    Prefix,
    /// Words that no document has are taken for those within a few typing errors.
    #[default]
    Typo,
}

/// A stem with what it counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Term {
    pub stem: Stem,
    /// What a document can get for it at most, above 0.
    pub weight: f32,
}

/// A word that no document has, and what was searched in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Where the word stands in the query.
    pub typed: Span,
    /// The words, closest first; none where nothing is close enough.
    pub words: Vec<String>,
}

/// The words of a query.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Words {
    pub(super) terms: Vec<Term>,
    /// Words that no document has.
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
        let open = tokens.len().checked_sub(1).filter(|_| in_progress);
        if !tokens.iter().all(|token| is_stop_word(&token.word)) {
            let last = open.and_then(|at| tokens.get(at).cloned());
            tokens.retain(|token| !is_stop_word(&token.word) || Some(token) == last.as_ref());
        }
        let last = tokens.len().saturating_sub(1);
        let mut words = Self::default();
        for (at, token) in tokens.iter().enumerate() {
            if open.is_some() && at == last {
                words.begin(index, token)?;
            } else {
                words.add(index, token, mode)?;
            }
        }
        Ok(words)
    }

    /// Adds a term; a stem that is there already counts more.
    fn push(&mut self, stem: Stem, weight: f32) {
        match self.terms.iter_mut().find(|term| term.stem == stem) {
            Some(term) => term.weight += weight,
            None => self.terms.push(Term { stem, weight }),
        }
    }

    fn add(&mut self, index: Index<'_>, token: &Token, mode: Mode) -> Result<(), Fault> {
        if let Some(stem) = index.find(&token.stem)? {
            self.push(stem, rarity(index, stem.documents()));
            return Ok(());
        }
        let near = if mode == Mode::Plain {
            Vec::new()
        } else {
            corrections(index, &token.word)?
        };
        for (rank, near) in near.iter().enumerate() {
            let weight = CORRECTED_WEIGHT / (1.0 + rank as f32);
            self.push(near.stem, weight * rarity(index, near.stem.documents()));
        }
        self.corrections.push(Correction {
            typed: token.span,
            words: near.into_iter().map(|near| near.form).collect(),
        });
        Ok(())
    }

    /// Adds a word that may be the beginning of one.
    fn begin(&mut self, index: Index<'_>, token: &Token) -> Result<(), Fault> {
        let whole = index.find(&token.stem)?;
        let mut longer = index.with_prefix(&token.word)?;
        longer.retain(|&stem| Some(stem) != whole && stem.documents() <= MAX_POSTINGS / 4);
        if whole.is_none() && longer.is_empty() {
            return self.add(index, token, Mode::Typo);
        }
        if let Some(stem) = whole {
            self.push(stem, rarity(index, stem.documents()));
        }
        longer.sort_by_key(|stem| (std::cmp::Reverse(stem.documents()), stem.position()));
        longer.truncate(MAX_EXPANSIONS);
        let mut read = 0;
        longer.retain(|stem| {
            read += stem.documents();
            read <= MAX_POSTINGS
        });
        // One rarity for all, so that a rare completion does not count more than a likely one.
        let documents = longer.iter().map(|stem| stem.documents()).sum::<u32>();
        let rarity = rarity(index, documents.min(index.documents()));
        for stem in longer {
            self.push(stem, PREFIX_WEIGHT * rarity.max(0.1));
        }
        Ok(())
    }
}

/// How much a stem says that `count` documents have.
fn rarity(index: Index<'_>, count: u32) -> f32 {
    index::rarity(index.documents(), count) as f32
}

/// The stems that a word may have been meant for: the closest ones, likeliest first.
fn corrections(index: Index<'_>, word: &str) -> Result<Vec<Near>, Fault> {
    let is_name = word.contains(char::is_numeric) || word.chars().count() > LONGEST_CORRECTED;
    let budget = budget(word);
    if is_name || budget == 0 {
        return Ok(Vec::new());
    }
    let mut near = index.near(word, budget)?;
    let least = near.iter().map(|near| near.distance).min();
    near.retain(|near| Some(near.distance) == least);
    near.sort_by_key(|near| {
        let first = near.form.chars().next() != word.chars().next();
        (
            first,
            std::cmp::Reverse(near.stem.documents()),
            near.stem.position(),
        )
    });
    near.truncate(MAX_CORRECTIONS);
    Ok(near)
}
