//! Years before our era and in it, and ages by name: `44 B.C.`, `AD 79`, `the Bronze Age`, `the Ming
//! dynasty`.

use super::{DateValue, Found, Joint, Words};
use crate::text::WordList;

pub(super) fn read(words: &Words<'_>, first: usize) -> Found {
    if let Some(age) = age(words, first) {
        return Some(age);
    }
    if mark(words, first) == Some("AD") && is_count(words, first + 1) {
        let joined = words.joint(first + 1) == Joint::Space;
        return joined.then(|| (first + 1, named(words.raw(first + 1), "AD")));
    }
    let mark = mark(words, first + 1).filter(|_| is_count(words, first))?;
    Some((first + 1, named(words.raw(first), mark)))
}

/// Words that a year of an era may begin with.
pub(super) static OPENERS: WordList = WordList::new("ad");

/// `the Bronze Age`, `the Middle Ages`, `the Ming dynasty`.
fn age(words: &Words<'_>, first: usize) -> Found {
    let last = first + 1;
    if !words.is_capital(first) || words.joint(last) != Joint::Space {
        return None;
    }
    let named = match words.raw(last) {
        "Age" | "Ages" => words.is_in(first, &AGES),
        "dynasty" | "Dynasty" => words.is_in(first, &DYNASTIES),
        _ => false,
    };
    let goes_on = words.joint(last + 1).is_near() && words.is_capital(last + 1);
    (named && !goes_on).then(|| (last, DateValue::written(words, first, last)))
}

/// What ages are called.
pub(super) static AGES: WordList =
    WordList::new("bronze classical copper dark gilded golden ice iron middle stone viking");

/// Rulers after whom a time is called.
pub(super) static DYNASTIES: WordList = WordList::new(
    "chosun goryeo han heian joseon jin liao ming qin qing shang silla song sui sung tang yuan zhou",
);

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
