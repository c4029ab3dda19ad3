//! Process measures as measurements: against target figures, over time, and from countings.

use kvalitetsmodel::date::{PartialDate, Period, When};
use kvalitetsmodel::figure::{Decimal, Direction};
use kvalitetsmodel::goal::{Caseload, ProcessCount, ProcessMeasure};
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::organisation::{Department, OrgUnit, SocialService};
use kvalitetsmodel::project::{CountMethod, CountRow, Counting};
use kvalitetsmodel::series::MeasurementSeries;
use kvalitetsmodel::strategy;
use kvalitetsmodel::target_figure::{TargetFigure, TargetOutcome, WhyNotAssessable};
use kvalitetsmodel::{chrono, id::Id};
use proptest::prelude::*;

use super::counts::{caseload, citizen};
use super::{day, id};

const SERVICE: u128 = 9;

fn service() -> Id<SocialService> {
    id(SERVICE)
}

/// The target of a measure, for June 2024.
fn target(measure: ProcessMeasure, at_most: u32) -> TargetFigure {
    let mut target = measure.target_figure(id(6), id(7));
    target.value = Some(Decimal::from(at_most));
    target.measured_at = Some(When::Date { on: PartialDate::of_month(2024, 6) });
    target.data_source = Some("Sensum".into());
    target
}

fn outcome_of(target: &TargetFigure, measurements: &[Measurement]) -> TargetOutcome {
    let units: Vec<_> = measurements.iter().filter_map(|one| one.reporting_unit).collect();
    target.evaluate(measurements, &units, Period::year(2024)).outcome().clone()
}

#[test]
fn a_count_becomes_a_measurement_with_its_whole() {
    let as_of = day("2024-01-15");
    let count = caseload().count(as_of);
    let one = count.measurement(ProcessMeasure::ClosingOverdue, id(5), id(7), service(), as_of);
    let expected = Measurement {
        indicator: Some(id(7)),
        reporting_unit: Some(service().into()),
        period: Some(Period { start: as_of, end: as_of }),
        observed: Some(Observed::of_share(2, 3)),
        population: Some("åbne delmål, der har en slutdato".into()),
        extracted_at: Some(as_of),
        ..Measurement::new(id(5))
    };
    assert_eq!(one, expected);
    assert_eq!(one.missing_parts().count(), 0);
}

/// 2 of 40 are 5 percent, and at most 5 percent is met; at most 4 is not, and neither is none.
#[test]
fn the_share_is_held_against_the_target_exactly() {
    let as_of = day("2024-06-15");
    let open = |ends_on: &str| format!(r#""endsOn": "{ends_on}", "status": "open""#);
    let (late, later) = (open("2024-06-14"), open("2024-06-15"));
    let mut large = Caseload::new(id(1));
    for n in 0..40 {
        let ends_on = if n < 2 { &late } else { &later };
        large.citizens.push(citizen(100 + n, Some(1), &[ends_on]));
    }
    let measure = ProcessMeasure::ClosingOverdue;
    let measured = large.count(as_of).measurement(measure, id(5), id(7), service(), as_of);
    let outcomes =
        [5, 4, 0].map(|at_most| outcome_of(&target(measure, at_most), std::slice::from_ref(&measured)));
    assert_eq!(outcomes, [TargetOutcome::Met, TargetOutcome::NotMet, TargetOutcome::NotMet]);
}

#[test]
fn nothing_of_nothing_is_neither_met_nor_a_point_at_zero() {
    let as_of = day("2024-06-15");
    let measure = ProcessMeasure::EvaluationOverdue;
    let nobody = ProcessCount::default().measurement(measure, id(5), id(7), service(), as_of);
    let not_assessable = TargetOutcome::NotAssessable { because: vec![WhyNotAssessable::WholeIsZero] };
    assert_eq!(outcome_of(&target(measure, 0), std::slice::from_ref(&nobody)), not_assessable);
    let series = MeasurementSeries::of(id(8), Direction::AtMost, [nobody]);
    let chart = series.chart(kvalitetsmodel::chart::ChartKind::Run).expect("a chart");
    assert_eq!(chart.points()[0].value(), None);
}

/// A department without any sub-goal adds nothing to the others, and takes nothing from them.
#[test]
fn a_department_with_nothing_to_count_does_not_hide_the_others() {
    let as_of = day("2024-06-15");
    let measure = ProcessMeasure::ClosingOverdue;
    let measure_of = |n, unit, count: &ProcessCount| {
        count.measurement(measure, id(n), id(7), Id::<Department>::from_u128(unit), as_of)
    };
    let mut count = ProcessCount::default();
    count.add(&citizen(1, None, &[r#""endsOn": "2024-07", "status": "open""#]), as_of);
    let measured = [measure_of(1, 11, &count), measure_of(2, 12, &ProcessCount::default())];
    assert_eq!(outcome_of(&target(measure, 0), &measured), TargetOutcome::Met);
}

/// Twelve months of one department, counted on the 15th of each.
#[test]
fn countings_over_time_become_a_series_and_a_chart() {
    let measure = ProcessMeasure::EvaluationOverdue;
    let department = Id::<Department>::from_u128(11);
    let counts = [5, 7, 4, 6, 8, 5, 6, 4, 2, 1, 2, 0];
    let measurements = (1..).zip(counts).map(|(month, exceptions)| {
        let as_of = chrono::NaiveDate::from_ymd_opt(2024, month, 15).expect("a day");
        let row = CountRow::new(department, measure);
        let counting = Counting {
            on: PartialDate::of_day(as_of).ok(),
            rows: vec![CountRow { exceptions: Some(exceptions), of: Some(20), ..row }],
            ..Counting::new(id(u128::from(month)))
        };
        let id = id(100 + u128::from(month));
        counting.measurement(measure, id, Id::from_u128(7), department).expect("a row")
    });
    let series = MeasurementSeries::of(id(8), Direction::AtMost, measurements);
    assert_eq!((series.indicator, series.reporting_unit), (Some(id(7)), Some(department.into())));
    let chart = series.chart(kvalitetsmodel::chart::ChartKind::P).expect("a chart");
    assert_eq!((chart.points().len(), chart.points()[11].value()), (12, Some(0.0)));
    let wanted = target(measure, 5);
    let said = series.attainment_of(&wanted, &chart).in_lang(kvalitetsmodel::Lang::Da).to_string();
    assert!(
        said.starts_with(
            "nået i den seneste måling, endnu ikke fastholdt; 2 af de seneste 12 målinger når det."
        ),
        "{said}"
    );
}

fn row(department: u128, exceptions: Option<u64>, of: Option<u64>) -> CountRow {
    let measure = ProcessMeasure::WithoutSubGoal;
    CountRow { exceptions, of, ..CountRow::new(id(department), measure) }
}

#[test]
fn a_counting_is_a_share_where_each_whole_is_stated_and_a_count_otherwise() {
    let observed = |rows: Vec<CountRow>, unit: OrgUnit| {
        let counting = Counting { rows, ..Counting::new(id(1)) };
        let measured = counting.measurement(ProcessMeasure::WithoutSubGoal, id(2), id(7), unit);
        measured.map(|one| one.observed)
    };
    let department = |n: u128| OrgUnit::Department { id: id(n) };
    let all = OrgUnit::from(service());
    let rows = || vec![row(12, Some(2), Some(9)), row(11, Some(6), Some(12))];
    assert_eq!(observed(rows(), department(11)), Some(Some(Observed::of_share(6, 12))));
    assert_eq!(observed(rows(), all), Some(Some(Observed::of_share(8, 21))));
    assert_eq!(observed(rows(), department(13)), None);
    // It is unclear which of two rows is valid, even if they say the same.
    let twice = || [rows(), vec![row(11, Some(6), Some(12))]].concat();
    assert_eq!(observed(twice(), department(11)), Some(None));
    assert_eq!(observed(twice(), all), Some(None));
    assert_eq!(observed(twice(), department(12)), Some(Some(Observed::of_share(2, 9))));
    let one_whole = vec![row(11, Some(6), Some(12)), row(12, Some(2), None)];
    assert_eq!(observed(one_whole, all), Some(Some(Observed::of_count(8))));
    assert_eq!(observed(vec![row(11, None, Some(12))], department(11)), Some(None));
    assert_eq!(observed(vec![row(11, Some(u64::MAX), None), row(12, Some(1), None)], all), Some(None));
}

#[test]
fn a_counting_says_when_and_how() {
    let counting = Counting {
        on: Some("2022-03".parse().expect("a date")),
        method: Some(CountMethod::ByHand),
        rows: vec![row(11, Some(6), None)],
        ..Counting::new(id(1))
    };
    let measured = counting.measurement(ProcessMeasure::WithoutSubGoal, id(2), id(7), service());
    let expected = Measurement {
        indicator: Some(id(7)),
        reporting_unit: Some(service().into()),
        period: Some(Period { start: day("2022-03-01"), end: day("2022-03-31") }),
        observed: Some(Observed::of_count(6)),
        data_source: Some("optalt manuelt".into()),
        ..Measurement::new(id(2))
    };
    assert_eq!(measured, Some(expected));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    /// From records directly, and through a counting of them.
    #[test]
    fn both_ways_from_records_give_the_same_figures(caseload in strategy::any::<Caseload>()) {
        let as_of = strategy::context().as_of();
        let counting = Counting::of_records(id(1), &caseload, as_of);
        for (department, count) in caseload.count_by_department(as_of) {
            let Some(department) = department else { continue };
            for measure in ProcessMeasure::ALL.iter().copied() {
                let direct = count.measurement(measure, id(2), id(7), department, as_of);
                let counted = counting.measurement(measure, id(2), id(7), department).expect("a row");
                prop_assert_eq!((direct.observed, direct.period), (counted.observed, counted.period));
            }
        }
    }
}
