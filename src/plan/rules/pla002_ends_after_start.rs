//! No phase, span or period without new practice ends before it begins.

use super::each_row;
use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{change_phase, change_row};
#[cfg(feature = "proptest")]
use crate::plan::PlanWork;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA002,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, phases; rows; spans; blackouts")],
    title: Bilingual::new(
        "en fase, et tidsrum og en periode uden ny praksis begynder senest den dag, de slutter",
        "no phase, span or period without new practice ends before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvornår noget skal ske.",
        "The document contradicts itself, and nobody knows when anything is to happen.",
    ),
    remedy: Bilingual::new("Ret den ene af datoerne.", "Correct one of the dates."),
    example: Bilingual::new(
        "Fasen begynder i august 2017 og slutter i juli 2017.",
        "The phase begins in August 2017 and ends in July 2017.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsFirst { what: Bilingual, ends_on: PartialDate, starts_on: PartialDate }
    "{what} slutter {ends_on:i}, altså før begyndelsen {starts_on:i}",
    "{what} ends {ends_on:on|in}, before it begins, {starts_on:on|in}",
}

const PHASE: Bilingual = Bilingual::new("fasen", "the phase");
const SPAN: Bilingual = Bilingual::new("tidsrummet", "the span");
const BLACKOUT: Bilingual = Bilingual::new("perioden uden ny praksis", "the period without new practice");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("blackouts");
    for (n, one) in plan.blackouts.iter().enumerate() {
        check_one(BLACKOUT, one.starts_on, one.ends_on, &list.index(n).key("endsOn"), cx);
    }
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        check_one(PHASE, phase.starts_on, phase.ends_on, &list.index(n).key("endsOn"), cx);
    }
    each_row(plan, at, |_, row, place| {
        let list = place.key("spans");
        for (n, span) in row.spans.iter().enumerate() {
            check_one(SPAN, Some(span.from), span.to, &list.index(n).key("to"), cx);
        }
    });
}

fn check_one(
    what: Bilingual,
    starts_on: Option<PartialDate>,
    ends_on: Option<PartialDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some((starts_on, ends_on)) = backwards(starts_on, ends_on) {
        cx.not_met(at, EndsFirst { what, ends_on, starts_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| change_phase(plan, 1, |phase| phase.ends_on = PartialDate::of_year(2020)),
    |plan, _| {
        change_row(plan, PlanWork::Coordination, |row| {
            row.spans.iter_mut().for_each(|span| span.to = PartialDate::of_year(2020));
        });
    },
    |plan, _| plan.blackouts.iter_mut().for_each(|one| one.ends_on = PartialDate::of_year(2020)),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05" }, { "endsOn": "2017-05" }],
            "phases": [{ "startsOn": "2017-07-31", "endsOn": "2017-07", "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-08" }, { "from": "2017-08", "to": "2017-08" }] }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-05", "endsOn": "2017-04-30" }],
            "phases": [{ "startsOn": "2017-08-01", "endsOn": "2017-07", "rows": [{ "id": "00000000-0000-4000-8000-000000000002", "spans": [{ "from": "2017-08", "to": "2017-07" }] }] }]
        }"#,
        &[
            not_met(
                "/blackouts/0/endsOn",
                "perioden uden ny praksis slutter 30. april 2017, altså før begyndelsen i maj 2017",
                "the period without new practice ends on 30 April 2017, before it begins, in May 2017",
            ),
            not_met(
                "/phases/0/endsOn",
                "fasen slutter i juli 2017, altså før begyndelsen 1. august 2017",
                "the phase ends in July 2017, before it begins, on 1 August 2017",
            ),
            not_met(
                "/phases/0/rows/0/spans/0/to",
                "tidsrummet slutter i juli 2017, altså før begyndelsen i august 2017",
                "the span ends in July 2017, before it begins, in August 2017",
            ),
        ],
    ),
];
