//! Text that documents share: runs of words that stand in both.
//!
//! Runs that stand in few documents lead from one to the others. Those of texts that stand in very
//! many documents lead nowhere; such texts are found by their sketches, of which equal parts lead
//! from one to the next, and then compared run by run.

use std::collections::BTreeSet;

use super::sketch;
use crate::text::hash;
use crate::work::{self, Pool, Workers};

/// How many words in a row make a run. Shorter runs are common turns of phrase; longer ones miss
/// sentences in which a name or a number was changed.
const RUN: usize = 5;

/// A run that stands in more documents than this is boilerplate, such as an agency's line of
/// contact, and no sign by itself that two documents share text. It also keeps the work linear.
const MOST_DOCUMENTS: usize = 64;

/// A document as its runs.
pub struct Runs {
    /// The hash of each run, in order.
    runs: Vec<u64>,
    /// How many words the document has.
    pub words: usize,
}

impl Runs {
    /// The runs of a text, of which the hashes of the words are given.
    pub fn new(words: &[u64]) -> Self {
        Self {
            runs: words.windows(RUN).map(of_run).collect(),
            words: words.len(),
        }
    }
}

/// For each document the others that share a run with it, in order, with the part of its own words,
/// 0 to 1, that lie in runs which the other has too.
pub type Shares = Vec<Vec<(usize, f64)>>;

/// What documents share.
pub fn shared(documents: &[Runs], workers: &dyn Workers) -> Shares {
    let runs: Vec<&[u64]> = documents
        .iter()
        .map(|document| document.runs.as_slice())
        .collect();
    let holders = Holders::new(&runs, workers);
    let docs: Vec<usize> = (0..documents.len()).collect();
    let places: Pool<Vec<Option<u32>>> = Pool::default();
    let covered = work::map(workers, &docs, |&doc| {
        places.with(
            || vec![None; docs.len()],
            |places| holders.covered(doc, places),
        )
    });
    drop(holders);
    let share = |doc: usize, words: usize| words as f64 / documents[doc].words.max(1) as f64;
    let mut shares: Shares = covered
        .into_iter()
        .enumerate()
        .map(|(doc, others)| {
            let others = others.into_iter();
            others
                .map(|(other, words)| (other, share(doc, words)))
                .collect()
        })
        .collect();
    for (one, other) in sketch::alike(&runs) {
        for (doc, other) in [(one, other), (other, one)] {
            let share = share(doc, compare(runs[doc], runs[other]));
            let shares = &mut shares[doc];
            match shares.binary_search_by_key(&other, |(other, _)| *other) {
                Ok(at) => shares[at].1 = shares[at].1.max(share),
                Err(at) if share > 0.0 => shares.insert(at, (other, share)),
                Err(_) => {}
            }
        }
    }
    shares
}

/// How many words of a document lie in runs that another one has too.
fn compare(runs: &[u64], others: &[u64]) -> usize {
    let others: BTreeSet<u64> = others.iter().copied().collect();
    let mut covered = Covered::default();
    for (place, _) in runs
        .iter()
        .enumerate()
        .filter(|(_, run)| others.contains(run))
    {
        covered.add(place);
    }
    covered.words
}

/// Which documents have each run that stands in several, but not in very many.
struct Holders {
    /// For each document and each of its runs, where the documents that have it begin in `lists`.
    places: Vec<Vec<u32>>,
    /// For one run after the other, how many documents have it, and which.
    lists: Vec<u32>,
}

/// Stands for the place of a run that one document has, or very many have.
const NOWHERE: u32 = u32::MAX;

/// The runs are looked at in so many parts, by their hashes: all at once would take several times
/// the room of the texts.
const PARTS: u64 = 16;

impl Holders {
    fn new(documents: &[&[u64]], workers: &dyn Workers) -> Self {
        let parts: Vec<u64> = (0..PARTS).collect();
        let places = documents.iter().map(|runs| vec![NOWHERE; runs.len()]);
        let mut holders = Self {
            places: places.collect(),
            lists: Vec::new(),
        };
        work::fold(
            workers,
            &parts,
            |&part| several(documents, part),
            |_, same| holders.add(&same),
        );
        holders
    }

    /// Takes in runs, those that are equal next to each other, each with its document and place.
    fn add(&mut self, runs: &[(u64, u32, u32)]) {
        for same in runs.chunk_by(|a, b| a.0 == b.0) {
            let start = self.lists.len();
            self.lists.push(0);
            let docs = same.chunk_by(|a, b| a.1 == b.1);
            self.lists.extend(docs.map(|own| own[0].1));
            self.lists[start] = (self.lists.len() - start - 1) as u32;
            for &(_, doc, place) in same {
                self.places[doc as usize][place as usize] = start as u32;
            }
        }
    }

    /// How many words of a document each other one has in runs too, in the order of those. `at` has
    /// room for each document and nothing in it.
    fn covered(&self, doc: usize, at: &mut [Option<u32>]) -> Vec<(usize, usize)> {
        let mut others: Vec<(usize, Covered)> = Vec::new();
        for (place, &start) in self.places[doc].iter().enumerate() {
            let Some(&count) = self.lists.get(start as usize) else {
                continue;
            };
            let holders = self.lists[start as usize + 1..].iter();
            for &other in holders.take(count as usize) {
                let other = other as usize;
                if other == doc {
                    continue;
                }
                let at = *at[other].get_or_insert_with(|| {
                    others.push((other, Covered::default()));
                    others.len() as u32 - 1
                });
                others[at as usize].1.add(place);
            }
        }
        for (other, _) in &others {
            at[*other] = None;
        }
        others.sort_unstable_by_key(|(other, _)| *other);
        let others = others.into_iter();
        others
            .map(|(other, covered)| (other, covered.words))
            .collect()
    }
}

/// The runs of one part that stand in several documents, but not in very many: in the order of their
/// hashes, documents and places.
fn several(documents: &[&[u64]], part: u64) -> Vec<(u64, u32, u32)> {
    let mut runs: Vec<(u64, u32, u32)> = Vec::new();
    for (doc, hashes) in (0..).zip(documents) {
        let hashes = (0..).zip(*hashes);
        let hashes = hashes.filter(|&(_, &hash)| hash % PARTS == part);
        runs.extend(hashes.map(|(place, &hash)| (hash, doc, place)));
    }
    runs.sort_unstable();
    let same = runs.chunk_by(|a, b| a.0 == b.0);
    let several = same.filter(|same| {
        let docs = same.chunk_by(|a, b| a.1 == b.1);
        (2..=MOST_DOCUMENTS).contains(&docs.count())
    });
    several.flatten().copied().collect()
}

/// The words of a document that lie in runs, counted as the runs come in order.
#[derive(Default)]
struct Covered {
    words: usize,
    /// Position behind the last word that is counted.
    end: usize,
}

impl Covered {
    fn add(&mut self, place: usize) {
        let end = place + RUN;
        self.words += end - self.end.max(place);
        self.end = end;
    }
}

/// The hash of a run from those of its words, with its upper bits brought down to all others.
fn of_run(words: &[u64]) -> u64 {
    let hash = hash(words.iter().copied());
    hash ^ hash >> 32
}

#[cfg(test)]
mod tests {
    use super::Runs;
    use crate::similar::vocabulary::Vocabulary;
    use crate::text::Analyser;
    use crate::work::OneByOne;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// By document and other document.
    fn shared(documents: &[Vec<u64>]) -> BTreeMap<(usize, usize), f64> {
        let runs: Vec<Runs> = documents.iter().map(|words| Runs::new(words)).collect();
        let shares = super::shared(&runs, &OneByOne).into_iter().enumerate();
        shares
            .flat_map(|(doc, others)| {
                let others = others.into_iter();
                others.map(move |(other, share)| ((doc, other), share))
            })
            .collect()
    }

    fn tokens(text: &str) -> Vec<u64> {
        let analyser = Analyser::new("en");
        Vocabulary::default().read(&analyser, text).words
    }

    #[test]
    fn words_are_counted_once_where_runs_overlap() {
        let documents = ["a b c d e f g h i j", "x a b c d e f y"].map(tokens);
        let shared = shared(&documents);
        let percent = |pair| (shared[&pair] * 1000.0).round() / 10.0;
        assert_eq!(percent((0, 1)).to_string(), "60");
        assert_eq!(percent((1, 0)).to_string(), "75");
    }

    #[test]
    fn four_words_in_a_row_are_no_shared_text() {
        let documents = ["a b c d x", "a b c d y"].map(tokens);
        assert!(shared(&documents).is_empty());
    }

    #[test]
    fn a_line_that_stands_in_very_many_documents_is_boilerplate() {
        let text = |n: usize| {
            let own: Vec<String> = (0..40).map(|word| format!("w{n}x{word}")).collect();
            own.join(" ") + " a b c d e f"
        };
        let documents: Vec<_> = (0..65).map(|n| tokens(&text(n))).collect();
        let pairs = shared(&documents).len();
        assert!(pairs < 65 * 8, "{pairs}");
        assert_eq!(shared(&documents[1..]).len(), 64 * 63);
    }

    #[test]
    fn copies_of_a_text_are_found_however_many_there_are() {
        let words: Vec<String> = (0..60).map(|word| format!("word{word}")).collect();
        let text = words.join(" ");
        let documents: Vec<_> = (0..100)
            .map(|n| tokens(&format!("{text} end{n}")))
            .collect();
        let shared = shared(&documents);
        for doc in 0..100 {
            let most = shared
                .range((doc, 0)..(doc + 1, 0))
                .map(|(_, share)| *share)
                .fold(0.0, f64::max);
            assert!(most > 0.9, "{doc}: {most}");
        }
    }

    proptest! {
        #[test]
        fn a_share_is_a_part(texts in proptest::collection::vec("([a-c] ){0,30}", 0..5)) {
            let documents: Vec<_> = texts.iter().map(|text| tokens(text)).collect();
            for (&(doc, other), &share) in &shared(&documents) {
                prop_assert!(share > 0.0 && share <= 1.0);
                prop_assert!(doc != other);
                if documents[doc] == documents[other] {
                    prop_assert!(share >= 1.0);
                }
            }
        }
    }
}
