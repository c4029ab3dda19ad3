//! What is to be done in an improvement project with two countings.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{AfterEnd, Gather, Task, done};
use crate::agenda::item::Duty;
use crate::agenda::place::{Place, Step};
use crate::date::{DutyStatus, PartialDate, When};
use crate::id::Id;
use crate::organisation::Department;
use crate::project::{Counting, ImprovementProject, TrainingSession};
use crate::report::Path;
use crate::sorted::sort_by;

impl Gather<'_> {
    pub(super) fn project(&mut self, one: &ImprovementProject, root: &Path<'_>) {
        let list = root.key("countings");
        for (n, counting) in one.countings.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Counting.label(), n, one.countings.len()));
            // A date without counts is a plan.
            let done = (!counting.rows.is_empty()).then_some(DutyStatus::Done { on: counting.on });
            let when = When::Date { on: counting.on };
            let (what, after_end) = (counting.definition.as_ref(), AfterEnd::LeftOpen);
            let task = Task { when: Some(&when), done, what, after_end, ..Task::default() };
            self.put(&list.item(n, counting.id), place, Duty::Counting, task);
        }
        let closed = Closed::of(one, self.agenda.as_of);
        let list = root.key("training");
        for (n, session) in one.training.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Training.label(), n, one.training.len()));
            let done = done(session.held_on).or_else(|| {
                // Its length is stated, but not its day.
                session.held_minutes.is_some().then_some(DutyStatus::Done { on: None })
            });
            let when = When::Date { on: session.planned_on };
            let task = Task {
                when: Some(&when),
                done,
                what: session.content.as_ref(),
                nth: Some(n),
                after_end: AfterEnd::Lapses,
                is_stopped: closed.as_ref().is_some_and(|closed| closed.before(session)),
                ..Task::default()
            };
            self.put(&list.index(n), place, Duty::Training, task);
        }
        if let Some(audit) = &one.audit {
            self.audit(audit, &root.field("audit", Some(audit.id.subject())));
        }
    }
}

/// The departments that are no longer counted, and the day of the first counting without them.
struct Closed {
    departments: Vec<Id<Department>>,
    by: NaiveDate,
}

impl Closed {
    /// Those in a counting of a project that its last one lacks.
    fn of(project: &ImprovementProject, as_of: NaiveDate) -> Option<Self> {
        let mut counted = project.countings.iter().filter(|one| !one.rows.is_empty());
        let last = counted.next_back()?;
        let by = last.on.map(PartialDate::first_day).filter(|day| *day <= as_of)?;
        let departments = |one: &Counting| one.rows.iter().map(|row| row.department).collect::<Vec<_>>();
        let mut still = departments(last);
        sort_by(&mut still, Ord::cmp);
        let mut earlier: Vec<_> = counted.flat_map(departments).collect();
        earlier.retain(|one| still.binary_search(one).is_err());
        sort_by(&mut earlier, Ord::cmp);
        Some(Self { departments: earlier, by })
    }

    /// Whether a session was to be held in one of them before that counting.
    fn before(&self, session: &TrainingSession) -> bool {
        let is_in = |one| self.departments.binary_search(&one).is_ok();
        session.department.is_some_and(is_in) && session.planned_on.is_some_and(|on| on.last_day() < self.by)
    }
}
