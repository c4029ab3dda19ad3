//! A change that is abandoned is not tested again.

use crate::codes;
use crate::cycle::{ActDecision, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS021,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "cycles, act, decision; next")],
    title: Bilingual::new(
        "en forandring, der er opgivet, afprøves ikke igen i den næste cyklus",
        "a change that was abandoned is not tested again in the next cycle",
    ),
    why: Bilingual::new(
        "Afprøves den samme forandring igen, er den ikke opgivet. Den næste cyklus må gerne afprøve en anden forandring og bygge på, hvad den opgivne viste.",
        "If the same change is tested again, it was not given up. The next cycle may test another change and build on what the abandoned one showed.",
    ),
    remedy: Bilingual::new(
        "Afprøves den samme forandring igen, så ret beslutningen til tilpas. Afprøver den næste cyklus en anden forandring, eller er vilkårene nye, er der ikke noget at rette.",
        "If the same change is tested again, correct the decision to adapt. If the next cycle tests another change, or the conditions are new, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Samtalen om fravær blev opgivet efter afprøvningen, men cyklussen nævner en næste, hvor den prøves med fem medarbejdere.",
        "The talk about absence was abandoned after the test, but the cycle names a next one in which it is tried with five members of staff.",
    ),
    ..Rule::DERIVED
};

message! {
    GoesOn {}
    "forandringen er opgivet, men cyklussen nævner en næste cyklus",
    "the change is abandoned, but the cycle names a next cycle",
}

/// A link to itself, and one to the cycle that is its previous, too, are for PDS009.
pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.decision() == Some(ActDecision::Abandon) && is_link(cycle) {
        cx.not_met(&at.key("next"), GoesOn {});
    }
}

fn is_link(cycle: &PdsaCycle) -> bool {
    cycle.next.is_some() && cycle.next != cycle.previous && cycle.next != Some(cycle.id)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    cycle.act.iter_mut().for_each(|act| act.decision = Some(ActDecision::Abandon));
    (cycle.previous, cycle.next) = (None, Some(tape.spare_id(1)));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" },
            "previous": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" },
            "next": "00000000-0000-4000-8000-000000000001"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "act": {},
            "next": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" },
            "next": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "/next",
            "forandringen er opgivet, men cyklussen nævner en næste cyklus",
            "the change is abandoned, but the cycle names a next cycle",
        )],
    ),
    // A cycle that is its own neighbour on both sides is for PDS009.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" },
            "previous": "00000000-0000-4000-8000-000000000002", "next": "00000000-0000-4000-8000-000000000002"
        }"#,
    ),
];
