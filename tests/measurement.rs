//! Measurements and their rules.
#![cfg(feature = "proptest")]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may panic")]

use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Decimal, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::organisation::{OrgUnit, SocialService};
use kvalitetsmodel::report::{Finding, Report};
use kvalitetsmodel::rule::Severity;
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
        observed: Some(Observed::Share { part: 3, whole: 4 }),
        asked: Some(5),
        answered: Some(4),
        extracted_at: Some(day("2025-01-08")),
        ..Measurement::new(Id::from_u128(1))
    }
}

fn changed(change: impl FnOnce(&mut Measurement)) -> Report {
    let mut measurement = onboarding();
    change(&mut measurement);
    check(&measurement, &strategy::context())
}

fn only(report: &Report) -> &Finding {
    let [finding] = report.findings() else { panic!("one finding: {report:#?}") };
    finding
}

fn assert_found(report: &Report, code: &str, at: &str, da: &str, en: &str) {
    let finding = only(report);
    assert_eq!((finding.code().as_str(), finding.at().as_str()), (code, at));
    assert_eq!(finding.message(Lang::Da), da);
    assert_eq!(finding.message(Lang::En), en);
}

#[test]
fn the_example_is_clean() {
    assert!(changed(|_| ()).is_clean());
    // Figures can be extracted on the last day of the period.
    assert!(changed(|one| one.extracted_at = Some(day("2024-12-31"))).is_clean());
    assert!(changed(|one| one.period = Some(period("2024-11-30", "2024-11-30"))).is_clean());
}

#[test]
fn mea001_part_exceeds_whole() {
    let report = changed(|one| one.observed = Some(Observed::Share { part: 21, whole: 20 }));
    assert_found(
        &report,
        "MEA001",
        "/observed/share/part",
        "tælleren er 21, men nævneren er kun 20",
        "the part is 21, but the whole is only 20",
    );
    assert!(report.rejects());
}

#[test]
fn mea002_more_answers_than_asked() {
    let report = changed(|one| one.answered = Some(6));
    assert_found(
        &report,
        "MEA002",
        "/answered",
        "6 har svaret, men kun 5 er spurgt",
        "6 answered, but only 5 were asked",
    );
    assert!(report.rejects());
    // Zero people asked is a stated number.
    assert!(changed(|one| (one.asked, one.answered) = (Some(0), Some(1))).rejects());
    assert!(changed(|one| one.asked = None).is_clean());
}

#[test]
fn mea003_a_share_of_nothing() {
    let report = changed(|one| one.observed = Some(Observed::Share { part: 0, whole: 0 }));
    assert_found(
        &report,
        "MEA003",
        "/observed/share/whole",
        "kan ikke vurderes; mangler: noget at måle på (nævneren er nul)",
        "cannot be assessed; missing: anything to count (the whole is zero)",
    );
    assert!(!only(&report).is_not_met() && !report.rejects());
    assert!(changed(|one| one.observed = Some(Observed::Count { count: 0 })).is_clean());
}

#[test]
fn mea003_requires_mea001() {
    let report = changed(|one| one.observed = Some(Observed::Share { part: 1, whole: 0 }));
    assert_eq!(only(&report).code(), codes::MEA001);
    assert_eq!(report.not_evaluated()[0].code, codes::MEA003);
}

#[test]
fn mea004_a_period_that_ends_before_it_starts() {
    let report = changed(|one| one.period = Some(period("2024-11-30", "2024-11-01")));
    assert_found(
        &report,
        "MEA004",
        "/period",
        "perioden slutter 1. november 2024, før den begynder 30. november 2024",
        "the period ends on 1 November 2024, before it starts on 30 November 2024",
    );
    assert!(report.rejects());
    assert_eq!(report.not_evaluated()[0].code, codes::MEA005);
}

#[test]
fn mea005_extracted_before_the_period_was_over() {
    let report = changed(|one| one.extracted_at = Some(day("2024-12-30")));
    assert_found(
        &report,
        "MEA005",
        "/extractedAt",
        "tallene er trukket 30. december 2024, før perioden slutter 31. december 2024",
        "the figures were taken out on 30 December 2024, before the period ends on 31 December 2024",
    );
    assert_eq!(only(&report).severity(), Severity::Warning);
}

#[test]
fn mea006_lists_all_that_is_missing() {
    let nothing = Measurement::new(Id::from_u128(1));
    assert_found(
        &check(&nothing, &strategy::context()),
        "MEA006",
        "",
        "kan ikke vurderes; mangler: indikator, indberettende enhed, periode, måleresultat",
        "cannot be assessed; missing: indicator, reporting unit, period, result",
    );
    assert!(!check(&nothing, &strategy::context()).rejects());
}

fn falls(events: u64, exposure: &str) -> Observed {
    Observed::Rate { events, exposure: exposure.parse().expect("a figure"), unit: Unit::Days }
}

#[test]
fn mea007_events_without_exposure() {
    let report = changed(|one| one.observed = Some(falls(3, "-0.5")));
    assert_found(
        &report,
        "MEA007",
        "/observed/rate/exposure",
        "eksponeringen er -0,5, altså under nul",
        "the exposure is -0.5, which is below zero",
    );
    assert!(report.rejects());
    assert_eq!(report.not_evaluated()[0].code, codes::MEA008);
    let report = changed(|one| one.observed = Some(falls(3, "0.00")));
    assert_found(
        &report,
        "MEA007",
        "/observed/rate/events",
        "antallet af hændelser er 3, men eksponeringen er nul",
        "the number of events is 3, but the exposure is zero",
    );
    assert!(report.rejects());
    assert_eq!(report.not_evaluated()[0].code, codes::MEA008);
    // There can be more events than days, and no events are no contradiction.
    assert!(changed(|one| one.observed = Some(falls(12, "0.5"))).is_clean());
    assert!(changed(|one| one.observed = Some(falls(0, "31"))).is_clean());
}

#[test]
fn mea008_nothing_to_measure() {
    let report = changed(|one| one.observed = Some(falls(0, "0")));
    assert_found(
        &report,
        "MEA008",
        "/observed/rate/exposure",
        "kan ikke vurderes; mangler: noget at måle på (eksponeringen er nul)",
        "cannot be assessed; missing: any exposure (it is zero)",
    );
    assert!(!report.rejects() && report.not_evaluated().is_empty());
    let subgroup = |values| Some(Observed::Subgroup { values, unit: Unit::Hours });
    let report = changed(|one| one.observed = subgroup(Vec::new()));
    assert_found(
        &report,
        "MEA008",
        "/observed/subgroup/values",
        "kan ikke vurderes; mangler: værdier",
        "cannot be assessed; missing: values",
    );
    assert!(changed(|one| one.observed = subgroup(vec![Decimal::ZERO])).is_clean());
}

#[test]
fn absent_is_not_zero() {
    let absent: Measurement =
        serde_json::from_value(serde_json::json!({ "id": Uuid::from_u128(1) })).unwrap();
    assert_eq!((absent.observed.clone(), absent.asked, absent.response()), (None, None, None));
    let null =
        serde_json::json!({ "id": Uuid::from_u128(1), "observed": null, "asked": null, "extractedAt": null });
    assert_eq!(serde_json::from_value::<Measurement>(null).unwrap(), absent);
    let zero = Measurement { observed: Some(Observed::Count { count: 0 }), asked: Some(0), ..absent.clone() };
    assert_ne!(zero, absent);
    assert!(zero.share().is_none(), "a count gives no share");
}

#[test]
fn a_share_keeps_its_counts() {
    let share = onboarding().share().expect("stated").expect("3 of 4");
    assert_eq!((share.part(), share.whole()), (3, 4));
    let mut wrong = onboarding();
    wrong.observed = Some(Observed::Share { part: 21, whole: 20 });
    assert!(wrong.share().expect("stated").is_err());
    wrong.answered = Some(6);
    assert!(wrong.response().expect("stated").is_err());
}

#[test]
fn two_measurements_are_counted_alike_by_definition_and_way() {
    let by_hand = |text: &str| Measurement { data_source: Some(text.into()), ..onboarding() };
    assert_eq!(by_hand("optalt manuelt").counted_like(&by_hand(" optalt manuelt ")), Some(true));
    assert_eq!(by_hand("optalt manuelt").counted_like(&by_hand("udtræk")), Some(false));
    assert_eq!(by_hand("optalt manuelt").counted_like(&onboarding()), None);
    let other = Measurement { indicator: Some(Id::new(Uuid::nil())), ..by_hand("udtræk") };
    assert_eq!(by_hand("udtræk").counted_like(&other), Some(false));
}

#[test]
fn a_result_is_read_strictly() {
    let read = |text: &str| serde_json::from_str::<Observed>(text);
    assert_eq!(read(r#"{ "count": { "count": 0 } }"#).unwrap(), Observed::Count { count: 0 });
    assert!(read(r#"{ "count": { "count": -1 } }"#).is_err());
    assert!(read(r#"{ "count": { "count": 1.5 } }"#).is_err());
    assert!(read(r#"{ "share": { "part": 3 } }"#).is_err(), "a share has a whole");
    assert!(read(r#"{ "share": { "part": 3, "whole": 4, "percent": 75 } }"#).is_err());
    let value = Observed::Value { value: "12.5".parse().unwrap(), unit: Unit::Days };
    assert_eq!(read(r#"{ "value": { "value": "12.5", "unit": "days" } }"#).unwrap(), value);
    assert_eq!(value.in_lang(Lang::Da).to_string(), "12,5 dage");
    let wrong = Observed::Share { part: 21, whole: 20 };
    assert_eq!(wrong.in_lang(Lang::Da).to_string(), "21 af 20");
    assert_eq!(wrong.in_lang(Lang::En).to_string(), "21 of 20");
    assert_eq!(Observed::Count { count: 18 }.in_lang(Lang::En).to_string(), "18");
}

proptest! {
    #[test]
    fn clean_is_clean_and_costs_no_allocation(measurement in strategy::clean::<Measurement>()) {
        let context = strategy::context();
        let count = allocation_counter::measure(|| assert!(check(&measurement, &context).is_clean()));
        prop_assert_eq!(count.count_total, 0);
    }

    #[test]
    fn any_draft_is_unchanged_by_json(measurement in strategy::any::<Measurement>()) {
        let text = serde_json::to_string(&measurement).unwrap();
        prop_assert_eq!(serde_json::from_str::<Measurement>(&text).unwrap(), measurement);
    }

    #[test]
    fn a_finding_points_into_the_document(measurement in strategy::any::<Measurement>()) {
        let document = serde_json::to_value(&measurement).unwrap();
        let report = check(&measurement, &strategy::context());
        for at in report.findings().iter().map(Finding::at) {
            let parent = at.as_str().rsplit_once('/').map_or("", |(parent, _)| parent);
            prop_assert!(document.pointer(parent).is_some(), "{at} does not resolve");
        }
    }

    #[test]
    fn what_is_found_depends_on_the_counts_alone(part: u64, whole: u64) {
        let report = changed(|one| one.observed = Some(Observed::Share { part, whole }));
        prop_assert_eq!(report.rejects(), part > whole);
    }
}
