//! Lengths of time (`18 months`, `two-day`, `24 hours`), and those that tell a date by counting
//! back from the day of publication (`75 years ago`), with the precision of their unit.

use super::relative::plus_years;
use super::{DateValue, Found, Joint, Words, range};
use crate::date::PartialDate;
use crate::entity::number::{self, Number};
use crate::text::WordList;

pub(super) fn read(words: &Words<'_>, first: usize, published: Option<PartialDate>) -> Found {
    if let Some(vague) = vague(words, first) {
        return Some(vague);
    }
    // `a year ago`: the article stays outside.
    let article = unit(words.folded(first)).is_some()
        && first > 0
        && matches!(words.folded(first - 1), "a" | "an")
        && words.joint(first) == Joint::Space;
    let (value, last) = if article {
        (Number::whole(1), first - 1)
    } else {
        let number = number::at(words, first)?;
        (number.value, number.last)
    };
    let at = last + 1;
    if !matches!(words.joint(at), Joint::Space | Joint::Hyphen) {
        return None;
    }
    // `60 Minutes` is a programme, `30 Seconds to Mars` a band.
    if words.is_capital(at) && !words.is_all_capitals(at) && !words.in_title_case(at) {
        return None;
    }
    let unit = unit(words.folded(at))?;
    let ago = words.folded(at + 1) == "ago" && words.joint(at + 1) == Joint::Space;
    if ago {
        let name = published.zip(value.as_whole()).and_then(|(from, count)| {
            let count = i32::try_from(count).ok().filter(|count| *count < 10_000)?;
            back(from, count, unit)
        });
        let value = match name {
            Some(name) => DateValue::resolved(name),
            None => DateValue::stated([&in_words(value, unit), " ago"].concat()),
        };
        return Some((at + 1, value));
    }
    // `one day this place will be reborn`
    if words.folded(first) == "one" && unit == "day" && !is_measure(words, first, at) {
        return None;
    }
    // Times of races are quantities.
    if unit == "second" && value.as_whole().is_none() {
        return None;
    }
    // Ages are not lengths: `six-year-old`, `75 years old`. `a year` is no measure by itself.
    let age = words.folded(at + 1) == "old" && words.joint(at + 1).is_near();
    let glued_before = words.joint(first) == Joint::Hyphen;
    let relation = words.folded(at + 1);
    if matches!(relation, "earlier" | "later") && words.joint(at + 1) == Joint::Space {
        let name = [&in_words(value, unit), " ", relation].concat();
        return Some((at + 1, DateValue::stated(name)));
    }
    (!article && !age && !glued_before).then(|| (at, DateValue::stated(in_words(value, unit))))
}

/// Words that a length of time may begin with, besides numbers; the units stand behind `a`.
pub(super) static OPENERS: WordList = WordList::new(
    "half couple several few second seconds minute minutes hour hours day days week weeks \
     fortnight fortnights month months year years decade decades century centuries",
);

/// Whether `one day` is a length and not some day.
fn is_measure(words: &Words<'_>, first: usize, last: usize) -> bool {
    let before = match first.checked_sub(1) {
        Some(at) if words.joint(first).is_near() => words.folded(at),
        _ => "",
    };
    let after = words.folded(last + 1);
    words.joint(last) == Joint::Hyphen
        || MEASURED.contains(before)
        || matches!(
            after,
            "after" | "before" | "earlier" | "later" | "in" | "of"
        )
}

/// Words that stand before lengths.
static MEASURED: WordList = WordList::new(
    "in within for after than only just least about over under nearly almost from by until every",
);

/// `several weeks`, `few days ago`, `couple of years`, `half an hour`.
fn vague(words: &Words<'_>, first: usize) -> Found {
    let word = words.folded(first);
    let half = word == "half" && matches!(words.folded(first + 1), "a" | "an");
    let couple = word == "couple" && words.folded(first + 1) == "of";
    let at = first + 1 + usize::from(half || couple);
    if !(half || couple || matches!(word, "several" | "few"))
        || words.joint(first + 1) != Joint::Space
    {
        return None;
    }
    let measured = unit(words.folded(at)).is_some() && words.joint(at).is_near();
    // `a half year` and `several second thoughts` are no lengths.
    let plural = words.folded(at).ends_with('s');
    let age = words.folded(at + 1) == "old";
    if !measured || half == plural || age {
        return None;
    }
    let directed = matches!(words.folded(at + 1), "ago" | "later" | "earlier");
    let last = at + usize::from(directed && words.joint(at + 1) == Joint::Space);
    Some((last, DateValue::in_small_letters(words, first, last)))
}

fn in_words(value: Number, unit: &str) -> String {
    let plural = if value == Number::whole(1) { "" } else { "s" };
    let (stem, plural) = match unit {
        "century" if !plural.is_empty() => ("centurie", "s"),
        _ => (unit, plural),
    };
    [&value.english(), " ", stem, plural].concat()
}

/// The unit's singular.
fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "second" | "seconds" => "second",
        "minute" | "minutes" => "minute",
        "hour" | "hours" => "hour",
        "day" | "days" => "day",
        "week" | "weeks" => "week",
        "fortnight" | "fortnights" => "fortnight",
        "month" | "months" => "month",
        "year" | "years" => "year",
        "decade" | "decades" => "decade",
        "century" | "centuries" => "century",
        _ => return None,
    })
}

fn back(from: PartialDate, count: i32, unit: &str) -> Option<String> {
    let days = |days: i32| {
        from.day?;
        from.plus_days(-days)
    };
    match unit {
        "day" => days(count).map(|date| date.to_string()),
        "week" | "fortnight" => {
            let weeks = if unit == "week" { count } else { count * 2 };
            let day = days(weeks * 7)?;
            let monday = day.plus_days(-(day.weekday()? as i32))?;
            Some(range(monday, monday.plus_days(6)?).to_string())
        }
        "month" => {
            from.month?;
            from.plus_months(-count).map(|date| date.to_string())
        }
        "year" => plus_years(from, -count).map(|date| date.to_string()),
        "decade" => plus_years(from, -count * 10).map(|date| date.to_string()),
        _ => None,
    }
}
