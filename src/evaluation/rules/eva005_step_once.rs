//! No quality step is listed twice for a standard.

use crate::codes;
use crate::evaluation::EvaluatedStandard;
use crate::model::QualityStep;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::evaluation::StepRating;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA005,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations")],
    title: Bilingual::new(
        "intet trin står to gange for samme standard",
        "no step is listed twice for one standard",
    ),
    why: Bilingual::new(
        "Står et trin to gange, ved læseren ikke, hvilken vurdering der gælder.",
        "If a step is listed twice, readers do not know which rating counts.",
    ),
    remedy: Bilingual::new("Fjern det ene, eller ret trinnet.", "Remove one of them, or correct the step."),
    example: Bilingual::new(
        "Trin 2, implementering, er vurderet to gange for samme standard.",
        "Step 2, implementation, is rated twice for the same standard.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { step: Bilingual }
    "trinnet {step} står mere end én gang",
    "the step {step} is listed more than once",
}

pub(super) fn check(standard: &EvaluatedStandard, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("steps");
    let mut seen = [false; QualityStep::ALL.len()];
    for (n, one) in standard.steps.iter().enumerate() {
        let Some(seen) = seen.get_mut(usize::from(one.step.number().saturating_sub(1))) else { continue };
        if core::mem::replace(seen, true) {
            cx.not_met(&list.index(n), Again { step: one.step.label() });
        }
    }
}

/// Returns `true` if no step is listed twice.
pub(super) fn holds(standard: &EvaluatedStandard) -> bool {
    QualityStep::ALL.iter().all(|step| standard.steps.iter().filter(|one| one.step == *step).count() < 2)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EvaluatedStandard> = &[|standard, tape| {
    let StepRating { step, .. } = *tape.pick(&standard.steps);
    standard.steps.push(StepRating::new(step));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(
        r#"{ "steps": [
            { "step": "improvement" }, { "step": "monitoring" }, { "step": "implementation" }, { "step": "guidingDocuments" }
        ] }"#,
    ),
    refuses(
        r#"{ "steps": [{ "step": "implementation" }, { "step": "monitoring" }, { "step": "implementation", "rating": "notRated" }] }"#,
        &[not_met(
            "/steps/2",
            "trinnet implementering står mere end én gang",
            "the step implementation is listed more than once",
        )],
    ),
];
