//! How often it is measured.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::choice::Form;
use super::time::Time;
use crate::date::Interval;
use crate::sorted::sort_by;

/// By event for what is measured between events, otherwise the length that all periods share.
///
/// Days are often the days of a count made once a month. The interval is then the longest step of the calendar that
/// contains no two of them, if at least half of the days are one such step after the previous one.
pub(super) fn interval(form: Form, times: &[Time]) -> Option<Interval> {
    if form == Form::BetweenEvents {
        return Some(Interval::ByEvent);
    }
    let length = times.first()?.length;
    if times.iter().any(|time| time.length != length) {
        return None;
    }
    if length != Interval::Day {
        return Some(length);
    }
    let mut days: Vec<NaiveDate> = times.iter().map(|time| time.period.start).collect();
    sort_by(&mut days, Ord::cmp);
    days.dedup();
    let calendar = [
        Interval::Year,
        Interval::HalfYear,
        Interval::Quarter,
        Interval::Month,
        Interval::Week,
        Interval::Day,
    ];
    let steps = |interval: Interval| -> Vec<i64> {
        days.windows(2)
            .filter_map(|pair| if let [one, next] = pair { interval.steps(*one, *next) } else { None })
            .collect()
    };
    let (found, steps) =
        calendar.into_iter().map(|one| (one, steps(one))).find(|(_, steps)| !steps.contains(&0))?;
    let regular = steps.iter().filter(|step| **step == 1).count();
    (regular > 0 && regular.saturating_mul(2) >= steps.len()).then_some(found)
}
