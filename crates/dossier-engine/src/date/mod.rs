//! Dates of the calendar, with the precision that a text gives them.

/// A date that may lack its day, or its day and month. Ordered by time; a coarser date sorts
/// before the finer ones that it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year of the Gregorian calendar, 1 to 9999.
    pub year: u16,
    /// Month, 1 to 12, or `None` for a whole year.
    pub month: Option<u8>,
    /// Day of the month, 1 to 31, or `None` for a whole month; never without a month.
    pub day: Option<u8>,
}

/// An inclusive range of days; an open end is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DateRange {
    /// Earliest date; a coarse one stands for its first day.
    pub from: Option<PartialDate>,
    /// Latest date; a coarse one stands for its last day.
    pub to: Option<PartialDate>,
}
