//! The three process measures, counted.

use kvalitetsmodel::goal::{Caseload, Citizen, Counted, ProcessMeasure};

use super::{day, id, sub_goal};

pub(crate) fn counted(exceptions: u64, of: u64, not_assessable: u64) -> Counted {
    Counted { exceptions, of, not_assessable }
}

/// A citizen of a department, with sub-goals as JSON.
pub(crate) fn citizen(n: u128, department: Option<u128>, sub_goals: &[&str]) -> Citizen {
    Citizen {
        department: department.map(id),
        sub_goals: sub_goals.iter().map(|fields| sub_goal(fields)).collect(),
        ..Citizen::new(id(n))
    }
}

/// Two departments, and one citizen whose department is not stated.
pub(crate) fn caseload() -> Caseload {
    let mut caseload = Caseload::new(id(1));
    caseload.citizens = vec![
        citizen(11, Some(1), &[]),
        citizen(
            12,
            Some(1),
            &[
                r#""evaluateBy": "2024-01-14", "endsOn": "2024-01-14", "status": "open""#,
                r#""evaluateBy": "2024-01-15", "endsOn": "2024-01-15""#,
                r#""status": "open""#,
            ],
        ),
        citizen(13, Some(2), &[r#""evaluateBy": "2023-12", "status": "reached""#]),
        citizen(14, None, &[r#""evaluateBy": "2023-12", "endsOn": "2023-12", "evaluations": [{}]"#]),
    ];
    caseload
}

#[test]
fn each_measure_counts_exceptions_and_of_how_many() {
    let count = caseload().count(day("2024-01-15"));
    assert_eq!((count.citizens, count.open_sub_goals, count.without_open_sub_goal), (4, 4, 2));
    assert_eq!(count.of(ProcessMeasure::WithoutSubGoal), counted(1, 4, 0));
    // Past on the 14th, due on the 15th, without a date; evaluated, though late.
    assert_eq!(count.of(ProcessMeasure::EvaluationOverdue), counted(1, 3, 1));
    assert_eq!(count.of(ProcessMeasure::ClosingOverdue), counted(2, 3, 1));
}

#[test]
fn departments_are_counted_one_by_one() {
    let counts = caseload().count_by_department(day("2024-01-15"));
    let found: Vec<_> = counts
        .iter()
        .map(|(department, count)| {
            let of = |measure| count.of(measure).exceptions;
            (
                *department,
                count.citizens,
                [
                    ProcessMeasure::WithoutSubGoal,
                    ProcessMeasure::EvaluationOverdue,
                    ProcessMeasure::ClosingOverdue,
                ]
                .map(of),
            )
        })
        .collect();
    let expected = [(None, 1, [0, 0, 1]), (Some(id(1)), 2, [1, 1, 1]), (Some(id(2)), 1, [0, 0, 0])];
    assert_eq!(found, expected);
}
