//! A service has one operator in all documents for the same time.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::agreement::OperatorRef,
    crate::organisation::{Operator, SocialService},
    crate::rule::trial::Breaks,
    crate::text::Text,
    alloc::vec::Vec,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN015,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, ids")],
    title: Bilingual::new(
        "et tilbud har samme driftsherre i alle dokumenter for samme tid",
        "a service has one operator in all documents for the same time",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvem der står bag aftalen, og hvilken driftsherres tal tilbuddet indgår i.",
        "Otherwise it is unclear who is responsible for the agreement, and in whose figures the service counts.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvem der driver tilbuddet, og ret det dokument, der er forkert. Brug samme id for den samme driftsherre.",
        "Find out who runs the service, and correct the document that is wrong. Use one id for one operator.",
    ),
    example: Bilingual::new(
        "Organisationen viser Solgården under Region Sjælland; aftalen nævner Region Hovedstaden som driftsherre.",
        "In the organisation Solgården belongs to Region Sjælland; the agreement names Region Hovedstaden as its operator.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherOperator { document: u64 }
    "tilbuddet har en anden driftsherre i dokument {document}",
    "the service has another operator in document {document}",
}

message! {
    OtherId { document: u64 }
    "driftsherren har et andet id i dokument {document}, men samme navn",
    "the operator has another id in document {document}, but the same name",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.ties.other_operators() {
        let document = crossing::number(clash.first);
        if clash.same_name {
            crossing.not_met(clash.place, clash.service, at, cx, OtherId { document });
        } else {
            crossing.not_met(clash.place, clash.service, at, cx, OtherOperator { document });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let name = |words: &str| Some(Text::from(words));
    let mut services = Vec::new();
    added::each_agreement(bundle, |agreement| {
        if let Some(service) = &mut agreement.service {
            service.operator =
                Some(OperatorRef { name: name("Region Nord"), ..OperatorRef::new(tape.spare_id(1)) });
            services.push(SocialService { name: service.name.clone(), ..SocialService::new(service.id) });
        }
    });
    let operator = Operator { name: name("Region Syd"), services, ..Operator::new(tape.spare_id(2)) };
    added::document(operator, bundle, tape);
}];

#[cfg(test)]
macro_rules! run_by {
    ($what:literal, $id:literal, $time:literal, $operator:literal) => {
        concat!(
            r#"{ ""#,
            $what,
            r#"": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "#,
            $time,
            r#", "service": { "id": "00000000-0000-4000-8000-000000000021",
                "operator": { "id": "00000000-0000-4000-8000-0000000000"#,
            $operator,
            r#"" } } } }"#
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A municipality takes the service over from 2025.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2024,
            "service": {
                "id": "00000000-0000-4000-8000-000000000021",
                "operator": { "id": "00000000-0000-4000-8000-000000000031" }
            }
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000012", "year": 2025,
            "service": {
                "id": "00000000-0000-4000-8000-000000000021",
                "operator": { "id": "00000000-0000-4000-8000-000000000032" }
            }
        } }"#,
        "03": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000032",
            "services": [{ "id": "00000000-0000-4000-8000-000000000021" }]
        } }"#,
    )),
    // Two at one time, and one that is neither of them.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "year": 2025,
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "operator": { "id": "00000000-0000-4000-8000-000000000031" }
                }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000012", "year": 2024,
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "operator": { "id": "00000000-0000-4000-8000-000000000032" }
                }
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000013", "period": { "start": "2024-12-01", "end": "2024-12-31" },
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "operator": { "id": "00000000-0000-4000-8000-000000000031" }
                }
            } }"#,
            "04": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000033",
                "services": [{ "id": "00000000-0000-4000-8000-000000000021" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/2/content/agreement/service",
                "tilbuddet har en anden driftsherre i dokument 2",
                "the service has another operator in document 2",
            ),
            not_met(
                "/documents/3/content/organisation/services/0",
                "tilbuddet har en anden driftsherre i dokument 1",
                "the service has another operator in document 1",
            ),
        ],
    ),
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": {
                "id": "00000000-0000-4000-8000-000000000021",
                "operator": { "id": "00000000-0000-4000-8000-000000000031" }
            }
        } }"#,
        "02": r#"{ "organisation": {
            "id": "00000000-0000-4000-8000-000000000031",
            "services": [{ "id": "00000000-0000-4000-8000-000000000021" }]
        } }"#,
        // Here it is not stated.
        "03": r#"{ "stateAssessment": {
            "id": "00000000-0000-4000-8000-000000000012",
            "service": { "id": "00000000-0000-4000-8000-000000000021" }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000031",
                "areas": [{
                    "id": "00000000-0000-4000-8000-000000000041",
                    "services": [{ "id": "00000000-0000-4000-8000-000000000021" }]
                }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "operator": { "id": "00000000-0000-4000-8000-000000000032" }
                }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/service",
            "tilbuddet har en anden driftsherre i dokument 1",
            "the service has another operator in document 1",
        )],
    ),
    refuses(
        bundle_of!(
            "01": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000031", "name": "Region Sjælland",
                "services": [{ "id": "00000000-0000-4000-8000-000000000021" }]
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "operator": { "id": "00000000-0000-4000-8000-000000000032", "name": "region sjælland" }
                }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/service",
            "driftsherren har et andet id i dokument 1, men samme navn",
            "the operator has another id in document 1, but the same name",
        )],
    ),
    // Taken over from 2025: an old evaluation is written anew with the new operator, and an assessment of no day is as of old.
    accepts(bundle_of!(
        "01": run_by!("agreement", "11", r#""year": 2024"#, "31"),
        "02": run_by!("agreement", "12", r#""year": 2025"#, "32"),
        "03": run_by!("evaluation", "13", r#""kind": "selfEvaluation", "heldOn": "2024-05-08""#, "32"),
        "04": run_by!("evaluation", "14", r#""kind": "selfEvaluation", "heldOn": "2023-05""#, "31"),
        "05": run_by!("stateAssessment", "15", r#""title": "Sygefravær""#, "31"),
    )),
    // What others say of the year before explains nothing: not the operator of an evaluation, nor of an assessment.
    refuses(
        bundle_of!(
            "01": run_by!("agreement", "11", r#""year": 2024"#, "32"),
            "02": run_by!("agreement", "12", r#""year": 2023"#, "31"),
            "03": run_by!("evaluation", "13", r#""kind": "selfEvaluation", "heldOn": "2024-05-08""#, "31"),
            "04": run_by!("evaluation", "14", r#""kind": "selfEvaluation", "heldOn": "2023-05""#, "31"),
            "05": run_by!("stateAssessment", "15", r#""on": "2024-01""#, "31"),
        ),
        &[
            not_met(
                "/documents/2/content/evaluation/service",
                "tilbuddet har en anden driftsherre i dokument 1",
                "the service has another operator in document 1",
            ),
            not_met(
                "/documents/4/content/stateAssessment/service",
                "tilbuddet har en anden driftsherre i dokument 1",
                "the service has another operator in document 1",
            ),
        ],
    ),
];
