//! An agreement is followed up once more after a target figure has been measured in its period.

use chrono::NaiveDate;

use super::each_target;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::Period;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, follow_up, given_target, in_march, meeting},
    crate::agreement::FollowUp,
    crate::date::When,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR036,
    requirements: &["R-020", "S-005"],
    sources: &[SourceRef::agreement("1.8.5"), SourceRef::agreement("3")],
    title: Bilingual::new(
        "der følges op på aftalen, efter at periodens måltal er målt",
        "an agreement is followed up after the target figures of its period have been measured",
    ),
    why: Bilingual::new(
        "Ellers er der ingen opfølgning, hvor parterne ser, om måltallet er nået. Et måltal, der måles, når aftalens periode er slut, fx i januar for hele året, følges der op på i den næste aftale.",
        "Otherwise no follow-up shows whether the figure has been reached. A figure that is measured when the period of the agreement has ended, such as in January for the whole year, is for the next agreement to follow up.",
    ),
    remedy: Bilingual::new(
        "Aftal en opfølgning efter målingen, eller fremryk målingen.",
        "Agree a follow-up after the measurement, or measure earlier.",
    ),
    example: Bilingual::new(
        "Måltallet måles i november 2024, og den sidste opfølgning på aftalen er 31. maj 2024.",
        "The figure is measured in November 2024, and the last follow-up of the agreement is on 31 May 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    NotFollowedUpAfter { measured_from: NaiveDate, last: NaiveDate }
    "måltallet måles tidligst {measured_from}, men den sidste opfølgning på aftalen er {last}",
    "the figure is measured on {measured_from} at the earliest, but the agreement is last followed up on {last}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period() else { return };
    let Some(last) = last_follow_up(agreement, period) else { return };
    each_target(agreement, at, |target, at| {
        if let Some(measured_from) = measured_in(target, period).filter(|from| *from > last) {
            cx.not_met(&at.key("measuredAt"), NotFollowedUpAfter { measured_from, last });
        }
    });
}

/// The last day of the last follow-up. One without a last day can come after any measurement.
pub(super) fn last_follow_up(agreement: &DevelopmentAgreement, period: Period) -> Option<NaiveDate> {
    let mut last = None;
    for follow_up in agreement.all_follow_ups() {
        last = last.max(Some(follow_up.deadline(Some(&period))?));
    }
    last
}

/// The first day on which a figure is measured, if that is in the period and it has not been measured yet. A figure
/// that may be measured after the agreement is for the next one to follow up.
pub(super) fn measured_in(target: &TargetFigure, period: Period) -> Option<NaiveDate> {
    let when = target.measured_at.as_ref().filter(|_| !target.is_measured())?;
    let (start, end) = (when.start(Some(&period))?, when.deadline(Some(&period))?);
    (end <= period.end).then_some(start)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    agreement.focus_areas.iter_mut().for_each(|area| {
        area.follow_ups.iter_mut().for_each(|one| one.when = in_march());
    });
    agreement.follow_ups = [meeting(tape.spare_id(9), tape)].into();
    change_area(agreement, tape, |area, tape| {
        let measured_at = Some(When::Date { on: "2024-12-01".parse().ok() });
        let target = TargetFigure { measured_at, ..given_target(tape) };
        let named = FollowUp { targets: [target.id].into(), ..follow_up(in_march(), tape) };
        area.follow_ups.push(named);
        area.targets.push(target);
    });
}];

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "targets": [{
            "id": "00000000-0000-4000-8000-000000000003",
            "measuredAt": { "date": { "on": "2024-11" } }
        }],
        "followUps": [
            { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-03-31" } } },
            { "id": "00000000-0000-4000-8000-000000000005", "when": "continuously" }
        ]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In the month of the last follow-up. It is one of the whole agreement.
    accepts_with(
        AGREEMENT,
        r#"{
            "/focusAreas/0/followUps/1": null,
            "/followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-11-01" } } }]
        }"#,
    ),
    // Some follow-up has no day yet, or no follow-up is stated.
    accepts(AGREEMENT),
    accepts_with(AGREEMENT, r#"{ "/focusAreas/0/followUps": null }"#),
    // Measured after the year, perhaps after it, and measured already.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "measuredAt": { "date": { "on": "2025-01" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000006",
                        "measuredAt": { "within": { "months": 11, "from": "2024-02-01" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000005", "state": "measured",
                        "measuredAt": { "date": { "on": "2024-11" } }
                    }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-03-31" } } }
                ]
            }]
        }"#,
    ),
    // In the last month, and on the last day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-12" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "measuredAt": { "date": { "on": "2024-12-31" } } }
                ],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-11" } } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet måles tidligst 1. december 2024, men den sidste opfølgning på aftalen er 30. november 2024",
                "the figure is measured on 1 December 2024 at the earliest, but the agreement is last followed up on \
                 30 November 2024",
            ),
            not_met(
                "/focusAreas/0/targets/1/measuredAt",
                "måltallet måles tidligst 31. december 2024, men den sidste opfølgning på aftalen er 30. november 2024",
                "the figure is measured on 31 December 2024 at the earliest, but the agreement is last followed up on \
                 30 November 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2024-11" } }
                }],
                "followUps": [
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "monthDay": { "day": "--10-31" } } }
                ]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-06" } } }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0/measuredAt",
            "måltallet måles tidligst 1. november 2024, men den sidste opfølgning på aftalen er 31. oktober 2024",
            "the figure is measured on 1 November 2024 at the earliest, but the agreement is last followed up on \
             31 October 2024",
        )],
    ),
];
