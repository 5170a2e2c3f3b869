//! The words of documents as comparing sees them, kept from one document to the next.
//!
//! Documents have the same words again and again. Each is hashed and stemmed once; after that a
//! document costs one look at each of its words.

use crate::text::{Analyser, Numbers, hash_of_word, is_stop_word};

/// A document as its words.
pub struct Read {
    /// The hash of each word, in order.
    pub words: Vec<u64>,
    /// The hashes of the stems that are no stop words, in order, with how often each stands there.
    pub stems: Vec<(u64, u32)>,
}

/// Words that were met, in documents of which one analyser makes the words.
#[derive(Debug, Default)]
pub struct Vocabulary {
    /// Places in `forms`.
    words: Numbers,
    forms: Vec<Form>,
    /// Places in `hashes`.
    stems: Numbers,
    /// The hash of each stem.
    hashes: Vec<u64>,
    /// For each stem, how often the document has it that is being read.
    times: Vec<u32>,
}

#[derive(Clone, Copy, Debug)]
struct Form {
    hash: u64,
    /// The number of its stem; `None` for a stop word.
    stem: Option<u32>,
}

impl Vocabulary {
    /// Reads a text.
    pub fn read(&mut self, analyser: &Analyser, text: &str) -> Read {
        let mut words = Vec::with_capacity(text.len() / 6);
        let mut met: Vec<u32> = Vec::new();
        analyser.each_word(text, |_, word| {
            let known = self.words.get(word);
            let known = known.and_then(|number| self.forms.get(number as usize).copied());
            let form = known.unwrap_or_else(|| self.meet(analyser, word));
            words.push(form.hash);
            if let Some(stem) = form.stem {
                let times = &mut self.times[stem as usize];
                if *times == 0 {
                    met.push(stem);
                }
                *times += 1;
            }
        });
        let stems = met.into_iter().map(|stem| {
            let times = std::mem::take(&mut self.times[stem as usize]);
            (self.hashes[stem as usize], times)
        });
        let mut stems: Vec<(u64, u32)> = stems.collect();
        stems.sort_unstable();
        Read { words, stems }
    }

    /// Takes in a word that was not met before.
    fn meet(&mut self, analyser: &Analyser, word: &str) -> Form {
        let stem = (!is_stop_word(word)).then(|| {
            let stem = analyser.stem(word);
            self.stems.get(&stem).unwrap_or_else(|| {
                let number = self.hashes.len() as u32;
                self.stems.insert(&stem, number);
                self.hashes.push(hash_of_word(&stem));
                self.times.push(0);
                number
            })
        });
        let form = Form {
            hash: hash_of_word(word),
            stem,
        };
        self.words.insert(word, self.forms.len() as u32);
        self.forms.push(form);
        form
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_before_changes_nothing() {
        let analyser = Analyser::new("en");
        let text = "The ships sailed, and a ship sank.";
        let mut vocabulary = Vocabulary::default();
        let first = vocabulary.read(&analyser, text);
        vocabulary.read(&analyser, "Other shipping sailed.");
        let again = vocabulary.read(&analyser, text);
        let mut stems =
            [("sail", 1), ("sank", 1), ("ship", 2)].map(|(stem, n)| (hash_of_word(stem), n));
        stems.sort_unstable();
        assert_eq!(again.stems, stems);
        assert_eq!(again.stems, first.stems);
        assert_eq!(again.words, first.words);
        assert_eq!(again.words.len(), 7);
    }
}
