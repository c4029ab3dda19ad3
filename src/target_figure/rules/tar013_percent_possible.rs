//! A target figure and its baseline are possible: a share lies between 0 and 100%, and no count is below 0.

use crate::codes;
use crate::figure::{Decimal, impossible};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::{Baseline, TargetFigure};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{figure::Unit, rule::trial::Breaks};

pub(crate) static RULE: Rule = Rule {
    code: codes::TAR013,
    basis: Basis::Form,
    requirements: &["R-173"],
    sources: &[
        SourceRef::new(
            SourceDocument::EXCHANGE_FORMAT,
            "targetFigure, value; baseline; communities, aims, howMuch",
        ),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "et måltal, et mål og et udgangspunkt er mulige tal: en andel ligger mellem 0 og 100 %, og et antal er ikke under 0",
        "a target figure, an aim and a baseline are possible: a share lies between 0 and 100%, and no count is below 0",
    ),
    why: Bilingual::new(
        "En andel er aldrig under 0 % eller over 100 %, og et antal eller en varighed er aldrig under 0, så et sådant tal er umuligt eller siger intet.",
        "A share is never below 0% or above 100%, and a count or a duration never below 0, so such a figure is impossible or says nothing.",
    ),
    remedy: Bilingual::new(
        "Ret tallet eller enheden; er det ikke en andel, så skriv i enheden, hvad der er tale om, fx procent af normeringen.",
        "Correct the value or the unit; if it is not a share, let the unit say what it is, such as percent of the planned staff.",
    ),
    example: Bilingual::new(
        "Måltallet er, at mindst 180 % af målene er SMARTE.",
        "The figure is that at least 180% of the goals are SMARTE.",
    ),
    ..Rule::DERIVED
};

message! {
    NoShare { value: Decimal }
    "måltallet er {value} %, men en andel ligger mellem 0 og 100 %",
    "the figure is {value}%, but a share lies between 0 and 100%",
}

message! {
    NoCount { value: Decimal }
    "måltallet er {value}, men et antal eller en varighed er aldrig under 0",
    "the figure is {value}, but a count or a duration is never below 0",
}

message! {
    BaselineNoShare { value: Decimal }
    "udgangspunktet er {value} %, men en andel ligger mellem 0 og 100 %",
    "the baseline is {value}%, but a share lies between 0 and 100%",
}

message! {
    BaselineNoCount { value: Decimal }
    "udgangspunktet er {value}, men et antal eller en varighed er aldrig under 0",
    "the baseline is {value}, but a count or a duration is never below 0",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    match impossible(target.value, target.unit.as_ref()) {
        Some((value, true)) => cx.not_met(&at.key("value"), NoShare { value }),
        Some((value, false)) => cx.not_met(&at.key("value"), NoCount { value }),
        None => {}
    }
    if let Some(baseline) = &target.baseline {
        check_baseline(baseline, &at.key("baseline"), cx);
    }
}

pub(super) fn check_baseline(baseline: &Baseline, at: &Path<'_>, cx: &mut Checker<'_>) {
    match impossible(baseline.value, baseline.unit.as_ref()) {
        Some((value, true)) => cx.not_met(&at.key("value"), BaselineNoShare { value }),
        Some((value, false)) => cx.not_met(&at.key("value"), BaselineNoCount { value }),
        None => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, tape| {
    target.unit = Some(Unit::Percent);
    target.value = *tape.pick(&[Decimal::new(1001, 1).ok(), Decimal::new(-1, 0).ok()]);
    target.baseline = None;
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "0", "unit": "percent" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "100.0", "unit": "percent" }"#),
    // No percent, and no unit.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "120", "unit": "days" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "-2" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "100.1", "unit": "percent" }"#,
        &[not_met(
            "/value",
            "måltallet er 100,1 %, men en andel ligger mellem 0 og 100 %",
            "the figure is 100.1%, but a share lies between 0 and 100%",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "-5", "unit": "percent", "direction": "atMost" }"#,
        &[not_met(
            "/value",
            "måltallet er -5 %, men en andel ligger mellem 0 og 100 %",
            "the figure is -5%, but a share lies between 0 and 100%",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "0", "unit": "count",
            "baseline": { "value": "100", "unit": "percent" }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "-1", "unit": "points",
            "baseline": { "value": "-3", "unit": "points" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "value": "-1", "unit": "count",
            "baseline": { "value": "-0.5", "unit": "days" }
        }"#,
        &[
            not_met(
                "/value",
                "måltallet er -1, men et antal eller en varighed er aldrig under 0",
                "the figure is -1, but a count or a duration is never below 0",
            ),
            not_met(
                "/baseline/value",
                "udgangspunktet er -0,5, men et antal eller en varighed er aldrig under 0",
                "the baseline is -0.5, but a count or a duration is never below 0",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "baseline": { "value": "140", "unit": "percent" }
        }"#,
        &[not_met(
            "/baseline/value",
            "udgangspunktet er 140 %, men en andel ligger mellem 0 og 100 %",
            "the baseline is 140%, but a share lies between 0 and 100%",
        )],
    ),
];
