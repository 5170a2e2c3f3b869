//! Gathers extracted text block by block.

use super::decode::printable;
use super::{Block, BlockKind};
use crate::span::Span;

/// Extracted text in the making. Every format writes through it, so that no format can let control
/// characters through or get the offsets wrong.
#[derive(Debug, Default)]
pub struct BlockWriter {
    text: String,
    blocks: Vec<Block>,
    /// The block that is being written.
    open: String,
}

impl BlockWriter {
    /// Adds running text, in which a line feed is a space.
    pub fn prose(&mut self, text: &str) {
        let characters = text.chars().filter_map(printable);
        self.open
            .extend(characters.map(|c| if c == '\n' { ' ' } else { c }));
    }

    /// Adds text whose line feeds count.
    pub fn verbatim(&mut self, text: &str) {
        self.open.extend(text.chars().filter_map(printable));
    }

    /// Adds a line break within running text.
    pub fn line_break(&mut self) {
        self.open.truncate(self.open.trim_end().len());
        self.open.push('\n');
    }

    /// Whether nothing visible has been added since the last block.
    pub fn is_blank(&self) -> bool {
        self.open.trim().is_empty()
    }

    /// Ends the block. A block of white space alone is dropped.
    pub fn end(&mut self, kind: BlockKind) {
        let block = match kind {
            BlockKind::Preformatted => self.open.trim_end().trim_start_matches('\n'),
            _ => self.open.trim(),
        };
        if !block.is_empty() {
            if !self.text.is_empty() {
                self.text.push_str("\n\n");
            }
            let start = self.text.len() as u32;
            self.text.push_str(block);
            let span = Span::new(start, self.text.len() as u32);
            self.blocks.push(Block { kind, span });
        }
        self.open.clear();
    }

    /// The whole text and its blocks.
    pub fn finish(self) -> (String, Vec<Block>) {
        (self.text, self.blocks)
    }
}

#[cfg(test)]
mod tests {
    use super::{BlockKind, BlockWriter};

    #[test]
    fn blocks_are_parted_by_two_line_feeds_and_control_characters_go() {
        let mut writer = BlockWriter::default();
        writer.prose(" a\u{7}\u{feff}b\nc\u{c}d ");
        writer.end(BlockKind::Paragraph);
        writer.prose(" \u{feff}");
        writer.end(BlockKind::Paragraph);
        writer.verbatim("\n  x\n\ny\n");
        writer.end(BlockKind::Preformatted);
        let (text, blocks) = writer.finish();
        assert_eq!(text, "ab c d\n\n  x\n\ny");
        let pieces: Vec<&str> = blocks.iter().map(|block| block.span.slice(&text)).collect();
        assert_eq!(pieces, ["ab c d", "  x\n\ny"]);
    }

    #[test]
    fn the_direction_of_writing_is_kept() {
        let mut writer = BlockWriter::default();
        writer.prose("a\u{202e}b\u{202c}");
        writer.end(BlockKind::Paragraph);
        assert_eq!(writer.finish().0, "a\u{202e}b\u{202c}");
    }
}
