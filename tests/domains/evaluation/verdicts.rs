//! Whether a target is met, and what the units that did not report could change.

use super::*;

#[test]
fn shares_are_judged_exactly() {
    let zero = not_assessable([WhyNotAssessable::WholeIsZero]);
    let contradiction = not_assessable([WhyNotAssessable::PartExceedsWhole]);
    let table = [
        (16, 20, 80, TargetOutcome::Met),
        (15, 19, 80, TargetOutcome::NotMet),
        (4, 5, 80, TargetOutcome::Met),
        (7, 9, 80, TargetOutcome::NotMet),
        (39, 49, 80, TargetOutcome::NotMet),
        (40, 50, 80, TargetOutcome::Met),
        (0, 0, 80, zero),
        (9, 10, 90, TargetOutcome::Met),
        (8, 9, 90, TargetOutcome::NotMet),
        (18, 20, 90, TargetOutcome::Met),
        (17, 19, 90, TargetOutcome::NotMet),
        (21, 20, 90, contradiction),
    ];
    for (part, whole, value, expected) in table {
        let evaluation = all(&percent(value), &[share(part, whole)]);
        assert_eq!(evaluation.outcome(), &expected, "{part} of {whole} at {value}");
    }
}

#[test]
fn with_four_new_staff_one_answer_is_twenty_five_points() {
    assert_eq!(all(&percent(80), &[share(3, 4)]).outcome(), &TargetOutcome::NotMet);
    assert_eq!(all(&percent(80), &[share(4, 4)]).outcome(), &TargetOutcome::Met);
}

#[test]
fn all_means_no_exception_in_any_department() {
    assert_eq!(all(&none(), &[count(0)]).outcome(), &TargetOutcome::Met);
    assert_eq!(all(&none(), &[count(1)]).outcome(), &TargetOutcome::NotMet);
    // Table 3, first counting: only C has none.
    let third = all(&none(), &[count(2), count(11), count(0)]);
    assert_eq!((third.outcome(), third.figure()), (&TargetOutcome::NotMet, Some(&count(13))));
    let each: Vec<_> = third.units().iter().map(|one| &one.outcome).collect();
    assert_eq!(each, [&TargetOutcome::NotMet, &TargetOutcome::NotMet, &TargetOutcome::Met]);
}

#[test]
fn counts_are_summed_and_percents_never_averaged() {
    // 100, 100 and 50 percent: 83 on average. 2 + 2 + 10 of 24 are 58.
    let found = [share(2, 2), share(2, 2), share(10, 20)];
    let evaluation = all(&percent(80), &found);
    assert_eq!(evaluation.figure(), Some(&share(14, 24)));
    assert_eq!(evaluation.outcome(), &TargetOutcome::NotMet);
    assert!(evaluation.is_complete() && evaluation.unused().is_empty());
}

#[test]
fn single_figures_are_not_rolled_up() {
    let days = |value: &str| Observed::of_value(value.parse().expect("a figure"), Unit::Days);
    let most = target(Direction::AtMost, 14, Unit::Days);
    let evaluation = all(&most, &[days("13.5"), days("14.5")]);
    let each: Vec<_> = evaluation.units().iter().map(|one| &one.outcome).collect();
    assert_eq!(each, [&TargetOutcome::Met, &TargetOutcome::NotMet]);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::SingleFigures]));
    assert_eq!(evaluation.figure(), None);
    assert_eq!(all(&most, &[days("13.5")]).outcome(), &TargetOutcome::Met);
    let percent_alone = Observed::of_value(Decimal::from(85), Unit::Percent);
    assert_eq!(all(&percent(80), std::slice::from_ref(&percent_alone)).outcome(), &TargetOutcome::Met);
    let with_counts = all(&percent(80), &[percent_alone, share(9, 10)]);
    assert_eq!(with_counts.outcome(), &not_assessable([WhyNotAssessable::SingleFigures]));
}

#[test]
fn counts_without_a_whole_give_no_share() {
    let evaluation = all(&percent(80), &[count(15), count(8)]);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::CountWithoutWhole]));
    assert_eq!(evaluation.figure(), Some(&count(23)));
    let mixed = all(&percent(80), &[count(15), share(8, 10)]);
    assert_eq!(mixed.outcome(), &not_assessable([WhyNotAssessable::UnitMismatch]));
    assert_eq!(all(&none(), &[share(0, 9)]).outcome(), &not_assessable([WhyNotAssessable::UnitMismatch]));
}

#[test]
fn a_result_that_is_not_fully_stated_does_not_count_and_is_not_zero() {
    let without_whole = Observed::Share { part: Some(16), whole: None };
    let without_unit = Observed::Value { value: Some(Decimal::from(4)), unit: None };
    for (unfinished, missing) in [(without_whole, "whole"), (without_unit, "unit of the result")] {
        let measurements = [measured(1, share(9, 10)), measured(2, unfinished)];
        let evaluation = percent(80).evaluate(&measurements, &[service(1), service(2)], year());
        assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NotReported]));
        assert_eq!(evaluation.figure(), Some(&share(9, 10)));
        let [unused] = evaluation.unused() else { panic!("one that does not count") };
        let WhyUnused::NotStated { parts } = &unused.because else { panic!("{unused:?}") };
        assert_eq!(parts.iter().map(|part| part.en).collect::<Vec<_>>(), [missing]);
    }
}

/// A measurement of a unit that says why it has no result.
fn without_result(n: u128, no_result: NoResult) -> Measurement {
    Measurement { observed: None, no_result: Some(no_result), ..measured(n, count(0)) }
}

#[test]
fn a_result_that_is_suppressed_or_does_not_exist_is_neither_missing_nor_zero() {
    let suppressed = NoResult::Suppressed { below: Some(5) };
    let expected = [service(1), service(2)];
    for (no_result, reason, da) in [
        (
            suppressed,
            WhyNotAssessable::Suppressed,
            "kan ikke vurderes: et resultat er skjult af hensyn til anonymitet",
        ),
        (
            NoResult::Nothing,
            WhyNotAssessable::NothingToMeasure,
            "kan ikke vurderes: en enhed havde intet at måle på",
        ),
    ] {
        let measurements = [measured(1, share(9, 10)), without_result(2, no_result)];
        let evaluation = percent(80).evaluate(&measurements, &expected, year());
        assert_eq!(evaluation.outcome(), &not_assessable([reason]));
        assert_eq!(evaluation.outcome().in_lang(Lang::Da).to_string(), da);
        assert_eq!(evaluation.of_reported(), &TargetOutcome::Met);
        assert_eq!(evaluation.figure(), Some(&share(9, 10)));
        assert!(!evaluation.is_complete() && evaluation.unused().is_empty());
        assert_eq!(evaluation.not_reported().count(), 0);
        let [_, silent] = evaluation.units() else { panic!("two units") };
        assert_eq!(
            (silent.measurements.as_slice(), &silent.figure),
            ([Id::from_u128(1002)].as_slice(), &None)
        );
        assert_eq!(&silent.outcome, evaluation.outcome());
        // One exception breaks "none", whatever is suppressed.
        let broken =
            none().evaluate(&[measured(1, count(1)), without_result(2, no_result)], &expected, year());
        assert_eq!(broken.outcome(), &TargetOutcome::NotMet);
    }
    let of_another_year = Measurement { period: Period::year(2023), ..without_result(2, suppressed) };
    let evaluation = percent(80).evaluate([&of_another_year], &[service(2)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NotReported]));
    assert_eq!(evaluation.unused()[0].because, WhyUnused::OtherTime);
}

#[test]
fn a_result_beside_the_statement_that_there_is_none_decides_nothing() {
    let both = Measurement { no_result: Some(NoResult::Nothing), ..measured(1, share(9, 10)) };
    let evaluation = percent(80).evaluate([&both], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::ResultAndNone]));
    assert_eq!(evaluation.figure(), None);
}

#[test]
fn met_so_far_is_not_met() {
    let evaluation = one_silent(&percent(80), &[share(9, 10), share(8, 10)]);
    assert_eq!(evaluation.of_reported(), &TargetOutcome::Met);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NotReported]));
    assert_eq!(evaluation.figure(), Some(&share(17, 20)));
    assert_eq!(evaluation.state(), TargetState::NotAssessable);
    // Nor is it missed: the silent service may have reached it many times over.
    let evaluation = one_silent(&percent(80), &[share(1, 10)]);
    assert_eq!(evaluation.of_reported(), &TargetOutcome::NotMet);
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NotReported]));
}

#[test]
fn an_outcome_that_no_silent_unit_can_change_is_decided() {
    let at_least = |value, unit| target(Direction::AtLeast, value, unit);
    let at_most = |value, unit| target(Direction::AtMost, value, unit);
    let open = not_assessable([WhyNotAssessable::NotReported]);
    let table = [
        (at_most(0, Unit::Count), count(1), TargetOutcome::NotMet),
        (at_most(0, Unit::Count), count(0), open.clone()),
        (at_least(5, Unit::Count), count(5), TargetOutcome::Met),
        (at_least(5, Unit::Count), count(4), open.clone()),
        (at_least(100, Unit::Percent), share(19, 20), TargetOutcome::NotMet),
        (at_least(100, Unit::Percent), share(20, 20), open.clone()),
        (at_least(99, Unit::Percent), share(19, 20), open.clone()),
        (at_most(0, Unit::Percent), share(1, 20), TargetOutcome::NotMet),
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
    assert_eq!(evaluation.units()[1].outcome, not_assessable([WhyNotAssessable::WholeIsZero]));
    assert_eq!((evaluation.outcome(), evaluation.is_complete()), (&TargetOutcome::Met, true));
}

#[test]
fn a_unit_counted_twice_is_not_assessable() {
    let (one, mut again) = (measured(1, share(9, 10)), measured(1, share(1, 10)));
    again.id = Id::from_u128(7);
    let evaluation = percent(80).evaluate([&one, &again], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::CountedTwice]));
    assert_eq!(evaluation.units()[0].measurements, [again.id, one.id]);
    assert_eq!(evaluation.figure(), None);
    // Two countings of different months, and a target that says only "2024".
    again.period = Some(period("2024-02-01", "2024-02-29"));
    let mut target = percent(80);
    target.measured_at = Some(When::Date { on: Some("2024".parse().expect("a year")) });
    let evaluation = target.evaluate([&one, &again], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::SeveralPeriods]));
    // The first and the last of three are of one month.
    let third = Measurement { id: Id::from_u128(8), ..one.clone() };
    let evaluation = target.evaluate([&one, &again, &third], &[service(1)], year());
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::CountedTwice]));
}
