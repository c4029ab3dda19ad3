//! A series of cycles does not run in a circle across documents.

use alloc::vec::Vec;

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Positions, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::cycle::PdsaCycle, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN020,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-180"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; cycle, previous; next")],
    title: Bilingual::new(
        "en serie af cyklusser går ikke i ring på tværs af dokumenter",
        "a series of cycles does not run in a circle across documents",
    ),
    why: Bilingual::new(
        "Dokumenterne modsiger hinanden: ingen cyklus kan komme efter en cyklus, som den selv har ført til. En ring i ét dokument vurderes i det dokument for sig.",
        "The documents contradict each other: no cycle can come after a cycle that it has led to. A circle in one document is a matter for that document.",
    ),
    remedy: Bilingual::new(
        "Fjern den henvisning, der fører tilbage til begyndelsen.",
        "Remove the link that leads back to the start.",
    ),
    example: Bilingual::new(
        "Tre cyklusser i hver sit dokument: den første fører til den anden, den anden til den tredje og den tredje til den første.",
        "Three cycles in documents of their own: the first leads to the second, the second to the third and the third to the first.",
    ),
    ..Rule::DERIVED
};

message! {
    InRing { cycles: u64, documents: Positions }
    "{cycles} cyklusser følger hinanden i ring, så serien har ingen begyndelse: dokument {documents:og}",
    "{cycles} cycles follow each other in a circle, so the series has no beginning: documents {documents:and}",
}

message! {
    InLongRing { cycles: u64, documents: Positions, more: u64 }
    "{cycles} cyklusser følger hinanden i ring, så serien har ingen begyndelse: dokument {documents} og {more:andet|andre}",
    "{cycles} cycles follow each other in a circle, so the series has no beginning: documents {documents} and {more:other|others}",
}

/// At most this many documents of a ring are named.
const NAMED: usize = 20;

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for ring in crossing.ramps.rings() {
        let cycles = text::count(ring.cycles);
        let more = text::count(ring.documents.len().saturating_sub(NAMED));
        let named: Vec<u64> = ring.documents.iter().take(NAMED).map(|n| crossing::number(*n)).collect();
        let documents = Positions(named);
        if more == 0 {
            crossing.not_met(ring.place, ring.cycle, at, cx, InRing { cycles, documents });
        } else {
            crossing.not_met(ring.place, ring.cycle, at, cx, InLongRing { cycles, documents, more });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        for (n, next) in [(1, 2), (2, 3), (3, 1)] {
            let next = Some(tape.spare_id(next));
            added::document(PdsaCycle { next, ..PdsaCycle::new(tape.spare_id(n)) }, bundle, tape);
        }
    },
    |bundle, tape| {
        for (n, previous) in [(1, 2), (2, 1)] {
            let previous = Some(tape.spare_id(previous));
            added::document(PdsaCycle { previous, ..PdsaCycle::new(tape.spare_id(n)) }, bundle, tape);
        }
    },
    |bundle, tape| {
        let [one, other] = added::early(bundle, tape);
        let [next, back] = [Some(other.id), Some(one.id)];
        added::document(PdsaCycle { next, ..one }, bundle, tape);
        added::document(PdsaCycle { next: back, ..other }, bundle, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A series, linked from one side or from both.
    accepts(bundle_of!(
        "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000011" } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "previous": "00000000-0000-4000-8000-000000000012" } }"#,
    )),
    // A ring in one document, a cycle that names itself, and a link that leads nowhere.
    accepts(bundle_of!(
        "01": r#"{ "community": { "id": "00000000-0000-4000-8000-000000000021", "cycles": [{ "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" }, { "id": "00000000-0000-4000-8000-000000000012", "next": "00000000-0000-4000-8000-000000000011" }] } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "previous": "00000000-0000-4000-8000-000000000011" } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "next": "00000000-0000-4000-8000-000000000014" } }"#,
        "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000015", "next": "00000000-0000-4000-8000-000000000099" } }"#,
    )),
    // The order of the documents does not matter. It is found at the lowest id.
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000013", "next": "00000000-0000-4000-8000-000000000011" } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012" } }"#,
            "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "next": "00000000-0000-4000-8000-000000000013" } }"#,
            "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000014", "previous": "00000000-0000-4000-8000-000000000012" } }"#,
        ),
        &[not_met(
            "/documents/1/content/cycle",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: dokument 1, 2 og 3",
            "3 cycles follow each other in a circle, so the series has no beginning: documents 1, 2 and 3",
        )],
    ),
    // Through the list of a circle, and back.
    refuses(
        bundle_of!(
            "01": r#"{ "circleProject": { "id": "00000000-0000-4000-8000-000000000021", "circles": [{ "id": "00000000-0000-4000-8000-000000000022", "cycles": [{ "id": "00000000-0000-4000-8000-000000000012", "next": "00000000-0000-4000-8000-000000000013" }, { "id": "00000000-0000-4000-8000-000000000013" }] }] } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "next": "00000000-0000-4000-8000-000000000012", "previous": "00000000-0000-4000-8000-000000000013" } }"#,
        ),
        &[not_met(
            "/documents/1/content/cycle",
            "3 cyklusser følger hinanden i ring, så serien har ingen begyndelse: dokument 1 og 2",
            "3 cycles follow each other in a circle, so the series has no beginning: documents 1 and 2",
        )],
    ),
];
