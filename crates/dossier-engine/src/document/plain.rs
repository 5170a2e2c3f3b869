//! Plain text: paragraphs with blank lines between them.

use super::BlockKind;
use super::blocks::BlockWriter;

/// Cuts plain text into paragraphs. Lines are joined, since most plain text is wrapped by hand.
pub fn read(text: &str, writer: &mut BlockWriter) {
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            writer.end(BlockKind::Paragraph);
            continue;
        }
        if !writer.is_blank() {
            writer.prose(" ");
        }
        writer.prose(line);
    }
    writer.end(BlockKind::Paragraph);
}

#[cfg(test)]
mod tests {
    use super::{BlockWriter, read};

    #[test]
    fn wrapped_lines_are_joined_and_blank_lines_part_paragraphs() {
        let mut writer = BlockWriter::default();
        read(
            "One line\n  and its rest.\n \n\n\nAnother <b>.\n",
            &mut writer,
        );
        let (text, blocks) = writer.finish();
        assert_eq!(text, "One line and its rest.\n\nAnother <b>.");
        assert_eq!(blocks.len(), 2);
    }
}
