//! The features of a token: hashes of what is true of it and its surroundings.
//!
//! The order and meaning of features are part of the model: a change needs new training.

use std::ops::Range;

use super::classes;
use super::context::{Mode, Text};
use super::gazetteer::Evidence;
use super::hash::{join, mix};
use super::token::{Form, Token};

/// The most features that a token can have.
pub const MOST: usize = 80;

/// The features of one token.
#[derive(Debug)]
pub struct Features {
    hashes: [u32; MOST],
    count: usize,
}

impl Default for Features {
    fn default() -> Self {
        Self {
            hashes: [0; MOST],
            count: 0,
        }
    }
}

impl Features {
    /// The hashes, in order of their templates.
    #[must_use]
    pub fn hashes(&self) -> &[u32] {
        &self.hashes[..self.count]
    }

    /// Takes the first out.
    fn drop_first(&mut self) {
        self.hashes.copy_within(1.., 0);
        self.count = self.count.saturating_sub(1);
    }

    /// Takes all out.
    pub fn clear(&mut self) {
        self.count = 0;
    }

    #[inline]
    fn add(&mut self, template: u32, value: u32) {
        if let Some(place) = self.hashes.get_mut(self.count) {
            *place = join(template, value);
            self.count += 1;
        }
    }
}

/// A sentence of a text, whose tokens have features.
#[derive(Debug)]
pub struct Sentence<'t> {
    text: &'t Text,
    range: Range<usize>,
    mode: Mode,
}

/// Where the words stand, from a token, that it has features of alone.
pub const OFFSETS: [isize; 5] = [0, -1, 1, -2, 2];

/// What a position outside the sentence has instead of a hash.
const EDGE: u32 = 0x27d4_eb2f;

impl<'t> Sentence<'t> {
    /// The sentence with a number.
    #[must_use]
    pub fn new(text: &'t Text, number: usize) -> Self {
        Self {
            text,
            range: text.tokens.sentences.get(number).cloned().unwrap_or(0..0),
            mode: text.modes.get(number).copied().unwrap_or_default(),
        }
    }

    /// Positions of its tokens in the text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The token at an offset from a position, where that is in the sentence.
    #[must_use]
    pub fn token(&self, at: usize, offset: isize) -> Option<&'t Token> {
        let at = at.checked_add_signed(offset)?;
        self.range.contains(&at).then(|| &self.text.tokens.list[at])
    }

    fn word(&self, at: usize, offset: isize) -> u32 {
        self.token(at, offset).map_or(EDGE, |token| token.hash)
    }

    /// The shape, which in a sentence of capitals tells only words from numbers and signs.
    fn shape(&self, at: usize, offset: isize) -> u32 {
        match self.token(at, offset) {
            None => EDGE,
            Some(token) if self.mode.capitals && token.form.is_word() => 7,
            Some(token) if token.form == Form::Sign => token.hash,
            Some(token) => token.shape,
        }
    }

    fn evidence(&self, at: usize, offset: isize) -> u32 {
        let at = at
            .checked_add_signed(offset)
            .filter(|at| self.range.contains(at));
        at.map_or(EDGE, |at| evidence_code(self.text.evidence[at]))
    }

    /// Fills in the features of a token, all of them or all but those that name its own word.
    pub fn features(&self, at: usize, is_hidden: bool, out: &mut Features) {
        out.clear();
        for (place, &offset) in OFFSETS.iter().enumerate() {
            match at.checked_add_signed(offset) {
                Some(at) => match self.own_word(at) {
                    Some(word) => word.features(place, out),
                    None => of_edge(place, out),
                },
                None => of_edge(place, out),
            }
        }
        if is_hidden {
            // The first is the word.
            out.drop_first();
        } else {
            self.of_own_word(at, out);
        }
        let look = self.look(at);
        look.features(out);
        self.of_words(at, &look, out);
    }

    /// How the token at a position of the sentence and its neighbours look.
    #[must_use]
    pub fn look(&self, at: usize) -> Look {
        let first = at == self.range.start;
        Look {
            mode: self.mode.code(),
            shapes: [
                self.shape(at, -1),
                join(self.shape(at, 0), u32::from(first)),
                self.shape(at, 1),
            ],
            known: [-1, 0, 1].map(|offset| self.evidence(at, offset)),
        }
    }

    /// What the features of the word at a position hang on.
    #[must_use]
    pub fn own_word(&self, at: usize) -> Option<Word> {
        let token = self.token(at, 0)?;
        Some(Word {
            hash: token.hash,
            class: self.class(at),
            letters: token
                .form
                .is_word()
                .then(|| Letters::new(self.text.tokens.folded(token))),
            is_told_by_case: token.form.is_capital() && !self.mode.capitals,
        })
    }

    /// The class of a word.
    #[must_use]
    pub fn class(&self, at: usize) -> u16 {
        self.text
            .evidence
            .get(at)
            .map_or(classes::NONE, |own| own.class)
    }

    /// Adds the features of a token that have its own word beside something else.
    pub fn of_own_word(&self, at: usize, out: &mut Features) {
        let Some(token) = self.token(at, 0) else {
            return;
        };
        let word = token.hash;
        let shape = join(self.shape(at, 0), u32::from(at == self.range.start));
        out.add(6, join(self.word(at, -1), word));
        out.add(7, join(word, self.word(at, 1)));
        out.add(12, join(word, shape));
    }

    /// Adds the features of a token that hang on its neighbours, or on how it looks and a
    /// neighbour.
    pub fn of_words(&self, at: usize, look: &Look, out: &mut Features) {
        let Some(token) = self.token(at, 0) else {
            return;
        };
        let mode = look.mode;
        let (before, after) = (self.word(at, -1), self.word(at, 1));
        let (before2, after2) = (self.word(at, -2), self.word(at, 2));
        let first = at == self.range.start;
        let [shape_before, shape, shape_after] = look.shapes;
        let known = look.known[1];

        out.add(13, join(before, shape));
        out.add(14, join(after, shape));
        out.add(15, join(join(before2, before), shape));
        out.add(16, join(join(after, after2), shape));
        out.add(17, join(join(before, after), shape));
        let class = |offset: isize| {
            let at = at.checked_add_signed(offset);
            let at = at.filter(|at| self.range.contains(at));
            at.map_or(EDGE, |at| u32::from(self.class(at) >> 2))
        };
        out.add(90, join(class(-1), class(0)));
        out.add(91, join(class(0), class(1)));
        out.add(92, join(class(-1), join(shape, class(1))));
        out.add(34, join(known, before));
        out.add(35, join(known, after));
        if !token.form.is_capital() {
            return;
        }
        let usage = u32::from(self.text.usage[at]);
        out.add(40, join(usage, u32::from(first)));
        out.add(41, join(usage, known));
        for bit in 0..10 {
            if usage >> bit & 1 == 1 {
                out.add(42, join(bit, u32::from(first)));
            }
        }
        if !self.mode.capitals {
            self.run(at, out);
        }
        out.add(60, join(mode, known));
        out.add(61, join(mode, join(shape_before, shape_after)));
    }

    /// What the run of capitalised words that the token stands in is like, and what is around it.
    fn run(&self, at: usize, out: &mut Features) {
        let run = self.text.runs[at];
        let (first, last) = (run.first as usize, run.last as usize);
        let length = last - first + 1;
        let place = (at - first).min(3) << 2 | (last - at).min(3);
        let place = place as u32;
        out.add(50, join(place, length.min(6) as u32));
        out.add(51, join(self.word(first, -1), place));
        out.add(52, join(self.word(last, 1), place));
        if length > 1 {
            out.add(53, join(self.word(last, 0), place));
            out.add(54, join(self.word(first, 0), place));
            out.add(55, join(self.evidence(last, 0), place));
            out.add(56, join(self.evidence(first, 0), place));
        }
        out.add(
            57,
            join(join(self.word(first, -1), self.word(last, 1)), place),
        );
        out.add(
            58,
            join(join(self.word(first, -2), self.word(first, -1)), place),
        );
    }
}

/// What the features of a word alone hang on: two words that are equal here have the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The hash of its token.
    pub hash: u32,
    class: u16,
    /// Its beginning and end, unless it is a number or a sign.
    letters: Option<Letters>,
    /// Whether it has a capital that says something.
    is_told_by_case: bool,
}

/// The first and last letters of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Letters {
    /// How many bytes there are, at most four.
    count: u8,
    first: [u8; 4],
    last: [u8; 4],
}

impl Letters {
    fn new(letters: &str) -> Self {
        let letters = letters.as_bytes();
        let count = letters.len().min(4);
        let (mut first, mut last) = ([0; 4], [0; 4]);
        first[..count].copy_from_slice(&letters[..count]);
        last[4 - count..].copy_from_slice(&letters[letters.len() - count..]);
        Self {
            count: count as u8,
            first,
            last,
        }
    }
}

impl Word {
    /// Adds the features of a token that hang on this word alone, which stands at a place of
    /// [`OFFSETS`] from it.
    pub fn features(&self, place: usize, out: &mut Features) {
        out.add(1 + place as u32, self.hash);
        let class = u32::from(self.class);
        if self.class != classes::NONE {
            // The class, and wider ones: four and thirty-two neighbours in the tree.
            let place = place as u32;
            out.add(70 + place, class);
            out.add(75 + place, class >> 2);
            out.add(80 + place, class >> 5);
        }
        if place == 0 {
            self.affixes(out);
        }
    }

    fn affixes(&self, out: &mut Features) {
        let Some(letters) = &self.letters else {
            return;
        };
        let case = u32::from(self.is_told_by_case);
        let count = letters.count as usize;
        for (template, length) in [(20, 2), (21, 3), (22, 4)] {
            if length <= count {
                out.add(template, join(packed(&letters.last[4 - length..]), case));
            }
        }
        for (template, length) in [(24, 3), (25, 4)] {
            if length <= count {
                out.add(template, join(packed(&letters.first[..length]), case));
            }
        }
    }
}

/// How a token and its neighbours look, whatever words they are: most tokens of a text look as many
/// others do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// How the sentence is written.
    mode: u32,
    /// The shapes of the token before, the token and the one after; that of the token joined with
    /// whether it begins the sentence.
    shapes: [u32; 3],
    /// What is known of the three.
    known: [u32; 3],
}

impl Look {
    /// A number for looks, which few share.
    #[must_use]
    pub fn hash(&self) -> u32 {
        let parts = self.shapes.iter().chain(&self.known);
        parts.fold(self.mode, |hash, part| {
            (hash.rotate_left(7) ^ part).wrapping_mul(0x9e37_79b1)
        })
    }

    /// Adds the features of a token that hang on its look alone.
    pub fn features(&self, out: &mut Features) {
        let mode = self.mode;
        let [shape_before, shape, shape_after] = self.shapes;
        let [known_before, known, known_after] = self.known;
        out.add(0, mode);
        out.add(8, join(shape, mode));
        out.add(9, join(shape_before, shape));
        out.add(10, join(shape, shape_after));
        out.add(11, join(shape_before, join(shape, shape_after)));
        out.add(30, known);
        out.add(31, join(known_before, known));
        out.add(32, join(known, known_after));
        out.add(33, join(known_before, join(known, known_after)));
        out.add(36, join(known, join(shape_before, shape_after)));
        out.add(37, join(known, shape));
    }
}

/// Adds the features of a token that has the end of its sentence at a place of [`OFFSETS`].
pub fn of_edge(place: usize, out: &mut Features) {
    out.add(1 + place as u32, EDGE);
}

fn evidence_code(evidence: Evidence) -> u32 {
    let phrase = u32::from(evidence.phrase) << 12 | u32::from(evidence.begins) << 24;
    u32::from(evidence.word) | phrase
}

/// Up to four bytes as a number.
fn packed(bytes: &[u8]) -> u32 {
    mix(bytes.iter().fold(bytes.len() as u32, |value, &byte| {
        value << 8 | u32::from(byte)
    }))
}
