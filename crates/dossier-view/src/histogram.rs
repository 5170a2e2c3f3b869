//! Documents over time.

use dossier_engine::date::{DateRange, PartialDate};
use dossier_engine::explorer::{Facets, MonthCount};

/// Most bars that are shown; beyond it years take the place of months.
const MOST_BARS: usize = 48;

/// Documents by month or by year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// The bars, earliest first, without gaps.
    pub bars: Vec<Bar>,
    /// Count of the highest bar.
    pub highest: u32,
    /// Documents that stand in no bar.
    pub undated: u32,
}

/// A month or a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The month or year.
    pub date: PartialDate,
    /// How many documents.
    pub count: u32,
    /// Whether the range of dates in force touches it; true where none is.
    pub within: bool,
}

impl Histogram {
    /// The histogram of an answer's documents, under a range of dates.
    #[must_use]
    pub fn new(facets: &Facets, range: DateRange) -> Self {
        let mut bars: Vec<Bar> = Vec::new();
        let by_year = facets.months.len() > MOST_BARS;
        for &MonthCount { year, month, count } in &facets.months {
            let date = PartialDate {
                year,
                month: (!by_year).then_some(month),
                day: None,
            };
            match bars.last_mut().filter(|bar| bar.date == date) {
                Some(bar) => bar.count += count,
                None => bars.push(Bar {
                    date,
                    count,
                    within: range.holds(date),
                }),
            }
        }
        Self {
            highest: bars.iter().map(|bar| bar.count).max().unwrap_or(0),
            bars,
            undated: facets.undated,
        }
    }

    /// The dates from one bar to another, in whichever order; positions beyond the last bar count
    /// as the last. All bars are the open range.
    #[must_use]
    pub fn range(&self, one: usize, other: usize) -> DateRange {
        let last = self.bars.len().saturating_sub(1);
        let (from, to) = (one.min(other), one.max(other).min(last));
        if from == 0 && to == last {
            return DateRange::default();
        }
        let date = |position: usize| self.bars.get(position).map(|bar| bar.date);
        DateRange {
            from: date(from),
            to: date(to),
        }
    }

    /// The bar at a place across the histogram, from 0 at its left edge to 1 at its right.
    #[must_use]
    pub fn at(&self, across: f64) -> Option<usize> {
        let count = self.bars.len();
        let inside = |position: &usize| across * count as f64 <= (position + 1) as f64;
        (0..count).find(inside)
    }

    /// The first and the last bar of the range in force; `None` where the range touches no bar.
    #[must_use]
    pub fn ends(&self) -> Option<(usize, usize)> {
        let first = self.bars.iter().position(|bar| bar.within)?;
        let last = self.bars.iter().rposition(|bar| bar.within)?;
        Some((first, last))
    }
}

#[cfg(test)]
mod tests {
    use dossier_engine::date::DateRange;
    use dossier_engine::explorer::{Facets, MonthCount};

    use super::Histogram;

    fn facets(months: u16) -> Facets {
        let months = (0..months).map(|month| MonthCount {
            year: 2020 + month / 12,
            month: (month % 12 + 1) as u8,
            count: 1,
        });
        Facets {
            months: months.collect(),
            ..Facets::default()
        }
    }

    #[test]
    fn a_brush_over_two_bars_is_a_range_of_months() {
        let histogram = Histogram::new(&facets(10), DateRange::default());
        assert_eq!(histogram.range(4, 2).to_string(), "2020-03..2020-05");
        assert!(histogram.range(0, 99).is_open());
    }

    #[test]
    fn every_place_across_is_over_a_bar() {
        let histogram = Histogram::new(&facets(10), DateRange::default());
        assert_eq!(histogram.at(0.0), Some(0));
        assert_eq!(histogram.at(0.55), Some(5));
        assert_eq!(histogram.at(1.0), Some(9));
    }

    #[test]
    fn decades_are_shown_by_year() {
        let histogram = Histogram::new(&facets(60), DateRange::default());
        assert_eq!(histogram.bars.len(), 5);
        assert_eq!(histogram.highest, 12);
        assert_eq!(histogram.range(1, 1).to_string(), "2021");
    }

    #[test]
    fn the_range_in_force_is_found_again() {
        let histogram = Histogram::new(&facets(10), "2020-03..2020-05".parse().unwrap());
        assert_eq!(histogram.ends(), Some((2, 4)));
    }
}
