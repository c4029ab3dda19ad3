//! The rules about PDSA cycles.

mod pds001_plan_predicts;
mod pds002_test_has_data;
mod pds003_study_compares;
mod pds004_decision_stated;
mod pds005_no_phase_left_out;
mod pds006_dates_forward;
mod pds007_three_questions;
mod pds008_next_after_adapt;
mod pds009_not_its_own_neighbour;

use super::{PdsaCycle, Plan};
use crate::rule::rules;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::{Act, ActDecision, CarriedOut, Study};
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;

rules! {
    PdsaCycle:
        pds002_test_has_data, pds003_study_compares, pds004_decision_stated, pds005_no_phase_left_out,
        pds006_dates_forward, pds007_three_questions, pds008_next_after_adapt, pds009_not_its_own_neighbour;
    Plan: pds001_plan_predicts;
}

/// The four phases: their names in the exchange format, and the words for them.
const PHASES: [(&str, Bilingual); 4] = [
    ("plan", Bilingual::new("planlægningen (plan)", "plan")),
    ("do", Bilingual::new("afprøvningen (do)", "do")),
    ("study", Bilingual::new("analysen (study)", "study")),
    ("act", Bilingual::new("beslutningen (act)", "act")),
];

/// Adds the phases that a clean cycle does not state. It stays clean.
#[cfg(feature = "proptest")]
fn add_missing_phases(cycle: &mut PdsaCycle, tape: &mut Tape<'_>) {
    cycle.plan.get_or_insert_with(|| Plan { prediction: Some(tape.said()), ..Plan::default() });
    cycle
        .carried_out
        .get_or_insert_with(|| CarriedOut { observations: Some(tape.said()), ..CarriedOut::default() });
    cycle.study.get_or_insert_with(|| Study { comparison: Some(tape.said()), ..Study::default() });
    cycle.act.get_or_insert_with(|| Act { decision: Some(ActDecision::Adopt), ..Act::default() });
}
