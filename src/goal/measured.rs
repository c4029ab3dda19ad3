//! The process measures as measurements, and as target figures.

use chrono::NaiveDate;

use super::{ProcessCount, ProcessMeasure};
use crate::date::Period;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::measurement::{Measurement, Observed};
use crate::model::Indicator;
use crate::organisation::OrgUnit;
use crate::target_figure::{Population, TargetFigure, TargetIndicator};
use crate::text::Bilingual;

impl ProcessMeasure {
    /// What the exceptions are counted among: [`Counted::of`](super::Counted::of) of these.
    #[must_use]
    pub const fn population(self) -> Bilingual {
        match self {
            Self::WithoutSubGoal => Bilingual::new("borgere", "citizens"),
            Self::EvaluationOverdue => Bilingual::new(
                "åbne delmål, der har en evalueringsdato eller er evalueret",
                "open sub-goals that have an evaluation date or were evaluated",
            ),
            Self::ClosingOverdue => {
                Bilingual::new("åbne delmål, der har en slutdato", "open sub-goals that have an end date")
            }
        }
    }

    /// The target of the source, no exception, as a target figure: at most 0 percent, in Danish. The caller adds when
    /// it is measured and where the figures come from; [`TargetFigure::missing_parts`] says so.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, Resultater: "alle borgere", "alle delmål" (R-137 to R-139, R-145).
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, goal::ProcessMeasure, id::Id};
    ///
    /// let target = ProcessMeasure::ClosingOverdue.target_figure(Id::from_u128(1), Id::from_u128(2));
    /// let missing: Vec<_> = target.missing_parts().map(|part| part.in_lang(Lang::En)).collect();
    /// assert_eq!(missing, ["measuring time", "data source"]);
    /// ```
    #[must_use]
    pub fn target_figure(self, id: Id<TargetFigure>, indicator: Id<Indicator>) -> TargetFigure {
        let indicator =
            TargetIndicator { statement: Some(self.label().da.into()), ..TargetIndicator::new(indicator) };
        let population =
            Population { description: Some(self.population().da.into()), ..Population::default() };
        TargetFigure {
            indicator: Some(indicator),
            direction: Some(Direction::AtMost),
            value: Some(Decimal::ZERO),
            unit: Some(Unit::Percent),
            population: Some(population),
            ..TargetFigure::new(id)
        }
    }
}

impl ProcessCount {
    /// The count of one measure as a measurement of a department or a service on the day on which it was counted. It is
    /// the share of exceptions, so that its whole is kept.
    ///
    /// [`TargetFigure::evaluate`] compares it with a target in percent, adds up departments exactly, and treats 0 of 0
    /// as neither met nor missed. A [series](crate::series::MeasurementSeries) of several countings with the direction
    /// [`Direction::AtMost`] has a chart. What could not be judged, since its date is not stated, is not part of the
    /// share: [`Counted::target_met`](super::Counted::target_met) says whether that leaves the target open.
    ///
    /// Count on the day itself and keep what was counted: records change, and do not tell what they said before.
    ///
    /// ```
    /// use kvalitetsmodel::date::{PartialDate, Period, When};
    /// use kvalitetsmodel::figure::Direction;
    /// use kvalitetsmodel::goal::{Caseload, Citizen, ProcessMeasure, SubGoal};
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::series::MeasurementSeries;
    /// use kvalitetsmodel::target_figure::TargetOutcome;
    ///
    /// // Two departments; one of the three open sub-goals is past its end date.
    /// let mut caseload = Caseload::new(Id::from_u128(1));
    /// for (n, department, ends_on) in [(2, 11, "2024-05-31"), (3, 11, "2024-08-31"), (4, 12, "2024-09-30")] {
    ///     let ends_on = Some(ends_on.parse()?);
    ///     let sub_goals = vec![SubGoal { ends_on, ..SubGoal::new(Id::from_u128(100 + n)) }];
    ///     let department = Some(Id::from_u128(department));
    ///     caseload.citizens.push(Citizen { department, sub_goals, ..Citizen::new(Id::from_u128(n)) });
    /// }
    ///
    /// // One measurement of each department. The ids are the caller's.
    /// let (measure, indicator, day) = (ProcessMeasure::ClosingOverdue, Id::from_u128(7), "2024-06-15".parse()?);
    /// let mut ids = (200..).map(Id::from_u128);
    /// let mut measurements = Vec::new();
    /// for (department, count) in caseload.count_by_department(day) {
    ///     if let (Some(department), Some(id)) = (department, ids.next()) {
    ///         measurements.push(count.measurement(measure, id, indicator, department, day));
    ///     }
    /// }
    ///
    /// // Against the target of an agreement.
    /// let mut target = measure.target_figure(Id::from_u128(6), indicator);
    /// target.measured_at = Some(When::Date { on: PartialDate::of_month(2024, 6) });
    /// target.data_source = Some("Sensum".into());
    /// let units: Vec<_> = measurements.iter().filter_map(|one| one.reporting_unit).collect();
    /// let evaluation = target.evaluate(&measurements, &units, Period::year(2024));
    /// assert_eq!(evaluation.outcome(), &TargetOutcome::NotMet); // 1 of 3
    /// assert_eq!(evaluation.units()[1].outcome, TargetOutcome::Met); // 0 of 1
    ///
    /// // Over time: a series of one department, one measurement a month as they were counted.
    /// let first = measurements.remove(0);
    /// let series = MeasurementSeries::of(Id::from_u128(8), Direction::AtMost, [first]);
    /// # #[cfg(feature = "chart")]
    /// assert!(series.chart(kvalitetsmodel::chart::ChartKind::Run).is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn measurement(
        &self,
        measure: ProcessMeasure,
        id: Id<Measurement>,
        indicator: Id<Indicator>,
        unit: impl Into<OrgUnit>,
        as_of: NaiveDate,
    ) -> Measurement {
        let counted = self.of(measure);
        Measurement {
            indicator: Some(indicator),
            reporting_unit: Some(unit.into()),
            period: Some(Period { start: as_of, end: as_of }),
            observed: Some(Observed::of_share(counted.exceptions, counted.of)),
            population: Some(measure.population().da.into()),
            extracted_at: Some(as_of),
            ..Measurement::new(id)
        }
    }
}
