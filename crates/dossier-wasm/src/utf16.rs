//! Offsets as JavaScript counts them.

use dossier_engine::span::Span;

use crate::output::Range;

/// Spans of a text, in bytes, as ranges in UTF-16 units. One walk over the text where the spans
/// are in order of their start.
pub fn ranges(text: &str, spans: &[Span]) -> Vec<Range> {
    if text.is_ascii() {
        return spans
            .iter()
            .map(|&Span { start, end }| Range { start, end })
            .collect();
    }
    let mut known = (0, 0);
    let mut at = |byte: u32| {
        let byte = byte as usize;
        let (from, units) = if known.0 <= byte { known } else { (0, 0) };
        let walked = text.get(from..byte).unwrap_or_default();
        known = (byte, units + walked.encode_utf16().count() as u32);
        known.1
    };
    let range = |span: &Span| Range {
        start: at(span.start),
        end: at(span.end),
    };
    spans.iter().map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_count_the_units_of_javascript_strings() {
        let text = "é𝄞 word";
        let spans = [Span::new(0, 2), Span::new(2, 6), Span::new(7, 11)];
        let ranges = ranges(text, &spans);
        let ranges: Vec<_> = ranges
            .iter()
            .map(|range| (range.start, range.end))
            .collect();
        assert_eq!(ranges, [(0, 1), (1, 3), (4, 8)]);
    }

    #[test]
    fn spans_may_overlap_and_come_in_any_order() {
        let text = "äöü";
        let ranges = ranges(text, &[Span::new(2, 6), Span::new(0, 4)]);
        let ranges: Vec<_> = ranges
            .iter()
            .map(|range| (range.start, range.end))
            .collect();
        assert_eq!(ranges, [(1, 3), (0, 2)]);
    }
}
