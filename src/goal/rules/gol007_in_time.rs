//! A sub-goal is evaluated and closed by its end date.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL007,
    severity: Severity::Information,
    requirements: &["R-138", "R-139"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 2"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 3"),
    ],
    title: Bilingual::new(
        "et delmål evalueres og afsluttes senest på slutdatoen",
        "a sub-goal is evaluated and closed by its end date",
    ),
    why: Bilingual::new(
        "Et delmål skal være evalueret, når det afsluttes. Sker det først efter slutdatoen, har delmålet stået åbent ud over den aftalte tid, uden at nogen har taget stilling til det.",
        "A sub-goal must have been evaluated when it is closed. If that happens only after the end date, the sub-goal was open beyond the agreed time without anyone deciding about it.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, hvis den er forkert. Ellers aftal ved det næste delmål en evaluering i god tid før slutdatoen, så det kan afsluttes på den eller få en ny.",
        "Correct the date if it is wrong. Otherwise agree for the next sub-goal on an evaluation well before the end date, so that it can be closed by then or given a new one.",
    ),
    example: Bilingual::new(
        "Et delmål sluttede 30. november og blev først evalueret 10. januar.",
        "A sub-goal ended on 30 November and was not evaluated before 10 January.",
    ),
    ..Rule::DERIVED
};

message! {
    EvaluatedLate { on: PartialDate, ends_on: PartialDate }
    "den første evaluering er fra {on}, altså efter slutdatoen, {ends_on}",
    "the first evaluation is dated {on}, after the end date, {ends_on}",
}

message! {
    ClosedLate { on: PartialDate, ends_on: PartialDate }
    "afslutningen er fra {on}, altså efter slutdatoen, {ends_on}",
    "the closing is dated {on}, after the end date, {ends_on}",
}

/// Without an end date no time was agreed. What is not done yet is a deadline and no finding.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(ends_on) = one.ends_on else { return };
    let is_late = |on: PartialDate| ends_on.ends_before(on);
    // What is recorded without a date was done by the day of the check.
    let is_over = cx.as_of() > ends_on.last_day();
    check_evaluations(one, ends_on, is_over, at, cx);
    match one.closed_on {
        Some(on) if is_late(on) => cx.not_met(&at.key("closedOn"), ClosedLate { on, ends_on }),
        None if is_over && one.is_closed(cx.as_of()) => {
            cx.not_assessable(
                at,
                Bilingual::new("hvornår delmålet er afsluttet", "when the sub-goal was closed"),
            );
        }
        _ => {}
    }
}

/// One evaluation in time is enough: a later one looks at what lasts.
fn check_evaluations(
    one: &SubGoal,
    ends_on: PartialDate,
    is_over: bool,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let is_in_time = |on: Option<PartialDate>| match on {
        Some(on) => on.first_day() <= ends_on.last_day(),
        None => !is_over,
    };
    if one.evaluations.iter().any(|evaluation| is_in_time(evaluation.on)) {
        return;
    }
    let list = at.key("evaluations");
    if let Some(n) = one.evaluations.iter().position(|evaluation| evaluation.on.is_none()) {
        let date = Bilingual::new("hvornår evalueringen er foretaget", "when the evaluation was made");
        cx.not_assessable(&list.index(n), date);
        return;
    }
    let dates = one.evaluations.iter().enumerate().filter_map(|(n, evaluation)| Some((n, evaluation.on?)));
    if let Some((n, on)) = dates.min_by_key(|(_, on)| on.first_day()) {
        cx.not_met(&list.index(n).key("on"), EvaluatedLate { on, ends_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        breaks::end_on(one, PartialDate::of_month(2023, 11));
        one.closed_on = PartialDate::of_year(2023);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.on = PartialDate::of_month(2023, 12));
    },
    |one, _| {
        breaks::end_on(one, PartialDate::of_month(2023, 11));
        one.closed_on = PartialDate::of_month(2023, 12);
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.on = PartialDate::of_month(2023, 11));
    },
    |one, _| {
        breaks::end_on(one, PartialDate::of_month(2023, 11));
        one.closed_on = PartialDate::of_month(2023, 11);
    },
    |one, _| {
        breaks::end_on(one, PartialDate::of_month(2023, 11));
        one.evaluations.iter_mut().for_each(|evaluation| evaluation.on = PartialDate::of_month(2023, 10));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11-30" }"#),
    // On the last day; in a month that may begin with it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11-30",
            "evaluations": [{ "on": "2023-11-30" }], "closedOn": "2023-11"
        }"#,
    ),
    // A later evaluation beside one in time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11-30",
            "evaluations": [{ "on": "2024-01-10" }, { "on": "2023-11-02" }, {}], "status": "open"
        }"#,
    ),
    // No time was agreed; and what was done by the last day is in time, whenever it was.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [{}], "status": "reached", "closedOn": "2023-11-30"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2024-01-15",
            "evaluations": [{}], "status": "reached"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11-30",
            "evaluations": [{ "on": "2024-01-10" }, { "on": "2023-12-01" }], "closedOn": "2023-12-01"
        }"#,
        &[
            not_met(
                "/evaluations/1/on",
                "den første evaluering er fra 1. december 2023, altså efter slutdatoen, 30. november 2023",
                "the first evaluation is dated 1 December 2023, after the end date, 30 November 2023",
            ),
            not_met(
                "/closedOn",
                "afslutningen er fra 1. december 2023, altså efter slutdatoen, 30. november 2023",
                "the closing is dated 1 December 2023, after the end date, 30 November 2023",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2024-01-14",
            "evaluations": [{ "on": "2024-01-15" }, {}], "status": "reached"
        }"#,
        &[
            not_assessable(
                "",
                "kan ikke vurderes; mangler: hvornår delmålet er afsluttet",
                "cannot be assessed; missing: when the sub-goal was closed",
            ),
            not_assessable(
                "/evaluations/1",
                "kan ikke vurderes; mangler: hvornår evalueringen er foretaget",
                "cannot be assessed; missing: when the evaluation was made",
            ),
        ],
    ),
    // In this month it can still be done, and what is evaluated in the month of the end date may be in time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2024-01", "evaluations": [{}], "status": "open"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11-10", "evaluations": [{ "on": "2023-11" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11", "evaluations": [{ "on": "2023-11-20" }]
        }"#,
    ),
    // The first without a date is named, or else the earliest.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11",
            "evaluations": [{ "on": "2024-01-10" }, {}, {}]
        }"#,
        &[not_assessable(
            "/evaluations/1",
            "kan ikke vurderes; mangler: hvornår evalueringen er foretaget",
            "cannot be assessed; missing: when the evaluation was made",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023-11",
            "evaluations": [{ "on": "2023-12-05" }, { "on": "2023-12" }]
        }"#,
        &[not_met(
            "/evaluations/1/on",
            "den første evaluering er fra december 2023, altså efter slutdatoen, november 2023",
            "the first evaluation is dated December 2023, after the end date, November 2023",
        )],
    ),
];
