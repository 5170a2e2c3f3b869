//! Codes of whole bits: how the index packs what would waste bytes.
//!
//! ```text
//! bits       = the bits of each byte from the least significant on, zeros up to the last byte
//! unary      = ones, as many as the value, and a zero
//! rice(k)    = unary(value / 2^k), the lowest k bits of the value
//! gamma      = unary(length of the value in bits - 1), these bits without the highest
//! within(n)  = a value below n in b or b+1 bits, 2^b <= n < 2^(b+1): the truncated binary code
//! subset(n)  = ascending values below n: the middle one as `within` what its neighbours leave
//!              free, then those before it and those after it likewise
//! ```
//!
//! Rice's code is the best of whole bits for gaps of a geometric distribution (Rice and Plaunt
//! 1971); `subset` is binary interpolative coding (Moffat and Stuiver, 2000), which comes close to
//! the logarithm of the number of subsets.

use crate::codec::{Malformed, Writer};

/// Bits being written.
#[derive(Debug, Default)]
pub(crate) struct BitWriter {
    bytes: Writer,
    pending: u64,
    count: u32,
}

/// The longest run of ones that is read. Gaps are coded with a parameter that keeps runs short, and
/// a longer one is a sign of broken bytes.
const LONGEST_RUN: u32 = 1 << 16;

impl BitWriter {
    /// Appends the lowest `count` bits of a value, at most 32.
    pub fn bits(&mut self, value: u32, count: u32) {
        let value = u64::from(value) & ((1 << count) - 1);
        self.pending |= value << self.count;
        self.count += count;
        // Fewer than 32 are left, so that as many fit again.
        if self.count >= 32 {
            self.bytes.extend((self.pending as u32).to_le_bytes());
            self.pending >>= 32;
            self.count -= 32;
        }
    }

    pub fn unary(&mut self, mut value: u32) {
        while value >= 31 {
            self.bits(u32::MAX, 31);
            value -= 31;
        }
        self.bits((1 << value) - 1, value + 1);
    }

    pub fn rice(&mut self, value: u32, parameter: u32) {
        self.unary(value >> parameter);
        self.bits(value, parameter);
    }

    /// A value of at least 1.
    pub fn gamma(&mut self, value: u32) {
        let length = value.max(1).ilog2();
        self.unary(length);
        self.bits(value, length);
    }

    /// A value below `count`.
    pub fn within(&mut self, value: u32, count: u32) {
        let length = count.max(1).ilog2();
        // As many values have the shorter code.
        let short = (2_u64 << length) - u64::from(count);
        if u64::from(value) < short {
            self.bits(value, length);
        } else {
            let long = u64::from(value) + short;
            self.bits((long >> 1) as u32, length);
            self.bits(long as u32 & 1, 1);
        }
    }

    /// Ascending values from `low` to below `high`.
    pub fn subset(&mut self, values: &[u32], low: u32, high: u32) {
        match *values {
            [] => {}
            [value] => self.within(value - low, high - low),
            _ => {
                let middle = values.len() / 2;
                let value = values[middle];
                let (before, after) = (middle as u32, (values.len() - middle - 1) as u32);
                let free = (high - low) - (before + after);
                self.within(value - low - before, free);
                self.subset(&values[..middle], low, value);
                self.subset(&values[middle + 1..], value + 1, high);
            }
        }
    }

    /// The bytes, the last filled up with zeros.
    pub fn finish(mut self) -> Writer {
        let rest = self.count.div_ceil(8) as usize;
        self.bytes.extend(&self.pending.to_le_bytes()[..rest]);
        self.bytes
    }
}

/// Bits being read, front to back. Past the end there are zeros; [`BitReader::check`] tells.
#[derive(Clone, Debug)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// The next byte to take.
    at: usize,
    pending: u64,
    count: u32,
}

impl<'a> BitReader<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self {
            bytes,
            at: 0,
            pending: 0,
            count: 0,
        }
    }

    /// Fills up to 56 bits or more, and never to all 64: a run that takes them all could not be
    /// shifted out.
    #[inline]
    fn fill(&mut self) {
        if let Some(next) = self.bytes.get(self.at..self.at + 8) {
            let next = u64::from_le_bytes([
                next[0], next[1], next[2], next[3], next[4], next[5], next[6], next[7],
            ]);
            self.pending |= next << self.count;
            let taken = (63 - self.count) / 8;
            self.at += taken as usize;
            self.count += taken * 8;
        } else {
            while self.count < 56 {
                let byte = self.bytes.get(self.at).copied().unwrap_or(0);
                self.pending |= u64::from(byte) << self.count;
                self.at += 1;
                self.count += 8;
            }
        }
    }

    #[inline]
    fn drop(&mut self, count: u32) {
        self.pending >>= count;
        self.count -= count;
    }

    /// The next `count` bits, at most 32.
    #[inline]
    pub fn bits(&mut self, count: u32) -> u32 {
        if self.count < count {
            self.fill();
        }
        let value = self.pending & ((1 << count) - 1);
        self.drop(count);
        value as u32
    }

    #[inline]
    pub fn unary(&mut self) -> u32 {
        let mut value = 0;
        loop {
            if self.count < 32 {
                self.fill();
            }
            let ones = self.pending.trailing_ones();
            if ones < self.count {
                self.drop(ones + 1);
                return value + ones;
            }
            value += self.count;
            self.pending = 0;
            self.count = 0;
            if value > LONGEST_RUN {
                return value;
            }
        }
    }

    #[inline]
    pub fn rice(&mut self, parameter: u32) -> u32 {
        let high = self.unary();
        // More than 32 bits are broken bytes; the sums that follow are checked.
        high.wrapping_shl(parameter) | self.bits(parameter)
    }

    pub fn gamma(&mut self) -> u32 {
        let length = self.unary().min(31);
        1 << length | self.bits(length)
    }

    pub fn within(&mut self, count: u32) -> u32 {
        let length = count.max(1).ilog2();
        let short = (2_u64 << length) - u64::from(count);
        let value = u64::from(self.bits(length));
        if value < short {
            value as u32
        } else {
            (value << 1 | u64::from(self.bits(1))).saturating_sub(short) as u32
        }
    }

    /// Fills `values` with as many ascending ones from `low` to below `high`, which must have room
    /// for them.
    pub fn subset(&mut self, values: &mut [u32], low: u32, high: u32) {
        let middle = values.len() / 2;
        let (before, after) = (
            middle as u32,
            (values.len() - middle).saturating_sub(1) as u32,
        );
        if values.is_empty() {
            return;
        }
        let free = high.saturating_sub(low).saturating_sub(before + after);
        // What is read lies below `free` unless the bytes are broken.
        let value = low + before + self.within(free).min(free.saturating_sub(1));
        values[middle] = value;
        let (left, right) = values.split_at_mut(middle);
        self.subset(left, low, value);
        self.subset(&mut right[1..], value + 1, high);
    }

    /// Whether no more bits were read than there are.
    pub fn check(&self) -> Result<(), Malformed> {
        if self.at > self.bytes.len() + (self.count / 8) as usize {
            Err(Malformed("more bits"))
        } else {
            Ok(())
        }
    }
}

/// The parameter of Rice's code that makes `values` shortest, at most 31.
pub(crate) fn best_rice(values: &[u32]) -> u32 {
    let cost = |parameter: u32| {
        let high = values.iter().map(|&value| u64::from(value >> parameter));
        high.sum::<u64>() + values.len() as u64 * u64::from(parameter)
    };
    // The cost falls to its least and rises again.
    let mut best = 0;
    while best < 31 && cost(best + 1) < cost(best) {
        best += 1;
    }
    best
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_run_of_any_length_is_read_near_the_end() {
        for (before, run) in (0..=32).flat_map(|before| (0..=130).map(move |run| (before, run))) {
            let mut out = BitWriter::default();
            out.bits(0, before);
            out.unary(run);
            out.bits(5, 3);
            let bytes = out.finish();
            let mut input = BitReader::new(&bytes);
            assert_eq!(input.bits(before), 0);
            assert_eq!(input.unary(), run, "{run} ones behind {before} bits");
            assert_eq!(input.bits(3), 5);
            assert!(input.check().is_ok());
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(values in prop::collection::vec((any::<u32>(), 0_u32..32), 0..40)) {
            let mut out = BitWriter::default();
            for &(value, bits) in &values {
                let small = value & ((1_u64 << bits) - 1) as u32;
                out.bits(value, bits);
                out.unary(value % 100);
                out.rice(value % 5000, bits % 12);
                out.gamma(small.max(1));
                out.within(value % (small.max(1)), small.max(1));
            }
            let bytes = out.finish();
            let mut input = BitReader::new(&bytes);
            for &(value, bits) in &values {
                let small = value & ((1_u64 << bits) - 1) as u32;
                prop_assert_eq!(input.bits(bits), small);
                prop_assert_eq!(input.unary(), value % 100);
                prop_assert_eq!(input.rice(bits % 12), value % 5000);
                prop_assert_eq!(input.gamma(), small.max(1));
                prop_assert_eq!(input.within(small.max(1)), value % (small.max(1)));
            }
            prop_assert!(input.check().is_ok());
        }

        #[test]
        fn a_subset_is_read_as_it_was_written(values in any::<BTreeSet<u8>>(), low in 0_u32..9) {
            let values: Vec<u32> = values.iter().map(|&value| u32::from(value) + low).collect();
            let mut out = BitWriter::default();
            out.subset(&values, low, low + 256);
            let bytes = out.finish();
            let mut read = vec![0; values.len()];
            BitReader::new(&bytes).subset(&mut read, low, low + 256);
            prop_assert_eq!(read, values);
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in any::<Vec<u8>>(), count in 0_usize..50, high in any::<u32>()) {
            let mut input = BitReader::new(&bytes);
            let mut values = vec![0; count];
            input.subset(&mut values, 0, high);
            for parameter in 0..40 {
                input.rice(parameter % 32);
                input.gamma();
            }
        }
    }

    #[test]
    fn a_whole_set_takes_no_bits() {
        let mut out = BitWriter::default();
        out.subset(&[3, 4, 5], 3, 6);
        assert!(out.finish().is_empty());
    }

    #[test]
    fn reading_past_the_end_is_noticed() {
        let mut input = BitReader::new(&[0xff]);
        input.bits(9);
        assert!(input.check().is_err());
    }
}
