//! Every member of the panel answers all questions about all cases.

use uuid::Uuid;

use crate::audit::{CaseAudit, QuestionScope};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD007,
    requirements: &["R-165"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: fire vurderingsspørgsmål for hver borger samt to tværgående",
    )],
    title: Bilingual::new(
        "hver paneldeltager besvarer alle spørgsmål om alle cases",
        "every member of the panel answers all questions about all cases",
    ),
    why: Bilingual::new(
        "Mangler der svar, bygger panelets vurdering på færre svar, end det ser ud til.",
        "If answers are missing, the judgement of the panel rests on fewer answers than it appears to.",
    ),
    remedy: Bilingual::new(
        "Indhent de svar, der mangler, eller notér dem, hvis de er givet.",
        "Ask for the answers that are missing, or note them if they were given.",
    ),
    example: Bilingual::new(
        "Med tre cases, fire spørgsmål om hver og to på tværs skal hver deltager give 14 svar; én har kun givet 13.",
        "With three cases, four questions about each and two across them, each member gives 14 answers; one gave 13.",
    ),
    requires: &[codes::AUD009],
    ..Rule::DERIVED
};

message! {
    TooFew { answers: u64, of: u64 }
    "paneldeltageren har givet {answers:svar|svar} ud af {of}",
    "the member of the panel gave {answers:answer|answers} of {of}",
}

message! {
    NoCase {}
    "svaret siger ikke, hvilken case det handler om",
    "the answer does not say which case it is about",
}

/// The question, the case, and a number that distinguishes answers without a case.
type Place = (Uuid, Option<Uuid>, usize);

/// A member without an answer is for AUD003, one with too many for AUD008 and AUD009.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.answers.is_empty() || !audit.was_held(cx.as_of()) {
        return;
    }
    let Some(of) = audit.answers_of_each_member() else { return cx.depends_on(at, codes::AUD009) };
    let of_each_case = |put: &mut dyn FnMut((Uuid, ()))| {
        let each = audit.questions.iter().filter(|one| one.scope == Some(QuestionScope::EachCase));
        each.for_each(|one| put((one.id.uuid(), ())));
    };
    let answers = at.key("answers");
    sorted(of_each_case, |of_each_case| {
        for (n, answer) in audit.answers.iter().enumerate() {
            let is_of_case = || !sorted::of(of_each_case, answer.question.uuid()).is_empty();
            if answer.case.is_none() && answer.says_something() && is_of_case() {
                cx.not_met(&answers.index(n), NoCase {});
            }
        }
    });
    // Answers that do not say of which case they are may be of different ones.
    let given = |put: &mut dyn FnMut((Uuid, Place))| {
        for (n, one) in audit.answers.iter().enumerate().filter(|(_, one)| one.says_something()) {
            let case = one.case.map(Id::uuid);
            put((one.member.uuid(), (one.question.uuid(), case, if case.is_some() { 0 } else { n })));
        }
    };
    let panel = at.key("panel");
    sorted(given, |given| {
        for (n, member) in audit.panel.iter().enumerate() {
            let answers = sorted::of(given, member.id.uuid()).chunk_by(PartialEq::eq).count();
            if answers > 0 && answers < of {
                let message = TooFew { answers: text::count(answers), of: text::count(of) };
                cx.not_met(&panel.item(n, member.id), message);
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let n = tape.index(audit.answers.len());
        audit.answers.remove(n);
    },
    |audit, tape| {
        let n = tape.index(audit.answers.len());
        if let Some(one) = audit.answers.get_mut(n) {
            (one.before, one.after, one.text) = (None, None, None);
        }
    },
    |audit, _| {
        if let Some(one) = audit.answers.iter_mut().find(|one| one.case.is_some()) {
            one.case = None;
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A member without an answer is for another rule, and so is a meeting that is to come.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023",
            "panel": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "cases": [{ "id": "00000000-0000-4000-8000-000000000010" }],
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
                }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-16",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "cases": [{ "id": "00000000-0000-4000-8000-000000000010" }],
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
                }
            ]
        }"#,
    ),
    // Of three answers that are due, one is given twice and one says nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "cases": [
                { "id": "00000000-0000-4000-8000-000000000010" },
                { "id": "00000000-0000-4000-8000-000000000011" }
            ],
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
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000011"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "flere møder"
                }
            ]
        }"#,
        &[not_met(
            "/panel/0",
            "paneldeltageren har givet 2 svar ud af 3",
            "the member of the panel gave 2 answers of 3",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "cases": [
                { "id": "00000000-0000-4000-8000-000000000010" },
                { "id": "00000000-0000-4000-8000-000000000011" }
            ],
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "flere møder"
                }
            ]
        }"#,
        &[
            not_met(
                "/answers/0",
                "svaret siger ikke, hvilken case det handler om",
                "the answer does not say which case it is about",
            ),
            not_met(
                "/answers/1",
                "svaret siger ikke, hvilken case det handler om",
                "the answer does not say which case it is about",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020" }],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000030"
                }
            ]
        }"#,
        &[not_evaluated("", "AUD009")],
    ),
    // Held in a month that has begun; one answer of two, and an answer that says nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "cases": [{ "id": "00000000-0000-4000-8000-000000000010" }],
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "ja"
                }
            ]
        }"#,
        &[not_met(
            "/panel/0",
            "paneldeltageren har givet 1 svar ud af 2",
            "the member of the panel gave 1 answer of 2",
        )],
    ),
    // Nobody has answered: that is for AUD003.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020" }]
        }"#,
    ),
];
