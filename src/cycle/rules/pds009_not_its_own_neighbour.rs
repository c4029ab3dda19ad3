//! A cycle does not refer to itself, and its previous and its next cycle are different.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS009,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "cycles, previous; next")],
    title: Bilingual::new(
        "en cyklus henviser ikke til sig selv, og dens forrige og dens næste cyklus er ikke den samme",
        "a cycle does not refer to itself, and its previous and its next cycle are different",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: hver cyklus står kun ét sted i en serie.",
        "The document contradicts itself: each cycle has one place in a series.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the reference that is wrong."),
    example: Bilingual::new(
        "En cyklus, der er kopieret fra den forrige og angiver sig selv som den forrige.",
        "A cycle that was copied from the previous one and names itself as its previous cycle.",
    ),
    ..Rule::DERIVED
};

message! {
    AfterItself {}
    "cyklussen nævner sig selv som den forrige eller den næste",
    "the cycle names itself as the previous or the next one",
}

message! {
    SameBothWays {}
    "den samme cyklus er nævnt som både den forrige og den næste",
    "the same cycle is named as both the previous and the next one",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    let itself = Some(cycle.id);
    if cycle.previous == itself {
        cx.not_met(&at.key("previous"), AfterItself {});
    }
    if cycle.next == itself {
        cx.not_met(&at.key("next"), AfterItself {});
    } else if cycle.next.is_some() && cycle.next == cycle.previous {
        cx.not_met(&at.key("next"), SameBothWays {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[
    |cycle, _| cycle.previous = Some(cycle.id),
    |cycle, _| cycle.next = Some(cycle.id),
    |cycle, tape| (cycle.previous, cycle.next) = (Some(tape.spare_id(1)), Some(tape.spare_id(1))),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "previous": "00000000-0000-4000-8000-000000000002",
            "next": "00000000-0000-4000-8000-000000000003"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "previous": "00000000-0000-4000-8000-000000000001",
            "next": "00000000-0000-4000-8000-000000000003"
        }"#,
        &[not_met(
            "/previous",
            "cyklussen nævner sig selv som den forrige eller den næste",
            "the cycle names itself as the previous or the next one",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "next": "00000000-0000-4000-8000-000000000001"
        }"#,
        &[not_met(
            "/next",
            "cyklussen nævner sig selv som den forrige eller den næste",
            "the cycle names itself as the previous or the next one",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "previous": "00000000-0000-4000-8000-000000000001",
            "next": "00000000-0000-4000-8000-000000000001"
        }"#,
        &[
            not_met(
                "/previous",
                "cyklussen nævner sig selv som den forrige eller den næste",
                "the cycle names itself as the previous or the next one",
            ),
            not_met(
                "/next",
                "cyklussen nævner sig selv som den forrige eller den næste",
                "the cycle names itself as the previous or the next one",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "previous": "00000000-0000-4000-8000-000000000002",
            "next": "00000000-0000-4000-8000-000000000002"
        }"#,
        &[not_met(
            "/next",
            "den samme cyklus er nævnt som både den forrige og den næste",
            "the same cycle is named as both the previous and the next one",
        )],
    ),
];
