//! A conditional random field over the tagger's features, trained one sentence at a time.
//!
//! The gradient is the difference of two marginals: what the field expects, and what it expects
//! where only the allowed labels are possible. Weights follow the proximal form of FTRL
//! (H. B. `McMahan` and others, "Ad Click Prediction", 2013), whose L1 penalty keeps most at zero.

use dossier_engine::entity::tagger::feature::{Features, Sentence};
use dossier_engine::entity::tagger::label::{LABELS, is_open, may_follow};
use dossier_engine::entity::tagger::model::FEATURE_BITS;

use crate::example::{Example, Labels};

/// How fast weights move, how they are held back.
#[derive(Clone, Copy, Debug)]
pub struct Rates {
    /// Learning rate.
    pub alpha: f32,
    /// Softens the rate of weights that have hardly moved.
    pub beta: f32,
    /// Below this a weight stays zero.
    pub l1: f32,
    /// Shrinks all weights.
    pub l2: f32,
}

/// Weights with what FTRL remembers of their gradients.
#[derive(Debug)]
struct Weights {
    value: Vec<f32>,
    sum: Vec<f32>,
    squares: Vec<f32>,
}

impl Weights {
    fn new(count: usize) -> Self {
        Self {
            value: vec![0.0; count],
            sum: vec![0.0; count],
            squares: vec![0.0; count],
        }
    }

    fn follow(&mut self, at: usize, gradient: f32, rates: &Rates, l1: f32) {
        let squares = self.squares[at];
        let grown = squares + gradient * gradient;
        let sigma = (grown.sqrt() - squares.sqrt()) / rates.alpha;
        let sum = self.sum[at] + gradient - sigma * self.value[at];
        self.sum[at] = sum;
        self.squares[at] = grown;
        self.value[at] = if sum.abs() <= l1 {
            0.0
        } else {
            -(sum - sum.signum() * l1) / ((rates.beta + grown.sqrt()) / rates.alpha + rates.l2)
        };
    }
}

/// The field.
pub struct Field {
    rates: Rates,
    features: Weights,
    transitions: Weights,
    /// How often each slot was seen while counting, up to 255.
    counts: Vec<u8>,
    least: u8,
    /// Sums of the weights remembered.
    remembered: Learnt,
    scratch: Scratch,
}

/// The mean of weights at several moments, of one field or of several.
#[derive(Debug, Default)]
pub struct Learnt {
    features: Vec<f32>,
    transitions: Vec<f32>,
    moments: u32,
}

impl Learnt {
    fn add(&mut self, features: &[f32], transitions: &[f32]) {
        add(&mut self.features, features);
        add(&mut self.transitions, transitions);
        self.moments += 1;
    }

    /// Takes in the moments of another.
    pub fn join(&mut self, other: &Self) {
        add(&mut self.features, &other.features);
        add(&mut self.transitions, &other.transitions);
        self.moments += other.moments;
    }

    /// The weights of a slot.
    pub fn row(&self, slot: usize) -> impl Iterator<Item = f32> {
        let moments = self.moments.max(1) as f32;
        let row = self.features.get(slot * LABELS..(slot + 1) * LABELS);
        row.unwrap_or_default().iter().map(move |sum| sum / moments)
    }

    /// The weight of one label after another.
    pub fn transition(&self, before: usize, after: usize) -> f32 {
        let sum = self.transitions.get(before * LABELS + after);
        sum.copied().unwrap_or(0.0) / self.moments.max(1) as f32
    }
}

fn add(sums: &mut Vec<f32>, values: &[f32]) {
    sums.resize(values.len(), 0.0);
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}

/// Values for the tokens of one sentence.
#[derive(Default)]
struct Scratch {
    slots: Vec<u32>,
    ends: Vec<u32>,
    scores: Vec<[f32; LABELS]>,
    all: Vec<[f32; LABELS]>,
    some: Vec<[f32; LABELS]>,
    steps: Vec<f32>,
    forward: Vec<[f32; LABELS]>,
}

impl Field {
    /// A field whose weights are all zero. Slots seen less than `least` times keep them so.
    pub fn new(rates: Rates, least: u8) -> Self {
        Self {
            rates,
            features: Weights::new(LABELS << FEATURE_BITS),
            transitions: Weights::new(LABELS * LABELS),
            counts: vec![0; 1 << FEATURE_BITS],
            least,
            remembered: Learnt::default(),
            scratch: Scratch::default(),
        }
    }

    /// Remembers the weights of this moment.
    pub fn remember(&mut self) {
        self.remembered
            .add(&self.features.value, &self.transitions.value);
    }

    /// The weights that were remembered.
    pub fn remembered(self) -> Learnt {
        self.remembered
    }

    /// The weights of a slot.
    fn row(&self, slot: usize) -> &[f32] {
        &self.features.value[slot * LABELS..][..LABELS]
    }

    /// Counts the slots of an example.
    pub fn count(&mut self, example: &Example) {
        let mut features = Features::default();
        for number in 0..example.read.tokens.sentences.len() {
            let sentence = Sentence::new(&example.read, number);
            for at in sentence.range() {
                sentence.features(at, false, &mut features);
                for hash in features.hashes() {
                    let count = &mut self.counts[(hash >> (32 - FEATURE_BITS)) as usize];
                    *count = count.saturating_add(1);
                }
            }
        }
    }

    /// Learns from an example; `is_hidden` says whether a token's own word is passed over.
    pub fn learn(&mut self, example: &Example, mut is_hidden: impl FnMut() -> bool) {
        let mut features = Features::default();
        for number in 0..example.read.tokens.sentences.len() {
            let sentence = Sentence::new(&example.read, number);
            let allowed = &example.allowed[sentence.range()];
            self.scratch.slots.clear();
            self.scratch.ends.clear();
            for at in sentence.range() {
                sentence.features(at, is_hidden(), &mut features);
                for hash in features.hashes() {
                    let slot = hash >> (32 - FEATURE_BITS);
                    let often = self.counts[slot as usize] >= self.least;
                    if often {
                        self.scratch.slots.push(slot);
                    }
                }
                self.scratch.ends.push(self.scratch.slots.len() as u32);
            }
            self.sentence(allowed, example.weight);
        }
    }

    fn sentence(&mut self, allowed: &[Labels], weight: f32) {
        let mut scratch = std::mem::take(&mut self.scratch);
        self.score(&mut scratch);
        let mut steps = std::mem::take(&mut scratch.steps);
        steps.clear();
        steps.extend(self.transitions.value.iter().map(|&weight| exp(weight)));
        let mut gradient = vec![0.0_f32; LABELS * LABELS];
        let fixed = allowed.iter().all(|labels| labels.is_power_of_two());
        let (mut all, mut some) = (
            std::mem::take(&mut scratch.all),
            std::mem::take(&mut scratch.some),
        );
        marginals(&mut scratch, &steps, None, &mut all, 1.0, &mut gradient);
        if fixed {
            some.clear();
            for (at, labels) in allowed.iter().enumerate() {
                let label = labels.trailing_zeros() as usize;
                let mut own = [0.0; LABELS];
                own[label] = 1.0;
                some.push(own);
                if at > 0 {
                    let before = allowed[at - 1].trailing_zeros() as usize;
                    gradient[before * LABELS + label] -= 1.0;
                }
            }
        } else {
            marginals(
                &mut scratch,
                &steps,
                Some(allowed),
                &mut some,
                -1.0,
                &mut gradient,
            );
        }
        let mut start = 0;
        for (at, &end) in scratch.ends.iter().enumerate() {
            for label in 0..LABELS {
                let difference = (all[at][label] - some[at][label]) * weight;
                if difference.abs() < 0.002 {
                    continue;
                }
                for slot in &scratch.slots[start as usize..end as usize] {
                    let place = *slot as usize * LABELS + label;
                    let l1 = self.rates.l1;
                    self.features.follow(place, difference, &self.rates, l1);
                }
            }
            start = end;
        }
        for (at, &difference) in gradient.iter().enumerate() {
            if difference.abs() > 0.001 {
                self.transitions
                    .follow(at, difference * weight, &self.rates, 0.0);
            }
        }
        scratch.steps = steps;
        scratch.all = all;
        scratch.some = some;
        self.scratch = scratch;
    }

    fn score(&self, scratch: &mut Scratch) {
        scratch.scores.clear();
        let mut start = 0;
        for &end in &scratch.ends {
            let mut scores = [0.0; LABELS];
            for &slot in &scratch.slots[start as usize..end as usize] {
                let row = self.row(slot as usize);
                for (score, weight) in scores.iter_mut().zip(row) {
                    *score += weight;
                }
            }
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            scratch.scores.push(scores.map(|score| exp(score - top)));
            start = end;
        }
    }
}

/// The probability of each label at each token, by the forward-backward algorithm. The expected
/// count of each step, times `sign`, is added to `counts`.
fn marginals(
    scratch: &mut Scratch,
    steps: &[f32],
    allowed: Option<&[Labels]>,
    out: &mut Vec<[f32; LABELS]>,
    sign: f32,
    counts: &mut [f32],
) {
    let masked = |at: usize| {
        let mut scores = scratch.scores[at];
        if let Some(allowed) = allowed {
            for (label, score) in scores.iter_mut().enumerate() {
                if allowed[at] >> label & 1 == 0 {
                    *score = 0.0;
                }
            }
        }
        scores
    };
    let length = scratch.scores.len();
    let mut forward = std::mem::take(&mut scratch.forward);
    forward.clear();
    for at in 0..length {
        let scores = masked(at);
        let mut own = [0.0; LABELS];
        for (label, own) in own.iter_mut().enumerate() {
            if scores[label] == 0.0 {
                continue;
            }
            let reach: f32 = if at == 0 {
                f32::from(u8::from(may_follow(0, label)))
            } else {
                let before: &[f32; LABELS] = &forward[at - 1];
                BEFORE[label]
                    .iter()
                    .map(|&from| before[from as usize] * steps[from as usize * LABELS + label])
                    .sum()
            };
            *own = reach * scores[label];
        }
        let sum: f32 = own.iter().sum();
        let scale = 1.0 / sum.max(1e-30);
        forward.push(own.map(|value| value * scale));
    }
    out.clear();
    out.resize(length, [0.0; LABELS]);
    let mut backward = [0.0; LABELS];
    for (label, value) in backward.iter_mut().enumerate() {
        *value = f32::from(u8::from(!is_open(label)));
    }
    for at in (0..length).rev() {
        let mut own = [0.0; LABELS];
        for label in 0..LABELS {
            own[label] = forward[at][label] * backward[label];
        }
        let sum: f32 = own.iter().sum();
        let scale = 1.0 / sum.max(1e-30);
        out[at] = own.map(|value| value * scale);
        if at == 0 {
            break;
        }
        let scores = masked(at);
        let mut next = [0.0; LABELS];
        let mut total = 0.0;
        let mut edges = [(0_usize, 0.0_f32); 400];
        let mut edge_count = 0;
        for label in 0..LABELS {
            let onward = scores[label] * backward[label];
            if onward == 0.0 {
                continue;
            }
            for &from in &BEFORE[label] {
                let from = from as usize;
                let value = steps[from * LABELS + label] * onward;
                next[from] += value;
                let mass = forward[at - 1][from] * value;
                total += mass;
                if mass > 0.0 && edge_count < edges.len() {
                    edges[edge_count] = (from * LABELS + label, mass);
                    edge_count += 1;
                }
            }
        }
        let scale = sign / total.max(1e-30);
        for &(place, mass) in &edges[..edge_count] {
            counts[place] += mass * scale;
        }
        let top = next.iter().copied().fold(0.0, f32::max).max(1e-30);
        backward = next.map(|value| value / top);
    }
    scratch.forward = forward;
}

/// For each label those that may stand before it.
static BEFORE: std::sync::LazyLock<Vec<Vec<u8>>> = std::sync::LazyLock::new(|| {
    (0..LABELS)
        .map(|after| {
            (0..LABELS as u8)
                .filter(|&before| may_follow(before as usize, after))
                .collect()
        })
        .collect()
});

/// e to a power, to about four digits: by Cephes' polynomial for 2 to a fraction.
fn exp(power: f32) -> f32 {
    let power = power.clamp(-60.0, 60.0) * std::f32::consts::LOG2_E;
    let whole = power.floor();
    let rest = power - whole;
    let polynomial = 1.0 + rest * (0.695_976 + rest * (0.224_940 + rest * 0.079_02));
    let exponent = (whole as i32 + 127).cast_unsigned() << 23;
    polynomial * f32::from_bits(exponent)
}
