//! Arithmetic of days in the Gregorian calendar, also before it was introduced.

use super::PartialDate;

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All days of the week, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// English name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Monday => "Monday",
            Self::Tuesday => "Tuesday",
            Self::Wednesday => "Wednesday",
            Self::Thursday => "Thursday",
            Self::Friday => "Friday",
            Self::Saturday => "Saturday",
            Self::Sunday => "Sunday",
        }
    }

    /// The day of the week with this English name, whatever its case.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|day| day.name().eq_ignore_ascii_case(name))
    }
}

/// Number of 31 December 9999.
const LAST_DAY: i32 = 3_652_058;

/// Days of a month, 1 to 12; 31 for any other number.
#[must_use]
pub fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Days before the first of January of a year, counted from 1 January of the year 1.
fn days_before_year(year: u16) -> i32 {
    let past = i32::from(year) - 1;
    past * 365 + past / 4 - past / 100 + past / 400
}

fn days_before_month(year: u16, month: u8) -> i32 {
    (1..month)
        .map(|month| i32::from(days_in_month(year, month)))
        .sum()
}

impl PartialDate {
    /// Number of the date's first day, counting 1 January of the year 1 as day 0.
    #[must_use]
    pub fn day_number(self) -> i32 {
        let first = self.first_day();
        let month = first.month.unwrap_or(1);
        let day = i32::from(first.day.unwrap_or(1));
        days_before_year(first.year) + days_before_month(first.year, month) + day - 1
    }

    /// The day with this number, or `None` outside the years 1 to 9999.
    #[must_use]
    pub fn from_day_number(number: i32) -> Option<Self> {
        if !(0..=LAST_DAY).contains(&number) {
            return None;
        }
        // Dividing by the longest year never gives a year too late, and is at most a few too early.
        let mut year = u16::try_from(number / 366 + 1).ok()?;
        while days_before_year(year + 1) <= number {
            year += 1;
        }
        let mut rest = number - days_before_year(year);
        let mut month = 1;
        while rest >= i32::from(days_in_month(year, month)) {
            rest -= i32::from(days_in_month(year, month));
            month += 1;
        }
        let day = u8::try_from(rest + 1).ok()?;
        Self::new(year, Some(month), Some(day)).ok()
    }

    /// The day that lies `days` after the date's first day, or before it where negative. `None`
    /// outside the years 1 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_day_number(self.day_number().checked_add(days)?)
    }

    /// The month that lies `months` after the date's first month, or before it where negative.
    /// `None` outside the years 1 to 9999.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Option<Self> {
        let first = i32::from(self.year) * 12 + i32::from(self.month.unwrap_or(1)) - 1;
        let number = first.checked_add(months)?;
        let year = u16::try_from(number.div_euclid(12)).ok()?;
        let month = u8::try_from(number.rem_euclid(12) + 1).ok()?;
        Self::new(year, Some(month), None).ok()
    }

    /// The day of the week, or `None` for a date without a day.
    #[must_use]
    pub fn weekday(self) -> Option<Weekday> {
        self.day?;
        let index = usize::try_from(self.day_number().rem_euclid(7)).ok()?;
        Weekday::ALL.get(index).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::PartialDate;
    use super::{LAST_DAY, Weekday};
    use proptest::prelude::*;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn weekdays_are_those_of_the_newspapers() {
        assert_eq!(date("2023-09-11").weekday(), Some(Weekday::Monday));
        assert_eq!(date("2024-06-18").weekday(), Some(Weekday::Tuesday));
        assert_eq!(date("2024-06").weekday(), None);
    }

    #[test]
    fn days_are_counted_over_leap_days_and_year_ends() {
        assert_eq!(date("2024-02-28").plus_days(2), Some(date("2024-03-01")));
        assert_eq!(date("2023-01-01").plus_days(-1), Some(date("2022-12-31")));
        assert_eq!(date("0001-01-01").plus_days(-1), None);
        assert_eq!(date("9999-12-31").plus_days(1), None);
        assert_eq!(date("9999-12-31").plus_days(i32::MAX), None);
    }

    #[test]
    fn months_are_counted_over_year_ends() {
        assert_eq!(date("2023-11").plus_months(2), Some(date("2024-01")));
        assert_eq!(date("2023-01-31").plus_months(-1), Some(date("2022-12")));
        assert_eq!(date("0001-01").plus_months(-1), None);
    }

    proptest! {
        #[test]
        fn the_calendar_is_that_of_an_independent_library(number in 0..=LAST_DAY) {
            let ours = PartialDate::from_day_number(number).unwrap();
            let base = jiff::civil::date(1, 1, 1);
            let theirs = base.checked_add(jiff::Span::new().days(number)).unwrap();
            prop_assert_eq!(ours.to_string(), theirs.to_string());
            prop_assert_eq!(ours.day_number(), number);
            let weekday = ours.weekday().unwrap() as i8;
            prop_assert_eq!(weekday, theirs.weekday().to_monday_zero_offset());
        }

        #[test]
        fn numbers_outside_the_calendar_have_no_day(
            number in prop_oneof![any::<i32>(), LAST_DAY - 9..LAST_DAY + 9, -9..9],
        ) {
            let day = PartialDate::from_day_number(number);
            prop_assert_eq!(day.is_some(), (0..=LAST_DAY).contains(&number));
        }
    }
}
