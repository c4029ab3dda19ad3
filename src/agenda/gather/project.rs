//! What is to be done in an improvement project with two countings.

use super::{AfterEnd, Gather, Task, done};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{Place, Step};
use crate::date::{DutyStatus, When};
use crate::project::ImprovementProject;
use crate::report::Path;

impl Gather<'_> {
    pub(super) fn project(&mut self, one: &ImprovementProject, root: &Path<'_>) {
        let list = root.key("countings");
        for (n, counting) in one.countings.iter().enumerate() {
            let place = Place::at(Step::nth(DutyKind::Counting.label(), n, one.countings.len()));
            // The date is that on which it was made; one in the future is a plan.
            let is_made = counting.on.is_some() || !counting.rows.is_empty();
            let done = is_made.then_some(DutyStatus::Done { on: counting.on });
            let when = When::Date { on: counting.on };
            let (what, after_end) = (counting.definition.as_ref(), AfterEnd::LeftOpen);
            let task = Task { when: Some(&when), done, what, after_end, ..Task::default() };
            self.put(&list.item(n, counting.id), place, DutyKind::Counting, task);
        }
        let list = root.key("training");
        for (n, session) in one.training.iter().enumerate() {
            let place = Place::at(Step::nth(DutyKind::Training.label(), n, one.training.len()));
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
                ..Task::default()
            };
            self.put(&list.index(n), place, DutyKind::Training, task);
        }
        if let Some(audit) = &one.audit {
            self.audit(audit, &root.field("audit", Some(audit.id.subject())));
        }
    }
}
