//! An adaptive binary range coder: bits whose probabilities are learnt while they are read.
//!
//! The model is sparse numbers; this brings them to about their entropy, which no general
//! compressor reaches. The arithmetic is that of LZMA: probabilities of 11 bits that move by a
//! 32nd, a range of 32 bits that is kept above 2^24.

/// Bits of a probability.
const SCALE: u32 = 11;
/// How fast a probability follows the bits, as a shift.
const RATE: u32 = 5;
/// The range is brought back above this.
const LOWEST: u32 = 1 << 24;

/// The probability that a bit is 0, learnt from those before it.
#[derive(Clone, Copy, Debug)]
pub struct Chance(u16);

impl Default for Chance {
    fn default() -> Self {
        Self(1 << (SCALE - 1))
    }
}

impl Chance {
    fn bound(self, range: u32) -> u32 {
        (range >> SCALE) * u32::from(self.0)
    }

    fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> RATE;
        } else {
            self.0 += ((1 << SCALE) - self.0) >> RATE;
        }
    }
}

/// Chances for numbers from 1, coded as their count of bits and the bits below the highest.
#[derive(Clone, Debug, Default)]
pub struct Numbers {
    count: [Chance; 32],
    bits: [[Chance; 8]; 32],
}

/// Bits being coded.
#[derive(Debug)]
pub struct Encoder {
    low: u64,
    range: u32,
    pending: u8,
    repeats: u32,
    out: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Self {
        Self {
            low: 0,
            range: u32::MAX,
            pending: 0,
            repeats: 1,
            out: Vec::new(),
        }
    }
}

impl Encoder {
    /// Codes a bit.
    pub fn bit(&mut self, chance: &mut Chance, bit: bool) {
        let bound = chance.bound(self.range);
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < LOWEST {
            self.range <<= 8;
            self.shift();
        }
    }

    /// Codes a number from 1.
    pub fn number(&mut self, chances: &mut Numbers, value: u32) {
        let value = value.max(1);
        let top = value.ilog2();
        for at in 0..top {
            self.bit(&mut chances.count[at as usize], true);
        }
        if top < 31 {
            self.bit(&mut chances.count[top as usize], false);
        }
        for at in (0..top).rev() {
            let context = Numbers::context(value, at, top);
            self.bit(
                &mut chances.bits[top as usize][context],
                value >> at & 1 == 1,
            );
        }
    }

    /// The bytes of everything that was coded.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        self.out
    }

    fn shift(&mut self) {
        let carry = (self.low >> 32) as u8;
        if self.low < 0xff00_0000 || carry == 1 {
            let mut byte = self.pending;
            while self.repeats > 0 {
                self.out.push(byte.wrapping_add(carry));
                byte = 0xff;
                self.repeats -= 1;
            }
            self.pending = (self.low >> 24) as u8;
        }
        self.repeats += 1;
        self.low = (self.low & 0x00ff_ffff) << 8;
    }
}

impl Numbers {
    /// Which chance a bit below the highest has: the two highest depend on each other, the rest are
    /// as good as even.
    fn context(value: u32, at: u32, top: u32) -> usize {
        match top - at {
            1 => 0,
            2 => 1 + (value >> (at + 1) & 1) as usize,
            3 => 3 + (value >> (at + 1) & 3) as usize,
            _ => 7,
        }
    }
}

/// Coded bits being read. Behind the last byte there are zeros: whoever reads checks what comes out.
#[derive(Debug)]
pub struct Decoder<'a> {
    code: u32,
    range: u32,
    rest: std::slice::Iter<'a, u8>,
    missing: u32,
}

impl<'a> Decoder<'a> {
    /// Reads what an [`Encoder`] has written.
    #[must_use]
    pub fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Self {
            code: 0,
            range: u32::MAX,
            rest: bytes.iter(),
            missing: 0,
        };
        for _ in 0..5 {
            decoder.code = decoder.code << 8 | decoder.byte();
        }
        decoder
    }

    /// Whether more was read than was there.
    #[must_use]
    pub fn is_cut_off(&self) -> bool {
        self.missing > 0
    }

    /// Whether all bytes were read.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.rest.as_slice().is_empty()
    }

    fn byte(&mut self) -> u32 {
        if let Some(byte) = self.rest.next() {
            u32::from(*byte)
        } else {
            self.missing += 1;
            0
        }
    }

    /// The next bit.
    pub fn bit(&mut self, chance: &mut Chance) -> bool {
        let bound = chance.bound(self.range);
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        chance.learn(bit);
        while self.range < LOWEST {
            self.range <<= 8;
            self.code = self.code << 8 | self.byte();
        }
        bit
    }

    /// The next number, from 1.
    pub fn number(&mut self, chances: &mut Numbers) -> u32 {
        let mut top = 0;
        while top < 31 && self.bit(&mut chances.count[top as usize]) {
            top += 1;
        }
        let mut value = 1_u32 << top;
        for at in (0..top).rev() {
            let context = Numbers::context(value, at, top);
            let bit = self.bit(&mut chances.bits[top as usize][context]);
            value |= u32::from(bit) << at;
        }
        value
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_coded_is_read_again(values in prop::collection::vec((any::<bool>(), 1_u32..), 0..200)) {
            let (mut chance, mut numbers) = (Chance::default(), Numbers::default());
            let mut encoder = Encoder::default();
            for &(bit, number) in &values {
                encoder.bit(&mut chance, bit);
                encoder.number(&mut numbers, number);
            }
            let bytes = encoder.finish();
            let (mut chance, mut numbers) = (Chance::default(), Numbers::default());
            let mut decoder = Decoder::new(&bytes);
            for &(bit, number) in &values {
                prop_assert_eq!(decoder.bit(&mut chance), bit);
                prop_assert_eq!(decoder.number(&mut numbers), number);
            }
            prop_assert!(decoder.is_done());
            prop_assert!(!decoder.is_cut_off());
        }

        #[test]
        fn any_bytes_can_be_read(bytes: Vec<u8>) {
            let mut decoder = Decoder::new(&bytes);
            let mut numbers = Numbers::default();
            for _ in 0..100 {
                prop_assert!(decoder.number(&mut numbers) > 0);
            }
        }
    }
}
