//! Plain text: lines, of which paragraphs are made.

use super::blocks::{BlockWriter, Piece};

/// Cuts plain text into its lines. A first line that is marked as a title, as in Markdown, loses
/// its mark.
pub fn read(text: &str, first_line: u32, writer: &mut BlockWriter) {
    let mut gap = true;
    let mut is_first = true;
    for (number, line) in (first_line..).zip(text.lines()) {
        let mut line = line.trim();
        if is_first && !line.is_empty() {
            is_first = false;
            line = line.strip_prefix("# ").map_or(line, str::trim_start);
        }
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
    fn a_title_loses_its_mark_and_other_lines_keep_theirs() {
        let mut writer = BlockWriter::default();
        read("\n# Title\n\n# 7 was here.\n", 1, &mut writer);
        let texts: Vec<String> = writer.finish().pieces.into_iter().map(|p| p.text).collect();
        assert_eq!(texts, ["Title", "# 7 was here."]);
    }

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
