//! A count is stated with how many there are in all.

use crate::codes;
use crate::project::Counting;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ007,
    severity: Severity::Information,
    requirements: &["R-144"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Optælling af kvantitative data, tabel 1-3; Metodeovervejelser",
    )],
    title: Bilingual::new(
        "et optalt antal er oplyst sammen med, hvor mange der er i alt",
        "a count is stated with how many there are in all",
    ),
    why: Bilingual::new(
        "Uden det samlede antal kan tallet ikke blive til en andel, afdelinger kan ikke sammenlignes, og ingen kan se, om en forskel er tilfældig.",
        "Without the total a count gives no share, departments cannot be compared, and nobody can tell whether a difference is chance.",
    ),
    remedy: Bilingual::new(
        "Oplys for hver afdeling, hvor mange borgere eller delmål der var i alt på optællingsdagen.",
        "State for each department how many citizens or sub-goals there were in all on the day of counting.",
    ),
    example: Bilingual::new(
        "Afdeling B mangler delmål for 15 borgere, men det fremgår ikke, hvor mange borgere afdelingen har.",
        "Department B lacks sub-goals for 15 citizens, but it is not stated how many citizens it has.",
    ),
    ..Rule::DERIVED
};

message! {
    NoWhole { counts: u64 }
    "{counts:tal|tal} er opgivet, uden at det fremgår, hvor mange der er i alt",
    "{counts:count is|counts are} stated without how many there are in all",
}

pub(super) fn check(counting: &Counting, at: &Path<'_>, cx: &mut Checker<'_>) {
    let counts = counting.rows.iter().filter(|row| row.exceptions.is_some() && row.of.is_none()).count();
    if counts > 0 {
        cx.not_met(at, NoWhole { counts: text::count(counts) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Counting> = &[
    |counting, tape| {
        let n = tape.index(counting.rows.len());
        counting.rows.get_mut(n).into_iter().for_each(|row| row.of = None);
    },
    |counting, _| counting.rows.iter_mut().for_each(|row| row.of = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Zero of zero is stated; where nothing was counted no share is needed.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "rows": [
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                    "exceptions": 0, "of": 0
                },
                { "department": "00000000-0000-4000-8000-00000000000a", "measure": "closingOverdue" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "rows": [
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                    "exceptions": 0
                }
            ]
        }"#,
        &[not_met(
            "",
            "1 tal er opgivet, uden at det fremgår, hvor mange der er i alt",
            "1 count is stated without how many there are in all",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "rows": [
                {
                    "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                    "exceptions": 6
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal",
                    "exceptions": 15, "of": 30
                },
                {
                    "department": "00000000-0000-4000-8000-00000000000c", "measure": "withoutSubGoal",
                    "exceptions": 7
                }
            ]
        }"#,
        &[not_met(
            "",
            "2 tal er opgivet, uden at det fremgår, hvor mange der er i alt",
            "2 counts are stated without how many there are in all",
        )],
    ),
];
