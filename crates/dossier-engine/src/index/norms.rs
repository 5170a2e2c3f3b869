//! What an occurrence is worth: the formula of ranking, as far as single stems go.
//!
//! A document's score is BM25F (Robertson and Zaragoza, *The Probabilistic Relevance Framework:
//! BM25 and Beyond*, 2009): the frequencies in its fields, each set against the field's length, are
//! added up with weights and saturate; rare stems count more.

use super::extents::unpack;
use super::frequency::Frequency;
use crate::math::ln;

/// How soon further occurrences of a word count for little, above 0. Towards 0 only whether a word
/// occurs counts; the greater, the longer each occurrence adds as much as the one before.
const K1: f32 = 1.2;

/// How much a long body costs, 0 to 1: at 0 its length does not matter, at 1 twice the words count
/// half.
const B_BODY: f32 = 0.6;

/// How much a long title costs, 0 to 1 likewise. Low, as its length says little.
const B_TITLE: f32 = 0.3;

/// What standing in the title counts against one occurrence in a body of mean length, 0 or more.
const TITLE_WEIGHT: f32 = 1.5;

/// How much the fact says that a document has a stem that `count` of all `documents` have:
/// `ln(1 + (N - n + 0.5) / (n + 0.5))`, above 0.
#[must_use]
pub fn rarity(documents: u32, count: u32) -> f64 {
    let (documents, count) = (f64::from(documents), f64::from(count));
    ln(1.0 + (documents - count + 0.5).max(0.0) / (count + 0.5))
}

/// What an occurrence counts by the byte of the length of its text.
#[derive(Clone, Debug)]
pub(super) struct Worth {
    body: [f32; 256],
    title: [f32; 256],
}

/// What the lengths of documents make of frequencies.
#[derive(Clone, Copy, Debug)]
pub struct Norms<'a> {
    /// The bytes of the lengths of bodies, then of titles.
    lengths: &'a [u8],
    worth: &'a Worth,
}

impl Worth {
    pub fn new(lengths: &[u8]) -> Self {
        let (bodies, titles) = lengths.split_at(lengths.len() / 2);
        Self {
            body: table(bodies, B_BODY, 1.0),
            title: table(titles, B_TITLE, TITLE_WEIGHT),
        }
    }
}

impl<'a> Norms<'a> {
    pub(super) fn new(lengths: &'a [u8], worth: &'a Worth) -> Self {
        Self { lengths, worth }
    }

    /// The part of the greatest possible score of a stem that a document gets for a frequency, 0
    /// to 1 exclusive.
    #[inline]
    #[must_use]
    pub fn saturation(&self, doc: u32, frequency: Frequency) -> f32 {
        let (body, title) = self.weights(doc, frequency);
        let weight = body + title;
        weight / (weight + K1)
    }

    /// What the occurrences in body and byline, and in the title, weigh against each other.
    #[inline]
    #[must_use]
    pub fn weights(&self, doc: u32, frequency: Frequency) -> (f32, f32) {
        let doc = doc as usize;
        let documents = self.lengths.len() / 2;
        let byte = |at: usize| usize::from(self.lengths.get(at).copied().unwrap_or(0));
        let body = frequency.body as f32 * self.worth.body[byte(doc)];
        let title = if frequency.title {
            self.worth.title[byte(documents + doc)]
        } else {
            0.0
        };
        (body, title)
    }
}

/// For each byte of a length, the worth of an occurrence in a text of that length.
fn table(lengths: &[u8], b: f32, weight: f32) -> [f32; 256] {
    let mut counts = [0_u32; 256];
    for &byte in lengths {
        counts[usize::from(byte)] += 1;
    }
    // Texts without words have no part in the mean.
    let counts = || (1..=u8::MAX).zip(&counts[1..]);
    let total: f64 = counts()
        .map(|(byte, &count)| f64::from(unpack(byte)) * f64::from(count))
        .sum();
    let texts: f64 = counts().map(|(_, &count)| f64::from(count)).sum();
    let mean = if texts > 0.0 {
        (total / texts) as f32
    } else {
        1.0
    };
    std::array::from_fn(|byte| weight / (1.0 - b + b * unpack(byte as u8) / mean))
}
