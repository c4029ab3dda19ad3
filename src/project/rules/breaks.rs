//! Changes that break several rules.

use crate::audit::{
    AuditAnswer, AuditJudgement, AuditQuestion, CaseAudit, Facilitator, PanelMember, QuestionScope, ScaleStep,
};
use crate::date::PartialDate;
use crate::draft::tape::Tape;
use crate::project::{Counting, ImprovementProject};

/// Changes the first counting.
pub(super) fn change_first(project: &mut ImprovementProject, change: fn(&mut Counting)) {
    project.countings.first_mut().into_iter().for_each(change);
}

/// Changes the last one.
pub(super) fn change_last(project: &mut ImprovementProject, change: fn(&mut Counting)) {
    project.countings.last_mut().into_iter().for_each(change);
}

/// Adds a counting after the first one, made in the same way.
pub(super) fn add_between(project: &mut ImprovementProject, tape: &Tape<'_>, change: fn(&mut Counting)) {
    if let Some(first) = project.countings.first() {
        let mut one = Counting { id: tape.spare_id(2), ..first.clone() };
        change(&mut one);
        project.countings.insert(1, one);
    }
}

/// An audit of before and after with one question, which one member of the panel answered.
pub(super) fn judged(
    held_on: Option<PartialDate>,
    answered_on: Option<PartialDate>,
    tape: &mut Tape<'_>,
) -> CaseAudit {
    let (question, member) = (tape.spare_id(11), tape.spare_id(12));
    let steps = [tape.spare_id(13), tape.spare_id(14)];
    let (before, after) = (Some(steps[0]), Some(steps[1]));
    let asked = AuditQuestion {
        text: Some(tape.said()),
        scope: Some(QuestionScope::AcrossCases),
        ..AuditQuestion::new(question)
    };
    let labels = steps.into_iter().zip(["i mindre grad", "i høj grad"]);
    let answer = AuditAnswer { before, after, on: answered_on, ..AuditAnswer::new(question, member) };
    CaseAudit {
        drawn_at_random: Some(true),
        questions: [asked].into(),
        scale: labels
            .map(|(id, label)| ScaleStep { label: Some(label.into()), ..ScaleStep::new(id) })
            .collect(),
        panel: [PanelMember { role: Some(tape.said()), ..PanelMember::new(member) }].into(),
        facilitators: [Facilitator {
            is_external: Some(true),
            took_part: Some(false),
            ..Facilitator::default()
        }]
        .into(),
        held_on,
        answers: [answer].into(),
        judgements: [AuditJudgement { before, after, ..AuditJudgement::new(question) }].into(),
        ..CaseAudit::new(tape.spare_id(10))
    }
}
