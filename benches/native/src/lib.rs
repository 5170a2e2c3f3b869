//! A made-up collection whose words follow Zipf's law, the same in every run.

use dossier_engine::document::Document;

/// How many different words there are.
const WORDS: u32 = 20_000;

/// How many words a text has.
const LENGTH: u32 = 140;

/// How many words a title has.
const TITLE: u32 = 7;

/// Titles have none of the commonest words: of these, there are two to this power.
const COMMON: u32 = 6;

/// Numbers without a pattern that shows: a linear congruential generator with the constants of
/// Numerical Recipes.
struct Numbers(u32);

impl Numbers {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 8
    }

    /// The rank of a word, at least `2^least - 1`. The logarithm of the rank is even, as Zipf's law
    /// has it: the number of bits is drawn, then the bits.
    fn rank(&mut self, least: u32) -> u32 {
        let bits = least + self.next() % (WORDS.ilog2() + 1 - least);
        (1 << bits) + self.next() % (1 << bits) - 1
    }
}

/// The word of a rank: syllables that say the number.
fn word(rank: u32) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu",
        "ve",
    ];
    let mut word = String::new();
    let mut rest = rank + 1;
    while rest > 0 {
        word.push_str(SYLLABLES[(rest % 16) as usize]);
        rest /= 16;
    }
    word + ["", "s", "ed", "ing"][(rank % 4) as usize]
}

fn words(numbers: &mut Numbers, count: u32, least: u32) -> String {
    let words: Vec<String> = (0..count).map(|_| word(numbers.rank(least))).collect();
    words.join(" ")
}

/// So many documents.
#[must_use]
pub fn documents(count: u32) -> Vec<Document> {
    let mut numbers = Numbers(20_240_607);
    let document = |number: u32| {
        let title = words(&mut numbers, TITLE, COMMON);
        let text = words(&mut numbers, LENGTH, 0);
        Document::plain(&number.to_string(), &title, &text)
    };
    (0..count).map(document).collect()
}

/// Queries of three or four words of the titles of these documents, some of them.
#[must_use]
pub fn queries(documents: &[Document]) -> Vec<String> {
    let some = documents
        .iter()
        .step_by(documents.len().div_ceil(50).max(1));
    let query = |document: &Document| {
        let words = document.title.split(' ').step_by(2);
        words.collect::<Vec<_>>().join(" ")
    };
    some.map(query).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_collection_is_the_same_in_every_run() {
        assert_eq!(documents(3), documents(3));
        assert_ne!(documents(2)[0].text, documents(2)[1].text);
    }

    #[test]
    fn few_words_make_up_most_of_a_text() {
        let documents = documents(50);
        let texts: Vec<&str> = documents.iter().flat_map(|d| d.text.split(' ')).collect();
        let common = (0..30).map(word).collect::<Vec<_>>();
        let count = texts
            .iter()
            .filter(|text| common.iter().any(|word| word == *text));
        let share = count.count() as f32 / texts.len() as f32;
        assert!((0.25..0.5).contains(&share), "{share}");
    }
}
