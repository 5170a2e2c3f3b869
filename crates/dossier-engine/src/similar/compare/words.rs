//! A document as numbered words, of which each knows whether the other document has it.

use imara_diff::Token;

use super::{Cell, Common};
use crate::document::Document;
use crate::span::Span;
use crate::text::{Analyser, hash_of_word};

/// One of the two documents.
pub struct Side<'a> {
    text: &'a str,
    pub blocks: Vec<BlockWords>,
}

/// A block as its words.
pub struct BlockWords {
    span: Span,
    /// Its number among the passages, from 0; `None` for a heading.
    pub passage: Option<u32>,
    pub words: Vec<Word>,
    /// The group that it belongs to.
    pub group: Option<usize>,
}

pub struct Word {
    hash: u64,
    /// The same for the same word.
    pub token: Token,
    /// Where it stands in its block.
    span: Span,
    /// Whether the other document has it in the same place.
    pub common: bool,
}

impl<'a> Side<'a> {
    pub fn new(document: &'a Document) -> Self {
        let analyser = Analyser::new(&document.language);
        let mut blocks = Vec::with_capacity(document.blocks.len());
        let mut passages = 0;
        for block in &document.blocks {
            let mut words = Vec::new();
            analyser.each_word(block.span.slice(&document.text), |span, word| {
                words.push(Word {
                    hash: hash_of_word(word),
                    token: Token(0),
                    span,
                    common: false,
                });
            });
            let is_passage = block.kind.is_passage();
            blocks.push(BlockWords {
                span: block.span,
                passage: is_passage.then_some(passages),
                words,
                group: None,
            });
            passages += u32::from(is_passage);
        }
        let text = &document.text;
        Self { text, blocks }
    }

    pub fn count(&self) -> Common {
        let mut count = Common::default();
        for word in self.blocks.iter().flat_map(|block| &block.words) {
            count.all += 1;
            count.common += u32::from(word.common);
        }
        count
    }

    pub fn cells(&self, blocks: &[usize]) -> Vec<Cell> {
        blocks.iter().map(|&block| self.cell(block)).collect()
    }

    fn cell(&self, block: usize) -> Cell {
        let block = &self.blocks[block];
        let mut own: Vec<Span> = Vec::new();
        let mut goes_on = false;
        for word in &block.words {
            match own.last_mut() {
                _ if word.common => {}
                Some(last) if goes_on => last.end = word.span.end,
                _ => own.push(word.span),
            }
            goes_on = !word.common;
        }
        Cell {
            passage: block.passage,
            text: block.span.slice(self.text).to_owned(),
            own,
        }
    }
}

/// Gives each word a number below the one that is returned, the same to words of the same hash.
pub fn number(sides: &mut [Side<'_>; 2]) -> u32 {
    let count = |side: &Side<'_>| {
        side.blocks
            .iter()
            .map(|block| block.words.len())
            .sum::<usize>()
    };
    // A table that is half empty at least: a word is found where its hash points or soon after.
    let size = (2 * (count(&sides[0]) + count(&sides[1])) + 1).next_power_of_two();
    let mut slots = vec![None; size];
    for word in sides
        .iter_mut()
        .flat_map(|side| &mut side.blocks)
        .flat_map(|block| &mut block.words)
    {
        let mut slot = word.hash as usize;
        loop {
            slot &= size - 1;
            match slots[slot] {
                Some(hash) if hash != word.hash => slot += 1,
                _ => break,
            }
        }
        slots[slot] = Some(word.hash);
        word.token = Token(slot as u32);
    }
    size as u32
}
