//! An audit of before and after is held no earlier than the last session.

use super::training;
use crate::codes;
use crate::date::PartialDate;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ020,
    requirements: &["R-164"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: indsamlet før og efter sidemandsoplæringen",
    )],
    title: Bilingual::new(
        "en audit af før og efter holdes ved eller efter sidste oplæring",
        "an audit of before and after is held at or after the last session",
    ),
    why: Bilingual::new(
        "Er oplæringen ikke slut, når panelet mødes, har det kun set en del af det, oplæringen har ført til.",
        "If the training has not ended when the panel meets, the panel has seen only a part of what it led to.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller hold en audit efter sidste oplæring. Skulle panelet se på det midtvejs, er der intet at rette.",
        "Correct the date, or hold an audit after the last session. If the panel was to look midway, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Panelet vurderede delmål før og efter i februar, men den tredje oplæring blev holdt i april.",
        "The panel judged sub-goals before and after in February, but the third session was held in April.",
    ),
    ..Rule::DERIVED
};

message! {
    HeldEarly { on: PartialDate, last: PartialDate }
    "auditten, som vurderer både før og efter, er holdt {on:i}, men sidste oplæring blev først holdt {last:i}",
    "the audit, which judges both before and after, was held {on:on|in}, but the last session was not held until {last}",
}

/// One that was held before the first session is for PRJ015.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(audit) = &project.audit else { return };
    let Some(on) = audit.held_on.filter(|_| training::is_of_both(audit)) else { return };
    let began = training::first_held(project);
    let ended = training::held_for(project, audit).max_by_key(|held| held.first_day());
    if began.is_some_and(|began| on.last_day() >= began.first_day())
        && let Some(last) = ended.filter(|ended| on.ends_before(*ended))
    {
        cx.not_met(&at.key("audit").key("heldOn"), HeldEarly { on, last });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[|project, tape| {
    let (held_on, answered_on) = (PartialDate::of_month(2023, 6), PartialDate::of_month(2023, 5));
    project.audit = Some(breaks::judged(held_on, answered_on, tape));
}];

#[cfg(test)]
const PROJECT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "training": [{ "heldOn": "2022-10-01" }, { "heldOn": "2023-04-01" }],
    "audit": {
        "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-09",
        "judgements": [{
            "question": "00000000-0000-4000-8000-000000000021",
            "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
        }]
    }
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the day of the last session of the department of the case; what was only planned; and before all of them.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "heldOn": "2022-10-01" },
                { "department": "00000000-0000-4000-8000-000000000002", "heldOn": "2023-04-01" },
                { "department": "00000000-0000-4000-8000-000000000003", "heldOn": "2023-05" },
                { "department": "00000000-0000-4000-8000-000000000002", "plannedOn": "2023-06" }
            ],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2023-04-01",
                "cases": [{
                    "id": "00000000-0000-4000-8000-000000000023", "department": "00000000-0000-4000-8000-000000000002"
                }],
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021",
                    "before": "00000000-0000-4000-8000-000000000022", "after": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
    ),
    accepts(PROJECT),
    // The meeting at the end is not one of the sessions, which have numbers.
    accepts_with(
        PROJECT,
        r#"{ "/training/0/number": 1, "/training/2": { "heldOn": "2022-12-01", "number": 2 }, "/audit/heldOn": "2023-03-31" }"#,
    ),
    // A panel that did not judge both, and one that met on a day that is not stated.
    accepts_with(PROJECT, r#"{ "/audit/heldOn": "2022-12", "/audit/judgements/0/after": null }"#),
    accepts_with(PROJECT, r#"{ "/training/1": null, "/audit/heldOn": null }"#),
    refuses_with(
        PROJECT,
        r#"{ "/training/2": { "heldOn": "2023-02-01" }, "/audit/heldOn": "2023-03-31" }"#,
        &[not_met(
            "/audit/heldOn",
            "auditten, som vurderer både før og efter, er holdt 31. marts 2023, men sidste oplæring blev først holdt 1. april 2023",
            "the audit, which judges both before and after, was held on 31 March 2023, but the last session was not held until 1 April 2023",
        )],
    ),
    // Held in the month of the first session, perhaps before it; a case that may be of any department; and one of two
    // judgements states both.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [
                { "department": "00000000-0000-4000-8000-000000000002", "heldOn": "2022-10-20" },
                { "department": "00000000-0000-4000-8000-000000000003", "heldOn": "2023-05" },
                { "department": "00000000-0000-4000-8000-000000000003", "heldOn": "2023-05-20" }
            ],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-10",
                "cases": [
                    {
                        "id": "00000000-0000-4000-8000-000000000023",
                        "department": "00000000-0000-4000-8000-000000000002"
                    },
                    { "id": "00000000-0000-4000-8000-000000000024" }
                ],
                "judgements": [
                    {
                        "question": "00000000-0000-4000-8000-000000000021",
                        "before": "00000000-0000-4000-8000-000000000022",
                        "after": "00000000-0000-4000-8000-000000000022"
                    },
                    { "question": "00000000-0000-4000-8000-000000000025" }
                ]
            }
        }"#,
        &[not_met(
            "/audit/heldOn",
            "auditten, som vurderer både før og efter, er holdt i oktober 2022, men sidste oplæring blev først holdt 20. maj 2023",
            "the audit, which judges both before and after, was held in October 2022, but the last session was not held until 20 May 2023",
        )],
    ),
    // There are no cases.
    refuses_with(
        PROJECT,
        r#"{
            "/training": [{ "department": "00000000-0000-4000-8000-000000000002", "heldOn": "2022-10" }, { "department": "00000000-0000-4000-8000-000000000003", "heldOn": "2023-05" }],
            "/audit/heldOn": "2022-10-10"
        }"#,
        &[not_met(
            "/audit/heldOn",
            "auditten, som vurderer både før og efter, er holdt 10. oktober 2022, men sidste oplæring blev først holdt i maj 2023",
            "the audit, which judges both before and after, was held on 10 October 2022, but the last session was not held until May 2023",
        )],
    ),
    // Only the state after the training was judged.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "training": [{ "heldOn": "2022-10" }, { "heldOn": "2023-05" }],
            "audit": {
                "id": "00000000-0000-4000-8000-000000000020", "heldOn": "2022-11",
                "judgements": [{
                    "question": "00000000-0000-4000-8000-000000000021",
                    "after": "00000000-0000-4000-8000-000000000022"
                }]
            }
        }"#,
    ),
];
