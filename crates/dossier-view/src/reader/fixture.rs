//! Small documents for the tests of the reader.

use dossier_engine::document::{Block, BlockKind, Document};
use dossier_engine::span::Span;

/// A document of blocks, whose text is theirs joined by two line feeds.
pub fn document(blocks: &[(BlockKind, &str)]) -> Document {
    let mut document = Document::default();
    for &(kind, text) in blocks {
        if !document.text.is_empty() {
            document.text.push_str("\n\n");
        }
        let start = document.text.len() as u32;
        document.text.push_str(text);
        let span = Span::new(start, document.text.len() as u32);
        document.blocks.push(Block { kind, span });
    }
    document
}

/// Where a word stands for the `nth` time, counted from 0.
pub fn find(document: &Document, word: &str, nth: usize) -> Span {
    let (start, _) = document
        .text
        .match_indices(word)
        .nth(nth)
        .expect("is in the text");
    Span::new(start as u32, (start + word.len()) as u32)
}
