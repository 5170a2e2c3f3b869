//! From text to tokens: the one analyser for indexing and for querying.

mod bigram;
mod fold;
mod hash;
mod particle;
mod sentence;
mod stem;
mod stop;
mod table;
mod word;
mod word_list;

pub use bigram::{is_part_of_word, whole};
pub use fold::folded;
pub(crate) use hash::{hash, hash_of_word};
pub(crate) use particle::PARTICLES;
pub use sentence::sentences;
pub(crate) use stem::Stemmer;
pub use stop::is_stop_word;
pub(crate) use table::{HashTable, Numbers, Table};
pub use word::unelided;
pub(crate) use word_list::{WordList, WordMap, hash as hash_in_list};

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer as Snowball};

use crate::span::Span;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where the word stands in the text that was analysed.
    pub span: Span,
    /// The word as it is looked up: case and diacritics folded.
    pub word: String,
    /// What the forms of the word have in common.
    pub stem: String,
    /// Position among the words of the text, from 0.
    pub position: u32,
}

/// Cuts texts of one language into words.
///
/// Words are those of UAX #29, cut further at hyphens, dots, colons and underscores, so that each
/// part of `Jong-un` or `reuters.com` is a word. An acronym with dots is one word (`U.S.` is `us`),
/// a possessive `'s` belongs to no word, nor does in French and Italian an article or the like before
/// an apostrophe (`l'homme` is `homme`), and digits lose the commas that group them. Chinese,
/// Japanese and Korean are cut into pairs of neighbours, of which each is a word. Words of English
/// are stemmed by Porter2; words of other languages, and words with digits, are their own stems, but
/// in an index they have those of their language, which it finds by any form that documents have.
#[derive(Clone, Debug)]
pub struct Analyser {
    english: bool,
    elides: bool,
}

impl Analyser {
    /// The analyser for texts of a language, by its BCP 47 tag.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default();
        let is = |tag: &str| primary.eq_ignore_ascii_case(tag);
        Self {
            english: is("en"),
            elides: is("fr") || is("it"),
        }
    }

    /// The words of a text, in order. Their spans do not overlap and none is empty.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::new();
        self.each_word(text, |span, word| {
            let stem = self.stem(word).into_owned();
            let position = tokens.len() as u32;
            tokens.push(Token {
                span,
                word: word.into(),
                stem,
                position,
            });
        });
        tokens
    }

    /// Calls `found` with the span and the folded form of each word of a text, in order.
    pub fn each_word(&self, text: &str, mut found: impl FnMut(Span, &str)) {
        // One compiled loop for all who ask.
        word::each(text, self.elides, &mut found);
    }

    /// The stem of a word that is folded already.
    #[must_use]
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        if self.english {
            stem_of_english(word)
        } else {
            Cow::Borrowed(word)
        }
    }
}

/// The stem of a word of English that is folded already.
#[must_use]
pub fn stem_of_english(word: &str) -> Cow<'_, str> {
    let is_stemmed = word
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'\'');
    if is_stemmed {
        // The constant lets the linker drop the stemmers of all other languages.
        Snowball::create(Algorithm::English).stem(word)
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        let tokens = Analyser::new("en").tokens(text);
        tokens.into_iter().map(|token| token.word).collect()
    }

    fn slices(text: &str) -> Vec<&str> {
        let tokens = Analyser::new("en").tokens(text);
        tokens.iter().map(|token| token.span.slice(text)).collect()
    }

    #[test]
    fn case_and_diacritics_are_folded() {
        assert_eq!(
            words("Señor ZÜRICH Ångström"),
            ["senor", "zurich", "angstrom"]
        );
        assert_eq!(words("Straße Łódź Øresund"), ["strasse", "lodz", "oresund"]);
        assert_eq!(words("Cafe\u{301}"), ["cafe"]);
    }

    #[test]
    fn the_parts_of_a_compound_are_words() {
        assert_eq!(words("Kim Jong-un"), ["kim", "jong", "un"]);
        assert_eq!(words("Hwasong-18"), ["hwasong", "18"]);
        assert_eq!(
            words("reuters.com said.He"),
            ["reuters", "com", "said", "he"]
        );
        assert_eq!(words("snake_case"), ["snake", "case"]);
    }

    #[test]
    fn an_acronym_with_dots_is_one_word() {
        assert_eq!(
            words("the U.S. and the U.N.-led"),
            ["the", "us", "and", "the", "un", "led"]
        );
        assert_eq!(slices("in the U.S. today"), ["in", "the", "U.S.", "today"]);
        assert_eq!(
            words("5 p.m. George W. Bush"),
            ["5", "pm", "george", "w", "bush"]
        );
    }

    #[test]
    fn a_possessive_is_dropped() {
        assert_eq!(
            words("Kim's North Koreans' Kim’s"),
            ["kim", "north", "koreans", "kim"]
        );
        assert_eq!(slices("Kim’s train"), ["Kim", "train"]);
        assert_eq!(words("the U.S.’s role"), ["the", "us", "role"]);
    }

    #[test]
    fn an_apostrophe_inside_a_word_stays_and_is_always_the_same() {
        assert_eq!(words("don’t don't O’Brien"), ["don't", "don't", "o'brien"]);
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(
            words("20,000 men, 3.5 tons, 7 million"),
            ["20000", "men", "3.5", "tons", "7", "million"]
        );
    }

    #[test]
    fn spans_are_of_the_text_before_folding() {
        assert_eq!(slices("ﬁ Straße, (İstanbul)"), ["ﬁ", "Straße", "İstanbul"]);
    }

    #[test]
    fn characters_without_a_look_do_not_split_or_change_words() {
        assert_eq!(
            words("sanc\u{ad}tions \u{202e}Kim\u{200f}"),
            ["sanctions", "kim"]
        );
    }

    #[test]
    fn forms_of_a_word_share_a_stem_in_english_only() {
        let english = Analyser::new("en-GB");
        assert_eq!(english.stem("sanctions"), english.stem("sanctioned"));
        assert_eq!(english.stem("b52s"), "b52s");
        assert_eq!(Analyser::new("de").stem("sanctions"), "sanctions");
    }

    #[test]
    fn an_elided_article_is_dropped_in_french_and_italian() {
        let cut = |language: &str, text: &str| -> Vec<(String, String)> {
            let tokens = Analyser::new(language).tokens(text).into_iter();
            tokens
                .map(|token| (token.word, token.span.slice(text).to_owned()))
                .collect()
        };
        let word = |word: &str, shown: &str| (word.to_owned(), shown.to_owned());
        assert_eq!(
            cut("fr", "L’État qu'il aujourd'hui"),
            [
                word("etat", "État"),
                word("il", "il"),
                word("aujourd'hui", "aujourd'hui")
            ]
        );
        assert_eq!(cut("it", "dell'opera"), [word("opera", "opera")]);
        assert_eq!(cut("en", "d'Angelo"), [word("d'angelo", "d'Angelo")]);
    }

    #[test]
    fn scripts_without_case_have_words() {
        assert_eq!(words("김정은 위원장"), ["김정", "정은", "위원", "원장"]);
        assert_eq!(
            words("東京の3月 NATO加盟"),
            ["東京", "京の", "3", "月", "nato", "加盟"]
        );
        assert_eq!(words("हिन्दी"), ["हिन्दी"]);
    }

    proptest! {
        #[test]
        fn spans_lie_in_order_inside_any_text(text in any::<String>()) {
            let mut end = 0;
            for (position, token) in Analyser::new("en").tokens(&text).iter().enumerate() {
                prop_assert!(token.span.start >= end);
                prop_assert!(!token.span.slice(&text).is_empty());
                prop_assert!(!token.word.is_empty() && !token.stem.is_empty());
                prop_assert_eq!(token.position as usize, position);
                end = token.span.end;
            }
        }

        #[test]
        fn words_of_news_survive_folding_twice(text in "[A-Za-zéüÅ'’.,:_ 0-9-]{0,60}") {
            for word in words(&text) {
                prop_assert_eq!(words(&word).concat(), word);
            }
        }
    }
}
