//! In a caseload: a goal that was assessed meets all criteria of the set.

pub(super) use super::gol014_all_criteria_met::RULE;
use super::gol014_all_criteria_met::check_by;
use crate::goal::Caseload;
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

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
                "criteria": [{ "id": "00000000-0000-4000-8000-000000000003", "meaning": "målbar" }]
            }],
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "goals": [{
                    "id": "00000000-0000-4000-8000-000000000005",
                    "assessments": [{
                        "set": "00000000-0000-4000-8000-000000000002",
                        "verdicts": [
                            { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" }
                        ]
                    }]
                }]
            }]
        }"#,
    ),
    // A letter without meaning, a set without criteria, and a criterion that is not met.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "criterionSets": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "criteria": [
                        { "id": "00000000-0000-4000-8000-000000000003", "letter": "M", "meaning": "målbar" },
                        { "id": "00000000-0000-4000-8000-000000000006", "letter": "E", "meaning": " " }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000007" }
            ],
            "citizens": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "subGoals": [
                    {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "assessments": [
                            {
                                "set": "00000000-0000-4000-8000-000000000002",
                                "verdicts": [
                                    { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" },
                                    { "criterion": "00000000-0000-4000-8000-000000000006", "judgement": "notMet" }
                                ]
                            },
                            { "set": "00000000-0000-4000-8000-000000000007" }
                        ]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000008",
                        "assessments": [{
                            "set": "00000000-0000-4000-8000-000000000002",
                            "verdicts": [
                                { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }
                            ]
                        }]
                    }
                ]
            }]
        }"#,
        &[
            not_assessable(
                "/citizens/0/subGoals/0/assessments/0",
                "kan ikke vurderes; mangler: hvad hvert kriterium betyder",
                "cannot be assessed; missing: what each criterion means",
            ),
            not_assessable(
                "/citizens/0/subGoals/0/assessments/1",
                "kan ikke vurderes; mangler: kriteriesættets kriterier",
                "cannot be assessed; missing: criteria of the set",
            ),
            not_met(
                "/citizens/0/subGoals/1/assessments/0",
                "1 kriterium er vurderet som ikke opfyldt",
                "1 criterion was judged as not met",
            ),
        ],
    ),
];
