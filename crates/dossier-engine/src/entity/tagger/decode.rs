//! The best labels of a sentence: Viterbi over whole-number scores.
//!
//! Names either go on or they do not. Where they do not, any label that may end one comes before any
//! that may begin one, so that the best of nineteen is looked for nineteen times at each token; a
//! score and the label that it is of are one number there, and the largest is found without a branch.

use super::feature::{Features, OFFSETS, Sentence};
use super::label::{LABELS, OUTSIDE, is_open};
use super::memo::{Memo, WordSums};
use super::model::Model;
use super::weights::{Sums, add_row};
use crate::entity::EntityKind;

/// A score that nothing that is possible has.
const NEVER: i32 = -1_000_000;
/// How many labels end a name or stand outside; as many begin one or stand outside.
const ENDS: usize = 1 + 2 * EntityKind::ALL.len();
/// Bits for a label beside a score.
const LABEL_BITS: u32 = 6;

/// The labels after which no name goes on: outside, last, unit.
fn end(number: usize) -> usize {
    match number.checked_sub(1) {
        None => OUTSIDE,
        Some(at) => 1 + 4 * (at / 2) + 2 + at % 2,
    }
}

/// The labels that no name leads to: outside, begin, unit.
fn start(number: usize) -> usize {
    match number.checked_sub(1) {
        None => OUTSIDE,
        Some(at) => 1 + 4 * (at / 2) + 3 * (at % 2),
    }
}

/// The score of each label at a token.
type Scores = [i32; LABELS];

/// Labels sentences with a model. It keeps its tables from sentence to sentence.
#[derive(Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    /// The weight of each start after each end.
    steps: [[i32; ENDS]; ENDS],
    /// For each end, by how much at most a start gains by it over the label outside.
    gains: [i32; ENDS],
    memo: Memo<'m>,
    /// For each token of the sentence, what it adds to the sums of its neighbours and itself, with
    /// two of what stands outside at each end.
    words: Vec<WordSums>,
    features: Features,
    came_from: Vec<[u8; LABELS]>,
}

impl<'m> Decoder<'m> {
    /// A decoder for a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let steps: [[i32; ENDS]; ENDS] = std::array::from_fn(|after| {
            std::array::from_fn(|before| step(model, end(before), start(after)))
        });
        let gains = std::array::from_fn(|before| {
            let gains = steps.iter().map(|after| after[before] - after[0]);
            gains.max().unwrap_or(0)
        });
        Self {
            model,
            steps,
            gains,
            memo: Memo::new(model),
            words: Vec::new(),
            features: Features::default(),
            came_from: Vec::new(),
        }
    }

    /// The labels of the tokens of a sentence.
    pub fn labels(&mut self, sentence: &Sentence<'_>) -> Vec<u8> {
        self.came_from.clear();
        let mut best = [NEVER; LABELS];
        best[OUTSIDE] = 0;
        self.gather(sentence);
        for (at, words) in sentence.range().zip(self.words.windows(5)) {
            self.features.clear();
            let look = sentence.look(at);
            sentence.of_words(at, &look, &mut self.features);
            sentence.of_own_word(at, &mut self.features);
            let mut sums = self.model.weights.sums(self.features.hashes());
            add_row(&mut sums, &self.memo.of_look(&look));
            for (place, offset) in OFFSETS.into_iter().enumerate() {
                let word = &words[2_usize.saturating_add_signed(offset)];
                add_row(&mut sums, &word[place]);
            }
            let mut from = [OUTSIDE as u8; LABELS];
            best = self.advance(&best, &mut from);
            add_sums(&mut best, &sums);
            self.came_from.push(from);
        }
        let ends = (0..LABELS).filter(|&label| !is_open(label));
        let mut label = ends
            .max_by_key(|&label| (best[label], LABELS - label))
            .unwrap_or(OUTSIDE);
        let mut labels = vec![OUTSIDE as u8; self.came_from.len()];
        for (place, from) in labels.iter_mut().zip(&self.came_from).rev() {
            *place = label as u8;
            label = from[label] as usize;
        }
        labels
    }

    /// Fills in `words`.
    fn gather(&mut self, sentence: &Sentence<'_>) {
        self.words.clear();
        self.words.extend([*self.memo.of_edge(); 2]);
        for at in sentence.range() {
            self.words.push(*self.memo.of_token(sentence, at));
        }
        self.words.extend([*self.memo.of_edge(); 2]);
    }

    /// The best score with which each label can be reached; `from` gets the label before it, and
    /// has the one outside so far.
    #[inline(never)]
    fn advance(&self, best: &Scores, from: &mut [u8; LABELS]) -> Scores {
        let mut next = [NEVER; LABELS];
        // Of equal scores the lower label stands, hence the larger number for it.
        let ends: [i32; ENDS] = std::array::from_fn(|number| best[end(number)]);
        let outside = ends[0];
        // Between names, no start gains by any other label before it.
        let is_between = ends
            .iter()
            .zip(&self.gains)
            .skip(1)
            .all(|(end, gain)| end + gain <= outside);
        if is_between {
            for (number, weights) in self.steps.iter().enumerate() {
                next[start(number)] = outside + weights[0];
            }
        } else {
            let ends: [i32; ENDS] = std::array::from_fn(|number| {
                (ends[number] << LABEL_BITS) + i32::from((ENDS - number) as u8)
            });
            for (number, weights) in self.steps.iter().enumerate() {
                let mut top = i32::MIN;
                for (end, weight) in ends.iter().zip(weights) {
                    top = top.max(end + (weight << LABEL_BITS));
                }
                let label = start(number);
                next[label] = top >> LABEL_BITS;
                let number = usize::try_from(top & ((1 << LABEL_BITS) - 1)).unwrap_or(ENDS);
                from[label] = end(ENDS - number) as u8;
            }
        }
        for kind in 0..EntityKind::ALL.len() {
            let begin = 1 + 4 * kind;
            let inside = begin + 1;
            for label in [inside, inside + 1] {
                let [one, other] = [begin, inside]
                    .map(|open| best[open].saturating_add(step(self.model, open, label)));
                (next[label], from[label]) = if one >= other {
                    (one, begin as u8)
                } else {
                    (other, inside as u8)
                };
            }
        }
        next
    }
}

/// Adds what the features of a token say to the scores. A call for the reason of [`add_row`].
#[inline(never)]
fn add_sums(scores: &mut Scores, sums: &Sums) {
    let mut top = i32::MIN;
    for (score, sum) in scores.iter_mut().zip(sums) {
        *score += i32::from(*sum);
        top = top.max(*score);
    }
    // Only differences count; kept small, scores never overflow.
    for score in scores {
        *score = (*score - top).max(NEVER);
    }
}

fn step(model: &Model, before: usize, after: usize) -> i32 {
    let weight = model.transitions.get(before * LABELS + after);
    weight.copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::label::may_follow;

    #[test]
    fn every_end_may_come_before_every_start_and_there_are_no_more() {
        let ends: Vec<usize> = (0..ENDS).map(end).collect();
        let starts: Vec<usize> = (0..ENDS).map(start).collect();
        for before in 0..LABELS {
            for after in 0..LABELS {
                let by_table = ends.contains(&before) && starts.contains(&after);
                let goes_on = is_open(before) && may_follow(before, after);
                assert_eq!(may_follow(before, after), by_table || goes_on);
            }
        }
    }
}
