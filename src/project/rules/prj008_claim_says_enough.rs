//! A conclusion says as much as the counts do.

use crate::codes;
use crate::project::{ClaimVerdict, ComparedCell, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::goal::ProcessMeasure;
#[cfg(feature = "proptest")]
use crate::project::{Claim, ClaimKind};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ008,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-145", "R-149"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, claims; countings"),
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Optælling af kvantitative data: ikke alle afdelinger nåede de ovenfor opstillede mål; tabel 1-3",
        ),
    ],
    title: Bilingual::new(
        "en konklusion siger ikke mindre end tallene",
        "a conclusion says no less than the counts",
    ),
    why: Bilingual::new(
        "Skriver man, at ikke alle nåede målet, læses det, som om nogle gjorde det.",
        "If a report says that not all reached the target, readers take it that some did.",
    ),
    remedy: Bilingual::new(
        "Skriv i konklusionens tekst, at målet ikke er nået noget sted, så ingen tror, at nogle nåede det. Står det der allerede, er der intet at rette.",
        "Write in the text of the conclusion that the target is reached nowhere, so that nobody takes it that some reached it. If it says so already, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Rapporten siger, at ikke alle afdelinger nåede målene; ifølge tabellerne havde ingen afdeling nået noget af dem ved anden måling.",
        "The report says that not all departments reached the targets; according to the tables no department had reached any of them at the second counting.",
    ),
    ..Rule::DERIVED
};

message! {
    Understated {}
    "konklusionen passer, men ifølge tallene er målet ikke nået noget sted",
    "the conclusion is true, but according to the counts the target is reached nowhere",
}

pub(super) fn check(
    project: &ImprovementProject,
    cells: &[ComparedCell],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let claims = at.key("claims");
    for (n, claim) in project.claims.iter().enumerate() {
        if claim.verdict(cells) == ClaimVerdict::Understated {
            cx.not_met(&claims.item(n, claim.id), Understated {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[|project, tape| {
    let claim = Claim {
        says: Some(ClaimKind::NotAllReached),
        measures: [ProcessMeasure::EvaluationOverdue].into(),
        ..Claim::new(tape.spare_id(1))
    };
    project.claims.push(claim);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Department A reached it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue",
                            "exceptions": 3
                        },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 3
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue",
                            "exceptions": 0
                        },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 3
                        }
                    ]
                }
            ],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004", "says": "notAllReached" }]
        }"#,
    ),
    // Department A may have reached it; that the counts contradict a claim is for another rule.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue",
                            "exceptions": 3
                        },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 3
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue" },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 3
                        }
                    ]
                }
            ],
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000004", "says": "notAllReached" },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "allReached" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue",
                            "exceptions": 0
                        },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 3
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue",
                            "exceptions": 1
                        },
                        {
                            "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue",
                            "exceptions": 4
                        }
                    ]
                }
            ],
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000004", "says": "more" },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "notAllReached" }
            ]
        }"#,
        &[not_met(
            "/claims/1",
            "konklusionen passer, men ifølge tallene er målet ikke nået noget sted",
            "the conclusion is true, but according to the counts the target is reached nowhere",
        )],
    ),
];
