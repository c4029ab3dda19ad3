//! A row continues rows that come before it.

use super::{each_row, with_rows};
use crate::codes;
use crate::date::PartialDate;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_row;
#[cfg(feature = "proptest")]
use crate::plan::PlanWork;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec::Vec;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA014,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-103"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, rows, continues")],
    title: Bilingual::new(
        "en række fortsætter kun det, der kommer før den",
        "a row continues only what comes before it",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: det, der fortsættes, skal være begyndt.",
        "The document contradicts itself: what is continued must have begun.",
    ),
    remedy: Bilingual::new("Ret henvisningen eller månederne.", "Correct the reference or the months."),
    example: Bilingual::new(
        "En række i fase 2 fortsætter en række, der først begynder i fase 3.",
        "A row of phase 2 continues a row that does not begin until phase 3.",
    ),
    ..Rule::DERIVED
};

message! {
    Itself {}
    "rækken fortsætter sig selv",
    "the row continues itself",
}

message! {
    LaterPhase {}
    "rækken fortsætter en række i en senere fase",
    "the row continues a row of a later phase",
}

message! {
    BeginsFirst { starts_on: PartialDate, begun_on: PartialDate }
    "rækken begynder {starts_on:i}, altså før den række, som den fortsætter, og som begynder {begun_on:i}",
    "the row begins {starts_on:on|in}, before the row that it continues, which begins {begun_on:on|in}",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_rows(plan, |row_of| {
        each_row(plan, at, |of_phase, row, place| {
            let list = place.key("continues");
            for (n, id) in row.continues.iter().enumerate() {
                let Some((earlier, begun)) = row_of(*id) else { continue };
                if *id == row.id {
                    cx.not_met(&list.index(n), Itself {});
                } else if earlier > of_phase {
                    cx.not_met(&list.index(n), LaterPhase {});
                } else if let (Some(starts_on), Some(begun_on)) = (row.starts_on(), begun.starts_on())
                    && starts_on.ends_before(begun_on)
                {
                    cx.not_met(&list.index(n), BeginsFirst { starts_on, begun_on });
                }
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| change_row(plan, PlanWork::Coordination, |row| row.continues.push(row.id)),
    |plan, _| {
        let later = plan.phases.last().and_then(|phase| phase.rows.last()).map(|row| row.id);
        if let Some(row) = plan.phases.first_mut().and_then(|phase| phase.rows.first_mut()) {
            row.continues.extend(later);
        }
    },
    |plan, _| {
        let first = plan.phases.first_mut().map(|phase| &mut phase.rows);
        let Some([earlier, later, ..]) = first.map(Vec::as_mut_slice) else { return };
        earlier.continues.push(later.id);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Another rule finds a row that is not here.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "continues": ["00000000-0000-4000-8000-000000000009"] }] }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-01-31" }] }, { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-01" }], "continues": ["00000000-0000-4000-8000-000000000002"] }] },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000004", "continues": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"] }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-02" }], "continues": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000003", "spans": [{ "from": "2017-01" }], "continues": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000004"] }] },
                { "rows": [{ "id": "00000000-0000-4000-8000-000000000004" }] }
            ]
        }"#,
        &[
            not_met("/phases/0/rows/0/continues/0", "rækken fortsætter sig selv", "the row continues itself"),
            not_met(
                "/phases/0/rows/1/continues/0",
                "rækken begynder i januar 2017, altså før den række, som den fortsætter, og som begynder i februar 2017",
                "the row begins in January 2017, before the row that it continues, which begins in February 2017",
            ),
            not_met(
                "/phases/0/rows/1/continues/1",
                "rækken fortsætter en række i en senere fase",
                "the row continues a row of a later phase",
            ),
        ],
    ),
];
