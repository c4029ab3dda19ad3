//! The common standards of the first generation stay within the limit.

use super::common::Common;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_indicator, common_standard, region},
    crate::{
        draft::tape::Tape,
        id::Id,
        model::{Indicator, Origin, Standard, Theme},
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
        "antallet af fælles standarder i første generation overstiger ikke seks",
        "the number of common standards in the first generation does not exceed six",
    ),
    why: Bilingual::new(
        "Kilden vil arbejde hen imod det, og arbejdet skal kunne holdes på et realistisk og acceptabelt ressourceforbrug.",
        "The source works towards this, and the work is to be kept at a realistic and acceptable use of resources.",
    ),
    remedy: Bilingual::new(
        "Lad nogle af standarderne udgå, eller markér regionens egne som regionale.",
        "Leave some of the standards out, or mark the region's own as regional.",
    ),
    example: Bilingual::new(
        "Sættet har otte fælles standarder. Seks fælles og to regionale er derimod tilladt.",
        "The set has eight common standards. Six common and two regional ones, by contrast, are allowed.",
    ),
    // There are too many themes, a theme has too many, or one belongs to a theme that is not common.
    implies: &[codes::MOD001, codes::MOD002, codes::MOD009],
    ..Rule::DERIVED
};

message! {
    TooManyStandards { standards: u64, at_most: u64 }
    "sættet har {standards:fælles standard|fælles standarder}; der arbejdes hen imod højst {at_most}",
    "the set has {standards:common standard|common standards}; the aim is {at_most} at most",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_most = cx.context().profile().figures().standards_at_most();
    let standards = if set.is_generation_1() { Common::of(set).standards } else { 0 };
    if standards > at_most {
        cx.not_met(&at.key("standards"), TooManyStandards { standards, at_most });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        *set = generation_1(tape);
        let theme = add_theme(set, Origin::Common, tape);
        add_seventh(set, theme, tape);
    },
    |set, tape| {
        *set = generation_1(tape);
        if let Some(theme) = common_standard(set, tape).map(|standard| standard.theme) {
            add_seventh(set, theme, tape);
        }
    },
    |set, tape| {
        *set = generation_1(tape);
        let theme = add_theme(set, region(), tape);
        add_seventh(set, theme, tape);
    },
];

/// Adds a common standard. A common indicator would be one too many as well.
#[cfg(feature = "proptest")]
fn add_seventh(set: &mut StandardSet, theme: Id<Theme>, tape: &mut Tape<'_>) {
    let indicators = [Indicator { origin: Some(region()), ..added_indicator(1, tape) }].into();
    let standard = Standard { indicators, ..Standard::new(tape.spare_id(2), theme, Origin::Common) };
    add_standard(set, standard, tape);
}

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
