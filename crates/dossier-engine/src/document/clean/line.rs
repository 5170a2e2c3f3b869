//! A line as the rules see it: its words, its end, and whether it reads as prose.

use super::lexicon::{self, Cue, Cues};
use super::words::Words;

/// How much of a long line is looked at for words, in bytes: enough to know it for prose.
const LOOKED_AT: usize = 700;

/// Marks that magazines put behind the last word of an article.
pub const END_MARKS: [char; 6] = [
    '\u{2666}', '\u{25a0}', '\u{25fc}', '\u{220e}', '\u{25aa}', '\u{25c6}',
];

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// With a mark that ends a sentence, before closing quotation marks and brackets.
    Sentence,
    /// With a colon.
    Colon,
    /// With anything else.
    Open,
}

/// A line with what the rules ask of it.
#[derive(Clone, Debug)]
pub struct Line {
    /// The text.
    pub text: String,
    /// Its first words.
    pub words: Words,
    /// How many words it has, by white space.
    pub count: usize,
    /// How it ends.
    pub end: End,
    /// What its words point to.
    pub cues: Cues,
    /// How many of its words begin in upper case, and how many in lower case.
    pub upper: usize,
    pub lower: usize,
}

impl Line {
    pub fn new(text: &str) -> Self {
        let mut cut = text.len().min(LOOKED_AT);
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let words = Words::new(&text[..cut]);
        let (mut count, mut upper, mut lower) = (0, 0, 0);
        for word in text.split_whitespace() {
            count += 1;
            match word.chars().find(|c| c.is_alphabetic()) {
                Some(c) if c.is_uppercase() => upper += 1,
                Some(c) if c.is_lowercase() => lower += 1,
                _ => {}
            }
        }
        let cues = lexicon::cues(&words);
        Self {
            text: text.to_owned(),
            words,
            count,
            end: end(text),
            cues,
            upper,
            lower,
        }
    }

    /// Whether it is running text: long enough, and mostly in lower case where its script has case.
    pub fn is_running(&self) -> bool {
        if self.upper + self.lower == 0 {
            return self.text.chars().filter(|c| c.is_alphabetic()).count() >= 25;
        }
        self.count >= 9 && self.lower * 5 >= (self.upper + self.lower) * 2
    }

    /// Whether it is running text that comes to the end of a sentence.
    pub fn is_prose(&self) -> bool {
        self.is_running() && self.end == End::Sentence
    }

    /// Whether all its letters are capitals.
    pub fn is_capitals(&self) -> bool {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }

    /// Whether it begins in the middle of a sentence: in lower case, or with a mark that follows
    /// a word.
    pub fn continues(&self) -> bool {
        let mut characters = self.text.chars();
        match characters.next() {
            Some(',' | '.' | ';' | ':' | ')' | ']' | '\u{2019}' | '!' | '?' | '%') => true,
            Some('\'') => characters.next().is_some_and(char::is_lowercase),
            Some(c) => c.is_lowercase() && !self.text.starts_with("http"),
            None => false,
        }
    }

    /// How many sentences it has, more or less.
    pub fn sentences(&self) -> usize {
        let marks = self.text.bytes().enumerate();
        let marks = marks.filter(|(_, byte)| matches!(byte, b'.' | b'!' | b'?'));
        let ends = marks.filter(|(at, _)| {
            let rest = self.text[at + 1..].trim_start_matches(['"', '\u{201d}', '\u{2019}', ')']);
            let begins = rest.strip_prefix(' ').and_then(|rest| rest.chars().next());
            let before = self.text[..*at].rsplit(' ').next().unwrap_or_default();
            begins.is_some_and(|c| !c.is_lowercase()) && before.chars().count() > 3
        });
        ends.count() + 1
    }

    /// Whether it says that somebody said something, as an article does and a prompt does not.
    pub fn reports(&self) -> bool {
        self.cues.has(Cue::Report)
    }

    /// Whether it is an address on the web.
    pub fn is_address(&self) -> bool {
        self.count == 1 && (self.text.starts_with("http") || self.text.starts_with("www."))
    }

    /// Whether the words begin with these.
    pub fn begins(&self, words: &[&str]) -> bool {
        self.words.len() >= words.len() && self.words.iter().zip(words).all(|(a, &b)| a == b)
    }

    /// Whether it has a word.
    pub fn has(&self, word: &str) -> bool {
        self.words.iter().any(|w| w == word)
    }
}

/// Whether a text begins with one of some phrases, which are in lower case.
pub fn begins_with_any(text: &str, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| {
        let mut letters = text.chars().flat_map(char::to_lowercase);
        phrase.chars().all(|letter| letters.next() == Some(letter))
    })
}

/// How a text ends.
pub fn end(text: &str) -> End {
    let closing = |c: char| {
        matches!(
            c,
            '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | ']' | '\u{bb}' | '\u{201c}'
        )
    };
    let text = text.trim_end_matches(|c| END_MARKS.contains(&c) || c == ' ');
    match text.trim_end_matches(closing).chars().next_back() {
        Some(
            '.' | '!' | '?' | '\u{2026}' | '\u{3002}' | '\u{ff01}' | '\u{ff1f}' | '\u{964}'
            | '\u{61f}' | '\u{6d4}',
        ) => End::Sentence,
        Some(':' | '\u{ff1a}') => End::Colon,
        _ => End::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::{End, Line};

    #[test]
    fn prose_is_told_from_labels_and_headlines() {
        assert!(
            Line::new("The minister said on Monday that the talks would go on as planned.")
                .is_prose()
        );
        assert!(!Line::new("Kim And Putin Meet At A Space Centre In The Far East").is_prose());
        assert!(!Line::new("Most viewed").is_prose());
        assert!(
            Line::new("両首脳は月曜日に会談し、軍事協力について話し合ったと政府が発表した。")
                .is_prose()
        );
    }

    #[test]
    fn the_end_is_found_before_closing_marks() {
        assert_eq!(Line::new("“We will come.”").end, End::Sentence);
        assert_eq!(Line::new("He named three:").end, End::Colon);
        assert_eq!(Line::new("The Kremlin").end, End::Open);
    }

    #[test]
    fn a_line_that_begins_in_lower_case_or_with_a_comma_continues() {
        assert!(Line::new(", which denied it.").continues());
        assert!(Line::new("of the ministry").continues());
        assert!(!Line::new("https://example.org").continues());
        assert!(!Line::new("“we”").continues());
    }
}
