//! Clean improvement projects.

use alloc::vec::Vec;

use super::number;
use crate::date::PartialDate;
use crate::draft::tape::Tape;
use crate::goal::ProcessMeasure;
use crate::project::{
    Claim, ClaimKind, CountMethod, CountRow, Counting, CountingTime, Hypothesis, ImprovementProject,
    ProjectDepartment, TrainingPlan, TrainingSession,
};
use crate::text::Text;

/// A project of 2023 with two countings by the same definition, before and after its training, and claims that agree
/// with them.
pub(super) fn clean(tape: &mut Tape<'_>) -> ImprovementProject {
    let mut departments: Vec<ProjectDepartment> = tape.list_of(1, 3, |tape| ProjectDepartment {
        name: Some(tape.said()),
        trained_before: Some(false),
        ..ProjectDepartment::new(tape.fresh_id())
    });
    number(departments.iter_mut().filter_map(|one| one.name.as_mut()));
    let definition = tape.said();
    let first = Counting {
        on: PartialDate::of_month(2023, 3),
        ..counting(CountingTime::AtStart, &departments, &definition, tape)
    };
    let mut last = Counting {
        on: PartialDate::of_month(2023, 10),
        ..counting(CountingTime::AtEnd, &departments, &definition, tape)
    };
    // More is overdue for evaluation, and the two other targets are reached.
    for (row, before) in last.rows.iter_mut().zip(&first.rows) {
        row.exceptions = match row.measure {
            ProcessMeasure::EvaluationOverdue => before.exceptions.map(|before| before.saturating_add(1)),
            _ => Some(0),
        };
    }
    let claims = tape.list(2, |tape| Claim {
        text: Some(tape.said()),
        departments: [tape.pick(&departments).department].into(),
        ..if tape.flag() {
            Claim { says: Some(ClaimKind::NotAllReached), ..Claim::new(tape.fresh_id()) }
        } else {
            Claim {
                says: Some(ClaimKind::More),
                measures: [ProcessMeasure::EvaluationOverdue].into(),
                ..Claim::new(tape.fresh_id())
            }
        }
    });
    ImprovementProject {
        title: Some(tape.said()),
        hypotheses: [Hypothesis { text: Some(tape.said()) }].into(),
        departments,
        starts_on: PartialDate::of_month(2023, 2),
        ends_on: PartialDate::of_month(2023, 12),
        countings: [first, last].into(),
        training: [4, 9].map(session).into(),
        claims,
        training_plan: Some(TrainingPlan { trainers: Some(2), ..TrainingPlan::smarte() }),
        ..ImprovementProject::new(tape.fresh_id())
    }
}

/// A session for all departments, in that month.
fn session(month: u32) -> TrainingSession {
    TrainingSession { held_on: PartialDate::of_month(2023, month), ..TrainingSession::default() }
}

fn counting(
    time: CountingTime,
    departments: &[ProjectDepartment],
    definition: &Text,
    tape: &mut Tape<'_>,
) -> Counting {
    let mut rows = Vec::new();
    for one in departments {
        for measure in ProcessMeasure::ALL {
            let exceptions = Some(tape.within(0, 30));
            rows.push(CountRow { exceptions, of: Some(40), ..CountRow::new(one.department, *measure) });
        }
    }
    Counting {
        time: Some(time),
        definition: Some(definition.clone()),
        method: Some(CountMethod::ByHand),
        rows,
        ..Counting::new(tape.fresh_id())
    }
}
