//! The weights of features, laid out so that they are added up fast.
//!
//! Most features have weights for a label or two, and some for nearly all: those are kept as whole
//! rows, which are added without looking at single labels.

use super::feature::MOST;
use super::label::{LANES, lane};
use super::model::{FEATURE_BITS, Row};
use super::slots::Slots;

/// The most weights of a feature that are kept together with their lanes in one number; a feature
/// that has more has a whole row.
const FEW: usize = 4;

/// Bits for a lane and a weight in such a number, and for the lane alone.
const WEIGHT_BITS: u32 = 14;
const LANE_BITS: u32 = 6;

/// Marks the number of a whole row.
const IS_ROW: u64 = 1 << 63;

/// Places for sums while single weights are added: any number of so many bits is one.
const PLACES: usize = 64;

/// The sum of weights for each label, at its lane, and 0 where no label is. All features of a token together stay in range:
/// [`MOST`] weights of one byte.
pub type Sums = [i16; LANES];

/// The weights of all features.
#[derive(Clone, Debug)]
pub struct Weights {
    slots: Slots,
    /// For each filled slot, its lanes and weights, with weights of 0 to fill up: how many there are
    /// cannot be foreseen, and a loop that ends where nobody expects it takes longer than some
    /// additions of nothing. Or [`IS_ROW`] and which row of `whole` it has.
    places: Vec<u64>,
    whole: Vec<Sums>,
}

/// Room for adding up the weights of one token.
#[derive(Clone, Debug)]
pub struct Room {
    ranks: [u32; MOST],
    rows: [u64; MOST],
    few: [u64; MOST],
}

impl Default for Room {
    fn default() -> Self {
        Self {
            ranks: [0; MOST],
            rows: [0; MOST],
            few: [0; MOST],
        }
    }
}

impl Weights {
    /// The weights of slots, which are in ascending order.
    #[must_use]
    pub fn new(features: &[(u32, Row)]) -> Self {
        let slots: Vec<u32> = features.iter().map(|(slot, _)| *slot).collect();
        let mut weights = Self {
            slots: Slots::new(FEATURE_BITS, &slots),
            places: Vec::with_capacity(slots.len()),
            whole: Vec::new(),
        };
        for (_, row) in features {
            let place = if row.len() <= FEW {
                let weights = row.iter().zip((0..).step_by(WEIGHT_BITS as usize));
                weights.fold(0, |place, (&(label, weight), shift)| {
                    let weight = u64::from(weight.cast_unsigned()) << LANE_BITS;
                    place | (lane(label as usize) as u64 | weight) << shift
                })
            } else {
                let mut sums = [0; LANES];
                for &(label, weight) in row {
                    add(&mut sums, label, weight);
                }
                weights.whole.push(sums);
                IS_ROW | (weights.whole.len() as u64 - 1)
            };
            weights.places.push(place);
        }
        weights
    }

    /// The sums of the weights of features, at most [`MOST`].
    #[must_use]
    pub fn sums(&self, features: &[u32], room: &mut Room) -> Sums {
        let Room { ranks, rows, few } = room;
        let filled = self.slots.ranks(features, ranks);
        // Which kind a feature is of cannot be foreseen: each is noted as either, and stays noted
        // as what it is. Then rows are added to rows, which the compiler does eight at a time.
        let (mut row_count, mut few_count) = (0, 0);
        for &rank in ranks.iter().take(filled) {
            let place = self.places.get(rank as usize).copied().unwrap_or(0);
            let is_row = place & IS_ROW != 0;
            if let (Some(row), Some(few)) = (rows.get_mut(row_count), few.get_mut(few_count)) {
                (*row, *few) = (place, place);
                row_count += usize::from(is_row);
                few_count += usize::from(!is_row);
            }
        }
        let mut sums = [0; LANES];
        for place in rows.iter().take(row_count) {
            if let Some(row) = self.whole.get((place & !IS_ROW) as usize) {
                add_row(&mut sums, row);
            }
        }
        let mut all = [0; PLACES];
        all[..LANES].copy_from_slice(&sums);
        for place in few.iter().take(few_count) {
            for at in 0..FEW as u32 {
                let own = place >> (at * WEIGHT_BITS);
                all[own as usize % PLACES] += i16::from((own >> LANE_BITS) as i8);
            }
        }
        sums.copy_from_slice(&all[..LANES]);
        sums
    }
}

/// Adds sums to sums. A call, so that the compiler leaves them in memory, where it adds eight at a
/// time, and does not take them apart.
#[inline(never)]
pub fn add_row(sums: &mut Sums, row: &Sums) {
    for (sum, weight) in sums.iter_mut().zip(row) {
        *sum += weight;
    }
}

#[inline]
fn add(sums: &mut Sums, label: u8, weight: i8) {
    if let Some(sum) = sums.get_mut(lane(label as usize)) {
        *sum += i16::from(weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::tagger::label::LABELS;

    #[test]
    fn sums_are_those_of_single_weights_however_many_a_feature_has() {
        let row = |count: u8| -> Row { (0..count).zip(-9_i8..).collect() };
        let features: Vec<(u32, Row)> = [0, 1, 4, 5, LABELS as u8]
            .into_iter()
            .zip(1..)
            .map(|(count, slot)| (slot, row(count)))
            .collect();
        let weights = Weights::new(&features);
        let hash = |slot: u32| slot << (32 - FEATURE_BITS);
        let asked: Vec<u32> = (0..9).map(hash).collect();
        let mut expected = [0; LANES];
        for (_, row) in &features {
            for &(label, weight) in row {
                expected[lane(label as usize)] += i16::from(weight);
            }
        }
        assert_eq!(weights.sums(&asked, &mut Room::default()), expected);
        assert_eq!(weights.sums(&[hash(0)], &mut Room::default()), [0; LANES]);
    }

    #[test]
    fn the_heaviest_weights_of_a_token_stay_in_range() {
        let row: Row = (0..LABELS as u8).map(|label| (label, -127)).collect();
        let weights = Weights::new(&[(0, row)]);
        let sums = weights.sums(&[0; MOST], &mut Room::default());
        assert_eq!(i32::from(sums[0]), -127 * i32::try_from(MOST).unwrap());
    }
}
