//! An open sub-goal has an evaluation date and an end date.

use alloc::vec::Vec;

use crate::codes;
use crate::goal::{DeadlineKind, SubGoal};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL005,
    requirements: &["R-138", "R-139", "R-140"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Problemformulering (Tidsbestemte)"),
        SourceRef::new(SourceDocument::DEFACTUM_SMARTE, "Tidsbestemt"),
    ],
    title: Bilingual::new(
        "et åbent delmål har en evalueringsdato og en slutdato",
        "an open sub-goal has an evaluation date and an end date",
    ),
    why: Bilingual::new(
        "Uden en dato bliver fristen aldrig overskredet, og delmålet mangler i optællingen.",
        "Without a date the sub-goal is never overdue, and it is missing from the count.",
    ),
    remedy: Bilingual::new(
        "Aftal, hvornår delmålet evalueres, og hvornår det slutter.",
        "Agree when the sub-goal is evaluated and when it ends.",
    ),
    example: Bilingual::new(
        "Et delmål har stået åbent siden foråret uden hverken evalueringsdato eller slutdato.",
        "A sub-goal has been open since spring with neither an evaluation date nor an end date.",
    ),
    ..Rule::DERIVED
};

message! {
    NoDeadline { missing: Vec<Bilingual> }
    "det åbne delmål mangler {missing:og}",
    "the open sub-goal lacks {missing:and}",
}

/// Finds what the count calls *not assessable*: one that was evaluated needs no date for it any longer.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let day = cx.as_of();
    let stated = [
        (DeadlineKind::Evaluation, one.evaluation(day).is_some()),
        (DeadlineKind::Closing, one.closing(day).is_some()),
    ];
    if stated.iter().any(|(_, is_stated)| !is_stated) {
        let missing =
            stated.iter().filter(|(_, is_stated)| !is_stated).map(|(kind, _)| date(*kind)).collect();
        cx.not_met(at, NoDeadline { missing });
    }
}

const fn date(kind: DeadlineKind) -> Bilingual {
    match kind {
        DeadlineKind::Evaluation => Bilingual::new("en evalueringsdato", "an evaluation date"),
        DeadlineKind::Closing => Bilingual::new("en slutdato", "an end date"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        breaks::open(one);
        one.evaluate_by = None;
    },
    |one, _| {
        breaks::open(one);
        one.ends_on = None;
    },
    |one, _| {
        breaks::open(one);
        (one.status, one.evaluate_by, one.ends_on) = (None, None, None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Overdue is no finding.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluateBy": "2023-10", "endsOn": "2023-11-30", "status": "open"
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "closedOn": "2024-01-15" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "endsOn": "2024-11-30", "evaluations": [{ "on": "2024-01-15" }]
        }"#,
    ),
    // On the day before its closing it is open, and so it is before its evaluation.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [{ "on": "2024-01-16" }], "status": "reached", "closedOn": "2024-01-16"
        }"#,
        &[not_met(
            "",
            "det åbne delmål mangler en evalueringsdato og en slutdato",
            "the open sub-goal lacks an evaluation date and an end date",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Støtte til at få en bedre hverdag", "goal": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "",
            "det åbne delmål mangler en evalueringsdato og en slutdato",
            "the open sub-goal lacks an evaluation date and an end date",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "endsOn": "2024-11-30", "status": "open"
        }"#,
        &[not_met(
            "",
            "det åbne delmål mangler en evalueringsdato",
            "the open sub-goal lacks an evaluation date",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluateBy": "2024-11-30", "status": "open"
        }"#,
        &[not_met("", "det åbne delmål mangler en slutdato", "the open sub-goal lacks an end date")],
    ),
];
