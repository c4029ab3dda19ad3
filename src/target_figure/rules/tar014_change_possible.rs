//! A figure is not reduced by more than its baseline, and a share is not increased to more than all of it.

use crate::codes;
use crate::figure::{Decimal, Unit};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::{Baseline, ChangeAim, ChangeAimKind};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR014,
    severity: Severity::Error,
    requirements: &["R-034"],
    sources: &[
        SourceRef::agreement("1.3.1"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler"),
    ],
    title: Bilingual::new(
        "et tal nedbringes ikke med mere end sit udgangspunkt, og en andel øges ikke til mere end 100 %",
        "a figure is not reduced by more than its baseline, and a share is not increased to more than 100%",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et antal, en andel, dage eller timer kan ikke komme under nul, og en andel ikke over 100 %.",
        "The document contradicts itself: a count, a share, or a number of days or hours cannot fall below zero, and a share cannot rise above 100%.",
    ),
    remedy: Bilingual::new(
        "Ret ændringens størrelse eller udgangspunktet; er det ikke en andel, så skriv i enheden, hvad der er tale om.",
        "Correct the size of the change, or the baseline; if it is not a share, let the unit say what it is.",
    ),
    example: Bilingual::new(
        "Der var 12 påbud, og antallet skal nedbringes med 30.",
        "There were 12 orders, and their number is to be reduced by 30.",
    ),
    ..Rule::DERIVED
};

message! {
    MoreThanBaseline { size: Decimal, baseline: Decimal }
    "tallet skal ned med {size}, men udgangspunktet er kun {baseline}",
    "the figure is to fall by {size}, but its baseline is only {baseline}",
}

message! {
    MoreThanAll { size: Decimal }
    "tallet skal ned med {size} %, altså med mere end det hele",
    "the figure is to fall by {size}%, which is more than all of it",
}

message! {
    MoreThanWhole { size: Decimal, baseline: Decimal }
    "andelen skal op med {size} fra {baseline} %, men en andel kan højst blive 100 %",
    "the share is to rise by {size} from {baseline}%, but a share is at most 100%",
}

pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    let unit = aim.unit.as_ref().filter(|unit| unit.is_stated());
    let (Some(kind), Some(size), Some(unit)) = (aim.kind, aim.size, unit) else { return };
    match kind {
        ChangeAimKind::Reduce => check_fall(aim, size, unit, &at.key("size"), cx),
        ChangeAimKind::Increase => {
            let baseline = aim.baseline.as_ref().and_then(|baseline| share_from(baseline, unit));
            if let Some(baseline) = baseline.filter(|baseline| exceeds_all(*baseline, size, unit)) {
                cx.not_met(&at.key("size"), MoreThanWhole { size, baseline });
            }
        }
        ChangeAimKind::Maintain | ChangeAimKind::LimitLoss => {}
    }
}

/// The value of a baseline that is a possible share in percent, if a change in a unit can be added to it.
fn share_from(baseline: &Baseline, unit: &Unit) -> Option<Decimal> {
    let is_added = matches!(unit, Unit::Percent | Unit::Points | Unit::Other { .. });
    let value = baseline.value.filter(|_| is_added && baseline.unit == Some(Unit::Percent));
    value.filter(|value| value.is_share_in_percent())
}

/// Whether a share is more than 100% after a rise. A rise in percent can be one of percentage points or one in percent of the
/// baseline, which is the smaller one: it exceeds 100% only if both do.
fn exceeds_all(baseline: Decimal, size: Decimal, unit: &Unit) -> bool {
    let (baseline, size, all) = (baseline.billionths(), size.billionths(), Decimal::HUNDRED.billionths());
    if *unit == Unit::Percent {
        baseline.saturating_mul(all.saturating_add(size)) > all.saturating_mul(all)
    } else {
        baseline.saturating_add(size) > all
    }
}

fn check_fall(aim: &ChangeAim, size: Decimal, unit: &Unit, at: &Path<'_>, cx: &mut Checker<'_>) {
    // A change of percent can be one of percentage points or one in percent of the baseline: 100 is the most of both.
    if *unit == Unit::Percent {
        if size > Decimal::HUNDRED {
            cx.not_met(at, MoreThanAll { size });
        }
    } else if let Some(baseline) = aim.baseline.as_ref().and_then(|baseline| least_zero(baseline, unit))
        && !baseline.is_negative()
        && size > baseline
    {
        cx.not_met(at, MoreThanBaseline { size, baseline });
    }
}

/// The value of a baseline from which a change in a unit can be taken, if such a figure is never below zero.
fn least_zero(baseline: &Baseline, unit: &Unit) -> Option<Decimal> {
    let is_taken_from = match baseline.unit.as_ref()? {
        // Percentage points are written as points, or by a name.
        Unit::Percent => matches!(unit, Unit::Points | Unit::Other { .. }),
        own @ (Unit::Count | Unit::Days | Unit::Hours) => own == unit,
        Unit::Points | Unit::Other { .. } => false,
    };
    baseline.value.filter(|_| is_taken_from)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeAim> = &[
    |aim, tape| {
        let unit = tape.pick(&[Unit::Count, Unit::Days, Unit::Hours]).clone();
        reduce_from_12(aim, unit.clone(), unit);
    },
    |aim, _| reduce_from_12(aim, Unit::Percent, Unit::Points),
    |aim, _| {
        reduce_from_12(aim, Unit::Percent, Unit::Percent);
        aim.size = Some(Decimal::from(101));
    },
    |aim, tape| {
        reduce_from_12(aim, Unit::Percent, tape.pick(&[Unit::Percent, Unit::Points]).clone());
        aim.kind = Some(ChangeAimKind::Increase);
        aim.baseline.get_or_insert_default().value = Some(Decimal::from(95));
    },
];

/// Reduces 12 by 13.
#[cfg(feature = "proptest")]
fn reduce_from_12(aim: &mut ChangeAim, from: Unit, by: Unit) {
    aim.kind = Some(ChangeAimKind::Reduce);
    let baseline = aim.baseline.get_or_insert_default();
    (baseline.value, baseline.unit) = (Some(Decimal::from(12)), Some(from));
    (aim.size, aim.unit) = (Some(Decimal::from(13)), Some(by));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // To nothing.
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "12", "unit": "count" }, "size": "12", "unit": "count" }"#,
    ),
    // A unit without a name is none, which `TAR004` reports.
    accepts(
        r#"{
            "kind": "increase", "baseline": { "value": "50", "unit": "percent" },
            "size": "100", "unit": { "other": { "name": " " } }
        }"#,
    ),
    // By more than there was, up.
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "12", "unit": "count" }, "size": "30", "unit": "count" }"#,
    ),
    // To all, in points and in percent of the baseline, and by more than all of a small share.
    accepts(
        r#"{
            "kind": "increase", "baseline": { "value": "80", "unit": "percent" },
            "size": "20", "unit": { "other": { "name": "procentpoint" } }
        }"#,
    ),
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "80", "unit": "percent" }, "size": "25", "unit": "percent" }"#,
    ),
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "10", "unit": "percent" }, "size": "200", "unit": "percent" }"#,
    ),
    // A baseline that is none is for TAR013.
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "120", "unit": "percent" }, "size": "5", "unit": "percent" }"#,
    ),
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "95", "unit": "percent" }, "size": "20", "unit": "days" }"#,
    ),
    // In percent of the baseline.
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "12", "unit": "percent" }, "size": "20", "unit": "percent" }"#,
    ),
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "12", "unit": "days" }, "size": "100", "unit": "percent" }"#,
    ),
    // Scales and money have a side below zero.
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "2", "unit": "points" }, "size": "3", "unit": "points" }"#,
    ),
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "2", "unit": { "other": { "name": "kr." } } },
            "size": "3", "unit": { "other": { "name": "kr." } }
        }"#,
    ),
    accepts(r#"{ "kind": "reduce", "size": "30", "unit": "count" }"#),
    refuses(
        r#"{ "kind": "reduce", "baseline": { "value": "12", "unit": "count" }, "size": "12.1", "unit": "count" }"#,
        &[not_met(
            "/size",
            "tallet skal ned med 12,1, men udgangspunktet er kun 12",
            "the figure is to fall by 12.1, but its baseline is only 12",
        )],
    ),
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "40", "unit": "percent" },
            "size": "60", "unit": { "other": { "name": "procentpoint" } }
        }"#,
        &[not_met(
            "/size",
            "tallet skal ned med 60, men udgangspunktet er kun 40",
            "the figure is to fall by 60, but its baseline is only 40",
        )],
    ),
    refuses(
        r#"{ "kind": "reduce", "baseline": { "value": "12", "unit": "days" }, "size": "101", "unit": "percent" }"#,
        &[not_met(
            "/size",
            "tallet skal ned med 101 %, altså med mere end det hele",
            "the figure is to fall by 101%, which is more than all of it",
        )],
    ),
    refuses(
        r#"{ "kind": "increase", "baseline": { "value": "95", "unit": "percent" }, "size": "20", "unit": "percent" }"#,
        &[not_met(
            "/size",
            "andelen skal op med 20 fra 95 %, men en andel kan højst blive 100 %",
            "the share is to rise by 20 from 95%, but a share is at most 100%",
        )],
    ),
    refuses(
        r#"{ "kind": "increase", "baseline": { "value": "80", "unit": "percent" }, "size": "25.1", "unit": "percent" }"#,
        &[not_met(
            "/size",
            "andelen skal op med 25,1 fra 80 %, men en andel kan højst blive 100 %",
            "the share is to rise by 25.1 from 80%, but a share is at most 100%",
        )],
    ),
    refuses(
        r#"{ "kind": "increase", "baseline": { "value": "80", "unit": "percent" }, "size": "20.1", "unit": "points" }"#,
        &[not_met(
            "/size",
            "andelen skal op med 20,1 fra 80 %, men en andel kan højst blive 100 %",
            "the share is to rise by 20.1 from 80%, but a share is at most 100%",
        )],
    ),
    // The baseline is below zero, counted otherwise, or in percent.
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "-2", "unit": "count" }, "size": "3", "unit": "count" }"#,
    ),
    accepts(
        r#"{ "kind": "increase", "baseline": { "value": "80", "unit": "count" }, "size": "30", "unit": "points" }"#,
    ),
    accepts(
        r#"{ "kind": "reduce", "baseline": { "value": "20", "unit": "percent" }, "size": "30", "unit": "count" }"#,
    ),
];
