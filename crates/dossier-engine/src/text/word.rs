//! Where words begin and end.

use unicode_segmentation::UnicodeSegmentation;

use super::{bigram, fold};
use crate::span::Span;

/// Calls `found` with the span and the folded form of each word, in order.
///
/// No word of UAX #29 reaches over a space, so that each stretch between spaces stands for itself.
/// Those of ASCII, which most are, are cut by the few rules that concern ASCII, and in others the
/// runs of scripts without spaces by `bigram`. Where the language `elides`, articles and the like
/// before an apostrophe belong to no word.
pub(super) fn each(text: &str, elides: bool, found: &mut dyn FnMut(Span, &str)) {
    let mut words = Words {
        text,
        elides,
        folded: String::new(),
        found,
    };
    let mut start = 0;
    let bytes = text.as_bytes();
    while start < bytes.len() {
        if is_space(bytes[start]) {
            start += 1;
            continue;
        }
        if let Some(end) = words.plain(start) {
            start = end;
            continue;
        }
        let length = bytes[start..].iter().position(|&byte| is_space(byte));
        let end = length.map_or(bytes.len(), |length| start + length);
        if bytes[start..end].is_ascii() {
            words.ascii(start, end);
        } else {
            words.any(start, end);
        }
        start = end;
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}

struct Words<'a> {
    text: &'a str,
    elides: bool,
    /// The word that is being folded.
    folded: String,
    found: &'a mut dyn FnMut(Span, &str),
}

impl Words<'_> {
    /// The word of a stretch of nothing but ASCII letters and digits, and perhaps a mark behind them,
    /// as most are; gives where the stretch ends.
    fn plain(&mut self, start: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[start..];
        let length = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric());
        let length = length.unwrap_or(bytes.len());
        let has_mark = matches!(bytes.get(length), Some(b',' | b'.'));
        let end = length + usize::from(has_mark);
        let is_whole = bytes.get(end).is_none_or(|&byte| is_space(byte));
        if length == 0 || !is_whole {
            return None;
        }
        self.emit_plain(start, start + length);
        Some(start + end)
    }

    /// Emits a word of ASCII letters and digits.
    fn emit_plain(&mut self, start: usize, end: usize) {
        let span = Span::new(start as u32, end as u32);
        let word = &self.text[start..end];
        // Most are written as they are compared.
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return (self.found)(span, word);
        }
        self.folded.clear();
        self.folded.push_str(word);
        self.folded.make_ascii_lowercase();
        (self.found)(span, &self.folded);
    }

    /// The words of a stretch without spaces.
    fn any(&mut self, mut start: usize, end: usize) {
        while let Some((run, after)) = bigram::first_run(self.text, start, end) {
            self.segments(start, run);
            bigram::each(&self.text[run..after], |span, pair| {
                self.folded.clear();
                for character in pair.chars() {
                    fold::push(character, &mut self.folded);
                }
                (self.found)(span.shifted(run as u32), &self.folded);
            });
            start = after;
        }
        self.segments(start, end);
    }

    /// The words of a stretch without spaces by UAX #29.
    fn segments(&mut self, start: usize, end: usize) {
        let mut done = start;
        for (offset, segment) in self.text[start..end].split_word_bound_indices() {
            let at = start + offset;
            if at >= done && segment.contains(char::is_alphanumeric) {
                done = self.segment(at, at + segment.len());
            }
        }
    }

    /// The words of a stretch of ASCII without spaces.
    fn ascii(&mut self, start: usize, end: usize) {
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < end {
            if !bytes[at].is_ascii_alphanumeric() && bytes[at] != b'_' {
                at += 1;
                continue;
            }
            let (segment, is_plain) = ascii_segment(&bytes[at..end]);
            let stop = at + segment;
            if is_plain {
                self.emit_plain(at, stop);
                at = stop;
            } else if bytes[at..stop].iter().any(u8::is_ascii_alphanumeric) {
                at = self.segment(at, stop).max(stop);
            } else {
                at = stop;
            }
        }
    }

    /// The words of a segment of UAX #29 that has letters or digits; gives where they end.
    fn segment(&mut self, start: usize, mut end: usize) -> usize {
        let segment = &self.text[start..end];
        if is_dotted_acronym(segment) {
            end += usize::from(self.text[end..].starts_with('.'));
            self.emit(start, end);
            end + possessive(&self.text[end..])
        } else {
            self.parts(start, segment);
            end
        }
    }

    /// Cuts a segment of UAX #29 at what joins words there but not here.
    fn parts(&mut self, start: usize, segment: &str) {
        let end = start + segment.len();
        let mut part = start;
        let mut before = None;
        for (offset, character) in segment.char_indices() {
            let at = start + offset;
            let next = at + character.len_utf8();
            if is_joint(before, character, self.text[next..end].chars().next()) {
                self.emit(part, at);
                part = next;
            }
            before = Some(character);
        }
        self.emit(part, end);
    }

    /// Emits the word in `start..end`, if there is one, without possessives and what is invisible
    /// at its edges.
    fn emit(&mut self, mut start: usize, end: usize) {
        let is_edge = |character| fold::is_invisible(character) || is_apostrophe(character);
        let mut shown = self.text[start..end].trim_start_matches(is_edge);
        if self.elides {
            shown = unelided(shown).unwrap_or(shown);
        }
        start = end - shown.len();
        loop {
            shown = shown.trim_end_matches(is_edge);
            let without = shown.strip_suffix(['s', 'S']).unwrap_or(shown);
            match without.strip_suffix(is_apostrophe) {
                Some(owner) if without.len() < shown.len() && !owner.is_empty() => shown = owner,
                _ => break,
            }
        }
        let word = &mut self.folded;
        word.clear();
        for character in shown.chars() {
            let counts = match character {
                ',' => false,
                '.' => word.ends_with(char::is_numeric),
                _ => true,
            };
            if counts {
                fold::push(character, word);
            }
        }
        if word.contains(char::is_alphanumeric) {
            (self.found)(Span::new(start as u32, (start + shown.len()) as u32), word);
        }
    }
}

/// Length of the segment of UAX #29 at the start of ASCII bytes of which the first is a letter, a
/// digit or `_`, and whether it has letters and digits only.
fn ascii_segment(bytes: &[u8]) -> (usize, bool) {
    let mut is_plain = bytes.first() != Some(&b'_');
    let mut length = 1;
    while let Some(&byte) = bytes.get(length) {
        if byte.is_ascii_alphanumeric() {
            length += 1;
            continue;
        }
        let (before, after) = (bytes[length - 1], bytes.get(length + 1));
        let joins = match (byte, after) {
            (b'_', _) => true,
            (b'.' | b'\'' | b':', Some(after)) if before.is_ascii_alphabetic() => {
                after.is_ascii_alphabetic()
            }
            (b'.' | b'\'' | b',' | b';', Some(after)) if before.is_ascii_digit() => {
                after.is_ascii_digit()
            }
            _ => false,
        };
        if !joins {
            break;
        }
        is_plain = false;
        length += 1;
    }
    (length, is_plain)
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

/// What stands before an apostrophe in French and Italian and is a word of its own: articles,
/// pronouns, prepositions and conjunctions without their last vowel.
const ELIDED: &str = " l d j n s t m c qu jusqu lorsqu puisqu quoiqu un all dall dell nell sull coll quell \
quest bell sant dov com gl ";

/// A word without what is elided before it, if anything is: `homme` for `l'homme`.
#[must_use]
pub fn unelided(word: &str) -> Option<&str> {
    let (before, after) = word.split_once(is_apostrophe)?;
    let is_elided = !before.is_empty()
        && ELIDED
            .split(' ')
            .any(|elided| elided.eq_ignore_ascii_case(before));
    let is_word = after.chars().nth(1).is_some() && after.starts_with(char::is_alphabetic);
    (is_elided && is_word).then_some(after)
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

fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '\u{2018}' | '\u{2019}' | '\u{201b}' | '\u{ff07}'
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str, cut: impl Fn(&mut Words<'_>)) -> Vec<(Span, String)> {
        let mut words = Vec::new();
        let found = &mut |span, word: &str| words.push((span, word.to_owned()));
        cut(&mut Words {
            text,
            elides: false,
            folded: String::new(),
            found,
        });
        words
    }

    proptest! {
        #[test]
        fn the_rules_for_ascii_are_those_for_any_text(text in "([A-Ca-cS]|[0-9]|['._:;,s-]|[!-~]){0,20}") {
            let fast = words(&text, |words| words.ascii(0, text.len()));
            let full = words(&text, |words| words.any(0, text.len()));
            prop_assert_eq!(fast, full);
        }

        #[test]
        fn stretches_between_spaces_are_cut_by_the_rules_for_any_text(
            text in "([A-Ca-cS]{1,3}|[0-9]{1,2}|['._:;,s-]|[!-~]|[
    ]|é|日){0,20}",
        ) {
            let mut quick = Vec::new();
            each(&text, false, &mut |span, word| quick.push((span, word.to_owned())));
            let full = words(&text, |words| words.any(0, text.len()));
            prop_assert_eq!(quick, full);
        }
    }
}
