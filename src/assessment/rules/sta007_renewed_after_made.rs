//! A state assessment is not to be renewed before it was made.

use crate::assessment::StateAssessment;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA007,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment")],
    title: Bilingual::new(
        "datoen for at forny en tilstandsvurdering ligger ikke før den dag, den er foretaget",
        "the date for renewing a state assessment is not before the day on which it was made",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og det er uklart, hvor længe vurderingen gælder.",
        "The document contradicts itself, and it is unclear how long the assessment is valid.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "En vurdering fra foråret 2023, der skal fornyes senest i 2022.",
        "An assessment from the spring of 2023 that is to be renewed by 2022.",
    ),
    ..Rule::DERIVED
};

message! {
    RenewedBefore { renew_by: PartialDate, on: PartialDate }
    "vurderingen skal fornyes senest {renew_by}, men er først foretaget {on:i}",
    "the assessment is to be renewed by {renew_by}, but was made only later ({on})",
}

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(renew_by), Some(on)) = (assessment.renew_by, assessment.on)
        && renew_by.ends_before(on)
    {
        cx.not_met(&at.key("renewBy"), RenewedBefore { renew_by, on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, tape| {
    assessment.on = PartialDate::of_year(2023);
    assessment.renew_by = PartialDate::of_year(*tape.pick(&[2022, 2014]));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "renewBy": "2022" }"#),
    // In the year in which it was made.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-06-30", "renewBy": "2023" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "on": "2023-H1", "renewBy": "2022-12-31" }"#,
        &[not_met(
            "/renewBy",
            "vurderingen skal fornyes senest 31. december 2022, men er først foretaget i 1. halvår 2023",
            "the assessment is to be renewed by 31 December 2022, but was made only later (the first half of 2023)",
        )],
    ),
];
