//! The baseline of a target figure is counted before the figure is measured.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::{Baseline, ChangeAim, TargetFigure};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{figure::Unit, rule::trial::Breaks};

pub(crate) static RULE: Rule = Rule {
    code: codes::TAR009,
    severity: Severity::Error,
    requirements: &["R-142"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Før- og eftermåling af kvantitative variabler: inden projektet gik i gang",
    )],
    title: Bilingual::new(
        "et udgangspunkt er opgjort, før der måles",
        "a baseline is counted before the figure is measured",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et tal fra efter målingen viser ikke, hvordan det var, før der blev gjort noget.",
        "The document contradicts itself: a figure from after the measurement does not show what it was like before anything was done.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for udgangspunktet eller måletidspunktet; et tal fra efter målingen er ikke et udgangspunkt.",
        "Correct the date of the baseline or the measuring time; a figure from after the measurement is no baseline.",
    ),
    example: Bilingual::new(
        "Måltallet opgøres i november 2024, og udgangspunktet er fra januar 2025.",
        "The figure is measured in November 2024, and its baseline is from January 2025.",
    ),
    ..Rule::DERIVED
};

message! {
    AfterMeasuring { counted_on: NaiveDate, measured_at: NaiveDate }
    "udgangspunktet er tidligst opgjort {counted_on}, altså efter målingen (senest {measured_at})",
    "the baseline was counted on {counted_on} at the earliest, which is after the measurement (by {measured_at})",
}

message! {
    AfterChange { counted_on: NaiveDate, by: NaiveDate }
    "udgangspunktet er tidligst opgjort {counted_on}, men ændringen skal være sket senest {by}",
    "the baseline was counted on {counted_on} at the earliest, but the change is to have been made by {by}",
}

/// In an agreement, the agreement checks the rule: it knows the year of a day without one.
pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("agreement") {
        check_within(target, None, at, cx);
    }
}

/// Checks a target figure of an agreement that runs for a period, if that is known.
pub(crate) fn check_within(
    target: &TargetFigure,
    period: Option<&Period>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some((counted_on, measured_at)) =
        late(target.baseline.as_ref(), target.measured_at.as_ref(), period)
    {
        cx.not_met(&at.key("baseline").key("on"), AfterMeasuring { counted_on, measured_at });
    }
}

/// Checks an aim of an agreement that runs for a period, if that is known.
pub(crate) fn check_aim_within(
    aim: &ChangeAim,
    period: Option<&Period>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some((counted_on, by)) = late(aim.baseline.as_ref(), aim.by.as_ref(), period) {
        cx.not_met(&at.key("baseline").key("on"), AfterChange { counted_on, by });
    }
}

/// The first possible day of a baseline and the last one of a time, if the former is later.
fn late(
    baseline: Option<&Baseline>,
    when: Option<&When>,
    period: Option<&Period>,
) -> Option<(NaiveDate, NaiveDate)> {
    let counted_on = baseline?.on.map(PartialDate::first_day)?;
    let last = when?.deadline(period)?;
    (counted_on > last).then_some((counted_on, last))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, _| {
    if let Some(population) = &mut target.population {
        (population.selected_by, population.fixed_on) = (None, None);
    }
    target.unit = Some(Unit::Percent);
    target.baseline = Some(Baseline {
        value: target.value,
        unit: Some(Unit::Percent),
        on: "2024-01-14".parse().ok(),
        no_result: None,
    });
    target.measured_at = Some(When::Date { on: "2024-01-12".parse().ok() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The same month: it may have been counted before.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent", "on": "2024-11" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent", "on": "2024-11-30" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // One of the two is no day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent", "on": "2024-12" },
            "measuredAt": "continuously"
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent", "on": "2024-12" },
            "measuredAt": { "monthDay": { "day": "--11-30" } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "70", "unit": "percent", "on": "2024-12-01" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/baseline/on",
            "udgangspunktet er tidligst opgjort 1. december 2024, altså efter målingen (senest 30. november 2024)",
            "the baseline was counted on 1 December 2024 at the earliest, which is after the measurement \
             (by 30 November 2024)",
        )],
    ),
    // A baseline without a figure has a day all the same.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "on": "2025" },
            "measuredAt": { "within": { "months": 3, "from": "2024-01-31" } }
        }"#,
        &[not_met(
            "/baseline/on",
            "udgangspunktet er tidligst opgjort 1. januar 2025, altså efter målingen (senest 30. april 2024)",
            "the baseline was counted on 1 January 2025 at the earliest, which is after the measurement \
             (by 30 April 2024)",
        )],
    ),
];
