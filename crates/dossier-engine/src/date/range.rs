//! Ranges of dates.

use std::fmt;
use std::str::FromStr;

use super::{DateError, PartialDate};

/// An inclusive range of days; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// Earliest date; a coarse one stands for its first day.
    pub from: Option<PartialDate>,
    /// Latest date; a coarse one stands for its last day.
    pub to: Option<PartialDate>,
}

impl DateRange {
    /// Whether both ends are open, so that the range sets no condition.
    #[must_use]
    pub fn is_open(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether the date may lie in the range: at least one of the days that it may mean does. A
    /// document that is dated by its month is thus found by every range that touches the month,
    /// since leaving out what may be meant is worse than showing it.
    #[must_use]
    pub fn holds(self, date: PartialDate) -> bool {
        self.from
            .is_none_or(|from| from.first_day() <= date.last_day())
            && self.to.is_none_or(|to| date.first_day() <= to.last_day())
    }

    /// The range as English prose has it: `September 2023 to June 2024`, `from September 2023`,
    /// `until June 2024`, a single date alone, and an open range `any date`.
    #[must_use]
    pub fn english(self) -> String {
        match (self.from, self.to) {
            (None, None) => "any date".into(),
            (Some(from), None) => ["from ", &from.english()].concat(),
            (None, Some(to)) => ["until ", &to.english()].concat(),
            (Some(from), Some(to)) if from == to => from.english(),
            (Some(from), Some(to)) => [&from.english(), " to ", &to.english()].concat(),
        }
    }
}

impl fmt::Display for DateRange {
    /// `2023-09..2024-06`, `2023-09..`, `..2024-06`, `..`, and `2023-09` where both ends are the
    /// same. Parsing it gives the same range.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from == to
        {
            return from.fmt(f);
        }
        if let Some(from) = self.from {
            from.fmt(f)?;
        }
        f.write_str("..")?;
        if let Some(to) = self.to {
            to.fmt(f)?;
        }
        Ok(())
    }
}

impl FromStr for DateRange {
    type Err = DateError;

    /// Reads two dates with `..` between them, either of which may lack, or one date.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let Some((from, to)) = text.split_once("..") else {
            let date = text.parse()?;
            return Ok(Self {
                from: Some(date),
                to: Some(date),
            });
        };
        let (from, to) = (end(from)?, end(to)?);
        if let (Some(from), Some(to)) = (from, to)
            && to.last_day() < from.first_day()
        {
            return Err(DateError::Reversed);
        }
        Ok(Self { from, to })
    }
}

fn end(text: &str) -> Result<Option<PartialDate>, DateError> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some)
}

#[cfg(test)]
mod tests {
    use super::super::{DateError, PartialDate};
    use super::DateRange;
    use proptest::prelude::*;

    fn range(text: &str) -> DateRange {
        text.parse().unwrap()
    }

    fn date(text: &str) -> PartialDate {
        text.parse().unwrap()
    }

    #[test]
    fn both_ends_belong_to_the_range() {
        let range = range("2023-09..2024-06");
        assert!(range.holds(date("2023-09-01")));
        assert!(range.holds(date("2024-06-30")));
        assert!(!range.holds(date("2023-08-31")));
        assert!(!range.holds(date("2024-07-01")));
    }

    #[test]
    fn a_coarse_date_is_held_by_every_range_that_touches_it() {
        assert!(range("2023-09-11..2023-09-12").holds(date("2023-09")));
        assert!(range("2023-09-30..").holds(date("2023-09")));
        assert!(range("..2023-01-01").holds(date("2023")));
        assert!(!range("2023-10..").holds(date("2023-09")));
    }

    #[test]
    fn one_date_is_a_range_and_an_open_end_holds_everything() {
        assert!(range("2023").holds(date("2023-12-31")));
        assert!(range("..").is_open());
        assert!(range("..").holds(date("0001")));
    }

    #[test]
    fn a_range_that_ends_before_it_begins_is_refused() {
        assert_eq!("2024..2023".parse::<DateRange>(), Err(DateError::Reversed));
        assert!("2023-09..2023".parse::<DateRange>().is_ok());
    }

    #[test]
    fn english_says_which_end_is_open() {
        assert_eq!(range("2023-09..2024").english(), "September 2023 to 2024");
        assert_eq!(range("2023-09..").english(), "from September 2023");
        assert_eq!(range("..2024").english(), "until 2024");
        assert_eq!(range("2024").english(), "2024");
    }

    proptest! {
        #[test]
        fn a_range_that_is_written_is_read_again(
            from in proptest::option::of(0..1_000_000),
            to in proptest::option::of(1_000_000..3_000_000),
        ) {
            let day = |number| PartialDate::from_day_number(number);
            let range = DateRange { from: from.and_then(day), to: to.and_then(day) };
            prop_assert_eq!(range.to_string().parse(), Ok(range));
        }

        #[test]
        fn a_day_is_held_when_it_lies_between_the_ends(
            a in 0..3_000_000_i32, b in 0..3_000_000_i32, day in 0..3_000_000_i32,
        ) {
            let end = |number| PartialDate::from_day_number(number);
            let range = DateRange { from: end(a.min(b)), to: end(a.max(b)) };
            let inside = (a.min(b)..=a.max(b)).contains(&day);
            prop_assert_eq!(range.holds(end(day).unwrap()), inside);
        }
    }
}
