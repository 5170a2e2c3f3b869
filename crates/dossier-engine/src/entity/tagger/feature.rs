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

    /// What the features of the token at a position hang on.
    #[must_use]
    pub fn cell(&self, at: usize) -> Cell {
        let Some(token) = self.token(at, 0) else {
            return Cell::EDGE;
        };
        // In a sentence of capitals the shape tells only words from numbers and signs.
        let shape = match token.form {
            form if self.mode.capitals && form.is_word() => 7,
            Form::Sign => token.hash,
            _ => token.shape,
        };
        let evidence = self.text.evidence.get(at).copied().unwrap_or_default();
        Cell {
            word: token.hash,
            shape,
            known: evidence_code(evidence),
            class: u32::from(evidence.class >> 2),
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
        let cells = [-2, -1, 0, 1, 2].map(|offset| {
            let at = at.checked_add_signed(offset);
            at.map_or(Cell::EDGE, |at| self.cell(at))
        });
        let look = self.look(at, &cells);
        if is_hidden {
            // The first is the word.
            out.drop_first();
        } else {
            look.of_own_word(&cells, out);
        }
        look.features(out);
        self.of_words(at, &cells, &look, out);
    }

    /// How the token at a position of the sentence and its neighbours look, by the cells from two
    /// before it to two behind it.
    #[must_use]
    pub fn look(&self, at: usize, cells: &[Cell; 5]) -> Look {
        let first = at == self.range.start;
        let [_, before, own, after, _] = cells;
        Look {
            mode: self.mode.code(),
            shapes: [before.shape, join(own.shape, u32::from(first)), after.shape],
            known: [before.known, own.known, after.known],
        }
    }

    /// What the features of the word at a position hang on.
    #[must_use]
    pub fn own_word(&self, at: usize) -> Option<Word> {
        let token = self.token(at, 0)?;
        Some(Word {
            hash: token.hash,
            class: self
                .text
                .evidence
                .get(at)
                .map_or(classes::NONE, |own| own.class),
            letters: token
                .form
                .is_word()
                .then(|| Letters::new(self.text.tokens.folded(token))),
            is_told_by_case: token.form.is_capital() && !self.mode.capitals,
        })
    }

    /// Adds the features of a token that hang on its neighbours, or on how it looks and a
    /// neighbour.
    pub fn of_words(&self, at: usize, cells: &[Cell; 5], look: &Look, out: &mut Features) {
        let Some(token) = self.token(at, 0) else {
            return;
        };
        let [_, class_before, class, class_after, _] = cells.each_ref().map(|cell| cell.class);
        let [before2, before, _, after, after2] = cells.each_ref().map(|cell| cell.word);
        let first = at == self.range.start;
        let mode = look.mode;
        let [shape_before, shape, shape_after] = look.shapes;
        let known = look.known[1];

        out.add(13, join(before, shape));
        out.add(14, join(after, shape));
        out.add(15, join(join(before2, before), shape));
        out.add(16, join(join(after, after2), shape));
        out.add(17, join(join(before, after), shape));
        out.add(90, join(class_before, class));
        out.add(91, join(class, class_after));
        out.add(92, join(class_before, join(shape, class_after)));
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

/// What the features of a token and its neighbours hang on, as numbers.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    word: u32,
    shape: u32,
    known: u32,
    /// The class of the word and its near neighbours.
    class: u32,
}

impl Cell {
    /// What stands outside a sentence.
    pub const EDGE: Self = Self {
        word: EDGE,
        shape: EDGE,
        known: EDGE,
        class: EDGE,
    };
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

    /// Adds the features of a token that have its own word beside something else.
    pub fn of_own_word(&self, cells: &[Cell; 5], out: &mut Features) {
        let [_, before, own, after, _] = cells;
        out.add(6, join(before.word, own.word));
        out.add(7, join(own.word, after.word));
        out.add(12, join(own.word, self.shapes[1]));
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
