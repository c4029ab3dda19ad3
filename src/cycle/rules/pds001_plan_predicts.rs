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
        SourceRef::new(SourceDocument::PDSA_FORM, "Planlæg afprøvning: Forventet udfald"),
        SourceRef::new(SourceDocument::CENTER_FOR_KVALITET, "PDSA cirklen: Plan"),
        SourceRef::new(SourceDocument::DEFACTUM_PDSA, "hypotese"),
        SourceRef::new(SourceDocument::RKKP, "Tips om afprøvning af ændring"),
    ],
    title: Bilingual::new(
        "en plan siger, hvad der forventes at ske",
        "a plan says what is expected to happen",
    ),
    why: Bilingual::new(
        "Uden en forudsigelse er der intet at holde resultatet op imod, og afprøvningen kan ikke vise, at man tog fejl.",
        "Without a prediction there is nothing to compare the result with, and the test cannot show that anyone was wrong.",
    ),
    remedy: Bilingual::new(
        "Skriv i planen, hvad der forventes at ske, før der afprøves. Er der allerede afprøvet, så skriv forudsigelsen i planen for den næste cyklus.",
        "State in the plan what is expected to happen, before the test. If the test has been carried out, write the prediction into the plan of the next cycle.",
    ),
    example: Bilingual::new(
        "En plan for en ny velkomstsamtale, der ikke siger, hvad samtalen forventes at føre til.",
        "A plan for a new welcome talk that does not say what the talk is expected to lead to.",
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
