//! Phases are numbered consecutively.

use crate::codes;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_phase;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA003,
    requirements: &["R-096"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1")],
    title: Bilingual::new("fasernes numre følger efter hinanden", "phases are numbered consecutively"),
    why: Bilingual::new(
        "Når et nummer springes over eller går igen, taler to læsere om hver sin fase.",
        "Where a number is skipped or used again, two readers speak of different phases.",
    ),
    remedy: Bilingual::new(
        "Ret nummeret, eller tilføj den fase, der mangler.",
        "Correct the number, or add the phase that is missing.",
    ),
    example: Bilingual::new("Efter fase 1 kommer fase 3.", "Phase 1 is followed by phase 3."),
    ..Rule::DERIVED
};

message! {
    Jump { number: u64, before: u64 }
    "fasen har nummer {number}, men kommer efter fase {before}",
    "the phase is number {number}, but comes after phase {before}",
}

message! {
    SameNumber { number: u64 }
    "fasen har nummer {number}, som også den foregående fase har",
    "the phase is number {number}, and so is the one before",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, (before, phase)) in (1..).zip(plan.phases.iter().zip(plan.phases.iter().skip(1))) {
        if let (Some(before), Some(number)) = (before.number, phase.number)
            && before.checked_add(1) != Some(number)
        {
            let (number, before) = (u64::from(number), u64::from(before));
            let place = list.index(n);
            let place = place.key("number");
            if number == before {
                cx.not_met(&place, SameNumber { number });
            } else {
                cx.not_met(&place, Jump { number, before });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| change_phase(plan, 2, |phase| phase.number = Some(5)),
    |plan, _| change_phase(plan, 2, |phase| phase.number = Some(2)),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A shortened edition need not begin with the first phase.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "number": 2 }, { "number": 3 }, {}, { "number": 7 }] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "number": 4294967295 }, { "number": 0 }, { "number": 2 }, { "number": 2 }]
        }"#,
        &[
            not_met(
                "/phases/1/number",
                "fasen har nummer 0, men kommer efter fase 4294967295",
                "the phase is number 0, but comes after phase 4294967295",
            ),
            not_met(
                "/phases/2/number",
                "fasen har nummer 2, men kommer efter fase 0",
                "the phase is number 2, but comes after phase 0",
            ),
            not_met(
                "/phases/3/number",
                "fasen har nummer 2, som også den foregående fase har",
                "the phase is number 2, and so is the one before",
            ),
        ],
    ),
];
