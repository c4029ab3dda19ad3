//! No standard is listed twice in an evaluation.

use crate::codes;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::evaluation::EvaluatedStandard;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA004,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations")],
    title: Bilingual::new(
        "ingen standard står to gange i en evaluering",
        "no standard is listed twice in an evaluation",
    ),
    why: Bilingual::new(
        "Står en standard to gange, ved læseren ikke, hvilken vurdering der gælder.",
        "If a standard is listed twice, readers do not know which rating counts.",
    ),
    remedy: Bilingual::new(
        "Saml det, der er sagt om standarden, ét sted, eller ret id'et.",
        "Put what is said about the standard in one place, or correct the id.",
    ),
    example: Bilingual::new(
        "Standarden Kommunikation er vurderet to gange, med hver sin vurdering.",
        "The standard on communication is rated twice, each time differently.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "standarden er den samme som nummer {first} på listen",
    "the standard is the same as number {first} on the list",
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    let put_all = |put: &mut dyn FnMut((u128, usize))| {
        for (n, one) in evaluation.standards.iter().enumerate() {
            one.standard.into_iter().for_each(|id| put((id.uuid().as_u128(), n)));
        }
    };
    sorted(put_all, |sorted| {
        let mut first = None;
        for (id, n) in sorted.iter().copied() {
            match first {
                Some((same, first)) if same == id => {
                    cx.not_met(
                        &list.index(n).key("standard"),
                        Again { first: count(first).saturating_add(1) },
                    );
                }
                _ => first = Some((id, n)),
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[|evaluation, tape| {
    let EvaluatedStandard { standard, method, .. } = *tape.pick(&evaluation.standards);
    evaluation.standards.push(EvaluatedStandard { standard, method, ..EvaluatedStandard::default() });
    evaluation.stated_standards = None;
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Which standard it is may be unknown, and numbers are no ids.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000002" }, { "number": "1.1" }, { "number": "1.1" },
                { "standard": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "standards": [
                { "standard": "00000000-0000-4000-8000-000000000003" },
                { "standard": "00000000-0000-4000-8000-000000000002" },
                { "standard": "00000000-0000-4000-8000-000000000003" },
                { "standard": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_met(
                "/standards/2/standard",
                "standarden er den samme som nummer 1 på listen",
                "the standard is the same as number 1 on the list",
            ),
            not_met(
                "/standards/3/standard",
                "standarden er den samme som nummer 1 på listen",
                "the standard is the same as number 1 on the list",
            ),
        ],
    ),
];
