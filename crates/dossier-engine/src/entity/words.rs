//! A document's words with what stands between them, as the sources of candidates read them.

use super::openers::{Openers, Opening, Opens};
use crate::document::{BlockKind, Document};
use crate::span::Span;
use crate::text::{Analyser, WordList, hash_in_list, sentences};

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Joint {
    /// White space, or an abbreviating dot with white space.
    Space,
    /// A hyphen or dash without white space.
    Hyphen,
    /// Nothing.
    Glued,
    /// `'s` or an apostrophe, then white space.
    Possessive,
    /// A comma, then white space.
    Comma,
    /// An ampersand.
    Ampersand,
    /// Anything else, such as the end of a sentence or block.
    Apart,
}

impl Joint {
    /// Whether the words on both sides may belong to one name.
    pub(super) fn is_near(self) -> bool {
        matches!(self, Self::Space | Self::Hyphen | Self::Glued)
    }
}

/// A word with its surroundings.
#[derive(Debug)]
struct Word {
    span: Span,
    /// Where it stands, folded, in what all words are together.
    folded: Span,
    /// The hash that lists have it under.
    hash: u32,
    joint: Joint,
    is_capital: bool,
    opening: Opening,
    sentence: u32,
    block: u32,
}

/// The words of a text in order. Positions outside the text are empty words that stand apart, so
/// that rules can look around without asking where the text ends.
#[derive(Debug)]
pub(super) struct Words<'a> {
    text: &'a str,
    /// All words, folded, one behind the other.
    folded: String,
    list: Vec<Word>,
    headings: Vec<bool>,
}

impl<'a> Words<'a> {
    /// The words of a document's text.
    pub(super) fn of_document(document: &'a Document, analyser: &Analyser) -> Self {
        let blocks: Vec<_> = document
            .blocks
            .iter()
            .map(|block| (block.span, matches!(block.kind, BlockKind::Heading(_))))
            .collect();
        Self::new(&document.text, &blocks, analyser)
    }

    /// The words of a name, which is a text of one block.
    pub(super) fn of_name(name: &'a str, analyser: &Analyser) -> Self {
        Self::new(name, &[], analyser)
    }

    fn new(text: &'a str, blocks: &[(Span, bool)], analyser: &Analyser) -> Self {
        let sentences = sentences(text);
        let openers = Openers::of_rules();
        let (mut sentence, mut block) = (0, 0);
        let mut words: Vec<Word> = Vec::new();
        let mut all = String::with_capacity(text.len());
        analyser.each_word(text, |own, folded| {
            while sentences
                .get(sentence)
                .is_some_and(|span| span.end <= own.start)
            {
                sentence += 1;
            }
            while blocks
                .get(block)
                .is_some_and(|(span, _)| span.end <= own.start)
            {
                block += 1;
            }
            let joint = match words.last() {
                Some(last) if last.block == block as u32 => {
                    let gap = Span::new(last.span.end, own.start).slice(text);
                    joint(gap, last.sentence == sentence as u32)
                }
                _ => Joint::Apart,
            };
            let start = all.len() as u32;
            all.push_str(folded);
            let hash = hash_in_list(folded);
            words.push(Word {
                span: own,
                folded: Span::new(start, all.len() as u32),
                hash,
                joint,
                opening: openers.of(folded, hash),
                is_capital: own.slice(text).starts_with(char::is_uppercase),
                sentence: sentence as u32,
                block: block as u32,
            });
        });
        Self {
            text,
            folded: all,
            list: words,
            headings: blocks.iter().map(|(_, heading)| *heading).collect(),
        }
    }

    /// The same words, any of which may begin anything.
    #[cfg(test)]
    pub(super) fn opening_everything(mut self) -> Self {
        for word in &mut self.list {
            word.opening = Opening::ALL;
        }
        self
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The whole text.
    pub(super) fn text(&self) -> &'a str {
        self.text
    }

    /// The word, case and diacritics folded.
    pub(super) fn folded(&self, at: usize) -> &str {
        let word = self.list.get(at);
        word.map_or("", |word| word.folded.slice(&self.folded))
    }

    /// Whether the word, folded, is in a list.
    pub(super) fn is_in(&self, at: usize, list: &WordList) -> bool {
        let word = self.list.get(at);
        word.is_some_and(|word| list.has(word.folded.slice(&self.folded), word.hash))
    }

    /// Whether something may begin at the word: most words begin nothing.
    pub(super) fn may_open(&self, at: usize, what: Opens) -> bool {
        self.list.get(at).is_some_and(|word| word.opening.has(what))
    }

    /// The word as the text has it.
    pub(super) fn raw(&self, at: usize) -> &'a str {
        self.span(at).slice(self.text)
    }

    /// Where the word stands.
    pub(super) fn span(&self, at: usize) -> Span {
        self.list
            .get(at)
            .map_or_else(Span::default, |word| word.span)
    }

    /// From the first byte of one word to the last of another.
    pub(super) fn cover(&self, first: usize, last: usize) -> Span {
        Span::new(self.span(first).start, self.span(last).end)
    }

    /// The text from one word to another, as it is written.
    pub(super) fn written(&self, first: usize, last: usize) -> &str {
        self.cover(first, last).slice(self.text())
    }

    /// What stands between the word and the one before it.
    pub(super) fn joint(&self, at: usize) -> Joint {
        self.list.get(at).map_or(Joint::Apart, |word| word.joint)
    }

    /// The text between the word before and this one; between the last word and the text's end
    /// for the position after the last word.
    pub(super) fn gap(&self, at: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(0, |before| self.span(before).end);
        let end = match self.list.get(at) {
            Some(word) => word.span.start,
            None => self.text.len() as u32,
        };
        Span::new(start, end).slice(self.text)
    }

    /// Whether the word begins with a capital letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|word| word.is_capital)
    }

    /// Whether the word has two letters or more and all of them are capitals.
    pub(super) fn is_all_capitals(&self, at: usize) -> bool {
        all_capitals(self.raw(at))
    }

    /// Whether two words stand in one sentence.
    pub(super) fn same_sentence(&self, one: usize, other: usize) -> bool {
        match (self.list.get(one), self.list.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence && one.block == other.block,
            _ => false,
        }
    }

    /// Whether the word is the first of its sentence.
    pub(super) fn starts_sentence(&self, at: usize) -> bool {
        at == 0 || !self.same_sentence(at - 1, at)
    }

    /// Whether the word stands in a heading most of whose longer words are capitalised, so that
    /// capitals say nothing.
    pub(super) fn in_title_case(&self, at: usize) -> bool {
        let Some(block) = self.list.get(at).map(|word| word.block) else {
            return false;
        };
        if !self.headings.get(block as usize).copied().unwrap_or(false) {
            return false;
        }
        // A heading is short; the bound keeps a text without any structure linear.
        let near = at.saturating_sub(12)..(at + 13).min(self.len());
        let long = near
            .filter(|&other| self.list[other].block == block && self.list[other].folded.len() > 3);
        let (mut all, mut capital) = (0, 0);
        for other in long {
            all += 1;
            capital += usize::from(self.is_capital(other));
        }
        all > 2 && capital * 10 >= all * 8
    }
}

/// Whether a text has two letters or more and all of them are capitals.
pub(super) fn all_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|character| character.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}

fn joint(gap: &str, same_sentence: bool) -> Joint {
    if gap.is_empty() {
        return Joint::Glued;
    }
    let blank = |rest: &str| rest.chars().all(char::is_whitespace);
    if blank(gap) {
        // An empty line ends a block, also in a text without known blocks.
        return if gap.matches('\n').take(2).count() == 2 {
            Joint::Apart
        } else {
            Joint::Space
        };
    }
    let mut rest = gap.chars();
    match rest.next() {
        Some('-' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}')
            if rest.as_str().is_empty() =>
        {
            Joint::Hyphen
        }
        Some(',') if blank(rest.as_str()) => Joint::Comma,
        // A dot that does not end the sentence abbreviates: `Mr. Smith`, `St. Louis`.
        Some('.') if same_sentence && blank(rest.as_str()) => Joint::Space,
        Some('\'' | '\u{2019}') => {
            let after = rest
                .as_str()
                .strip_prefix(['s', 'S'])
                .unwrap_or(rest.as_str());
            if !after.is_empty() && blank(after) {
                Joint::Possessive
            } else {
                Joint::Apart
            }
        }
        _ if gap.trim() == "&" => Joint::Ampersand,
        _ => Joint::Apart,
    }
}
