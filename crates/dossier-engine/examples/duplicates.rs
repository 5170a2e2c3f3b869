//! Measures how duplicates are found in a made-up collection, and how many of those that were
//! planted:
//!
//! ```text
//! cargo run --profile command -p dossier-engine --example duplicates -- 20000
//! ```

#![allow(clippy::print_stdout, reason = "it prints what it measures")]

use std::time::Instant;

use dossier_engine::document::Document;
use dossier_engine::similar;
use dossier_engine::work::OneByOne;

/// How many words of the vocabulary there are.
const WORDS: u64 = 30_000;

/// How many words a document has on average.
const LENGTH: u64 = 350;

/// A sequence of numbers that looks random and is the same everywhere: `SplitMix64`.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % end
    }

    /// A word; few of them are very frequent, as in any language.
    fn word(&mut self) -> String {
        let range = 1 + self.below(WORDS);
        let rank = self.below(range);
        let rank = self.below(1 + rank);
        format!("w{rank}")
    }
}

fn main() {
    let count: u64 = std::env::args()
        .nth(1)
        .and_then(|n| n.parse().ok())
        .unwrap_or(20_000);
    let mut numbers = Numbers(7);
    let mut texts: Vec<Vec<String>> = Vec::new();
    // Which documents were made of which, and whether as editions.
    let mut planted = Vec::new();
    for number in 0..count {
        let kind = numbers.below(100);
        let text = if number > 0 && kind < 15 {
            let original = numbers.below(number) as usize;
            let mut text = texts[original].clone();
            if kind < 10 {
                // An edition: every tenth word is another one.
                for word in &mut text {
                    if numbers.below(10) == 0 {
                        *word = numbers.word();
                    }
                }
                planted.push((number as usize, original, true));
            } else {
                // A passage taken over into another text.
                text.truncate(text.len() / 3);
                text.extend((0..LENGTH).map(|_| numbers.word()));
                planted.push((number as usize, original, false));
            }
            text
        } else {
            let length = LENGTH / 2 + numbers.below(LENGTH);
            (0..length).map(|_| numbers.word()).collect()
        };
        texts.push(text);
    }
    let documents: Vec<Document> = texts
        .iter()
        .enumerate()
        .map(|(number, text)| Document::plain(&number.to_string(), "", &text.join(" ")))
        .collect();
    let start = Instant::now();
    let related = similar::relate(&documents, &OneByOne, &mut |_| {});
    let seconds = start.elapsed().as_secs_f64();
    let found = |edition: bool| {
        let of_kind = planted.iter().filter(|(.., kind)| *kind == edition);
        let all = of_kind.clone().count();
        let found = of_kind.filter(|(doc, original, _)| {
            related[*doc]
                .iter()
                .any(|other| other.doc.index() == *original && other.edition == edition)
        });
        format!("{} of {all}", found.count())
    };
    println!(
        "{count} documents: {seconds:.1} s; editions found: {}, shared passages: {}",
        found(true),
        found(false)
    );
}
