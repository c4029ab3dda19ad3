//! Which measurements are within the measuring time.

use super::*;

fn when(json: &str) -> When {
    serde_json::from_str(json).expect("a time")
}

/// Returns `true` if a measurement of the period is counted.
fn counts_for(measured_at: &When, within: Option<Period>, start: &str, end: &str) -> bool {
    let target = TargetFigure { measured_at: Some(measured_at.clone()), ..percent(80) };
    let one = Measurement { period: Some(period(start, end)), ..measured(1, share(9, 10)) };
    let evaluation = target.evaluate([&one], &[service(1)], within);
    let counted = evaluation.unused().is_empty();
    if counted {
        assert_eq!(evaluation.outcome(), &TargetOutcome::Met, "{measured_at:?} {start} {end}");
    } else {
        assert!(evaluation.unused().iter().all(|one| one.because == WhyUnused::OtherTime));
        assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NotReported]));
    }
    counted
}

#[test]
fn a_measurement_lies_within_the_measuring_time() {
    let month = when(r#"{ "date": { "on": "2024-11" } }"#);
    let day = when(r#"{ "date": { "on": "2024-03-31" } }"#);
    let yearly = when(r#"{ "monthDay": { "day": "--11-30" } }"#);
    let schedule = when(r#"{ "schedule": { "deadline": "2024-11-30" } }"#);
    let late = Some(period("2024-04-01", "2025-03-31"));
    let backwards = Some(period("2024-12-31", "2024-01-01"));
    // What the target figure says, the agreement, the measurement; is it counted?
    let table = [
        (&month, year(), "2024-11-01", "2024-11-30", true),
        (&month, None, "2024-11-18", "2024-11-22", true),
        (&month, year(), "2014-01-01", "2024-11-01", false),
        (&month, year(), "2024-10-31", "2024-11-30", false),
        (&month, year(), "2024-11-30", "2024-12-01", false),
        (&day, year(), "2024-01-01", "2024-03-31", true),
        (&day, year(), "2024-02-01", "2024-02-29", true),
        (&day, year(), "2024-03-31", "2024-03-31", true),
        (&day, year(), "2024-03-25", "2024-04-05", false),
        (&day, year(), "2023-12-31", "2024-03-31", false),
        (&day, year(), "2023-03-01", "2023-03-31", false),
        (&day, None, "2024-01-01", "2024-03-31", true),
        (&day, None, "2024-02-01", "2024-02-29", false),
        (&day, None, "2024-03-31", "2024-04-01", false),
        (&day, late, "2024-03-01", "2024-03-31", true),
        (&day, late, "2024-03-01", "2024-03-30", false),
        (&day, backwards, "2024-03-01", "2024-03-31", true),
        (&yearly, year(), "2024-11-01", "2024-11-30", true),
        (&yearly, year(), "2015-03-01", "2015-03-31", false),
        (&yearly, year(), "2024-11-01", "2024-12-01", false),
        (&schedule, year(), "2024-01-01", "2024-11-30", true),
        (&schedule, year(), "2015-03-01", "2015-03-31", false),
        (&schedule, year(), "2024-11-30", "2024-12-01", false),
    ];
    for (measured_at, within, start, end, counted) in table {
        let found = counts_for(measured_at, within, start, end);
        assert_eq!(found, counted, "{measured_at:?} {within:?} {start} {end}");
    }
}

#[test]
fn a_measuring_time_without_days_is_not_assessable() {
    let two_years = Some(period("2024-01-01", "2025-12-31"));
    let after = Some(period("2025-01-01", "2025-12-31"));
    let backwards = Some(period("2024-12-31", "2024-01-01"));
    let table = [
        (r#"{ "monthDay": { "day": "--11-30" } }"#, None),
        (r#"{ "monthDay": { "day": "--11-30" } }"#, two_years),
        (r#"{ "monthDay": { "day": "--11-30" } }"#, backwards),
        (r#"{ "schedule": {} }"#, year()),
        (r#"{ "schedule": { "deadline": "2024-11-30" } }"#, None),
        (r#"{ "schedule": { "deadline": "2024-11-30" } }"#, after),
        (r#"{ "schedule": { "deadline": "2024-11-30" } }"#, backwards),
        (r#"{ "decidedBy": { "name": "styregruppen" } }"#, year()),
        (r#"{ "timesAYear": { "times": 2 } }"#, year()),
        (r#""continuously""#, year()),
    ];
    for (measured_at, within) in table {
        let target = TargetFigure { measured_at: Some(when(measured_at)), ..percent(80) };
        let of_2015 = Some(period("2015-03-01", "2015-03-31"));
        for period in [of_2015, Some(period("2024-11-01", "2024-11-30"))] {
            let one = Measurement { period, ..measured(1, share(9, 10)) };
            let evaluation = target.evaluate([&one], &[service(1)], within);
            assert_eq!(
                evaluation.outcome(),
                &not_assessable([WhyNotAssessable::MeasuringTimeOpen]),
                "{measured_at}"
            );
            assert_eq!(evaluation.units()[0].outcome, *evaluation.outcome());
            assert_eq!(evaluation.figure(), Some(&share(9, 10)), "the figures are still summed");
        }
    }
}

#[test]
fn a_decision_by_nobody_is_no_measuring_time() {
    for measured_at in [r#"{ "decidedBy": {} }"#, r#"{ "timesAYear": { "times": 0 } }"#] {
        let target = TargetFigure { measured_at: Some(when(measured_at)), ..percent(80) };
        let missing: Vec<_> = target.missing_parts().map(|part| part.en).collect();
        assert_eq!(missing, ["measuring time"]);
        let evaluation = target.evaluate([&measured(1, share(9, 10))], &[service(1)], year());
        let parts = target.missing_parts().collect();
        let because = [WhyNotAssessable::TargetLacks { parts }, WhyNotAssessable::MeasuringTimeOpen];
        assert_eq!(evaluation.outcome(), &not_assessable(because), "{measured_at}");
    }
}

#[test]
fn without_a_measuring_time_only_figures_of_one_time_are_summed() {
    let mut target = percent(80);
    target.measured_at = Some(When::Schedule { title: None, deadline: None, issued_by: None });
    let (one, mut other) = (measured(1, share(9, 10)), measured(2, share(9, 10)));
    let both = [service(1), service(2)];
    assert_eq!(target.evaluate([&one, &other], &both, None).figure(), Some(&share(18, 20)));
    other.period = Some(period("2023-11-01", "2023-11-30"));
    let evaluation = target.evaluate([&one, &other], &both, None);
    let because = [WhyNotAssessable::MeasuringTimeOpen, WhyNotAssessable::SeveralPeriods];
    assert_eq!((evaluation.outcome(), evaluation.figure()), (&not_assessable(because), None));
}

#[test]
fn a_sum_that_is_too_large_is_no_verdict() {
    let evaluation = all(&none(), &[count(u64::MAX), count(1)]);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::TooLarge]));
    let evaluation = all(&percent(80), &[share(1, u64::MAX), share(1, 1)]);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::TooLarge]));
}
