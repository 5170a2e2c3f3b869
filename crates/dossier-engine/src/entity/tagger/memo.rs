//! Sums of weights that hang on single words or on looks, kept from one place to the next.
//!
//! A quarter of a token's features are of one word alone: the token's own, or a neighbour's. As many
//! are of how it and its neighbours look. Texts have the same words and looks again and again, so that
//! most of those sums are known.

use super::feature::{Features, Look, OFFSETS, Sentence, Word, of_edge};
use super::model::Model;
use super::weights::Sums;

/// How many words are kept, each at the place that its hash gives it; the last one stays there.
const WORDS: usize = 1 << 14;

/// How many looks are kept likewise.
const LOOKS: usize = 1 << 12;

/// For each of [`OFFSETS`], the sums of a token that has the word there.
pub type WordSums = [Sums; OFFSETS.len()];

/// The sums of words and looks that were met.
#[derive(Debug)]
pub struct Memo<'m> {
    model: &'m Model,
    words: Vec<Option<Word>>,
    /// The sums of each of `words`.
    sums: Vec<WordSums>,
    looks: Vec<Option<(Look, Sums)>>,
    /// The sums of what stands outside a sentence.
    edge: WordSums,
}

impl<'m> Memo<'m> {
    /// A memo for the words of a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let edge = sums(model, of_edge);
        Self {
            model,
            words: vec![None; WORDS],
            sums: vec![edge; WORDS],
            looks: vec![None; LOOKS],
            edge,
        }
    }

    /// The sums of the token at a position of a sentence.
    pub fn of_token(&mut self, sentence: &Sentence<'_>, at: usize) -> &WordSums {
        let Some(word) = sentence.own_word(at) else {
            return &self.edge;
        };
        let place = word.hash as usize % WORDS;
        let (known, kept) = (&mut self.words[place], &mut self.sums[place]);
        if known.as_ref() != Some(&word) {
            *kept = sums(self.model, |place, features| {
                word.features(place, features);
            });
            *known = Some(word);
        }
        kept
    }

    /// The sums of how a token looks.
    pub fn of_look(&mut self, look: &Look) -> Sums {
        // The upper bits of a product are those that all others go into.
        let place = look.hash() >> (u32::BITS - LOOKS.ilog2());
        let place = &mut self.looks[place as usize];
        if let Some((_, sums)) = place.as_ref().filter(|(known, _)| known == look) {
            return *sums;
        }
        let mut features = Features::default();
        look.features(&mut features);
        let sums = self.model.weights.sums(features.hashes());
        *place = Some((*look, sums));
        sums
    }

    /// The sums of what stands outside a sentence.
    #[must_use]
    pub fn of_edge(&self) -> &WordSums {
        &self.edge
    }
}

/// The sums of the features that `add` adds for each place.
fn sums(model: &Model, add: impl Fn(usize, &mut Features)) -> WordSums {
    let mut features = Features::default();
    std::array::from_fn(|place| {
        features.clear();
        add(place, &mut features);
        model.weights.sums(features.hashes())
    })
}
