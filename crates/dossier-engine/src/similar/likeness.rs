//! Likeness of vocabularies: the cosine of tf-idf vectors over stems.

use std::collections::BTreeMap;

use crate::math::ln;
use crate::text::{Token, is_stop_word};

/// A stem that stands in more documents than this tells little apart and is not compared, which
/// keeps the work linear. Collections of this size or less are compared by all their stems.
const MOST_DOCUMENTS: usize = 256;

/// The cosines of all documents with the others, 0 to 1.
pub struct Likeness {
    /// For each document its stems with their weights, of which the squares add up to 1.
    vectors: Vec<Vec<(usize, f64)>>,
    /// For each stem the documents that have it, with its weight there.
    postings: Vec<Vec<(usize, f64)>>,
}

impl Likeness {
    /// Weighs the stems of all documents: (1 + ln tf) · (1 + ln(N / df)), without stop words.
    pub fn new(documents: &[Vec<Token>]) -> Self {
        let mut counts: BTreeMap<&str, Vec<(usize, u32)>> = BTreeMap::new();
        for (doc, tokens) in documents.iter().enumerate() {
            for token in tokens.iter().filter(|token| !is_stop_word(&token.word)) {
                let docs = counts.entry(&token.stem).or_default();
                match docs.last_mut() {
                    Some((last, count)) if *last == doc => *count += 1,
                    _ => docs.push((doc, 1)),
                }
            }
        }
        let mut vectors = vec![Vec::new(); documents.len()];
        let compared = counts
            .into_values()
            .filter(|docs| docs.len() <= MOST_DOCUMENTS);
        for (stem, docs) in compared.enumerate() {
            let idf = 1.0 + ln(documents.len() as f64 / docs.len() as f64);
            for (doc, count) in docs {
                let weight = (1.0 + ln(f64::from(count))) * idf;
                vectors[doc].push((stem, weight));
            }
        }
        let mut postings = Vec::new();
        for (doc, vector) in vectors.iter_mut().enumerate() {
            let squares = vector.iter().map(|(_, weight)| weight * weight);
            let length = squares.sum::<f64>().sqrt();
            for (stem, weight) in vector {
                *weight /= length;
                if postings.len() <= *stem {
                    postings.resize(*stem + 1, Vec::new());
                }
                postings[*stem].push((doc, *weight));
            }
        }
        Self { vectors, postings }
    }

    /// The cosine of a document with each document, by position. That with itself is 1 where the
    /// document has a stem that is compared.
    pub fn of(&self, doc: usize) -> Vec<f64> {
        let mut cosines = vec![0.0; self.vectors.len()];
        for &(stem, weight) in &self.vectors[doc] {
            for &(other, others_weight) in &self.postings[stem] {
                cosines[other] += weight * others_weight;
            }
        }
        cosines
    }
}

#[cfg(test)]
mod tests {
    use super::Likeness;
    use crate::text::Analyser;

    fn likeness(texts: &[&str]) -> Likeness {
        let analyser = Analyser::new("en");
        let documents: Vec<_> = texts.iter().map(|text| analyser.tokens(text)).collect();
        Likeness::new(&documents)
    }

    #[test]
    fn forms_of_a_word_are_alike_and_stop_words_do_not_count() {
        let likeness = likeness(&[
            "the weapons of war",
            "a weapon for wars",
            "the cat of a dog",
        ]);
        let first = likeness.of(0);
        assert!((first[1] - 1.0).abs() < 1e-9);
        assert!(first[2] < 1e-9);
    }

    #[test]
    fn a_rare_word_counts_for_more() {
        let likeness = likeness(&[
            "missile grain",
            "missile oil",
            "missile grain oil",
            "grain cat",
        ]);
        let of = likeness.of(0);
        assert!(of[2] > of[1]);
    }
}
