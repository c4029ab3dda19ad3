//! A measurement states every part that is needed to compare it with a target figure.

use crate::codes;
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA006,
    requirements: &["R-031", "R-173"],
    sources: &[SourceRef::agreement("1.5.3"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "en måling har indikator, indberettende enhed, periode og resultat",
        "a measurement has an indicator, a reporting unit, a period and a result",
    ),
    why: Bilingual::new(
        "Mangler en af delene, kan målingen ikke holdes op mod et måltal.",
        "If a part is missing, the measurement cannot be compared with a target figure.",
    ),
    remedy: Bilingual::new(
        "Tilføj de dele, der ikke er oplyst. Gav målingen intet resultat, eller er resultatet skjult, så skriv det i målingen.",
        "Add the parts that are not stated. If the measurement gave no result, or the result is suppressed, let the measurement say so.",
    ),
    example: Bilingual::new(
        "Tre af fire nyansatte oplever, at onboardingforløbet har styrket deres forudsætninger – men det fremgår ikke, hvornår og på hvilket tilbud: kan ikke vurderes.",
        "Three of four new members of staff feel that the onboarding strengthened their ability to do the work – but it is not stated when or at which service: cannot be assessed.",
    ),
    ..Rule::DERIVED
};

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    cx.all_stated(at, measurement.parts());
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, _| measurement.indicator = None,
    |measurement, _| measurement.reporting_unit = None,
    |measurement, _| measurement.period = None,
    |measurement, _| (measurement.observed, measurement.no_result) = (None, None),
];

#[cfg(test)]
const MEASUREMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "indicator": "00000000-0000-4000-8000-000000000015",
    "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000002" } },
    "period": { "start": "2024-01-01", "end": "2024-12-31" }, "noResult": "none"
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts_with(MEASUREMENT, r#"{ "/noResult": null, "/observed": { "count": { "count": 0 } } }"#),
    // The absence of a result is stated.
    accepts(MEASUREMENT),
    accepts_with(MEASUREMENT, r#"{ "/noResult": { "suppressed": {} } }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indikator, indberettende enhed, periode, måleresultat",
            "cannot be assessed; missing: indicator, reporting unit, period, result",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "indicator": "00000000-0000-4000-8000-000000000015",
            "observed": { "share": { "part": 3, "whole": 4 } }, "extractedAt": "2025-01-08"
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: indberettende enhed, periode",
            "cannot be assessed; missing: reporting unit, period",
        )],
    ),
];
