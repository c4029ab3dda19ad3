//! Each area with a community has the support tasks that the others have, or that the profile names.

use crate::agreement::{DevelopmentAgreement, FocusArea, SupportKind};
use crate::body::BodyKind;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::report::Profile;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, follow_up, in_march},
    crate::agreement::{FollowUp, Participation, SupportTask},
    crate::body::Membership,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR053,
    severity: Severity::Information,
    requirements: &["R-045"],
    sources: &[
        SourceRef::agreement("1.3.3"),
        SourceRef::agreement("1.4.2"),
        SourceRef::agreement("1.5.2"),
        SourceRef::agreement("1.8.4"),
    ],
    title: Bilingual::new(
        "områder med et forbedringsfællesskab har de samme støtteopgaver",
        "areas with an improvement community have the same support tasks",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, om fællesskabet kan regne med den støtte, de andre får.",
        "Otherwise it is unclear whether the community can count on the support that the others get.",
    ),
    remedy: Bilingual::new(
        "Tilføj opgaven. Er den ikke nødvendig her, er der intet at rette.",
        "Add the task. If it is not needed here, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "1.8.4 nævner ikke kontakten til Koncern HR, som 1.3.3, 1.4.2 og 1.5.2 har.",
        "1.8.4 does not name the contact with the human resources department (Koncern HR) that 1.3.3, 1.4.2 and 1.5.2 have.",
    ),
    ..Rule::DERIVED
};

message! {
    TasksMissing { missing: alloc::vec::Vec<Bilingual> }
    "området har et forbedringsfællesskab, men blandt støtteopgaverne (Socialafdelingens opgaver) mangler {missing:samt}",
    "the area has an improvement community, but no support task on {missing:or}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = agreement.focus_areas.iter().enumerate().filter(|(_, area)| has_community(area));
    let named = &cx.context().profile().figures().community_support;
    let all = areas.clone().count();
    let is_needed = |kind: SupportKind| {
        if !named.is_empty() {
            return named.contains(&kind);
        }
        let having = areas.clone().filter(|(_, area)| has(area, kind)).count();
        having > 1 && having > all.div_euclid(2)
    };
    // By position, because `missing` is called for each area.
    let mut needed = [false; SupportKind::ALL.len()];
    for (is, kind) in needed.iter_mut().zip(SupportKind::ALL) {
        *is = is_needed(*kind);
    }
    let list = at.key("focusAreas");
    for (n, area) in areas.clone() {
        let missing =
            SupportKind::ALL.iter().zip(needed).filter(|(kind, needed)| *needed && !has(area, **kind));
        if missing.clone().next().is_some() {
            let missing = missing.map(|(kind, _)| kind.label()).collect();
            cx.not_met(&list.item(n, area.id), TasksMissing { missing });
        }
    }
}

fn has_community(area: &FocusArea) -> bool {
    area.participation.iter().any(|part| part.kind == BodyKind::Community)
}

fn has(area: &FocusArea, kind: SupportKind) -> bool {
    area.support_tasks.iter().any(|task| task.kind == Some(kind))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    agreement.focus_areas = (10..13).map(|n| area_with_task(n, n < 12, tape)).collect();
}];

/// An area with a community, and with or without the contact with human resources.
#[cfg(feature = "proptest")]
fn area_with_task(n: u128, has_task: bool, tape: &mut Tape<'_>) -> FocusArea {
    let kind = Some(SupportKind::HumanResources);
    FocusArea {
        id: tape.spare_id(n.saturating_add(40)),
        participation: [Participation { body: tape.spare_id(n), ..community(Membership::Member, tape) }]
            .into(),
        support_tasks: has_task
            .then(|| SupportTask { kind, ..SupportTask::new(tape.said()) })
            .into_iter()
            .collect(),
        follow_ups: [FollowUp { id: tape.spare_id(n.saturating_add(20)), ..follow_up(in_march(), tape) }]
            .into(),
        ..area(tape)
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One of two is not a majority, and an area without a community needs no support.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "supportTasks": [{ "text": "HR" }]
                },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }, { "text": "retningslinjer", "kind": "guidelines" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }, { "text": "retningslinjer", "kind": "guidelines" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "supportTasks": [{ "text": "leder netværket", "kind": "facilitation" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/2",
            "området har et forbedringsfællesskab, men blandt støtteopgaverne (Socialafdelingens opgaver) mangler kontakt til HR samt regionale retningslinjer og instrukser",
            "the area has an improvement community, but no support task on contact with human resources or regional guidelines and instructions",
        )],
    ),
    // The region names the three.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }, { "text": "retningslinjer", "kind": "guidelines" }]
                },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "området har et forbedringsfællesskab, men blandt støtteopgaverne (Socialafdelingens opgaver) mangler nedsættelse af en arbejdsgruppe",
            "the area has an improvement community, but no support task on setting up a working group",
        )],
    )
    .under(Profile::region_sjaelland_2024),
    // Two of four have it: no majority. A group that is no community does not count.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000015", "kind": "community" }]
                }
            ]
        }"#,
    ),
    // The only community, beside a network, has all of the support there is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "supportTasks": [{ "text": "HR", "kind": "humanResources" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "network" }]
                }
            ]
        }"#,
    ),
];
