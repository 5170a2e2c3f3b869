//! Where words begin and end.

use unicode_segmentation::UnicodeSegmentation;

use super::fold;
use crate::span::Span;

/// Calls `found` with the span and the folded form of each word, in order.
pub(super) fn each(text: &str, mut found: impl FnMut(Span, String)) {
    let mut done = 0;
    for (start, segment) in text.split_word_bound_indices() {
        if start < done || !segment.contains(char::is_alphanumeric) {
            continue;
        }
        if is_dotted_acronym(segment) {
            let mut end = start + segment.len();
            end += usize::from(text[end..].starts_with('.'));
            emit(text, start, end, &mut found);
            done = end + possessive(&text[end..]);
        } else {
            parts(text, start, segment, &mut found);
        }
    }
}

/// Whether a segment of UAX #29 is single letters with dots between them: `U.S`, `p.m`.
fn is_dotted_acronym(segment: &str) -> bool {
    segment.contains('.')
        && segment.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
        })
}

/// Length of the possessive at the start of a text, 0 where there is none.
fn possessive(text: &str) -> usize {
    let mut characters = text.chars();
    match (characters.next(), characters.next(), characters.next()) {
        (Some(mark @ ('\'' | '\u{2019}')), Some('s' | 'S'), next)
            if !next.is_some_and(char::is_alphanumeric) =>
        {
            mark.len_utf8() + 1
        }
        _ => 0,
    }
}

/// Cuts a segment of UAX #29 at what joins words there but not here.
fn parts(text: &str, start: usize, segment: &str, found: &mut impl FnMut(Span, String)) {
    let end = start + segment.len();
    let mut part = start;
    let mut before = None;
    for (offset, character) in segment.char_indices() {
        let at = start + offset;
        let next = at + character.len_utf8();
        if is_joint(before, character, text[next..end].chars().next()) {
            emit(text, part, at, found);
            part = next;
        }
        before = Some(character);
    }
    emit(text, part, end, found);
}

/// Whether a character ends one word and lets another begin.
fn is_joint(before: Option<char>, character: char, after: Option<char>) -> bool {
    let is_digit = |side: Option<char>| side.is_some_and(char::is_numeric);
    match character {
        '.' | ',' => !(is_digit(before) && is_digit(after)),
        ':' | ';' | '_' | '\u{b7}' | '\u{387}' | '\u{203f}' | '\u{2040}' => true,
        _ => false,
    }
}

/// Emits the word in `start..end`, if there is one, without possessives and what is invisible at
/// its edges.
fn emit(text: &str, mut start: usize, end: usize, found: &mut impl FnMut(Span, String)) {
    let is_edge = |character| fold::is_invisible(character) || is_apostrophe(character);
    let mut shown = text[start..end].trim_start_matches(is_edge);
    start = end - shown.len();
    loop {
        shown = shown.trim_end_matches(is_edge);
        let without = shown.strip_suffix(['s', 'S']).unwrap_or(shown);
        match without.strip_suffix(is_apostrophe) {
            Some(owner) if without.len() < shown.len() && !owner.is_empty() => shown = owner,
            _ => break,
        }
    }
    let mut word = String::new();
    for character in shown.chars() {
        let counts = match character {
            ',' => false,
            '.' => word.ends_with(char::is_numeric),
            _ => true,
        };
        if counts {
            fold::push(character, &mut word);
        }
    }
    if word.contains(char::is_alphanumeric) {
        found(Span::new(start as u32, (start + shown.len()) as u32), word);
    }
}

fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{ff07}'
    )
}
