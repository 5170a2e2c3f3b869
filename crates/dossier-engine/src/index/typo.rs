//! Typing errors: the restricted Damerau–Levenshtein distance (optimal string alignment), row by
//! row over a sorted list of words.
//!
//! An error is a letter too many, one missing, a wrong one, or two neighbours exchanged; no letter
//! takes part in two errors.

/// How many typing errors a word may have to be corrected: none below 4 letters, where too many
/// words are near each other, 1 up to 7, 2 from 8. More finds words that were not meant.
#[must_use]
pub fn budget(word: &str) -> usize {
    match word.chars().count() {
        0..4 => 0,
        4..8 => 1,
        _ => 2,
    }
}

/// How many typing errors lie between two words.
#[must_use]
pub fn distance(a: &str, b: &str) -> usize {
    let pattern = Pattern::new(a);
    Rows::new(&pattern)
        .extend(&pattern, b, usize::MAX)
        .unwrap_or(usize::MAX)
}

/// The word that was typed.
pub(super) struct Pattern {
    letters: Vec<char>,
}

impl Pattern {
    pub(super) fn new(typed: &str) -> Self {
        Self {
            letters: typed.chars().collect(),
        }
    }
}

/// Distances from here on are all the same: nobody asks for words so far off.
const FAR: usize = 250;

/// The rows of the table of distances for the beginning of a word: row `i` holds the distances of
/// its first `i` letters to every beginning of the pattern.
pub(super) struct Rows {
    letters: Vec<char>,
    table: Vec<u8>,
    width: usize,
}

impl Rows {
    pub(super) fn new(pattern: &Pattern) -> Self {
        let width = pattern.letters.len() + 1;
        Self {
            letters: Vec::new(),
            table: (0..width).map(|column| column.min(FAR) as u8).collect(),
            width,
        }
    }

    /// Drops the rows of letters that `word` does not begin with.
    pub(super) fn keep_common_beginning(&mut self, word: &str) {
        let common = word
            .chars()
            .zip(&self.letters)
            .take_while(|(a, b)| a == *b)
            .count();
        self.letters.truncate(common);
        self.table.truncate((common + 1) * self.width);
    }

    /// Adds the rows for the letters of `word` that have none yet, and gives its distance; or the
    /// beginning of the word from which no word within the budget can follow.
    pub(super) fn extend<'a>(
        &mut self,
        pattern: &Pattern,
        word: &'a str,
        budget: usize,
    ) -> Result<usize, &'a str> {
        for (offset, letter) in word.char_indices().skip(self.letters.len()) {
            if usize::from(self.push(pattern, letter)) > budget {
                return Err(&word[..offset + letter.len_utf8()]);
            }
        }
        Ok(usize::from(self.table[self.table.len() - 1]))
    }

    /// Adds the row for a letter and gives its least distance. An exchange of neighbours reaches
    /// back two rows, but never below what a wrong letter in the row between costs: a row that is
    /// too far everywhere is never left again.
    fn push(&mut self, pattern: &Pattern, letter: char) -> u8 {
        let width = self.width;
        let above = self.table.len() - width;
        let row = self.table.len();
        let mut least = self.table[above].saturating_add(1);
        self.table.push(least);
        for column in 1..width {
            let typed = pattern.letters[column - 1];
            let wrong = self.table[above + column - 1].saturating_add(u8::from(typed != letter));
            let extra = self.table[above + column].saturating_add(1);
            let missing = self.table[row + column - 1].saturating_add(1);
            let mut distance = wrong.min(extra).min(missing);
            if column > 1
                && self.letters.last() == Some(&typed)
                && pattern.letters[column - 2] == letter
            {
                distance = distance.min(self.table[above - width + column - 2].saturating_add(1));
            }
            least = least.min(distance);
            self.table.push(distance);
        }
        self.letters.push(letter);
        least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_error_costs_one() {
        for typed in ["sanctons", "sancttions", "samctions", "sacntions"] {
            assert_eq!(distance(typed, "sanctions"), 1, "{typed}");
        }
        assert_eq!(distance("anctions", "sanctions"), 1);
        assert_eq!(distance("ca", "abc"), 3);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("zürich", "zurich"), 1);
    }

    #[test]
    fn short_words_are_never_corrected() {
        assert_eq!(budget("kim"), 0);
        assert_eq!(budget("rasson"), 1);
        assert_eq!(budget("missille"), 2);
    }
}
