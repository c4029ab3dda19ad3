//! Terms of reference that an agreement refers to can be found.

use crate::body::Body;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::body::TermsOfReference, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR054,
    severity: Severity::Information,
    sources: &[SourceRef::agreement("1.8.2"), SourceRef::agreement("1.11.2")],
    title: Bilingual::new(
        "henviser aftalen til en gruppes kommissorium, fremgår det hvilket",
        "if the agreement refers to the terms of reference of a body, it is stated which they are",
    ),
    why: Bilingual::new(
        "Et kommissorium kan blive ændret; uden titel eller dato er det uklart, hvilke opgaver gruppen har.",
        "Terms of reference can change; without a title or a date it is unclear which tasks the body has.",
    ),
    remedy: Bilingual::new(
        "Skriv kommissoriets titel eller dato.",
        "State the title or the date of the terms of reference.",
    ),
    example: Bilingual::new(
        "1.8.2: netværket »arbejder i øvrigt i henhold til kommissorium«; det fremgår ikke, hvilket kommissorium der er tale om.",
        "1.8.2: the network “otherwise works according to its terms of reference”; which they are is not stated.",
    ),
    ..Rule::DERIVED
};

message! {
    TermsUnknown {}
    "aftalen henviser til gruppens kommissorium, men hverken titel eller dato fremgår",
    "the agreement refers to the terms of reference of the body, and states neither their title nor their date",
}

pub(super) fn check(body: &Body, at: &Path<'_>, cx: &mut Checker<'_>) {
    if body.terms.as_ref().is_some_and(|terms| !is_stated(terms.title.as_ref()) && terms.on.is_none()) {
        cx.not_met(&at.key("terms"), TermsUnknown {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Body> =
    &[|body, tape| body.terms = Some(TermsOfReference { title: tape.unsaid(), on: None })];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "network" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "network", "terms": { "on": "2023" } }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "network", "terms": { "title": "Kommissorium 2023" } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "network", "terms": { "title": " " } }"#,
        &[not_met(
            "/terms",
            "aftalen henviser til gruppens kommissorium, men hverken titel eller dato fremgår",
            "the agreement refers to the terms of reference of the body, and states neither their title nor their date",
        )],
    ),
];
