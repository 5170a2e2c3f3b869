//! From byte offsets to line numbers.

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub struct Lines {
    /// Byte offset of each line feed, in order.
    breaks: Vec<usize>,
}

impl Lines {
    /// The lines of a text. Lines end at line feeds.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(offset, _)| offset);
        Self {
            breaks: breaks.collect(),
        }
    }

    /// Number of the line, counted from 1, in which a byte offset lies.
    #[must_use]
    pub fn at(&self, offset: usize) -> u32 {
        let before = self.breaks.partition_point(|&line_end| line_end < offset);
        u32::try_from(before).map_or(u32::MAX, |before| before.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn a_line_feed_belongs_to_the_line_it_ends() {
        let lines = Lines::new("ab\n\nc");
        let numbers: Vec<u32> = (0..=5).map(|offset| lines.at(offset)).collect();
        assert_eq!(numbers, [1, 1, 1, 2, 3, 3]);
    }
}
