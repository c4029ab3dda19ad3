//! All circles take part in a workshop, and the resource group supports all of them.

use crate::circle::{ActivityKind, CircleProject, Completion, LearningCircle};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::circle::CircleActivity;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR020,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-125", "R-129"],
    sources: &[
        SourceRef::new(SourceDocument::ERANTIS, "Videnssporet: På workshops får alle læringscirklerne"),
        SourceRef::new(
            SourceDocument::ERANTIS,
            "Projektets værdier og kerneelementer: understøtte reorganisering og reorientering af arbejdet i de fire læringscirkler",
        ),
    ],
    title: Bilingual::new(
        "i hver workshop deltager alle læringscirkler, og ressourcegruppen støtter dem alle",
        "all circles take part in each workshop, and the resource group supports all of them",
    ),
    why: Bilingual::new(
        "En læringscirkel, der ikke var med, mangler den viden, som workshoppen gav de andre, eller den støtte, som de får.",
        "A circle that was left out lacks what the others learned in the workshop, or the support that they have.",
    ),
    remedy: Bilingual::new(
        "Tilføj de læringscirkler, der mangler, hvis de var med eller får støtte. Ellers giv dem den samme viden, eller aftal, hvem der støtter dem.",
        "Add the circles that are missing if they took part or are supported. Otherwise pass on to them what was learned, or agree who supports them.",
    ),
    example: Bilingual::new(
        "Der er fire læringscirkler, men kun tre deltog i workshoppen om ressourcer.",
        "There are four circles, but only three took part in the workshop on resources.",
    ),
    ..Rule::DERIVED
};

message! {
    NotAll { took_part: u64, circles: u64 }
    "kun {took_part} af projektets {circles} læringscirkler deltog i workshoppen",
    "only {took_part} of the {circles} circles of the project took part in the workshop",
}

message! {
    NotAllSupported { supported: u64, circles: u64 }
    "ressourcegruppen støtter kun {supported} af projektets {circles} læringscirkler",
    "the resource group supports only {supported} of the {circles} circles of the project",
}

/// A workshop that lists no circle does not say who took part, nor a group whom it supports.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("activities");
    for (n, one) in project.activities.iter().enumerate() {
        let is_held = |completion: Completion| completion.is_done(cx.as_of());
        if one.kind != ActivityKind::Workshop || !one.completion.is_some_and(is_held) {
            continue;
        }
        if let Some((took_part, circles)) = some_of(project, &one.circles) {
            cx.not_met(&list.index(n).key("circles"), NotAll { took_part, circles });
        }
    }
    if let Some(group) = &project.resource_group
        && let Some((supported, circles)) = some_of(project, &group.circles)
    {
        cx.not_met(&at.key("resourceGroup").key("circles"), NotAllSupported { supported, circles });
    }
}

/// How many circles of the project are listed, and how many there are, if some are listed and some are not.
fn some_of(project: &CircleProject, listed: &[Id<LearningCircle>]) -> Option<(u64, u64)> {
    let of_project = sorted(
        |put| listed.iter().map(|id| id.uuid()).for_each(put),
        |there| {
            let circles = project.circles.iter();
            count(circles.filter(|circle| there.binary_search(&circle.id.uuid()).is_ok()).count())
        },
    );
    let circles = count(project.circles.len());
    (of_project > 0 && of_project < circles).then_some((of_project, circles))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, tape| {
        let Some(first) = project.circles.first() else { return };
        let (circles, core_elements) = ([first.id].into(), first.core_elements.clone());
        let name = Some("en læringscirkel mere".into());
        project.circles.push(LearningCircle { name, core_elements, ..LearningCircle::new(tape.spare_id(1)) });
        let completion = Some(Completion::Done { on: None });
        let workshop = CircleActivity::new(ActivityKind::Workshop);
        project.activities = [CircleActivity { completion, circles, ..workshop }].into();
        project.resource_group = None;
    },
    |project, tape| {
        let Some(first) = project.circles.first() else { return };
        let (circles, core_elements) = (first.id, first.core_elements.clone());
        let name = Some("en læringscirkel mere".into());
        project.circles.push(LearningCircle { name, core_elements, ..LearningCircle::new(tape.spare_id(1)) });
        project.activities.clear();
        project.resource_group.iter_mut().for_each(|group| group.circles = [circles].into());
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A group that supports all, and one that does not say whom.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "resourceGroup": {
                "circles": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000002"]
            }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [{ "id": "00000000-0000-4000-8000-000000000002" }], "resourceGroup": {}
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "resourceGroup": {
                "circles": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000009"]
            }
        }"#,
        &[not_met(
            "/resourceGroup/circles",
            "ressourcegruppen støtter kun 1 af projektets 2 læringscirkler",
            "the resource group supports only 1 of the 2 circles of the project",
        )],
    ),
    // All of them; none is listed; not held, or not yet; a seminar; and circles of another project.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "activities": [
                {
                    "kind": "workshop", "completion": { "done": {} },
                    "circles": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000002"]
                },
                { "kind": "workshop", "completion": { "done": {} } },
                { "kind": "workshop", "circles": ["00000000-0000-4000-8000-000000000002"] },
                { "kind": "workshop", "completion": "notDone", "circles": ["00000000-0000-4000-8000-000000000002"] },
                {
                    "kind": "workshop", "completion": { "done": { "on": "2024-01-16" } },
                    "circles": ["00000000-0000-4000-8000-000000000002"]
                },
                { "kind": "seminar", "completion": { "done": {} }, "circles": ["00000000-0000-4000-8000-000000000002"] },
                { "kind": "workshop", "completion": { "done": {} }, "circles": ["00000000-0000-4000-8000-000000000009"] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "activities": [
                {
                    "kind": "workshop", "completion": { "done": { "on": "2024-01-15" } },
                    "circles": ["00000000-0000-4000-8000-000000000002"]
                },
                {
                    "kind": "workshop", "completion": { "done": {} },
                    "circles": ["00000000-0000-4000-8000-000000000004", "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000002"]
                }
            ]
        }"#,
        &[
            not_met(
                "/activities/0/circles",
                "kun 1 af projektets 3 læringscirkler deltog i workshoppen",
                "only 1 of the 3 circles of the project took part in the workshop",
            ),
            not_met(
                "/activities/1/circles",
                "kun 2 af projektets 3 læringscirkler deltog i workshoppen",
                "only 2 of the 3 circles of the project took part in the workshop",
            ),
        ],
    ),
];
