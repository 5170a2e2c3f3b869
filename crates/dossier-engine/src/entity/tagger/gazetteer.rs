//! Names that are known beforehand, as hashes: what a word or phrase is in some list.
//!
//! A list is evidence for the model and nothing more, so a table of hashes serves, which takes a
//! hundredth of a unknown word for a known one.

use super::classes::Classes;
use super::hash;
use super::slots::Slots;
use super::token::Tokens;

/// What a word or phrase may be. A set of these is the bits of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A first name.
    First,
    /// A surname.
    Surname,
    /// A city or region.
    City,
    /// A country or a state of one.
    Country,
    /// A word for a people or faith.
    Group,
    /// An organisation, or a word that ends the names of such.
    Organisation,
    /// A title or honorific.
    Title,
    /// A word that is mostly written in small letters.
    Common,
    /// A sports team or club.
    Team,
}

impl Known {
    /// All of them, in the order of their bits.
    pub const ALL: [Self; 9] = [
        Self::First,
        Self::Surname,
        Self::City,
        Self::Country,
        Self::Group,
        Self::Organisation,
        Self::Title,
        Self::Common,
        Self::Team,
    ];

    /// The bit in a set.
    #[must_use]
    pub const fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// The longest phrase of a list, in tokens.
pub const LONGEST: usize = 4;

/// The hash of a phrase, from those of its tokens.
#[must_use]
pub fn phrase(tokens: impl IntoIterator<Item = u32>) -> u32 {
    let mut tokens = tokens.into_iter();
    let first = tokens
        .next()
        .map_or(hash::SEED, |token| hash::mix(token ^ 0x5bd1_e995));
    tokens.fold(first, hash::join)
}

/// Known words and phrases.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    slots: Slots,
    sets: Vec<u16>,
    classes: Classes,
}

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What the word alone may be.
    pub word: u16,
    /// What a phrase of several words may be that has it, the longest one there.
    pub phrase: u16,
    /// Whether that phrase begins here.
    pub begins: bool,
    /// The class of the word.
    pub class: u16,
}

impl Gazetteer {
    /// Bits of the table's slots.
    pub const BITS: u32 = 22;

    /// The table of sets by ascending slot, and classes of words likewise.
    #[must_use]
    pub fn new(entries: &[(u32, u16)], classes: &[(u32, u16)]) -> Self {
        let slots: Vec<u32> = entries.iter().map(|(slot, _)| *slot).collect();
        Self {
            slots: Slots::new(Self::BITS, &slots),
            sets: entries.iter().map(|(_, set)| *set).collect(),
            classes: Classes::new(classes),
        }
    }

    /// The slot of a phrase.
    #[must_use]
    pub fn slot(phrase: u32) -> u32 {
        phrase >> (32 - Self::BITS)
    }

    fn set(&self, phrase: u32) -> u16 {
        let rank = self.slots.rank(phrase);
        rank.and_then(|rank| self.sets.get(rank))
            .copied()
            .unwrap_or(0)
    }

    /// What is known of each token.
    #[must_use]
    pub fn look_up(&self, tokens: &Tokens) -> Vec<Evidence> {
        let mut evidence: Vec<Evidence> = tokens
            .list
            .iter()
            .map(|token| Evidence {
                word: if token.form.is_word() {
                    self.set(phrase([token.hash]))
                } else {
                    0
                },
                class: self.classes.of(token),
                ..Evidence::default()
            })
            .collect();
        for sentence in &tokens.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                let end = (at + LONGEST).min(sentence.end);
                let found = if tokens.list[at].form.is_capital() {
                    self.longest(tokens, at, end)
                } else {
                    None
                };
                let Some((length, set)) = found else {
                    at += 1;
                    continue;
                };
                for (offset, own) in evidence[at..at + length].iter_mut().enumerate() {
                    own.phrase = set;
                    own.begins = offset == 0;
                }
                at += length;
            }
        }
        evidence
    }

    /// The longest known phrase of several tokens at a token: its length and set.
    fn longest(&self, tokens: &Tokens, at: usize, end: usize) -> Option<(usize, u16)> {
        let mut found = None;
        let mut value = phrase([tokens.list[at].hash]);
        for (offset, token) in tokens.list[at + 1..end].iter().enumerate() {
            value = hash::join(value, token.hash);
            if !token.form.is_capital() {
                continue;
            }
            let set = self.set(value);
            if set != 0 {
                found = Some((offset + 2, set));
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(list: &[(&str, Known)]) -> Gazetteer {
        let mut entries: Vec<(u32, u16)> = list
            .iter()
            .map(|(name, known)| {
                let tokens = Tokens::new(name);
                let hash = phrase(tokens.list.iter().map(|token| token.hash));
                (Gazetteer::slot(hash), known.bit())
            })
            .collect();
        entries.sort_unstable();
        Gazetteer::new(&entries, &[])
    }

    #[test]
    fn words_and_the_longest_phrases_are_known() {
        let gazetteer = entries(&[
            ("New Ferring", Known::City),
            ("New Ferring Bay", Known::City),
            ("Ines", Known::First),
        ]);
        let tokens = Tokens::new("Ines saw New Ferring Bay. New things");
        let found = gazetteer.look_up(&tokens);
        assert_eq!(found[0].word, Known::First.bit());
        let phrases: Vec<_> = found
            .iter()
            .map(|own| (own.phrase != 0, own.begins))
            .collect();
        let (out, first, other) = ((false, false), (true, true), (true, false));
        assert_eq!(phrases[1..], [out, first, other, other, out, out, out]);
    }
}
