//! A scale has at least two steps.

use crate::audit::{CaseAudit, ScaleStep};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(crate) static RULE: Rule = Rule {
    code: codes::AUD013,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "audit, scale; evaluations, scale")],
    title: Bilingual::new("en skala har mindst to trin", "a scale has at least two steps"),
    why: Bilingual::new(
        "Med et enkelt trin får alt den samme vurdering, og læseren kan ikke se, hvad der ellers kunne være svaret.",
        "With a single step everything gets the same rating, and readers cannot see what else could have been answered.",
    ),
    remedy: Bilingual::new(
        "Skriv alle trin på skalaen, det laveste først.",
        "State all steps of the scale, the lowest first.",
    ),
    example: Bilingual::new("Skalaen har kun trinnet »opfyldt«.", "The scale has one step only, “met”."),
    ..Rule::DERIVED
};

message! {
    OneStep {}
    "skalaen har kun ét trin",
    "the scale has one step only",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    one_step(&audit.scale, at, cx);
}

/// Finds a scale of one step. Without any, it is not stated.
pub(crate) fn one_step(scale: &[ScaleStep], at: &Path<'_>, cx: &mut Checker<'_>) {
    if scale.len() == 1 {
        cx.not_met(&at.key("scale"), OneStep {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, _| {
    audit.scale.truncate(1);
    let only = audit.scale.first().map(|step| step.id);
    for one in &mut audit.answers {
        (one.before, one.after) = (only, only);
    }
    for one in &mut audit.judgements {
        (one.before, one.after) = (only, only);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002", "label": "i høj grad" }]
        }"#,
        &[not_met("/scale", "skalaen har kun ét trin", "the scale has one step only")],
    ),
];
