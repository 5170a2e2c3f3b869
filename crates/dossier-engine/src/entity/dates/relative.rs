//! Dates told from the day of publication: weekdays, `yesterday`, `this year`, `next month`. A week
//! runs from Monday to Sunday.

use super::ahead::looks_ahead;
use super::{DateValue, Found, Joint, Words, range, year};
use crate::date::{PartialDate, Weekday};
use crate::text::WordList;

pub(super) fn read(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    weekday(words, first, published)
        .or_else(|| near_day(words, first, published))
        .or_else(|| near_period(words, first, published))
        .or_else(|| recent(words, first))
        .or_else(|| season(words, first))
}

/// Words that other such times may begin with, besides weekdays and years.
pub(super) static OPENERS: WordList =
    WordList::new("last this today tonight yesterday tomorrow spring summer autumn winter fall");

/// `recent weeks`, `past year`, `coming days`, `next day`.
fn recent(words: &Words<'_>, first: usize) -> Found {
    if !words.is_in(first, &NEAR) {
        return None;
    }
    let last = first + 1;
    let unit = words.folded(last);
    let many = matches!(
        unit,
        "hours" | "days" | "weeks" | "months" | "years" | "decades" | "centuries"
    );
    let one = matches!(
        unit,
        "week" | "month" | "year" | "decade" | "century" | "weekend"
    );
    // `earlier in the week`, `earlier in this century`
    if matches!(words.folded(first), "earlier" | "later") && words.folded(last) == "in" {
        let period = matches!(
            words.folded(first + 3),
            "day" | "week" | "month" | "year" | "season" | "decade" | "century"
        );
        let told = matches!(words.folded(first + 2), "the" | "this") && period;
        let joined = (last..=first + 3).all(|at| words.joint(at) == Joint::Space);
        return (told && joined).then(|| {
            (
                first + 3,
                DateValue::in_small_letters(words, first, first + 3),
            )
        });
    }
    let told = match words.folded(first) {
        "recent" => many,
        "past" | "coming" | "previous" | "following" => many || one,
        "next" => unit == "day",
        _ => false,
    };
    (told && words.joint(last) == Joint::Space)
        .then(|| (last, DateValue::in_small_letters(words, first, last)))
}

/// Words that a time near the day of publication may begin with.
pub(super) static NEAR: WordList =
    WordList::new("recent past coming previous following next earlier later");

/// `last summer`, `spring 2019`, `winter of 1944`.
fn season(words: &Words<'_>, first: usize) -> Found {
    let is_season = |at: usize| {
        matches!(
            words.folded(at),
            "spring" | "summer" | "autumn" | "winter" | "fall"
        )
    };
    let next = first + 1;
    // `the 1989 fall`
    if year(words, first).is_some() && is_season(next) && words.joint(next) == Joint::Space {
        return Some((next, DateValue::in_small_letters(words, first, next)));
    }
    if direction(words.folded(first)).is_some() && is_season(next) {
        let spaced = words.joint(next) == Joint::Space;
        return spaced.then(|| (next, DateValue::in_small_letters(words, first, next)));
    }
    let at = next + usize::from(words.folded(next) == "of");
    let joined = (next..=at).all(|at| words.joint(at) == Joint::Space);
    (is_season(first) && joined && year(words, at).is_some())
        .then(|| (at, DateValue::in_small_letters(words, first, at)))
}

/// Which way a word such as `last` points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Back,
    Here,
    On,
}

fn direction(word: &str) -> Option<Direction> {
    Some(match word {
        "last" | "previous" => Direction::Back,
        "this" => Direction::Here,
        "next" | "coming" => Direction::On,
        _ => return None,
    })
}

/// `Tuesday`, `last Tuesday`, `next Tuesday`. Without a word that says so the last such day, the
/// day of publication included, or where the sentence looks ahead the next one.
fn weekday(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    let directed =
        direction(words.folded(first)).filter(|_| words.joint(first + 1) == Joint::Space);
    let last = first + usize::from(directed.is_some());
    if !words.is_capital(last) {
        return None;
    }
    let wanted = Weekday::from_name(words.raw(last))?;
    let Some((published, today)) = published.and_then(|date| Some((date, date.weekday()?))) else {
        return Some((last, DateValue::written(words, first, last)));
    };
    let back = (today as i32 - wanted as i32).rem_euclid(7);
    let days = match directed {
        Some(Direction::Back) => -(if back == 0 { 7 } else { back }),
        Some(Direction::On) => 7 - back,
        Some(Direction::Here) => wanted as i32 - today as i32,
        None if back > 0 && looks_ahead(words, first, last) => 7 - back,
        None => -back,
    };
    Some((last, DateValue::resolved(published.plus_days(days)?)))
}

/// `today`, `yesterday`, `tomorrow`.
fn near_day(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    let days = match words.folded(first) {
        "today" | "tonight" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        _ => return None,
    };
    let value = match published.filter(|date| date.day.is_some()) {
        Some(published) => DateValue::resolved(published.plus_days(days)?),
        None => DateValue::stated(words.folded(first)),
    };
    Some((first, value))
}

/// `this week`, `last month`, `next year`.
fn near_period(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    let steps = match direction(words.folded(first))? {
        Direction::Back => -1,
        Direction::Here => 0,
        Direction::On => 1,
    };
    let last = first + 1;
    let period = words.folded(last);
    let known = words.joint(last) == Joint::Space
        && matches!(
            period,
            "week" | "weekend" | "month" | "year" | "decade" | "century"
        )
        && !matches!(words.folded(first), "previous" | "coming");
    // `This Week` is a programme.
    let titled = words.is_capital(first)
        && words.is_capital(last)
        && !words.is_all_capitals(last)
        && !words.in_title_case(last);
    if !known || titled {
        return None;
    }
    let unresolved = || {
        let name = [words.folded(first), " ", period].concat();
        Some((last, DateValue::stated(name)))
    };
    let Some(published) = published else {
        return unresolved();
    };
    let days = |from: i32, to: i32| {
        let monday = -(published.weekday()? as i32) + 7 * steps;
        let day = |after| published.plus_days(monday + after);
        Some(range(day(from)?, day(to)?).to_string())
    };
    let name = match period {
        "week" => days(0, 6),
        "weekend" => days(5, 6),
        "month" if published.month.is_some() => {
            published.plus_months(steps).map(|date| date.to_string())
        }
        "year" => plus_years(published, steps).map(|date| date.to_string()),
        "decade" => plus_years(published, steps * 10).map(|date| {
            let mut name = (date.year / 10 * 10).to_string();
            name.push('s');
            name
        }),
        _ => None,
    };
    match name {
        Some(name) => Some((last, DateValue::resolved(name))),
        None => unresolved(),
    }
}

/// The year that lies `years` after the date's, or before it where negative.
pub(super) fn plus_years(date: PartialDate, years: i32) -> Option<PartialDate> {
    let year = u16::try_from(i32::from(date.year).checked_add(years)?).ok()?;
    PartialDate::new(year, None, None).ok()
}
