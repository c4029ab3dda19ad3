//! Clean case-based audits.

use alloc::vec::Vec;

use crate::audit::{
    AuditAnswer, AuditCase, AuditMaterial, AuditQuestion, CaseAudit, Facilitator, PanelMember, QuestionScope,
    ScaleStep,
};
use crate::draft::part::Part;
use crate::draft::tape::Tape;

/// An audit whose cases are complete, and in which every answer leads to what it is about.
pub(super) fn clean(tape: &mut Tape<'_>) -> CaseAudit {
    let cases: Vec<AuditCase> = tape.list_of(1, 3, |tape| AuditCase {
        citizen: Part::any(tape),
        department: None,
        materials: AuditMaterial::ALL.to_vec(),
        ..AuditCase::new(tape.fresh_id())
    });
    let questions: Vec<AuditQuestion> = tape.list_of(1, 4, |tape| AuditQuestion {
        text: Some(tape.said()),
        scope: Some(QuestionScope::EachCase),
        ..AuditQuestion::new(tape.fresh_id())
    });
    let scale: Vec<ScaleStep> =
        tape.list_of(2, 4, |tape| ScaleStep { label: Some(tape.said()), ..ScaleStep::new(tape.fresh_id()) });
    let panel: Vec<PanelMember> = tape
        .list_of(1, 3, |tape| PanelMember { role: Some(tape.said()), ..PanelMember::new(tape.fresh_id()) });
    let answers = tape.list(4, |tape| AuditAnswer {
        case: Some(tape.pick(&cases).id),
        before: Some(tape.pick(&scale).id),
        after: Some(tape.pick(&scale).id),
        ..AuditAnswer::new(tape.pick(&questions).id, tape.pick(&panel).id)
    });
    CaseAudit {
        topic: Some(tape.said()),
        drawn_at_random: Some(true),
        cases,
        questions,
        scale,
        panel,
        facilitators: [Facilitator { is_external: Some(true), ..Facilitator::default() }].into(),
        answers,
        ..CaseAudit::new(tape.fresh_id())
    }
}
