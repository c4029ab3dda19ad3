//! Clean improvement projects.

use alloc::vec::Vec;

use crate::draft::tape::Tape;
use crate::goal::ProcessMeasure;
use crate::project::{
    Claim, ClaimKind, CountMethod, CountRow, Counting, CountingTime, Hypothesis, ImprovementProject,
    ProjectDepartment,
};
use crate::text::Text;

/// A project with two countings by one definition, and claims that agree with them.
pub(super) fn clean(tape: &mut Tape<'_>) -> ImprovementProject {
    let departments: Vec<ProjectDepartment> = tape.list_of(1, 3, |tape| ProjectDepartment {
        name: Some(tape.said()),
        trained_before: Some(tape.flag()),
        ..ProjectDepartment::new(tape.fresh_id())
    });
    let definition = tape.said();
    let first = counting(CountingTime::AtStart, &departments, &definition, tape);
    let mut last = counting(CountingTime::AtEnd, &departments, &definition, tape);
    // Some of it always changes, and some of the target is not reached.
    for (row, before) in last.rows.iter_mut().zip(&first.rows) {
        row.exceptions = before.exceptions.map(|before| before.saturating_add(1));
    }
    let claims = tape.list(2, |tape| Claim {
        text: Some(tape.said()),
        says: Some(*tape.pick(&[ClaimKind::More, ClaimKind::NotAllReached])),
        departments: [tape.pick(&departments).department].into(),
        ..Claim::new(tape.fresh_id())
    });
    ImprovementProject {
        title: Some(tape.said()),
        hypotheses: [Hypothesis { text: Some(tape.said()) }].into(),
        departments,
        countings: [first, last].into(),
        claims,
        ..ImprovementProject::new(tape.fresh_id())
    }
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
