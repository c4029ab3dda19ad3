//! The rules about PDSA cycles.

mod pds001_plan_predicts;
mod pds002_test_has_data;
mod pds003_study_compares;
mod pds004_decision_stated;
mod pds005_no_phase_left_out;
mod pds006_dates_forward;
mod pds007_three_questions;
pub(crate) mod pds008_next_after_adapt;
mod pds009_not_its_own_neighbour;
mod pds010_plan_before_test;
mod pds020_scale_within_whole;
mod pds021_abandoned_is_not_retested;

use super::{Act, CarriedOut, PdsaCycle, Plan, Study};
use crate::date::PartialDate;
use crate::rule::{done, rules};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::ActDecision;
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;

rules! {
    PdsaCycle:
        pds002_test_has_data, pds003_study_compares, pds004_decision_stated, pds005_no_phase_left_out,
        pds006_dates_forward, pds007_three_questions, pds008_next_after_adapt, pds009_not_its_own_neighbour,
        pds010_plan_before_test, pds020_scale_within_whole, pds021_abandoned_is_not_retested;
    Plan: pds001_plan_predicts;
}

done! {
    CarriedOut: one, TESTED at ["on"] = one.on;
    Study: one, STUDIED at ["on"] = one.on;
    Act: one, DECIDED at ["on"] = one.on;
}

/// The four phases: their names in the exchange format, and the words for them.
const PHASES: [(&str, Bilingual); 4] = [
    ("plan", Bilingual::new("planlægningen (plan)", "the plan")),
    ("do", Bilingual::new("afprøvningen (do)", "the test (do)")),
    ("study", Bilingual::new("analysen (study)", "the study")),
    ("act", Bilingual::new("beslutningen (act)", "the decision (act)")),
];

/// A phase: its name in the exchange format, the words for it, and its date.
type Dated = ((&'static str, Bilingual), Option<PartialDate>);

/// The four phases with their dates.
fn dated_phases(cycle: &PdsaCycle) -> [Dated; 4] {
    let ([a, b, c, d], [plan, carried_out, study, act]) = (PHASES, cycle.phase_dates());
    [(a, plan), (b, carried_out), (c, study), (d, act)]
}

/// Dates the phases, earliest first. `None` leaves a phase undated.
#[cfg(feature = "proptest")]
fn date_phases(cycle: &mut PdsaCycle, dates: [Option<PartialDate>; 4]) {
    let [plan, carried_out, study, act] = dates;
    cycle.plan.iter_mut().for_each(|phase| phase.on = plan);
    cycle.carried_out.iter_mut().for_each(|phase| phase.on = carried_out);
    cycle.study.iter_mut().for_each(|phase| phase.on = study);
    cycle.act.iter_mut().for_each(|phase| phase.on = act);
}

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
