//! The dates of an evaluation are in order.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, When, each_out_of_order};
use crate::evaluation::{Evaluation, Recommendation, RecommendationOutcome};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::external;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA016,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, dates")],
    title: Bilingual::new(
        "datoerne i en evaluering kommer i rækkefølge: forrige evaluering, evalueringen selv, indstilling og afgørelse, og efter evalueringen det, der følger af anbefalingerne, og den næste evaluering",
        "the dates of an evaluation are in order: previous evaluation, this one, proposal and decision, and after this one what follows from its recommendations, and the next evaluation",
    ),
    why: Bilingual::new(
        "Ingen kan indstille en vurdering før besøget, ingen kan træffe afgørelse om den før indstillingen, og det, en anbefaling fører til, kan ikke være sket før evalueringen; er den videreført fra den forrige evaluering, kan det ikke være sket før den.",
        "Nobody can propose a rating before the visit, nobody can decide on it before it is proposed, and what follows from a recommendation cannot have been done before the evaluation, or before the previous one if it was carried on from there.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert. Gælder det en anbefaling, der er videreført fra den forrige evaluering, så angiv, hvornår den forrige evaluering var.",
        "Correct the date that is wrong. If it is about a recommendation that was carried on from the previous evaluation, state when the previous evaluation was.",
    ),
    example: Bilingual::new(
        "Besøget var 8. oktober 2013, og indstillingen er dateret 1. oktober.",
        "The visit was on 8 October 2013, and the proposal is dated 1 October.",
    ),
    ..Rule::DERIVED
};

message! {
    Before { what: Bilingual, on: PartialDate, earlier: Bilingual, earlier_on: PartialDate }
    "datoen for {what} er {on}, altså før {earlier}, {earlier_on}",
    "the date of {what} is {on}, before {earlier}, {earlier_on}",
}

message! {
    SameDay { what: Bilingual, on: PartialDate }
    "{what} er på samme dag som denne, {on}",
    "{what} is on the same day as this one, {on}",
}

message! {
    DueBefore { what: Bilingual, last_day: NaiveDate, earlier: Bilingual, earlier_on: PartialDate }
    "{what} er {last_day}, altså før {earlier}, {earlier_on}",
    "{what} is {last_day}, before {earlier}, {earlier_on}",
}

const CARRIED_OUT: Bilingual =
    Bilingual::new("gennemførelsen af en anbefaling", "carrying out a recommendation");
const MONITORED: Bilingual = Bilingual::new("den nye overvågning", "the new monitoring");
const DUE: Bilingual = Bilingual::new("fristen for en anbefaling", "the deadline of a recommendation");
const MONITORED_AGAIN: Bilingual =
    Bilingual::new("tidspunktet for den nye overvågning", "the time of the new monitoring");
const DECIDE_BY: Bilingual =
    Bilingual::new("fristen for udvalgets afgørelse", "the deadline of the committee's decision");
const NEXT: Bilingual = Bilingual::new("den næste evaluering", "the next evaluation");
const PREVIOUS: Bilingual = Bilingual::new("den forrige evaluering", "the previous evaluation");
const HELD: Bilingual = Bilingual::new("evalueringen", "the evaluation");
const SUBMITTED: Bilingual = Bilingual::new("indstillingen", "the submission");
const DECIDED: Bilingual = Bilingual::new("afgørelsen", "the decision");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let submission = evaluation.submission.as_ref();
    let place = at.key("submission");
    let dates = [
        ((PREVIOUS, &at.key("previousOn")), evaluation.previous_on),
        ((HELD, &at.key("heldOn")), evaluation.held_on),
        ((SUBMITTED, &place.key("submittedOn")), submission.and_then(|one| one.submitted_on)),
        ((DECIDED, &place.key("decidedOn")), submission.and_then(|one| one.decided_on)),
    ];
    each_out_of_order(dates, |((what, at), on), ((earlier, _), earlier_on)| {
        cx.not_met(at, Before { what, on, earlier, earlier_on });
    });
    if let Some(held_on) = evaluation.held_on {
        if evaluation.previous_on == Some(held_on) && held_on.is_day() {
            cx.not_met(&at.key("previousOn"), SameDay { what: PREVIOUS, on: held_on });
        }
        follow(evaluation, held_on, at, cx);
    }
    let planned_on = evaluation.planned_on.filter(|_| !evaluation.was_held(cx.as_of()));
    if let Some(from) = evaluation.held_on.or(planned_on) {
        due(evaluation, from, at, cx);
    }
}

/// Compares what an evaluation leads to with the day on which it was held.
fn follow(evaluation: &Evaluation, held_on: PartialDate, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut follows = |(earlier, earlier_on), what, on: Option<PartialDate>, at: &Path<'_>| {
        if let Some(on) = on.filter(|on| on.ends_before(earlier_on)) {
            cx.not_met(at, Before { what, on, earlier, earlier_on });
        }
    };
    let made = recommended(evaluation, held_on);
    each_recommendation(evaluation, at, |one, at| {
        if let Some(RecommendationOutcome::CarriedOut { on }) = one.outcome {
            follows(made, CARRIED_OUT, on, &at.key("outcome").key("carriedOut").key("on"));
        }
        follows(made, MONITORED, one.monitored_on, &at.key("monitoredOn"));
    });
    let next = evaluation.next.as_ref().and_then(|next| next.due(None));
    follows((HELD, held_on), NEXT, next, &at.key("next"));
    if let Some(on) = next.filter(|on| *on == held_on && on.is_day()) {
        cx.not_met(&at.key("next"), SameDay { what: NEXT, on });
    }
}

/// When its recommendations can have been made at the earliest: it can carry on those of the evaluation before it.
fn recommended(evaluation: &Evaluation, held_on: PartialDate) -> (Bilingual, PartialDate) {
    let previous_on = evaluation.previous_on.filter(|previous_on| previous_on.ends_before(held_on));
    previous_on.map_or((HELD, held_on), |previous_on| (PREVIOUS, previous_on))
}

/// Compares what is still to be done with the day on which it was or is to be held: each by its last day.
fn due(evaluation: &Evaluation, held_on: PartialDate, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut due = |(earlier, earlier_on): (_, PartialDate), what, when: Option<&When>, at: &Path<'_>| {
        let last_day = when.and_then(|when| when.deadline(None));
        if let Some(last_day) = last_day.filter(|last_day| *last_day < earlier_on.first_day()) {
            cx.not_met(at, DueBefore { what, last_day, earlier, earlier_on });
        }
    };
    let made = recommended(evaluation, held_on);
    each_recommendation(evaluation, at, |one, at| {
        due(made, DUE, one.by.as_ref(), &at.key("by"));
        due(made, MONITORED_AGAIN, one.monitored_again.as_ref(), &at.key("monitoredAgain"));
    });
    // Of an evaluation that was held, what comes after the deadline of the committee came late.
    if let Some(submission) = evaluation.submission.as_ref().filter(|_| evaluation.held_on.is_none()) {
        due((HELD, held_on), DECIDE_BY, submission.decide_by.as_ref(), &at.key("submission").key("decideBy"));
    }
}

fn each_recommendation(
    evaluation: &Evaluation,
    at: &Path<'_>,
    mut each: impl FnMut(&Recommendation, &Path<'_>),
) {
    let standards = at.key("standards");
    for (n, standard) in evaluation.standards.iter().enumerate() {
        let list = standards.index(n);
        let list = list.key("recommendations");
        for (n, one) in standard.recommendations.iter().enumerate() {
            each(one, &list.item(n, one.id));
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        external(evaluation);
        evaluation.submission.iter_mut().for_each(|one| one.submitted_on = PartialDate::of_month(2023, 2));
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.submission.iter_mut().for_each(|one| one.decided_on = PartialDate::of_month(2022, 2));
    },
    |evaluation, _| evaluation.next = Some(When::Date { on: PartialDate::of_month(2023, 2) }),
    |evaluation, _| {
        let day = "2023-03-15".parse().ok();
        (evaluation.held_on, evaluation.next) = (day, Some(When::Date { on: day }));
    },
    |evaluation, _| {
        let day = "2023-03-15".parse().ok();
        (evaluation.held_on, evaluation.previous_on) = (day, day);
    },
    |evaluation, _| {
        let by = Some(When::Date { on: PartialDate::of_month(2010, 2) });
        let all = evaluation.standards.iter_mut().flat_map(|one| &mut one.recommendations);
        all.for_each(|one| one.by.clone_from(&by));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // All on one day, and dates that can be in order.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "submission": { "submittedOn": "2013-10-08", "decidedOn": "2013-10-08" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "previousOn": "2013", "heldOn": "2013-10",
            "submission": { "decidedOn": "2013" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "previousOn": "2013-10-09",
            "heldOn": "2013-10-08", "submission": { "submittedOn": "2013-11", "decidedOn": "2013-10-31" }
        }"#,
        &[
            not_met(
                "/heldOn",
                "datoen for evalueringen er 8. oktober 2013, altså før den forrige evaluering, 9. oktober 2013",
                "the date of the evaluation is 8 October 2013, before the previous evaluation, 9 October 2013",
            ),
            not_met(
                "/submission/decidedOn",
                "datoen for afgørelsen er 31. oktober 2013, altså før indstillingen, november 2013",
                "the date of the decision is 31 October 2013, before the submission, November 2013",
            ),
        ],
    ),
    // The evaluation itself is dated by its year alone.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "previousOn": "2013-06", "heldOn": "2013",
            "submission": { "submittedOn": "2013-03" }
        }"#,
        &[not_met(
            "/submission/submittedOn",
            "datoen for indstillingen er marts 2013, altså før den forrige evaluering, juni 2013",
            "the date of the submission is March 2013, before the previous evaluation, June 2013",
        )],
    ),
    // What comes between them is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "submission": { "decidedOn": "2013-10-07" }
        }"#,
        &[not_met(
            "/submission/decidedOn",
            "datoen for afgørelsen er 7. oktober 2013, altså før evalueringen, 8. oktober 2013",
            "the date of the decision is 7 October 2013, before the evaluation, 8 October 2013",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "next": { "date": { "on": "2013-10-07" } },
            "standards": [{
                "recommendations": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "monitoredOn": "2013-09",
                        "outcome": { "carriedOut": { "on": "2013-10-07" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "monitoredOn": "2013-10",
                        "outcome": { "carriedOut": { "on": "2013-10-08" } }
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/next",
                "datoen for den næste evaluering er 7. oktober 2013, altså før evalueringen, 8. oktober 2013",
                "the date of the next evaluation is 7 October 2013, before the evaluation, 8 October 2013",
            ),
            not_met(
                "/standards/0/recommendations/0/outcome/carriedOut/on",
                "datoen for gennemførelsen af en anbefaling er 7. oktober 2013, altså før evalueringen, 8. oktober 2013",
                "the date of carrying out a recommendation is 7 October 2013, before the evaluation, 8 October 2013",
            ),
            not_met(
                "/standards/0/recommendations/0/monitoredOn",
                "datoen for den nye overvågning er september 2013, altså før evalueringen, 8. oktober 2013",
                "the date of the new monitoring is September 2013, before the evaluation, 8 October 2013",
            ),
        ],
    ),
    // The previous and the next one are on other days than this one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10", "previousOn": "2013-10",
            "next": { "date": { "on": "2013-10" } }
        }"#,
    ),
    // Submitted, decided and held after the deadline of the committee.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "submission": { "submittedOn": "2013-12-01", "decideBy": { "date": { "on": "2013-11" } }, "decidedOn": "2013-12-10" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "submission": { "decideBy": { "date": { "on": "2013-09" } } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08", "previousOn": "2013-10-08",
            "next": { "schedule": { "deadline": "2013-10-08" } }
        }"#,
        &[
            not_met(
                "/previousOn",
                "den forrige evaluering er på samme dag som denne, 8. oktober 2013",
                "the previous evaluation is on the same day as this one, 8 October 2013",
            ),
            not_met(
                "/next",
                "den næste evaluering er på samme dag som denne, 8. oktober 2013",
                "the next evaluation is on the same day as this one, 8 October 2013",
            ),
        ],
    ),
    // On the day of the evaluation, and times that have no last day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "standards": [{
                "recommendations": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2013-10-08" } },
                        "monitoredAgain": { "monthDay": { "day": "--03-31" } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "by": { "within": { "months": 1, "from": "2013-09-08" } },
                        "monitoredAgain": { "schedule": {} }
                    }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "standards": [{
                "recommendations": [
                    {
                        "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2013-10-07" } },
                        "monitoredAgain": { "within": { "months": 1, "from": "2013-09-07" } }
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/standards/0/recommendations/0/by",
                "fristen for en anbefaling er 7. oktober 2013, altså før evalueringen, 8. oktober 2013",
                "the deadline of a recommendation is 7 October 2013, before the evaluation, 8 October 2013",
            ),
            not_met(
                "/standards/0/recommendations/0/monitoredAgain",
                "tidspunktet for den nye overvågning er 7. oktober 2013, altså før evalueringen, 8. oktober 2013",
                "the time of the new monitoring is 7 October 2013, before the evaluation, 8 October 2013",
            ),
        ],
    ),
    // The evaluation is still to come, and it was held before the planned day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2024-03",
            "submission": { "decideBy": { "date": { "on": "2024-02" } } }
        }"#,
        &[not_met(
            "/submission/decideBy",
            "fristen for udvalgets afgørelse er 29. februar 2024, altså før evalueringen, marts 2024",
            "the deadline of the committee's decision is 29 February 2024, before the evaluation, March 2024",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2013-12", "heldOn": "2013-10-08",
            "submission": { "decideBy": { "date": { "on": "2013-11" } } }
        }"#,
    ),
    // Carried on from the evaluation before it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2025-10", "previousOn": "2024-10",
            "standards": [{ "recommendations": [{
                "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2025-06-30" } },
                "outcome": { "carriedOut": { "on": "2025-05-02" } }
            }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2025-10", "previousOn": "2024-10",
            "standards": [{ "recommendations": [{
                "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2024-06-30" } },
                "outcome": { "carriedOut": { "on": "2024-05-02" } }
            }] }]
        }"#,
        &[
            not_met(
                "/standards/0/recommendations/0/by",
                "fristen for en anbefaling er 30. juni 2024, altså før den forrige evaluering, oktober 2024",
                "the deadline of a recommendation is 30 June 2024, before the previous evaluation, October 2024",
            ),
            not_met(
                "/standards/0/recommendations/0/outcome/carriedOut/on",
                "datoen for gennemførelsen af en anbefaling er 2. maj 2024, altså før den forrige evaluering, oktober 2024",
                "the date of carrying out a recommendation is 2 May 2024, before the previous evaluation, October 2024",
            ),
        ],
    ),
    // Somebody was late.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "submission": {
                "submittedOn": "2013-11-01", "decideBy": { "date": { "on": "2013-10-07" } }, "decidedOn": "2013-12-01"
            }
        }"#,
    ),
    // Planned for a day that has passed, and rated: it was held.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "plannedOn": "2013-10-08",
            "standards": [{
                "rating": "notRated",
                "recommendations": [{
                    "id": "00000000-0000-4000-8000-000000000002", "by": { "date": { "on": "2013-10-07" } }
                }]
            }]
        }"#,
    ),
];
