//! The ratings of an external evaluation are proposals until the report has been considered, and those of the committee from then on.

use crate::codes;
use crate::date::PartialDate;
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Submission};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

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
        "vurderingerne i en ekstern evaluering er indstillinger, indtil rapporten er forelagt og behandlet, og derefter er de endelige",
        "the ratings of an external evaluation are proposals until the report has been submitted and considered, and final from then on",
    ),
    why: Bilingual::new(
        "Rapporten med surveyornes indstillinger forelægges andre, før den er endelig; indtil da kan vurderingerne blive ændret. Er den behandlet, skal det fremgå, hvad resultatet blev.",
        "The report with the proposals of the surveyors is put before others; until then the ratings may change. Once it has been considered, the document must say what came of it.",
    ),
    remedy: Bilingual::new(
        "Skriv vurderingerne som indstillet, indtil rapporten er behandlet. Er den allerede behandlet, så skriv hvornår, og skriv de vurderinger, der blev besluttet.",
        "Enter the ratings as proposed until the report has been considered. If it has been, say when, and enter the ratings that were decided.",
    ),
    example: Bilingual::new(
        "Vurderingerne står som endelige, men rapporten bliver først behandlet til marts.",
        "The ratings are recorded as final, but the report will not be considered until March.",
    ),
    ..Rule::DERIVED
};

message! {
    NotYet { on: PartialDate }
    "vurderingerne står som endelige, men rapporten bliver først behandlet {on:i}",
    "the ratings are recorded as final, but the report will not be considered until {on}",
}

message! {
    StillProposed { on: PartialDate, standards: u64 }
    "rapporten er behandlet {on:i}, men {standards:standard|standarder} har kun en indstillet vurdering",
    "the report was considered {on:on|in}, but {standards:standard has|standards have} only a proposed rating",
}

const DECIDED: Bilingual = Bilingual::new("hvornår rapporten er behandlet", "when the report was considered");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    if evaluation.kind != EvaluationKind::External {
        return;
    }
    check_proposed(evaluation, at, cx);
    if evaluation.standards.iter().all(|one| one.rating.is_none()) {
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

/// What is neither proposed nor rated is not reported here.
fn check_proposed(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(on) = evaluation.submission.as_ref().and_then(|one| one.decided_on) else { return };
    let is_proposed = |one: &&EvaluatedStandard| one.proposed.is_some() && one.rating.is_none();
    let standards = count(evaluation.standards.iter().filter(is_proposed).count());
    if standards > 0 && on.last_day() <= cx.as_of() {
        cx.not_met(&at.key("submission").key("decidedOn"), StillProposed { on, standards });
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
    |evaluation, _| {
        external(evaluation);
        for one in &mut evaluation.standards {
            one.proposed = one.proposed.or(one.rating);
            one.rating = None;
        }
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
    // Neither proposed nor rated, and on a day of this month that may be in the future.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRated" }, {}], "submission": { "decidedOn": "2024-01-15" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "proposed": "notRated" }], "submission": { "decidedOn": "2024-01" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "proposed": "notRated" }], "submission": { "decidedOn": "2024-01-15" }
        }"#,
        &[not_met(
            "/submission/decidedOn",
            "rapporten er behandlet 15. januar 2024, men 1 standard har kun en indstillet vurdering",
            "the report was considered on 15 January 2024, but 1 standard has only a proposed rating",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "proposed": "notRated", "rating": "notRated" }, { "proposed": "notRated" }, { "proposed": "notRelevant" }
            ],
            "submission": { "decidedOn": "2023-12" }
        }"#,
        &[not_met(
            "/submission/decidedOn",
            "rapporten er behandlet i december 2023, men 2 standarder har kun en indstillet vurdering",
            "the report was considered in December 2023, but 2 standards have only a proposed rating",
        )],
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
            "the ratings are recorded as final, but the report will not be considered until 16 January 2024",
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
    // One of two is rated; decided in this month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRated" }, {}], "submission": { "decidedOn": "2024-01" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [{ "rating": "notRated" }, {}]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår rapporten er behandlet",
            "cannot be assessed; missing: when the report was considered",
        )],
    ),
];
