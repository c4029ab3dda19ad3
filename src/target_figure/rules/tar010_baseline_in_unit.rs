//! The baseline of a target figure is stated in its unit.

use crate::codes;
use crate::figure::Unit;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{figure::Decimal, rule::trial::Breaks, target_figure::Baseline};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR010,
    severity: Severity::Error,
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler")],
    title: Bilingual::new(
        "et udgangspunkt er angivet i samme enhed som måltallet",
        "a baseline is stated in the same unit as the target figure",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: et udgangspunkt i dage kan ikke holdes op imod et måltal i procent.",
        "The document contradicts itself: a baseline in days cannot be compared with a target figure in percent.",
    ),
    remedy: Bilingual::new(
        "Angiv udgangspunktet og måltallet, eller udgangspunktet og ændringen, i samme enhed. Kun en ændring må være angivet i procent af et udgangspunkt i en anden enhed.",
        "State the baseline in the same unit as the target figure or the change. Only a change may be stated in percent of a baseline in another unit.",
    ),
    example: Bilingual::new(
        "Måltallet er mindst 90 %, men udgangspunktet er 55 dage.",
        "The target figure is at least 90%, but the baseline is 55 days.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherUnit { baseline: Bilingual, figure: Bilingual }
    "udgangspunktet er angivet {baseline}, men måltallet er angivet {figure}",
    "the baseline is stated {baseline}, but the target figure is stated {figure}",
}

message! {
    UnitNamedOtherwise {}
    "udgangspunktets enhed hedder noget andet end måltallets enhed",
    "the unit of the baseline has another name than that of the target figure",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let baseline = target.baseline.as_ref().and_then(|baseline| stated(baseline.unit.as_ref()));
    let (Some(baseline), Some(unit)) = (baseline, stated(target.unit.as_ref())) else { return };
    if baseline == unit {
        return;
    }
    let at = at.key("baseline");
    let at = at.key("unit");
    let (baseline, figure) = (baseline.in_words(), unit.in_words());
    if baseline == figure {
        cx.not_met(&at, UnitNamedOtherwise {});
    } else {
        cx.not_met(&at, OtherUnit { baseline, figure });
    }
}

/// The unit, unless its name is blank.
pub(super) fn stated(unit: Option<&Unit>) -> Option<&Unit> {
    unit.filter(|unit| unit.is_stated())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, tape| {
    target.unit = Some(Unit::Percent);
    let unit = tape.pick(&[Unit::Count, Unit::Days, Unit::Hours, Unit::Points]).clone();
    target.baseline = Some(Baseline { value: Some(Decimal::ZERO), unit: Some(unit), ..Baseline::default() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90", "unit": "percent",
            "baseline": { "value": "55", "unit": "percent" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90", "unit": { "other": { "name": "kr." } },
            "baseline": { "value": "55", "unit": { "other": { "name": " Kr." } } }
        }"#,
    ),
    // One of the two is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90",
            "baseline": { "value": "55", "unit": "days" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90", "unit": "percent",
            "baseline": { "value": "55", "unit": { "other": { "name": " " } } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90", "unit": "percent",
            "baseline": { "value": "55", "unit": "days" }
        }"#,
        &[not_met(
            "/baseline/unit",
            "udgangspunktet er angivet i dage, men måltallet er angivet i procent",
            "the baseline is stated in days, but the target figure is stated in percent",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "90", "unit": { "other": { "name": "kr." } },
            "baseline": { "value": "55", "unit": { "other": { "name": "tkr." } } }
        }"#,
        &[not_met(
            "/baseline/unit",
            "udgangspunktets enhed hedder noget andet end måltallets enhed",
            "the unit of the baseline has another name than that of the target figure",
        )],
    ),
];
