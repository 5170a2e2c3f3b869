//! Levels of headings that leave no level out.

/// The levels at which a document's headings are shown below a title of level `title`, given the
/// levels that its author gave them: the same order of importance, one level deeper at a time, and
/// never deeper than 6.
#[must_use]
pub fn levels(authored: &[u8], title: u8) -> Vec<u8> {
    let mut open: Vec<u8> = Vec::new();
    authored
        .iter()
        .map(|&level| {
            while open.last().is_some_and(|&last| last >= level) {
                open.pop();
            }
            open.push(level);
            title.saturating_add(open.len().min(6) as u8).min(6)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::levels;

    #[test]
    fn headings_stand_below_the_title() {
        assert_eq!(levels(&[2, 2, 3, 2], 2), [3, 3, 4, 3]);
    }

    #[test]
    fn a_level_that_was_left_out_is_closed_up() {
        assert_eq!(levels(&[1, 4, 6, 4, 2], 2), [3, 4, 5, 4, 4]);
        assert_eq!(levels(&[4, 2, 3], 1), [2, 2, 3]);
    }

    #[test]
    fn nothing_is_deeper_than_six() {
        assert_eq!(levels(&[1, 2, 3, 4, 5, 6], 2), [3, 4, 5, 6, 6, 6]);
    }
}
