//! A target figure is measured only after the agreement has been made and its year has begun.

use chrono::NaiveDate;

use super::agr041_due_within_agreement::sound_start;
use super::{each_target, first_day, made_on};
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, given_target},
    crate::date::When,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
    crate::target_figure::TargetStep,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR035,
    requirements: &["R-020"],
    sources: &[
        SourceRef::agreement("1.8.5"),
        SourceRef::agreement("titelblad"),
        SourceRef::agreement("underskrifter"),
    ],
    title: Bilingual::new(
        "et måltal måles først, når aftalen er indgået og trådt i kraft",
        "a target figure is not measured until the agreement has been made and has begun",
    ),
    why: Bilingual::new(
        "Et tal fra før aftalen viser, hvordan det var, og ikke om aftalen har virket; det er et udgangspunkt.",
        "A figure from before the agreement shows how things were, not whether the agreement has worked; it is a baseline.",
    ),
    remedy: Bilingual::new(
        "Ret måletidspunktet eller datoen for målingen; et tal fra før aftalen angives som udgangspunkt.",
        "Correct the measuring time or the date of the measurement; state a figure from before the agreement as a baseline.",
    ),
    example: Bilingual::new(
        "En aftale for 2024, hvor måltallet opgøres i november 2023.",
        "An agreement for 2024 in which the figure is measured in November 2023.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    BeforeAgreement { measured_at: NaiveDate, start: NaiveDate }
    "måltallet skal måles senest {measured_at}, men aftalen begynder først {start}",
    "the figure is to be measured by {measured_at}, but the agreement does not begin until {start}",
}

message! {
    BeforeSigned { measured_at: NaiveDate, signed_on: PartialDate }
    "måltallet skal måles senest {measured_at}, før aftalen er indgået ({signed_on})",
    "the figure is to be measured by {measured_at}, before the agreement is made ({signed_on})",
}

message! {
    ResultBefore { measured_on: PartialDate, start: NaiveDate }
    "målingen er dateret {measured_on}, men aftalen begynder først {start}",
    "the measurement is dated {measured_on}, but the agreement does not begin until {start}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if agreement.focus_areas.iter().all(|area| area.targets.is_empty()) {
        return;
    }
    let period = agreement.running_period();
    let start = first_day(agreement, at, cx);
    let signed = made_on(agreement);
    each_target(agreement, at, |target, at| {
        if let Some(too_early) = too_early(target, period.as_ref(), start, signed) {
            let at = at.key("measuredAt");
            match too_early {
                TooEarly::BeforeAgreement(facts) => cx.not_met(&at, facts),
                TooEarly::BeforeSigned(facts) => cx.not_met(&at, facts),
            }
            return;
        }
        let Some(start) = start else { return };
        let list = at.key("history");
        for (n, step) in target.history.iter().enumerate() {
            let is_measured = step.state.is_some_and(|state| !state.is_back_from(TargetState::Measured));
            let before = step.on.filter(|on| is_measured && on.last_day() < start);
            if let Some(measured_on) = before {
                cx.not_met(&list.index(n).key("on"), ResultBefore { measured_on, start });
            }
        }
    });
}

/// A measuring time before the agreement.
enum TooEarly {
    BeforeAgreement(BeforeAgreement),
    BeforeSigned(BeforeSigned),
}

fn too_early(
    target: &TargetFigure,
    period: Option<&Period>,
    start: Option<NaiveDate>,
    signed: Option<PartialDate>,
) -> Option<TooEarly> {
    let measured_at = target.measured_at.as_ref()?.deadline(period)?;
    if let Some(start) = start.filter(|start| measured_at < *start) {
        return Some(TooEarly::BeforeAgreement(BeforeAgreement { measured_at, start }));
    }
    let signed_on = signed.filter(|signed| measured_at < signed.first_day())?;
    Some(TooEarly::BeforeSigned(BeforeSigned { measured_at, signed_on }))
}

/// Whether this rule finds that a figure is measured too early.
pub(super) fn is_too_early(agreement: &DevelopmentAgreement, target: &TargetFigure) -> bool {
    let (period, start) = (agreement.running_period(), sound_start(agreement));
    too_early(target, period.as_ref(), start, made_on(agreement)).is_some()
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| measure_on(agreement, "2023-11", tape),
    |agreement, tape| {
        agreement.parties.iter_mut().for_each(|party| party.signed_on = "2024-01-09".parse().ok());
        measure_on(agreement, "2024-01-08", tape);
    },
    // That it was agreed after the measurement is not reported again.
    |agreement, tape| {
        measure_on(agreement, "2023-11", tape);
        let target = agreement.focus_areas.first_mut().and_then(|area| area.targets.last_mut());
        let agreed =
            TargetStep { on: PartialDate::of_month(2024, 1), ..TargetStep::new(TargetState::Agreed) };
        if let Some(target) = target {
            target.history = [agreed].into();
        }
    },
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let measured =
                TargetStep { on: PartialDate::of_month(2023, 11), ..TargetStep::new(TargetState::Measured) };
            area.targets.push(TargetFigure {
                state: Some(TargetState::Measured),
                // Without a first day, no measurement is too early for its own time.
                measured_at: Some(When::TimesAYear { times: Some(2) }),
                history: [measured].into(),
                ..given_target(tape)
            });
        });
    },
];

/// Adds a figure that is measured on a date.
#[cfg(feature = "proptest")]
fn measure_on(agreement: &mut DevelopmentAgreement, date: &str, tape: &mut Tape<'_>) {
    change_area(agreement, tape, |area, tape| area.targets.push(given_target(tape)));
    let added = agreement.focus_areas.first_mut().and_then(|area| area.targets.last_mut());
    if let Some(target) = added {
        target.measured_at = Some(When::Date { on: date.parse().ok() });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A new head joins after the measurement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [
                { "role": "socialDirector", "signedOn": "2024-01-09" },
                { "role": "headOfService", "signedOn": "2024-01-10" },
                { "role": "headOfService", "signedOn": "2024-05-02" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003", "measuredAt": { "date": { "on": "2024-03" } }
                }]
            }]
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    // On the first day, and on the day of the last signature. A baseline may be older.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-01" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2024-01-01" } },
                    "baseline": { "value": "70", "unit": "percent", "on": "2023-11" },
                    "history": [{ "state": "agreed", "on": "2023-12" }, { "state": "measured", "on": "2024-01-01" }]
                }]
            }]
        }"#,
    ),
    // When the agreement begins is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2014" } }
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }],
            "unattributedSigningDays": ["2024-02"],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "measuredAt": { "date": { "on": "2023-12-31" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004",
                        "measuredAt": { "monthDay": { "day": "--01-31" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "history": [{ "state": "agreed", "on": "2023-12" }, { "state": "met", "on": "2023-12" }]
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/targets/0/measuredAt",
                "måltallet skal måles senest 31. december 2023, men aftalen begynder først 1. januar 2024",
                "the figure is to be measured by 31 December 2023, but the agreement does not begin until 1 January 2024",
            ),
            not_met(
                "/focusAreas/0/targets/1/measuredAt",
                "måltallet skal måles senest 31. januar 2024, før aftalen er indgået (februar 2024)",
                "the figure is to be measured by 31 January 2024, before the agreement is made (February 2024)",
            ),
            not_met(
                "/focusAreas/0/targets/2/history/1/on",
                "målingen er dateret december 2023, men aftalen begynder først 1. januar 2024",
                "the measurement is dated December 2023, but the agreement does not begin until 1 January 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "period": { "start": "2025-01-01", "end": "2025-12-31" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "measuredAt": { "date": { "on": "2024-11" } }
                }]
            }]
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
    // One of the areas has no figure. The month of the result may be one of its last days, and a step without a state is
    // no result.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-02-15", "end": "2024-12-31" },
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "targets": [
                        {
                            "id": "00000000-0000-4000-8000-000000000004",
                            "measuredAt": { "date": { "on": "2023-12-31" } },
                            "history": [{ "state": "measured", "on": "2024-01" }]
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000005",
                            "history": [{ "state": "measured", "on": "2024-02" }, { "on": "2024-01-01" }]
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/targets/0/measuredAt",
            "måltallet skal måles senest 31. december 2023, men aftalen begynder først 15. februar 2024",
            "the figure is to be measured by 31 December 2023, but the agreement does not begin until 15 February 2024",
        )],
    ),
    // A month of the signature begins before the day of the measuring.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-12-31" },
            "parties": [{ "role": "socialDirector", "signedOn": "2024-02" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "targets": [{
                    "id": "00000000-0000-4000-8000-000000000004", "measuredAt": { "date": { "on": "2024-02-10" } }
                }]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-12-31", "end": "2024-01-01" }
        }"#,
    ),
];
