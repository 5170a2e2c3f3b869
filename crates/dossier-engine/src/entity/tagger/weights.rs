//! The weights of features, laid out so that they are added up fast.
//!
//! Most features have weights for a label or two, and some for nearly all: those are kept as whole
//! rows, which are added without looking at single labels.

use super::feature::MOST;
use super::label::LABELS;
use super::model::{FEATURE_BITS, Row};
use super::slots::Slots;

/// Labels in a row, and some places that no label has, so that rows are added eight at a time.
const WIDTH: usize = LABELS.next_multiple_of(8);

/// A feature with so many weights or more has a whole row.
const WHOLE: usize = 9;

/// The weights of a feature that has no whole row are kept so many at a time, with weights of 0 to
/// fill up: how many there are cannot be foreseen, and a loop that ends where nobody expects it
/// takes longer than some additions of nothing.
const GROUP: usize = 4;

/// Bits for the number of groups of a feature that has no whole row.
const COUNT_BITS: u32 = 2;
const COUNT: u32 = (1 << COUNT_BITS) - 1;

/// Places for sums while single weights are added: any number of so many bits is one.
const PLACES: usize = 64;

/// The sum of weights for each label, and 0 behind. All features of a token together stay in range:
/// [`MOST`] weights of one byte.
pub type Sums = [i16; WIDTH];

/// The weights of all features.
#[derive(Clone, Debug)]
pub struct Weights {
    slots: Slots,
    /// For each filled slot, where its groups are in `single` and how many; or, where that is 0,
    /// which row of `whole` it has.
    places: Vec<u32>,
    single: Vec<[(u8, i8); GROUP]>,
    whole: Vec<Sums>,
}

impl Weights {
    /// The weights of slots, which are in ascending order.
    #[must_use]
    pub fn new(features: &[(u32, Row)]) -> Self {
        let slots: Vec<u32> = features.iter().map(|(slot, _)| *slot).collect();
        let mut weights = Self {
            slots: Slots::new(FEATURE_BITS, &slots),
            places: Vec::with_capacity(slots.len()),
            single: Vec::new(),
            whole: Vec::new(),
        };
        for (_, row) in features {
            let (at, count) = if row.len() < WHOLE && !row.is_empty() {
                let at = weights.single.len();
                let groups = row.chunks(GROUP).map(|some| {
                    let mut group = [(0, 0); GROUP];
                    group[..some.len()].copy_from_slice(some);
                    group
                });
                weights.single.extend(groups);
                (at, weights.single.len() - at)
            } else {
                let mut sums = [0; WIDTH];
                for &(label, weight) in row {
                    add(&mut sums, label, weight);
                }
                weights.whole.push(sums);
                (weights.whole.len() - 1, 0)
            };
            let place = (at as u32) << COUNT_BITS | count as u32;
            weights.places.push(place);
        }
        weights
    }

    /// The sums of the weights of features, at most [`MOST`].
    #[must_use]
    pub fn sums(&self, features: &[u32]) -> Sums {
        let mut ranks = [0; MOST];
        let filled = self.slots.ranks(features, &mut ranks);
        // Which kind a feature is of cannot be foreseen: each is noted as either, and stays noted
        // as what it is. Then rows are added to rows, which the compiler does eight at a time.
        let (mut rows, mut singles) = ([0; MOST], [0; MOST]);
        let (mut row_count, mut single_count) = (0, 0);
        for &rank in ranks.iter().take(filled) {
            let place = self.places.get(rank as usize).copied().unwrap_or(0);
            let is_row = place & COUNT == 0;
            if let (Some(row), Some(single)) =
                (rows.get_mut(row_count), singles.get_mut(single_count))
            {
                (*row, *single) = (place, place);
                row_count += usize::from(is_row);
                single_count += usize::from(!is_row);
            }
        }
        let mut sums = [0; WIDTH];
        for place in rows.iter().take(row_count) {
            if let Some(row) = self.whole.get((place >> COUNT_BITS) as usize) {
                add_row(&mut sums, row);
            }
        }
        let mut all = [0; PLACES];
        all[..WIDTH].copy_from_slice(&sums);
        for place in singles.iter().take(single_count) {
            let (at, count) = ((place >> COUNT_BITS) as usize, (place & COUNT) as usize);
            for group in self.single.get(at..at + count).unwrap_or_default() {
                for &(label, weight) in group {
                    all[label as usize % PLACES] += i16::from(weight);
                }
            }
        }
        sums.copy_from_slice(&all[..WIDTH]);
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
    if let Some(sum) = sums.get_mut(label as usize) {
        *sum += i16::from(weight);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_those_of_single_weights_however_many_a_feature_has() {
        let row = |count: u8| -> Row { (0..count).zip(-9_i8..).collect() };
        let features: Vec<(u32, Row)> = [0, 1, 7, 8, LABELS as u8]
            .into_iter()
            .zip(1..)
            .map(|(count, slot)| (slot, row(count)))
            .collect();
        let weights = Weights::new(&features);
        let hash = |slot: u32| slot << (32 - FEATURE_BITS);
        let asked: Vec<u32> = (0..9).map(hash).collect();
        let mut expected = [0; WIDTH];
        for (_, row) in &features {
            for &(label, weight) in row {
                expected[label as usize] += i16::from(weight);
            }
        }
        assert_eq!(weights.sums(&asked), expected);
        assert_eq!(weights.sums(&[hash(0)]), [0; WIDTH]);
    }

    #[test]
    fn the_heaviest_weights_of_a_token_stay_in_range() {
        let row: Row = (0..LABELS as u8).map(|label| (label, -127)).collect();
        let weights = Weights::new(&[(0, row)]);
        let sums = weights.sums(&[0; MOST]);
        assert_eq!(i32::from(sums[0]), -127 * i32::try_from(MOST).unwrap());
    }
}
