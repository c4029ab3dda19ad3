//! A baseline is counted before what it is the baseline of is done.

use crate::agreement::{Action, DevelopmentAgreement};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, given_target, in_march},
    crate::agreement::FocusArea,
    crate::date::When,
    crate::figure::{Decimal, Unit},
    crate::rule::trial::Breaks,
    crate::target_figure::{Baseline, ChangeAim, ChangeAimKind, TargetFigure},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR017,
    severity: Severity::Information,
    requirements: &["R-142"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Før- og eftermåling af kvantitative variabler: inden projektet gik i gang",
        ),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "actions, doneOn; aim, baseline; targets, baseline"),
    ],
    title: Bilingual::new(
        "et udgangspunkt er ikke opgjort, efter at indsatserne er gennemført",
        "a baseline is not counted after the actions have been done",
    ),
    why: Bilingual::new(
        "Udgangspunktet er tallet, før der blev gjort noget. Er det opgjort bagefter, er virkningen af indsatserne talt med, og fremgangen ser mindre ud, end den er. For et måltal ses der på alle områdets indsatser; er én af dem ikke gennemført, siger reglen ikke noget.",
        "The baseline is the figure before anything was done. If it is counted afterwards, it includes the effect of the actions, and progress looks smaller than it is. For a target figure all actions of its area count; if one of them is not done, the rule reports nothing.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for udgangspunktet, eller brug et tal fra før indsatserne. Er indsatsen selv den kortlægning, som udgangspunktet kommer fra, er der intet at rette.",
        "Correct the date of the baseline, or use a figure from before the actions. If the action itself is the mapping that the baseline comes from, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Udgangspunktet for sygefraværet er fra oktober, men områdets indsatser var gennemført i marts og september.",
        "The baseline of sick leave is from October, but the actions of the area were done in March and September.",
    ),
    ..Rule::DERIVED
};

message! {
    AfterActions { on: PartialDate, done_on: PartialDate }
    "udgangspunktet er opgjort {on:i}, men områdets indsatser var alle gennemført {done_on:i}",
    "the baseline was counted {on:on|in}, but all actions of the area had been done by {done_on}",
}

message! {
    AfterAction { on: PartialDate, done_on: PartialDate }
    "udgangspunktet er opgjort {on:i}, men indsatsen var gennemført {done_on:i}",
    "the baseline was counted {on:on|in}, but the action had been done by {done_on}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        let list = at.key("actions");
        for (n, one) in area.actions.iter().enumerate() {
            let baseline = one.aim.as_ref().and_then(|aim| aim.baseline.as_ref());
            if let Some((on, done_on)) = late(baseline.and_then(|one| one.on), one.done_on) {
                let at = list.item(n, one.id);
                cx.not_met(&at.key("aim").key("baseline").key("on"), AfterAction { on, done_on });
            }
        }
        let list = at.key("targets");
        let last_done = last_done(&area.actions);
        for (n, one) in area.targets.iter().enumerate() {
            let counted_on = one.baseline.as_ref().and_then(|one| one.on);
            if let Some((on, done_on)) = late(counted_on, last_done) {
                cx.not_met(&list.item(n, one.id).key("baseline").key("on"), AfterActions { on, done_on });
            }
        }
    }
}

/// The two dates, if the baseline is certainly later.
fn late(on: Option<PartialDate>, done_on: Option<PartialDate>) -> Option<(PartialDate, PartialDate)> {
    on.zip(done_on).filter(|(on, done_on)| done_on.ends_before(*on))
}

/// When the last action was done. Returns `None` if one is not done; taking part in a body goes on.
fn last_done(actions: &[Action]) -> Option<PartialDate> {
    let mut own = actions.iter().filter(|one| one.takes_part_in.is_none());
    let first = own.next()?.done_on?;
    own.try_fold(first, |last, one| {
        let on = one.done_on?;
        Some(if on.last_day() > last.last_day() { on } else { last })
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let [done_on, on] = ["2024-01-09", "2024-01-10"].map(|day| day.parse().ok());
        let baseline =
            Some(Baseline { value: Some(Decimal::from(60)), unit: Some(Unit::Percent), on, no_result: None });
        agreement.focus_areas.push(FocusArea {
            actions: [Action { done_on, ..action(tape) }].into(),
            targets: [TargetFigure { baseline, ..given_target(tape) }].into(),
            follow_ups: [follow_up(in_march(), tape)].into(),
            ..area(tape)
        });
    },
    |agreement, tape| {
        let [done_on, on] = ["2024-01-09", "2024-01-10"].map(|day| day.parse().ok());
        let aim = ChangeAim {
            baseline: Some(Baseline {
                value: Some(Decimal::from(60)),
                unit: Some(Unit::Percent),
                on,
                no_result: None,
            }),
            size: Some(Decimal::from(10)),
            unit: Some(Unit::Percent),
            by: PartialDate::of_month(2024, 11).map(|on| When::Date { on: Some(on) }),
            ..ChangeAim::new(ChangeAimKind::Reduce)
        };
        agreement.focus_areas.push(FocusArea {
            actions: [Action { done_on, aim: Some(aim), ..action(tape) }].into(),
            follow_ups: [follow_up(in_march(), tape)].into(),
            ..area(tape)
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In the month of the action; one action is open; no actions, or only one that takes part; no date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000011", "doneOn": "2024-03-14" },
                        {
                            "id": "00000000-0000-4000-8000-000000000012", "doneOn": "2024-09",
                            "aim": { "kind": "reduce", "baseline": { "on": "2024-09-30" } }
                        }
                    ],
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000013", "baseline": { "on": "2024-09-30" } },
                        { "id": "00000000-0000-4000-8000-000000000014", "baseline": { "on": "2024" } },
                        { "id": "00000000-0000-4000-8000-000000000015", "baseline": {} },
                        { "id": "00000000-0000-4000-8000-000000000016" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000021", "doneOn": "2024-03-14" },
                        { "id": "00000000-0000-4000-8000-000000000022", "aim": { "kind": "reduce", "baseline": { "on": "2024-10" } } }
                    ],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000023", "baseline": { "on": "2024-10" } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000031", "doneOn": "2024-03", "takesPartIn": "00000000-0000-4000-8000-000000000009" }
                    ],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000032", "baseline": { "on": "2024-10" } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000041", "baseline": { "on": "2024-10" } }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000011", "doneOn": "2024-09" },
                    { "id": "00000000-0000-4000-8000-000000000012", "doneOn": "2024-03-14" },
                    { "id": "00000000-0000-4000-8000-000000000013", "takesPartIn": "00000000-0000-4000-8000-000000000009" }
                ],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000014", "baseline": { "on": "2024-10-01" } },
                    { "id": "00000000-0000-4000-8000-000000000015", "baseline": { "on": "2024-04" } }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0/baseline/on",
            "udgangspunktet er opgjort 1. oktober 2024, men områdets indsatser var alle gennemført i september 2024",
            "the baseline was counted on 1 October 2024, but all actions of the area had been done by September 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    {
                        "id": "00000000-0000-4000-8000-000000000011", "doneOn": "2024-03-14",
                        "aim": { "kind": "reduce", "baseline": { "on": "2024-03-15" } }
                    },
                    { "id": "00000000-0000-4000-8000-000000000012" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/actions/0/aim/baseline/on",
            "udgangspunktet er opgjort 15. marts 2024, men indsatsen var gennemført 14. marts 2024",
            "the baseline was counted on 15 March 2024, but the action had been done by 14 March 2024",
        )],
    ),
];
