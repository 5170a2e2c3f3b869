//! Classes of words: words that stand among the same words, as hashes.
//!
//! Classes are numbered as the leaves of a tree (P. F. Brown and others, "Class-Based n-gram Models
//! of Natural Language", 1992), so that near numbers are near in use. They tell the model of a word
//! that it has not learnt what it has learnt of others like it.

use super::hash;
use super::slots::Slots;
use super::token::Token;

/// The classes of words.
#[derive(Clone, Debug)]
pub struct Classes {
    slots: Slots,
    numbers: Vec<u16>,
}

/// The class of a word that is in none.
pub const NONE: u16 = 0;

impl Classes {
    /// Bits of the table's slots.
    pub const BITS: u32 = 21;

    /// The table of classes by ascending slot.
    #[must_use]
    pub fn new(entries: &[(u32, u16)]) -> Self {
        let slots: Vec<u32> = entries.iter().map(|(slot, _)| *slot).collect();
        Self {
            slots: Slots::new(Self::BITS, &slots),
            numbers: entries.iter().map(|(_, number)| *number).collect(),
        }
    }

    /// The slot of a word, by the hash of its folded letters: `May` and `may` are two words.
    #[must_use]
    pub fn slot(word: u32, is_capital: bool) -> u32 {
        key(word, is_capital) >> (32 - Self::BITS)
    }

    /// The class of a token: that of the word as it is written, else in small letters.
    #[must_use]
    pub fn of(&self, token: &Token) -> u16 {
        if !token.form.is_word() {
            return NONE;
        }
        let capital = token
            .form
            .is_capital()
            .then(|| self.slots.rank(key(token.hash, true)));
        let rank = capital
            .flatten()
            .or_else(|| self.slots.rank(key(token.hash, false)));
        let number = rank.and_then(|rank| self.numbers.get(rank));
        number.copied().unwrap_or(NONE)
    }
}

fn key(word: u32, is_capital: bool) -> u32 {
    hash::join(word, u32::from(is_capital))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::token::Tokens;

    #[test]
    fn a_word_has_the_class_of_its_case_or_else_of_its_small_letters() {
        let hash = |word: &str| Tokens::new(word).list[0].hash;
        let mut entries = [
            (Classes::slot(hash("may"), true), 7),
            (Classes::slot(hash("may"), false), 3),
            (Classes::slot(hash("run"), false), 9),
        ];
        entries.sort_unstable();
        let classes = Classes::new(&entries);
        let tokens = Tokens::new("May may Run run 12 Walk");
        let found: Vec<u16> = tokens.list.iter().map(|token| classes.of(token)).collect();
        assert_eq!(found, [7, 3, 9, 9, NONE, NONE]);
    }
}
