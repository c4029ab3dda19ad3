//! Phases follow each other without a gap and without overlap.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::codes;
use crate::date::PartialDate;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_phase;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA001,
    requirements: &["R-096"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1")],
    title: Bilingual::new(
        "faser følger efter hinanden uden hul og overlap",
        "phases follow each other without a gap and without overlap",
    ),
    why: Bilingual::new(
        "I et hul er der ingen, der driver implementeringen, og i et overlap gælder to planer på én gang.",
        "In a gap nobody carries the implementation forward, and in an overlap two plans apply at once.",
    ),
    remedy: Bilingual::new(
        "Ret fasernes begyndelse eller afslutning, så den næste begynder, når den forrige er slut.",
        "Correct the beginning or the end of the phases, so that the next one begins when the one before has ended.",
    ),
    example: Bilingual::new(
        "Fase 1 slutter i december 2016, og fase 2 begynder først i februar 2017.",
        "Phase 1 ends in December 2016, but phase 2 does not begin until February 2017.",
    ),
    requires: &[codes::PLA002],
    ..Rule::DERIVED
};

message! {
    Gap { starts_on: PartialDate, ends_on: PartialDate }
    "fasen begynder først {starts_on:i}, men den foregående slutter {ends_on:i}",
    "the phase does not begin until {starts_on}, but the one before ends {ends_on:on|in}",
}

message! {
    GapInBlackout { starts_on: PartialDate, ends_on: PartialDate }
    "fasen begynder først {starts_on:i}, men den foregående slutter {ends_on:i}; tiden imellem er uden ny praksis, men det, der er i gang, fortsætter også da",
    "the phase does not begin until {starts_on}, but the one before ends {ends_on:on|in}; the time between is without new practice, but what has begun goes on then as well",
}

message! {
    Overlap { starts_on: PartialDate, ends_on: PartialDate }
    "fasen begynder {starts_on:i}, men den foregående slutter først {ends_on:i}",
    "the phase begins {starts_on:on|in}, but the one before does not end until {ends_on}",
}

message! {
    OneDay { starts_on: PartialDate }
    "{starts_on} hører med til både denne fase og den foregående",
    "{starts_on} belongs to both this phase and the one before",
}

const END_BEFORE: Bilingual =
    Bilingual::new("hvornår den foregående fase slutter", "when the previous phase ends");
const START: Bilingual = Bilingual::new("hvornår fasen begynder", "when the phase begins");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("phases");
    for (n, (before, phase)) in (1..).zip(plan.phases.iter().zip(plan.phases.iter().skip(1))) {
        let place = list.index(n);
        let (Some(ends_on), Some(starts_on)) = (before.ends_on, phase.starts_on) else {
            cx.all_stated(
                &place,
                [(before.ends_on.is_some(), END_BEFORE), (phase.starts_on.is_some(), START)],
            );
            continue;
        };
        if before.is_backwards() || phase.is_backwards() {
            cx.depends_on(&place, codes::PLA002);
        } else if starts_on.first_day() == ends_on.last_day() && starts_on.last_day() == ends_on.first_day() {
            cx.not_met(&place.key("startsOn"), OneDay { starts_on });
        } else if starts_on.last_day() <= ends_on.first_day() {
            cx.not_met(&place.key("startsOn"), Overlap { starts_on, ends_on });
        } else if next_work_day(ends_on.last_day()).is_some_and(|next| next < starts_on.first_day()) {
            let place = place.key("startsOn");
            if is_kept_free(plan, ends_on, starts_on) {
                cx.not_met(&place, GapInBlackout { starts_on, ends_on });
            } else {
                cx.not_met(&place, Gap { starts_on, ends_on });
            }
        }
    }
}

/// Whether the days between two phases are just those of a time without new practice. What has begun goes on in such a time.
fn is_kept_free(plan: &ImplementationPlan, ends_on: PartialDate, starts_on: PartialDate) -> bool {
    let between = (ends_on.last_day().succ_opt(), starts_on.first_day().pred_opt());
    plan.blackouts.iter().any(|one| {
        (one.starts_on.map(PartialDate::first_day), one.ends_on.map(PartialDate::last_day)) == between
            && one.starts_on.is_some()
    })
}

/// The day after, or the Monday after a weekend: from Friday to Monday there is no gap.
fn next_work_day(day: NaiveDate) -> Option<NaiveDate> {
    let mut next = day.succ_opt()?;
    while matches!(next.weekday(), Weekday::Sat | Weekday::Sun) {
        next = next.succ_opt()?;
    }
    Some(next)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        change_phase(plan, 1, |phase| {
            phase.starts_on = PartialDate::of_month(2022, 2);
            phase.rows.iter_mut().flat_map(|row| &mut row.spans).for_each(|span| span.from = span.end());
        });
    },
    |plan, _| change_phase(plan, 1, |phase| phase.starts_on = PartialDate::of_month(2021, 11)),
    |plan, _| {
        let day = NaiveDate::from_ymd_opt(2021, 12, 31).and_then(|day| PartialDate::of_day(day).ok());
        plan.phases.iter_mut().take(1).for_each(|phase| phase.ends_on = day);
        plan.phases.iter_mut().skip(1).take(1).for_each(|phase| phase.starts_on = day);
    },
    |plan, _| {
        change_phase(plan, 1, |phase| {
            phase.starts_on = None;
            phase.rows.clear();
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "number": 2 }] }"#),
    // As in the source.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "startsOn": "2016-03", "endsOn": "2016-12" }, { "startsOn": "2017-01", "endsOn": "2017-07" }, { "startsOn": "2017-08-01", "endsOn": "2017-12" }]
        }"#,
    ),
    // The month in which one ends and the next begins can be divided between them.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "endsOn": "2017-07" }, { "startsOn": "2017-07" }]
        }"#,
    ),
    // From Friday, and from a month that ends on one, to Monday; on Saturday and on Sunday.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "endsOn": "2024-05" }, { "startsOn": "2024-06-03", "endsOn": "2024-06-07" }, { "startsOn": "2024-06-10", "endsOn": "2024-06-14" },
                { "startsOn": "2024-06-15", "endsOn": "2024-06-21" }, { "startsOn": "2024-06-23" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "endsOn": "2024-06-07" }, { "startsOn": "2024-06-11" }]
        }"#,
        &[not_met(
            "/phases/1/startsOn",
            "fasen begynder først 11. juni 2024, men den foregående slutter 7. juni 2024",
            "the phase does not begin until 11 June 2024, but the one before ends on 7 June 2024",
        )],
    ),
    // All of a time without new practice, and a part of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "blackouts": [{}, { "startsOn": "2017-07-01", "endsOn": "2017-07" }],
            "phases": [{ "endsOn": "2017-06-30" }, { "startsOn": "2017-08", "endsOn": "2017-08" }, { "startsOn": "2017-10" }]
        }"#,
        &[
            not_met(
                "/phases/1/startsOn",
                "fasen begynder først i august 2017, men den foregående slutter 30. juni 2017; tiden imellem er uden ny praksis, men det, der er i gang, fortsætter også da",
                "the phase does not begin until August 2017, but the one before ends on 30 June 2017; the time between is without new practice, but what has begun goes on then as well",
            ),
            not_met(
                "/phases/2/startsOn",
                "fasen begynder først i oktober 2017, men den foregående slutter i august 2017",
                "the phase does not begin until October 2017, but the one before ends in August 2017",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "endsOn": "2016-12" }, { "startsOn": "2017-02", "endsOn": "2017-07-31" },
                { "startsOn": "2017-07-31", "endsOn": "2017-12-31" }, { "startsOn": "2017-12-30" }
            ]
        }"#,
        &[
            not_met(
                "/phases/1/startsOn",
                "fasen begynder først i februar 2017, men den foregående slutter i december 2016",
                "the phase does not begin until February 2017, but the one before ends in December 2016",
            ),
            not_met(
                "/phases/2/startsOn",
                "31. juli 2017 hører med til både denne fase og den foregående",
                "31 July 2017 belongs to both this phase and the one before",
            ),
            not_met(
                "/phases/3/startsOn",
                "fasen begynder 30. december 2017, men den foregående slutter først 31. december 2017",
                "the phase begins on 30 December 2017, but the one before does not end until 31 December 2017",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "startsOn": "2017-01", "endsOn": "2016-12" }, { "startsOn": "2017-01" }, { "startsOn": "2017-08" }, {}]
        }"#,
        &[
            not_assessable(
                "/phases/2",
                "kan ikke vurderes; mangler: hvornår den foregående fase slutter",
                "cannot be assessed; missing: when the previous phase ends",
            ),
            not_assessable(
                "/phases/3",
                "kan ikke vurderes; mangler: hvornår den foregående fase slutter, hvornår fasen begynder",
                "cannot be assessed; missing: when the previous phase ends, when the phase begins",
            ),
            not_evaluated("/phases/1", "PLA002"),
        ],
    ),
];
