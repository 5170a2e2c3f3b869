//! Texts that were taken from printed pages: numbers of pages and the lines that stand on every
//! page are put aside, before lines become paragraphs, so that a paragraph goes on behind them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::blocks::Piece;
use crate::document::{Aside, AsideKind};

/// How many pages in a row must be numbered.
const FEWEST_PAGES: usize = 3;

/// The longest line that stands on every page, in bytes.
const LONGEST: usize = 120;

/// Takes out what belongs to pages and not to the text; it is added to `aside`.
pub fn without_pages(pieces: Vec<Piece>, aside: &mut Vec<Aside>) -> Vec<Piece> {
    let mut numbers = numbered(&pieces);
    if numbers.is_empty() {
        return pieces;
    }
    numbers.extend(repeated_beside(&pieces, &numbers));
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut gap = false;
    for (at, mut piece) in pieces.into_iter().enumerate() {
        if numbers.contains(&at) {
            aside.push(Aside {
                kind: AsideKind::Navigation,
                lines: piece.lines,
                text: piece.text,
            });
            // Around the foot of a page stand blank lines that part nothing.
            gap = kept.last().is_some_and(|last| !is_open(&last.text));
        } else {
            piece.gap = gap || piece.gap && !was_cut(&numbers, at, &kept);
            gap = false;
            kept.push(piece);
        }
    }
    kept
}

/// Whether the piece at `at` follows a page's foot in the middle of a sentence.
fn was_cut(numbers: &BTreeSet<usize>, at: usize, kept: &[Piece]) -> bool {
    let below = at
        .checked_sub(1)
        .is_some_and(|before| numbers.contains(&before));
    below && kept.last().is_some_and(|last| is_open(&last.text))
}

fn is_open(text: &str) -> bool {
    text.ends_with(|c: char| c.is_lowercase() || c == ',' || c == '-')
}

/// The lines that hold a page's number and nothing else, or a line of every page with its number,
/// where the numbers go up by one.
fn numbered(pieces: &[Piece]) -> BTreeSet<usize> {
    // By what stands around the number: where, and which number.
    let mut shapes: BTreeMap<String, Vec<(usize, u32)>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        if let Some((shape, number)) = numbered_line(piece) {
            shapes.entry(shape).or_default().push((at, number));
        }
    }
    let mut found = BTreeSet::new();
    for places in shapes.into_values() {
        let mut run: Vec<(usize, u32)> = Vec::new();
        for place in places {
            if run.last().is_some_and(|(_, last)| last + 1 != place.1) {
                found.extend(whole(&run));
                run.clear();
            }
            run.push(place);
        }
        found.extend(whole(&run));
    }
    found
}

/// The places of a run that is long enough and has text between its numbers.
fn whole(run: &[(usize, u32)]) -> Vec<usize> {
    let apart = run.windows(2).all(|pair| pair[1].0 > pair[0].0 + 1);
    let places = run.iter().map(|(at, _)| *at);
    if run.len() >= FEWEST_PAGES && apart {
        places.collect()
    } else {
        Vec::new()
    }
}

/// A short line that is a number, or has one at its start or end behind a stroke: what stands
/// beside it, and the number. `Article 3` is a heading.
fn numbered_line(piece: &Piece) -> Option<(String, u32)> {
    let text = piece.text.as_str();
    if piece.kind.is_some() || text.len() > LONGEST {
        return None;
    }
    let text = text.trim_matches(['-', '\u{2013}', '\u{2014}', '[', ']', ' ', '|']);
    let paged = text
        .strip_prefix("Page ")
        .or_else(|| text.strip_prefix("page "));
    let text = paged.map_or(text, |text| {
        text.split_once(" of ").map_or(text, |(page, _)| page)
    });
    let apart = text
        .split_once(" | ")
        .map(|(front, _)| (front, &text[front.len()..]))
        .into_iter()
        .chain(
            text.rsplit_once(" | ")
                .map(|(front, number)| (number, front)),
        )
        .find(|(number, _)| is_number(number));
    let (number, beside) = apart.unwrap_or((text, ""));
    is_number(number).then_some(())?;
    Some((beside.to_owned(), number.parse().ok()?))
}

fn is_number(text: &str) -> bool {
    (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Lines beside the numbers that stand there again and again: the running heads.
fn repeated_beside(pieces: &[Piece], numbers: &BTreeSet<usize>) -> Vec<usize> {
    let mut seen: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for &at in numbers {
        for beside in [at.checked_sub(1), Some(at + 1)].into_iter().flatten() {
            let piece = pieces.get(beside);
            let piece = piece.filter(|piece| piece.kind.is_none() && piece.text.len() <= LONGEST);
            if let Some(piece) = piece.filter(|_| !numbers.contains(&beside)) {
                seen.entry(&piece.text).or_default().insert(beside);
            }
        }
    }
    let often = seen.into_values().filter(|places| places.len() >= 2);
    often.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::blocks::BlockWriter;
    use crate::document::plain;

    fn kept(text: &str) -> (Vec<String>, usize) {
        let mut writer = BlockWriter::default();
        plain::read(text, 1, &mut writer);
        let mut aside = Vec::new();
        let pieces = without_pages(writer.finish().pieces, &mut aside);
        (
            pieces.into_iter().map(|piece| piece.text).collect(),
            aside.len(),
        )
    }

    #[test]
    fn page_numbers_and_running_heads_are_put_aside() {
        let (kept, aside) = kept(
            "First page, which goes\nFuel trade\n1\non here.\nMore.\nFuel trade\n2\nThird.\nFuel trade\n3\n",
        );
        assert_eq!(
            kept,
            ["First page, which goes", "on here.", "More.", "Third."]
        );
        assert_eq!(aside, 6);
    }

    #[test]
    fn a_head_with_its_number_is_one_line() {
        let (kept, _) = kept(
            "One.\nAnnual report | 11\nTwo.\nAnnual report | 12\nThree.\nAnnual report | 13\n",
        );
        assert_eq!(kept, ["One.", "Two.", "Three."]);
    }

    #[test]
    fn numbered_headings_and_counts_stay() {
        let text = "Article 1\nWe want it.\nArticle 2\nWe pay.\nArticle 3\nWe stop.\n";
        assert_eq!(kept(text).1, 0);
        assert_eq!(kept("4\n5\n6\n").1, 0);
    }
}
