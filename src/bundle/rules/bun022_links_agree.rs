//! The links between the cycles of a series agree, also across documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::cycle::PdsaCycle, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN022,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; cycle, previous; next")],
    title: Bilingual::new(
        "henvisningerne mellem cyklusser i forskellige dokumenter stemmer overens",
        "the links between cycles in different documents agree",
    ),
    why: Bilingual::new(
        "Dokumenterne modsiger hinanden: serien kan læses på to måder. En cyklus, der ikke nævner nogen, modsiger intet.",
        "The documents contradict each other: the series can be read in two ways. A cycle that names none contradicts nothing.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the link that is wrong."),
    example: Bilingual::new(
        "En cyklus nævner en cyklus i et andet dokument som den næste, men den nævner en tredje som den forrige.",
        "A cycle names one in another document as next, but that one names a third as previous.",
    ),
    ..Rule::DERIVED
};

message! {
    NamesAnother { document: u64, link: Bilingual, back: Bilingual }
    "cyklussen nævner en cyklus i dokument {document} som {link}, men den nævner en anden som {back}",
    "the cycle names a cycle in document {document} as {link}, but that one names another as {back}",
}

const NEXT: Bilingual = Bilingual::new("den næste", "next");
const PREVIOUS: Bilingual = Bilingual::new("den forrige", "previous");

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for apart in crossing.ramps.apart() {
        let (link, back) = if apart.is_to_next { (NEXT, PREVIOUS) } else { (PREVIOUS, NEXT) };
        let facts = NamesAnother { document: crossing::number(apart.named), link, back };
        crossing.not_met(apart.place, apart.cycle, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let [first, second, third] = [1, 2, 3].map(|n| tape.spare_id(n));
        added::document(PdsaCycle { next: Some(second), ..PdsaCycle::new(first) }, bundle, tape);
        added::document(PdsaCycle { previous: Some(third), ..PdsaCycle::new(second) }, bundle, tape);
        added::document(PdsaCycle::new(third), bundle, tape);
    },
    |bundle, tape| {
        let [first, second, third] = [1, 2, 3].map(|n| tape.spare_id(n));
        added::document(PdsaCycle { next: Some(second), ..PdsaCycle::new(first) }, bundle, tape);
        added::document(PdsaCycle::new(second), bundle, tape);
        added::document(PdsaCycle { previous: Some(first), ..PdsaCycle::new(third) }, bundle, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In both directions, in one, to itself, and to a cycle that is not here.
    accepts(bundle_of!(
        "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000013" } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013" } }"#,
        "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "previous": "00000000-0000-4000-8000-000000000013", "next": "00000000-0000-4000-8000-000000000015" } }"#,
        "05": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000015", "previous": "00000000-0000-4000-8000-000000000015" } }"#,
        "06": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000016", "next": "00000000-0000-4000-8000-000000000099" } }"#,
    )),
    // In one document.
    accepts(bundle_of!(
        "01": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{ "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" }, { "id": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000013" }, { "id": "00000000-0000-4000-8000-000000000013" }] } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "previous": "00000000-0000-4000-8000-000000000013" } }"#,
    )),
    // The one that is named instead need not be here.
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000099" } }"#,
        ),
        &[not_met(
            "/documents/0/content/cycle",
            "cyklussen nævner en cyklus i dokument 2 som den næste, men den nævner en anden som den forrige",
            "the cycle names a cycle in document 2 as next, but that one names another as previous",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012" } }"#,
            "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "previous": "00000000-0000-4000-8000-000000000011" } }"#,
        ),
        &[not_met(
            "/documents/2/content/cycle",
            "cyklussen nævner en cyklus i dokument 1 som den forrige, men den nævner en anden som den næste",
            "the cycle names a cycle in document 1 as previous, but that one names another as next",
        )],
    ),
];
