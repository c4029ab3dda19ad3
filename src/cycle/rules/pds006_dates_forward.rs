//! The dates of the phases do not run backwards.

use super::PHASES;
use crate::codes;
use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS006,
    severity: Severity::Error,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Planlægning af sidemandsoplæringen, figur 3"),
        SourceRef::new(SourceDocument::RKKP, "PDSA-hjælpeskema"),
    ],
    title: Bilingual::new(
        "en fase i en cyklus er ikke dateret før dem, der går forud",
        "a phase of a cycle is not dated before those that precede it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv; og en forudsigelse, der er skrevet bagefter, er ingen forudsigelse.",
        "The document contradicts itself; and a prediction written afterwards is no prediction.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Planen er fra 10. marts 2024, afprøvningen fra 4. marts 2024.",
        "The plan is of 10 March 2024, the test of 4 March 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { phase: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "{phase} er dateret {on}, men kommer efter {before}, der er dateret {before_on}",
    "{phase} is dated {on}, but comes after {before}, which is dated {before_on}",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let dates = [
        cycle.plan.as_ref().and_then(|plan| plan.on),
        cycle.carried_out.as_ref().and_then(|done| done.on),
        cycle.study.as_ref().and_then(|study| study.on),
        cycle.act.as_ref().and_then(|act| act.on),
    ];
    let mut latest: Option<(Bilingual, PartialDate)> = None;
    for ((key, phase), on) in PHASES.into_iter().zip(dates) {
        let Some(on) = on else { continue };
        if let Some((before, before_on)) = latest
            && on.last_day() < before_on.first_day()
        {
            cx.not_met(&at.key(key).key("on"), Backwards { phase, on, before, before_on });
        }
        if latest.is_none_or(|(_, before_on)| before_on.first_day() <= on.first_day()) {
            latest = Some((phase, on));
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    let (earlier, later) = *tape.pick(&[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]);
    let dates = [
        cycle.plan.as_mut().map(|plan| &mut plan.on),
        cycle.carried_out.as_mut().map(|done| &mut done.on),
        cycle.study.as_mut().map(|study| &mut study.on),
        cycle.act.as_mut().map(|act| &mut act.on),
    ];
    for (phase, date) in dates.into_iter().flatten().enumerate() {
        *date = match phase {
            _ if phase == earlier => PartialDate::of_month(2024, 3),
            _ if phase == later => PartialDate::of_month(2024, 2),
            _ => None,
        };
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {}, "do": { "on": "2024-03-04" } }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-02" }, "do": { "on": "2024-03-04" },
            "study": { "on": "2024-03-04" }, "act": { "on": "2024-03-11" }
        }"#,
    ),
    // The first day of March may be after the plan of March, the last day of February may not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03" }, "do": { "on": "2024-03-01" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03" }, "do": { "on": "2024-02-29" }
        }"#,
        &[not_met(
            "/do/on",
            "afprøvningen (do) er dateret 29. februar 2024, men kommer efter planlægningen (plan), der er \
             dateret marts 2024",
            "do is dated 29 February 2024, but comes after plan, which is dated March 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03-04" }, "study": { "on": "2024-03-03" }
        }"#,
        &[not_met(
            "/study/on",
            "analysen (study) er dateret 3. marts 2024, men kommer efter afprøvningen (do), der er \
             dateret 4. marts 2024",
            "study is dated 3 March 2024, but comes after do, which is dated 4 March 2024",
        )],
    ),
    // The year 2024 can mean a day after the plan of June, the study of May cannot.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-06" }, "do": { "on": "2024" }, "study": { "on": "2024-05" }
        }"#,
        &[not_met(
            "/study/on",
            "analysen (study) er dateret maj 2024, men kommer efter planlægningen (plan), der er \
             dateret juni 2024",
            "study is dated May 2024, but comes after plan, which is dated June 2024",
        )],
    ),
    // Each phase is held against the latest date before it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": { "on": "2024-03-10" }, "do": { "on": "2024-03-04" }, "act": { "on": "2024-03-05" }
        }"#,
        &[
            not_met(
                "/do/on",
                "afprøvningen (do) er dateret 4. marts 2024, men kommer efter planlægningen (plan), der er \
                 dateret 10. marts 2024",
                "do is dated 4 March 2024, but comes after plan, which is dated 10 March 2024",
            ),
            not_met(
                "/act/on",
                "beslutningen (act) er dateret 5. marts 2024, men kommer efter planlægningen (plan), der er \
                 dateret 10. marts 2024",
                "act is dated 5 March 2024, but comes after plan, which is dated 10 March 2024",
            ),
        ],
    ),
];
