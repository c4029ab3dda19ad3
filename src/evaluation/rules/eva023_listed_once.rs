//! A finding or a recommendation of a standard is listed once, and so is what the evaluation rests on.

use crate::codes;
use crate::evaluation::{EvaluatedStandard, Evaluation};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, listed_again};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded};

#[cfg(feature = "proptest")]
use super::breaks::one_standard;
#[cfg(feature = "proptest")]
use crate::evaluation::{EvaluationFinding, Recommendation};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA023,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "evaluations, evidence; standards, findings and recommendations",
    )],
    title: Bilingual::new(
        "hvert fund og hver anbefaling står kun én gang under en standard, og det, evalueringen bygger på, står også kun én gang",
        "each finding and each recommendation is listed only once under a standard, and so is what the evaluation rests on",
    ),
    why: Bilingual::new(
        "Står det samme to gange, ser det ud, som om der er mere at gøre, og ingen ved, hvilken af dem der følges op på.",
        "If the same thing is listed twice, it looks as if there were more to do, and nobody knows which of the two is followed up.",
    ),
    remedy: Bilingual::new(
        "Slet den ene, eller skriv, hvad der er forskellen.",
        "Delete one of the two, or say what the difference is.",
    ),
    example: Bilingual::new(
        "Anbefalingen om en lokal retningslinje står to gange under medicinhåndtering.",
        "The recommendation of a local guideline is listed twice under the handling of medication.",
    ),
    ..Rule::DERIVED
};

const FINDING: Bilingual = Bilingual::new("fundet", "the finding");
const RECOMMENDATION: Bilingual = Bilingual::new("anbefalingen", "the recommendation");
const EVIDENCE: Bilingual = Bilingual::new("grundlaget", "the evidence");

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("evidence");
    each_repeat(
        &evaluation.evidence,
        |one| Some(Some(*one)),
        |_, n, first| cx.not_met(&list.index(n), listed_again(EVIDENCE, first)),
    );
    let list = at.key("standards");
    for (n, standard) in evaluation.standards.iter().enumerate() {
        check_standard(standard, &list.index(n), cx);
    }
}

/// One text can be a finding on two steps, and lead to two steps.
fn check_standard(standard: &EvaluatedStandard, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("findings");
    each_repeat(
        &standard.findings,
        |one| Some((Folded::stated(one.text.as_ref())?, one.step)),
        |one, n, first| {
            cx.not_met(&list.item(n, one.id), listed_again(FINDING, first));
        },
    );
    let list = at.key("recommendations");
    each_repeat(
        &standard.recommendations,
        |one| Some((Folded::stated(one.text.as_ref())?, one.leads_to)),
        |one, n, first| {
            cx.not_met(&list.item(n, one.id), listed_again(RECOMMENDATION, first));
        },
    );
    for (n, one) in standard.recommendations.iter().enumerate() {
        let place = list.item(n, one.id);
        let list = place.key("findings");
        each_repeat(
            &one.findings,
            |id| Some(id.uuid()),
            |_, n, first| cx.not_met(&list.index(n), listed_again(FINDING, first)),
        );
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, tape| {
        let one = *tape.pick(&evaluation.evidence);
        evaluation.evidence.push(one);
    },
    |evaluation, tape| {
        let id = tape.spare_id(1);
        one_standard(evaluation, tape, |standard| {
            let again = standard.findings.first().cloned();
            standard.findings.extend(again.map(|one| EvaluationFinding {
                id,
                shows_gap: Some(false),
                ..one
            }));
        });
    },
    |evaluation, tape| {
        let id = tape.spare_id(1);
        one_standard(evaluation, tape, |standard| {
            let again = standard.recommendations.first().cloned();
            standard.recommendations.extend(again.map(|one| Recommendation { id, ..one }));
        });
    },
    |evaluation, tape| {
        one_standard(evaluation, tape, |standard| {
            standard.recommendations.iter_mut().for_each(|one| one.findings.extend_from_within(..));
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    // On another step, for another standard, and without words.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evidence": ["dialogue", "observation"],
            "standards": [
                {
                    "findings": [
                        { "id": "00000000-0000-4000-8000-000000000002", "step": "monitoring", "text": "Ikke drøftet" },
                        { "id": "00000000-0000-4000-8000-000000000003", "step": "improvement", "text": "Ikke drøftet" },
                        { "id": "00000000-0000-4000-8000-000000000004" }, { "id": "00000000-0000-4000-8000-000000000005", "text": "" }
                    ],
                    "recommendations": [
                        { "id": "00000000-0000-4000-8000-000000000006", "text": "Drøft dem" },
                        { "id": "00000000-0000-4000-8000-000000000007", "text": "Drøft dem", "leadsTo": "improvement" }
                    ]
                },
                { "recommendations": [{ "id": "00000000-0000-4000-8000-000000000008", "text": "Drøft dem" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "evidence": ["dialogue", "observation", "dialogue"],
            "standards": [{
                "findings": [
                    { "id": "00000000-0000-4000-8000-000000000002", "text": "Ikke drøftet" },
                    { "id": "00000000-0000-4000-8000-000000000003", "text": " ikke  drøftet" }
                ],
                "recommendations": [
                    {
                        "id": "00000000-0000-4000-8000-000000000006", "text": "Drøft dem", "leadsTo": "improvement",
                        "findings": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000002"]
                    },
                    { "id": "00000000-0000-4000-8000-000000000007", "text": "drøft dem", "leadsTo": "improvement" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/evidence/2",
                "grundlaget står allerede som nr. 1 på listen",
                "the evidence is already on the list, as number 1",
            ),
            not_met(
                "/standards/0/findings/1",
                "fundet står allerede som nr. 1 på listen",
                "the finding is already on the list, as number 1",
            ),
            not_met(
                "/standards/0/recommendations/0/findings/1",
                "fundet står allerede som nr. 1 på listen",
                "the finding is already on the list, as number 1",
            ),
            not_met(
                "/standards/0/recommendations/1",
                "anbefalingen står allerede som nr. 1 på listen",
                "the recommendation is already on the list, as number 1",
            ),
        ],
    ),
];
