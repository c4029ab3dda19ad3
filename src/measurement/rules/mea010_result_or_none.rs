//! A measurement that says that it has no result has none.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{measurement::NoResult, rule::trial::Breaks, strategy::observed};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA010,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "measurement, observed; noResult")],
    title: Bilingual::new(
        "en måling, der angiver, at der intet resultat er, indeholder heller ikke et resultat",
        "a measurement that says that it has no result has none",
    ),
    why: Bilingual::new(
        "Målingen modsiger sig selv: det er uklart, om resultatet gælder. Skal det være skjult, må det heller ikke stå her.",
        "The measurement contradicts itself: it is unclear whether the result is valid. If it is to be suppressed, it must not be stated here.",
    ),
    remedy: Bilingual::new(
        "Slet resultatet, hvis det ikke gælder eller skal være skjult. Slet ellers angivelsen af, at der intet resultat er.",
        "Delete the result if it is not valid or is to be suppressed. Otherwise delete the statement that there is none.",
    ),
    example: Bilingual::new(
        "Der er talt 3 fald i maj, men målingen angiver også, at resultatet er skjult.",
        "Three falls were counted in May, but the measurement also says that its result is suppressed.",
    ),
    ..Rule::DERIVED
};

message! {
    BothStated { reason: Bilingual }
    "målingen har et resultat, men angiver også, at den intet har ({reason})",
    "the measurement has a result, but also says that it has none ({reason})",
}

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(_), Some(no_result)) = (&measurement.observed, &measurement.no_result) {
        cx.not_met(&at.key("noResult"), BothStated { reason: no_result.label() });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[|measurement, tape| {
    measurement.observed = Some(observed(tape));
    let below = tape.flag().then_some(5);
    measurement.no_result =
        Some(if tape.flag() { NoResult::Suppressed { below } } else { NoResult::Nothing });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 0 } } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "noResult": "none" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "count": { "count": 0 } },
            "noResult": "none"
        }"#,
        &[not_met(
            "/noResult",
            "målingen har et resultat, men angiver også, at den intet har (intet at måle på)",
            "the measurement has a result, but also says that it has none (nothing to measure)",
        )],
    ),
    // A result without any figure is still a result.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": {} },
            "noResult": { "suppressed": { "below": 5 } }
        }"#,
        &[not_met(
            "/noResult",
            "målingen har et resultat, men angiver også, at den intet har (skjult af hensyn til anonymitet)",
            "the measurement has a result, but also says that it has none (suppressed to protect anonymity)",
        )],
    ),
];
