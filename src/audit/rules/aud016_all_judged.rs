//! The panel judges everything that its members answered.

use uuid::Uuid;

use crate::audit::CaseAudit;
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::{of, with_both};
use crate::text::{Bilingual, count, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD016,
    severity: Severity::Information,
    requirements: &["R-165", "R-169"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Auditproces: fire vurderingsspørgsmål for hver borger samt to tværgående udviklingsspørgsmål",
        ),
        SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces: en konkret vurdering"),
    ],
    title: Bilingual::new(
        "panelet vurderer alt det, som deltagerne har besvaret",
        "the panel judges everything that its members answered",
    ),
    why: Bilingual::new(
        "Uden panelets vurdering står deltagernes svar alene, og casen eller spørgsmålet er ikke med i det, auditten viser.",
        "Without the judgement of the panel there are only the answers of its members, and the case or question is not part of what the audit shows.",
    ),
    remedy: Bilingual::new(
        "Angiv panelets vurdering. Har panelet ikke vurderet det, er der intet at rette.",
        "State the judgement of the panel. If the panel did not judge it, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Deltagerne har besvaret spørgsmål 2 om tre borgere, men panelet har kun vurderet det for to.",
        "The members answered question 2 about three citizens, but the panel judged it for two only.",
    ),
    ..Rule::DERIVED
};

message! {
    NotJudged { question: u64 }
    "panelet har ikke vurderet spørgsmål {question}, som deltagerne har besvaret",
    "the panel did not judge question {question}, which its members answered",
}

message! {
    JudgedInPart { question: u64, cases: u64, missing: u64 }
    "deltagerne har besvaret spørgsmål {question} for {cases} cases, men panelets vurdering mangler for {missing}",
    "the members answered question {question} for {cases} cases, but the judgement of the panel is missing for {missing}",
}

/// A question and a case.
type Asked = (Uuid, Option<Uuid>);

/// An audit without any judgement is for AUD010. A judgement that names no case may be of all.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.judgements.is_empty() || audit.answers.is_empty() {
        return;
    }
    let judged = audit.judgements.iter().map(|one| (one.question.uuid(), one.case.map(Id::uuid)));
    let answered = audit.answers.iter().filter(|one| one.says_something());
    let answered = answered.map(|one| (one.question.uuid(), one.case.map(Id::uuid)));
    with_both(&judged, &answered, |judged, answered| compare(audit, judged, answered, at, cx));
}

fn compare(audit: &CaseAudit, judged: &[Asked], answered: &[Asked], at: &Path<'_>, cx: &mut Checker<'_>) {
    let at = at.key("judgements");
    for (n, question) in audit.questions.iter().enumerate() {
        let id = question.id.uuid();
        let (answered, judged) = (of(answered, id), of(judged, id));
        let number = ordinal(n);
        if answered.is_empty() {
            continue;
        }
        if judged.is_empty() {
            cx.not_met(&at, NotJudged { question: number });
            continue;
        }
        if judged.iter().any(|(_, case)| case.is_none()) {
            continue;
        }
        let (mut cases, mut missing) = (0_usize, 0_usize);
        for one in answered.chunk_by(|one, other| one == other).filter_map(|same| same.first()) {
            if one.1.is_some() {
                cases = cases.saturating_add(1);
                missing = missing.saturating_add(usize::from(judged.binary_search(one).is_err()));
            }
        }
        if missing > 0 {
            let (cases, missing) = (count(cases), count(missing));
            cx.not_met(&at, JudgedInPart { question: number, cases, missing });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[|audit, tape| {
    let n = tape.index(audit.judgements.len());
    if n < audit.judgements.len() {
        audit.judgements.remove(n);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // All is judged; an answer says nothing; a judgement is of all cases; nobody answered.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000022", "scope": "acrossCases" },
                { "id": "00000000-0000-4000-8000-000000000023" }
            ],
            "answers": [
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000010", "text": "ja" },
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000011" },
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "text": "om en af dem" },
                { "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000010", "text": "ja" },
                { "question": "00000000-0000-4000-8000-000000000022", "member": "00000000-0000-4000-8000-000000000002", "text": "ja" }
            ],
            "judgements": [
                { "question": "00000000-0000-4000-8000-000000000020", "case": "00000000-0000-4000-8000-000000000010" },
                { "question": "00000000-0000-4000-8000-000000000021", "text": "begge borgere" },
                { "question": "00000000-0000-4000-8000-000000000022" }
            ]
        }"#,
    ),
    // Before the meeting nothing is judged.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020" }],
            "answers": [{ "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "text": "ja" }]
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
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000010", "text": "ja" },
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000003", "case": "00000000-0000-4000-8000-000000000010", "text": "ja" },
                { "question": "00000000-0000-4000-8000-000000000020", "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000011", "text": "nej" },
                { "question": "00000000-0000-4000-8000-000000000021", "member": "00000000-0000-4000-8000-000000000002", "text": "ja" }
            ],
            "judgements": [{ "question": "00000000-0000-4000-8000-000000000020", "case": "00000000-0000-4000-8000-000000000011" }]
        }"#,
        &[
            not_met(
                "/judgements",
                "deltagerne har besvaret spørgsmål 1 for 2 cases, men panelets vurdering mangler for 1",
                "the members answered question 1 for 2 cases, but the judgement of the panel is missing for 1",
            ),
            not_met(
                "/judgements",
                "panelet har ikke vurderet spørgsmål 2, som deltagerne har besvaret",
                "the panel did not judge question 2, which its members answered",
            ),
        ],
    ),
    // One of the judgements may be of the other case.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [{ "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" }],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000010",
                    "text": "ja"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002", "case": "00000000-0000-4000-8000-000000000011",
                    "text": "ja"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020", "case": "00000000-0000-4000-8000-000000000010"
                },
                { "question": "00000000-0000-4000-8000-000000000020", "text": "begge borgere" }
            ]
        }"#,
    ),
];
