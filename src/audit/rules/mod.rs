//! The rules about case-based audits.

mod aud001_drawn_at_random;
mod aud002_material_complete;
mod aud003_answered_before_meeting;
mod aud004_facilitator_independent;
mod aud005_departments_in_panel;
mod aud006_somebody_from_elsewhere;
mod aud007_all_answered;
mod aud008_answered_once;
mod aud009_across_without_case;
mod aud010_judged_before_and_after;
mod aud011_question_once;
mod aud012_scale_labels_differ;
pub(crate) mod aud013_scale_has_steps;
mod aud014_case_is_another_citizen;
mod aud015_facilitator_took_no_part;
mod aud016_all_judged;

use super::{AuditAnswer, CaseAudit};
use crate::rule::{done, rules};

rules! {
    CaseAudit:
        aud001_drawn_at_random, aud002_material_complete, aud003_answered_before_meeting, aud004_facilitator_independent,
        aud005_departments_in_panel, aud006_somebody_from_elsewhere, aud007_all_answered, aud008_answered_once,
        aud009_across_without_case, aud010_judged_before_and_after, aud011_question_once,
        aud012_scale_labels_differ, aud013_scale_has_steps, aud014_case_is_another_citizen,
        aud015_facilitator_took_no_part, aud016_all_judged;
}

done! {
    // Until the panel has judged, its day is a plan.
    CaseAudit: one, HELD at ["heldOn"] = one.held_on.filter(|_| !one.judgements.is_empty());
    AuditAnswer: one, ANSWERED at ["on"] = one.on;
}
