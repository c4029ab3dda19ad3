//! Data over time: whether the measurements that cycles name are regular.

use alloc::vec::Vec;

use chrono::{Datelike as _, Days, NaiveDate};

use crate::date::{Interval, Period};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::model::Indicator;
use crate::sorted::{of, sort_by, sort_by_key};

use super::read::Read;

/// The measurements that cycles name, as far as they are known.
pub(super) struct Known<'m> {
    measurements: Vec<(Id<Measurement>, &'m Measurement)>,
}

/// What the data of some cycles are; `None` is not assessable.
#[derive(Debug, Clone, Copy)]
pub(super) struct Data {
    pub(super) regular: Option<bool>,
    pub(super) monthly: Option<bool>,
}

impl<'m> Known<'m> {
    /// Those of `measurements` that are named; `named` is sorted.
    pub(super) fn new(named: &[Id<Measurement>], measurements: &'m [Measurement]) -> Self {
        let named = |one: &&Measurement| named.binary_search(&one.id).is_ok();
        let mut measurements: Vec<_> = measurements.iter().filter(named).map(|one| (one.id, one)).collect();
        sort_by_key(&mut measurements, |(id, _)| *id);
        Self { measurements }
    }

    /// Whether three of the `named` measurements, of one indicator and in a row, are at the same distance, and at most a
    /// month apart.
    pub(super) fn data(&self, named: &[Id<Measurement>]) -> Data {
        if named.len() < 3 {
            return Data { regular: Some(false), monthly: Some(false) };
        }
        let point = |id: &Id<Measurement>| {
            let (_, one) = of(&self.measurements, *id).first()?;
            Some((one.indicator?, one.period?))
        };
        let mut points: Vec<(Id<Indicator>, Period)> = named.iter().filter_map(point).collect();
        let are_all_known = points.len() == named.len();
        sort_by(&mut points, Ord::cmp);
        points.dedup_by_key(|(indicator, period)| (*indicator, period.start));
        let (mut regular, mut monthly) = (false, false);
        for three in points.windows(3) {
            let [(of_one, a), (of_other, b), (of_third, c)] = three else { continue };
            let is_even = of_one == of_other && of_other == of_third && are_even([*a, *b, *c]);
            regular |= is_even;
            monthly |= is_even
                && [(a, b), (b, c)].iter().all(|(a, b)| steps_of(Interval::Day, a.start, b.start) <= 31);
        }
        // One that is not known could be the third.
        let answer = |is: bool| (is || are_all_known).then_some(is);
        Data { regular: answer(regular), monthly: answer(monthly) }
    }
}

/// The measurements that cycles name, each once, sorted.
pub(super) fn named<'c>(cycles: impl Iterator<Item = &'c Read<'c>>) -> Vec<Id<Measurement>> {
    let mut named: Vec<_> = cycles.flat_map(|cycle| cycle.data).copied().collect();
    sort_by(&mut named, Ord::cmp);
    named.dedup();
    named
}

/// Whether three periods follow each other at the same distance: in days, or in months if all begin on the same day of
/// the month or all end with it.
fn are_even([a, b, c]: [Period; 3]) -> bool {
    let same_steps = |interval, days: [NaiveDate; 3]| {
        let [a, b, c] = days;
        steps_of(interval, a, b) == steps_of(interval, b, c)
    };
    let (starts, ends) = ([a, b, c].map(|one| one.start), [a, b, c].map(|one| one.end));
    let [first, ..] = starts;
    let one_day = starts.iter().all(|day| day.day() == first.day());
    let ends_month = ends.iter().all(|day| is_last_of_month(*day));
    same_steps(Interval::Day, starts)
        || one_day && same_steps(Interval::Month, starts)
        || ends_month && same_steps(Interval::Month, ends)
}

fn steps_of(interval: Interval, from: NaiveDate, to: NaiveDate) -> i64 {
    interval.steps(from, to).unwrap_or(i64::MAX)
}

fn is_last_of_month(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(1)).is_none_or(|next| next.day() == 1)
}
