//! Words of scripts that are written without spaces, or with spaces around more than a word: Han,
//! Hiragana, Katakana, Bopomofo and Hangul.
//!
//! Where words end there takes a dictionary to tell. Every two neighbours of a run are taken for a
//! word instead, which finds any word of two characters or more wherever it stands.

use crate::span::Span;

/// Where the first run of such scripts in `start..end` of a text begins and ends.
pub(super) fn first_run(text: &str, start: usize, end: usize) -> Option<(usize, usize)> {
    let part = &text[start..end];
    let run = part.find(is_unspaced)?;
    let rest = &part[run..];
    let length = rest.find(|character| !is_unspaced(character));
    Some((start + run, start + run + length.unwrap_or(rest.len())))
}

/// Calls `found` with every two neighbours of a run and their span; with the character of a run of
/// one. Spans do not overlap: each is that of the first of the two, the last that of both.
pub(super) fn each(run: &str, mut found: impl FnMut(Span, &str)) {
    let mut starts = run.char_indices().map(|(at, _)| at).skip(1).peekable();
    let (mut first, mut second) = (0, starts.next());
    while let Some(middle) = second {
        let third = starts.next();
        let end = third.unwrap_or(run.len());
        let shown = if third.is_some() { middle } else { end };
        found(Span::new(first as u32, shown as u32), &run[first..end]);
        (first, second) = (middle, third);
    }
    if first == 0 {
        found(Span::new(0, run.len() as u32), run);
    }
}

/// Where all of a word stands that an analyser found at `span` of a text: words of these scripts
/// share characters with the next, which spans do not.
#[must_use]
pub fn whole(text: &str, span: Span, word: &str) -> Span {
    let goes_on = text[span.start as usize..].starts_with(word);
    let end = if goes_on {
        span.start + word.len() as u32
    } else {
        0
    };
    Span::new(span.start, span.end.max(end))
}

/// Whether a word is a character by itself that stands in texts mostly with a neighbour.
#[must_use]
pub fn is_part_of_word(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(is_unspaced) && characters.next().is_none()
}

fn is_unspaced(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{11ff}'
            | '\u{3005}'..='\u{3007}'
            | '\u{3041}'..='\u{3096}'
            | '\u{309d}'..='\u{309f}'
            | '\u{30a1}'..='\u{30fa}'
            | '\u{30fc}'..='\u{30ff}'
            | '\u{3105}'..='\u{312f}'
            | '\u{3131}'..='\u{318e}'
            | '\u{31f0}'..='\u{31ff}'
            | '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{faff}'
            | '\u{ff66}'..='\u{ff9f}'
            | '\u{20000}'..='\u{323af}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(run: &str) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        each(run, |span, pair| {
            pairs.push((pair.to_owned(), span.slice(run).to_owned()));
        });
        pairs
    }

    fn pair(word: &str, shown: &str) -> (String, String) {
        (word.into(), shown.into())
    }

    #[test]
    fn every_two_neighbours_are_a_word_and_spans_cover_the_run_once() {
        let expected = [pair("東京", "東"), pair("京都", "京"), pair("都庁", "都庁")];
        assert_eq!(pairs("東京都庁"), expected);
        assert_eq!(pairs("平和"), [pair("平和", "平和")]);
        assert_eq!(pairs("水"), [pair("水", "水")]);
    }

    #[test]
    fn a_run_ends_where_another_script_begins() {
        let text = "abc平和3월";
        assert_eq!(first_run(text, 0, text.len()), Some((3, 9)));
        assert_eq!(first_run(text, 9, text.len()), Some((10, 13)));
        assert_eq!(first_run("abc", 0, 3), None);
    }
}
