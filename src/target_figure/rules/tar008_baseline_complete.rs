//! A baseline has a value and a unit.

use crate::codes;
use crate::figure::Unit;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::Baseline;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{measurement::NoResult, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR008,
    requirements: &["R-034", "R-173"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Før- og eftermåling af kvantitative variabler")],
    title: Bilingual::new(
        "et udgangspunkt har en værdi og en enhed, eller der står, hvorfor ikke",
        "a baseline has a value and a unit, or a reason why it has none",
    ),
    why: Bilingual::new(
        "Er udgangspunktet ikke fuldt oplyst, er der intet at måle ændringen ud fra.",
        "If the baseline is not fully stated, there is nothing to measure the change from.",
    ),
    remedy: Bilingual::new(
        "Angiv tallet for udgangspunktet og den enhed, det er gjort op i, eller angiv, hvorfor der ikke er noget tal, fx at det er skjult af hensyn til anonymitet.",
        "State the figure of the baseline and its unit, or state why there is none, such as that it is suppressed to protect anonymity.",
    ),
    example: Bilingual::new(
        "Udgangspunktet for sygefraværet er »12« – men det fremgår ikke, om det er dage eller procent: kan ikke vurderes.",
        "The baseline of sick leave is “12” – but it is not stated whether days or percent: cannot be assessed.",
    ),
    ..Rule::DERIVED
};

message! {
    FigureAndNone {}
    "udgangspunktet har et tal, men der står også, at der ikke er noget",
    "the baseline has a figure, but also says that there is none",
}

pub(super) fn check(baseline: &Baseline, at: &Path<'_>, cx: &mut Checker<'_>) {
    let value = Bilingual::new("udgangspunktets værdi", "value of the baseline");
    let unit = Bilingual::new("udgangspunktets enhed", "unit of the baseline");
    if baseline.no_result.is_some() {
        if baseline.value.is_some() {
            cx.not_met(&at.key("noResult"), FigureAndNone {});
        }
        return;
    }
    let has_unit = baseline.unit.as_ref().is_some_and(Unit::is_stated);
    cx.all_stated(at, [(baseline.value.is_some(), value), (has_unit, unit)]);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Baseline> = &[
    |baseline, _| baseline.value = None,
    |baseline, _| baseline.unit = None,
    |baseline, _| baseline.no_result = Some(NoResult::Suppressed { below: Some(5) }),
    |baseline, tape| baseline.unit = Some(Unit::Other { name: tape.unsaid().unwrap_or_default().into() }),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "value": "0", "unit": "count" }"#),
    accepts(r#"{ "value": "12", "unit": { "other": { "name": "kr. pr. døgn" } }, "on": "2023" }"#),
    refuses(
        r#"{ "value": "12", "on": "2023" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: udgangspunktets enhed",
            "cannot be assessed; missing: unit of the baseline",
        )],
    ),
    refuses(
        r#"{ "unit": { "other": { "name": " " } } }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: udgangspunktets værdi, udgangspunktets enhed",
            "cannot be assessed; missing: value of the baseline, unit of the baseline",
        )],
    ),
    // Suppressed, or nothing to count: neither value nor unit is missing.
    accepts(r#"{ "noResult": { "suppressed": { "below": 5 } }, "on": "2024-01" }"#),
    accepts(r#"{ "noResult": "none", "unit": "count" }"#),
    refuses(
        r#"{ "value": "4", "unit": "count", "noResult": { "suppressed": { "below": 5 } } }"#,
        &[not_met(
            "/noResult",
            "udgangspunktet har et tal, men der står også, at der ikke er noget",
            "the baseline has a figure, but also says that there is none",
        )],
    ),
];
