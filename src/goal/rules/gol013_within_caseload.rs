//! In a caseload: the verdicts of an assessment are on criteria of its set.

pub(super) use super::gol013_verdicts_fit_set::RULE;
use super::gol013_verdicts_fit_set::check_by;
use crate::goal::Caseload;
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(caseload: &Caseload, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("citizens");
    for (n, citizen) in caseload.citizens.iter().enumerate() {
        check_by(&caseload.criterion_sets, citizen, &list.item(n, citizen.id), cx);
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "criteria": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }],
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "goals": [{
                    "id": "00000000-0000-4000-8000-000000000005",
                    "assessments": [{
                        "set": "00000000-0000-4000-8000-000000000002",
                        "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003" }]
                    }]
                }]
            }]
        }"#,
    ),
    // The set of the caseload, one of this crate, and one that nobody knows.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "criteria": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }],
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "subGoals": [{
                    "id": "00000000-0000-4000-8000-000000000005",
                    "assessments": [
                        {
                            "set": "00000000-0000-4000-8000-000000000002",
                            "verdicts": [
                                { "criterion": "00000000-0000-4000-8000-000000000003" },
                                { "criterion": "534d4152-5445-4000-8000-000000000002" }
                            ]
                        },
                        {
                            "set": "534d4152-5445-4000-8000-000000000001",
                            "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003" }]
                        },
                        {
                            "set": "00000000-0000-4000-8000-000000000009",
                            "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003" }]
                        }
                    ]
                }]
            }]
        }"#,
        &[
            not_met(
                "/citizens/0/subGoals/0/assessments/0/verdicts/1/criterion",
                "kriteriet hører ikke til det kriteriesæt, som vurderingen bygger på",
                "the criterion does not belong to the criterion set that the assessment rests on",
            ),
            not_met(
                "/citizens/0/subGoals/0/assessments/1/verdicts/0/criterion",
                "kriteriet hører ikke til det kriteriesæt, som vurderingen bygger på",
                "the criterion does not belong to the criterion set that the assessment rests on",
            ),
        ],
    ),
];
