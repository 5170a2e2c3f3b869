//! Dates in figures alone: `25/11/2009`, `25.11.2009`, and `9/11`, which is known as a date.

use super::{DateValue, Found, Words};
use crate::date::PartialDate;

pub(super) fn read(words: &Words<'_>, first: usize) -> Found {
    if !words
        .raw(first)
        .starts_with(|digit: char| digit.is_ascii_digit())
    {
        return None;
    }
    dotted(words, first).or_else(|| slashed(words, first))
}

/// `25.11.2009`, which is one word.
fn dotted(words: &Words<'_>, first: usize) -> Found {
    let raw = words.raw(first);
    let mut parts = raw.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let date = parts
        .next()
        .is_none()
        .then(|| read_parts(day, month, year))??;
    Some((first, DateValue::stated(date)))
}

/// `25/11/2009`, `11/25/2009`. Where both may be the month nothing tells which it is.
fn slashed(words: &Words<'_>, first: usize) -> Found {
    let (one, other) = (words.raw(first), words.raw(first + 1));
    if words.gap(first + 1) != "/" || words.gap(first).ends_with('/') {
        return None;
    }
    let last = first + 2;
    if words.gap(last) != "/" {
        let known = (one, other) == ("9", "11");
        return known.then(|| (first + 1, DateValue::stated("9/11")));
    }
    let year = words.raw(last);
    let either = [read_parts(one, other, year), read_parts(other, one, year)];
    let value = match either {
        [Some(date), None] | [None, Some(date)] => DateValue::stated(date),
        [Some(_), Some(_)] => DateValue::written(words, first, last),
        [None, None] => return None,
    };
    Some((last, value))
}

fn read_parts(day: &str, month: &str, year: &str) -> Option<PartialDate> {
    let figures = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let short = [day, month]
        .iter()
        .all(|part| (1..=2).contains(&part.len()));
    if !short || year.len() != 4 || ![day, month, year].into_iter().all(figures) {
        return None;
    }
    let year: u16 = year
        .parse()
        .ok()
        .filter(|year| (1000..2200).contains(year))?;
    PartialDate::new(year, month.parse().ok(), day.parse().ok()).ok()
}
