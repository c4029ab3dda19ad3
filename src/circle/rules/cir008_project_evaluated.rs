//! At least one of the evaluations is of the project itself.

use crate::circle::CircleProject;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::circle::ProjectEvaluation;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR008,
    severity: Severity::Information,
    requirements: &["S-027"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Videnssporet: midtvejsevaluering")],
    title: Bilingual::new(
        "mindst én af evalueringerne handler om projektet selv",
        "at least one of the evaluations is of the project itself",
    ),
    why: Bilingual::new(
        "En evaluering af et andet forsøg kan give idéer, men siger ikke, hvad dette projekt har opnået.",
        "An evaluation of another trial may give ideas, but does not say what this project has achieved.",
    ),
    remedy: Bilingual::new(
        "Planlæg en evaluering af projektet selv, eller nævn den, hvis den findes.",
        "Plan an evaluation of the project itself, or mention it if there is one.",
    ),
    example: Bilingual::new(
        "På midtvejsseminaret formidles en evaluering af et forsøg i en anden organisation, og ingen evaluering handler om projektet.",
        "At the midway seminar an evaluation of a trial in another organisation is presented, but no evaluation is of the project itself.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOthers { evaluations: u64 }
    "projektet nævner {evaluations:evaluering|evalueringer}, men ingen evaluering af projektet selv",
    "the project mentions {evaluations:evaluation|evaluations}, but none of the project itself",
}

const ABOUT: Bilingual = Bilingual::new(
    "om evalueringerne handler om projektet selv",
    "whether the evaluations are of the project itself",
);

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let evaluations = &project.evaluations;
    if evaluations.is_empty() || evaluations.iter().any(|one| one.is_of_project == Some(true)) {
        return;
    }
    let at = at.key("evaluations");
    if evaluations.iter().any(|one| one.is_of_project.is_none()) {
        cx.not_assessable(&at, ABOUT);
    } else {
        cx.not_met(&at, OfOthers { evaluations: count(evaluations.len()) });
    }
}

#[cfg(feature = "proptest")]
fn evaluations(is_of_project: Option<bool>) -> alloc::vec::Vec<ProjectEvaluation> {
    [ProjectEvaluation { is_of_project, ..ProjectEvaluation::default() }].into()
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, _| project.evaluations = evaluations(Some(false)),
    |project, _| project.evaluations = evaluations(None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [{ "isOfProject": false }, {}, { "isOfProject": true }]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "evaluations": [{ "isOfProject": false }] }"#,
        &[not_met(
            "/evaluations",
            "projektet nævner 1 evaluering, men ingen evaluering af projektet selv",
            "the project mentions 1 evaluation, but none of the project itself",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "evaluations": [{ "isOfProject": false }, {}] }"#,
        &[not_assessable(
            "/evaluations",
            "kan ikke vurderes; mangler: om evalueringerne handler om projektet selv",
            "cannot be assessed; missing: whether the evaluations are of the project itself",
        )],
    ),
];
