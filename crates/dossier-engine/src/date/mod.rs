//! Dates of the calendar, with the precision that a text gives them.

mod calendar;
mod parse;
mod range;

pub use calendar::{Weekday, days_in_month};
pub use parse::DateError;
pub use range::DateRange;

use std::fmt;

/// English names of the months, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date that may lack its day, or its day and month. Ordered by time; a coarser date sorts
/// before the finer ones that it holds.
///
/// [`PartialDate::new`] and parsing give dates that the calendar has. Fields set by hand are the
/// caller's care: nothing here panics on them, but what comes out is not meaningful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year of the Gregorian calendar, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12, or `None` for a whole year.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31, or `None` for a whole month; never without a month.
    pub day: Option<u8>,
}

impl PartialDate {
    /// The date, or the reason why the calendar has no such date.
    ///
    /// # Errors
    /// Where the year is not 1 to 9999, the month not 1 to 12, the month does not have the day, or
    /// a day comes without a month.
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Result<Self, DateError> {
        if !(1..=9999).contains(&year) {
            return Err(DateError::NotADate);
        }
        match (month, day) {
            (None, Some(_)) => return Err(DateError::NotADate),
            (Some(month), _) if !(1..=12).contains(&month) => {
                return Err(DateError::NoSuchMonth { month });
            }
            (Some(month), Some(day)) if !(1..=days_in_month(year, month)).contains(&day) => {
                return Err(DateError::NoSuchDay { year, month, day });
            }
            _ => {}
        }
        Ok(Self { year, month, day })
    }

    /// The earliest day that the date may mean.
    #[must_use]
    pub fn first_day(self) -> Self {
        Self {
            month: Some(self.month.unwrap_or(1)),
            day: Some(self.day.unwrap_or(1)),
            ..self
        }
    }

    /// The latest day that the date may mean.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in_month(self.year, month));
        Self {
            month: Some(month),
            day: Some(day),
            ..self
        }
    }

    /// The date as English prose has it: `11 September 2023`, `September 2023`, `2023`.
    #[must_use]
    pub fn english(self) -> String {
        let mut text = String::new();
        if let Some(day) = self.day {
            text.push_str(&day.to_string());
            text.push(' ');
        }
        if let Some(name) = self.month.and_then(month_name) {
            text.push_str(name);
            text.push(' ');
        }
        text.push_str(&self.year.to_string());
        text
    }
}

/// English name of a month, 1 to 12.
#[must_use]
pub fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?).copied()
}

impl fmt::Display for PartialDate {
    /// The ISO 8601 form: `2023-09-11`, `2023-09`, `2023`. Parsing it gives the same date.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::PartialDate;

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_coarse_date_spans_its_first_to_its_last_day() {
        assert_eq!(date("2024").first_day(), date("2024-01-01"));
        assert_eq!(date("2024").last_day(), date("2024-12-31"));
        assert_eq!(date("2024-02").last_day(), date("2024-02-29"));
        assert_eq!(date("1900-02").last_day(), date("1900-02-28"));
        assert_eq!(date("2024-02-03").last_day(), date("2024-02-03"));
    }

    #[test]
    fn a_coarse_date_sorts_before_the_dates_it_holds() {
        assert!(date("2023") < date("2023-01"));
        assert!(date("2023-09") < date("2023-09-01"));
        assert!(date("2023-09-30") < date("2023-10"));
    }

    #[test]
    fn english_has_the_precision_of_the_date() {
        assert_eq!(date("2023-09-11").english(), "11 September 2023");
        assert_eq!(date("2023-09").english(), "September 2023");
        assert_eq!(date("2023").english(), "2023");
    }
}
