//! The common standards of the first generation stay within the limit.

use super::common::Common;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_indicator, region},
    crate::{
        model::{Indicator, Origin, Standard},
        rule::trial::Breaks,
        strategy::generation_1,
    },
};
#[cfg(test)]
use {
    super::small_profile,
    crate::rule::trial::{Case, accepts, not_met, refuses},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD004,
    basis: Basis::Stated,
    requirements: &["R-072", "R-074"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Ressourceforbrug"),
    ],
    title: Bilingual::new(
        "de fælles standarder i første generation overstiger ikke seks",
        "the common standards of the first generation do not exceed six",
    ),
    why: Bilingual::new(
        "Der arbejdes hen imod en ramme, så dokumentationen kan holdes på et realistisk ressourceforbrug.",
        "A limit is worked towards, so that the documentation stays within realistic resources.",
    ),
    remedy: Bilingual::new(
        "Lad nogle udgå, eller angiv de standarder, som en region selv har valgt, som regionale.",
        "Leave some out, or state the standards that a region chose for itself as regional.",
    ),
    example: Bilingual::new(
        "Otte fælles standarder. Seks fælles og to regionale er derimod tilladt.",
        "Eight common standards. Six common ones and two regional ones are allowed.",
    ),
    // More than six standards in two areas are more than three in one of them.
    implies: &[codes::MOD001],
    ..Rule::DERIVED
};

message! {
    TooManyStandards { standards: u64, at_most: u64 }
    "sættet har {standards:fælles standard|fælles standarder}; der arbejdes hen imod højst {at_most}",
    "the set has {standards:common standard|common standards}; the aim is {at_most} at most",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_most = u64::from(cx.context().profile().figures().standards_at_most);
    let standards = if set.is_generation_1() { Common::of(set, None).standards } else { 0 };
    if standards > at_most {
        cx.not_met(&at.key("standards"), TooManyStandards { standards, at_most });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    let theme = add_theme(set, Origin::Common, tape);
    // A common indicator would be one too many as well.
    let indicators = [Indicator { origin: Some(region()), ..added_indicator(1, tape) }].into();
    let standard = Standard { indicators, ..Standard::new(tape.spare_id(2), theme, Origin::Common) };
    add_standard(set, standard, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 1 }"#),
    // Six common ones. Those of a region and of an unknown theme do not count.
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
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000025",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000026",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000027",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000028",
                    "theme": "00000000-0000-4000-8000-000000000019", "origin": "common"
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
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                }
            ]
        }"#,
    )
    .under(small_profile),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific",
                    "origin": "common"
                }
            ],
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
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000025",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000026",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000027",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                }
            ]
        }"#,
        &[not_met(
            "/standards",
            "sættet har 7 fælles standarder; der arbejdes hen imod højst 6",
            "the set has 7 common standards; the aim is 6 at most",
        )],
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
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                }
            ]
        }"#,
        &[not_met(
            "/standards",
            "sættet har 3 fælles standarder; der arbejdes hen imod højst 2",
            "the set has 3 common standards; the aim is 2 at most",
        )],
    )
    .under(small_profile),
];
