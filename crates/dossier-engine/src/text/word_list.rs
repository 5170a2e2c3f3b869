//! Lists of words that rules ask about.

use std::sync::OnceLock;

/// A set of folded words, written as a text with white space between them.
#[derive(Debug)]
pub(crate) struct WordList {
    text: &'static str,
    words: OnceLock<WordMap<&'static str, ()>>,
}

impl WordList {
    /// The set of the words of a text.
    pub(crate) const fn new(text: &'static str) -> Self {
        Self {
            text,
            words: OnceLock::new(),
        }
    }

    /// The words, in the order in which they are written.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.text.split_whitespace()
    }

    /// Whether a word is in the set.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.words().get(word).is_some()
    }

    /// Whether a word is in the set, by the word and its [`hash`].
    pub(crate) fn has(&self, word: &str, hash: u32) -> bool {
        self.words().get_by_hash(word, || hash).is_some()
    }

    fn words(&self) -> &WordMap<&'static str, ()> {
        self.words.get_or_init(|| {
            let words = self.text.split_whitespace();
            WordMap::new(words.map(|word| (word, ())))
        })
    }
}

/// Words and what belongs to each, at the places that their hashes give them, or the next free ones
/// behind.
#[derive(Debug)]
pub(crate) struct WordMap<W, T> {
    places: Vec<Option<(W, T)>>,
    /// The lengths of words that there are, a bit for each; the last for all longer ones.
    lengths: u64,
}

impl<W: AsRef<str>, T> WordMap<W, T> {
    /// The words with what belongs to them; of a word that comes again the first stays.
    pub(crate) fn new(words: impl Iterator<Item = (W, T)>) -> Self {
        let words: Vec<(W, T)> = words.collect();
        // At least half of the places are free, so that a search ends soon.
        let count = (2 * words.len() + 1).next_power_of_two();
        let mut map = Self {
            places: Vec::new(),
            lengths: 0,
        };
        map.places.resize_with(count, || None);
        for (word, of) in words {
            map.lengths |= length(word.as_ref());
            let place = map.place(word.as_ref(), hash(word.as_ref()));
            map.places[place].get_or_insert((word, of));
        }
        map
    }

    /// What belongs to a word.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.get_by_hash(word, || hash(word))
    }

    /// What belongs to a word, by the word and its [`hash`], which is not asked for where no word is
    /// as long.
    fn get_by_hash(&self, word: &str, hash: impl FnOnce() -> u32) -> Option<&T> {
        if self.lengths & length(word) == 0 {
            return None;
        }
        let place = &self.places[self.place(word, hash())];
        place.as_ref().map(|(_, of)| of)
    }

    /// The place of a word, or the free one where it would stand.
    fn place(&self, word: &str, hash: u32) -> usize {
        let mask = self.places.len() - 1;
        let mut at = hash as usize & mask;
        while let Some((other, _)) = &self.places[at]
            && other.as_ref() != word
        {
            at = (at + 1) & mask;
        }
        at
    }
}

fn length(word: &str) -> u64 {
    1 << word.len().min(63)
}

/// The hash by which words have their places: FNV-1a (Fowler, Noll, Vo), with its upper bits brought
/// down.
pub(crate) fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash ^ hash >> 15
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
