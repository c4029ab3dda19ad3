//! There are no more exceptions than there are things in all.

use crate::codes;
use crate::project::CountRow;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ009,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "countRow, exceptions; of")],
    title: Bilingual::new(
        "der er ikke talt flere undtagelser, end der er i alt",
        "no more exceptions are counted than there are in all",
    ),
    why: Bilingual::new(
        "Tallet modsiger sig selv, og andelen kan ikke bruges.",
        "The count contradicts itself, and its share is of no use.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af undtagelser eller antallet i alt.",
        "Correct the number of exceptions or the total.",
    ),
    example: Bilingual::new(
        "21 borgere uden delmål ud af 20 borgere.",
        "21 citizens without a sub-goal, out of 20 citizens.",
    ),
    ..Rule::DERIVED
};

message! {
    TooMany { exceptions: u64, of: u64 }
    "der er talt {exceptions:undtagelse|undtagelser}, men der er kun {of} i alt",
    "{exceptions:exception was|exceptions were} counted, but there are only {of} in all",
}

message! {
    OutOfNone { exceptions: u64 }
    "der er talt {exceptions:undtagelse|undtagelser}, men der er ingen i alt",
    "{exceptions:exception was|exceptions were} counted, but there are none in all",
}

pub(super) fn check(row: &CountRow, at: &Path<'_>, cx: &mut Checker<'_>) {
    match (row.exceptions, row.of) {
        (Some(exceptions), Some(0)) if exceptions > 0 => {
            cx.not_met(&at.key("exceptions"), OutOfNone { exceptions });
        }
        (Some(exceptions), Some(of)) if exceptions > of => {
            cx.not_met(&at.key("exceptions"), TooMany { exceptions, of });
        }
        _ => {}
    }
}

// What a conclusion says about the count still holds: only the whole is made too small where that is possible.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CountRow> = &[|row, _| {
    let exceptions = row.exceptions.unwrap_or_default().max(1);
    (row.exceptions, row.of) = (Some(exceptions), Some(exceptions.saturating_sub(1)));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 6 }"#,
    ),
    accepts(
        r#"{
            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 20,
            "of": 20
        }"#,
    ),
    accepts(
        r#"{
            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 0,
            "of": 0
        }"#,
    ),
    refuses(
        r#"{
            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 21,
            "of": 20
        }"#,
        &[not_met(
            "/exceptions",
            "der er talt 21 undtagelser, men der er kun 20 i alt",
            "21 exceptions were counted, but there are only 20 in all",
        )],
    ),
    refuses(
        r#"{
            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 1,
            "of": 0
        }"#,
        &[not_met(
            "/exceptions",
            "der er talt 1 undtagelse, men der er ingen i alt",
            "1 exception was counted, but there are none in all",
        )],
    ),
];
