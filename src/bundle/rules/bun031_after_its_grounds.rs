//! An evaluation and an assessment come after what they rest on, and a recommendation is tested before it is carried out.

use chrono::NaiveDate;

use crate::bundle::crossing::Later;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
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
    crate::agreement::ServiceRef,
    crate::evaluation::{
        EvaluatedStandard, Evaluation, EvaluationKind, Recommendation, RecommendationOutcome,
    },
    crate::model::{NINE_STANDARDS, QualityStep},
    crate::rule::trial::Breaks,
    crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN031,
    requirements: &["R-062"],
    sources: &[
        SourceRef::agreement("1.11.1"),
        SourceRef::new(SourceDocument::MONITORING_GUIDE, "metode for hver standard"),
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "bundles; evaluations, audit, findings, recommendations; stateAssessment, data",
        ),
    ],
    title: Bilingual::new(
        "en evaluering og en tilstandsvurdering er ikke ældre end det, de bygger på, og en anbefaling gennemføres ikke, før den er afprøvet",
        "an evaluation and a state assessment are not older than what they rest on, and a recommendation is not carried out before it has been tested",
    ),
    why: Bilingual::new(
        "Ingen kan vurdere en standard efter en audit, der endnu ikke er holdt, eller ud fra tal, der endnu ikke findes. Arbejdsgange ændres på baggrund af en systematisk afprøvning, ikke før den; et retningsgivende dokument kan godt revideres først og afprøves bagefter.",
        "Nobody can rate a standard by an audit that has not been held yet, or by figures that do not exist yet. Workflows are changed on the basis of a systematic test, not before it; a guiding document can be revised first and tried out afterwards.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller henvis til den audit, måling eller cyklus, der gik forud.",
        "Correct the date that is wrong, or refer to the audit, measurement or cycle that came before.",
    ),
    example: Bilingual::new(
        "Overvågningen er fra 12. juni 2025, men den audit, som den bygger på, blev først holdt 20. september.",
        "The monitoring is dated 12 June 2025, but the audit that it rests on was not held until 20 September.",
    ),
    ..Rule::DERIVED
};

message! {
    AuditLater { on: PartialDate, document: u64, held_on: PartialDate }
    "evalueringen er fra {on}, men auditten i dokument {document} er først afholdt {held_on:i}",
    "the evaluation is dated {on}, but the audit in document {document} was not held until {held_on}",
}

message! {
    MeasuredLater { what: Bilingual, on: PartialDate, document: u64, start: NaiveDate }
    "{what} er fra {on}, men målingen i dokument {document} begynder først {start}",
    "{what} is dated {on}, but the measurement in document {document} does not begin until {start}",
}

message! {
    TestedLater { on: PartialDate, document: u64, phase: Bilingual, until: PartialDate }
    "anbefalingen er gennemført {on:i}, men den PDSA-cyklus, der afprøver den (dokument {document}), {phase} {until:i}",
    "the recommendation was carried out {on:on|in}, but the PDSA cycle that tests it (document {document}) {phase} until {until}",
}

message! {
    AllTestedLater { on: PartialDate, cycles: u64, document: u64, phase: Bilingual, until: PartialDate }
    "anbefalingen er gennemført {on:i}, men den første af de {cycles} PDSA-cyklusser, der afprøver den (dokument {document}), {phase} {until:i}",
    "the recommendation was carried out {on:on|in}, but the first of the {cycles} PDSA cycles that test it (document {document}) {phase} until {until}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for one in crossing.rests.too_early(crossing) {
        let (on, document) = (one.on, crossing::number(one.document));
        match one.later {
            Later::Audit { held_on } => {
                crossing.not_met(one.place, one.subject, at, cx, AuditLater { on, document, held_on });
            }
            Later::Measurement { what, start } => {
                crossing.not_met(one.place, one.subject, at, cx, MeasuredLater { what, on, document, start });
            }
            Later::Test { cycles: 1, phase, until } => {
                crossing.not_met(one.place, one.subject, at, cx, TestedLater { on, document, phase, until });
            }
            Later::Test { cycles, phase, until } => {
                let facts = AllTestedLater { on, cycles, document, phase, until };
                crossing.not_met(one.place, one.subject, at, cx, facts);
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let [cycle, _] = added::early(bundle, tape);
    let Some(standard) = NINE_STANDARDS.standards.first() else { return };
    let recommendation = Recommendation {
        text: Some(tape.said()),
        leads_to: Some(QualityStep::Improvement),
        outcome: Some(RecommendationOutcome::CarriedOut { on: PartialDate::of_year(2022) }),
        cycles: [cycle.id].into(),
        ..Recommendation::new(tape.spare_id(7))
    };
    let rated = EvaluatedStandard {
        standard: Some(standard.id),
        number: standard.number,
        recommendations: [recommendation].into(),
        ..EvaluatedStandard::default()
    };
    let service = ServiceRef { name: Some(Text::from("Solgården")), ..ServiceRef::new(tape.spare_id(8)) };
    let evaluation = Evaluation {
        title: Some(Text::from("Selvevaluering")),
        service: Some(service),
        standard_set: Some(NINE_STANDARDS.id),
        held_on: PartialDate::of_year(2022),
        standards: [rated].into(),
        ..Evaluation::new(tape.spare_id(9), EvaluationKind::SelfEvaluation)
    };
    added::document(evaluation, bundle, tape);
    added::document(cycle, bundle, tape);
}];

#[cfg(test)]
macro_rules! evaluation {
    ($on:literal, $done:literal, $cycles:literal) => {
        concat!(
            r#"{ "evaluation": { "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": ""#,
            $on,
            r#"", "standards": [{
                "audit": "00000000-0000-4000-8000-000000000011",
                "findings": [{
                    "id": "00000000-0000-4000-8000-000000000002", "measurements": ["00000000-0000-4000-8000-000000000021"]
                }],
                "recommendations": [{
                    "id": "00000000-0000-4000-8000-000000000003", "outcome": { "carriedOut": { "on": ""#,
            $done,
            r#"" } }, "cycles": ["#,
            $cycles,
            "] }] }] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // On the same day, or one that can be; a cycle that had begun, one of two that had ended, and one without a date.
    accepts(bundle_of!(
        "01": evaluation!("2023-06", "2023-09-01", r#""00000000-0000-4000-8000-000000000031""#),
        "02": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000011", "heldOn": "2023-06-30" } }"#,
        "03": r#"{ "measurement": {
            "id": "00000000-0000-4000-8000-000000000021", "period": { "start": "2023-06-30", "end": "2023-07-30" }
        } }"#,
        "04": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000031", "plan": { "on": "2023-07" }, "do": { "on": "2023-09" }
        } }"#,
    )),
    accepts(bundle_of!(
        "01": evaluation!(
            "2023-06", "2023-09-01",
            r#""00000000-0000-4000-8000-000000000031", "00000000-0000-4000-8000-000000000032""#
        ),
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000031", "act": { "on": "2023-08" } } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000032", "act": { "on": "2023-11" } } }"#,
    )),
    accepts(bundle_of!(
        "01": evaluation!(
            "2023-06", "2023-09-01",
            r#""00000000-0000-4000-8000-000000000031", "00000000-0000-4000-8000-000000000032""#
        ),
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000031" } }"#,
        "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000032", "act": { "on": "2023-11" } } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000031", "plan": { "on": "2023-10-01" } } }"#,
            "02": evaluation!("2023-06-12", "2023-08-20", r#""00000000-0000-4000-8000-000000000031""#),
            "03": r#"{ "audit": { "id": "00000000-0000-4000-8000-000000000011", "heldOn": "2023-09" } }"#,
            "04": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000021", "period": { "start": "2023-07-01", "end": "2023-12-31" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/evaluation/standards/0/audit",
                "evalueringen er fra 12. juni 2023, men auditten i dokument 3 er først afholdt i september 2023",
                "the evaluation is dated 12 June 2023, but the audit in document 3 was not held until September 2023",
            ),
            not_met(
                "/documents/1/content/evaluation/standards/0/findings/0/measurements/0",
                "evalueringen er fra 12. juni 2023, men målingen i dokument 4 begynder først 1. juli 2023",
                "the evaluation is dated 12 June 2023, but the measurement in document 4 does not begin until 1 July 2023",
            ),
            not_met(
                "/documents/1/content/evaluation/standards/0/recommendations/0/outcome/carriedOut/on",
                "anbefalingen er gennemført 20. august 2023, men den PDSA-cyklus, der afprøver den (dokument 1), blev først planlagt 1. oktober 2023",
                "the recommendation was carried out on 20 August 2023, but the PDSA cycle that tests it (document 1) was not planned until 1 October 2023",
            ),
        ],
    ),
    refuses(
        bundle_of!(
            "01": evaluation!(
                "2023-06-12", "2023-08-20",
                r#""00000000-0000-4000-8000-000000000031", "00000000-0000-4000-8000-000000000032""#
            ),
            "02": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000031", "plan": { "on": "2023-07-01" }, "act": { "on": "2023-11" }
            } }"#,
            "03": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000032",
                "plan": { "on": "2023-07-01", "when": { "date": { "on": "2023-09-15" } } }
            } }"#,
        ),
        &[not_met(
            "/documents/0/content/evaluation/standards/0/recommendations/0/outcome/carriedOut/on",
            "anbefalingen er gennemført 20. august 2023, men den første af de 2 PDSA-cyklusser, der afprøver den (dokument 3), skulle først afprøves 15. september 2023",
            "the recommendation was carried out on 20 August 2023, but the first of the 2 PDSA cycles that test it (document 3) was not to be tested until 15 September 2023",
        )],
    ),
    // A recommendation that leads to a guiding document, to another step, or to none that is stated.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2025-06-12",
                "standards": [{ "recommendations": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "leadsTo": "guidingDocuments",
                        "outcome": { "carriedOut": { "on": "2025-09-01" } }, "cycles": ["00000000-0000-4000-8000-000000000031"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000004", "leadsTo": "improvement",
                        "outcome": { "carriedOut": { "on": "2025-09-01" } }, "cycles": ["00000000-0000-4000-8000-000000000031"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000005",
                        "outcome": { "carriedOut": { "on": "2025-09-01" } }, "cycles": ["00000000-0000-4000-8000-000000000032"]
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "leadsTo": "implementation",
                        "outcome": { "carriedOut": { "on": "2025-09-01" } }, "cycles": ["00000000-0000-4000-8000-000000000033"]
                    }
                ] }]
            } }"#,
            "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000031", "act": { "on": "2025-10-20" } } }"#,
            "03": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000032", "do": { "on": "2025-10" } } }"#,
            "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000033", "study": { "on": "2025-11-03" } } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/evaluation/standards/0/recommendations/1/outcome/carriedOut/on",
                "anbefalingen er gennemført 1. september 2025, men den PDSA-cyklus, der afprøver den (dokument 2), blev først afsluttet med en beslutning 20. oktober 2025",
                "the recommendation was carried out on 1 September 2025, but the PDSA cycle that tests it (document 2) was not decided on until 20 October 2025",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/0/recommendations/2/outcome/carriedOut/on",
                "anbefalingen er gennemført 1. september 2025, men den PDSA-cyklus, der afprøver den (dokument 3), blev først afprøvet i oktober 2025",
                "the recommendation was carried out on 1 September 2025, but the PDSA cycle that tests it (document 3) was not carried out until October 2025",
            ),
            not_met(
                "/documents/0/content/evaluation/standards/0/recommendations/3/outcome/carriedOut/on",
                "anbefalingen er gennemført 1. september 2025, men den PDSA-cyklus, der afprøver den (dokument 4), blev først analyseret 3. november 2025",
                "the recommendation was carried out on 1 September 2025, but the PDSA cycle that tests it (document 4) was not studied until 3 November 2025",
            ),
        ],
    ),
    // Data of another period than their measurement, and data from after the assessment, are a matter of other rules.
    refuses(
        bundle_of!(
            "01": r#"{ "stateAssessment": {
                "id": "00000000-0000-4000-8000-000000000001", "on": "2022-10",
                "topics": [{ "data": [
                    {
                        "period": { "start": "2022-01-01", "end": "2023-12-31" },
                        "measurements": ["00000000-0000-4000-8000-000000000021"]
                    },
                    { "measurements": ["00000000-0000-4000-8000-000000000021"] },
                    {
                        "period": { "start": "2022-01-01", "end": "2022-06-30" },
                        "measurements": ["00000000-0000-4000-8000-000000000021"]
                    },
                    {
                        "period": { "start": "2023-01-01", "end": "2023-06-30" },
                        "measurements": ["00000000-0000-4000-8000-000000000021"]
                    }
                ] }]
            } }"#,
            "02": r#"{ "measurement": {
                "id": "00000000-0000-4000-8000-000000000021", "period": { "start": "2023-01-01", "end": "2023-06-30" }
            } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/stateAssessment/topics/0/data/0/measurements/0",
                "tilstandsvurderingen er fra oktober 2022, men målingen i dokument 2 begynder først 1. januar 2023",
                "the state assessment is dated October 2022, but the measurement in document 2 does not begin until 1 January 2023",
            ),
            not_met(
                "/documents/0/content/stateAssessment/topics/0/data/1/measurements/0",
                "tilstandsvurderingen er fra oktober 2022, men målingen i dokument 2 begynder først 1. januar 2023",
                "the state assessment is dated October 2022, but the measurement in document 2 does not begin until 1 January 2023",
            ),
        ],
    ),
];
