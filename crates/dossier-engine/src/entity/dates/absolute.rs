//! Dates that say when they are: days, months, years, decades, centuries and their ranges. A day
//! or month without its year takes the year of publication that brings it closest.

use super::ahead::looks_ahead;
use super::{DateValue, Found, Joint, Words, day, follows, month, range, year};
use super::{era, numeric, period};
use crate::date::{PartialDate, Weekday};
use crate::text::WordList;

/// Words in small letters that such a date may begin with, besides ordinals and decades.
pub(super) static BEGINNINGS: WordList = WordList::new(
    "monday tuesday wednesday thursday friday saturday sunday last next this fiscal ad",
);

/// Short names of weekdays, and ordinals up to the twentieth.
pub(super) static OPENERS: WordList = WordList::new(
    "mon tue wed thu fri sat sun first second third fourth fifth sixth seventh eighth ninth tenth \
     eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth \
     twentieth",
);

/// Whether a date may begin with a word: most may not.
fn may_begin(words: &Words<'_>, first: usize) -> bool {
    words.is_capital(first)
        || words
            .folded(first)
            .starts_with(|first: char| first.is_ascii_digit())
        || words.is_in(first, &BEGINNINGS)
        || words.is_in(first, &period::DECADES)
        || words.is_in(first, &period::PARTS)
        || ordinal(words.folded(first)).is_some()
}

pub(super) fn read(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    if !may_begin(words, first) {
        return None;
    }
    let weekday = Weekday::from_name(words.raw(first)).is_some() || is_short_weekday(words, first);
    if weekday && follows(words, first + 1, true) {
        // `Tuesday, 12 September`: the date says it all.
        return month_and_day(words, first + 1, published);
    }
    iso(words, first)
        .or_else(|| counted_weekday(words, first))
        .or_else(|| numeric::read(words, first))
        .or_else(|| month_and_day(words, first, published))
        .or_else(|| months(words, first))
        .or_else(|| month_alone(words, first, published))
        .or_else(|| era::read(words, first))
        .or_else(|| period::read(words, first))
        .or_else(|| decade(words, first))
        .or_else(|| century(words, first))
        .or_else(|| years(words, first))
}

/// `Wed`, which counts only before a date.
fn is_short_weekday(words: &Words<'_>, at: usize) -> bool {
    matches!(
        words.raw(at),
        "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun"
    )
}

/// `2023-09-12`.
fn iso(words: &Words<'_>, first: usize) -> Found {
    let year = year(words, first)?;
    let hyphens = (1..=2).all(|after| {
        words.joint(first + after) == Joint::Hyphen && words.raw(first + after).len() == 2
    });
    let part = |after| words.raw(first + after).parse().ok();
    let (month, day) = hyphens.then(|| part(1).zip(part(2)))??;
    let date = PartialDate::new(year, Some(month), Some(day)).ok()?;
    Some((first + 2, DateValue::stated(date)))
}

/// `12 September 2023`, `the 12th of September`, `9-12 September`, `September 12, 2023`,
/// `September 9-12`.
fn month_and_day(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    let days = |at| {
        let from = day(words, at)?;
        let until = match words.joint(at + 1) {
            Joint::Hyphen => day(words, at + 1).map(|to| (at + 1, to)),
            Joint::Space if words.folded(at + 1) == "to" => {
                day(words, at + 2).map(|to| (at + 2, to))
            }
            Joint::Space if words.folded(at + 1) == "and" && ends_list(words, at + 2) => {
                day(words, at + 2).map(|to| (at + 2, to))
            }
            _ => None,
        };
        let (last, to) = until.unwrap_or((at, from));
        Some((from, to, last))
    };
    let (number, from, to, last) = if let Some(number) = month(words, first) {
        let spelt = || spelt_day(words, first + 1).map(|day| (day, day, first + 1));
        let days = || days(first + 1).or_else(spelt);
        let (from, to, last) = follows(words, first + 1, false).then(days)??;
        (number, from, to, last)
    } else {
        let (from, to, last) = ordinal_before_month(words, first)
            .map(|day| (day, day, first))
            .or_else(|| days(first))?;
        let of = usize::from(words.folded(last + 1) == "of");
        let at = last + 1 + of;
        // `25. Nov` and `25-Nov-2009`
        let hyphens = words.joint(at) == Joint::Hyphen
            && words.joint(at + 1) == Joint::Hyphen
            && year(words, at + 1).is_some();
        let beside = of == 0 && (words.gap(at).trim() == "." || hyphens);
        let number = (follows(words, at, false) || beside).then(|| month(words, at))??;
        (number, from, to, at)
    };
    let after = words.joint(last) == Joint::Hyphen && words.joint(last + 1) == Joint::Hyphen;
    let stated = (follows(words, last + 1, true) || after)
        .then(|| year(words, last + 1))
        .flatten();
    let dated = |day| {
        let date = |year| PartialDate::new(year, Some(number), Some(day)).ok();
        match (stated, published) {
            (Some(year), _) => date(year),
            (None, Some(published)) => closest(published, date),
            (None, None) => None,
        }
    };
    let last = last + usize::from(stated.is_some());
    let Some((from, to)) = dated(from).zip(dated(to)) else {
        return (stated.is_none() && published.is_none())
            .then(|| (last, DateValue::written(words, first, last)));
    };
    let name = if from < to {
        range(from, to).to_string()
    } else {
        from.to_string()
    };
    let value = if stated.is_some() {
        DateValue::stated(name)
    } else {
        DateValue::resolved(name)
    };
    Some((last, value))
}

/// Whether a number is the last of its list and counts nothing: `July 10 and 11.`
fn ends_list(words: &Words<'_>, at: usize) -> bool {
    let next = words.folded(at + 1);
    words.joint(at) == Joint::Space
        && (words.joint(at + 1) != Joint::Space || matches!(next, "in" | "at" | "to" | "for"))
}

/// The day that a spelt ordinal gives before `of` and a month: `the Fourth of July`.
fn ordinal_before_month(words: &Words<'_>, at: usize) -> Option<u8> {
    if words.folded(at + 1) != "of" {
        return None;
    }
    let (day, _) = ordinal(words.folded(at)).filter(|(day, _)| *day <= 10)?;
    month(words, at + 2)?;
    Some(day)
}

/// The day that a spelt ordinal gives behind a month: `July fourth`.
fn spelt_day(words: &Words<'_>, at: usize) -> Option<u8> {
    let counts = words.joint(at + 1) == Joint::Space
        && matches!(
            words.folded(at + 1),
            "quarter" | "half" | "week" | "the" | "in"
        );
    let (day, _) = ordinal(words.folded(at)).filter(|_| !counts)?;
    Some(day)
}

/// `the fourth Thursday in November`.
fn counted_weekday(words: &Words<'_>, first: usize) -> Found {
    let joined = (first + 1..first + 4).all(|at| words.joint(at) == Joint::Space);
    let counted = words.folded(first) == "last" || ordinal(words.folded(first)).is_some();
    let stands = joined
        && counted
        && Weekday::from_name(words.raw(first + 1)).is_some()
        && matches!(words.folded(first + 2), "in" | "of")
        && month(words, first + 3).is_some();
    stands.then(|| (first + 3, DateValue::written(words, first, first + 3)))
}

/// The number of a spelt ordinal up to the twentieth, and how it is written in figures.
fn ordinal(word: &str) -> Option<(u8, &'static str)> {
    Some(match word {
        "first" => (1, "1st"),
        "second" => (2, "2nd"),
        "third" => (3, "3rd"),
        "fourth" => (4, "4th"),
        "fifth" => (5, "5th"),
        "sixth" => (6, "6th"),
        "seventh" => (7, "7th"),
        "eighth" => (8, "8th"),
        "ninth" => (9, "9th"),
        "tenth" => (10, "10th"),
        "eleventh" => (11, "11th"),
        "twelfth" => (12, "12th"),
        "thirteenth" => (13, "13th"),
        "fourteenth" => (14, "14th"),
        "fifteenth" => (15, "15th"),
        "sixteenth" => (16, "16th"),
        "seventeenth" => (17, "17th"),
        "eighteenth" => (18, "18th"),
        "nineteenth" => (19, "19th"),
        "twentieth" => (20, "20th"),
        _ => return None,
    })
}

/// `January-March 2020`, `July-August`.
fn months(words: &Words<'_>, first: usize) -> Found {
    let from = month(words, first)?;
    let last = first + 1;
    let to = month(words, last).filter(|_| words.joint(last) == Joint::Hyphen)?;
    let year = follows(words, last + 1, false)
        .then(|| year(words, last + 1))
        .flatten();
    let Some(year) = year else {
        return Some((last, DateValue::written(words, first, last)));
    };
    let of = |year: u16, month| PartialDate::new(year, Some(month), None).ok();
    let begun = year.checked_sub(u16::from(from > to))?;
    let value = range(of(begun, from)?, of(year, to)?);
    Some((last + 1, DateValue::stated(value)))
}

/// Of the days that three years give, the one closest to publication.
fn closest(
    published: PartialDate,
    date: impl Fn(u16) -> Option<PartialDate>,
) -> Option<PartialDate> {
    let years = published.year.saturating_sub(1)..=published.year.saturating_add(1);
    years
        .filter_map(date)
        .min_by_key(|date| (date.day_number() - published.day_number()).abs())
}

/// `September 2023`, `in September`, `last May`. Names of months that are other words too count
/// alone only after a word that stands before times.
fn month_alone(words: &Words<'_>, start: usize, published: Option<PartialDate>) -> Found {
    let directed = matches!(words.folded(start), "last" | "next" | "this")
        && words.joint(start + 1) == Joint::Space;
    let first = start + usize::from(directed);
    let number = month(words, first)?;
    let after = first + 1 + usize::from(words.folded(first + 1) == "of");
    if follows(words, after, true)
        && let Some(year) = year(words, after)
        && words.joint(first + 1) != Joint::Possessive
    {
        let date = PartialDate::new(year, Some(number), None).ok()?;
        return Some((after, DateValue::stated(date)));
    }
    let lead = if first > 0 && words.joint(first).is_near() {
        words.folded(first - 1)
    } else {
        ""
    };
    // `by May` may name a person.
    let sure = stands_before_times(lead) || number != 5 && matches!(lead, "by" | "from");
    let whole_name = words.folded(first).len() > 3;
    let name_goes_on = words.joint(first + 1) == Joint::Space
        && words.is_capital(first + 1)
        && month(words, first + 1).is_none();
    let ambiguous = matches!(number, 3 | 4 | 5 | 6 | 8) || name_goes_on;
    if !sure && (ambiguous || !whole_name) {
        return None;
    }
    let Some(published) = published.filter(|published| published.month.is_some()) else {
        return Some((first, DateValue::written(words, start, first)));
    };
    let date = |year| PartialDate::new(year, Some(number), None).ok();
    let this_month = published.month.unwrap_or(1);
    let ahead = match lead {
        "next" => true,
        "last" => false,
        _ => looks_ahead(words, start, first),
    };
    let step = match (ahead, number.cmp(&this_month)) {
        (true, std::cmp::Ordering::Less) => 1,
        (false, std::cmp::Ordering::Greater) => -1,
        _ => 0,
    };
    let date = date(published.year.checked_add_signed(step)?)?;
    Some((first, DateValue::resolved(date)))
}

fn stands_before_times(word: &str) -> bool {
    matches!(
        word,
        "in" | "since"
            | "until"
            | "till"
            | "during"
            | "last"
            | "next"
            | "this"
            | "early"
            | "late"
            | "mid"
            | "through"
            | "before"
            | "after"
            | "previous"
            | "following"
            | "of"
    )
}

/// `1990s`, `mid-1990s`.
fn decade(words: &Words<'_>, first: usize) -> Found {
    let raw = words.raw(first);
    let figures = raw.strip_suffix('s')?;
    let plain = figures.len() == 4
        && figures.ends_with('0')
        && figures.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| (first, DateValue::stated(raw)))
}

/// `19th century`, `first millennium BC`.
fn century(words: &Words<'_>, first: usize) -> Found {
    let last = first + 1;
    let period = match words.folded(last) {
        "century" | "centuries" => " century",
        "millennium" => " millennium",
        _ => return None,
    };
    if !words.joint(last).is_near() {
        return None;
    }
    let word = words.folded(first);
    let number = ordinal(word).map_or(word, |(_, figures)| figures);
    let figures = number.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = (1..=2).contains(&figures.len())
        && figures.bytes().all(|byte| byte.is_ascii_digit())
        && number.len() == figures.len() + 2;
    ordinal.then(|| match era::mark(words, last + 1) {
        Some(mark) => (
            last + 1,
            DateValue::stated([number, period, " ", mark].concat()),
        ),
        None => (last, DateValue::stated([number, period].concat())),
    })
}

/// `2019`, `1950-1953`, `2019-20`. The years of `from 1950 to 1953` are two dates.
fn years(words: &Words<'_>, first: usize) -> Found {
    let from = year(words, first)?;
    if let Some((last, to)) = last_year(words, first, from) {
        let whole = |year| PartialDate::new(year, None, None).ok();
        return Some((last, DateValue::stated(range(whole(from)?, whole(to)?))));
    }
    is_year(words, first).then(|| (first, DateValue::stated(from)))
}

fn last_year(words: &Words<'_>, first: usize, from: u16) -> Option<(usize, u16)> {
    let at = match words.joint(first + 1) {
        Joint::Hyphen => first + 1,
        // `the 1997/98 season`
        _ if words.gap(first + 1) == "/" => first + 1,
        _ => return None,
    };
    let to = year(words, at).or_else(|| {
        let short = words.raw(at).len() == 2 && words.joint(at) != Joint::Space;
        let rest: u16 = short.then(|| words.raw(at).parse().ok())??;
        Some(from / 100 * 100 + rest)
    })?;
    (from < to && to < from + 200).then_some((at, to))
}

/// Whether figures that are no year stand beside, as in numbers of telephones: `2317 1933`.
fn in_larger_number(words: &Words<'_>, at: usize) -> bool {
    let figures = |at: usize| {
        let raw = words.raw(at);
        raw.len() > 2 && raw.bytes().all(|byte| byte.is_ascii_digit()) && year(words, at).is_none()
    };
    let beside = |at: usize| matches!(words.gap(at).trim(), "" | "-" | ")");
    at > 0 && beside(at) && figures(at - 1) || beside(at + 1) && figures(at + 1)
}

/// Whether figures are the number of a telephone: `Tel. 2058 1234`.
fn is_called(words: &Words<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).map_or("", |at| words.folded(at));
    (1..3).any(|back| matches!(before(back), "tel" | "telephone" | "phone" | "fax"))
}

/// What stands behind the time of a day: `1657 UTC`.
static ZONES: WordList = WordList::new("gmt utc edt est pdt pst cet bst ist hrs hours");

/// Whether four figures are a year and not a count: after a word that stands before years, or
/// where no count can stand.
fn is_year(words: &Words<'_>, at: usize) -> bool {
    let money_or_share = words.gap(at).ends_with(['$', '€', '£', '#', '.', ':', '/'])
        || words.gap(at + 1).starts_with(['%', '°', '/'])
        || words.gap(at + 1) == ":";
    if money_or_share || words.joint(at + 1) == Joint::Glued {
        return false;
    }
    if in_larger_number(words, at) || is_called(words, at) || words.is_in(at + 1, &ZONES) {
        return false;
    }
    let lead = if at > 0 && !words.starts_sentence(at) {
        words.folded(at - 1)
    } else {
        ""
    };
    let next = words.folded(at + 1);
    let counted = words.joint(at + 1) == Joint::Space
        && next.ends_with('s')
        && !words.is_capital(at + 1)
        && !matches!(next, "as" | "is" | "was" | "has" | "its" | "his" | "this");
    if matches!(
        lead,
        "in" | "since" | "until" | "till" | "during" | "circa" | "year"
    ) {
        return true;
    }
    let unit = matches!(
        next,
        "people" | "men" | "women" | "children" | "percent" | "feet"
    ) || super::super::units::of_word(next, words.raw(at + 1)).is_some()
        || matches!(next, "million" | "billion" | "thousand");
    !counted && !unit && words.joint(at) != Joint::Glued
}
