//! A goal that was assessed meets all criteria of the set.

use super::assessments::each_list;
use crate::codes;
use crate::goal::criteria::{KnownSet, latest};
use crate::goal::{Citizen, CriterionSet, GoalAssessment, Judgement};
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL014,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-133"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Problemformulering")],
    title: Bilingual::new(
        "et vurderet mål eller delmål opfylder alle kriterier i kriteriesættet",
        "a goal or sub-goal that was assessed meets all criteria of the set",
    ),
    why: Bilingual::new(
        "Et mål er først SMART, når alle fem kriterier er opfyldt; fire af fem er ikke nok.",
        "A goal is SMART only when all five criteria are met; four of five are not enough.",
    ),
    remedy: Bilingual::new(
        "Formulér målet, så det opfylder de manglende kriterier, og vurdér det igen.",
        "Word the goal so that it meets the missing criteria, and assess it again.",
    ),
    example: Bilingual::new(
        "Et delmål er specifikt, målbart, accepteret og realistisk, men har ingen dato.",
        "A sub-goal is specific, measurable, accepted and realistic, but has no date.",
    ),
    ..Rule::DERIVED
};

message! {
    NotAllMet { criteria: u64 }
    "{criteria:kriterium er|kriterier er} vurderet som ikke opfyldt",
    "{criteria:criterion was|criteria were} judged as not met",
}

/// In a caseload, the caseload checks the rule: it lists criterion sets.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("caseload") {
        check_by(&[], citizen, at, cx);
    }
}

/// Checks the latest assessment by each set, as [`CriterionSet::share`] counts them.
pub(super) fn check_by(sets: &[CriterionSet], citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_list(citizen, at, |assessments, list| {
        let by_set = assessments.iter().enumerate().filter_map(|(n, one)| Some((one.set?.uuid(), n, one.on)));
        sorted_of(&by_set, |by_set| {
            for of_set in by_set.chunk_by(|(one, ..), (other, ..)| one == other) {
                let last = latest(&of_set.iter().map(|(set, n, on)| (*on, (*set, *n))));
                let Some((set, n)) = last else { continue };
                if let Some(assessment) = assessments.get(n) {
                    check_one(KnownSet::find(Id::new(set), sets), assessment, &list.index(n), cx);
                }
            }
        });
    });
}

/// If the criteria of the set are not known, a verdict *not met* decides all the same.
fn check_one(set: Option<KnownSet<'_>>, assessment: &GoalAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    const CRITERIA: Bilingual = Bilingual::new("kriteriesættets kriterier", "criteria of the set");
    let Some(set) = set else {
        let is_not_met = |judgement| judgement == Some(Judgement::NotMet);
        match assessment.verdicts.iter().filter(|verdict| is_not_met(verdict.judgement)).count() {
            0 => cx.not_assessable(at, CRITERIA),
            criteria => cx.not_met(at, NotAllMet { criteria: count(criteria) }),
        }
        return;
    };
    match set.is_met(assessment) {
        Some(true) => {}
        Some(false) => {
            let has_meaning = set.criteria().filter(|(_, has_meaning)| *has_meaning);
            let not_met = has_meaning.filter(|(id, _)| assessment.verdict(*id) == Some(Judgement::NotMet));
            cx.not_met(at, NotAllMet { criteria: count(not_met.count()) });
        }
        None => {
            let has_criteria = set.criteria().next().is_some();
            let have_meaning = set.criteria().all(|(_, has_meaning)| has_meaning);
            let have_verdict = set.criteria().all(|(id, _)| assessment.verdict(id).is_some());
            let parts = [
                (has_criteria, CRITERIA),
                (have_meaning, Bilingual::new("hvad hvert kriterium betyder", "what each criterion means")),
                (
                    have_verdict,
                    Bilingual::new("en bedømmelse af hvert kriterium", "a verdict on each criterion"),
                ),
            ];
            cx.all_stated(at, parts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[
    |citizen, _| {
        breaks::assess(citizen, |assessment| {
            assessment.verdicts.iter_mut().take(1).for_each(|one| one.judgement = Some(Judgement::NotMet));
        });
    },
    |citizen, _| {
        breaks::assess(citizen, |assessment| {
            assessment.verdicts.iter_mut().take(1).for_each(|one| one.judgement = None);
        });
    },
    |citizen, tape| breaks::assess(citizen, |assessment| assessment.set = Some(tape.spare_id(1))),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // All five, in the last assessment by the set. One without a set is for another rule.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [
                    {
                        "set": "534d4152-5445-4000-8000-000000000001",
                        "verdicts": [
                            { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "notMet" }
                        ]
                    },
                    {
                        "set": "534d4152-5445-4000-8000-000000000001",
                        "verdicts": [
                            { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000003", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000004", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000005", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000006", "judgement": "met" }
                        ]
                    },
                    {}
                ]
            }]
        }"#,
    ),
    // The latest one by date comes first in the list.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [
                    {
                        "set": "534d4152-5445-4000-8000-000000000001", "on": "2024-05-02",
                        "verdicts": [
                            { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000003", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000004", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000005", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000006", "judgement": "met" }
                        ]
                    },
                    {
                        "set": "534d4152-5445-4000-8000-000000000001", "on": "2024-01-10",
                        "verdicts": [{ "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "notMet" }]
                    }
                ]
            }]
        }"#,
    ),
    // Two are not met, one of them by one of two verdicts; a set without known criteria; four of five.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "assessments": [{
                    "set": "534d4152-5445-4000-8000-000000000001",
                    "verdicts": [
                        { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "notMet" },
                        { "criterion": "534d4152-5445-4000-8000-000000000003", "judgement": "met" },
                        { "criterion": "534d4152-5445-4000-8000-000000000003", "judgement": "notMet" }
                    ]
                }]
            }],
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [
                    {
                        "set": "00000000-0000-4000-8000-000000000009",
                        "verdicts": [
                            { "criterion": "00000000-0000-4000-8000-000000000005", "judgement": "notMet" }
                        ]
                    },
                    {
                        "set": "00000000-0000-4000-8000-000000000008",
                        "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000005", "judgement": "met" }]
                    },
                    {
                        "set": "534d4152-5445-4000-8000-000000000001",
                        "verdicts": [
                            { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000003", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000004", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000005", "judgement": "met" },
                            { "criterion": "534d4152-5445-4000-8000-000000000006" }
                        ]
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/goals/0/assessments/0",
                "2 kriterier er vurderet som ikke opfyldt",
                "2 criteria were judged as not met",
            ),
            not_met(
                "/subGoals/0/assessments/0",
                "1 kriterium er vurderet som ikke opfyldt",
                "1 criterion was judged as not met",
            ),
            not_assessable(
                "/subGoals/0/assessments/1",
                "kan ikke vurderes; mangler: kriteriesættets kriterier",
                "cannot be assessed; missing: criteria of the set",
            ),
            not_assessable(
                "/subGoals/0/assessments/2",
                "kan ikke vurderes; mangler: en bedømmelse af hvert kriterium",
                "cannot be assessed; missing: a verdict on each criterion",
            ),
        ],
    ),
];
