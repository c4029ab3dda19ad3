//! Assessments of a goal of the order on the same day have the same verdict on each criterion.

pub(super) use super::gol021_one_result_a_day::{RULE, check_goal as check};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "assessments": [
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "Faglig koordinator",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "faglig koordinator",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" }]
                }
            ]
        }"#,
        &[not_met(
            "/assessments/1/verdicts/0/judgement",
            "kriteriet er vurderet modsat i vurdering 1: samme dag (10. januar 2024), samme kriteriesæt og samme vurderer",
            "assessment 1 has the opposite verdict on the criterion: the same day (10 January 2024), set and assessor",
        )],
    ),
];
