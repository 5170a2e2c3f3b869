//! A text cut where its marks begin and end.

use dossier_engine::span::Span;

/// A part of a text that is marked as a whole or not at all; never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'a> {
    /// The part.
    pub text: &'a str,
    /// Whether it is marked.
    pub marked: bool,
}

/// The pieces of a text; together they are the text. Marks are in order; what overlaps an earlier
/// mark or does not fit the text is left unmarked.
#[must_use]
pub fn pieces<'a>(text: &'a str, marks: &[Span]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut done = 0;
    let mut add = |text: &'a str, marked| {
        if !text.is_empty() {
            pieces.push(Piece { text, marked });
        }
    };
    for mark in marks {
        let (start, end) = (mark.start as usize, mark.end as usize);
        if let (Some(before), Some(marked)) = (text.get(done..start), text.get(start..end)) {
            add(before, false);
            add(marked, true);
            done = end;
        }
    }
    add(&text[done..], false);
    pieces
}

#[cfg(test)]
mod tests {
    use dossier_engine::span::Span;
    use proptest::prelude::*;

    use super::{Piece, pieces};

    #[test]
    fn marks_at_both_ends_leave_no_empty_pieces() {
        let piece = |text, marked| Piece { text, marked };
        assert_eq!(
            pieces("arms and arms", &[Span::new(0, 4), Span::new(9, 13)]),
            [
                piece("arms", true),
                piece(" and ", false),
                piece("arms", true)
            ],
        );
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "\\PC{0,30}", marks in prop::collection::vec((0..40_u32, 0..40_u32), 0..6)) {
            let marks: Vec<Span> = marks.into_iter().map(|(start, end)| Span::new(start, end)).collect();
            let whole: String = pieces(&text, &marks).iter().map(|piece| piece.text).collect();
            prop_assert_eq!(whole, text);
        }
    }
}
