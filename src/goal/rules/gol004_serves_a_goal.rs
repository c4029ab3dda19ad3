//! A sub-goal serves a goal of the municipality's order.

use crate::codes;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL004,
    requirements: &["R-055", "R-136"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Bilag 1, Følge kommunens bestilling (§ 141 handleplanen)",
        ),
        SourceRef::agreement("1.8.5, note 5"),
    ],
    title: Bilingual::new(
        "et delmål hører til et mål i kommunens bestilling",
        "a sub-goal belongs to a goal of the municipality's order",
    ),
    why: Bilingual::new(
        "Uden et mål fra handleplanen kan kommunen ikke se, hvad delmålet bidrager til.",
        "Without a goal of the action plan the municipality cannot see what the sub-goal contributes to.",
    ),
    remedy: Bilingual::new(
        "Angiv, hvilket mål i bestillingen delmålet hører til; mangler målet, så tag det op med kommunen.",
        "State which goal of the order the sub-goal belongs to; if there is none, take it up with the municipality.",
    ),
    example: Bilingual::new(
        "Et delmål om fælles aftensmad hører ikke til noget mål i handleplanen.",
        "A sub-goal about shared suppers belongs to no goal of the action plan.",
    ),
    ..Rule::DERIVED
};

message! {
    NoGoal {}
    "delmålet er ikke knyttet til et mål i kommunens bestilling",
    "the sub-goal is not linked to a goal of the municipality's order",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    if one.goal.is_none() {
        cx.not_met(at, NoGoal {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, _| one.goal = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Whether the citizen has that goal is for another rule.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goal": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Amina spiser aftensmad i fællesrummet fire af syv dage i uge 40", "indicator": "dage",
            "evaluateBy": "2024-10-06", "endsOn": "2024-10-06", "citizen": { "involved": {} }
        }"#,
        &[not_met(
            "",
            "delmålet er ikke knyttet til et mål i kommunens bestilling",
            "the sub-goal is not linked to a goal of the municipality's order",
        )],
    ),
];
