//! A sorted list of words: looked up whole, by prefix, and within typing errors.
//!
//! ```text
//! dictionary = list(word)
//! word       = shared:number length:number, length bytes of UTF-8
//! ```
//!
//! `shared` counts the bytes that a word has in common with the one before it. The words stand in
//! the order of their bytes, each once.

use std::ops::Range;

use super::typo::{Pattern, Rows};
use crate::codec::{Malformed, Reader, Writer, write_number};

/// A sorted list of words, each with its position.
#[derive(Debug, Default)]
pub(super) struct Dictionary {
    text: String,
    ends: Vec<u32>,
}

impl Dictionary {
    /// The dictionary of words that are in order, each once.
    pub(super) fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut dictionary = Self::default();
        for word in words {
            dictionary.push(word);
        }
        dictionary
    }

    fn push(&mut self, word: &str) {
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The word at a position, empty where there is none.
    pub(super) fn word(&self, position: usize) -> &str {
        let start = match position.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or(0),
            None => 0,
        };
        let end = self.ends.get(position).copied().unwrap_or(start);
        &self.text[start as usize..end as usize]
    }

    /// The position of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let position = self.first_from(0, |other| other >= word);
        (position < self.len() && self.word(position) == word).then_some(position)
    }

    /// The positions of all words that begin with `prefix`.
    pub(super) fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let start = self.first_from(0, |word| word >= prefix);
        start..self.first_from(start, |word| !word.starts_with(prefix))
    }

    /// All words within `budget` typing errors of `typed`, with their distances, in order.
    ///
    /// Words with a common beginning share the work on it, and a beginning that is too far from
    /// everything typed is passed over with all words that have it.
    pub(super) fn near(&self, typed: &str, budget: usize) -> Vec<(usize, usize)> {
        let pattern = Pattern::new(typed);
        let mut rows = Rows::new(&pattern);
        let mut found = Vec::new();
        let mut position = 0;
        while position < self.len() {
            let word = self.word(position);
            rows.keep_common_beginning(word);
            match rows.extend(&pattern, word, budget) {
                Ok(distance) => {
                    if distance <= budget {
                        found.push((position, distance));
                    }
                    position += 1;
                }
                Err(hopeless) => {
                    position = self.first_from(position, |word| !word.starts_with(hopeless));
                }
            }
        }
        found
    }

    /// The first position from `start` on whose word satisfies `holds`; all after it must, too.
    fn first_from(&self, start: usize, holds: impl Fn(&str) -> bool) -> usize {
        let (mut low, mut high) = (start, self.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if holds(self.word(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    pub(super) fn write(&self, out: &mut Writer) {
        write_number(self.len() as u32, out);
        let mut before = "";
        for position in 0..self.len() {
            let word = self.word(position);
            let shared = before
                .bytes()
                .zip(word.bytes())
                .take_while(|(a, b)| a == b)
                .count();
            write_number(shared as u32, out);
            write_number((word.len() - shared) as u32, out);
            out.extend_from_slice(&word.as_bytes()[shared..]);
            before = word;
        }
    }

    pub(super) fn read(input: &mut Reader<'_>) -> Result<Self, Malformed> {
        let count = input.count()?;
        let mut dictionary = Self::default();
        let mut word = Vec::new();
        for position in 0..count {
            let shared = input.number()? as usize;
            if shared > word.len() {
                return Err(Malformed("words that share what the word before has"));
            }
            word.truncate(shared);
            let length = input.count()?;
            word.extend_from_slice(input.take(length)?);
            let text = str::from_utf8(&word).map_err(|_| Malformed("words in UTF-8"))?;
            if position > 0 && dictionary.word(position - 1) >= text {
                return Err(Malformed("words in order"));
            }
            dictionary.push(text);
        }
        Ok(dictionary)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;
    use crate::index::typo::distance;

    fn dictionary(words: &BTreeSet<String>) -> Dictionary {
        Dictionary::new(words.iter().map(String::as_str))
    }

    proptest! {
        #[test]
        fn a_dictionary_is_read_as_it_was_written(words in prop::collection::btree_set("[a-c]{0,5}|\\PC{0,3}", 0..20)) {
            let mut out = Writer::new();
            dictionary(&words).write(&mut out);
            let mut input = Reader::new(&out);
            let read = Dictionary::read(&mut input).unwrap();
            prop_assert!(input.is_done());
            let all: BTreeSet<String> = (0..read.len()).map(|at| read.word(at).into()).collect();
            prop_assert_eq!(all, words);
        }

        #[test]
        fn words_by_prefix_are_those_that_begin_with_it(words in prop::collection::btree_set("[a-c]{0,5}", 0..20), prefix in "[a-c]{0,2}") {
            let dictionary = dictionary(&words);
            let found: Vec<&str> = dictionary.with_prefix(&prefix).map(|at| dictionary.word(at)).collect();
            let all: Vec<&String> = words.iter().filter(|word| word.starts_with(&prefix)).collect();
            prop_assert_eq!(found, all);
        }

        #[test]
        fn words_near_are_those_within_the_budget(words in prop::collection::btree_set("[a-cé]{0,6}", 0..30), typed in "[a-cé]{0,6}", budget in 0usize..3) {
            let dictionary = dictionary(&words);
            let found: Vec<(&str, usize)> =
                dictionary.near(&typed, budget).into_iter().map(|(at, distance)| (dictionary.word(at), distance)).collect();
            let all: Vec<(&str, usize)> = words
                .iter()
                .map(|word| (word.as_str(), distance(&typed, word)))
                .filter(|&(_, distance)| distance <= budget)
                .collect();
            prop_assert_eq!(found, all);
        }
    }
}
