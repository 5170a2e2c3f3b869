//! Cutting a text into the tokens that are labelled: words, numbers and signs.
//!
//! Finer than the words of the index: hyphens and possessives stand alone, so that a name can end
//! before them, and signs are tokens, since they tell where names end. The dot of an initial, a
//! dotted acronym or an abbreviated title belongs to its word.

use std::ops::Range;

use super::hash;
use super::shape::look;
use crate::span::Span;
use crate::text::{folded, sentences};

/// A word, number or sign.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Hash of the folded word; figures count by their kind only.
    pub hash: u32,
    /// Which letters it has, as a hash of runs: `Kim` and `Park` are alike.
    pub shape: u32,
    /// Case and kind.
    pub form: Form,
    /// Its folded letters, in [`Tokens::folded`].
    letters: Range<u32>,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// No letter and no figure.
    Sign,
    /// A figure comes first.
    Number,
    /// A small letter comes first, or one without case.
    Lower,
    /// A capital and then another letter, or alone.
    Capital,
    /// Two capitals or more, and no small letter.
    Capitals,
}

impl Form {
    /// Whether a capital comes first.
    #[must_use]
    pub fn is_capital(self) -> bool {
        matches!(self, Self::Capital | Self::Capitals)
    }

    /// Whether there are letters.
    #[must_use]
    pub fn is_word(self) -> bool {
        matches!(self, Self::Lower | Self::Capital | Self::Capitals)
    }
}

/// The tokens of a text and where its sentences are.
#[derive(Debug, Default)]
pub struct Tokens {
    /// In order.
    pub list: Vec<Token>,
    /// Ranges of `list`, in order, none empty. A line that stands alone is a sentence.
    pub sentences: Vec<Range<usize>>,
    letters: String,
}

impl Tokens {
    /// Cuts a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut tokens = Self {
            list: Vec::with_capacity(text.len() / 5),
            sentences: Vec::new(),
            letters: String::with_capacity(text.len()),
        };
        for sentence in sentences(text) {
            let mut start = sentence.start as usize;
            let end = sentence.end as usize;
            for line in line_ends(&text[start..end]) {
                tokens.cut(text, start, sentence.start as usize + line);
                start = sentence.start as usize + line;
            }
            tokens.cut(text, start, end);
        }
        tokens
    }

    /// The folded letters of a token.
    #[must_use]
    pub fn folded(&self, token: &Token) -> &str {
        let range = token.letters.start as usize..token.letters.end as usize;
        self.letters.get(range).unwrap_or_default()
    }

    /// Adds the tokens of one sentence.
    fn cut(&mut self, text: &str, start: usize, end: usize) {
        let first = self.list.len();
        let mut at = start;
        while let Some(character) = text[at..end].chars().next() {
            let next = at + character.len_utf8();
            if character.is_whitespace() {
                at = next;
                continue;
            }
            let word_end = if character.is_alphanumeric() {
                word_end(text, at, end)
            } else if is_apostrophe(character) && is_possessive(&text[next..end]) {
                next + 1
            } else {
                // A row of one sign is one token.
                end - text[next..end].trim_start_matches(character).len()
            };
            let word_end = word_end.max(next);
            self.push(text, at, word_end);
            at = word_end;
        }
        if self.list.len() > first {
            self.sentences.push(first..self.list.len());
        }
    }

    fn push(&mut self, text: &str, start: usize, end: usize) {
        let raw = &text[start..end];
        let from = self.letters.len();
        if raw.is_ascii() {
            self.letters.push_str(raw);
            self.letters[from..].make_ascii_lowercase();
        } else {
            self.letters.push_str(&folded(raw));
        }
        let letters = &self.letters[from..];
        let (form, shape) = look(raw);
        self.list.push(Token {
            span: Span::new(start as u32, end as u32),
            hash: word_hash(letters, form),
            shape,
            form,
            letters: from as u32..self.letters.len() as u32,
        });
    }
}

/// Where lines end that are sentences of their own: a short line, or one before a line that does
/// not go on in small letters after a sign that ends something. Long lines are wrapped prose.
fn line_ends(sentence: &str) -> impl Iterator<Item = usize> {
    let mut start = 0;
    sentence.match_indices('\n').filter_map(move |(at, _)| {
        let line = sentence[start..at].trim();
        start = at + 1;
        let next = sentence[start..].trim_start();
        let wrapped = line.len() >= WRAPPED || next.starts_with(char::is_lowercase);
        (!wrapped).then_some(at)
    })
}

/// A line of at least so many bytes is taken to go on in the next one.
const WRAPPED: usize = 50;

/// The end of the word that begins at `start`.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let own = bytes.get(..end).unwrap_or_default();
    let mut at = start;
    let mut before = ' ';
    loop {
        // Most are letters of ASCII that follow no dot.
        while let Some(byte) = own.get(at).filter(|byte| byte.is_ascii_alphanumeric())
            && before != '.'
        {
            before = char::from(*byte);
            at += 1;
        }
        let Some(character) = text[at..end].chars().next() else {
            break;
        };
        let next = at + character.len_utf8();
        let after = || text[next..end].chars().next().unwrap_or(' ');
        let goes_on = match character {
            _ if character.is_alphanumeric() => true,
            '\'' | '\u{2019}' => {
                before.is_alphabetic()
                    && after().is_alphabetic()
                    && !is_possessive(&text[next..end])
            }
            ',' | ':' => before.is_ascii_digit() && after().is_ascii_digit(),
            '.' => {
                before.is_ascii_digit() && after().is_ascii_digit()
                    || is_dotted(&text[start..at]) && before.is_alphabetic()
                    || is_abbreviation(&text[start..at])
            }
            '&' => before.is_uppercase() && after().is_uppercase() && at - start < 4,
            _ => !character.is_ascii() && is_mark(character),
        };
        if !goes_on {
            break;
        }
        // A letter after a dotted acronym begins another word unless a dot follows it too.
        if before == '.' && character.is_alphabetic() {
            let lone =
                bytes.get(next).is_some_and(|byte| *byte == b'.') || !after().is_alphanumeric();
            if !lone {
                break;
            }
        }
        before = character;
        at = next;
    }
    at
}

/// Combining marks and characters without a look, which are part of words.
fn is_mark(character: char) -> bool {
    folded(character.encode_utf8(&mut [0; 4])).is_empty()
}

/// Whether a word so far is single letters with dots after all but the last: `U`, `U.S`.
fn is_dotted(word: &str) -> bool {
    if word.len() > 16 || word == "I" {
        return false;
    }
    let mut parts = word.split('.');
    parts.all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    }) && word
        .chars()
        .all(|letter| !letter.is_lowercase() || word.len() > 1)
}

fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Lt"
            | "Col"
            | "Sgt"
            | "Capt"
            | "Maj"
            | "Adm"
            | "Rev"
            | "Prof"
            | "St"
            | "Jr"
            | "Sr"
            | "Inc"
            | "Corp"
            | "Co"
            | "Ltd"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sep"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
            | "No"
            | "vs"
            | "Bros"
            | "Hon"
            | "Cmdr"
            | "Brig"
            | "Mt"
            | "Ft"
    )
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '\u{2019}')
}

/// Whether what follows an apostrophe makes it a possessive: an `s` that ends the word.
fn is_possessive(rest: &str) -> bool {
    let mut characters = rest.chars();
    matches!(characters.next(), Some('s' | 'S'))
        && !characters.next().is_some_and(char::is_alphanumeric)
}

/// The hash of a folded word. Numbers are told apart as years, days and by their length.
fn word_hash(letters: &str, form: Form) -> u32 {
    if form != Form::Number {
        return hash::of_bytes(letters.as_bytes());
    }
    let bytes = letters.as_bytes();
    if bytes.iter().all(u8::is_ascii_digit) {
        let value = letters.parse::<u32>().unwrap_or(u32::MAX);
        let kind = match (bytes.len(), value) {
            (4, 1400..2100) => 1,
            (1 | 2, 1..=31) => 2,
            (length, _) => 3 + length.min(8) as u32,
        };
        return hash::mix(kind);
    }
    let mut value = hash::SEED;
    for &byte in bytes.iter().take(16) {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        value = hash::join(value, u32::from(byte));
    }
    value
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        let tokens = Tokens::new(text);
        tokens
            .list
            .iter()
            .map(|token| token.span.slice(text))
            .collect()
    }

    fn sentences_of(text: &str) -> Vec<usize> {
        Tokens::new(text).sentences.iter().map(Range::len).collect()
    }

    #[test]
    fn hyphens_possessives_and_signs_stand_alone() {
        assert_eq!(
            cut("Kim Jong-un's (U.S.-led) \"talks\""),
            [
                "Kim", "Jong", "-", "un", "'s", "(", "U.S.", "-", "led", ")", "\"", "talks", "\""
            ]
        );
    }

    #[test]
    fn dots_of_initials_and_abbreviations_belong_to_them() {
        assert_eq!(
            cut("Mr. J. K. Oduya of Acme Inc. left."),
            [
                "Mr.", "J.", "K.", "Oduya", "of", "Acme", "Inc.", "left", "."
            ]
        );
        assert_eq!(cut("J.K. Rowling"), ["J.K.", "Rowling"]);
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(
            cut("10,000 at 5:30, 3.5% of $7m"),
            ["10,000", "at", "5:30", ",", "3.5", "%", "of", "$", "7m"]
        );
    }

    #[test]
    fn contractions_and_irish_names_are_words() {
        assert_eq!(cut("don't O’Brien AT&T"), ["don't", "O’Brien", "AT&T"]);
    }

    #[test]
    fn a_short_line_is_a_sentence_and_a_long_one_goes_on() {
        assert_eq!(sentences_of("LONDON 1996-08-30\nThe pound fell."), [6, 4]);
        let wrapped = "The council of the town met in the evening to speak about\nHarbour Street.";
        assert_eq!(sentences_of(wrapped).len(), 1);
    }

    #[test]
    fn figures_count_by_their_kind() {
        let tokens = Tokens::new("1996 2004 12 31 12,500 14,700");
        let hash = |at: usize| tokens.list[at].hash;
        assert_eq!(hash(0), hash(1));
        assert_eq!(hash(2), hash(3));
        assert_eq!(hash(4), hash(5));
        assert_ne!(hash(0), hash(2));
    }

    proptest! {
        #[test]
        fn tokens_lie_in_order_inside_any_text(text in any::<String>()) {
            let tokens = Tokens::new(&text);
            let mut end = 0;
            for token in &tokens.list {
                prop_assert!(token.span.start >= end);
                prop_assert!(!token.span.slice(&text).is_empty());
                end = token.span.end;
            }
            let mut at = 0;
            for sentence in &tokens.sentences {
                prop_assert!(sentence.start == at && sentence.end > at);
                at = sentence.end;
            }
            prop_assert_eq!(at, tokens.list.len());
        }

        #[test]
        fn nothing_but_white_space_is_left_out(text in "[A-Za-zé.'’, \\n$%&0-9-]{0,60}") {
            let kept: String = cut(&text).concat();
            let all: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            prop_assert_eq!(kept, all);
        }
    }
}
