//! What was answered before and after the change is judged before and after it.

use uuid::Uuid;

use crate::audit::{AuditAnswer, AuditJudgement, CaseAudit};
use crate::codes;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::with_both;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD010,
    basis: Basis::Stated,
    requirements: &["R-169"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: en konkret vurdering … før og efter sidemandsoplæringen",
    )],
    title: Bilingual::new(
        "panelet vurderer både før og efter, hvor deltagerne har svaret på begge dele",
        "the panel judges both before and after where its members answered about both",
    ),
    why: Bilingual::new(
        "Uden vurderingen af tilstanden før kan ingen se, om indsatsen har flyttet noget.",
        "Without the judgement of the state before, nobody can see whether the intervention made a difference.",
    ),
    remedy: Bilingual::new(
        "Angiv panelets vurdering af både før og efter.",
        "State the judgement of the panel on both before and after.",
    ),
    example: Bilingual::new(
        "Deltagerne har svaret om delmålenes kvalitet både før og efter, men panelet har kun vurderet kvaliteten efter.",
        "The members answered on the quality of the sub-goals before and after, but the panel judged only the quality after.",
    ),
    ..Rule::DERIVED
};

message! {
    OnlyAfter {}
    "panelet har kun vurderet tilstanden efter indsatsen, men deltagerne har også svaret på, hvordan den var før",
    "the panel judged only the state after the intervention, but its members also answered on the state before",
}

message! {
    OnlyBefore {}
    "panelet har kun vurderet tilstanden før indsatsen, ikke efter",
    "the panel judged only the state before the intervention, not after it",
}

const BEFORE: Bilingual =
    Bilingual::new("vurderingen af tilstanden før", "the judgement of the state before");
const AFTER: Bilingual =
    Bilingual::new("vurderingen af tilstanden efter", "the judgement of the state after");

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if audit.judgements.is_empty() {
        // An audit yields a judgement; before the meeting there is none.
        if audit.was_held(cx.as_of()) {
            cx.not_assessable(at, Bilingual::new("panelets vurderinger", "the judgements of the panel"));
        }
        return;
    }
    let list = at.key("judgements");
    let answered = |is_about: fn(&AuditAnswer) -> bool| {
        let asked = audit.answers.iter().filter(move |one| is_about(one));
        asked.map(|one| (one.question.uuid(), one.case.map(Id::uuid)))
    };
    let (before, after) = (answered(|one| one.before.is_some()), answered(|one| one.after.is_some()));
    with_both(&before, &after, |before, after| {
        for (n, one) in audit.judgements.iter().enumerate() {
            let place = list.index(n);
            match (one.before, one.after) {
                (None, Some(_)) if is_of(before, one) => cx.not_met(&place, OnlyAfter {}),
                (Some(_), None) if is_of(after, one) => cx.not_met(&place, OnlyBefore {}),
                (None, None) if is_of(before, one) => {
                    cx.all_stated(&place, [(false, BEFORE), (false, AFTER)]);
                }
                _ => {}
            }
        }
    });
}

/// A question and a case.
type Asked = (Uuid, Option<Uuid>);

/// Whether members answered what the judgement is about. An answer or a judgement without a case may be about each.
fn is_of(answered: &[Asked], one: &AuditJudgement) -> bool {
    let question = one.question.uuid();
    let from = answered.partition_point(|asked| asked.0 < question);
    let mut of_question = answered.iter().skip(from).take_while(|asked| asked.0 == question);
    let is_of_all = one.case.is_none() || of_question.clone().next().is_some_and(|asked| asked.1.is_none());
    let of_case = (question, one.case.map(Id::uuid));
    if is_of_all { of_question.next().is_some() } else { answered.binary_search(&of_case).is_ok() }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| change_one(audit, tape, |one| one.before = None),
    |audit, tape| change_one(audit, tape, |one| one.after = None),
    |audit, tape| change_one(audit, tape, |one| (one.before, one.after) = (None, None)),
    |audit, _| audit.judgements.clear(),
];

#[cfg(feature = "proptest")]
fn change_one(audit: &mut CaseAudit, tape: &mut Tape<'_>, change: fn(&mut AuditJudgement)) {
    let n = tape.index(audit.judgements.len());
    audit.judgements.get_mut(n).into_iter().for_each(change);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The panel is to meet tomorrow; it met today.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-16" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: panelets vurderinger",
            "cannot be assessed; missing: the judgements of the panel",
        )],
    ),
    // A question with one answer only, and one that nobody answered.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000031"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000021",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                { "question": "00000000-0000-4000-8000-000000000022", "text": "et fælles sprog" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000031"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000011", "text": "markant forbedring"
                }
            ]
        }"#,
        &[
            not_met(
                "/judgements/0",
                "panelet har kun vurderet tilstanden efter indsatsen, men deltagerne har også svaret på, hvordan den var før",
                "the panel judged only the state after the intervention, but its members also answered on the state before",
            ),
            not_met(
                "/judgements/1",
                "panelet har kun vurderet tilstanden før indsatsen, ikke efter",
                "the panel judged only the state before the intervention, not after it",
            ),
            not_assessable(
                "/judgements/2",
                "kan ikke vurderes; mangler: vurderingen af tilstanden før, vurderingen af tilstanden efter",
                "cannot be assessed; missing: the judgement of the state before, the judgement of the state after",
            ),
        ],
    ),
    // The question does not fit the second case, in which nobody rated anything.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000031"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000011", "text": "ikke relevant"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000011", "text": "ikke relevant"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000010",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000030"
                }
            ]
        }"#,
    ),
    // One case was answered on before and after; a judgement without a case may be about it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "case": "00000000-0000-4000-8000-000000000011",
                    "before": "00000000-0000-4000-8000-000000000030",
                    "after": "00000000-0000-4000-8000-000000000031"
                }
            ],
            "judgements": [
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000011",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "case": "00000000-0000-4000-8000-000000000012",
                    "after": "00000000-0000-4000-8000-000000000030"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000020",
                    "before": "00000000-0000-4000-8000-000000000030"
                }
            ]
        }"#,
        &[
            not_met(
                "/judgements/0",
                "panelet har kun vurderet tilstanden efter indsatsen, men deltagerne har også svaret på, hvordan den var før",
                "the panel judged only the state after the intervention, but its members also answered on the state before",
            ),
            not_met(
                "/judgements/2",
                "panelet har kun vurderet tilstanden før indsatsen, ikke efter",
                "the panel judged only the state before the intervention, not after it",
            ),
        ],
    ),
    // The members answered about one of the two only.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "answers": [{
                "question": "00000000-0000-4000-8000-000000000020",
                "member": "00000000-0000-4000-8000-000000000002",
                "before": "00000000-0000-4000-8000-000000000030"
            }],
            "judgements": [{
                "question": "00000000-0000-4000-8000-000000000020",
                "before": "00000000-0000-4000-8000-000000000030"
            }]
        }"#,
    ),
];
