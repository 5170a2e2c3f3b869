//! Sums of weights that hang on single words or on looks, kept from one place to the next.
//!
//! A quarter of a token's features are of one word alone: the token's own, or a neighbour's. As many
//! are of how it and its neighbours look. Texts have the same words and looks again and again, so that
//! most of those sums are known.

use super::feature::{Features, Look, OFFSETS, Sentence, Word, of_edge};
use super::model::Model;
use super::weights::{Room, Sums};

/// How many words are kept at most, each at the place that its hash gives it; the last one stays there.
const WORDS: usize = 1 << 16;

/// How many looks are kept likewise.
const LOOKS: usize = 1 << 14;

/// For each of [`OFFSETS`], the sums of a token that has the word there.
pub type WordSums = [Sums; OFFSETS.len()];

/// The sums of words and looks that were met.
#[derive(Debug)]
pub struct Memo<'m> {
    model: &'m Model,
    /// Each with where it has its sums.
    words: Vec<Option<(Word, u32)>>,
    sums: Vec<WordSums>,
    looks: Vec<Option<(Look, u32)>>,
    look_sums: Vec<Sums>,
    /// The sums of what stands outside a sentence.
    edge: WordSums,
    room: Room,
}

impl<'m> Memo<'m> {
    /// A memo for the words of a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let mut room = Room::default();
        let edge = sums(model, &mut room, of_edge);
        Self {
            model,
            words: vec![None; WORDS],
            sums: Vec::new(),
            looks: vec![None; LOOKS],
            look_sums: Vec::new(),
            edge,
            room,
        }
    }

    /// The sums of the token at a position of a sentence.
    pub fn of_token(&mut self, sentence: &Sentence<'_>, at: usize) -> &WordSums {
        let Some(word) = sentence.own_word(at) else {
            return &self.edge;
        };
        let place = &mut self.words[word.hash as usize % WORDS];
        let kept = match place {
            Some((known, at)) if *known == word => return &self.sums[*at as usize],
            Some((_, at)) => *at,
            None => self.sums.len() as u32,
        };
        let sums = sums(self.model, &mut self.room, |place, features| {
            word.features(place, features);
        });
        *place = Some((word, kept));
        keep(&mut self.sums, kept as usize, sums)
    }

    /// The sums of how a token looks.
    pub fn of_look(&mut self, look: &Look) -> &Sums {
        // The upper bits of a product are those that all others go into.
        let place = look.hash() >> (u32::BITS - LOOKS.ilog2());
        let place = &mut self.looks[place as usize];
        let kept = match place {
            Some((known, at)) if known == look => return &self.look_sums[*at as usize],
            Some((_, at)) => *at,
            None => self.look_sums.len() as u32,
        };
        let mut features = Features::default();
        look.features(&mut features);
        let sums = self.model.weights.sums(features.hashes(), &mut self.room);
        *place = Some((*look, kept));
        keep(&mut self.look_sums, kept as usize, sums)
    }

    /// The sums of what stands outside a sentence.
    #[must_use]
    pub fn of_edge(&self) -> &WordSums {
        &self.edge
    }
}

/// Puts a value at a place of a list, or behind it.
fn keep<T>(list: &mut Vec<T>, at: usize, value: T) -> &T {
    if at < list.len() {
        list[at] = value;
    } else {
        list.push(value);
    }
    &list[at]
}

/// The sums of the features that `add` adds for each place.
fn sums(model: &Model, room: &mut Room, add: impl Fn(usize, &mut Features)) -> WordSums {
    let mut features = Features::default();
    std::array::from_fn(|place| {
        features.clear();
        add(place, &mut features);
        model.weights.sums(features.hashes(), room)
    })
}
