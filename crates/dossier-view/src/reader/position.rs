//! Where the reader is among the matches, in words.

use super::page::MatchPlace;

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
    use super::{announcement, position};
    use crate::reader::page::MatchPlace;

    const PLACES: [MatchPlace; 3] = [
        MatchPlace::Title,
        MatchPlace::Passage(4),
        MatchPlace::Passage(9),
    ];

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
