//! A member of the panel answers a question of a case once, and the panel judges it in one way.

use uuid::Uuid;

use crate::audit::{CaseAudit, QuestionScope, ScaleStep};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD008,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-165"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "audit, answers; judgements")],
    title: Bilingual::new(
        "en paneldeltager besvarer et spørgsmål om en case én gang, og panelet vurderer det på én måde",
        "a member of the panel answers a question about a case once, and the panel judges it in one way",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det er uklart, hvad der gælder, og en deltager tæller to gange.",
        "The document contradicts itself: it is unclear what is valid, and a member counts twice.",
    ),
    remedy: Bilingual::new(
        "Slet det svar eller den vurdering, der ikke gælder, eller ret, hvilket spørgsmål og hvilken case det drejer sig om, eller, hvis det er et svar, hvem der gav det.",
        "Delete the answer or judgement that is not valid, or correct which question and which case it is about or, for an answer, who gave it.",
    ),
    example: Bilingual::new(
        "Lederen har svaret både »i høj grad« og »i mindre grad« på samme spørgsmål om samme borger.",
        "The head answered the same question about the same citizen both “to a high degree” and “to a lesser degree”.",
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

message! {
    JudgedInTwoWays { first: u64, question: u64 }
    "vurdering {first} på listen gælder også spørgsmål {question} og den samme case, men når frem til noget andet",
    "judgement {first} of the list is also about question {question} and the same case, but comes to another result",
}

message! {
    JudgedInTwoWaysAcross { first: u64, question: u64 }
    "vurdering {first} på listen gælder også det tværgående spørgsmål {question}, men når frem til noget andet",
    "judgement {first} of the list is also about question {question}, which is across cases, but comes to another result",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_answers(audit, at, cx);
    check_judgements(audit, at, cx);
}

fn is_across(audit: &CaseAudit, question: Uuid) -> bool {
    let asked = audit.questions.iter().find(|one| one.id.uuid() == question);
    asked.is_some_and(|one| one.scope == Some(QuestionScope::AcrossCases))
}

/// Words may appear in several judgements, but there is one step of the scale for each state.
fn check_judgements(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.judgements.len() < 2 {
        return;
    }
    let list = at.key("judgements");
    let judgements = |put: &mut dyn FnMut((Uuid, Option<Uuid>, usize))| {
        for (n, one) in audit.judgements.iter().enumerate() {
            put((one.question.uuid(), one.case.map(Id::uuid), n));
        }
    };
    sorted(judgements, |judgements| {
        for same in judgements.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).filter(|same| same.len() > 1) {
            let (mut before, mut after) = (None, None);
            for (question, case, n) in same {
                let Some(one) = audit.judgements.get(*n) else { continue };
                let first_other = |seen: &mut Option<(Id<ScaleStep>, usize)>, step: Option<Id<ScaleStep>>| {
                    let (first, n) = *seen.get_or_insert((step?, *n));
                    (Some(first) != step).then_some(n)
                };
                let (of_before, of_after) =
                    (first_other(&mut before, one.before), first_other(&mut after, one.after));
                let Some(first) = of_before.or(of_after).map(ordinal) else { continue };
                let asked = audit.questions.iter().position(|one| one.id.uuid() == *question);
                let Some(question) = asked.map(ordinal) else { continue };
                // Without their case, two judgements of a question about each case may be of two cases.
                let place = list.index(*n);
                match case {
                    Some(_) => cx.not_met(&place, JudgedInTwoWays { first, question }),
                    None if is_across(audit, one.question.uuid()) => {
                        cx.not_met(&place, JudgedInTwoWaysAcross { first, question });
                    }
                    None => {}
                }
            }
        }
    });
}

fn check_answers(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.answers.len() < 2 {
        return;
    }
    let list = at.key("answers");
    let answers = |put: &mut dyn FnMut(([Uuid; 2], Option<Uuid>, usize))| {
        for (n, one) in audit.answers.iter().enumerate().filter(|(_, one)| one.says_something()) {
            put(([one.member.uuid(), one.question.uuid()], one.case.map(Id::uuid), n));
        }
    };
    sorted(answers, |answers| {
        for same in answers.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            for ([_, question], case, n) in same.iter().skip(1) {
                // Without their case, two answers to a question about each case may be of two cases.
                match case {
                    Some(_) => cx.not_met(&list.index(*n), TwiceOnACase {}),
                    None if is_across(audit, *question) => cx.not_met(&list.index(*n), TwiceAcross {}),
                    None => {}
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let n = tape.index(audit.answers.len());
        if let Some(answer) = audit.answers.get(n).cloned() {
            audit.answers.push(answer);
        }
    },
    |audit, tape| {
        let n = tape.index(audit.judgements.len());
        if let Some(mut judgement) = audit.judgements.get(n).cloned() {
            judgement.after =
                audit.scale.iter().map(|step| Some(step.id)).find(|id| *id != judgement.after).flatten();
            audit.judgements.push(judgement);
        }
    },
];

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
    // Words beside a step, and steps of two states, contradict nothing; nor do two judgements without their case.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "questions": [
                { "id": "00000000-0000-4000-8000-000000000020", "scope": "eachCase" },
                { "id": "00000000-0000-4000-8000-000000000021", "scope": "acrossCases" }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "after": "00000000-0000-4000-8000-000000000031", "text": "bedre"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "after": "00000000-0000-4000-8000-000000000031"
                }
            ]
        }"#,
        &[
            not_met(
                "/judgements/2",
                "vurdering 2 på listen gælder også spørgsmål 1 og den samme case, men når frem til noget andet",
                "judgement 2 of the list is also about question 1 and the same case, but comes to another result",
            ),
            not_met(
                "/judgements/6",
                "vurdering 6 på listen gælder også det tværgående spørgsmål 2, men når frem til noget andet",
                "judgement 6 of the list is also about question 2, which is across cases, but comes to another result",
            ),
        ],
    ),
    // The question is not on the list: nobody knows whether the answers are of one case.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "ja"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "nej"
                }
            ]
        }"#,
    ),
];
