//! The best labels of a sentence: Viterbi over whole-number scores.
//!
//! Names either go on or they do not. Where they do not, any label that may end one comes before any
//! that may begin one. Mostly that is the label outside, which one look tells; else the few that may be
//! better are tried for each: a score and the label that it is of are one number there, and the
//! largest is found without a branch.

use super::feature::{Cell, Features, OFFSETS, Sentence};
use super::label::{LABELS, LANES, OUTSIDE, Part, ROW, is_open, lane};
use super::memo::{Memo, WordSums};
use super::model::Model;
use super::weights::{Room, Sums, add_row};
use crate::entity::EntityKind;

/// A score that nothing that is possible has.
const NEVER: i32 = -1_000_000;
/// How many labels end a name or stand outside; as many begin one or stand outside.
const ENDS: usize = 1 + 2 * EntityKind::ALL.len();
/// Bits for a label beside a score.
const LABEL_BITS: u32 = 6;

/// The labels after which no name goes on: outside, last, unit.
const fn end(number: usize) -> usize {
    match number.checked_sub(1) {
        None => OUTSIDE,
        Some(at) => 1 + 4 * (at / 2) + 2 + at % 2,
    }
}

/// The labels that no name leads to: outside, begin, unit.
const fn start(number: usize) -> usize {
    match number.checked_sub(1) {
        None => OUTSIDE,
        Some(at) => 1 + 4 * (at / 2) + 3 * (at % 2),
    }
}

/// A number for each label of one part.
type Row = [i32; ROW];

/// The score of each label at a token, at its lane.
type Scores = [Row; 4];

/// The row of each part.
const BEGIN: usize = Part::Begin as usize;
const INSIDE: usize = Part::Inside as usize;
const LAST: usize = Part::Last as usize;
const UNIT: usize = Part::Unit as usize;

/// For each lane, the lane before it.
type From = [u8; LANES];

/// Nothing but labels outside.
const ALL_OUTSIDE: From = [lane(OUTSIDE) as u8; LANES];

/// The weights of steps from one label to the next.
#[derive(Debug)]
struct Steps {
    /// Of each start after each end, by their numbers.
    any: [[i32; ENDS]; ENDS],
    /// By how much at most a start gains by a last token or a unit over the label outside.
    gains: [Row; 2],
    /// Of a begin and of a unit after the label outside.
    outside: [Row; 2],
    /// Of an inside and of a last token of the same kind, after a begin and after an inside.
    inner: [[Row; 2]; 2],
}

impl Steps {
    /// The steps of which `step` gives the weights, by the label before and the label after.
    fn new(step: impl Fn(usize, usize) -> i32) -> Self {
        let starts = || (0..ENDS).map(start);
        let gain = |before: usize| {
            let gains = starts().map(|start| step(before, start) - step(OUTSIDE, start));
            gains.max().unwrap_or(0)
        };
        Self {
            any: std::array::from_fn(|after| {
                std::array::from_fn(|before| step(end(before), start(after)))
            }),
            gains: [LAST, UNIT].map(|part| row(part, gain)),
            outside: [BEGIN, UNIT].map(|part| row(part, |label| step(OUTSIDE, label))),
            inner: [INSIDE, LAST].map(|part| {
                [BEGIN, INSIDE].map(|before| row(part, |label| step(label - part + before, label)))
            }),
        }
    }
}

/// What `of` gives for the labels of a part, and 0 where there is none.
fn row(part: usize, of: impl Fn(usize) -> i32) -> Row {
    std::array::from_fn(|kind| match (EntityKind::ALL.get(kind), part) {
        (Some(_), _) => of(1 + 4 * kind + part),
        (None, UNIT) => of(OUTSIDE),
        (None, _) => 0,
    })
}

/// Labels sentences with a model. It keeps its tables from sentence to sentence.
#[derive(Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    steps: Steps,
    memo: Memo<'m>,
    /// For each token of the sentence, what its features hang on, with two of what stands outside at
    /// each end.
    cells: Vec<Cell>,
    /// For each of these, what it adds to the sums of its neighbours and itself.
    words: Vec<WordSums>,
    features: Features,
    room: Room,
    came_from: Vec<From>,
}

impl<'m> Decoder<'m> {
    /// A decoder for a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            steps: Steps::new(|before, after| {
                let weight = model.transitions.get(before * LABELS + after);
                weight.copied().unwrap_or(0)
            }),
            memo: Memo::new(model),
            cells: Vec::new(),
            words: Vec::new(),
            features: Features::default(),
            room: Room::default(),
            came_from: Vec::new(),
        }
    }

    /// The labels of the tokens of a sentence.
    pub fn labels(&mut self, sentence: &Sentence<'_>) -> Vec<u8> {
        self.came_from.clear();
        let mut best = [[NEVER; ROW]; 4];
        best[UNIT][ROW - 1] = 0;
        self.gather(sentence);
        let around = self.cells.array_windows::<5>();
        for ((at, words), cells) in sentence.range().zip(self.words.array_windows()).zip(around) {
            self.features.clear();
            let look = sentence.look(at, cells);
            sentence.of_words(at, cells, &look, &mut self.features);
            look.of_own_word(cells, &mut self.features);
            let features = self.features.hashes();
            let mut sums = self.model.weights.sums(features, &mut self.room);
            add_row(&mut sums, self.memo.of_look(&look));
            let words: &[WordSums; 5] = words;
            for (place, offset) in OFFSETS.into_iter().enumerate() {
                add_row(
                    &mut sums,
                    &words[2_usize.saturating_add_signed(offset)][place],
                );
            }
            let mut from = ALL_OUTSIDE;
            best = self.steps.advance(&best, &mut from);
            add_sums(&mut best, &sums);
            self.came_from.push(from);
        }
        let best = best.as_flattened();
        let ends = (0..LABELS).filter(|&label| !is_open(label));
        let last = ends.max_by_key(|&label| (best[lane(label)], LABELS - label));
        let mut at = lane(last.unwrap_or(OUTSIDE));
        let mut labels = vec![OUTSIDE as u8; self.came_from.len()];
        for (place, from) in labels.iter_mut().zip(&self.came_from).rev() {
            *place = label_at(at);
            at = from[at] as usize;
        }
        labels
    }

    /// Fills in `cells` and `words`.
    fn gather(&mut self, sentence: &Sentence<'_>) {
        self.cells.clear();
        self.words.clear();
        self.cells.extend([Cell::EDGE; 2]);
        self.words.extend([*self.memo.of_edge(); 2]);
        for at in sentence.range() {
            self.cells.push(sentence.cell(at));
            self.words.push(*self.memo.of_token(sentence, at));
        }
        self.cells.extend([Cell::EDGE; 2]);
        self.words.extend([*self.memo.of_edge(); 2]);
    }
}

/// The label at a lane.
fn label_at(at: usize) -> u8 {
    let (part, kind) = (at / ROW, at % ROW);
    let label = 1 + 4 * kind + part;
    if label < LABELS {
        label as u8
    } else {
        OUTSIDE as u8
    }
}

impl Steps {
    /// The best score with which each label can be reached; `from` gets the lane before it, and
    /// has the one outside so far.
    #[inline(never)]
    fn advance(&self, best: &Scores, from: &mut From) -> Scores {
        let mut next = [[NEVER; ROW]; 4];
        let outside = best[UNIT][ROW - 1];
        // Between names, no start gains by any other label before it.
        let mut is_between = true;
        for (ends, gains) in [&best[LAST], &best[UNIT]].into_iter().zip(&self.gains) {
            for (end, gain) in ends.iter().zip(gains) {
                is_between &= end + gain <= outside;
            }
        }
        if is_between {
            for (part, weights) in [BEGIN, UNIT].into_iter().zip(&self.outside) {
                for (score, weight) in next[part].iter_mut().zip(weights) {
                    *score = outside + weight;
                }
            }
        } else {
            self.start(best, &mut next, from);
        }
        for (part, [of_begin, of_inside]) in [INSIDE, LAST].into_iter().zip(&self.inner) {
            for kind in 0..ROW {
                let one = best[BEGIN][kind] + of_begin[kind];
                let other = best[INSIDE][kind] + of_inside[kind];
                next[part][kind] = one.max(other);
                let before = if one >= other { BEGIN } else { INSIDE };
                from[part * ROW + kind] = (before * ROW + kind) as u8;
            }
        }
        next
    }

    /// Fills in the labels that no name leads to, where names may have ended.
    fn start(&self, best: &Scores, next: &mut Scores, from: &mut From) {
        let best = best.as_flattened();
        let next = next.as_flattened_mut();
        // Of equal scores the lower label stands, hence the larger number for it.
        let ranked = |number: usize| {
            (best[lane(end(number))] << LABEL_BITS) + i32::from((ENDS - number) as u8)
        };
        // Few ends can be better than the label outside: these are tried for each start.
        let outside = best[lane(OUTSIDE)];
        let mut rivals = [(0, 0); ENDS];
        let mut count = 0;
        for number in 1..ENDS {
            let at = lane(end(number));
            rivals[count] = (number, ranked(number));
            count += usize::from(best[at] + self.gains[at / ROW - LAST][at % ROW] > outside);
        }
        let outside = ranked(0);
        for (number, weights) in self.any.iter().enumerate() {
            let mut top = outside + (weights[0] << LABEL_BITS);
            for &(end, ranked) in rivals.iter().take(count) {
                top = top.max(ranked + (weights[end] << LABEL_BITS));
            }
            let at = lane(start(number));
            next[at] = top >> LABEL_BITS;
            let number = usize::try_from(top & ((1 << LABEL_BITS) - 1)).unwrap_or(ENDS);
            from[at] = lane(end(ENDS - number)) as u8;
        }
    }
}

/// Adds what the features of a token say to the scores. A call for the reason of [`add_row`].
#[inline(never)]
fn add_sums(scores: &mut Scores, sums: &Sums) {
    let scores = scores.as_flattened_mut();
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::entity::tagger::label::may_follow;

    proptest! {
        #[test]
        fn every_label_is_reached_from_the_best_that_may_come_before(
            weights in prop::collection::vec(-127_i32..=127, LABELS * LABELS),
            scores in prop::collection::vec(-400_i32..=0, LABELS),
            lead in 0_i32..400,
        ) {
            let step = |before: usize, after: usize| weights[before * LABELS + after];
            let mut best = [[NEVER; ROW]; 4];
            for (label, score) in scores.iter().enumerate() {
                best.as_flattened_mut()[lane(label)] = *score;
            }
            best.as_flattened_mut()[lane(OUTSIDE)] += lead;
            let mut from = ALL_OUTSIDE;
            let next = Steps::new(step).advance(&best, &mut from);
            for after in 0..LABELS {
                let reached = |before: usize| best.as_flattened()[lane(before)] + step(before, after);
                let ways = (0..LABELS).filter(|&before| may_follow(before, after));
                let before = ways.max_by_key(|&before| (reached(before), LABELS - before)).unwrap();
                prop_assert_eq!(usize::from(from[lane(after)]), lane(before));
                prop_assert_eq!(next.as_flattened()[lane(after)], reached(before));
            }
        }
    }

    #[test]
    fn every_lane_leads_to_its_label() {
        for label in 0..LABELS {
            assert_eq!(usize::from(label_at(lane(label))), label);
        }
    }

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
