//! Scores: how well texts answer a query.
//!
//! A document's score is BM25F (Robertson and Zaragoza, *The Probabilistic Relevance Framework:
//! BM25 and Beyond*, 2009): for each word of the query its occurrences in all fields, weighted and
//! set against the lengths of the fields, flattened, times the rarity of the word; plus a bonus
//! where words of the query stand close to each other.

use crate::index::{self, Field};

/// How soon further occurrences of a word count for little, above 0. Towards 0 only whether a word
/// occurs counts; the greater, the longer each occurrence adds as much as the one before.
pub const K1: f64 = 1.2;

/// How much a long body costs, 0 to 1: at 0 its length does not matter, at 1 twice the words count
/// half.
pub const B_BODY: f64 = 0.75;

/// How much a long title or byline costs, 0 to 1 likewise. Low, as their lengths say little.
pub const B_SHORT: f64 = 0.3;

/// What an occurrence in the title counts against one in the body, 0 or more. At 0 titles are not
/// ranked; far above 10 a word in the title beats any text about it.
pub const TITLE_WEIGHT: f64 = 3.0;

/// What an occurrence in the byline counts against one in the body, 0 or more, likewise. Below the
/// title's, as it says who wrote and not what about.
pub const BYLINE_WEIGHT: f64 = 1.2;

/// What two neighbouring words of the query add if they stand side by side, as a part of their mean
/// rarity, 0 or more; at a distance of `d` words, a `d`-th of it. At 0 nearness does not count; far
/// above 1 it outranks how often the words occur.
pub const PROXIMITY_WEIGHT: f64 = 0.8;

/// Words further apart than this many get no bonus for nearness.
pub const PROXIMITY_REACH: u32 = 16;

/// How a word or name of the query came to match.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MatchForm {
    /// The word as typed, case and diacritics aside.
    Exact,
    /// Another form of the word with the same stem.
    Stem,
    /// A word that begins with what was typed.
    Prefix,
    /// A word within a few typing errors.
    Corrected,
    /// The words of a phrase in a row, or words near each other.
    Phrase,
    /// Another name of the entity that the query names.
    Alias,
    /// A field that was asked for: topic, entity, publisher, date.
    Field,
}

/// What an occurrence counts by how it came to match, 0 to 1: at 1 as much as the word itself, at 0
/// nothing.
#[must_use]
pub const fn form_weight(form: MatchForm) -> f64 {
    match form {
        MatchForm::Exact | MatchForm::Phrase => 1.0,
        MatchForm::Stem => 0.9,
        MatchForm::Alias => 0.7,
        MatchForm::Prefix | MatchForm::Corrected => 0.6,
        MatchForm::Field => 0.5,
    }
}

/// How many words the fields of a document have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lengths {
    /// Words of the title.
    pub title: u32,
    /// Words of the byline.
    pub byline: u32,
    /// Words of headings and passages.
    pub body: u32,
    /// Words of each passage.
    pub passages: Vec<u32>,
}

/// What is the same for all documents of a collection.
#[derive(Clone, Copy, Debug)]
pub struct Statistics {
    documents: u32,
    title: f64,
    byline: f64,
    body: f64,
    passage: f64,
}

impl Statistics {
    /// The number of documents and the mean lengths of their texts.
    #[must_use]
    pub fn new(lengths: &[Lengths]) -> Self {
        let mean = |total: f64, count: f64| if count > 0.0 { total / count } else { 0.0 };
        let documents = lengths.len() as f64;
        let total =
            |length: fn(&Lengths) -> u32| lengths.iter().map(|of| f64::from(length(of))).sum();
        let passages = || lengths.iter().flat_map(|of| &of.passages);
        Self {
            documents: lengths.len() as u32,
            title: mean(total(|of| of.title), documents),
            byline: mean(total(|of| of.byline), documents),
            body: mean(total(|of| of.body), documents),
            passage: mean(
                passages().map(|&length| f64::from(length)).sum(),
                passages().count() as f64,
            ),
        }
    }

    /// Rarity of what stands in `count` documents: [`index::rarity`], always above 0.
    #[must_use]
    pub fn rarity(&self, count: u32) -> f64 {
        index::rarity(self.documents, count)
    }

    /// What one occurrence in a field of a document adds to the word's weighted frequency.
    #[must_use]
    pub fn occurrence(&self, field: Field, form: MatchForm, lengths: &Lengths) -> f64 {
        let (weight, b, length, mean) = match field {
            Field::Title => (TITLE_WEIGHT, B_SHORT, lengths.title, self.title),
            Field::Byline => (BYLINE_WEIGHT, B_SHORT, lengths.byline, self.byline),
            Field::Body => (1.0, B_BODY, lengths.body, self.body),
        };
        weight * form_weight(form) / length_norm(b, length, mean)
    }

    /// What one occurrence in a passage of this many words adds to the word's weighted frequency.
    #[must_use]
    pub fn occurrence_in_passage(&self, form: MatchForm, length: u32) -> f64 {
        form_weight(form) / length_norm(B_BODY, length, self.passage)
    }
}

fn length_norm(b: f64, length: u32, mean: f64) -> f64 {
    if mean > 0.0 {
        // Never 0, even at b = 1 for a text without words.
        (1.0 - b + b * f64::from(length) / mean).max(0.05)
    } else {
        1.0
    }
}

/// A word's part of the score from its rarity and its weighted frequency: more occurrences add ever
/// less, up to the rarity itself times `K1 + 1`.
#[must_use]
pub fn flatten(rarity: f64, frequency: f64) -> f64 {
    rarity * frequency * (K1 + 1.0) / (K1 + frequency)
}

/// The bonus for two words of the query, from the mean of their rarities and the least distance
/// between them in words, at least 1.
#[must_use]
pub fn proximity(rarity: f64, distance: u32) -> f64 {
    if distance > PROXIMITY_REACH {
        return 0.0;
    }
    PROXIMITY_WEIGHT * rarity / f64::from(distance.max(1))
}

/// The score of a passage: how many different words of the query it has comes first, then how well
/// it scores by them.
#[must_use]
pub fn passage_score(coverage: u32, score: f64) -> f64 {
    f64::from(coverage) + score / (1.0 + score)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lengths(body: u32) -> Lengths {
        Lengths {
            title: 6,
            byline: 4,
            body,
            passages: vec![body],
        }
    }

    #[test]
    fn a_rarer_word_counts_more_and_one_everywhere_still_counts() {
        let statistics = Statistics::new(&[lengths(10), lengths(10), lengths(10)]);
        assert!(statistics.rarity(1) > statistics.rarity(2));
        assert!(statistics.rarity(3) > 0.0);
    }

    #[test]
    fn a_short_text_and_the_title_weigh_more() {
        let statistics = Statistics::new(&[lengths(50), lengths(150)]);
        let of = |field, body| statistics.occurrence(field, MatchForm::Exact, &lengths(body));
        assert!(of(Field::Body, 50) > of(Field::Body, 150));
        assert!(of(Field::Title, 100) > of(Field::Body, 100));
    }

    #[test]
    fn each_further_occurrence_adds_less() {
        let gain = |n: f64| flatten(1.0, n + 1.0) - flatten(1.0, n);
        assert!(gain(0.0) > gain(1.0) && gain(1.0) > gain(2.0));
        assert!(flatten(1.0, 1e9) <= K1 + 1.0);
    }

    #[test]
    fn coverage_outranks_any_score() {
        assert!(passage_score(2, 0.0) > passage_score(1, 1e6));
    }

    #[test]
    fn an_empty_collection_has_no_means_to_divide_by() {
        let statistics = Statistics::new(&[]);
        let added = statistics.occurrence(Field::Body, MatchForm::Exact, &lengths(0));
        assert!(added.is_finite() && statistics.rarity(0).is_finite());
    }
}
