//! The next cycle of a series begins when the one before is decided, also in another document.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::cycle::PdsaCycle, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN021,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "den næste cyklus i en serie planlægges og afprøves ikke, før der er truffet beslutning om den forrige i et andet dokument",
        "the next cycle of a series is not planned or tested before the decision on the previous one in another document",
    ),
    why: Bilingual::new(
        "En afprøvning, der planlægges eller begynder, før den forrige er afsluttet, kan ikke bygge på, hvad den viste. To cyklusser i ét dokument vurderes i det dokument for sig.",
        "A test that is planned or begins before the previous one has ended cannot build on what that one showed. Two cycles in one document are a matter for that document.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne; hører de to afprøvninger ikke til i samme serie, så fjern henvisningen.",
        "Correct the dates; if the two tests are not of one series, remove the link.",
    ),
    example: Bilingual::new(
        "Den næste cyklus er planlagt 1. marts 2024, men der blev først truffet beslutning om den forrige, i et andet dokument, den 11. marts.",
        "The next cycle was planned on 1 March 2024, but the decision on the previous one, in another document, was not made until 11 March.",
    ),
    requires: &[codes::BUN020],
    ..Rule::DERIVED
};

message! {
    BeginsEarly { what: Bilingual, begins: PartialDate, document: u64, phase: Bilingual, on: PartialDate }
    "{what} cyklussen er dateret {begins}, men den forrige, i dokument {document}, er først {phase} {on:i}",
    "{what} the cycle is dated {begins}, but the previous one, in document {document}, was not {phase} until {on}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for early in crossing.ramps.early() {
        if early.is_in_ring {
            crossing.depends_on(early.place, early.cycle, at, cx, codes::BUN020);
            continue;
        }
        let (begins, ended) = (early.begins, early.lasts_until);
        let facts = BeginsEarly {
            what: begins.what.words(),
            begins: begins.on,
            document: crossing::number(ended.document),
            phase: ended.what.words(),
            on: ended.on,
        };
        crossing.not_met(early.place, early.cycle, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let [before, after] = added::early(bundle, tape);
    let before = PdsaCycle { next: Some(after.id), ..before };
    added::document(before, bundle, tape);
    added::document(after, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // On the day of the decision, in its month, and without a day.
    accepts(bundle_of!(
        "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "act": { "on": "2024-03-11", "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000012" } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "plan": { "on": "2024-03-11" }, "act": { "on": "2024-04-10", "decision": "adapt" } } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "plan": { "on": "2024-04" }, "act": {}, "previous": "00000000-0000-4000-8000-000000000012" } }"#,
        "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "plan": { "on": "2024-01" }, "previous": "00000000-0000-4000-8000-000000000013" } }"#,
    )),
    // Without a link, and in one document.
    accepts(bundle_of!(
        "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "act": { "on": "2024-03-11", "decision": "adapt" } } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "plan": { "on": "2024-03-01" } } }"#,
        "03": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{ "id": "00000000-0000-4000-8000-000000000013", "act": { "on": "2024-03-11", "decision": "adapt" } }, { "id": "00000000-0000-4000-8000-000000000014", "plan": { "on": "2024-03-01" }, "previous": "00000000-0000-4000-8000-000000000013" }] } }"#,
    )),
    // Linked from one side or from the other, from a list, and a day that only a later document states.
    refuses(
        bundle_of!(
            "01": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{ "id": "00000000-0000-4000-8000-000000000011", "act": { "on": "2024-03-11", "decision": "adapt" } }] } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "plan": { "on": "2024-03-10" }, "do": { "on": "2024-03-12" }, "previous": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000013" } }"#,
            "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "do": { "on": "2024-03" } } }"#,
            "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "act": { "on": "2024-05-01", "decision": "adapt" } } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/cycle",
                "planen for cyklussen er dateret 10. marts 2024, men den forrige, i dokument 1, er først besluttet 11. marts 2024",
                "the plan of the cycle is dated 10 March 2024, but the previous one, in document 1, was not decided until 11 March 2024",
            ),
            not_met(
                "/documents/2/content/cycle",
                "afprøvningen i cyklussen er dateret marts 2024, men den forrige, i dokument 4, er først besluttet 1. maj 2024",
                "the test of the cycle is dated March 2024, but the previous one, in document 4, was not decided until 1 May 2024",
            ),
        ],
    ),
    // In a ring there is no previous cycle.
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "act": { "on": "2024-03-11", "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000012" } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "plan": { "on": "2024-03-10" }, "next": "00000000-0000-4000-8000-000000000011" } }"#,
        ),
        &[not_evaluated("/documents/1/content/cycle", "BUN020")],
    ),
];
