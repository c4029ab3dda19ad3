//! The size of a change is stated in the unit of its baseline, or in percent of it.

pub(super) use super::tar010_baseline_in_unit::RULE;
use super::tar010_baseline_in_unit::stated;
use crate::figure::Unit;
use crate::report::Path;
use crate::rule::{Checker, message};
use crate::target_figure::ChangeAim;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

message! {
    OtherUnit { baseline: Bilingual, change: Bilingual }
    "udgangspunktet er angivet {baseline}, men ændringen er angivet {change}",
    "the baseline is stated {baseline}, but the change is stated {change}",
}

message! {
    UnitNamedOtherwise {}
    "udgangspunktets enhed hedder noget andet end ændringens enhed",
    "the unit of the baseline has another name than that of the change",
}

pub(super) fn check(aim: &ChangeAim, at: &Path<'_>, cx: &mut Checker<'_>) {
    let baseline = aim.baseline.as_ref().and_then(|baseline| stated(baseline.unit.as_ref()));
    let (Some(baseline), Some(unit)) = (baseline, stated(aim.unit.as_ref())) else { return };
    let fits = match (baseline, unit) {
        // A change of percent can be one of percentage points, which people call points or by a name.
        (_, Unit::Percent) | (Unit::Percent, Unit::Points | Unit::Other { .. }) => true,
        (baseline, unit) => baseline == unit,
    };
    if fits {
        return;
    }
    let at = at.key("baseline");
    let at = at.key("unit");
    let (baseline, change) = (baseline.in_words(), unit.in_words());
    if baseline == change {
        cx.not_met(&at, UnitNamedOtherwise {});
    } else {
        cx.not_met(&at, OtherUnit { baseline, change });
    }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "count" },
            "size": "5", "unit": "count", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // A change in percent of the baseline, and one in percentage points.
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "days" },
            "size": "25", "unit": "percent", "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "percent" },
            "size": "2", "unit": { "other": { "name": "procentpoint" } }, "by": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{ "kind": "maintain", "baseline": { "value": "1", "unit": "days" }, "by": { "date": { "on": "2024" } } }"#,
    ),
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": "percent" },
            "size": "5", "unit": "days", "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/baseline/unit",
            "udgangspunktet er angivet i procent, men ændringen er angivet i dage",
            "the baseline is stated in percent, but the change is stated in days",
        )],
    ),
    refuses(
        r#"{
            "kind": "reduce", "baseline": { "value": "12", "unit": { "other": { "name": "kr." } } },
            "size": "5", "unit": { "other": { "name": "tkr." } }, "by": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/baseline/unit",
            "udgangspunktets enhed hedder noget andet end ændringens enhed",
            "the unit of the baseline has another name than that of the change",
        )],
    ),
];
