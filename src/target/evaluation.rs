//! Holding measurements against a target figure, unit by unit and rolled up.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::outcome::{Outcome, Unused, WhyUnused};
use super::roll_up::weigh;
use super::{TargetFigure, TargetState, TargetStep};
use crate::date::{PartialDate, Period};
use crate::id::MeasurementId;
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::text::{Bilingual, missing_of, says_something};

/// What a set of measurements says of one target figure.
///
/// Nothing is dropped on the way: every measurement is either counted in under its unit or listed as
/// [`unused`](Self::unused), and every expected unit has a line.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evaluation {
    pub(super) outcome: Outcome,
    pub(super) complete: bool,
    pub(super) of_reported: Outcome,
    pub(super) figure: Option<Observed>,
    pub(super) units: Vec<UnitEvaluation>,
    pub(super) unused: Vec<Unused>,
}

/// What one unit measured, and what that says of the target figure there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct UnitEvaluation {
    /// Which unit.
    pub unit: OrgUnit,
    /// Its measurements, by id; more than one cannot be assessed.
    pub measurements: Vec<MeasurementId>,
    /// Its figure, where there is exactly one that does not contradict itself.
    pub figure: Option<Observed>,
    /// Is the target figure met in this unit?
    pub outcome: Outcome,
}

impl Evaluation {
    /// Is the target figure met by the expected units together?
    ///
    /// Where a unit has no figure that can be used, the answer is *not assessable*, unless nothing that
    /// unit could have reported would change it: one exception breaks "all" and "none", whatever the others
    /// count, and a count that has passed its threshold does not come back.
    pub const fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Does every expected unit have one figure that can be used, and is there such a unit?
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        self.complete
    }

    /// The answer for those units alone that have a figure that can be used.
    ///
    /// Where the evaluation is not [complete](Self::is_complete) it is a provisional reading and no verdict:
    /// a target that is met so far is not met.
    pub const fn of_reported(&self) -> &Outcome {
        &self.of_reported
    }

    /// The sum of the figures that can be used: parts with parts, wholes with wholes, counts with counts.
    ///
    /// Nothing where there is none, or where they cannot be summed.
    #[must_use]
    pub const fn figure(&self) -> Option<&Observed> {
        self.figure.as_ref()
    }

    /// Each expected unit once, in the order that they were given.
    #[must_use]
    pub fn units(&self) -> &[UnitEvaluation] {
        &self.units
    }

    /// The expected units without any measurement.
    pub fn not_reported(&self) -> impl Iterator<Item = OrgUnit> {
        self.units.iter().filter(|one| one.measurements.is_empty()).map(|one| one.unit)
    }

    /// The measurements left aside and why, by id.
    #[must_use]
    pub fn unused(&self) -> &[Unused] {
        &self.unused
    }

    /// The state that the target figure comes into: met, not met or not assessable.
    #[must_use]
    pub const fn state(&self) -> TargetState {
        self.outcome.state()
    }

    /// The step in the life of the target figure that this evaluation is, for
    /// [`advance`](TargetFigure::advance).
    #[must_use]
    pub const fn step(&self, on: Option<PartialDate>) -> TargetStep {
        TargetStep { state: self.state(), on, decision: None }
    }
}

impl TargetFigure {
    /// What must be stated before the figure can be assessed, and whether it is (R-173).
    pub(crate) fn parts(&self) -> [(bool, Bilingual); 7] {
        let indicator = self.indicator.as_ref().is_some_and(|i| says_something(i.statement.as_ref()));
        let population = self.population.as_ref().is_some_and(|p| says_something(p.description.as_ref()));
        [
            (indicator, Bilingual::new("indikator", "indicator")),
            (self.direction.is_some(), Bilingual::new("retning", "direction")),
            (self.value.is_some(), Bilingual::new("værdi", "value")),
            (self.unit.is_some(), Bilingual::new("enhed", "unit")),
            (population, Bilingual::new("population", "population")),
            (self.measured_at.is_some(), Bilingual::new("måletidspunkt", "measuring time")),
            (says_something(self.data_source.as_ref()), Bilingual::new("datakilde", "data source")),
        ]
    }

    /// Which of indicator, direction, value, unit, population, measuring time and data source are not stated
    /// (R-173); rule `TAR002` lists the same.
    ///
    /// ```
    /// use kvalitetsmodel::{TargetFigure, id::TargetId};
    /// use uuid::Uuid;
    ///
    /// let figure = TargetFigure::new(TargetId::new(Uuid::from_u128(1)));
    /// assert_eq!(figure.missing_parts().count(), 7);
    /// ```
    pub fn missing_parts(&self) -> impl Iterator<Item = Bilingual> + use<> {
        missing_of(self.parts())
    }

    /// Holds measurements against the figure, for each unit of `expected` and for all of them together.
    ///
    /// A measurement counts where it names the same indicator, its unit is expected, and its period lies
    /// within the measuring time. Parts and wholes are summed, and percents never averaged: a small unit
    /// weighs what it counts. What does not count is listed as [unused](Evaluation::unused).
    ///
    /// # The measuring time
    ///
    /// `within` is the running period of the agreement
    /// ([`running_period`](crate::DevelopmentAgreement::running_period)); nothing where it is not known, and
    /// one that ends before it starts is not known either.
    ///
    /// | The target figure says | It counts | For 2024, counted are | and not |
    /// |---|---|---|---|
    /// | a month, a third, a half or a year: *november 2024* | what lies inside | 18–22 November | January–1 November |
    /// | a day: *pr. 31. marts 2024* | what is counted by that day, and not before the agreement runs | January–March; 31 March | 25 March–5 April; March 2023 |
    /// | a day without a year: *pr. 30. november* | the same, in the year of the agreement | November 2024 | November 2015 |
    /// | a schedule with a deadline | what is counted from the start of the agreement to the deadline | as for a day | as for a day |
    ///
    /// A period that runs past the day holds what came after it, so it does not count. Where `within` is
    /// not known, or starts after the day, a day with its year counts only what ends on that very day; a day
    /// without a year and a schedule then give no days.
    ///
    /// A measuring time that gives no days, such as *løbende* or *besluttes af styregruppen*, makes the target
    /// figure [not assessable](super::Reason::MeasuringTimeOpen): otherwise it would be judged on figures of
    /// any year. The measurements are summed all the same where they share a day.
    ///
    /// # Rolling up
    ///
    /// No unit of `expected` may lie inside another, or the same would be counted twice:
    /// [`Operator::children_of`](crate::Operator::children_of) gives such a list, and
    /// [`Operator::nested`](crate::Operator::nested) tests one. A unit given twice counts once.
    ///
    /// The evaluation is exact, never panics, and is the same in whatever order the measurements come.
    ///
    /// # Source
    ///
    /// R-173 (which parts a figure needs, the measuring time among them), R-178 (a month is all of its days),
    /// R-032 (a whole of zero), R-144 (counts without a whole), R-031 (*Drifts- og
    /// udviklingsaftale 2024, Roskildehjemmet*, section 1.5.3). That shares are rolled up by their counts is
    /// derived: it is the share of all of them together that the sections speak of. So is what counts for a
    /// single day: the source gives such days, and no rule for what is measured before them.
    ///
    /// ```
    /// use kvalitetsmodel::target::Outcome;
    /// use kvalitetsmodel::{Measurement, Period, TargetFigure};
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
    /// assert_eq!(evaluation.outcome(), &Outcome::NotMet); // 78.9 percent
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
    ) -> Evaluation {
        let time = self.measuring_time(within);
        let mut place = BTreeMap::new();
        let mut units: Vec<(OrgUnit, Vec<&Measurement>)> = Vec::new();
        for unit in expected {
            if !place.contains_key(unit) {
                place.insert(*unit, units.len());
                units.push((*unit, Vec::new()));
            }
        }
        let mut unused = Vec::new();
        for one in measurements {
            let slot = self.admit(one, time).and_then(|unit| {
                let slot = place.get(&unit).and_then(|n| units.get_mut(*n));
                slot.ok_or(WhyUnused::OtherUnit)
            });
            match slot {
                Ok((_, measured)) => measured.push(one),
                Err(because) => unused.push(Unused { measurement: one.id, because }),
            }
        }
        unused.sort_unstable();
        weigh(self, time, units, unused)
    }

    /// The unit that a measurement counts for, or why it does not count.
    fn admit(&self, one: &Measurement, time: Option<MeasuringTime>) -> Result<OrgUnit, WhyUnused> {
        let Some(indicator) = &self.indicator else { return Err(WhyUnused::TargetWithoutIndicator) };
        let (Some(measured), Some(unit), Some(period), Some(_)) =
            (one.indicator, one.reporting_unit, one.period, &one.observed)
        else {
            return Err(WhyUnused::NotStated { parts: one.missing_parts().collect() });
        };
        if measured != indicator.id {
            Err(WhyUnused::OtherIndicator)
        } else if !period.is_ordered() {
            Err(WhyUnused::PeriodBackwards)
        } else if time.is_some_and(|time| !time.holds(period)) {
            Err(WhyUnused::OtherTime)
        } else {
            Ok(unit)
        }
    }

    /// When the figure is measured, where days follow from the words; see [`evaluate`](Self::evaluate).
    fn measuring_time(&self, within: Option<Period>) -> Option<MeasuringTime> {
        let within = within.filter(Period::is_ordered);
        let when = self.measured_at.as_ref()?;
        let end = when.deadline(within.as_ref())?;
        let day = when.start(within.as_ref());
        let start = match day {
            Some(start) if start < end => Some(start), // a month, a third, a half, a year
            _ => within.map(|within| within.start).filter(|start| *start <= end),
        };
        match start {
            Some(start) => Some(MeasuringTime::Inside(Period { start, end })),
            None => day.map(MeasuringTime::EndsOn),
        }
    }
}

/// The days that a target figure is measured in.
#[derive(Debug, Clone, Copy)]
pub(super) enum MeasuringTime {
    /// All of the measuring lies inside.
    Inside(Period),
    /// The measuring ends on this day.
    EndsOn(NaiveDate),
}

impl MeasuringTime {
    fn holds(self, period: Period) -> bool {
        match self {
            Self::Inside(time) => time.contains_period(&period),
            Self::EndsOn(day) => period.end == day,
        }
    }
}
