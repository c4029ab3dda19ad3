//! Positions in the order of time: days as numbers, or the indices of points that have no days.

use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};

use super::{ChartData, ChartError, ChartKind, Figure, Place, Scale};
use crate::figure::Unit;
use crate::sorted::sort_by_key;

impl ChartData {
    /// Returns `true` if the points have days.
    pub(super) fn has_days(&self) -> bool {
        self.points.first().is_some_and(|point| point.at.is_some())
    }

    /// The position of a point.
    pub(super) fn position(&self, point: usize) -> Option<i64> {
        match self.points.get(point)?.at {
            Some(period) => Some(day(period.start)),
            None => i64::try_from(point).ok(),
        }
    }

    /// The first and last position of a place; a point covers its own days.
    pub(super) fn reach(&self, place: Place) -> Option<(i64, i64)> {
        match place {
            Place::Point(point) => match self.points.get(point)?.at {
                Some(period) => Some((day(period.start), day(period.end))),
                None => self.position(point).map(|at| (at, at)),
            },
            Place::Day(date) => self.has_days().then(|| (day(date), day(date))),
            Place::On(date) => self.has_days().then(|| (day(date.first_day()), day(date.last_day()))),
        }
    }

    /// Checks that all points have days or none has, that each period ends on its first day or later, and that none
    /// begins before the previous one.
    pub(super) fn check_times(&self) -> Result<(), ChartError> {
        let has_days = self.has_days();
        let mut before: Option<NaiveDate> = None;
        for (index, point) in self.points.iter().enumerate() {
            if point.at.is_some() != has_days {
                return Err(ChartError::SomeHaveDays { index });
            }
            let Some(period) = point.at else { continue };
            if !period.is_ordered() {
                return Err(ChartError::PeriodBackwards { index });
            }
            if before.is_some_and(|before| period.start < before) {
                return Err(ChartError::NotInOrder { index });
            }
            before = Some(period.start);
        }
        Ok(())
    }

    /// Checks that a C or G chart is made of whole numbers in a unit that is counted: the limits of others would depend on
    /// the unit.
    pub(super) fn check_counts(&self, kind: ChartKind) -> Result<(), ChartError> {
        let is_counted = match (kind, &self.scale) {
            (ChartKind::C, Scale::In(unit)) => *unit == Unit::Count,
            (ChartKind::G, Scale::In(unit)) => matches!(unit, Unit::Count | Unit::Days),
            (ChartKind::C | ChartKind::G, _) => true,
            _ => return Ok(()),
        };
        let wrong = self.points.iter().position(|point| match &point.figure {
            Figure::Single(value) => !is_counted || !value.is_whole(),
            _ => false,
        });
        wrong.map_or(Ok(()), |index| Err(ChartError::NoCount { kind, index }))
    }

    /// Checks that the notes are at places that the chart has.
    pub(super) fn check_notes(&self) -> Result<(), ChartError> {
        match self.notes.iter().find(|note| self.reach(note.at).is_none() && !self.points.is_empty()) {
            Some(note) => Err(ChartError::NoSuchPlace { place: note.at }),
            None => Ok(()),
        }
    }

    /// The position from which each target holds, and its index. Of two that begin together the lower one comes first,
    /// whatever their order.
    pub(super) fn targets_in_order(&self) -> Result<Vec<(i64, usize)>, ChartError> {
        let mut targets = Vec::with_capacity(self.targets.len());
        for (n, target) in self.targets.iter().enumerate() {
            let from = match target.from {
                None => i64::MIN,
                Some(_) if self.points.is_empty() => continue,
                Some(place) => self.reach(place).ok_or(ChartError::NoSuchPlace { place })?.0,
            };
            targets.push((from, target.value, n));
        }
        sort_by_key(&mut targets, |(from, value, _)| (*from, *value));
        Ok(targets.into_iter().map(|(from, _, n)| (from, n)).collect())
    }
}

fn day(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}
