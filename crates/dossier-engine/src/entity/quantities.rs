//! Quantities: a number with a unit, a sum of money, a percentage, or a count of a weapon.
//!
//! What qualifies the number (`about`, `more than`, `nearly`) stays outside the mention. A plain
//! count is no quantity, but a number directly before a weapon is one that holds the weapon.

use std::collections::BTreeMap;

use super::candidate::{Candidate, Reading};
use super::number::{self, Number, NumberAt};
use super::openers::Opens;
use super::units::{self, Unit};
use super::words::{Joint, Words};
use crate::span::Span;
use crate::text::WordList;

/// Quantities in a text. `weapons` has the last word of each weapon by its first.
pub(super) fn find(words: &Words<'_>, weapons: &BTreeMap<usize, usize>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let opens = words.may_open(at, Opens::Quantity);
        let quantity = opens.then(|| read(words, at, weapons)).flatten();
        at = quantity.as_ref().map_or(at, |quantity| quantity.last) + 1;
        found.extend(quantity);
    }
    found
}

/// The words that a quantity may begin with, besides those that begin with a figure.
pub(super) fn openers(add: &mut dyn FnMut(&str)) {
    let words = [&number::SPELT, &ROUGH].into_iter();
    words.flat_map(WordList::iter).for_each(&mut *add);
    ["half", "magnitude"].into_iter().for_each(&mut *add);
    for (letters, _) in units::LETTERS {
        add(&letters.to_lowercase());
    }
}

/// A measured number: `first` to `last` are words, `span` has the signs too.
struct Measured {
    value: String,
    last: usize,
    span: Span,
    unit: Option<Unit>,
}

fn read(words: &Words<'_>, first: usize, weapons: &BTreeMap<usize, usize>) -> Option<Candidate> {
    if let Some(found) = lettered(words, first)
        .or_else(|| magnitude(words, first))
        .or_else(|| vague(words, first))
    {
        return Some(found);
    }
    let Measured {
        value,
        last,
        mut span,
        unit,
    } = measured(words, first)?;
    let mut start = first;
    if let Some((currency, length)) = units::of_sign(words.gap(first)) {
        span.start -= length as u32;
        // `US$5`, `HK $5`: the letters belong to the sign.
        let before = first.checked_sub(1).map_or("", |before| words.raw(before));
        let gap = words.gap(first);
        let glued =
            gap.len() == length && words.is_capital(first.wrapping_sub(1)) && before.len() <= 2;
        if glued || gap == " $" && matches!(before, "US" | "HK" | "NZ" | "R") {
            start = first - 1;
            span.start = words.span(start).start;
        }
        return candidate(start, last, span, named(&value, currency));
    }
    if let Some(unit) = unit {
        let name = named(&value, unit);
        return match rate(words, last) {
            Some(rate) => {
                let (last, name) = (last + 2, [&name, rate].concat());
                candidate(first, last, words.cover(first, last), name)
            }
            None => candidate(first, last, span, name),
        };
    }
    let (end, weapon) = weapons
        .get(&(last + 1))
        .filter(|_| words.joint(last + 1) == Joint::Space)
        .map(|&end| (end, words.written(last + 1, end)))?;
    // `one missile` says no more than `a missile`.
    if words.folded(first) == "one" || words.joint(first) == Joint::Hyphen {
        return None;
    }
    let name = [&value, " ", &weapon.to_lowercase()].concat();
    candidate(first, end, words.cover(first, end), name)
}

/// `Rs 500 crore`, `EUR 40 million`.
fn lettered(words: &Words<'_>, first: usize) -> Option<Candidate> {
    let unit = units::of_letters(words.raw(first))?;
    let gap = words.gap(first + 1);
    if !(gap.is_empty() || gap == " " || gap == ". ") {
        return None;
    }
    let measured = measured(words, first + 1).filter(|measured| measured.unit.is_none())?;
    let span = Span::new(words.span(first).start, measured.span.end);
    candidate(first, measured.last, span, named(&measured.value, unit))
}

/// `magnitude 7.8`, `magnitude of 4.9`, `6.4 magnitude`.
fn magnitude(words: &Words<'_>, first: usize) -> Option<Candidate> {
    let is_name = |at: usize| words.folded(at) == "magnitude";
    if !is_name(first) && !is_name(first + 1) {
        return None;
    }
    let of = usize::from(words.folded(first + 1) == "of");
    let (last, number) = if is_name(first) {
        (first + 1 + of, first + 1 + of)
    } else {
        (first + 1, first)
    };
    let joined = (first + 1..=last).all(|at| words.joint(at).is_near());
    let value = number::digits(words.folded(number)).filter(|_| joined)?;
    let name = ["magnitude ", &value.english()].concat();
    candidate(first, last, words.cover(first, last), name)
}

/// `millions of dollars`, `tens of billions of euros`, `half a million pounds`.
fn vague(words: &Words<'_>, first: usize) -> Option<Candidate> {
    let spaced = |at: usize| words.joint(at) == Joint::Space;
    let mut at = first;
    let half = words.folded(at) == "half" && words.folded(at + 1) == "a";
    if half {
        at += 2;
        let scaled = matches!(words.folded(at), "million" | "billion" | "trillion");
        if !scaled || !(first + 1..=at).all(spaced) {
            return None;
        }
        at += 1;
    } else {
        if !words.is_in(at, &ROUGH) {
            return None;
        }
        while words.is_in(at, &ROUGH) && words.folded(at + 1) == "of" {
            at += 2;
        }
        if at == first {
            return None;
        }
    }
    let last = money_at(words, at).filter(|_| (first + 1..=at).all(spaced))?;
    let span = words.cover(first, last);
    let name = span.slice(words.text()).to_lowercase();
    candidate(first, last, span, name)
}

/// Rough numbers.
static ROUGH: WordList =
    WordList::new("tens dozens hundreds thousands millions billions trillions");

/// The last word of the name of a currency that begins at a word: `dollars`, `Swiss francs`.
fn money_at(words: &Words<'_>, at: usize) -> Option<usize> {
    if units::money(words.folded(at), words.raw(at)).is_some() {
        return Some(at);
    }
    let next = at + 1;
    let national = words.is_capital(at)
        && words.joint(next) == Joint::Space
        && !words.is_capital(next)
        && units::money(words.folded(next), words.raw(next)).is_some();
    national.then_some(next)
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
    if let Some((value, unit, last)) = glued(words, first) {
        return Some(Measured {
            value: value.english(),
            last,
            span: words.cover(first, last),
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
    let has_decimals = words.folded(end).contains('.');
    let (unit, last, extra) = unit_after(words, end, in_digits, has_decimals);
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
fn unit_after(
    words: &Words<'_>,
    last: usize,
    in_digits: bool,
    has_decimals: bool,
) -> (Option<Unit>, usize, u32) {
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
    if words.is_capital(next)
        && let Some(end) = money_at(words, next)
        && end > next
    {
        let unit = units::money(words.folded(end), words.raw(end));
        return (unit, end, 0);
    }
    if words.joint(next + 1).is_near()
        && let Some(unit) = units::of_words(words.folded(next), words.folded(next + 1))
    {
        return (Some(unit), next + 1, 0);
    }
    let unit = units::of_word(words.folded(next), words.raw(next))
        .filter(|unit| in_digits || !matches!(unit, Unit::Attached("°") | Unit::After("won")));
    match unit {
        // `two seconds` is a length of time.
        Some(Unit::After("s")) if !has_decimals => (None, last, 0),
        Some(_) => (unit, next, 0),
        None => (None, last, 0),
    }
}

/// `per hour`, `an hour` or `per second` behind a unit, as a name has it.
fn rate(words: &Words<'_>, last: usize) -> Option<&'static str> {
    let per = matches!(words.folded(last + 1), "per" | "an" | "a")
        && words.joint(last + 1).is_near()
        && words.joint(last + 2).is_near();
    match words.folded(last + 2) {
        "hour" if per => Some("/h"),
        "second" if per => Some("/s"),
        _ => None,
    }
}

/// A number and a unit or scale written as one word: `10km`, `5bn`.
fn glued(words: &Words<'_>, at: usize) -> Option<(Number, Option<Unit>, usize)> {
    let raw = words.raw(at);
    let in_figures = |c: char| c.is_ascii_digit() || ",.".contains(c);
    if !raw.starts_with(in_figures) {
        return None;
    }
    let digits = raw.len() - raw.trim_start_matches(in_figures).len();
    let (figures, letters) = raw.split_at_checked(digits)?;
    if letters.is_empty() {
        return None;
    }
    let value = number::digits(&figures.replace(',', ""))?;
    let money = units::of_sign(words.gap(at)).is_some();
    if money && let Some(scaled) = number::scaled(value, letters) {
        return Some((scaled, None, at));
    }
    // `1.2bn euros`
    let money = money_at(words, at + 1).filter(|_| words.joint(at + 1) == Joint::Space);
    if let (Some(scaled), Some(last)) = (number::scaled(value, letters), money) {
        let unit = units::money(words.folded(last), words.raw(last));
        return Some((scaled, unit, last));
    }
    units::of_word(letters, letters).map(|unit| (value, Some(unit), at))
}

fn named(value: &str, unit: Unit) -> String {
    match unit {
        Unit::Before(sign) => [sign, value].concat(),
        Unit::After(sign) => [value, " ", sign].concat(),
        Unit::Attached(sign) => [value, sign].concat(),
    }
}
