//! A change that is to be adapted is tested again.

use crate::codes;
use crate::cycle::{Act, ActDecision, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(crate) static RULE: Rule = Rule {
    code: codes::PDS008,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "en forandring, der skal tilpasses, afprøves i endnu en cyklus",
        "a change that is to be adapted is tested in a further cycle",
    ),
    why: Bilingual::new(
        "En forandring, der er tilpasset, er ikke afprøvet endnu.",
        "A change that was adapted has not been tested yet.",
    ),
    remedy: Bilingual::new(
        "Opret den næste cyklus, og henvis til den.",
        "Set up the next cycle, and refer to it.",
    ),
    example: Bilingual::new(
        "»Tilpas: samtalen flyttes til dag to« – og der er ingen næste cyklus.",
        "“Adapt: move the talk to day two” – and there is no further cycle.",
    ),
    requires: &[codes::PDS004],
    ..Rule::DERIVED
};

message! {
    NoNextCycle {}
    "forandringen skal tilpasses, men der er ikke nævnt en næste cyklus",
    "the change is to be adapted, but no further cycle is named",
}

/// In a community or a circle, the community or circle checks the rule: it knows whether another cycle names this one
/// as its previous.
pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if at.is_draft() && asks_for_next(cycle) {
        report(cycle, at, cx);
    }
}

/// Returns `true` if the cycle names no next one, and was not adopted or abandoned.
pub(crate) fn asks_for_next(cycle: &PdsaCycle) -> bool {
    let settled = |act: &Act| matches!(act.decision, Some(ActDecision::Adopt | ActDecision::Abandon));
    cycle.next.is_none() && cycle.act.as_ref().is_some_and(|act| !settled(act))
}

/// Reports a cycle that asks for a next one and has none.
pub(crate) fn report(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at = at.key("act");
    match cycle.decision() {
        None => cx.depends_on(&at, codes::PDS004),
        Some(ActDecision::Adapt) => cx.not_met(&at, NoNextCycle {}),
        Some(ActDecision::Adopt | ActDecision::Abandon) => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    cycle.next = None;
    cycle.act.iter_mut().for_each(|act| act.decision = Some(ActDecision::Adapt));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "adopt" } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" } }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "act": { "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    // Whatever was decided, there is a next cycle.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "act": {}, "next": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    // The previous cycle is no next one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "act": { "decision": "adapt" }, "previous": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "/act",
            "forandringen skal tilpasses, men der er ikke nævnt en næste cyklus",
            "the change is to be adapted, but no further cycle is named",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": {} }"#,
        &[not_evaluated("/act", "PDS004")],
    ),
];
