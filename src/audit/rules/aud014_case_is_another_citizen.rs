//! Each case of an audit is another citizen.

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::audit::{AuditAnswer, AuditCase, AuditJudgement};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD014,
    requirements: &["R-163"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces: tre borgercases")],
    title: Bilingual::new(
        "casene i en audit handler om hver sin borger",
        "each case of an audit is about a different citizen",
    ),
    why: Bilingual::new(
        "Ellers tæller én borgers forløb to gange i panelets vurdering, og udsnittet er mindre, end det ser ud til.",
        "Otherwise the course of one citizen counts twice in the judgement of the panel, and fewer were drawn than it seems.",
    ),
    remedy: Bilingual::new(
        "Ret, hvilken borger den ene case handler om, eller slet casen; det, der var før og efter indsatsen, hører til den samme case.",
        "Correct which citizen one of the cases is about, or delete the case; what was before and after the intervention belongs to one case.",
    ),
    example: Bilingual::new(
        "To af audittens tre cases handler om den samme borger.",
        "Two of the three cases of an audit are about the same citizen.",
    ),
    ..Rule::DERIVED
};

message! {
    SameCitizen { case: u64, first: u64 }
    "case {case} handler om den samme borger som case {first}",
    "case {case} is about the same citizen as case {first}",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cases");
    each_repeat(
        &audit.cases,
        |case| Some(case.citizen?.uuid()),
        |case, n, first| {
            let facts = SameCitizen { case: ordinal(n), first: ordinal(first) };
            cx.not_met(&list.item(n, case.id).key("citizen"), facts);
        },
    );
}

/// Adds a case of the first citizen, about which the same is answered and judged.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, tape| {
    let Some(first) = audit.cases.first_mut() else { return };
    first.citizen = Some(tape.spare_id(2));
    let (case, again) = (Some(first.id), AuditCase { id: tape.spare_id(1), ..first.clone() });
    let answers = audit.answers.iter().filter(|one| one.case == case);
    let answers: alloc::vec::Vec<_> =
        answers.map(|one| AuditAnswer { case: Some(again.id), ..one.clone() }).collect();
    let judgements = audit.judgements.iter().filter(|one| one.case == case);
    let judgements: alloc::vec::Vec<_> =
        judgements.map(|one| AuditJudgement { case: Some(again.id), ..one.clone() }).collect();
    audit.answers.extend(answers);
    audit.judgements.extend(judgements);
    audit.cases.push(again);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Two citizens, and two cases that name none.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cases": [
                { "id": "00000000-0000-4000-8000-000000000002", "citizen": "00000000-0000-4000-8000-000000000012" },
                { "id": "00000000-0000-4000-8000-000000000003", "citizen": "00000000-0000-4000-8000-000000000013" },
                { "id": "00000000-0000-4000-8000-000000000004" }, { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cases": [
                { "id": "00000000-0000-4000-8000-000000000002", "citizen": "00000000-0000-4000-8000-000000000012" },
                { "id": "00000000-0000-4000-8000-000000000003", "citizen": "00000000-0000-4000-8000-000000000013" },
                { "id": "00000000-0000-4000-8000-000000000004", "citizen": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
        &[not_met(
            "/cases/2/citizen",
            "case 3 handler om den samme borger som case 1",
            "case 3 is about the same citizen as case 1",
        )],
    ),
];
