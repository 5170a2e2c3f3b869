//! Lists of words that rules ask about.

use std::sync::OnceLock;

/// A set of folded words, written as a text with white space between them.
#[derive(Debug)]
pub(super) struct WordList {
    text: &'static str,
    sorted: OnceLock<Vec<&'static str>>,
}

impl WordList {
    /// The set of the words of a text.
    pub(super) const fn new(text: &'static str) -> Self {
        Self {
            text,
            sorted: OnceLock::new(),
        }
    }

    /// Whether a word is in the set.
    pub(super) fn contains(&self, word: &str) -> bool {
        let sorted = self.sorted.get_or_init(|| {
            let mut words: Vec<_> = self.text.split_whitespace().collect();
            words.sort_unstable();
            words
        });
        sorted.binary_search(&word).is_ok()
    }
}
