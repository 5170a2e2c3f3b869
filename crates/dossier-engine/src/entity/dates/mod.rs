//! Dates and lengths of time.
//!
//! A date is named in the forms of ISO 8601 (`2023-09-12`, `2023-09`, `2023`), a range with `..`
//! between its ends, a decade `1990s`, a century `19th century`, a length of time in words
//! (`18 months`). Words that only narrow it (`early`, `late`, `morning`) stay outside the mention,
//! and vague ones (`recent weeks`, `the next few days`) are no dates.

mod absolute;
mod ahead;
mod around;
mod era;
mod length;
mod numeric;
mod period;
mod relative;

pub(super) use around::is_verb;

use super::candidate::{Candidate, Reading};
use super::number;
use super::openers::Opens;
use super::words::{Joint, Words};
use crate::date::{DateRange, MONTHS, PartialDate};
use crate::text::WordList;

/// A date or length of time that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DateValue {
    /// Its canonical name.
    pub(super) name: String,
    /// Whether it took the date of publication to read it.
    pub(super) resolved: bool,
}

impl DateValue {
    fn stated(name: impl ToString) -> Self {
        Self {
            name: name.to_string(),
            resolved: false,
        }
    }

    /// A date whose name is its words as they are written.
    fn written(words: &Words<'_>, first: usize, last: usize) -> Self {
        Self::stated(words.written(first, last))
    }

    /// A date whose name is its words in small letters.
    fn in_small_letters(words: &Words<'_>, first: usize, last: usize) -> Self {
        Self::stated(words.written(first, last).to_lowercase())
    }

    fn resolved(name: impl ToString) -> Self {
        Self {
            name: name.to_string(),
            resolved: true,
        }
    }
}

/// What a rule found from a word on: the last word and the value.
type Found = Option<(usize, DateValue)>;

/// Dates and lengths of time in a text that was published at a date.
pub(super) fn find(words: &Words<'_>, published: Option<PartialDate>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for first in (0..words.len()).filter(|&at| words.may_open(at, Opens::Date)) {
        let readings = [
            absolute::read(words, first, published),
            relative::read(words, first, published),
            length::read(words, first, published),
        ];
        let longest = readings.into_iter().flatten().max_by_key(|(last, _)| *last);
        found.extend(longest.map(|(last, value)| {
            let (first, last) = around::widened(words, first, last);
            Candidate {
                first,
                last,
                span: words.cover(first, last),
                reading: Reading::Date(value),
                tagged: None,
            }
        }));
    }
    found
}

/// The words that may begin a date or a length of time, besides those that begin with a figure.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let lists = [
        &absolute::BEGINNINGS,
        &absolute::OPENERS,
        &period::OPENERS,
        &period::PARTS,
        &period::DECADES,
        &era::OPENERS,
        &era::AGES,
        &era::DYNASTIES,
        &relative::OPENERS,
        &relative::NEAR,
        &length::OPENERS,
        &number::SPELT,
    ];
    lists
        .into_iter()
        .flat_map(WordList::iter)
        .for_each(&mut *add);
    for month in MONTHS.map(str::to_lowercase) {
        add(&month);
        add(&month[..3]);
    }
    add("sept");
}

/// The month whose name or abbreviation a word is, with a capital letter.
fn month(words: &Words<'_>, at: usize) -> Option<u8> {
    if !words.is_capital(at) {
        return None;
    }
    let word = words.folded(at);
    let position = MONTHS.iter().position(|name| {
        let whole = name.eq_ignore_ascii_case(word);
        let short = (word.len() == 3 || word == "sept")
            && name
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word));
        whole || short
    })?;
    Some(position as u8 + 1)
}

/// A day of the month in figures, with or without `st`, `nd`, `rd`, `th`.
fn day(words: &Words<'_>, at: usize) -> Option<u8> {
    let word = words.folded(at);
    if !word.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let figures = ["st", "nd", "rd", "th"]
        .into_iter()
        .find_map(|end| word.strip_suffix(end))
        .unwrap_or(word);
    let plain = (1..=2).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    let day: u8 = plain.then(|| figures.parse().ok())??;
    (1..=31).contains(&day).then_some(day)
}

/// A year of four figures, 1000 to 2199.
fn year(words: &Words<'_>, at: usize) -> Option<u16> {
    let raw = words.raw(at);
    let plain = raw.len() == 4 && raw.bytes().all(|byte| byte.is_ascii_digit());
    let year: u16 = plain.then(|| raw.parse().ok())??;
    (1000..2200).contains(&year).then_some(year)
}

/// Whether a word follows the one before it with a space, or a comma where `comma` allows it.
fn follows(words: &Words<'_>, at: usize, comma: bool) -> bool {
    match words.joint(at) {
        Joint::Space => true,
        Joint::Comma => comma,
        _ => false,
    }
}

fn range(from: PartialDate, to: PartialDate) -> DateRange {
    DateRange {
        from: Some(from),
        to: Some(to),
    }
}
