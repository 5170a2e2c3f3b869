//! Text that documents share: runs of words that stand in both.
//!
//! Runs that stand in few documents lead from one to the others. Those of texts that stand in very
//! many documents lead nowhere; such texts are found by their sketches, of which equal parts lead
//! from one to the next, and then compared run by run.

use std::collections::{BTreeMap, BTreeSet};

use super::sketch;
use crate::text::{hash, hash_of_word};

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
    /// The runs of a text's words.
    pub fn new(words: &[String]) -> Self {
        let hashes: Vec<u64> = words.iter().map(|word| hash_of_word(word)).collect();
        Self {
            runs: hashes.windows(RUN).map(of_run).collect(),
            words: words.len(),
        }
    }
}

/// For each pair of documents that share a run, in both directions, the part of the first one's
/// words, 0 to 1, that lie in runs which the second has too.
pub fn shared(documents: &[Runs]) -> BTreeMap<(usize, usize), f64> {
    let runs: Vec<&[u64]> = documents
        .iter()
        .map(|document| document.runs.as_slice())
        .collect();
    let mut covered: BTreeMap<(usize, usize), Covered> = BTreeMap::new();
    // The others that share text with one document, and where each stands among them.
    let mut docs: Vec<(u32, Covered)> = Vec::new();
    let mut at: Vec<Option<u32>> = vec![None; runs.len()];
    let Places { places, holders } = places(&runs);
    for same in places.chunk_by(|a, b| a.doc == b.doc) {
        let doc = same[0].doc;
        for own in same {
            let holders = holders[own.holders as usize..].iter();
            let holders = holders.take(own.count as usize);
            for &other in holders.filter(|&&other| other != doc) {
                let at = *at[other as usize].get_or_insert_with(|| {
                    docs.push((other, Covered::default()));
                    docs.len() as u32 - 1
                });
                docs[at as usize].1.add(own.first as usize);
            }
        }
        covered.extend(docs.drain(..).map(|(other, covered)| {
            at[other as usize] = None;
            ((doc as usize, other as usize), covered)
        }));
    }
    let share = |doc: usize, words: usize| words as f64 / documents[doc].words.max(1) as f64;
    let mut shares: BTreeMap<(usize, usize), f64> = covered
        .into_iter()
        .map(|(pair, covered)| (pair, share(pair.0, covered.words)))
        .collect();
    for (one, other) in sketch::alike(&runs) {
        for (doc, other) in [(one, other), (other, one)] {
            let words = compare(runs[doc], runs[other]);
            let known = shares.entry((doc, other)).or_default();
            *known = known.max(share(doc, words));
        }
    }
    shares.retain(|_, share| *share > 0.0);
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

/// Where a run stands that others have too.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Place {
    doc: u32,
    /// Position of its first word.
    first: u32,
    /// Where its documents begin among all [holders](Places::holders).
    holders: u32,
    /// How many documents have it.
    count: u32,
}

/// Every run that stands in several documents, but not in very many.
struct Places {
    /// In the order of documents and positions.
    places: Vec<Place>,
    /// The documents of one run after the other.
    holders: Vec<u32>,
}

fn places(documents: &[&[u64]]) -> Places {
    let mut runs: Vec<(u64, u32, u32)> = Vec::new();
    for (doc, hashes) in (0..).zip(documents) {
        let hashes = (0..).zip(*hashes);
        runs.extend(hashes.map(|(place, &hash)| (hash, doc, place)));
    }
    runs.sort_unstable();
    let (mut places, mut holders) = (Vec::new(), Vec::new());
    for same in runs
        .chunk_by(|a, b| a.0 == b.0)
        .filter(|same| same.len() > 1)
    {
        let start = holders.len();
        holders.extend(same.iter().map(|&(_, doc, _)| doc));
        // They are in order, also those before.
        let mut last = None;
        let mut count = 0;
        for at in start..holders.len() {
            if last != Some(holders[at]) {
                last = Some(holders[at]);
                holders[start + count] = holders[at];
                count += 1;
            }
        }
        holders.truncate(start + count);
        if !(2..=MOST_DOCUMENTS).contains(&count) {
            holders.truncate(start);
            continue;
        }
        places.extend(same.iter().map(|&(_, doc, first)| Place {
            doc,
            first,
            holders: start as u32,
            count: count as u32,
        }));
    }
    places.sort_unstable();
    Places { places, holders }
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
    use crate::text::Analyser;
    use proptest::prelude::*;

    fn shared(documents: &[Vec<String>]) -> std::collections::BTreeMap<(usize, usize), f64> {
        let runs: Vec<Runs> = documents.iter().map(|tokens| Runs::new(tokens)).collect();
        super::shared(&runs)
    }

    fn tokens(text: &str) -> Vec<String> {
        crate::similar::words(&Analyser::new("en"), text)
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
