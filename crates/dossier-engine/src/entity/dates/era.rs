//! Years before our era and in it: `44 B.C.`, `AD 79`.

use super::{DateValue, Found, Joint, Words};

pub(super) fn read(words: &Words<'_>, first: usize) -> Found {
    if mark(words, first) == Some("AD") && is_count(words, first + 1) {
        let joined = words.joint(first + 1) == Joint::Space;
        return joined.then(|| (first + 1, named(words.raw(first + 1), "AD")));
    }
    let mark = mark(words, first + 1).filter(|_| is_count(words, first))?;
    Some((first + 1, named(words.raw(first), mark)))
}

fn named(year: &str, mark: &str) -> DateValue {
    DateValue::stated([year, " ", mark].concat())
}

/// The era that a word names, one space after the word before.
pub(super) fn mark(words: &Words<'_>, at: usize) -> Option<&'static str> {
    let raw = words.raw(at);
    if !raw.starts_with(['A', 'B', 'C', 'a', 'b']) || words.joint(at + 1) == Joint::Hyphen {
        return None;
    }
    let first = at == 0 || words.joint(at) != Joint::Space;
    match raw.trim_end_matches('.') {
        "BC" | "B.C" | "b.c" | "BCE" | "B.C.E" if !first => Some("BC"),
        "AD" | "A.D" | "a.d" | "CE" if !first => Some("AD"),
        "AD" | "A.D" | "a.d" => Some("AD"),
        _ => None,
    }
}

fn is_count(words: &Words<'_>, at: usize) -> bool {
    let digits = words.raw(at).bytes().filter(|&byte| byte != b',');
    (1..=5).contains(&digits.clone().count()) && digits.clone().all(|byte| byte.is_ascii_digit())
}
