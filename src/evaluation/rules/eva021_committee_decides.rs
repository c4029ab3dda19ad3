//! The ratings of an external evaluation are proposals until the report has been considered.

use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::{Evaluation, EvaluationKind, Submission};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::external;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA021,
    sources: &[SourceRef::new(
        SourceDocument::EVALUATION_RANDERS,
        "Formål: rapporten med surveyornes indstillinger forelægges",
    )],
    title: Bilingual::new(
        "vurderingerne i en ekstern evaluering er indstillinger, indtil rapporten er forelagt og behandlet",
        "the ratings of an external evaluation are proposals until the report has been submitted and considered",
    ),
    why: Bilingual::new(
        "Rapporten med surveyornes indstillinger forelægges andre, før den er endelig; indtil da kan vurderingerne blive ændret.",
        "The report with the proposals of the surveyors is put before others; until then the ratings may change.",
    ),
    remedy: Bilingual::new(
        "Skriv vurderingerne som indstillet, indtil rapporten er behandlet. Er den allerede behandlet, så skriv hvornår.",
        "Enter the ratings as proposed until the report has been considered. If it has been, say when.",
    ),
    example: Bilingual::new(
        "Vurderingerne står som endelige, men rapporten bliver først behandlet til marts.",
        "The ratings are given as final, but the report will not be considered until March.",
    ),
    ..Rule::DERIVED
};

message! {
    NotYet { on: PartialDate }
    "vurderingerne står som endelige, men rapporten bliver først behandlet {on}",
    "the ratings are given as final, but the report will not be considered until {on}",
}

const DECIDED: Bilingual = Bilingual::new("hvornår rapporten er behandlet", "when the report was considered");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_final = evaluation.standards.iter().any(|one| one.rating.is_some());
    if evaluation.kind != EvaluationKind::External || !is_final {
        return;
    }
    match evaluation.submission {
        Some(Submission { decided_on: Some(on), .. }) => {
            if on.first_day() > cx.as_of() {
                cx.not_met(&at.key("submission").key("decidedOn"), NotYet { on });
            }
        }
        Some(_) => cx.not_assessable(&at.key("submission"), DECIDED),
        None => cx.not_assessable(at, DECIDED),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        external(evaluation);
        evaluation.submission.iter_mut().for_each(|one| one.decided_on = PartialDate::of_year(2025));
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.submission.iter_mut().for_each(|one| one.decided_on = None);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.submission = None;
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "proposed": "notRated" }], "submission": { "decidedOn": "2024-02" }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "standards": [{ "rating": "notRated" }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRelevant" }], "submission": { "decidedOn": "2024-01-15" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRelevant" }], "submission": { "decidedOn": "2024-01-16" }
        }"#,
        &[not_met(
            "/submission/decidedOn",
            "vurderingerne står som endelige, men rapporten bliver først behandlet 16. januar 2024",
            "the ratings are given as final, but the report will not be considered until 16 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRelevant" }], "submission": {}
        }"#,
        &[not_assessable(
            "/submission",
            "kan ikke vurderes; mangler: hvornår rapporten er behandlet",
            "cannot be assessed; missing: when the report was considered",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{ "rating": "notRelevant" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår rapporten er behandlet",
            "cannot be assessed; missing: when the report was considered",
        )],
    ),
];
