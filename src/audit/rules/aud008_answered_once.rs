//! A member of the panel answers a question of a case once.

use uuid::Uuid;

use super::held::says_something;
use crate::audit::{CaseAudit, QuestionScope};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD008,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-165"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "audit, answers")],
    title: Bilingual::new(
        "en paneldeltager besvarer et spørgsmål om en case én gang",
        "a member of the panel answers a question about a case once",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det er uklart, hvilket svar der gælder, og deltageren tæller to gange.",
        "The document contradicts itself: it is unclear which answer is valid, and the member counts twice.",
    ),
    remedy: Bilingual::new(
        "Slet det svar, der ikke gælder, eller ret deltageren, spørgsmålet eller casen.",
        "Delete the answer that is not valid, or correct the member, the question or the case.",
    ),
    example: Bilingual::new(
        "Lederen har svaret både \"i høj grad\" og \"i mindre grad\" på samme spørgsmål om samme borger.",
        "The head answered the same question about the same citizen both \"to a high degree\" and \"to a lesser degree\".",
    ),
    ..Rule::DERIVED
};

message! {
    TwiceOnACase {}
    "paneldeltageren har besvaret det samme spørgsmål om den samme case mere end én gang",
    "the member of the panel answered the same question about the same case more than once",
}

message! {
    TwiceAcross {}
    "paneldeltageren har besvaret det samme tværgående spørgsmål mere end én gang",
    "the member of the panel answered the same question across cases more than once",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.answers.len() < 2 {
        return;
    }
    let list = at.key("answers");
    let is_across = |question: Uuid| {
        let asked = audit.questions.iter().find(|one| one.id.uuid() == question);
        asked.is_some_and(|one| one.scope == Some(QuestionScope::AcrossCases))
    };
    let answers = |put: &mut dyn FnMut(([Uuid; 2], Option<Uuid>, usize))| {
        for (n, one) in audit.answers.iter().enumerate().filter(|(_, one)| says_something(one)) {
            put(([one.member.uuid(), one.question.uuid()], one.case.map(Id::uuid), n));
        }
    };
    sorted(answers, |answers| {
        for same in answers.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            for ([_, question], case, n) in same.iter().skip(1) {
                // Without their case, two answers to a question about each case may be of two cases.
                match case {
                    Some(_) => cx.not_met(&list.index(*n), TwiceOnACase {}),
                    None if is_across(*question) => cx.not_met(&list.index(*n), TwiceAcross {}),
                    None => {}
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, tape| {
    let n = tape.index(audit.answers.len());
    if let Some(answer) = audit.answers.get(n).cloned() {
        audit.answers.push(answer);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Two members, two cases, and two answers of which the case is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000003",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000011",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000011"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000030"
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "flere møder"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "flere møder"
                }
            ]
        }"#,
        &[
            not_met(
                "/answers/2",
                "paneldeltageren har besvaret det samme spørgsmål om den samme case mere end én gang",
                "the member of the panel answered the same question about the same case more than once",
            ),
            not_met(
                "/answers/3",
                "paneldeltageren har besvaret det samme tværgående spørgsmål mere end én gang",
                "the member of the panel answered the same question across cases more than once",
            ),
        ],
    ),
];
