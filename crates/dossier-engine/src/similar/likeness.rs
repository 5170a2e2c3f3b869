//! Likeness of vocabularies: the cosine of tf-idf vectors over stems.

use crate::math::ln;
use crate::text::HashTable;

/// A stem that stands in more documents than this tells little apart and is not compared, which
/// keeps the work linear. Collections of this size or less are compared by all their stems, and
/// each document with each other.
const MOST_DOCUMENTS: usize = 256;

/// How many of a document's heaviest stems look for documents that are like it, in bigger
/// collections.
const LOOKING: usize = 24;

/// How many places of these stems are looked at; the heaviest come first.
const MOST_PLACES: usize = 1500;

/// How many documents that were found so are compared by all stems.
const MOST_COMPARED: usize = 12;

/// The vocabularies of documents, as weights of stems.
pub struct Likeness {
    /// For each document its stems by number, in order, with their weights, of which the squares
    /// add up to 1.
    vectors: Vec<Vec<(u32, f64)>>,
    /// For each stem the documents that have it.
    postings: Vec<Vec<u32>>,
}

/// How often each stem stands in each document, counted one by one.
#[derive(Default)]
pub struct Counts {
    /// Each stem, by its hash, gets a number once.
    numbers: HashTable<u32>,
    vectors: Vec<Vec<(u32, f64)>>,
    postings: Vec<Vec<u32>>,
}

impl Counts {
    /// Adds the stems of the next document by their hashes, each once and in order, with how often they stand there.
    pub fn add(&mut self, stems: Vec<(u64, u32)>) {
        let doc = self.vectors.len() as u32;
        let mut vector = Vec::with_capacity(stems.len());
        for (stem, times) in stems {
            let next = self.numbers.len() as u32;
            let number = *self.numbers.entry(stem).or_insert(next);
            if number == next {
                self.postings.push(Vec::new());
            }
            self.postings[number as usize].push(doc);
            vector.push((number, 1.0 + ln(f64::from(times))));
        }
        self.vectors.push(vector);
    }
}

impl Likeness {
    /// Weighs the stems of all documents: (1 + ln tf) · (1 + ln(N / df)).
    pub fn new(counts: Counts) -> Self {
        let Counts {
            mut vectors,
            postings,
            ..
        } = counts;
        let idf: Vec<f64> = postings
            .iter()
            .map(|docs| match docs.len() {
                common if common > MOST_DOCUMENTS => 0.0,
                rare => 1.0 + ln(vectors.len() as f64 / rare as f64),
            })
            .collect();
        for vector in &mut vectors {
            for (stem, weight) in vector.iter_mut() {
                *weight *= idf[*stem as usize];
            }
            vector.retain(|(_, weight)| *weight > 0.0);
            vector.sort_unstable_by_key(|(stem, _)| *stem);
            let squares = vector.iter().map(|(_, weight)| weight * weight);
            let length = squares.sum::<f64>().sqrt();
            for (_, weight) in vector {
                *weight /= length;
            }
        }
        Self { vectors, postings }
    }

    /// The documents that may be like this one: all others of a small collection; of a big one
    /// those that share the heaviest stems.
    pub fn candidates(&self, doc: usize) -> Vec<usize> {
        if self.vectors.len() <= MOST_DOCUMENTS {
            return (0..self.vectors.len())
                .filter(|&other| other != doc)
                .collect();
        }
        let mut heaviest = self.vectors[doc].clone();
        heaviest.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        heaviest.truncate(LOOKING);
        let mut found: Vec<(u32, f64)> = heaviest
            .iter()
            .flat_map(|&(stem, weight)| {
                let docs = self.postings[stem as usize].iter();
                docs.map(move |&other| (other, weight * weight))
            })
            .filter(|&(other, _)| other as usize != doc)
            .take(MOST_PLACES)
            .collect();
        found.sort_unstable_by_key(|(other, _)| *other);
        let mut sums: Vec<(u32, f64)> = found
            .chunk_by(|a, b| a.0 == b.0)
            .map(|same| (same[0].0, same.iter().map(|(_, weight)| weight).sum()))
            .collect();
        let heavier = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if sums.len() > MOST_COMPARED {
            sums.select_nth_unstable_by(MOST_COMPARED, heavier);
            sums.truncate(MOST_COMPARED);
        }
        sums.sort_unstable_by(heavier);
        sums.into_iter().map(|(other, _)| other as usize).collect()
    }

    /// The cosine of two documents, 0 to 1.
    pub fn between(&self, one: usize, other: usize) -> f64 {
        let mut others = self.vectors[other].iter().peekable();
        let mut cosine = 0.0;
        for (stem, weight) in &self.vectors[one] {
            while others.next_if(|(next, _)| next < stem).is_some() {}
            if let Some((_, others_weight)) = others.next_if(|(next, _)| next == stem) {
                cosine += weight * others_weight;
            }
        }
        cosine.min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Likeness};
    use crate::similar::vocabulary::Vocabulary;
    use crate::text::Analyser;

    fn likeness(texts: &[&str]) -> Likeness {
        let analyser = Analyser::new("en");
        let mut counts = Counts::default();
        let mut vocabulary = Vocabulary::default();
        for text in texts {
            counts.add(vocabulary.read(&analyser, text).stems);
        }
        Likeness::new(counts)
    }

    #[test]
    fn forms_of_a_word_are_alike_and_stop_words_do_not_count() {
        let likeness = likeness(&[
            "the weapons of war",
            "a weapon for wars",
            "the cat of a dog",
        ]);
        assert!((likeness.between(0, 1) - 1.0).abs() < 1e-9);
        assert!(likeness.between(0, 2) < 1e-9);
    }

    #[test]
    fn a_rare_word_counts_for_more() {
        let likeness = likeness(&[
            "missile grain",
            "missile oil",
            "missile grain oil",
            "grain cat",
        ]);
        assert!(likeness.between(0, 2) > likeness.between(0, 1));
    }

    #[test]
    fn in_a_big_collection_the_heaviest_stems_look_for_what_is_alike() {
        let texts: Vec<String> = (0..600)
            .map(|n| format!("common word{} other{} third{}", n / 2, n / 2, n % 7))
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let likeness = likeness(&texts);
        assert_eq!(likeness.candidates(100)[0], 101);
        assert!(likeness.between(100, 101) > 0.8);
    }
}
