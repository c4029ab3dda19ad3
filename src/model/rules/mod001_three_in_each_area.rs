//! The first generation has three common themes in each of the two areas.

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
        "første generation har tre fælles temaer på hvert af de to områder",
        "the first generation has three common themes in each of the two areas",
    ),
    why: Bilingual::new(
        "Et sæt, der kalder sig første generation, skal kunne sammenlignes med de andre regioners.",
        "A set that calls itself the first generation must be comparable with those of the other regions.",
    ),
    remedy: Bilingual::new(
        "Ret de fælles temaer: Ledelse, Arbejdsmiljø og Kompetenceudvikling på det organisatoriske område, Brugerinddragelse, Individuelle pædagogiske planer og Kommunikation på det målgruppe- og ydelsesspecifikke. Markér en regions egne temaer som regionale, eller ret sættets generation.",
        "Correct the common themes: management, working environment and development of skills in the organisational area; user involvement, individual action plans and communication in the service-specific area. Mark the themes of a region as regional, or correct the generation of the set.",
    ),
    example: Bilingual::new(
        "Medicinhåndtering er markeret som et fjerde fælles tema på det målgruppe- og ydelsesspecifikke område.",
        "Medication is marked as a fourth common theme in the service-specific area.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherNumber { area: Bilingual, themes: u64, each: u64 }
    "{area} har {themes:fælles tema|fælles temaer}; i første generation er der {each}",
    "{area} has {themes:common theme|common themes}; in the first generation there are {each}",
}

message! {
    NoTheme { area: Bilingual, each: u64 }
    "{area} har ingen fælles temaer; i første generation er der {each}",
    "{area} has no common themes; in the first generation there are {each}",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let each = cx.context().profile().figures().themes_per_area();
    for &area in StandardArea::ALL {
        let of_area = set.themes.iter().filter(|theme| theme.origin.is_common() && theme.area == area);
        let (themes, area) = (crate::text::count(of_area.count()), area.label());
        if themes == 0 && each > 0 {
            cx.not_met(at, NoTheme { area, each });
        } else if themes != each {
            cx.not_met(at, OtherNumber { area, themes, each });
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
        set.standards.iter_mut().for_each(|one| one.number = None); // it is one of the area
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
    // Another rule checks how many standards a theme has.
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
                }
            ]
        }"#,
    )
    .under(small_profile),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": 1 }"#,
        &[
            not_met(
                "",
                "det organisatoriske område har ingen fælles temaer; i første generation er der 3",
                "the organisational area has no common themes; in the first generation there are 3",
            ),
            not_met(
                "",
                "det målgruppe- og ydelsesspecifikke område har ingen fælles temaer; i første generation er \
                 der 3",
                "the service-specific area has no common themes; in the first generation there are 3",
            ),
        ],
    ),
    // One too few in one area, and one too many in the other.
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
            ]
        }"#,
        &[
            not_met(
                "",
                "det organisatoriske område har 2 fælles temaer; i første generation er der 3",
                "the organisational area has 2 common themes; in the first generation there are 3",
            ),
            not_met(
                "",
                "det målgruppe- og ydelsesspecifikke område har 4 fælles temaer; i første generation er der 3",
                "the service-specific area has 4 common themes; in the first generation there are 3",
            ),
        ],
    ),
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
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "area": "serviceSpecific",
                    "origin": { "regional": {} }
                }
            ]
        }"#,
        &[
            not_met(
                "",
                "det organisatoriske område har 1 fælles tema; i første generation er der 3",
                "the organisational area has 1 common theme; in the first generation there are 3",
            ),
            not_met(
                "",
                "det målgruppe- og ydelsesspecifikke område har 1 fælles tema; i første generation er der 3",
                "the service-specific area has 1 common theme; in the first generation there are 3",
            ),
        ],
    ),
];
