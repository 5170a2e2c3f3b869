//! Extracts: the part of a block that shows its matches best.

use crate::span::Span;
use crate::text::sentences;

/// How many words an extract of a result has, more or less.
pub const SNIPPET_WORDS: usize = 30;

/// How many words an extract of a passage on its own has, more or less.
pub const PASSAGE_WORDS: usize = 60;

/// A block that has at most this many words more than an extract may have is shown whole.
const TOLERANCE: usize = 5;

/// Longest piece that counts as a word, in bytes; scripts without spaces are cut between letters.
const LONGEST_WORD: usize = 48;

/// An extract of a document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snippet {
    /// Number of the passage among the document's passages, from 0; `None` for an extract of a
    /// heading.
    pub passage: Option<u32>,
    /// Where the extract stands in the document's text.
    pub span: Span,
    /// The extract.
    pub text: String,
    /// Matches, as byte offsets into the extract.
    pub marks: Vec<Span>,
    /// Whether it begins in the middle of a passage.
    pub cut_start: bool,
    /// Whether it ends in the middle of a passage.
    pub cut_end: bool,
}

/// The extract of a block, a span of `text`, with those of the `marks` that lie in it. The marks are
/// in order and do not overlap. Its `passage` is left to the caller.
///
/// It has about `limit` words around as many marks as possible. It begins and ends with a sentence
/// where that costs no mark, and between words otherwise.
#[must_use]
pub fn cut(text: &str, block: Span, marks: &[Span], limit: usize) -> Snippet {
    let words = words(text, block);
    let marks: Vec<Span> = marks
        .iter()
        .copied()
        .filter(|&mark| block.contains(mark))
        .collect();
    let (start, end) = if words.len() <= limit + TOLERANCE {
        (0, words.len())
    } else {
        choose(text, block, &words, &marks, limit)
    };
    let span = match words.get(start..end) {
        Some([only]) => *only,
        Some([first, .., last]) => Span::new(first.start, last.end),
        _ => Span::new(block.start, block.start),
    };
    let inside = marks.iter().filter(|&&mark| span.contains(mark));
    Snippet {
        passage: None,
        span,
        text: span.slice(text).into(),
        marks: inside
            .map(|mark| Span::new(mark.start - span.start, mark.end - span.start))
            .collect(),
        cut_start: start > 0,
        cut_end: end < words.len(),
    }
}

/// The first word and the word after the last.
fn choose(text: &str, block: Span, words: &[Span], marks: &[Span], limit: usize) -> (usize, usize) {
    // The words that each mark covers.
    let covers: Vec<(usize, usize)> = marks
        .iter()
        .map(|mark| {
            let first = words.partition_point(|word| word.end <= mark.start);
            let after = words.partition_point(|word| word.start < mark.end);
            (first, after.max(first + 1).min(words.len()))
        })
        .collect();
    let sentences: Vec<(usize, usize)> = sentences(block.slice(text))
        .into_iter()
        .map(|sentence| {
            let sentence = sentence.shifted(block.start);
            let first = words.partition_point(|word| word.end <= sentence.start);
            (
                first,
                words.partition_point(|word| word.start < sentence.end),
            )
        })
        .collect();

    let (first, last) = densest(&covers, limit);
    let starts = sentences.iter().map(|&(start, _)| start);
    let sentence = starts.filter(|&start| start <= first).max().unwrap_or(0);
    let start = if last - sentence <= limit {
        sentence
    } else {
        let slack = limit.saturating_sub(last - first);
        (first - (slack / 2).min(first)).max(sentence)
    };
    let start = start
        .min(words.len().saturating_sub(limit))
        .max(start.min(sentence));
    let end = (start + limit).max(last).min(words.len());
    let ends = sentences.iter().map(|&(_, after)| after);
    let fits =
        |after: usize| after >= last && after >= start + limit / 2 && after <= end + TOLERANCE;
    (
        start,
        ends.filter(|&after| fits(after)).max().unwrap_or(end),
    )
}

/// The words from the first to after the last of the marks that most fit into `limit` words; the
/// first such in the text.
fn densest(covers: &[(usize, usize)], limit: usize) -> (usize, usize) {
    let mut best = (0, 0);
    let mut most = 0;
    let mut end = 0;
    for (at, &(first, after)) in covers.iter().enumerate() {
        end = end.max(at + 1);
        while covers
            .get(end)
            .is_some_and(|&(_, after)| after <= first + limit)
        {
            end += 1;
        }
        if end - at > most {
            most = end - at;
            best = (first, covers[end - 1].1.max(after));
        }
    }
    best
}

/// The words of a block as white space parts them, long ones in pieces.
fn words(text: &str, block: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    let mut at = block.start;
    for character in block.slice(text).chars() {
        let is_long = start.is_some_and(|start| (at - start) as usize >= LONGEST_WORD);
        if (character.is_whitespace() || is_long)
            && let Some(start) = start.take()
        {
            found.push(Span::new(start, at));
        }
        if !character.is_whitespace() {
            start.get_or_insert(at);
        }
        at += character.len_utf8() as u32;
    }
    if let Some(start) = start {
        found.push(Span::new(start, at));
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len() as u32)
    }

    fn find(text: &str, words: &[&str]) -> Vec<Span> {
        let mut found: Vec<Span> = words
            .iter()
            .flat_map(|word| text.match_indices(word))
            .map(|(at, word)| Span::new(at as u32, (at + word.len()) as u32))
            .collect();
        found.sort();
        found
    }

    #[test]
    fn a_short_block_is_shown_whole() {
        let text = "Kim met Putin.";
        let snippet = cut(text, whole(text), &find(text, &["Putin"]), 30);
        assert_eq!(snippet.text, text);
        assert_eq!(snippet.marks, [Span::new(8, 13)]);
        assert!(!snippet.cut_start && !snippet.cut_end);
    }

    #[test]
    fn an_extract_begins_and_ends_with_a_sentence_where_that_fits() {
        let text = "One two three four five six. Seven eight nine Kim eleven twelve. \
                    Thirteen fourteen fifteen sixteen seventeen eighteen nineteen \
                    twenty one.";
        let snippet = cut(text, whole(text), &find(text, &["Kim"]), 8);
        assert_eq!(snippet.text, "Seven eight nine Kim eleven twelve.");
        assert!(snippet.cut_start && snippet.cut_end);
    }

    #[test]
    fn a_long_sentence_is_cut_around_its_matches() {
        let text = format!(
            "{} Kim met Putin {}",
            "before ".repeat(40).trim(),
            "after ".repeat(40)
        );
        let snippet = cut(&text, whole(&text), &find(&text, &["Kim", "Putin"]), 10);
        assert_eq!(snippet.marks.len(), 2);
        assert_eq!(snippet.text.split_whitespace().count(), 10);
        assert!(snippet.text.starts_with("before before before Kim"));
    }

    #[test]
    fn the_place_with_most_matches_is_shown() {
        let far = "filler ".repeat(40);
        let text = format!("Kim {far} Kim met Kim {far}");
        let snippet = cut(&text, whole(&text), &find(&text, &["Kim"]), 10);
        assert_eq!(snippet.marks.len(), 2);
    }

    #[test]
    fn text_without_spaces_is_cut_between_letters() {
        let text = "語".repeat(5000);
        let snippet = cut(&text, whole(&text), &[], 30);
        assert!(snippet.text.len() < 3000 && snippet.cut_end);
    }

    proptest! {
        #[test]
        fn marks_of_any_extract_slice_to_the_text_of_their_match(
            text in "([a-zé.]{1,9}[ .]){0,90}",
            at in prop::collection::vec(any::<prop::sample::Index>(), 0..6),
            limit in 4usize..40,
        ) {
            let all = words(&text, whole(&text));
            let at: std::collections::BTreeSet<usize> =
                at.iter().filter(|_| !all.is_empty()).map(|at| at.index(all.len())).collect();
            let marks: Vec<Span> = at.iter().map(|&at| all[at]).collect();
            let snippet = cut(&text, whole(&text), &marks, limit);
            prop_assert_eq!(snippet.span.slice(&text), &snippet.text);
            prop_assert!(marks.is_empty() || !snippet.marks.is_empty());
            for mark in &snippet.marks {
                let placed = mark.shifted(snippet.span.start);
                prop_assert!(marks.contains(&placed));
                prop_assert_eq!(mark.slice(&snippet.text), placed.slice(&text));
            }
            prop_assert!(words(&text, snippet.span).len() <= limit + 2 * TOLERANCE);
        }
    }
}
