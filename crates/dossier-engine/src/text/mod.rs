//! From text to tokens: the one analyser for indexing and for querying.

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
#[derive(Debug)]
pub struct Analyser {}

impl Analyser {
    /// The analyser for texts of a language, by its BCP 47 tag.
    #[must_use]
    pub fn new(language: &str) -> Self {
        let _ = language;
        Self {}
    }

    /// The words of a text, in order.
    #[must_use]
    pub fn tokens(&self, text: &str) -> Vec<Token> {
        let _ = text;
        Vec::new()
    }
}

/// The sentences of a text, in order, without the white space between them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let _ = text;
    Vec::new()
}
