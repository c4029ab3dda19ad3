//! The rules about implementation plans.

mod agr071_within_mandate;
mod agr074_within_deadline;
#[cfg(feature = "proptest")]
mod breaks;
mod pla001_phases_follow_each_other;
mod pla002_ends_after_start;
mod pla003_phases_numbered;
mod pla004_extension_decided;
mod pla005_within_approved_time;
mod pla006_extension_is_later;
mod pla007_extended_by_who_approved;
mod pla008_row_has_responsible;
mod pla009_support_is_separate;
mod pla010_task_has_row;
mod pla011_row_has_task;
mod pla012_row_within_phase;
mod pla013_begun_is_continued;
mod pla014_continues_earlier_row;
mod pla015_tested_before_begun;
mod pla016_new_practice_tested;
mod pla017_no_start_in_blackout;
mod pla018_not_before_stated_time;
mod pla019_one_owner_of_change;
mod pla020_unit_has_leader;
mod pla021_roles_are_there;
mod pla022_all_are_covered;
mod pla023_effect_is_measured;
mod pla024_coordination_goes_on;
mod pla025_areas_as_stated;
mod pla026_completion_agrees;
mod pla027_extended_in_time;
mod pla028_listed_once;
mod pla029_unit_in_one_area;
mod pla030_row_within_scope;
mod pla031_no_test_in_blackout;
mod pla032_after_what_it_continues;
mod pla033_blackout_within_plan;
mod pla034_closed_units_left_out;
mod places_left_out;

use uuid::Uuid;

use super::{ImplementationPlan, PlanExtension, PlanPhase, PlanTask, PlanUnit, TimetableRow};
use crate::circle::Completion;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{done, rules};
use crate::sorted::{of, sorted};
use crate::text::Bilingual;

/// What can be missing.
const MONTHS: Bilingual = Bilingual::new("rækkens måneder", "the months of the row");
const EXACT_DAY: Bilingual = Bilingual::new(
    "hvilken dag rækken begynder (kun måneden eller året er oplyst)",
    "the day on which the row begins (only the month or the year is stated)",
);
const ROWS: Bilingual = Bilingual::new("tidsplanens rækker", "the rows of the timetable");

rules! {
    ImplementationPlan: pla001_phases_follow_each_other, pla002_ends_after_start, pla003_phases_numbered, pla005_within_approved_time, pla006_extension_is_later, pla007_extended_by_who_approved, pla009_support_is_separate, pla010_task_has_row, pla013_begun_is_continued, pla014_continues_earlier_row, pla015_tested_before_begun, pla016_new_practice_tested, pla017_no_start_in_blackout, pla019_one_owner_of_change, pla021_roles_are_there, pla022_all_are_covered, pla023_effect_is_measured, pla024_coordination_goes_on, pla025_areas_as_stated, pla026_completion_agrees, pla027_extended_in_time, pla028_listed_once, pla029_unit_in_one_area, pla030_row_within_scope, pla031_no_test_in_blackout, pla032_after_what_it_continues, pla033_blackout_within_plan,
        pla034_closed_units_left_out
        & agr071_within_mandate, agr074_within_deadline;
    PlanExtension: pla004_extension_decided;
    PlanPhase: pla011_row_has_task, pla012_row_within_phase;
    PlanUnit: pla020_unit_has_leader;
    TimetableRow: pla008_row_has_responsible, pla018_not_before_stated_time;
}

done! {
    PlanTask: one, DONE at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    TimetableRow: one, DONE at ["completion", "done", "on"] = one.completion.and_then(Completion::on);
    PlanExtension: one, DECIDED at ["decidedOn"] = one.decided_on;
}

/// Finds a row and the index of its phase.
type FindRow<'f, 'p> = &'f dyn Fn(Id<TimetableRow>) -> Option<(usize, &'p TimetableRow)>;

/// Calls `then` with a function that finds a row and the index of its phase; of several rows with one id, the first.
fn with_rows<'p>(plan: &'p ImplementationPlan, then: impl FnOnce(FindRow<'_, 'p>)) {
    let fill = |add: &mut dyn FnMut((Uuid, (usize, usize)))| {
        for (n, phase) in plan.phases.iter().enumerate() {
            phase.rows.iter().enumerate().for_each(|(m, row)| add((row.id.uuid(), (n, m))));
        }
    };
    sorted(fill, |rows| {
        then(&|id| {
            let (_, (n, m)) = of(rows, id.uuid()).first()?;
            Some((*n, plan.phases.get(*n)?.rows.get(*m)?))
        });
    });
}

/// Calls `each` with the index of a phase, each row of it, and the place of the row.
fn each_row(plan: &ImplementationPlan, at: &Path<'_>, mut each: impl FnMut(usize, &TimetableRow, &Path<'_>)) {
    let list = at.key("phases");
    for (of_phase, phase) in plan.phases.iter().enumerate() {
        let phase_at = list.index(of_phase);
        let rows = phase_at.key("rows");
        for (n, row) in phase.rows.iter().enumerate() {
            each(of_phase, row, &rows.item(n, row.id));
        }
    }
}
