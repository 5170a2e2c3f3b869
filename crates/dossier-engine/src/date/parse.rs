//! Reading dates in the forms of ISO 8601.

use std::str::FromStr;

use super::{PartialDate, days_in_month, month_name};

/// Why a text is not a date or a range of dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text has none of the forms.
    #[error("a date is written 2023-09-11, 2023-09 or 2023")]
    NotADate,
    /// The month is not 1 to 12.
    #[error("there is no month {month}; months are 01 to 12")]
    NoSuchMonth {
        /// The month as given.
        month: u8,
    },
    /// The month does not have the day.
    #[error("{} {year} has {} days, not {day}", month_name(*month).unwrap_or("the month"), days_in_month(*year, *month))]
    NoSuchDay {
        /// The year as given.
        year: u16,
        /// The month as given, 1 to 12.
        month: u8,
        /// The day as given.
        day: u8,
    },
    /// A range ends before it begins.
    #[error("the range ends before it begins")]
    Reversed,
}

impl FromStr for PartialDate {
    type Err = DateError;

    /// Reads `2023`, `2023-09` or `2023-09-11`. The year has four digits; month and day may lack
    /// their leading zero.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4);
        let year = number(year.ok_or(DateError::NotADate)?)?;
        let mut small = || parts.next().map(day_or_month).transpose();
        let (month, day) = (small()?, small()?);
        if parts.next().is_some() {
            return Err(DateError::NotADate);
        }
        Self::new(year, month, day)
    }
}

fn day_or_month(part: &str) -> Result<u8, DateError> {
    if part.len() > 2 {
        return Err(DateError::NotADate);
    }
    number(part)
}

/// Digits only: unlike the standard parser, no sign.
fn number<T: FromStr>(digits: &str) -> Result<T, DateError> {
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateError::NotADate);
    }
    digits.parse().map_err(|_| DateError::NotADate)
}

#[cfg(test)]
mod tests {
    use super::super::PartialDate;
    use super::DateError;
    use proptest::prelude::*;

    fn error(text: &str) -> DateError {
        text.parse::<PartialDate>().unwrap_err()
    }

    #[test]
    fn a_day_must_be_in_its_month() {
        assert_eq!(
            error("2023-02-29").to_string(),
            "February 2023 has 28 days, not 29"
        );
        assert!("2024-02-29".parse::<PartialDate>().is_ok());
        assert_eq!(error("2023-13"), DateError::NoSuchMonth { month: 13 });
        assert_eq!(error("2023-00"), DateError::NoSuchMonth { month: 0 });
    }

    #[test]
    fn what_has_another_form_is_not_a_date() {
        for text in [
            "",
            "23",
            "02023",
            "0000",
            "2023-",
            "2023-9-",
            "2023-09-011",
            "+023",
            "2023-+9",
            "2023-09-11-1",
            "11 September 2023",
            "２０２３",
        ] {
            assert_eq!(error(text), DateError::NotADate, "{text:?}");
        }
    }

    #[test]
    fn leading_zeros_may_lack() {
        assert_eq!("2023-9-1".parse(), PartialDate::new(2023, Some(9), Some(1)));
    }

    proptest! {
        #[test]
        fn a_date_that_is_written_is_read_again(number in 0..3_652_059, precision in 0..3) {
            let mut date = PartialDate::from_day_number(number).unwrap();
            if precision < 2 { date.day = None; }
            if precision < 1 { date.month = None; }
            prop_assert_eq!(date.to_string().parse(), Ok(date));
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,12}|[0-9-]{0,12}") {
            if let Ok(date) = text.parse::<PartialDate>() {
                prop_assert!(date.first_day() <= date.last_day());
            }
        }
    }
}
