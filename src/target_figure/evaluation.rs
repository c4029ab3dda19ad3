//! Comparing measurements with a target figure, unit by unit and rolled up.

use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::outcome::{TargetOutcome, Unused, WhyUnused};
use super::roll_up::evaluate_units;
use super::{TargetFigure, TargetState, TargetStep};
use crate::date::{PartialDate, Period};
use crate::id::Id;
use crate::keyed::Keyed;
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::sorted::sort_by;

/// Whether a set of measurements meets a target figure.
///
/// Nothing is dropped: every measurement either counts for its unit or is listed as
/// [`unused`](Self::unused), and every expected unit has an entry in [`units`](Self::units).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TargetEvaluation {
    pub(super) outcome: TargetOutcome,
    pub(super) complete: bool,
    pub(super) of_reported: TargetOutcome,
    pub(super) figure: Option<Observed>,
    pub(super) units: Vec<UnitEvaluation>,
    pub(super) unused: Vec<Unused>,
}

/// What one unit measured, and whether that meets the target figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnitEvaluation {
    /// The unit.
    pub unit: OrgUnit,
    /// Its measurements, sorted by id. More than one cannot be assessed.
    pub measurements: Vec<Id<Measurement>>,
    /// Its figure; `None` unless there is exactly one, and it does not contradict itself.
    pub figure: Option<Observed>,
    /// Whether the unit meets the target figure.
    pub outcome: TargetOutcome,
}

impl TargetEvaluation {
    /// Whether the expected units together meet the target figure.
    ///
    /// If a unit has no usable figure, the answer is *not assessable*, unless no figure of that unit could
    /// change it: one exception breaks "all" and "none", whatever the other units count, and a count that has
    /// passed its threshold stays past it.
    pub const fn outcome(&self) -> &TargetOutcome {
        &self.outcome
    }

    /// Returns `true` if at least one unit is expected, and every expected unit has one usable figure.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// The answer for the units that have a usable figure, and for no others.
    ///
    /// If the evaluation is not [complete](Self::is_complete), this is provisional and not a verdict: a target
    /// that is met so far is not met.
    pub const fn of_reported(&self) -> &TargetOutcome {
        &self.of_reported
    }

    /// The sum of the usable figures: of parts, of wholes, or of counts.
    ///
    /// Returns `None` if there is no usable figure, or if they cannot be summed.
    #[must_use]
    pub const fn figure(&self) -> Option<&Observed> {
        self.figure.as_ref()
    }

    /// Each expected unit once, in the order of the argument `expected`.
    #[must_use]
    pub fn units(&self) -> &[UnitEvaluation] {
        &self.units
    }

    /// The expected units without any measurement.
    pub fn not_reported(&self) -> impl Iterator<Item = OrgUnit> {
        self.units.iter().filter(|one| one.measurements.is_empty()).map(|one| one.unit)
    }

    /// The measurements that do not count, and why, sorted by id.
    #[must_use]
    pub fn unused(&self) -> &[Unused] {
        &self.unused
    }

    /// The state of the target figure after this evaluation: met, not met or not assessable.
    #[must_use]
    pub const fn state(&self) -> TargetState {
        self.outcome.state()
    }

    /// This evaluation as a step in the life of the target figure, for [`advance`](TargetFigure::advance).
    #[must_use]
    pub const fn step(&self, on: Option<PartialDate>) -> TargetStep {
        TargetStep { state: Some(self.state()), on, decision: None }
    }
}

impl TargetFigure {
    /// Compares measurements with the figure, for each unit of `expected` and for all of them together.
    ///
    /// A measurement counts if it names the same indicator, its unit is expected, and its period is within the
    /// measuring time. Parts and wholes are summed, and percents are never averaged: a unit that counts little has
    /// little weight. Other measurements are listed as [unused](TargetEvaluation::unused).
    ///
    /// # The measuring time
    ///
    /// `within` is the running period of the agreement
    /// ([`running_period`](crate::agreement::DevelopmentAgreement::running_period)), or `None` if it is not
    /// known. A period that ends before it starts is treated as `None`.
    ///
    /// | The target figure says | What counts | Counts for 2024 | Does not count |
    /// |---|---|---|---|
    /// | a month, a third, a half or a year: *november 2024* | what is inside | 18–22 November | January–1 November |
    /// | a day: *pr. 31. marts 2024* | from the start of the agreement to that day | January–March; 31 March | 25 March–5 April; March 2023 |
    /// | a day without a year: *pr. 30. november* | as for a day, in the year of the agreement | November 2024 | November 2015 |
    /// | a schedule with a deadline | from the start of the agreement to the deadline | as for a day | as for a day |
    ///
    /// A period that runs past the day does not count, because it includes what happened after the day. If
    /// `within` is not known or starts after the day, a day with its year counts only what ends on that very
    /// day, and a day without a year and a schedule resolve to no days.
    ///
    /// A measuring time that resolves to no days, such as *løbende* or *besluttes af styregruppen*, makes the
    /// target figure [not assessable](super::WhyNotAssessable::MeasuringTimeOpen), because any year would count. The
    /// measurements are still summed if their periods have a day in common.
    ///
    /// # Rolling up
    ///
    /// No unit of `expected` may be inside another, or something would be counted twice:
    /// [`Operator::children_of`](crate::organisation::Operator::children_of) returns such a list, and
    /// [`Operator::nested`](crate::organisation::Operator::nested) checks one. A repeated unit counts once.
    ///
    /// The evaluation is exact, never panics, and does not depend on the order of the measurements.
    ///
    /// # Source
    ///
    /// R-173 (which parts a figure needs, the measuring time among them), R-178 (a month is all of its days),
    /// R-032 (a whole of zero), R-144 (counts without a whole), R-031 (*Drifts- og
    /// udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3). That shares are rolled up by their counts is
    /// derived: the sections are about the share of all of them together. What counts for a single day is
    /// derived, too: the source gives such days and no rule for what is measured before them.
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::TargetOutcome;
    /// use kvalitetsmodel::{date::Period, measurement::Measurement, target_figure::TargetFigure};
    ///
    /// let target: TargetFigure = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000181",
    ///         "indicator": { "id": "00000000-0000-4000-8000-000000000018", "statement": "SMARTE" },
    ///         "direction": "atLeast", "value": "80", "unit": "percent",
    ///         "population": { "description": "mål og delmål" },
    ///         "measuredAt": { "date": { "on": "2024-11" } },
    ///         "dataSource": "kvalitetsovervågning"
    ///     }"#,
    /// )?;
    /// let measured: Measurement = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000182",
    ///         "indicator": "00000000-0000-4000-8000-000000000018",
    ///         "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
    ///         "period": { "start": "2024-11-01", "end": "2024-11-30" },
    ///         "observed": { "share": { "part": 15, "whole": 19 } }
    ///     }"#,
    /// )?;
    /// let service = measured.reporting_unit.ok_or("a unit")?;
    /// let evaluation = target.evaluate([&measured], &[service], Period::year(2024));
    /// assert_eq!(evaluation.outcome(), &TargetOutcome::NotMet); // 78.9 percent
    /// let target = target.advance(evaluation.step(None))?;
    /// assert_eq!(target.state, Some(evaluation.state()));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn evaluate<'a>(
        &self,
        measurements: impl IntoIterator<Item = &'a Measurement>,
        expected: &[OrgUnit],
        within: Option<Period>,
    ) -> TargetEvaluation {
        let time = self.measuring_time(within);
        let units = expected.iter().map(|unit| (*unit, (*unit, Vec::new())));
        let mut units: Keyed<OrgUnit, (OrgUnit, Vec<&Measurement>)> = units.collect();
        let mut unused = Vec::new();
        for one in measurements {
            let counted =
                self.unit_counted(one, time).and_then(|unit| units.get_mut(unit).ok_or(WhyUnused::OtherUnit));
            match counted {
                Ok((_, measured)) => measured.push(one),
                Err(because) => unused.push(Unused { measurement: one.id, because }),
            }
        }
        sort_by(&mut unused, Ord::cmp);
        evaluate_units(self, time, units.into_values(), unused)
    }

    /// The unit that a measurement counts for.
    ///
    /// # Errors
    ///
    /// The first reason why it does not count.
    fn unit_counted(&self, one: &Measurement, time: Option<MeasuringTime>) -> Result<OrgUnit, WhyUnused> {
        let Some(indicator) = &self.indicator else { return Err(WhyUnused::TargetWithoutIndicator) };
        // A stated lack of a result is not missing.
        let is_stated = one.no_result.is_some() || one.observed.as_ref().and_then(Observed::stated).is_some();
        let (Some(measured), Some(unit), Some(period), true) =
            (one.indicator, one.reporting_unit, one.period, is_stated)
        else {
            return Err(WhyUnused::NotStated { parts: one.missing_parts().collect() });
        };
        if measured != indicator.id {
            Err(WhyUnused::OtherIndicator)
        } else if !period.is_ordered() {
            Err(WhyUnused::PeriodBackwards)
        } else if time.is_some_and(|time| !time.admits(period)) {
            Err(WhyUnused::OtherTime)
        } else {
            Ok(unit)
        }
    }

    /// When the figure is measured; see [`evaluate`](Self::evaluate). Returns `None` if no days follow from
    /// what is stated.
    fn measuring_time(&self, within: Option<Period>) -> Option<MeasuringTime> {
        let within = within.filter(Period::is_ordered);
        let when = self.measured_at.as_ref()?;
        let end = when.deadline(within.as_ref())?;
        let day = when.start(within.as_ref());
        let start = match day {
            Some(start) if start < end => Some(start), // A month, a third, a half or a year.
            _ => within.map(|within| within.start).filter(|start| *start <= end),
        };
        match start {
            Some(start) => Some(MeasuringTime::Inside(Period { start, end })),
            None => day.map(MeasuringTime::EndsOn),
        }
    }
}

/// The days on which a target figure is measured.
#[derive(Debug, Clone, Copy)]
pub(super) enum MeasuringTime {
    /// The period of a measurement is inside this one.
    Inside(Period),
    /// The period of a measurement ends on this day.
    EndsOn(NaiveDate),
}

impl MeasuringTime {
    fn admits(self, period: Period) -> bool {
        match self {
            Self::Inside(time) => time.contains_period(&period),
            Self::EndsOn(day) => period.end == day,
        }
    }
}
