//! Plain text: lines, of which paragraphs are made.

use super::blocks::{BlockWriter, Piece};

/// Cuts plain text into its lines.
pub fn read(text: &str, first_line: u32, writer: &mut BlockWriter) {
    let mut gap = true;
    for (number, line) in (first_line..).zip(text.lines()) {
        let line = line.trim();
        writer.at_line(number);
        writer.line(line, gap);
        gap = line.is_empty();
    }
}

/// Joins lines to paragraphs with blank lines between them, since most plain text is wrapped by
/// hand. Pieces that are blocks already stay as they are.
pub fn paragraphs(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::new();
    for piece in pieces {
        match joined.last_mut() {
            Some(last) if !piece.gap && piece.kind.is_none() && last.kind.is_none() => {
                last.text.push(' ');
                last.text.push_str(&piece.text);
                last.lines.extend(piece.lines);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::{BlockWriter, paragraphs, read};

    #[test]
    fn wrapped_lines_are_joined_and_blank_lines_part_paragraphs() {
        let mut writer = BlockWriter::default();
        read(
            "One line\n  and its rest.\n \n\n\nAnother <b>.\n",
            1,
            &mut writer,
        );
        let pieces = paragraphs(writer.finish().pieces);
        let texts: Vec<&str> = pieces.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(texts, ["One line and its rest.", "Another <b>."]);
        assert_eq!(pieces[0].lines, [1, 2]);
        assert_eq!(pieces[1].lines, [6]);
    }
}
