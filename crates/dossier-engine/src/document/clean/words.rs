//! The words of a line, as the rules compare them.

/// Words in lower case, without punctuation.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words {
    /// The words, one directly behind the other.
    text: String,
    /// Where each word ends.
    ends: Vec<u32>,
}

impl Words {
    /// The words of a text: runs of letters, digits, and apostrophes between them.
    pub fn new(text: &str) -> Self {
        let mut words = Self {
            text: String::with_capacity(text.len()),
            ends: Vec::with_capacity(text.len() / 5),
        };
        if text.is_ascii() {
            words.add_ascii(text);
            return words;
        }
        let inside = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}');
        for run in text.split(|c| !inside(c)) {
            let word = run.trim_matches(['\'', '\u{2019}']);
            if word.is_empty() {
                continue;
            }
            let start = words.text.len();
            if word.is_ascii() {
                words.text.push_str(word);
                words.text[start..].make_ascii_lowercase();
            } else {
                let lower = word.to_lowercase().replace('\u{2019}', "'");
                words.text.push_str(&lower);
            }
            words.ends.push(words.text.len() as u32);
        }
        words
    }

    /// Adds the words of a text of ASCII.
    fn add_ascii(&mut self, text: &str) {
        let inside = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'\'';
        let mut start = 0;
        for run in text.as_bytes().split(|byte| !inside(byte)) {
            let word = text[start..start + run.len()].trim_matches('\'');
            start += run.len() + 1;
            if !word.is_empty() {
                self.text.push_str(word);
                self.ends.push(self.text.len() as u32);
            }
        }
        self.text.make_ascii_lowercase();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The word with a number.
    pub fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..end as usize)
    }

    /// The first word.
    pub fn first(&self) -> Option<&str> {
        self.get(0)
    }

    /// The last word.
    pub fn last(&self) -> Option<&str> {
        self.get(self.len().checked_sub(1)?)
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|number| self.get(number))
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn words_lose_case_and_punctuation_but_not_apostrophes_inside() {
        let words = Words::new("“Don’t” say ’ÉTÉ’ (U.S.)!");
        let all: Vec<&str> = words.iter().collect();
        assert_eq!(all, ["don't", "say", "été", "u", "s"]);
        assert_eq!((words.first(), words.last()), (Some("don't"), Some("s")));
        assert_eq!(words.get(5), None);
        assert!(Words::new(" — ").is_empty());
        let plain = Words::new("'Don't' say (U.S.)! ''");
        assert_eq!(plain.iter().collect::<Vec<_>>(), ["don't", "say", "u", "s"]);
    }
}
