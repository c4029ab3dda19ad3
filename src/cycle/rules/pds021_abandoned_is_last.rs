//! A change that is abandoned has no next cycle.

use crate::codes;
use crate::cycle::{ActDecision, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS021,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "en cyklus, hvis forandring er opgivet, nævner ingen næste cyklus",
        "a cycle whose change is abandoned names no next cycle",
    ),
    why: Bilingual::new(
        "Beslutningen siger, at serien er slut, og henvisningen, at den går videre. En senere cyklus kan godt henvise tilbage til den opgivne for at bygge på, hvad den viste.",
        "The decision says that the series has ended, and the link that it goes on. A later cycle may still refer back to the abandoned one to build on what that one showed.",
    ),
    remedy: Bilingual::new(
        "Ret beslutningen til tilpas, hvis forandringen afprøves igen, eller fjern henvisningen.",
        "Correct the decision to adapt if the change is tested again, or remove the link.",
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
];
