//! Phases follow each other without a gap and without overlap.

use chrono::{Datelike as _, NaiveDate, Weekday};

use crate::codes;
use crate::date::PartialDate;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
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
        "I et hul er der ingen, der driver implementeringen, og i et overlap er det uklart, hvilken fase der gælder.",
        "In a gap nobody carries the implementation forward, and in an overlap it is unclear which phase applies.",
    ),
    remedy: Bilingual::new(
        "Ret fasernes begyndelse eller afslutning, så den næste begynder, når den forrige er slut. Er tiden imellem en pause, så skriv den som en periode uden ny praksis.",
        "Correct the beginning or the end of the phases, so that the next one begins when the one before has ended. If the time between is a break, state it as a time without new practice.",
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
    GapBesideBlackout { starts_on: PartialDate, ends_on: PartialDate }
    "fasen begynder først {starts_on:i}, men den foregående slutter {ends_on:i}; kun en del af tiden imellem står som en periode uden ny praksis",
    "the phase does not begin until {starts_on}, but the one before ends {ends_on:on|in}; only part of the time between is stated as one without new practice",
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
    with_breaks(plan, |breaks| check_phases(plan, breaks, at, cx));
}

fn check_phases(plan: &ImplementationPlan, breaks: &[Days], at: &Path<'_>, cx: &mut Checker<'_>) {
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
        } else if let Some(next) = next_work_day(ends_on.last_day())
            && next < starts_on.first_day()
        {
            let place = place.key("startsOn");
            // The last break that begins before the phase does, and those that run into it.
            let before = breaks.partition_point(|(from, _)| *from < starts_on.first_day());
            match before.checked_sub(1).and_then(|last| breaks.get(last)) {
                Some((from, until))
                    if *from <= next
                        && next_work_day(*until).is_none_or(|day| day >= starts_on.first_day()) => {}
                Some((_, until)) if *until >= next => {
                    cx.not_met(&place, GapBesideBlackout { starts_on, ends_on });
                }
                _ => cx.not_met(&place, Gap { starts_on, ends_on }),
            }
        }
    }
}

/// First and last day.
type Days = (NaiveDate, NaiveDate);

/// Calls `then` with the times without new practice, sorted by first day. Those that run into each other all have the
/// first day of the first one, and each has the latest last day so far.
fn with_breaks(plan: &ImplementationPlan, then: impl FnOnce(&[Days])) {
    let breaks = plan.blackouts.iter().filter_map(|one| {
        let days = (one.starts_on?.first_day(), one.ends_on?.last_day());
        (days.0 <= days.1).then_some(days)
    });
    sorted_of(&breaks, |breaks| {
        let mut before: Option<Days> = None;
        for (from, until) in &mut *breaks {
            if let Some((first, last)) = before
                && next_work_day(last).is_none_or(|next| *from <= next)
            {
                (*from, *until) = (first, last.max(*until));
            }
            before = Some((*from, *until));
        }
        then(breaks);
    });
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
        let day = "2021-12-31".parse().ok();
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
    // All of the time between is without new practice: in one, in several that overlap or meet, in any order.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [
                {}, { "startsOn": "2018-01-10", "endsOn": "2018-01" }, { "startsOn": "2017-07-01", "endsOn": "2017-07" },
                { "startsOn": "2017-12-20", "endsOn": "2018-01-12" }, { "startsOn": "2018-02-01", "endsOn": "2018-03" }, { "startsOn": "2017-12-25", "endsOn": "2018-01-02" }
            ],
            "phases": [{ "endsOn": "2017-06-30" }, { "startsOn": "2017-08", "endsOn": "2017-12-22" }, { "startsOn": "2018-03-05" }]
        }"#,
    ),
    // A part of it: before, after, or on both sides of a day; and a time that is elsewhere.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [
                { "startsOn": "2017-07-04", "endsOn": "2017-07" }, { "startsOn": "2017-09-01", "endsOn": "2017-09-28" },
                { "startsOn": "2017-11-01", "endsOn": "2017-11-14" }, { "startsOn": "2017-11-16", "endsOn": "2017-11-30" }, { "startsOn": "2016" }
            ],
            "phases": [
                { "endsOn": "2017-06-30" }, { "startsOn": "2017-08", "endsOn": "2017-08" }, { "startsOn": "2017-10", "endsOn": "2017-10" },
                { "startsOn": "2017-12", "endsOn": "2017-12" }, { "startsOn": "2018-03" }
            ]
        }"#,
        &[
            not_met(
                "/phases/1/startsOn",
                "fasen begynder først i august 2017, men den foregående slutter 30. juni 2017; kun en del af tiden imellem står som en periode uden ny praksis",
                "the phase does not begin until August 2017, but the one before ends on 30 June 2017; only part of the time between is stated as one without new practice",
            ),
            not_met(
                "/phases/2/startsOn",
                "fasen begynder først i oktober 2017, men den foregående slutter i august 2017; kun en del af tiden imellem står som en periode uden ny praksis",
                "the phase does not begin until October 2017, but the one before ends in August 2017; only part of the time between is stated as one without new practice",
            ),
            not_met(
                "/phases/3/startsOn",
                "fasen begynder først i december 2017, men den foregående slutter i oktober 2017; kun en del af tiden imellem står som en periode uden ny praksis",
                "the phase does not begin until December 2017, but the one before ends in October 2017; only part of the time between is stated as one without new practice",
            ),
            not_met(
                "/phases/4/startsOn",
                "fasen begynder først i marts 2018, men den foregående slutter i december 2017",
                "the phase does not begin until March 2018, but the one before ends in December 2017",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [{ "startsOn": "2017-06", "endsOn": "2017-08" }, { "startsOn": "2017-10" }]
        }"#,
        &[not_met(
            "/phases/1/startsOn",
            "fasen begynder først i oktober 2017, men den foregående slutter i august 2017",
            "the phase does not begin until October 2017, but the one before ends in August 2017",
        )],
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
    // The two ends of a gap: phases that go backwards, that begin on the day on which the one before ends, and within
    // a month of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "phases": [
                { "startsOn": "2017-01", "endsOn": "2017-06-30" },
                { "startsOn": "2017-06-30", "endsOn": "2017-08-15" }, { "startsOn": "2017-08", "endsOn": "2017-09" },
                { "startsOn": "2017-09-30", "endsOn": "2017-10" }, { "startsOn": "2017-10-01", "endsOn": "2017-12" },
                { "startsOn": "2018-05", "endsOn": "2018-03" }, { "startsOn": "2018-04", "endsOn": "2018-05" }
            ]
        }"#,
        &[
            not_met(
                "/phases/1/startsOn",
                "30. juni 2017 hører med til både denne fase og den foregående",
                "30 June 2017 belongs to both this phase and the one before",
            ),
            not_met(
                "/phases/4/startsOn",
                "fasen begynder 1. oktober 2017, men den foregående slutter først i oktober 2017",
                "the phase begins on 1 October 2017, but the one before does not end until October 2017",
            ),
            not_evaluated("/phases/5", "PLA002"),
            not_evaluated("/phases/6", "PLA002"),
        ],
    ),
    // A break of one day that is all there is between two phases, and one that begins with a phase.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [
                { "startsOn": "2017-08-01", "endsOn": "2017-08-01" },
                { "startsOn": "2017-10-02", "endsOn": "2017-10" }
            ],
            "phases": [
                { "endsOn": "2017-07-31" }, { "startsOn": "2017-08-02", "endsOn": "2017-09-28" },
                { "startsOn": "2017-10-02" }
            ]
        }"#,
        &[not_met(
            "/phases/2/startsOn",
            "fasen begynder først 2. oktober 2017, men den foregående slutter 28. september 2017",
            "the phase does not begin until 2 October 2017, but the one before ends on 28 September 2017",
        )],
    ),
    // A break ends on the next work day, and some days are left.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "blackouts": [{ "startsOn": "2017-07-20", "endsOn": "2017-08-01" }],
            "phases": [{ "endsOn": "2017-07-31" }, { "startsOn": "2017-08-10", "endsOn": "2017-09-28" }]
        }"#,
        &[not_met(
            "/phases/1/startsOn",
            "fasen begynder først 10. august 2017, men den foregående slutter 31. juli 2017; kun en del af tiden imellem står som en periode uden ny praksis",
            "the phase does not begin until 10 August 2017, but the one before ends on 31 July 2017; only part of the time between is stated as one without new practice",
        )],
    ),
];
