//! A sub-goal says what the citizen is to reach, not what the staff does.

use super::wording::begins_with_support;
use crate::codes;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL015,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    requirements: &["R-055"],
    sources: &[SourceRef::new(SourceDocument::SOCIALRESPONS, "Er formuleret som mål")],
    title: Bilingual::new(
        "et delmål begynder ikke med det, personalet gør",
        "a sub-goal does not begin with what the staff do",
    ),
    why: Bilingual::new(
        "»Støtte til« og »sikre at« beskriver en indsats; målet er den tilstand, borgeren når.",
        "“Støtte til” (support for) and “sikre at” (ensure that) describe an intervention; the goal is the state that the citizen reaches.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad borgeren gør eller kan, når delmålet er nået; skriv støtten under indsatsen.",
        "Write what the citizen does or can do once the sub-goal is reached; write the support under the intervention.",
    ),
    example: Bilingual::new(
        "»Støtte til at få en bedre hverdag« siger, hvad personalet gør, og ikke, hvad borgeren når.",
        "“Støtte til at få en bedre hverdag” (support for a better everyday life) says what the staff do, and not what the citizen reaches.",
    ),
    ..Rule::DERIVED
};

message! {
    BeginsWithSupport {}
    "delmålet begynder med det, personalet gør, og ikke med det, borgeren skal nå",
    "the sub-goal begins with what the staff does, and not with what the citizen is to reach",
}

/// The words of a closed sub-goal need no longer be corrected.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let begins_so = one.text.as_ref().is_some_and(|text| begins_with_support(text.as_str()));
    if begins_so && !one.is_closed(cx.as_of()) {
        cx.not_met(&at.key("text"), BeginsWithSupport {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, tape| {
    breaks::open(one);
    one.text = Some((*tape.pick(&["Støtte til indkøb", "Sikre, at medicinen tages"])).into());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Sofie går selv til bageren to gange om ugen senest 30. september 2024",
            "intervention": "støtte til at finde vej"
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "text": "Peter har øget selvværd" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Støtte til at få en bedre hverdag", "status": "reached"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Støtte til at få en bedre hverdag"
        }"#,
        &[not_met(
            "/text",
            "delmålet begynder med det, personalet gør, og ikke med det, borgeren skal nå",
            "the sub-goal begins with what the staff does, and not with what the citizen is to reach",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Sikre at Karl tager sin medicin", "status": "open"
        }"#,
        &[not_met(
            "/text",
            "delmålet begynder med det, personalet gør, og ikke med det, borgeren skal nå",
            "the sub-goal begins with what the staff does, and not with what the citizen is to reach",
        )],
    ),
];
