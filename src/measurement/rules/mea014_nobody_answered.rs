//! Where there was nothing to measure, nobody has answered.

use crate::codes;
use crate::measurement::{Measurement, NoResult};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA014,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, noResult; answered")],
    title: Bilingual::new(
        "er der intet at måle på, er der heller ingen svar",
        "where there was nothing to measure, nobody has answered",
    ),
    why: Bilingual::new(
        "Har nogen svaret, var der noget at måle på, og resultatet mangler. Skal det ikke vises, er det skjult og ikke intet. Er der spurgt, uden at nogen har svaret, kan det godt passe, at der intet var at måle på.",
        "If people have answered, there was something to measure, and the result is missing. If it is not to be shown, it is suppressed and not nothing. If people were asked and nobody answered, it can be right that there was nothing to measure.",
    ),
    remedy: Bilingual::new(
        "Skriv resultatet, skriv, at det er skjult, eller ret antallet af svar.",
        "State the result, say that it is suppressed, or correct the number of answers.",
    ),
    example: Bilingual::new(
        "Målingen siger, at der intet var at måle på, men 19 af 20 har svaret.",
        "The measurement says that there was nothing to measure, but 19 of 20 have answered.",
    ),
    ..Rule::DERIVED
};

message! {
    Answered { answered: u64 }
    "der er intet at måle på, men {answered} har svaret",
    "there was nothing to measure, but {answered:person has answered|people have answered}",
}

/// A measurement with a result is for MEA010.
pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if measurement.no_result == Some(NoResult::Nothing)
        && measurement.observed.is_none()
        && let Some(answered) = measurement.answered.filter(|answered| *answered > 0)
    {
        cx.not_met(&at.key("answered"), Answered { answered });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    (measurement.observed, measurement.no_result) = (None, Some(NoResult::Nothing));
    measurement.answered = Some(tape.within(1, 20));
    measurement.asked = *tape.pick(&[None, Some(20)]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Nobody answered, answers with a result, a result as well as no result, and answers whose result is suppressed.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20, "answered": 0 }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20 }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 3, "whole": 19 } },
            "asked": 20, "answered": 19
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 3 } }, "noResult": "none",
            "answered": 19
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "noResult": { "suppressed": { "below": 5 } },
            "asked": 4, "answered": 3
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "asked": 20, "answered": 19 }"#,
        &[not_met(
            "/answered",
            "der er intet at måle på, men 19 har svaret",
            "there was nothing to measure, but 19 people have answered",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none", "answered": 1 }"#,
        &[not_met(
            "/answered",
            "der er intet at måle på, men 1 har svaret",
            "there was nothing to measure, but 1 person has answered",
        )],
    ),
];
