//! Comparing measurements with target figures.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

use kvalitetsmodel::date::{Period, When};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::organisation::{OrgUnit, SocialService};
use kvalitetsmodel::target_figure::{
    Evaluation, Outcome, Population, Reason, TargetFigure, TargetIndicator, TargetState, WhyUnused,
};
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;

const INDICATOR: Id<Indicator> = Id::from_u128(18);

fn target(direction: Direction, value: u32, unit: Unit) -> TargetFigure {
    TargetFigure {
        indicator: Some(TargetIndicator { id: INDICATOR, statement: Some("indikator".into()) }),
        direction: Some(direction),
        value: Some(Decimal::from(value)),
        unit: Some(unit),
        population: Some(Population { description: Some("alle".into()), ..Population::default() }),
        measured_at: Some(When::Date { on: "2024-11".parse().expect("a month") }),
        data_source: Some("kvalitetsovervågning".into()),
        ..TargetFigure::new(Id::from_u128(185))
    }
}

fn percent(value: u32) -> TargetFigure {
    target(Direction::AtLeast, value, Unit::Percent)
}

fn none() -> TargetFigure {
    target(Direction::AtMost, 0, Unit::Count)
}

fn service(n: u128) -> OrgUnit {
    OrgUnit::from(Id::<SocialService>::from_u128(n))
}

fn period(start: &str, end: &str) -> Period {
    Period { start: start.parse().expect("a day"), end: end.parse().expect("a day") }
}

/// The running period of the agreement.
fn year() -> Option<Period> {
    Period::year(2024)
}

/// What the `n`th service found in November 2024.
fn measured(n: u128, observed: Observed) -> Measurement {
    Measurement {
        indicator: Some(INDICATOR),
        reporting_unit: Some(service(n)),
        period: Some(period("2024-11-01", "2024-11-30")),
        observed: Some(observed),
        ..Measurement::new(Id::from_u128(1000 + n))
    }
}

fn share(part: u64, whole: u64) -> Observed {
    Observed::Share { part, whole }
}

fn count(count: u64) -> Observed {
    Observed::Count { count }
}

/// What the services 1, 2, … found, all of them expected.
fn all(target: &TargetFigure, found: &[Observed]) -> Evaluation {
    let measurements: Vec<_> = (1..).zip(found).map(|(n, one)| measured(n, one.clone())).collect();
    let expected: Vec<_> = measurements.iter().filter_map(|one| one.reporting_unit).collect();
    target.evaluate(&measurements, &expected, year())
}

/// Evaluates what services found, with one more service that did not report.
fn one_silent(target: &TargetFigure, found: &[Observed]) -> Evaluation {
    let measurements: Vec<_> = (1..).zip(found).map(|(n, one)| measured(n, one.clone())).collect();
    let expected: Vec<_> =
        measurements.iter().filter_map(|one| one.reporting_unit).chain([service(99)]).collect();
    let evaluation = target.evaluate(&measurements, &expected, year());
    assert!(!evaluation.is_complete() && evaluation.not_reported().eq([service(99)]));
    evaluation
}

fn not_assessable(because: impl Into<Vec<Reason>>) -> Outcome {
    Outcome::NotAssessable { because: because.into() }
}

#[test]
fn shares_are_judged_exactly() {
    let zero = not_assessable([Reason::WholeIsZero]);
    let contradiction = not_assessable([Reason::PartExceedsWhole]);
    let table = [
        (16, 20, 80, Outcome::Met),
        (15, 19, 80, Outcome::NotMet),
        (4, 5, 80, Outcome::Met),
        (7, 9, 80, Outcome::NotMet),
        (39, 49, 80, Outcome::NotMet),
        (40, 50, 80, Outcome::Met),
        (0, 0, 80, zero),
        (9, 10, 90, Outcome::Met),
        (8, 9, 90, Outcome::NotMet),
        (18, 20, 90, Outcome::Met),
        (17, 19, 90, Outcome::NotMet),
        (21, 20, 90, contradiction),
    ];
    for (part, whole, value, expected) in table {
        let evaluation = all(&percent(value), &[share(part, whole)]);
        assert_eq!(evaluation.outcome(), &expected, "{part} of {whole} at {value}");
    }
}

#[test]
fn with_four_new_staff_one_answer_is_twenty_five_points() {
    assert_eq!(all(&percent(80), &[share(3, 4)]).outcome(), &Outcome::NotMet);
    assert_eq!(all(&percent(80), &[share(4, 4)]).outcome(), &Outcome::Met);
}

#[test]
fn all_means_no_exception_in_any_department() {
    assert_eq!(all(&none(), &[count(0)]).outcome(), &Outcome::Met);
    assert_eq!(all(&none(), &[count(1)]).outcome(), &Outcome::NotMet);
    // Table 3, first counting: C alone has none.
    let third = all(&none(), &[count(2), count(11), count(0)]);
    assert_eq!((third.outcome(), third.figure()), (&Outcome::NotMet, Some(&count(13))));
    let each: Vec<_> = third.units().iter().map(|one| &one.outcome).collect();
    assert_eq!(each, [&Outcome::NotMet, &Outcome::NotMet, &Outcome::Met]);
}

#[test]
fn counts_are_summed_and_percents_never_averaged() {
    // 100, 100 and 50 percent: 83 on average. 2 + 2 + 10 of 24 are 58.
    let found = [share(2, 2), share(2, 2), share(10, 20)];
    let evaluation = all(&percent(80), &found);
    assert_eq!(evaluation.figure(), Some(&share(14, 24)));
    assert_eq!(evaluation.outcome(), &Outcome::NotMet);
    assert!(evaluation.is_complete() && evaluation.unused().is_empty());
}

#[test]
fn single_figures_are_not_rolled_up() {
    let days = |value: &str| Observed::Value { value: value.parse().expect("a figure"), unit: Unit::Days };
    let most = target(Direction::AtMost, 14, Unit::Days);
    let evaluation = all(&most, &[days("13.5"), days("14.5")]);
    let each: Vec<_> = evaluation.units().iter().map(|one| &one.outcome).collect();
    assert_eq!(each, [&Outcome::Met, &Outcome::NotMet]);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::SingleFigures]));
    assert_eq!(evaluation.figure(), None);
    assert_eq!(all(&most, &[days("13.5")]).outcome(), &Outcome::Met);
    let percent_alone = Observed::Value { value: Decimal::from(85), unit: Unit::Percent };
    assert_eq!(all(&percent(80), std::slice::from_ref(&percent_alone)).outcome(), &Outcome::Met);
    let with_counts = all(&percent(80), &[percent_alone, share(9, 10)]);
    assert_eq!(with_counts.outcome(), &not_assessable([Reason::SingleFigures]));
}

#[test]
fn counts_without_a_whole_give_no_share() {
    let evaluation = all(&percent(80), &[count(15), count(8)]);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::CountWithoutWhole]));
    assert_eq!(evaluation.figure(), Some(&count(23)));
    let mixed = all(&percent(80), &[count(15), share(8, 10)]);
    assert_eq!(mixed.outcome(), &not_assessable([Reason::UnitMismatch]));
    assert_eq!(all(&none(), &[share(0, 9)]).outcome(), &not_assessable([Reason::UnitMismatch]));
}

#[test]
fn met_so_far_is_not_met() {
    let evaluation = one_silent(&percent(80), &[share(9, 10), share(8, 10)]);
    assert_eq!(evaluation.of_reported(), &Outcome::Met);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::NotReported]));
    assert_eq!(evaluation.figure(), Some(&share(17, 20)));
    assert_eq!(evaluation.state(), TargetState::NotAssessable);
    // Neither is it missed: the silent service may have reached it many times over.
    let evaluation = one_silent(&percent(80), &[share(1, 10)]);
    assert_eq!(evaluation.of_reported(), &Outcome::NotMet);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::NotReported]));
}

#[test]
fn an_outcome_that_no_silent_unit_can_change_is_decided() {
    let at_least = |value, unit| target(Direction::AtLeast, value, unit);
    let at_most = |value, unit| target(Direction::AtMost, value, unit);
    let open = not_assessable([Reason::NotReported]);
    let table = [
        (at_most(0, Unit::Count), count(1), Outcome::NotMet),
        (at_most(0, Unit::Count), count(0), open.clone()),
        (at_least(5, Unit::Count), count(5), Outcome::Met),
        (at_least(5, Unit::Count), count(4), open.clone()),
        (at_least(100, Unit::Percent), share(19, 20), Outcome::NotMet),
        (at_least(100, Unit::Percent), share(20, 20), open.clone()),
        (at_least(99, Unit::Percent), share(19, 20), open.clone()),
        (at_most(0, Unit::Percent), share(1, 20), Outcome::NotMet),
        (at_most(0, Unit::Percent), share(0, 20), open.clone()),
        (at_most(1, Unit::Percent), share(1, 20), open),
    ];
    for (target, found, expected) in table {
        assert_eq!(one_silent(&target, &[found]).outcome(), &expected);
    }
}

#[test]
fn a_unit_without_new_staff_changes_nothing() {
    let evaluation = all(&percent(80), &[share(4, 5), share(0, 0)]);
    assert_eq!(evaluation.units()[1].outcome, not_assessable([Reason::WholeIsZero]));
    assert_eq!((evaluation.outcome(), evaluation.is_complete()), (&Outcome::Met, true));
}

#[test]
fn a_unit_counted_twice_is_not_assessable() {
    let (one, mut again) = (measured(1, share(9, 10)), measured(1, share(1, 10)));
    again.id = Id::from_u128(7);
    let evaluation = percent(80).evaluate([&one, &again], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::CountedTwice]));
    assert_eq!(evaluation.units()[0].measurements, [again.id, one.id]);
    assert_eq!(evaluation.figure(), None);
    // Two countings of different months, and a target that says only "2024".
    again.period = Some(period("2024-02-01", "2024-02-29"));
    let mut target = percent(80);
    target.measured_at = Some(When::Date { on: "2024".parse().expect("a year") });
    let evaluation = target.evaluate([&one, &again], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::SeveralPeriods]));
}

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
        assert_eq!(evaluation.outcome(), &Outcome::Met, "{measured_at:?} {start} {end}");
    } else {
        assert!(evaluation.unused().iter().all(|one| one.because == WhyUnused::OtherTime));
        assert_eq!(evaluation.outcome(), &not_assessable([Reason::NotReported]));
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
        (r#"{ "decidedBy": {} }"#, year()),
        (r#"{ "timesAYear": { "times": 2 } }"#, year()),
        (r#""continuously""#, year()),
    ];
    for (measured_at, within) in table {
        let target = TargetFigure { measured_at: Some(when(measured_at)), ..percent(80) };
        let of_2015 = Some(period("2015-03-01", "2015-03-31"));
        for period in [of_2015, Some(period("2024-11-01", "2024-11-30"))] {
            let one = Measurement { period, ..measured(1, share(9, 10)) };
            let evaluation = target.evaluate([&one], &[service(1)], within);
            assert_eq!(evaluation.outcome(), &not_assessable([Reason::MeasuringTimeOpen]), "{measured_at}");
            assert_eq!(evaluation.units()[0].outcome, *evaluation.outcome());
            assert_eq!(evaluation.figure(), Some(&share(9, 10)), "the figures are still summed");
        }
    }
}

#[test]
fn without_a_measuring_time_only_figures_of_one_time_are_summed() {
    let mut target = percent(80);
    target.measured_at = Some(When::Schedule { title: None, deadline: None });
    let (one, mut other) = (measured(1, share(9, 10)), measured(2, share(9, 10)));
    let both = [service(1), service(2)];
    assert_eq!(target.evaluate([&one, &other], &both, None).figure(), Some(&share(18, 20)));
    other.period = Some(period("2023-11-01", "2023-11-30"));
    let evaluation = target.evaluate([&one, &other], &both, None);
    let because = [Reason::MeasuringTimeOpen, Reason::SeveralPeriods];
    assert_eq!((evaluation.outcome(), evaluation.figure()), (&not_assessable(because), None));
}

#[test]
fn a_sum_that_is_too_large_is_no_verdict() {
    let evaluation = all(&none(), &[count(u64::MAX), count(1)]);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::TooLarge]));
    let evaluation = all(&percent(80), &[share(1, u64::MAX), share(1, 1)]);
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::TooLarge]));
}

#[test]
fn unused_measurements_are_listed_with_their_reason() {
    let found = |n: u128, change: fn(&mut Measurement)| {
        let mut one = measured(n, share(9, 10));
        change(&mut one);
        one
    };
    let measurements = [
        found(1, |_| ()),
        found(2, |one| one.observed = None),
        found(3, |one| one.indicator = Some(Id::from_u128(0))),
        found(4, |one| one.period = Some(period("2024-11-30", "2024-11-01"))),
        found(5, |one| one.period = Some(period("2024-12-01", "2024-12-31"))),
        found(6, |one| one.reporting_unit = Some(OrgUnit::Department { id: Id::from_u128(1) })),
    ];
    let evaluation = percent(80).evaluate(&measurements, &[service(1)], year());
    let unused: Vec<_> = evaluation
        .unused()
        .iter()
        .map(|one| (one.because.in_lang(Lang::Da).to_string(), one.because.in_lang(Lang::En).to_string()))
        .collect();
    let line = |da: &str, en: &str| (da.to_owned(), en.to_owned());
    assert_eq!(
        unused,
        [
            line("målingen mangler måleresultat", "the measurement lacks result"),
            line("målingen er af en anden indikator", "the measurement is of another indicator"),
            line(
                "målingens periode slutter, før den begynder",
                "the period of the measurement ends before it starts"
            ),
            line(
                "målingen ligger uden for måletidspunktet",
                "the measurement lies outside the measuring time"
            ),
            line("enheden er ikke blandt dem, der skal indberette", "the unit is not among those to report"),
        ]
    );
    assert_eq!(evaluation.outcome(), &Outcome::Met);
    let nothing = TargetFigure::new(Id::from_u128(0));
    let unused = nothing.evaluate(&measurements[..1], &[service(1)], year()).unused()[0].clone();
    assert_eq!(unused.because, WhyUnused::TargetWithoutIndicator);
    assert_eq!(unused.because.in_lang(Lang::Da).to_string(), "måltallet har ingen indikator");
}

#[test]
fn a_target_that_lacks_parts_is_not_assessable_and_says_which() {
    let mut target = percent(80); // 1.5.3
    (target.measured_at, target.data_source) = (None, None);
    let evaluation = all(&target, &[share(3, 4), share(4, 4)]);
    assert_eq!(
        evaluation.outcome().in_lang(Lang::Da).to_string(),
        "kan ikke vurderes: måltallet mangler måletidspunkt, datakilde"
    );
    assert_eq!(
        evaluation.outcome().in_lang(Lang::En).to_string(),
        "not assessable: the target figure lacks measuring time, data source"
    );
    assert_eq!(evaluation.figure(), Some(&share(7, 8)), "the figures are still summed");
}

#[test]
fn without_expected_units_nothing_is_assessable() {
    let evaluation = none().evaluate(&[measured(1, count(0))], &[], year());
    assert_eq!(evaluation.outcome(), &not_assessable([Reason::NoUnits]));
    assert_eq!(evaluation.unused()[0].because, WhyUnused::OtherUnit);
    assert!(!evaluation.is_complete());
}

#[test]
fn reasons_have_words_in_both_languages() {
    let table = [
        (
            Reason::MeasuringTimeOpen,
            "måletidspunktet kan ikke føres til bestemte dage",
            "the measuring time does not resolve to days",
        ),
        (Reason::NoUnits, "ingen enhed skal indberette", "no unit is to report"),
        (Reason::NotReported, "der mangler en måling", "a measurement is missing"),
        (Reason::CountedTwice, "en enhed er talt med mere end én gang", "a unit is counted more than once"),
        (
            Reason::SeveralPeriods,
            "målingerne er fra forskellige perioder",
            "the measurements are from different periods",
        ),
        (Reason::PartExceedsWhole, "tælleren er større end nævneren", "the part is larger than the whole"),
        (Reason::NegativeWhole, "nævneren er negativ", "the whole is negative"),
        (Reason::WholeIsZero, "nævneren er nul", "the whole is zero"),
        (
            Reason::CountWithoutWhole,
            "et antal uden nævner giver ingen andel",
            "a count without its whole gives no share",
        ),
        (
            Reason::UnitMismatch,
            "målingen har en anden enhed end måltallet",
            "the figure and its target differ in unit",
        ),
        (
            Reason::SingleFigures,
            "enkelttal fra flere enheder kan ikke lægges sammen",
            "single figures of several units cannot be summed",
        ),
        (Reason::TooLarge, "summen er for stor", "the sum is too large"),
    ];
    for (reason, da, en) in table {
        assert_eq!(reason.in_lang(Lang::Da).to_string(), da);
        assert_eq!(reason.in_lang(Lang::En).to_string(), en);
    }
}

#[test]
fn an_evaluation_is_a_step_in_the_life() {
    for (found, state) in [
        (share(16, 20), TargetState::Met),
        (share(15, 19), TargetState::NotMet),
        (share(0, 0), TargetState::NotAssessable),
    ] {
        let measured = TargetFigure { state: Some(TargetState::Measured), ..percent(80) };
        let evaluation = all(&measured, &[found]);
        let on = "2024-12".parse().ok();
        let after = measured.advance(evaluation.step(on)).expect("a step forward");
        assert_eq!((after.state, after.history[0].on), (Some(state), on));
    }
}

#[test]
fn an_evaluation_can_be_written_out() {
    let evaluation = one_silent(&percent(80), &[share(9, 10)]);
    let json = serde_json::to_value(&evaluation).expect("JSON");
    assert_eq!(json["outcome"]["notAssessable"]["because"][0], "notReported");
    assert_eq!(json["ofReported"], "met");
    assert_eq!(json["units"][0]["figure"]["share"]["part"], 9);
}

fn counts() -> impl Strategy<Value = Vec<(u64, u64)>> {
    let one = prop_oneof![9 => 0..50_u64, 1 => any::<u64>()];
    prop::collection::vec((one.clone(), one).prop_map(|(a, b)| (a.min(b), a.max(b))), 1..8)
}

proptest! {
    #[test]
    fn a_roll_up_is_the_plain_sum(found in counts(), value in 0..=100_u32) {
        let shares: Vec<_> = found.iter().map(|(part, whole)| share(*part, *whole)).collect();
        let evaluation = all(&percent(value), &shares);
        let part: u128 = found.iter().map(|(part, _)| u128::from(*part)).sum();
        let whole: u128 = found.iter().map(|(_, whole)| u128::from(*whole)).sum();
        let expected = match (u64::try_from(part), u64::try_from(whole)) {
            (Ok(part), Ok(whole)) => {
                prop_assert_eq!(evaluation.figure(), Some(&share(part, whole)));
                all(&percent(value), &[share(part, whole)]).outcome().clone()
            }
            _ => not_assessable([Reason::TooLarge]),
        };
        prop_assert_eq!(evaluation.outcome(), &expected);
    }

    #[test]
    fn order_does_not_matter(
        found in prop::collection::vec(strategy::any::<Observed>(), 0..6),
        strangers in prop::collection::vec(strategy::any::<Measurement>(), 0..3),
        seed: u64,
    ) {
        let mut measurements: Vec<_> = (1..).zip(found).map(|(n, one)| measured(n % 4, one)).collect();
        measurements.extend(strangers);
        let mut expected: Vec<_> = (0..5).map(service).collect();
        let evaluation = percent(80).evaluate(&measurements, &expected, year());
        measurements.sort_by_key(|one| hash(&one.id.to_string(), seed));
        prop_assert_eq!(&percent(80).evaluate(&measurements, &expected, year()), &evaluation);
        expected.sort_by_key(|one| hash(&one.subject().to_string(), seed));
        let again = percent(80).evaluate(&measurements, &expected, year());
        prop_assert_eq!(again.outcome(), evaluation.outcome());
        prop_assert_eq!(again.figure(), evaluation.figure());
    }

    #[test]
    fn one_unit_rolled_up_is_that_unit(
        target in strategy::any::<TargetFigure>(),
        measurement in strategy::any::<Measurement>(),
        found in strategy::any::<Observed>(),
        same in any::<bool>(),
    ) {
        let target = if same {
            TargetFigure { direction: target.direction, unit: target.unit, ..percent(80) }
        } else {
            target
        };
        for one in [measurement, measured(1, found)] {
            let evaluation = target.evaluate([&one], &[one.reporting_unit.unwrap_or(service(1))], year());
            prop_assert_eq!(evaluation.outcome(), &evaluation.units()[0].outcome);
            prop_assert_eq!(evaluation.of_reported(), evaluation.outcome());
            prop_assert_eq!(evaluation.figure(), evaluation.units()[0].figure.as_ref());
        }
    }

    #[test]
    fn nothing_is_dropped_and_nothing_panics(
        target in strategy::any::<TargetFigure>(),
        measurements in prop::collection::vec(strategy::any::<Measurement>(), 0..4),
        matched in prop::collection::vec(any::<bool>(), 4),
    ) {
        let measurements: Vec<_> = measurements
            .into_iter()
            .zip(matched)
            .map(|(one, matched)| {
                let indicator = target.indicator.as_ref().filter(|_| matched).map(|indicator| indicator.id);
                Measurement { indicator: indicator.or(one.indicator), ..one }
            })
            .collect();
        let expected: Vec<_> = measurements.iter().filter_map(|one| one.reporting_unit).collect();
        let evaluation = target.evaluate(&measurements, &expected, year());
        let used: usize = evaluation.units().iter().map(|one| one.measurements.len()).sum();
        prop_assert_eq!(used + evaluation.unused().len(), measurements.len());
        if let Outcome::NotAssessable { because } = evaluation.outcome() {
            prop_assert!(!because.is_empty() && because.is_sorted_by(|a, b| a < b));
        }
    }
}

/// A sort key; the seed decides the order.
fn hash(text: &str, seed: u64) -> u64 {
    text.bytes().fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
