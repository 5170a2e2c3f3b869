//! Lists of words that rules ask about.

use std::sync::OnceLock;

/// A set of folded words, written as a text with white space between them.
#[derive(Debug)]
pub(crate) struct WordList {
    text: &'static str,
    table: OnceLock<Table>,
}

/// Words at the places that their hashes give them, or the next free ones behind.
#[derive(Debug)]
struct Table {
    places: Vec<&'static str>,
    /// The lengths of words that there are, a bit for each; the last for all longer ones.
    lengths: u64,
}

impl WordList {
    /// The set of the words of a text.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self {
            text,
            table: OnceLock::new(),
        }
    }

    /// Whether a word is in the set.
    pub(crate) fn contains(&self, word: &str) -> bool {
        let table = self.table.get_or_init(|| Table::new(self.text));
        table.lengths & length(word) != 0 && table.places[table.place(word)] == word
    }
}

impl Table {
    fn new(text: &'static str) -> Self {
        let count = text.split_whitespace().count();
        // At least half of the places are free, so that a search ends soon.
        let mut table = Self {
            places: vec![""; (2 * count + 1).next_power_of_two()],
            lengths: 0,
        };
        for word in text.split_whitespace() {
            let place = table.place(word);
            table.places[place] = word;
            table.lengths |= length(word);
        }
        table
    }

    /// The place of a word, or the free one where it would stand.
    fn place(&self, word: &str) -> usize {
        let mask = self.places.len() - 1;
        let mut at = hash(word) & mask;
        while !self.places[at].is_empty() && self.places[at] != word {
            at = (at + 1) & mask;
        }
        at
    }
}

fn length(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// FNV-1a (Fowler, Noll, Vo), with its upper bits brought down.
fn hash(word: &str) -> usize {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (hash ^ hash >> 15) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_words_and_no_others() {
        static WORDS: WordList = WordList::new("tank 日 aerial\n  anti zu\u{308}ge");
        for word in ["tank", "日", "aerial", "anti", "zu\u{308}ge"] {
            assert!(WORDS.contains(word), "{word}");
        }
        for word in ["", "tan", "tanks", "月", "aeriak", "Anti"] {
            assert!(!WORDS.contains(word), "{word}");
        }
    }

    #[test]
    fn a_list_without_words_has_none() {
        static NONE: WordList = WordList::new(" \n");
        assert!(!NONE.contains("") && !NONE.contains("a"));
    }
}
