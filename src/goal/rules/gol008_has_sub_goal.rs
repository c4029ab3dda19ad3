//! Every citizen has at least one sub-goal.

use crate::codes;
use crate::goal::Citizen;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL008,
    basis: Basis::Stated,
    requirements: &["R-137"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1")],
    title: Bilingual::new("en borger har mindst ét delmål", "a citizen has at least one sub-goal"),
    why: Bilingual::new(
        "Uden delmål er der intet at evaluere og intet, der viser, om indsatsen virker.",
        "Without a sub-goal there is nothing to evaluate and nothing to show whether the intervention works.",
    ),
    remedy: Bilingual::new(
        "Opstil et delmål sammen med borgeren ud fra kommunens bestilling. Er borgeren lige flyttet ind, så aftal, hvornår det sker.",
        "Set a sub-goal together with the citizen, from the municipality's order. If the citizen has just moved in, agree when that is to happen.",
    ),
    example: Bilingual::new(
        "En borger er flyttet ind, og der er endnu ikke opstillet delmål.",
        "A citizen has moved in, and no sub-goal has been set yet.",
    ),
    ..Rule::DERIVED
};

message! {
    NoSubGoal {}
    "der er ikke opstillet delmål for borgeren",
    "no sub-goal has been set for the citizen",
}

pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    if citizen.sub_goals.is_empty() {
        cx.not_met(at, NoSubGoal {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[|citizen, _| citizen.sub_goals.clear()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // As the process measure counts: one that is closed is a sub-goal, too.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [{ "id": "00000000-0000-4000-8000-000000000002", "status": "reached" }]
        }"#,
    ),
    // A goal of the municipality is no sub-goal.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_met(
            "",
            "der er ikke opstillet delmål for borgeren",
            "no sub-goal has been set for the citizen",
        )],
    ),
];
