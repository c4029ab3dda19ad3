//! The common indicators of the first generation stay within the limit.

use super::common::Common;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use {
    super::additions::{added_indicator, common_standard},
    crate::{rule::trial::Breaks, strategy::generation_1},
};
#[cfg(test)]
use {
    super::small_profile,
    crate::rule::trial::{Case, accepts, not_met, refuses},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD005,
    basis: Basis::Stated,
    requirements: &["R-072", "R-074"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Ressourceforbrug"),
    ],
    title: Bilingual::new(
        "antallet af fælles indikatorer i første generation overstiger ikke 12",
        "the number of common indicators in the first generation does not exceed 12",
    ),
    why: Bilingual::new(
        "Kilden vil arbejde hen imod det, og arbejdet skal kunne holdes på et realistisk og acceptabelt ressourceforbrug.",
        "The source works towards this, and the work is to be kept at a realistic and acceptable use of resources.",
    ),
    remedy: Bilingual::new(
        "Lad nogle af indikatorerne udgå, eller markér regionens egne som regionale.",
        "Leave some of the indicators out, or mark the region's own as regional.",
    ),
    example: Bilingual::new(
        "De seks standarder har 3 + 2 + 2 + 2 + 2 + 2 = 13 fælles indikatorer.",
        "The six standards have 3 + 2 + 2 + 2 + 2 + 2 = 13 common indicators.",
    ),
    ..Rule::DERIVED
};

message! {
    TooManyIndicators { indicators: u64, at_most: u64 }
    "sættet har {indicators:fælles indikator|fælles indikatorer}; der arbejdes hen imod højst {at_most}",
    "the set has {indicators:common indicator|common indicators}; the aim is {at_most} at most",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_most = cx.context().profile().figures().indicators_at_most();
    let indicators = if set.is_generation_1() { Common::of(set).indicators } else { 0 };
    if indicators > at_most {
        cx.not_met(&at.key("standards"), TooManyIndicators { indicators, at_most });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    let added = added_indicator(1, tape);
    if let Some(standard) = common_standard(set, tape) {
        standard.indicators.push(added);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 1 }"#),
    // Twelve common ones. Those of a region and of a region's standard do not count.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032" },
                        { "id": "00000000-0000-4000-8000-000000000033" },
                        { "id": "00000000-0000-4000-8000-000000000034" },
                        { "id": "00000000-0000-4000-8000-000000000035" },
                        { "id": "00000000-0000-4000-8000-000000000036" },
                        { "id": "00000000-0000-4000-8000-000000000037" },
                        { "id": "00000000-0000-4000-8000-000000000038" },
                        { "id": "00000000-0000-4000-8000-000000000039" },
                        { "id": "00000000-0000-4000-8000-000000000040" },
                        { "id": "00000000-0000-4000-8000-000000000041" },
                        { "id": "00000000-0000-4000-8000-000000000042" },
                        {
                            "id": "00000000-0000-4000-8000-000000000043",
                            "origin": { "regional": { "name": "Region Sjælland" } }
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000044" }]
                }
            ]
        }"#,
    ),
    // Another generation is not bound by the limit.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 2,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common",
                "indicators": [
                    { "id": "00000000-0000-4000-8000-000000000031" },
                    { "id": "00000000-0000-4000-8000-000000000032" },
                    { "id": "00000000-0000-4000-8000-000000000033" }
                ]
            }]
        }"#,
    )
    .under(small_profile),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032" },
                        { "id": "00000000-0000-4000-8000-000000000033" },
                        { "id": "00000000-0000-4000-8000-000000000034" },
                        { "id": "00000000-0000-4000-8000-000000000035" },
                        { "id": "00000000-0000-4000-8000-000000000036" },
                        { "id": "00000000-0000-4000-8000-000000000037" },
                        { "id": "00000000-0000-4000-8000-000000000038" },
                        { "id": "00000000-0000-4000-8000-000000000039" },
                        { "id": "00000000-0000-4000-8000-000000000040" },
                        { "id": "00000000-0000-4000-8000-000000000041" },
                        { "id": "00000000-0000-4000-8000-000000000042" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000043", "origin": "common" }]
                }
            ]
        }"#,
        &[not_met(
            "/standards",
            "sættet har 13 fælles indikatorer; der arbejdes hen imod højst 12",
            "the set has 13 common indicators; the aim is 12 at most",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common",
                "indicators": [
                    { "id": "00000000-0000-4000-8000-000000000031" },
                    { "id": "00000000-0000-4000-8000-000000000032" },
                    { "id": "00000000-0000-4000-8000-000000000033" }
                ]
            }]
        }"#,
        &[not_met(
            "/standards",
            "sættet har 3 fælles indikatorer; der arbejdes hen imod højst 2",
            "the set has 3 common indicators; the aim is 2 at most",
        )],
    )
    .under(small_profile),
];
