//! What the rules about the time of measurements have in common.

use chrono::NaiveDate;

use crate::codes;
use crate::date::Interval;
use crate::report::Path;
use crate::rule::Checker;
use crate::series::MeasurementSeries;
use crate::series::ordered::Dated;

/// The most days of a count that may be taken shortly after the step that it is about.
const SHORT: i64 = 7;

/// Reports the periods that end before they start, and so cover no time. Returns `true` if there is one.
pub(super) fn depends_on_order(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) -> bool {
    let list = at.key("measurements");
    let mut has_one = false;
    for (n, one) in series.measurements.iter().enumerate() {
        if one.period.is_some_and(|period| !period.is_ordered()) {
            cx.depends_on(&list.item(n, one.id).key("period"), codes::MEA004);
            has_one = true;
        }
    }
    has_one
}

impl MeasurementSeries {
    /// Calls `then` with whether the series is regular, for the three rules that need it.
    pub(super) fn regularity<R>(&self, then: impl FnOnce(bool) -> R) -> R {
        then(is_regular(self))
    }
}

/// Returns `true` if each measurement is within one step of the calendar, and the next one within the next step.
///
/// Most series are regular. Nothing is then measured twice, nothing is missing, and no days are shared, so the rules
/// about that can skip their walk.
fn is_regular(series: &MeasurementSeries) -> bool {
    let Some(interval) = series.interval else { return false };
    let mut before: Option<(NaiveDate, i64)> = None;
    series.measurements.iter().all(|one| {
        let Some(period) = one.period else { return false };
        let Some(step) = interval.number(period.start) else { return false };
        let follows = before.is_none_or(|(end, last)| end < period.start && last.saturating_add(1) == step);
        before = Some((period.end, step));
        follows && period.is_ordered() && interval.number(period.end) == Some(step)
    })
}

/// How a measurement follows those before it.
pub(super) enum Follows {
    /// It has a time of its own, and nothing is missing before it.
    Directly,
    /// It has the same time as this one.
    Again(Dated),
    /// This number of measurements is missing between this one and it.
    AfterHole(Dated, u64),
}

/// Goes through measurements in the order of their time.
pub(super) struct Walk {
    interval: Option<Interval>,
    before: Option<(Dated, Option<Steps>)>,
    /// The earliest step that the last one can count for.
    taken: i64,
}

impl Walk {
    pub(super) const fn new(interval: Option<Interval>) -> Self {
        Self { interval, before: None, taken: i64::MIN }
    }

    pub(super) fn next(&mut self, one: Dated) -> Follows {
        let steps = self.interval.and_then(|interval| Steps::of(interval, one));
        let Some((before, steps_before)) = self.before else {
            self.go_on(one, steps);
            return Follows::Directly;
        };
        let by_event = self.interval == Some(Interval::ByEvent);
        let same = (before.start, before.end) == (one.start, one.end) && !(by_event && one.start == one.end);
        let (Some(steps), Some(last)) = (steps, steps_before) else {
            self.before = Some((one, steps));
            return if same { Follows::Again(before) } else { Follows::Directly };
        };
        let again = same || steps.are_those_of(last, shares_days(before, one));
        if !again && one.end <= before.end {
            return Follows::Directly; // it is within the time of the previous one, which rule SER003 reports
        }
        if again || steps.latest <= self.taken {
            if one.end >= before.end {
                self.before = Some((one, Some(steps)));
            }
            return Follows::Again(before);
        }
        let missing = steps.missing_since(last, before, one);
        self.go_on(one, Some(steps));
        if missing > 0 { Follows::AfterHole(before, missing) } else { Follows::Directly }
    }

    fn go_on(&mut self, one: Dated, steps: Option<Steps>) {
        self.before = Some((one, steps));
        let earliest = steps.map_or(i64::MIN, |steps| steps.earliest);
        self.taken = earliest.max(self.taken.saturating_add(1));
    }
}

/// Returns `true` if the two have more than one day in common.
pub(super) fn shares_days(before: Dated, one: Dated) -> bool {
    one.start < before.end.min(one.end)
}

/// The steps of the calendar that a measurement can count for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps {
    /// The step in which it begins.
    first: i64,
    /// The step in which it ends: the latest that it can count for.
    latest: i64,
    /// The step that it counts for if it was taken late.
    nearest: i64,
    /// The earliest step that it can count for.
    earliest: i64,
    /// How many steps it covers, to the nearest.
    pub(super) covers: i64,
    /// The mean length of a step.
    mean_days: (i64, i64),
}

impl Steps {
    /// Returns `None` if the interval follows no calendar.
    pub(super) fn of(interval: Interval, one: Dated) -> Option<Self> {
        let (first, latest) = (interval.number(one.start)?, interval.number(one.end)?);
        let mean_days = interval.mean_days()?;
        let (mean, over) = mean_days;
        let days = one.end.signed_duration_since(one.start).num_days().saturating_add(1);
        let twice = days.saturating_mul(over).saturating_mul(2).saturating_add(mean);
        let covers = twice.div_euclid(mean.saturating_mul(2)).max(1);
        // A long count, such as half a month, counts for the days that it covers.
        let is_short = days <= SHORT && days.saturating_mul(over).saturating_mul(4) <= mean;
        let nearest = if is_short { interval.nearest_end(one.end).unwrap_or(latest) } else { latest };
        let earliest = first.saturating_add(covers).saturating_sub(1).min(nearest);
        Some(Self { first, latest, nearest, earliest, covers, mean_days })
    }

    /// Returns `true` if both can only count for the same step, whichever way they are read.
    fn are_those_of(self, last: Self, share_days: bool) -> bool {
        (self.first, self.latest) == (last.first, last.latest)
            && (share_days || (self.earliest, self.nearest) == (last.earliest, last.nearest))
    }

    /// How many measurements are missing, whichever way the two are read.
    fn missing_since(self, last: Self, before: Dated, one: Dated) -> u64 {
        let days = one.start.signed_duration_since(before.end).num_days().saturating_sub(1);
        let (mean, over) = self.mean_days;
        let overlap = shares_days(before, one);
        // There is no room for a measurement in less than half a step.
        if !overlap && days.saturating_mul(over).saturating_mul(2) < mean {
            return 0;
        }
        // Periods that overlap, such as rolling averages, move on by one step, however long they are.
        let covers = |steps: Self| if overlap { 1 } else { steps.covers };
        let between_starts = self.first.saturating_sub(last.first).saturating_sub(covers(last));
        let between_ends = self.latest.saturating_sub(last.latest).saturating_sub(covers(self));
        let taken_late = self.nearest.saturating_sub(last.nearest).saturating_sub(covers(self));
        u64::try_from(between_starts.min(between_ends).min(taken_late)).unwrap_or_default()
    }
}

#[cfg(all(test, feature = "proptest"))]
mod tests {
    use alloc::vec::Vec;

    use chrono::{Days, NaiveDate};
    use proptest::prelude::*;

    use super::{Follows, Steps, Walk, is_regular, shares_days};
    use crate::date::{Interval, Period};
    use crate::figure::Direction;
    use crate::id::Id;
    use crate::measurement::Measurement;
    use crate::series::MeasurementSeries;

    /// Periods of 0 to 100 days, each some days after the previous one.
    fn periods() -> impl Strategy<Value = Vec<Period>> {
        proptest::collection::vec((0_u64..40, 0_u64..100), 1..5).prop_map(|lengths| {
            let mut day = NaiveDate::from_ymd_opt(2023, 12, 1).unwrap_or_default();
            let mut next = |days| {
                day = day.checked_add_days(Days::new(days)).unwrap_or(day);
                day
            };
            lengths.into_iter().map(|(apart, days)| Period { start: next(apart), end: next(days) }).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn in_a_regular_series_the_walk_finds_nothing(
            interval in prop::sample::select(&[
                Interval::Day, Interval::Week, Interval::Month, Interval::Quarter, Interval::HalfYear, Interval::Year,
            ][..]),
            periods in periods(),
        ) {
            let measured = periods.into_iter().map(|period| Measurement {
                period: Some(period),
                ..Measurement::new(Id::from_u128(1))
            });
            let series = MeasurementSeries {
                interval: Some(interval),
                ..MeasurementSeries::of(Id::from_u128(2), Direction::AtMost, measured)
            };
            if is_regular(&series) {
                let mut walk = Walk::new(series.interval);
                let mut before = None;
                for one in series.dated() {
                    prop_assert!(matches!(walk.next(one), Follows::Directly));
                    prop_assert_eq!(Steps::of(interval, one).map(|steps| steps.covers), Some(1));
                    prop_assert!(before.is_none_or(|before| !shares_days(before, one)));
                    before = Some(one);
                }
            }
        }
    }
}
