//! Where sentences begin and end, for English prose and news.

use crate::span::Span;

/// The sentences of a text, in order, without the white space between them.
///
/// A sentence ends at a full stop, question mark, exclamation mark or ellipsis with the closing
/// quotation marks and brackets after it, where white space follows and the next word does not
/// begin in lower case; and at an empty line. The dot of an abbreviation (`Gen.`), an initial
/// (`J.`) or a dotted acronym (`U.S.`) ends one only before a word that usually begins a sentence.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut next = 0;
    while let Some((at, character)) = next_mark(text, next) {
        let after = at + character.len_utf8();
        next = after;
        let end = match character {
            '.' | '!' | '?' | '\u{2026}' => {
                let closing = text[after..].trim_start_matches(is_closing);
                let end = text.len() - closing.len();
                if !ends_sentence(&text[start..at], character, closing) {
                    continue;
                }
                end
            }
            '\n' if text[after..]
                .trim_start_matches([' ', '\t', '\r'])
                .starts_with('\n') =>
            {
                after
            }
            '\u{3002}' | '\u{ff01}' | '\u{ff1f}' => after,
            _ => continue,
        };
        push(text, start, end, &mut found);
        start = end;
        next = end;
    }
    push(text, start, text.len(), &mut found);
    found
}

/// The next character from a position on that may end a sentence, or begins with the same byte as
/// one that may.
fn next_mark(text: &str, from: usize) -> Option<(usize, char)> {
    let rest = text.as_bytes().get(from..)?;
    let may_end = |byte: &u8| matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0xe2 | 0xe3 | 0xef);
    let at = from + rest.iter().position(may_end)?;
    Some((at, text[at..].chars().next()?))
}

/// Adds `start..end` without white space at its edges, unless nothing is left.
fn push(text: &str, start: usize, end: usize, found: &mut Vec<Span>) {
    let trimmed = text[start..end].trim_start();
    let start = end - trimmed.len();
    let trimmed = trimmed.trim_end();
    if !trimmed.is_empty() {
        found.push(Span::new(start as u32, (start + trimmed.len()) as u32));
    }
}

/// Whether a mark after `before` ends the sentence; `rest` is what follows it and its closing
/// quotation marks.
fn ends_sentence(before: &str, mark: char, rest: &str) -> bool {
    if rest.is_empty() {
        return true;
    }
    if !rest.starts_with(char::is_whitespace) {
        return false;
    }
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || is_opening(c));
    if next.starts_with(char::is_lowercase) {
        return false;
    }
    let word = before
        .rsplit(|c: char| c.is_whitespace() || is_opening(c) || is_closing(c) || c == '-')
        .next()
        .unwrap_or_default();
    if mark != '.' || word.is_empty() {
        return true;
    }
    if is_title(word) || is_initial(word) {
        return false;
    }
    if is_abbreviation(word) || word.contains('.') && !word.contains(|c: char| c.is_ascii_digit()) {
        return begins_sentences(first_word(next));
    }
    !(word == "No" && next.starts_with(|c: char| c.is_ascii_digit()))
}

fn first_word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
}

fn is_closing(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '\u{2019}' | '\u{201d}' | '\u{bb}' | ')' | ']'
    )
}

fn is_opening(character: char) -> bool {
    matches!(
        character,
        '"' | '\'' | '\u{2018}' | '\u{201c}' | '\u{ab}' | '(' | '['
    )
}

/// A single capital, as in `J. Smith`. `I` ends sentences more often than it stands for a name.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() && word != "I"
}

/// Abbreviations before a name, which never end a sentence.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Prof"
            | "Gen"
            | "Lt"
            | "Col"
            | "Maj"
            | "Capt"
            | "Cmdr"
            | "Adm"
            | "Sgt"
            | "Cpl"
            | "Brig"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Pres"
            | "Rev"
            | "Hon"
            | "St"
            | "Mt"
            | "Ft"
            | "vs"
            | "Amb"
            | "Sec"
            | "Messrs"
    )
}

/// Abbreviations that may end a sentence.
fn is_abbreviation(word: &str) -> bool {
    matches!(
        word,
        "Jr" | "Sr"
            | "Inc"
            | "Ltd"
            | "Corp"
            | "Co"
            | "Bros"
            | "etc"
            | "Jan"
            | "Feb"
            | "Mar"
            | "Apr"
            | "Jun"
            | "Jul"
            | "Aug"
            | "Sep"
            | "Sept"
            | "Oct"
            | "Nov"
            | "Dec"
            | "Mon"
            | "Tue"
            | "Wed"
            | "Thu"
            | "Fri"
            | "Sat"
            | "Sun"
            | "approx"
            | "est"
            | "Ave"
            | "Dept"
    )
}

/// Words that, with a capital after an abbreviation, show that a new sentence begins.
fn begins_sentences(word: &str) -> bool {
    matches!(
        word,
        "A" | "After"
            | "All"
            | "Also"
            | "Although"
            | "An"
            | "And"
            | "Another"
            | "As"
            | "At"
            | "Before"
            | "Both"
            | "But"
            | "By"
            | "Despite"
            | "Even"
            | "For"
            | "From"
            | "He"
            | "Her"
            | "Here"
            | "His"
            | "How"
            | "However"
            | "I"
            | "If"
            | "In"
            | "It"
            | "Its"
            | "Last"
            | "Many"
            | "Most"
            | "No"
            | "Nor"
            | "Now"
            | "On"
            | "One"
            | "Others"
            | "Our"
            | "She"
            | "Since"
            | "So"
            | "Some"
            | "Such"
            | "That"
            | "The"
            | "Their"
            | "Then"
            | "There"
            | "These"
            | "They"
            | "This"
            | "Those"
            | "Though"
            | "To"
            | "Two"
            | "Under"
            | "Until"
            | "We"
            | "What"
            | "When"
            | "Where"
            | "While"
            | "Who"
            | "Why"
            | "With"
            | "Yet"
            | "You"
    )
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text)
            .iter()
            .map(|span| span.slice(text))
            .collect()
    }

    #[test]
    fn a_full_stop_before_a_capital_ends_a_sentence() {
        assert_eq!(
            cut(" One ends.  Two begins? Three! "),
            ["One ends.", "Two begins?", "Three!"]
        );
    }

    #[test]
    fn titles_and_initials_do_not() {
        assert_eq!(
            cut("Gen. Li met Mr. J. K. Kim. He left."),
            ["Gen. Li met Mr. J. K. Kim.", "He left."]
        );
    }

    #[test]
    fn an_acronym_ends_one_only_before_a_word_that_begins_sentences() {
        assert_eq!(
            cut("The U.S. Army came at 5 p.m. The U.N. left."),
            ["The U.S. Army came at 5 p.m.", "The U.N. left."]
        );
    }

    #[test]
    fn closing_quotation_marks_belong_to_the_sentence_before() {
        assert_eq!(
            cut("“We met.” “They left.” (So it is.) End"),
            ["“We met.”", "“They left.”", "(So it is.)", "End"]
        );
        assert_eq!(cut("“Really?” he asked."), ["“Really?” he asked."]);
    }

    #[test]
    fn numbers_and_names_with_dots_stay_whole() {
        assert_eq!(
            cut("It cost 3.5 million. See reuters.com, No. 5."),
            ["It cost 3.5 million.", "See reuters.com, No. 5."]
        );
    }

    #[test]
    fn an_empty_line_ends_a_sentence() {
        assert_eq!(
            cut("A heading\n\nA paragraph\nover lines"),
            ["A heading", "A paragraph\nover lines"]
        );
    }

    proptest! {
        #[test]
        fn sentences_hold_everything_but_white_space(text in any::<String>()) {
            let mut end = 0;
            for span in sentences(&text) {
                prop_assert!(!span.slice(&text).is_empty());
                prop_assert!(Span::new(end, span.start).slice(&text).trim().is_empty());
                prop_assert!(span.start >= end);
                end = span.end;
            }
            prop_assert!(Span::new(end, text.len() as u32).slice(&text).trim().is_empty());
        }
    }
}
