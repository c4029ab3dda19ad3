//! A standard has at least one indicator.

use crate::codes;
use crate::model::Standard;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD006,
    requirements: &["R-075"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Kvalitetsmål/standarder"),
    ],
    title: Bilingual::new("en standard har mindst én indikator", "a standard has at least one indicator"),
    why: Bilingual::new(
        "Uden en indikator er der intet at vurdere standarden på.",
        "Without an indicator there is nothing to judge the standard by.",
    ),
    remedy: Bilingual::new(
        "Fastlæg en indikator, eller vent med standarden.",
        "Decide on an indicator, or leave the standard for later.",
    ),
    example: Bilingual::new(
        "En region har tilføjet en standard, før dens indikatorer er valgt.",
        "A region has added a standard before its indicators are chosen.",
    ),
    ..Rule::DERIVED
};

message! {
    NoIndicator {}
    "standarden har ingen indikator",
    "the standard has no indicator",
}

pub(super) fn check(standard: &Standard, at: &Path<'_>, cx: &mut Checker<'_>) {
    if standard.indicators.is_empty() {
        cx.not_met(at, NoIndicator {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Standard> = &[|standard, _| standard.indicators.clear()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "theme": "00000000-0000-4000-8000-000000000011",
            "origin": "common", "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
        }"#,
    ),
    // One of a region is one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "theme": "00000000-0000-4000-8000-000000000011",
            "origin": "common",
            "indicators": [{ "id": "00000000-0000-4000-8000-000000000031", "origin": { "regional": {} } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "theme": "00000000-0000-4000-8000-000000000011",
            "origin": "common"
        }"#,
        &[not_met("", "standarden har ingen indikator", "the standard has no indicator")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "theme": "00000000-0000-4000-8000-000000000011",
            "origin": { "regional": { "name": "Region Sjælland" } }, "indicators": []
        }"#,
        &[not_met("", "standarden har ingen indikator", "the standard has no indicator")],
    ),
];
