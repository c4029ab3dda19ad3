//! A known standard deviation is not negative.

use crate::codes;
use crate::figure::Decimal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::Phase;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::SER008,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, phases")],
    title: Bilingual::new(
        "en kendt standardafvigelse er ikke negativ",
        "a known standard deviation is not negative",
    ),
    why: Bilingual::new(
        "En spredning kan ikke være negativ, og den øvre og den nedre kontrolgrænse ville bytte plads.",
        "A spread cannot be negative, and the upper and lower control limits would change places.",
    ),
    remedy: Bilingual::new(
        "Ret standardafvigelsen, eller lad den beregne ud fra målingerne.",
        "Correct the standard deviation, or let it be calculated from the measurements.",
    ),
    example: Bilingual::new(
        "Standardafvigelsen er angivet til −2.",
        "The standard deviation is written as -2.",
    ),
    ..Rule::DERIVED
};

message! {
    NegativeSigma { sigma: Decimal }
    "standardafvigelsen er {sigma}, altså under nul",
    "the standard deviation is {sigma}, which is below zero",
}

pub(super) fn check(phase: &Phase, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some(sigma) = phase.sigma.filter(|sigma| sigma.is_negative()) {
        cx.not_met(&at.key("sigma"), NegativeSigma { sigma });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Phase> = &[|phase, tape| {
    let tenths = i64::try_from(tape.below(9)).unwrap_or_default().saturating_add(1);
    phase.sigma = Decimal::new(tenths.saturating_neg(), 1).ok();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "sigma": "0" }"#),
    accepts(r#"{ "centre": "-4", "sigma": "0.1" }"#),
    refuses(
        r#"{ "sigma": "-0.5" }"#,
        &[not_met(
            "/sigma",
            "standardafvigelsen er -0,5, altså under nul",
            "the standard deviation is -0.5, which is below zero",
        )],
    ),
];
