//! A sub-goal that was replaced names the one that took its place.

use crate::codes;
use crate::goal::{GoalStatus, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL011,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, status; replacedBy")],
    title: Bilingual::new(
        "et erstattet delmål henviser til det delmål, der er kommet i stedet",
        "a sub-goal that was replaced refers to the one that took its place",
    ),
    why: Bilingual::new(
        "Ellers kan ingen følge, hvordan delmålene er justeret over tid.",
        "Otherwise nobody can follow how the sub-goals were adjusted over time.",
    ),
    remedy: Bilingual::new(
        "Angiv det nye delmål; er der ikke noget, så ret status til nået eller opgivet.",
        "State the new sub-goal; if there is none, set the status to reached or given up.",
    ),
    example: Bilingual::new(
        "Et delmål står som erstattet, men det fremgår ikke, hvad det er erstattet af.",
        "A sub-goal has the status replaced, but it is not said by what.",
    ),
    ..Rule::DERIVED
};

message! {
    NoSuccessor {}
    "delmålet står som erstattet, men det fremgår ikke, hvilket delmål der er kommet i stedet",
    "the sub-goal has the status replaced, but does not say which one took its place",
}

pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    if one.status == Some(GoalStatus::Replaced) && one.replaced_by.is_none() {
        cx.not_met(at, NoSuccessor {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, _| breaks::close(one, GoalStatus::Replaced)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "givenUp" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "status": "replaced",
            "replacedBy": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "replaced", "closedOn": "2023-12-01" }"#,
        &[not_met(
            "",
            "delmålet står som erstattet, men det fremgår ikke, hvilket delmål der er kommet i stedet",
            "the sub-goal has the status replaced, but does not say which one took its place",
        )],
    ),
];
