//! Which documents share text or subject.

mod compare;
mod likeness;
mod shared;
mod sketch;
mod stories;
mod vocabulary;

pub use compare::{Cell, Common, Comparison, Row, RowKind, compare};

use std::collections::{BTreeMap, BTreeSet};

use crate::document::Document;
use crate::id::DocId;
use crate::order;
use crate::text::Analyser;
use crate::work::{self, Pool, Workers};
use likeness::{Counts, Likeness};
use shared::{Runs, Shares};
use stories::Stories;
use vocabulary::Vocabulary;

/// How many related documents are kept for each document.
const MOST_RELATED: usize = 5;

/// How many are kept where all of them are editions.
const MOST_EDITIONS: usize = 24;

/// Documents less alike than this, by either measure, are not related: below it lie texts that
/// have little but common words in common.
const LEAST_LIKENESS: f64 = 0.1;

/// Part of both texts that must be shared for them to be editions of one story. Texts on one event
/// that were written apart share little more than names and quotations, some percent; an edition
/// that was reworded throughout still keeps a third of its runs of words. It must hold in both
/// directions, so that a short text quoted whole in a long one is no edition of it.
const EDITION_SHARE: f64 = 0.3;

/// Words that must be shared, so that two short notes are not editions for a common sentence.
const EDITION_WORDS: f64 = 50.0;

/// That another document is close to this one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Related {
    /// The other document.
    pub doc: DocId,
    /// Share of this document's text that stands in the other too, 0 to 1.
    pub shared: f32,
    /// Likeness of the two vocabularies, 0 to 1.
    pub likeness: f32,
    /// Whether the two are editions of one story.
    pub edition: bool,
}

/// For each document the others that are close to it: at most five, or 24 where all are editions;
/// editions first, then by the sum of shared text and likeness. Two documents are editions of one story where their texts show
/// it or the collection says so. `progress` is told how many have been read.
#[must_use]
pub fn relate(
    documents: &[Document],
    workers: &dyn Workers,
    progress: &mut dyn FnMut(usize),
) -> Vec<Vec<Related>> {
    let mut counts = Counts::default();
    let mut runs = Vec::with_capacity(documents.len());
    let vocabularies: Pool<BTreeMap<&str, Vocabulary>> = Pool::default();
    work::fold(
        workers,
        documents,
        |document| {
            vocabularies.with(BTreeMap::new, |by_language| {
                let language = document.language.as_str();
                let vocabulary = by_language.entry(language).or_default();
                let read = vocabulary.read(&Analyser::new(language), &document.text);
                (read.stems, Runs::new(&read.words))
            })
        },
        |_, (stems, own)| {
            counts.add(stems);
            runs.push(own);
            progress(runs.len());
        },
    );
    drop(vocabularies);
    let closeness = Closeness {
        shared: shared::shared(&runs, workers),
        likeness: Likeness::new(counts),
        words: runs.iter().map(|document| document.words).collect(),
        stories: Stories::new(documents),
    };
    let docs: Vec<usize> = (0..documents.len()).collect();
    work::map(workers, &docs, |&doc| closeness.related(doc))
}

/// All that is known of the closeness of documents.
struct Closeness {
    shared: Shares,
    likeness: Likeness,
    /// How many words each document has.
    words: Vec<usize>,
    stories: Stories,
}

impl Closeness {
    fn related(&self, doc: usize) -> Vec<Related> {
        let mut others: BTreeSet<usize> = self.likeness.candidates(doc).into_iter().collect();
        let sharing = self.shared[doc].iter();
        let sharing = sharing.filter(|&&(_, share)| share >= LEAST_LIKENESS);
        others.extend(sharing.map(|&(other, _)| other));
        others.extend(self.stories.editions(doc));
        others.remove(&doc);

        let mut related: Vec<(f64, Related)> = Vec::new();
        for other in others {
            let shared = self.share(doc, other);
            let likeness = self.likeness.between(doc, other);
            let close = shared >= LEAST_LIKENESS || likeness >= LEAST_LIKENESS;
            if !close && !self.stories.same(doc, other) {
                continue;
            }
            let entry = Related {
                doc: DocId(other as u32),
                shared: shared as f32,
                likeness: likeness as f32,
                edition: self.is_edition(doc, other),
            };
            related.push((shared + likeness, entry));
        }
        order::sort_by(&mut related, |(a_close, a), (b_close, b)| {
            let editions_first = b.edition.cmp(&a.edition);
            editions_first
                .then(b_close.total_cmp(a_close))
                .then(a.doc.cmp(&b.doc))
        });
        let editions = related
            .iter()
            .take_while(|(_, entry)| entry.edition)
            .count();
        let most = editions.clamp(MOST_RELATED, MOST_EDITIONS);
        let related = related.into_iter().take(most);
        related.map(|(_, entry)| entry).collect()
    }

    fn share(&self, doc: usize, other: usize) -> f64 {
        let shares = &self.shared[doc];
        let at = shares.binary_search_by_key(&other, |(other, _)| *other);
        at.map_or(0.0, |at| shares[at].1)
    }

    fn is_edition(&self, doc: usize, other: usize) -> bool {
        let share = self.share(doc, other).min(self.share(other, doc));
        let words = self.words[doc].min(self.words[other]) as f64;
        let shown = share >= EDITION_SHARE && share * words >= EDITION_WORDS;
        shown || self.stories.same(doc, other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::work::OneByOne;

    fn relate(documents: &[Document]) -> Vec<Vec<Related>> {
        super::relate(documents, &OneByOne, &mut |_| {})
    }

    /// Sentences of words that nothing else has.
    fn prose(word: &str, sentences: usize) -> String {
        let sentence = |n| {
            format!(
                "The {word}{n} of the {word}a{n} was seen by {word}b{n} near {word}c{n} today. "
            )
        };
        (0..sentences).map(sentence).collect()
    }

    fn document(name: &str, text: String) -> Document {
        Document {
            name: name.into(),
            language: "en".into(),
            text,
            ..Document::default()
        }
    }

    #[test]
    fn a_text_with_every_second_sentence_kept_is_an_edition() {
        let original = prose("cat", 20);
        let sentences = original.split_inclusive(". ").enumerate();
        let reworded: String = sentences
            .map(|(n, sentence)| match n % 2 {
                0 => sentence.to_owned(),
                _ => format!("Instead something new stands here as number {n}. "),
            })
            .collect();
        let related = relate(&[document("a", original), document("b", reworded)]);
        assert!(related[0][0].edition && related[1][0].edition);
    }

    #[test]
    fn a_note_quoted_whole_in_a_long_text_is_no_edition_of_it() {
        let note = prose("cat", 8);
        let long = [prose("dog", 30), note.clone()].concat();
        let related = relate(&[document("note", note), document("long", long)]);
        assert!(related[0][0].shared > 0.9);
        assert!(!related[0][0].edition && !related[1][0].edition);
    }

    #[test]
    fn two_short_notes_are_no_editions_for_a_common_sentence() {
        let related = relate(&[
            document("a", prose("cat", 2)),
            document("b", prose("cat", 2)),
        ]);
        assert!(related[0][0].shared > 0.9);
        assert!(!related[0][0].edition);
    }

    #[test]
    fn an_edition_that_is_named_needs_no_common_word() {
        let mut edition = document("b", prose("dog", 3));
        edition.edition_of = Some("a".into());
        let related = relate(&[document("a", prose("cat", 3)), edition]);
        assert_eq!(related[0][0].doc, DocId(1));
        assert!(related[0][0].edition && related[1][0].edition);
    }

    #[test]
    fn at_most_five_are_related_and_the_closest_come_first() {
        let texts = (1..9).map(|n| document("x", prose("cat", n)));
        let documents: Vec<Document> = texts.collect();
        let related = relate(&documents);
        assert_eq!(related[7].len(), 5);
        assert_eq!(related[7][0].doc, DocId(6));
    }

    #[test]
    fn documents_without_words_are_related_to_none() {
        let related = relate(&[document("a", String::new()), document("b", "…".into())]);
        assert_eq!(related, [vec![], vec![]]);
        assert!(relate(&[]).is_empty());
    }
}
