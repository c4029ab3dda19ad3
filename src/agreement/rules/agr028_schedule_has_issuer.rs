//! It is said who issues a schedule that something waits for.

use crate::agreement::{Action, DevelopmentAgreement, FollowUp};
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, count, is_stated};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::FocusArea,
    crate::draft::{part::Part, tape::Tape},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR028,
    requirements: &["S-006"],
    sources: &[
        SourceRef::agreement("1.2.1"),
        SourceRef::agreement("1.7.1"),
        SourceRef::agreement("1.9.1"),
        SourceRef::agreement("1.9.2"),
        SourceRef::agreement("1.11.1"),
        SourceRef::agreement("1.11.4"),
        SourceRef::agreement("1.12.3"),
        SourceRef::agreement("1.13.2"),
    ],
    title: Bilingual::new(
        "henviser aftalen til en tidsplan, fremgår det, hvem der udsender den",
        "if the agreement refers to a schedule, it is stated who issues it",
    ),
    why: Bilingual::new(
        "Er ingen ansvarlig for tidsplanen, kommer indsatsen måske aldrig i gang.",
        "If nobody is responsible for the schedule, the action may never begin.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvem der udsender tidsplanen, eller sæt en dato.",
        "Say who issues the schedule, or set a date.",
    ),
    example: Bilingual::new(
        "»I henhold til tidsplan« står otte steder i aftalen, men det fremgår ingen steder, hvem der udsender den.",
        "“According to schedule” appears eight times in the agreement, but nowhere does it say who issues the schedule.",
    ),
    ..Rule::DERIVED
};

message! {
    ActionsWait { actions: u64 }
    "{actions:indsats|indsatser} afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
    "{actions:action waits|actions wait} for a schedule, and it is not stated who issues it",
}

message! {
    FollowUpsWait { follow_ups: u64 }
    "{follow_ups:opfølgning|opfølgninger} afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
    "{follow_ups:follow-up waits|follow-ups wait} for a schedule, and it is not stated who issues it",
}

message! {
    BothWait { actions: u64, follow_ups: u64 }
    "{actions:indsats|indsatser} og {follow_ups:opfølgning|opfølgninger} afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
    "{actions:action|actions} and {follow_ups:follow-up|follow-ups} wait for a schedule, and it is not stated who issues it",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        report(&area.actions, &area.follow_ups, &areas.item(n, area.id), cx);
    }
    report(&[], &agreement.follow_ups, &at.key("followUps"), cx);
}

fn report(actions: &[Action], follow_ups: &[FollowUp], at: &Path<'_>, cx: &mut Checker<'_>) {
    let actions = actions.iter().filter(|one| waits_for_nobody(one.when.as_ref())).count();
    let follow_ups = follow_ups.iter().filter(|one| waits_for_nobody(one.when.as_ref())).count();
    match (count(actions), count(follow_ups)) {
        (0, 0) => {}
        (actions, 0) => cx.not_met(at, ActionsWait { actions }),
        (0, follow_ups) => cx.not_met(at, FollowUpsWait { follow_ups }),
        (actions, follow_ups) => cx.not_met(at, BothWait { actions, follow_ups }),
    }
}

/// Returns `true` for a schedule that has no issuer. One with a deadline need not be waited for.
fn waits_for_nobody(when: Option<&When>) -> bool {
    matches!(when, Some(When::Schedule { deadline: None, issued_by, .. }) if !is_stated(issued_by.as_ref()))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let when = Some(awaited(tape));
        agreement.follow_ups.push(follow_up(when, tape));
    },
    |agreement, tape| {
        let when = Some(awaited(tape));
        agreement.focus_areas.push(FocusArea { follow_ups: [follow_up(when, tape)].into(), ..area(tape) });
    },
    |agreement, tape| {
        let when = Some(awaited(tape));
        agreement.focus_areas.push(FocusArea {
            actions: [Action { when, ..action(tape) }].into(),
            follow_ups: [follow_up(in_march(), tape)].into(),
            ..area(tape)
        });
    },
];

#[cfg(feature = "proptest")]
fn awaited(tape: &mut Tape<'_>) -> When {
    When::Schedule { title: Part::any(tape), deadline: None, issued_by: tape.unsaid() }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "schedule": { "issuedBy": "Socialafdelingen" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": { "deadline": "2024-11" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously" },
                    { "id": "00000000-0000-4000-8000-000000000007" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "when": { "schedule": { "issuedBy": " " } } }] },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000005", "when": { "schedule": { "title": "Tidsplan for bygningsgennemgang" } } },
                        { "id": "00000000-0000-4000-8000-000000000006", "when": { "schedule": { "deadline": "2025" } } }
                    ],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000007", "when": { "schedule": {} } }]
                }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000008", "when": { "schedule": {} } }]
        }"#,
        &[
            not_met(
                "/focusAreas/0",
                "1 indsats afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
                "1 action waits for a schedule, and it is not stated who issues it",
            ),
            not_met(
                "/focusAreas/1",
                "1 indsats og 1 opfølgning afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
                "1 action and 1 follow-up wait for a schedule, and it is not stated who issues it",
            ),
            not_met(
                "/followUps",
                "1 opfølgning afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
                "1 follow-up waits for a schedule, and it is not stated who issues it",
            ),
        ],
    ),
    // Only one of the two waits.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "schedule": {} } },
                { "id": "00000000-0000-4000-8000-000000000003", "when": "continuously" }
            ]
        }"#,
        &[not_met(
            "/followUps",
            "1 opfølgning afventer en tidsplan, og det fremgår ikke, hvem der udsender den",
            "1 follow-up waits for a schedule, and it is not stated who issues it",
        )],
    ),
];
