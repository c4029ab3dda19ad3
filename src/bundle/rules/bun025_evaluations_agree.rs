//! Two evaluations of a service on one day rate a standard the same.

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
    crate::agreement::ServiceRef,
    crate::audit::ScaleStep,
    crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Rating},
    crate::model::NINE_STANDARDS,
    crate::rule::trial::Breaks,
    crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN025,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles; evaluations, standards"),
        SourceRef::new(SourceDocument::EVALUATION_RANDERS, "indstilling"),
    ],
    title: Bilingual::new(
        "to evalueringer af samme tilbud, art og dag vurderer en standard ens",
        "two evaluations of the same service, kind and day rate a standard the same",
    ),
    why: Bilingual::new(
        "Et besøg fører til én vurdering af hver standard. Siger to dokumenter hver sit, kan ingen se, hvad der er afgjort.",
        "A visit leads to one rating of each standard. If two documents differ, nobody can see what was decided.",
    ),
    remedy: Bilingual::new(
        "Find ud af, hvilken vurdering der gælder. Er den ene en ældre udgave, så tag den ud; er den fra en anden dag, så ret datoen. Er de fra hver sin afdeling, så saml dem i én evaluering af tilbuddet.",
        "Find out which rating is valid. If one is an older version, remove it; if it is from another day, correct its date. If they are from two departments, join them in one evaluation of the service.",
    ),
    example: Bilingual::new(
        "Begge eksterne evalueringer af Solgården er fra 18. marts 2025; kommunikation er delvist opfyldt i den ene og ikke opfyldt i den anden.",
        "Both external evaluations of Solgården are from 18 March 2025; communication is partly fulfilled in one, and not fulfilled in the other.",
    ),
    ..Rule::DERIVED
};

message! {
    Otherwise { what: Bilingual, document: u64 }
    "{what} i dokument {document}, som er en evaluering af samme tilbud, art og dag",
    "{what} in document {document}, an evaluation of the same service, kind and day",
}

const RATING: Bilingual =
    Bilingual::new("standarden har en anden vurdering", "the standard has another rating");
const PROPOSED: Bilingual = Bilingual::new(
    "standarden er indstillet til en anden vurdering",
    "another rating of the standard is proposed",
);
const STEP: Bilingual = Bilingual::new(
    "et af standardens trin har en anden vurdering",
    "a step of the standard has another rating",
);

/// Ratings on two scales are not compared.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.evaluations.otherwise {
        let what = match clash.differ {
            [true, ..] => RATING,
            [false, true, _] => PROPOSED,
            [false, false, _] => STEP,
        };
        let facts = Otherwise { what, document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.evaluation, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let service = ServiceRef { name: Some(Text::from("Solgården")), ..ServiceRef::new(tape.spare_id(1)) };
    let Some(standard) = NINE_STANDARDS.standards.first() else { return };
    let scale = [(2, "ikke opfyldt"), (3, "opfyldt")]
        .map(|(n, label)| ScaleStep { label: Some(label.into()), ..ScaleStep::new(tape.spare_id(n)) });
    for (n, step) in (4..).zip(&scale) {
        let rating = Some(Rating::Rated { on_scale: step.id });
        let rated = EvaluatedStandard {
            standard: Some(standard.id),
            number: standard.number,
            rating,
            ..EvaluatedStandard::default()
        };
        let one = Evaluation {
            title: Some(Text::from("Selvevaluering")),
            service: Some(service.clone()),
            standard_set: Some(NINE_STANDARDS.id),
            held_on: "2023-03-18".parse().ok(),
            scale: scale.to_vec(),
            standards: [rated].into(),
            ..Evaluation::new(tape.spare_id(n), EvaluationKind::SelfEvaluation)
        };
        added::document(one, bundle, tape);
    }
}];

/// An evaluation with a scale of two steps, the second one in step 1 of its first standard.
#[cfg(test)]
macro_rules! evaluation {
    ($id:literal, $kind:literal, $on:literal, $standards:literal) => {
        concat!(
            r#"{ "evaluation": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "kind": ""#,
            $kind,
            r#"", "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": ""#,
            $on,
            r#"", "scale": [
                { "id": "00000000-0000-4000-8000-000000000001", "label": "ikke opfyldt" },
                { "id": "00000000-0000-4000-8000-000000000002", "label": "opfyldt" }
            ], "standards": ["#,
            $standards,
            "] } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Another day, kind, standard, scale and service; not rated yet; and a day that can be another one.
    accepts(bundle_of!(
        "01": evaluation!(
            "11", "external", "2023-03-18",
            r#"{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000001" } } }, { "number": "1.3" }"#
        ),
        "02": evaluation!(
            "12", "external", "2023-03-19",
            r#"{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }"#
        ),
        "03": evaluation!(
            "13", "selfEvaluation", "2023-03-18",
            r#"{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }"#
        ),
        "04": evaluation!(
            "14", "external", "2023-03-18",
            r#"{ "number": "1.1", "rating": "notRated" }, { "number": "1.2", "rating": "notRelevant" }, { "rating": "notRelevant" }"#
        ),
        "05": r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000015", "kind": "external", "heldOn": "2023-03-18",
            "service": { "id": "00000000-0000-4000-8000-000000000091" },
            "scale": [{ "id": "00000000-0000-4000-8000-000000000003", "label": "helt opfyldt" }],
            "standards": [
                { "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000003" } } }
            ]
        } }"#,
        "06": r#"{ "evaluation": {
            "id": "00000000-0000-4000-8000-000000000016", "kind": "external", "heldOn": "2023-03-18",
            "service": { "id": "00000000-0000-4000-8000-000000000099" },
            "standards": [{ "number": "1.1", "rating": "notRelevant" }]
        } }"#,
        "07": evaluation!("17", "monitoring", "2023-03", r#"{ "number": "1.1", "rating": "notRelevant" }"#),
        "08": evaluation!(
            "18", "monitoring", "2023-03",
            r#"{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }"#
        ),
    )),
    refuses(
        bundle_of!(
            "01": evaluation!(
                "11", "external", "2023-03",
                r#"{
                    "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000001" } }
                }, {
                    "number": "1.2", "proposed": { "rated": { "onScale": "00000000-0000-4000-8000-000000000001" } }
                }, {
                    "number": "1.3",
                    "steps": [{ "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000001" } } }]
                }"#
            ),
            "02": evaluation!(
                "12", "external", "2023-03",
                r#"{
                    "number": "1.3",
                    "steps": [{ "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }]
                }, {
                    "number": "1.2", "proposed": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } },
                    "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } }
                }, {
                    "number": "1.1", "rating": "notRelevant"
                }"#
            ),
        ),
        &[
            not_met(
                "/documents/1/content/evaluation/standards/0",
                "et af standardens trin har en anden vurdering i dokument 1, som er en evaluering af samme tilbud, art og dag",
                "a step of the standard has another rating in document 1, an evaluation of the same service, kind and day",
            ),
            not_met(
                "/documents/1/content/evaluation/standards/1",
                "standarden er indstillet til en anden vurdering i dokument 1, som er en evaluering af samme tilbud, art og dag",
                "another rating of the standard is proposed in document 1, an evaluation of the same service, kind and day",
            ),
            not_met(
                "/documents/1/content/evaluation/standards/2",
                "standarden har en anden vurdering i dokument 1, som er en evaluering af samme tilbud, art og dag",
                "the standard has another rating in document 1, an evaluation of the same service, kind and day",
            ),
        ],
    ),
    // The first rates nothing; the second does, and the others contradict it.
    refuses(
        bundle_of!(
            "01": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000011", "kind": "external",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1" }]
            } }"#,
            "02": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000012", "kind": "external",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000001" } } }]
            } }"#,
            "03": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000013", "kind": "external",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }]
            } }"#,
            "04": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000013", "kind": "external",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1", "rating": "notRelevant" }]
            } }"#,
            "05": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000014", "kind": "monitoring",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1", "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000002" } } }]
            } }"#,
            "06": r#"{ "evaluation": {
                "id": "00000000-0000-4000-8000-000000000015", "kind": "monitoring",
                "service": { "id": "00000000-0000-4000-8000-000000000091" }, "heldOn": "2023-03-01",
                "scale": [
                    { "id": "00000000-0000-4000-8000-000000000001", "label": "opfyldt" },
                    { "id": "00000000-0000-4000-8000-000000000002", "label": "ikke opfyldt" }
                ],
                "standards": [{ "number": "1.1", "rating": "notRelevant" }]
            } }"#,
        ),
        &[
            not_met(
                "/documents/2/content/evaluation/standards/0",
                "standarden har en anden vurdering i dokument 2, som er en evaluering af samme tilbud, art og dag",
                "the standard has another rating in document 2, an evaluation of the same service, kind and day",
            ),
            not_met(
                "/documents/3/content/evaluation/standards/0",
                "standarden har en anden vurdering i dokument 2, som er en evaluering af samme tilbud, art og dag",
                "the standard has another rating in document 2, an evaluation of the same service, kind and day",
            ),
            not_met(
                "/documents/5/content/evaluation/standards/0",
                "standarden har en anden vurdering i dokument 5, som er en evaluering af samme tilbud, art og dag",
                "the standard has another rating in document 5, an evaluation of the same service, kind and day",
            ),
        ],
    ),
];
