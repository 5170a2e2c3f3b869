//! Gathers extracted text piece by piece, with the lines of the file that it stands on.

use super::decode::{one_line, printable};
use super::{Aside, AsideKind, Block, BlockKind, Fact};
use crate::span::Span;

/// A piece of a file's text: a block, or a line of which it is not yet known to which block it
/// belongs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// What the format says it is; `None` for a line of plain text.
    pub kind: Option<BlockKind>,
    /// The text, trimmed; never empty.
    pub text: String,
    /// The lines of the file that it stands on, counted from 1, in order.
    pub lines: Vec<u32>,
    /// Whether the format parts it from the piece before: always for blocks, for lines of plain
    /// text where a blank line stands between.
    pub gap: bool,
}

/// Extracted text in the making. Every format writes through it, so that no format can let control
/// characters through or get the offsets wrong.
#[derive(Debug, Default)]
pub struct BlockWriter {
    pieces: Vec<Piece>,
    /// The block that is being written, and its lines.
    open: String,
    lines: Vec<u32>,
    /// The line of the file that is being read.
    line: u32,
    aside: Vec<Aside>,
    stated: Vec<Fact>,
}

/// All that a format extracts from a file.
#[derive(Debug, Default)]
pub struct Extracted {
    /// The text, piece by piece.
    pub pieces: Vec<Piece>,
    /// What the format knows to be no part of the document.
    pub aside: Vec<Aside>,
    /// What the format states about the document, the best source of each kind first.
    pub stated: Vec<Fact>,
}

impl BlockWriter {
    /// Says on which line of the file, counted from 1, the text that comes next stands. Without it
    /// blocks have no lines.
    pub fn at_line(&mut self, line: u32) {
        self.line = line;
    }

    /// Adds running text, in which a line feed is a space.
    pub fn prose(&mut self, text: &str) {
        self.note_line(text);
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            self.open.push_str(text);
            return;
        }
        let characters = text.chars().filter_map(printable);
        self.open
            .extend(characters.map(|c| if c == '\n' { ' ' } else { c }));
    }

    /// Adds text whose line feeds count.
    pub fn verbatim(&mut self, text: &str) {
        self.note_line(text);
        self.open.extend(text.chars().filter_map(printable));
    }

    /// Adds a line break within running text.
    pub fn line_break(&mut self) {
        self.open.truncate(self.open.trim_end().len());
        self.open.push('\n');
    }

    /// Adds a whole line of plain text, `gap` saying whether a blank line stands before it.
    pub fn line(&mut self, text: &str, gap: bool) {
        self.prose(text);
        self.close(None, gap);
    }

    /// Whether nothing visible has been added since the last block.
    pub fn is_blank(&self) -> bool {
        self.open.trim().is_empty()
    }

    /// Ends the block. A block of white space alone is dropped.
    pub fn end(&mut self, kind: BlockKind) {
        self.close(Some(kind), true);
    }

    /// Notes that the open block stands on the line that was said last, though its text comes
    /// later.
    pub fn touch(&mut self) {
        if self.line > 0 && self.lines.last() != Some(&self.line) {
            self.lines.push(self.line);
        }
        self.line = 0;
    }

    /// Puts a text aside that is no part of the document.
    pub fn aside(&mut self, kind: AsideKind, text: &str, lines: Vec<u32>) {
        if let Some(text) = one_line(text) {
            self.aside.push(Aside { kind, lines, text });
        }
    }

    /// Adds what the format states about the document.
    pub fn state(&mut self, facts: Vec<Fact>) {
        self.stated.extend(facts);
    }

    /// All that was extracted.
    pub fn finish(self) -> Extracted {
        Extracted {
            pieces: self.pieces,
            aside: self.aside,
            stated: self.stated,
        }
    }

    fn close(&mut self, kind: Option<BlockKind>, gap: bool) {
        let text = match kind {
            Some(BlockKind::Preformatted) => self.open.trim_end().trim_start_matches('\n'),
            _ => self.open.trim(),
        };
        let lines = std::mem::take(&mut self.lines);
        if !text.is_empty() {
            self.pieces.push(Piece {
                kind,
                text: text.to_owned(),
                lines,
                gap,
            });
        }
        self.open.clear();
    }

    fn note_line(&mut self, text: &str) {
        if self.line > 0 && !text.trim().is_empty() && self.lines.last() != Some(&self.line) {
            self.lines.push(self.line);
        }
    }
}

/// A text made of blocks, with the lines of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extract {
    /// The blocks with two line feeds between them.
    pub text: String,
    /// The blocks in order.
    pub blocks: Vec<Block>,
    /// For each block the lines of the file that it stands on.
    pub lines: Vec<Vec<u32>>,
}

impl Extract {
    /// Puts pieces together; a piece of no kind is a paragraph.
    pub fn new(pieces: Vec<Piece>) -> Self {
        let mut extract = Self::default();
        for piece in pieces {
            if !extract.text.is_empty() {
                extract.text.push_str("\n\n");
            }
            let start = extract.text.len() as u32;
            extract.text.push_str(&piece.text);
            extract.blocks.push(Block {
                kind: piece.kind.unwrap_or(BlockKind::Paragraph),
                span: Span::new(start, extract.text.len() as u32),
            });
            extract.lines.push(piece.lines);
        }
        extract
    }
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, BlockWriter, Extract};

    #[test]
    fn blocks_are_parted_by_two_line_feeds_and_control_characters_go() {
        let mut writer = BlockWriter::default();
        writer.prose(" a\u{7}\u{feff}b\nc\u{c}d ");
        writer.end(BlockKind::Paragraph);
        writer.prose(" \u{feff}");
        writer.end(BlockKind::Paragraph);
        writer.verbatim("\n  x\n\ny\n");
        writer.end(BlockKind::Preformatted);
        let Extract { text, blocks, .. } = Extract::new(writer.finish().pieces);
        assert_eq!(text, "ab c d\n\n  x\n\ny");
        let pieces: Vec<&str> = blocks.iter().map(|block| block.span.slice(&text)).collect();
        assert_eq!(pieces, ["ab c d", "  x\n\ny"]);
    }

    #[test]
    fn the_direction_of_writing_is_kept() {
        let mut writer = BlockWriter::default();
        writer.prose("a\u{202e}b\u{202c}");
        writer.end(BlockKind::Paragraph);
        assert_eq!(writer.finish().pieces[0].text, "a\u{202e}b\u{202c}");
    }

    #[test]
    fn a_block_knows_the_lines_that_it_stands_on() {
        let mut writer = BlockWriter::default();
        for (line, text) in [(3, "a"), (4, " "), (5, "b"), (5, "c")] {
            writer.at_line(line);
            writer.prose(text);
        }
        writer.end(BlockKind::Paragraph);
        assert_eq!(writer.finish().pieces[0].lines, [3, 5]);
    }
}
