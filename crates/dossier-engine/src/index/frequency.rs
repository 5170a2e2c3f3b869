//! How often documents have a stem.
//!
//! ```text
//! frequencies = more:within(documents + 1)
//!               [parameter:3 subset(0, documents){more} rice{more}]
//! ```
//!
//! Most codes of frequencies are 0: which are not is a subset of the documents, and these codes
//! follow, less one.

use super::postings::{BLOCK, Posting};
use crate::bits::{BitReader, BitWriter, best_rice};

/// How often a document has a stem: in the body and byline together, and whether in the title.
///
/// Its code is 0 for once in the body alone, then by turns once more in the body alone, and once
/// more in the body with the title; so that what is frequent is small.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// How often in body and byline.
    pub body: u32,
    /// Whether in the title too.
    pub title: bool,
}

impl Frequency {
    pub(super) fn code(self) -> u32 {
        match (self.body, self.title) {
            (0 | 1, false) => 0,
            (body, false) => body * 2 - 3,
            (body, true) => body * 2 + 2,
        }
    }

    #[inline]
    pub(super) fn of_code(code: u32) -> Self {
        match code {
            0 => Self {
                body: 1,
                title: false,
            },
            code if code % 2 == 1 => Self {
                body: code / 2 + 2,
                title: false,
            },
            code => Self {
                body: code / 2 - 1,
                title: true,
            },
        }
    }
}

/// Appends the frequencies of a stem in some documents, at most [`BLOCK`].
pub(super) fn write(postings: &[Posting], bits: &mut BitWriter) {
    let codes = (0..)
        .zip(postings)
        .map(|(at, of)| (at, of.frequency.code()));
    let (more, codes): (Vec<u32>, Vec<u32>) = codes
        .filter(|&(_, code)| code > 0)
        .map(|(at, code)| (at, code - 1))
        .unzip();
    let count = postings.len() as u32;
    bits.within(more.len() as u32, count + 1);
    if !more.is_empty() {
        let parameter = best_rice(&codes).min(7);
        bits.bits(parameter, 3);
        bits.subset(&more, 0, count);
        for code in codes {
            bits.rice(code, parameter);
        }
    }
}

/// Fills `codes` with those of `count` documents.
pub(super) fn read(input: &mut BitReader<'_>, codes: &mut Vec<u32>, count: usize) {
    codes.clear();
    codes.resize(count, 0);
    let more = input.within(count as u32 + 1) as usize;
    if more == 0 {
        return;
    }
    let parameter = input.bits(3);
    let mut which = [0; BLOCK];
    let which = &mut which[..more.min(count)];
    input.subset(which, 0, count as u32);
    for &at in &*which {
        let code = input.rice(parameter).saturating_add(1);
        if let Some(of) = codes.get_mut(at as usize) {
            *of = code;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frequency_has_a_code_and_every_code_a_frequency() {
        for code in 0..1000 {
            assert_eq!(Frequency::of_code(code).code(), code);
        }
    }
}
