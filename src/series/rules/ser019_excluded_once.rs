//! A measurement is excluded once.

use crate::codes;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::sorted::each_repeat;
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, series::Exclusion, strategy::on_known_level};

pub(super) static RULE: Rule = Rule {
    code: codes::SER019,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, exclusions")],
    title: Bilingual::new("en måling er udeladt én gang", "a measurement is excluded once"),
    why: Bilingual::new(
        "Står den to gange, kan den have to begrundelser, og ingen kan se, hvilken der gælder. Ellers er det en anden måling, der skulle være udeladt, og den tæller stadig med.",
        "If it is listed twice, it may have two reasons, and it is unclear which of them applies. Or another measurement was meant, and that one still counts.",
    ),
    remedy: Bilingual::new(
        "Saml begrundelserne ét sted, eller ret, hvilken måling der er udeladt.",
        "Put the reasons into one entry, or correct which measurement is excluded.",
    ),
    example: Bilingual::new(
        "Målingen for juli er udeladt på grund af flytning og længere nede på grund af ferie.",
        "The July measurement is excluded because of a move, and further down because of the holidays.",
    ),
    ..Rule::DERIVED
};

message! {
    ExcludedAgain { measurement: Subject, first: u64, again: u64 }
    "målingen er udeladt både som nummer {first} og som nummer {again} på listen",
    "the measurement is excluded both as number {first} and as number {again} of the list",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("exclusions");
    each_repeat(
        &series.exclusions,
        |one| Some(one.measurement.uuid()),
        |one, n, first| {
            let (measurement, first, again) = (one.measurement.subject(), ordinal(first), ordinal(n));
            cx.not_met(&list.index(n).key("measurement"), ExcludedAgain { measurement, first, again });
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    // The level is known, so it may rest on few measurements.
    *series = on_known_level(tape);
    series.exclusions.clear();
    let Some(measurement) = series.measurements.first().map(|one| one.id) else { return };
    for _ in 0..2 {
        series.exclusions.push(Exclusion { reason: Some(tape.said()), ..Exclusion::new(measurement) });
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "exclusions": [
                { "measurement": "00000000-0000-4000-8000-000000000011" },
                { "measurement": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "exclusions": [
                { "measurement": "00000000-0000-4000-8000-000000000011", "reason": "flytning" },
                { "measurement": "00000000-0000-4000-8000-000000000012" },
                { "measurement": "00000000-0000-4000-8000-000000000011", "reason": "ferie" },
                { "measurement": "00000000-0000-4000-8000-000000000011" }
            ]
        }"#,
        &[
            not_met(
                "/exclusions/2/measurement",
                "målingen er udeladt både som nummer 1 og som nummer 3 på listen",
                "the measurement is excluded both as number 1 and as number 3 of the list",
            ),
            not_met(
                "/exclusions/3/measurement",
                "målingen er udeladt både som nummer 1 og som nummer 4 på listen",
                "the measurement is excluded both as number 1 and as number 4 of the list",
            ),
        ],
    ),
];
