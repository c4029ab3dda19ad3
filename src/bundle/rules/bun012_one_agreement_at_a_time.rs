//! A service has one agreement at a time.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::agreement::DevelopmentAgreement, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN012,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad"), SourceRef::agreement("3")],
    title: Bilingual::new(
        "et tilbud har én drifts- og udviklingsaftale ad gangen om de samme områder",
        "a service has one development agreement at a time about the same areas",
    ),
    why: Bilingual::new(
        "En aftale gælder for ét tilbud og én periode. Er der to for samme tid, kan ingen se, hvilken der binder. En tillægsaftale om andre områder er ikke en anden aftale i den forstand.",
        "An agreement is for one service and one period. If two cover the same period, nobody can see which binds. A supplement about other areas is not a second agreement in this sense.",
    ),
    remedy: Bilingual::new(
        "Tag den aftale ud, der ikke gælder, fx den ældste af to udgaver, eller ret året eller perioden.",
        "Remove the agreement that is not valid, such as the older of two versions, or correct the year or the period.",
    ),
    example: Bilingual::new(
        "Pakken har to aftaler for Solgården for 2024.",
        "The bundle has two agreements of Solgården for 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    SameTime { document: u64 }
    "dokument {document} er en anden aftale for samme tilbud og tid",
    "document {document} is another agreement for the same service and period",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.carried.at_one_time() {
        crossing.not_met(one.place, one.service, at, cx, SameTime { document: crossing::number(one.first) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let mut other = None;
    added::each_agreement(bundle, |agreement| {
        other = Some(DevelopmentAgreement {
            service: agreement.service.clone(),
            year: agreement.year,
            parties: agreement.parties.clone(),
            ..DevelopmentAgreement::new(tape.spare_id(5))
        });
    });
    if let Some(other) = other {
        added::document(other, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // One after the other, of two services, or without a year.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" },
            "year": 2024
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000021" },
            "period": { "start": "2025-01-01", "end": "2025-12-31" }
        } }"#,
        "03": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000013", "service": { "id": "00000000-0000-4000-8000-000000000022" },
            "year": 2024
        } }"#,
        "04": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000014", "service": { "id": "00000000-0000-4000-8000-000000000021" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "year": 2024
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "period": { "start": "2024-12-31", "end": "2025-12-31" }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement",
            "dokument 1 er en anden aftale for samme tilbud og tid",
            "document 1 is another agreement for the same service and period",
        )],
    ),
    // What is agreed in addition, about another area.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" },
            "year": 2024,
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000031", "number": "1.1", "title": "Natur" }]
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000021" },
            "period": { "start": "2024-07-01", "end": "2024-12-31" },
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000032", "number": "1.2", "title": "Støj" }]
        } }"#,
    )),
    // About an area of the same number or title; and one that does not say what it is about.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "year": 2024,
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000031", "number": "1.1", "title": "Natur" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000012", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "period": { "start": "2024-07-01", "end": "2024-12-31" },
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000032", "number": "1.1", "title": "Støj" }]
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000013", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "period": { "start": "2024-01-01", "end": "2024-06-30" },
                "focusAreas": [
                    { "id": "00000000-0000-4000-8000-000000000033", "number": "1.2", "title": "Dyr" },
                    { "id": "00000000-0000-4000-8000-000000000034", "number": "1.3", "title": "natur" }
                ]
            } }"#,
            "04": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000014", "service": { "id": "00000000-0000-4000-8000-000000000021" },
                "year": 2024,
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000035" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/agreement",
                "dokument 1 er en anden aftale for samme tilbud og tid",
                "document 1 is another agreement for the same service and period",
            ),
            not_met(
                "/documents/2/content/agreement",
                "dokument 1 er en anden aftale for samme tilbud og tid",
                "document 1 is another agreement for the same service and period",
            ),
            not_met(
                "/documents/3/content/agreement",
                "dokument 1 er en anden aftale for samme tilbud og tid",
                "document 1 is another agreement for the same service and period",
            ),
        ],
    ),
];
