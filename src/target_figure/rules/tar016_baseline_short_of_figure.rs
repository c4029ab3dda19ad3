//! The baseline of a target figure does not meet the figure already.

use crate::codes;
use crate::figure::Decimal;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    figure::{Direction, Unit},
    rule::trial::Breaks,
    target_figure::Baseline,
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR016,
    severity: Severity::Information,
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler"),
        SourceRef::agreement("1.1, Differentierede udviklingsmål"),
    ],
    title: Bilingual::new(
        "udgangspunktet er ikke allerede bedre end måltallet",
        "the baseline is not already better than the target figure",
    ),
    why: Bilingual::new(
        "Enten er måltallet et niveau, der skal holdes, eller også er retningen eller et af tallene forkert.",
        "Either the figure is a level to be kept, or the direction or one of the two numbers is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret retningen, værdien eller udgangspunktet. Skal niveauet holdes, er der ikke noget at rette.",
        "Correct the direction, the value or the baseline. If the level is to be kept, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Ventetiden skal være mindst 14 dage, og udgangspunktet er 23 dage.",
        "The waiting time is to be at least 14 days, and the baseline is 23 days.",
    ),
    ..Rule::DERIVED
};

message! {
    AlreadyMet { baseline: Decimal, direction: Bilingual, value: Decimal }
    "udgangspunktet {baseline} er allerede bedre end måltallet ({direction} {value})",
    "the baseline of {baseline} is already better than the target figure ({direction} {value})",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(baseline) = &target.baseline else { return };
    let (Some(direction), Some(value), Some(before)) = (target.direction, target.value, baseline.value)
    else {
        return;
    };
    // Figures in two units, or without one, cannot be compared: TAR010, TAR008.
    let same_unit = baseline.unit.is_some() && baseline.unit == target.unit;
    if same_unit && before != value && direction.admits(before.cmp(&value)) {
        let facts = AlreadyMet { baseline: before, direction: direction.label(), value };
        cx.not_met(&at.key("baseline").key("value"), facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, tape| {
    let (low, high) = (tape.number(0, 50), tape.number(51, 100));
    let direction = *tape.pick(Direction::ALL);
    let (before, value) = match direction {
        Direction::AtLeast => (high, low),
        Direction::AtMost => (low, high),
    };
    target.direction = Some(direction);
    target.value = Some(Decimal::from(value));
    target.unit = Some(Unit::Percent);
    let value = Some(Decimal::from(before));
    target.baseline = Some(Baseline { value, unit: Some(Unit::Percent), ..Baseline::default() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Short of the figure, and the figure itself, however it is written.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "value": "80", "unit": "percent",
            "baseline": { "value": "79.9", "unit": "percent" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "value": "5", "unit": "percent",
            "baseline": { "value": "5.0", "unit": "percent" }
        }"#,
    ),
    // Another unit, or none; no direction.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "value": "14", "unit": "days",
            "baseline": { "value": "3", "unit": "percent" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "value": "14",
            "baseline": { "value": "3" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "14", "unit": "days",
            "baseline": { "value": "3", "unit": "days" }
        }"#,
    ),
    // Whatever became of it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "value": "14", "unit": "days",
            "baseline": { "value": "23", "unit": "days" }, "state": "met"
        }"#,
        &[not_met(
            "/baseline/value",
            "udgangspunktet 23 er allerede bedre end måltallet (mindst 14)",
            "the baseline of 23 is already better than the target figure (at least 14)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost", "value": "5", "unit": "percent",
            "baseline": { "value": "4.99", "unit": "percent" }
        }"#,
        &[not_met(
            "/baseline/value",
            "udgangspunktet 4,99 er allerede bedre end måltallet (højst 5)",
            "the baseline of 4.99 is already better than the target figure (at most 5)",
        )],
    ),
];
