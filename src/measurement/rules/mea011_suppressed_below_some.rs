//! A result is suppressed below a number that is above zero.

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
    code: codes::MEA011,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, noResult")],
    title: Bilingual::new(
        "den grænse, som et resultat er skjult under, er større end nul",
        "the limit below which a result is suppressed is above zero",
    ),
    why: Bilingual::new(
        "Intet antal er under nul, så der er intet resultat, der kunne være skjult.",
        "No number of people is below zero, so there is no result that could be suppressed.",
    ),
    remedy: Bilingual::new(
        "Angiv det mindste antal, der vises, fx 5, eller angiv resultatet.",
        "State the smallest number that is shown, such as 5, or state the result.",
    ),
    example: Bilingual::new("Resultatet er skjult: »<0«.", "The result is suppressed: “<0”."),
    ..Rule::DERIVED
};

message! {
    BelowZero {}
    "resultatet er skjult, fordi det er under 0, og det kan intet antal være",
    "the result is suppressed for being below 0, which no number of people can be",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if measurement.no_result == Some(NoResult::Suppressed { below: Some(0) }) {
        cx.not_met(&at.key("noResult").key("suppressed").key("below"), BelowZero {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, _| {
    measurement.observed = None;
    measurement.no_result = Some(NoResult::Suppressed { below: Some(0) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": { "suppressed": {} } }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": { "suppressed": { "below": 1 } } }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": { "suppressed": { "below": 0 } } }"#,
        &[not_met(
            "/noResult/suppressed/below",
            "resultatet er skjult, fordi det er under 0, og det kan intet antal være",
            "the result is suppressed for being below 0, which no number of people can be",
        )],
    ),
];
