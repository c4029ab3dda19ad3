//! What rests on measurements, cases, cycles and focus areas rests on those of its own service.

use crate::bundle::crossing::Grounds;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::{PartialDate, Period},
    crate::measurement::{Measurement, Observed},
    crate::organisation::{OrgUnit, SocialService},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN024,
    requirements: &["R-007"],
    sources: &[
        SourceRef::agreement("1"),
        SourceRef::agreement("1.1"),
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles; stateAssessment, topics; evaluations, findings, audit, recommendations; cycles, data",
        ),
    ],
    title: Bilingual::new(
        "en tilstandsvurdering, en evaluering og en PDSA-cyklus bygger på målinger, cases og afprøvninger fra tilbuddet selv og nævner dets egne indsatsområder",
        "a state assessment, an evaluation and a PDSA cycle rest on measurements, cases and tests of the service itself, and name its own focus areas",
    ),
    why: Bilingual::new(
        "Et tilbuds mål følger af en konkret vurdering af netop det tilbud. Her er grundlaget et andet tilbuds. En måling fra et andet tilbud må gerne stå ved siden af tilbuddets egen til sammenligning.",
        "The goals of a service follow from an assessment of that very service. Here the grounds are those of another one. A measurement of another service may stand beside one of its own for comparison.",
    ),
    remedy: Bilingual::new(
        "Henvis til tilbuddets egen måling, audit, cyklus eller aftale. Er et andet tilbud kun nævnt til sammenligning, så nævn det i teksten, og slet henvisningen.",
        "Refer to a measurement, an audit, a cycle or an agreement of the service itself. If another service is only mentioned for comparison, mention it in the text and delete the reference.",
    ),
    example: Bilingual::new(
        "Tilstandsvurderingen af Solgården bygger på en måling af sygefraværet på Havblik.",
        "The state assessment of Solgården rests on a measurement of the sick leave at Havblik.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOther { what: Bilingual, document: u64, whose: Bilingual }
    "{what} i dokument {document} {whose}",
    "{what} in document {document} {whose}",
}

message! {
    AllTestedElsewhere { cycles: u64 }
    "alle {cycles} PDSA-cyklusser, som anbefalingen henviser til, afprøves i andre tilbud",
    "all {cycles} PDSA cycles that the recommendation refers to are tested at other services",
}

const IS_OF_OTHER: Bilingual = Bilingual::new("er af et andet tilbud", "is of another service");

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.rests.of_others(crossing) {
        let document = crossing::number(one.document);
        let (what, whose) = match one.grounds {
            Grounds::Measurement => (Bilingual::new("målingen", "the measurement"), IS_OF_OTHER),
            Grounds::Area => (
                Bilingual::new("indsatsområdet", "the focus area"),
                Bilingual::new("står i et andet tilbuds aftale", "is in the agreement of another service"),
            ),
            Grounds::Cases => (
                Bilingual::new("auditten", "the audit"),
                Bilingual::new("har ingen cases fra dette tilbud", "has no cases of this service"),
            ),
            Grounds::Cycles(1) => (
                Bilingual::new("PDSA-cyklussen", "the PDSA cycle"),
                Bilingual::new("afprøves i et andet tilbud", "is tested at another service"),
            ),
            Grounds::Cycles(cycles) => {
                crossing.not_met(one.place, one.subject, at, cx, AllTestedElsewhere { cycles });
                continue;
            }
        };
        crossing.not_met(one.place, one.subject, at, cx, OfOther { what, document, whose });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        let figure = added::figure(tape.spare_id(2), tape);
        let indicator = figure.indicator.as_ref().map(|indicator| indicator.id);
        // The community brings in the service.
        added::community(figure, bundle, tape);
        let measurement = Measurement {
            indicator,
            reporting_unit: Some(OrgUnit::from(tape.spare_id::<SocialService>(1))),
            period: Period::year(2021),
            observed: Some(Observed::of_count(3)),
            ..Measurement::new(tape.spare_id(5))
        };
        let mut assessment =
            added::assessment(tape.spare_id(6), tape.spare_id(7), PartialDate::of_year(2022), true);
        let data = assessment.topics.iter_mut().flat_map(|topic| &mut topic.data);
        data.for_each(|data| data.measurements = [measurement.id].into());
        added::document(assessment, bundle, tape);
        added::document(measurement, bundle, tape);
    },
    |bundle, tape| {
        let mut area = None;
        added::each_agreement(bundle, |agreement| {
            area = area.or(agreement.focus_areas.first().map(|area| area.id));
        });
        let mut assessment =
            added::assessment(tape.spare_id(6), tape.spare_id(7), PartialDate::of_year(2022), true);
        assessment.topics.iter_mut().for_each(|topic| topic.focus_area = area);
        added::document(assessment, bundle, tape);
    },
];

/// Two services, with a department each.
#[cfg(test)]
macro_rules! organisation {
    () => {
        r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000090",
            "services": [
                { "id": "00000000-0000-4000-8000-000000000091", "departments": [{ "id": "00000000-0000-4000-8000-000000000093" }] },
                { "id": "00000000-0000-4000-8000-000000000092", "departments": [{ "id": "00000000-0000-4000-8000-000000000094" }] }
            ]
        } }"#
    };
}

/// What service 91 rests on.
#[cfg(test)]
macro_rules! grounds {
    () => {
        r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000031", "kind": "monitoring",
            "service": { "id": "00000000-0000-4000-8000-000000000091" },
            "standards": [{
                "audit": "00000000-0000-4000-8000-000000000041",
                "findings": [{
                    "id": "00000000-0000-4000-8000-000000000032",
                    "measurements": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000022"]
                }],
                "recommendations": [{
                    "id": "00000000-0000-4000-8000-000000000033",
                    "cycles": ["00000000-0000-4000-8000-000000000051", "00000000-0000-4000-8000-000000000052"]
                }]
            }]
        } }"#
    };
}

#[cfg(test)]
macro_rules! measurements {
    ($unit:literal, $other:literal) => {
        concat!(
            r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000020", "direction": "atMost", "reportingUnit": "#,
            $unit,
            r#", "measurements": [
                { "id": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000022", "reportingUnit": "#,
            $other,
            " }] } }"
        )
    };
}

#[cfg(test)]
macro_rules! audit {
    ($department:literal) => {
        concat!(
            r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000041", "cases": [
                { "id": "00000000-0000-4000-8000-000000000042", "department": "00000000-0000-4000-8000-000000000094" },
                { "id": "00000000-0000-4000-8000-000000000043", "department": "00000000-0000-4000-8000-0000000000"#,
            $department,
            r#"" }, { "id": "00000000-0000-4000-8000-000000000044" }] } }"#
        )
    };
}

#[cfg(test)]
macro_rules! cycle {
    ($id:literal, $service:literal) => {
        concat!(
            r#"{ "cycle": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "service": "00000000-0000-4000-8000-0000000000"#,
            $service,
            r#"", "do": { "data": ["00000000-0000-4000-8000-000000000021"] } } }"#
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Of a department of the service, and of the operator; one of the cases and one of the cycles.
    accepts(bundle_of!(
        "01": organisation!(),
        "02": measurements!(
            r#"{ "department": { "id": "00000000-0000-4000-8000-000000000093" } }"#,
            r#"{ "operator": { "id": "00000000-0000-4000-8000-000000000090" } }"#
        ),
        "03": audit!("93"),
        "04": cycle!("51", "91"),
        "05": cycle!("52", "91"),
        "06": grounds!(),
    )),
    // Nothing is known of them.
    accepts(bundle_of!("01": grounds!())),
    // Beside one of its own, in the same topic, standard or test, or beside data that can be its own.
    accepts(bundle_of!(
        "01": measurements!(
            r#"{ "service": { "id": "00000000-0000-4000-8000-000000000091" } }"#,
            r#"{ "service": { "id": "00000000-0000-4000-8000-000000000092" } }"#
        ),
        "02": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000091" },
            "topics": [
                { "data": [
                    { "measurements": ["00000000-0000-4000-8000-000000000021"] },
                    { "measurements": ["00000000-0000-4000-8000-000000000022"] }
                ] },
                { "data": [{ "measurements": ["00000000-0000-4000-8000-000000000022"] }, { "source": "egne optegnelser" }] },
                { "data": [
                    { "measurements": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000029"] }
                ] }
            ]
        } }"#,
        "03": r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000031", "kind": "selfEvaluation",
            "service": { "id": "00000000-0000-4000-8000-000000000091" },
            "standards": [{ "findings": [
                { "id": "00000000-0000-4000-8000-000000000032", "measurements": ["00000000-0000-4000-8000-000000000022"] },
                { "id": "00000000-0000-4000-8000-000000000033", "measurements": ["00000000-0000-4000-8000-000000000021"] }
            ] }]
        } }"#,
        "04": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000051", "service": "00000000-0000-4000-8000-000000000091",
            "do": { "data": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000022"] }
        } }"#,
    )),
    // In another topic or another standard it stands alone, and so it does in a test.
    refuses(
        bundle_of!(
            "01": measurements!(
                r#"{ "service": { "id": "00000000-0000-4000-8000-000000000091" } }"#,
                r#"{ "service": { "id": "00000000-0000-4000-8000-000000000092" } }"#
            ),
            "02": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "topics": [
                    { "data": [{ "measurements": ["00000000-0000-4000-8000-000000000021"] }] },
                    { "data": [{ "measurements": ["00000000-0000-4000-8000-000000000022"] }] }
                ]
            } }"#,
            "03": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000031", "kind": "selfEvaluation",
                "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "standards": [
                    { "findings": [{
                        "id": "00000000-0000-4000-8000-000000000032", "measurements": ["00000000-0000-4000-8000-000000000022"]
                    }] },
                    { "findings": [{
                        "id": "00000000-0000-4000-8000-000000000033", "measurements": ["00000000-0000-4000-8000-000000000021"]
                    }] }
                ]
            } }"#,
            "04": cycle!("51", "92"),
        ),
        &[
            not_met(
                "/documents/1/content/stateAssessment/topics/1/data/0/measurements/0",
                "målingen i dokument 1 er af et andet tilbud",
                "the measurement in document 1 is of another service",
            ),
            not_met(
                "/documents/2/content/evaluation/standards/0/findings/0/measurements/0",
                "målingen i dokument 1 er af et andet tilbud",
                "the measurement in document 1 is of another service",
            ),
            not_met(
                "/documents/3/content/cycle/do/data/0",
                "målingen i dokument 1 er af et andet tilbud",
                "the measurement in document 1 is of another service",
            ),
        ],
    ),
    refuses(
        bundle_of!(
            "01": grounds!(),
            "02": measurements!(
                r#"{ "service": { "id": "00000000-0000-4000-8000-000000000092" } }"#,
                r#"{ "department": { "id": "00000000-0000-4000-8000-000000000094" } }"#
            ),
            "03": audit!("94"),
            "04": cycle!("51", "92"),
            "05": cycle!("52", "92"),
            "06": organisation!(),
        ),
        &[
            not_met(
                "/documents/0/content/evaluation/standards/0/audit",
                "auditten i dokument 3 har ingen cases fra dette tilbud",
                "the audit in document 3 has no cases of this service",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/0/findings/0/measurements/0",
                "målingen i dokument 2 er af et andet tilbud",
                "the measurement in document 2 is of another service",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/0/findings/0/measurements/1",
                "målingen i dokument 2 er af et andet tilbud",
                "the measurement in document 2 is of another service",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/0/recommendations/0/cycles",
                "alle 2 PDSA-cyklusser, som anbefalingen henviser til, afprøves i andre tilbud",
                "all 2 PDSA cycles that the recommendation refers to are tested at other services",
            ),
        ],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000031", "kind": "selfEvaluation",
                "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "standards": [{ "recommendations": [{
                    "id": "00000000-0000-4000-8000-000000000033", "cycles": ["00000000-0000-4000-8000-000000000051"]
                }] }]
            } }"#,
            "02": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000051", "service": "00000000-0000-4000-8000-000000000092"
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/evaluation/standards/0/recommendations/0/cycles",
            "PDSA-cyklussen i dokument 2 afprøves i et andet tilbud",
            "the PDSA cycle in document 2 is tested at another service",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "topics": [
                    { "focusArea": "00000000-0000-4000-8000-000000000061" },
                    {
                        "focusArea": "00000000-0000-4000-8000-000000000062",
                        "data": [{ "measurements": ["00000000-0000-4000-8000-000000000021"] }]
                    }
                ]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000060",
                "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000061" }]
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000069",
                "service": { "id": "00000000-0000-4000-8000-000000000092" },
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000062" }]
            } }"#,
            "04": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "reportingUnit": { "service": { "id": "00000000-0000-4000-8000-000000000092" } }
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/stateAssessment/topics/1/focusArea",
                "indsatsområdet i dokument 3 står i et andet tilbuds aftale",
                "the focus area in document 3 is in the agreement of another service",
            ),
            not_met(
                "/documents/0/content/stateAssessment/topics/1/data/0/measurements/0",
                "målingen i dokument 4 er af et andet tilbud",
                "the measurement in document 4 is of another service",
            ),
        ],
    ),
    // Without a department, the service of the citizen counts.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000031", "kind": "monitoring",
                "service": { "id": "00000000-0000-4000-8000-000000000091" },
                "standards": [
                    { "audit": "00000000-0000-4000-8000-000000000041" }, { "audit": "00000000-0000-4000-8000-000000000045" },
                    { "audit": "00000000-0000-4000-8000-000000000047" }
                ]
            } }"#,
            "02": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000041", "cases": [
                { "id": "00000000-0000-4000-8000-000000000042", "citizen": "00000000-0000-4000-8000-000000000081" },
                { "id": "00000000-0000-4000-8000-000000000043", "citizen": "00000000-0000-4000-8000-000000000082" }
            ] } }"#,
            "03": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000045", "cases": [
                { "id": "00000000-0000-4000-8000-000000000044", "citizen": "00000000-0000-4000-8000-000000000083" }
            ] } }"#,
            "04": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000047" } }"#,
            "05": r#"{ "caseload": {
                "id": "00000000-0000-4000-8000-000000000051",
                "service": { "id": "00000000-0000-4000-8000-000000000092" },
                "citizens": [{ "id": "00000000-0000-4000-8000-000000000081" }]
            } }"#,
            "06": r#"{ "citizen": {
                "id": "00000000-0000-4000-8000-000000000082", "service": "00000000-0000-4000-8000-000000000092"
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/evaluation/standards/0/audit",
            "auditten i dokument 2 har ingen cases fra dette tilbud",
            "the audit in document 2 has no cases of this service",
        )],
    ),
];
