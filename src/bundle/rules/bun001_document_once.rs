//! No two documents have the same id, and no two hold the same thing.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(test)]
use super::bundle_of;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN001,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "i en dokumentpakke står hvert dokument, og det, det handler om, kun én gang",
        "a bundle holds each document, and what it is about, only once",
    ),
    why: Bilingual::new(
        "Står det samme to gange, kan ingen se, hvilken udgave der gælder, og opgaver og målinger tæller dobbelt. Målinger og cyklusser inde i dokumenterne må gerne stå flere steder, når de siger det samme.",
        "If the same thing is there twice, nobody can see which version is valid, and tasks and measurements count twice. Measurements and cycles inside documents may appear in several of them, as long as they say the same.",
    ),
    remedy: Bilingual::new(
        "Behold den udgave, der gælder, eller giv de to hver sit id, hvis de er to forskellige.",
        "Keep the version that is valid, or give each its own id if they are two different things.",
    ),
    example: Bilingual::new(
        "Pakken har både udkastet til aftalen og den underskrevne aftale.",
        "The bundle has both the draft of the agreement and the signed one.",
    ),
    ..Rule::DERIVED
};

message! {
    SameDocument { document: u64 }
    "det samme dokument står to gange i pakken: som dokument {document} og her",
    "the same document is in the bundle twice: as document {document} and here",
}

message! {
    SameContent { what: Bilingual, document: u64 }
    "det samme indhold ({what}) står to gange i pakken: i dokument {document} og her",
    "the same content ({what}) is in the bundle twice: in document {document} and here",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for again in &crossing.ids.again {
        let document = crossing::number(again.first);
        match again.content {
            None => crossing.not_met(again.place, again.subject, at, cx, SameDocument { document }),
            Some(what) => {
                crossing.not_met(again.place, again.subject, at, cx, SameContent { what, document });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, _| bundle.documents.extend(bundle.documents.first().cloned()),
    |bundle, tape| {
        if let Some(first) = bundle.documents.first().cloned() {
            added::document(first.into_document().into_content(), bundle, tape);
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000f00" }"#),
    accepts(bundle_of!(
        "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012" } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012" } }"#,
            "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012" } }"#,
        ),
        &[not_met(
            "/documents/2/content/cycle",
            "det samme indhold (PDSA-cyklus) står to gange i pakken: i dokument 2 og her",
            "the same content (PDSA cycle) is in the bundle twice: in document 2 and here",
        )],
    ),
    // One finding, though the content is there twice as well.
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011" } }"#,
        ),
        &[not_met(
            "/documents/1",
            "det samme dokument står to gange i pakken: som dokument 1 og her",
            "the same document is in the bundle twice: as document 1 and here",
        )],
    ),
];
