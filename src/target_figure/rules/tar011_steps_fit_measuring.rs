//! A target figure is agreed before it is measured, and met only then.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use crate::{date::When, draft::tape::Tape, rule::trial::Breaks, target_figure::TargetStep};

pub(crate) static RULE: Rule = Rule {
    code: codes::TAR011,
    requirements: &["R-020", "R-174"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "et måltal er aftalt, før det måles, og er tidligst målt og opfyldt på måletidspunktet",
        "a target figure is agreed before it is measured, and is not measured or met before its measuring time",
    ),
    why: Bilingual::new(
        "Et tal, der er aftalt efter målingen, er ikke et mål, og før måletidspunktet er det ikke vist, at det er nået.",
        "A figure that was agreed after the measurement is no target, and before the measuring time it has not been shown that it is reached.",
    ),
    remedy: Bilingual::new(
        "Ret måletidspunktet, datoen i forløbet eller måltallets status. Er der målt tidligere efter aftale, så skriv det nye måletidspunkt, eller skriv beslutningen og dens dato ved målingen i forløbet.",
        "Correct the measuring time, the date in the history, or the status of the figure. If it was measured earlier by agreement, state the new measuring time, or the decision and its date with the measurement in the history.",
    ),
    example: Bilingual::new(
        "Måltallet opgøres i november 2024, men står som opfyldt allerede i juni.",
        "The figure is measured in November 2024, but is recorded as met as early as June.",
    ),
    requires: &[codes::AGR035],
    ..Rule::DERIVED
};

message! {
    AgreedAfterMeasuring { agreed_on: NaiveDate, measured_at: NaiveDate }
    "måltallet er aftalt {agreed_on}, men skulle måles senest {measured_at}",
    "the figure was agreed on {agreed_on}, but was to be measured by {measured_at}",
}

message! {
    AgreedAfterAtBest { agreed_from: NaiveDate, measured_at: NaiveDate }
    "måltallet er tidligst aftalt {agreed_from}, men skulle måles senest {measured_at}",
    "the figure was agreed on {agreed_from} at the earliest, but was to be measured by {measured_at}",
}

message! {
    MetBeforeMeasuring { met_on: PartialDate, measured_from: NaiveDate }
    "måltallet står som opfyldt {met_on:i}, men måles tidligst {measured_from}",
    "the figure is recorded as met {met_on:on|in}, but is measured on {measured_from} at the earliest",
}

message! {
    MetAlready { measured_from: NaiveDate }
    "måltallet står som opfyldt, men måles tidligst {measured_from}",
    "the figure is recorded as met, but is measured on {measured_from} at the earliest",
}

message! {
    MeasuredBefore { measured_on: PartialDate, measured_from: NaiveDate }
    "måltallet står som målt {measured_on:i}, men måles tidligst {measured_from}",
    "the figure is recorded as measured {measured_on:on|in}, but is measured on {measured_from} at the earliest",
}

message! {
    MeasuredAlready { measured_from: NaiveDate }
    "måltallet står som målt, men måles tidligst {measured_from}",
    "the figure is recorded as measured, but is measured on {measured_from} at the earliest",
}

/// In an agreement, the agreement checks the rule: it knows the year of a day without one.
pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("agreement") {
        check_within(target, None, at, cx);
    }
}

pub(crate) fn check_within(
    target: &TargetFigure,
    period: Option<&Period>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some((on, n, measured_at)) = agreed_late(target, period) {
        let (list, agreed_on) = (at.key("history"), on.first_day());
        let step = list.index(n);
        let at = step.key("on");
        if agreed_on == on.last_day() {
            cx.not_met(&at, AgreedAfterMeasuring { agreed_on, measured_at });
        } else {
            cx.not_met(&at, AgreedAfterAtBest { agreed_from: agreed_on, measured_at });
        }
    }
    let start = target.measured_at.as_ref().and_then(|when| when.start(period));
    check_met(target, start, at, cx);
    check_agreed(target, at, cx);
}

/// A history need not state each step; but one that says that the figure is yet to be agreed leaves open when it was.
fn check_agreed(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    target.steps_in_order(|steps| {
        let mut is_open = false;
        for (n, step) in steps {
            let Some(state) = step.state else { continue };
            if is_open && !state.is_back_from(TargetState::Measured) {
                cx.not_assessable(&at.key("history").index(n), AGREED);
            }
            is_open = state == TargetState::ToBeAgreed;
        }
    });
}

const AGREED: Bilingual = Bilingual::new("hvornår måltallet er aftalt", "when the figure was agreed");

/// When a figure was agreed after it had to be measured, at which step, and by when it had to be measured. A figure can
/// be agreed again: the first time decides.
pub(crate) fn agreed_late(
    target: &TargetFigure,
    period: Option<&Period>,
) -> Option<(PartialDate, usize, NaiveDate)> {
    let measured_at = target.measured_at.as_ref()?.deadline(period)?;
    let steps = target.history.iter().enumerate();
    let agreed = steps.filter(|(_, step)| step.state == Some(TargetState::Agreed));
    let dated = agreed.filter_map(|(n, step)| Some((step.on?, n)));
    let (on, n) = dated.min_by_key(|(on, _)| on.first_day())?;
    (on.first_day() > measured_at).then_some((on, n, measured_at))
}

/// *Not met* is not judged: that a figure will not be met can be known before it is measured. Nor is an interim
/// measurement, if another step came after it. Without the date of the step, the day of the check decides.
fn check_met(target: &TargetFigure, from: Option<NaiveDate>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let state = target.latest_state();
    let (Some(measured_from), Some(state @ (TargetState::Met | TargetState::Measured))) = (from, state)
    else {
        return;
    };
    let steps = target.history.iter().filter(|step| step.state == Some(state));
    let on = steps.filter_map(|step| step.on).max_by_key(|on| on.last_day());
    let is_early = on.map_or_else(|| cx.as_of(), PartialDate::last_day) < measured_from;
    match (on, state) {
        _ if !is_early || measured_by_decision(target, state) => {}
        (Some(met_on), TargetState::Met) => cx.not_met(at, MetBeforeMeasuring { met_on, measured_from }),
        (None, TargetState::Met) => cx.not_met(at, MetAlready { measured_from }),
        (Some(measured_on), _) => cx.not_met(at, MeasuredBefore { measured_on, measured_from }),
        (None, _) => cx.not_met(at, MeasuredAlready { measured_from }),
    }
}

/// Whether it was decided to measure earlier than was agreed first, no later than the measurement that the state rests
/// on: the last one up to it.
fn measured_by_decision(target: &TargetFigure, state: TargetState) -> bool {
    target.steps_in_order(|steps| {
        let (mut last, mut up_to) = (None, None);
        for (_, step) in steps {
            if step.state == Some(TargetState::Measured) {
                last = Some(step);
            }
            if step.state == Some(state) {
                up_to = last;
            }
        }
        let Some(measured) = up_to.or(last) else { return false };
        let decided_on = measured.decision.as_ref().and_then(|decision| decision.on);
        decided_on.is_some_and(|decided| measured.on.is_none_or(|on| !on.ends_before(decided)))
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, tape| {
        measured_in_november(target, TargetState::Agreed, "2024-01-14".parse().ok(), tape);
        target.measured_at = Some(When::Date { on: "2024-01-12".parse().ok() });
    },
    |target, tape| measured_in_november(target, TargetState::Met, PartialDate::of_year(2023), tape),
    |target, tape| measured_in_november(target, TargetState::Met, None, tape),
    |target, tape| measured_in_november(target, TargetState::Measured, PartialDate::of_year(2023), tape),
    |target, tape| measured_in_november(target, TargetState::Measured, None, tape),
    |target, tape| {
        measured_in_november(
            target,
            *tape.pick(&[TargetState::NotMet, TargetState::NotAssessable]),
            None,
            tape,
        );
        target.history.insert(0, TargetStep::new(TargetState::ToBeAgreed));
    },
];

/// A figure that is measured in November 2024, with one step.
#[cfg(feature = "proptest")]
fn measured_in_november(
    target: &mut TargetFigure,
    state: TargetState,
    on: Option<PartialDate>,
    tape: &mut Tape<'_>,
) {
    let day = *tape.pick(&[PartialDate::of_month(2024, 11), "2024-11-30".parse().ok()]);
    target.measured_at = Some(When::Date { on: day });
    target.baseline = None;
    target.population.iter_mut().for_each(|one| (one.selected_by, one.fixed_on) = (None, None));
    target.state = Some(state);
    target.history = [TargetStep { on, ..TargetStep::new(state) }].into();
}

#[cfg(test)]
const FIGURE: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
    "history": [{ "state": "measured", "on": "2024-05" }, { "state": "notMet", "on": "2024-06" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // In the month of the measurement, either may come first.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "state": "met",
            "history": [{ "state": "agreed", "on": "2024-11-30" }, { "state": "met", "on": "2024-11-01" }]
        }"#,
    ),
    // What was agreed in time can be agreed again.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-03" } },
            "history": [
                { "state": "agreed", "on": "2024-01" },
                { "state": "toBeAgreed", "on": "2024-05", "decision": { "by": "styregruppen" } },
                { "state": "agreed", "on": "2024-06" }
            ]
        }"#,
    ),
    // Measured midway, and known early not to be met.
    accepts(FIGURE),
    // No first day of the measuring is stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "met",
            "measuredAt": { "schedule": { "deadline": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "met",
            "measuredAt": { "monthDay": { "day": "--11-30" } }
        }"#,
    ),
    // Without a date, the day of the check decides.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "met",
            "measuredAt": { "date": { "on": "2024-01" } }
        }"#,
    )
    .on("2024-01-01"),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "met",
            "measuredAt": { "date": { "on": "2024-01" } }, "history": [{ "state": "met" }]
        }"#,
        &[not_met(
            "",
            "måltallet står som opfyldt, men måles tidligst 1. januar 2024",
            "the figure is recorded as met, but is measured on 1 January 2024 at the earliest",
        )],
    )
    .on("2023-12-31"),
    refuses_with(
        FIGURE,
        r#"{ "/history": [{ "state": "agreed", "on": "2024-12-01" }] }"#,
        &[not_met(
            "/history/0/on",
            "måltallet er aftalt 1. december 2024, men skulle måles senest 30. november 2024",
            "the figure was agreed on 1 December 2024, but was to be measured by 30 November 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11-15" } },
            "history": [{ "state": "agreed", "on": "2024-12" }]
        }"#,
        &[not_met(
            "/history/0/on",
            "måltallet er tidligst aftalt 1. december 2024, men skulle måles senest 15. november 2024",
            "the figure was agreed on 1 December 2024 at the earliest, but was to be measured by 15 November 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [{ "state": "agreed" }, { "state": "met", "on": "2024-10-31" }]
        }"#,
        &[not_met(
            "",
            "måltallet står som opfyldt 31. oktober 2024, men måles tidligst 1. november 2024",
            "the figure is recorded as met on 31 October 2024, but is measured on 1 November 2024 at the earliest",
        )],
    ),
    // Measured before the measuring time, and again when it came.
    accepts_with(FIGURE, r#"{ "/history/1/state": "measured", "/history/1/on": "2024-11-01" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [{ "state": "agreed" }, { "state": "measured", "on": "2024-10-31" }]
        }"#,
        &[not_met(
            "",
            "måltallet står som målt 31. oktober 2024, men måles tidligst 1. november 2024",
            "the figure is recorded as measured on 31 October 2024, but is measured on 1 November 2024 at the earliest",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "state": "measured",
            "measuredAt": { "date": { "on": "2024-01-16" } }
        }"#,
        &[not_met(
            "",
            "måltallet står som målt, men måles tidligst 16. januar 2024",
            "the figure is recorded as measured, but is measured on 16 January 2024 at the earliest",
        )],
    ),
    // It was decided to measure early; a decision without a date, of a later day, or on another step does not say so.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [
                {
                    "state": "measured", "on": "2024-08-31",
                    "decision": { "on": "2024-08-31", "reason": "afdelingen flytter" }
                },
                { "state": "met", "on": "2024-09-02" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [
                { "state": "measured", "on": "2024-03", "decision": { "reason": "midtvejsmåling" } },
                { "state": "met", "on": "2024-06-15" }
            ]
        }"#,
        &[not_met(
            "",
            "måltallet står som opfyldt 15. juni 2024, men måles tidligst 1. november 2024",
            "the figure is recorded as met on 15 June 2024, but is measured on 1 November 2024 at the earliest",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [
                { "state": "measured", "on": "2024-03", "decision": { "on": "2024-02" } },
                { "state": "measured", "on": "2024-06-01", "decision": { "on": "2024-06-02" } },
                { "state": "met", "on": "2024-06-15" }
            ]
        }"#,
        &[not_met(
            "",
            "måltallet står som opfyldt 15. juni 2024, men måles tidligst 1. november 2024",
            "the figure is recorded as met on 15 June 2024, but is measured on 1 November 2024 at the earliest",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [{ "state": "measured", "on": "2024-08-31", "decision": { "on": "2024-08-20" } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-11" } },
            "history": [
                { "state": "agreed", "on": "2024-01", "decision": { "by": "parterne" } },
                { "state": "measured", "on": "2024-08-31", "decision": { "reason": " " } },
                { "state": "met", "on": "2024-09-02", "decision": { "by": "forstanderen" } }
            ]
        }"#,
        &[not_met(
            "",
            "måltallet står som opfyldt 2. september 2024, men måles tidligst 1. november 2024",
            "the figure is recorded as met on 2 September 2024, but is measured on 1 November 2024 at the earliest",
        )],
    ),
    // A history that begins later, or in which the figure is agreed.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "measured", "on": "2023-11" }, { "state": "met", "on": "2023-12" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "toBeAgreed" }, { "state": "agreed" }, { "state": "met", "on": "2023-12" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "toBeAgreed", "on": "2023-01-07" }, { "state": "met", "on": "2023-12-03" }]
        }"#,
        &[not_assessable(
            "/history/1",
            "kan ikke vurderes; mangler: hvornår måltallet er aftalt",
            "cannot be assessed; missing: when the figure was agreed",
        )],
    ),
    // In the month of the measuring, perhaps before it; of several steps the last one counts.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-01-10" } },
            "state": "met",
            "history": [
                { "state": "toBeAgreed", "on": "2023-12" }, { "state": "agreed", "on": "2024-01" },
                { "state": "met", "on": "2024-01" }, { "state": "met", "on": "2024-01-05" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-01-10" } },
            "history": [{ "state": "agreed", "on": "2024-02" }, { "state": "agreed", "on": "2024-02-15" }]
        }"#,
        &[not_met(
            "/history/0/on",
            "måltallet er tidligst aftalt 1. februar 2024, men skulle måles senest 10. januar 2024",
            "the figure was agreed on 1 February 2024 at the earliest, but was to be measured by 10 January 2024",
        )],
    ),
    // When it was open does not matter.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "measuredAt": { "date": { "on": "2024-03" } },
            "history": [{ "state": "toBeAgreed", "on": "2024-01" }, { "state": "agreed", "on": "2024-05" }]
        }"#,
        &[not_met(
            "/history/1/on",
            "måltallet er tidligst aftalt 1. maj 2024, men skulle måles senest 31. marts 2024",
            "the figure was agreed on 1 May 2024 at the earliest, but was to be measured by 31 March 2024",
        )],
    ),
];
