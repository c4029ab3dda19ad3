//! The first generation has three themes, each with its standard, in each of the two areas.

use super::common::Common;
use crate::codes;
use crate::model::{StandardArea, StandardSet};
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
    crate::rule::trial::{Case, accepts, not_met, refuses},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD001,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-069", "R-074"],
    sources: &[
        SourceRef::quality_model("Omfang og prioritering"),
        SourceRef::quality_model("Kvalitetsmål/standarder"),
    ],
    title: Bilingual::new(
        "første generation har tre temaer med hver sin standard på hvert af de to områder",
        "the first generation has three themes, each with its standard, in each of the two areas",
    ),
    why: Bilingual::new(
        "Et sæt, der kalder sig første generation, skal kunne lægges ved siden af de andres.",
        "A set that calls itself the first generation must compare with everyone else's.",
    ),
    remedy: Bilingual::new(
        "Ret temaerne, angiv en regions egne som regionale, eller angiv den generation, sættet er.",
        "Correct the themes, state a region's own as regional, or state the generation that the set is.",
    ),
    example: Bilingual::new(
        "Medicinhåndtering som fjerde tema på det ydelsesspecifikke område i første generation.",
        "Medication as a fourth theme of the service-specific area in the first generation.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherNumbers { area: Bilingual, themes: u64, standards: u64, each: u64 }
    "{area} har {themes:tema|temaer} og {standards:fælles standard|fælles standarder}; første generation har {each} af hver",
    "{area} has {themes:theme|themes} and {standards:common standard|common standards}; the first generation has {each} of each",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let each = u64::from(cx.context().profile().figures().themes_per_area);
    for &area in StandardArea::ALL {
        let Common { themes, standards, .. } = Common::of(set, Some(area));
        if themes != each || standards != each {
            cx.not_met(&at.key("themes"), OtherNumbers { area: area.label(), themes, standards, each });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, _| *set = StandardSet { generation: Some(1), ..StandardSet::new(set.id) },
    |set, tape| {
        *set = generation_1(tape);
        let Some(theme) = common_standard(set, tape).map(|standard| standard.theme) else { return };
        set.themes.retain(|one| one.id != theme);
        set.standards.retain(|standard| standard.theme != theme);
    },
    |set, tape| {
        *set = generation_1(tape);
        let Some(theme) = common_standard(set, tape).map(|standard| standard.theme) else { return };
        for theme in set.themes.iter_mut().filter(|one| one.id == theme) {
            theme.area = match theme.area {
                StandardArea::Organisational => StandardArea::ServiceSpecific,
                StandardArea::ServiceSpecific => StandardArea::Organisational,
            };
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "area": "serviceSpecific",
                    "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000015", "area": "serviceSpecific",
                    "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000016", "area": "serviceSpecific",
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
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000013", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "theme": "00000000-0000-4000-8000-000000000014", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000025",
                    "theme": "00000000-0000-4000-8000-000000000015", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000026",
                    "theme": "00000000-0000-4000-8000-000000000016", "origin": "common"
                }
            ]
        }"#,
    ),
    // Another generation has other numbers.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 2 }"#),
    // What a region adds does not count.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific",
                    "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "area": "serviceSpecific",
                    "origin": { "regional": {} }
                }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000013", "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "theme": "00000000-0000-4000-8000-000000000012",
                    "origin": { "regional": { "name": "Region Sjælland" } }
                }
            ]
        }"#,
    )
    .under(small_profile),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 1 }"#,
        &[
            not_met(
                "/themes",
                "det organisatoriske område har 0 temaer og 0 fælles standarder; første generation har 3 af hver",
                "the organisational area has 0 themes and 0 common standards; the first generation has 3 of each",
            ),
            not_met(
                "/themes",
                "det målgruppe- og ydelsesspecifikke område har 0 temaer og 0 fælles standarder; første \
                 generation har 3 af hver",
                "the service-specific area has 0 themes and 0 common standards; the first generation has 3 of \
                 each",
            ),
        ],
    ),
    // One too many and one too few: the standard of an unknown theme has no area.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "area": "serviceSpecific",
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
                    "theme": "00000000-0000-4000-8000-000000000019", "origin": "common"
                }
            ]
        }"#,
        &[
            not_met(
                "/themes",
                "det organisatoriske område har 2 temaer og 1 fælles standard; første generation har 1 af hver",
                "the organisational area has 2 themes and 1 common standard; the first generation has 1 of each",
            ),
            not_met(
                "/themes",
                "det målgruppe- og ydelsesspecifikke område har 1 tema og 0 fælles standarder; første \
                 generation har 1 af hver",
                "the service-specific area has 1 theme and 0 common standards; the first generation has 1 of each",
            ),
        ],
    )
    .under(small_profile),
];
