//! Measurements and their rules.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may panic")]

use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Threshold, Unit, WhyNot};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::organisation::{OrgUnit, SocialService};
use kvalitetsmodel::report::{Finding, Report};
use kvalitetsmodel::{Lang, check, codes, strategy};
use proptest::prelude::*;
use uuid::Uuid;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn period(start: &str, end: &str) -> Period {
    Period { start: day(start), end: day(end) }
}

/// The share of new staff of 2024 who feel strengthened: three of four.
fn onboarding() -> Measurement {
    Measurement {
        indicator: Some(Id::from_u128(15)),
        reporting_unit: Some(OrgUnit::from(Id::<SocialService>::from_u128(2))),
        period: Period::year(2024),
        observed: Some(Observed::of_share(3, 4)),
        asked: Some(5),
        answered: Some(4),
        extracted_at: Some(day("2025-01-08")),
        ..Measurement::new(Id::from_u128(1))
    }
}

fn changed(change: impl FnOnce(&mut Measurement)) -> Report {
    let mut measurement = onboarding();
    change(&mut measurement);
    // After the year that it is about.
    check(&measurement, &kvalitetsmodel::Context::new(day("2025-01-15")))
}

fn only(report: &Report) -> &Finding {
    let [finding] = report.findings() else { panic!("one finding: {report:#?}") };
    finding
}

#[test]
fn the_example_is_clean() {
    assert!(changed(|_| ()).is_clean());
}

#[test]
fn a_contradiction_is_found_once() {
    let falls = Observed::of_rate(3, Decimal::from_integer(-1), Unit::Days);
    for (report, broken, depends_on_it) in [
        (changed(|one| one.observed = Some(Observed::of_share(1, 0))), codes::MEA001, codes::MEA003),
        (changed(|one| one.period = Some(period("2024-11-30", "2024-11-01"))), codes::MEA004, codes::MEA005),
        (changed(|one| one.observed = Some(falls)), codes::MEA007, codes::MEA008),
    ] {
        assert_eq!(only(&report).code(), broken);
        assert!(report.rejects());
        let not_evaluated: Vec<_> = report.not_evaluated().iter().map(|one| one.code).collect();
        assert_eq!(not_evaluated, [depends_on_it]);
    }
}

#[test]
fn a_gap_does_not_reject() {
    let nothing = Measurement::new(Id::from_u128(1));
    let report = check(&nothing, &strategy::context());
    assert_eq!(only(&report).code(), codes::MEA006);
    assert!(!report.rejects());
    let of_nothing = changed(|one| one.observed = Some(Observed::of_share(0, 0)));
    assert_eq!(only(&of_nothing).code(), codes::MEA003);
    assert!(!only(&of_nothing).is_not_met() && !of_nothing.rejects());
}

#[test]
fn what_a_person_forgets_is_read_and_named() {
    for (forgotten, missing) in [
        (r#"{ "share": { "part": 16 } }"#, "whole"),
        (r#"{ "share": { "whole": 20 } }"#, "part"),
        (r#"{ "count": {} }"#, "count"),
        (r#"{ "value": { "value": "4.2" } }"#, "unit of the result"),
        (r#"{ "value": { "unit": "days" } }"#, "figure of the result"),
        (r#"{ "rate": { "events": 3, "unit": "days" } }"#, "exposure"),
        (r#"{ "subgroup": { "values": ["1"] } }"#, "unit of the result"),
    ] {
        let observed: Observed = serde_json::from_str(forgotten).unwrap();
        assert_eq!(observed.missing_parts().map(|part| part.en).collect::<Vec<_>>(), [missing]);
        assert!(observed.share().is_none(), "no share of what is not stated");
        let any = Threshold { direction: Direction::AtMost, value: Decimal::HUNDRED, unit: Unit::Days };
        assert!(matches!(observed.judge(&any), Assessment::NotAssessable(_)), "{forgotten}");
        let report = changed(|one| one.observed = Some(observed));
        assert_eq!(only(&report).code(), codes::MEA009);
        assert_eq!(only(&report).missing()[0].en, missing);
        assert!(!report.rejects() && report.not_evaluated().is_empty());
    }
}

#[test]
fn absent_is_not_zero() {
    let absent: Measurement =
        serde_json::from_value(serde_json::json!({ "id": Uuid::from_u128(1) })).unwrap();
    assert_eq!((absent.observed.clone(), absent.asked, absent.response()), (None, None, None));
    let null =
        serde_json::json!({ "id": Uuid::from_u128(1), "observed": null, "asked": null, "extractedAt": null });
    assert_eq!(serde_json::from_value::<Measurement>(null).unwrap(), absent);
    let zero = Measurement { observed: Some(Observed::of_count(0)), asked: Some(0), ..absent.clone() };
    assert_ne!(zero, absent);
    assert!(zero.share().is_none(), "a count gives no share");
}

#[test]
fn a_share_keeps_its_counts() {
    let share = onboarding().share().expect("stated").expect("3 of 4");
    assert_eq!((share.part(), share.whole()), (3, 4));
    let mut wrong = onboarding();
    wrong.observed = Some(Observed::of_share(21, 20));
    assert!(wrong.share().expect("stated").is_err());
    wrong.answered = Some(6);
    assert!(wrong.response().expect("stated").is_err());
}

#[test]
fn two_measurements_are_counted_alike_by_definition_and_way() {
    let by_hand = |text: &str| Measurement { data_source: Some(text.into()), ..onboarding() };
    assert_eq!(by_hand("optalt manuelt").counted_like(&by_hand(" Optalt  manuelt ")), Some(true));
    assert_eq!(by_hand("optalt manuelt").counted_like(&by_hand("udtræk")), Some(false));
    assert_eq!(by_hand("optalt manuelt").counted_like(&onboarding()), None);
    let other = Measurement { indicator: Some(Id::new(Uuid::nil())), ..by_hand("udtræk") };
    assert_eq!(by_hand("udtræk").counted_like(&other), Some(false));
}

#[test]
fn a_result_is_read_strictly() {
    let read = |text: &str| serde_json::from_str::<Observed>(text);
    assert_eq!(read(r#"{ "count": { "count": 0 } }"#).unwrap(), Observed::of_count(0));
    assert!(read(r#"{ "count": { "count": -1 } }"#).is_err());
    assert!(read(r#"{ "count": { "count": 1.5 } }"#).is_err());
    assert_eq!(
        read(r#"{ "share": { "part": 3 } }"#).unwrap(),
        Observed::Share { part: Some(3), whole: None }
    );
    assert!(read(r#"{ "share": "3 of 4" }"#).is_err());
    assert!(read(r#"{ "share": { "part": 3, "whole": 4, "percent": 75 } }"#).is_err());
    let value = Observed::of_value("12.5".parse().unwrap(), Unit::Days);
    assert_eq!(read(r#"{ "value": { "value": "12.5", "unit": "days" } }"#).unwrap(), value);
    assert_eq!(value.in_lang(Lang::Da).to_string(), "12,5 dage");
    let one = |unit| Observed::of_value("1".parse().unwrap(), unit);
    assert_eq!(one(Unit::Days).in_lang(Lang::Da).to_string(), "1 dag");
    assert_eq!(one(Unit::Percent).in_lang(Lang::En).to_string(), "1%");
    let rate = Observed::of_rate(2, "1".parse().unwrap(), Unit::Hours);
    assert_eq!(rate.in_lang(Lang::En).to_string(), "2 over 1 hour");
    let unnamed = Unit::Other { name: " ".into() };
    let rule = Threshold { direction: Direction::AtMost, value: "1".parse().unwrap(), unit: unnamed.clone() };
    assert_eq!(one(unnamed).judge(&rule), Assessment::NotAssessable(WhyNot::NotStated));
    let wrong = Observed::of_share(21, 20);
    assert_eq!(wrong.in_lang(Lang::Da).to_string(), "21 af 20");
    assert_eq!(wrong.in_lang(Lang::En).to_string(), "21 of 20");
    assert_eq!(Observed::of_count(18).in_lang(Lang::En).to_string(), "18");
}

proptest! {
    #[test]
    fn what_is_found_depends_on_the_counts_alone(part: u64, whole: u64) {
        let report = changed(|one| one.observed = Some(Observed::of_share(part, whole)));
        prop_assert_eq!(report.rejects(), part > whole);
    }
}
