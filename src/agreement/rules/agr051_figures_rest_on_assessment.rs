//! The target figures of an area rest on a state assessment.

use crate::agreement::FocusArea;
use crate::body::StateAssessmentRef;
use crate::codes;
use crate::measurement::NoResult;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::breaks::open_target, crate::body::Forum, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR051,
    basis: Basis::Stated,
    requirements: &["R-007", "R-006"],
    sources: &[SourceRef::agreement("1.1")],
    title: Bilingual::new(
        "et områdes måltal bygger på en tilstandsvurdering af tilbuddet",
        "the target figures of an area rest on a state assessment of the service",
    ),
    why: Bilingual::new(
        "Mål fastlægges ifølge en konkret og dataunderbygget tilstandsvurdering, så de forholder sig til tilbuddets aktuelle tilstand.",
        "Goals are set according to a concrete state assessment that is supported by data, so that they relate to the present state of the service.",
    ),
    remedy: Bilingual::new(
        "Henvis til den tilstandsvurdering, måltallene bygger på, eller skriv ved hvert måltal et udgangspunkt med værdi og dato.",
        "Refer to the state assessment that the figures rest on, or give each figure a baseline with a value and a date.",
    ),
    example: Bilingual::new(
        "Et måltal på 80 % uden henvisning til, hvor tilbuddet står nu.",
        "A figure of 80% with no reference to where the service stands now.",
    ),
    ..Rule::DERIVED
};

message! {
    NoAssessment { targets: u64 }
    "indsatsområdet har {targets:måltal|måltal}, men henviser ikke til en tilstandsvurdering",
    "the area has {targets:target figure|target figures} and refers to no state assessment",
}

/// The assessment that a membership in the area rests on counts as well, and so does a dated baseline of every figure: data
/// on the present state.
pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let of_members = area.participation.iter().map(|part| &part.state_assessment);
    let is_assessed = of_members.chain([&area.state_assessment]).flatten().any(StateAssessmentRef::refers);
    let has_baseline = |one: &TargetFigure| {
        one.baseline.as_ref().is_some_and(|baseline| {
            let is_suppressed = matches!(baseline.no_result, Some(NoResult::Suppressed { .. }));
            (baseline.value.is_some() || is_suppressed) && baseline.on.is_some()
        })
    };
    if !is_assessed && !area.targets.iter().all(has_baseline) {
        cx.not_met(&at.key("targets"), NoAssessment { targets: count(area.targets.len()) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    // What depends on a membership is removed with it.
    area.participation.clear();
    area.scope = [crate::agreement::ScopeOfDuty::AllServices].into();
    area.targets = [open_target(Forum::Parties, tape)].into();
    area.state_assessment = tape.option(|_| StateAssessmentRef::default());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "stateAssessment": { "assessment": "00000000-0000-4000-8000-000000000003" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [
                { "body": "00000000-0000-4000-8000-000000000004", "kind": "network" },
                { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "stateAssessment": { "source": "gennemgang" } }
            ],
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    // To say what an assessment shows is to refer to one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "stateAssessment": { "showsNeed": false }
        }"#,
    ),
    // Each figure says with data where the service stands.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "baseline": { "value": "62", "on": "2023" } },
                { "id": "00000000-0000-4000-8000-000000000003", "baseline": { "value": "0", "on": "2023-11-30" } },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "baseline": { "on": "2023-11-30", "noResult": { "suppressed": { "below": 5 } } }
                }
            ]
        }"#,
    ),
    // One does not: it has no date, no value, or nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "baseline": { "value": "62", "on": "2023" } },
                { "id": "00000000-0000-4000-8000-000000000003", "baseline": { "value": "62" } }
            ]
        }"#,
        &[not_met(
            "/targets",
            "indsatsområdet har 2 måltal, men henviser ikke til en tilstandsvurdering",
            "the area has 2 target figures and refers to no state assessment",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "baseline": { "on": "2023" } }]
        }"#,
        &[not_met(
            "/targets",
            "indsatsområdet har 1 måltal, men henviser ikke til en tilstandsvurdering",
            "the area has 1 target figure and refers to no state assessment",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "baseline": { "on": "2023", "noResult": "none" } }]
        }"#,
        &[not_met(
            "/targets",
            "indsatsområdet har 1 måltal, men henviser ikke til en tilstandsvurdering",
            "the area has 1 target figure and refers to no state assessment",
        )],
    ),
    // A date alone, and blank text, refer to nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [{
                "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "stateAssessment": { "source": " " }
            }],
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "stateAssessment": { "on": "2023" }
        }"#,
        &[not_met(
            "/targets",
            "indsatsområdet har 2 måltal, men henviser ikke til en tilstandsvurdering",
            "the area has 2 target figures and refers to no state assessment",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community" }],
            "targets": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_met(
            "/targets",
            "indsatsområdet har 1 måltal, men henviser ikke til en tilstandsvurdering",
            "the area has 1 target figure and refers to no state assessment",
        )],
    ),
];
