//! An answer to a question across cases is about no single case.

use uuid::Uuid;

use crate::audit::{AuditCase, AuditQuestion, CaseAudit, QuestionScope};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD009,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-165"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "audit, questions, scope; answers, case; judgements, case",
    )],
    title: Bilingual::new(
        "et svar på et tværgående spørgsmål handler ikke om en enkelt case",
        "an answer to a question across cases is not about a single case",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: enten går spørgsmålet på tværs, eller svaret handler om en case.",
        "The document contradicts itself: either the question is across cases, or the answer is about one.",
    ),
    remedy: Bilingual::new(
        "Fjern casen fra svaret, eller ret, hvad spørgsmålet gælder.",
        "Remove the case from the answer, or correct the scope of the question.",
    ),
    example: Bilingual::new(
        "Svaret på, om oplæringen har haft en effekt på tværs af casene, er knyttet til den ene af dem.",
        "The answer to whether the training had an effect across the cases is linked to one of them.",
    ),
    ..Rule::DERIVED
};

message! {
    AnswerOnOneCase {}
    "spørgsmålet går på tværs af casene, men svaret handler om en enkelt",
    "the question is across the cases, but the answer is about a single one",
}

message! {
    JudgementOnOneCase {}
    "spørgsmålet går på tværs af casene, men vurderingen handler om en enkelt",
    "the question is across the cases, but the judgement is about a single one",
}

const SCOPE: Bilingual = Bilingual::new(
    "om spørgsmålet gælder hver case eller går på tværs",
    "whether the question is about each case or across them",
);

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.answers.is_empty() && audit.judgements.is_empty() {
        return;
    }
    let questions = at.key("questions");
    for (n, one) in audit.questions.iter().enumerate().filter(|(_, one)| one.scope.is_none()) {
        cx.not_assessable(&questions.item(n, one.id), SCOPE);
    }
    let across = |put: &mut dyn FnMut(Uuid)| {
        let across = audit.questions.iter().filter(|one| one.scope == Some(QuestionScope::AcrossCases));
        across.for_each(|one| put(one.id.uuid()));
    };
    sorted(across, |across| {
        let is_wrong = |question: Id<AuditQuestion>, case: Option<Id<AuditCase>>| {
            case.is_some() && across.binary_search(&question.uuid()).is_ok()
        };
        let answers = at.key("answers");
        for (n, one) in audit.answers.iter().enumerate() {
            if is_wrong(one.question, one.case) {
                cx.not_met(&answers.index(n).key("case"), AnswerOnOneCase {});
            }
        }
        let judgements = at.key("judgements");
        for (n, one) in audit.judgements.iter().enumerate() {
            if is_wrong(one.question, one.case) {
                cx.not_met(&judgements.index(n).key("case"), JudgementOnOneCase {});
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let case = Some(tape.pick(&audit.cases).id);
        if let Some(one) = audit.answers.iter_mut().find(|one| one.case.is_none()) {
            one.case = case;
        }
    },
    |audit, tape| {
        let case = Some(tape.pick(&audit.cases).id);
        if let Some(one) = audit.judgements.iter_mut().find(|one| one.case.is_none()) {
            one.case = case;
        }
    },
    |audit, tape| {
        let n = tape.index(audit.questions.len());
        audit.questions.get_mut(n).into_iter().for_each(|one| one.scope = None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A judgement on all cases together is the panel's to make.
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
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "flere møder"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000022",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010"
                }
            ],
            "judgements": [
                { "question": "00000000-0000-4000-8000-000000000020" },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010"
                },
                { "question": "00000000-0000-4000-8000-000000000021" }
            ]
        }"#,
    ),
    // Nothing is answered.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020" }]
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
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010", "text": "flere møder"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "case": "00000000-0000-4000-8000-000000000010"
                }
            ]
        }"#,
        &[
            not_met(
                "/answers/0/case",
                "spørgsmålet går på tværs af casene, men svaret handler om en enkelt",
                "the question is across the cases, but the answer is about a single one",
            ),
            not_met(
                "/judgements/0/case",
                "spørgsmålet går på tværs af casene, men vurderingen handler om en enkelt",
                "the question is across the cases, but the judgement is about a single one",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020" }],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010"
                }
            ]
        }"#,
        &[not_assessable(
            "/questions/0",
            "kan ikke vurderes; mangler: om spørgsmålet gælder hver case eller går på tværs",
            "cannot be assessed; missing: whether the question is about each case or across them",
        )],
    ),
    // Nothing is judged yet.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "answers": [{
                "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000002",
                "case": "00000000-0000-4000-8000-000000000010", "text": "ja"
            }]
        }"#,
        &[
            not_assessable(
                "/questions/0",
                "kan ikke vurderes; mangler: om spørgsmålet gælder hver case eller går på tværs",
                "cannot be assessed; missing: whether the question is about each case or across them",
            ),
            not_met(
                "/answers/0/case",
                "spørgsmålet går på tværs af casene, men svaret handler om en enkelt",
                "the question is across the cases, but the answer is about a single one",
            ),
        ],
    ),
];
