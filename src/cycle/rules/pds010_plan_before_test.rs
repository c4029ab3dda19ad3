//! The plan is not dated after the test.

use super::dated_phases;
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::{add_missing_phases, date_phases};
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::date::When, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS010,
    severity: Severity::Error,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::CENTER_FOR_KVALITET, "PDSA cirklen: Do"),
        SourceRef::new(SourceDocument::DEFACTUM_PDSA, "Do"),
    ],
    title: Bilingual::new(
        "planen er ikke dateret efter afprøvningen, hverken den gennemførte eller den planlagte",
        "the plan is not dated after the test, carried out or planned",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: en forudsigelse, der er skrevet efter afprøvningen, er ingen forudsigelse.",
        "The document contradicts itself: a prediction that was written after the test is no prediction.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Planen er dateret 10. marts 2024, afprøvningen 4. marts 2024.",
        "The plan is dated 10 March 2024, the test 4 March 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforePlan { phase: Bilingual, on: PartialDate, plan_on: PartialDate }
    "{phase} er dateret {on}, altså før planlægningen ({plan_on})",
    "{phase} is dated {on}, before the plan of {plan_on}",
}

message! {
    DueBeforePlan { due: PartialDate, plan_on: PartialDate }
    "afprøvningen skulle efter planen gennemføres {due:i}, altså før planens egen dato ({plan_on})",
    "according to the plan the test was to be carried out {due:on|in}, before the date of the plan itself ({plan_on})",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [(_, plan_on), later @ ..] = dated_phases(cycle);
    let Some(plan_on) = plan_on else { return };
    let due = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref()).and_then(|when| when.due(None));
    if let Some(due) = due.filter(|due| due.ends_before(plan_on)) {
        cx.not_met(&at.key("plan").key("when"), DueBeforePlan { due, plan_on });
    }
    for ((key, phase), on) in later {
        if let Some(on) = on.filter(|on| on.ends_before(plan_on)) {
            cx.not_met(&at.key(key).key("on"), BeforePlan { phase, on, plan_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        let (february, march) = (PartialDate::of_month(2023, 2), PartialDate::of_month(2023, 3));
        let dates = *tape.pick(&[
            [march, february, None, None],
            [march, None, february, None],
            [march, None, None, february],
            [march, february, march, march],
        ]);
        date_phases(cycle, dates);
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        let [february, march] = [2, 3].map(|month| PartialDate::of_month(2023, month));
        date_phases(cycle, [march, None, None, None]);
        cycle.plan.iter_mut().for_each(|plan| plan.when = Some(When::Date { on: february }));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "do": { "on": "2024-03-04" } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": { "on": "2024-03-04" }, "do": {} }"#),
    // On one day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-04" }, "do": { "on": "2024-03-04" }
        }"#,
    ),
    // The first day of March may be after the plan of March, the last day of February may not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03" }, "do": { "on": "2024-03-01" }
        }"#,
    ),
    // Another rule checks which of the later phases comes first.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03" }, "do": { "on": "2024-05" }, "study": { "on": "2024-04" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03" }, "do": { "on": "2024-02-29" }
        }"#,
        &[not_met(
            "/do/on",
            "afprøvningen (do) er dateret 29. februar 2024, altså før planlægningen (marts 2024)",
            "the test (do) is dated 29 February 2024, before the plan of March 2024",
        )],
    ),
    // The day of the test is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-10" }, "do": {},
            "study": { "on": "2024-03-04" }, "act": { "on": "2024-03-05" }
        }"#,
        &[
            not_met(
                "/study/on",
                "analysen (study) er dateret 4. marts 2024, altså før planlægningen (10. marts 2024)",
                "the study is dated 4 March 2024, before the plan of 10 March 2024",
            ),
            not_met(
                "/act/on",
                "beslutningen (act) er dateret 5. marts 2024, altså før planlægningen (10. marts 2024)",
                "the decision (act) is dated 5 March 2024, before the plan of 10 March 2024",
            ),
        ],
    ),
    // To be carried out in the month of the plan, continuously, and by a deadline that has passed.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-10", "when": { "date": { "on": "2024-03" } } }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": { "on": "2024-03", "when": "continuously" } }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-10", "when": { "within": { "months": 1, "from": "2024-02-09" } } }
        }"#,
        &[not_met(
            "/plan/when",
            "afprøvningen skulle efter planen gennemføres 9. marts 2024, altså før planens egen dato (10. marts 2024)",
            "according to the plan the test was to be carried out on 9 March 2024, before the date of the plan itself (10 March 2024)",
        )],
    ),
];
