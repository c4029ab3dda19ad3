//! The dates of a goal and of a sub-goal are in order.

use crate::codes;
use crate::date::{PartialDate, each_out_of_order};
use crate::goal::{Goal, GoalAssessment, SubGoal};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL001,
    severity: Severity::Error,
    requirements: &["R-140"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Planlægning af sidemandsoplæringen: løbende opsættes, evalueres og afsluttes delmål",
        ),
        SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler"),
        SourceRef::new(SourceDocument::SMARTE_2023, "tabel 2; tabel 3"),
    ],
    title: Bilingual::new(
        "et mål vurderes og slutter ikke, før det er bestilt, og et delmål oprettes, evalueres og slutter, i den rækkefølge, og vurderes ikke, før det er oprettet",
        "a goal is not assessed or ended before it was ordered, and a sub-goal is set, evaluated and ended, in that order, and not assessed before it was set",
    ),
    why: Bilingual::new(
        "Ligger evalueringsdatoen efter slutdatoen, er delmålet slut, før nogen har set på, om det blev nået.",
        "If the evaluation date is after the end date, the sub-goal has ended before anyone looked at whether it was reached.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Et delmål slutter 1. december 2024 og skal evalueres 10. januar 2025.",
        "A sub-goal ends on 1 December 2024 and is to be evaluated on 10 January 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { what: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "{what} er {on}, altså før {before}, {before_on}",
    "{what} is {on}, before {before}, {before_on}",
}

const SET: Bilingual = Bilingual::new("oprettelsen", "the day on which it was set");

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    const EVALUATION: Bilingual = Bilingual::new("evalueringsdatoen", "the evaluation date");
    const END: Bilingual = Bilingual::new("slutdatoen", "the end date");
    let dates = [
        (("setOn", SET), one.set_on),
        (("evaluateBy", EVALUATION), one.evaluate_by),
        (("endsOn", END), one.ends_on),
    ];
    each_out_of_order(dates, |((key, what), on), ((_, before), before_on)| {
        cx.not_met(&at.key(key), Backwards { what, on, before, before_on });
    });
    check_done(one, at, cx);
}

/// The same for a goal of the order.
pub(super) fn check_goal(goal: &Goal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(before_on) = goal.ordered_on else { return };
    let before = Bilingual::new("bestillingen", "the day on which it was ordered");
    if let Some(on) = goal.ends_on.filter(|on| on.ends_before(before_on)) {
        let what = Bilingual::new("målets slutdato", "the end date of the goal");
        cx.not_met(&at.key("endsOn"), Backwards { what, on, before, before_on });
    }
    check_assessments(&goal.assessments, (before, before_on), &at.key("assessments"), cx);
}

/// Nothing is assessed before it exists. Afterwards it can be assessed at any time: a panel looks at sub-goals that were
/// closed.
fn check_assessments(
    assessments: &[GoalAssessment],
    (before, before_on): (Bilingual, PartialDate),
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    for (n, assessment) in assessments.iter().enumerate() {
        if let Some(on) = assessment.on.filter(|on| on.ends_before(before_on)) {
            let what = Bilingual::new("vurderingens dato", "the day of the assessment");
            cx.not_met(&list.index(n).key("on"), Backwards { what, on, before, before_on });
        }
    }
}

/// Nothing is assessed, evaluated or closed before it is set.
fn check_done(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(before_on) = one.set_on else { return };
    check_assessments(&one.assessments, (SET, before_on), &at.key("assessments"), cx);
    let mut check_day = |at: &Path<'_>, what, on: Option<PartialDate>| {
        if let Some(on) = on.filter(|on| on.ends_before(before_on)) {
            cx.not_met(at, Backwards { what, on, before: SET, before_on });
        }
    };
    let list = at.key("evaluations");
    for (n, evaluation) in one.evaluations.iter().enumerate() {
        check_day(
            &list.index(n).key("on"),
            Bilingual::new("evalueringens dato", "the day of the evaluation"),
            evaluation.on,
        );
    }
    check_day(
        &at.key("closedOn"),
        Bilingual::new("datoen for afslutningen", "the day of closing"),
        one.closed_on,
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        (one.evaluate_by, one.ends_on) = (PartialDate::of_month(2024, 3), PartialDate::of_month(2024, 2));
        one.set_on = None;
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.on = None);
    },
    // On the day on which clean drafts are checked, or what is set later would not be set yet.
    |one, _| {
        [one.set_on, one.evaluate_by] = ["2024-01-15", "2024-01-14"].map(|day| day.parse().ok());
        (one.ends_on, one.closed_on) = (PartialDate::of_month(2024, 3), None);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.on = None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "setOn": "2024-03-01", "evaluateBy": "2024-03-01", "endsOn": "2024-03-01"
        }"#,
    ),
    // The end of March may be after any of its days.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluateBy": "2024-03-31", "endsOn": "2024-03"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluateBy": "2025-01-10", "endsOn": "2024-12-01"
        }"#,
        &[not_met(
            "/endsOn",
            "slutdatoen er 1. december 2024, altså før evalueringsdatoen, 10. januar 2025",
            "the end date is 1 December 2024, before the evaluation date, 10 January 2025",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "setOn": "2024-04-02", "evaluateBy": "2024-04-01"
        }"#,
        &[not_met(
            "/evaluateBy",
            "evalueringsdatoen er 1. april 2024, altså før oprettelsen, 2. april 2024",
            "the evaluation date is 1 April 2024, before the day on which it was set, 2 April 2024",
        )],
    ),
    // What was done before it was set; on the day itself it may be.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "setOn": "2024-04-02",
            "evaluations": [{ "on": "2024-04-02" }, { "on": "2024-04" }, {}, { "on": "2024-03" }],
            "closedOn": "2024-04-01"
        }"#,
        &[
            not_met(
                "/evaluations/3/on",
                "evalueringens dato er marts 2024, altså før oprettelsen, 2. april 2024",
                "the day of the evaluation is March 2024, before the day on which it was set, 2 April 2024",
            ),
            not_met(
                "/closedOn",
                "datoen for afslutningen er 1. april 2024, altså før oprettelsen, 2. april 2024",
                "the day of closing is 1 April 2024, before the day on which it was set, 2 April 2024",
            ),
        ],
    ),
    // Assessed on the day itself, after it was closed, and whenever; and before it was set.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "setOn": "2024-04-02", "closedOn": "2024-05-01",
            "assessments": [{ "on": "2024-04-02" }, { "on": "2024-06-01" }, {}, { "on": "2024-04-01" }]
        }"#,
        &[not_met(
            "/assessments/3/on",
            "vurderingens dato er 1. april 2024, altså før oprettelsen, 2. april 2024",
            "the day of the assessment is 1 April 2024, before the day on which it was set, 2 April 2024",
        )],
    ),
    // If the day on which it was set is wrong, there is a finding at both.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "setOn": "2025-04-02", "evaluateBy": "2024-04-01", "endsOn": "2024-06-01"
        }"#,
        &[
            not_met(
                "/evaluateBy",
                "evalueringsdatoen er 1. april 2024, altså før oprettelsen, 2. april 2025",
                "the evaluation date is 1 April 2024, before the day on which it was set, 2 April 2025",
            ),
            not_met(
                "/endsOn",
                "slutdatoen er 1. juni 2024, altså før oprettelsen, 2. april 2025",
                "the end date is 1 June 2024, before the day on which it was set, 2 April 2025",
            ),
        ],
    ),
];
