//! A counting counts a measure of a department once.

use uuid::Uuid;

use crate::codes;
use crate::goal::ProcessMeasure;
use crate::project::Counting;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ010,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "counting, rows")],
    title: Bilingual::new(
        "en optælling har ét tal for hvert procesmål i hver afdeling",
        "a counting has one count of each process measure in each department",
    ),
    why: Bilingual::new(
        "Optællingen modsiger sig selv: det er uklart, hvilket tal der gælder.",
        "The counting contradicts itself: it is unclear which count is valid.",
    ),
    remedy: Bilingual::new(
        "Slet det tal, der er forkert, eller ret afdelingen eller procesmålet.",
        "Delete the count that is wrong, or correct the department or the process measure.",
    ),
    example: Bilingual::new(
        "Afdeling A har ved første optælling både 6 og 8 borgere uden delmål.",
        "At the first counting department A has both 6 and 8 citizens without a sub-goal.",
    ),
    ..Rule::DERIVED
};

message! {
    Twice { measure: Bilingual }
    "afdelingen har mere end ét tal i optællingen: {measure}",
    "the department has more than one count in the counting: {measure}",
}

pub(super) fn check(counting: &Counting, at: &Path<'_>, cx: &mut Checker<'_>) {
    if counting.rows.len() < 2 {
        return;
    }
    let list = at.key("rows");
    let position = |measure| ProcessMeasure::ALL.iter().position(|one| *one == measure).unwrap_or_default();
    let rows = |put: &mut dyn FnMut((Uuid, usize, usize))| {
        for (n, row) in counting.rows.iter().enumerate() {
            put((row.department.uuid(), position(row.measure), n));
        }
    };
    sorted(rows, |rows| {
        for same in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            for (_, measure, n) in same.iter().skip(1) {
                let Some(measure) = ProcessMeasure::ALL.get(*measure) else { continue };
                cx.not_met(&list.index(*n), Twice { measure: measure.label() });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Counting> = &[|counting, tape| {
    let n = tape.index(counting.rows.len());
    if let Some(row) = counting.rows.get(n).cloned() {
        counting.rows.push(row);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "rows": [
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                    "exceptions": 6
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "closingOverdue",
                    "exceptions": 6
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal",
                    "exceptions": 6
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "rows": [
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal",
                    "exceptions": 6
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                    "exceptions": 6
                },
                { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal" },
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal",
                    "exceptions": 6
                }
            ]
        }"#,
        &[
            not_met(
                "/rows/2",
                "afdelingen har mere end ét tal i optællingen: borgere uden delmål",
                "the department has more than one count in the counting: citizens without a sub-goal",
            ),
            not_met(
                "/rows/3",
                "afdelingen har mere end ét tal i optællingen: borgere uden delmål",
                "the department has more than one count in the counting: citizens without a sub-goal",
            ),
        ],
    ),
];
