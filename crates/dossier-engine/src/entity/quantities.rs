//! Quantities: a number with a unit, a sum of money, a percentage, or a count of a weapon.
//!
//! What qualifies the number (`about`, `more than`, `nearly`) stays outside the mention. A plain
//! count is no quantity, but a number directly before a weapon is one that holds the weapon.

use std::collections::BTreeMap;

use super::candidate::{Candidate, Reading};
use super::number::{self, Number, NumberAt};
use super::units::{self, Unit};
use super::words::{Joint, Words};
use crate::span::Span;

/// Quantities in a text. `weapons` has the last word of each weapon by its first.
pub(super) fn find(words: &Words<'_>, weapons: &BTreeMap<usize, usize>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let quantity = read(words, at, weapons);
        at = quantity.as_ref().map_or(at, |quantity| quantity.last) + 1;
        found.extend(quantity);
    }
    found
}

/// A measured number: `first` to `last` are words, `span` has the signs too.
struct Measured {
    value: String,
    last: usize,
    span: Span,
    unit: Option<Unit>,
}

fn read(words: &Words<'_>, first: usize, weapons: &BTreeMap<usize, usize>) -> Option<Candidate> {
    let Measured {
        value,
        last,
        mut span,
        unit,
    } = measured(words, first)?;
    let mut start = first;
    if let Some((currency, length)) = units::of_sign(words.gap(first)) {
        span.start -= length as u32;
        // `US$5`: the letters belong to the sign.
        if words.gap(first).len() == length
            && first > 0
            && words.is_capital(first - 1)
            && words.raw(first - 1).len() <= 2
        {
            start = first - 1;
            span.start = words.span(start).start;
        }
        return candidate(start, last, span, named(&value, currency));
    }
    if let Some(unit) = unit {
        return candidate(first, last, span, named(&value, unit));
    }
    let (end, weapon) = weapons
        .get(&(last + 1))
        .filter(|_| words.joint(last + 1) == Joint::Space)
        .map(|&end| (end, words.cover(last + 1, end).slice(words.text())))?;
    // `one missile` says no more than `a missile`.
    if words.folded(first) == "one" || words.joint(first) == Joint::Hyphen {
        return None;
    }
    let name = [&value, " ", &weapon.to_lowercase()].concat();
    candidate(first, end, words.cover(first, end), name)
}

#[expect(clippy::unnecessary_wraps, reason = "every use is a result of `read`")]
fn candidate(first: usize, last: usize, span: Span, name: String) -> Option<Candidate> {
    Some(Candidate {
        first,
        last,
        span,
        reading: Reading::Quantity(name),
        tagged: None,
    })
}

/// A number or a range of numbers, with the unit after it if there is one.
fn measured(words: &Words<'_>, first: usize) -> Option<Measured> {
    if let Some((value, unit)) = glued(words, first) {
        return Some(Measured {
            value: value.english(),
            last: first,
            span: words.span(first),
            unit,
        });
    }
    let NumberAt { value, last } = number::at(words, first)?;
    let mut text = value.english();
    let mut end = last;
    if let Some((high, after)) = upper_end(words, last) {
        if high.value <= value {
            return None;
        }
        text = [&text, "–", &high.value.english()].concat();
        end = high.last.max(after);
    }
    let in_digits = words
        .folded(first)
        .starts_with(|digit: char| digit.is_ascii_digit());
    let (unit, last, extra) = unit_after(words, end, in_digits);
    let mut span = words.cover(first, last);
    span.end += extra;
    Some(Measured {
        value: text,
        last,
        span,
        unit,
    })
}

/// The number after `to` or a dash.
fn upper_end(words: &Words<'_>, last: usize) -> Option<(NumberAt, usize)> {
    let next = if words.folded(last + 1) == "to" && words.joint(last + 1) == Joint::Space {
        last + 2
    } else if words.joint(last + 1) == Joint::Hyphen {
        last + 1
    } else {
        return None;
    };
    let high = number::at(words, next)?;
    words.joint(next).is_near().then_some((high, next))
}

/// The unit after a word, the position of its last word, and how many bytes of signs follow that.
fn unit_after(words: &Words<'_>, last: usize, in_digits: bool) -> (Option<Unit>, usize, u32) {
    let gap = words.gap(last + 1);
    if gap.starts_with('%') {
        return (Some(Unit::Attached("%")), last, 1);
    }
    if gap.trim() == "°" && matches!(words.raw(last + 1), "C" | "F") {
        let celsius = words.raw(last + 1) == "C";
        let unit = Unit::Attached(if celsius { " °C" } else { " °F" });
        return (Some(unit), last + 1, 0);
    }
    let next = last + 1;
    if !matches!(words.joint(next), Joint::Space | Joint::Hyphen) {
        return (None, last, 0);
    }
    if words.joint(next + 1).is_near()
        && let Some(unit) = units::of_words(words.folded(next), words.folded(next + 1))
    {
        return (Some(unit), next + 1, 0);
    }
    let unit = units::of_word(words.folded(next), words.raw(next))
        .filter(|unit| in_digits || !matches!(unit, Unit::Attached("°") | Unit::After("won")));
    match unit {
        Some(_) => (unit, next, 0),
        None => (None, last, 0),
    }
}

/// A number and a unit or scale written as one word: `10km`, `5bn`.
fn glued(words: &Words<'_>, at: usize) -> Option<(Number, Option<Unit>)> {
    let raw = words.raw(at);
    let digits = raw.len()
        - raw
            .trim_start_matches(|c: char| c.is_ascii_digit() || ",.".contains(c))
            .len();
    let (figures, letters) = raw.split_at_checked(digits)?;
    if figures.is_empty() || letters.is_empty() {
        return None;
    }
    let value = number::digits(&figures.replace(',', ""))?;
    let money = units::of_sign(words.gap(at)).is_some();
    if money && let Some(scaled) = number::scaled(value, letters) {
        return Some((scaled, None));
    }
    units::of_word(letters, letters).map(|unit| (value, Some(unit)))
}

fn named(value: &str, unit: Unit) -> String {
    match unit {
        Unit::Before(sign) => [sign, value].concat(),
        Unit::After(sign) => [value, " ", sign].concat(),
        Unit::Attached(sign) => [value, sign].concat(),
    }
}
