//! The model as bytes: feature weights, transitions and the gazetteer.
//!
//! ```text
//! model       = "DTAG" version:u8 checksum:u32le body
//! body        = what an adaptive range coder makes of:
//!   transitions : for each pair of labels that may follow each other, in order, a weight
//!   gazetteer   : count:number, then for each filled slot in ascending order
//!                 gap:number and a set (9 bits)
//!   classes     : the same of words, each with its class:number
//!   features    : count:number, then for each filled slot in ascending order
//!                 gap:number and for each label whether it has a weight, and the weight
//! gap         = distance to the slot before, at least 1; the first from slot -1
//! weight      = sign bit, size:number; a whole number of steps
//! ```
//!
//! Writer and reader are one walk over `Bits`, which codes or decodes.

use thiserror::Error;

use super::classes::Classes;
use super::coder::{Chance, Decoder, Encoder, Numbers};
use super::gazetteer::{Gazetteer, Known};
use super::hash;
use super::label::{LABELS, may_follow};
use super::weights::Weights;

const MAGIC: &[u8; 4] = b"DTAG";
/// The version that is written and read.
const VERSION: u8 = 2;
/// Bits of the table of features.
pub const FEATURE_BITS: u32 = 20;
/// Bits of a set of the gazetteer.
const SET_BITS: usize = Known::ALL.len();

/// Why bytes are not a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// The bytes do not begin as a model does.
    #[error("this is not a model of the tagger")]
    NotAModel,
    /// A version that this program does not know.
    #[error("the model has version {0}, and this program reads version {VERSION}")]
    Version(u8),
    /// The bytes were changed or cut off.
    #[error("the model is damaged")]
    Damaged,
}

/// The weights of one feature: label and steps, by label.
pub type Row = Vec<(u8, i8)>;

/// What a model is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Weight of one label after another, at `before * LABELS + after`.
    pub transitions: Vec<i8>,
    /// Slot and set of the gazetteer's entries, by slot.
    pub gazetteer: Vec<(u32, u16)>,
    /// Slot and class of words, by slot.
    pub classes: Vec<(u32, u16)>,
    /// Slot and weights of features, by slot.
    pub features: Vec<(u32, Row)>,
}

/// A model, ready to score.
#[derive(Clone, Debug)]
pub struct Model {
    /// Known names.
    pub gazetteer: Gazetteer,
    /// As in [`Parts`].
    pub transitions: Vec<i32>,
    /// Weights of features.
    pub weights: Weights,
}

impl Model {
    /// Prepares parts for scoring.
    #[must_use]
    pub fn new(parts: &Parts) -> Self {
        Self {
            gazetteer: Gazetteer::new(&parts.gazetteer, &parts.classes),
            transitions: parts
                .transitions
                .iter()
                .map(|&weight| i32::from(weight))
                .collect(),
            weights: Weights::new(&parts.features),
        }
    }

    /// Reads a model.
    ///
    /// # Errors
    /// Where the bytes are not a whole model of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        Ok(Self::new(&Parts::read(bytes)?))
    }
}

impl Parts {
    /// The bytes of the model.
    #[must_use]
    pub fn write(&self) -> Vec<u8> {
        let mut parts = self.clone();
        let mut encoder = Encoder::default();
        // Coding does not change the parts; the walk is shared with decoding, which fills them.
        let _ = parts.walk(&mut encoder);
        let body = encoder.finish();
        let mut bytes = MAGIC.to_vec();
        bytes.push(VERSION);
        bytes.extend(hash::of_bytes(&body).to_le_bytes());
        bytes.extend(body);
        bytes
    }

    /// Reads the parts of a model.
    ///
    /// # Errors
    /// Where the bytes are not a whole model of this version.
    pub fn read(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let (&version, rest) = rest.split_first().ok_or(ModelError::Damaged)?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        let (checksum, body) = rest.split_first_chunk::<4>().ok_or(ModelError::Damaged)?;
        if hash::of_bytes(body).to_le_bytes() != *checksum {
            return Err(ModelError::Damaged);
        }
        let mut parts = Self::default();
        let mut decoder = Decoder::new(body);
        parts.walk(&mut decoder)?;
        if decoder.is_cut_off() {
            return Err(ModelError::Damaged);
        }
        Ok(parts)
    }

    fn walk(&mut self, bits: &mut impl Bits) -> Result<(), ModelError> {
        let mut weights = WeightChances::default();
        self.transitions.resize(LABELS * LABELS, 0);
        for before in 0..LABELS {
            for after in (0..LABELS).filter(|&after| may_follow(before, after)) {
                weights.walk(bits, 0, &mut self.transitions[before * LABELS + after]);
            }
        }
        walk_slots(
            bits,
            Gazetteer::BITS,
            &mut self.gazetteer,
            |bits, tree: &mut SetChances, set| {
                let mut node = 1;
                for at in (0..SET_BITS).rev() {
                    let mut bit = *set >> at & 1 == 1;
                    bits.bit(&mut tree.0[node], &mut bit);
                    *set = *set & !(1 << at) | u16::from(bit) << at;
                    node = node << 1 | usize::from(bit);
                }
            },
        )?;
        walk_slots(
            bits,
            Classes::BITS,
            &mut self.classes,
            |bits, numbers: &mut Numbers, class| {
                let mut number = u32::from(*class);
                bits.number(numbers, &mut number);
                *class = number as u16;
            },
        )?;
        let mut row_weights = WeightChances::default();
        walk_slots(
            bits,
            FEATURE_BITS,
            &mut self.features,
            |bits, chances: &mut RowChances, row| {
                chances.walk(bits, row, &mut row_weights);
            },
        )
    }
}

/// Chances for the sets of the gazetteer: a tree of bits.
struct SetChances([Chance; 1 << SET_BITS]);

impl Default for SetChances {
    fn default() -> Self {
        Self([Chance::default(); 1 << SET_BITS])
    }
}

/// Chances for which labels have weights, given the label and how many had one before it.
struct RowChances([[Chance; 4]; LABELS]);

impl Default for RowChances {
    fn default() -> Self {
        Self([[Chance::default(); 4]; LABELS])
    }
}

impl RowChances {
    fn walk(&mut self, bits: &mut impl Bits, row: &mut Row, weights: &mut WeightChances) {
        let given = std::mem::take(row);
        let mut given = given.into_iter().peekable();
        for label in 0..LABELS {
            let own = given.next_if(|&(own, _)| own as usize == label);
            let mut there = own.is_some();
            bits.bit(&mut self.0[label][row.len().min(3)], &mut there);
            if there {
                let mut weight = own.map_or(0, |(_, weight)| weight);
                weights.walk(bits, usize::from(label == 0), &mut weight);
                row.push((label as u8, weight));
            }
        }
    }
}

/// Chances for weights, for labels of two classes.
#[derive(Default)]
struct WeightChances {
    zero: [Chance; 2],
    sign: [Chance; 2],
    size: [Numbers; 2],
}

impl WeightChances {
    fn walk(&mut self, bits: &mut impl Bits, class: usize, weight: &mut i8) {
        let mut is_zero = *weight == 0;
        bits.bit(&mut self.zero[class], &mut is_zero);
        if is_zero {
            *weight = 0;
            return;
        }
        let mut negative = *weight < 0;
        bits.bit(&mut self.sign[class], &mut negative);
        let mut size = u32::from(weight.unsigned_abs());
        bits.number(&mut self.size[class], &mut size);
        let size = size.min(127) as i8;
        *weight = if negative { -size } else { size };
    }
}

/// Walks over filled slots: their count, the gaps between them and what each holds.
fn walk_slots<B: Bits, T: Default, C: Default>(
    bits: &mut B,
    slot_bits: u32,
    slots: &mut Vec<(u32, T)>,
    mut content: impl FnMut(&mut B, &mut C, &mut T),
) -> Result<(), ModelError> {
    let mut counts = Numbers::default();
    let mut gaps = Numbers::default();
    let mut chances = C::default();
    let mut count = slots.len() as u32 + 1;
    bits.number(&mut counts, &mut count);
    // Each slot is above the one before, so the table bounds the count.
    if count - 1 > 1 << slot_bits {
        return Err(ModelError::Damaged);
    }
    let mut next = 0_u32;
    for at in 0..(count - 1) as usize {
        if at == slots.len() {
            slots.push((0, T::default()));
        }
        let (slot, own) = &mut slots[at];
        let mut gap = slot.wrapping_sub(next).wrapping_add(1);
        bits.number(&mut gaps, &mut gap);
        *slot = next.checked_add(gap - 1).ok_or(ModelError::Damaged)?;
        if *slot >= 1 << slot_bits {
            return Err(ModelError::Damaged);
        }
        next = *slot + 1;
        content(bits, &mut chances, own);
    }
    Ok(())
}

/// Either an [`Encoder`], which codes what it is given, or a [`Decoder`], which fills it in.
trait Bits {
    fn bit(&mut self, chance: &mut Chance, bit: &mut bool);
    fn number(&mut self, chances: &mut Numbers, number: &mut u32);
}

impl Bits for Encoder {
    fn bit(&mut self, chance: &mut Chance, bit: &mut bool) {
        Encoder::bit(self, chance, *bit);
    }

    fn number(&mut self, chances: &mut Numbers, number: &mut u32) {
        Encoder::number(self, chances, *number);
    }
}

impl Bits for Decoder<'_> {
    fn bit(&mut self, chance: &mut Chance, bit: &mut bool) {
        *bit = Decoder::bit(self, chance);
    }

    fn number(&mut self, chances: &mut Numbers, number: &mut u32) {
        *number = Decoder::number(self, chances);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parts() -> impl Strategy<Value = Parts> {
        let row = prop::collection::btree_map(0..LABELS as u8, -127_i8..=127, 1..5);
        let features = prop::collection::btree_map(0..1_u32 << FEATURE_BITS, row, 0..30);
        let gazetteer =
            prop::collection::btree_map(0..1_u32 << Gazetteer::BITS, 0..1_u16 << SET_BITS, 0..30);
        let classes = prop::collection::btree_map(0..1_u32 << Classes::BITS, 1_u16.., 0..30);
        let lists = (gazetteer, classes);
        (lists, features, any::<u64>()).prop_map(|((gazetteer, classes), features, seed)| {
            let mut transitions = vec![0; LABELS * LABELS];
            for before in 0..LABELS {
                for after in (0..LABELS).filter(|&after| may_follow(before, after)) {
                    transitions[before * LABELS + after] = ((seed >> (after % 50)) as i8).max(-127);
                }
            }
            Parts {
                transitions,
                gazetteer: gazetteer.into_iter().collect(),
                classes: classes.into_iter().collect(),
                features: features
                    .into_iter()
                    .map(|(slot, row)| (slot, row.into_iter().collect()))
                    .collect(),
            }
        })
    }

    #[test]
    fn what_is_wrong_with_bytes_is_said() {
        let bytes = Parts::default().write();
        assert!(Model::read(&bytes).is_ok());
        assert_eq!(Model::read(b"PNG").unwrap_err(), ModelError::NotAModel);
        let mut other = bytes.clone();
        other[4] = 9;
        assert_eq!(Model::read(&other).unwrap_err(), ModelError::Version(9));
        let mut flipped = bytes.clone();
        *flipped.last_mut().unwrap() ^= 1;
        assert_eq!(Model::read(&flipped).unwrap_err(), ModelError::Damaged);
        assert_eq!(Model::read(&bytes[..7]).unwrap_err(), ModelError::Damaged);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(parts in parts()) {
            prop_assert_eq!(Parts::read(&parts.write()).unwrap(), parts);
        }

        #[test]
        fn any_body_with_a_right_checksum_is_read_or_refused(body: Vec<u8>) {
            let mut bytes = MAGIC.to_vec();
            bytes.push(VERSION);
            bytes.extend(hash::of_bytes(&body).to_le_bytes());
            bytes.extend(body);
            let _ = Model::read(&bytes);
        }
    }
}
