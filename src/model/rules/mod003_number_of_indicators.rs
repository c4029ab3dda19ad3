//! In the first generation each standard has as many indicators as are set for it.

use super::common::Common;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use {
    super::additions::common_standard,
    crate::{rule::trial::Breaks, strategy::generation_1},
};
#[cfg(test)]
use {
    super::small_profile,
    crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD003,
    severity: Severity::Information,
    basis: Basis::Stated,
    requirements: &["R-071", "R-073", "R-074"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "hver standard i første generation har som udgangspunkt to indikatorer",
        "each standard of the first generation normally has two indicators",
    ),
    why: Bilingual::new(
        "Kilden siger begge dele: to for hver standard, og at antallet kan variere. Et andet antal er derfor \
         ingen fejl, men værd at vide.",
        "The source says both: two for each standard, and that the number may vary. So another number is no \
         error, but worth knowing.",
    ),
    remedy: Bilingual::new(
        "Undersøg, om antallet er valgt med vilje.",
        "Check whether the number was chosen on purpose.",
    ),
    example: Bilingual::new(
        "3 + 1 + 2 + 2 + 2 + 2 = 12: det er inden for rammen, men to af standarderne har ikke to indikatorer.",
        "3 + 1 + 2 + 2 + 2 + 2 = 12: this is within the limit, but two of the standards do not have two indicators.",
    ),
    requires: &[codes::MOD004, codes::MOD005],
    ..Rule::DERIVED
};

message! {
    OtherNumber { indicators: u64, set: u64 }
    "standarden har {indicators:fælles indikator|fælles indikatorer}; der fastlægges {set} for hver standard, men antallet kan variere",
    "the standard has {indicators:common indicator|common indicators}; {set} are set for each standard, but the number may vary",
}

message! {
    NoneCommon { set: u64 }
    "standarden har ingen fælles indikatorer; der fastlægges {set} for hver standard, men antallet kan variere",
    "the standard has no common indicators; {set} are set for each standard, but the number may vary",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let figures = cx.context().profile().figures();
    let list = at.key("standards");
    let common = Common::of(set);
    let broken = [
        (common.standards > figures.standards_at_most(), codes::MOD004),
        (common.indicators > figures.indicators_at_most(), codes::MOD005),
    ];
    for (_, limit) in broken.iter().filter(|(is_broken, _)| *is_broken) {
        cx.depends_on(&list, *limit);
    }
    if broken.iter().any(|(is_broken, _)| *is_broken) {
        return;
    }
    let each = figures.indicators_per_standard();
    for (n, standard) in set.standards.iter().enumerate() {
        let indicators = crate::text::count(standard.common_indicators().count());
        // MOD006 checks that there is at least one.
        if standard.origin.is_common() && !standard.indicators.is_empty() && indicators != each {
            let at = list.item(n, standard.id);
            let at = at.key("indicators");
            match indicators {
                0 => cx.not_met(&at, NoneCommon { set: each }),
                indicators => cx.not_met(&at, OtherNumber { indicators, set: each }),
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    if let Some(standard) = common_standard(set, tape) {
        let common = standard.indicators.iter().position(|one| one.origin.is_none());
        common.map(|n| standard.indicators.remove(n));
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common",
                "indicators": [
                    { "id": "00000000-0000-4000-8000-000000000031", "origin": "common" },
                    { "id": "00000000-0000-4000-8000-000000000032" }
                ]
            }]
        }"#,
    ),
    // A standard without indicators is for another rule, and a region sets as many as it likes.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000033" }]
                }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 2,
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common", "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
            }]
        }"#,
    ),
    // 3 + 1 is within the limit, but neither is 2. The indicators of a region do not count.
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
                        { "id": "00000000-0000-4000-8000-000000000033" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000034" },
                        { "id": "00000000-0000-4000-8000-000000000035", "origin": { "regional": {} } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{
                        "id": "00000000-0000-4000-8000-000000000036", "origin": { "regional": {} }
                    }]
                }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/indicators",
                "standarden har 3 fælles indikatorer; der fastlægges 2 for hver standard, men antallet kan variere",
                "the standard has 3 common indicators; 2 are set for each standard, but the number may vary",
            ),
            not_met(
                "/standards/1/indicators",
                "standarden har 1 fælles indikator; der fastlægges 2 for hver standard, men antallet kan variere",
                "the standard has 1 common indicator; 2 are set for each standard, but the number may vary",
            ),
            not_met(
                "/standards/2/indicators",
                "standarden har ingen fælles indikatorer; der fastlægges 2 for hver standard, men antallet kan variere",
                "the standard has no common indicators; 2 are set for each standard, but the number may vary",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032" },
                        { "id": "00000000-0000-4000-8000-000000000033" }
                    ]
                }
            ]
        }"#,
        &[not_evaluated("/standards", "MOD004"), not_evaluated("/standards", "MOD005")],
    )
    .under(small_profile),
];
