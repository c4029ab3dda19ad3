//! The time axis: where a day is, and the months, quarters and years below it.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use chrono::{Datelike, NaiveDate};

use super::text::Font;
use crate::Lang;
use crate::date::Interval;
use crate::date::short_month_name;

/// Converts days to places between the left and the right edge.
#[derive(Debug, Clone, Copy)]
pub(super) struct TimeAxis {
    first: f64,
    last: f64,
    left: f64,
    right: f64,
}

/// A stretch of the calendar, such as a month: where it begins within the axis, and its name.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) left: f64,
    /// Whether it begins within the axis, and so has a tick there.
    pub(super) begins: bool,
    /// Empty if it does not fit.
    pub(super) label: String,
    /// The middle of the label.
    pub(super) middle: f64,
}

/// The rows of the calendar below the axis; the second names what the cells of the first belong to.
#[derive(Debug, Clone, Default)]
pub(super) struct Calendar {
    pub(super) cells: Vec<Cell>,
    pub(super) above: Vec<Cell>,
    /// Months within quarters and years, years within longer cells.
    pub(super) within: Vec<Cell>,
    /// Whether each cell of the second row begins where one of the first row does.
    pub(super) is_nested: bool,
}

impl Calendar {
    /// The height that it takes below the axis.
    pub(super) fn height(&self) -> f64 {
        let rows = if self.above.is_empty() { 1.0 } else { 2.0 };
        10.0 + Font::LABEL.line() * rows
    }
}

/// How long the cells are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(i32),
}

/// A position of the chart as a place on the axis: a day begins at its whole number.
#[expect(clippy::cast_precision_loss, reason = "days and points are numbered below 2^53")]
pub(super) const fn place(position: i64) -> f64 {
    position as f64
}

/// The day as a number; the day begins at the whole number.
pub(super) fn number(day: NaiveDate) -> f64 {
    f64::from(day.num_days_from_ce())
}

impl TimeAxis {
    /// An axis from one day to another; it is never empty.
    pub(super) fn new(first: f64, last: f64, left: f64, right: f64) -> Self {
        Self { first, last: last.max(first + 1.0), left, right }
    }

    /// The place of a day; a day before or after the axis is at its edge.
    pub(super) fn at(&self, day: f64) -> f64 {
        let part = ((day - self.first) / (self.last - self.first)).clamp(0.0, 1.0);
        self.left + part * (self.right - self.left)
    }

    pub(super) fn holds(&self, day: f64) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// The width of a day, in pixels.
    fn of_day(&self) -> f64 {
        (self.right - self.left) / (self.last - self.first)
    }

    /// The calendar in the finest cells whose names fit, but no finer than the interval of the measurements.
    pub(super) fn calendar(&self, interval: Option<Interval>, lang: Lang) -> Calendar {
        const STEPS: [(Step, f64); 15] = [
            (Step::Days(1), 1.0),
            (Step::Days(7), 7.0),
            (Step::Months(1), 30.0),
            (Step::Months(3), 90.0),
            (Step::Months(6), 181.0),
            (Step::Months(12), 365.0),
            (Step::Months(24), 730.0),
            (Step::Months(60), 1_826.0),
            (Step::Months(120), 3_652.0),
            (Step::Months(240), 7_304.0),
            (Step::Months(600), 18_262.0),
            (Step::Months(1_200), 36_524.0),
            (Step::Months(12_000), 365_242.0),
            (Step::Months(60_000), 1_826_211.0),
            (Step::Months(600_000), 18_262_110.0),
        ];
        let finest = match interval {
            Some(Interval::Day | Interval::ByEvent) | None => 1.0,
            Some(Interval::Week) => 7.0,
            Some(Interval::Month) => 30.0,
            Some(Interval::Quarter) => 90.0,
            Some(Interval::HalfYear) => 181.0,
            Some(Interval::Year) => 365.0,
        };
        let fits = |(step, days): &&(Step, f64)| *days >= finest && self.of_day() * days >= step.room(lang);
        let (step, _) = STEPS.iter().find(fits).copied().unwrap_or((Step::Months(600_000), 0.0));
        let above = match step {
            Step::Days(_) => Some(Step::Months(1)),
            Step::Months(..12) => Some(Step::Months(12)),
            Step::Months(_) => None,
        };
        let cells = self.cells(step, |day| step.name(day, lang));
        let above = above.map(|step| {
            self.cells(step, |day| match step {
                Step::Months(1) => format!("{} {}", short_month_name(day.month(), lang), day.year()),
                step => step.name(day, lang),
            })
        });
        let shorter = match step {
            Step::Days(_) | Step::Months(..3) => None,
            Step::Months(..=12) => Some((Step::Months(1), 30.0)),
            Step::Months(_) => Some((Step::Months(12), 365.0)),
        };
        let shorter = shorter.filter(|(_, days)| *days >= finest && self.of_day() * days >= 5.0);
        let within = shorter.map(|(step, _)| self.cells(step, |_| String::new())).unwrap_or_default();
        let is_nested = matches!(step, Step::Months(_) | Step::Days(1));
        Calendar { cells, above: above.unwrap_or_default(), within, is_nested }
    }

    /// The numbers of the points, from 1, if they have no days; only as many as fit.
    pub(super) fn numbers(&self, points: usize) -> Calendar {
        let longest = Font::LABEL.width(&format!("{points}")) + 8.0;
        let steps = (0..18)
            .flat_map(|power| [1, 2, 5].map(|one: i64| one.saturating_mul(10_i64.saturating_pow(power))));
        let step = steps.into_iter().find(|step| self.of_day() * place(*step) >= longest).unwrap_or(i64::MAX);
        let labelled = |n: &i64| *n == 1 || n.checked_rem(step) == Some(0);
        // With a step of more than one, the first number fits next to the second.
        let numbers = (1..=i64::try_from(points).unwrap_or(i64::MAX)).filter(labelled);
        let cells = numbers.map(|n| {
            let left = self.at(place(n) - 1.0);
            Cell { left, begins: false, label: format!("{n}"), middle: left + self.of_day() / 2.0 }
        });
        Calendar { cells: cells.collect(), is_nested: true, ..Calendar::default() }
    }

    fn cells(&self, step: Step, name: impl Fn(NaiveDate) -> String) -> Vec<Cell> {
        let mut cells = Vec::new();
        let mut at = step.at_or_before(self.first);
        // More cells than this do not fit in any picture.
        for _ in 0..2_000 {
            let Some((begins, next)) = at.and_then(|at| Some((step.day(at)?, at.checked_add(1)?))) else {
                break;
            };
            let begin = number(begins);
            if begin >= self.last {
                break;
            }
            let end = step.day(next).map_or(self.last, number);
            let (left, right) = (self.at(begin), self.at(end));
            let label = name(begins);
            let width = Font::LABEL.width(&label);
            // Several years are named after the first, and the label is at that year.
            let (named, is_whole) = match step {
                Step::Months(13..) => ((self.of_day() * 365.0).max(width + 3.0), begin >= self.first),
                Step::Months(_) | Step::Days(_) => (right - left, true),
            };
            let fits = is_whole && width + 3.0 <= right - left;
            let label = if fits { label } else { String::new() };
            cells.push(Cell { left, begins: begin > self.first, label, middle: left + named / 2.0 });
            at = Some(next);
        }
        cells
    }
}

impl Step {
    /// What the cell is called that begins with the day, below the cells of the next step.
    fn name(self, day: NaiveDate, lang: Lang) -> String {
        match (self, lang) {
            (Self::Days(_), _) => format!("{}", day.day()),
            (Self::Months(1), _) => String::from(short_month_name(day.month(), lang)),
            (Self::Months(3), Lang::Da) => format!("{}. kv.", day.quarter()),
            (Self::Months(3), Lang::En) => format!("Q{}", day.quarter()),
            (Self::Months(6), Lang::Da) => format!("{}. halvår", day.quarter().div_ceil(2)),
            (Self::Months(6), Lang::En) => format!("H{}", day.quarter().div_ceil(2)),
            (Self::Months(_), _) => format!("{}", day.year()),
        }
    }

    /// The width of the longest name of such a cell.
    fn room(self, lang: Lang) -> f64 {
        if self == Self::Months(1) {
            let widths = (1..=12).map(|month| Font::LABEL.width(short_month_name(month, lang)));
            return widths.fold(0.0, f64::max) + 4.0;
        }
        let longest = match (self, lang) {
            (Self::Days(_), _) => "30",
            (Self::Months(3), Lang::Da) => "4. kv.",
            (Self::Months(3), Lang::En) => "Q4",
            (Self::Months(6), Lang::Da) => "2. halvår",
            (Self::Months(6), Lang::En) => "H2",
            (Self::Months(_), _) => "2024",
        };
        Font::LABEL.width(longest) + 4.0
    }

    /// The number of the cell that contains the day if chrono can represent its beginning; otherwise of the next one.
    fn at_or_before(self, day: f64) -> Option<i32> {
        #[expect(clippy::cast_possible_truncation, reason = "days of chrono are numbered by i32")]
        let day = day as i32;
        let date = NaiveDate::from_num_days_from_ce_opt(day)?;
        let number = match self {
            // 0001-01-01, the first day, is a Monday.
            Self::Days(days) => day.saturating_sub(1).checked_div_euclid(days)?,
            Self::Months(months) => {
                let month = date.year().saturating_mul(12).saturating_add_unsigned(date.month0());
                month.checked_div_euclid(months)?
            }
        };
        if self.day(number).is_some() { Some(number) } else { number.checked_add(1) }
    }

    /// The first day of the cell with that number.
    fn day(self, number: i32) -> Option<NaiveDate> {
        match self {
            Self::Days(days) => {
                NaiveDate::from_num_days_from_ce_opt(number.checked_mul(days)?.checked_add(1)?)
            }
            Self::Months(months) => {
                let first = number.checked_mul(months)?;
                let of_year = u32::try_from(first.rem_euclid(12)).ok()?;
                NaiveDate::from_ymd_opt(first.div_euclid(12), of_year.saturating_add(1), 1)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> f64 {
        number(text.parse().expect("a day"))
    }

    fn labels(cells: &[Cell]) -> Vec<&str> {
        cells.iter().map(|cell| cell.label.as_str()).filter(|label| !label.is_empty()).collect()
    }

    #[test]
    fn two_years_have_months_and_thirty_have_years() {
        let two = TimeAxis::new(day("2023-11-01"), day("2025-01-01"), 0.0, 700.0);
        let calendar = two.calendar(Some(Interval::Month), Lang::Da);
        assert_eq!(labels(&calendar.cells).get(..3), Some(["nov", "dec", "jan"].as_slice()));
        assert_eq!(labels(&calendar.above), ["2023", "2024"]);
        let thirty = TimeAxis::new(day("1990-01-01"), day("2020-01-01"), 0.0, 700.0);
        assert_eq!(labels(&thirty.calendar(None, Lang::En).cells).first(), Some(&"1990"));
        assert!(thirty.calendar(None, Lang::En).above.is_empty());
    }

    #[test]
    fn the_ends_of_the_calendar_have_an_axis() {
        let (first, last) = (number(NaiveDate::MIN), number(NaiveDate::MAX));
        for (first, last) in [(first, last), (first, first + 30.0), (last - 800.0, last + 1.0), (last, last)]
        {
            for interval in [None, Some(Interval::Week), Some(Interval::Year)] {
                let axis = TimeAxis::new(first, last, 10.0, 500.0);
                let calendar = axis.calendar(interval, Lang::Da);
                for cell in calendar.cells.iter().chain(&calendar.above) {
                    assert!((10.0..=500.0).contains(&cell.left));
                    assert!(cell.label.is_empty() || (10.0..=500.0).contains(&cell.middle));
                }
            }
        }
    }
}
