//! Gathers what is to be done in implementation plans.

use super::{Gather, Task, completed};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{OF_TIMETABLE, PHASE, Place, ROW, Step};
use crate::date::When;
use crate::plan::ImplementationPlan;
use crate::report::Path;

impl Gather<'_> {
    pub(super) fn plan(&mut self, one: &ImplementationPlan, root: &Path<'_>) {
        let carried_out = one.carried_out();
        let list = root.key("phases");
        for (n, phase) in one.phases.iter().enumerate() {
            let outer = match phase.number.and_then(|number| usize::try_from(number).ok()) {
                Some(number) => Step::numbered(PHASE, number),
                None => Step::nth(PHASE, n, one.phases.len()),
            };
            let at = list.index(n);
            let tasks = at.key("tasks");
            for (n, task) in phase.tasks.iter().enumerate() {
                if carried_out.contains(task.id) {
                    continue;
                }
                let place =
                    Place::inside(Some(outer), Step::nth(DutyKind::PlanTask.label(), n, phase.tasks.len()));
                let item =
                    Task { done: completed(task.completion), what: task.text.as_ref(), ..Task::default() };
                self.put(&tasks.item(n, task.id), place, DutyKind::PlanTask, item);
            }
            let rows = at.key("rows");
            for (n, row) in phase.rows.iter().enumerate() {
                let step = Step::nth(DutyKind::TimetableRow.label(), n, phase.rows.len());
                let place = Place::inside(Some(outer), step.said_as(ROW, OF_TIMETABLE));
                let when = row.ends_on().map(|on| When::Date { on: Some(on) });
                let item = Task {
                    when: when.as_ref(),
                    done: completed(row.completion),
                    what: row.text.as_ref(),
                    ..Task::default()
                };
                self.put(&rows.item(n, row.id), place, DutyKind::TimetableRow, item);
            }
        }
    }
}
