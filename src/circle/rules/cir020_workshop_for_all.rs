//! All circles take part in a workshop.

use crate::circle::{ActivityKind, CircleProject, Completion};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::circle::{CircleActivity, LearningCircle};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR020,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-125"],
    sources: &[SourceRef::new(
        SourceDocument::ERANTIS,
        "Videnssporet: På workshops får alle læringscirklerne",
    )],
    title: Bilingual::new(
        "i hver workshop deltager alle læringscirkler",
        "all circles take part in each workshop",
    ),
    why: Bilingual::new(
        "En læringscirkel, der ikke var med, mangler den viden, som workshoppen gav de andre.",
        "A circle that was not there lacks what the others learned in the workshop.",
    ),
    remedy: Bilingual::new(
        "Giv de læringscirkler, der ikke var med, den samme viden, eller tilføj dem til workshoppen, hvis de var med.",
        "Pass on what was learned to the circles that were not there, or add them to the workshop if they were.",
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

/// A workshop that lists no circle does not say who took part.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("activities");
    for (n, one) in project.activities.iter().enumerate() {
        let is_held = |completion: Completion| completion.is_done(cx.as_of());
        if one.kind != ActivityKind::Workshop || !one.completion.is_some_and(is_held) {
            continue;
        }
        let took_part = sorted(
            |put| one.circles.iter().map(|id| id.uuid()).for_each(put),
            |there| {
                let circles = project.circles.iter();
                count(circles.filter(|circle| there.binary_search(&circle.id.uuid()).is_ok()).count())
            },
        );
        let circles = count(project.circles.len());
        if took_part > 0 && took_part < circles {
            cx.not_met(&list.index(n).key("circles"), NotAll { took_part, circles });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[|project, tape| {
    let Some(first) = project.circles.first() else { return };
    let (circles, core_elements) = ([first.id].into(), first.core_elements.clone());
    let name = Some("en læringscirkel mere".into());
    project.circles.push(LearningCircle { name, core_elements, ..LearningCircle::new(tape.spare_id(1)) });
    let completion = Some(Completion::Done { on: None });
    let workshop = CircleActivity::new(ActivityKind::Workshop);
    project.activities = [CircleActivity { completion, circles, ..workshop }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
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
