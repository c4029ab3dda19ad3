//! A question is listed once in the assessment form.

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::audit::{AuditAnswer, AuditJudgement, AuditQuestion};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec::Vec;

pub(super) static RULE: Rule = Rule {
    code: codes::AUD011,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "audit, questions")],
    title: Bilingual::new(
        "et spørgsmål står kun én gang i vurderingsskemaet",
        "a question is listed only once in the assessment form",
    ),
    why: Bilingual::new(
        "Panelet svarer to gange på det samme, og de to svar kan modsige hinanden.",
        "The panel answers the same question twice, and the two answers can contradict each other.",
    ),
    remedy: Bilingual::new(
        "Slet det ene, eller ret ordlyden, så det fremgår, hvad der er forskellen.",
        "Delete one of the two, or correct the wording so that the difference is clear.",
    ),
    example: Bilingual::new(
        "Skemaet spørger to gange, om delmålene er blevet mere målbare.",
        "The form asks twice whether the sub-goals have become more measurable.",
    ),
    ..Rule::DERIVED
};

message! {
    Again { first: u64 }
    "spørgsmålet er det samme som spørgsmål {first} i skemaet",
    "the question is the same as question {first} of the form",
}

/// One question can be asked of each case and across them.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("questions");
    each_repeat(
        &audit.questions,
        |one| Some((Folded::stated(one.text.as_ref())?, one.scope)),
        |one, n, first| cx.not_met(&list.item(n, one.id).key("text"), Again { first: ordinal(first) }),
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, tape| {
    let Some(asked) = audit.questions.last().cloned() else { return };
    let again = AuditQuestion { id: tape.spare_id(1), ..asked.clone() };
    // It is answered as the other one was.
    let answers = audit.answers.iter().filter(|one| one.question == asked.id).cloned();
    let answers: Vec<_> = answers.map(|one| AuditAnswer { question: again.id, ..one }).collect();
    let judgements = audit.judgements.iter().filter(|one| one.question == asked.id).cloned();
    let judgements: Vec<_> = judgements.map(|one| AuditJudgement { question: again.id, ..one }).collect();
    audit.answers.extend(answers);
    audit.judgements.extend(judgements);
    audit.questions.push(again);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000002", "text": "Er delmålene målbare?", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000003", "text": "Er delmålene målbare?", "scope": "acrossCases" },
                { "id": "00000000-0000-4000-8000-000000000004", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000005", "text": " ", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000006", "text": "", "scope": "eachCase" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000002", "text": "Er delmålene målbare?", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000003", "text": "er delmålene  målbare?", "scope": "eachCase" }
            ]
        }"#,
        &[not_met(
            "/questions/1/text",
            "spørgsmålet er det samme som spørgsmål 1 i skemaet",
            "the question is the same as question 1 of the form",
        )],
    ),
];
