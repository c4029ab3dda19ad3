//! Clean case-based audits.

use super::{number, scale};
use alloc::vec::Vec;

use crate::audit::{
    AuditAnswer, AuditCase, AuditJudgement, AuditMaterial, AuditQuestion, CaseAudit, Facilitator,
    PanelMember, QuestionScope,
};
use crate::date::PartialDate;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::id::Id;

/// An audit whose cases are complete, and in which every member of the panel answers everything before the meeting.
pub(super) fn clean(tape: &mut Tape<'_>) -> CaseAudit {
    let cases: Vec<AuditCase> = tape.list_of(1, 2, |tape| AuditCase {
        citizen: Part::any(tape),
        department: Some(tape.fresh_id()),
        materials: AuditMaterial::ALL.to_vec(),
        ..AuditCase::new(tape.fresh_id())
    });
    let mut questions: Vec<AuditQuestion> =
        tape.list_of(1, 2, |tape| question(QuestionScope::EachCase, tape));
    questions.push(question(QuestionScope::AcrossCases, tape));
    // No two questions have the same wording.
    number(questions.iter_mut().filter_map(|one| one.text.as_mut()));
    let scale = scale(tape);
    // One from each department, and one from outside.
    let departments = cases.iter().map(|case| case.department).chain([None]);
    let panel: Vec<PanelMember> = departments
        .map(|department| PanelMember {
            role: Some(tape.said()),
            department,
            ..PanelMember::new(tape.fresh_id())
        })
        .collect();
    let places = places(&cases, &questions);
    let (mut answers, mut judgements) = (Vec::new(), Vec::new());
    for (question, case) in places {
        judgements.push(AuditJudgement {
            case,
            before: Some(tape.pick(&scale).id),
            after: Some(tape.pick(&scale).id),
            ..AuditJudgement::new(question)
        });
        for member in &panel {
            answers.push(AuditAnswer {
                case,
                before: Some(tape.pick(&scale).id),
                after: Some(tape.pick(&scale).id),
                on: PartialDate::of_year(2023),
                ..AuditAnswer::new(question, member.id)
            });
        }
    }
    CaseAudit {
        topic: Some(tape.said()),
        drawn_at_random: Some(true),
        cases,
        questions,
        scale,
        panel,
        facilitators: [Facilitator {
            is_external: Some(true),
            took_part: Some(false),
            ..Facilitator::default()
        }]
        .into(),
        held_on: PartialDate::of_month(2024, 1),
        answers,
        judgements,
        ..CaseAudit::new(tape.fresh_id())
    }
}

fn question(scope: QuestionScope, tape: &mut Tape<'_>) -> AuditQuestion {
    AuditQuestion { text: Some(tape.said()), scope: Some(scope), ..AuditQuestion::new(tape.fresh_id()) }
}

/// What is answered: each question about each case, and those across them.
fn places(
    cases: &[AuditCase],
    questions: &[AuditQuestion],
) -> Vec<(Id<AuditQuestion>, Option<Id<AuditCase>>)> {
    let mut places = Vec::new();
    for question in questions {
        match question.scope {
            Some(QuestionScope::EachCase) => {
                places.extend(cases.iter().map(|case| (question.id, Some(case.id))));
            }
            _ => places.push((question.id, None)),
        }
    }
    places
}
