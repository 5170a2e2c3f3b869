//! A sparse table: which of many slots are filled, and the rank of each filled one.

/// The filled ones among `2^bits` slots.
#[derive(Clone, Debug)]
pub struct Slots {
    shift: u32,
    filled: Vec<u64>,
    /// For each word of `filled`, how many slots before it are filled.
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
            filled,
        }
    }

    /// The rank of a hash's slot among the filled ones, where it is filled.
    #[inline]
    #[must_use]
    pub fn rank(&self, hash: u32) -> Option<usize> {
        let slot = hash >> self.shift;
        let at = (slot >> 6) as usize;
        let word = *self.filled.get(at)?;
        let bit = 1_u64 << (slot & 63);
        if word & bit == 0 {
            return None;
        }
        let before = (word & (bit - 1)).count_ones();
        Some((self.before.get(at)? + before) as usize)
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
    }
}
