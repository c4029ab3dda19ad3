//! A row runs within its phase.

use super::MONTHS;
use crate::codes;
use crate::date::PartialDate;
use crate::plan::PlanPhase;
use crate::plan::PlanSpan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::plan::PlanWork;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA012,
    requirements: &["R-115"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4")],
    title: Bilingual::new(
        "en række i tidsplanen ligger inden for sin fase",
        "a row of the timetable runs within its phase",
    ),
    why: Bilingual::new(
        "Det, der ligger uden for fasen, bliver der ikke fulgt op på, når der gøres status over fasen.",
        "What is dated outside the phase is not followed up when the phase is reviewed.",
    ),
    remedy: Bilingual::new(
        "Ret rækkens måneder eller fasen, eller del rækken mellem to faser.",
        "Correct the months of the row or the phase, or divide the row between two phases.",
    ),
    example: Bilingual::new(
        "Fase 2 slutter i juli 2017, men rækken løber til oktober.",
        "Phase 2 ends in July 2017, and the row runs until October.",
    ),
    requires: &[codes::PLA002],
    ..Rule::DERIVED
};

message! {
    BeforePhase { on: PartialDate, starts_on: PartialDate }
    "rækken begynder {on:i}, altså før fasen, som begynder {starts_on:i}",
    "the row begins {on:on|in}, before the phase, which begins {starts_on:on|in}",
}

message! {
    AfterPhase { on: PartialDate, ends_on: PartialDate }
    "rækken slutter {on:i}, altså efter fasen, som slutter {ends_on:i}",
    "the row ends {on:on|in}, after the phase, which ends {ends_on:on|in}",
}

message! {
    NotBeforeEnd { not_before: PartialDate, ends_on: PartialDate }
    "rækken skal tidligst begynde {not_before:i}, altså efter fasen, som slutter {ends_on:i}",
    "the row begins no earlier than {not_before}, after the phase, which ends {ends_on:on|in}",
}

const PHASE_START: Bilingual =
    Bilingual::new("hvornår rækkens fase begynder", "when the phase of the row begins");
const PHASE_END: Bilingual = Bilingual::new("hvornår rækkens fase slutter", "when the phase of the row ends");

pub(super) fn check(phase: &PlanPhase, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("rows");
    for (n, row) in phase.rows.iter().enumerate() {
        let place = list.item(n, row.id);
        // Whatever its months will be.
        if row.spans.is_empty()
            && let (Some(not_before), Some(ends_on)) = (row.not_before, phase.ends_on)
            && ends_on.ends_before(not_before)
            && !phase.is_backwards()
        {
            cx.not_met(&place.key("notBefore"), NotBeforeEnd { not_before, ends_on });
            continue;
        }
        let (Some(from), Some(to), Some(starts_on), Some(ends_on)) =
            (row.starts_on(), row.ends_on(), phase.starts_on, phase.ends_on)
        else {
            let (starts, ends) = (phase.starts_on.is_some(), phase.ends_on.is_some());
            cx.all_stated(
                &place,
                [(!row.spans.is_empty(), MONTHS), (starts, PHASE_START), (ends, PHASE_END)],
            );
            continue;
        };
        if phase.is_backwards() || row.spans.iter().any(PlanSpan::is_backwards) {
            cx.depends_on(&place, codes::PLA002);
            continue;
        }
        if from.ends_before(starts_on) {
            cx.not_met(&place.key("spans"), BeforePhase { on: from, starts_on });
        }
        if ends_on.ends_before(to) {
            cx.not_met(&place.key("spans"), AfterPhase { on: to, ends_on });
        }
    }
}

/// Lets the coordination of the phase run in another year, too.
#[cfg(feature = "proptest")]
fn add_span(phase: &mut PlanPhase, year: i32) {
    let coordination = phase.rows.iter_mut().filter(|row| row.is(PlanWork::Coordination));
    coordination.for_each(|row| {
        row.spans.extend(PartialDate::of_year(year).map(PlanSpan::new));
        row.completion = None; // it would be before the last span
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PlanPhase> = &[
    |phase, _| add_span(phase, 2019),
    |phase, _| add_span(phase, 2025),
    |phase, _| {
        let coordination = phase.rows.iter_mut().filter(|row| row.is(PlanWork::Coordination));
        coordination.for_each(|row| row.spans.clear());
    },
    // A row that may begin only after the phase has no months, which PLA018 cannot assess either.
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "startsOn": "2017-01" }"#),
    // One column for five months.
    accepts(
        r#"{ "startsOn": "2017-08", "endsOn": "2017-12", "rows": [{ "id": "00000000-0000-4000-8000-000000000001", "spans": [{ "from": "2017-08", "to": "2017-12" }] }] }"#,
    ),
    refuses(
        r#"{
            "startsOn": "2017-01-02", "endsOn": "2017-07",
            "rows": [
                { "id": "00000000-0000-4000-8000-000000000001", "spans": [{ "from": "2017-01" }, { "from": "2017-07", "to": "2017-08-01" }] },
                { "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-01-01" }] },
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000004", "spans": [{ "from": "2017-05", "to": "2017-04" }] }
            ]
        }"#,
        &[
            not_met(
                "/rows/0/spans",
                "rækken slutter 1. august 2017, altså efter fasen, som slutter i juli 2017",
                "the row ends on 1 August 2017, after the phase, which ends in July 2017",
            ),
            not_met(
                "/rows/1/spans",
                "rækken begynder 1. januar 2017, altså før fasen, som begynder 2. januar 2017",
                "the row begins on 1 January 2017, before the phase, which begins on 2 January 2017",
            ),
            not_assessable(
                "/rows/2",
                "kan ikke vurderes; mangler: rækkens måneder",
                "cannot be assessed; missing: the months of the row",
            ),
            not_evaluated("/rows/3", "PLA002"),
        ],
    ),
    // In the last month, after the phase, and in a phase without an end; what has months is a matter of PLA018 and of
    // these.
    refuses(
        r#"{
            "startsOn": "2017-01", "endsOn": "2017-07",
            "rows": [
                { "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-07-31" },
                { "id": "00000000-0000-4000-8000-000000000002", "notBefore": "2017-08" },
                { "id": "00000000-0000-4000-8000-000000000003", "notBefore": "2017-08", "spans": [{ "from": "2017-07" }] }
            ]
        }"#,
        &[
            not_assessable(
                "/rows/0",
                "kan ikke vurderes; mangler: rækkens måneder",
                "cannot be assessed; missing: the months of the row",
            ),
            not_met(
                "/rows/1/notBefore",
                "rækken skal tidligst begynde i august 2017, altså efter fasen, som slutter i juli 2017",
                "the row begins no earlier than August 2017, after the phase, which ends in July 2017",
            ),
        ],
    ),
    refuses(
        r#"{ "startsOn": "2017-01", "rows": [{ "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-08" }] }"#,
        &[not_assessable(
            "/rows/0",
            "kan ikke vurderes; mangler: rækkens måneder, hvornår rækkens fase slutter",
            "cannot be assessed; missing: the months of the row, when the phase of the row ends",
        )],
    ),
    refuses(
        r#"{ "rows": [{ "id": "00000000-0000-4000-8000-000000000001" }] }"#,
        &[not_assessable(
            "/rows/0",
            "kan ikke vurderes; mangler: rækkens måneder, hvornår rækkens fase begynder, hvornår rækkens fase slutter",
            "cannot be assessed; missing: the months of the row, when the phase of the row begins, when the phase of the row ends",
        )],
    ),
    // The phase goes backwards, or one of its spans.
    refuses(
        r#"{
            "startsOn": "2017-08", "endsOn": "2017-06",
            "rows": [
                { "id": "00000000-0000-4000-8000-000000000001", "notBefore": "2017-07" },
                { "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-07", "to": "2017-07" }] }
            ]
        }"#,
        &[
            not_assessable(
                "/rows/0",
                "kan ikke vurderes; mangler: rækkens måneder",
                "cannot be assessed; missing: the months of the row",
            ),
            not_evaluated("/rows/1", "PLA002"),
        ],
    ),
    refuses(
        r#"{
            "startsOn": "2017-08", "endsOn": "2017-12",
            "rows": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "spans": [{ "from": "2017-11", "to": "2017-10" }, { "from": "2017-07", "to": "2017-09" }]
            }]
        }"#,
        &[not_evaluated("/rows/0", "PLA002")],
    ),
];
