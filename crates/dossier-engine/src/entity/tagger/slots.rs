//! A sparse table: which of many slots are filled, and the rank of each filled one.

/// The filled ones among `2^bits` slots.
#[derive(Clone, Debug)]
pub struct Slots {
    shift: u32,
    /// For each sixty-four slots, a bit for each that is filled. Most of what is asked for is not
    /// there, so that these stand close together.
    words: Vec<u64>,
    /// For each sixty-four slots, how many before them are filled.
    before: Vec<u32>,
}

impl Slots {
    /// The slots of a table of `2^bits`, given in ascending order. Others are left out.
    #[must_use]
    pub fn new(bits: u32, slots: &[u32]) -> Self {
        let bits = bits.clamp(6, 26);
        let mut filled = vec![0_u64; 1 << (bits - 6)];
        for slot in slots {
            if let Some(word) = filled.get_mut((slot >> 6) as usize) {
                *word |= 1 << (slot & 63);
            }
        }
        let mut count = 0;
        let before = filled.iter().map(|word| {
            let before = count;
            count += word.count_ones();
            before
        });
        Self {
            shift: 32 - bits,
            before: before.collect(),
            words: filled,
        }
    }

    /// The rank of a hash's slot among the filled ones, where it is filled.
    #[inline]
    #[must_use]
    pub fn rank(&self, hash: u32) -> Option<usize> {
        let slot = hash >> self.shift;
        (self.word(slot) >> (slot & 63) & 1 == 1).then(|| self.before(slot) as usize)
    }

    /// The ranks of the filled ones among the slots of hashes, in their order; gives how many there
    /// are. Where `ranks` is full, the rest is left out.
    #[inline]
    pub fn ranks(&self, hashes: &[u32], ranks: &mut [u32]) -> usize {
        let mut count = 0;
        // Whether a slot is filled cannot be foreseen, so that no branch hangs on it.
        for &hash in hashes {
            let slot = hash >> self.shift;
            let word = self.word(slot);
            if let Some(place) = ranks.get_mut(count) {
                *place = slot;
                count += (word >> (slot & 63) & 1) as usize;
            }
        }
        for place in ranks.iter_mut().take(count) {
            *place = self.before(*place);
        }
        count
    }

    /// The bits of a slot and its neighbours.
    #[inline]
    fn word(&self, slot: u32) -> u64 {
        let word = self.words.get((slot >> 6) as usize);
        word.copied().unwrap_or_default()
    }

    /// How many filled slots are before one.
    #[inline]
    fn before(&self, slot: u32) -> u32 {
        let before = self.before.get((slot >> 6) as usize);
        let beside = self.word(slot) & ((1 << (slot & 63)) - 1);
        before.copied().unwrap_or_default() + beside.count_ones()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranks_count_the_filled_slots_before() {
        let slots = Slots::new(8, &[0, 3, 64, 255]);
        let rank = |slot: u32| slots.rank(slot << 24);
        assert_eq!(
            [rank(0), rank(3), rank(64), rank(255)].map(Option::unwrap),
            [0, 1, 2, 3]
        );
        assert_eq!((rank(1), rank(65), rank(254)), (None, None, None));
        let mut ranks = [9; 3];
        let count = slots.ranks(&[1, 64, 65, 0, 254].map(|slot| slot << 24), &mut ranks);
        assert_eq!((count, ranks[..2].to_vec()), (2, vec![2, 0]));
    }
}
