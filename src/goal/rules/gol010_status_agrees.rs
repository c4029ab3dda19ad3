//! The status of a sub-goal agrees with its closing and with its successor.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{GoalStatus, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL010,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "citizen, subGoals, status; closedOn; replacedBy",
    )],
    title: Bilingual::new(
        "et delmåls status passer til, om det er afsluttet eller erstattet",
        "the status of a sub-goal agrees with whether it is closed or replaced",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det er uklart, om delmålet stadig gælder.",
        "The document contradicts itself: it is unclear whether the sub-goal still applies.",
    ),
    remedy: Bilingual::new(
        "Ret status, eller fjern datoen for afslutningen eller henvisningen til det nye delmål.",
        "Correct the status, or remove the day of closing or the reference to the new sub-goal.",
    ),
    example: Bilingual::new(
        "Et delmål er afsluttet 1. marts, men står stadig som åbent.",
        "A sub-goal was closed on 1 March, but its status is still open.",
    ),
    ..Rule::DERIVED
};

message! {
    ClosedAndOpen { on: PartialDate }
    "delmålet er afsluttet ({on}), men står stadig som åbent",
    "the sub-goal was closed ({on}), but its status is still open",
}

message! {
    ReplacedAndOther { status: Bilingual }
    "delmålet er erstattet af et andet, men står som {status}",
    "the sub-goal is replaced by another one, but its status is {status}",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(status) = one.status else {
        if one.closed_on.is_some() || one.replaced_by.is_some() {
            cx.not_assessable(at, Bilingual::new("status", "status"));
        }
        return;
    };
    if let Some(on) = one.closed_on
        && !status.is_closed()
    {
        cx.not_met(&at.key("closedOn"), ClosedAndOpen { on });
    }
    if one.replaced_by.is_some() && status != GoalStatus::Replaced {
        cx.not_met(&at.key("replacedBy"), ReplacedAndOther { status: status.label() });
    }
}

// A sub-goal that replaces another one is found by other rules, unless the citizen has it.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        breaks::close(one, GoalStatus::Open);
        (one.set_on, one.closed_on) = (None, PartialDate::of_month(2023, 12));
    },
    |one, _| {
        breaks::close(one, GoalStatus::Open);
        (one.set_on, one.status, one.closed_on) = (None, None, PartialDate::of_month(2023, 12));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "open" }"#),
    // That the day of closing is not stated contradicts nothing.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "replaced", "closedOn": "2023-12-01",
            "replacedBy": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "open", "closedOn": "2024-03",
            "replacedBy": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[
            not_met(
                "/closedOn",
                "delmålet er afsluttet (marts 2024), men står stadig som åbent",
                "the sub-goal was closed (March 2024), but its status is still open",
            ),
            not_met(
                "/replacedBy",
                "delmålet er erstattet af et andet, men står som åbent",
                "the sub-goal is replaced by another one, but its status is open",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "reached",
            "replacedBy": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "/replacedBy",
            "delmålet er erstattet af et andet, men står som nået",
            "the sub-goal is replaced by another one, but its status is reached",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "closedOn": "2023-12-01" }"#,
        &[not_assessable("", "kan ikke vurderes; mangler: status", "cannot be assessed; missing: status")],
    ),
    // It is replaced, and not closed.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "replacedBy": "00000000-0000-4000-8000-000000000002" }"#,
        &[not_assessable("", "kan ikke vurderes; mangler: status", "cannot be assessed; missing: status")],
    ),
];
