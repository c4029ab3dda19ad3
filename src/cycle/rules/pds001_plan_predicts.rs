//! A plan says what is expected to happen.

use crate::codes;
use crate::cycle::Plan;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS001,
    basis: Basis::PublicPractice,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, prediction-based test of change"),
        SourceRef::new(SourceDocument::RKKP, "Tips om afprøvning af ændring"),
        SourceRef::new(SourceDocument::IHI, "Testing Changes"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
    ],
    title: Bilingual::new(
        "en plan siger, hvad der forventes at ske",
        "a plan says what is expected to happen",
    ),
    why: Bilingual::new(
        "Uden en forudsigelse er der intet at holde resultatet op imod, og prøven kan ikke vise, at man tog fejl.",
        "Without a prediction there is nothing to hold the result against, and the test cannot show anyone wrong.",
    ),
    remedy: Bilingual::new(
        "Skriv forudsigelsen i planen, før der afprøves.",
        "Write the prediction into the plan before the test.",
    ),
    example: Bilingual::new(
        "En plan for en ny velkomstsamtale, der ikke siger, hvad den ventes at føre til.",
        "A plan for a new welcome talk that does not say what is expected to come of it.",
    ),
    ..Rule::DERIVED
};

message! {
    NoPrediction {}
    "planen siger ikke, hvad der forventes at ske",
    "the plan does not say what is expected to happen",
}

pub(super) fn check(plan: &Plan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !plan.has_prediction() {
        cx.not_met(at, NoPrediction {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Plan> = &[|plan, tape| plan.prediction = tape.unsaid()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "prediction": "otte af ti kommer igen" }"#),
    refuses(
        "{}",
        &[not_met(
            "",
            "planen siger ikke, hvad der forventes at ske",
            "the plan does not say what is expected to happen",
        )],
    ),
    // A question is no prediction.
    refuses(
        r#"{ "question": "er der tid til samtalen?", "prediction": " \n", "on": "2024-02" }"#,
        &[not_met(
            "",
            "planen siger ikke, hvad der forventes at ske",
            "the plan does not say what is expected to happen",
        )],
    ),
];
