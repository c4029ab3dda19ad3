//! An indicator moves in one direction in all documents.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::figure::Direction;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::rule::trial::Breaks, crate::series::MeasurementSeries};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN013,
    basis: Basis::Form,
    requirements: &["R-173"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids; direction"),
        SourceRef::agreement("1.3.1"),
    ],
    title: Bilingual::new(
        "standardsæt, måleserie og måltal er enige om, hvilken vej en indikator skal gå",
        "the standard set, the series and the target figure agree on which way an indicator is to move",
    ),
    why: Bilingual::new(
        "Peger de hver sin vej, tæller den samme udvikling som en forbedring ét sted og som et tilbageskridt et andet.",
        "If they point in different directions, the same change counts as an improvement in one place and as a setback in the other.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilken vej der er bedst, og ret det dokument, der er forkert.",
        "Find out which way is better, and correct the document that is wrong.",
    ),
    example: Bilingual::new(
        "Måltallet er højst 5,5 % sygefravær; måleserien siger, at mere er bedre.",
        "The target is at most 5.5% sick leave; the series says that more is better.",
    ),
    ..Rule::DERIVED
};

message! {
    Turned { what: Bilingual, direction: Bilingual, document: u64 }
    "efter {what} er {direction} bedst, men dokument {document} siger det modsatte om samme indikator",
    "according to {what}, {direction} is better, but document {document} says the opposite about the same indicator",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.directions.again {
        let direction = match clash.direction {
            Direction::AtLeast => Bilingual::new("et højere tal", "a higher figure"),
            Direction::AtMost => Bilingual::new("et lavere tal", "a lower figure"),
        };
        let (what, document) = (clash.what, crossing::number(clash.first));
        crossing.not_met(clash.place, clash.subject, at, cx, Turned { what, direction, document });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let figure = added::figure(tape.spare_id(2), tape);
    let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
    let series = MeasurementSeries::new(tape.spare_id(4), Direction::AtLeast);
    added::community(figure, bundle, tape);
    added::document(MeasurementSeries { indicator, ..series }, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Two figures are compared by another rule, and what is not stated says nothing.
    accepts(bundle_of!(
        "01": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
            "direction": "atMost"
        } }"#,
        "02": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
            "direction": "atLeast"
        } }"#,
        "03": r#"{ "targetFigure": {
            "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000022" }
        } }"#,
        "04": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000014", "indicator": "00000000-0000-4000-8000-000000000022",
            "direction": "atLeast"
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000011", "indicator": "00000000-0000-4000-8000-000000000021",
                "direction": "atLeast"
            } }"#,
            "02": r#"{ "targetFigure": {
                "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" },
                "direction": "atMost"
            } }"#,
            "03": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000013", "indicator": "00000000-0000-4000-8000-000000000021",
                "direction": "atLeast"
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/targetFigure/direction",
                "efter måltallet er et lavere tal bedst, men dokument 1 siger det modsatte om samme indikator",
                "according to the target figure, a lower figure is better, but document 1 says the opposite about the same indicator",
            ),
            not_met(
                "/documents/2/content/series/direction",
                "efter måleserien er et højere tal bedst, men dokument 2 siger det modsatte om samme indikator",
                "according to the series, a higher figure is better, but document 2 says the opposite about the same indicator",
            ),
        ],
    ),
];
