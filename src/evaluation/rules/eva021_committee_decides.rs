//! The ratings of an external evaluation are final when a committee has decided.

use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::{Evaluation, EvaluationKind, Submission};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::external;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA021,
    basis: Basis::PublicPractice,
    sources: &[SourceRef::new(
        SourceDocument::EVALUATION_RANDERS,
        "Formål: indstillinger, der forelægges et udvalg",
    )],
    title: Bilingual::new(
        "vurderingerne i en ekstern evaluering er endelige, når et udvalg har afgjort dem",
        "the ratings of an external evaluation are final when a committee has decided on them",
    ),
    why: Bilingual::new(
        "Surveyorerne indstiller; før udvalget har taget stilling, kan vurderingerne blive ændret.",
        "Surveyors propose; until the committee has decided, the ratings may change.",
    ),
    remedy: Bilingual::new(
        "Skriv vurderingerne som indstillet, eller skriv, hvornår udvalget traf afgørelse.",
        "Enter the ratings as proposed, or say when the committee decided.",
    ),
    example: Bilingual::new(
        "Rapporten har endelige vurderinger, og udvalget behandler den først til marts.",
        "The report has final ratings, and the committee treats it only in March.",
    ),
    ..Rule::DERIVED
};

message! {
    NotYet { on: PartialDate }
    "standarder har en endelig vurdering, men udvalget afgør den først {on}",
    "standards have a final rating, and the committee decides on it only on {on}",
}

const DECIDED: Bilingual = Bilingual::new("hvornår udvalget traf afgørelse", "when the committee decided");

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
            "standarder har en endelig vurdering, men udvalget afgør den først 16. januar 2024",
            "standards have a final rating, and the committee decides on it only on 16 January 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRelevant" }], "submission": {}
        }"#,
        &[not_assessable(
            "/submission",
            "kan ikke vurderes; mangler: hvornår udvalget traf afgørelse",
            "cannot be assessed; missing: when the committee decided",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "standards": [{ "rating": "notRelevant" }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår udvalget traf afgørelse",
            "cannot be assessed; missing: when the committee decided",
        )],
    ),
];
