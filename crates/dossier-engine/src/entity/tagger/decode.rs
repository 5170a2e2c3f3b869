//! The best labels of a sentence: Viterbi over whole-number scores.

use super::feature::{Features, Sentence};
use super::label::{LABELS, OUTSIDE, is_open, may_follow};
use super::model::Model;

/// A score that nothing that is possible has.
const NEVER: i32 = i32::MIN / 2;

/// Labels sentences with a model. It keeps its tables from sentence to sentence.
#[derive(Debug)]
pub struct Decoder<'m> {
    model: &'m Model,
    /// For each label, the labels that may stand before it, with the weight of the step.
    before: Vec<Vec<(u8, i32)>>,
    features: Features,
    came_from: Vec<[u8; LABELS]>,
}

impl<'m> Decoder<'m> {
    /// A decoder for a model.
    #[must_use]
    pub fn new(model: &'m Model) -> Self {
        let before = (0..LABELS).map(|after| {
            let before = (0..LABELS).filter(|&before| may_follow(before, after));
            let weight = |before: usize| {
                let weight = model.transitions.get(before * LABELS + after);
                (before as u8, weight.copied().unwrap_or(0))
            };
            before.map(weight).collect()
        });
        Self {
            model,
            before: before.collect(),
            features: Features::default(),
            came_from: Vec::new(),
        }
    }

    /// The labels of the tokens of a sentence.
    pub fn labels(&mut self, sentence: &Sentence<'_>) -> Vec<u8> {
        let range = sentence.range();
        self.came_from.clear();
        let mut best = [NEVER; LABELS];
        best[OUTSIDE] = 0;
        for at in range {
            sentence.features(at, &mut self.features);
            let mut scores = [0; LABELS];
            for &feature in self.features.hashes() {
                self.model.score(feature, &mut scores);
            }
            let mut from = [0; LABELS];
            let mut next = [NEVER; LABELS];
            for (label, before) in self.before.iter().enumerate() {
                let mut top = (NEVER, 0);
                for &(before, weight) in before {
                    let score = best[before as usize] + weight;
                    if score > top.0 {
                        top = (score, before);
                    }
                }
                next[label] = (top.0 + scores[label]).max(NEVER);
                from[label] = top.1;
            }
            best = next;
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
}
