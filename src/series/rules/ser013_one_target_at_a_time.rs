//! One target applies at a time.

use chrono::NaiveDate;

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::sorted::each_repeat;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{announced_target, twice},
    crate::{rule::trial::Breaks, series::TargetLine},
};

pub(super) static RULE: Rule = Rule {
    code: codes::SER013,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, targets")],
    title: Bilingual::new("der gælder ét mål ad gangen", "one target applies at a time"),
    why: Bilingual::new(
        "Serien modsiger sig selv: det er uklart, hvilket af de to mål målingerne skal holdes op imod.",
        "The series contradicts itself: it is unclear with which of the two targets the measurements are to be compared.",
    ),
    remedy: Bilingual::new(
        "Slet det ene mål, eller ret, hvornår det gælder fra.",
        "Delete one of the targets, or correct from when it applies.",
    ),
    example: Bilingual::new(
        "Fra 1. januar 2024 gælder både 80 % og 90 % som mål.",
        "Both 80% and 90% apply from 1 January 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    HoldsAgain { from: NaiveDate }
    "et andet mål gælder også fra {from}",
    "another target also applies from {from}",
}

message! {
    BothFromTheBeginning {}
    "et andet mål gælder også fra seriens begyndelse",
    "another target also applies from the beginning of the series",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    each_repeat(
        &series.targets,
        |target| Some(target.from),
        |target, n, _| match target.from {
            Some(from) => cx.not_met(&list.index(n).key("from"), HoldsAgain { from }),
            None => cx.not_met(&list.index(n), BothFromTheBeginning {}),
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[
    |series, _| series.targets = twice(announced_target(series)),
    |series, _| series.targets = twice(TargetLine { from: None, ..announced_target(series) }),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "targets": [
                { "value": "4", "unit": "count", "from": "2024-07-02" },
                { "value": "5", "unit": "count" },
                { "value": "5", "unit": "count", "from": "2024-07-01" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "targets": [
                { "value": "5", "unit": "count" },
                { "value": "4", "unit": "count", "from": "2024-07-01" },
                { "value": "5", "unit": "count" },
                { "value": "3", "unit": "count", "from": "2024-07-01" }
            ]
        }"#,
        &[
            not_met(
                "/targets/2",
                "et andet mål gælder også fra seriens begyndelse",
                "another target also applies from the beginning of the series",
            ),
            not_met(
                "/targets/3/from",
                "et andet mål gælder også fra 1. juli 2024",
                "another target also applies from 1 July 2024",
            ),
        ],
    ),
];
