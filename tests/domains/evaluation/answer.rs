//! What an evaluation says: what was left out, what is missing, in words and for programs.

use super::*;

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
            line(
                "enheden er ikke blandt dem, der skal indberette",
                "the unit is not among those expected to report"
            ),
        ]
    );
    assert_eq!(evaluation.outcome(), &TargetOutcome::Met);
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
    assert_eq!(evaluation.outcome(), &not_assessable([WhyNotAssessable::NoUnits]));
    assert_eq!(evaluation.unused()[0].because, WhyUnused::OtherUnit);
    assert!(!evaluation.is_complete());
}

#[test]
fn reasons_have_words_in_both_languages() {
    let table = [
        (
            WhyNotAssessable::MeasuringTimeOpen,
            "måletidspunktet kan ikke føres til bestemte dage",
            "the measuring time does not resolve to days",
        ),
        (WhyNotAssessable::NoUnits, "ingen enhed skal indberette", "no unit is expected to report"),
        (WhyNotAssessable::NotReported, "der mangler en måling", "a measurement is missing"),
        (
            WhyNotAssessable::Suppressed,
            "et resultat er skjult af hensyn til anonymitet",
            "a result is suppressed to protect anonymity",
        ),
        (
            WhyNotAssessable::NothingToMeasure,
            "en enhed havde intet at måle på",
            "a unit had nothing to measure",
        ),
        (
            WhyNotAssessable::ResultAndNone,
            "en måling har et resultat, men siger også, at den intet har",
            "a measurement has a result and also says that it has none",
        ),
        (
            WhyNotAssessable::CountedTwice,
            "en enhed er talt med mere end én gang",
            "a unit is counted more than once",
        ),
        (
            WhyNotAssessable::SeveralPeriods,
            "målingerne er fra forskellige perioder",
            "the measurements are from different periods",
        ),
        (
            WhyNotAssessable::PartExceedsWhole,
            "tælleren er større end nævneren",
            "the part is larger than the whole",
        ),
        (WhyNotAssessable::NegativeWhole, "nævneren er negativ", "the whole is negative"),
        (WhyNotAssessable::WholeIsZero, "nævneren er nul", "the whole is zero"),
        (
            WhyNotAssessable::CountWithoutWhole,
            "et antal uden nævner giver ingen andel",
            "a count without its whole gives no share",
        ),
        (
            WhyNotAssessable::UnitMismatch,
            "målingen har en anden enhed end måltallet",
            "the figure and its target differ in unit",
        ),
        (
            WhyNotAssessable::SingleFigures,
            "enkelttal fra flere enheder kan ikke lægges sammen",
            "single figures of several units cannot be summed",
        ),
        (WhyNotAssessable::TooLarge, "summen er for stor", "the sum is too large"),
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
            _ => not_assessable([WhyNotAssessable::TooLarge]),
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
        if let TargetOutcome::NotAssessable { because } = evaluation.outcome() {
            prop_assert!(!because.is_empty() && because.is_sorted_by(|a, b| a < b));
        }
    }
}

/// A sort key; the seed decides the order.
fn hash(text: &str, seed: u64) -> u64 {
    text.bytes().fold(seed, |sum, byte| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
