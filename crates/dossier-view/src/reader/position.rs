//! Where the reader is among the matches, in words.

use dossier_engine::document::Document;
use dossier_engine::explorer::Match;
use dossier_engine::index::Field;

use super::page::MatchPlace;

/// The match at which the reader arrives: the first in or after the paragraph that was asked for,
/// counted from 1, or else the first of all.
#[must_use]
pub fn arrival(document: &Document, matches: &[Match], paragraph: Option<u32>) -> Option<usize> {
    let passage = paragraph.and_then(|number| {
        let index = number.checked_sub(1)? as usize;
        document.passages().nth(index)
    });
    let from = passage.map_or(0, |block| block.span.start);
    let is_there = |found: &Match| {
        passage.is_none() || (found.field == Field::Body && found.span.start >= from)
    };
    let first = matches.iter().position(is_there);
    first.or((!matches.is_empty()).then_some(0))
}

/// Where the reader is among the matches, for the eye: `3 of 17`, `17 matches`, `No match`.
#[must_use]
pub fn position(current: Option<usize>, places: &[MatchPlace]) -> String {
    let total = places.len();
    match current.filter(|&index| index < total) {
        _ if total == 0 => "No match".to_owned(),
        Some(index) => [&(index + 1).to_string(), " of ", &total.to_string()].concat(),
        None => crate::words::count(total as u32, "match", "matches"),
    }
}

/// Where the reader is among the matches, for the ear: `Match 3 of 17, paragraph 4`. Empty where
/// it is at no match.
#[must_use]
pub fn announcement(current: Option<usize>, places: &[MatchPlace]) -> String {
    let Some((index, place)) = current.and_then(|index| Some((index, places.get(index)?))) else {
        return String::new();
    };
    let number = (index + 1).to_string();
    let total = places.len().to_string();
    let paragraph;
    let place = match place {
        MatchPlace::Title => "in the title",
        MatchPlace::Byline => "in the details above the text",
        MatchPlace::Heading => "in a heading",
        MatchPlace::Passage(passage) => {
            paragraph = ["paragraph ", &passage.to_string()].concat();
            &paragraph
        }
    };
    ["Match ", &number, " of ", &total, ", ", place].concat()
}

#[cfg(test)]
mod tests {
    use dossier_engine::document::BlockKind;
    use dossier_engine::explorer::Match;
    use dossier_engine::index::Field;
    use dossier_engine::span::Span;

    use super::{announcement, arrival, position};
    use crate::reader::fixture::{document, find};
    use crate::reader::page::MatchPlace;

    const PLACES: [MatchPlace; 3] = [
        MatchPlace::Title,
        MatchPlace::Passage(4),
        MatchPlace::Passage(9),
    ];

    #[test]
    fn a_paragraph_is_read_from_its_own_first_match() {
        let document = document(&[
            (BlockKind::Paragraph, "salt"),
            (BlockKind::Paragraph, "nothing"),
            (BlockKind::Paragraph, "salt and salt"),
            (BlockKind::Paragraph, "the end"),
        ]);
        let body = |nth| Match {
            field: Field::Body,
            span: find(&document, "salt", nth),
        };
        let title = Match {
            field: Field::Title,
            span: Span::new(0, 4),
        };
        let matches = [title, body(0), body(1), body(2)];
        assert_eq!(arrival(&document, &matches, None), Some(0));
        assert_eq!(arrival(&document, &matches, Some(1)), Some(1));
        assert_eq!(arrival(&document, &matches, Some(2)), Some(2));
        assert_eq!(arrival(&document, &matches, Some(4)), Some(0));
        assert_eq!(arrival(&document, &matches, Some(99)), Some(0));
        assert_eq!(arrival(&document, &[], Some(1)), None);
    }

    #[test]
    fn the_position_counts_from_one() {
        assert_eq!(position(Some(1), &PLACES), "2 of 3");
        assert_eq!(position(None, &PLACES), "3 matches");
        assert_eq!(position(Some(0), &[]), "No match");
    }

    #[test]
    fn what_is_announced_says_where_the_match_is() {
        assert_eq!(announcement(Some(0), &PLACES), "Match 1 of 3, in the title");
        assert_eq!(announcement(Some(2), &PLACES), "Match 3 of 3, paragraph 9");
        assert_eq!(announcement(None, &PLACES), "");
        assert_eq!(announcement(Some(3), &PLACES), "");
    }
}
